"""What both sides of a merge began with: a snapshot that both keep, or the nearest version."""

from collections.abc import Iterable

from ilead_studio.model import Snapshot, Workbook
from ilead_studio.rules.difference import changes_of
from ilead_studio.rules.merging import Steps
from ilead_studio.rules.records import reading_of


def common_base(mine: Workbook, theirs: Workbook) -> Workbook:
    """Return what two copies are known to have begun with: the newest snapshot that both keep.

    Without one nothing is known: ``nearest_base`` may find it, or all of both comes.
    """
    known = {it.id: it for it in theirs.snapshots}
    common = (it.was for it in reversed(mine.snapshots) if it.was == _was(known.get(it.id)))
    return next(common, Workbook())


def nearest_base(theirs: Workbook, earlier: Iterable[Workbook]) -> Steps[Workbook]:
    """Return the earlier version of mine from which least was changed in theirs.

    One that shares less than half with theirs is no beginning of it: then nothing is known.
    """
    there, best, least = reading_of(theirs), Workbook(), -1
    for version in earlier:
        yield version
        was = reading_of(version)
        named = {it for it in was.records if it.name}
        if 2 * len(named & there.records.keys()) <= len(named):
            continue
        number = len(changes_of(was, there))
        if least < 0 or number < least:
            best, least = version, number
        if not number:
            break
    return best


def _was(snapshot: Snapshot | None) -> Workbook | None:
    return snapshot.was if snapshot else None
