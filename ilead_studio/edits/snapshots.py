"""Snapshots: one is taken, has a better name, or goes. What it says is never changed."""

from datetime import date
from typing import Final

from ilead_studio.edits.everywhere import without
from ilead_studio.edits.item import fitting_note
from ilead_studio.edits.parts import exchanged, there, words_for
from ilead_studio.errors import EditError
from ilead_studio.model import Snapshot, Workbook, groups, kept_of, replace
from ilead_studio.words import say

MOST_KEPT: Final = 100_000
"""Most records in all snapshots of a workbook together: so much still opens in seconds."""


def take_snapshot(workbook: Workbook, new_id: str, name: str, day: date, why: str = "") -> Workbook:
    """Keep the pages as they are today, after the snapshots that are there.

    Raises:
        EditError: if it has no name, words do not fit, or the workbook keeps too much already.
    """
    kept = kept_of(workbook)
    if sum(map(_size, (kept, *(it.was for it in workbook.snapshots)))) > MOST_KEPT:
        words = say("The snapshots of this workbook hold as much as one file should. Delete one"
                    " that is no longer needed first.")  # fmt: skip
        raise EditError(words)
    snapshot = Snapshot(id=new_id, name=words_for(name), day=day, why=fitting_note(why), was=kept)
    return replace(workbook, snapshots=(*workbook.snapshots, snapshot))


def _size(kept: Workbook) -> int:
    return sum(map(len, groups(kept)))


def the_snapshot(workbook: Workbook, snapshot_id: str) -> Snapshot:
    """Return the snapshot with an id.

    Raises:
        EditError: if there is none.
    """
    return there(next((it for it in workbook.snapshots if it.id == snapshot_id), None))


def rename_snapshot(workbook: Workbook, snapshot_id: str, name: str, why: str) -> Workbook:
    """Say better what a snapshot is called and why it was taken.

    Raises:
        EditError: if it is not there, would have no name, or words do not fit.
    """
    named = replace(
        the_snapshot(workbook, snapshot_id), name=words_for(name), why=fitting_note(why)
    )
    return replace(workbook, snapshots=exchanged(workbook.snapshots, {snapshot_id: named}))


def delete_snapshot(workbook: Workbook, snapshot_id: str) -> Workbook:
    """Delete a snapshot; the meeting at which it was kept names it no longer.

    Raises:
        EditError: if it is not there.
    """
    lost = the_snapshot(workbook, snapshot_id)
    left = tuple(it for it in workbook.snapshots if it is not lost)
    return without(replace(workbook, snapshots=left), {lost.id})
