"""A workbook as a table of records: each by its kind and name, with the lists that it holds.

Made from the records' own types, so that no kind can be forgotten. Whoever compares or joins
workbooks record by record and field by field stands on this.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Final, NamedTuple, get_args, get_origin

from ilead_studio.model import Link, Record, Workbook, replace
from ilead_studio.rules.kept import keeping

_KEPT: Final = 4
"""Readings kept: two sides are compared, and several questions asked about both."""


class Key(NamedTuple):
    """A record: its kind, and its name, which is an id but for links and what has no id."""

    kind: str
    name: str


ROOT: Final = Key(Workbook.__name__, "")
"""The workbook itself."""


class Shape(NamedTuple):
    """The fields of a kind of record.

    ``lists`` hold records with names, each is a record of the table; ``parts`` are single records
    that hold such lists; ``plain`` is all else, and is compared as it is.
    """

    plain: tuple[str, ...]
    lists: tuple[str, ...]
    parts: tuple[str, ...]


class Held(NamedTuple):
    """A list of records: whose it is, and its field."""

    holder: Key
    field: str


@dataclass(slots=True)
class Reading:
    """All records of a workbook, and the names in each of its lists, in order."""

    records: dict[Key, Record] = field(default_factory=dict)
    lists: dict[Held, list[Key]] = field(default_factory=dict)


def read(workbook: Workbook) -> Reading:
    """Return the records and lists of a workbook; the holder of a record comes before it."""
    reading = Reading()
    _read(reading, ROOT, workbook)
    return reading


@keeping(_KEPT)
def reading_of(workbook: Workbook) -> Reading:
    """Return the same for somebody who only looks: it is kept, so nobody changes it."""
    return read(workbook)


def _read(reading: Reading, key: Key, record: Record) -> None:
    shape = shape_of(type(record))
    reading.records[key] = record
    for name in shape.lists:
        keys = [*map(key_of, getattr(record, name))]
        reading.lists[Held(key, name)] = keys
        for below, one in zip(keys, getattr(record, name), strict=True):
            _read(reading, below, one)
    for name in shape.parts:
        part = getattr(record, name)
        _read(reading, part_key(part), part)


def key_of(record: Record) -> Key:
    """Return what a record in a list goes by."""
    if isinstance(record, Link):
        return Key(Link.__name__, f"{record.source}>{record.target}")
    return Key(type(record).__name__, vars(record)["id"])


def part_key(record: Record) -> Key:
    """Return what a single part of the workbook goes by: there is one of its kind."""
    return Key(type(record).__name__, "")


@cache
def shape_of(kind: type[Record]) -> Shape:
    """Return which fields of a kind hold records of the table."""
    lists = tuple(name for name, inner in _annotated(kind, tuple) if _is_named(inner))
    has_no_id = "id" not in kind.model_fields
    parts = tuple(
        name
        for name, inner in _annotated(kind, None)
        if has_no_id and isinstance(inner, type) and issubclass(inner, Record)
        if shape_of(inner).lists
    )
    plain = tuple(name for name in kind.model_fields if name not in {*lists, *parts})
    return Shape(plain, lists, parts)


def _annotated(kind: type[Record], outer: type | None) -> Iterator[tuple[str, object]]:
    """Give the fields of a kind that are tuples with their entries' type, or those of one value."""
    for name, info in kind.model_fields.items():
        if outer is None:
            yield name, info.annotation
        elif get_origin(info.annotation) is outer:
            yield name, get_args(info.annotation)[0]


def _is_named(kind: object) -> bool:
    if not (isinstance(kind, type) and issubclass(kind, Record)):
        return False
    return kind is Link or "id" in kind.model_fields


def without_lists(record: Record) -> Record:
    """Return a record alone: what its lists hold are records of their own."""
    full = [name for name in shape_of(type(record)).lists if getattr(record, name)]
    return record.model_copy(update=dict.fromkeys(full, ())) if full else record


Fields = Mapping[Key, dict[str, Any]]
"""Other values for fields of records."""


def assembled(
    records: Mapping[Key, Record], lists: Mapping[Held, Sequence[Key]], fields: Fields
) -> Workbook:
    """Return the workbook that records make, with other values for some of their fields.

    What is as it was stays the same object.
    """
    root = _whole(ROOT, records, lists, fields)
    if not isinstance(root, Workbook):
        raise TypeError
    return root


def _whole(
    key: Key, records: Mapping[Key, Record], lists: Mapping[Held, Sequence[Key]], fields: Fields
) -> Record:
    record = records[key]
    shape, other = shape_of(type(record)), dict(fields.get(key, _NONE))
    for name in shape.lists:
        held = lists.get(Held(key, name), ())
        made = tuple(_whole(it, records, lists, fields) for it in held)
        if not _same(made, getattr(record, name)):
            other[name] = made
    for name in shape.parts:
        part = getattr(record, name)
        if (new := _whole(part_key(part), records, lists, fields)) is not part:
            other[name] = new
    return replace(record, **other) if other else record


_NONE: Final[dict[str, Any]] = {}


def _same(one: tuple[Record, ...], other: tuple[Record, ...]) -> bool:
    return len(one) == len(other) and all(a is b for a, b in zip(one, other, strict=True))
