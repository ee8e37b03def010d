"""What is worth a second look in ideas and cycles, each rule by an example."""

from itertools import chain

import pytest
from trials import CALLS, CYCLE, NOW, REPLY, decided, doing, followed, planned, studying
from workbooks import both, key, reading

from ilead_studio import edits
from ilead_studio.model import Consequence, Fault, Party, Workbook, replace
from ilead_studio.rules.advice_ground import ground_of
from ilead_studio.rules.cycle_advice import cycle_advice, idea_advice


def told(workbook: Workbook) -> list[Fault]:
    ground = ground_of(workbook)
    return list(chain.from_iterable((*idea_advice(ground), *cycle_advice(ground))))


def found(workbook: Workbook) -> list[tuple[str, str]]:
    return [(fault.rule, fault.item.rstrip("z")) for fault in told(workbook)]


def test_a_good_cycle_gets_no_advice() -> None:
    for workbook in (reading(), planned(), followed(), decided("adopt")):
        assert found(workbook) == []


@pytest.mark.parametrize(
    "text",
    ["Improve attendance", "Raise scores by 10 %", "90% of families reply", "Ensure that all come"],
)
def test_a_change_idea_is_no_goal(text: str) -> None:
    assert found(edits.rename(both(), key("hour"), text)) == [("idea-is-goal", "hour")]


@pytest.mark.parametrize(
    "text", ["Text each Monday", "Ask 10 % fewer questions", "Call home by noon", "Improvisation"]
)
def test_what_is_done_is_no_goal(text: str) -> None:
    assert found(edits.rename(both(), key("hour"), text)) == []


def test_a_consequence_asks_for_a_balancing_measure() -> None:
    calls = Consequence(text="More calls")
    workbook = edits.put(both(), [key("talk")], consequences=(calls,))
    assert found(workbook) == [("consequence-without-measure", "talk")]
    watched = replace(calls, measure="Calls to the office")
    assert found(edits.put(workbook, [key("talk")], consequences=(watched,))) == []


def test_ideas_of_one_party_only_are_told() -> None:
    other = Party(id=key("college"), name="State College", kind="IHE")
    workbook = replace(both(), parties=(*both().parties, other))
    workbook = edits.put(workbook, [key("talk"), key("hour")], parties=(key("party"),))
    (advice,) = told(workbook)
    assert (advice.rule, advice.message) == (
        "ideas-one-sided", "All change ideas belong to Northfield Schools.",
    )  # fmt: skip
    shared = edits.put(workbook, [key("hour")], parties=(key("college"),))
    assert found(shared) == []


def test_a_prediction_has_a_reason_and_a_result() -> None:
    bare = edits.change_line(planned(), CYCLE, REPLY, reason="")
    assert found(bare) == [("prediction-without-reason", "cycle")]
    workbook = edits.change_line(studying(), CYCLE, CALLS, match="")
    assert found(workbook) == [("prediction-without-result", "cycle")]


def test_somebody_does_something_in_a_cycle() -> None:
    assert found(doing()) == []
    alone = edits.delete_line(doing(), CYCLE, key("cards"))
    assert found(alone) == [("cycle-without-task", "cycle")]


def test_a_ramp_goes_on_until_it_is_closed() -> None:
    assert found(decided("adapt")) == [("ramp-without-next", "cycle")]
    assert found(decided("expand")) == [("ramp-without-next", "cycle")]


def test_learning_travels_back_up_the_chain() -> None:
    workbook = edits.say_nothing_about(decided("adopt"), CYCLE, key("daily"))
    workbook = edits.say_nothing_about(workbook, CYCLE, key("late"))
    assert found(workbook) == [("learning-not-carried-up", "cycle")]
    silent = edits.to_study(edits.begin_do(planned(), CYCLE, NOW), CYCLE, NOW.date())
    silent = edits.put_cycle(silent, CYCLE, purpose="information")
    silent = edits.decide(silent, CYCLE, "adopt", NOW.date(), kept_up="In the plan")
    assert found(silent) == [("cycle-without-learning", "cycle")]
