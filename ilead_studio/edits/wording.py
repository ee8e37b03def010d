"""Replacing words in many places at once."""

from collections.abc import Iterable

from ilead_studio.edits.fields import with_items
from ilead_studio.edits.parts import gone, short_enough, words_for
from ilead_studio.model import Cause, Driver, Fishbone, Idea, Item, Theory, Workbook, find, replace
from ilead_studio.model.text import tidy, tidy_lines
from ilead_studio.rules.find import Place, spans


def can_replace(workbook: Workbook, place: Place) -> bool:
    """Tell whether words in this place can be replaced: those of pages and what stands on them."""
    return find(workbook, place.item_id) is not None


def reworded(text: str, words: str, new: str) -> str:
    """Return a text with words replaced wherever they stand, whatever their case and accents."""
    made, end = [], 0
    for start, stop in spans(text, words):
        made += [text[end:start], new]
        end = stop
    return "".join((*made, text[end:]))


def replace_words(workbook: Workbook, places: Iterable[Place], words: str, new: str) -> Workbook:
    """Replace words in the places that are named.

    Raises:
        EditError: if an item would have no words left or too many, or is gone.
    """
    changed: dict[str, Item] = {}
    for place in places:
        item = changed.get(place.item_id) or find(workbook, place.item_id)
        if item is None:
            raise gone()
        text = reworded(place.text, words, new)
        changed[place.item_id] = _with_words(item, place.field, text)
    return with_items(workbook, changed.values())


def _with_words(item: Item, field: str, text: str) -> Item:
    match item, field:
        case (Cause() | Driver() | Idea(), "text"):
            return replace(item, text=words_for(text))
        case Fishbone(), "text":
            return replace(item, head=short_enough(tidy(text)))
        case Theory(), "text":
            return replace(item, aim=short_enough(tidy(text)))
        case _, "title":
            return replace(item, title=short_enough(tidy(text)))
        case _:
            return replace(item, **{field: tidy_lines(text)})
