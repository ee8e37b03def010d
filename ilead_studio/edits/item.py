"""Edits that work on whatever is selected: a cause, a driver, an idea, a head or an aim."""

from collections.abc import Callable, Collection
from typing import Final, Literal

from ilead_studio.edits.copies import without_originals
from ilead_studio.edits.driver import add_driver, delete_drivers, move_driver
from ilead_studio.edits.everywhere import left_behind
from ilead_studio.edits.fields import unanswered, with_items
from ilead_studio.edits.fishbone import add_cause, delete_branches, move_branch
from ilead_studio.edits.idea import add_idea, delete_ideas, move_idea
from ilead_studio.edits.parts import gone, short_enough, with_page, words_for
from ilead_studio.errors import EditError, TooLong
from ilead_studio.model import (
    Cause,
    Driver,
    Fishbone,
    Idea,
    Item,
    Theory,
    Workbook,
    find,
    page_of,
    pages,
    replace,
)
from ilead_studio.model.text import NOTES_MAX, tidy, tidy_lines
from ilead_studio.rules.family import family
from ilead_studio.rules.places import place_of
from ilead_studio.words import say

Kind = Literal["cause", "driver", "idea"]
Placing = Callable[[Workbook, str, str, str | None], Workbook]

_ADD: Final = {"cause": add_cause, "driver": add_driver, "idea": add_idea}
_MOVE: Final[dict[type, Placing]] = {Cause: move_branch, Driver: move_driver, Idea: move_idea}


def add(
    workbook: Workbook,
    kind: Kind,
    new_id: str,
    text: str,
    parent_id: str,
    before: str | None = None,
) -> Workbook:
    """Add an item of a kind under a parent, before a sibling or last."""
    return _ADD[kind](workbook, new_id, text, parent_id, before)


def move(workbook: Workbook, item_id: str, parent_id: str, before: str | None = None) -> Workbook:
    """Move an item under a parent, before a sibling or last.

    Raises:
        EditError: if it is a head or an aim, or the place is impossible.
    """
    item = _item(workbook, item_id)
    if isinstance(item, Fishbone | Theory):
        raise EditError(say("The head and the aim stay where they are."))
    if _stands_there(workbook, item_id, parent_id, before):
        return workbook
    return _MOVE[type(item)](workbook, item_id, parent_id, before)


def move_all(
    workbook: Workbook, ids: Collection[str], parent_id: str, before: str | None = None
) -> Workbook:
    """Move several items of a page under a parent, in outline order, before a sibling or last.

    Those that stand below another one of them go along with it.

    Raises:
        EditError: if one of them cannot go there; none has moved then.
    """
    page = page_of(workbook, parent_id)
    if page is None:
        raise gone()
    kin = family(workbook, page)
    moving = {below for it in ids if it in kin.items for below in kin.branch(it)}
    if before in moving:
        beside = kin.stands.get(parent_id, ())
        rest = beside[beside.index(before) :] if before in beside else ()
        before = next((it for it in rest if it not in moving), None)
    for item_id in kin.tops(ids) or ids:
        workbook = move(workbook, item_id, parent_id, before)
    return workbook


def _stands_there(workbook: Workbook, item_id: str, parent_id: str, before: str | None) -> bool:
    page = page_of(workbook, parent_id)
    if page is None or item_id not in family(workbook, page).items:
        return False
    here = place_of(workbook, page, item_id)
    return parent_id == here.parent_id and before in (item_id, here.before)


def rename(workbook: Workbook, item_id: str, text: str) -> Workbook:
    """Change the words of an item; those of a head or an aim may be empty.

    Raises:
        EditError: if the item is not there, or the words do not fit.
    """
    match _item(workbook, item_id):
        case Fishbone() as page:
            return with_page(workbook, replace(page, head=short_enough(tidy(text))))
        case Theory() as page:
            return with_page(workbook, replace(page, aim=short_enough(tidy(text))))
        case item:
            return with_items(workbook, [replace(item, text=words_for(text))])


def note(workbook: Workbook, item_id: str, notes: str) -> Workbook:
    """Change the notes of an item.

    Raises:
        EditError: if the item is not there, or the notes are too long.
    """
    item = _item(workbook, item_id)
    return with_items(workbook, [replace(item, notes=fitting_note(notes))])


def fitting_note(notes: str) -> str:
    """Return notes as they are kept.

    Raises:
        TooLong: if there are too many.
    """
    kept = tidy_lines(notes)
    if len(kept) > NOTES_MAX:
        most = f"{NOTES_MAX:,}"
        raise TooLong(say("A note holds {most} characters; this one has more.", most=most))
    return kept


def _item(workbook: Workbook, item_id: str) -> Item:
    item = find(workbook, item_id)
    if item is None:
        raise gone()
    return item


def delete(workbook: Workbook, ids: Collection[str]) -> Workbook:
    """Delete items and all below them that serves nothing else.

    Raises:
        EditError: if a head or an aim is among them.
    """
    named = set(ids)
    if any(page.id in named for page in pages(workbook)):
        raise EditError(say("The head and the aim stay: change their words instead."))
    lost, was = doomed(workbook, named), workbook
    workbook = delete_branches(without_originals(workbook, lost), named)
    workbook = delete_drivers(unanswered(workbook, lost), named)
    linked = {it.source for theory in workbook.theories for it in theory.links}
    return left_behind(was, delete_ideas(workbook, named | (lost - linked)))


def doomed_cycles(workbook: Workbook, ids: Collection[str]) -> int:
    """Count the cycles that a delete of these items takes along with their ideas."""
    tested = {cycle.idea_id for cycle in workbook.cycles}
    if tested.isdisjoint(doomed(workbook, ids)):
        return 0
    return len(workbook.cycles) - len(delete(workbook, ids).cycles)


def doomed(workbook: Workbook, ids: Collection[str]) -> set[str]:
    """Return the ids of everything that a delete of these items takes off its page."""
    lost = {idea.id for idea in workbook.ideas}.intersection(ids)
    for page in pages(workbook):
        lost |= family(workbook, page).going_with(ids)
    return lost
