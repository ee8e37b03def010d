"""The rows of the section Meetings: without Qt, so that they can be tested alone."""

from datetime import date

from ilead_studio.model import Meeting, Workbook
from ilead_studio.rules.kept import kept_about
from ilead_studio.rules.meeting_list import list_state, meeting_groups, owners, steps_by_state
from ilead_studio.rules.meeting_steps import StepRow
from ilead_studio.rules.meetings import meeting_name, meeting_state, short_name
from ilead_studio.rules.timeline import timeline
from ilead_studio.ui.lists.row_list import ListRow
from ilead_studio.words import count, say

_SIGNS = {"planned": "calendar-event", "open": "target", "closed": "circle-check"}
ALL, OF = "all", "owner "
"""The keys of the rows of owners: everybody's steps, and before the name of one owner."""


@kept_about
def meeting_rows(meetings: tuple[Meeting, ...], today: date) -> tuple[ListRow, ...]:
    """Return the meetings below their headings."""
    rows: list[ListRow] = []
    for heading, some in meeting_groups(meetings, today):
        rows.append(ListRow("", heading))
        for it in some:
            state = meeting_state(it)
            role = "accent" if state == "open" else "ink_soft"
            small = list_state(it, today)
            spoken = f"{meeting_name(it)}, {small}"
            rows.append(ListRow(it.id, short_name(it), small, _SIGNS[state], role, spoken=spoken))
    return tuple(rows)


def timeline_rows(workbook: Workbook) -> tuple[ListRow, ...]:
    """Return meetings, cycles and snapshots by month; a key says kind, id and place."""
    rows: list[ListRow] = []
    kept = tuple((it.id, it.name, it.day) for it in workbook.snapshots)
    for month in timeline(workbook, kept):
        rows.append(ListRow("", month.heading))
        rows += (
            ListRow(f"{it.kind} {it.id} {at}", it.words, it.about, it.sign, spoken=it.spoken)
            for at, it in enumerate(month.rows)
        )
    return tuple(rows)


def owner_rows(workbook: Workbook) -> tuple[ListRow, ...]:
    """Return who promised what is open, after everybody together."""
    waiting = sum(it.done is None for it in workbook.next_steps)
    return (
        ListRow(ALL, say("Everybody"), _open_words(waiting), "users"),
        *(
            ListRow(OF + it.owner, it.words, _open_words(it.open), "users")
            for it in owners(workbook)
        ),
    )


def _open_words(number: int) -> str:
    return count(number, "{number} open", "{number} open")


def step_rows(workbook: Workbook, today: date, owner: str = ALL) -> tuple[ListRow, ...]:
    """Return the next steps of everybody, or of the owner that a key names."""
    whose = None if owner == ALL else owner.removeprefix(OF)
    rows: list[ListRow] = []
    for heading, steps in steps_by_state(workbook, today, whose):
        rows.append(ListRow("", heading))
        rows += map(_step_row, steps)
    return tuple(rows)


def _step_row(it: StepRow) -> ListRow:
    role = "warn" if it.is_late else "ink_soft"
    return ListRow(it.id, it.words, it.small, "", role, it.is_done, it.spoken)
