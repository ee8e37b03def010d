"""The card that asks for one more party."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from ilead_studio.ui.inspector.fields import LineField
from ilead_studio.ui.looks.look import Look
from ilead_studio.ui.partnership.card import party_kinds
from ilead_studio.ui.widgets.ask_new import AskNew
from ilead_studio.ui.widgets.late import late
from ilead_studio.ui.widgets.parts import Wrapped, button, label
from ilead_studio.ui.widgets.segments import Segments
from ilead_studio.words import say


class NewParty(AskNew):
    """Asks for the name and the kind of a party; ``left`` gives it up."""

    added = Signal(str, str)
    left = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        asks = say("A district, a university")
        self.field = late(LineField(say("Name of the new party"), asks))
        self.kind = Segments(look, say("Kind of the new party"), party_kinds())
        self.kind.chosen.connect(self.kind.show_value)
        self.kind.show_value("LEA")
        asks = say("Who works together? An LEA is a district, an IHE a college or university.")
        stack, line = QVBoxLayout(self), QHBoxLayout()
        stack.setContentsMargins(*[look.px(12)] * 4)
        stack.setSpacing(look.px(8))
        line.addWidget(button(say("Add the party"), "plain", look, does=self._add))
        line.addWidget(button(say("Cancel"), "", look, does=self.left.emit))
        line.addStretch(1)
        for part in (label(say("A new party"), "lead"), Wrapped(asks, "small"), self.field,
                     self.kind):  # fmt: skip
            stack.addWidget(part)
        stack.addLayout(line)
        stack.addStretch(1)
        self.hide()

    def clear(self) -> None:
        """Begin anew."""
        self.field.clear()
        self.kind.show_value("LEA")

    def _add(self) -> None:
        self.added.emit(self.field.text(), str(self.kind.value))

    def _give_up(self) -> None:
        self.left.emit()
