"""Where the ideas stand in the square of effort and impact: four steps a side, in pixels."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from ilead_studio.drawing.ops import Box
from ilead_studio.rules.ideas import IdeaRow

STEPS: Final = 4
_INSET: Final = 6
_NAME: Final = 16
_OFFSET: Final = 8
_MOST: Final = 4
"""Cards of a stack whose edges are seen."""


class Place(NamedTuple):
    """A card: its box, and how many stand in its cell; ``on_top`` is painted over the others."""

    row: IdeaRow
    box: Box
    number: int
    on_top: bool


class Grid(NamedTuple):
    """The square itself, and the strip of ideas that have no place yet."""

    square: Box
    strip: Box

    def cell(self, effort: int, impact: int) -> Box:
        """Return the cell of a step of effort (from the left) and of impact (from below)."""
        wide, tall = self.square.w / STEPS, self.square.h / STEPS
        left = self.square.x + (effort - 1) * wide
        return Box(left, self.square.y + (STEPS - impact) * tall, wide, tall)

    def step_at(self, x: float, y: float) -> tuple[int, int]:
        """Return effort and impact at a point; zeros outside the square."""
        across, up = x - self.square.x, self.square.bottom - y
        inside = 0 <= across < self.square.w and 0 <= up < self.square.h
        if not inside:
            return 0, 0
        return (
            int(across / self.square.w * STEPS) + 1,
            min(STEPS, int(up / self.square.h * STEPS) + 1),
        )


def places(rows: Sequence[IdeaRow], grid: Grid, chosen: str, scale: float) -> tuple[Place, ...]:
    """Return where the placed ideas stand, in the order in which they are painted.

    Several in a cell stand in a stack, each a little further down; the chosen one is on top.
    """
    cells: dict[tuple[int, int], list[IdeaRow]] = {}
    for row in rows:
        if row.idea.effort and row.idea.impact:
            cells.setdefault((row.idea.effort, row.idea.impact), []).append(row)
    made: list[Place] = []
    for (effort, impact), here in cells.items():
        made += _stack(here, _below_names(grid, effort, impact, scale), chosen, scale)
    return tuple(made)


def _below_names(grid: Grid, effort: int, impact: int, scale: float) -> Box:
    """Return the room of a cell: the highest and the lowest have a name at their outer edge."""
    cell, name = grid.cell(effort, impact), _NAME * scale
    if impact == STEPS:
        return Box(cell.x, cell.y + name, cell.w, cell.h - name)
    return Box(cell.x, cell.y, cell.w, cell.h - name) if impact == 1 else cell


def _stack(here: list[IdeaRow], cell: Box, chosen: str, scale: float) -> list[Place]:
    inset, offset = _INSET * scale, _OFFSET * scale
    at = next((n for n, it in enumerate(here) if it.idea.id == chosen), len(here) - 1)
    order = [*here[at + 1 :], *here[: at + 1]][-_MOST:]  # going back through it comes to all
    deep = len(order) - 1
    wide, tall = cell.w - 2 * inset - deep * offset, cell.h - 2 * inset - deep * offset
    stack = []
    for n, row in enumerate(order):
        box = Box(cell.x + inset + n * offset, cell.y + inset + n * offset, wide, tall)
        stack.append(Place(row, box, len(here), n == deep))
    return stack


def waiting(
    rows: Sequence[IdeaRow], strip: Box, least: float, gap: float, chosen: str
) -> tuple[Place, ...]:
    """Return the ideas without a place side by side in the strip, as many as there is room for.

    The chosen one is always among them. Few of them grow to half as wide again as the ``least``.
    """
    every = [row for row in rows if not (row.idea.effort and row.idea.impact)]
    room = max(1, min(len(every), int((strip.w + gap) / (least + gap))))
    wide = min(1.5 * least, (strip.w + gap) / room - gap)
    at = next((n for n, row in enumerate(every) if row.idea.id == chosen), 0)
    first = max(0, min(at - room + 1, len(every) - room))
    return tuple(
        Place(row, Box(strip.x + n * (wide + gap), strip.y, wide, strip.h), len(every), True)
        for n, row in enumerate(every[first : first + room])
    )
