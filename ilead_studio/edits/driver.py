"""Edits of a theory: drivers, and the links that say what serves what."""

from collections.abc import Collection, Sequence

from ilead_studio.edits.idea_state import unpark
from ilead_studio.edits.parts import N, gone, numbered, placed, placed_all, with_page, words_for
from ilead_studio.errors import EditError
from ilead_studio.model import (
    Driver,
    Idea,
    Link,
    Strength,
    Theory,
    Workbook,
    find,
    page_of,
    replace,
)
from ilead_studio.model.soundness import DEEPEST
from ilead_studio.rules.family import family, link_between
from ilead_studio.rules.graph import circle, way_words
from ilead_studio.rules.outline import column_of, columns
from ilead_studio.words import say


def add_driver(
    workbook: Workbook, new_id: str, text: str, parent_id: str, before: str | None = None
) -> Workbook:
    """Put a new driver under a driver (or the theory itself: a primary one).

    Raises:
        EditError: if the parent is not there or cannot have drivers, or the words do not fit.
    """
    page = theory_of(workbook, parent_id)
    refuse_idea_above(workbook, parent_id)
    refuse_depth(workbook, page, parent_id)
    workbook, ref = numbered(workbook, "drivers")
    driver = Driver(id=new_id, ref=ref, text=words_for(text))
    made = replace(
        page,
        drivers=placed_all(page.drivers, [driver], before),
        links=(*page.links, Link(source=new_id, target=parent_id)),
    )
    return with_page(workbook, made)


def move_driver(
    workbook: Workbook, driver_id: str, parent_id: str, before: str | None = None
) -> Workbook:
    """Let a driver stand under another parent, or elsewhere in order; its other links stay.

    Raises:
        EditError: if it would serve itself by some way, or the parent is not there.
    """
    page = theory_of(workbook, parent_id)
    driver = next((it for it in page.drivers if it.id == driver_id), None)
    if driver is None:
        raise EditError(say("A driver can only be moved within its own theory."))
    page = standing_under(workbook, page, driver_id, parent_id)
    made = replace(page, drivers=placed(page.drivers, driver, before))
    return not_too_deep(with_page(workbook, made), made)


def standing_under(workbook: Workbook, page: Theory, source: str, target: str) -> Theory:
    """Return the page with the first link of an item leading to another parent.

    Raises:
        EditError: if the target is a change idea, or a circle would close.
    """
    first = next(link for link in page.links if link.source == source)
    if first.target == target:
        return page
    refuse_idea_above(workbook, target)
    _refuse_circle(workbook, page, source, target)
    moved = replace(first, target=target)
    others = (it for it in page.links if (it.source, it.target) != (source, target))
    return replace(page, links=tuple(moved if it is first else it for it in others))


def delete_drivers(workbook: Workbook, ids: Collection[str]) -> Workbook:
    """Take drivers and ideas off every theory, and all below them that serves nothing else.

    A shared driver or idea below keeps its other links. The ideas stay in the workbook.
    """
    for page in workbook.theories:
        lost = family(workbook, page).going_with(ids)
        if lost:
            drivers = tuple(it for it in page.drivers if it.id not in lost)
            links = tuple(
                it for it in page.links if it.source not in lost and it.target not in lost
            )
            workbook = with_page(workbook, replace(page, drivers=drivers, links=links))
    return workbook


def link(workbook: Workbook, source: str, target: str, strength: Strength = "strong") -> Workbook:
    """Let a driver or an idea serve one more driver, or the aim; a parked idea is back with that.

    Raises:
        EditError: if it does so already, or the link would close a circle (which is named).
    """
    page = theory_of(workbook, target)
    if link_between(page, source, target):
        raise EditError(say("These two are linked already."))
    _refuse_stranger(workbook, page, source)
    refuse_idea_above(workbook, target)
    _refuse_circle(workbook, page, source, target)
    added = Link(source=source, target=target, strength=strength)
    made = replace(page, links=(*page.links, added))
    if any(it.id == source for it in workbook.ideas):
        workbook = unpark(workbook, source)
    return not_too_deep(with_page(workbook, made), made)


def unlink(workbook: Workbook, source: str, target: str) -> Workbook:
    """Take a link away.

    Raises:
        EditError: if there is none, or it is the item's last one in the workbook.
    """
    page = theory_of(workbook, target)
    if link_between(page, source, target) is None:
        raise EditError(say("These two are not linked."))
    if sum(it.source == source for theory in workbook.theories for it in theory.links) == 1:
        words = say("This is its only link. Link it elsewhere first, or delete the item.")
        raise EditError(words)
    links = tuple(it for it in page.links if (it.source, it.target) != (source, target))
    return with_page(workbook, replace(page, links=links))


def set_strength(workbook: Workbook, source: str, target: str, strength: Strength) -> Workbook:
    """Make a link strong (solid) or weak (dotted)."""
    page = theory_of(workbook, target)
    found = link_between(page, source, target)
    if found is None:
        raise EditError(say("These two are not linked."))
    changed = replace(found, strength=strength)
    links = tuple(changed if it is found else it for it in page.links)
    return with_page(workbook, replace(page, links=links))


def untangle(workbook: Workbook, theory_id: str, order: Sequence[tuple[str, str]]) -> Workbook:
    """Let items stand before others of their kind, one move after the other, as one step.

    ``order`` holds (item, item before which it goes). What serves what stays as it is.

    Raises:
        EditError: if one of them is no longer on the theory.
    """
    page = theory_of(workbook, theory_id)
    there = family(workbook, page).items
    if any(item_id not in there for move in order for item_id in move):
        raise gone()
    drivers, ideas = page.drivers, workbook.ideas
    for item_id, before in order:
        drivers = _before(drivers, item_id, before)
        ideas = _before(ideas, item_id, before)
    return with_page(replace(workbook, ideas=ideas), replace(page, drivers=drivers))


def _before(items: tuple[N, ...], item_id: str, before: str) -> tuple[N, ...]:
    """Put an item before another if both are among the items."""
    ids = [it.id for it in items]
    if item_id not in ids or before not in ids:
        return items
    return placed(items, items[ids.index(item_id)], before)


def theory_of(workbook: Workbook, item_id: str) -> Theory:
    """Return the theory on which a driver stands, or whose aim is meant.

    Raises:
        EditError: if there is none.
    """
    page = page_of(workbook, item_id)
    if isinstance(page, Theory):
        return page
    if find(workbook, item_id) is None:
        raise gone()
    raise EditError(say("Drivers and change ideas serve an aim, or a driver."))


def refuse_idea_above(workbook: Workbook, target: str) -> None:
    """Refuse to put anything under a change idea.

    Raises:
        EditError: if the target is one.
    """
    if any(idea.id == target for idea in workbook.ideas):
        raise EditError(say("A change idea cannot be above a driver or another idea."))


def _refuse_stranger(workbook: Workbook, page: Theory, source: str) -> None:
    item = find(workbook, source)
    if item is None:
        raise gone()
    if not isinstance(item, Idea) and all(driver.id != source for driver in page.drivers):
        raise EditError(say("Only change ideas and the drivers of this theory can be linked here."))


def _refuse_circle(workbook: Workbook, page: Theory, source: str, target: str) -> None:
    way = circle(workbook, page, source, target)
    if way:
        words = way_words(workbook, page, way)
        raise EditError(say("This would close a circle: {way}.", way=words))


def not_too_deep(workbook: Workbook, page: Theory) -> Workbook:
    """Return the workbook if one of its theories is as flat as it must be.

    Raises:
        EditError: if something on it is too far from the aim.
    """
    if max(columns(workbook, page).values()) > DEEPEST:
        raise _too_deep()
    return workbook


def refuse_depth(workbook: Workbook, page: Theory, parent_id: str) -> None:
    """Refuse a new item below a parent that stands as far from the aim as can be.

    Raises:
        EditError: if it does.
    """
    if column_of(workbook, page, parent_id) >= DEEPEST:
        raise _too_deep()


def _too_deep() -> EditError:
    return EditError(say("A theory can be {most} levels deep, not deeper.", most=DEEPEST))
