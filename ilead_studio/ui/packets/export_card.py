"""The card for a picture of the page in view: which kind, how fine. Handouts make the PDF."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ilead_studio.drawing.paper import PAPERS
from ilead_studio.ui.looks.look import Look
from ilead_studio.ui.widgets.parts import Choices, button, label
from ilead_studio.words import say

KINDS: Final = ("svg", "png")
DOTS: Final = (96, 144, 300, 600)
"""Dots per inch that are offered: a screen, a sharp screen, print, fine print."""
WIDTH: Final = 300


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be exported; ``branch`` means only the selected items and what is below."""

    kind: str = "svg"
    paper: str = "letter"
    branch: bool = False
    dots: int = 144
    transparent: bool = False

    @property
    def suffix(self) -> str:
        """How the name of the file ends."""
        return f".{self.kind}"


class ExportCard(QFrame):
    """Asks in place; ``wished`` carries the answer, ``closed`` gives the keyboard back."""

    wished = Signal(object)
    closed = Signal()

    def __init__(self, look: Look, over: QWidget) -> None:
        super().__init__(over)
        self._over, self._look = over, look
        self.setProperty("kind", "popup")
        self.setFixedWidth(look.px(WIDTH))
        self._stack = QVBoxLayout(self)
        self._stack.setContentsMargins(12, 12, 12, 12)
        self._stack.setSpacing(8)
        self._ask_all()
        self._go = button(say("Choose where…"), "main", look, does=self._wish)
        self._stack.addSpacing(4)
        self._stack.addWidget(self._go)
        self._kind.currentIndexChanged.connect(self._fit_to_kind)
        self._fit_to_kind()
        self.hide()

    def _ask_all(self) -> None:
        """Ask everything, one question a line."""
        self._kind = self._choice(
            say("What"),
            (say("Picture (SVG)"), say("Picture (PNG)")),
        )
        self._paper = self._choice(say("Paper"), tuple(name.title() for name in PAPERS))
        self._dots = self._choice(say("Dots per inch"), tuple(str(dots) for dots in DOTS))
        self._dots.setCurrentIndex(1)
        self._branch = self._tick(say("Only what is selected"))
        self._transparent = self._tick(say("Transparent ground"))

    def _choice(self, name: str, answers: tuple[str, ...]) -> QComboBox:
        line, made = QHBoxLayout(), Choices(name)
        made.addItems(list(answers))
        line.addWidget(label(name, "label"), 1)
        line.addWidget(made, 2)
        self._stack.addLayout(line)
        return made

    def _tick(self, words: str) -> QCheckBox:
        made = QCheckBox(words)
        made.setAccessibleName(words)
        self._stack.addWidget(made)
        return made

    def _fit_to_kind(self) -> None:
        """Let only those questions be answered that matter for what is exported."""
        kind = KINDS[self._kind.currentIndex()]
        self._dots.setEnabled(kind == "png")

    def open_at(self, corner: QPoint) -> None:
        """Ask, with the upper right corner at a point of what is below."""
        self.adjustSize()
        self.move(max(8, corner.x() - self.width()), corner.y())
        self.show()
        self.raise_()
        self._kind.setFocus(Qt.FocusReason.PopupFocusReason)

    def wish(self) -> Wish:
        """Return what the card says now."""
        return Wish(
            kind=KINDS[self._kind.currentIndex()],
            paper=tuple(PAPERS)[self._paper.currentIndex()],
            branch=self._branch.isChecked(),
            dots=DOTS[self._dots.currentIndex()],
            transparent=self._transparent.isChecked(),
        )

    def _wish(self) -> None:
        self.hide()
        self.wished.emit(self.wish())
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on, Escape gives up."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._wish()
        elif event.key() == Qt.Key.Key_Escape:
            self.hide()
            self.closed.emit()
        else:
            super().keyPressEvent(event)
