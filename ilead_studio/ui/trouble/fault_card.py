"""The card that tells of a fault of our own: what is safe, where the log is, how to go on.

It never takes the keyboard: somebody may be typing. F6 and the mouse come to it.
"""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ilead_studio.ui.looks.icons import pixmap
from ilead_studio.ui.looks.look import Look
from ilead_studio.ui.widgets.overlay import Overlay
from ilead_studio.ui.widgets.parts import Wrapped, button, label
from ilead_studio.words import say

_WIDTH: Final = 440
Deed = Callable[[], object]


class FaultCard(Overlay):
    """Stands in the upper right corner until it is read; there is only one, whatever happens."""

    def __init__(self, look: Look, over: QWidget, show_log: Deed, save: Deed) -> None:
        super().__init__(over)
        self._look = look
        self.setFixedWidth(look.px(_WIDTH))
        title = say("Something went wrong inside the program")
        self.setAccessibleName(title)
        self._safe, self._log = Wrapped("", "strong"), Wrapped("", "small")
        again = say("You can go on. Look at what you did last: it may not have been done.")
        stack = QVBoxLayout(self)
        stack.setContentsMargins(*[look.px(16)] * 4)
        stack.setSpacing(look.px(8))
        stack.addLayout(self._head(title))
        for part in (self._safe, Wrapped(again), self._log):
            stack.addWidget(part)
        stack.addSpacing(look.px(4))
        stack.addLayout(self._buttons(show_log, save))

    def _head(self, title: str) -> QHBoxLayout:
        line, sign, px = QHBoxLayout(), QLabel(), self._look.px
        line.setSpacing(px(8))
        sign.setPixmap(pixmap("info-circle", self._look.theme.accent, px(20), 2.0))
        line.addWidget(sign)
        line.addWidget(label(title, "lead"), 1)
        return line

    def _buttons(self, show_log: Deed, save: Deed) -> QHBoxLayout:
        line, look = QHBoxLayout(), self._look
        line.setSpacing(look.px(8))
        self.shows = button(say("Open the log folder"), "plain", look, does=show_log)
        self.saves = button(say("Save now"), "plain", look, does=save)
        self.goes = button(say("Go on working"), "main", look, does=self.go)
        line.addStretch(1)
        for part in (self.shows, self.saves, self.goes):
            line.addWidget(part)
        return line

    def tell(self, safe: str, *, is_unsaved: bool, has_log: bool) -> None:
        """Say how it stands with the work now."""
        logged = say("Where it happened is in the log, and nothing of what you wrote.")
        unlogged = say("The log could not be written.")
        self._safe.setText(safe)
        self._log.setText(logged if has_log else unlogged)
        self.shows.setVisible(has_log)
        self.saves.setVisible(is_unsaved)
        self.setAccessibleDescription(safe)
        self.goes.setAccessibleDescription(safe)
        if self.isVisible():
            self._fit()

    def stand(self) -> None:
        """Stand in the upper right corner of what is below."""
        self._fit()
        self.show_at(QPoint(self._over.width(), self._look.px(64)))

    def _fit(self) -> None:
        """Be as high as the words need."""
        wide = self.width()
        self.resize(wide, max(self.heightForWidth(wide), self.sizeHint().height()))
