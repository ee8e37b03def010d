"""The pages about all cycles together: which one is in view, and the list of them at the left."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from ilead_studio.ui.calendar_page import CalendarPage
from ilead_studio.ui.learning_page import LearningPage
from ilead_studio.ui.parts import button, label, panel, rule
from ilead_studio.words import say

if TYPE_CHECKING:
    from ilead_studio.ui.features import Deeds
    from ilead_studio.ui.sections import View
    from ilead_studio.ui.window import MainWindow


class CyclePages:
    """A section with two pages; what stands beside each of them comes and goes with it."""

    def __init__(self, window: "MainWindow") -> None:
        self._window = window
        self._views: tuple[View, ...] = (CalendarPage(window), LearningPage(window))
        names = (say("Calendar"), "calendar-event"), (say("Learning log"), "notebook")
        self._pages, self._lefts = QStackedWidget(), QStackedWidget()
        self.page: QWidget = self._pages
        self.right: QWidget | None = None
        self.left = panel("left")
        px, stack = window.look.px, QVBoxLayout(self.left)
        stack.setContentsMargins(*[px(8)] * 4)
        stack.addWidget(label(say("Pages in this section"), "label"))
        self._buttons = [button(words, "page", window.look, sign=sign) for words, sign in names]
        for at, made in enumerate(self._buttons):
            made.setCheckable(True)
            made.clicked.connect(partial(self.turn, at))
            stack.addWidget(made)
            self._pages.addWidget(self._views[at].page)
            self._lefts.addWidget(self._views[at].left)
        stack.addWidget(rule())
        stack.addWidget(self._lefts, 1)
        self._show(0)

    def _show(self, at: int) -> None:
        self._now = self._views[at]
        self.right = self._now.right
        self._pages.setCurrentIndex(at)
        self._lefts.setCurrentIndex(at)
        self.page.setFocusProxy(self._now.page)
        self.left.setFocusProxy(self._now.left)
        for place, made in enumerate(self._buttons):
            made.setChecked(place == at)

    def turn(self, at: int, _checked: bool = True) -> None:
        """Show one of the pages."""
        self._show(at)
        self._window.arranged.show_section(self)
        self._window.arranged.back_to_page()
        self._window.show_state()

    def counts(self) -> str:
        """Say how much there is on the page in view."""
        return self._now.counts()

    def keys(self) -> tuple[str, ...]:
        """Name the keys of the page in view."""
        return self._now.keys()

    def deeds(self) -> "Deeds":
        """Return what the commands do on the page in view."""
        return self._now.deeds()

    def why_not(self, name: str) -> str:
        """Say why one of them cannot be done."""
        return self._now.why_not(name)

    def show_item(self, item_id: str) -> None:
        """Show a cycle on the page in view."""
        self._now.show_item(item_id)
