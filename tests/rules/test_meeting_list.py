"""Meetings as a list, whose steps are open, what lines are about, and what changed since."""

from datetime import date

from gatherings import FIRST, HUDDLE, LETTER, LISTS, NOVEMBER, NOW, READ, SECOND, THIRD, gathered
from workbooks import key

from ilead_studio import edits
from ilead_studio.model import Workbook
from ilead_studio.rules.meeting_about import topic_of, topics
from ilead_studio.rules.meeting_changes import last_snapshot, since_last
from ilead_studio.rules.meeting_list import (
    list_state,
    meeting_groups,
    meetings_words,
    owners,
    steps_by_state,
)
from ilead_studio.rules.meetings import meeting_with_id


def snapped() -> Workbook:
    """Return the workbook whose first convening kept a snapshot; a cause was reworded since."""
    book = edits.take_snapshot(gathered(), key("snap"), "12 October", date(2026, 10, 12))
    book = edits.close_meeting(edits.reopen_meeting(book, FIRST), FIRST, NOW, key("snap"))
    return edits.rename(book, key("late"), "Buses come too late")


def test_the_open_meeting_comes_first_then_those_to_come_then_the_last_ones() -> None:
    groups = meeting_groups(gathered().meetings, NOVEMBER)
    assert [(it.heading, [m.id for m in it.meetings]) for it in groups] == [
        ("Open now", [SECOND]),
        ("Coming", [THIRD]),
        ("Past", [HUDDLE, FIRST]),
    ]
    states = [list_state(it, NOVEMBER) for group in groups for it in group.meetings]
    assert states == ["open since 24 Nov, 14:00", "planned", "never opened", "closed"]


def test_the_status_line_tells_of_the_meeting_in_view() -> None:
    words = meetings_words(gathered(), SECOND)
    assert words == (
        "4 meetings · this one open since 24 Nov, 14:00 · Northfield Schools 6, Lakeside 3 here"
    )
    assert meetings_words(Workbook(), "") == "0 meetings"


def test_owners_are_roles_and_parties_with_something_open() -> None:
    assert [(it.words, it.open) for it in owners(gathered())] == [
        ("Attendance lead", 1),
        ("Dean", 1),
        ("Nobody yet", 1),
    ]


def test_steps_stand_open_first_by_their_day_and_of_one_owner_alone() -> None:
    book = edits.tick_step(gathered(), LISTS, NOVEMBER)
    found = {heading: [it.id for it in rows] for heading, rows in steps_by_state(book, NOVEMBER)}
    assert found == {"Open": [READ, LETTER], "Done": [LISTS]}
    mine = dict(steps_by_state(book, NOVEMBER, "Dean"))
    assert [it.id for it in mine["Open"]] == [READ]


def test_what_a_line_is_about_is_found_by_words_and_by_reference() -> None:
    book = gathered()
    late = topic_of(book, key("late"))
    assert late is not None
    assert late.words == "Buses come late"
    assert late.small.startswith(f"{late.ref} · cause, ")
    assert late in topics(book, "COME late")
    assert [*topics(book, late.ref.lower())] == [late]
    assert topic_of(book, key("nobody")) is None


def test_what_changed_since_the_last_meeting_leads_to_the_item() -> None:
    book = snapped()
    meeting = meeting_with_id(book, SECOND)
    assert meeting is not None
    found = since_last(book, meeting)
    assert found is not None
    assert [(it.words, it.item_id, it.sign) for it in found] == [
        ("Reworded: Buses come too late, was “Buses come late”", key("late"), "pencil")
    ]
    decided = edits.add_decided(book, key("more"), SECOND, "We go on")
    assert since_last(decided, meeting) is found
    voted = edits.open_vote(book, key("vote"), key("head"), 3)
    told = [it.words for it in since_last(voted, meeting) or ()]
    assert not any("Buses" in words for words in told), "a vote on the page is blind"


def test_without_a_snapshot_nothing_is_compared() -> None:
    meeting = meeting_with_id(gathered(), SECOND)
    assert meeting is not None
    assert last_snapshot(gathered(), meeting) is None
    assert since_last(gathered(), meeting) is None
