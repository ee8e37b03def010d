"""What the page of measures says."""

from datetime import date, timedelta

from measures import AUG, CALLS, SEP, calls, counting
from workbooks import both, key

from ilead_studio import edits
from ilead_studio.model import Workbook
from ilead_studio.rules.find import search
from ilead_studio.rules.measures import (
    about_words,
    figure,
    last_words,
    measure_rows,
    provisional_words,
    reading_words,
    status_words,
    table_rows,
    target_words,
)


def share() -> Workbook:
    workbook = edits.put_measure(
        counting(), CALLS, unit="%", target=65, direction="up", baseline_first=AUG,
        baseline_last=SEP,
    )  # fmt: skip
    return edits.put_reading(workbook, CALLS, date(2026, 11, 20), 98, of=212)


def test_measures_stand_under_what_they_are_for() -> None:
    workbook = edits.add_measure(share(), key("fafsa"), "FAFSA", "outcome")
    assert [(row.words, [it.name for it in row.measures]) for row in measure_rows(workbook)] == [
        ("Outcome", ["FAFSA"]), ("Process", ["Calls"]),
    ]  # fmt: skip
    words = [row.measures[0].words for row in measure_rows(workbook)]
    assert words == ["no numbers yet", "last 46.2 %, 20 Nov · higher is better"]


def test_a_measure_is_told_in_words() -> None:
    measure = calls(share())
    assert about_words(measure) == "Process · weekly · higher is better"
    assert target_words(measure) == "target 65 %"
    assert status_words(measure) == (
        "4 numbers · last 46.2 %, 20 Nov · target 65 % · provisional: under 10 points"
    )
    assert last_words(calls(edits.add_measure(both(), CALLS, "Calls"))) == ""


def test_numbers_of_so_many_are_percentages() -> None:
    last = calls(share()).readings[-1]
    assert figure(last) == 100 * 98 / 212
    assert reading_words(calls(share()), last) == "98 of 212 (46.2 %)"
    assert figure(calls(share()).readings[0]) == 20.5


def test_ten_points_are_no_longer_provisional() -> None:
    workbook = counting()
    assert provisional_words(calls(workbook)) == "provisional: under 10 points"
    for week in range(8):
        day = date(2026, 10, 2) + timedelta(weeks=week)
        assert provisional_words(calls(workbook))
        workbook = edits.put_reading(workbook, CALLS, day, week)
    assert provisional_words(calls(workbook)) == ""
    workbook = edits.put_measure(workbook, CALLS, baseline_last=SEP)
    assert provisional_words(calls(workbook)) == "provisional: under 10 points"


def test_a_measure_of_subgroups_alone_says_the_last_number_of_each() -> None:
    workbook = edits.delete_readings(counting(), CALLS, [(AUG, ""), (SEP, "")])
    assert last_words(calls(workbook)) == "last River 9, 4 Sep"
    workbook = edits.put_reading(workbook, CALLS, SEP, 3, "Hills", of=4)
    assert last_words(calls(workbook)) == "last Hills 75 %, River 9, 4 Sep"


def test_the_table_has_a_column_for_all_and_for_each_subgroup() -> None:
    rows = table_rows(calls(counting()))
    assert [row.words for row in rows] == ["14 Aug", "4 Sep"]
    values = [[it.value if it else None for it in row.readings] for row in rows]
    assert values == [[20.5, None, None], [12, None, 9]]


def test_measures_and_their_notes_are_found() -> None:
    places = search(counting(), "heat").places
    assert [(it.section, it.field, it.text) for it in places] == [("measure", "note", "Heat")]
    assert "measure" in {it.section for it in search(counting(), "calls").places}
