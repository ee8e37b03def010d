"""Which items are shown in full when some are looked for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from workbooks import attendance, both, key, reading

from ilead_studio import edits
from ilead_studio.model import Workbook
from ilead_studio.rules.family import family
from ilead_studio.rules.sieve import ALL, Sieve, faded, out_of_sight, passes

CAUSES = ("buses", "late", "full", "roads", "home", "work")


def judged() -> Workbook:
    workbook = edits.put(attendance(), [key("late"), key("work")], evidence="supported")
    workbook = edits.put(workbook, [key("late")], votes=3, lenses=("equity",))
    return edits.put(workbook, [key("full")], parties=(key("party"),), votes=1)


def in_full(sieve: Sieve, workbook: Workbook | None = None) -> set[str]:
    workbook = workbook or judged()
    page = workbook.fishbones[0]
    pale = faded(workbook, page, sieve)
    return {it for it in ("head", *CAUSES) if key(it) not in pale}


def test_nothing_is_faded_while_nothing_is_looked_for() -> None:
    assert in_full(ALL) == {"head", *CAUSES}


@pytest.mark.parametrize(
    ("sieve", "full"),
    [
        (Sieve(evidence="supported"), {"late", "work", "buses", "home"}),
        (Sieve(evidence="refuted"), set()),
        (Sieve(votes=1), {"late", "full", "buses"}),
        (Sieve(votes=2), {"late", "buses"}),
        (Sieve(lens="equity"), {"late", "buses"}),
        (Sieve(party=key("party")), {"full", "buses"}),
        (Sieve(evidence="supported", votes=4), set()),
    ],
)
def test_a_bone_stays_in_full_over_a_cause_that_passes(sieve: Sieve, full: set[str]) -> None:
    assert in_full(sieve) == {"head", *full}


def test_the_head_stays_in_full_when_it_holds_the_words() -> None:
    assert "head" in in_full(Sieve(needles=("school",)))
    assert "head" not in in_full(Sieve(needles=("buses",)))


def test_words_are_found_in_bones_and_notes_and_with_all_else_that_is_asked() -> None:
    noted = edits.note(judged(), key("work"), "They take buses, too")
    assert in_full(Sieve(needles=("buses",)), noted) == {"buses", "late", "full", "work", "home"}
    both_asked = Sieve(evidence="supported", needles=("buses",))
    assert in_full(both_asked, noted) == {"buses", "late", "work", "home"}
    assert in_full(Sieve(needles=("buses", "late")), noted) == {"buses", "late"}


def test_a_bone_that_holds_the_words_does_not_pass_what_causes_are_asked_for() -> None:
    assert in_full(Sieve(evidence="disputed", needles=("buses",))) == set()


def test_drivers_are_not_asked_for_what_only_causes_have() -> None:
    workbook = both()
    page = workbook.theories[0]
    assert faded(workbook, page, Sieve(evidence="supported", votes=2)) == frozenset()
    pale = faded(workbook, page, Sieve(needles=("read",)))
    assert {key("aim"), key("daily")}.isdisjoint(pale)
    assert {key("teach"), key("families"), key("talk"), key("hour")} == pale


@given(st.lists(st.sampled_from(CAUSES), min_size=1, max_size=6))
def test_after_each_step_the_answer_is_as_if_it_were_the_first(names: list[str]) -> None:
    workbook, sieve = judged(), Sieve(votes=2)
    for name in names:
        cause = next(it for it in workbook.fishbones[0].causes if it.id == key(name))
        workbook = edits.put(workbook, [key(name)], votes=0 if cause.votes else 2)
        page = workbook.fishbones[0]
        passing = {it.id for it in page.causes if passes(it, sieve)}
        bones = set(family(workbook, page).stands[page.id])
        full = {it.id for it in page.causes} - faded(workbook, page, sieve)
        assert full - bones == passing - bones


def test_what_is_not_in_the_line_of_sight_of_an_item_is_out_of_it() -> None:
    workbook = reading()
    page = workbook.theories[0]
    assert out_of_sight(workbook, page, key("families")) == {
        key(it) for it in ("teach", "daily", "hour")
    }
    assert out_of_sight(workbook, page, key("aim")) == frozenset()
    assert out_of_sight(workbook, page, key("hour")) == {key("families"), key("talk"), key("daily")}


def test_a_page_of_which_nothing_is_in_the_line_of_sight_is_out_of_it_with_its_head() -> None:
    workbook = both()
    page = workbook.fishbones[0]
    every = {page.id, *family(workbook, page).items}
    assert out_of_sight(workbook, page, key("hour")) == every
