"""Replacing words in many places at once."""

from collections.abc import Iterable
from typing import NamedTuple

from ilead_studio.edits.fields import with_items
from ilead_studio.edits.item import fitting_note
from ilead_studio.edits.parts import gone, short_enough, words_for
from ilead_studio.edits.wording_elsewhere import put_words
from ilead_studio.errors import EditError
from ilead_studio.model import Fishbone, Item, Theory, Workbook, find, replace
from ilead_studio.model.text import tidy
from ilead_studio.rules.find import Place, Span, spans
from ilead_studio.words import say

_SECTIONS = ("page", "item", "idea")
"""Pages, and what stands on them or could."""
_ELSEWHERE = ("problem", "cycle")
"""What has edits of its own."""

_LINES = ("goal", "owner")
"""Fields of one line that may be empty."""
_LISTED = ("consequences", "measure", "state_reason", "gain", "measured by")
"""What is in a list of an idea or a theory, or what a command asked for."""


class Reworded(NamedTuple):
    """A text with words replaced, and where the new ones stand in it."""

    text: str
    spans: tuple[Span, ...]


def reworded(text: str, words: str, new: str) -> Reworded:
    """Return a text with words replaced wherever they stand, whatever their case and accents."""
    made, end, found = "", 0, list[Span]()
    for start, stop in spans(text, words):
        made += text[end:start]
        found.append((len(made), len(made) + len(new)))
        made, end = made + new, stop
    return Reworded(made + text[end:], tuple(found))


def refusal(workbook: Workbook, place: Place, words: str, new: str) -> str:
    """Say why words in a place cannot be replaced; empty when they can."""
    try:
        if place.section in _ELSEWHERE:
            put_words(workbook, place, reworded(place.text, words, new).text)
        else:
            _fitting(place, words, new)
    except EditError as error:
        return str(error)
    return ""


def replace_words(workbook: Workbook, places: Iterable[Place], words: str, new: str) -> Workbook:
    """Replace words in the places that are named.

    Raises:
        EditError: if an item would have no words left or too many, is frozen, or is gone.
    """
    changed: dict[str, Item] = {}
    for place in places:
        if place.section in _ELSEWHERE:
            workbook = put_words(workbook, place, reworded(place.text, words, new).text)
            continue
        text = _fitting(place, words, new)
        item = changed.get(place.item_id) or find(workbook, place.item_id)
        if item is None:
            raise gone()
        changed[place.item_id] = replace(item, **{_field(item, place): text})
    return with_items(workbook, changed.values())


def _fitting(place: Place, words: str, new: str) -> str:
    """Return the new text of a place as its record keeps it.

    Raises:
        EditError: if it cannot stand there.
    """
    if place.section not in _SECTIONS:
        raise EditError(say("Words in this section are not replaced from here."))
    text = reworded(place.text, words, new).text
    if place.field in _LISTED:
        raise EditError(say("These words are changed where they stand."))
    if place.field in _LINES:
        return short_enough(tidy(text))
    if place.field not in ("text", "title"):
        return fitting_note(text)
    return short_enough(tidy(text)) if place.section == "page" else words_for(text)


def _field(item: Item, place: Place) -> str:
    """Return the name of the field that a place is; a page's words are its head or its aim."""
    if place.field == "text" and isinstance(item, Fishbone):
        return "head"
    return "aim" if place.field == "text" and isinstance(item, Theory) else place.field
