"""What must hold between records: ids are single, references lead somewhere, nothing goes round.

A file is checked with this before it is opened, and an edit must never break it.
"""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence, Set
from graphlib import CycleError, TopologicalSorter
from itertools import chain
from typing import Final, NamedTuple, TypeVar

from ilead_studio.model.cycle import Cycle, line_ids
from ilead_studio.model.driver import Theory
from ilead_studio.model.fault import Fault
from ilead_studio.model.fishbone import Cause, Fishbone
from ilead_studio.model.meeting import agenda_ids
from ilead_studio.model.sound_cycles import said_of_cycles
from ilead_studio.model.sound_measures import said_of_measures
from ilead_studio.model.sound_meetings import said_of_meetings
from ilead_studio.model.sound_snapshots import checker
from ilead_studio.model.sound_votes import said_of_votes
from ilead_studio.model.ties import loose_ties
from ilead_studio.model.workbook import LETTER, Item, Page, Workbook, groups
from ilead_studio.words import say

DEEPEST: Final = 40
"""Most levels below a head or an aim. Layouts are proved to 12, people ask why about five times."""
_Name = TypeVar("_Name", bound=Hashable)
_Items = Sequence[Item | Cycle]
_Pairs = Sequence[tuple[str, str]]
"""Items with what they hang on."""


def faults(workbook: Workbook) -> tuple[Fault, ...]:
    """Return everything that keeps the workbook from being sound; empty when it is."""
    kinds = dict(_by_kind(workbook))
    found = [*_doubled(workbook), *_references(workbook, kinds)]
    found += [*loose_ties(workbook), *_copies(workbook)]
    for said_of in (said_of_cycles, said_of_meetings, said_of_measures, said_of_votes):
        found += [Fault(*said) for said in said_of(workbook)]
    for fishbone in workbook.fishbones:
        found += _fishbone(fishbone)
    ideas = {idea.id for idea in workbook.ideas}
    for theory in workbook.theories:
        found += _theory(theory, ideas)
    return (*found, *_of_snapshots(workbook))


_of_snapshots: Final = checker(faults)


def _by_kind(workbook: Workbook) -> Iterator[tuple[str, _Items]]:
    """Go through everything that has a reference; the kinds are the fields of ``Counters``."""
    yield "fishbones", workbook.fishbones
    yield "causes", [cause for page in workbook.fishbones for cause in page.causes]
    yield "theories", workbook.theories
    yield "drivers", [driver for page in workbook.theories for driver in page.drivers]
    yield "ideas", workbook.ideas
    yield "cycles", workbook.cycles


def _doubled(workbook: Workbook) -> Iterator[Fault]:
    ids = [record.id for group in groups(workbook) for record in group]
    ids += (*line_ids(workbook.cycles), *agenda_ids(workbook.meetings))
    for item_id in _twice(ids):
        message = say("Two items have the same id, {id}.", id=item_id)
        yield Fault("doubled-id", item_id, message)


def _twice(names: Sequence[_Name]) -> list[_Name]:
    """Return what stands more than once among names; that it does not is told at once."""
    if len(set(names)) == len(names):
        return []
    return [name for name, times in Counter(names).items() if times > 1]


def _references(workbook: Workbook, kinds: Mapping[str, _Items]) -> Iterator[Fault]:
    """A reference above its counter would be given out a second time."""
    for kind, items in kinds.items():
        letter, given = LETTER[kind], getattr(workbook.counters, kind)
        if not _are_given([item.ref for item in items], letter, given):
            yield from _wrong_references(items, letter, given)


def _are_given(refs: Sequence[str], letter: str, most: int) -> bool:
    """Tell in one reading whether references have a letter and numbers of their own up to most."""
    joined = "".join(refs)
    if joined.count(letter) < len(refs):
        return False
    numbers = set(map(int, joined.split(letter)[1:]))
    return len(numbers) == len(refs) and max(numbers, default=0) <= most


def _wrong_references(items: _Items, letter: str, most: int) -> Iterator[Fault]:
    seen: set[str] = set()
    for item in items:
        if item.ref in seen:
            message = say("Two items have the same reference, {ref}.", ref=item.ref)
            yield Fault("doubled-reference", item.id, message)
        seen.add(item.ref)
        if not _are_given([item.ref], letter, most):
            message = say("The reference {ref} was never given out.", ref=item.ref)
            yield Fault("reference-unknown", item.id, message)


OWN: Final[Set[str]] = {"id", "ref", "parent_id", "same_as"}
"""The fields of a cause that a linked copy has for itself; all others it shares."""
_SHARED: Final = tuple(name for name in Cause.model_fields if name not in OWN)


def _copies(workbook: Workbook) -> Iterator[Fault]:
    """A linked copy says what its original says, and its original is no copy."""
    causes = [cause for page in workbook.fishbones for cause in page.causes]
    copies = [cause for cause in causes if cause.same_as is not None]
    originals = {cause.id: cause for cause in causes if cause.same_as is None} if copies else {}
    for copy in copies:
        original = originals.get(copy.same_as or "")
        if original is None:
            message = say("{ref} is a linked copy of something that is not there.", ref=copy.ref)
            yield Fault("original-missing", copy.id, message)
        elif any(getattr(copy, name) != getattr(original, name) for name in _SHARED):
            words = say("{ref} is a linked copy of {original}, but says something else.",
                        ref=copy.ref, original=original.ref)  # fmt: skip
            yield Fault("copy-differs", copy.id, words)


def _fishbone(page: Fishbone) -> Iterator[Fault]:
    pairs = [(cause.id, cause.parent_id) for cause in page.causes]
    walk = _walk(page.id, pairs)
    if len(walk.reached) < len(pairs):
        yield from _lost(page)
    yield from _levels(page, pairs, walk)


def _lost(page: Fishbone) -> Iterator[Fault]:
    known = {page.id, *(cause.id for cause in page.causes)}
    for cause in page.causes:
        if cause.parent_id not in known:
            message = say("{ref} hangs on something that is not there.", ref=cause.ref)
            yield Fault("parent-missing", cause.id, message)


def _theory(page: Theory, ideas: set[str]) -> Iterator[Fault]:
    drivers = {driver.id for driver in page.drivers}
    sources, targets = drivers | ideas, drivers | {page.id}
    for link in page.links:
        if link.source not in sources or link.target not in targets:
            message = say("A link of {ref} leads to something that is not there.", ref=page.ref)
            yield Fault("link-missing", link.source, message)
    pairs = [(link.source, link.target) for link in page.links]
    if _twice(pairs):
        yield Fault("doubled-link", page.id, say("A link of {ref} is there twice.", ref=page.ref))
    linked = {source for source, _ in pairs}
    for driver in page.drivers:
        if driver.id not in linked:
            message = say("Driver {ref} serves nothing.", ref=driver.ref)
            yield Fault("driver-unlinked", driver.id, message)
    yield from _levels(page, pairs, _walk(page.id, pairs))


class _Walk(NamedTuple):
    """Which items are reached from a root, and whether some are deeper than they may be."""

    reached: set[str]
    is_deeper: bool


def _walk(root: str, pairs: _Pairs) -> _Walk:
    """Go down from the root, level by level."""
    below: dict[str, list[str]] = defaultdict(list)
    for item, parent in pairs:
        below[parent].append(item)
    level, reached = {root}, set[str]()
    for _ in range(DEEPEST):
        level = set(chain.from_iterable(map(below.__getitem__, level & below.keys())))
        reached |= level
    return _Walk(reached, not level.isdisjoint(below))


def _levels(page: Page, pairs: _Pairs, walk: _Walk) -> Iterator[Fault]:
    """What goes round in a circle is never reached, or for ever."""
    is_whole = len(walk.reached) == len(pairs) or walk.reached.issuperset(it for it, _ in pairs)
    if (walk.is_deeper or not is_whole) and _goes_round(pairs):
        message = say("Items of {ref} lead round in a circle.", ref=page.ref)
        yield Fault("circle", page.id, message)
    elif walk.is_deeper:
        message = say("{ref} is deeper than {most} levels.", ref=page.ref, most=DEEPEST)
        yield Fault("too-deep", page.id, message)


def _goes_round(pairs: _Pairs) -> bool:
    sorter: TopologicalSorter[str] = TopologicalSorter()
    for item, parent in pairs:
        sorter.add(item, parent)
    try:
        sorter.prepare()
    except CycleError:
        return True
    return False
