"""What one step did to the workbook, told by identity: the same object is the same record."""

from dataclasses import dataclass

from ilead_studio.model.driver import Theory
from ilead_studio.model.idea import Idea
from ilead_studio.model.stretch import stretch
from ilead_studio.model.workbook import AnyRecord, Workbook


@dataclass(frozen=True, slots=True)
class Change:
    """One message after each step, undo and redo; ids of what came, went and differs."""

    before: Workbook
    after: Workbook
    added: frozenset[str]
    removed: frozenset[str]
    updated: frozenset[str]
    label: str


def difference(before: Workbook, after: Workbook, label: str = "") -> Change:
    """Compare two workbooks; a page counts as updated when anything on it differs."""
    old: dict[str, AnyRecord] = {}
    new: dict[str, AnyRecord] = {}
    one, two = _collections(before), _collections(after)
    for name in one.keys() | two.keys():
        was, now = one.get(name, ()), two.get(name, ())
        at = stretch(was, now)
        old.update((record.id, record) for record in was[at.start : at.old])
        new.update((record.id, record) for record in now[at.start : at.new])
    added, removed = frozenset(new.keys() - old), frozenset(old.keys() - new)
    updated = frozenset(key for key in old.keys() & new if old[key] is not new[key])
    updated |= _other_ideas(before, after) | _other_cycles(before, after)
    return Change(before, after, added, removed, updated, label)


def _collections(workbook: Workbook) -> dict[str, tuple[AnyRecord, ...]]:
    """Return every tuple of records; those on a page go by the page's id."""
    found: dict[str, tuple[AnyRecord, ...]] = {
        "parties": workbook.parties,
        "roles": workbook.roles,
        "problems": workbook.problems,
        "evidence": workbook.evidence,
        "tray": workbook.tray,
        "fishbones": workbook.fishbones,
        "theories": workbook.theories,
        "ideas": workbook.ideas,
        "cycles": workbook.cycles,
        "measures": workbook.measures,
        "votes": workbook.votes,
        "questions": workbook.questions,
        "meetings": workbook.meetings,
        "decided": workbook.decided,
        "next_steps": workbook.next_steps,
        "breaks": workbook.calendar.breaks,
        "snapshots": workbook.snapshots,
        "packets": workbook.packets,
    }
    found |= {page.id: page.causes for page in workbook.fishbones}
    found |= {page.id: page.drivers for page in workbook.theories}
    return found


def _other_ideas(before: Workbook, after: Workbook) -> frozenset[str]:
    """Return the theories on which ideas differ, or stand in another order."""
    if before.ideas is after.ideas:
        return frozenset()
    at = stretch(before.ideas, after.ideas)
    was, now = before.ideas[at.start : at.old], after.ideas[at.start : at.new]
    old = {page.id: _on(page, was) for page in before.theories}
    return frozenset(
        page.id for page in after.theories if page.id in old and _on(page, now) != old[page.id]
    )


def _other_cycles(before: Workbook, after: Workbook) -> frozenset[str]:
    """Return the theories that hold ideas whose cycles came, went or are in another state."""
    at = stretch(before.cycles, after.cycles)
    was = [(cycle.idea_id, cycle.state) for cycle in before.cycles[at.start : at.old]]
    now = [(cycle.idea_id, cycle.state) for cycle in after.cycles[at.start : at.new]]
    if was == now:
        return frozenset()
    tested, old = {idea_id for idea_id, _ in was + now}, {page.id for page in before.theories}
    return frozenset(
        page.id
        for page in after.theories
        if page.id in old and any(link.source in tested for link in page.links)
    )


def _on(page: Theory, ideas: tuple[Idea, ...]) -> list[int]:
    """Return the identities of those ideas that are on a theory, in order."""
    named = {idea.id for idea in ideas}
    sources = {link.source for link in page.links if link.source in named}
    return [id(idea) for idea in ideas if idea.id in sources]
