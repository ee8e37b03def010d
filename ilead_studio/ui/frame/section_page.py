"""The frame of a page that is no diagram: its head, and a refresh that waits until it is seen."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from ilead_studio.ui.looks.look import HEAD, Look
from ilead_studio.ui.meanwhile.once import Once, has_keyboard
from ilead_studio.ui.widgets.parts import OneLine, panel
from ilead_studio.ui.work import Work


class SectionPage(QWidget):
    """A page with its name and controls above, and what it shows below.

    ``refresh`` is done after each step while the page is seen, and when it comes in sight.
    """

    def __init__(self, work: Work, look: Look, title: str, refresh: Callable[[], None]) -> None:
        super().__init__()
        self._look = look
        self.setProperty("kind", "desk")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(title)
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(0)
        stack.addWidget(self._made_head(title))
        self.below = QVBoxLayout()
        px = look.px
        self.below.setContentsMargins(px(12), px(8), px(12), px(8))
        self.below.setSpacing(px(8))
        stack.addLayout(self.below, 1)
        self._deed = refresh
        self.refreshing = Once(self._refresh, self, lambda: not has_keyboard(self))
        for signal in (work.renewed, work.changed):
            signal.connect(self.refreshing.ask)

    def _made_head(self, title: str) -> QWidget:
        px = self._look.px
        head, self._title = panel("panel"), OneLine("title", title)
        head.setMinimumHeight(px(HEAD))
        self._whole = QBoxLayout(QBoxLayout.Direction.LeftToRight, head)
        self._whole.setContentsMargins(px(16), px(4), px(12), px(4))
        self._whole.setSpacing(px(8))
        self._whole.addWidget(self._title, 1)
        self.head = QHBoxLayout()
        self.head.setSpacing(px(8))
        self._whole.addLayout(self.head)
        return head

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the controls below the name where both have no room beside each other."""
        super().resizeEvent(event)
        need = self._title.sizeHint().width() + self.head.sizeHint().width() + self._look.px(48)
        ways = QBoxLayout.Direction
        way = ways.LeftToRight if need <= self.width() else ways.TopToBottom
        if self._whole.direction() != way:
            self._whole.setDirection(way)

    def _refresh(self) -> None:
        if self.isVisible():
            self._deed()

    def showEvent(self, event: QShowEvent) -> None:
        """Show what is so now."""
        super().showEvent(event)
        self._deed()
