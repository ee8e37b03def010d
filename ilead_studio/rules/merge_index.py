"""What my side of a merge did, by what it was done to: which of theirs is new, which clashes."""

from collections.abc import Container, Iterable, Iterator, Mapping

from ilead_studio.rules.difference import Change
from ilead_studio.rules.merge_build import Three
from ilead_studio.rules.merge_lists import in_both, together
from ilead_studio.rules.merge_units import Unit, is_home, is_order, whole_of
from ilead_studio.rules.records import Held, Key, Reading


class Index:
    """What my side did, by what it was done to."""

    def __init__(
        self, sides: Three, units: Iterable[Unit], holders: Mapping[Key, Key],
        whole: Mapping[Key, str],
    ) -> None:  # fmt: skip
        self._sides, self._holders, self._whole = sides, holders, whole
        self._at: dict[tuple[Key, str], tuple[Unit, Change]] = {}
        self._touched: dict[Key, list[Unit]] = {}
        self._alone: dict[tuple[Key, str], Change] = {}
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
        self._alone[_address(theirs)] = theirs
        return Change("changed", theirs.key, theirs.field, mine.now, value)

    def alone(self, unit: Unit, mine: Container[Unit]) -> Unit:
        """Return a unit of theirs, as they had it where mine that it was joined with has gone."""
        there = [*map(_address, unit.changes)]
        gone = {it for it in there if it in self._alone and self._at[it][0] not in mine}
        if not gone:
            return unit
        pairs = zip(there, unit.changes, strict=True)
        return Unit(tuple(self._alone[at] if at in gone else change for at, change in pairs))

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
