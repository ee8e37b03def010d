"""The section of the change ideas: one list as a table, a board or a square."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from ilead_studio.rules.ideas import idea_counts
from ilead_studio.rules.ideas_by_driver import ideas_by_driver
from ilead_studio.ui.ideas.choice import VIEWS, choice_of
from ilead_studio.ui.ideas.left import IdeasLeft
from ilead_studio.ui.ideas.page import IdeasPage
from ilead_studio.ui.inspector.idea import OF_IDEAS, chosen_ideas
from ilead_studio.ui.inspector.panel import Inspector
from ilead_studio.ui.sight.state import Things
from ilead_studio.words import count

if TYPE_CHECKING:
    from ilead_studio.ui.commands.features import Deeds
    from ilead_studio.ui.window import MainWindow


class IdeasView:
    """Puts page, left and right side together."""

    def __init__(self, window: "MainWindow") -> None:
        work, look = window.work, window.look
        self._window, self._work = window, work
        self._choice = choice_of(work)
        inspector = Inspector(work, look, window.settings, OF_IDEAS, chosen_ideas)
        left = IdeasLeft(work, self._choice, look)
        page = IdeasPage(window, self._choice, inspector)
        self._page = page
        self.page: QWidget = page
        self.left: QWidget = left
        self._left = left
        self.right: QWidget | None = inspector
        self._inspector = inspector
        choice = self._choice
        choice.changed.connect(inspector.renew)
        inspector.left.connect(window.arranged.back_to_page)
        inspector.link_asked.connect(lambda: window.do("link"))
        left.left.connect(window.arranged.back_to_page)
        left.back.connect(page.commands.bring_back)
        left.dropped.connect(lambda: window.do("delete"))
        left.entered.connect(page.go_to)
        page.open_lot.clicked.connect(window.left.show_usual)
        page.open_lot.clicked.connect(left.open_lot)

    def made_ahead(self) -> Iterator[None]:
        """Find out which ideas serve which driver; make what is known of an idea."""
        ideas_by_driver(self._work.workbook)
        yield
        self._left.made_ahead()
        yield
        yield from self._inspector.made_ahead()

    def counts(self) -> str:
        """Say how many ideas there are, and how far they are."""
        return idea_counts(self._work.workbook, self._choice.rows)

    def thing(self) -> str:
        """Return the idea that keys act on."""
        return self._choice.last

    def shown(self) -> Things:
        """Return the ideas that are shown."""
        return Things([row.idea.id for row in self._choice.rows], _of_ideas)

    def keys(self) -> tuple[str, ...]:
        """Name the keys that help in the view that is shown."""
        return self._page.keys()

    def deeds(self) -> "Deeds":
        """Return what the commands do."""
        return self._page.commands.deeds()

    def why_not(self, name: str) -> str:
        """Say why a command cannot be done now."""
        return self._page.commands.why_not(name)

    def show_item(self, item_id: str) -> None:
        """Go to an idea, or to one of the ways in which ideas are shown by its name."""
        if item_id in VIEWS:
            self._page.turn(item_id)
        elif any(it.id == item_id for it in self._work.workbook.ideas):
            self._choice.choose(item_id)


def _of_ideas(number: int) -> str:
    return count(number, "{number} change idea", "{number} change ideas")
