"""Next steps: what is promised and open, how late it is in words, and when the next one is due."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Final, NamedTuple

from ilead_studio.model import Meeting, NextStep, Workbook
from ilead_studio.rules.days import short_day
from ilead_studio.rules.meetings import (
    coming_meeting,
    earlier_meetings,
    in_order,
    last_meeting,
    meeting_with_id,
)
from ilead_studio.rules.overdue import late_words
from ilead_studio.rules.school_weeks import school_days, shifted
from ilead_studio.words import count, say

_USUAL_WEEKS: Final = 2
_MOST_WEEKS: Final = 53


class StepRow(NamedTuple):
    """A next step as a row: its words, whose it is and by when, whether it is done or late.

    ``item_id`` is what it is about, empty for nothing; ``small`` is owner and day in one line.
    """

    id: str
    words: str
    owner: str
    when: str
    is_done: bool
    is_late: bool
    item_id: str

    @property
    def small(self) -> str:
        """Whose it is and by when: "Attendance lead · by 11 Dec"."""
        return " · ".join(filter(None, (self.owner, self.when)))

    @property
    def spoken(self) -> str:
        """All of it in one sentence, to be read aloud."""
        done = say("done") if self.is_done and self.when == "" else ""
        return ", ".join(filter(None, (self.words, self.owner, self.when, done)))


def step_row(workbook: Workbook, step: NextStep, today: date) -> StepRow:
    """Return a next step as a row."""
    return StepRow(
        step.id,
        step.text,
        step.owner,
        when_words(workbook, step, today),
        step.done is not None,
        step.done is None and step.due is not None and step.due < today,
        step.item_id or "",
    )


def when_words(workbook: Workbook, step: NextStep, today: date) -> str:
    """Say by when something is due: "by 11 Dec", "due today", "two school weeks late"."""
    if step.done is not None:
        return say("done {day}", day=short_day(step.done))
    if step.due is None:
        return say("no day yet")
    if step.due == today:
        return say("due today")
    if step.due > today:
        return say("by {day}", day=short_day(step.due))
    first = step.due + timedelta(days=1)
    days = school_days(workbook.calendar, first, today, step.parties)
    since = say("since {day}", day=short_day(step.due))
    return f"{late_words(days)}, {since}" if days else since


def open_steps(workbook: Workbook, today: date) -> tuple[StepRow, ...]:
    """Return every promised step that is not done, by the day on which it is due."""
    steps = (it for it in workbook.next_steps if it.done is None)
    return tuple(step_row(workbook, it, today) for it in by_due(steps))


def open_steps_words(workbook: Workbook) -> str:
    """Say how many promised steps are open: "Promised steps: 2 open"."""
    number = sum(it.done is None for it in workbook.next_steps)
    return say("Promised steps: {number} open", number=number)


def promised(workbook: Workbook, meeting: Meeting, today: date) -> tuple[StepRow, ...]:
    """Return what was promised before a meeting and is open, or was done since the last one."""
    earlier = earlier_meetings(workbook, meeting)
    last = last_meeting(workbook, meeting)
    before = {it.id for it in earlier}
    steps = (
        it
        for it in workbook.next_steps
        if it.meeting_id in before
        and (it.done is None or last is None or it.done > last.day or it.meeting_id == last.id)
    )
    return tuple(step_row(workbook, it, today) for it in by_due(steps))


def promised_words(rows: tuple[StepRow, ...]) -> str:
    """Say how far promised steps are: "2 of 4 done", "4 open"."""
    done = sum(row.is_done for row in rows)
    if done:
        return say("{done} of {all} done", done=done, all=len(rows))
    return count(len(rows), "{number} open", "{number} open") if rows else ""


def by_due(steps: Iterable[NextStep]) -> list[NextStep]:
    """Return steps by the day on which they are due; those without a day come last."""
    return sorted(steps, key=lambda it: it.due or date.max)


def proposed_due(workbook: Workbook, meeting_id: str) -> date | None:
    """Return the day that the next empty row of next steps proposes; None without the meeting.

    It is that of the next meeting: the one that is planned, else by the rhythm of its kind, else
    two school weeks on.
    """
    meeting = meeting_with_id(workbook, meeting_id)
    if meeting is None:
        return None
    coming = coming_meeting(workbook, meeting)
    if coming is not None and coming.kind == meeting.kind:
        return coming.day
    return next_of_kind(workbook, meeting)


def next_of_kind(workbook: Workbook, meeting: Meeting) -> date:
    """Return when a meeting of the same kind would follow by rhythm, else two school weeks on."""
    ordered = in_order(it for it in workbook.meetings if it.kind == meeting.kind)
    before = [it.day for it in ordered if it.day < meeting.day]
    weeks = _weeks_between(workbook, before[-1], meeting) if before else 0
    if not weeks:
        weeks = 1 if meeting.kind == "weekly" else _USUAL_WEEKS
    return shifted(workbook.calendar, meeting.day, weeks, meeting.parties)


def _weeks_between(workbook: Workbook, before: date, meeting: Meeting) -> int:
    """Count the school weeks from an earlier day to a meeting, to the nearest one."""
    for weeks in range(_MOST_WEEKS):
        if shifted(workbook.calendar, before, weeks, meeting.parties) + timedelta(3) >= meeting.day:
            return weeks
    return 0
