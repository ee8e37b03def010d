"""Edits of measures: making one, every field, its subgroups, and the numbers in its table."""

from collections.abc import Collection
from datetime import date
from functools import partial
from typing import Final

from ilead_studio.edits.everywhere import everywhere, without
from ilead_studio.edits.measure_names import measured
from ilead_studio.edits.parts import (
    changed,
    exchanged,
    fitting,
    gone,
    placed,
    swapped,
    there,
    words_for,
)
from ilead_studio.errors import EditError
from ilead_studio.model import Measure, MeasureKind, MeasureName, Reading, Workbook, find, replace
from ilead_studio.model.days import FIRST_DAY
from ilead_studio.model.driver import Driver
from ilead_studio.model.measure import in_order
from ilead_studio.model.sound_measures import said_of_measure
from ilead_studio.rules.days import day_words
from ilead_studio.rules.measure_table import Pasted
from ilead_studio.rules.measures import measure_called, measure_with_id
from ilead_studio.words import say

_PUT: Final = Measure.model_fields.keys() - {"id", "readings", "parties", "only_for"}
"""All that has no edit of its own."""


def add_measure(
    workbook: Workbook, new_id: str, name: str, kind: MeasureKind = "process"
) -> Workbook:
    """Add a measure; drivers and consequences that know it by this name are measured by it.

    Raises:
        EditError: if it has no name, or another one is called so.
    """
    made = changed(Measure(id=new_id, name=_name(workbook, name)), kind=kind)
    return _meaning(replace(workbook, measures=(*workbook.measures, made)))


def put_measure(workbook: Workbook, measure_id: str, **fields: object) -> Workbook:
    """Give a measure other values, such as ``unit="%"``; what names it calls it by its new name.

    Raises:
        EditError: if it is not there, another one is called so, a subgroup with numbers would go,
            or a value does not fit.
    """
    was = the_measure(workbook, measure_id)
    named = partial(_name, workbook, but=measure_id)
    now = changed(was, **fitting(fields, _PUT, name=named))
    if {it.subgroup for it in now.readings} <= {"", *now.subgroups}:
        now = replace(now, readings=in_order(now, now.readings))
    workbook = with_measure(workbook, now)
    return _meaning(workbook) if "name" in fields else workbook


def _meaning(workbook: Workbook) -> Workbook:
    return everywhere(workbook, lambda record: measured(workbook, record))


def _name(workbook: Workbook, name: str, but: str = "") -> str:
    words = words_for(name)
    other = measure_called(workbook, words)
    if other and other.id != but:
        raise EditError(say("There is a measure called “{name}” already.", name=other.name))
    return words


def the_measure(workbook: Workbook, measure_id: str) -> Measure:
    """Return the measure with an id.

    Raises:
        EditError: if there is none.
    """
    return there(measure_with_id(workbook, measure_id))


def with_measure(workbook: Workbook, measure: Measure) -> Workbook:
    """Return the workbook with a measure in place of that of the same id.

    Raises:
        EditError: if it would not hold.
    """
    for _, _, message in said_of_measure(measure):
        raise EditError(message)
    return replace(workbook, measures=swapped(workbook.measures, measure))


def move_measure(workbook: Workbook, measure_id: str, before: str | None) -> Workbook:
    """Put a measure before another one in the list, or last."""
    moved = the_measure(workbook, measure_id)
    return replace(workbook, measures=placed(workbook.measures, moved, before))


def delete_measure(workbook: Workbook, measure_id: str) -> Workbook:
    """Delete a measure with its numbers; nothing is measured by it any more."""
    the_measure(workbook, measure_id)
    return without(workbook, {measure_id})


def measure_driver(workbook: Workbook, driver_id: str, measure_id: str) -> Workbook:
    """Let a driver be measured by a measure too; nothing changes if it is so already."""
    driver, measure = find(workbook, driver_id), the_measure(workbook, measure_id)
    if not isinstance(driver, Driver):
        raise gone()
    if any(it.measure_id == measure_id for it in driver.measures):
        return workbook
    named = MeasureName(name=measure.name, measure_id=measure_id)
    now = replace(driver, measures=(*driver.measures, named))
    theories = (
        replace(page, drivers=exchanged(page.drivers, {driver_id: now}))
        if driver in page.drivers else page for page in workbook.theories
    )  # fmt: skip
    return replace(workbook, theories=tuple(theories))


def rename_subgroup(workbook: Workbook, measure_id: str, old: str, new: str) -> Workbook:
    """Call a subgroup otherwise, in its numbers too.

    Raises:
        EditError: if it is not there, or another one is called so.
    """
    measure, words = the_measure(workbook, measure_id), words_for(new)
    if old not in measure.subgroups:
        raise gone()
    return with_measure(workbook, changed(
        measure,
        subgroups=tuple(words if it == old else it for it in measure.subgroups),
        readings=tuple(
            replace(it, subgroup=words) if it.subgroup == old else it for it in measure.readings
        ),
    ))  # fmt: skip


def put_reading(
    workbook: Workbook,
    measure_id: str,
    day: date,
    value: float | None,
    subgroup: str = "",
    **fields: object,
) -> Workbook:
    """Write the number of a day, of all or of a subgroup, in place of one that was there.

    None says that it is missing. ``fields`` are ``of`` (of how many it is a count) and ``note``.

    Raises:
        EditError: if the measure or the subgroup is not there, or the number does not fit.
    """
    measure = the_measure(workbook, measure_id)
    if subgroup not in ("", *measure.subgroups):
        raise gone()
    old = {_place(it): it for it in measure.readings}
    made = old.get((day, subgroup), Reading(day=FIRST_DAY, subgroup=subgroup))
    now = changed(made, **fields | {"day": day, "value": value})
    return with_measure(workbook, _having(measure, old | {_place(now): now}))


def _place(reading: Reading) -> tuple[date, str]:
    return reading.day, reading.subgroup


def _having(measure: Measure, readings: dict[tuple[date, str], Reading]) -> Measure:
    return replace(measure, readings=in_order(measure, tuple(readings.values())))


def delete_readings(
    workbook: Workbook, measure_id: str, places: Collection[tuple[date, str]]
) -> Workbook:
    """Take numbers out of a table; each place is a day and a subgroup, empty for that of all."""
    measure = the_measure(workbook, measure_id)
    left = tuple(it for it in measure.readings if _place(it) not in places)
    return with_measure(workbook, replace(measure, readings=left))


def move_readings(workbook: Workbook, measure_id: str, day: date, to: date) -> Workbook:
    """Let all numbers of a day be those of another day.

    Raises:
        EditError: if that day has numbers of its own.
    """
    measure = the_measure(workbook, measure_id)
    if to != day and any(it.day == to for it in measure.readings):
        raise EditError(say("{day} has numbers already.", day=day_words(to)))
    moved = (changed(it, day=to) if it.day == day else it for it in measure.readings)
    return with_measure(workbook, _having(measure, {_place(it): it for it in moved}))


def paste_readings(workbook: Workbook, pasted: Pasted) -> Workbook:
    """Write what could be read of a pasted table; headings that nobody knew become subgroups.

    Raises:
        EditError: if nothing could be read.
    """
    if not pasted.found:
        why = pasted.unread[0].words if pasted.unread else say("There is nothing to paste.")
        raise EditError(why)
    for measure_id in dict.fromkeys(it.measure_id for it in pasted.found):
        new = [it.reading for it in pasted.found if it.measure_id == measure_id]
        measure = _with_subgroups(the_measure(workbook, measure_id), new)
        if measure_id in pasted.percents and not measure.unit:
            measure = replace(measure, unit="%")
        known = {_place(it): it for it in measure.readings}
        for it in new:
            note = it.note or getattr(known.get(_place(it)), "note", "")
            known[_place(it)] = replace(it, note=note)
        workbook = with_measure(workbook, _having(measure, known))
    return workbook


def _with_subgroups(measure: Measure, new: Collection[Reading]) -> Measure:
    named = dict.fromkeys((*measure.subgroups, *(it.subgroup for it in new if it.subgroup)))
    return changed(measure, subgroups=tuple(named))
