"""A card that notes an open question: what nobody knows yet, and who could find out."""

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ilead_studio import edits
from ilead_studio.model import Workbook
from ilead_studio.model.sound_votes import askable
from ilead_studio.rules.open_list import about_long
from ilead_studio.ui.commands.keys import is_enter
from ilead_studio.ui.inspector.fields import LineField, ListField, TextField
from ilead_studio.ui.inspector.who import roles_in
from ilead_studio.ui.looks.look import Look
from ilead_studio.ui.widgets.late import late
from ilead_studio.ui.widgets.overlay import Overlay
from ilead_studio.ui.widgets.parts import Wrapped, button, label
from ilead_studio.ui.work import Work
from ilead_studio.words import say

_WIDTH = 380


class QuestionCard(Overlay):
    """Asks for the question and who could find out; Enter notes it, Escape gives it up."""

    def __init__(self, work: Work, look: Look, over: QWidget) -> None:
        super().__init__(over)
        self._work, self._look, self._item_id = work, look, ""
        self.setAccessibleName(say("Note an open question"))
        self._about = Wrapped("", "small")
        asks = say("What do we need to find out?")
        self.field = late(TextField(look, asks, 2, asks))
        asks = say("A role or a party")
        self.who = LineField(say("Who could find out"), asks)
        self.roles = late(ListField(self.who))
        for field in (self.field, self.roles):
            field.installEventFilter(self)
        self.note = button(say("Note it"), "main", look, does=self._note)
        stack, foot = QVBoxLayout(self), QHBoxLayout()
        stack.setContentsMargins(*[look.px(12)] * 4)
        stack.setSpacing(look.px(8))
        foot.addStretch(1)
        foot.addWidget(self.note)
        for part in (
            label(say("Note an open question"), "lead"), self._about, self.field,
            label(say("Who could find out"), "label"), self.roles,
        ):  # fmt: skip
            stack.addWidget(part)
        stack.addLayout(foot)
        self.field.document().documentLayout().documentSizeChanged.connect(self._fit)

    def ask(self, item_id: str, at: QPoint) -> None:
        """Ask about an item, or about nothing of the workbook, at a point of what is below."""
        book = self._work.workbook
        self._item_id = item_id if item_id in set(askable(book)) else ""
        about = about_long(book, self._item_id)
        self._about.setText(say("About {item}", item=about) if about else "")
        self._about.setVisible(bool(about))
        self.field.show_text("")
        self.who.setText("")
        self.roles.offer([*(it.name for it in book.parties), *roles_in(book)])
        self.setFixedWidth(self._look.px(_WIDTH))
        self._fit()
        self.open_with(self.field, at)

    def _fit(self) -> None:
        """Be as tall as the words need."""
        inner = self.layout()
        if inner is not None:
            self.setFixedHeight(inner.totalHeightForWidth(self.width()) + self._look.px(2))

    def _note(self) -> None:
        """Note what was typed; without words the card waits."""
        text, who, about = self.field.toPlainText(), self.who.text(), self._item_id or None
        new_id = self._work.ids()

        def edit(book: Workbook) -> Workbook:
            return edits.note_question(book, new_id, " ".join(text.split()), about, who.strip())

        if not text.strip():
            self._work.said.emit(say("Type the question first."))
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._work.step(say("note an open question"), edit):
            self.go()
            self._work.said.emit(say("Noted. It stands in the list of open questions."))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take Enter in both fields."""
        if is_enter(event) and watched in (self.field, self.roles):
            self._note()
            return True
        return super().eventFilter(watched, event)
