"""The rows of the section Meetings, and of its cards, without a window."""

from gatherings import FIRST, NOVEMBER, SECOND, gathered

from ilead_studio.rules.meeting_close import Closing
from ilead_studio.rules.meeting_open import Card, Row
from ilead_studio.ui.meetings.closing import packet_words
from ilead_studio.ui.meetings.opening import MOST, card_rows
from ilead_studio.ui.meetings.sentences import (
    ALL,
    OF,
    meeting_rows,
    owner_rows,
    step_rows,
    timeline_rows,
)


def card(number: int) -> Card:
    rows = tuple(Row(f"Row {at}", sign="pencil", item_id="same") for at in range(number))
    return Card("since", "Since last time", "", rows, "Nothing.")


def test_a_meeting_says_in_words_how_far_it_is() -> None:
    rows = meeting_rows(gathered().meetings, NOVEMBER)
    first = rows[1]
    assert (rows[0].key, rows[0].words) == ("", "Open now")
    assert (first.key, first.words) == (SECOND, "24 Nov · convening, halfway")
    assert first.spoken == "24 November, convening, halfway, open since 24 Nov, 14:00"


def test_the_timeline_has_a_heading_for_each_month() -> None:
    rows = timeline_rows(gathered())
    assert [it.words for it in rows if not it.key][:2] == ["January 2027", "November 2026"]
    keys = [it.key for it in rows if it.key]
    assert len({*keys}) == len(keys)
    assert any(it.startswith(f"meeting {FIRST} ") for it in keys)


def test_steps_can_be_those_of_one_owner() -> None:
    every, *others = owner_rows(gathered())
    assert (every.key, every.small) == (ALL, "3 open")
    assert OF + "Dean" in [it.key for it in others]
    rows = step_rows(gathered(), NOVEMBER, OF + "Dean")
    assert [(it.words, it.ticked) for it in rows if it.key] == [("Read Article 14", False)]


def test_a_long_card_shows_its_first_rows_and_how_many_more() -> None:
    assert len(card_rows(card(MOST), shows_all=False)) == MOST
    rows = card_rows(card(MOST + 3), shows_all=False)
    assert len(rows) == MOST
    assert rows[-1].words == "Show 4 more"
    assert len(card_rows(card(MOST + 3), shows_all=True)) == MOST + 3


def test_rows_about_the_same_item_are_told_apart() -> None:
    keys = [it.key for it in card_rows(card(3), shows_all=False)]
    assert len({*keys}) == 3


def test_the_packet_is_proposed_as_names_of_pages() -> None:
    shown = Closing((), "", "", (("a", "Why buses come late"), ("b", "How they come back")))
    assert "Why buses come late; How they come back" in packet_words(shown)
