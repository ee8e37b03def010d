"""Edits of the lists of a cycle: its questions, its tasks, and the lines of its data plan."""

from typing import Final, Literal

from ilead_studio.edits.cycle import the_cycle, with_cycle
from ilead_studio.edits.measure_names import meant_by, refuse_unmeasured
from ilead_studio.edits.parts import changed, fitting, gone, placed, swapped, words_for
from ilead_studio.errors import EditError
from ilead_studio.model import Cycle, DataLine, Line, Question, Task, Workbook
from ilead_studio.rules.cycle_steps import why_not_write

ListName = Literal["questions", "tasks", "data"]
"""The lists of a cycle, by the names of their fields."""
_KINDS: Final[dict[ListName, type[Line]]] = {
    "questions": Question,
    "tasks": Task,
    "data": DataLine,
}
_RESULTS: Final = frozenset({"result", "match"})
_OWN: Final = frozenset({"id", "repeats"})
"""What a line has from its making."""


def add_line(
    workbook: Workbook,
    cycle_id: str,
    name: ListName,
    new_id: str,
    text: str,
    before: str | None = None,
) -> Workbook:
    """Add a question, a task or a line of the data plan, before another one or last.

    Raises:
        EditError: if the cycle is not there, the words do not fit, or the questions are frozen.
    """
    cycle = the_cycle(workbook, cycle_id)
    made = _KINDS[name](id=new_id, text=words_for(text))
    if isinstance(made, DataLine):
        made = changed(made, measure_id=meant_by(workbook, made.text, "", None))
    return with_cycle(workbook, changed(cycle, **{name: placed(_lines(cycle, name), made, before)}))


def change_line(workbook: Workbook, cycle_id: str, line_id: str, **fields: object) -> Workbook:
    """Change a question, a task or a line of the data plan, such as ``done=True``.

    Results come after Begin Do; the words, prediction and reason of a question only before.

    Raises:
        EditError: if it is not there, a value does not fit, or the question is frozen.
    """
    cycle = the_cycle(workbook, cycle_id)
    name, line = _found(cycle, line_id)
    if fields.keys() & _RESULTS and (why := why_not_write(cycle)):
        raise EditError(why)
    made = changed(line, **fitting(fields, type(line).model_fields.keys() - _OWN, text=words_for))
    if "measure_id" in fields:
        refuse_unmeasured(workbook, fields["measure_id"])
    elif isinstance(line, DataLine) and "text" in fields:
        meant = meant_by(workbook, made.text, line.text, line.measure_id)
        made = changed(made, measure_id=meant)
    return with_cycle(workbook, changed(cycle, **{name: swapped(_lines(cycle, name), made)}))


def move_line(workbook: Workbook, cycle_id: str, line_id: str, before: str | None) -> Workbook:
    """Put a line before another one of its list, or last.

    Raises:
        EditError: if it is not there, or the questions are frozen.
    """
    cycle = the_cycle(workbook, cycle_id)
    name, line = _found(cycle, line_id)
    return with_cycle(workbook, changed(cycle, **{name: placed(_lines(cycle, name), line, before)}))


def delete_line(workbook: Workbook, cycle_id: str, line_id: str) -> Workbook:
    """Delete a question, a task or a line of the data plan.

    Raises:
        EditError: if it is not there, or the questions are frozen.
    """
    cycle = the_cycle(workbook, cycle_id)
    name, line = _found(cycle, line_id)
    left = tuple(it for it in _lines(cycle, name) if it is not line)
    return with_cycle(workbook, changed(cycle, **{name: left}))


def _lines(cycle: Cycle, name: ListName) -> tuple[Line, ...]:
    match name:
        case "questions":
            return cycle.questions
        case "tasks":
            return cycle.tasks
        case "data":
            return cycle.data


def _found(cycle: Cycle, line_id: str) -> tuple[ListName, Line]:
    for name in _KINDS:
        for line in _lines(cycle, name):
            if line.id == line_id:
                return name, line
    raise gone()
