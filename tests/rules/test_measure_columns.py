"""The columns and cells of a measure's table, and the day that is proposed next."""

from datetime import date, timedelta

from measures import CALLS, SEP, calls, counting
from workbooks import key

from ilead_studio import edits
from ilead_studio.model import Measure, SchoolCalendar
from ilead_studio.model.days import Break
from ilead_studio.rules.measure_cells import (
    cell_name,
    cell_words,
    columns,
    next_day,
    typed_words,
)
from ilead_studio.rules.measures import table_rows

FRIDAY = date(2026, 11, 13)
SCHOOL = SchoolCalendar(breaks=(
    Break(id=key("break"), name="Thanksgiving", first=date(2026, 11, 25), last=date(2026, 11, 27)),
))  # fmt: skip


def of_days(*days: date, often: str = "") -> Measure:
    workbook = edits.put_measure(
        edits.add_measure(counting(), key("m"), "M"), key("m"), often=often
    )
    for day in days:
        workbook = edits.put_reading(workbook, key("m"), day, 1)
    return workbook.measures[-1]


def test_counts_of_so_many_have_their_columns() -> None:
    assert [it.heading for it in columns(calls(counting()))] == [
        "Day", "All", "Hills", "River", "Note",
    ]  # fmt: skip
    workbook = edits.put_measure(counting(), CALLS, subgroups=("River",), denominator="Seniors")
    measure = calls(edits.write_of(workbook, CALLS, SEP, "River", "40"))
    assert [cell_name(measure, it) for it in columns(measure)] == [
        "Day", "All", "Of, All", "%, All", "River", "Of, River", "%, River", "Note",
    ]  # fmt: skip
    row = table_rows(measure)[-1]
    assert [cell_words(measure, row, it) for it in columns(measure)] == [
        "4 Sep", "12", "", "", "9", "40", "22.5", "",
    ]  # fmt: skip
    assert [typed_words(measure, row, it) for it in columns(measure)][:3] == ["4 Sep", "12", ""]


def test_a_day_that_lacks_its_number_says_so() -> None:
    measure = of_days(FRIDAY)
    workbook = edits.put_reading(counting(), CALLS, FRIDAY, None, note="Closed")
    row = table_rows(calls(workbook))[-1]
    every = columns(calls(workbook))
    assert [cell_words(calls(workbook), row, it) for it in every] == [
        "13 Nov", "missing", "", "", "Closed",
    ]  # fmt: skip
    assert typed_words(calls(workbook), row, every[1]) == ""
    assert columns(measure)[1].heading == "Number"
    share = edits.put_measure(counting(), CALLS, subgroups=("River",), unit="%")
    share = edits.delete_readings(share, CALLS, [(SEP, "River")])
    alone = calls(edits.put_measure(share, CALLS, subgroups=(), denominator="Seniors"))
    assert [it.heading for it in columns(alone)] == ["Day", "Counted", "Of", "%", "Note"]


def test_the_next_day_is_as_far_on_as_the_last_ones_were_apart() -> None:
    week, nothing = timedelta(weeks=1), SchoolCalendar()
    assert next_day(of_days(), nothing, FRIDAY) == FRIDAY
    assert next_day(of_days(FRIDAY), nothing, FRIDAY) == FRIDAY + week
    assert next_day(of_days(FRIDAY, often="every two weeks"), nothing, FRIDAY) == FRIDAY + 2 * week
    assert next_day(of_days(FRIDAY - week, FRIDAY), nothing, FRIDAY) == FRIDAY + week
    monthly = of_days(date(2026, 10, 31), date(2026, 11, 30))
    assert next_day(monthly, nothing, FRIDAY) == date(2026, 12, 30)
    assert next_day(of_days(date(2026, 12, 31), often="monthly"), nothing, FRIDAY) == date(
        2027, 2, 1
    )
    assert next_day(of_days(FRIDAY, often="daily"), nothing, FRIDAY) == date(2026, 11, 16)


def test_no_day_without_school_is_proposed_where_all_were_school_days() -> None:
    week = timedelta(weeks=1)
    assert next_day(of_days(FRIDAY, FRIDAY + week), SCHOOL, FRIDAY) == date(2026, 12, 4)
    saturday = FRIDAY + timedelta(days=1)
    assert next_day(of_days(saturday, saturday + week), SCHOOL, FRIDAY) == date(2026, 11, 28)
