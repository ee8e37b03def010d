"""The state of change ideas: it follows from their cycles, and from a few commands.

``put`` never sets it (method, sections 6 and 7).
"""

from collections.abc import Iterable
from typing import Literal

from ilead_studio.edits.parts import exchanged, there
from ilead_studio.errors import EditError, TooLong
from ilead_studio.model import Cause, Idea, Workbook, find, replace
from ilead_studio.model.text import NOTES_MAX, tidy_lines
from ilead_studio.rules.cycle_steps import why_not_mark
from ilead_studio.rules.ramps import state_of
from ilead_studio.words import say

Marked = Literal["proposed", "adapting", "adopted", "abandoned"]
"""The states into which people put an idea by hand, with the words that these ask for."""


def the_idea(workbook: Workbook, idea_id: str) -> Idea:
    """Return the idea with an id.

    Raises:
        EditError: if there is none.
    """
    return there(next((it for it in workbook.ideas if it.id == idea_id), None))


def _with_idea(workbook: Workbook, idea: Idea) -> Workbook:
    return replace(workbook, ideas=exchanged(workbook.ideas, {idea.id: idea}))


def with_state(workbook: Workbook, idea_id: str) -> Workbook:
    """Return the workbook with the state of an idea that follows from its cycles."""
    idea = the_idea(workbook, idea_id)
    state = state_of(workbook, idea)
    return workbook if state == idea.state else _with_idea(workbook, replace(idea, state=state))


def without_reason(workbook: Workbook, idea_id: str) -> Workbook:
    """Let the words of a former command about an idea go on as a note: its cycles speak again."""
    idea = the_idea(workbook, idea_id)
    if not idea.state_reason:
        return workbook
    notes = "\n".join(filter(None, (idea.notes, idea.state_reason)))[:NOTES_MAX].strip()
    return _with_idea(workbook, replace(idea, notes=notes, state_reason=""))


def mark_idea(workbook: Workbook, idea_id: str, state: Marked, reason: str = "") -> Workbook:
    """Put an idea into a state by hand, with the words that this asks for.

    Adapting says what changes, adopted how it is kept up, abandoned what was learned. While a cycle
    is under way that cycle decides. Proposed brings an idea back from the parking lot.

    Raises:
        EditError: if a cycle is under way, or required words are missing.
    """
    idea = the_idea(workbook, idea_id)
    if why := why_not_mark(workbook, idea, state, reason):
        raise EditError(why)
    if idea.state == "parked":
        return unpark(workbook, idea_id)
    kept = tidy_lines(reason)
    if len(kept) > NOTES_MAX:
        most = f"{NOTES_MAX:,}"
        raise TooLong(say("A note holds {most} characters; this one has more.", most=most))
    workbook = without_reason(workbook, idea_id)
    reason = "" if state == "proposed" else kept
    idea = the_idea(workbook, idea_id)
    return _with_idea(workbook, replace(idea, state=state, state_reason=reason))


def unpark(workbook: Workbook, idea_id: str) -> Workbook:
    """Bring an idea back from the parking lot, with the credit for who raised it.

    Its state is what its cycles say, or proposed. It serves no driver yet.

    Raises:
        EditError: if it is not there.
    """
    idea = the_idea(workbook, idea_id)
    if idea.state != "parked":
        return workbook
    workbook = _with_idea(workbook, replace(idea, state="proposed"))
    return with_state(without_reason(workbook, idea_id), idea_id)


def trace(workbook: Workbook, idea_id: str, cause_ids: Iterable[str]) -> Workbook:
    """Say which causes an idea answers, in place of those that were said before.

    Raises:
        EditError: if one of them is not there, or no cause.
    """
    idea, traces = the_idea(workbook, idea_id), tuple(dict.fromkeys(cause_ids))
    if not all(isinstance(find(workbook, it), Cause) for it in traces):
        raise EditError(say("A change idea answers causes. Nothing was changed."))
    return _with_idea(workbook, replace(idea, traces=traces))
