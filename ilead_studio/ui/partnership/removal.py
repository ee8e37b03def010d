"""A card that asks to whom the items of a party go before it is removed."""

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ilead_studio.model import Party, Workbook
from ilead_studio.ui.inspector.fields import PickField
from ilead_studio.ui.looks.look import Look
from ilead_studio.ui.partnership.sentences import removal_words
from ilead_studio.ui.widgets.overlay import Overlay
from ilead_studio.ui.widgets.parts import Wrapped, button, label
from ilead_studio.words import say

_WIDE = 340


class RemovalCard(Overlay):
    """``removed`` brings the party that goes, and its heir; an empty heir is nobody."""

    removed = Signal(str, str)

    def __init__(self, look: Look, over: QWidget) -> None:
        super().__init__(over)
        self._party_id = ""
        self.setFixedWidth(look.px(_WIDE))
        self._asks, self._told = Wrapped("", "lead"), Wrapped("")
        self.heir = PickField(say("Its items go to"))
        self._heirs = label(say("Its items go to"), "label")
        stays = Wrapped(
            say("What only this party could see is for the facilitator from then on. Its people"
                " stay as roles of no party."), "small",
        )  # fmt: skip
        line = QHBoxLayout()
        self.remove = button(say("Remove the party"), "plain", look, does=self._remove)
        for press in (self.remove, button(say("Keep it"), "", look, does=self.go)):
            line.addWidget(press)
        line.addStretch(1)
        stack = QVBoxLayout(self)
        stack.setContentsMargins(*[look.px(12)] * 4)
        stack.setSpacing(look.px(8))
        for part in (self._asks, self._told, self._heirs, self.heir, stays):
            stack.addWidget(part)
        stack.addLayout(line)

    def ask(self, workbook: Workbook, party: Party, corner: QPoint) -> None:
        """Ask about one party, near a point of what is below."""
        self._party_id = party.id
        self._asks.setText(say("Remove {name}?", name=party.name))
        self._told.setText(removal_words(workbook, party.id))
        self.heir.clear()
        for it in workbook.parties:
            if it.id != party.id:
                self.heir.addItem(it.name, it.id)
        self.heir.addItem(say("No party"), "")
        self.setFixedHeight(self.heightForWidth(self.width()))
        self.open_with(self.heir, corner)

    def _remove(self) -> None:
        party_id, heir_id = self._party_id, self.heir.currentData()
        self.go()
        self.removed.emit(party_id, heir_id or "")
