"""Moving an idea to another state by hand: what is asked for then, and why it cannot be done.

A move on the board is a command like any other; while a cycle is under way, its Act decides.
"""

from collections.abc import Sequence

from ilead_studio.model import Cycle, Idea, IdeaState, Workbook
from ilead_studio.rules.cycle_steps import why_not_mark, why_not_park
from ilead_studio.rules.ramps import UNDER_WAY, cycles_of
from ilead_studio.words import say


def asks(state: IdeaState) -> str:
    """Return the question that a state asks; empty when it asks nothing."""
    return {
        "adapting": say("What changes?"),
        "adopted": say("How is it kept up?"),
        "abandoned": say("What did you learn?"),
    }.get(state, "")


def why_not_move(workbook: Workbook, idea: Idea, state: IdeaState) -> str:
    """Say why an idea cannot be moved to a state; empty when it can, once its question is answered.

    A parked idea that was tested comes back to where its cycles left it.
    """
    if state == "parked":
        return why_not_park(workbook, idea)
    return why_not_mark(workbook, idea, state, "—")


def deciding(workbook: Workbook, idea: Idea) -> Cycle | None:
    """Return the cycle under way, whose Act decides about an idea; None when there is none."""
    return next((it for it in cycles_of(workbook, idea.id) if it.state in UNDER_WAY), None)


def moved_before(every: Sequence[str], seen: Sequence[str], idea_id: str, by: int) -> str | None:
    """Return the idea before which one stands when it goes past a neighbour that is seen.

    ``every`` are all ideas in their own order, ``seen`` those that are shown; ``by`` is -1 for up,
    1 for down. None is last. Its own id says that there is no neighbour.
    """
    at = seen.index(idea_id) + by
    if not 0 <= at < len(seen):
        return idea_id
    if by < 0:
        return seen[at]
    after = every.index(seen[at]) + 1
    return every[after] if after < len(every) else None
