"""What one side of a merge did, in units that are taken whole or not at all.

Most units are one change of one field. What only makes sense together is one unit: an item with
its links, what was removed with what hung on it, a vote, a cycle whose state has changed.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from ilead_studio.model import Cause, Cycle, Idea, Record, Vote
from ilead_studio.rules.difference import Change
from ilead_studio.rules.records import Held, Key, Reading

DERIVED: Final = frozenset({"plan", "ref", "counters"})
"""Fields that nobody typed: how a page is laid out, and which references are given out."""
_OWN: Final = frozenset({"parent_id", "same_as"})
"""What a linked copy has for itself; all else follows from its original."""
_AS_ONE: Final = (Cycle.__name__, Vote.__name__)
_STEPS: Final = ("state", "began", "decision", "decided")
"""The fields of a cycle that commands set together."""


@dataclass(frozen=True, eq=False)
class Unit:
    """Some changes of one side."""

    changes: tuple[Change, ...]

    @property
    def names(self) -> frozenset[str]:
        """The ids of everything that it changes, that its values name or that holds what comes."""
        mentioned = (it for change in self.changes for it in mentions((change.was, change.now)))
        held = (it.new.held.holder.name for it in self.changes if it.new)
        return frozenset({change.key.name for change in self.changes}.union(mentioned, held))

    @property
    def added(self) -> frozenset[str]:
        """The ids of what it adds."""
        return frozenset(it.key.name for it in self.changes if it.what == "added")

    @property
    def telling(self) -> tuple[Change, ...]:
        """What there is to tell of it: that others no longer name what is gone goes without."""
        gone = {it.key.name for it in self.changes if it.what == "removed"}
        return tuple(
            it for it in self.changes if it.what == "removed" or gone.isdisjoint(_hangs_on(it))
        )


def inside(units: Iterable[Unit], others: Iterable[Unit]) -> Iterator[Change]:
    """Give what others put into what some units add, as on a new page: it goes if they go."""
    there = {it.key for unit in units for it in unit.changes if it.what == "added"}
    for change in (it for unit in others for it in unit.changes):
        if change.what == "added" and change.new and change.new.held.holder in there:
            there.add(change.key)
            yield change


def mentions(value: object) -> Iterator[str]:
    """Give every word in a value that could be an id."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for it in value:
            yield from mentions(it)
    elif isinstance(value, Record):
        yield from mentions(tuple(vars(value).values()))


def is_order(change: Change) -> bool:
    """Tell whether a record only stands elsewhere in its list."""
    return change.what == "moved" and _held(change.old) == _held(change.new)


def is_home(change: Change) -> bool:
    """Tell whether a record went to another list, as from one page to another."""
    return change.what == "moved" and not is_order(change)


def _held(place: object) -> Held | None:
    return getattr(place, "held", None)


def is_derived(change: Change, side: Reading, base: Reading) -> bool:
    """Tell whether a change follows from others: a linked copy says what its original says."""
    if change.what != "changed":
        return False
    if change.field in DERIVED:
        return True
    records = side.records.get(change.key), base.records.get(change.key)
    copies = (isinstance(it, Cause) and it.same_as is not None for it in records)
    return change.field not in _OWN and all(copies)


def holders_of(*readings: Reading) -> dict[Key, Key]:
    """Return what holds each record; the first reading that knows it says so."""
    found: dict[Key, Key] = {}
    for reading in readings:
        for held, keys in reading.lists.items():
            for key in keys:
                found.setdefault(key, held.holder)
    return found


def whole_keys(*readings: Reading) -> dict[Key, str]:
    """Return what is merged as one: votes, and cycles of which a step was taken.

    With each goes the id of what it is merged with: the state of an idea follows from its cycles.
    """
    found: dict[Key, str] = {}
    for key in {key: None for it in readings for key in it.records if key.kind in _AS_ONE}:
        sides = [it for reading in readings if (it := reading.records.get(key))]
        if key.kind == Vote.__name__:
            found[key] = key.name
        elif len({tuple(getattr(it, name) for name in _STEPS) for it in sides}) > 1:
            found[key] = vars(sides[0])["idea_id"]
    return found


def whole_of(key: Key, holders: Mapping[Key, Key], whole: Mapping[Key, str]) -> Key | None:
    """Return the record as a part of which another one is merged."""
    here = key if key in whole else holders.get(key)
    return here if here in whole else None


def units_of(
    changes: Iterable[Change], holders: Mapping[Key, Key], whole: Mapping[Key, str]
) -> list[Unit]:
    """Return the changes of one side in units, in their own order."""
    some = tuple(changes)
    glue = _Glue(len(some))
    removed = {it.key.name: at for at, it in enumerate(some) if it.what == "removed"}
    parted = {it.key: at for at, it in enumerate(some) if it.field == "same_as"}
    for at, change in enumerate(some):
        if change.key in parted and change.what == "changed" and change.field not in _OWN:
            glue.join(at, parted[change.key])  # a copy that still is one says what it is told
        for name in _together(change, holders, whole):
            glue.stick(at, name)
        for name in _hangs_on(change):
            if name in removed:
                glue.join(at, removed[name])
    return [Unit(tuple(some[at] for at in places)) for places in glue.groups()]


def _hangs_on(change: Change) -> Iterator[str]:
    """Give the names that go with it, if they go: what it named and names no longer."""
    yield from {*mentions(change.was)} - {*mentions(change.now)}
    if change.what == "removed" and change.old is not None:
        yield change.old.held.holder.name


def _together(
    change: Change, holders: Mapping[Key, Key], whole: Mapping[Key, str]
) -> Iterator[Hashable]:
    """Give names for what a change belongs together with."""
    key = change.key
    if (one := whole_of(key, holders, whole)) is not None:
        yield "whole", whole[one]
    if key.kind == Idea.__name__ and change.field in ("state", "state_reason"):
        yield "whole", key.name
    if is_home(change) and change.old is not None and change.new is not None:
        yield "home", change.old.held, change.new.held
        yield "stands", key
    elif change.field == "parent_id":
        yield "stands", key
    elif key.kind == "Link":
        yield "links", key.name.partition(">")[0]
    elif key.kind in ("Driver", "Idea") and change.what != "changed":
        yield "links", key.name


class _Glue:
    """Numbers that are put into groups."""

    def __init__(self, size: int) -> None:
        self._above = list(range(size))
        self._first: dict[Hashable, int] = {}

    def stick(self, at: int, name: Hashable) -> None:
        """Put a number to all others of the same name."""
        self.join(self._first.setdefault(name, at), at)

    def join(self, one: int, other: int) -> None:
        """Put two groups together."""
        first, last = sorted((self._top(one), self._top(other)))
        self._above[last] = first

    def _top(self, at: int) -> int:
        while self._above[at] != at:
            self._above[at] = self._above[self._above[at]]
            at = self._above[at]
        return at

    def groups(self) -> Iterable[list[int]]:
        """Return the groups, by their first numbers."""
        found: dict[int, list[int]] = defaultdict(list)
        for at in range(len(self._above)):
            found[self._top(at)].append(at)
        return found.values()
