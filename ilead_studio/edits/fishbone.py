"""Edits of a fishbone: bones, causes and whys."""

from collections.abc import Collection

from ilead_studio.edits.parts import gone, numbered, placed, placed_all, with_page, words_for
from ilead_studio.errors import EditError
from ilead_studio.model import Cause, Fishbone, Workbook, find, page_of, replace
from ilead_studio.model.soundness import DEEPEST
from ilead_studio.rules.family import family
from ilead_studio.words import say


def add_cause(
    workbook: Workbook, new_id: str, text: str, parent_id: str, before: str | None = None
) -> Workbook:
    """Put a new cause under a parent (the fishbone itself: a bone), before a sibling or last.

    Raises:
        EditError: if the parent is not there, is too deep, or the words do not fit.
    """
    page = fishbone_of(workbook, parent_id)
    refuse_depth(workbook, page, parent_id, 1)
    workbook, ref = numbered(workbook, "causes")
    cause = Cause(id=new_id, ref=ref, parent_id=parent_id, text=words_for(text))
    return with_page(workbook, replace(page, causes=placed_all(page.causes, [cause], before)))


def move_branch(
    workbook: Workbook, cause_id: str, parent_id: str, before: str | None = None
) -> Workbook:
    """Move a cause with all its whys under a parent, before a sibling or last.

    Raises:
        EditError: if it would hang below itself, on another page, or too deep.
    """
    page = fishbone_of(workbook, parent_id)
    kin = family(workbook, page)
    if cause_id not in kin.items:
        raise EditError(say("A cause can only be moved within its own fishbone."))
    branch = kin.branch(cause_id)
    if parent_id in branch:
        raise EditError(say("A cause cannot hang below itself. It stays where it was."))
    levels = {cause_id: 1}
    for below in branch[1:]:
        levels[below] = levels[kin.parents[below][0]] + 1
    refuse_depth(workbook, page, parent_id, max(levels.values()))
    cause = next(it for it in page.causes if it.id == cause_id)
    moved = replace(cause, parent_id=parent_id)
    return with_page(workbook, replace(page, causes=placed(page.causes, moved, before)))


def delete_branches(workbook: Workbook, ids: Collection[str]) -> Workbook:
    """Delete causes with all their whys."""
    for page in workbook.fishbones:
        lost = family(workbook, page).going_with(ids)
        if lost:
            left = tuple(cause for cause in page.causes if cause.id not in lost)
            workbook = with_page(workbook, replace(page, causes=left))
    return workbook


def fishbone_of(workbook: Workbook, item_id: str) -> Fishbone:
    """Return the fishbone on which a cause stands, or whose head is meant.

    Raises:
        EditError: if there is none.
    """
    page = page_of(workbook, item_id)
    if isinstance(page, Fishbone):
        return page
    if find(workbook, item_id) is None:
        raise gone()
    raise EditError(say("A cause hangs on the head of a fishbone, or on another cause."))


def refuse_depth(workbook: Workbook, page: Fishbone, parent_id: str, levels: int) -> None:
    """Refuse so many levels below a parent, if the page would be too deep with them.

    Raises:
        EditError: if it would.
    """
    kin, depth, up = family(workbook, page), 0, parent_id
    while up != page.id:
        depth, up = depth + 1, kin.parents[up][0]
    if depth + levels > DEEPEST:
        raise EditError(say("Whys can be asked {most} levels deep, not deeper.", most=DEEPEST))
