"""Which cycles test an idea, and how they form ramps: cycles of one idea, growing in scale."""

from typing import Final, NamedTuple

from ilead_studio.model import Cycle, Decision, Idea, IdeaState, Workbook
from ilead_studio.rules.kept import kept_by_identity

UNDER_WAY: Final = ("doing", "studying")
"""States between Begin Do and the decision."""
CLOSING: Final = ("adopt", "abandon")
"""Only adopt and abandon close a ramp (method, section 7)."""
_AFTER: Final[dict[Decision, IdeaState]] = {
    "adapt": "adapting",
    "expand": "testing",
    "adopt": "adopted",
    "abandon": "abandoned",
}


class Ramp(NamedTuple):
    """A series of cycles of one idea, by their numbers; ``closed`` says how it ended, if it did."""

    number: int
    cycles: tuple[Cycle, ...]
    closed: Decision


@kept_by_identity
def by_idea(cycles: tuple[Cycle, ...]) -> dict[str, tuple[Cycle, ...]]:
    """Return the cycles of each idea that has any, in the order of the workbook."""
    found: dict[str, list[Cycle]] = {}
    for cycle in cycles:
        found.setdefault(cycle.idea_id, []).append(cycle)
    return {idea_id: tuple(its) for idea_id, its in found.items()}


def cycles_of(workbook: Workbook, idea_id: str) -> tuple[Cycle, ...]:
    """Return the cycles that test an idea."""
    return by_idea(workbook.cycles).get(idea_id, ())


def ramps(workbook: Workbook, idea_id: str) -> tuple[Ramp, ...]:
    """Return the ramps of an idea in order, with their cycles in order."""
    series: dict[int, list[Cycle]] = {}
    for cycle in cycles_of(workbook, idea_id):
        series.setdefault(cycle.ramp, []).append(cycle)
    return tuple(_ramp(number, series[number]) for number in sorted(series))


def _ramp(number: int, cycles: list[Cycle]) -> Ramp:
    ordered = tuple(sorted(cycles, key=lambda it: it.number))
    ends = [it.decision for it in ordered if it.decision in CLOSING]
    return Ramp(number, ordered, ends[-1] if ends else "")


def ramp_of(workbook: Workbook, cycle: Cycle) -> Ramp:
    """Return the ramp in which a cycle stands."""
    return next(it for it in ramps(workbook, cycle.idea_id) if it.number == cycle.ramp)


def before(workbook: Workbook, cycle: Cycle) -> Cycle | None:
    """Return the cycle before one in its ramp; None for the first."""
    cycles = ramp_of(workbook, cycle).cycles
    at = next(at for at, it in enumerate(cycles) if it.id == cycle.id)
    return cycles[at - 1] if at else None


def next_place(workbook: Workbook, idea: Idea) -> tuple[int, int]:
    """Return (ramp, number) for a new cycle of an idea: in its last ramp while that is open.

    A new ramp begins after one that was closed, and for an idea that is adopted or abandoned.
    """
    known = ramps(workbook, idea.id)
    if not known:
        return 1, 1
    last = known[-1]
    if last.closed or idea.state in ("adopted", "abandoned"):
        return last.number + 1, 1
    return last.number, last.cycles[-1].number + 1


def state_of(workbook: Workbook, idea: Idea) -> IdeaState:
    """Return the state of an idea that follows from its cycles and from what was commanded.

    A cycle under way tests it; words of a command (``state_reason``) or the parking lot count next;
    then the latest decision; else it is only proposed (method, sections 6 and 7).
    """
    cycles = cycles_of(workbook, idea.id)
    if any(cycle.state in UNDER_WAY for cycle in cycles):
        return "testing"
    if idea.state == "parked" or idea.state_reason:
        return idea.state
    decided = [(it.decided, at) for at, it in enumerate(cycles) if it.decided is not None]
    if not decided:
        return "proposed"
    _, latest = max(decided)
    return _AFTER.get(cycles[latest].decision, "proposed")


def last_open(workbook: Workbook, idea_id: str) -> Cycle | None:
    """Return the last cycle of the open ramp of an idea; None when the next ramp is new."""
    known = ramps(workbook, idea_id)
    return known[-1].cycles[-1] if known and not known[-1].closed else None


def planned_one(workbook: Workbook, idea_id: str) -> Cycle | None:
    """Return the cycle of an idea that is planned already; None when one can be planned."""
    last = last_open(workbook, idea_id)
    return last if last is not None and last.state == "planned" else None
