"""The workbook as it is given to somebody who goes on with it: private notes are left out."""

from collections.abc import Iterator

from ilead_studio.edits.everywhere import everywhere
from ilead_studio.edits.party_view import seen_by
from ilead_studio.model import AnyRecord, Cause, Workbook, groups, replace


def handed_over(workbook: Workbook, viewer: str, *, with_notes: bool = True) -> Workbook:
    """Return the workbook without what its next reader may not see, in snapshots neither.

    ``viewer`` is one of those in ``rules/visibility``, or a party's id. Notes that are written
    beside items go along unless somebody wants to keep them.
    """
    seen = seen_by(workbook, viewer)
    if with_notes:
        return seen
    snapshots = tuple(replace(it, was=everywhere(it.was, _noteless)) for it in seen.snapshots)
    return replace(everywhere(seen, _noteless), snapshots=snapshots)


def _noteless(record: AnyRecord) -> AnyRecord:
    return replace(record, notes="") if vars(record).get("notes") else record


def notes_in(workbook: Workbook) -> int:
    """Count the notes beside items and meetings; that of a linked copy is its original's."""
    return sum(1 for _ in _noted(workbook))


def _noted(workbook: Workbook) -> Iterator[AnyRecord]:
    for group in groups(workbook):
        for it in group:
            if vars(it).get("notes") and not (isinstance(it, Cause) and it.same_as):
                yield it
