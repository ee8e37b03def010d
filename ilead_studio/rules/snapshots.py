"""The snapshots of a workbook as a list tells them."""

from datetime import date
from typing import NamedTuple

from ilead_studio.model import Snapshot, Workbook
from ilead_studio.rules.changed import changed_since, count_words
from ilead_studio.rules.days import dated_words, day_words
from ilead_studio.words import say


class SnapshotRow(NamedTuple):
    """One snapshot: its name, and its day with why it was taken."""

    id: str
    name: str
    detail: str


def snapshot_rows(workbook: Workbook) -> tuple[SnapshotRow, ...]:
    """Return the snapshots, the newest day first; of one day the one that was taken last."""
    newest = sorted(workbook.snapshots, key=lambda it: it.day)[::-1]
    return tuple(SnapshotRow(it.id, it.name, _detail(it)) for it in newest)


def _detail(snapshot: Snapshot) -> str:
    first = snapshot.why.partition("\n")[0]
    day = dated_words(snapshot.day)
    return say("{day} · {why}", day=day, why=first) if first else day


def since_words(workbook: Workbook, snapshot: Snapshot) -> str:
    """Say how much changed since a snapshot: "15 changes"; to be asked when nothing is urgent."""
    return count_words(changed_since(workbook, snapshot))


def proposed_name(workbook: Workbook, day: date) -> str:
    """Return a name for a snapshot of a day that none of that workbook has yet."""
    taken = {it.name for it in workbook.snapshots}
    names = (_numbered(day, number) for number in range(1, len(taken) + 2))
    return next(name for name in names if name not in taken)


def _numbered(day: date, number: int) -> str:
    name = day_words(day)
    return name if number == 1 else say("{day}, {number}", day=name, number=number)
