"""Edits of what is known about items besides their words: one field, one item or many."""

from collections.abc import Collection, Iterable, Iterator
from typing import Final

from ilead_studio.edits.measure_names import measured, refuse_unmeasured
from ilead_studio.edits.parts import changed, exchanged, gone, with_page
from ilead_studio.errors import EditError
from ilead_studio.model import Cause, Driver, Fishbone, Idea, Item, Theory, Workbook, find, replace
from ilead_studio.model.soundness import OWN
from ilead_studio.words import say

SHARED: Final = tuple(name for name in Cause.model_fields if name not in OWN)
"""What a linked copy has in common with its original."""
COMMANDED: Final = frozenset({"state", "state_reason", "traces"})
"""What commands set of a change idea (``idea_state``): its state follows from its cycles."""


def put(workbook: Workbook, ids: Collection[str], **fields: object) -> Workbook:
    """Give every named item that has these fields other values, such as ``evidence="supported"``.

    An item of a kind without one of the fields stays as it is, so that a mixed selection can be
    judged together.

    Raises:
        EditError: if an item is not there, none has the fields, or a value does not fit.
    """
    found = [_found(workbook, item_id) for item_id in ids]
    having = [item for item in found if fields.keys() <= _settable(item)]
    if not having:
        raise EditError(say("Nothing that is selected can be marked so. Nothing was changed."))
    if "measure_id" in fields:
        refuse_unmeasured(workbook, fields["measure_id"])
    made = (changed(item, **fields) for item in having)
    return with_items(workbook, [measured(workbook, item) for item in made])


def _settable(item: Item) -> set[str]:
    return {*type(item).model_fields} - (COMMANDED if isinstance(item, Idea) else frozenset())


def _found(workbook: Workbook, item_id: str) -> Item:
    item = find(workbook, item_id)
    if item is None:
        raise gone()
    return item


def with_items(workbook: Workbook, items: Iterable[Item]) -> Workbook:
    """Return the workbook with items in place of those of the same ids.

    Linked copies follow: whichever of them changes, all say the same.
    """
    items = list(items)
    for page in items:
        if isinstance(page, Fishbone | Theory):
            workbook = with_page(workbook, page)
    causes = {it.id: it for it in items if isinstance(it, Cause)}
    causes |= {it.id: it for it in _followers(workbook, list(causes.values()))}
    drivers = {it.id: it for it in items if isinstance(it, Driver)}
    for fishbone in workbook.fishbones:
        if causes and (new := exchanged(fishbone.causes, causes)) is not fishbone.causes:
            workbook = with_page(workbook, replace(fishbone, causes=new))
    for theory in workbook.theories:
        if drivers and (more := exchanged(theory.drivers, drivers)) is not theory.drivers:
            workbook = with_page(workbook, replace(theory, drivers=more))
    ideas = {it.id: it for it in items if isinstance(it, Idea)}
    return replace(workbook, ideas=exchanged(workbook.ideas, ideas)) if ideas else workbook


def _followers(workbook: Workbook, changed: list[Cause]) -> Iterator[Cause]:
    """Give the copies and the originals of causes that changed, saying the same."""
    sources = {cause.same_as or cause.id: cause for cause in changed}
    given = {cause.id for cause in changed}
    for page in workbook.fishbones if sources else ():
        for cause in page.causes:
            source = sources.get(cause.same_as or cause.id)
            if source is not None and cause.id not in given:
                yield replace(cause, **{name: getattr(source, name) for name in SHARED})


def unanswered(workbook: Workbook, lost: set[str]) -> Workbook:
    """Take causes that go out of what drivers and change ideas answer."""
    drivers = [
        it
        for page in workbook.theories
        for it in page.drivers
        if it.answers and not lost.isdisjoint(it.answers)
    ]
    left = (tuple(it for it in driver.answers if it not in lost) for driver in drivers)
    both = zip(drivers, left, strict=True)
    tracing = [it for it in workbook.ideas if it.traces and not lost.isdisjoint(it.traces)]
    ideas = [
        replace(idea, traces=tuple(it for it in idea.traces if it not in lost)) for idea in tracing
    ]
    changed = [replace(driver, answers=answers) for driver, answers in both]
    return with_items(workbook, [*changed, *ideas])
