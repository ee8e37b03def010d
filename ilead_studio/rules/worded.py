"""Every text that somebody typed into a workbook, where it stands, and other words in its place.

Made from the records' own types, so that no field can be forgotten: notes, minutes, ballots, votes,
packets and snapshots are read like all else. Codes, ids and pictures hold no words.
"""

from collections.abc import Callable, Iterator
from functools import cache
from typing import Any, NamedTuple, TypeVar

from ilead_studio.model import Record, Snapshot, Workbook
from ilead_studio.model.text import is_words
from ilead_studio.rules.change_words import kind_words, name_of, words_of
from ilead_studio.words import capital, say, short

V = TypeVar("V")


class Said(NamedTuple):
    """A text, the field that holds it, the record to which it belongs, and in which snapshot."""

    text: str
    field: str
    whose: Record
    snapshot: str = ""


def said_in(workbook: Workbook) -> Iterator[Said]:
    """Give every text of a workbook that is there."""
    yield from _said(workbook, workbook, "")


def _said(record: Record, whose: Record, snapshot: str) -> Iterator[Said]:
    words = worded(type(record))
    for name, value in vars(record).items():
        if name in words:
            texts = value if isinstance(value, tuple) else (value,)
            yield from (Said(it, name, whose, snapshot) for it in texts if it)
        else:
            yield from _below(value, whose, snapshot)


def _below(value: object, whose: Record, snapshot: str) -> Iterator[Said]:
    """Give what the records in a field say; a line without reference belongs to its record."""
    for it in value if isinstance(value, tuple) else (value,):
        if isinstance(it, Snapshot):
            yield from _said(it, it, snapshot)
        elif isinstance(it, Workbook) and isinstance(whose, Snapshot):
            yield from _said(it, it, whose.name)
        elif isinstance(it, Record):
            is_own = isinstance(whose, Workbook) or "ref" in type(it).model_fields
            yield from _said(it, it if is_own else whose, snapshot)


@cache
def worded(kind: type[Record]) -> frozenset[str]:
    """Return the fields of a kind of record that hold words."""
    fields = kind.model_fields.items()
    return frozenset(name for name, it in fields if is_words(it.metadata, it.annotation))


def where_words(said: Said) -> str:
    """Say where a text stands: "Cause C3, note", "Measure “Late buses”, who collects it"."""
    where = say("Name of the workbook") if isinstance(said.whose, Workbook) else _place(said)
    if not said.snapshot:
        return where
    return say("{where}, in the snapshot “{name}”", where=where, name=short(said.snapshot))


def _place(said: Said) -> str:
    kind = capital(kind_words(type(said.whose).__name__))
    ref, known = vars(said.whose).get("ref", ""), words_of(said.whose)
    named = ref or ("" if known == said.text else say("“{words}”", words=short(known)))
    return say("{record}, {field}", record=f"{kind} {named}".strip(), field=name_of(said.field))


def with_words(value: V, change: Callable[[str], str]) -> V:
    """Return a record with other words in it; the very same one if all of them stay."""
    made: Any = value
    if isinstance(value, tuple):
        made = _same(tuple(with_words(it, change) for it in value), value)
    elif isinstance(value, Record):
        words = worded(type(value))
        new = {
            name: _reworded(held, change) if name in words else with_words(held, change)
            for name, held in vars(value).items()
        }
        other = {name: it for name, it in new.items() if it is not getattr(value, name)}
        made = value.model_copy(update=other) if other else value
    same: V = made
    return same


def _reworded(words: str | tuple[str, ...], change: Callable[[str], str]) -> object:
    if isinstance(words, tuple):
        return _same(tuple(map(change, words)), words)
    return change(words) if words else words


def _same(new: tuple[object, ...], old: tuple[object, ...]) -> tuple[object, ...]:
    """Return the old values if the new ones are the very same."""
    return old if all(one is it for one, it in zip(new, old, strict=True)) else new
