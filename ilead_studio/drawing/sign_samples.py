"""One drawing of each sign alone, for a page that explains them all."""

from typing import Final

from ilead_studio.drawing import sign_shapes as shapes
from ilead_studio.drawing.change_signs import pill
from ilead_studio.drawing.driver_legend import line_samples
from ilead_studio.drawing.marks import Changed, party_letters
from ilead_studio.drawing.ops import Box, Drawing, Group
from ilead_studio.drawing.sign_shapes import MIDDLE, Sign, row
from ilead_studio.model import Workbook

_HALF: Final = 5.3
"""Half the height of the highest sign."""
_APART: Final = 3.4


def sample(sign: Sign) -> Drawing:
    """Return a drawing of a sign alone; its baseline is y = 0."""
    box = Box(0.0, MIDDLE - _HALF, max(sign.width, 1.0), 2 * _HALF)
    return Drawing(box, (Group("", "sign", 0.0, 0.0, box, box, sign.ops),))


def cause_samples() -> dict[str, Drawing]:
    """Return the signs that stand on causes, by their names."""
    signs = {
        "hunch": shapes.hunch(), "supported": shapes.supported(), "disputed": shapes.disputed(),
        "refuted": shapes.refuted(), "root": shapes.root(), "votes": shapes.dots(3),
        "lens": shapes.lens(), "copy": shapes.chain(),
    }  # fmt: skip
    return {name: sample(sign) for name, sign in signs.items()}


def idea_samples() -> dict[str, Drawing]:
    """Return the signs that stand on change ideas, by their names."""
    beads = row(tuple(map(shapes.bead, ("planned", "running", "decided"))), 0.0)
    signs = {
        "testing": shapes.testing(), "adapting": shapes.adapting(), "adopted": shapes.adopted(),
        "abandoned": shapes.abandoned(), "parked": shapes.parked(), "cycles": beads,
    }  # fmt: skip
    return {name: sample(sign) for name, sign in signs.items()}


def driver_samples() -> dict[str, Drawing]:
    """Return the lines and signs of driver diagrams, by their names."""
    lines = {name: kind.sign for name, kind in line_samples().items()}
    signs = {**lines, "measures": shapes.chart(), "answers": shapes.fish()}
    return {name: sample(sign) for name, sign in signs.items()}


def other_samples() -> dict[str, Drawing]:
    """Return the signs that stand anywhere, and those of what changed."""
    signs = {
        "note": shapes.note(), "added": pill(Changed("added")),
        "removed": pill(Changed("removed")), "reworded": pill(Changed("reworded")),
    }  # fmt: skip
    return {name: sample(sign) for name, sign in signs.items()}


def party_sample(workbook: Workbook) -> Drawing | None:
    """Return the signs of the parties of a workbook beside each other; None without parties."""
    letters = party_letters(workbook)
    signs = tuple(shapes.party(it.letter, it.place) for _, it in letters)
    return sample(row(signs, _APART)) if signs else None
