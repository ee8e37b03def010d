"""What must hold of measures, votes and questions, whoever wrote the file."""

import pytest
from measures import AUG, CALLS, SEP, calls, counting, vote_in, voted
from workbooks import key

from ilead_studio.model import (
    Candidate,
    Measure,
    MeasureName,
    OpenQuestion,
    Reading,
    Vote,
    Workbook,
    faults,
    replace,
)


def measure(**fields: object) -> tuple[Measure, ...]:
    return (replace(calls(counting()), **fields),)


def vote(**fields: object) -> tuple[Vote, ...]:
    return (replace(vote_in(voted("1 1 2")), **fields),)


def twice() -> tuple[Candidate, ...]:
    return (Candidate(number=1, text="x"), Candidate(number=1, text="y"))


@pytest.mark.parametrize(
    ("fields", "rule"),
    [
        ({"baseline_first": SEP, "baseline_last": AUG}, "baseline-turned"),
        ({"subgroups": ("Hills", "River", "River")}, "subgroup-doubled"),
        ({"subgroups": ()}, "subgroup-missing"),
        ({"readings": (Reading(day=SEP), Reading(day=AUG))}, "readings-mixed"),
        ({"readings": (Reading(day=AUG), Reading(day=AUG))}, "readings-mixed"),
        ({"id": key("other")}, "measure-missing"),
        ({"name": "Called otherwise"}, "measure-name-differs"),
        ({"parties": (key("nobody"),)}, "party-missing"),
    ],
)
def test_measures_that_do_not_hold(fields: dict[str, object], rule: str) -> None:
    assert rule in _rules(replace(counting(), measures=measure(**fields)))


def test_a_driver_names_a_measure_that_is_there() -> None:
    workbook = counting()
    page = workbook.theories[0]
    named = (MeasureName(name="x", measure_id=key("nobody")),)
    drivers = (replace(page.drivers[0], measures=named), *page.drivers[1:])
    broken = replace(workbook, theories=(replace(page, drivers=drivers),))
    assert _rules(broken) == {"measure-missing"}


@pytest.mark.parametrize(
    ("fields", "rule"),
    [
        ({"page_id": key("aim")}, "vote-misplaced"),
        ({"after_id": key("nobody")}, "vote-misplaced"),
        ({"candidates": twice()}, "candidate-doubled"),
        ({"ballots": ((1,),) * 10}, "ballots-too-many"),
        ({"ballots": ((),)}, "ballot-invalid"),
        ({"ballots": ((4,),)}, "ballot-invalid"),
        ({"each": 2}, "ballot-invalid"),
        ({"most": 1}, "ballot-invalid"),
        ({"kept": (9,)}, "ballot-invalid"),
    ],
)
def test_votes_that_do_not_hold(fields: dict[str, object], rule: str) -> None:
    assert rule in _rules(replace(voted("1 1 2"), votes=vote(**fields)))


def test_a_question_asks_about_what_is_there() -> None:
    asked = OpenQuestion(id=key("asked"), text="Who?", item_id=key("nobody"))
    assert _rules(replace(counting(), questions=(asked,))) == {"question-misplaced"}
    assert CALLS not in _rules(counting())


def _rules(workbook: Workbook) -> set[str]:
    return {fault.rule for fault in faults(workbook)}
