"""What cycles taught: the learning log, and what a cycle says about drivers and causes.

Learning travels back up the chain: what a cycle says is evidence there (method, sections 1 and 7).
Nothing is kept twice; the log reads the cycles and their evidence.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from ilead_studio.model import Cause, Cycle, Driver, Idea, Speaks, Workbook
from ilead_studio.model.cycle import Changed, Value
from ilead_studio.rules.cycles import decision_words, parties_of
from ilead_studio.rules.kept import kept_by_identity
from ilead_studio.words import say


class Finding(NamedTuple):
    """How a cycle speaks about one driver or cause."""

    item_id: str
    ref: str
    text: str
    is_driver: bool
    speaks: Speaks
    note: str


class Learning(NamedTuple):
    """One entry of the log: what a cycle taught, and what came of it."""

    cycle: Cycle
    idea: Idea
    day: date | None
    text: str
    findings: tuple[Finding, ...]


class Group(NamedTuple):
    """Entries under one heading; ``speaks`` counts distinct cycles for, mixed and against."""

    key: str
    heading: str
    entries: tuple[Learning, ...]
    speaks: tuple[int, int, int]


def findings(workbook: Workbook, cycle_id: str) -> tuple[Finding, ...]:
    """Return what a cycle says about drivers and causes, in the order of the pages."""
    return carried_up(workbook).get(cycle_id, ())


@kept_by_identity
def carried_up(workbook: Workbook) -> dict[str, tuple[Finding, ...]]:
    """Return the findings of each cycle that has any; drivers come before causes."""
    whose = {it.id: it.cycle_id for it in workbook.evidence if it.cycle_id}
    found: dict[str, list[Finding]] = {}
    for item in _citing(workbook) if whose else ():
        for cited in item.cites:
            if cycle_id := whose.get(cited.evidence_id):
                is_driver = isinstance(item, Driver)
                made = Finding(item.id, item.ref, item.text, is_driver, cited.speaks, cited.note)
                found.setdefault(cycle_id, []).append(made)
    return {cycle_id: tuple(its) for cycle_id, its in found.items()}


def _citing(workbook: Workbook) -> Iterator[Driver | Cause]:
    """Give what cites evidence; a linked copy says the same as its original."""
    for theory in workbook.theories:
        yield from (it for it in theory.drivers if it.cites)
    for page in workbook.fishbones:
        yield from (it for it in page.causes if it.cites and it.same_as is None)


def learnings(workbook: Workbook) -> tuple[Learning, ...]:
    """Return the entries of the log, the newest first; those without a day come last."""
    ideas = {idea.id: idea for idea in workbook.ideas}
    said = carried_up(workbook)
    entries = [
        Learning(it, ideas[it.idea_id], it.decided or it.ended, it.learned, said.get(it.id, ()))
        for it in workbook.cycles
        if it.learned
    ]
    return tuple(sorted(entries, key=lambda it: it.day or date.min, reverse=True))


def by_driver(workbook: Workbook) -> tuple[Group, ...]:
    """Return the log by the drivers about which cycles spoke, else by those that the idea serves.

    One entry under two drivers is the same entry, shown twice.
    """
    serves = served(workbook)
    drivers = {it.id: it for page in workbook.theories for it in page.drivers}
    entries = learnings(workbook)
    about = {
        it.cycle.id: [f.item_id for f in it.findings if f.is_driver] or serves.get(it.idea.id, [])
        for it in entries
    }
    headings = {item_id: driver.text for item_id, driver in drivers.items()}
    return _grouped(entries, about, headings | {"": say("About no driver yet")})


def served(workbook: Workbook) -> dict[str, list[str]]:
    """Return the drivers that each idea serves."""
    drivers = {it.id for page in workbook.theories for it in page.drivers}
    found: dict[str, list[str]] = {}
    for link in (link for page in workbook.theories for link in page.links):
        if link.target in drivers and link.source not in drivers:
            found.setdefault(link.source, []).append(link.target)
    return found


def by_party(workbook: Workbook) -> tuple[Group, ...]:
    """Return the log by who learned it: the parties of the cycle, else those of its idea."""
    entries = learnings(workbook)
    about = {it.cycle.id: parties_of(workbook, it.cycle) for it in entries}
    headings = {party.id: party.name for party in workbook.parties}
    return _grouped(entries, about, headings | {"": say("Nobody named")})


def by_outcome(workbook: Workbook) -> tuple[Group, ...]:
    """Return the log by what was decided."""
    entries = learnings(workbook)
    about = {it.cycle.id: (it.cycle.decision,) for it in entries}
    named = ("adopt", "expand", "adapt", "abandon")
    headings = {it: decision_words(it) for it in named} | {"": say("Not decided yet")}
    return _grouped(entries, about, headings)


def by_change(workbook: Workbook) -> tuple[Group, ...]:
    """Return the log by what the learning changed."""
    entries = learnings(workbook)
    about = {it.cycle.id: (it.cycle.changed,) for it in entries}
    kinds: tuple[Changed, ...] = ("action", "assumption", "value", "")
    return _grouped(entries, about, {kind: changed_words(kind) for kind in kinds})


def _grouped(
    entries: tuple[Learning, ...],
    about: Mapping[str, Iterable[str]],
    headings: Mapping[str, str],
) -> tuple[Group, ...]:
    """Return the groups that hold anything, in the order of their headings."""
    found: dict[str, list[Learning]] = {key: [] for key in headings}
    for entry in entries:
        for key in dict.fromkeys(about[entry.cycle.id] or ("",)):
            found[key].append(entry)
    held = ((key, its) for key, its in found.items() if its)
    return tuple(Group(key, headings[key], tuple(its), _speaks(key, its)) for key, its in held)


def _speaks(item_id: str, entries: Iterable[Learning]) -> tuple[int, int, int]:
    """Count cycles that speak for an item, both ways, and against it."""
    said = [f.speaks for entry in entries for f in entry.findings if f.item_id == item_id]
    return said.count("for"), said.count("mixed"), said.count("against")


def changed_words(changed: Changed) -> str:
    """Say what a learning changed: single-, double- or triple-loop (method, section 9)."""
    return {
        "action": say("An action"), "assumption": say("An assumption"),
        "value": say("A value"), "": say("Not said yet"),
    }[changed]  # fmt: skip


def value_words(value: Value) -> str:
    """Say what a learning is worth (Wenger, Trayner, De Laat 2011)."""
    return {
        "immediate": say("Immediate: useful in the room"),
        "potential": say("Potential: something to keep"),
        "applied": say("Applied: done differently"),
        "realised": say("Realised: results moved"),
        "reframing": say("Reframing: success redefined"),
    }[value]
