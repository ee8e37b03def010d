"""What cycles are called, how far they are, and their ramps."""

from datetime import UTC, date, datetime

import pytest
from trials import CYCLE, NOW, cycle_in, decided, doing, followed, idea_in, planned, studying
from workbooks import both, key

from ilead_studio import edits
from ilead_studio.model import Workbook, new_ids, replace
from ilead_studio.rules.cycle_steps import steps
from ilead_studio.rules.cycles import (
    beside,
    cycle_name,
    decision_words,
    frozen_words,
    match_words,
    number_name,
    purpose_words,
    state_words,
    when_words,
)
from ilead_studio.rules.days import (
    dated_words,
    day_words,
    moment_words,
    number_words,
    short_day,
    span_words,
)
from ilead_studio.rules.field_names import field_words
from ilead_studio.rules.ramps import before, ramps, state_of


def test_a_cycle_is_called_by_its_idea_and_its_number() -> None:
    workbook = edits.plan_cycle(followed(), key("talk"), key("apart"), new_ramp=True)
    assert cycle_name(workbook, cycle_in(workbook)) == "“Talk about books”, cycle 1"
    assert number_name(cycle_in(workbook, "apart")) == "ramp 2, cycle 1"


@pytest.mark.parametrize(
    ("workbook", "words"),
    [
        (planned(), "planned"),
        (doing(), "doing"),
        (studying(), "in Study"),
        (decided("abandon"), "decided: abandon"),
        (edits.cancel_cycle(doing(), CYCLE), "cancelled"),
    ],
)
def test_its_state_is_said(workbook: Workbook, words: str) -> None:
    assert state_words(cycle_in(workbook)) == words


def test_what_can_be_done_is_told_and_why_something_cannot() -> None:
    def open_steps(workbook: Workbook) -> list[str]:
        return [it.name for it in steps(workbook, cycle_in(workbook)) if not it.why_not]

    assert open_steps(planned()) == ["begin", "cancel"]
    assert open_steps(doing()) == ["study", "next", "cancel", "amend"]
    assert open_steps(studying()) == ["expand", "abandon", "next", "cancel", "amend"]
    assert open_steps(decided("adopt")) == ["amend"]
    assert open_steps(decided("expand")) == ["next", "amend"]
    assert open_steps(edits.cancel_cycle(doing(), CYCLE)) == ["next"]
    for workbook in (planned(), doing(), studying(), decided()):
        for step in steps(workbook, cycle_in(workbook)):
            assert step.words
            assert not step.why_not or step.why_not.endswith((".", "?"))


def test_a_ramp_holds_the_cycles_of_an_idea_in_order() -> None:
    workbook = edits.plan_cycle(followed(), key("talk"), key("apart"), new_ramp=True)
    one, two = ramps(workbook, key("talk"))
    assert [it.number for it in one.cycles] == [1, 2]
    assert (one.closed, two.number, len(two.cycles)) == ("", 2, 1)
    assert before(workbook, one.cycles[1]) is one.cycles[0]
    assert before(workbook, one.cycles[0]) is None
    assert ramps(workbook, key("hour")) == ()
    assert ramps(decided("adopt"), key("talk"))[0].closed == "adopt"


def test_a_deleted_cycle_leaves_the_numbers_that_are_on_paper() -> None:
    workbook = edits.delete_cycles(followed(), [CYCLE])
    assert [it.number for it in workbook.cycles] == [2]
    workbook = edits.plan_cycle(workbook, key("talk"), key("third"))
    assert cycle_in(workbook, "third").number == 3


def test_the_latest_decision_tells_the_state_of_an_idea() -> None:
    workbook = edits.begin_do(
        edits.put_cycle(followed(), key("second"), purpose="information"), key("second"), NOW
    )
    assert idea_in(workbook).state == "testing"
    workbook = edits.to_study(workbook, key("second"), date(2026, 12, 1))
    day = date(2026, 12, 4)
    workbook = edits.decide(workbook, key("second"), "adopt", day, kept_up="In the plan")
    assert idea_in(workbook).state == "adopted"
    assert state_of(workbook, idea_in(workbook)) == "adopted"
    earlier = edits.delete_cycles(workbook, [key("second")])
    assert idea_in(earlier).state == "adapting"
    assert state_of(both(), idea_in(both())) == "proposed"


def test_a_prediction_stands_beside_its_result_and_the_last_one() -> None:
    workbook = followed()
    first, _ = beside(workbook, cycle_in(workbook))
    assert (first.question.prediction, first.question.result, first.question.match) == (
        "3 in 4", "61 of 88", "partly",
    )  # fmt: skip
    assert first.last == ""
    assert [it.last for it in beside(workbook, cycle_in(workbook, "second"))] == ["61 of 88", "23"]
    assert beside(both(), cycle_in(both())) == ()


def test_words_for_choices() -> None:
    assert [match_words(it) for it in ("matched", "partly", "not", "")] == [
        "matched", "partly", "not", "",
    ]  # fmt: skip
    assert purpose_words("information") == "Collect information"
    assert decision_words("") == ""
    assert frozen_words(cycle_in(planned())) == ""
    assert when_words(cycle_in(planned())) == "2–20 Nov"
    assert (field_words("kept_up"), field_words("text")) == ("how it is kept up", "")


def test_days_and_small_numbers_in_words() -> None:
    day = date(2026, 11, 2)
    assert (day_words(day), dated_words(day), short_day(day)) == (
        "2 November", "2 November 2026", "2 Nov",
    )  # fmt: skip
    assert moment_words(datetime(2026, 5, 4, 14, 7, tzinfo=UTC)) == "4 May, 14:07"
    assert span_words(day, date(2026, 12, 4)) == "2 Nov – 4 Dec"
    assert (span_words(day, day), span_words(day, None)) == ("2 Nov", "from 2 Nov")
    assert (span_words(None, day), span_words(None, None)) == ("until 2 Nov", "")
    assert [number_words(it) for it in (0, 2, 12, 13)] == ["no", "two", "twelve", "13"]


def test_a_cancelled_cycle_can_be_planned_again() -> None:
    workbook = edits.cancel_cycle(doing(), CYCLE)
    workbook = edits.next_cycle(workbook, CYCLE, key("second"), new_ids(2))
    assert cycle_in(workbook, "second").number == 2
    lost = replace(workbook, ideas=())
    assert cycle_name(lost, cycle_in(lost)) == "“P1”, cycle 1"
