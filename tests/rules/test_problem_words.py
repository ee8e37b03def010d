"""The words of the section Problem."""

import pytest
from workbooks import chained, key

from ilead_studio import edits
from ilead_studio.model import Problem, Workbook
from ilead_studio.rules.problem_words import (
    Citing,
    cited_words,
    evidence_rows,
    field_of,
    left_words,
    needs_words,
    page_words,
    readiness_words,
    tie_words,
    withdrawn_words,
    work_words,
)
from ilead_studio.rules.problems import readiness
from ilead_studio.ui.problem.link_card import ways


def first(workbook: Workbook) -> Problem:
    return workbook.problems[0]


@pytest.mark.parametrize(
    ("point", "filled", "field"),
    [
        ("known", {}, "setting"),
        ("known", {"setting": "Two schools"}, "period"),
        ("measurable", {"baseline": "31 %"}, "baseline_source"),
        ("no-cause", {}, "text"),
        ("voices", {}, "evidence"),
    ],
)
def test_a_point_of_the_check_is_answered_in_a_field(
    point: str, filled: dict[str, str], field: str
) -> None:
    empty = dict.fromkeys(("setting", "period", "baseline", "baseline_source"), "")
    workbook = edits.put_problem(chained(), key("problem"), **(empty | filled))
    assert field_of(first(workbook), point) == field


def test_readiness_is_counted_and_stops_nobody() -> None:
    workbook = chained()
    told = readiness_words(readiness(workbook, first(workbook)))
    assert told.endswith("of 5. You can go on; the page keeps asking.")
    points = ("known", "measurable", "no-cause", "no-solution", "voices")
    workbook = edits.put_problem(workbook, key("problem"), confirmed=points)
    assert readiness_words(readiness(workbook, first(workbook))) == "All 5 points are met."


def test_who_else_cites_evidence_is_counted() -> None:
    workbook = edits.cite(chained(), [key("problem")], key("seen"))
    workbook = edits.copy_linked(workbook, key("late"), key("copy"), key("home"))
    rows = {it.id: it.cited_by for it in evidence_rows(workbook, first(workbook))}
    assert rows == {key("tally"): "only here", key("seen"): "1 cause"}
    assert cited_words(Citing(5, 1, 2)) == "5 causes, 1 driver, 2 problems"
    assert "1 cause lost it too" in withdrawn_words(workbook, first(workbook), key("seen"))
    assert "too" not in withdrawn_words(workbook, first(workbook), key("tally"))


def test_whose_people_are_needed_is_said() -> None:
    workbook = chained()
    assert needs_words(workbook, first(workbook)) == ""
    workbook = edits.belong(workbook, [key("problem")], [key("uni")])
    assert needs_words(workbook, first(workbook)) == "needs Lakeside"
    workbook = edits.belong(workbook, [key("problem")], [key("uni"), key("party")])
    assert needs_words(workbook, first(workbook)).endswith(" and Lakeside")


def test_what_works_on_a_problem_is_said_and_stays_when_it_goes() -> None:
    workbook = edits.add_problem(chained(), key("second"), "Buses are late")
    assert work_words(workbook, first(workbook)) == "1 fishbone, 1 theory"
    assert "its pages stay: 1 fishbone, 1 theory" in left_words(workbook, first(workbook))
    assert work_words(workbook, workbook.problems[1]) == "no fishbone yet"
    assert left_words(workbook, workbook.problems[1]).startswith("The problem is deleted. Undo")
    assert "(now of “" in page_words(workbook, key("head"), key("second"))
    assert "(now of “" not in page_words(workbook, key("head"), key("problem"))


def test_a_circle_is_refused_with_its_way_and_stands_last() -> None:
    workbook = edits.add_problem(chained(), key("second"), "Buses are late")
    workbook = edits.tie_problems(workbook, "part_of", key("problem"), key("second"))
    open_way, refused = ways(workbook, workbook.problems[1], "")
    assert (open_way.tie, open_way.refused) == ("depends_on", "")
    assert refused.refused.startswith("This would close a circle: Buses are late →")
    assert ways(workbook, workbook.problems[1], "nobody says so") == ()
    assert tie_words("parts", first(workbook)).endswith("is part of it")
