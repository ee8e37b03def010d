"""A drawing spread out: where each group lies, what is at a point, what a change has touched.

Plain Python. Whatever did not change from one drawing to the next is the very same object here.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import floor
from typing import Final

from ilead_studio.drawing.extent import around, ink_of
from ilead_studio.drawing.ops import Box, Drawing, Group, Placed, placed_groups

CELL: Final = 256.0
"""Side of a cell of the grid, in points: about ten causes."""
_MOST_CELLS: Final = 64
"""What covers more cells than this, such as a spine, is looked at every time."""


class Form:
    """A group and all groups inside it, the outer before the inner, in the outer's coordinates.

    It is the same object wherever the same operations stand; it holds them, so that their identity
    is not used again.
    """

    def __init__(self, group: Group) -> None:
        inner = tuple(op for op in group.ops if isinstance(op, Group))
        self.items = (Placed(group, 0.0, 0.0), *placed_groups(Drawing(group.box, inner)))
        self._ink: Box | None = None

    @property
    def ink(self) -> Box:
        """The box around all ink; measured only when it is asked for."""
        if self._ink is None:
            self._ink = around(ink_of(it.group).moved(it.x, it.y) for it in self.items)
        return self._ink


@dataclass(frozen=True, slots=True, eq=False)
class Block:
    """An outer group at its place, with all groups inside it.

    A block is the same object as long as nothing in it changes and it stays where it is.
    """

    group: Group
    items: tuple[Placed, ...]
    form: Form

    @property
    def ink(self) -> Box:
        """The box around all its ink on the drawing."""
        return self.form.ink.moved(self.group.x, self.group.y)


class Spread:
    """The blocks of a drawing in reading order; ``by_id`` finds an item by its id."""

    def __init__(self) -> None:
        self.blocks: tuple[Block, ...] = ()
        self.by_id: dict[str, Placed] = {}
        self._forms: dict[int, Form] = {}
        self._known: dict[tuple[str, int], Block] = {}
        self._grid: _Grid | None = None

    def take(self, drawing: Drawing | None) -> tuple[Block, ...]:
        """Spread out another drawing; returns the blocks that went and those that came."""
        before, groups = set(self.blocks), drawing.groups if drawing else ()
        forms: dict[int, Form] = {}
        self.blocks = tuple(self._block(group, forms) for group in groups)
        self._forms, self._grid = forms, None
        self._known = {(it.group.node_id, it.group.occurrence): it for it in self.blocks}
        self.by_id = {item.group.node_id: item for it in self.blocks for item in it.items}
        return tuple(before.symmetric_difference(self.blocks))

    def _block(self, group: Group, forms: dict[int, Form]) -> Block:
        form = self._forms.get(id(group.ops)) or Form(group)
        forms[id(group.ops)] = form
        known = self._known.get((group.node_id, group.occurrence))
        if known is not None and known.group == group:
            return known
        x, y = group.x, group.y
        inner = (Placed(it.group, it.x + x, it.y + y) for it in form.items[1:])
        return Block(group, (Placed(group, x, y), *inner), form)

    def within(self, box: Box) -> tuple[Block, ...]:
        """Return the blocks that have ink in a box, in reading order."""
        if self._grid is None:
            self._grid = _Grid(block.ink for block in self.blocks)
        near = (self.blocks[number] for number in self._grid.near(box))
        return tuple(block for block in near if _touch(block.ink, box))

    def at(self, x: float, y: float) -> str:
        """Return the item whose area holds a point; empty when there is none."""
        for block in reversed(self.within(Box(x, y, 0.0, 0.0))):
            for item in reversed(block.items):
                box = item.box
                if box.x <= x <= box.right and box.y <= y <= box.bottom:
                    return item.group.node_id
        return ""


def _touch(one: Box, other: Box) -> bool:
    return (
        one.x <= other.x + other.w
        and other.x <= one.x + one.w
        and one.y <= other.y + other.h
        and other.y <= one.y + one.h
    )


class _Grid:
    """Which boxes lie in which cells of a square grid."""

    def __init__(self, boxes: Iterable[Box]) -> None:
        self._cells: dict[tuple[int, int], list[int]] = {}
        self._large: list[int] = []
        for number, box in enumerate(boxes):
            columns, rows = _span(box.x, box.w), _span(box.y, box.h)
            if len(columns) * len(rows) > _MOST_CELLS:
                self._large.append(number)
                continue
            for column in columns:
                for row in rows:
                    self._cells.setdefault((column, row), []).append(number)

    def near(self, box: Box) -> Iterator[int]:
        """Give the numbers of the boxes in the cells that a box touches, in order."""
        columns, rows = _span(box.x, box.w), _span(box.y, box.h)
        if len(columns) * len(rows) > len(self._cells):
            cells = [held for (x, y), held in self._cells.items() if x in columns and y in rows]
        else:
            cells = [self._cells.get((x, y), []) for x in columns for y in rows]
        yield from sorted({*self._large, *(number for held in cells for number in held)})


def _span(start: float, length: float) -> range:
    return range(floor(start / CELL), floor((start + length) / CELL) + 1)
