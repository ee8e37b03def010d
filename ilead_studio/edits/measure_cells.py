"""Edits of one cell in the table of a measure: a number, of how many it is, a note for a day."""

from datetime import date

from ilead_studio.edits.measure import delete_readings, put_measure, put_reading, the_measure
from ilead_studio.errors import EditError
from ilead_studio.model import Measure, Reading, Workbook
from ilead_studio.rules.numbers import Figure, read_figure
from ilead_studio.words import say, short


def write_number(
    workbook: Workbook, measure_id: str, day: date, subgroup: str, typed: str
) -> Workbook:
    """Write what was typed as the number of a day: "34 %", "72 of 212", "n/a" for a missing one.

    A first number with % gives the measure that unit. A number that says nothing of how many it
    is keeps what was known of that. No words take the number out.

    Raises:
        EditError: if it is no number.
    """
    measure = the_measure(workbook, measure_id)
    if not typed.strip():
        return delete_readings(workbook, measure_id, [(day, subgroup)])
    figure = _figure(typed)
    if figure.is_percent and not measure.unit:
        workbook = put_measure(workbook, measure_id, unit="%")
    was = _reading(measure, day, subgroup)
    keeps = was is not None and figure.value is not None and not figure.is_percent
    of = was.of if was and keeps and figure.of is None else figure.of
    return put_reading(workbook, measure_id, day, figure.value, subgroup, of=of)


def write_of(workbook: Workbook, measure_id: str, day: date, subgroup: str, typed: str) -> Workbook:
    """Write of how many the number of a day is a count; no words, of none.

    Raises:
        EditError: if it is no number above 0.
    """
    was = _reading(the_measure(workbook, measure_id), day, subgroup)
    of = _figure(typed).value if typed.strip() else None
    value = was.value if was else None
    return put_reading(workbook, measure_id, day, value, subgroup, of=of)


def write_note(workbook: Workbook, measure_id: str, day: date, note: str) -> Workbook:
    """Write the note of a day; it stands with the first number of the day.

    A day without numbers is one whose number is missing.
    """
    readings = [it for it in the_measure(workbook, measure_id).readings if it.day == day]
    if not readings and not note.strip():
        return workbook
    for it in readings[1:]:
        workbook = put_reading(workbook, measure_id, day, it.value, it.subgroup, note="")
    first = readings[0] if readings else Reading(day=day)
    return put_reading(workbook, measure_id, day, first.value, first.subgroup, note=note)


def _figure(typed: str) -> Figure:
    figure = read_figure(typed)
    if figure is None:
        words = say("“{words}” is no number. Type it as 34, 34 % or 72 of 212.", words=short(typed))
        raise EditError(words)
    return figure


def _reading(measure: Measure, day: date, subgroup: str) -> Reading | None:
    known = (it for it in measure.readings if (it.day, it.subgroup) == (day, subgroup))
    return next(known, None)
