"""A driver diagram that is set and packed: what stands in its boxes, and where.

Lengths in points.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from ilead_studio.drawing.driver_blocks import Block, Heights, heights_of, packed
from ilead_studio.drawing.driver_boxes import Extras, Item, air_of, items_of
from ilead_studio.drawing.driver_columns import Tree
from ilead_studio.model import TheoryPlan


class Branch(NamedTuple):
    """What hangs on a box, and on which column: all that its picture follows from, but for x."""

    block: Block
    items: tuple[Item, ...]
    column: int


@dataclass(frozen=True, eq=False)
class Stack:
    """What stands in the boxes of a tree, and the block of each node; the first is the whole."""

    tree: Tree
    items: tuple[Item, ...]
    blocks: Sequence[Block]

    @cached_property
    def heights(self) -> Heights:
        """Where all nodes stand."""
        return heights_of(self.tree, self.blocks)

    def branch(self, row: int) -> Branch:
        """Return what hangs on a box."""
        end = row + self.blocks[row].rows
        return Branch(self.blocks[row], self.items[row:end], self.tree.columns[row])


def stacked(tree: Tree, plan: TheoryPlan, extras: Extras) -> Stack:
    """Set every box and give it its place in its column."""
    air = air_of(plan.air)
    items = items_of(tree, widths_of(tree, plan, extras), air, extras)
    return Stack(tree, items, packed(tree, [it.content.height for it in items], air))


def widths_of(tree: Tree, plan: TheoryPlan, extras: Extras) -> tuple[float, ...]:
    """Return the widths of the columns: as planned, or as wide as their signs."""
    return tuple(max(plan.width(at), least) for at, least in enumerate(extras.least_widths(tree)))
