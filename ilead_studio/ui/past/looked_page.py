"""A page that is looked back to, drawn on its sheet: a large one in turns."""

from collections.abc import Callable, Iterator

from ilead_studio.drawing.looked_back import (
    bounds_looked_back,
    draw_looked_back,
    is_large,
    plan_looked_back,
    steps_to_drawing,
)
from ilead_studio.drawing.page import Plan
from ilead_studio.planning import ROOM
from ilead_studio.rules.looking_back import SIGHTS, Looking, Sides, sight_words
from ilead_studio.ui.past.compared_page import ComparedPage
from ilead_studio.ui.past.looked_picture import copy_looked_back
from ilead_studio.ui.work import Work


class LookedPage:
    """Draws what is looked at; ``page`` shows it, then ``drawn`` is called."""

    def __init__(self, work: Work, page: ComparedPage, drawn: Callable[[], object]) -> None:
        self._work, self._page, self._drawn = work, page, drawn

    def prepare(self, both: Sides, looking: Looking) -> None:
        """Find out how the page is drawn as it is seen; done apart."""
        plan = self._plan(both, looking)
        for _ in steps_to_drawing(both, looking.page_id, looking.sight, ROOM, plan):
            pass
        bounds_looked_back(both, looking.page_id, ROOM, plan)

    def steps(self, both: Sides, looking: Looking) -> Iterator[object]:
        """Draw the page as it is seen; a large one is then prepared as it may be seen next."""
        page_id, seen, plan = looking.page_id, looking.sight, self._plan(both, looking)
        yield from steps_to_drawing(both, page_id, seen, ROOM, plan)
        self._draw(both, looking, plan)
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
