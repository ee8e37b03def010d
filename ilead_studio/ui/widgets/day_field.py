"""A field for a day: typed as people write it, kept when it is left, never half."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from ilead_studio.rules.days import read_day, short_day, year_day
from ilead_studio.ui.commands.keys import ESCAPE, NONE, pressed
from ilead_studio.ui.inspector.fields import LineField
from ilead_studio.ui.widgets.late import late
from ilead_studio.words import say

_STEPS: Final = {(Qt.Key.Key_Up, NONE): 1, (Qt.Key.Key_Down, NONE): -1}
_ENTER: Final = ((Qt.Key.Key_Return, NONE), (Qt.Key.Key_Enter, NONE))


class DayField(LineField):
    """A day, or none. ``dated`` brings it when the field is left or Enter is pressed.

    Up and Down count days, Escape gives back what was there. ``refused`` tells what is no day: it
    stays while the keyboard does. A year that is not typed is the one nearest to the day that was
    there, else to ``near``; and it is not shown where it is read so, unless ``with_year``.
    """

    dated = Signal(object)
    refused = Signal(str)

    def __init__(self, name: str, near: Callable[[], date], *, with_year: bool = False) -> None:
        super().__init__(name, say("2 Nov 2026") if with_year else say("day"))
        late(self)
        self._near, self._with_year = near, with_year
        self._day: date | None = None
        self.done.connect(self._leave)
        self.setAccessibleDescription(say("Type it like 13 Nov or 11/13; Up and Down count days."))

    @property
    def day(self) -> date | None:
        """The day that is typed; None for none."""
        return read_day(self.text(), self._day or self._near())

    def show_day(self, day: date | None) -> None:
        """Show a day; what somebody types meanwhile stays."""
        is_typing = self.hasFocus() and self.text() != self._words()
        self._day = day
        if not is_typing:
            self._show()

    def _words(self) -> str:
        if self._day is None:
            return ""
        short = short_day(self._day)
        is_near = not self._with_year and read_day(short, self._near()) == self._day
        return short if is_near else year_day(self._day)

    def _show(self) -> None:
        if self.text() != self._words():
            self.setText(self._words())

    def commit(self) -> bool:
        """Bring what was typed, and show what was taken of it; tells whether it is a day."""
        typed = self.text().strip()
        if typed == self._words():
            return True
        if typed and self.day is None:
            self.refused.emit(say("“{words}” is no day. Type it like 13 Nov or 11/13.",
                                  words=typed))  # fmt: skip
            return False
        self._put(self.day)
        return True

    def _leave(self) -> None:
        if not self.commit():
            self._show()

    def _put(self, day: date | None) -> None:
        if day != self._day:
            self.dated.emit(day)
        self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Count with Up and Down; Enter keeps, Escape gives back what was there."""
        key = pressed(event)
        if key in _STEPS and not self.isReadOnly():
            self._put((self.day or self._day or self._near()) + timedelta(days=_STEPS[key]))
        elif key == ESCAPE and self.text() != self._words():
            self._show()
        elif key not in _ENTER or self.commit():
            super().keyPressEvent(event)
