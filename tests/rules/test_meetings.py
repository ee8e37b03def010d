"""Meetings in words: what they are called, which came before, who was there and who was missed."""

from datetime import date

import pytest
from gatherings import (
    FIRST,
    HUDDLE,
    NOVEMBER,
    NOW,
    SECOND,
    THIRD,
    convened,
    gathered,
    meeting_in,
)
from workbooks import both, key

from ilead_studio import edits
from ilead_studio.rules.meetings import (
    agenda_words,
    ago_words,
    coming_meeting,
    earlier_meetings,
    goes_with,
    last_meeting,
    made_words,
    meeting_in_view,
    meeting_name,
    meeting_state_words,
    short_name,
    where_words,
)


def test_a_meeting_has_a_name_a_place_and_a_state() -> None:
    meeting = meeting_in(gathered())
    assert meeting_name(meeting) == "24 November, convening, halfway"
    assert short_name(meeting) == "24 Nov · convening, halfway"
    assert where_words(meeting) == "14:00–15:30"
    assert where_words(meeting_in(gathered(), THIRD)) == "College · 9:00–11:00"
    assert meeting_state_words(meeting) == "open since 24 Nov, 14:00"
    assert meeting_state_words(meeting_in(gathered(), FIRST)) == "closed 12 Oct, 14:00"
    assert meeting_state_words(meeting_in(gathered(), THIRD)) == "planned"


def test_the_page_says_when_it_was_made_and_how_long_the_agenda_is() -> None:
    workbook = gathered()
    assert made_words(meeting_in(workbook)) == "made from the workbook at 14:00"
    assert made_words(meeting_in(workbook, THIRD)) == agenda_words(meeting_in(workbook)) == ""
    workbook = edits.change_agenda_item(workbook, key("look"), minutes=20, done=True)
    assert agenda_words(meeting_in(workbook)) == "20 minutes · 1 of 2 done"


def test_one_looks_back_to_the_last_meeting_of_the_same_kind() -> None:
    workbook = edits.open_meeting(gathered(), HUDDLE, NOW)
    meeting = meeting_in(workbook)
    assert [it.id for it in earlier_meetings(workbook, meeting)] == [FIRST, HUDDLE]
    assert last_meeting(workbook, meeting) == meeting_in(workbook, FIRST)
    assert ago_words(workbook, meeting) == "12 October, 6 weeks ago"
    huddle = meeting_in(workbook, HUDDLE)
    assert last_meeting(workbook, huddle) == meeting_in(workbook, FIRST)
    assert last_meeting(workbook, meeting_in(workbook, FIRST)) is None
    assert ago_words(workbook, meeting_in(workbook, FIRST)) == ""


@pytest.mark.parametrize(
    ("day", "words"),
    [(date(2026, 10, 13), "12 October, 1 day ago"), (date(2026, 10, 12), "12 October, today")],
)
def test_how_long_ago_the_last_meeting_was(day: date, words: str) -> None:
    workbook = edits.add_meeting(convened(), SECOND, day)
    assert ago_words(workbook, meeting_in(workbook)) == words


def test_what_was_planned_and_never_opened_was_not_held() -> None:
    workbook = gathered()
    assert [it.id for it in earlier_meetings(workbook, meeting_in(workbook, THIRD))] == [
        FIRST,
        SECOND,
    ]


def test_the_next_meeting_is_of_the_same_kind_if_there_is_one() -> None:
    workbook = edits.add_meeting(gathered(), key("weekly"), date(2026, 12, 1), "weekly")
    assert coming_meeting(workbook, meeting_in(workbook)) == meeting_in(workbook, THIRD)
    assert coming_meeting(workbook, meeting_in(workbook, FIRST)) == meeting_in(workbook)
    workbook = edits.delete_meeting(workbook, THIRD)
    coming = coming_meeting(workbook, meeting_in(workbook))
    assert coming == meeting_in(workbook, key("weekly"))
    assert coming_meeting(workbook, meeting_in(workbook, key("weekly"))) is None


def test_somebody_comes_for_the_open_meeting_else_for_the_next_one() -> None:
    assert meeting_in_view(gathered()) == meeting_in(gathered())
    workbook = edits.delete_meeting(edits.close_meeting(gathered(), SECOND, NOW), HUDDLE)
    assert meeting_in_view(workbook) == meeting_in(workbook, THIRD)
    assert meeting_in_view(convened()) == meeting_in(convened(), FIRST)
    assert meeting_in_view(both()) is None


def test_what_goes_with_a_meeting_is_said_before() -> None:
    workbook = gathered()
    assert goes_with(workbook, FIRST) == "It takes 2 decisions and 2 next steps along."
    assert goes_with(workbook, SECOND) == "It takes 1 next step along."
    assert goes_with(workbook, THIRD) == ""
    assert meeting_in(workbook).day == NOVEMBER
