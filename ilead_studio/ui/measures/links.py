"""What a measure belongs to, as links; one more is chosen by its name."""

from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ilead_studio import edits
from ilead_studio.rules.measure_ties import Tie, possible_ties, ties
from ilead_studio.ui.commands.keys import is_enter
from ilead_studio.ui.inspector.fields import LineField
from ilead_studio.ui.looks.look import Look
from ilead_studio.ui.measures.in_view import MeasureInView
from ilead_studio.ui.widgets.offers import LineOffers
from ilead_studio.ui.widgets.parts import Wrapped, button
from ilead_studio.words import count, say

_SIGNS: Final = {
    "aim": "target", "driver": "hierarchy-2", "consequence": "bulb", "cycle": "refresh",
}  # fmt: skip
_MOST: Final = 30
"""More are only counted."""


class MeasureLinks(QWidget):
    """A line for each; ``gone_to`` brings one that somebody wants to see."""

    gone_to = Signal(object)

    def __init__(self, shown: MeasureInView, look: Look) -> None:
        super().__init__()
        self._shown, self._look = shown, look
        self.told: tuple[Tie, ...] | None = None
        """What is shown."""
        self._lines: list[QWidget] = []
        self._stack = QVBoxLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.setSpacing(look.px(4))
        asks = say("Name of a driver, idea, cycle or aim")
        self.field = LineField(say("Belongs to: {asks}", asks=asks), asks)
        self.offers = LineOffers(self.field, lambda: [it.words for it in self._possible()])
        self.offers.taken.connect(self._tie)
        self.field.installEventFilter(self)
        self._stack.addWidget(self.field)

    def refresh(self) -> None:
        """Show what the measure belongs to now."""
        measure, work = self._shown.measure, self._shown.work
        self.field.setReadOnly(work.read_only)
        now = ties(work.workbook, measure.id) if measure else ()
        if now == self.told:
            return
        self.told = now
        had = any(it.isAncestorOf(self.focusWidget() or self) for it in self._lines)
        for old in self._lines:
            old.hide()
            old.deleteLater()
        self._lines = [self._line(it) for it in now[:_MOST]]
        if len(now) > _MOST:
            more = count(len(now) - _MOST, "and {number} more", "and {number} more")
            self._lines.append(Wrapped(more, "small"))
        for at, line in enumerate(self._lines):
            self._stack.insertWidget(at, line)
            line.show()
        if had:
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _line(self, tie: Tie) -> QWidget:
        made = QWidget()
        line = QHBoxLayout(made)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(self._look.px(4))
        go = self._press(_SIGNS[tie.kind], say("Go there: {words}", words=tie.words))
        go.clicked.connect(partial(self.gone_to.emit, tie))
        end = self._press("unlink", say("Belongs no longer to: {words}", words=tie.words))
        end.clicked.connect(partial(self._untie, tie))
        end.setEnabled(not self._shown.work.read_only)
        line.addWidget(go, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(Wrapped(tie.words), 1)
        line.addWidget(end, 0, Qt.AlignmentFlag.AlignTop)
        return made

    def _press(self, sign: str, words: str) -> QPushButton:
        made = button("", "icon", self._look, sign=sign, role="ink_soft")
        made.setAutoDefault(True)  # Enter presses it too
        made.setToolTip(words)
        made.setAccessibleName(words)
        return made

    # --- choosing --------------------------------------------------------------------------------
    def _possible(self) -> tuple[Tie, ...]:
        measure = self._shown.measure
        return possible_ties(self._shown.work.workbook, measure.id) if measure else ()

    def _tie(self, words: str) -> None:
        """Let what is called so name the measure; part of its words is enough if no other fits."""
        wanted = " ".join(words.split()).casefold()
        found = [it for it in self._possible() if wanted and wanted in it.words.casefold()]
        whole = [it for it in found if it.words.casefold() == wanted]
        if len(whole or found) != 1:
            told = say("Nothing is called so.") if not found else say("Several are called so.")
            self._shown.work.said.emit(say("{told} Choose one of the list.", told=told))
            return
        tie, new_id = (whole or found)[0], self._shown.work.ids()
        label = say("link a measure")
        if self._shown.step(label, lambda book, it: edits.tie_measure(book, it, tie, new_id)):
            self.field.clear()
            self.refresh()

    def _untie(self, tie: Tie) -> None:
        label = say("unlink a measure")
        self._shown.step(label, lambda book, it: edits.untie_measure(book, it, tie))
        self.refresh()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take what is typed with Enter; an empty field passes it on."""
        if is_enter(event) and self.field.text().strip():
            self._tie(self.field.text())
            return True
        return super().eventFilter(watched, event)
