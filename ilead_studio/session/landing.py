"""Where a dragged branch would land, in words, before it is let go."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from ilead_studio import edits
from ilead_studio.errors import EditError
from ilead_studio.model import Fishbone, Page, Workbook
from ilead_studio.rules.family import Family, family
from ilead_studio.rules.places import Place
from ilead_studio.words import count, say, short

Side = Literal["on", "before", "after"]
"""Whereabouts of an item the pointer is: on its words, or between it and a sibling."""


@dataclass(frozen=True, slots=True)
class Landing:
    """What letting go would do: the place, and the words for it; ``refusal`` tells why not."""

    place: Place
    words: str
    refusal: str = ""


def landing(
    workbook: Workbook, page: Page, dragged: Sequence[str], over: str, side: Side
) -> Landing:
    """Tell where items of a page would land beside or under another one."""
    kin = family(workbook, page)
    place = _place(kin, over, "on" if over == page.id else side, set(dragged))
    words = _words(kin, page, place, set(dragged))
    try:
        edits.move_all(workbook, dragged, place.parent_id, place.before)
    except EditError as error:
        return Landing(place, words, str(error))
    return Landing(place, words)


def _place(kin: Family, over: str, side: Side, dragged: set[str]) -> Place:
    if side == "on":
        return Place(over)
    parent = kin.parents[over][0]
    beside = [it for it in kin.stands[parent] if it not in dragged or it == over]
    at = beside.index(over) + (side == "after")
    return Place(parent, beside[at] if at < len(beside) else None)


def _words(kin: Family, page: Page, place: Place, dragged: set[str]) -> str:
    """Say a place: "under Time is already spent, second"."""
    beside = [it for it in kin.stands.get(place.parent_id, ()) if it not in dragged]
    at = beside.index(place.before) if place.before in beside else len(beside)
    if place.parent_id == page.id:
        if isinstance(page, Fishbone):
            return say("as a bone, {place}", place=ordinal(at + 1))
        return say("as a primary driver, {place}", place=ordinal(at + 1))
    parent = kin.items[place.parent_id].text
    if isinstance(page, Fishbone) and kin.parents[place.parent_id][0] != page.id:
        return say("as a why of {parent}, {place}", parent=parent, place=ordinal(at + 1))
    return say("under {parent}, {place}", parent=parent, place=ordinal(at + 1))


def move_label(words: str, number: int) -> str:
    """Name the step that moves an item, or several."""
    if number == 1:
        return say("move “{text}”", text=short(words))
    return count(number, "move {number} item", "move {number} items")


def ordinal(number: int) -> str:
    """Say which one in a row: "second"; from the eleventh on "number 11"."""
    first = (
        say("first"), say("second"), say("third"), say("fourth"), say("fifth"),
        say("sixth"), say("seventh"), say("eighth"), say("ninth"), say("tenth"),
    )  # fmt: skip
    return first[number - 1] if number <= len(first) else say("number {number}", number=number)
