"""Capture at the speed of talk: where the next item goes, and what it is.

A slot is a place for words that are still to come. Moving it changes nothing in the document.
"""

from dataclasses import dataclass, replace

from ilead_studio import edits
from ilead_studio.edits.item import Kind
from ilead_studio.model import Driver, Fishbone, Idea, Page, Theory, Workbook
from ilead_studio.rules.family import Family, family
from ilead_studio.rules.kept import kept_about
from ilead_studio.rules.outline import Role
from ilead_studio.rules.places import place_of
from ilead_studio.words import say


@dataclass(frozen=True, slots=True)
class Slot:
    """A place for a new item: its kind, its parent, and the sibling before which it goes."""

    page_id: str
    kind: Kind
    parent_id: str
    before: str | None = None


def slot_after(workbook: Workbook, page: Page, item_id: str) -> Slot:
    """Return the place after an item at its level; under the head or the aim: its last child."""
    kin = family(workbook, page)
    if item_id == page.id:
        return Slot(page.id, _kind_below(kin, page, page.id), page.id)
    place = place_of(workbook, page, item_id)
    return Slot(page.id, _kind_of(kin, item_id), place.parent_id, place.before)


def slot_below(workbook: Workbook, page: Page, item_id: str) -> Slot | None:
    """Return the place for a last child ("why?"); None below a change idea."""
    kin = family(workbook, page)
    if isinstance(kin.items.get(item_id), Idea):
        return None
    return Slot(page.id, _kind_below(kin, page, item_id), item_id)


def slot_out(workbook: Workbook, page: Page, slot: Slot) -> Slot | None:
    """Return the slot one level up, just after its parent; None at the top."""
    if slot.parent_id == page.id:
        return None
    return slot_after(workbook, page, slot.parent_id)


def slot_in(workbook: Workbook, page: Page, slot: Slot) -> Slot | None:
    """Return the slot as the last child of the item above it; None when there is none.

    A change idea goes under the last driver beside it.
    """
    kin = family(workbook, page)
    kind = "driver" if slot.kind == "idea" else slot.kind
    beside = [it for it in kin.stands.get(slot.parent_id, ()) if _kind_of(kin, it) == kind]
    if slot.kind == "idea":
        return replace(slot, parent_id=beside[-1], before=None) if beside else None
    at = beside.index(slot.before) if slot.before in beside else len(beside)
    return slot_below(workbook, page, beside[at - 1]) if at else None


def slot_turned(workbook: Workbook, page: Page, slot: Slot) -> Slot:
    """Turn a slot for a driver into one for a change idea, and back; a cause stays a cause."""
    other: dict[Kind, Kind] = {"driver": "idea", "idea": "driver", "cause": "cause"}
    kind = other[slot.kind]
    kin = family(workbook, page)
    fits = slot.before is not None and _kind_of(kin, slot.before) == kind
    return replace(slot, kind=kind, before=slot.before if fits else None)


@kept_about
def filled(workbook: Workbook, slot: Slot, new_id: str, text: str) -> Workbook:
    """Return the workbook with a new item in the slot.

    Raises:
        EditError: if the place or the words are impossible.
    """
    return edits.add(workbook, slot.kind, new_id, text, slot.parent_id, slot.before)


def asks(slot: Slot, page: Page, workbook: Workbook) -> str:
    """Say what an empty slot asks for."""
    if slot.kind == "idea":
        return say("Change idea")
    if isinstance(page, Theory):
        return say("Primary driver") if slot.parent_id == page.id else say("Next driver")
    if slot.parent_id == page.id:
        return say("Next bone")
    parent = family(workbook, page).parents[slot.parent_id][0]
    return say("Next cause") if parent == page.id else say("Why?")


def asks_of_root(role: Role) -> str:
    """Say what an empty head or aim asks for; nothing else is ever empty."""
    if role is Role.HEAD:
        return say("What happens, in one sentence")
    return say("How much, by when, for whom?") if role is Role.AIM else ""


def added_label(slot: Slot, words: str) -> str:
    """Name the step that fills a slot with words."""
    return {
        "cause": say("add the cause “{words}”", words=words),
        "driver": say("add the driver “{words}”", words=words),
        "idea": say("add the change idea “{words}”", words=words),
    }[slot.kind]


def _kind_of(kin: Family, item_id: str) -> Kind:
    item = kin.items[item_id]
    if isinstance(item, Idea):
        return "idea"
    return "driver" if isinstance(item, Driver) else "cause"


def _kind_below(kin: Family, page: Page, item_id: str) -> Kind:
    """Below a driver comes what is there already; else drivers to the second level, then ideas."""
    if isinstance(page, Fishbone):
        return "cause"
    below = kin.stands.get(item_id, ())
    if below:
        return _kind_of(kin, below[-1])
    top = item_id == page.id or page.id in kin.parents[item_id]
    return "driver" if top else "idea"
