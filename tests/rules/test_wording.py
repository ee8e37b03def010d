"""Advice about wording is right nine times of ten, measured on labelled sentences.

All sentences were written for this project, by the hand that made the patterns; nobody else has
labelled them. Those that are held out were not looked at while the patterns were tuned, and came
after them in the last round. Whatever was wrong when it was first measured is among the tuned ones
since, so what is left of those held out flatters. At first look, sentences that were written to
mislead showed "cause-is-solution" right 6 times of 14 and "cause-blames" 4 of 13; in the round
after that, all were right but 2 of 9 in "idea-is-goal" and 1 of 3 in "aim-without-population".
In a third round 77 sentences by somebody who had not seen the patterns showed all right but 1 of 3
in "idea-is-goal", and how silent they were: a third of "cause-is-solution" and of "cause-blames"
was found, a quarter of "cause-restates-head" and "driver-is-activity", half of "idea-is-goal", none
of "aim-two-in-one". So what is found in the figures below flatters more than what is right.
Those, and 42 more that were written while the patterns were mended, are among the tuned ones.
``pytest -s`` prints how often each check is right.
"""

import sys
from collections.abc import Callable
from typing import Final

import pytest
from wording_sentences import HELD_OUT, TUNED, Measured, measured, sentences

from ilead_studio.exchange import read_outline
from ilead_studio.model import Theory, Workbook
from ilead_studio.resources import resource
from ilead_studio.rules.aim import aim_checks
from ilead_studio.rules.cause_words import blame_in, restates, solution_in
from ilead_studio.rules.theory_words import is_activity, is_goal

PRECISE, FOUND = 0.9, 0.75
FILES: Final = ("causes", "heads", "drivers", "ideas", "aims")


def says_head(pair: str) -> bool:
    head, cause = pair.split(" => ")
    return restates(cause, head)


def of_aim(rule: str) -> Callable[[str], bool]:
    return lambda aim: rule in {it.rule for it in aim_checks(Workbook(), theory(aim))}


def theory(aim: str) -> Theory:
    return Theory(id="a" * 10, ref="T1", aim=aim)


CHECKS: Final[dict[str, tuple[str, str, Callable[[str], object]]]] = {
    "cause-is-solution": ("causes", "solution", solution_in),
    "cause-blames": ("causes", "blames", blame_in),
    "cause-restates-head": ("heads", "restates", says_head),
    "driver-is-activity": ("drivers", "activity", is_activity),
    "idea-is-goal": ("ideas", "goal", is_goal),
    "aim-without-number": ("aims", "number", of_aim("aim-without-number")),
    "aim-without-date": ("aims", "date", of_aim("aim-without-date")),
    "aim-without-population": ("aims", "population", of_aim("aim-without-population")),
    "aim-two-in-one": ("aims", "two", of_aim("aim-two-in-one")),
    "aim-holds-method": ("aims", "method", of_aim("aim-holds-method")),
    "aim-improve-alone": ("aims", "improve", of_aim("aim-improve-alone")),
}


def looked(rule: str, parts: tuple[str, ...]) -> tuple[int, Measured]:
    file, label, flags = CHECKS[rule]
    some = [it for it in sentences(file) if it.part in parts]
    return len(some), measured(some, label, flags)


@pytest.mark.parametrize("rule", list(CHECKS))
def test_what_is_flagged_is_right_nine_times_of_ten(rule: str) -> None:
    for parts in ((TUNED, HELD_OUT), (HELD_OUT,)):
        number, it = looked(rule, parts)
        figures = f"precision {it.precision:.2f} recall {it.recall:.2f}"
        sys.stdout.write(f"{rule:22} {number:4} {' + '.join(parts):17} {figures}\n")
        assert it.precision >= PRECISE, sorted(it.flagged - it.labelled)
        assert it.recall >= FOUND, sorted(it.labelled - it.flagged)


@pytest.mark.parametrize("rule", list(CHECKS))
def test_each_check_is_measured_on_enough_sentences_of_both_kinds(rule: str) -> None:
    number, it = looked(rule, (TUNED, HELD_OUT))
    assert number >= 25
    assert 4 <= len(it.labelled) <= number - 4
    assert looked(rule, (HELD_OUT,))[0] >= number / 4


def test_all_sentences_differ_and_have_labels_that_are_measured() -> None:
    every = [it for file in FILES for it in sentences(file)]
    assert len(every) >= 100
    assert len({it.text.lower() for it in every}) == len(every)
    assert {label for it in every for label in it.labels} == {it[1] for it in CHECKS.values()}


@pytest.mark.parametrize("name", ["new-teachers-fishbone", "attendance-fishbone"])
def test_real_causes_are_left_in_peace(name: str) -> None:
    path = resource("examples", f"{name}.txt")
    read = read_outline(path.read_bytes(), "fishbone", path.name)
    assert len(read.entries) > 25
    for it in read.entries:
        assert not solution_in(it.text)
        assert not blame_in(it.text)
        assert not restates(it.text, read.root)


@pytest.mark.parametrize(
    "text", ["", "…", "Students", "100 %", "Buses 🎉", "a" * 2_000, "no " * 600]
)
def test_odd_words_are_left_in_peace(text: str) -> None:
    assert not solution_in(text)
    assert not blame_in(text)
    assert not restates(text, text)
    assert not is_activity(text)
    assert not is_goal(text)
