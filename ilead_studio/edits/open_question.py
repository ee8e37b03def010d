"""Edits of open questions that somebody noted."""

from typing import Final

from ilead_studio.edits.parts import changed, exchanged, fitting, gone, placed, there, words_for
from ilead_studio.model import OpenQuestion, Workbook, replace
from ilead_studio.model.sound_votes import askable

_SAID: Final = OpenQuestion.model_fields.keys() - {"id"}


def note_question(
    workbook: Workbook, new_id: str, text: str, item_id: str | None = None, who: str = ""
) -> Workbook:
    """Note an open question, about an item or about none, with who could find out.

    Raises:
        EditError: if it has no words, or the item is not there.
    """
    _refuse_missing(workbook, item_id)
    made = changed(OpenQuestion(id=new_id, text=words_for(text)), item_id=item_id, who=who)
    return replace(workbook, questions=(*workbook.questions, made))


def put_question(workbook: Workbook, question_id: str, **fields: object) -> Workbook:
    """Change ``text``, ``who`` or ``item_id`` of a question, or the day it was ``answered``.

    None as the day opens it again.

    Raises:
        EditError: if it is not there, or something does not fit.
    """
    was = _question(workbook, question_id)
    now = changed(was, **fitting(fields, _SAID, text=words_for))
    if "item_id" in fields:
        _refuse_missing(workbook, now.item_id)
    return replace(workbook, questions=exchanged(workbook.questions, {question_id: now}))


def move_question(workbook: Workbook, question_id: str, before: str | None) -> Workbook:
    """Put a question before another one, or last."""
    moved = _question(workbook, question_id)
    return replace(workbook, questions=placed(workbook.questions, moved, before))


def delete_question(workbook: Workbook, question_id: str) -> Workbook:
    """Take a question off the list."""
    lost = _question(workbook, question_id)
    return replace(workbook, questions=tuple(it for it in workbook.questions if it is not lost))


def _question(workbook: Workbook, question_id: str) -> OpenQuestion:
    return there(next((it for it in workbook.questions if it.id == question_id), None))


def _refuse_missing(workbook: Workbook, item_id: str | None) -> None:
    if item_id is not None and item_id not in set(askable(workbook)):
        raise gone()
