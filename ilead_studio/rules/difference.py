"""What differs between two workbooks: record by record, field by field, and in which order.

Nothing differs if and only if the two are equal, and the changes applied to the one give exactly
the other. ``rules/changed`` says them in words.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal

from ilead_studio.model import Workbook
from ilead_studio.rules.kept import keeping
from ilead_studio.rules.records import (
    Held,
    Key,
    Reading,
    assembled,
    read,
    reading_of,
    shape_of,
    without_lists,
)

What = Literal["added", "removed", "moved", "changed"]
_KEPT: Final = 2
"""Answers kept: each is about two whole workbooks."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a record stands: in which list, and after which other one; None for the first."""

    held: Held
    after: Key | None


@dataclass(frozen=True, slots=True)
class Change:
    """One change of one record.

    ``was`` and ``now`` are the record alone where it was removed or added, and the values of
    ``field`` where that changed. ``old`` and ``new`` are the places of what went, came or moved.
    """

    what: What
    key: Key
    field: str = ""
    was: Any = None
    now: Any = None
    old: Place | None = None
    new: Place | None = None


@keeping(_KEPT)
def changes_between(old: Workbook, new: Workbook) -> tuple[Change, ...]:
    """Return what is done to the old workbook to get the new one; empty if they are equal."""
    if old is new:
        return ()
    return changes_of(reading_of(old), reading_of(new))


def changes_of(was: Reading, now: Reading) -> tuple[Change, ...]:
    """Return the same of two readings."""
    return (*_removed(was, now), *_placed(was, now), *_fields(was, now))


def _removed(was: Reading, now: Reading) -> Iterator[Change]:
    for held, keys in was.lists.items():
        gone = [at for at, key in enumerate(keys) if key not in now.records]
        for at in gone:
            record = without_lists(was.records[keys[at]])
            yield Change("removed", keys[at], was=record, old=_place(held, keys, at))


def _placed(was: Reading, now: Reading) -> Iterator[Change]:
    """Give what came into each list, and the fewest moves that bring the others into order."""
    stood = {key: (held, at) for held, keys in was.lists.items() for at, key in enumerate(keys)}
    for held, keys in now.lists.items():
        if keys == was.lists.get(held):
            continue
        stays = _staying([_stood_at(stood, held, key) for key in keys])
        for at, key in enumerate(keys):
            if at not in stays:
                yield _come(was, now, key, _place(held, keys, at), stood)


def _stood_at(stood: dict[Key, tuple[Held, int]], held: Held, key: Key) -> int | None:
    """Return where a record stood in the same list."""
    place = stood.get(key)
    return place[1] if place and place[0] == held else None


def _come(
    was: Reading, now: Reading, key: Key, place: Place, stood: dict[Key, tuple[Held, int]]
) -> Change:
    if key not in stood:
        return Change("added", key, now=without_lists(now.records[key]), new=place)
    held, at = stood[key]
    return Change("moved", key, old=_place(held, was.lists[held], at), new=place)


def _place(held: Held, keys: Sequence[Key], at: int) -> Place:
    return Place(held, keys[at - 1] if at else None)


def _staying(stood: Sequence[int | None]) -> set[int]:
    """Return the places of the longest run that is in its old order: the others were moved."""
    ends: list[int] = []
    tops: list[int] = []
    before: dict[int, int | None] = {}
    for at, old in enumerate(stood):
        if old is None:
            continue
        length = bisect_left(tops, old)
        tops[length:] = [old, *tops[length + 1 :]]
        ends[length:] = [at, *ends[length + 1 :]]
        before[at] = ends[length - 1] if length else None
    found: set[int] = set()
    here = ends[-1] if ends else None
    while here is not None:
        found.add(here)
        here = before[here]
    return found


def _fields(was: Reading, now: Reading) -> Iterator[Change]:
    for key, record in now.records.items():
        old = was.records.get(key)
        if old is None or old is record:
            continue
        shape = shape_of(type(record))
        if not shape.lists and old == record:
            continue  # as most are, which a file gave twice: one question, not one for each field
        for name in shape.plain:
            one, other = getattr(old, name), getattr(record, name)
            if one is not other and one != other:
                yield Change("changed", key, name, one, other)


def applied(workbook: Workbook, changes: Iterable[Change]) -> Workbook:
    """Return a workbook after changes; they are those from a workbook that is equal to it.

    Raises:
        ValueError: if they are not.
    """
    return _Building(read(workbook), tuple(changes)).built()


class _Building:
    """The records of a workbook while changes are made; put together again at the end."""

    def __init__(self, reading: Reading, changes: tuple[Change, ...]) -> None:
        self._records, self._lists = reading.records, reading.lists
        self._fields: dict[Key, dict[str, Any]] = defaultdict(dict)
        for change in changes:
            if change.old is not None:
                self._lists[change.old.held].remove(change.key)
        for change in changes:
            if change.new is not None:
                self._put(change.key, change.new)
            if change.what == "added":
                self._records[change.key] = change.now
            elif change.what == "changed":
                self._fields[change.key][change.field] = change.now

    def _put(self, key: Key, place: Place) -> None:
        keys = self._lists.setdefault(place.held, [])
        keys.insert(keys.index(place.after) + 1 if place.after else 0, key)

    def built(self) -> Workbook:
        """Return the workbook that the records make."""
        return assembled(self._records, self._lists, self._fields)
