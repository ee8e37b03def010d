"""From anything, its whole chain; and the chain in words."""

from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st
from trials import CYCLE, studying
from workbooks import chained, key

from ilead_studio import edits
from ilead_studio.errors import EditError
from ilead_studio.model import Workbook, groups
from ilead_studio.rules.line_of_sight import line_of_sight
from ilead_studio.rules.sieve import out_of_sight
from ilead_studio.rules.sight_outline import sight_rows, sight_words, thing_words


def line(name: str, workbook: Workbook | None = None) -> set[str]:
    return {it.rstrip("z") for it in line_of_sight(workbook or chained(), key(name))}


def test_from_a_cycle_one_walks_up_to_the_aim_and_to_the_causes() -> None:
    up = {"cycle", "talk", "daily", "teach", "families", "aim"}
    causes = {"late", "buses", "work", "home", "head", "problem"}
    assert line("cycle") == up | causes | {"seen", "tally"}


def test_from_a_cause_one_walks_down_to_what_was_tried() -> None:
    assert line("late") == {
        "late", "roads", "buses", "head", "problem", "seen", "tally",
        "daily", "teach", "aim", "talk", "cycle",
    }  # fmt: skip


def test_a_cause_that_nobody_answers_ends_at_its_problem() -> None:
    assert line("full") == {"full", "buses", "head", "problem", "tally"}


def test_a_driver_sees_the_causes_of_the_drivers_below_it() -> None:
    assert {"late", "buses", "talk", "hour", "cycle"} <= line("teach")
    assert {"work", "full", "families"}.isdisjoint(line("teach"))


def test_evidence_has_the_chain_of_what_cites_it() -> None:
    assert line("seen") == line("late")
    workbook = edits.add_evidence(chained(), key("lonely"), "Nobody cites it")
    assert line("lonely", workbook) == {"lonely"}


def test_a_linked_copy_has_the_chain_of_its_original() -> None:
    workbook = edits.copy_linked(chained(), key("work"), key("copy"), key("late"))
    assert {"home", "late", "families", "talk"} <= line("copy", workbook)
    assert line("copy", workbook) == line("work", workbook)


def test_problems_that_hang_together_are_in_one_chain() -> None:
    workbook = edits.add_problem(chained(), key("whole"), "Too few finish school")
    workbook = edits.tie_problems(workbook, "part_of", key("problem"), key("whole"))
    workbook = edits.add_problem(workbook, key("need"), "Nobody counts absences")
    workbook = edits.tie_problems(workbook, "depends_on", key("problem"), key("need"))
    assert {"whole", "problem", "cycle", "need"} <= line("whole", workbook)
    assert line("need", workbook) == {"need", "problem", "whole", "tally"}


def test_what_is_not_there_has_a_chain_of_its_own() -> None:
    assert line("nobody") == {"nobody"}


def test_a_page_fades_what_is_out_of_the_chain() -> None:
    workbook = chained()
    pale = out_of_sight(workbook, workbook.fishbones[0], key("hour"))
    assert pale == {key(it) for it in ("head", "full", "home", "work", "late", "buses", "roads")}


def ids(workbook: Workbook) -> list[str]:
    return [record.id for group in groups(workbook) for record in group]


def _cite(workbook: Workbook, one: str, other: str) -> Workbook:
    return edits.cite(workbook, [one], other)


def _answer(workbook: Workbook, one: str, other: str) -> Workbook:
    return edits.answer(workbook, one, [other])


def _trace(workbook: Workbook, one: str, other: str) -> Workbook:
    return edits.trace(workbook, one, [other])


def _part(workbook: Workbook, one: str, other: str) -> Workbook:
    return edits.tie_problems(workbook, "part_of", one, other)


def _need(workbook: Workbook, one: str, other: str) -> Workbook:
    return edits.tie_problems(workbook, "depends_on", one, other)


def start() -> Workbook:
    workbook = edits.copy_linked(chained(), key("work"), key("copy"), key("late"))
    workbook = edits.add_problem(workbook, key("second"), "Another problem")
    workbook = edits.add_fishbone(workbook, key("other"), head="Another head")
    return edits.add_cause(workbook, key("bone"), "A bone", key("other"))


START = start()
_drivers = st.sampled_from([key(it) for it in ("teach", "daily", "families", "aim", "talk")])
_causes = st.sampled_from([key(it) for it in ("late", "copy", "home", "bone", "roads")])
_problems = st.sampled_from([key("problem"), key("second")])
_evidence = st.sampled_from([key("seen"), key("tally")])
_pages = st.sampled_from([key("head"), key("other"), key("aim")])
WAY = st.one_of(
    st.tuples(st.just(edits.link), _drivers, _drivers),
    st.tuples(st.just(edits.link_problem), _pages, _problems),
    st.tuples(st.just(_cite), st.one_of(_causes, _drivers, _problems), _evidence),
    st.tuples(st.just(_answer), _drivers, _causes),
    st.tuples(st.just(_trace), st.sampled_from([key("talk"), key("hour")]), _causes),
    st.tuples(st.sampled_from([_part, _need]), _problems, _problems),
)


@given(st.lists(WAY, max_size=8))
def test_one_is_in_the_chain_of_another_if_that_is_in_the_chain_of_the_first(
    ways: list[tuple[Callable[[Workbook, str, str], Workbook], str, str]],
) -> None:
    workbook = START
    for edit, one, other in ways:
        try:
            workbook = edit(workbook, one, other)
        except EditError:
            continue
    lines = {it: line_of_sight(workbook, it) for it in ids(workbook)}
    assert all(one in lines[other] for one, seen in lines.items() for other in seen)


@given(st.sampled_from(ids(START)))
def test_the_outline_of_a_chain_tells_each_of_it_once(item_id: str) -> None:
    told = [row.id for row in sight_rows(START, item_id)]
    on_rows = {it for it in line_of_sight(START, item_id) if it not in NOT_TOLD}
    assert sorted(told) == sorted(on_rows)


NOT_TOLD = {key("party"), key("uni")}
"""They are no part of any chain but their own."""


def test_the_chain_in_words_is_an_outline() -> None:
    rows = sight_rows(chained(), key("late"))
    assert [(row.depth, row.kind, row.text) for row in rows] == [
        (0, "problem of practice", "One pupil in five misses a day a week"),
        (1, "mixed evidence", "Office count"),
        (0, "problem to explain", "Pupils miss school"),
        (1, "bone", "Buses"),
        (2, "cause", "Buses come late"),
        (3, "evidence for it", "Six families"),
        (3, "why", "Roads are mended"),
        (0, "aim", "Every child reads by June (70 %)"),
        (1, "primary driver", "Teaching"),
        (2, "secondary driver", "Daily reading"),
        (3, "change idea", "Talk about books"),
        (4, "PDSA cycle", "Try one class"),
    ]
    assert sight_words(chained(), key("late")) == (
        "1 problem, 3 causes, 2 drivers, 1 aim, 1 change idea, 1 cycle, 2 pieces of evidence"
    )


def test_an_idea_on_no_page_and_evidence_that_nobody_cites_are_told_too() -> None:
    workbook = edits.park(chained(), [key("hour")], lambda: key("never"))
    assert [row.kind for row in sight_rows(workbook, key("hour"))] == ["change idea"]
    workbook = edits.add_evidence(workbook, key("lonely"), "Nobody cites it")
    assert [row.kind for row in sight_rows(workbook, key("lonely"))] == ["evidence"]


def test_what_a_cycle_says_and_what_an_idea_answers_are_in_its_chain() -> None:
    workbook = edits.say_about(studying(), CYCLE, key("full"), key("says"))
    assert {"cycle", "talk", "aim", "full", "buses"} <= line("says", workbook)
    assert "says" in line("cycle", workbook)
    traced = edits.trace(chained(), key("hour"), [key("full")])
    assert {"hour", "teach", "aim"} <= line("full", traced)
    assert {"full", "buses", "head"} <= line("hour", traced)
    assert "daily" not in line("full", traced)


def test_whatever_has_a_line_of_sight_has_words() -> None:
    workbook = chained()
    for name in ("problem", "head", "late", "aim", "daily", "talk", "cycle", "seen"):
        assert thing_words(workbook, key(name)), name
    assert thing_words(workbook, key("nothing")) is None
