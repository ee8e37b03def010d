"""Meetings in words: what they are called, which came before, who was there and who was missed."""

from datetime import date

import pytest
from gatherings import (
    DEAN,
    FIRST,
    HUDDLE,
    LEAD,
    NOVEMBER,
    NOW,
    PARTY,
    SECOND,
    THIRD,
    UNI,
    convened,
    gathered,
    meeting_in,
)
from workbooks import both, key

from ilead_studio import edits
from ilead_studio.rules.meetings import (
    ago_words,
    attendance_words,
    coming_meeting,
    earlier_meetings,
    goes_with,
    here_words,
    last_meeting,
    meeting_in_view,
    meeting_name,
    meeting_state_words,
    missed,
    people_words,
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


def test_who_is_here_is_said_by_party() -> None:
    workbook = gathered()
    assert here_words(workbook, meeting_in(workbook)) == "Northfield Schools 6, Lakeside 3 here"
    assert people_words(meeting_in(workbook)) == "9 people"
    assert here_words(workbook, meeting_in(workbook, THIRD)) == ""
    workbook = edits.delete_party(workbook, PARTY)
    assert here_words(workbook, meeting_in(workbook)) == "Lakeside 3, others 6 here"


def test_each_line_of_attendance_is_said() -> None:
    workbook = gathered()
    said = [attendance_words(workbook, it) for it in meeting_in(workbook, FIRST).attendance]
    assert said == [
        "Attendance lead, Northfield Schools: 2",
        "Northfield Schools: 4",
        "Dean, Lakeside: not there",
    ]


def test_parties_are_missed_and_roles_of_those_that_came() -> None:
    workbook = gathered()
    assert [it.who for it in missed(workbook, meeting_in(workbook, FIRST))] == [UNI]
    assert missed(workbook, meeting_in(workbook)) == ()
    workbook = edits.put_attendance(workbook, SECOND, 0, role_id=DEAN)
    (dean,) = missed(workbook, meeting_in(workbook))
    assert (dean.who, dean.name, dean.is_party) == (DEAN, "Dean", False)


def test_nobody_is_missed_who_was_not_expected_or_while_nobody_has_said() -> None:
    workbook = edits.belong(gathered(), [FIRST], [PARTY])
    workbook = edits.put_attendance(workbook, FIRST, None, role_id=DEAN)
    assert missed(workbook, meeting_in(workbook, FIRST)) == ()
    workbook = edits.put_attendance(workbook, THIRD, 0, role_id=LEAD)
    assert missed(workbook, meeting_in(workbook, THIRD)) == ()


def test_what_goes_with_a_meeting_is_said_before() -> None:
    workbook = gathered()
    assert goes_with(workbook, FIRST) == "It takes 2 decisions and 2 next steps along."
    assert goes_with(workbook, SECOND) == "It takes 1 next step along."
    assert goes_with(workbook, THIRD) == ""
    assert meeting_in(workbook).day == NOVEMBER
