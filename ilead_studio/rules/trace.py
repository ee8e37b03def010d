"""The trace between causes and drivers: which are answered, and which answer nothing.

A driver keeps the ids of the causes that it answers; the other side is read from there, so both
sides always say the same. A cause and its linked copies are one.
"""

from collections.abc import Iterable, Mapping

from ilead_studio.model import Cause, Driver, Fishbone, Theory, Workbook
from ilead_studio.rules.family import Family, family
from ilead_studio.rules.kept import kept_by_identity


def original(cause: Cause) -> str:
    """Return the id by which a cause is named: that of its original if it is a linked copy."""
    return cause.same_as or cause.id


def answering(workbook: Workbook, cause: Cause) -> tuple[Driver, ...]:
    """Return the drivers that answer a cause, theory by theory in document order."""
    return _answering(workbook.fishbones, workbook.theories).get(original(cause), ())


@kept_by_identity
def _answering(
    fishbones: tuple[Fishbone, ...], theories: tuple[Theory, ...]
) -> Mapping[str, tuple[Driver, ...]]:
    """Return the drivers that answer each cause that is answered."""
    named = {it.id: original(it) for page in fishbones for it in page.causes}
    found: dict[str, list[Driver]] = {}
    for driver in (it for page in theories for it in page.drivers):
        for cause_id in dict.fromkeys(named[it] for it in driver.answers if it in named):
            found.setdefault(cause_id, []).append(driver)
    return {cause_id: tuple(drivers) for cause_id, drivers in found.items()}


def unanswered_roots(workbook: Workbook) -> tuple[Cause, ...]:
    """Return the root causes that no driver answers, page by page in outline order; no copies."""
    named = {it for driver in _drivers(workbook) for it in driver.answers}
    causes = _causes(workbook)
    answered = {original(it) for it in causes if it.id in named}
    return tuple(it for it in causes if it.root and not it.same_as and it.id not in answered)


def drivers_without_cause(workbook: Workbook, theory: Theory) -> tuple[Driver, ...]:
    """Return the drivers of a theory that answer no cause, in outline order.

    A driver answers what the drivers below it answer, and stands for what those above it answer;
    so only one in whose line of sight there is no cause is among them.
    """
    kin = family(workbook, theory)
    seen = in_sight(kin, (it.id for it in theory.drivers if it.answers))
    drivers = (kin.items[it] for it in kin.branch(kin.root)[1:])
    return tuple(it for it in drivers if isinstance(it, Driver) and it.id not in seen)


def in_sight(kin: Family, having: Iterable[str]) -> set[str]:
    """Return some items of a page, and all that stands above or below one of them by any way."""
    start = tuple(having)
    return _reached(start, kin.parents) | _reached(start, kin.children)


def _reached(start: Iterable[str], ways: Mapping[str, Iterable[str]]) -> set[str]:
    found = set(start)
    waiting = [*found]
    while waiting:
        more = {it for here in waiting for it in ways.get(here, ())} - found
        found |= more
        waiting = [*more]
    return found


def _drivers(workbook: Workbook) -> list[Driver]:
    return [driver for page in workbook.theories for driver in page.drivers]


def _causes(workbook: Workbook) -> list[Cause]:
    """Return all causes, page by page in outline order."""
    kin = [family(workbook, page) for page in workbook.fishbones]
    items = (it.items[here] for it in kin for here in it.branch(it.root)[1:])
    return [item for item in items if isinstance(item, Cause)]
