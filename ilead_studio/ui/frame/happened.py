"""What a step did to the page, in one sentence, for somebody who hears the page.

Plain Python: two states of the page are compared, whichever command, undo or drag lies between.
"""

from typing import Final, NamedTuple

from ilead_studio.drawing.marks import AS_IT_IS, View
from ilead_studio.drawing.signs import spoken_marks
from ilead_studio.model.stretch import stretch
from ilead_studio.rules.outline import Row, named, role_words, spoken
from ilead_studio.words import count, say, short


class Heard(NamedTuple):
    """A page as it was when somebody last heard of it; ``chosen`` is the item that keys act on."""

    page_id: str
    rows: tuple[Row, ...]
    view: View
    chosen: str


NOTHING: Final = Heard("", (), AS_IT_IS, "")
"""No page at all."""


def happened(before: Heard, now: Heard) -> str:
    """Say what differs: what came, else what went, else what is now said of the chosen item.

    Another page is no step: whoever goes there hears it from its items.
    """
    if before.page_id != now.page_id:
        return ""
    differ = stretch(before.rows, now.rows)
    was = {row.id: row for row in before.rows[differ.start : differ.old]}
    here = {row.id: row for row in now.rows[differ.start : differ.new]}
    come = [row for row in here.values() if row.id not in was]
    gone = [row for row in was.values() if row.id not in here]
    if come:
        return _came(come, now.rows)
    if gone:
        return _went(gone)
    old = was.get(now.chosen)
    if old is None:
        return _marked(before, now)
    return _changed(old, here[now.chosen], now.rows) or _marked(before, now)


def _came(come: list[Row], rows: tuple[Row, ...]) -> str:
    if len(come) == 1:
        return say("Added {item}.", item=_placed(come[0], rows))
    return count(len(come), "{number} item added.", "{number} items added.")


def _went(gone: list[Row]) -> str:
    """Name what was deleted, and count what stood below it."""
    ids = {row.id for row in gone}
    tops = [row for row in gone if row.parent_id not in ids]
    if len(tops) > 1:
        return count(len(gone), "{number} item deleted.", "{number} items deleted.")
    name = _quoted(tops[0])
    if len(gone) == 1:
        return say("Deleted {item}.", item=name)
    below = count(len(gone) - 1, "{number} item", "{number} items")
    return say("Deleted {item} and {below} below it.", item=name, below=below)


def _changed(old: Row, new: Row, rows: tuple[Row, ...]) -> str:
    """Say where an item stands now, or what it is called; empty when both are as before."""
    if (old.parent_id, old.position) != (new.parent_id, new.position):
        return say("Moved {item}.", item=_placed(new, rows))
    if old.text != new.text:
        return say("Renamed: {item}.", item=_quoted(new))
    if (old.also, old.weak) != (new.also, new.weak):
        return say("{item}: {said}.", item=_quoted(new), said=spoken(new, rows))
    return ""


def _marked(before: Heard, now: Heard) -> str:
    """Say the marks of the chosen item when they are others: "“Pay is low”: 3 votes."."""
    row = next((row for row in now.rows if row.id == now.chosen), None)
    if row is None or before.view.of(row.id) == now.view.of(row.id):
        return ""
    marks = spoken_marks(now.view.of(row.id)) or say("nothing is marked")
    return say("{item}: {said}.", item=_quoted(row), said=marks)


def _placed(row: Row, rows: tuple[Row, ...]) -> str:
    """Say an item with its place: "“Pay is low”, cause, 2 of 4, under “Money”"."""
    above = next((it for it in rows if it.id == row.parent_id), None)
    words = f"{_quoted(row)}, {spoken(row, rows)}"
    return say("{item}, under {above}", item=words, above=_quoted(above)) if above else words


def _quoted(row: Row) -> str:
    return say("“{text}”", text=short(named(row))) if row.text else role_words(row)
