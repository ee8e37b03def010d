"""What must hold between records: ids are single, references lead somewhere, nothing goes round.

A file is checked with this before it is opened, and an edit must never break it.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from typing import Final

from ilead_studio.model.cycle import Cycle
from ilead_studio.model.driver import Driver, Theory
from ilead_studio.model.fishbone import Cause, Fishbone
from ilead_studio.model.idea import Idea
from ilead_studio.model.workbook import LETTER, Item, Workbook
from ilead_studio.words import say

DEEPEST: Final = 40
"""Most levels below a head or an aim. Layouts are proved to 12, people ask why about five times."""


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that must not be: a stable rule name, the item's id, and a sentence."""

    rule: str
    item: str
    message: str


def faults(workbook: Workbook) -> tuple[Fault, ...]:
    """Return everything that keeps the workbook from being sound; empty when it is."""
    found = [*_doubled(workbook), *_references(workbook), *_problems(workbook), *_cycles(workbook)]
    found += [*_named(workbook), *_copies(workbook)]
    for fishbone in workbook.fishbones:
        found += _fishbone(fishbone)
    ideas = {idea.id for idea in workbook.ideas}
    for theory in workbook.theories:
        found += _theory(theory, ideas)
    return tuple(found)


def _doubled(workbook: Workbook) -> Iterator[Fault]:
    items = [it for _, items in _by_kind(workbook) for it in items]
    ids = Counter(it.id for it in (*items, *workbook.parties, *workbook.problems))
    ids.update(it.id for it in workbook.evidence)
    ids.update(it.id for it in workbook.tray)
    for item_id, times in ids.items():
        if times > 1:
            message = say("Two items have the same id, {id}.", id=item_id)
            yield Fault("doubled-id", item_id, message)


def _references(workbook: Workbook) -> Iterator[Fault]:
    """A reference above its counter would be given out a second time."""
    seen: set[str] = set()
    for kind, items in _by_kind(workbook):
        letter, given = LETTER[kind], getattr(workbook.counters, kind)
        for item in items:
            if item.ref in seen:
                message = say("Two items have the same reference, {ref}.", ref=item.ref)
                yield Fault("doubled-reference", item.id, message)
            seen.add(item.ref)
            if item.ref[0] != letter or int(item.ref[1:]) > given:
                message = say("The reference {ref} was never given out.", ref=item.ref)
                yield Fault("reference-unknown", item.id, message)


def _by_kind(workbook: Workbook) -> Iterator[tuple[str, list[Item | Cycle]]]:
    """Go through everything that has a reference; the kinds are the fields of ``Counters``."""
    yield "fishbones", [*workbook.fishbones]
    yield "causes", [cause for page in workbook.fishbones for cause in page.causes]
    yield "theories", [*workbook.theories]
    yield "drivers", [driver for page in workbook.theories for driver in page.drivers]
    yield "ideas", [*workbook.ideas]
    yield "cycles", [*workbook.cycles]


def _problems(workbook: Workbook) -> Iterator[Fault]:
    known = {problem.id for problem in workbook.problems}
    for page in workbook.fishbones:
        if page.problem_id is not None and page.problem_id not in known:
            message = say("Fishbone {ref} belongs to a problem that is not there.", ref=page.ref)
            yield Fault("problem-missing", page.id, message)


def _cycles(workbook: Workbook) -> Iterator[Fault]:
    known = {idea.id for idea in workbook.ideas}
    for cycle in workbook.cycles:
        if cycle.idea_id not in known:
            message = say("Cycle {ref} tests a change idea that is not there.", ref=cycle.ref)
            yield Fault("idea-missing", cycle.id, message)


def _named(workbook: Workbook) -> Iterator[Fault]:
    """Find names of parties, evidence and causes that are not there."""
    parties = {party.id for party in workbook.parties}
    evidence = {it.id for it in workbook.evidence}
    causes = [cause for page in workbook.fishbones for cause in page.causes]
    drivers = [driver for page in workbook.theories for driver in page.drivers]
    belonging: list[Cause | Driver | Idea] = [*causes, *drivers, *workbook.ideas]
    for item in belonging:
        if item.parties and not parties.issuperset(item.parties):
            message = say("{ref} belongs to a party that is not there.", ref=item.ref)
            yield Fault("party-missing", item.id, message)
    for cause in causes:
        if cause.cites and not evidence.issuperset(it.evidence_id for it in cause.cites):
            message = say("{ref} cites evidence that is not there.", ref=cause.ref)
            yield Fault("evidence-missing", cause.id, message)
    known = {cause.id for cause in causes}
    for driver in drivers:
        if driver.answers and not known.issuperset(driver.answers):
            message = say("{ref} answers a cause that is not there.", ref=driver.ref)
            yield Fault("cause-missing", driver.id, message)


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
    known = {page.id, *(cause.id for cause in page.causes)}
    for cause in page.causes:
        if cause.parent_id not in known:
            message = say("{ref} hangs on something that is not there.", ref=cause.ref)
            yield Fault("parent-missing", cause.id, message)
    parents = {cause.id: (cause.parent_id,) for cause in page.causes}
    yield from _levels(page.id, page.ref, parents)


def _theory(page: Theory, ideas: set[str]) -> Iterator[Fault]:
    drivers = {driver.id for driver in page.drivers}
    sources, targets = drivers | ideas, drivers | {page.id}
    for link in page.links:
        if link.source not in sources or link.target not in targets:
            message = say("A link of {ref} leads to something that is not there.", ref=page.ref)
            yield Fault("link-missing", link.source, message)
    pairs = Counter((link.source, link.target) for link in page.links)
    if any(times > 1 for times in pairs.values()):
        yield Fault("doubled-link", page.id, say("A link of {ref} is there twice.", ref=page.ref))
    linked = {link.source for link in page.links}
    for driver in page.drivers:
        if driver.id not in linked:
            message = say("Driver {ref} serves nothing.", ref=driver.ref)
            yield Fault("driver-unlinked", driver.id, message)
    parents: dict[str, list[str]] = {}
    for link in page.links:
        parents.setdefault(link.source, []).append(link.target)
    yield from _levels(page.id, page.ref, parents)


def _levels(root: str, ref: str, parents: Mapping[str, Iterable[str]]) -> Iterator[Fault]:
    """Walk down from the root level by level; what is never reached goes round in a circle."""
    waiting = {item: {up for up in ups if up in parents} for item, ups in parents.items()}
    level, depth = {item for item, ups in waiting.items() if not ups}, 0
    children: dict[str, list[str]] = {}
    for item, ups in waiting.items():
        for up in ups:
            children.setdefault(up, []).append(item)
    reached = 0
    while level:
        reached, depth = reached + len(level), depth + 1
        below = [child for item in level for child in children.get(item, ())]
        for item in level:
            for child in children.get(item, ()):
                waiting[child].discard(item)
        level = {child for child in below if not waiting[child]}
    if reached < len(parents):
        yield Fault("circle", root, say("Items of {ref} lead round in a circle.", ref=ref))
    if depth > DEEPEST:
        message = say("{ref} is deeper than {most} levels.", ref=ref, most=DEEPEST)
        yield Fault("too-deep", root, message)
