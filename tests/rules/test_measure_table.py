"""Tables pasted from a spreadsheet."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from measures import AUG, CALLS, calls, counting
from workbooks import both, key

from ilead_studio import edits
from ilead_studio.errors import EditError
from ilead_studio.model import Workbook, faults
from ilead_studio.rules.measure_table import Pasted, pasted_words, read_table
from ilead_studio.rules.numbers import Figure, number_text, read_figure, read_number

TODAY = date(2026, 11, 22)


def fresh() -> Workbook:
    workbook = edits.add_measure(both(), CALLS, "Calls")
    return edits.add_measure(workbook, key("texts"), "Texts")


def read(text: str, measure_id: str = CALLS, workbook: Workbook | None = None) -> Pasted:
    return read_table(workbook or fresh(), text, TODAY, measure_id)


def numbers(pasted: Pasted) -> list[tuple[str, str, float | None]]:
    return [
        (it.reading.day.isoformat(), it.reading.subgroup, it.reading.value) for it in pasted.found
    ]


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("34", 34), ("0,5", 0.5), ("3.25", 3.25), ("1,240", 1240), ("1,240.5", 1240.5),
        ("1.240,5", 1240.5),
        ("1 240", 1240), ("1\u202f240,5", 1240.5), ("−3", -3), ("0,125", 0.125),
        (".5", 0.5), ("12,34", 12.34), ("1,240,000", 1240000), ("+4", 4),
        ("", None), ("x", None), ("1,2,3", None), ("1e5", None), ("٣", None), ("9" * 20, None),
    ],
)  # fmt: skip
def test_numbers_are_read_as_they_are_typed(typed: str, number: float | None) -> None:
    assert read_number(typed) == number


@pytest.mark.parametrize(
    ("typed", "figure"),
    [
        ("46 %", Figure(46, None, is_percent=True)), ("46,5%", Figure(46.5, None, is_percent=True)),
        ("72 of 212", Figure(72, 212)), ("72/212", Figure(72, 212)), ("3 out of 4", Figure(3, 4)),
        ("n/a", Figure()), ("–", Figure()), ("72/0", None), ("school break", None), ("% 4", None),
    ],
)  # fmt: skip
def test_cells_are_read_as_figures(typed: str, figure: Figure | None) -> None:
    assert read_figure(typed) == figure


def test_a_table_of_one_measure_needs_no_heading() -> None:
    pasted = read("14 Aug\t34 %\n8/21/2026\t36\n2026-08-28\t\n")
    assert numbers(pasted) == [
        ("2026-08-14", "", 34), ("2026-08-21", "", 36), ("2026-08-28", "", None),
    ]  # fmt: skip
    assert pasted.unread == ()


def test_days_without_a_year_go_on_from_the_day_before() -> None:
    pasted = read("18 Dec 2025\t1\n8 Jan\t2\n")
    assert [it.reading.day.year for it in pasted.found] == [2025, 2026]


def test_the_heading_names_subgroups_of_the_measure_in_view() -> None:
    pasted = read("Week\tAll\tRiver\tHills\tNotes\r\n14 Aug\t30\t20\t\tHeat\r\n")
    assert numbers(pasted) == [("2026-08-14", "", 30), ("2026-08-14", "River", 20)]
    workbook = edits.paste_readings(fresh(), pasted)
    assert calls(workbook).subgroups == ("River",)
    assert {it.note for it in calls(workbook).readings} == {"Heat"}
    assert faults(workbook) == ()
    assert [*pasted_words(pasted)] == ["2 numbers were read.", "Line 1 was read as the heading."]


def test_the_heading_names_measures() -> None:
    pasted = read("\tcalls\tTexts\tVisits\n14 Aug\t3\t4\t5\n", "")
    assert [(it.measure_id, it.reading.value) for it in pasted.found] == [
        (CALLS, 3), (key("texts"), 4),
    ]  # fmt: skip
    assert [it.words for it in pasted.unread] == [
        "Line 1: No measure is called “Visits”, so this column was not read.",
    ]


def test_counts_of_so_many_stand_in_two_columns_or_in_one() -> None:
    for table in ("Week\tDone\tOf\t%\n14 Aug\t72\t212\t34\n", "14 Aug\t72 of 212\n"):
        (found,) = read(table).found
        assert (found.reading.value, found.reading.of) == (72, 212)


@pytest.mark.parametrize(
    ("table", "words"),
    [
        ("school break\t4\n14 Aug\t3", "Line 1: “school break” is no day such as 14 Aug or"),
        ("14 Aug\tbreak", "Line 1: “break” is no number."),
        ("14 Aug\t3\n\n14 Aug\t4", "Line 3: 14 August stands here twice; the first one counts."),
        ("14 Aug\t3\t9", "Line 1: Only columns with a heading were read."),
        ("14 Aug", ""),
        ("Day\tCalls\n14 Aug\t3\t\t9", "Line 2: Only columns with a heading were read."),
        ("1 Jan 1066\t4", "Line 1: “1 Jan 1066” is no day"),
    ],
)
def test_what_cannot_be_read_is_said_line_by_line(table: str, words: str) -> None:
    pasted = read(table)
    assert bool(pasted.unread) == bool(words)
    assert all(it.words.startswith(words) for it in pasted.unread)


def test_a_missing_number_takes_nothing_away() -> None:
    pasted = read("14 Aug\tn/a\n21 Aug\tn/a", workbook=counting())
    assert [it.words for it in pasted.unread] == [
        "Line 1: 14 August has a number already; it stays."
    ]
    workbook = edits.paste_readings(counting(), pasted)
    assert [it.value for it in calls(workbook).readings] == [20.5, None, 12, 9]


def test_pasted_numbers_stand_in_place_of_older_ones_and_bring_their_unit() -> None:
    pasted = read("14 Aug\t21 %\n21 Aug\t22%", workbook=counting())
    workbook = edits.paste_readings(counting(), pasted)
    assert calls(workbook).unit == "%"
    assert [(it.value, it.note) for it in calls(workbook).readings[:2]] == [(21, "Heat"), (22, "")]
    assert [*pasted_words(pasted)] == ["2 numbers were read."]
    assert calls(workbook).readings[0].day == AUG


def test_nothing_is_pasted_where_nothing_can_be_read() -> None:
    with pytest.raises(EditError, match="is no day"):
        edits.paste_readings(fresh(), read("Dear all\t4"))
    with pytest.raises(EditError, match="nothing to paste"):
        edits.paste_readings(fresh(), read(" \n\t\n"))


cells = st.sampled_from(
    ["14 Aug", "2026-08-21", "3", "4,5 %", "n/a", "", " ", "Calls", "River", "Note", "Of", "x",
     "1/2", "12/1", "%", "All"]
) | st.text(max_size=4)  # fmt: skip
tables = st.lists(st.lists(cells, min_size=1, max_size=4).map("\t".join), max_size=6)


@given(lines=tables, in_view=st.booleans())
def test_no_line_is_lost_silently(lines: list[str], in_view: bool) -> None:
    text = "\n".join(lines)
    workbook = counting()
    pasted = read_table(workbook, text, TODAY, CALLS if in_view else "")
    split = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    full = [at for at, it in enumerate(split, 1) if it.strip()]
    told = {it.line for it in pasted.found} | {it.line for it in pasted.unread}
    assert told | ({pasted.heading} - {0}) == set(full)
    if pasted.found:
        assert faults(edits.paste_readings(workbook, pasted)) == ()


@given(st.integers(-(10**9), 10**9), st.sampled_from([0, 1, 2, 3]))
def test_numbers_that_are_said_are_read_again(number: int, places: int) -> None:
    value = number / 10**places
    assert read_number(number_text(value)) == value
