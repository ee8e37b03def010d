"""How much of a page is drawn: so many levels, or over several pages at a size that can be read."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from math import inf
from typing import Final

from ilead_studio.drawing.continued import continued
from ilead_studio.drawing.driver_boxes import LARGEST_WORDS
from ilead_studio.drawing.driver_fold import shown
from ilead_studio.drawing.driver_plan import is_too_high
from ilead_studio.drawing.fishbone_branches import folded
from ilead_studio.drawing.fishbone_continued import continued_fishbone
from ilead_studio.drawing.marks import Marks, View, marks_of
from ilead_studio.drawing.measured import Measured
from ilead_studio.drawing.room import Room
from ilead_studio.model import Fishbone, Page, Theory, Workbook
from ilead_studio.rules.outline import Row, outline

READABLE: Final = 8.0
"""Smallest words, in points, that are read on paper without effort."""


def deepest(rows: Sequence[Row]) -> int:
    """Return how many levels stand under the head or the aim."""
    return max((row.depth for row in rows), default=0)


def fewer(workbook: Workbook, some: Iterable[Page]) -> range:
    """Return to how many levels pages can be drawn so that something is folded."""
    return range(1, max((deepest(outline(workbook, it)) for it in some), default=0))


def view_of(workbook: Workbook, page: Page, levels: int = 0, *, has_refs: bool = False) -> View:
    """Return a view of so many levels of a page, 0 for all; what is below them is folded.

    With ``has_refs`` each item shows its reference, so that paper can come back; that of the head
    or of the aim is the page's own. Drawings have them as long as words stay ``READABLE``.
    """
    rows = outline(workbook, page)
    heads = (row.id for row in rows if row.depth == levels) if levels else ()
    view = View(frozenset(heads), marks_of(workbook))
    return with_refs(view, rows) if has_refs else view


def with_refs(view: View, rows: Sequence[Row]) -> View:
    """Return a view in which each item below the head shows its reference."""
    refs = {it.id: view.of(it.id)._replace(ref=it.ref) for it in rows[1:]}
    return replace(view, marks={**view.marks, **refs})


def rows_in(
    workbook: Workbook, page: Page, view: View
) -> tuple[Sequence[Row], Mapping[str, Marks]]:
    """Return the rows that a view shows, and their marks: heads count what is folded below them."""
    rows = outline(workbook, page)
    if not view.folded:
        return rows, view.marks
    if isinstance(page, Fishbone):
        return folded(rows, view)
    visible, extras = shown(rows, view)
    return visible, extras.marks


def may_be_read(page: Page, rows: Sequence[Row], room: Room) -> bool:
    """Tell whether rows may be read on one sheet; of a large theory it is soon known if not."""
    is_large = isinstance(page, Theory) and is_too_high(rows, room, READABLE / LARGEST_WORDS)
    return not is_large


def over_pages(
    workbook: Workbook, page: Page, room: Room, view: View, most: float = inf
) -> tuple[Measured, ...]:
    """Measure a page on as many pages as it needs to be ``READABLE``.

    Nothing comes back if that takes more than ``most`` pages.
    """
    rows = outline(workbook, page)
    if isinstance(page, Fishbone):
        return continued_fishbone(rows, room, page.mirrored, view, READABLE, most)
    return continued(rows, room, page.headings, view, READABLE, most)
