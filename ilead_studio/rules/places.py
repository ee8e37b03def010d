"""Where an item can go when it is moved by keyboard: up, down, out, in."""

from dataclasses import dataclass
from typing import Literal

from ilead_studio.model import Driver, Idea, Page, Workbook
from ilead_studio.rules.family import Family, family

Direction = Literal["up", "down", "out", "in"]


@dataclass(frozen=True, slots=True)
class Place:
    """A place in the outline: under a parent, before a sibling (None: as the last one)."""

    parent_id: str
    before: str | None = None


def place_of(workbook: Workbook, page: Page, item_id: str) -> Place:
    """Return where an item stands now."""
    kin = family(workbook, page)
    parent = kin.parents[item_id][0]
    return Place(parent, _after(_alike(kin, parent, item_id), item_id))


def next_place(workbook: Workbook, page: Page, item_id: str, direction: Direction) -> Place | None:
    """Return where an item goes next in a direction; None when it cannot go further.

    Up and down change order among siblings of its kind, and at the end lead on under the next
    parent of the same level. Out makes it the sibling after its parent. In makes it the last one
    under the sibling above; a change idea goes under the last driver beside it. The head and the
    aim go nowhere.
    """
    kin = family(workbook, page)
    if item_id == kin.root:
        return None
    moves = {"up": _up, "down": _down, "out": _out, "in": _in}
    return moves[direction](kin, item_id)


def _up(kin: Family, item_id: str) -> Place | None:
    parent = kin.parents[item_id][0]
    beside = _alike(kin, parent, item_id)
    at = beside.index(item_id)
    if at:
        return Place(parent, beside[at - 1])
    other = _cousin(kin, parent, item_id, -1)
    return Place(other) if other else None


def _down(kin: Family, item_id: str) -> Place | None:
    parent = kin.parents[item_id][0]
    beside = _alike(kin, parent, item_id)
    at = beside.index(item_id)
    if at + 1 < len(beside):
        return Place(parent, beside[at + 2] if at + 2 < len(beside) else None)
    other = _cousin(kin, parent, item_id, 1)
    if other is None:
        return None
    there = _alike(kin, other, item_id)
    return Place(other, there[0] if there else None)


def _out(kin: Family, item_id: str) -> Place | None:
    parent = kin.parents[item_id][0]
    if parent == kin.root:
        return None
    above = kin.parents[parent][0]
    alike = type(kin.items[parent]) is type(kin.items[item_id])
    return Place(above, _after(_alike(kin, above, parent), parent) if alike else None)


def _in(kin: Family, item_id: str) -> Place | None:
    parent = kin.parents[item_id][0]
    beside = _alike(kin, parent, item_id)
    at = beside.index(item_id)
    if isinstance(kin.items[item_id], Idea):
        drivers = [up for up in kin.stands[parent] if isinstance(kin.items[up], Driver)]
        return Place(drivers[-1]) if drivers else None
    return Place(beside[at - 1]) if at else None


def _alike(kin: Family, parent: str, item_id: str) -> tuple[str, ...]:
    """Return what stands under a parent and is of the same kind as an item, in order."""
    kind = type(kin.items[item_id])
    return tuple(it for it in kin.stands.get(parent, ()) if type(kin.items[it]) is kind)


def _after(beside: tuple[str, ...], item_id: str) -> str | None:
    at = beside.index(item_id) + 1
    return beside[at] if at < len(beside) else None


def _cousin(kin: Family, parent: str, item_id: str, step: int) -> str | None:
    """Return the next possible parent of the same level, before (-1) or after (1) this one."""
    if parent == kin.root:
        return None
    kind, below = type(kin.items[parent]), kin.serving(item_id)
    level = [it for it in _level(kin, parent) if type(kin.items[it]) is kind and it not in below]
    at = level.index(parent) + step
    return level[at] if 0 <= at < len(level) else None


def _level(kin: Family, item_id: str) -> list[str]:
    """Return all items as deep as this one, in outline order."""
    depth, up = 0, item_id
    while up != kin.root:
        depth, up = depth + 1, kin.parents[up][0]
    level = [kin.root]
    for _ in range(depth):
        level = [below for it in level for below in kin.stands.get(it, ())]
    return level
