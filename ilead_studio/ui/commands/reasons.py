"""Why something cannot be done with what is selected now: said at its key and in every list."""

from collections.abc import Callable
from typing import Final

from ilead_studio.model import Page
from ilead_studio.rules.family import family
from ilead_studio.rules.places import Direction, next_place
from ilead_studio.session.capture import slot_below
from ilead_studio.ui.files.only_read import why_only_read
from ilead_studio.ui.work import Work
from ilead_studio.words import say

WAYS: Final[dict[str, Direction]] = {
    "move up": "up",
    "move down": "down",
    "move out": "out",
    "move in": "in",
}
"""The commands that move an item by one place, and where to."""


def why_not_on_item(work: Work, asked: str) -> str:
    """Say why something cannot be done with the selected item; empty when it can."""
    page, reason = work.page, _REASONS.get(asked)
    if reason is None:
        return ""
    if page is None:
        return say("There is no page yet.")
    return why_only_read(work) if work.read_only else reason(work, page, asked)


def _nothing(_work: Work, _page: Page, _asked: str) -> str:
    return ""


def _below(work: Work, page: Page, _asked: str) -> str:
    below = slot_below(work.workbook, page, work.item_id)
    return "" if below else say("Nothing can stand under a change idea.")


def _idea(work: Work, page: Page, asked: str) -> str:
    if work.is_fishbone:
        return say("Change ideas have their place on the driver diagram.")
    return _below(work, page, asked)


def _out(work: Work, page: Page, _asked: str) -> str:
    return say("There is no level above this one.") if work.item_id == page.id else ""


def _move(work: Work, page: Page, asked: str) -> str:
    if not work.item_id or page.id in work.ids_selected:
        return say("The head and the aim stay where they are.")
    there = next_place(work.workbook, page, foremost(work, page, asked), WAYS[asked])
    return "" if there else say("It cannot go further that way.")


def foremost(work: Work, page: Page, asked: str) -> str:
    """Return which of the selected items leads when all of them move: the last one downward.

    What stands below another one goes along with that, and leads nobody.
    """
    ids = family(work.workbook, page).tops(work.ids_selected)
    return ids[-1] if asked == "move down" else ids[0]


def _delete(work: Work, page: Page, _asked: str) -> str:
    stays = page.id in work.ids_selected or not work.item_id
    return say("The head and the aim stay: change their words instead.") if stays else ""


_REASONS: Final[dict[str, Callable[[Work, Page, str], str]]] = {
    **dict.fromkeys(("next", "edit", "note"), _nothing),
    "in": _below,
    "idea": _idea,
    "out": _out,
    **dict.fromkeys(WAYS, _move),
    "delete": _delete,
}
