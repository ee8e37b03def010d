"""Edits of what a measure belongs to: it is named there, or named no longer."""

from ilead_studio.edits.cycle import the_cycle, with_cycle
from ilead_studio.edits.cycle_lines import add_line, change_line
from ilead_studio.edits.fields import put
from ilead_studio.edits.measure import measure_driver, the_measure
from ilead_studio.edits.parts import changed, gone
from ilead_studio.model import Driver, Idea, Workbook, find, replace
from ilead_studio.rules.measure_ties import Tie


def tie_measure(workbook: Workbook, measure_id: str, tie: Tie, new_id: str) -> Workbook:
    """Let an aim, a driver, a consequence of an idea, or a cycle name a measure.

    ``new_id`` is for the line that a cycle's data plan gets.

    Raises:
        EditError: if the measure or what is to name it is not there.
    """
    measure = the_measure(workbook, measure_id)
    match tie.kind:
        case "driver":
            return measure_driver(workbook, tie.item_id, measure_id)
        case "aim":
            return put(workbook, [tie.item_id], measure_id=measure_id)
        case "consequence":
            return _consequence(workbook, tie, measure.name, measure_id)
        case "cycle":
            workbook = add_line(workbook, tie.item_id, "data", new_id, measure.name)
            return change_line(workbook, tie.item_id, new_id, measure_id=measure_id)


def untie_measure(workbook: Workbook, measure_id: str, tie: Tie) -> Workbook:
    """Let something that names a measure name it no longer; a data plan keeps its words.

    Raises:
        EditError: if what names it is not there.
    """
    match tie.kind:
        case "driver":
            driver = find(workbook, tie.item_id)
            if not isinstance(driver, Driver):
                raise gone()
            left = tuple(it for it in driver.measures if it.measure_id != measure_id)
            return put(workbook, [tie.item_id], measures=left)
        case "aim":
            return put(workbook, [tie.item_id], measure_id=None)
        case "consequence":
            return _consequence(workbook, tie, "", None)
        case "cycle":
            return _untie_cycle(workbook, measure_id, tie.item_id)


def _consequence(workbook: Workbook, tie: Tie, name: str, measure_id: str | None) -> Workbook:
    idea = find(workbook, tie.item_id)
    if not isinstance(idea, Idea) or tie.at >= len(idea.consequences):
        raise gone()
    now = [*idea.consequences]
    now[tie.at] = replace(now[tie.at], measure=name, measure_id=measure_id)
    return put(workbook, [tie.item_id], consequences=tuple(now))


def _untie_cycle(workbook: Workbook, measure_id: str, cycle_id: str) -> Workbook:
    cycle = the_cycle(workbook, cycle_id)
    lines = tuple(
        replace(it, measure_id=None) if it.measure_id == measure_id else it for it in cycle.data
    )
    return with_cycle(workbook, changed(cycle, data=lines))
