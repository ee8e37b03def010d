"""What holds of all advice, whatever is in a workbook."""

import ast
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from trials import decided, doing
from workbooks import both, chained, key, wide_fishbone, wide_theory

from ilead_studio import edits, rules
from ilead_studio.model import Workbook, advised
from ilead_studio.rules.advice import Advice, advice, advice_in_slices, looked_at, sorted_out
from ilead_studio.rules.advice_rules import SECTIONS, rule_named
from ilead_studio.rules.advice_rules import rules as table

words = st.sampled_from(
    ["No tutoring program", "Lazy students", "Pupils miss school", "Hire two coaches",
     "Improve reading", "By 2030, 90 % of pupils read by calling home", "Buses", "ja"]
)  # fmt: skip


@st.composite
def books(draw: st.DrawFn) -> Workbook:
    workbook = draw(st.sampled_from([both(), chained(), doing(), decided(), decided("adopt")]))
    for name in draw(st.lists(st.sampled_from(["late", "full", "aim", "daily", "hour", "head"]))):
        workbook = edits.rename(workbook, key(name), draw(words))
    roots = draw(st.sets(st.sampled_from(["late", "full", "roads"])))
    if roots:
        fields = draw(st.sampled_from([{}, {"evidence": "supported"}, {"reach": "outside"}]))
        workbook = edits.put(workbook, [*map(key, roots)], root=True, **fields)
    if draw(st.booleans()):
        workbook = edits.delete(workbook, [key("families")])
    return workbook


@given(books(), st.data())
def test_dismissing_takes_just_one_thing_away_and_restoring_brings_it_back(
    workbook: Workbook, data: st.DataObject
) -> None:
    whole = looked_at(workbook)
    if not whole.open:
        return
    one = data.draw(st.sampled_from(whole.open))
    away = edits.dismiss(workbook, one.rule, one.item)
    left = looked_at(away)
    same = [it for it in whole.open if (it.rule, it.item) == (one.rule, one.item)]
    assert left.dismissed == tuple(same)
    assert left.open == tuple(it for it in whole.open if it not in same)
    assert edits.restore(away, one.rule, one.item) == workbook
    assert sorted_out(away, whole.every) == left, "without looking again"
    assert sorted_out(workbook, left.every) == whole


@given(books())
def test_each_thing_is_a_sentence_about_something_that_is_there_and_told_once(
    workbook: Workbook,
) -> None:
    found = advice(workbook)
    assert len({(it.rule, it.item) for it in found}) == len(found)
    for it in found:
        assert it.item in advised(workbook)
        assert it.message.endswith((".", "?"))
        assert rule_named(it.rule).reason
    order = [SECTIONS.index(rule_named(it.rule).section) for it in found]
    assert order == sorted(order), "roots, then wording, then gaps"


@given(books())
def test_looking_in_slices_finds_the_same(workbook: Workbook) -> None:
    *waits, last = advice_in_slices(workbook)
    assert last == looked_at(workbook)
    assert set(waits) <= {None}


@pytest.mark.parametrize("workbook", [wide_fishbone(), wide_theory()], ids=["fishbone", "theory"])
def test_a_large_workbook_is_looked_at_in_many_slices(workbook: Workbook) -> None:
    assert len(list(advice_in_slices(workbook))) > 10


def test_an_empty_workbook_has_nothing_to_look_at() -> None:
    assert [*filter(None, advice_in_slices(Workbook()))] == [Advice()]


def test_every_check_has_its_rule_and_every_rule_its_check() -> None:
    folder = Path(rules.__file__).parent
    asked = set()
    for name in ("cause_advice", "theory_advice", "cycle_advice", "measure_advice", "aim"):
        tree = ast.parse((folder / f"{name}.py").read_text(encoding="utf-8"))
        strings = (it.value for it in ast.walk(tree) if isinstance(it, ast.Constant))
        asked |= table().keys() & {it for it in strings if isinstance(it, str)}
    assert asked == table().keys()


def test_the_rules_that_others_rely_on_keep_their_names() -> None:
    named = """driver-without-idea idea-without-driver driver-without-measure root-cause-unanswered
        driver-answers-no-cause aim-without-number aim-without-date aim-without-population
        primary-drivers-count bone-with-few-causes cause-restates-head cause-is-solution
        cause-blames whalebone root-is-hunch root-has-whys-below root-outside-reach voices-missing
        one-sided aim-two-in-one aim-holds-method aim-improve-alone driver-is-activity idea-is-goal
        ideas-one-sided orphan-measure"""
    assert set(named.split()) <= table().keys()


def test_a_rule_is_told_in_few_words_with_its_reason_and_source() -> None:
    for name, rule in table().items():
        assert name == rule.name
        assert 3 < len(rule.heading) < 40
        assert rule.reason.endswith((".", "?"))
        assert rule.source.endswith((".", "?"))
    assert rule_named("not-known-yet").heading == "not-known-yet"
