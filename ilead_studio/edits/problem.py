"""Edits of the problem of practice that a fishbone explains (method, section 2)."""

from typing import Any

from pydantic import ValidationError

from ilead_studio.edits.parts import exchanged, gone, with_page, words_for
from ilead_studio.errors import EditError
from ilead_studio.model import Fishbone, Problem, Workbook, replace
from ilead_studio.words import say


def add_problem(workbook: Workbook, new_id: str, text: str, fishbone_id: str) -> Workbook:
    """Add a problem of practice and let a fishbone explain it.

    Raises:
        EditError: if it has no words, or the fishbone is not there.
    """
    made = Problem(id=new_id, text=words_for(text))
    workbook = replace(workbook, problems=(*workbook.problems, made))
    return link_problem(workbook, fishbone_id, new_id)


def link_problem(workbook: Workbook, fishbone_id: str, problem_id: str | None) -> Workbook:
    """Let a fishbone explain a problem; None for none.

    Raises:
        EditError: if one of the two is not there.
    """
    page = next((it for it in workbook.fishbones if it.id == fishbone_id), None)
    if page is None:
        raise gone()
    if problem_id is not None:
        _problem(workbook, problem_id)
    return with_page(workbook, replace(page, problem_id=problem_id))


def put_problem(
    workbook: Workbook,
    problem_id: str,
    **fields: Any,  # noqa: ANN401 - the fields' own types are checked
) -> Workbook:
    """Change fields of a problem, such as ``population``, for every fishbone that explains it.

    Raises:
        EditError: if it is not there, would have no words, or something does not fit.
    """
    if "text" in fields:
        fields["text"] = words_for(fields["text"])
    try:
        changed = replace(_problem(workbook, problem_id), **fields)
    except ValidationError as error:
        raise EditError(say("That does not fit into this field. Nothing was changed.")) from error
    return replace(workbook, problems=exchanged(workbook.problems, {problem_id: changed}))


def explained(workbook: Workbook, page: Fishbone) -> Problem | None:
    """Return the problem that a fishbone explains; None if it is linked to none."""
    return next((it for it in workbook.problems if it.id == page.problem_id), None)


def _problem(workbook: Workbook, problem_id: str) -> Problem:
    found = next((it for it in workbook.problems if it.id == problem_id), None)
    if found is None:
        raise gone()
    return found
