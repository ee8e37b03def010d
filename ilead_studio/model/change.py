"""What one step did to the workbook, told by identity: the same object is the same record."""

from collections.abc import Iterator
from dataclasses import dataclass

from ilead_studio.model.record import Record
from ilead_studio.model.workbook import Workbook


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
    old, new = dict(_records(before)), dict(_records(after))
    both = old.keys() & new.keys()
    updated = frozenset(key for key in both if old[key] is not new[key])
    return Change(
        before, after, frozenset(new.keys() - old), frozenset(old.keys() - new), updated, label
    )


def _records(workbook: Workbook) -> Iterator[tuple[str, Record]]:
    for party in workbook.parties:
        yield party.id, party
    for problem in workbook.problems:
        yield problem.id, problem
    for fishbone in workbook.fishbones:
        yield fishbone.id, fishbone
        for cause in fishbone.causes:
            yield cause.id, cause
    for theory in workbook.theories:
        yield theory.id, theory
        for driver in theory.drivers:
            yield driver.id, driver
    for idea in workbook.ideas:
        yield idea.id, idea
    for cycle in workbook.cycles:
        yield cycle.id, cycle
