"""What must hold of snapshots: each is sound in itself, and keeps only what it should."""

from collections.abc import Callable, Iterator

from ilead_studio.model.fault import Fault
from ilead_studio.model.remembered import Remembered
from ilead_studio.model.snapshot import kept_of
from ilead_studio.model.workbook import Snapshot, Workbook
from ilead_studio.words import say


def checker(
    faults: Callable[[Workbook], tuple[Fault, ...]],
) -> Callable[[Workbook], Iterator[Fault]]:
    """Return what finds the faults of a workbook's snapshots, each looked at once.

    ``faults`` is what finds those of a workbook.
    """

    def look(snapshot: Snapshot) -> tuple[Fault, ...]:
        if kept_of(snapshot.was) != snapshot.was:
            message = say("The snapshot “{name}” holds more than a snapshot keeps.",
                          name=snapshot.name)  # fmt: skip
            return (Fault("snapshot-overfull", snapshot.id, message),)
        return tuple(
            Fault("snapshot-unsound", snapshot.id, _within(snapshot, fault))
            for fault in faults(snapshot.was)[:1]
        )

    seen = Remembered(look)

    def found(workbook: Workbook) -> Iterator[Fault]:
        for some in seen.answers(workbook.snapshots):
            yield from some
        yield from _references(workbook)
        yield from _meetings(workbook)

    return found


def _references(workbook: Workbook) -> Iterator[Fault]:
    """A reference of a snapshot that was never given out since could be given a second time."""
    given = vars(workbook.counters)
    for snapshot in workbook.snapshots:
        if any(given[kind] < number for kind, number in vars(snapshot.was.counters).items()):
            message = say("The snapshot “{name}” knows references that were never given out.",
                          name=snapshot.name)  # fmt: skip
            yield Fault("reference-unknown", snapshot.id, message)


def _meetings(workbook: Workbook) -> Iterator[Fault]:
    known = {None, *(it.id for it in workbook.snapshots)}
    for meeting in workbook.meetings:
        if meeting.snapshot not in known:
            message = say("A meeting kept a snapshot that is not there.")
            yield Fault("snapshot-missing", meeting.id, message)


def _within(snapshot: Snapshot, fault: Fault) -> str:
    return say("In the snapshot “{name}”: {why}", name=snapshot.name, why=fault.message)
