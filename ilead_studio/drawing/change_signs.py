"""How it is drawn that an item changed since an older version: by shape and word, never by colour.

A pill with a word stands after the item's words. Added has a thick edge, removed a dashed one,
reworded a double one, moved one of dashes and dots (pictures of the look, 27).
"""

from functools import lru_cache
from typing import Final

from ilead_studio.drawing.fonts import SEMIBOLD
from ilead_studio.drawing.marks import Changed, Marks
from ilead_studio.drawing.ops import Box, Pen, Rect
from ilead_studio.drawing.sign_shapes import MIDDLE, SMALL, Sign, framed
from ilead_studio.drawing.text import text_line, width
from ilead_studio.words import count, say

_ADDED: Final = 2.2
_FIRM: Final = 1.3
_REMOVED: Final = (4.5, 2.5)
_MOVED: Final = (6.0, 2.0, 1.4, 2.0)
_INSET: Final = 2.4
"""From the outer edge of what is reworded to the inner one."""
_END: Final = 3.6
"""From the word in a pill to its end."""


def is_removed(marks: Marks) -> bool:
    """Tell whether an item is no longer there."""
    return marks.changed is not None and marks.changed.sort == "removed"


def change_words(changed: Changed) -> str:
    """Say what happened to an item in one or two words; with several changes how many."""
    if changed.number > 1:
        return count(changed.number, "{number} change", "{number} changes")
    return {
        "added": say("added"),
        "removed": say("removed"),
        "reworded": say("reworded"),
        "moved": say("moved"),
        "relinked": say("relinked"),
        "evidence": say("evidence changed"),
        "state": say("state changed"),
    }.get(changed.sort, say("changed"))


def pill(changed: Changed) -> Sign:
    """Return the word for what happened: filled for added, square for removed, else round."""
    words = change_words(changed)
    if changed.sort == "added":
        return _filled(f"+ {words}")
    if changed.sort == "removed":
        return framed(f"− {words}", "ink_soft", 0.0, "paper")
    return framed(words, "ink_soft", 4.75, "paper")


@lru_cache(64)
def _filled(words: str) -> Sign:
    wide = width(words, SEMIBOLD, SMALL) + 2 * _END
    ground = Rect(Box(0.0, MIDDLE - 5.1, wide, 10.2), 5.1, "ink")
    return Sign(wide, (ground, text_line(_END, -0.4, words, SEMIBOLD, SMALL, "paper")))


def pen_of_change(marks: Marks, usual: Pen) -> Pen:
    """Return the pen for the line or the edge of an item, the usual one if nothing happened."""
    pens = {
        "added": Pen("ink_line", _ADDED),
        "removed": Pen("ink_line", _FIRM, _REMOVED),
        "reworded": Pen("ink_line", _FIRM),
        "moved": Pen("ink_line", _FIRM, _MOVED),
    }
    return pens.get(marks.changed.sort, usual) if marks.changed else usual


def edges(box: Box, radius: float, marks: Marks, usual: Pen) -> tuple[Rect, ...]:
    """Return the frame of a box: its ground and edge, and a second edge if it was reworded."""
    fill = "tint0" if is_removed(marks) else "paper"
    outer = Rect(box, radius, fill, pen_of_change(marks, usual))
    if marks.changed is None or marks.changed.sort != "reworded":
        return (outer,)
    inner = Box(box.x + _INSET, box.y + _INSET, box.w - 2 * _INSET, box.h - 2 * _INSET)
    return outer, Rect(inner, max(radius - _INSET, 0.0), None, Pen("ink_line", 0.7))
