"""What stands over a driver diagram without drivers: how to begin, in a sentence and a button."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ilead_studio.model import Theory
from ilead_studio.ui.commands.keys import is_escape
from ilead_studio.ui.frame.tab_order import tab_through
from ilead_studio.ui.meanwhile.once import Once, beside
from ilead_studio.ui.widgets.parts import Wrapped, button
from ilead_studio.words import say

if TYPE_CHECKING:
    from ilead_studio.ui.commands.features import Deeds
    from ilead_studio.ui.window import MainWindow


class EmptyTheory(QObject):
    """Offers to choose root causes as long as the diagram in view has no driver."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window.whole)
        self._window, self._work = window, window.work
        self._strip: _Strip | None = None
        self._refreshing = Once(self.refresh, self, beside)
        for signal in (self._work.changed, self._work.renewed, self._work.turned):
            signal.connect(self._refreshing.ask)
        self._refreshing.ask()

    def deeds(self) -> "Deeds":
        """Return nothing: its button does a command of the table."""
        return {}

    def why_not(self, _name: str) -> str:
        """Refuse nothing."""
        return ""

    def refresh(self) -> None:
        """Come and go; what had the keyboard gives it back to the page."""
        if self._is_wanted():
            self._strip = self._strip or self._made()
            self._strip.show()
        elif self._strip is not None:
            had = self._strip.isAncestorOf(self._window.focusWidget() or self._strip)
            self._strip.hide()
            if had and not self._work.section:
                self._window.arranged.back_to_page()

    def _is_wanted(self) -> bool:
        page = self._work.page
        causes = any(it.causes for it in self._work.workbook.fishbones)
        return (
            isinstance(page, Theory) and not page.drivers and causes
            and not self._work.section and not self._work.slot
        )  # fmt: skip

    def _made(self) -> "_Strip":
        made = _Strip(self._window)
        self._window.arranged.put_strip(made)
        tab_through((self._window.head, made))
        return made


class _Strip(QWidget):
    """The sentence and the button; Escape leaves it."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__()
        self._window = window
        look = window.look
        line = QHBoxLayout(self)
        line.setContentsMargins(look.px(12), look.px(4), look.px(12), look.px(8))
        line.setSpacing(look.px(12))
        line.addWidget(
            Wrapped(say("Start with the aim, or choose root causes from a fishbone.")), 1
        )
        line.addWidget(button(say("Choose root causes"), "plain", look, sign="flag",
                              does=lambda: window.do("make drivers")))  # fmt: skip
        self.setProperty("kind", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape gives the keyboard back to the page."""
        if is_escape(event):
            self._window.arranged.back_to_page()
        else:
            super().keyPressEvent(event)
