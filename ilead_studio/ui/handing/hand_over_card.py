"""The card that asks to whom the work is handed over, and says what the copy will not hold."""

from typing import Final, NamedTuple

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ilead_studio.drawing.paper import PAPERS
from ilead_studio.edits import handed_over, notes_in
from ilead_studio.model import FACILITATOR, Workbook
from ilead_studio.rules.handing_over import left_out_words
from ilead_studio.rules.visibility import EVERYBODY, SUCCESSOR, hidden
from ilead_studio.ui.commands.keys import is_enter
from ilead_studio.ui.inspector.fields import Tick
from ilead_studio.ui.looks.look import Look
from ilead_studio.ui.widgets.overlay import Overlay
from ilead_studio.ui.widgets.parts import Choices, Wrapped, button, label
from ilead_studio.words import count, say

_WIDTH: Final = 480
_NAMES: Final = {SUCCESSOR: FACILITATOR, EVERYBODY: "all"}
"""What the command line calls readers that are no party."""


class HandOverWish(NamedTuple):
    """To whom it is handed over, as the command line says it; on which paper; with its notes."""

    viewer: str = FACILITATOR
    paper: str = "letter"
    with_notes: bool = True

    @property
    def words(self) -> tuple[str, ...]:
        """The wish as the command line says it."""
        notes = () if self.with_notes else ("--without-notes",)
        return ("--for", self.viewer, "--paper", self.paper, *notes)


class HandOverCard(Overlay):
    """Enter goes on to where it is written, Escape leaves it; ``wished`` brings the wish."""

    wished = Signal(object)

    def __init__(self, look: Look, over: QWidget) -> None:
        super().__init__(over, look.theme.desk)
        self._look, self._workbook = look, Workbook()
        self._counted: dict[str, tuple[int, int]] = {}
        self.setFixedWidth(look.px(_WIDTH))
        self.setAccessibleName(say("Hand over"))
        self.whom, self.paper = Choices(say("For")), Choices(say("Paper of the page"))
        self.paper.addItems([it.title() for it in PAPERS])
        self.notes, self.told = Tick(""), Wrapped("", "small")
        self.whom.currentIndexChanged.connect(lambda _at: self._tell())
        self.notes.toggled.connect(lambda _on: self._tell())
        self._compose()

    def _compose(self) -> None:
        px, look = self._look.px, self._look
        stack = QVBoxLayout(self)
        stack.setContentsMargins(*[px(16)] * 4)
        stack.setSpacing(px(8))
        says = say("A copy for whoever goes on, and a page about it: where the work stands, and"
                   " what is next. This workbook stays as it is.")  # fmt: skip
        stack.addWidget(label(say("Hand over"), "lead"))
        stack.addWidget(Wrapped(says))
        stack.addLayout(_line(look, say("For"), self.whom))
        stack.addLayout(_line(look, say("Paper of the page"), self.paper))
        stack.addWidget(self.notes)
        stack.addWidget(self.told)
        stack.addLayout(self._buttons(look))

    def _buttons(self, look: Look) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(look.px(8))
        self.done = button(say("Choose where…"), "main", look, does=self._wish)
        line.addStretch(1)
        line.addWidget(button(say("Cancel"), "plain", look, does=self.go))
        line.addWidget(self.done)
        return line

    # --- showing ---------------------------------------------------------------------------------
    def ask(self, workbook: Workbook) -> None:
        """Ask about a workbook; it goes to who facilitates next unless another is chosen."""
        self._workbook, self._counted = workbook, {}
        self.whom.blockSignals(True)
        self.whom.clear()
        self.whom.addItem(say("Who facilitates next"), SUCCESSOR)
        self.whom.addItem(say("All parties together"), EVERYBODY)
        for party in workbook.parties:
            self.whom.addItem(say("Only {party}", party=party.name), party.id)
        self.whom.blockSignals(False)
        self.notes.setChecked(True)
        self._tell()
        for it in self.findChildren(QWidget):
            it.ensurePolished()
        self._fit()
        room = self._over.size() - self.size()
        self.open_with(self.whom, QPoint(room.width() // 2, room.height() // 3))

    def _tell(self) -> None:
        """Say what the copy does not hold."""
        private, notes = self._count(str(self.whom.currentData()))
        words = count(notes, "Take the {number} note along", "Take the {number} notes along")
        self.notes.setText(words if notes else say("There are no notes"))
        self.notes.setEnabled(bool(notes))
        self.told.setText(left_out_words(private, 0 if self.notes.isChecked() else notes))
        self._fit()

    def _count(self, viewer: str) -> tuple[int, int]:
        """Return how many items a reader may not see, and how many notes the copy has."""
        if viewer not in self._counted:
            notes = notes_in(handed_over(self._workbook, viewer))
            self._counted[viewer] = len(hidden(self._workbook, viewer)), notes
        return self._counted[viewer]

    def _fit(self) -> None:
        inner = self.layout()
        if inner is not None:
            inner.activate()
            self.setFixedHeight(inner.totalHeightForWidth(self.width()) + 2)

    # --- going on --------------------------------------------------------------------------------
    def _wish(self) -> None:
        viewer, paper = str(self.whom.currentData()), tuple(PAPERS)[self.paper.currentIndex()]
        named = _NAMES.get(viewer, viewer)
        self.wished.emit(HandOverWish(named, paper, self.notes.isChecked()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the keyboard, and goes on anywhere else."""
        if is_enter(event):
            focus = self.focusWidget()
            focus.click() if isinstance(focus, QPushButton) else self._wish()
        else:
            super().keyPressEvent(event)


def _line(look: Look, name: str, field: QWidget) -> QHBoxLayout:
    line, named = QHBoxLayout(), label(name, "label")
    named.setFixedWidth(look.px(140))
    line.setSpacing(look.px(8))
    line.addWidget(named)
    line.addWidget(field, 1)
    return line
