"""What stands on the desk when the workbook has no page: how to begin one."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractScrollArea, QHBoxLayout, QVBoxLayout, QWidget

from ilead_studio.ui.looks.look import Look
from ilead_studio.ui.start.tiles import pressed_button
from ilead_studio.ui.widgets.parts import label
from ilead_studio.words import say


class NoPage(QWidget):
    """A sentence and a button for each kind of page, in the middle of the canvas."""

    def __init__(self, look: Look, over: QAbstractScrollArea, does: Callable[[str], None]) -> None:
        super().__init__(over)
        self._over = over
        stack, line = QVBoxLayout(self), QHBoxLayout()
        stack.setSpacing(look.px(16))
        line.setSpacing(look.px(8))
        said = label(say("There is no page in this workbook."), "lead")
        said.setAlignment(Qt.AlignmentFlag.AlignCenter)
        stack.addWidget(said)
        stack.addLayout(line)
        self._buttons = [
            pressed_button(words, kind, partial(does, name))
            for name, words, kind in (
                ("add fishbone", say("Begin a fishbone"), "main"),
                ("add theory", say("Begin a driver diagram"), "plain"),
                ("new from template", say("From a template…"), "plain"),
            )
        ]
        for made in self._buttons:
            line.addWidget(made)
        over.installEventFilter(self)
        self.hide()

    def invite(self) -> None:
        """Stand in the middle; the keyboard goes to the first button."""
        self._centre()
        self.show()
        self.raise_()
        self._buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def go(self) -> None:
        """Leave the canvas to a page, and the keyboard too."""
        has_keyboard = any(it.hasFocus() for it in self._buttons)
        self.hide()
        if has_keyboard:
            self._over.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go from button to button."""
        steps = {Qt.Key.Key_Left: False, Qt.Key.Key_Up: False,
                 Qt.Key.Key_Right: True, Qt.Key.Key_Down: True}  # fmt: skip
        forward = steps.get(Qt.Key(event.key()))
        if forward is None:
            super().keyPressEvent(event)
        else:
            self.focusNextPrevChild(forward)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Go round with Tab; the canvas, which keeps Tab for itself, is left with F6."""
        at = next((at for at, it in enumerate(self._buttons) if it.hasFocus()), 0)
        to = (at + (1 if forward else -1)) % len(self._buttons)
        self._buttons[to].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def _centre(self) -> None:
        self.adjustSize()
        room = self._over.size()
        self.move((room.width() - self.width()) // 2, (room.height() - self.height()) // 2)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in the middle."""
        if event.type() == QEvent.Type.Resize:
            self._centre()
        return super().eventFilter(watched, event)
