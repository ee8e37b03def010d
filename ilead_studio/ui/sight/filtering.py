"""How a page is looked at: the filter, the line of sight, and what colours mean."""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ilead_studio.rules.sieve import Sieve
from ilead_studio.ui.commands.keys import is_escape
from ilead_studio.ui.frame.tab_order import tab_through
from ilead_studio.ui.meanwhile.once import Once, beside
from ilead_studio.ui.sight.lit import lit_of
from ilead_studio.ui.widgets.parts import Choices, label
from ilead_studio.words import say

if TYPE_CHECKING:
    from ilead_studio.ui.commands.features import Deeds
    from ilead_studio.ui.looks.look import Look
    from ilead_studio.ui.sight.filter_bar import FilterBar
    from ilead_studio.ui.window import MainWindow
    from ilead_studio.ui.work import Work


class Filtering(QObject):
    """Does the commands about what is shown in full."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window.whole)
        self._window, self._work = window, window.work
        self.colours = ColourBy(window.work, window.look, window.canvas)
        window.head.put_control(self.colours)
        self._showing = Once(self._show, self, beside)
        self._work.seen.connect(self._showing.ask)
        self._in_full = self._asked
        self._work.seen.connect(self._tell)
        self._showing.ask()
        for surface in (window.canvas, window.outline):
            surface.asked.connect(self._on_asked)
        window.canvas.viewport().installEventFilter(self)
        lit_of(window.work).end_by_escape(window.whole)

    @property
    def _asked(self) -> tuple[object, ...]:
        """What is asked for, to be shown in full."""
        sight = self._work.sight
        return sight.sieve, sight.holding, sight.pinned, sight.sought

    def _tell(self) -> None:
        """Let the status line tell what is shown in full now, not what was said before."""
        before, self._in_full = self._in_full, self._asked
        if before != self._in_full:
            self._window.status.end()

    @cached_property
    def bar(self) -> "FilterBar":
        """The bar under the page head, made when something is first asked for."""
        from ilead_studio.ui.sight.filter_bar import FilterBar

        window = self._window
        made = FilterBar(window.work, window.look)
        window.arranged.put_strip(made)
        tab_through((window.head, made))
        made.left.connect(window.arranged.back_to_page)
        return made

    def _show(self) -> None:
        """Show what is asked for, also when the window got another look meanwhile."""
        if self._work.sight.sieve is not None:
            self.bar.refresh()

    def deeds(self) -> "Deeds":
        """Return what the commands do."""
        return {"filter": self.open, "line of sight": self.follow}

    def why_not(self, name: str) -> str:
        """Say that a line of sight is that of something; it can always be ended."""
        if name != "line of sight" or self._work.sight.pinned or self._window.sections.thing:
            return ""
        if self._work.section:
            return say("Choose a problem, an idea or a cycle first.")
        return say("There is no page.")

    def open(self) -> None:
        """Show the bar, and give it the keyboard."""
        if self._work.sight.sieve is None:
            self._work.look(sieve=Sieve())
        self.bar.refresh()
        self.bar.begin()

    def follow(self) -> None:
        """Pin the line of sight of what is selected, on every page; or no more."""
        pinned = "" if self._work.sight.pinned else self._window.sections.thing
        self._work.look(pinned=pinned)
        if not self._work.section:
            self._window.arranged.back_to_page()
        if pinned:
            self._work.said.emit(say("The line of sight stays lit on every page. Esc shows all."))

    def _on_asked(self, asked: str) -> None:
        """Escape on the page shows all."""
        if asked == "clear":
            self._show_all()

    def _show_all(self) -> None:
        self._work.look(sieve=None, holding="", pinned="")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A click on the ground ends the line of sight."""
        pressed = event.type() == QEvent.Type.MouseButtonPress
        if pressed and isinstance(event, QMouseEvent) and self._work.sight.pinned:
            left = event.button() == Qt.MouseButton.LeftButton
            if left and not self._window.canvas.item_at(event.position()):
                self._work.look(pinned="")
        return super().eventFilter(watched, event)


class ColourBy(QWidget):
    """A choice in the page head of what the colours of a fishbone mean; theories have none."""

    def __init__(self, work: "Work", look: "Look", page: QWidget) -> None:
        super().__init__()
        self._work, self._page = work, page
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 8, 0)
        line.setSpacing(8)
        line.addWidget(label(say("Colour by"), "status"))
        self.choice = Choices(say("Colour by"))
        self.choice.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.choice.setMinimumWidth(look.px(100))
        for value, words in _colours():
            self.choice.addItem(words, value)
        self.choice.activated.connect(lambda _at: work.look(colour_by=self.choice.currentData()))
        self.choice.installEventFilter(self)
        line.addWidget(self.choice)
        self._refreshing = Once(self.refresh, self, beside)
        for signal in (work.renewed, work.changed, work.selected, work.seen):
            signal.connect(self._refreshing.ask)
        self._refreshing.ask()  # once it has its place

    def refresh(self) -> None:
        """Show what colours mean now; hidden on a driver diagram, bones alone in a blind vote."""
        self.setVisible(self._work.is_fishbone)
        work = self._work
        blind = work.sight.is_blind(work.workbook, work.page)
        self.choice.setEnabled(not blind)
        by = "bone" if blind else work.sight.colour_by
        self.choice.setCurrentIndex(self.choice.findData(by))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Escape gives the keyboard back to the page."""
        if is_escape(event):
            self._page.setFocus()
            return True
        return super().eventFilter(watched, event)


def _colours() -> tuple[tuple[str, str], ...]:
    return (
        ("bone", say("Bone")),
        ("evidence", say("Evidence")),
        ("party", say("Party")),
        ("votes", say("Votes")),
        ("lens", say("Lens")),
    )
