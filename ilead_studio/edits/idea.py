"""Edits of change ideas. They live in the workbook; a theory's links place them on its page."""

from collections.abc import Collection

from ilead_studio.edits.cycle import delete_cycles
from ilead_studio.edits.driver import (
    not_too_deep,
    refuse_depth,
    refuse_idea_above,
    standing_under,
    theory_of,
)
from ilead_studio.edits.idea_state import the_idea
from ilead_studio.edits.parts import numbered, placed, placed_all, with_page, words_for
from ilead_studio.errors import EditError
from ilead_studio.model import Idea, Link, Workbook, replace
from ilead_studio.words import say


def add_idea(
    workbook: Workbook, new_id: str, text: str, parent_id: str, before: str | None = None
) -> Workbook:
    """Put a new change idea under a driver (or the aim), before another idea or last.

    Raises:
        EditError: if the parent is not there, is an idea or too deep, or the words do not fit.
    """
    page = theory_of(workbook, parent_id)
    refuse_idea_above(workbook, parent_id)
    refuse_depth(workbook, page, parent_id)
    workbook, ref = numbered(workbook, "ideas")
    idea = Idea(id=new_id, ref=ref, text=words_for(text))
    workbook = replace(workbook, ideas=placed_all(workbook.ideas, [idea], before))
    links = (*page.links, Link(source=new_id, target=parent_id))
    return with_page(workbook, replace(page, links=links))


def propose_idea(workbook: Workbook, new_id: str, text: str, before: str | None = None) -> Workbook:
    """Put a new change idea into the list, before another one or last; it serves nothing yet.

    Raises:
        EditError: if the words do not fit.
    """
    workbook, ref = numbered(workbook, "ideas")
    idea = Idea(id=new_id, ref=ref, text=words_for(text))
    return replace(workbook, ideas=placed_all(workbook.ideas, [idea], before))


def order_idea(workbook: Workbook, idea_id: str, before: str | None = None) -> Workbook:
    """Let an idea stand before another one in the list, or last; what it serves stays.

    Raises:
        EditError: if it is not there.
    """
    idea = the_idea(workbook, idea_id)
    return replace(workbook, ideas=placed(workbook.ideas, idea, before))


def move_idea(
    workbook: Workbook, idea_id: str, parent_id: str, before: str | None = None
) -> Workbook:
    """Let an idea stand under another driver, or elsewhere in order; its other links stay.

    Raises:
        EditError: if it is not on the theory of that driver, or would be too deep.
    """
    page = theory_of(workbook, parent_id)
    idea = next((it for it in workbook.ideas if it.id == idea_id), None)
    if idea is None or all(it.source != idea_id for it in page.links):
        raise EditError(say("A change idea can only be moved within its own theory."))
    page = standing_under(workbook, page, idea_id, parent_id)
    workbook = replace(workbook, ideas=placed(workbook.ideas, idea, before))
    return not_too_deep(with_page(workbook, page), page)


def delete_ideas(workbook: Workbook, ids: Collection[str]) -> Workbook:
    """Delete ideas with their links and their cycles, which take their evidence along."""
    lost = set(ids) & {idea.id for idea in workbook.ideas}
    if not lost:
        return workbook
    for page in workbook.theories:
        links = tuple(it for it in page.links if it.source not in lost)
        if len(links) < len(page.links):
            workbook = with_page(workbook, replace(page, links=links))
    cycles = {it.id for it in workbook.cycles if it.idea_id in lost}
    workbook = delete_cycles(workbook, cycles)
    return replace(workbook, ideas=tuple(it for it in workbook.ideas if it.id not in lost))
