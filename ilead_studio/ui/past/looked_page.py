"""A page that is looked back to, drawn on its sheet: a large one in turns, or beside the window."""

from collections.abc import Callable, Iterator
from functools import partial
from threading import Event

from PySide6.QtCore import QObject

from ilead_studio.drawing.looked_back import (
    bounds_looked_back,
    draw_looked_back,
    is_large,
    plan_looked_back,
    steps_to_drawing,
)
from ilead_studio.drawing.page import Plan
from ilead_studio.model import Workbook
from ilead_studio.planning import ROOM
from ilead_studio.rules.looking_back import SIGHTS, Looking, Sides, sight_words
from ilead_studio.ui.meanwhile.apart import Newest
from ilead_studio.ui.meanwhile.turns import Turns
from ilead_studio.ui.past.compared_page import ComparedPage
from ilead_studio.ui.past.looked_picture import copy_looked_back
from ilead_studio.ui.work import Work


class LookedPage:
    """Draws what is looked at; ``page`` shows it, then ``drawn`` is called."""

    def __init__(self, work: Work, page: ComparedPage, drawn: Callable[[], object]) -> None:
        self._work, self._page, self._drawn = work, page, drawn

    def steps(self, both: Sides, looking: Looking) -> Iterator[object]:
        """Draw the page as it is seen."""
        plan = self._plan(both, looking)
        yield from steps_to_drawing(both, looking.page_id, looking.sight, ROOM, plan)
        self._draw(both, looking, plan)

    def steps_to_others(self, both: Sides, looking: Looking) -> Iterator[object]:
        """Prepare a large page as it may be seen next."""
        page_id, seen, plan = looking.page_id, looking.sight, self._plan(both, looking)
        for sight in (seen, *SIGHTS) if is_large(both, page_id) else ():
            yield from steps_to_drawing(both, page_id, sight, ROOM, plan)
            drawing = draw_looked_back(both, page_id, sight, ROOM, plan)
            if drawing is not None:
                yield from self._page.sheet.foresee(drawing)

    def _draw(self, both: Sides, looking: Looking, plan: Plan | None) -> None:
        page_id = looking.page_id
        drawing = draw_looked_back(both, page_id, looking.sight, ROOM, plan)
        framed = f"{looking.old_id} {looking.new_id} {page_id}"
        bounds = bounds_looked_back(both, page_id, ROOM, plan)
        nothing = "" if drawing else sight_words(both, looking)
        self._page.sheet.show_drawing(drawing, framed, bounds, nothing)
        self._drawn()

    def copy(self, both: Sides, looking: Looking) -> None:
        """Put the page as it is seen on the clipboard."""
        plan = self._plan(both, looking)
        self._work.said.emit(copy_looked_back(both, looking, plan))

    def _plan(self, both: Sides, looking: Looking) -> Plan | None:
        return plan_looked_back(self._work.workbook, both, looking.page_id, ROOM)


class DrawnApart:
    """Draws what is looked at with what is found out beside the window; it only paints in turns.

    When it is seen, how else it may be seen next is found out the same way.
    """

    def __init__(self, looked: LookedPage, finding: Newest, parent: QObject) -> None:
        self._looked, self._finding, self._turns = looked, finding, Turns(parent)
        self._given_up = Event()

    def begin(self, now: Workbook, both: Sides, looking: Looking) -> None:
        """Draw it, laid out as it is in the workbook of now, in place of what was drawn before."""
        self.end()
        given_up = self._given_up = Event()

        def draw(steps: Iterator[object]) -> None:
            if not given_up.is_set():
                self._turns.begin(steps)

        def drawn() -> Iterator[object]:
            yield from self._looked.steps(both, looking)
            self._finding.wish(
                partial(_find_out_others, now, both, looking, given_up),
                lambda _: draw(self._looked.steps_to_others(both, looking)),
            )

        self._finding.wish(partial(_find_out, now, both, looking), lambda _: draw(drawn()))

    def end(self) -> None:
        """Draw no further."""
        self._given_up.set()
        self._turns.end()


def _find_out(now: Workbook, both: Sides, looking: Looking) -> None:
    """Find out how a page is drawn as it is seen; done apart."""
    plan = plan_looked_back(now, both, looking.page_id, ROOM)
    for _ in steps_to_drawing(both, looking.page_id, looking.sight, ROOM, plan):
        pass
    bounds_looked_back(both, looking.page_id, ROOM, plan)


def _find_out_others(now: Workbook, both: Sides, looking: Looking, given_up: Event) -> None:
    """Find out how a large page may be seen next, as long as that is wanted; done apart."""
    plan = plan_looked_back(now, both, looking.page_id, ROOM)
    for sight in SIGHTS:
        for _ in steps_to_drawing(both, looking.page_id, sight, ROOM, plan):
            if given_up.is_set():
                return
