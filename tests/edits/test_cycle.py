"""Planning a cycle, its fields and its lists, moving its days, and deleting it."""

from datetime import date
from typing import Any

import pytest
from trials import (
    BEGAN,
    CALLS,
    CARDS,
    CYCLE,
    ENDED,
    LOG,
    REPLY,
    cycle_in,
    decided,
    doing,
    followed,
    idea_in,
    planned,
    studying,
)
from workbooks import both, key

from ilead_studio import edits
from ilead_studio.errors import EditError
from ilead_studio.model import Idea, Workbook, faults, new_ids


def test_cycles_of_an_idea_are_numbered_in_its_ramp() -> None:
    workbook = edits.plan_cycle(both(), key("talk"), key("new"), " Try two\nclasses ")
    made = cycle_in(workbook, "new")
    assert (made.ref, made.ramp, made.number, made.state) == ("P2", 1, 2, "planned")
    assert made.objective == "Try two classes"
    assert idea_in(workbook).state == "proposed"
    other = cycle_in(edits.plan_cycle(workbook, key("hour"), key("one")), "one")
    assert (other.ref, other.number) == ("P3", 1)
    apart = edits.plan_cycle(workbook, key("talk"), key("apart"), new_ramp=True)
    assert (cycle_in(apart, "apart").ramp, cycle_in(apart, "apart").number) == (2, 1)


@pytest.mark.parametrize("decision", ["adopt", "abandon"])
def test_a_cycle_after_a_closed_ramp_begins_another(decision: Any) -> None:
    made = cycle_in(edits.plan_cycle(decided(decision), key("talk"), key("new")), "new")
    assert (made.ramp, made.number) == (2, 1)
    again = cycle_in(edits.plan_cycle(decided("adapt"), key("talk"), key("new")), "new")
    assert (again.ramp, again.number) == (1, 2)


def test_early_solutions_are_not_tested_before_they_are_back() -> None:
    workbook = edits.park(both(), [key("hour")], new_ids(1))
    with pytest.raises(EditError, match="“Quiet hour” waits in the parking lot"):
        edits.plan_cycle(workbook, key("hour"), key("new"))
    with pytest.raises(EditError, match="no longer"):
        edits.plan_cycle(workbook, key("nobody"), key("new"))


def test_every_field_is_put_by_name() -> None:
    workbook = edits.put_cycle(
        planned(), CYCLE, purpose="information", site="Room 4", conditions="In winter",
        how_known="Half reply", parties=(key("party"),), decide_by=ENDED,
    )  # fmt: skip
    cycle = cycle_in(workbook)
    assert (cycle.purpose, cycle.site, cycle.decide_by) == ("information", "Room 4", ENDED)
    assert faults(workbook) == ()


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        ({"state": "decided"}, "follows from what is done"),
        ({"began": None}, "follows from what is done"),
        ({"decision": "adopt"}, "follows from what is done"),
        ({"questions": ()}, "follows from what is done"),
        ({"number": 7}, "follows from what is done"),
        ({"colour": "red"}, "follows from what is done"),
        ({"purpose": "fun"}, "does not fit"),
        ({"planned_end": "2026-11-20"}, "does not fit"),
        ({"planned_end": date(1, 1, 1)}, "does not fit"),
        ({"objective": "a" * 3000}, "does not fit"),
        ({"parties": (key("nobody"),)}, "no longer"),
        ({"learned": "All is well"}, "Begin Do first"),
        ({"observations": "All is well"}, "Begin Do first"),
        ({"kept_up": "By magic"}, "Begin Do first"),
    ],
)
def test_what_does_not_fit_is_refused(fields: dict[str, Any], why: str) -> None:
    with pytest.raises(EditError, match=why):
        edits.put_cycle(planned(), CYCLE, **fields)


def test_the_words_of_act_stay_as_long_as_the_decision_needs_them() -> None:
    with pytest.raises(EditError, match="say what you learned"):
        edits.put_cycle(decided("abandon"), CYCLE, learned="")
    with pytest.raises(EditError, match="say how the change is kept up"):
        edits.put_cycle(decided("adopt"), CYCLE, kept_up=" ")
    workbook = edits.put_cycle(decided("abandon"), CYCLE, learned="Nobody listens to the end")
    assert cycle_in(workbook).learned == "Nobody listens to the end"


def test_tasks_and_data_are_changed_at_any_time() -> None:
    for workbook in (planned(), doing(), decided()):
        workbook = edits.change_line(workbook, CYCLE, CARDS, done=True, who="clerk", when="Monday")
        workbook = edits.change_line(workbook, CYCLE, LOG, where="Office")
        workbook = edits.add_line(workbook, CYCLE, "tasks", key("ring"), "Ring", CARDS)
        cycle = cycle_in(workbook)
        assert [(it.text, it.done) for it in cycle.tasks] == [
            ("Ring", False), ("Print the cards", True),
        ]  # fmt: skip
        workbook = edits.move_line(workbook, CYCLE, key("ring"), None)
        workbook = edits.delete_line(workbook, CYCLE, CARDS)
        assert [it.text for it in cycle_in(workbook).tasks] == ["Ring"]
        assert faults(workbook) == ()


@pytest.mark.parametrize(
    "fields", [{"text": " "}, {"done": "soon"}, {"id": "x"}, {"match": "yes"}, {"who": "a" * 3000}]
)
def test_a_task_takes_what_fits(fields: dict[str, Any]) -> None:
    with pytest.raises(EditError):
        edits.change_line(doing(), CYCLE, CARDS, **fields)
    with pytest.raises(EditError, match="no longer"):
        edits.change_line(doing(), CYCLE, key("nobody"), done=True)


def test_a_question_that_goes_is_repeated_no_more() -> None:
    workbook = edits.cancel_cycle(planned(), CYCLE)
    workbook = edits.next_cycle(workbook, CYCLE, key("second"), new_ids(1))
    assert [it.repeats for it in cycle_in(workbook, "second").questions] == [REPLY, CALLS]
    workbook = edits.delete_line(workbook, CYCLE, REPLY)
    assert [it.repeats for it in cycle_in(workbook, "second").questions] == [None, CALLS]
    assert faults(workbook) == ()


def test_planned_days_move_by_school_weeks_and_actual_days_stay() -> None:
    first, last = date(2026, 11, 23), date(2026, 11, 27)
    workbook = edits.add_break(doing(), key("thanks"), "Thanksgiving", first, last)
    moved = cycle_in(edits.reschedule(workbook, CYCLE, 3, 1))
    assert (moved.planned_start, moved.planned_end) == (date(2026, 11, 30), date(2026, 12, 4))
    assert moved.started == BEGAN
    assert cycle_in(edits.reschedule(workbook, CYCLE, -1, 0)).planned_start == date(2026, 10, 26)
    with pytest.raises(EditError, match="does not end before it begins"):
        edits.reschedule(workbook, CYCLE, 4, 0)
    with pytest.raises(EditError, match="no planned days"):
        edits.reschedule(both(), CYCLE, 1, 1)


def test_a_deleted_cycle_takes_its_evidence_along() -> None:
    workbook = edits.delete_cycles(followed(), [CYCLE])
    assert [it.ref for it in workbook.cycles] == ["P2"]
    assert workbook.evidence == ()
    assert [it.repeats for it in workbook.cycles[0].questions] == [None, None]
    assert idea_in(workbook).state == "proposed"
    assert faults(workbook) == ()
    assert edits.delete_cycles(workbook, [key("nobody")]) is workbook


def test_a_deleted_idea_takes_its_cycles_and_what_they_said_along() -> None:
    workbook = edits.delete(studying(), [key("talk")])
    assert (workbook.cycles, workbook.evidence) == ((), ())
    assert faults(workbook) == ()


@pytest.mark.parametrize("gone", ["late", "daily", "buses", "teach", "families"])
def test_nothing_dangles_after_any_other_delete(gone: str) -> None:
    workbook = edits.trace(followed(), key("talk"), [key("late"), key("work")])
    assert faults(edits.delete(workbook, [key(gone)])) == ()
    for page_id in (key("head"), key("aim")):
        assert faults(edits.delete_page(workbook, page_id)) == ()


def test_a_cause_that_goes_is_traced_no_more() -> None:
    workbook = edits.trace(planned(), key("talk"), [key("late"), key("work"), key("late")])
    assert idea_in(workbook).traces == (key("late"), key("work"))
    assert idea_in(edits.delete(workbook, [key("late")])).traces == (key("work"),)
    with pytest.raises(EditError, match="answers causes"):
        edits.trace(workbook, key("talk"), [key("teach")])


def pasted(workbook: Workbook) -> Idea:
    """Return the idea "talk" as it is pasted beside itself."""
    known = {name: value for name, value in idea_in(workbook) if name not in ("id", "ref", "text")}
    fields = known | {"state_reason": "By us", "traces": (key("late"), key("gone"))}
    line = edits.NewLine(0, "Again", True, fields, "idea", key("talk"))
    workbook, (new_id,) = edits.add_lines(workbook, [line], key("teach"), None, new_ids(9))
    assert faults(workbook) == ()
    return idea_in(workbook, new_id)


def test_a_pasted_idea_was_tested_by_nobody() -> None:
    again = pasted(edits.put(decided("adopt"), [key("talk")], kind="new tool", effort=2))
    assert (again.state, again.state_reason, again.traces) == ("proposed", "", (key("late"),))
    assert (again.kind, again.effort) == ("new tool", 2)
