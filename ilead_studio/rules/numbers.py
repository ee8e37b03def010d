"""Numbers as people type and paste them, and as they are said again."""

import re
from typing import Final, NamedTuple

from ilead_studio.words import say

_SPACED: Final = re.compile(r"(?<=\d)[ \u00a0\u202f'’](?=\d{3}(?!\d))")
_COMMAS: Final = re.compile(r"-?[1-9]\d{0,2}(,\d{3})+(\.\d+)?")
_POINTS: Final = re.compile(r"-?[1-9]\d{0,2}((\.\d{3})+,\d+|(\.\d{3}){2,})")
_PLAIN: Final = re.compile(r"-?(\d+[.,]?|\d*[.,]\d+)")
_MISSING: Final = frozenset(
    {"", "-", "–", "—", ".", "?", "n/a", "na", "none", "missing", "no data"}
)
_OF: Final = re.compile(r"(.+?)(?: (?:of|out of) |/)(.+)")
_LARGEST: Final = 1e12


class Figure(NamedTuple):
    """What stands in a cell: a number, perhaps one of so many, or None for one that is missing."""

    value: float | None = None
    of: float | None = None
    is_percent: bool = False


def read_number(text: str) -> float | None:
    """Read a number with a point or a comma: "1,240", "0,5", "1 240.5"; None for what is none.

    A comma before three figures parts thousands, as in the United States, unless a zero is before.
    """
    typed = _SPACED.sub("", text.strip().replace("−", "-").removeprefix("+"))
    if _COMMAS.fullmatch(typed):
        typed = typed.replace(",", "")
    elif _POINTS.fullmatch(typed):
        typed = typed.replace(".", "").replace(",", ".")
    elif _PLAIN.fullmatch(typed):
        typed = typed.replace(",", ".")
    else:
        return None
    number = float(typed) if typed.isascii() else None
    return number if number is not None and abs(number) <= _LARGEST else None


def read_figure(text: str) -> Figure | None:
    """Read a cell: "34", "34,5 %", "72 of 212", "72/212", "n/a"; None for what is no number."""
    typed = " ".join(text.split())
    if typed.casefold() in _MISSING:
        return Figure()
    if typed.endswith("%"):
        number = read_number(typed[:-1])
        return None if number is None else Figure(number, None, is_percent=True)
    if found := _OF.fullmatch(typed):
        part, whole = read_number(found[1]), read_number(found[2])
        return None if part is None or whole is None or whole <= 0 else Figure(part, whole)
    number = read_number(typed)
    return None if number is None else Figure(number)


def number_text(number: float) -> str:
    """Say a number in figures, with as many places as it needs, three at most: "1,240", "0.5"."""
    rounded = round(number, 3)
    return f"{rounded:,.0f}" if rounded == int(rounded) else f"{rounded:,.3f}".rstrip("0")


def with_unit(number: float, unit: str) -> str:
    """Say a number with its unit: "46 %", "12 days"."""
    return say("{number} {unit}", number=number_text(number), unit=unit).strip()
