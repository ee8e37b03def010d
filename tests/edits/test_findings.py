"""What a cycle says about drivers and causes becomes evidence there, and goes with it."""

import pytest
from trials import CYCLE, decided, planned, studying
from workbooks import key

from ilead_studio import edits
from ilead_studio.errors import EditError
from ilead_studio.model import Cause, Citation, Driver, Workbook, faults, find, new_ids
from ilead_studio.rules.learning import findings
from ilead_studio.session import Session

SAYS = key("says")


def cites(workbook: Workbook, name: str) -> tuple[Citation, ...]:
    item = find(workbook, key(name))
    assert isinstance(item, Cause | Driver)
    return item.cites


def said(workbook: Workbook) -> list[tuple[str, str, str]]:
    return [(it.ref, it.speaks, it.note) for it in findings(workbook, CYCLE)]


def test_the_answer_of_study_becomes_evidence_of_its_own_kind() -> None:
    workbook = studying()
    (evidence,) = workbook.evidence
    assert (evidence.id, evidence.kind, evidence.cycle_id) == (SAYS, "cycle", CYCLE)
    assert (evidence.text, evidence.source, evidence.date) == (
        "The hour matters more than the words", "P1", "20 November 2026",
    )  # fmt: skip
    assert cites(workbook, "daily") == (Citation(evidence_id=SAYS),)
    assert said(workbook) == [("D3", "for", ""), ("C2", "mixed", "Only by bus")]


def test_it_is_changed_with_its_cycle() -> None:
    workbook = edits.say_about(studying(), CYCLE, key("daily"), key("x"), "against")
    assert said(workbook)[0] == ("D3", "against", "")
    workbook = edits.put_cycle(workbook, CYCLE, learned="Numbers\nare old")
    assert [it.text for it in workbook.evidence] == ["Numbers are old"]
    workbook = edits.put_cycle(workbook, CYCLE, learned="")
    assert [it.text for it in workbook.evidence] == ["Try one class"]


def test_changing_it_at_the_cause_changes_the_answer_of_study() -> None:
    workbook = edits.cite(studying(), [key("late")], SAYS, "against", "By bus")
    assert said(workbook)[1] == ("C2", "against", "By bus")
    assert said(edits.uncite(workbook, [key("late")], SAYS)) == [("D3", "for", "")]


def test_its_words_are_changed_in_the_cycle_only() -> None:
    workbook = studying()
    for fields in ({"text": "All is well"}, {"kind": "data"}, {"cycle_id": None}):
        with pytest.raises(EditError, match="Change it in the cycle"):
            edits.change_evidence(workbook, SAYS, **fields)
    same = {name: getattr(workbook.evidence[0], name) for name in ("text", "kind", "source")}
    assert edits.change_evidence(workbook, SAYS, **same) == workbook
    own = edits.add_evidence(workbook, key("own"), "An older cycle", kind="cycle")
    assert edits.change_evidence(own, key("own"), text="A cycle of 2024").evidence[1].text
    with pytest.raises(EditError, match="Change it in the cycle"):
        edits.change_evidence(own, key("own"), cycle_id=CYCLE)


def test_what_is_said_about_nothing_any_more_is_gone() -> None:
    workbook = edits.say_nothing_about(studying(), CYCLE, key("daily"))
    assert said(workbook) == [("C2", "mixed", "Only by bus")]
    workbook = edits.say_nothing_about(workbook, CYCLE, key("late"))
    assert (said(workbook), workbook.evidence) == ([], ())


def test_a_cycle_speaks_about_drivers_and_causes_once_do_began() -> None:
    with pytest.raises(EditError, match="Do has not begun"):
        edits.say_about(planned(), CYCLE, key("daily"), SAYS)
    with pytest.raises(EditError, match="causes and drivers"):
        edits.say_about(studying(), CYCLE, key("hour"), SAYS)
    with pytest.raises(EditError, match="no longer"):
        edits.say_about(studying(), key("nobody"), key("daily"), SAYS)


def test_it_is_withdrawn_with_its_cycle_and_undo_brings_it_back() -> None:
    session = Session(decided())
    before = session.workbook
    session.apply("Delete", lambda it: edits.delete_cycles(it, [CYCLE]))
    assert (session.workbook.evidence, cites(session.workbook, "daily")) == ((), ())
    assert cites(session.workbook, "late") == ()
    assert faults(session.workbook) == ()
    session.undo()
    assert session.workbook is before
    assert len(said(session.workbook)) == 2
    session.redo()
    assert session.workbook.evidence == ()


def test_copies_of_a_cause_say_the_same_and_lose_it_together() -> None:
    workbook = edits.copy_linked(studying(), key("late"), key("copy"), key("home"))
    assert cites(workbook, "copy") == cites(workbook, "late")
    assert len(said(workbook)) == 2
    left = edits.delete(workbook, [key("late")])
    assert [it.item_id for it in findings(left, CYCLE)] == [key("daily"), key("copy")]
    assert faults(edits.delete_cycles(left, [CYCLE])) == ()


def test_a_copied_page_cites_it_too_and_loses_it_with_the_cycle() -> None:
    workbook = studying()
    for seed, page in enumerate(("head", "aim")):
        workbook = edits.duplicate_page(workbook, key(page), "Again", new_ids(seed))
    assert len(said(workbook)) == 4
    assert faults(edits.delete_cycles(workbook, [CYCLE])) == ()


def test_what_a_cycle_says_is_withdrawn_from_a_problem_too() -> None:
    workbook = edits.cite(studying(), [key("problem")], key("says"))
    left = edits.delete_cycles(workbook, [CYCLE])
    assert left.problems[0].cites == ()
    assert faults(left) == ()
    kept = edits.say_nothing_about(workbook, CYCLE, key("daily"))
    kept = edits.say_nothing_about(kept, CYCLE, key("late"))
    assert [it.id for it in kept.evidence] == [key("says")], "the problem still cites it"
