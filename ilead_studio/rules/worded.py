"""Every text that somebody typed into a workbook, where it stands, and other words in its place.

Made from the records' own types, so that no field can be forgotten: notes, minutes, ballots, votes,
packets and snapshots are read like all else. Codes, ids and pictures hold no words.
"""

from collections.abc import Callable, Iterator
from functools import cache
from typing import Any, Final, ForwardRef, NamedTuple, TypeVar, get_args

from ilead_studio.model import Link, Record, Snapshot, Workbook, replace
from ilead_studio.model.text import is_words
from ilead_studio.rules.change_words import kind_words, name_of, words_of
from ilead_studio.rules.kept import keeping
from ilead_studio.words import capital, say, short

R = TypeVar("R", bound=Record)
_KEPT: Final = 2


class Said(NamedTuple):
    """A text, the field that holds it, the record to which it belongs, and in which snapshot."""

    text: str
    field: str
    whose: Record
    snapshot: str = ""


@keeping(_KEPT)
def said_in(workbook: Workbook) -> tuple[Said, ...]:
    """Return every text of a workbook that is there."""
    return tuple(_said(workbook, workbook, ""))


def _said(record: Record, whose: Record, snapshot: str) -> Iterator[Said]:
    words, below = _fields(type(record))
    held = vars(record)
    for name in words:
        value = held[name]
        if value:
            texts = value if isinstance(value, tuple) else (value,)
            yield from (Said(it, name, whose, snapshot) for it in texts)
    for name in below:
        value = held[name]
        for it in value if isinstance(value, tuple) else (value,):
            if it is not None:
                yield from _below(it, whose, snapshot)


def _below(record: Record, whose: Record, snapshot: str) -> Iterator[Said]:
    """Give what a record inside of another says; one without reference belongs to that."""
    if isinstance(record, Workbook) and isinstance(whose, Snapshot):
        yield from _said(record, record, whose.name)
    else:
        is_own = isinstance(whose, Workbook) or "ref" in type(record).model_fields
        yield from _said(record, record if is_own else whose, snapshot)


def worded(kind: type[Record]) -> tuple[str, ...]:
    """Return the fields of a kind of record that hold words."""
    return _fields(kind)[0]


@cache
def _fields(kind: type[Record]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the fields of a kind of record that hold words, and those that hold records."""
    fields = kind.model_fields.items()
    words = tuple(name for name, it in fields if is_words(it.metadata, it.annotation))
    return words, tuple(name for name, it in fields if _holds_records(it.annotation))


def _holds_records(kind: object) -> bool:
    """Tell whether a type holds records; a snapshot names the workbook before there is one."""
    if isinstance(kind, type) and issubclass(kind, Record):
        return kind is not Link
    return (
        kind == "Workbook"
        or isinstance(kind, ForwardRef)
        or any(map(_holds_records, get_args(kind)))
    )


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


def with_words(record: R, change: Callable[[str], str], *, checked: bool = False) -> R:
    """Return a record with other words in it; the very same one if all of them stay.

    Raises:
        pydantic.ValidationError: if they are ``checked``, and some do not fit.
    """
    words, below = _fields(type(record))
    new = {name: _each(vars(record)[name], change) for name in words}
    for name in below:
        new[name] = _each(vars(record)[name], lambda it: with_words(it, change, checked=checked))
    other = {name: it for name, it in new.items() if it is not vars(record)[name]}
    if not other:
        return record
    return replace(record, **other) if checked else record.model_copy(update=other)


def _each(held: object, change: Callable[[Any], object]) -> object:
    """Return what a field holds, or each of it, changed; what is not there stays so."""
    if not isinstance(held, tuple):
        return change(held) if held else held
    made = tuple(map(change, held))
    return held if all(one is it for one, it in zip(made, held, strict=True)) else made
