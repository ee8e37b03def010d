"""What a further place of an item can be: one more driver it serves, or a linked copy of a cause.

A drawn link, the field at an item and its preview all ask here, so that they offer the same.
"""

from typing import NamedTuple

from ilead_studio import edits
from ilead_studio.errors import EditError, StudioError
from ilead_studio.model import Fishbone, Idea, Page, Workbook
from ilead_studio.rules.family import family
from ilead_studio.rules.find import fold
from ilead_studio.rules.outline import Row, outline
from ilead_studio.session.session import Edit
from ilead_studio.words import say


class Matches(NamedTuple):
    """The items whose words hold what was typed: those that can be linked to, and the others."""

    fit: tuple[Row, ...]
    unfit: tuple[Row, ...] = ()


def linking(page: Page, source: str, target: str, new_id: str, *, weak: bool = False) -> Edit:
    """Return the edit that links; on a fishbone it puts a linked copy with a new id there."""
    if not isinstance(page, Fishbone):
        return lambda book: edits.link(book, source, target, "weak" if weak else "strong")
    if target == page.id:
        raise EditError(say("A linked copy hangs on a bone, or below a cause."))
    return lambda book: edits.copy_linked(book, source, new_id, target)


def refusal(workbook: Workbook, page: Page, source: str, target: str) -> str:
    """Say why an item cannot be linked to another one; empty when it can."""
    try:
        linking(page, source, target, UNUSED)(workbook)
    except StudioError as error:
        return str(error)
    return ""


UNUSED = "aaaaaaaaaa"
"""An id for a copy that is only tried."""


def unfit(workbook: Workbook, page: Page, source: str) -> frozenset[str]:
    """Return the items of a page that an item cannot be linked to, without trying each."""
    kin = family(workbook, page)
    if isinstance(page, Fishbone):
        same = edits.same_causes(workbook, source)
        return frozenset({page.id}.union(*(kin.branch(it) for it in same if it in kin.items)))
    ideas = {it for it, item in kin.items.items() if isinstance(item, Idea)}
    return frozenset(ideas | kin.serving(source) | {*kin.parents.get(source, ())})


def matches(workbook: Workbook, page: Page, source: str, typed: str) -> Matches:
    """Return the items of a page whose words hold what was typed, nearest column first."""
    bad = unfit(workbook, page, source)
    found = _holding(workbook, page, source, typed)
    fit = tuple(row for row in found if row.id not in bad)
    return Matches(fit, tuple(row for row in found if row.id in bad))


def served(workbook: Workbook, page: Page, source: str, typed: str) -> Matches:
    """Return what an item of a theory serves there, as far as its words hold what was typed."""
    ups = family(workbook, page).parents.get(source, ())
    found = _holding(workbook, page, source, typed)
    return Matches(tuple(row for row in found if row.id in ups))


def _holding(workbook: Workbook, page: Page, source: str, typed: str) -> list[Row]:
    rows, wanted = outline(workbook, page), fold(typed)
    here = next((row.column for row in rows if row.id == source), 0)
    found = [row for row in rows if row.id != source and wanted in fold(row.text)]
    return sorted(found, key=lambda row: abs(row.column - here))
