"""Two copies of a workbook become one: by record, field and order, with what both began with.

What only one side did is taken. Where both did something else to the same thing, or one's work
cannot stand beside the other's, that is a conflict: mine stays unless theirs is chosen, and what
is let go is named. The result is always sound. Both sides are taken in units (``merge_units``);
what is frozen in my copy stays as it is.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from ilead_studio.model import Snapshot, Workbook, faults
from ilead_studio.rules.change_lines import Teller
from ilead_studio.rules.difference import Change, changes_of
from ilead_studio.rules.freezing import altered, recounted, thawed
from ilead_studio.rules.merge_build import Built, Three, built
from ilead_studio.rules.merge_lists import in_both, ordered, together
from ilead_studio.rules.merge_units import (
    Unit,
    holders_of,
    is_derived,
    is_home,
    is_order,
    units_of,
    whole_keys,
    whole_of,
)
from ilead_studio.rules.records import Held, Key, Reading, reading_of, without_lists

MOST_TRIED: Final = 400
"""How often it is tried which units can stand together, before the rest is called a conflict."""


@dataclass(frozen=True)
class Conflict:
    """Something of theirs that cannot be taken beside what is mine.

    ``theirs`` and ``mine`` say what each side did. One that is not ``open`` cannot be chosen, as
    something of mine is frozen, or as nothing sound would come of it.
    """

    theirs: tuple[str, ...]
    mine: tuple[str, ...]
    is_open: bool
    changes: tuple[Change, ...]


@dataclass(frozen=True)
class Merged:
    """The workbook that came of it, what was numbered anew, and choices that had to stay mine."""

    workbook: Workbook
    renumbered: tuple[str, ...]
    refused: frozenset[int]


@dataclass(frozen=True)
class _Clash:
    """A unit of theirs that was not taken: what it needs, and what of mine it would replace."""

    unit: Unit
    needs: tuple[Unit, ...]
    against: tuple[Unit, ...]
    is_open: bool


class Merging:
    """A merge while it is being decided; everything is found out when it is made.

    ``on_try`` hears how often it was tried what can stand together; what it raises ends it.
    """

    def __init__(
        self,
        base: Workbook,
        mine: Workbook,
        theirs: Workbook,
        on_try: Callable[[int], object] = int,
    ) -> None:
        self._workbook, self._on_try = mine, on_try
        self._sides = _three(base, mine, theirs)
        self._tried = 0
        holders = holders_of(*self._sides)
        whole = whole_keys(*self._sides)
        self._mine = units_of(_changes(self._sides.base, self._sides.mine), holders, whole)
        self._index = _Index(self._sides, self._mine, holders, whole)
        their_changes = _changes(self._sides.base, self._sides.theirs)
        self._theirs = units_of(self._index.new(their_changes), holders, whole)
        against = {unit: self._index.against(unit) for unit in self._theirs}
        free = [it for it in self._theirs if not against[it] and not self._is_contested(it)]
        self._taken = self._accepted(self._mine, [], free)
        left = [it for it in self._theirs if it not in {*self._taken}]
        self._clashes = [self._clash(it, against[it]) for it in left]
        self.conflicts = tuple(_said(self._sides, it) for it in self._clashes)

    def _is_contested(self, unit: Unit) -> bool:
        """Tell whether a unit says otherwise what both sides have made since they parted."""
        return any(it.what != "added" and it.key in self._sides.twice for it in unit.changes)

    def merged(self, chosen: Collection[int] = ()) -> Merged:
        """Return the workbook with theirs for some conflicts (by their places), mine for others."""
        mine, theirs, refused = [*self._mine], list[Unit](), set[int]()
        for number in sorted(chosen):
            clash = self._clashes[number]
            fewer = [it for it in mine if it not in clash.against]
            more = [*dict.fromkeys((*theirs, *clash.needs))]
            if clash.is_open and self._is_sound(fewer, more):
                mine, theirs = fewer, more
            else:
                refused.add(number)
        theirs = self._accepted(mine, theirs, [it for it in self._taken if it not in theirs])
        made = self._built(mine, theirs)
        if made is None:
            return Merged(self._workbook, (), frozenset(chosen))
        return Merged(made.workbook, made.renumbered, frozenset(refused))

    # --- what can stand together -----------------------------------------------------------------
    def _built(self, mine: Iterable[Unit], theirs: Iterable[Unit]) -> Built | None:
        """Return the workbook of some units; None if it is not sound, or changes what is frozen."""
        self._tried += 1
        self._on_try(self._tried)
        try:
            made = built(self._sides, mine, theirs)
        except (ValueError, LookupError):
            return None
        now, was = made.workbook, self._workbook
        if faults(now) or thawed(was, now) or recounted(was, now) or altered(was, now):
            return None
        return made

    def _is_sound(self, mine: Iterable[Unit], theirs: Iterable[Unit]) -> bool:
        return self._built(mine, theirs) is not None

    def _accepted(
        self, mine: Sequence[Unit], theirs: Sequence[Unit], more: Sequence[Unit]
    ) -> list[Unit]:
        """Return units of theirs with as many more of them as can stand beside mine."""
        return _most(theirs, more, lambda it: self._is_sound(mine, it), self._may_try)

    def _may_try(self) -> bool:
        return self._tried < MOST_TRIED

    # --- what cannot -----------------------------------------------------------------------------
    def _clash(self, unit: Unit, against: tuple[Unit, ...]) -> _Clash:
        """Find out what a unit needs, and what of mine would have to go for it."""
        if against and all(map(_is_plain, (unit, *against))):
            return _Clash(unit, (unit,), against, is_open=True)
        needs = (*self._needs(unit), unit)
        left = [it for it in self._mine if it not in against]
        stays = [*dict.fromkeys((*self._fitting(left, needs), *needs))]
        if self._is_sound(left, stays):
            return _Clash(unit, needs, against, is_open=True)
        kept = _most((), left, lambda it: self._is_sound(it, needs), self._may_try)
        against = tuple(it for it in self._mine if it not in {*kept})
        return _Clash(unit, needs, against, is_open=self._is_sound(kept, needs))

    def _fitting(self, mine: Sequence[Unit], needs: Sequence[Unit]) -> list[Unit]:
        """Return what was taken, if it can stay beside a choice; else nothing of it."""
        every = [*self._taken, *(it for it in needs if it not in {*self._taken})]
        return self._taken if self._is_sound(mine, every) else []

    def _needs(self, unit: Unit) -> list[Unit]:
        """Return the units of theirs that add what a unit names, and what those name."""
        adding = {name: it for it in self._theirs for name in it.added}
        found, newest = dict[Unit, None](), [unit]
        while newest:
            named = (adding[name] for it in newest for name in it.names if name in adding)
            newest = [it for it in dict.fromkeys(named) if it not in found and it is not unit]
            found |= dict.fromkeys(newest)
        return [it for it in self._theirs if it in found]


def _is_plain(unit: Unit) -> bool:
    """Tell whether a unit only says one thing otherwise, on which nothing else depends.

    That it can be taken needs no trial, which costs as much as opening the workbook.
    """
    field = unit.changes[0].field if len(unit.changes) == 1 else ""
    return field in _PLAIN and unit.changes[0].key.kind in _FREE


_PLAIN: Final = frozenset({"text", "notes", "title", "head", "aim", "evidence", "reach", "root"})
_FREE: Final = frozenset({"Cause", "Driver", "Idea", "Fishbone", "Theory", "Problem", "Evidence"})


def _most(
    start: Sequence[Unit],
    more: Sequence[Unit],
    fits: Callable[[list[Unit]], bool],
    may_try: Callable[[], bool],
) -> list[Unit]:
    """Return units with as many more as fit: all at once, else by halves, again while some do."""
    found, waiting = [*start], [*more]

    def take(units: Sequence[Unit]) -> None:
        if not units or not may_try():
            return
        if fits([*found, *units]):
            found.extend(units)
        elif len(units) > 1:
            half = len(units) // 2
            take(units[:half])
            take(units[half:])

    before = -1
    while waiting and len(found) > before:
        before = len(found)
        take(waiting)
        waiting = [it for it in waiting if it not in {*found}]
    return found


class _Index:
    """What my side did, by what it was done to."""

    def __init__(
        self, sides: Three, units: Iterable[Unit], holders: Mapping[Key, Key],
        whole: Mapping[Key, str],
    ) -> None:  # fmt: skip
        self._sides, self._holders, self._whole = sides, holders, whole
        self._at: dict[tuple[Key, str], tuple[Unit, Change]] = {}
        self._touched: dict[Key, list[Unit]] = {}
        for unit in units:
            for change in unit.changes:
                self._note(unit, change)

    def _note(self, unit: Unit, change: Change) -> None:
        self._at[_address(change)] = unit, change
        one = whole_of(change.key, self._holders, self._whole)
        held = change.new.held.holder if change.new and not is_order(change) else None
        for key in {change.key, one, held} - {None}:
            if key is not None:
                self._touched.setdefault(key, []).append(unit)

    def new(self, changes: Iterable[Change]) -> Iterator[Change]:
        """Give what of their changes is not the same as mine; values of several things joined."""
        for change in changes:
            if is_order(change) and self._is_same_order(change):
                continue
            known = self._at.get(_address(change))
            if known is None:
                yield change
            elif not _is_same(known[1], change):
                yield self._joined(known[1], change)

    def _joined(self, mine: Change, theirs: Change) -> Change:
        value = together(theirs.field, theirs.was, mine.now, theirs.now) if theirs.field else None
        if value is None:
            return theirs
        return Change("changed", theirs.key, theirs.field, mine.now, value)

    def _is_same_order(self, change: Change) -> bool:
        mine, theirs = (self._listed(it, change) for it in (self._sides.mine, self._sides.theirs))
        return in_both(mine, theirs) == in_both(theirs, mine)

    @staticmethod
    def _listed(reading: Reading, change: Change) -> list[Key]:
        return reading.lists.get(change.new.held, []) if change.new else []

    def against(self, unit: Unit) -> tuple[Unit, ...]:
        """Return what of mine a unit clashes with."""
        return tuple(dict.fromkeys(one for change in unit.changes for one in self._of(change)))

    def _of(self, change: Change) -> Iterator[Unit]:
        one = whole_of(change.key, self._holders, self._whole)
        if one is not None:
            yield from self._touched.get(one, ())
        elif change.what == "removed":
            yield from self._touched.get(change.key, ())
        else:
            yield from self._of_value(change)

    def _of_value(self, change: Change) -> Iterator[Unit]:
        for key in (change.key, change.new.held.holder if change.new else None):
            gone = self._at.get((key, "")) if key else None
            if gone and gone[1].what == "removed":
                yield gone[0]
        known = self._at.get(_address(change))
        if known and (known[1].now != change.was or change.what != "changed"):
            yield known[0]


def common_base(mine: Workbook, theirs: Workbook) -> Workbook:
    """Return what two copies are known to have begun with: the newest snapshot that both keep.

    Without one nothing is known, and all of both comes.
    """
    known = {it.id: it for it in theirs.snapshots}
    common = (it.was for it in reversed(mine.snapshots) if it.was == _was(known.get(it.id)))
    return next(common, Workbook())


def _was(snapshot: Snapshot | None) -> Workbook | None:
    return snapshot.was if snapshot else None


# --- reading both sides --------------------------------------------------------------------------
def _three(base: Workbook, mine: Workbook, theirs: Workbook) -> Three:
    """Return the readings of all."""
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


def _changes(base: Reading, side: Reading) -> tuple[Change, ...]:
    """Return what a side did, without what follows from the rest."""
    return tuple(it for it in changes_of(base, side) if not is_derived(it, side, base))


def _address(change: Change) -> tuple[Key, str]:
    """Return to what something was done: a field, a record and its list, its place in the list."""
    return change.key, "order" if is_order(change) else change.field


def _is_same(one: Change, other: Change) -> bool:
    """Tell whether both sides did the same."""
    if one.what != other.what or (one.what != "removed" and one.now != other.now):
        return False
    return one.new == other.new or (is_home(one) and _held(one) == _held(other))


def _held(change: Change) -> Held | None:
    return change.new.held if change.new else None


# --- in words ------------------------------------------------------------------------------------
def _said(sides: Three, clash: _Clash) -> Conflict:
    mine = [change for unit in clash.against for change in unit.changes]
    return Conflict(
        _sentences(sides.base, sides.theirs, clash.unit.changes),
        _sentences(sides.base, sides.mine, mine),
        clash.is_open,
        (*clash.unit.changes, *mine),
    )


def _sentences(base: Reading, side: Reading, changes: Iterable[Change]) -> tuple[str, ...]:
    return tuple(line.sentence for line in Teller(base, side).lines(changes))
