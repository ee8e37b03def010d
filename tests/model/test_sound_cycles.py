"""What must hold of cycles, their evidence and the school calendar, each rule by a broken one."""

from datetime import date

import pytest
from trials import CYCLE, REPLY, cycle_in, decided, doing, followed, idea_in, planned, studying
from workbooks import both, key

from ilead_studio import edits
from ilead_studio.model import (
    Amendment,
    Break,
    Cycle,
    SchoolCalendar,
    Workbook,
    difference,
    faults,
    replace,
)


def rules(workbook: Workbook) -> list[str]:
    return [fault.rule for fault in faults(workbook)]


def with_cycle(workbook: Workbook, **changes: object) -> Workbook:
    cycles = tuple(replace(it, **changes) if it.id == CYCLE else it for it in workbook.cycles)
    return replace(workbook, cycles=cycles)


@pytest.mark.parametrize("workbook", [planned(), doing(), studying(), decided(), followed()])
def test_every_state_is_sound(workbook: Workbook) -> None:
    assert faults(workbook) == ()


def test_a_cycle_of_the_first_file_format_is_a_planned_one() -> None:
    old = Cycle(id=key("old"), ref="P1", idea_id=key("talk"), objective="Try one class")
    assert (old.state, old.number, old.purpose, old.questions) == ("planned", 1, "test", ())


@pytest.mark.parametrize(
    ("workbook", "changes", "rule"),
    [
        (planned(), {"state": "doing"}, "cycle-state"),
        (doing(), {"began": None}, "cycle-state"),
        (doing(), {"state": "planned"}, "cycle-state"),
        (studying(), {"state": "decided"}, "cycle-state"),
        (decided(), {"decision": ""}, "cycle-state"),
        (decided(), {"decided": None}, "cycle-state"),
        (decided("abandon"), {"learned": ""}, "abandon-without-learning"),
        (decided("adopt"), {"kept_up": ""}, "adopt-without-keeping"),
        (planned(), {"idea_id": key("nobody")}, "idea-missing"),
        (planned(), {"parties": (key("nobody"),)}, "party-missing"),
    ],
)
def test_what_does_not_hold_is_found(
    workbook: Workbook, changes: dict[str, object], rule: str
) -> None:
    assert rules(with_cycle(workbook, **changes)) == [rule]


def test_a_result_before_the_predictions_are_frozen_is_found() -> None:
    questions = tuple(replace(it, result="61") for it in cycle_in(planned()).questions)
    assert rules(with_cycle(planned(), questions=questions)) == ["cycle-state"]


def test_an_amendment_names_a_question_of_its_cycle() -> None:
    began = cycle_in(doing()).began
    assert began is not None
    later = Amendment(question_id=key("nobody"), at=began.at, prediction="All")
    assert rules(with_cycle(doing(), amendments=(later,))) == ["question-missing"]


def test_a_question_repeats_one_that_is_there() -> None:
    workbook = followed()
    without = replace(workbook, cycles=(cycle_in(workbook, "second"),))
    assert "question-missing" in rules(without)


def test_lines_of_cycles_and_breaks_have_ids_of_their_own() -> None:
    off = Break(id=REPLY, name="Winter", first=date(2026, 12, 21), last=date(2027, 1, 1))
    workbook = replace(planned(), calendar=SchoolCalendar(breaks=(off,)))
    assert rules(workbook) == ["doubled-id"]


def test_evidence_names_a_cycle_that_is_there_and_drivers_cite_what_is_there() -> None:
    workbook = studying()
    assert rules(replace(workbook, cycles=())) == ["cycle-missing"]
    assert set(rules(replace(workbook, evidence=()))) == {"evidence-missing"}


def test_an_idea_traces_causes_that_are_there() -> None:
    idea = replace(idea_in(both()), traces=(key("nobody"),))
    assert rules(replace(both(), ideas=(idea, idea_in(both(), "hour")))) == ["cause-missing"]


def test_the_calendar_runs_forwards() -> None:
    first, last = date(2027, 1, 1), date(2026, 12, 21)
    off = Break(id=key("off"), name="Winter", first=first, last=last, parties=(key("nobody"),))
    year = SchoolCalendar(first=first, last=last, breaks=(off,))
    found = rules(replace(both(), calendar=year))
    assert found == ["party-missing", "calendar-turned", "break-turned"]


def test_a_theory_is_updated_when_the_state_of_a_cycle_of_its_ideas_is() -> None:
    before = both()
    workbook = edits.plan_cycle(before, key("hour"), key("new"))
    change = difference(before, workbook)
    assert (change.added, change.updated) == ({key("new")}, {key("aim")})
    worded = edits.put_cycle(workbook, key("new"), site="Room 4")
    assert difference(workbook, worded).updated == {key("new")}


def test_a_break_that_comes_is_told() -> None:
    day = date(2026, 11, 26)
    before = both()
    after = edits.add_break(before, key("thanks"), "Thanksgiving", day, day)
    assert difference(before, after).added == {key("thanks")}
