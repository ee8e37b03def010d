"""Next steps: by when, how late, what was promised before, and when the next one is due."""

from datetime import date, timedelta

import pytest
from gatherings import (
    FIRST,
    HUDDLE,
    JANUARY,
    LETTER,
    LISTS,
    NOVEMBER,
    NOW,
    OCTOBER,
    SECOND,
    THIRD,
    convened,
    gathered,
    meeting_in,
)
from hypothesis import given
from hypothesis import strategies as st
from workbooks import key

from ilead_studio import edits
from ilead_studio.model import MeetingKind, Workbook
from ilead_studio.rules.meeting_steps import (
    open_steps,
    open_steps_words,
    promised,
    promised_words,
    proposed_due,
)


def with_thanksgiving() -> Workbook:
    days = date(2026, 11, 23), date(2026, 11, 27)
    return edits.add_break(gathered(), key("thanks"), "Thanksgiving", *days)


def told(workbook: Workbook, today: date = NOVEMBER) -> list[str]:
    return [it.spoken for it in open_steps(workbook, today)]


def test_open_steps_stand_by_the_day_on_which_they_are_due() -> None:
    assert told(gathered()) == [
        "Share one list, Attendance lead, two school weeks late, since 9 Nov",
        "Read Article 14, Dean, by 11 Dec",
        "Draft a letter, no day yet",
    ]
    assert open_steps_words(gathered()) == "Promised steps: 3 open"


def test_a_break_makes_nothing_late() -> None:
    assert told(with_thanksgiving())[0].endswith("one school week late, since 9 Nov")
    weekend = edits.change_step(gathered(), LISTS, due=date(2026, 11, 20))
    assert told(weekend, date(2026, 11, 22))[0].endswith("Attendance lead, since 20 Nov")
    assert told(weekend, date(2026, 11, 20))[0].endswith("Attendance lead, due today")


def test_promised_steps_are_open_or_done_since_the_last_meeting() -> None:
    workbook = edits.tick_step(gathered(), LETTER, date(2026, 11, 3))
    rows = promised(workbook, meeting_in(workbook), NOVEMBER)
    assert [(it.id, it.is_done, it.is_late) for it in rows] == [
        (LISTS, False, True),
        (LETTER, True, False),
    ]
    assert rows[1].small == "done 3 Nov"
    assert rows[1].item_id == key("talk")
    assert promised_words(rows) == "1 of 2 done"
    assert promised_words(rows[:1]) == "1 open"
    assert promised_words(()) == ""


def test_what_was_done_before_the_last_meeting_is_not_told_again() -> None:
    workbook = edits.tick_step(edits.close_meeting(gathered(), SECOND, NOW), LISTS, NOVEMBER)
    later = promised(workbook, meeting_in(workbook, THIRD), JANUARY)
    assert [it.words for it in later] == ["Read Article 14", "Draft a letter"]
    assert promised(workbook, meeting_in(workbook, FIRST), OCTOBER) == ()


def test_the_next_step_is_due_at_the_next_meeting_of_its_kind() -> None:
    assert proposed_due(gathered(), SECOND) == JANUARY
    assert proposed_due(gathered(), key("never")) is None


@pytest.mark.parametrize(
    ("meeting_id", "day"),
    [
        (THIRD, date(2027, 3, 2)),  # seven weeks, as from the second to the third
        (HUDDLE, date(2026, 11, 9)),  # a week, as huddles are weekly
    ],
)
def test_else_it_is_due_by_the_rhythm_of_its_kind(meeting_id: str, day: date) -> None:
    assert proposed_due(gathered(), meeting_id) == day


def test_else_it_is_due_two_school_weeks_on() -> None:
    assert proposed_due(convened(), FIRST) == date(2026, 10, 26)
    break_ = (date(2026, 10, 19), date(2026, 10, 23))
    workbook = edits.add_break(convened(), key("autumn"), "Autumn break", *break_)
    assert proposed_due(workbook, FIRST) == date(2026, 11, 2)


@given(day=st.dates(date(2026, 8, 1), date(2027, 6, 1)), first=st.integers(0, 120),
       kind=st.sampled_from(["convening", "role-alike", "weekly", "workshop"]),
       off=st.integers(1, 40))  # fmt: skip
def test_what_is_proposed_lies_after_the_meeting(
    day: date, first: int, kind: MeetingKind, off: int
) -> None:
    workbook = edits.add_break(Workbook(), key("off"), "Off", day, day + timedelta(off))
    workbook = edits.add_meeting(workbook, FIRST, day - timedelta(first), kind)
    workbook = edits.add_meeting(workbook, SECOND, day, kind)
    due = proposed_due(workbook, SECOND)
    assert due is not None
    assert due > day
