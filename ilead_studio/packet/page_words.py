"""What pages of the workbook are called on paper: over them, in contents, in bookmarks."""

from math import isinf
from typing import Final

from ilead_studio.drawing.fonts import REGULAR
from ilead_studio.drawing.text import wrapped
from ilead_studio.model import Page
from ilead_studio.rules.names import kind_name, root_words
from ilead_studio.words import say

_SHORT: Final = 70
"""Most characters of a line in a list of contents."""


def title_of(page: Page) -> str:
    """Return what stands over a page: its title, or its kind, because its head is in sight."""
    return page.title or kind_name(page)


def short_name(page: Page) -> str:
    """Return a name that tells a page from others in a list: its title, or how it begins."""
    said = cut(page.title or root_words(page))
    if page.title:
        return said
    return say("{kind}: {words}", kind=kind_name(page), words=said) if said else kind_name(page)


def cut(text: str, most: int = _SHORT) -> str:
    """Return a text short enough for a list, cut between words."""
    return text if len(text) <= most else text[:most].rsplit(" ", 1)[0] + "…"


def fitted(text: str, wide: float, lines: int = 1) -> str:
    """Return as much of a text as stands on so many lines of a width, in the height of its type.

    However wide its letters are, it takes no more lines than that.
    """
    if fits(text, wide, lines):
        return text
    shown = " ".join(wrapped(text, REGULAR, 1.0, wide - 1, balanced=False)[:lines])
    return f"{shown.rstrip(' ,;:.')}…"


def fits(text: str, wide: float, lines: int = 1) -> bool:
    """Tell whether a text stands on so many lines of a width, in the height of its type.

    A width may be without end: then every text does.
    """
    return isinf(wide) or len(wrapped(text, REGULAR, 1.0, wide, balanced=False)) <= lines
