"""What an aim does not say yet, or should not say."""

import pytest
from workbooks import key, reading

from ilead_studio import edits
from ilead_studio.model import Workbook
from ilead_studio.rules.aim import aim_checks


def rules(aim: str) -> set[str]:
    theory = edits.rename(reading(), key("aim"), aim).theories[0]
    return {fault.rule.removeprefix("aim-") for fault in aim_checks(Workbook(), theory)}


@pytest.mark.parametrize(
    "aim",
    [
        "",
        "By June 2028, at least 85% of our first- and second-year teachers come back",
        "By the end of the school year, every third grader reads 90 words a minute",
        "Within two semesters, half of our students pass the course they failed",
        "By June 2027, the share of students who miss 10 % of days or more falls from 31 % to 20 %",
        "By spring 2026, families of 9th graders hear from us twice in the first week",
        "By May 2026, 8 in 10 candidates will be placed through grade 5 in schools near home",
        "Decrease chronic absence of kindergartners from 24 % to 15 % by 30 June 2027",
        "By 2027, our districts and universities will double the number of co-taught classes",
    ],
)
def test_good_aims_are_left_in_peace(aim: str) -> None:
    assert rules(aim) == set()


@pytest.mark.parametrize(
    ("aim", "found"),
    [
        ("By June 2028, students come to school more often", {"without-number"}),
        ("By September 9, 2027, first-year teachers stay", {"without-number"}),
        ("Eighty students of 100 come to school", {"without-date"}),
        ("By June 2027, chronic absence falls from 31 % to 20 %", {"without-population"}),
        ("By 2027, students will improve attendance", {"without-number", "improve-alone"}),
        (
            "By 2027, reduce absence of students by 10 % and increase graduation to 90 %",
            {"two-in-one"},
        ),
        ("By 2027, 90 % of students will attend, and staff will be trained twice", {"two-in-one"}),
        ("By 2027, 90 % of students attend by implementing a texting system", {"holds-method"}),
        ("By 2027, 90 % of students attend through home visits", {"holds-method"}),
        ("Better schools", {"without-number", "without-date", "improve-alone"}),
    ],
)
def test_what_is_missing_or_too_much_is_named(aim: str, found: set[str]) -> None:
    assert rules(aim) == found


def test_what_the_parts_say_is_not_asked_for() -> None:
    parts = {
        "date": "Easter",
        "group": "our newcomers",
        "outcome": "feel at home",
        "target": "all",
    }
    workbook = edits.put_aim(edits.rename(reading(), key("aim"), ""), key("aim"), **parts)
    assert aim_checks(workbook, workbook.theories[0]) == ()


def test_advice_names_the_theory_and_is_a_sentence() -> None:
    theory = edits.rename(reading(), key("aim"), "Improve reading").theories[0]
    for fault in aim_checks(Workbook(), theory):
        assert fault.item == theory.id
        assert fault.message.endswith((".", "?"))
