"""The commands of a cycle: Begin Do, go on to Study, decide, cancel, amend, next cycle.

Each is refused with the sentence of ``rules/cycle_steps``; only undo takes one back. The time comes
from whoever calls.
"""

from datetime import date, datetime
from typing import Final

from ilead_studio.edits.cycle import put_cycle, the_cycle, with_cycle
from ilead_studio.edits.idea_state import with_state, without_reason
from ilead_studio.edits.parts import changed, does_not_fit, gone, numbered
from ilead_studio.errors import EditError
from ilead_studio.model import (
    Cycle,
    Decision,
    Ids,
    Question,
    Workbook,
    replace,
)
from ilead_studio.rules import cycle_steps as rules
from ilead_studio.rules.ramps import ramp_of
from ilead_studio.words import say

_COPIED: Final = ("purpose", "owner", "site", "parties", "objective", "how_known")
"""The words of the header and the plan that the next cycle begins with."""
_DECIDING: Final = frozenset({"learned", "changes", "next_plan", "kept_up"})


def begin_do(
    workbook: Workbook,
    cycle_id: str,
    now: datetime,
    *,
    on_paper: date | None = None,
    started: date | None = None,
) -> Workbook:
    """Begin Do: freeze the predictions with a time stamp; the idea is being tested.

    A cycle that was first written by hand says the day ``on_paper`` beside the moment ``now`` at
    which it was typed, instead of claiming a false time (method, section 7). ``started`` is the day
    on which Do really began: without it the day on paper, else today.

    Raises:
        EditError: if a prediction is missing, or Do cannot begin for another reason.
    """
    cycle = the_cycle(workbook, cycle_id)
    _refuse(rules.why_not_begin(workbook, cycle, on_paper=on_paper is not None))
    if on_paper is not None and on_paper > now.date():
        raise EditError(say("The day on the paper is still to come. Nothing was changed."))
    begun = changed(
        cycle,
        state="doing",
        began={"at": now.replace(microsecond=0), "on_paper": on_paper},
        started=started or on_paper or now.date(),
    )
    return with_state(without_reason(with_cycle(workbook, begun), cycle.idea_id), cycle.idea_id)


def amend(
    workbook: Workbook,
    cycle_id: str,
    question_id: str,
    now: datetime,
    prediction: str,
    reason: str = "",
) -> Workbook:
    """Add to a frozen prediction what is thought now, with the time; the old words stay.

    Raises:
        EditError: if nothing is frozen, the question is not there, or there are no words.
    """
    cycle = the_cycle(workbook, cycle_id)
    _refuse(rules.why_not_amend(cycle))
    if all(it.id != question_id for it in cycle.questions):
        raise gone()
    if not prediction.strip() and not reason.strip():
        raise EditError(say("An amendment needs words. Nothing was changed."))
    later = {
        "question_id": question_id,
        "at": now.replace(microsecond=0),
        "prediction": prediction,
        "reason": reason,
    }
    return with_cycle(workbook, changed(cycle, amendments=(*cycle.amendments, later)))


def to_study(workbook: Workbook, cycle_id: str, today: date) -> Workbook:
    """Go on from Do to Study; Do ended today, unless a day is known or the cycle was on paper.

    Raises:
        EditError: if the cycle is not in Do.
    """
    cycle = the_cycle(workbook, cycle_id)
    _refuse(rules.why_not_study(cycle))
    is_typed_later = cycle.began is not None and cycle.began.on_paper is not None
    ended = cycle.ended or (None if is_typed_later else today)
    return with_cycle(workbook, changed(cycle, state="studying", ended=ended))


def decide(
    workbook: Workbook, cycle_id: str, decision: Decision, today: date, **words: str
) -> Workbook:
    """Decide a cycle: adapt, expand, adopt or abandon; the state of the idea follows.

    ``words`` are ``learned``, ``changes``, ``next_plan`` and ``kept_up``, if they are said with it.
    Abandon must carry a learning, adopt how it is kept up; only these two close the ramp (method,
    section 7).

    Raises:
        EditError: if the cycle is not in Study, or required words are missing.
    """
    if words.keys() - _DECIDING or not decision:
        raise does_not_fit()
    if words:
        workbook = put_cycle(workbook, cycle_id, **words)
    cycle = the_cycle(workbook, cycle_id)
    _refuse(rules.why_not_decide(cycle, decision))
    made = changed(cycle, state="decided", decision=decision, decided=today)
    return with_state(with_cycle(workbook, made), cycle.idea_id)


def cancel_cycle(workbook: Workbook, cycle_id: str, why: str = "") -> Workbook:
    """Cancel a cycle that is not decided; what was written stays.

    Raises:
        EditError: if it is decided, or cancelled already.
    """
    cycle = the_cycle(workbook, cycle_id)
    _refuse(rules.why_not_cancel(cycle))
    made = changed(cycle, state="cancelled", cancelled_why=why)
    return with_state(with_cycle(workbook, made), cycle.idea_id)


def next_cycle(workbook: Workbook, cycle_id: str, new_id: str, fresh: Ids) -> Workbook:
    """Plan the next cycle of a ramp from one of its cycles.

    Questions, tasks (unticked) and the data plan are copied; dates and predictions are empty, and
    each question names the one that it repeats, whose result stands beside it (method, section 7).

    Raises:
        EditError: if the cycle has not begun, or its ramp is closed.
    """
    cycle = the_cycle(workbook, cycle_id)
    _refuse(rules.why_not_next(workbook, cycle))
    last = ramp_of(workbook, cycle).cycles[-1]
    workbook, ref = numbered(workbook, "cycles")
    made = Cycle(
        id=new_id,
        ref=ref,
        idea_id=cycle.idea_id,
        ramp=cycle.ramp,
        number=last.number + 1,
        questions=tuple(
            Question(id=fresh(), text=it.text, repeats=it.id) for it in cycle.questions
        ),
        tasks=tuple(replace(it, id=fresh(), done=False, when="") for it in cycle.tasks),
        data=tuple(replace(it, id=fresh()) for it in cycle.data),
        **{name: getattr(cycle, name) for name in _COPIED},
    )
    return replace(workbook, cycles=(*workbook.cycles, made))


def _refuse(why: str) -> None:
    if why:
        raise EditError(why)
