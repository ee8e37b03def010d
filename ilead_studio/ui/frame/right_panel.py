"""What stands at the right of the page: what is selected, or the tray and the parking lot."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from ilead_studio.ui.looks.look import Look
from ilead_studio.ui.widgets.segments import Choice, Segments
from ilead_studio.words import say

SELECTED: Final = 0
TRAY: Final = 1


class RightPanel(QWidget):
    """The inspector, and beside it a second part that comes when it is first asked for.

    ``at`` is which of the two is shown, ``SELECTED`` or ``TRAY``; ``turned`` tells when it changes.
    """

    turned = Signal(int)

    def __init__(self, inspector: QWidget, look: Look) -> None:
        super().__init__()
        self.setProperty("kind", "right")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.at = SELECTED
        choices = (Choice(SELECTED, say("Selected")), Choice(TRAY, say("Tray and lot")))
        self._choice = Segments(look, say("What the panel shows"), choices)
        self._choice.show_value(SELECTED)
        self._choice.chosen.connect(self.turn)
        self._parts = QStackedWidget()
        inspector.setProperty("kind", "")  # the edge at the left is this panel's
        self._parts.addWidget(inspector)
        stack = QVBoxLayout(self)
        stack.setContentsMargins(look.theme.line, look.px(12), 0, 0)
        stack.setSpacing(0)
        around = QVBoxLayout()
        around.setContentsMargins(look.px(16), 0, look.px(16), 0)
        around.addWidget(self._choice)
        stack.addLayout(around)
        stack.addWidget(self._parts, 1)

    def turn(self, at: int) -> None:
        """Choose a part."""
        if at != self.at:
            self.at = at
            self._choice.show_value(at)
            self.turned.emit(at)

    def show_part(self, part: QWidget) -> None:
        """Show a part; it is taken in when it comes for the first time."""
        if self._parts.indexOf(part) < 0:
            self._parts.addWidget(part)
        self._parts.setCurrentWidget(part)
