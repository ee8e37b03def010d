"""The workbook as one party sees it, or all parties together.

A value without what is hidden: whatever is drawn, listed, counted or printed from it can tell
nothing of that, by no parent, link, trace or number.
"""

from collections.abc import Set

from ilead_studio.edits.copies import without_originals
from ilead_studio.edits.everywhere import without
from ilead_studio.edits.parts import with_page
from ilead_studio.model import FACILITATOR, Cycle, Page, Snapshot, Vote, Workbook, pages, replace
from ilead_studio.rules.family import family
from ilead_studio.rules.visibility import SUCCESSOR, hidden


def seen_by(workbook: Workbook, viewer: str, besides: Set[str] = frozenset()) -> Workbook:
    """Return the workbook with only what a viewer may see; the very same one if that is all.

    ``viewer`` is a party's id, or one of those in ``rules/visibility``. What waits in the tray is
    the facilitator's, and so are votes until they are revealed; both go on to who facilitates next.
    A page that lost something is laid out anew, because its plan would tell how much there was. A
    snapshot shows neither what was hidden then nor what is hidden now, nor why it was taken if that
    was for a hidden meeting. ``besides`` are ids that are left out for another reason.
    """
    if viewer == FACILITATOR and not besides:
        return workbook
    lost = hidden(workbook, viewer, besides)
    seen = _without(workbook, lost)
    if viewer == FACILITATOR:
        return seen
    goes_on = viewer == SUCCESSOR
    told, tray = _told(seen, workbook, blind_too=goes_on), seen.tray if goes_on else ()
    if len(tray) < len(seen.tray) or len(told) < len(seen.votes):
        seen = replace(seen, tray=tray, votes=told)
    taken = frozenset(it.snapshot for it in workbook.meetings if it.id in lost)
    untold = (replace(it, why="") if it.id in taken else it for it in workbook.snapshots)
    snapshots = tuple(_snapshot_seen(it, viewer, lost) for it in untold)
    if all(one is it for one, it in zip(snapshots, workbook.snapshots, strict=True)):
        return seen
    return replace(seen, snapshots=snapshots)


def _snapshot_seen(snapshot: Snapshot, viewer: str, lost: frozenset[str]) -> Snapshot:
    was = _without(snapshot.was, hidden(snapshot.was, viewer, besides=lost))
    return snapshot if was is snapshot.was else replace(snapshot, was=was)


def _without(workbook: Workbook, lost: frozenset[str]) -> Workbook:
    """Return a workbook without what is hidden; the very same one if nothing is."""
    if not lost:
        return workbook
    told = replace(workbook, cycles=tuple(_unmeasured(it, lost) for it in workbook.cycles))
    seen = without(without_originals(told, lost), lost)
    for page in pages(seen):
        if page.plan and not _is_whole(seen, page, workbook):
            seen = with_page(seen, replace(page, plan=None))
    return seen


def _unmeasured(cycle: Cycle, lost: frozenset[str]) -> Cycle:
    """Return a cycle whose plan names no hidden measure: its line is called like it."""
    if not any(it.measure_id in lost for it in cycle.data):
        return cycle
    return replace(cycle, data=tuple(it for it in cycle.data if it.measure_id not in lost))


def _told(workbook: Workbook, whole: Workbook, *, blind_too: bool) -> tuple[Vote, ...]:
    """Return the votes that are over and lost nothing: a gap in a ballot's numbers would tell.

    Candidates that are gone keep their words, so a vote on something private goes with it.
    """
    known = {id(vote) for vote in whole.votes}
    told = [it for it in workbook.votes if (it.revealed or blind_too) and id(it) in known]
    rounds = {None, *(it.id for it in told)}
    while gaps := {it.id for it in told if it.after_id not in rounds}:
        told = [it for it in told if it.id not in gaps]
        rounds -= gaps
    return tuple(told)


def _is_whole(workbook: Workbook, page: Page, whole: Workbook) -> bool:
    old = next(it for it in pages(whole) if it.id == page.id)
    return len(family(workbook, page).items) == len(family(whole, old).items)
