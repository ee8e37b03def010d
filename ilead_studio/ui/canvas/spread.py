"""A drawing spread out: where each group lies, what is at a point, what a change has touched.

Plain Python. Whatever did not change from one drawing to the next is the very same object here.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from math import floor
from typing import Final

from ilead_studio.drawing.extent import NOWHERE, around, ink_of
from ilead_studio.drawing.ops import Box, Drawing, Group, Placed, placed_groups
from ilead_studio.model.stretch import stretch

CELL: Final = 256.0
"""Side of a cell of the grid, in points: about ten causes."""
_MOST_CELLS: Final = 64
"""What covers more cells than this, such as a spine, is looked at every time."""
_FEW: Final = 2
"""As many questions about a new drawing are answered by looking at every block: that is what a key
asks; the grid is for the mouse."""


class Form:
    """A group and all groups inside it, the outer before the inner, in the outer's coordinates.

    A block that moves takes it along. It holds the operations, so that their identity is not used
    again.
    """

    def __init__(self, group: Group) -> None:
        inner = tuple(op for op in group.ops if isinstance(op, Group))
        self.items = (Placed(group, 0.0, 0.0), *placed_groups(Drawing(group.box, inner)))
        self.inside = {it.group.node_id: at for at, it in enumerate(self.items) if at}
        """The numbers of the groups inside the outer one."""
        self._ink: Box | None = None

    @property
    def ink(self) -> Box:
        """The box around all ink; measured only when it is asked for."""
        if self._ink is None:
            self._ink = around(ink_of(it.group).moved(it.x, it.y) for it in self.items)
        return self._ink

    @property
    def is_measured(self) -> bool:
        """Whether somebody has asked for the ink before."""
        return self._ink is not None

    def measure(self) -> None:
        """Measure the ink before somebody asks for it."""
        self._ink = self.ink


@dataclass(frozen=True, slots=True, eq=False)
class Block:
    """An outer group at its place, with all groups inside it.

    A block is the same object as long as nothing in it changes and it stays where it is. Its items
    are placed when somebody asks for them: at a key, thousands move and few are looked at.
    """

    group: Group
    form: Form

    def at(self, step: tuple[float, float]) -> tuple[float, float]:
        """Return where its origin is, a step from its own place."""
        return self.group.x + step[0], self.group.y + step[1]

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of all its groups, the outer one first."""
        return (self.group.node_id, *self.form.inside)

    @property
    def items(self) -> tuple[Placed, ...]:
        """All its groups in their places, the outer one first."""
        return tuple([self._item(number) for number in range(len(self.form.items))])

    def item(self, item_id: str) -> Placed:
        """Return one of its groups in its place."""
        return self._item(self.form.inside.get(item_id, 0))

    def _item(self, number: int) -> Placed:
        group = self.group
        if not number:
            return Placed(group, group.x, group.y)
        inner, x, y = self.form.items[number]
        return Placed(inner, x + group.x, y + group.y)

    @property
    def ink(self) -> Box:
        """The box around all its ink on the drawing."""
        return self.form.ink.moved(self.group.x, self.group.y)


def ink_around(blocks: Iterable[Block], view: Box) -> Box:
    """Return a box around the ink of blocks; no more are looked at than it takes to hold a view."""
    left, top, right, bottom = view.right, view.bottom, view.x, view.y
    for block in blocks:
        x, y, ink = block.group.x, block.group.y, block.form.ink
        left, top = min(left, x + ink.x), min(top, y + ink.y)
        right, bottom = max(right, x + ink.right), max(bottom, y + ink.bottom)
        if left <= view.x and top <= view.y and right >= view.right and bottom >= view.bottom:
            break
    return Box(left, top, right - left, bottom - top)


class Items(Mapping[str, Placed]):
    """The items of a drawing in their places, found by id."""

    def __init__(self) -> None:
        self._blocks: dict[str, Block] = {}

    def __getitem__(self, item_id: str) -> Placed:
        return self._blocks[item_id].item(item_id)

    def __iter__(self) -> Iterator[str]:
        return iter(self._blocks)

    def __len__(self) -> int:
        return len(self._blocks)

    def __contains__(self, item_id: object) -> bool:
        return item_id in self._blocks

    def exchange(self, gone: Iterable[Block], come: Iterable[Block]) -> None:
        """Forget the items of some blocks and take those of others."""
        moved = {block.form for block in come}
        for block in gone:
            self._blocks.pop(block.group.node_id, None)
            for item_id in block.form.inside if block.form not in moved else ():
                self._blocks.pop(item_id, None)
        for block in come:
            self._blocks[block.group.node_id] = block
            self._blocks |= dict.fromkeys(block.form.inside, block)


class Spread:
    """The blocks of a drawing in reading order; ``by_id`` finds an item by its id."""

    def __init__(self) -> None:
        self.blocks: tuple[Block, ...] = ()
        self.by_id = Items()
        self._bounds = NOWHERE
        self._groups: tuple[Group, ...] = ()
        self._grid: _Grid | None = None
        self._numbers: dict[Block, int] = {}
        self._asked = 0
        self._foreseen: dict[int, Form] = {}

    def foresee(self, drawing: Drawing) -> tuple[Form, ...]:
        """Make the forms that another drawing will bring, before it is taken; returns them."""
        at = stretch(self._groups, drawing.groups, _alike)
        known = {id(group.ops) for group in self._groups[at.start : at.old]}
        new = (it for it in drawing.groups[at.start : at.new] if id(it.ops) not in known)
        before = self._foreseen
        self._foreseen = {id(group.ops): before.get(id(group.ops)) or Form(group) for group in new}
        return tuple(self._foreseen.values())

    def take(self, drawing: Drawing | None) -> tuple[set[Block], set[Block]]:
        """Spread out another drawing; returns the blocks that went and those that came."""
        groups = drawing.groups if drawing else ()
        at, before = stretch(self._groups, groups, _alike), self.blocks
        old = before[at.start : at.old]
        new = _blocks(old, groups[at.start : at.new], self._foreseen)
        self._foreseen = {}
        self.blocks = (*before[: at.start], *new, *before[at.old :])
        self._groups = tuple(block.group for block in self.blocks)
        self._bounds = drawing.bounds if drawing else NOWHERE
        gone, come = set(old).difference(new), set(new).difference(old)
        self.by_id.exchange(gone, come)
        self._sort_in(gone, come)
        return gone, come

    def _sort_in(self, gone: set[Block], come: set[Block]) -> None:
        """Keep the grid, if little has changed; otherwise it is made anew when it is asked."""
        self._numbers, self._asked = {}, 0
        if self._grid is None or len(come) > len(self.blocks) / 4:
            self._grid = None
            return
        for block in gone:
            self._grid.drop(block)
        for block in come:
            self._grid.add(block)

    def within(self, box: Box) -> tuple[Block, ...]:
        """Return the blocks that have ink in a box, in reading order."""
        if box.holds(self._bounds):
            return self.blocks
        if self._grid is None and self._asked < _FEW:
            self._asked += 1
            return tuple(block for block in self.blocks if _touch(block.ink, box))
        if self._grid is None:
            self._grid = _Grid(self.blocks)
        if not self._numbers:
            self._numbers = {block: number for number, block in enumerate(self.blocks)}
        found = (block for block in self._grid.near(box) if _touch(block.ink, box))
        return tuple(sorted(found, key=self._numbers.__getitem__))

    def at(self, x: float, y: float) -> str:
        """Return the item whose area holds a point; empty when there is none."""
        for block in reversed(self.within(Box(x, y, 0.0, 0.0))):
            for item in reversed(block.items):
                box = item.box
                if box.x <= x <= box.right and box.y <= y <= box.bottom:
                    return item.group.node_id
        return ""


def _alike(one: Group, other: Group) -> bool:
    return one is other or (one.ops is other.ops and one == other)


def _blocks(
    before: tuple[Block, ...], groups: tuple[Group, ...], foreseen: Mapping[int, Form]
) -> tuple[Block, ...]:
    """Return the blocks of groups; those that were there before are the very same."""
    known = {(it.group.node_id, it.group.occurrence): it for it in before}
    forms = {**foreseen, **{id(it.group.ops): it.form for it in before}}
    blocks = []
    for group in groups:
        block = known.get((group.node_id, group.occurrence))
        if block is None or not _alike(block.group, group):
            form = forms.get(id(group.ops)) or Form(group)
            forms[id(group.ops)] = form
            block = Block(group, form)
        blocks.append(block)
    return tuple(blocks)


def _touch(one: Box, other: Box) -> bool:
    return (
        one.x <= other.x + other.w
        and other.x <= one.x + one.w
        and one.y <= other.y + other.h
        and other.y <= one.y + one.h
    )


class _Grid:
    """Which blocks have ink in which cells of a square grid."""

    def __init__(self, blocks: Iterable[Block]) -> None:
        self._cells: dict[tuple[int, int], set[Block]] = {}
        self._large: set[Block] = set()
        for block in blocks:
            self.add(block)

    def add(self, block: Block) -> None:
        """Enter a block in every cell that its ink touches."""
        for held in self._under(block.ink):
            held.add(block)

    def drop(self, block: Block) -> None:
        """Take a block out of every cell."""
        for held in self._under(block.ink):
            held.discard(block)

    def _under(self, ink: Box) -> list[set[Block]]:
        columns, rows = _span(ink.x, ink.w), _span(ink.y, ink.h)
        if len(columns) * len(rows) > _MOST_CELLS:
            return [self._large]
        return [self._cells.setdefault((x, y), set()) for x in columns for y in rows]

    def near(self, box: Box) -> set[Block]:
        """Return the blocks in the cells that a box touches."""
        columns, rows = _span(box.x, box.w), _span(box.y, box.h)
        if len(columns) * len(rows) > len(self._cells):
            cells = [held for (x, y), held in self._cells.items() if x in columns and y in rows]
        else:
            cells = [self._cells.get((x, y), set()) for x in columns for y in rows]
        return self._large.union(*cells)


def _span(start: float, length: float) -> range:
    return range(floor(start / CELL), floor((start + length) / CELL) + 1)
