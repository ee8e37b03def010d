"""Several diagrams in one workbook: one with bones, a copy, their order, and taking one out."""

from collections.abc import Mapping, Sequence
from typing import TypeVar

from ilead_studio.edits.copies import without_originals
from ilead_studio.edits.everywhere import left_behind
from ilead_studio.edits.fields import unanswered
from ilead_studio.edits.lines import NewLine, add_lines
from ilead_studio.edits.parts import gone, numbered, numbered_all, placed, short_enough
from ilead_studio.model import (
    Cause,
    Driver,
    Fishbone,
    Ids,
    Page,
    Theory,
    Workbook,
    find,
    replace,
)
from ilead_studio.model.text import tidy

P = TypeVar("P", Fishbone, Theory)


def page_with_id(workbook: Workbook, page_id: str) -> Page:
    """Return the page with an id.

    Raises:
        EditError: if there is none.
    """
    page = find(workbook, page_id)
    if not isinstance(page, Fishbone | Theory):
        raise gone()
    return page


def add_bones(workbook: Workbook, page_id: str, bones: Sequence[str], fresh: Ids) -> Workbook:
    """Add bones to a fishbone, in order, after those that it has.

    Raises:
        EditError: if there is no such page.
    """
    return add_lines(workbook, [NewLine(0, bone) for bone in bones], page_id, None, fresh)[0]


def duplicate_page(workbook: Workbook, page_id: str, title: str, fresh: Ids) -> Workbook:
    """Put a copy of a page after it, under a name of its own.

    Causes and drivers of the copy have ids and references of their own; the change ideas are the
    same ones, because an idea can serve several theories. The copy is the page's next neighbour.

    Raises:
        EditError: if there is no such page, or its references run out.
    """
    page, title = page_with_id(workbook, page_id), short_enough(tidy(title))
    new = {it: fresh() for it in (page.id, *(item.id for item in items_of(page)))}
    return with_copy(workbook, replace(page, title=title), new)


def items_of(page: Page) -> tuple[Cause, ...] | tuple[Driver, ...]:
    """Return what a page keeps: its causes or its drivers."""
    return page.causes if isinstance(page, Fishbone) else page.drivers


def with_copy(workbook: Workbook, page: Page, new: Mapping[str, str]) -> Workbook:
    """Put a copy of a page beside it, or last if it is no longer there.

    ``new`` says the ids that the page and its items, and what else they name, have in the copy;
    what it does not say stays. References are new.

    Raises:
        EditError: if references run out.
    """
    if isinstance(page, Fishbone):
        return _with_fishbone_copy(workbook, page, new)
    return _with_theory_copy(workbook, page, new)


def _with_fishbone_copy(workbook: Workbook, page: Fishbone, new: Mapping[str, str]) -> Workbook:
    workbook, ref = numbered(workbook, "fishbones")
    workbook, refs = numbered_all(workbook, "causes", len(page.causes))
    causes = (
        replace(
            cause,
            id=new[cause.id],
            ref=cause_ref,
            parent_id=new[cause.parent_id],
            same_as=new.get(cause.same_as or "", cause.same_as),
        )
        for cause, cause_ref in zip(page.causes, refs, strict=True)
    )
    copy = replace(page, id=new[page.id], ref=ref, causes=tuple(causes))
    return replace(workbook, fishbones=_beside(workbook.fishbones, copy, page.id))


def _with_theory_copy(workbook: Workbook, page: Theory, new: Mapping[str, str]) -> Workbook:
    workbook, ref = numbered(workbook, "theories")
    workbook, refs = numbered_all(workbook, "drivers", len(page.drivers))
    drivers = tuple(
        replace(
            driver,
            id=new[driver.id],
            ref=driver_ref,
            answers=tuple(new.get(it, it) for it in driver.answers),
        )
        for driver, driver_ref in zip(page.drivers, refs, strict=True)
    )
    links = tuple(
        replace(link, source=new.get(link.source, link.source), target=new[link.target])
        for link in page.links
    )
    copy = replace(page, id=new[page.id], ref=ref, drivers=drivers, links=links)
    return replace(workbook, theories=_beside(workbook.theories, copy, page.id))


def _beside(pages: tuple[P, ...], copy: P, page_id: str) -> tuple[P, ...]:
    ids = [page.id for page in pages]
    following = ids[ids.index(page_id) + 1 :] if page_id in ids else []
    return placed(pages, copy, following[0] if following else None)


def move_page(workbook: Workbook, page_id: str, before: str | None) -> Workbook:
    """Put a page before another of its kind, or last.

    Raises:
        EditError: if there is no such page.
    """
    page = page_with_id(workbook, page_id)
    if isinstance(page, Fishbone):
        return replace(workbook, fishbones=placed(workbook.fishbones, page, before))
    return replace(workbook, theories=placed(workbook.theories, page, before))


def delete_page(workbook: Workbook, page_id: str) -> Workbook:
    """Take a page out with all its causes or drivers; change ideas stay in the workbook.

    Votes on its causes go with it.

    Raises:
        EditError: if there is no such page.
    """
    page, was = page_with_id(workbook, page_id), workbook
    if isinstance(page, Theory):
        left = tuple(it for it in workbook.theories if it.id != page_id)
        return left_behind(was, replace(workbook, theories=left))
    lost = {cause.id for cause in page.causes}
    workbook = unanswered(without_originals(workbook, lost), lost)
    left_over = tuple(it for it in workbook.fishbones if it.id != page_id)
    return left_behind(was, replace(workbook, fishbones=left_over))
