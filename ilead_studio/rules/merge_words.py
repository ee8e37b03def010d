"""Words that both sides of a merge wrote otherwise: kept both, or said anew.

What comes of it is a unit as any other, beside what is mine: nothing of mine is let go for it.
"""

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final, Literal, NamedTuple

from ilead_studio.model import Idea, Record, new_ids, replace
from ilead_studio.rules.difference import Change, Place
from ilead_studio.rules.merge_units import Unit
from ilead_studio.rules.records import Held, Key, Reading, without_lists

_ITEMS: Final = ("Cause", "Driver", "Idea")
"""The kinds of which both words can stand as an item each."""
_STAYS: Final = ("proposed", "parked")
"""States that an idea can have which no cycle tests."""
_WORD: Final = re.compile(r"\s*\S+")


class Choice(NamedTuple):
    """What is to come of a conflict; ``own`` are the words to be kept instead of both."""

    what: Literal["mine", "theirs", "both", "own"] = "mine"
    own: str = ""


MINE: Final = Choice()
THEIRS: Final = Choice("theirs")
BOTH: Final = Choice("both")
ALL_MINE: Final[Mapping[int, Choice]] = {}
"""Nothing is chosen: what is mine stays."""


@dataclass(frozen=True)
class Worded:
    """One field of words: before both, here and there; ``lines`` if it can have several."""

    key: Key
    field: str
    was: str
    mine: str
    theirs: str
    lines: bool

    @property
    def is_item(self) -> bool:
        """Whether these are the words of an item, so that there can be one of each."""
        return self.key.kind in _ITEMS and self.field == "text"

    @property
    def can_be_both(self) -> bool:
        """Whether both words can be kept: as an item each, or below each other."""
        return bool(self.mine and self.theirs) and (self.is_item or self.lines)


def worded(record: Record | None, unit: Unit, against: Sequence[Unit]) -> Worded | None:
    """Return what words a conflict is about; None if it is about something else.

    ``record`` is mine of that kind.
    """
    if record is None or len(against) != 1:
        return None
    both = (*unit.changes, *against[0].changes)
    if len(both) != 2 or both[0].key != both[1].key or both[0].field != both[1].field:
        return None
    their, own = both
    if not own.field or not all(isinstance(it, str) for it in (own.was, own.now, their.now)):
        return None
    lines = fitting(record, own.field, "a\nb") == "a\nb"
    is_free = lines or fitting(record, own.field, "a, b c") == "a, b c"
    found = Worded(own.key, own.field, own.was, own.now, their.now, lines)
    return found if is_free else None


def fitting(record: Record, field: str, words: str) -> str | None:
    """Return words as a field keeps them; None if they cannot stand there."""
    try:
        value = getattr(replace(record, **{field: words}), field)
    except ValueError:
        return None
    return value if isinstance(value, str) else None


# --- both, or anew -------------------------------------------------------------------------------
def chosen_words(mine: Reading, words: Worded, choice: Choice) -> Unit | None:
    """Return the unit that keeps both words or says others; None if they cannot stand there."""
    try:
        if choice.what == "both":
            return _kept_both(mine, words)
        return _said_anew(mine.records[words.key], words, choice.own)
    except ValueError:
        return None


def _said_anew(record: Record, words: Worded, new: str) -> Unit:
    value = getattr(replace(record, **{words.field: new}), words.field)
    return Unit((Change("changed", words.key, words.field, words.mine, value),))


def _kept_both(mine: Reading, words: Worded) -> Unit:
    """Keep theirs too: as an item after mine, or as lines below it."""
    record = mine.records[words.key]
    if not words.is_item:
        return _said_anew(record, words, f"{words.mine}\n{words.theirs}")
    return Unit((*_as_items(mine, record, words),))


def _as_items(mine: Reading, record: Record, words: Worded) -> Iterator[Change]:
    """Give the item once more with their words, and with the links that mine has."""
    named = "\0".join((*words.key, words.theirs))
    new_id = new_ids(int.from_bytes(hashlib.sha256(named.encode()).digest()))()
    other: dict[str, object] = {"id": new_id, words.field: words.theirs}
    if isinstance(record, Idea) and record.state not in _STAYS:
        other |= {"state": "proposed", "state_reason": ""}
    made = replace(without_lists(record), **other)
    held = next(it for it, keys in mine.lists.items() if words.key in keys)
    yield Change("added", Key(words.key.kind, new_id), now=made, new=Place(held, words.key))
    for there, key in _links_of(mine, words.key.name):
        link = replace(mine.records[key], source=new_id)
        name = f"{new_id}>{key.name.partition('>')[2]}"
        yield Change("added", Key(key.kind, name), now=link, new=Place(there, key))


def _links_of(mine: Reading, name: str) -> Iterator[tuple[Held, Key]]:
    start = f"{name}>"
    for held, keys in mine.lists.items():
        if held.field == "links":
            yield from ((held, key) for key in keys if key.name.startswith(start))


# --- to be looked at -----------------------------------------------------------------------------
def marked(was: str, now: str) -> tuple[tuple[str, bool], ...]:
    """Return words in pieces: each with whether it is new."""
    old, new = _words(was), _words(now)
    steps = SequenceMatcher(None, _bare(old), _bare(new), autojunk=False).get_opcodes()
    pieces = (("".join(new[start:end]), what != "equal") for what, _, _, start, end in steps)
    return tuple(it for it in pieces if it[0])


def proposed(words: Worded) -> str:
    """Return words that say what both changed, if they changed other places; else mine."""
    was, mine, theirs = map(_words, (words.was, words.mine, words.theirs))
    other = _edits(was, mine) + _edits(was, theirs)
    other.sort(key=lambda it: (it[0], it[1]))
    made, at = list[str](), 0
    for start, end, new in other:
        if start < at:
            return words.mine
        made += [*was[at:start], *new]
        at = end
    return "".join(it if it[0].isspace() else f" {it}" for it in (*made, *was[at:])).strip()


def _edits(was: list[str], now: list[str]) -> list[tuple[int, int, list[str]]]:
    steps = SequenceMatcher(None, _bare(was), _bare(now), autojunk=False).get_opcodes()
    return [(a, b, now[c:d]) for what, a, b, c, d in steps if what != "equal"]


def _words(text: str) -> list[str]:
    return _WORD.findall(text)


def _bare(words: list[str]) -> list[str]:
    return [it.strip() for it in words]
