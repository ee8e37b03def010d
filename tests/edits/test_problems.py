"""Several problems of practice, and how they hang together."""

import pytest
from workbooks import both, chained, key

from ilead_studio import edits
from ilead_studio.errors import EditError
from ilead_studio.model import Workbook, faults

ONE, TWO, THREE = key("problem"), key("second"), key("third")


def three() -> Workbook:
    """Return a workbook in which the first problem is part of the second one, that of a third."""
    workbook = edits.add_problem(chained(), TWO, "Too few finish school")
    workbook = edits.add_problem(workbook, THREE, "Families do not trust the schools")
    workbook = edits.tie_problems(workbook, "part_of", ONE, TWO)
    return edits.tie_problems(workbook, "part_of", TWO, THREE)


def test_problems_are_parts_of_others_and_depend_on_others() -> None:
    workbook = edits.tie_problems(three(), "depends_on", THREE, ONE)
    assert [(it.part_of, it.depends_on) for it in workbook.problems] == [
        ((TWO,), ()), ((THREE,), ()), ((), (ONE,)),
    ]  # fmt: skip
    assert faults(workbook) == (), "a whole may depend on its part"
    again = edits.untie_problems(workbook, "depends_on", THREE, ONE)
    assert again == three()


def test_a_circle_of_problems_is_refused_and_named() -> None:
    with pytest.raises(EditError) as refused:
        edits.tie_problems(three(), "part_of", THREE, ONE)
    assert str(refused.value) == (
        "This would close a circle: Families do not trust the schools → One pupil in five misses"
        " a day a week → Too few finish school → Families do not trust the schools."
    )
    with pytest.raises(EditError, match="circle"):
        edits.tie_problems(three(), "depends_on", ONE, ONE)


def test_what_is_tied_already_or_not_at_all_is_said() -> None:
    with pytest.raises(EditError, match="already"):
        edits.tie_problems(three(), "part_of", ONE, TWO)
    with pytest.raises(EditError, match="not linked so"):
        edits.untie_problems(three(), "part_of", TWO, ONE)
    with pytest.raises(EditError, match="no longer"):
        edits.tie_problems(three(), "part_of", ONE, key("nobody"))


def test_a_theory_works_on_a_problem_as_a_fishbone_does() -> None:
    workbook = edits.link_problem(both(), key("aim"), ONE)
    problem = edits.explained(workbook, workbook.theories[0])
    assert problem is not None
    assert problem.id == ONE


def test_a_deleted_problem_is_named_nowhere() -> None:
    workbook = edits.delete_problem(three(), TWO)
    assert [it.part_of for it in workbook.problems] == [(), ()]
    workbook = edits.delete_problem(workbook, ONE)
    assert [page.problem_id for page in (*workbook.fishbones, *workbook.theories)] == [None, None]
    assert faults(workbook) == ()
    assert len(workbook.evidence) == 2, "what was found out stays"


def test_what_names_something_else_is_not_just_a_field() -> None:
    for fields in ({"part_of": (ONE,)}, {"only_for": key("nobody")}, {"id": TWO}):
        with pytest.raises(EditError, match="does not fit"):
            edits.put_problem(three(), ONE, **fields)


def test_problems_have_an_order_and_cite_evidence() -> None:
    workbook = edits.move_problem(three(), THREE, ONE)
    assert [it.id for it in workbook.problems] == [THREE, ONE, TWO]
    workbook = edits.cite(workbook, [TWO, key("full"), key("teach")], key("seen"), "against")
    assert [it.id for it in edits.citing(workbook, key("seen"))] == [
        TWO, key("late"), key("full"), key("teach"),
    ]  # fmt: skip
    with pytest.raises(EditError, match="4 items still cite"):
        edits.delete_evidence(workbook, key("seen"))
    assert edits.uncite(workbook, [TWO], key("seen")).problems[2].cites == ()
