"""What was found out, what causes cite of it, and the problem that a fishbone explains."""

import pytest
from workbooks import attendance, both, key

from ilead_studio import edits
from ilead_studio.errors import EditError
from ilead_studio.model import Cause, Workbook, faults, find
from ilead_studio.model.evidence import Citation

SEEN = key("seen")


def found_out() -> Workbook:
    """Return a workbook in which one cause cites a count of buses."""
    workbook = edits.add_evidence(
        attendance(), SEEN, " A count of\nbuses ", kind="observation", source="Office", date="May"
    )
    return edits.cite(workbook, [key("late")], SEEN, "mixed")


def cites(workbook: Workbook, name: str) -> tuple[Citation, ...]:
    cause = find(workbook, key(name))
    assert isinstance(cause, Cause)
    return cause.cites


def test_evidence_stands_once_and_several_causes_cite_it() -> None:
    workbook = edits.cite(found_out(), [key("full"), key("work")], SEEN, "against", "Half empty")
    assert [it.text for it in workbook.evidence] == ["A count of buses"]
    assert cites(workbook, "late") == (Citation(evidence_id=SEEN, speaks="mixed"),)
    assert cites(workbook, "work")[0].note == "Half empty"
    assert [it.id for it in edits.citing(workbook, SEEN)] == [
        key("late"), key("full"), key("work"),
    ]  # fmt: skip
    assert faults(workbook) == ()


def test_citing_again_only_changes_how_it_speaks() -> None:
    workbook = edits.cite(found_out(), [key("late")], SEEN, "for")
    assert [it.speaks for it in cites(workbook, "late")] == ["for"]


def test_a_linked_copy_cites_what_its_original_cites() -> None:
    workbook = edits.copy_linked(found_out(), key("late"), key("copy"), key("home"))
    workbook = edits.cite(workbook, [key("late")], SEEN, "against")
    copy = next(it for it in workbook.fishbones[0].causes if it.same_as == key("late"))
    assert [it.speaks for it in copy.cites] == ["against"]
    assert len(edits.citing(workbook, SEEN)) == 1


def test_evidence_that_is_cited_is_not_deleted() -> None:
    workbook = found_out()
    with pytest.raises(EditError, match="1 item still cites"):
        edits.delete_evidence(workbook, SEEN)
    workbook = edits.uncite(workbook, [key("late")], SEEN)
    assert cites(workbook, "late") == ()
    assert edits.delete_evidence(workbook, SEEN).evidence == ()


def test_evidence_that_is_withdrawn_is_cited_no_longer() -> None:
    workbook = edits.withdraw_evidence(found_out(), SEEN)
    assert (workbook.evidence, cites(workbook, "late")) == ((), ())
    with pytest.raises(EditError, match="no longer"):
        edits.withdraw_evidence(workbook, SEEN)


def test_evidence_is_changed_for_all_that_cite_it() -> None:
    workbook = edits.change_evidence(found_out(), SEEN, text="Two counts", kind="data")
    assert (workbook.evidence[0].text, workbook.evidence[0].kind) == ("Two counts", "data")
    assert workbook.evidence[0].source == "Office"


@pytest.mark.parametrize("fields", [{"text": " "}, {"kind": "rumour"}, {"source": "a" * 3000}])
def test_what_does_not_fit_is_refused(fields: dict[str, str]) -> None:
    with pytest.raises(EditError):
        edits.change_evidence(found_out(), SEEN, **fields)


def test_evidence_speaks_about_problems_causes_and_drivers_only() -> None:
    workbook = edits.add_evidence(both(), SEEN, "A count")
    told = edits.cite(workbook, [key("teach"), key("late")], SEEN, "against")
    assert [it.ref for it in edits.citing(told, SEEN)] == ["C2", "D1"]
    with pytest.raises(EditError, match="2 items still cite"):
        edits.delete_evidence(told, SEEN)
    assert edits.citing(edits.uncite(told, [key("teach"), key("late")], SEEN), SEEN) == ()
    for ids in ([key("talk")], [key("nobody")]):
        with pytest.raises(EditError, match="causes and drivers"):
            edits.cite(workbook, ids, SEEN)
    with pytest.raises(EditError, match="no longer"):
        edits.cite(workbook, [key("late")], key("unseen"))


def test_a_fishbone_explains_one_problem_and_can_be_given_a_new_one() -> None:
    workbook = edits.add_problem(attendance(), key("new"), "Absence in winter", key("head"))
    page = workbook.fishbones[0]
    assert [it.text for it in workbook.problems][-1] == "Absence in winter"
    problem = edits.explained(workbook, page)
    assert problem is not None
    assert problem.id == key("new")
    workbook = edits.link_problem(workbook, key("head"), key("problem"))
    assert workbook.fishbones[0].problem_id == key("problem")
    workbook = edits.link_problem(workbook, key("head"), None)
    assert edits.explained(workbook, workbook.fishbones[0]) is None
    assert len(workbook.problems) == 2
    for page_id, problem_id in ((key("head"), key("gone")), (key("gone"), key("problem"))):
        with pytest.raises(EditError, match="no longer"):
            edits.link_problem(workbook, page_id, problem_id)


def test_the_fields_of_a_problem_are_changed_by_name() -> None:
    workbook = edits.put_problem(attendance(), key("problem"), population="Pupils", baseline="18 %")
    assert workbook.problems[0].population == "Pupils"
    for fields in ({"text": ""}, {"gap": "a" * 3000}):
        with pytest.raises(EditError):
            edits.put_problem(workbook, key("problem"), **fields)
