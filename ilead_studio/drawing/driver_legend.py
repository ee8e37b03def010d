"""What the lines of a driver diagram mean: the kinds in use stand first in its legend."""

from collections.abc import Iterator
from typing import Final

from ilead_studio.drawing.driver_boxes import Extras
from ilead_studio.drawing.driver_columns import Tree
from ilead_studio.drawing.driver_fans import Head, Stroke
from ilead_studio.drawing.driver_lines import line_ops
from ilead_studio.drawing.legend import Kind, Legend, in_use, kinds_in_use, legend
from ilead_studio.drawing.marks import PLAIN, Marks
from ilead_studio.drawing.sign_shapes import MIDDLE, Sign
from ilead_studio.words import said_once, say

_KEPT: Final = 256
"""Legends kept: most pages of a theory have the same one."""
_SAMPLE: Final = 22.0
"""Length of the line that is shown."""


def legend_of(tree: Tree, extras: Extras, width: float) -> Legend:
    """Explain the lines and signs in use, in lines no wider than ``width`` points."""
    marks = (extras.marks.get(row.id, PLAIN) for row in tree.rows) if extras.marks else ()
    return _legend(tuple(_lines(tree)), in_use(marks), width)


@said_once(_KEPT)
def _legend(lines: tuple[str, ...], used: tuple[Marks, ...], width: float) -> Legend:
    samples = line_samples()
    return legend((*(samples[it] for it in lines), *kinds_in_use(used)), width)


def _lines(tree: Tree) -> Iterator[str]:
    """Name the kinds of lines in use."""
    if tree.further:
        yield "also"
    if any(row.weak for row in tree.rows):
        yield "weak"
    if _skips(tree):
        yield "skips"


def line_samples() -> dict[str, Kind]:
    """Return a piece of each kind of line, with its words."""
    return {
        "strong": _kind(say("serves")),
        "also": _kind(say("also serves"), Head("dot", (_SAMPLE, MIDDLE)), is_further=True),
        "weak": _kind(say("serves weakly"), is_weak=True),
        "skips": _kind(say("skips a level"), Head("ring", (_SAMPLE / 2, MIDDLE))),
    }


def _kind(words: str, *heads: Head, is_weak: bool = False, is_further: bool = False) -> Kind:
    line = Stroke(((0.0, MIDDLE), (_SAMPLE, MIDDLE)), is_weak, is_further)
    return Kind(Sign(_SAMPLE, line_ops((line, *heads))), words)


def _skips(tree: Tree) -> bool:
    """Tell whether any link, of the outline or further, leads over a column of drivers."""
    if len(tree.kids) == len(tree.rows) and not tree.further:
        return False
    columns = {row.id: row.column for row in tree.rows}
    return any(
        row.column > columns[up] + 1 for row in tree.rows for up in (row.parent_id, *row.also) if up
    )
