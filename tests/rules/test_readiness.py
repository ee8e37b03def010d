"""Whether a problem of practice is ready to be worked on."""

import pytest
from workbooks import chained, key

from ilead_studio import edits
from ilead_studio.model import Workbook, replace
from ilead_studio.rules.problems import readiness, ties_of

READY = {
    "text": "Ninth graders miss three weeks of school a year, and miss more each year",
    "setting": "Two high schools",
    "period": "Since autumn 2023",
    "baseline": "31 % of ninth graders",
    "baseline_source": "Daily attendance",
}


def answers(workbook: Workbook) -> dict[str, str]:
    return {it.point: it.answer for it in readiness(workbook, workbook.problems[0])}


def put(**fields: object) -> Workbook:
    return edits.put_problem(chained(), key("problem"), **(READY | fields))


def test_what_is_known_is_yes_and_what_only_people_know_is_asked() -> None:
    assert answers(put()) == {
        "known": "yes", "measurable": "yes", "no-cause": "ask", "no-solution": "ask",
        "voices": "yes",
    }  # fmt: skip


def test_the_sentence_says_what_is_lacking() -> None:
    workbook = put(setting="", period="", baseline="many")
    words = {it.point: it.words for it in readiness(workbook, workbook.problems[0])}
    assert words["known"] == "It does not say where and when yet."
    assert words["measurable"] == "The baseline holds no number: how much is it today?"
    assert answers(put(baseline_source=""))["measurable"] == "ask"


@pytest.mark.parametrize(
    ("text", "point"),
    [
        ("Pupils miss school because buses come late", "no-cause"),
        ("Absence due to illness is high", "no-cause"),
        ("Schools need a texting system", "no-solution"),
        ("The lack of a mentoring program hurts attendance", "no-solution"),
    ],
)
def test_a_cause_or_a_solution_inside_is_named(text: str, point: str) -> None:
    workbook = put(text=text)
    found = {it.point: it for it in readiness(workbook, workbook.problems[0])}
    assert found[point].answer == "no"
    assert found[point].words.startswith("“")
    assert [it for it in found.values() if it.answer == "no"] == [found[point]]


def test_words_of_another_language_are_left_to_the_team() -> None:
    workbook = put(text="Los autobuses llegan tarde, pero results from 2024 are lacking")
    assert answers(workbook)["no-cause"] == "no"
    assert answers(replace(workbook, language="es"))["no-cause"] == "ask"
    needs = put(text="Schools need a texting system")
    assert answers(replace(needs, language="fr-CA"))["no-solution"] == "ask"


def test_voices_are_heard_in_an_interview_about_the_problem_or_its_causes() -> None:
    workbook = edits.uncite(put(), [key("late")], key("seen"))
    assert answers(workbook)["voices"] == "ask", "a count speaks about it, but nobody"
    assert answers(edits.uncite(workbook, [key("problem")], key("tally")))["voices"] == "no"
    assert answers(edits.cite(workbook, [key("problem")], key("seen")))["voices"] == "yes"


def test_what_the_team_says_stands() -> None:
    workbook = put(text="Pupils miss school because of buses", confirmed=("no-cause", "voices"))
    found = {it.point: it for it in readiness(workbook, workbook.problems[0])}
    assert (found["no-cause"].answer, found["no-cause"].words) == ("yes", "The team says so.")
    assert found["voices"].words == "Those who live with it were heard."


def test_problems_that_hang_together_name_each_other() -> None:
    first, second = key("problem"), key("second")
    workbook = edits.add_problem(chained(), second, "Buses are late")
    workbook = edits.tie_problems(workbook, "part_of", first, second)
    workbook = edits.tie_problems(workbook, "depends_on", first, second)
    one, other = (next(it for it in workbook.problems if it.id == each) for each in (first, second))
    assert [(tie, it.id) for tie, it in ties_of(workbook, one)] == [
        ("part_of", second), ("depends_on", second),
    ]  # fmt: skip
    assert [tie for tie, _ in ties_of(workbook, other)] == ["parts", "needed_by"]
