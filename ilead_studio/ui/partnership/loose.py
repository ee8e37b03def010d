"""The card of people whose party was removed: they can be given to another one."""

from PySide6.QtWidgets import QFrame, QVBoxLayout

from ilead_studio import edits
from ilead_studio.model import Workbook
from ilead_studio.ui.inspector.fields import PickField
from ilead_studio.ui.looks.look import Look
from ilead_studio.ui.partnership.roles import RoleLines
from ilead_studio.ui.partnership.sentences import crews
from ilead_studio.ui.widgets.parts import label
from ilead_studio.ui.work import Work
from ilead_studio.words import say


class LoosePeople(QFrame):
    """The roles of no party: those whose party was removed."""

    def __init__(self, work: Work, look: Look) -> None:
        super().__init__()
        self._work, self.has_any = work, False
        self.setProperty("kind", "card")
        self.roles = RoleLines(work, look, None)
        stack = QVBoxLayout(self)
        stack.setContentsMargins(*[look.px(12)] * 4)
        stack.setSpacing(look.px(8))
        stack.addWidget(label(say("People of no party"), "lead"))
        stack.addWidget(self.roles)
        self.give = PickField(say("Give these people to a party"))
        self.give.activated.connect(lambda _at: self._give(self.give.currentData()))
        stack.addWidget(self.give)
        stack.addStretch(1)
        self.hide()

    def _give(self, party_id: str) -> None:
        """Let all of them speak for a party."""
        ids = [it.id for it in self._work.workbook.roles if it.party_id is None]

        def edit(book: Workbook) -> Workbook:
            for role_id in ids if party_id else ():
                book = edits.assign_role(book, role_id, party_id)
            return book

        self._work.step(say("give people to a party"), edit)

    def _offer(self) -> None:
        """List the parties."""
        self.give.clear()
        self.give.addItem(say("Give them to a party"), "")
        for party in self._work.workbook.parties:
            self.give.addItem(party.name, party.id)

    def refresh(self) -> bool:
        """Show them; tells whether the card comes or goes."""
        had, self.has_any = self.has_any, bool(crews(self._work.workbook, None))
        self.roles.refresh()
        if self.has_any:
            self._offer()
        if not self.has_any:
            self.hide()
        return had != self.has_any
