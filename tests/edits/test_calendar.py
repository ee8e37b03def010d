"""The school calendar: the year, its breaks, and the length of a cycle."""

from datetime import date
from typing import Any

import pytest
from workbooks import both, key

from ilead_studio import edits
from ilead_studio.errors import EditError
from ilead_studio.model import Workbook, faults

WINTER = (date(2026, 12, 21), date(2027, 1, 1))


def with_winter() -> Workbook:
    return edits.add_break(both(), key("winter"), " Winter break ", *WINTER)


def test_the_year_and_the_length_of_a_cycle_are_set() -> None:
    assert both().calendar.cycle_weeks == 8
    year = {"first": date(2026, 8, 24), "last": date(2027, 6, 11)}
    workbook = edits.put_calendar(both(), cycle_weeks=6, **year)
    assert (workbook.calendar.cycle_weeks, workbook.calendar.first) == (6, year["first"])
    assert faults(workbook) == ()
    with pytest.raises(EditError, match="end before it begins"):
        edits.put_calendar(workbook, last=date(2026, 1, 1))


@pytest.mark.parametrize("fields", [{"cycle_weeks": 0}, {"first": "May"}, {"breaks": ()}])
def test_what_does_not_fit_is_refused(fields: dict[str, Any]) -> None:
    with pytest.raises(EditError, match="does not fit"):
        edits.put_calendar(both(), **fields)


def test_breaks_stand_in_the_order_of_their_days() -> None:
    day = date(2026, 11, 26)
    workbook = edits.add_break(with_winter(), key("thanks"), "Thanksgiving", day, day)
    assert [it.name for it in workbook.calendar.breaks] == ["Thanksgiving", "Winter break"]
    assert faults(workbook) == ()


def test_a_break_is_changed_and_taken_out() -> None:
    workbook = edits.change_break(
        with_winter(), key("winter"), name="Holidays", parties=(key("party"),)
    )
    (off,) = workbook.calendar.breaks
    assert (off.name, off.parties, off.first) == ("Holidays", (key("party"),), WINTER[0])
    assert edits.delete_break(workbook, key("winter")).calendar.breaks == ()


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        ({"name": " "}, "needs words"),
        ({"last": date(2026, 1, 1)}, "end before it begins"),
        ({"first": "soon"}, "does not fit"),
        ({"parties": (key("nobody"),)}, "no longer"),
        ({"id": key("other")}, "does not fit"),
    ],
)
def test_a_break_takes_what_fits(fields: dict[str, Any], why: str) -> None:
    with pytest.raises(EditError, match=why):
        edits.change_break(with_winter(), key("winter"), **fields)
    with pytest.raises(EditError, match="no longer"):
        edits.change_break(both(), key("winter"), name="Winter")


def test_a_new_break_needs_a_name_and_days_in_order() -> None:
    for name, days in (("", WINTER), ("Winter", WINTER[::-1])):
        with pytest.raises(EditError):
            edits.add_break(both(), key("winter"), name, *days)
