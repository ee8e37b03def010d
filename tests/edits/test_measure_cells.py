"""The table of a measure, cell by cell as it is typed."""

from datetime import date

import pytest
from measures import AUG, CALLS, SEP, calls, counting

from ilead_studio import edits
from ilead_studio.errors import EditError
from ilead_studio.model import Reading, Workbook

OCT = date(2026, 10, 2)


def read(workbook: Workbook, day: date, subgroup: str = "") -> Reading:
    return next(it for it in calls(workbook).readings if (it.day, it.subgroup) == (day, subgroup))


def test_a_number_is_typed_in_any_usual_way() -> None:
    workbook = edits.write_number(counting(), CALLS, OCT, "", "72 of 212")
    assert (read(workbook, OCT).value, read(workbook, OCT).of) == (72, 212)
    workbook = edits.write_number(workbook, CALLS, OCT, "", "80")
    assert (read(workbook, OCT).value, read(workbook, OCT).of) == (80, 212)
    workbook = edits.write_number(workbook, CALLS, OCT, "", "34 %")
    assert (read(workbook, OCT).value, read(workbook, OCT).of) == (34, None)
    assert calls(workbook).unit == "%"
    workbook = edits.write_number(workbook, CALLS, OCT, "", "n/a")
    assert read(workbook, OCT).value is None
    assert OCT not in {it.day for it in calls(edits.write_number(
        workbook, CALLS, OCT, "", " ")).readings}  # fmt: skip


def test_what_is_no_number_is_refused_in_words() -> None:
    for write in (edits.write_number, edits.write_of):
        with pytest.raises(EditError, match="“many” is no number"):
            write(counting(), CALLS, OCT, "", "many")


def test_of_how_many_stands_in_a_cell_of_its_own() -> None:
    workbook = edits.write_of(counting(), CALLS, SEP, "River", "40")
    assert (read(workbook, SEP, "River").value, read(workbook, SEP, "River").of) == (9, 40)
    assert read(edits.write_of(workbook, CALLS, SEP, "River", ""), SEP, "River").of is None


def test_a_day_has_one_note() -> None:
    workbook = edits.put_reading(counting(), CALLS, SEP, 9, "River", note="Rain")
    workbook = edits.write_note(workbook, CALLS, SEP, "Storm")
    assert [it.note for it in calls(workbook).readings if it.day == SEP] == ["Storm", ""]
    assert read(edits.write_note(workbook, CALLS, OCT, "Closed"), OCT).value is None
    assert edits.write_note(workbook, CALLS, OCT, "") is workbook
    assert read(edits.write_note(workbook, CALLS, AUG, ""), AUG).note == ""
