"""Advice that is dismissed for an item, and brought back (method, section 3: always dismissible).

What was dismissed is kept in the file, in the order in which it was; it goes with its item.
"""

from collections.abc import Callable

from ilead_studio.edits.parts import gone, new
from ilead_studio.model import Dismissed, Workbook, advised, replace


def dismiss(workbook: Workbook, rule: str, item_id: str) -> Workbook:
    """Say nothing more of a rule about an item; the same workbook if that was so already.

    Raises:
        EditError: if the item is not there, or no rule can have that name.
    """
    if item_id not in advised(workbook):
        raise gone()
    made = new(Dismissed, rule=rule, item_id=item_id)
    if made in workbook.dismissed:
        return workbook
    return replace(workbook, dismissed=(*workbook.dismissed, made))


def restore(workbook: Workbook, rule: str, item_id: str) -> Workbook:
    """Let a rule speak about an item again."""
    return _left(workbook, lambda it: (it.rule, it.item_id) != (rule, item_id))


def restore_all(workbook: Workbook) -> Workbook:
    """Let every rule speak about everything again."""
    return _left(workbook, lambda _: False)


def still_dismissed(workbook: Workbook) -> Workbook:
    """Return the workbook without what was dismissed of items that are no longer there."""
    if not workbook.dismissed:
        return workbook
    known = advised(workbook)
    return _left(workbook, lambda it: it.item_id in known)


def _left(workbook: Workbook, stays: Callable[[Dismissed], bool]) -> Workbook:
    left = tuple(filter(stays, workbook.dismissed))
    return workbook if left == workbook.dismissed else replace(workbook, dismissed=left)
