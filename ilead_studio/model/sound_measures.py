"""What must hold of measures and of what names them: a part of soundness."""

from collections.abc import Iterator

from ilead_studio.model.measure import Measure, in_order
from ilead_studio.model.sound_cycles import Said
from ilead_studio.model.workbook import Workbook
from ilead_studio.words import say


def said_of_measures(workbook: Workbook) -> Iterator[Said]:
    """Find what does not hold of measures, and names of measures that are not there."""
    for measure in workbook.measures:
        yield from said_of_measure(measure)
    names = {it.id: it.name for it in workbook.measures}
    for item_id, ref, measure_id, name in _chosen(workbook):
        if measure_id not in names:
            message = say("{ref} is measured by something that is not there.", ref=ref)
            yield "measure-missing", item_id, message
        elif name is not None and name != names[measure_id]:
            message = say("{ref} calls a measure otherwise than it is called.", ref=ref)
            yield "measure-name-differs", item_id, message


def said_of_measure(measure: Measure) -> Iterator[Said]:
    """Find what does not hold within one measure."""
    first, last = measure.baseline_first, measure.baseline_last
    if first and last and last < first:
        message = say("The baseline of “{name}” ends before it begins.", name=measure.name)
        yield "baseline-turned", measure.id, message
    if len(set(measure.subgroups)) < len(measure.subgroups):
        message = say("“{name}” has a subgroup twice.", name=measure.name)
        yield "subgroup-doubled", measure.id, message
    if not {it.subgroup for it in measure.readings} <= {"", *measure.subgroups}:
        message = say("“{name}” has numbers of a subgroup that is not there.", name=measure.name)
        yield "subgroup-missing", measure.id, message
        return
    places = {(it.day, it.subgroup) for it in measure.readings}
    ordered = in_order(measure, measure.readings) == measure.readings
    if len(places) < len(measure.readings) or not ordered:
        message = say("The days of “{name}” are not in order.", name=measure.name)
        yield "readings-mixed", measure.id, message


def _chosen(workbook: Workbook) -> Iterator[tuple[str, str, str, str | None]]:
    """Give all that names a measure: its id, its reference, the measure, and what it calls it.

    Aims and data plans have words of their own for it.
    """
    for theory in workbook.theories:
        if theory.measure_id:
            yield theory.id, theory.ref, theory.measure_id, None
        for driver in theory.drivers:
            called = ((it.measure_id, it.name) for it in driver.measures)
            yield from ((driver.id, driver.ref, it, name) for it, name in called if it)
    for idea in workbook.ideas:
        besides = ((it.measure_id, it.measure) for it in idea.consequences)
        yield from ((idea.id, idea.ref, it, name) for it, name in besides if it)
    for cycle in workbook.cycles:
        lines = (it.measure_id for it in cycle.data)
        yield from ((cycle.id, cycle.ref, it, None) for it in lines if it)
