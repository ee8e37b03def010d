"""What a further place of an item can be: one more driver it serves, or a linked copy of a cause.

A drawn link, the field at an item and its preview all ask here, so that they offer the same.
"""

from collections.abc import Sequence
from typing import NamedTuple

from ilead_studio import edits
from ilead_studio.errors import EditError, StudioError
from ilead_studio.model import Fishbone, Idea, Page, Strength, Theory, Workbook, new_ids
from ilead_studio.rules.family import family
from ilead_studio.rules.find import fold
from ilead_studio.rules.outline import Row, outline
from ilead_studio.session.session import Edit
from ilead_studio.words import say


class Matches(NamedTuple):
    """The items whose words hold what was typed: those that can be linked to, and the others."""

    fit: tuple[Row, ...]
    unfit: tuple[Row, ...] = ()


def linking(
    page: Page, sources: Sequence[str], target: str, new_ids: Sequence[str], *, weak: bool = False
) -> Edit:
    """Return the edit that links; on a fishbone it puts linked copies with new ids there.

    Of several items those that serve the target already stay as they are, unless all of them do.
    """
    if isinstance(page, Fishbone):
        if target == page.id:
            raise EditError(say("A linked copy hangs on a bone, or below a cause."))
        return lambda book: _copied(book, sources, target, new_ids)
    new = _not_yet(page, sources, target) or sources
    return lambda book: _linked(book, new, target, "weak" if weak else "strong")


def _copied(
    book: Workbook, sources: Sequence[str], target: str, new_ids: Sequence[str]
) -> Workbook:
    for source, new_id in zip(sources, new_ids, strict=True):
        book = edits.copy_linked(book, source, new_id, target)
    return book


def _not_yet(page: Theory, sources: Sequence[str], target: str) -> tuple[str, ...]:
    """Return those of several items that do not serve a target yet."""
    there = {link.source for link in page.links if link.target == target}
    return tuple(it for it in sources if it not in there)


def _linked(book: Workbook, sources: Sequence[str], target: str, strength: Strength) -> Workbook:
    for source in sources:
        book = edits.link(book, source, target, strength)
    return book


def refusal(workbook: Workbook, page: Page, sources: Sequence[str], target: str) -> str:
    """Say why items cannot be linked to another one; empty when they can."""
    unused = new_ids(0)
    tried = tuple(unused() for _ in sources)
    try:
        linking(page, sources, target, tried)(workbook)
    except StudioError as error:
        return str(error)
    return ""


def unfit(workbook: Workbook, page: Page, sources: Sequence[str]) -> frozenset[str]:
    """Return the items of a page that others cannot be linked to, without trying each."""
    kin = family(workbook, page)
    if isinstance(page, Fishbone):
        same = {it for source in sources for it in edits.same_causes(workbook, source)}
        return frozenset({page.id}.union(*(kin.branch(it) for it in same if it in kin.items)))
    ideas = {it for it, item in kin.items.items() if isinstance(item, Idea)}
    below = set[str]().union(*(kin.serving(source) for source in sources))
    all_serve = set.intersection(*({*kin.parents.get(source, ())} for source in sources))
    return frozenset(ideas | below | all_serve)


def matches(workbook: Workbook, page: Page, sources: Sequence[str], typed: str) -> Matches:
    """Return the items of a page whose words hold what was typed, nearest column first."""
    bad = unfit(workbook, page, sources)
    found = _holding(workbook, page, sources, typed)
    fit = tuple(row for row in found if row.id not in bad)
    return Matches(fit, tuple(row for row in found if row.id in bad))


def served(workbook: Workbook, page: Page, source: str, typed: str) -> Matches:
    """Return what an item of a theory serves there, as far as its words hold what was typed."""
    ups = family(workbook, page).parents.get(source, ())
    found = _holding(workbook, page, (source,), typed)
    return Matches(tuple(row for row in found if row.id in ups))


def _holding(workbook: Workbook, page: Page, sources: Sequence[str], typed: str) -> list[Row]:
    rows, wanted = outline(workbook, page), fold(typed)
    here = next((row.column for row in rows if row.id == sources[-1]), 0)
    found = [row for row in rows if row.id not in sources and wanted in fold(row.text)]
    return sorted(found, key=lambda row: abs(row.column - here))
