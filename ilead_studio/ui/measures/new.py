"""Asks for a measure in its own words; a name that somebody uses already stands there."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from ilead_studio.model import MeasureKind
from ilead_studio.rules.measure_ties import loose
from ilead_studio.rules.measures import KINDS, kind_words
from ilead_studio.ui.inspector.fields import LineField
from ilead_studio.ui.looks.look import Look
from ilead_studio.ui.measures.in_view import MeasureInView
from ilead_studio.ui.widgets.ask_new import AskNew
from ilead_studio.ui.widgets.late import late
from ilead_studio.ui.widgets.parts import Wrapped, button, label
from ilead_studio.ui.widgets.segments import Choice, Segments
from ilead_studio.words import say


class NewMeasure(AskNew):
    """``done`` tells whether one was added."""

    done = Signal(bool)

    def __init__(self, shown: MeasureInView, look: Look) -> None:
        super().__init__()
        self._shown = shown
        stack, line, kinds = QVBoxLayout(self), QHBoxLayout(), QHBoxLayout()
        stack.setContentsMargins(0, look.px(16), 0, 0)
        stack.setSpacing(look.px(12))
        self._asks = Wrapped("")
        self.field = late(
            LineField(say("Name of the new measure"), say("What one can count or rate"))
        )
        self.kind = Segments(look, say("What it is for"),
                             [Choice(it, kind_words(it)) for it in KINDS])  # fmt: skip
        self.kind.chosen.connect(self.kind.show_value)
        self.kind.show_value("process")
        self.add = button(say("Add the measure"), "main", look, does=self._add)
        line.addWidget(self.add)
        line.addStretch(1)
        self.kind.setMaximumWidth(look.px(480))
        kinds.addWidget(self.kind, 1)
        kinds.addStretch(0)
        for part in (self._asks, self.field, label(say("What it is for"), "label")):
            stack.addWidget(part)
        stack.addLayout(kinds)
        stack.addLayout(line)
        stack.addStretch(1)

    def ask(self, kind: MeasureKind | None) -> None:
        """Ask for a new measure of a kind, or for one of the name that is used already."""
        if kind:
            self.kind.show_value(kind)
        name = self._shown.loose
        used = next((it.words for it in loose(self._shown.work.workbook) if it.name == name), "")
        asks = say("What can be counted or rated again and again, to see whether a change helps?"
                   " Outcome: the aim itself. Process: whether the change happens. Balancing:"
                   " what else may suffer. PDSA: for one test.")  # fmt: skip
        told = say("“{name}” is named at {refs}, and is no measure yet. As a measure it can have"
                   " numbers, and those that name it are measured by it.",
                   name=name, refs=used)  # fmt: skip
        self._asks.setText(told if name else asks)
        words = say("Make it a measure") if name else say("Add the measure")
        self.add.setText(words)
        self.add.setAccessibleName(words)
        self.field.setText(name)

    def _add(self) -> None:
        kind = next(it for it in KINDS if it == self.kind.value)
        if not self.field.text().strip():
            self._shown.work.said.emit(say("The measure needs a name."))
        elif self._shown.add(self.field.text(), kind):
            self.done.emit(True)
            return
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _give_up(self) -> None:
        self.done.emit(False)
