"""Names of measures: whatever is called like a measure is measured by it.

Drivers and ideas of older files know their measures by name only. A name stays a name, as people
type and change names letter by letter; it becomes the measure when there is one that is called so.
"""

from collections.abc import Mapping
from typing import TypeVar

from ilead_studio.edits.parts import gone
from ilead_studio.model import (
    AnyRecord,
    Consequence,
    Cycle,
    Driver,
    Idea,
    Measure,
    MeasureName,
    Workbook,
    replace,
)
from ilead_studio.rules.measures import measure_called, measure_with_id

T = TypeVar("T", bound=AnyRecord)
_Known = Mapping[str, Measure]


def refuse_unmeasured(workbook: Workbook, measure_id: object) -> None:
    """Refuse what is neither the id of a measure that is there nor None.

    Raises:
        EditError: if it is not.
    """
    if measure_id is not None and all(it.id != measure_id for it in workbook.measures):
        raise gone()


def measured(workbook: Workbook, record: T) -> T:
    """Return a driver, an idea or a cycle whose names of measures mean those that are called so.

    Raises:
        EditError: if it names a measure that is not there.
    """
    if isinstance(record, Driver) and record.measures:
        known = _known(workbook)
        return _put(record, "measures", tuple(_name(it, known) for it in record.measures))
    if isinstance(record, Idea) and record.consequences:
        known = _known(workbook)
        besides = tuple(_consequence(it, known) for it in record.consequences)
        return _put(record, "consequences", besides)
    if isinstance(record, Cycle) and record.data:
        known = _known(workbook)
        lines = (
            it if it.measure_id else replace(it, measure_id=_meant_id(it.text, known))
            for it in record.data
        )
        return _put(record, "data", tuple(lines))
    return record


def meant_by(workbook: Workbook, words: str, was: str, measure_id: str | None) -> str | None:
    """Return the measure that is meant by words of an aim or a data plan, which may say more.

    That is the one that is called so. One that was named by the words before (``was``) is meant
    no longer when they lack its name.
    """
    called = measure_called(workbook, words)
    now = measure_with_id(workbook, measure_id or "")
    if called or now is None:
        return called.id if called else measure_id
    name = now.name.casefold()
    return None if name in was.casefold() and name not in words.casefold() else now.id


def _put(record: T, field: str, value: tuple[object, ...]) -> T:
    return record if value == getattr(record, field) else replace(record, **{field: value})


def _known(workbook: Workbook) -> _Known:
    """Return the measures by their ids, and by their names; ids are never names of measures."""
    by_name = {f"“{it.name}”": it for it in reversed(workbook.measures)}
    return by_name | {it.id: it for it in workbook.measures}


def _meant(name: str, measure_id: str | None, known: _Known) -> Measure | None:
    if measure_id is None:
        return known.get(f"“{name}”")
    if measure_id not in known:
        raise gone()
    return known[measure_id]


def _meant_id(words: str, known: _Known) -> str | None:
    meant = _meant(words, None, known)
    return meant.id if meant else None


def _name(it: MeasureName, known: _Known) -> MeasureName:
    meant = _meant(it.name, it.measure_id, known)
    return replace(it, name=meant.name, measure_id=meant.id) if meant else it


def _consequence(it: Consequence, known: _Known) -> Consequence:
    meant = _meant(it.measure, it.measure_id, known)
    return replace(it, measure=meant.name, measure_id=meant.id) if meant else it
