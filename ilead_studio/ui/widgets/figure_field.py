"""A field for a number that may be missing: typed in any usual way, kept when it is left."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent

from ilead_studio.rules.numbers import number_text, read_figure
from ilead_studio.ui.commands.keys import is_enter, is_escape
from ilead_studio.ui.inspector.fields import LineField
from ilead_studio.ui.widgets.late import late
from ilead_studio.words import say


class FigureField(LineField):
    """``put`` brings a number or None, ``said`` tells what is no number.

    Enter goes on to the next field, Escape gives back what was there.
    """

    put = Signal(object)
    said = Signal(str)

    def __init__(self, name: str, asks: str) -> None:
        super().__init__(name, asks)
        late(self)
        self._number: float | None = None
        self.done.connect(self._keep)

    def show_number(self, number: float | None) -> None:
        """Show a number; what somebody types meanwhile stays."""
        is_typing = self.hasFocus() and self.text() != self._words()
        self._number = number
        if not is_typing:
            self.setText(self._words())

    def _words(self) -> str:
        return "" if self._number is None else number_text(self._number)

    def _keep(self) -> None:
        typed = self.text().strip()
        if typed == self._words():
            return
        figure = read_figure(typed) if typed else None
        if typed and (figure is None or figure.value is None or figure.of):
            self.said.emit(say("“{words}” is no number. Type it as 65 or 65 %.", words=typed))
        else:
            self._number = figure.value if figure else None
            self.put.emit(self._number)
        self.setText(self._words())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep with Enter, give up with Escape."""
        if is_escape(event) and self.text() != self._words():
            self.setText(self._words())
        elif is_enter(event):
            self._keep()
            self.focusNextChild()
        else:
            super().keyPressEvent(event)
