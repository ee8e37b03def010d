"""What follows from other records of a workbook, made to follow again after a merge.

Linked copies say what their originals say, drivers and ideas call a measure what it is called,
readings stand in the order of their days, and what was dismissed goes with its item.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Final

from ilead_studio.model import (
    Cause,
    Driver,
    Fishbone,
    Idea,
    Measure,
    Theory,
    Workbook,
    advised,
    replace,
)
from ilead_studio.model.driver import MeasureName
from ilead_studio.model.idea import Consequence
from ilead_studio.model.measure import in_order
from ilead_studio.model.record import R
from ilead_studio.model.soundness import OWN

_SHARED: Final = tuple(name for name in Cause.model_fields if name not in OWN)


def settled(workbook: Workbook) -> Workbook:
    """Return the workbook in which linked copies, names of measures and so on follow again."""
    names = {it.id: it.name for it in workbook.measures}
    theories = _each(workbook.theories, lambda it: _called(it, names))
    ideas = _each(workbook.ideas, lambda it: _balanced(it, names))
    made: dict[str, object] = {
        "fishbones": _kept(workbook.fishbones, tuple(_with_copies(workbook))),
        "theories": theories,
        "ideas": ideas,
        "measures": _each(workbook.measures, _sorted_readings),
    }
    other = {name: it for name, it in made.items() if it is not getattr(workbook, name)}
    workbook = replace(workbook, **other) if other else workbook
    if not workbook.dismissed:
        return workbook
    known = advised(workbook)
    left = tuple(it for it in workbook.dismissed if it.item_id in known)
    return workbook if left == workbook.dismissed else replace(workbook, dismissed=left)


def _kept(old: tuple[R, ...], new: tuple[R, ...]) -> tuple[R, ...]:
    """Return the old records if the new ones are the very same."""
    return old if all(one is it for one, it in zip(new, old, strict=True)) else new


def _each(records: tuple[R, ...], change: Callable[[R], R]) -> tuple[R, ...]:
    return _kept(records, tuple(map(change, records)))


def _with_copies(workbook: Workbook) -> Iterator[Fishbone]:
    causes = {it.id: it for page in workbook.fishbones for it in page.causes}

    def said(cause: Cause) -> Cause:
        original = causes.get(cause.same_as or "")
        if original is None or all(getattr(cause, it) == getattr(original, it) for it in _SHARED):
            return cause
        return replace(cause, **{name: getattr(original, name) for name in _SHARED})

    for page in workbook.fishbones:
        made = _each(page.causes, said)
        yield page if made is page.causes else replace(page, causes=made)


def _called(theory: Theory, names: Mapping[str, str]) -> Theory:
    def named(record: MeasureName) -> MeasureName:
        name = names.get(record.measure_id or "", record.name)
        return record if name == record.name else replace(record, name=name)

    def driver(record: Driver) -> Driver:
        made = _each(record.measures, named)
        return record if made is record.measures else replace(record, measures=made)

    made = _each(theory.drivers, driver)
    return theory if made is theory.drivers else replace(theory, drivers=made)


def _balanced(idea: Idea, names: Mapping[str, str]) -> Idea:
    def named(record: Consequence) -> Consequence:
        name = names.get(record.measure_id or "", record.measure)
        return record if name == record.measure else replace(record, measure=name)

    made = _each(idea.consequences, named)
    return idea if made is idea.consequences else replace(idea, consequences=made)


def _sorted_readings(measure: Measure) -> Measure:
    if not {it.subgroup for it in measure.readings} <= {"", *measure.subgroups}:
        return measure
    made = in_order(measure, measure.readings)
    return measure if made == measure.readings else replace(measure, readings=made)
