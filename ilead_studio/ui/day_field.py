"""A field for a day: typed as people write it, kept when it is left, never half."""

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from ilead_studio.rules.days import read_day, year_day
from ilead_studio.ui.inspector_fields import LineField
from ilead_studio.ui.keys import ESCAPE, NONE, pressed
from ilead_studio.words import say

_STEPS = {(Qt.Key.Key_Up, NONE): 1, (Qt.Key.Key_Down, NONE): -1}


class DayField(LineField):
    """A day, or none. ``put`` brings it when the field is left or Enter is pressed.

    Up and Down count days, Escape gives back what was there; ``said`` tells what is no day. A year
    that is not typed is the one nearest to what was there, else to ``near``.
    """

    put = Signal(object)
    said = Signal(str)

    def __init__(self, name: str, near: Callable[[], date]) -> None:
        super().__init__(name, say("2 Nov 2026"))
        self._near = near
        self._day: date | None = None
        self.done.connect(self._keep)

    def show_day(self, day: date | None) -> None:
        """Show a day; what somebody types meanwhile stays."""
        is_typing = self.hasFocus() and self.text() != self._words()
        self._day = day
        if not is_typing:
            self._show()

    def _words(self) -> str:
        return year_day(self._day) if self._day else ""

    def _show(self) -> None:
        if self.text() != self._words():
            self.setText(self._words())

    def _keep(self) -> None:
        typed = self.text().strip()
        if typed == self._words():
            return
        day = read_day(typed, self._day or self._near()) if typed else None
        if typed and day is None:
            self.said.emit(say("“{text}” is no day. Type it like 2 Nov 2026.", text=typed))
            self._show()
            return
        self._put(day)

    def _put(self, day: date | None) -> None:
        """Bring a day; what is shown then is what was taken."""
        before = self._day
        if day != before:
            self.put.emit(day)
        self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Count with Up and Down; Enter keeps, Escape gives back what was there."""
        key = pressed(event)
        if key in _STEPS:
            self._put((self._day or self._near()) + timedelta(days=_STEPS[key]))
        elif key == (Qt.Key.Key_Return, NONE):
            self._keep()
        elif key == ESCAPE and self.text() != self._words():
            self._show()
        else:
            QLineEdit.keyPressEvent(self, event)
