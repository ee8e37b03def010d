"""The examples that come with the program."""

import runpy
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from ilead_studio import edits
from ilead_studio.model import Workbook, pages
from ilead_studio.resources import resource
from ilead_studio.rules.advice import advice
from ilead_studio.rules.change_lines import SORTS
from ilead_studio.rules.changed import changed_since, lines_of
from ilead_studio.rules.line_of_sight import line_of_sight
from ilead_studio.rules.measures import named_by
from ilead_studio.rules.meeting_open import opening
from ilead_studio.rules.meetings import decided_at, meeting_state, steps_of
from ilead_studio.rules.problems import readiness
from ilead_studio.rules.votes import counted
from ilead_studio.storage.disk import Disk
from ilead_studio.storage.format import encode
from ilead_studio.storage.store import SUFFIX, open_workbook

TODAY = date(2026, 11, 22)
FILES = sorted(resource("examples").glob(f"*{SUFFIX}"))


def opened(name: str) -> Workbook:
    return open_workbook(resource("examples", f"{name}{SUFFIX}"), Disk()).workbook


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_examples_open_without_a_word(path: Path) -> None:
    assert open_workbook(path, Disk()).notice == ""


def test_the_examples_are_what_their_outlines_give() -> None:
    script = runpy.run_path(str(resource("examples", "make_examples.py")))
    made = {f"{name}{SUFFIX}": encode(workbook) for name, workbook in script["examples"]().items()}
    assert made == {path.name: path.read_bytes() for path in FILES}


def test_the_first_example_goes_all_the_way() -> None:
    workbook = opened("new-teachers")
    assert advice(workbook) == ()
    assert {party.kind for party in workbook.parties} == {"LEA", "IHE"}
    assert workbook.fishbones[0].problem_id == workbook.problems[0].id
    assert len(workbook.cycles) == 2
    theory = workbook.theories[0]
    served = [link.source for link in theory.links]
    assert len({it for it in served if served.count(it) > 1}) == 3
    assert [link.strength for link in theory.links].count("weak") == 1


def test_the_case_of_attendance_is_complete() -> None:
    workbook = opened("attendance")
    assert {it.rule for it in advice(workbook)} <= {
        "root-has-whys-below", "voices-missing", "driver-without-measure",
    }, "what its team has not found out yet"  # fmt: skip
    assert [party.kind for party in workbook.parties] == ["LEA", "LEA", "IHE"]
    page = workbook.fishbones[0]
    causes = [it for it in page.causes if it.parent_id != page.id]
    assert len(causes) >= 25
    assert {it.evidence for it in causes} == {"hunch", "supported", "disputed", "refuted"}
    assert {cited.speaks for it in causes for cited in it.cites} == {"for", "against", "mixed"}
    assert len(workbook.theories[0].drivers) >= 8
    assert sum(idea.state != "parked" for idea in workbook.ideas) >= 8
    assert sorted(Counter(it.idea_id for it in workbook.cycles).values()) == [2, 2, 3]
    assert [it.decision or it.state for it in workbook.cycles] == [
        "adapt", "expand", "planned", "expand", "adopt", "adapt", "abandon",
    ]  # fmt: skip


def test_its_problem_is_ready_and_in_sight_of_every_cycle() -> None:
    workbook = opened("attendance")
    problem = workbook.problems[0]
    assert [it.answer for it in readiness(workbook, problem)] == ["yes"] * 5
    roots = {it.id: it.text for it in workbook.fishbones[0].causes if it.root}
    for cycle in workbook.cycles:
        line = line_of_sight(workbook, cycle.id)
        assert {problem.id, workbook.theories[0].id} <= line
    letters = line_of_sight(workbook, workbook.cycles[0].id)
    assert [roots[it] for it in letters & roots.keys()] == [
        "The first letter comes after the tenth absence",
    ]


def test_its_measures_are_of_every_type_and_its_vote_gave_its_totals() -> None:
    workbook = opened("attendance")
    assert [it.kind for it in workbook.measures] == ["outcome", "process", "balancing", "pdsa"]
    assert named_by(workbook).keys() == {it.id for it in workbook.measures}
    year = workbook.calendar
    for measure in workbook.measures:
        assert measure.definition
        assert measure.collects
        assert len(measure.readings) >= 10
        assert all((year.first or TODAY) <= it.day <= TODAY for it in measure.readings)
    (vote,) = workbook.votes
    votes = {it.id: it.votes for it in workbook.fishbones[0].causes}
    assert [(it.votes, it.is_kept) for it in counted(vote)] == [
        (votes[it.item_id or ""], votes[it.item_id or ""] >= 3) for it in vote.candidates
    ]
    assert [it.who for it in workbook.questions] == [
        "Family liaison", "Faculty of teacher education",
    ]  # fmt: skip


def test_it_has_met_twice_and_meets_again() -> None:
    workbook = opened("attendance")
    assert [meeting_state(it) for it in workbook.meetings] == ["closed", "closed", "planned"]
    held, coming = workbook.meetings[:2], workbook.meetings[2]
    assert all(it.agenda and it.attendance for it in held)
    assert all(decided_at(workbook, it.id) and steps_of(workbook, it.id) for it in held)
    assert {bool(it.done) for it in workbook.next_steps} == {True, False}
    cards = {it.name: it.rows for it in opening(workbook, coming.id, coming.day)}
    assert [len(cards[name]) for name in ("overdue", "hunches", "missed", "promised")] == [
        1, 1, 1, 6,
    ]  # fmt: skip


def test_its_snapshots_are_those_of_its_closed_meetings() -> None:
    workbook = opened("attendance")
    october, november = workbook.snapshots
    assert [it.snapshot for it in workbook.meetings] == [october.id, november.id, None]
    assert [it.day for it in workbook.meetings[:2]] == [october.day, november.day]
    causes = [len(it.fishbones[0].causes) for it in (october.was, november.was, workbook)]
    assert causes == sorted({*causes}), "a few more each time"
    since = [line.sort for line in lines_of(changed_since(workbook, november))]
    assert {*SORTS} - {*since} == {"behind"}
    assert len(since) < len([*lines_of(changed_since(workbook, october))])


def test_what_advisers_said_is_told_to_nobody_else() -> None:
    workbook = opened("attendance")
    for party in workbook.parties:
        seen = encode(edits.seen_by(workbook, party.id)).decode()
        assert "Four advisers" not in seen
        assert "suspension" not in seen


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_published_facts_name_their_source(path: Path) -> None:
    workbook = open_workbook(path, Disk()).workbook
    assert pages(workbook)[0].notes.startswith("Source: ")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_examples_are_set_with_care(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    document = text[text.index('"workbook"') :]
    assert "'" not in document
    assert '\\"' not in document
    assert " - " not in document
