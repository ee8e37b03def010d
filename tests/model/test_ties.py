"""What names a party, a problem, evidence or a cause names one that is there."""

import pytest
from workbooks import chained, key

from ilead_studio.model import (
    Citation,
    Gain,
    Problem,
    TeamRole,
    Workbook,
    faults,
    replace,
)

NOBODY = key("nobody")


def rules(**changes: object) -> set[str]:
    return {fault.rule for fault in faults(replace(chained(), **changes))}


def problem(**fields: object) -> tuple[Problem, ...]:
    (first,) = chained().problems
    return (replace(first, **fields), Problem(id=key("two"), text="Another", part_of=(first.id,)))


def theory(**fields: object) -> tuple[object, ...]:
    return (replace(chained().theories[0], **fields),)


@pytest.mark.parametrize(
    ("changes", "rule"),
    [
        ({"problems": problem(parties=(NOBODY,))}, "party-missing"),
        ({"problems": problem(only_for=NOBODY)}, "party-missing"),
        ({"roles": (TeamRole(id=key("role"), name="Lead", party_id=NOBODY),)}, "party-missing"),
        ({"theories": theory(only_for=NOBODY)}, "party-missing"),
        ({"theories": theory(gains=(Gain(party_id=NOBODY, text="x"),))}, "gain-misplaced"),
        ({"theories": theory(gains=(Gain(party_id=key("uni"), text="x"),) * 2)}, "gain-misplaced"),
        ({"theories": theory(problem_id=NOBODY)}, "problem-missing"),
        ({"problems": problem(cites=(Citation(evidence_id=NOBODY),))}, "evidence-missing"),
        ({"problems": problem(depends_on=(NOBODY,))}, "problem-missing"),
        ({"problems": problem(depends_on=(key("two"), key("two")))}, "problem-missing"),
        ({"problems": problem(part_of=(key("two"),))}, "problem-circle"),
        ({"problems": problem(depends_on=(key("problem"),))}, "problem-circle"),
        ({"roles": (TeamRole(id=key("late"), name="Lead"),)}, "doubled-id"),
    ],
)
def test_a_loose_tie_is_a_fault(changes: dict[str, object], rule: str) -> None:
    assert rules(**changes) == {rule}


def test_sound_ties_are_none() -> None:
    assert rules(problems=problem(only_for="facilitator", parties=(key("uni"),))) == set()
    assert faults(chained()) == ()


def test_a_fault_names_what_has_no_reference_by_its_words() -> None:
    (fault,) = faults(replace(chained(), problems=problem(only_for=NOBODY)))
    assert fault.message == (
        "“One pupil in five misses a day a week” belongs to a party that is not there."
    )


def test_what_has_its_usual_value_is_not_written() -> None:
    written = Workbook(problems=(Problem(id=key("two"), text="x"),)).model_dump(
        exclude_defaults=True
    )
    assert written == {"problems": ({"id": key("two"), "text": "x"},)}
