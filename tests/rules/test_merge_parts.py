"""Lists that both copies changed: one entry is chosen, and all others of both come with it."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from measures import counting
from workbooks import both, key

from ilead_studio import edits
from ilead_studio.model import Cause, Measure, Workbook, find, replace
from ilead_studio.model.measure import Reading
from ilead_studio.rules.merge_words import MINE, THEIRS, Choice
from ilead_studio.rules.merging import Merging

SIDES = pytest.mark.parametrize(("choice", "at"), [(MINE, 0), (THEIRS, 1)])


def measured(*days: tuple[int, float | None]) -> Workbook:
    """A measure with numbers of days of one month; None takes a day out."""
    book = counting()
    (measure, *_) = book.measures
    readings = tuple(Reading(day=date(2026, 11, at), value=it) for at, it in days)
    return replace(book, measures=(replace(measure, readings=readings),))


def numbers(book: Workbook) -> dict[int, float | None]:
    (measure, *_) = book.measures
    assert isinstance(measure, Measure)
    return {it.day.day: it.value for it in measure.readings}


@SIDES
def test_of_a_day_that_both_counted_otherwise_one_number_is_chosen_and_no_other_goes(
    choice: Choice, at: int
) -> None:
    base = measured((2, 40))
    mine, theirs = measured((2, 40), (9, 41), (16, 42)), measured((2, 40), (9, 51), (23, 53))
    merging = Merging(base, mine, theirs)
    (conflict,) = merging.conflicts
    said = conflict.mine[0], conflict.theirs[0]
    assert [it.rpartition(", ")[2].partition(" %")[0] for it in said] == [
        "9 Nov 2026: 41", "9 Nov 2026: 51",
    ]  # fmt: skip
    done = merging.merged({0: choice})
    assert not done.refused
    assert numbers(done.workbook) == {2: 40, 9: (41, 51)[at], 16: 42, 23: 53}


@SIDES
def test_a_number_that_one_took_out_and_the_other_put_right_is_chosen(
    choice: Choice, at: int
) -> None:
    merging = Merging(
        measured((2, 40), (9, 41)), measured((2, 40)), measured((2, 40), (9, 51), (16, 42))
    )
    (conflict,) = merging.conflicts
    assert conflict.mine[0].endswith("9 Nov 2026: taken out")
    there = ({}, {9: 51})[at]
    assert numbers(merging.merged({0: choice}).workbook) == {2: 40, 16: 42, **there}


@SIDES
def test_what_evidence_says_of_a_cause_is_chosen_piece_by_piece(choice: Choice, at: int) -> None:
    base = both()
    for name in ("one", "two", "three"):
        base = edits.add_evidence(base, key(name), name)
    base = edits.cite(base, [key("late")], key("one"))
    mine = edits.cite(base, [key("late")], key("two"))
    theirs = edits.cite(base, [key("late")], key("three"))
    mine = edits.cite(mine, [key("late")], key("one"), speaks="mixed")
    theirs = edits.cite(theirs, [key("late")], key("one"), speaks="against")
    merging = Merging(base, mine, theirs)
    assert len(merging.conflicts) == 1
    late = find(merging.merged({0: choice}).workbook, key("late"))
    assert isinstance(late, Cause)
    assert {it.evidence_id: it.speaks for it in late.cites} == {
        key("one"): ("mixed", "against")[at], key("two"): "for", key("three"): "for",
    }  # fmt: skip


@SIDES
def test_without_a_common_base_the_numbers_of_both_come(choice: Choice, at: int) -> None:
    mine, theirs = measured((2, 40), (9, 41)), measured((2, 50), (16, 42))
    merging = Merging(Workbook(), mine, theirs)
    (conflict,) = merging.conflicts
    assert conflict.theirs[0].partition(" %")[0].endswith("2 Nov 2026: 50")
    done = merging.merged({0: choice}).workbook
    assert numbers(done) == {2: (40, 50)[at], 9: 41, 16: 42}


days = st.dictionaries(st.integers(1, 28), st.integers(0, 3).map(float), max_size=6)


@given(days, days, days, st.sampled_from([MINE, THEIRS]))
def test_no_number_goes_that_nobody_took_out(
    was: dict[int, float], here: dict[int, float], there: dict[int, float], choice: Choice
) -> None:
    base, mine, theirs = (measured(*sorted(it.items())) for it in (was, here, there))
    merging = Merging(base, mine, theirs)
    made = numbers(merging.merged(dict.fromkeys(range(len(merging.conflicts)), choice)).workbook)
    own, other = (here, there) if choice == MINE else (there, here)
    for day in range(1, 29):
        is_other = own.get(day) == was.get(day)
        assert made.get(day) == (other if is_other else own).get(day)
