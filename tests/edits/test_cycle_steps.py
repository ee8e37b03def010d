"""The commands of a cycle, and that predictions are frozen from Begin Do on."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from trials import (
    BEGAN,
    CALLS,
    CYCLE,
    DECIDED,
    ENDED,
    NOW,
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
from ilead_studio.model import Workbook, faults, new_ids, replace
from ilead_studio.rules.cycles import beside, frozen_words
from ilead_studio.session import Session

FROZEN = "frozen when Do began. Add an amendment instead"


def test_begin_do_freezes_the_predictions_with_a_time_stamp() -> None:
    workbook = doing()
    cycle = cycle_in(workbook)
    assert cycle.began is not None
    assert (cycle.state, cycle.started, cycle.began.at) == (
        "doing", BEGAN, NOW.replace(microsecond=0),
    )  # fmt: skip
    assert frozen_words(cycle) == "Predictions frozen 2 Nov, 8:05"
    assert idea_in(workbook).state == "testing"
    with pytest.raises(EditError, match="Do began already"):
        edits.begin_do(workbook, CYCLE, NOW)


@pytest.mark.parametrize("workbook", [doing(), studying(), decided(), followed()])
@pytest.mark.parametrize(
    "edit",
    [
        lambda it: edits.change_line(it, CYCLE, REPLY, prediction="61 of 88"),
        lambda it: edits.change_line(it, CYCLE, REPLY, reason="We knew it"),
        lambda it: edits.change_line(it, CYCLE, REPLY, text="Families who read?"),
        lambda it: edits.delete_line(it, CYCLE, REPLY),
        lambda it: edits.move_line(it, CYCLE, CALLS, REPLY),
        lambda it: edits.add_line(it, CYCLE, "questions", key("late"), "Grandparents?"),
    ],
)
def test_frozen_words_do_not_change(
    workbook: Workbook, edit: Callable[[Workbook], Workbook]
) -> None:
    with pytest.raises(EditError, match=FROZEN):
        edit(workbook)


def test_no_edit_gets_round_the_session() -> None:
    """Whatever writes a workbook, the session compares what was frozen."""
    session = Session(doing())

    def lie(workbook: Workbook, **changes: Any) -> Workbook:
        return replace(workbook, cycles=(replace(cycle_in(workbook), **changes),))

    told = tuple(replace(it, prediction="61") for it in cycle_in(doing()).questions)
    lies: tuple[dict[str, Any], ...] = (
        {"questions": told}, {"began": None, "state": "planned"}, {"questions": told[:1]},
    )  # fmt: skip
    for changes in lies:
        with pytest.raises(EditError, match=FROZEN):
            session.apply("Lie", lambda it, changes=changes: lie(it, **changes))
    amended = session.apply("Amend", lambda it: edits.amend(it, CYCLE, REPLY, NOW, "All"))
    with pytest.raises(EditError, match=FROZEN):
        session.apply("Lie", lambda it: lie(it, amendments=()))
    assert session.workbook is amended


def test_what_is_thought_later_is_an_amendment_beside_the_frozen_words() -> None:
    later = NOW + timedelta(days=3)
    workbook = edits.amend(doing(), CYCLE, REPLY, later, "Half", "Numbers are out of date")
    reply, calls = beside(workbook, cycle_in(workbook))
    assert (reply.question.prediction, calls.amended) == ("3 in 4", ())
    assert [(it.prediction, it.reason) for it in reply.amended] == [
        ("Half", "Numbers are out of date")
    ]
    assert reply.amended[0].at == later.replace(microsecond=0)
    assert faults(workbook) == ()
    for question, words, why in ((REPLY, " ", "needs words"), (key("nobody"), "All", "no longer")):
        with pytest.raises(EditError, match=why):
            edits.amend(workbook, CYCLE, question, later, words)
    with pytest.raises(EditError, match="Nothing is frozen yet"):
        edits.amend(planned(), CYCLE, REPLY, later, "Half")


def test_do_begins_with_a_prediction_for_each_question() -> None:
    with pytest.raises(EditError, match="Write a question"):
        edits.begin_do(both(), CYCLE, NOW)
    workbook = edits.change_line(planned(), CYCLE, CALLS, prediction="")
    with pytest.raises(EditError, match="“Calls to the office\\?” has no prediction yet"):
        edits.begin_do(workbook, CYCLE, NOW)
    collecting = edits.put_cycle(workbook, CYCLE, purpose="information")
    assert cycle_in(edits.begin_do(collecting, CYCLE, NOW)).state == "doing"


def test_a_cycle_from_paper_claims_no_false_time() -> None:
    paper = date(2026, 10, 28)
    workbook = edits.change_line(planned(), CYCLE, CALLS, prediction="")
    workbook = edits.begin_do(workbook, CYCLE, NOW, on_paper=paper)
    cycle = cycle_in(workbook)
    assert frozen_words(cycle) == "Written on paper 28 Oct, typed 2 Nov"
    assert cycle.started == paper
    assert cycle_in(edits.to_study(workbook, CYCLE, ENDED)).ended is None
    begun = edits.begin_do(planned(), CYCLE, NOW, on_paper=paper, started=date(2026, 10, 30))
    assert cycle_in(begun).started == date(2026, 10, 30)
    with pytest.raises(EditError, match="still to come"):
        edits.begin_do(planned(), CYCLE, NOW, on_paper=ENDED)


def test_states_follow_one_another_by_command_only() -> None:
    assert cycle_in(studying()).ended == ENDED
    refused = [
        (planned(), lambda it: edits.to_study(it, CYCLE, ENDED), "Do has not begun"),
        (studying(), lambda it: edits.to_study(it, CYCLE, ENDED), "in Study already"),
        (decided(), lambda it: edits.to_study(it, CYCLE, ENDED), "Undo takes the decision back"),
        (planned(), lambda it: edits.decide(it, CYCLE, "expand", DECIDED), "Do has not begun"),
        (doing(), lambda it: edits.decide(it, CYCLE, "expand", DECIDED), "Study first"),
        (decided(), lambda it: edits.decide(it, CYCLE, "adopt", DECIDED), "Undo takes"),
        (decided(), lambda it: edits.cancel_cycle(it, CYCLE), "Undo takes"),
    ]
    for workbook, command, why in refused:
        with pytest.raises(EditError, match=why):
            command(workbook)


@pytest.mark.parametrize(
    ("decision", "state"),
    [("adapt", "adapting"), ("expand", "testing"), ("adopt", "adopted"), ("abandon", "abandoned")],
)
def test_the_state_of_the_idea_follows_the_decision(decision: Any, state: str) -> None:
    workbook = decided(decision)
    assert (cycle_in(workbook).decision, cycle_in(workbook).decided) == (decision, DECIDED)
    assert idea_in(workbook).state == state


@pytest.mark.parametrize(
    ("decision", "why", "words"),
    [
        ("abandon", "What did you learn", {"learned": "Nobody listens"}),
        ("adopt", "How is it kept up", {"kept_up": "In the calendar"}),
        ("adapt", "What changes", {"changes": "At noon"}),
    ],
)
def test_a_decision_says_what_it_has_to_say(decision: Any, why: str, words: dict[str, str]) -> None:
    workbook = edits.to_study(doing(), CYCLE, ENDED)
    with pytest.raises(EditError, match=why):
        edits.decide(workbook, CYCLE, decision, DECIDED)
    workbook = edits.decide(workbook, CYCLE, decision, DECIDED, **words)
    assert cycle_in(workbook).state == "decided"
    assert faults(workbook) == ()


def test_a_cancelled_cycle_gives_the_idea_its_state_back() -> None:
    workbook = edits.cancel_cycle(doing(), CYCLE, "The bus company stopped")
    assert (cycle_in(workbook).state, idea_in(workbook).state) == ("cancelled", "proposed")
    with pytest.raises(EditError, match="was cancelled"):
        edits.cancel_cycle(workbook, CYCLE)
    with pytest.raises(EditError, match="was cancelled"):
        edits.begin_do(edits.cancel_cycle(planned(), CYCLE), CYCLE, NOW)


def test_the_next_cycle_copies_the_plan_and_predicts_anew() -> None:
    workbook = edits.change_line(decided(), CYCLE, key("cards"), done=True, when="Monday")
    workbook = edits.next_cycle(workbook, CYCLE, key("second"), new_ids(4))
    first, second = cycle_in(workbook), cycle_in(workbook, "second")
    assert (second.ref, second.ramp, second.number, second.state) == ("P2", 1, 2, "planned")
    assert [it.text for it in second.questions] == [it.text for it in first.questions]
    assert {(it.prediction, it.reason, it.result, it.match) for it in second.questions} == {
        ("", "", "", "")
    }
    assert [(it.text, it.done, it.when) for it in second.tasks] == [("Print the cards", False, "")]
    assert [it.text for it in second.data] == ["Replies each Friday"]
    days = (second.planned_start, second.planned_end, second.started, second.ended)
    assert {*days, second.decide_by, second.decided, second.began} == {None}
    assert [it.last for it in beside(workbook, second)] == ["61 of 88", "23"]
    assert faults(workbook) == ()


def test_only_adopt_and_abandon_close_a_ramp() -> None:
    for decision in ("adapt", "expand"):
        edits.next_cycle(decided(decision), CYCLE, key("second"), new_ids(4))
    for decision, ended in (("adopt", "adopted"), ("abandon", "abandoned")):
        with pytest.raises(EditError, match=f"closed: the idea was {ended}"):
            edits.next_cycle(decided(decision), CYCLE, key("second"), new_ids(4))
    with pytest.raises(EditError, match="Change its plan instead"):
        edits.next_cycle(planned(), CYCLE, key("second"), new_ids(4))


def test_pressing_next_twice_plans_one_cycle() -> None:
    with pytest.raises(EditError, match="“Talk about books”, cycle 2, is planned already"):
        edits.next_cycle(followed(), CYCLE, key("third"), new_ids(5))


def test_the_next_cycle_can_be_planned_while_one_is_in_study() -> None:
    workbook = edits.next_cycle(studying(), CYCLE, key("second"), new_ids(4))
    assert cycle_in(workbook, "second").number == 2
    assert idea_in(workbook).state == "testing"


def test_undo_is_the_only_way_back() -> None:
    session = Session(planned())
    session.apply("Begin Do", lambda it: edits.begin_do(it, CYCLE, NOW))
    session.undo()
    session.apply("Write", lambda it: edits.change_line(it, CYCLE, REPLY, prediction="All"))
    assert cycle_in(session.workbook).questions[0].prediction == "All"
