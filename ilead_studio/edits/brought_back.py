"""One removed item, back where it was in a snapshot, with its own id and reference."""

from collections.abc import Iterator, Sequence
from typing import TypeVar

from ilead_studio.edits.fields import SHARED
from ilead_studio.edits.idea_state import with_state
from ilead_studio.edits.parts import placed, with_page
from ilead_studio.edits.restored import fitting_part
from ilead_studio.edits.snapshots import the_snapshot
from ilead_studio.errors import EditError
from ilead_studio.model import (
    Cause,
    Driver,
    Fishbone,
    Idea,
    Link,
    Theory,
    Workbook,
    faults,
    find,
    replace,
)
from ilead_studio.words import say

N = TypeVar("N", Cause, Driver, Idea)


def bring_back(workbook: Workbook, snapshot_id: str, item_id: str) -> Workbook:
    """Put one removed item back where it was in a snapshot.

    What stood below it and is gone stays gone. Where its parent is gone too, it stands under what
    was above that.

    Raises:
        EditError: if it is there already, was not in the snapshot, or its page is gone.
    """
    return bring_back_from(workbook, the_snapshot(workbook, snapshot_id).was, item_id)


def bring_back_from(workbook: Workbook, was: Workbook, item_id: str) -> Workbook:
    """Do the same with a workbook as it was.

    Raises:
        EditError: if it is there already, was not in that workbook, or its page is gone.
    """
    if find(workbook, item_id) is not None:
        raise EditError(say("That is there already. Nothing was changed."))
    if not isinstance(find(was, item_id), Cause | Driver | Idea):
        raise EditError(say("Only single items come back. Restore the page as a copy instead."))
    item = find(fitting_part(workbook, was, {item_id}), item_id)
    made = tuple(_ways(workbook, was, item)) if isinstance(item, Cause | Driver | Idea) else ()
    if not made:
        raise EditError(say("Its page is gone. Restore the page as a copy instead."))
    whole = next((it for it in made if not faults(it)), None)
    if whole is None:
        raise EditError(say("There is no room for it at its old place. Nothing was changed."))
    return whole


def _ways(workbook: Workbook, was: Workbook, item: Cause | Driver | Idea) -> Iterator[Workbook]:
    """Give the workbook with an item back: with all its links, then with those upwards only."""
    if isinstance(item, Cause):
        yield from _ways_of_cause(workbook, was, item)
        return
    linked = [it for it in was.theories if any(link.source == item.id for link in it.links)]
    there = {it.id: it for it in workbook.theories}
    back = [(there[it.id], it) for it in linked if it.id in there]
    for downwards in (True, False) if back or not linked else ():
        made = _with_record(workbook, was, item)
        for page, old in back:
            made = _with_links(made, page, old, item, downwards)
        yield with_state(made, item.id) if isinstance(item, Idea) else made


def _ways_of_cause(workbook: Workbook, was: Workbook, cause: Cause) -> Iterator[Workbook]:
    there = {it.id: it for it in workbook.fishbones}
    for old in was.fishbones:
        if old.id in there and any(it.id == cause.id for it in old.causes):
            yield _with_cause(workbook, there[old.id], old, cause)


def _with_cause(workbook: Workbook, page: Fishbone, old: Fishbone, cause: Cause) -> Workbook:
    there = {page.id, *(it.id for it in page.causes)}
    above = {it.id: it.parent_id for it in old.causes}
    parent = cause.parent_id
    while parent not in there:
        parent = above[parent]
    back = _as_its_original(workbook, replace(cause, parent_id=parent))
    beside = [it for it in old.causes if it.parent_id == cause.parent_id]
    now = {it.id for it in page.causes if it.parent_id == parent}
    causes = placed(page.causes, back, _next(beside, cause.id, now))
    return with_page(workbook, replace(page, causes=causes))


def _as_its_original(workbook: Workbook, cause: Cause) -> Cause:
    """Let a linked copy say what its original says now; without that it stands for itself."""
    original = find(workbook, cause.same_as or "")
    if not isinstance(original, Cause):
        return replace(cause, same_as=None)
    shared = {name: getattr(original, name) for name in SHARED}
    return replace(cause, same_as=original.same_as or original.id, **shared)


def _next(old: Sequence[N], item_id: str, there: set[str]) -> str | None:
    """Return the first that came after an item and is still there."""
    ids = [it.id for it in old]
    return next((it for it in ids[ids.index(item_id) + 1 :] if it in there), None)


def _with_record(workbook: Workbook, was: Workbook, item: Driver | Idea) -> Workbook:
    if isinstance(item, Idea):
        there = {it.id for it in workbook.ideas}
        ideas = placed(workbook.ideas, item, _next(was.ideas, item.id, there))
        return replace(workbook, ideas=ideas)
    old = next(it for it in was.theories if item.id in {one.id for one in it.drivers})
    page = next(it for it in workbook.theories if it.id == old.id)
    there = {it.id for it in page.drivers}
    drivers = placed(page.drivers, item, _next(old.drivers, item.id, there))
    return with_page(workbook, replace(page, drivers=drivers))


def _with_links(
    workbook: Workbook, page: Theory, old: Theory, item: Driver | Idea, downwards: bool
) -> Workbook:
    """Link an item on a page as it was linked, as far as the other ends are there."""
    drivers = {page.id, *(it.id for it in page.drivers)}
    ideas = {it.id for it in workbook.ideas if it.state != "parked"}
    links = [it for it in old.links if it.source == item.id and it.target in drivers]
    links = links or [Link(source=item.id, target=page.id)]
    if downwards:
        links += (it for it in old.links if it.target == item.id and it.source in drivers | ideas)
    now = next(it for it in workbook.theories if it.id == page.id)
    return with_page(workbook, replace(now, links=(*now.links, *links)))
