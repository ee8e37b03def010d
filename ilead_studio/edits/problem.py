"""Edits of the problems of practice, of how they hang together, and of the pages that work on them.

There are usually several, and people needed for more than one (method, section 2).
"""

from typing import Final

from ilead_studio.edits.everywhere import without
from ilead_studio.edits.pages import page_with_id
from ilead_studio.edits.parts import (
    changed,
    exchanged,
    fitting,
    placed,
    there,
    with_page,
    words_for,
)
from ilead_studio.errors import EditError
from ilead_studio.model import Page, Problem, ProblemTie, Workbook, replace
from ilead_studio.rules.problems import way_between
from ilead_studio.words import say, short


def add_problem(workbook: Workbook, new_id: str, text: str, page_id: str | None = None) -> Workbook:
    """Add a problem of practice, and let a fishbone or a theory work on it if one is named.

    Raises:
        EditError: if it has no words, or the page is not there.
    """
    made = Problem(id=new_id, text=words_for(text))
    workbook = replace(workbook, problems=(*workbook.problems, made))
    return workbook if page_id is None else link_problem(workbook, page_id, new_id)


def delete_problem(workbook: Workbook, problem_id: str) -> Workbook:
    """Delete a problem; its fishbones, theories and evidence stay, and belong to none.

    Raises:
        EditError: if it is not there.
    """
    problem_with_id(workbook, problem_id)
    return without(workbook, {problem_id})


def move_problem(workbook: Workbook, problem_id: str, before: str | None) -> Workbook:
    """Put a problem before another one, or last.

    Raises:
        EditError: if it is not there.
    """
    problem = problem_with_id(workbook, problem_id)
    return replace(workbook, problems=placed(workbook.problems, problem, before))


def link_problem(workbook: Workbook, page_id: str, problem_id: str | None) -> Workbook:
    """Let a fishbone explain a problem, or a theory answer it; None for none.

    Raises:
        EditError: if one of the two is not there.
    """
    page = page_with_id(workbook, page_id)
    if problem_id is not None:
        problem_with_id(workbook, problem_id)
    return with_page(workbook, replace(page, problem_id=problem_id))


def tie_problems(workbook: Workbook, tie: ProblemTie, problem_id: str, other_id: str) -> Workbook:
    """Let a problem be part of another one, or depend on it.

    Raises:
        EditError: if one is not there, they are tied so already, or it would close a circle.
    """
    problem, other = (problem_with_id(workbook, it) for it in (problem_id, other_id))
    named = getattr(problem, tie)
    if other_id in named:
        raise EditError(say("These two problems are linked so already."))
    way = way_between(workbook, tie, other_id, problem_id)
    if way:
        words = " → ".join(short(it.text) for it in (problem, *way))
        raise EditError(say("This would close a circle: {way}.", way=words))
    now = replace(problem, **{tie: (*named, other.id)})
    return replace(workbook, problems=exchanged(workbook.problems, {problem_id: now}))


def untie_problems(workbook: Workbook, tie: ProblemTie, problem_id: str, other_id: str) -> Workbook:
    """Let a problem no longer be part of another one, or no longer depend on it.

    Raises:
        EditError: if it is not there, or they are not tied so.
    """
    problem = problem_with_id(workbook, problem_id)
    if other_id not in getattr(problem, tie):
        raise EditError(say("These two problems are not linked so."))
    left = tuple(it for it in getattr(problem, tie) if it != other_id)
    now = replace(problem, **{tie: left})
    return replace(workbook, problems=exchanged(workbook.problems, {problem_id: now}))


_PUT: Final = Problem.model_fields.keys() - {
    "id", "part_of", "depends_on", "cites", "parties", "only_for"
}  # fmt: skip
"""All but what ``tie_problems``, ``cite``, ``belong`` and ``show_only`` set."""


def put_problem(workbook: Workbook, problem_id: str, **fields: object) -> Workbook:
    """Change fields of a problem, such as ``population``, for every page that works on it.

    Raises:
        EditError: if it is not there, would have no words, something does not fit, or a field names
            something else and so has an edit of its own.
    """
    problem = problem_with_id(workbook, problem_id)
    now = changed(problem, **fitting(fields, _PUT, text=words_for))
    return replace(workbook, problems=exchanged(workbook.problems, {problem_id: now}))


def explained(workbook: Workbook, page: Page) -> Problem | None:
    """Return the problem that a page works on; None if it is linked to none."""
    return next((it for it in workbook.problems if it.id == page.problem_id), None)


def problem_with_id(workbook: Workbook, problem_id: str) -> Problem:
    """Return the problem with an id.

    Raises:
        EditError: if there is none.
    """
    return there(next((it for it in workbook.problems if it.id == problem_id), None))
