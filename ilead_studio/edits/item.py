"""Edits that work on whatever is selected: a cause, a driver, an idea, a head or an aim."""

from collections.abc import Callable, Collection
from typing import Final, Literal

from ilead_studio.edits.driver import add_driver, delete_drivers, lost_with, move_driver
from ilead_studio.edits.fishbone import add_cause, delete_branches, move_branch
from ilead_studio.edits.idea import add_idea, delete_ideas, move_idea
from ilead_studio.edits.parts import gone, short_enough, swapped, with_page, words_for
from ilead_studio.errors import EditError
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
    replace,
)
from ilead_studio.model.text import NOTES_MAX, tidy, tidy_lines
from ilead_studio.rules.family import family
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
    step = _MOVE.get(type(find(workbook, item_id)))
    if step is None:
        raise EditError(say("The head and the aim stay where they are."))
    return step(workbook, item_id, parent_id, before)


def rename(workbook: Workbook, item_id: str, text: str) -> Workbook:
    """Change the words of an item; those of a head or an aim may be empty.

    Raises:
        EditError: if the item is not there, or the words do not fit.
    """
    item = find(workbook, item_id)
    if isinstance(item, Fishbone):
        return with_page(workbook, replace(item, head=short_enough(tidy(text))))
    if isinstance(item, Theory):
        return with_page(workbook, replace(item, aim=short_enough(tidy(text))))
    if item is None:
        raise gone()
    return _with_item(workbook, replace(item, text=words_for(text)))


def note(workbook: Workbook, item_id: str, notes: str) -> Workbook:
    """Change the notes of an item.

    Raises:
        EditError: if the item is not there, or the notes are too long.
    """
    item = find(workbook, item_id)
    if item is None:
        raise gone()
    kept = tidy_lines(notes)
    if len(kept) > NOTES_MAX:
        most = f"{NOTES_MAX:,}"
        raise EditError(say("A note holds {most} characters; this one has more.", most=most))
    return _with_item(workbook, replace(item, notes=kept))


def _with_item(workbook: Workbook, item: Item) -> Workbook:
    if isinstance(item, Fishbone | Theory):
        return with_page(workbook, item)
    if isinstance(item, Idea):
        return replace(workbook, ideas=swapped(workbook.ideas, item))
    page = page_of(workbook, item.id)
    if isinstance(page, Fishbone) and isinstance(item, Cause):
        return with_page(workbook, replace(page, causes=swapped(page.causes, item)))
    if isinstance(page, Theory) and isinstance(item, Driver):
        return with_page(workbook, replace(page, drivers=swapped(page.drivers, item)))
    raise gone()


def delete(workbook: Workbook, ids: Collection[str]) -> Workbook:
    """Delete items and all below them that serves nothing else.

    Raises:
        EditError: if a head or an aim is among them.
    """
    lost = doomed(workbook, ids)
    if any(isinstance(find(workbook, it), Fishbone | Theory) for it in ids):
        raise EditError(say("The head and the aim stay: change their words instead."))
    workbook = delete_branches(workbook, ids)
    workbook = delete_drivers(workbook, ids)
    linked = {it.source for theory in workbook.theories for it in theory.links}
    ideas = {idea.id for idea in workbook.ideas}
    return delete_ideas(workbook, {it for it in lost & ideas if it in ids or it not in linked})


def doomed(workbook: Workbook, ids: Collection[str]) -> set[str]:
    """Return the ids of everything that a delete of these items takes off its page."""
    lost = lost_with(workbook, ids)
    for page in workbook.fishbones:
        kin = family(workbook, page)
        lost |= {it for root in ids if root in kin.items for it in kin.branch(root)}
    return lost
