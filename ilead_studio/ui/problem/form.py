"""The fields of a problem: its sentence, then a form that is one to three fields wide."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from ilead_studio.model import Problem
from ilead_studio.rules.problem_words import FIELDS, field_words
from ilead_studio.ui.inspector.fields import TextField
from ilead_studio.ui.looks.look import Look
from ilead_studio.ui.problem.in_view import ProblemInView
from ilead_studio.ui.widgets.parts import label
from ilead_studio.ui.widgets.typing_step import TypingStep
from ilead_studio.words import say

_THREE, _TWO = 560, 380
"""From how many pixels on three fields stand beside each other, and two."""
_SPAN: Final = 6
"""Columns of the grid: three fields take two each, two take three."""


class ProblemForm(QWidget):
    """Each field writes while one types."""

    def __init__(self, shown: ProblemInView, look: Look) -> None:
        super().__init__()
        self._shown, self._look, self._beside = shown, look, 0
        self.fields: dict[str, TextField] = {}
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(look.px(4))
        sentence = say("The problem, in one or two sentences")
        stack.addWidget(label(sentence, "label"))
        stack.addWidget(self._made("text", TextField(look, sentence, 2)))
        stack.addSpacing(look.px(4))
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(look.px(12))
        self._grid.setVerticalSpacing(look.px(8))
        stack.addLayout(self._grid)
        self._cells = {name: self._cell(name, *words) for name, words in field_words().items()}

    def _made(self, name: str, field: TextField) -> TextField:
        self.fields[name] = field
        TypingStep(
            self._shown.work,
            field,
            lambda words: self._shown.write(name, words),
            self.refresh,
        )
        return field

    def _cell(self, name: str, words: str, asks: str) -> QWidget:
        cell = QWidget(self)
        stack = QVBoxLayout(cell)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(self._look.px(4))
        stack.addWidget(label(words, "label"))
        stack.addWidget(self._made(name, TextField(self._look, words, 1, asks)))
        stack.addStretch(1)
        return cell

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set as many fields beside each other as there is room for."""
        super().resizeEvent(event)
        wide = event.size().width() / self._look.scale
        beside = 3 if wide >= _THREE else 2 if wide >= _TWO else 1
        if beside != self._beside:
            self._beside = beside
            self._place()

    def _place(self) -> None:
        names, each = [name for row in FIELDS for name in row], _SPAN // self._beside
        for cell in self._cells.values():
            self._grid.removeWidget(cell)
        for at, name in enumerate(names):
            row, column = divmod(at, self._beside)
            last = at == len(names) - 1
            self._grid.addWidget(self._cells[name], row, column * each, 1, _SPAN if last else each)
        for column in range(_SPAN):
            self._grid.setColumnStretch(column, 1)

    def refresh(self) -> None:
        """Show what is known, without disturbing somebody who types."""
        problem = self._shown.problem
        if problem is not None:
            self._fill(problem)

    def _fill(self, problem: Problem) -> None:
        for name, field in self.fields.items():
            field.show_text(getattr(problem, name))
            field.be_read_only(self._shown.work.read_only)

    def go_to(self, name: str) -> None:
        """Take the keyboard to a field, with all its words selected."""
        field = self.fields[name]
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        field.selectAll()
