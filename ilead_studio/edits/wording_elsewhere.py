"""Replacing words in problems and cycles: through their own edits, which keep what is frozen."""

from collections.abc import Iterator

from ilead_studio.edits.cycle import PUTTABLE, put_cycle, the_cycle
from ilead_studio.edits.cycle_lines import change_line
from ilead_studio.edits.problem import put_problem
from ilead_studio.errors import EditError
from ilead_studio.model import Cycle, DataLine, Line, Question, Task, Workbook
from ilead_studio.model.cycle import lines_of
from ilead_studio.rules.find import Place
from ilead_studio.words import say


def put_words(workbook: Workbook, place: Place, text: str) -> Workbook:
    """Return the workbook with other words in a place of a problem or a cycle.

    Raises:
        EditError: if they do not fit, are frozen, or the place is not there.
    """
    if place.section == "problem":
        return put_problem(workbook, place.item_id, **{place.field: text})
    if place.field in PUTTABLE:
        return put_cycle(workbook, place.item_id, **{place.field: text})
    held = tuple(_lines(the_cycle(workbook, place.item_id), place))
    if not held:
        raise EditError(say("An amendment stays as it was written."))
    for line, field in held:
        workbook = change_line(workbook, place.item_id, line.id, **{field: text})
    return workbook


def _lines(cycle: Cycle, place: Place) -> Iterator[tuple[Line, str]]:
    """Return the lines of a cycle that say a text in a place, each with the field of it."""
    named = {"questions": Question, "tasks": Task, "data": DataLine}
    kind, field = named.get(place.field), place.field
    if kind is not None:
        field = "text"
    for line in lines_of(cycle):
        if (kind is None or isinstance(line, kind)) and getattr(line, field, None) == place.text:
            yield line, field
