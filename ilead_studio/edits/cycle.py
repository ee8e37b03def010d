"""Edits of PDSA cycles: planning one, every field, moving its dates, deleting it.

Whatever changes a cycle goes through ``with_cycle``, which keeps frozen words frozen.
"""

from collections.abc import Collection
from datetime import date
from typing import Final

from ilead_studio.edits.everywhere import left_behind
from ilead_studio.edits.findings import following, withdrawn
from ilead_studio.edits.idea_state import with_state
from ilead_studio.edits.parts import (
    changed,
    exchanged,
    gone,
    numbered,
    short_enough,
    swapped,
    there,
)
from ilead_studio.errors import EditError
from ilead_studio.model import Cycle, Idea, Workbook, replace
from ilead_studio.model.sound_cycles import said_of_cycle
from ilead_studio.model.text import tidy
from ilead_studio.rules.cycle_steps import why_not_plan, why_not_write
from ilead_studio.rules.cycles import cycle_with_id, parties_of
from ilead_studio.rules.freezing import altered, is_thawed, recounted, thawed
from ilead_studio.rules.ramps import next_place, ramps
from ilead_studio.rules.school_weeks import proposed_end, shifted
from ilead_studio.words import say

HEADER: Final = frozenset(
    {"purpose", "owner", "site", "parties", "planned_start", "planned_end", "decide_by"}
)
PLAN: Final = frozenset({"objective", "scale", "conditions", "how_known"})
DO: Final = frozenset(
    {
        "started", "ended", "as_planned", "as_planned_why", "observations", "surprises",
        "adjustments", "data_points",
    }
)  # fmt: skip
STUDY: Final = frozenset({"comparison", "learned", "improved", "improved_why"})
ACT: Final = frozenset({"changes", "next_plan", "kept_up"})
LOG: Final = frozenset({"values", "changed"})
AFTER_BEGIN: Final = DO | STUDY | ACT | LOG
"""What is written after the predictions are frozen, so that nobody predicts what is known."""
PUTTABLE: Final = HEADER | PLAN | AFTER_BEGIN | {"cancelled_why"}
"""The fields that ``put_cycle`` sets; all others belong to commands and to the lists."""


def plan_cycle(
    workbook: Workbook, idea_id: str, new_id: str, objective: str = "", *, new_ramp: bool = False
) -> Workbook:
    """Plan a cycle for an idea: in its last ramp while that is open, else in a new one.

    Raises:
        EditError: if the idea is not there or parked, or the words do not fit.
    """
    idea = next((it for it in workbook.ideas if it.id == idea_id), None)
    if idea is None:
        raise gone()
    if why := why_not_plan(idea):
        raise EditError(why)
    ramp, number = _new_ramp(workbook, idea) if new_ramp else next_place(workbook, idea)
    workbook, ref = numbered(workbook, "cycles")
    cycle = Cycle(
        id=new_id,
        ref=ref,
        idea_id=idea_id,
        ramp=ramp,
        number=number,
        objective=short_enough(tidy(objective)),
    )
    return replace(workbook, cycles=(*workbook.cycles, cycle))


def _new_ramp(workbook: Workbook, idea: Idea) -> tuple[int, int]:
    return max((it.number for it in ramps(workbook, idea.id)), default=0) + 1, 1


def put_cycle(workbook: Workbook, cycle_id: str, **fields: object) -> Workbook:
    """Give a cycle other values, such as ``objective="…"`` or ``planned_end=date(…)``.

    What happened is written after Begin Do only. Questions, tasks and the data plan are lists
    (``cycle_lines``), states and decisions are commands (``cycle_steps``).

    Raises:
        EditError: if it is not there, a field is none of these, or a value does not fit.
    """
    cycle = the_cycle(workbook, cycle_id)
    if not fields.keys() <= PUTTABLE:
        raise EditError(say("This follows from what is done with the cycle. Nothing was changed."))
    if fields.keys() & AFTER_BEGIN and (why := why_not_write(cycle)):
        raise EditError(why)
    made = changed(cycle, **fields)
    if not {party.id for party in workbook.parties}.issuperset(made.parties):
        raise gone()
    return with_cycle(workbook, made)


def the_cycle(workbook: Workbook, cycle_id: str) -> Cycle:
    """Return the cycle with an id.

    Raises:
        EditError: if there is none.
    """
    return there(cycle_with_id(workbook, cycle_id))


def with_cycle(workbook: Workbook, cycle: Cycle) -> Workbook:
    """Return the workbook with a cycle in place of that of the same id.

    Its evidence says what it says now; the questions of other cycles that repeated one which is
    gone repeat none.

    Raises:
        EditError: if frozen words would change, or the cycle would not hold.
    """
    was = the_cycle(workbook, cycle.id)
    if is_thawed(was, cycle):
        raise frozen_still()
    for _, _, message in said_of_cycle(cycle):
        raise EditError(message)
    workbook = replace(workbook, cycles=swapped(workbook.cycles, cycle))
    lost = {it.id for it in was.questions} - {it.id for it in cycle.questions}
    return following(_unrepeated(workbook, lost), cycle)


def frozen_still() -> EditError:
    """Say that predictions are frozen from Begin Do on (method, section 7)."""
    return EditError(
        say("The questions and predictions were frozen when Do began. Add an amendment instead.")
    )


def kept_frozen(was: Workbook, now: Workbook) -> Workbook:
    """Return the later workbook if predictions, revealed votes and snapshots still say the same.

    The session asks this at every step, so that no edit can get round it.

    Raises:
        EditError: if one does not.
    """
    if thawed(was, now) is not None:
        raise frozen_still()
    if recounted(was, now) is not None:
        raise EditError(say("What was voted stays as it is once it is revealed."))
    if altered(was, now) is not None:
        raise EditError(say("A snapshot stays as it was taken. Restore it as a copy to change it."))
    return now


def delete_cycles(workbook: Workbook, ids: Collection[str]) -> Workbook:
    """Delete cycles with the evidence that they gave; the states of their ideas follow."""
    lost = [cycle for cycle in workbook.cycles if cycle.id in ids]
    if not lost:
        return workbook
    was = workbook
    workbook = withdrawn(workbook, {cycle.id for cycle in lost})
    left = tuple(cycle for cycle in workbook.cycles if cycle.id not in ids)
    workbook = replace(workbook, cycles=left)
    workbook = _unrepeated(workbook, {it.id for cycle in lost for it in cycle.questions})
    for idea_id in dict.fromkeys(cycle.idea_id for cycle in lost):
        workbook = with_state(workbook, idea_id)
    return left_behind(was, workbook)


def _unrepeated(workbook: Workbook, lost: Collection[str]) -> Workbook:
    """Let no question repeat one that is gone."""
    stirred = [
        cycle for cycle in workbook.cycles if any(it.repeats in lost for it in cycle.questions)
    ]
    new = {cycle.id: replace(cycle, questions=_without(cycle, lost)) for cycle in stirred}
    return replace(workbook, cycles=exchanged(workbook.cycles, new)) if new else workbook


def _without(cycle: Cycle, lost: Collection[str]) -> tuple[object, ...]:
    return tuple(replace(it, repeats=None) if it.repeats in lost else it for it in cycle.questions)


def reschedule(workbook: Workbook, cycle_id: str, start: int = 0, end: int = 0) -> Workbook:
    """Move the planned days of a cycle by school weeks; breaks are skipped, actual days stay.

    One whose end was never planned has the usual length, until its end alone is moved.

    Raises:
        EditError: if it is not there, or has no planned days.
    """
    cycle = the_cycle(workbook, cycle_id)
    if cycle.planned_start is None and cycle.planned_end is None:
        raise EditError(say("This cycle has no planned days yet. Type them first."))

    whose = parties_of(workbook, cycle)

    def later(day: date | None, by: int) -> date | None:
        return shifted(workbook.calendar, day, by, whose) if day else None

    ends, begins = cycle.planned_end, cycle.started or cycle.planned_start
    if ends is None and begins is not None and end != start:
        ends = proposed_end(workbook.calendar, begins, whose)
    first, last = later(cycle.planned_start, start), later(ends, end)
    if first and last and last < first:
        raise EditError(say("A cycle does not end before it begins."))
    return with_cycle(workbook, changed(cycle, planned_start=first, planned_end=last))
