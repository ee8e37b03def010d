"""A workbook made of units of both sides of a merge: lists in order, references given once."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, NamedTuple

from ilead_studio.model import Record, Workbook
from ilead_studio.model.workbook import LETTER, Counters
from ilead_studio.rules.difference import Change
from ilead_studio.rules.merge_lists import ordered
from ilead_studio.rules.merge_settled import settled
from ilead_studio.rules.merge_units import Unit, is_order
from ilead_studio.rules.records import (
    ROOT,
    Held,
    Key,
    Reading,
    assembled,
    reading_of,
    without_lists,
)
from ilead_studio.words import say, short

_UNTYPED: Final = ("plan", "ref")
"""How a page is laid out, and by which reference a record goes: never a conflict."""
_KINDS: Final = {
    "Cause": "causes", "Driver": "drivers", "Idea": "ideas", "Cycle": "cycles",
    "Fishbone": "fishbones", "Theory": "theories",
}  # fmt: skip
"""Which counter numbers each kind of record."""


@dataclass(frozen=True)
class Three:
    """The two sides of a merge, and what both began with.

    ``twice`` is what both have although it was not there before: as if both had begun with mine.
    """

    base: Reading
    mine: Reading
    theirs: Reading
    twice: frozenset[Key] = frozenset()

    def __iter__(self) -> Iterator[Reading]:
        return iter((self.base, self.mine, self.theirs))


def three_of(base: Workbook, mine: Workbook, theirs: Workbook) -> Three:
    """Return what both copies say, and what they began with."""
    was, here, there = reading_of(base), reading_of(mine), reading_of(theirs)
    twice = frozenset((here.records.keys() & there.records.keys()) - was.records.keys())
    if not twice:
        return Three(was, here, there)
    records = was.records | {key: without_lists(here.records[key]) for key in twice}
    lists = dict(was.lists)
    for held, keys in here.lists.items():
        if both := [it for it in keys if it in twice]:
            old = was.lists.get(held, [])
            lists[held] = ordered([*old, *both], old, keys)
    return Three(Reading(records, lists), here, there, twice)


class Built(NamedTuple):
    """A workbook, and what had to be numbered anew for it, in words."""

    workbook: Workbook
    renumbered: tuple[str, ...]


def built(three: Three, mine: Iterable[Unit], theirs: Iterable[Unit]) -> Built:
    """Make the workbook with some units of both sides.

    Raises:
        ValueError: if a value of it cannot be.
    """
    making = _Making(three)
    for unit in mine:
        making.take(unit.changes, is_theirs=False)
    for unit in theirs:
        making.take(unit.changes, is_theirs=True)
    notes = making.number()
    return Built(settled(making.workbook()), notes)


@dataclass(slots=True)
class _Making:
    """Records, where each is, and other values for their fields.

    ``doubled`` are those that no side has: each comes after the one that it is a double of.
    """

    three: Three
    records: dict[Key, Record] = field(init=False)
    homes: dict[Key, Held] = field(init=False)
    fields: dict[Key, dict[str, Any]] = field(default_factory=dict)
    their_places: set[Key] = field(default_factory=set)
    came: list[Key] = field(default_factory=list)
    doubled: dict[Key, Key | None] = field(default_factory=dict)

    def __post_init__(self) -> None:
        base = self.three.base
        self.records = {**base.records}
        self.homes = {key: held for held, keys in base.lists.items() for key in keys}
        for key in (it for it in base.records if it.kind in _KINDS and it not in self.three.twice):
            self._keep_untyped(key)

    def _keep_untyped(self, key: Key) -> None:
        """Take what nobody typed from the side that has it otherwise, mine first."""
        was, mine, theirs = (it.records.get(key) for it in self.three)
        sides = [it for it in (mine, theirs) if it is not None and it is not was]
        for name in _UNTYPED:
            values = (getattr(it, name, None) for it in sides)
            other = [it for it in values if it != getattr(was, name, None)]
            if other:
                self.fields.setdefault(key, {})[name] = other[0]

    def take(self, changes: Iterable[Change], *, is_theirs: bool) -> None:
        """Do what one side did."""
        for it in changes:
            if is_order(it):
                self.their_places |= {it.key} if is_theirs else set()
            elif it.what == "removed":
                self.homes.pop(it.key, None)
            elif it.new is not None:
                self.homes[it.key] = it.new.held
            if it.what == "added":
                self.records[it.key] = it.now
                self.came += [it.key] if is_theirs else []
                if is_theirs and it.new and it.key not in self.three.theirs.records:
                    self.doubled[it.key] = it.new.after
            elif it.what == "changed":
                self.fields.setdefault(it.key, {})[it.field] = it.now

    def value(self, key: Key, name: str) -> object:
        """Return the value that a field of a record has by now."""
        known = self.fields.get(key, {})
        return known[name] if name in known else getattr(self.records[key], name)

    def ref(self, key: Key) -> str:
        """Return the reference that a record has by now."""
        return str(self.value(key, "ref"))

    # --- what is given once ----------------------------------------------------------------------
    def number(self) -> tuple[str, ...]:
        """Give new references to what came with one that is taken; returns what was said of it."""
        base, mine, theirs = (it.records[ROOT] for it in self.three)
        counts = {kind: _count(kind, base, mine, theirs) for kind in LETTER}
        notes = [*self._renumbered(counts, base, mine)]
        self.fields.setdefault(ROOT, {})["counters"] = Counters(**self._raised(counts))
        self._place_cycles()
        return tuple(notes)

    def _present(self) -> Iterator[Key]:
        return (key for key in self.homes if key.kind in _KINDS)

    def _renumbered(self, counts: dict[str, int], base: Record, mine: Record) -> Iterator[str]:
        new = {key for key in self.came if key in self.homes and key.kind in _KINDS}
        taken = {self.ref(key) for key in self._present() if key not in new}
        for key in sorted(new, key=lambda it: (it.kind, int(self.ref(it)[1:]))):
            ref, kind = self.ref(key), _KINDS[key.kind]
            first, last = (getattr(vars(it)["counters"], kind) for it in (base, mine))
            if ref in taken or first < int(ref[1:]) <= last:
                counts[kind] += 1
                self.fields.setdefault(key, {})["ref"] = f"{LETTER[kind]}{counts[kind]}"
                yield self._told(key, ref)
            taken.add(self.ref(key))

    def _told(self, key: Key, was: str) -> str:
        record = self.records[key]
        words = next((it for name in _WORDS if (it := getattr(record, name, ""))), "")
        return say("{was} “{words}” is {now} here, as {was} was given twice.",
                   was=was, words=short(words), now=self.ref(key))  # fmt: skip

    def _raised(self, counts: Mapping[str, int]) -> dict[str, int]:
        """Return counters that know every reference in use, and those of snapshots."""
        made = {**counts}
        for key in self._present():
            kind = _KINDS[key.kind]
            made[kind] = max(made[kind], int(self.ref(key)[1:]))
        for key in (it for it in self.homes if it.kind == "Snapshot"):
            was = self.value(key, "was")
            assert isinstance(was, Workbook)
            made = {kind: max(it, getattr(was.counters, kind)) for kind, it in made.items()}
        return made

    def _place_cycles(self) -> None:
        """Let no two cycles be the same turn of a ramp: theirs comes after."""
        cycles = [key for key in self.homes if key.kind == "Cycle"]
        new = {*self.came}
        taken = {self._turn(key) for key in cycles if key not in new}
        for key in (it for it in cycles if it in new):
            while self._turn(key) in taken:
                number = self.value(key, "number")
                assert isinstance(number, int)
                self.fields.setdefault(key, {})["number"] = number + 1
            taken.add(self._turn(key))

    def _turn(self, key: Key) -> tuple[object, ...]:
        return tuple(self.value(key, name) for name in ("idea_id", "ramp", "number"))

    # --- put together ----------------------------------------------------------------------------
    def workbook(self) -> Workbook:
        """Return the workbook."""
        members: dict[Held, list[Key]] = {}
        for key, held in self.homes.items():
            members.setdefault(held, []).append(key)
        lists = {held: self._in_order(held, keys) for held, keys in members.items()}
        return assembled(self.records, lists, self.fields)

    def _in_order(self, held: Held, members: Sequence[Key]) -> list[Key]:
        base, mine, theirs = (it.lists.get(held, []) for it in self.three)
        stay = [it for it in members if it not in self.their_places]
        found = ordered(members, ordered(stay, mine), theirs, base)
        for key in (it for it in members if it in self.doubled):
            after = self.doubled[key]
            found.insert(found.index(after) + 1 if after in found else len(found), key)
        return found


_WORDS: Final = ("text", "title", "head", "aim", "objective")


def _count(kind: str, base: Record, mine: Record, theirs: Record) -> int:
    was, here, there = (getattr(vars(it)["counters"], kind) for it in (base, mine, theirs))
    if there == was:
        return int(here)
    return int(there if here == was else max(here, there))
