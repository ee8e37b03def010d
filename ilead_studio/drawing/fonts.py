"""The bundled faces as tables: which glyph a character has and how far it moves the pen.

Neither Qt nor a font library is needed; the table was made together with the font files. It is read
on first use.
"""

import json
from dataclasses import dataclass
from functools import cache
from typing import Final

from ilead_studio.resources import resource

REGULAR: Final = "Regular"
ITALIC: Final = "Italic"
SEMIBOLD: Final = "SemiBold"
FACES: Final = (REGULAR, ITALIC, SEMIBOLD)


@dataclass(frozen=True)
class Face:
    """One face. Heights are parts of the text size; ``advances`` are thousandths (of ``em``).

    ``numbers`` are the glyph numbers in the face's font file; ``high`` are those of combining marks
    where they stand over a capital letter.
    """

    name: str
    em: int
    ascent: float
    descent: float
    capital: float
    x_height: float
    numbers: dict[str, int]
    advances: dict[str, int]
    high: dict[str, int]


@cache
def _table() -> dict[str, Face]:
    raw = json.loads(resource("fonts", "widths.json").read_text(encoding="utf-8"))
    return {name: _face(name, raw[name]) for name in FACES}


def _face(name: str, raw: dict[str, object]) -> Face:
    em, glyphs, high = raw["em"], raw["glyphs"], raw["high"]
    if not isinstance(em, int) or not isinstance(glyphs, dict) or not isinstance(high, dict):
        raise TypeError(name)
    heights = [_number(raw[key]) / em for key in ("ascent", "descent", "capital", "x_height")]
    numbers = {char: glyph for char, (glyph, _) in glyphs.items()}
    advances = {char: advance for char, (_, advance) in glyphs.items()}
    return Face(name, em, heights[0], heights[1], heights[2], heights[3], numbers, advances, high)


def _number(value: object) -> float:
    if not isinstance(value, int | float):
        raise TypeError(value)
    return float(value)


def face(name: str) -> Face:
    """Return a face by its name. Raises KeyError for a face that is not bundled."""
    return _table()[name]


@cache
def coverage() -> frozenset[str]:
    """Return the characters that every bundled face has."""
    sets = [frozenset(face(name).numbers) for name in FACES]
    return sets[0].intersection(*sets[1:])
