"""What one step did to the workbook, told by identity: the same object is the same record."""

from dataclasses import dataclass

from ilead_studio.model.cycle import Cycle
from ilead_studio.model.driver import Theory
from ilead_studio.model.evidence import Evidence, Loose
from ilead_studio.model.partnership import Party
from ilead_studio.model.problem import Problem
from ilead_studio.model.workbook import Item, Workbook

_Named = Item | Party | Problem | Cycle | Evidence | Loose


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
    old: dict[str, _Named] = {}
    new: dict[str, _Named] = {}
    one, two = _collections(before), _collections(after)
    for name in one.keys() | two.keys():
        if one.get(name) is not two.get(name):
            old.update((record.id, record) for record in one.get(name, ()))
            new.update((record.id, record) for record in two.get(name, ()))
    added, removed = frozenset(new.keys() - old), frozenset(old.keys() - new)
    updated = frozenset(key for key in old.keys() & new if old[key] is not new[key])
    return Change(before, after, added, removed, updated | _other_ideas(before, after), label)


def _collections(workbook: Workbook) -> dict[str, tuple[_Named, ...]]:
    """Return every tuple of records; those on a page go by the page's id."""
    found: dict[str, tuple[_Named, ...]] = {
        "parties": workbook.parties,
        "problems": workbook.problems,
        "evidence": workbook.evidence,
        "tray": workbook.tray,
        "fishbones": workbook.fishbones,
        "theories": workbook.theories,
        "ideas": workbook.ideas,
        "cycles": workbook.cycles,
    }
    found |= {page.id: page.causes for page in workbook.fishbones}
    found |= {page.id: page.drivers for page in workbook.theories}
    return found


def _other_ideas(before: Workbook, after: Workbook) -> frozenset[str]:
    """Return the theories on which ideas differ, or stand in another order."""
    if before.ideas is after.ideas:
        return frozenset()
    old = {page.id: _ideas_on(before, page) for page in before.theories}
    return frozenset(
        page.id
        for page in after.theories
        if page.id in old and _ideas_on(after, page) != old[page.id]
    )


def _ideas_on(workbook: Workbook, page: Theory) -> list[int]:
    """Return the identities of a theory's ideas, in order."""
    sources = {link.source for link in page.links}
    return [id(idea) for idea in workbook.ideas if idea.id in sources]
