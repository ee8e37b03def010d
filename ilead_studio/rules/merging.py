"""Two copies of a workbook become one: by record, field and order, with what both began with.

What only one side did is taken. Where both did something else to the same thing, or one's work
cannot stand beside the other's, that is a conflict: mine stays unless theirs is chosen, and what
is let go is named. The result is always sound. Both sides are taken in units (``merge_units``);
what is frozen in my copy stays as it is.
"""

from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final, NamedTuple, TypeVar

from ilead_studio.model import Workbook, faults
from ilead_studio.rules.change_lines import Teller
from ilead_studio.rules.difference import Change, changes_of
from ilead_studio.rules.freezing import altered, recounted, thawed
from ilead_studio.rules.merge_build import Built, Three, built, three_of
from ilead_studio.rules.merge_index import Index
from ilead_studio.rules.merge_parts import Parted, parted
from ilead_studio.rules.merge_units import (
    Unit,
    holders_of,
    inside,
    is_derived,
    units_of,
    whole_keys,
)
from ilead_studio.rules.merge_words import ALL_MINE, Choice, Worded, chosen_words, fitting, worded
from ilead_studio.rules.records import Reading, reading_of

T = TypeVar("T")
MOST_TRIED: Final = 400
"""How often it is tried which units can stand together, before the rest is called a conflict."""


@dataclass(frozen=True)
class Conflict:
    """Something of theirs that cannot be taken beside what is mine.

    ``theirs`` and ``mine`` say what each side did. One that is not ``open`` cannot be chosen, as
    something of mine is frozen, or as nothing sound would come of it. ``words`` are those that
    both wrote otherwise, if that is what it is about. ``rest`` is what else was done to the same.
    ``about`` is the reference and the words of what both changed.
    """

    theirs: tuple[str, ...]
    mine: tuple[str, ...]
    is_open: bool
    changes: tuple[Change, ...]
    words: Worded | None = None
    rest: tuple[str, ...] = ()
    about: tuple[str, str] = ("", "")


@dataclass(frozen=True)
class Merged:
    """The workbook that came of it, what was numbered anew, and choices that had to stay mine."""

    workbook: Workbook
    renumbered: tuple[str, ...]
    refused: frozenset[int]


class _Tried(NamedTuple):
    """Units of both sides that were tried last, and what came of them."""

    asked: tuple[list[Unit], list[Unit]]
    made: Built | None


@dataclass(frozen=True)
class _Clash:
    """A unit of theirs that was not taken: what it needs, and what of mine it would replace."""

    unit: Unit
    needs: tuple[Unit, ...]
    against: tuple[Unit, ...]
    is_open: bool
    words: Worded | None = None


_Inside = tuple[list[Change], list[Change]]
"""What stands in what either side of a clash adds, and comes or goes with it."""
Steps = Generator[object, None, T]
"""Something that is found out step by step, for somebody who cannot wait for all of it at once."""


def ended(steps: Steps[T]) -> T:
    """Do all steps, and return what they find out."""
    try:
        while True:
            next(steps)
    except StopIteration as end:
        found: T = end.value
        return found


class Merging:
    """A merge while it is being decided; everything is found out when it is made."""

    def __init__(self, base: Workbook, mine: Workbook, theirs: Workbook) -> None:
        ended(self.find_out(base, mine, theirs))

    @classmethod
    def in_steps(cls, base: Workbook, mine: Workbook, theirs: Workbook) -> "Steps[Merging]":
        """Make a merge step by step."""
        made = cls.__new__(cls)
        yield from made.find_out(base, mine, theirs)
        return made

    def find_out(self, base: Workbook, mine: Workbook, theirs: Workbook) -> Steps[None]:
        """Find everything out step by step."""
        self._workbook, self._tried = mine, 0
        self._newest: _Tried | None = None
        for book in (base, mine, theirs):
            yield reading_of(book)
        self._sides = three_of(base, mine, theirs)
        yield self._sides
        holders = holders_of(*self._sides)
        whole = whole_keys(*self._sides)
        my_changes = _changes(self._sides.base, self._sides.mine)
        yield my_changes
        self._mine = units_of(my_changes, holders, whole)
        yield self._mine
        self._index = Index(self._sides, self._mine, holders, whole)
        their_changes = _changes(self._sides.base, self._sides.theirs)
        yield their_changes
        self._theirs = units_of(self._index.new(their_changes), holders, whole)
        yield self._theirs
        yield from self._take()
        yield from self._tell()

    def _take(self) -> Steps[None]:
        """Take of theirs what can be taken, and find what clashes."""
        units = dict(self._in_parts())
        self._theirs = [*units]
        free = [unit for unit, comes in units.items() if comes]
        self._taken = yield from self._accepted(self._mine, [], free)
        taken, self._clashes = {*self._taken}, list[_Clash]()
        for unit in (it for it in self._theirs if it not in taken):
            clash = yield from self._clash(unit, self._index.against(unit))
            self._clashes.append(self._in_words(clash))

    def _in_parts(self) -> Iterator[tuple[Unit, bool]]:
        """Give what they did, lists in parts, with whether each comes if it can beside mine."""
        self._parts = dict[Unit, Parted]()
        for unit in self._theirs:
            against, contested = self._index.against(unit), self._is_contested(unit)
            comes = not against and not contested
            part = None if comes else parted(unit, against, self._sides.mine, contested=contested)
            if part is None:
                yield unit, comes
                continue
            if part.comes:
                yield part.comes, True
            if part.chosen:
                self._parts[part.chosen] = part
                yield part.chosen, False

    def _tell(self) -> Steps[None]:
        """Say in words what clashes."""
        told = list[Conflict]()
        for clash in self._clashes:
            part = self._parts.get(clash.unit)
            told.append(_said(self._sides, clash, self._rest(clash), part, self._inside(clash)))
            yield told
        self.conflicts = tuple(told)

    def _inside(self, clash: _Clash) -> _Inside:
        own = [it for it in self._mine if it not in clash.against]
        return [*inside((clash.unit,), self._taken)], [*inside(clash.against, own)]

    def _is_contested(self, unit: Unit) -> bool:
        """Tell whether a unit says otherwise what both sides have made since they parted."""
        return any(it.what != "added" and it.key in self._sides.twice for it in unit.changes)

    def merged(self, choices: Mapping[int, Choice] = ALL_MINE) -> Merged:
        """Return the workbook with what is chosen for conflicts, by their places; else mine."""
        return ended(self.merged_in_steps(choices))

    def merged_in_steps(self, choices: Mapping[int, Choice]) -> Steps[Merged]:
        """Do the same step by step."""
        mine, theirs, refused = [*self._mine], list[Unit](), set[int]()
        other = set[Unit | None]()
        for number, choice in sorted(choices.items()):
            if choice.what == "mine":
                continue
            clash = self._clashes[number]
            fewer, needs = self._wished(clash, choice, mine)
            more = [*dict.fromkeys((*theirs, *needs))]
            yield more
            if needs and self._is_sound(fewer, more):
                mine, theirs = fewer, more
                part = self._parts.get(clash.unit)
                other |= {part.comes} if part else set()
            else:
                refused.add(number)
        rest = [it for it in self._taken if it not in theirs and it not in other]
        rest = [self._index.alone(it, mine) for it in rest]
        self._tried = 0  # what was tried before leaves out nothing here
        theirs = yield from self._accepted(mine, theirs, rest)
        made = self._built(mine, theirs)
        if made is None:
            return Merged(self._workbook, (), frozenset(choices))
        return Merged(made.workbook, made.renumbered, frozenset(refused))

    def _wished(
        self, clash: _Clash, choice: Choice, mine: list[Unit]
    ) -> tuple[list[Unit], tuple[Unit, ...]]:
        """Return what stays of mine, and what comes beside it; nothing if that cannot be."""
        if choice.what == "theirs":
            fewer = [it for it in mine if it not in clash.against]
            return fewer, clash.needs if clash.is_open else ()
        unit = chosen_words(self._sides.mine, clash.words, choice) if clash.words else None
        return mine, (unit,) if unit else ()

    def can_say(self, number: int, own: str) -> bool:
        """Tell whether words can stand where both sides wrote others."""
        words = self._clashes[number].words
        return words is not None and bool(
            fitting(self._sides.mine.records[words.key], words.field, own)
        )

    # --- what can stand together -----------------------------------------------------------------
    def _built(self, mine: Iterable[Unit], theirs: Iterable[Unit]) -> Built | None:
        """Return the workbook of some units; None if it is not sound, or changes what is frozen."""
        asked = [*mine], [*theirs]
        if self._newest is None or self._newest.asked != asked:
            self._newest = _Tried(asked, self._build(*asked))
        return self._newest.made

    def _build(self, mine: Iterable[Unit], theirs: Iterable[Unit]) -> Built | None:
        self._tried += 1
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
    ) -> Steps[list[Unit]]:
        """Return units of theirs with as many more of them as can stand beside mine."""
        return _most(theirs, more, lambda it: self._is_sound(mine, it), self._may_try)

    def _may_try(self) -> bool:
        return self._tried < MOST_TRIED

    # --- what cannot -----------------------------------------------------------------------------
    def _clash(self, unit: Unit, against: tuple[Unit, ...]) -> Steps[_Clash]:
        """Find out what a unit needs, and what of mine would have to go for it."""
        if against and all(map(_is_plain, (unit, *against))):
            return _Clash(unit, (unit,), against, is_open=True)
        needs = (*self._needs(unit), unit)
        left = [it for it in self._mine if it not in against]
        yield needs
        stays = [*dict.fromkeys((*self._fitting(left, needs), *needs))]
        yield stays
        if self._is_sound(left, stays):
            return _Clash(unit, needs, against, is_open=True)
        kept = yield from _most((), left, lambda it: self._is_sound(it, needs), self._may_try)
        against = tuple(it for it in self._mine if it not in {*kept})
        return _Clash(unit, needs, against, is_open=self._is_sound(kept, needs))

    def _in_words(self, clash: _Clash) -> _Clash:
        """Tell which words a conflict is about, if it is about words."""
        record = self._sides.mine.records.get(clash.unit.changes[0].key)
        words = worded(record, clash.unit, clash.against) if clash.is_open else None
        return replace(clash, words=words) if words else clash

    def _rest(self, clash: _Clash) -> tuple[str, ...]:
        """Say what else was done to what a conflict of words is about."""
        if clash.words is None:
            return ()
        key = clash.words.key

        def said(side: Reading, units: Iterable[Unit]) -> tuple[str, ...]:
            here = [it for unit in units for it in unit.changes if it.key == key]
            return _sentences(self._sides.base, side, here)

        own = (it for it in self._mine if it not in clash.against)
        return (*said(self._sides.mine, own), *said(self._sides.theirs, self._taken))

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
) -> Steps[list[Unit]]:
    """Return units with as many more as fit: all at once, else by halves, again while some do."""
    found, waiting = [*start], [*more]

    def take(units: Sequence[Unit]) -> Iterator[object]:
        if not units or not may_try():
            return
        yield units
        if fits([*found, *units]):
            found.extend(units)
        elif len(units) > 1:
            half = len(units) // 2
            yield from take(units[:half])
            yield from take(units[half:])

    before = -1
    while waiting and len(found) > before:
        before = len(found)
        yield from take(waiting)
        waiting = [it for it in waiting if it not in {*found}]
    return found


# --- reading both sides --------------------------------------------------------------------------
def _changes(base: Reading, side: Reading) -> tuple[Change, ...]:
    """Return what a side did, without what follows from the rest."""
    return tuple(it for it in changes_of(base, side) if not is_derived(it, side, base))


# --- in words ------------------------------------------------------------------------------------
def _said(
    sides: Three, clash: _Clash, rest: tuple[str, ...], part: Parted | None, within: _Inside
) -> Conflict:
    mine = [change for unit in clash.against for change in unit.changes]
    told = [*(change for unit in clash.against for change in unit.telling), *within[1]]
    their = (*clash.unit.telling, *within[0])
    if part and clash.is_open:
        told, their = [part.mine], (part.theirs,)
    lines = [*Teller(sides.base, sides.theirs).lines(their)]
    said = part and part.said
    return Conflict(
        said[1] if said else tuple(it.sentence for it in lines),
        said[0] if said else _sentences(sides.base, sides.mine, told),
        clash.is_open,
        (*clash.unit.changes, *mine, *within[0], *within[1]),
        clash.words,
        rest,
        next(((it.ref, it.words) for it in lines), ("", "")),
    )


def _sentences(base: Reading, side: Reading, changes: Iterable[Change]) -> tuple[str, ...]:
    return tuple(line.sentence for line in Teller(base, side).lines(changes))
