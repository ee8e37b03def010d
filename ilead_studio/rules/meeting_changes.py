"""What changed on the diagrams since the last meeting, as its snapshot remembers them."""

from typing import Final

from ilead_studio.model import Meeting, Record, Snapshot, Workbook, replace
from ilead_studio.rules.change_lines import Sort
from ilead_studio.rules.changed import changed_since, lines_of
from ilead_studio.rules.kept import kept_by_identity
from ilead_studio.rules.meeting_open import Changed
from ilead_studio.rules.meetings import last_meeting
from ilead_studio.rules.votes import blind_on

_COMPARED: Final = (
    "parties", "roles", "problems", "evidence", "fishbones", "theories", "ideas", "cycles",
    "measures", "votes", "questions",
)  # fmt: skip
"""The fields of a workbook that are looked at."""
_TOLD_ELSEWHERE: Final = ("Cycle", "Workbook")
"""Cycles have rows of their own, with the step that they took; titles are no change of a theory."""
_SIGNS: Final[dict[Sort, str]] = {
    "added": "plus", "removed": "minus", "moved": "arrow-right", "relinked": "link",
    "evidence": "circle-check", "state": "refresh",
}  # fmt: skip


def last_snapshot(workbook: Workbook, meeting: Meeting) -> Snapshot | None:
    """Return what was kept of the diagrams at the last meeting; None when nothing was."""
    last = last_meeting(workbook, meeting)
    wanted = last.snapshot if last else None
    return next((it for it in workbook.snapshots if it.id == wanted), None)


def since_last(workbook: Workbook, meeting: Meeting) -> tuple[Changed, ...] | None:
    """Return what changed since the last meeting; None if no snapshot was kept then."""
    snapshot = last_snapshot(workbook, meeting)
    if snapshot is None:
        return None
    return _told(snapshot, *(getattr(workbook, name) for name in _COMPARED))


@kept_by_identity
def _told(snapshot: Snapshot, *groups: tuple[Record, ...]) -> tuple[Changed, ...]:
    """Say what changed; what is typed at a meeting is in none of the groups, so costs nothing.

    Of a page with a blind vote nothing is told.
    """
    now = replace(Workbook(), **dict(zip(_COMPARED, groups, strict=True)))
    blind = blind_on(now)
    sections = tuple(it for it in changed_since(now, snapshot) if it.page_id not in blind)
    return tuple(
        Changed(it.sentence, it.item_id if it.is_there else "", _SIGNS.get(it.sort, "pencil"))
        for it in lines_of(sections)
        if it.sort != "behind" and it.kind not in _TOLD_ELSEWHERE
    )
