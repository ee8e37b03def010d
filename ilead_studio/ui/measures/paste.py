"""The card that shows a pasted table before it is taken: what was read, what was not, by line."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from ilead_studio.model import Workbook
from ilead_studio.rules.days import year_day
from ilead_studio.rules.measure_table import Found, Pasted, pasted_words
from ilead_studio.rules.measures import figure, measure_with_id
from ilead_studio.rules.numbers import number_text
from ilead_studio.ui.commands.keys import is_enter
from ilead_studio.ui.looks.icons import icon
from ilead_studio.ui.looks.look import Look
from ilead_studio.ui.widgets.overlay import Overlay
from ilead_studio.ui.widgets.parts import Wrapped, button
from ilead_studio.words import count, say

_WIDTH, _MOST_ROWS, _LEAST_ROWS = 480, 12, 3


def read_words(workbook: Workbook, found: Found) -> str:
    """Say one number that was read: "Line 3: 14 Aug 2026, River, 46", with what it would replace.

    The name of its measure is said where the table may name several.
    """
    it, measure = found.reading, measure_with_id(workbook, found.measure_id)
    name = measure.name if measure else ""
    number = say("missing") if it.value is None else number_text(it.value)
    if it.of is not None and it.value is not None:
        share = number_text(round(figure(it) or 0.0, 1))
        number = say("{part} of {whole} ({share} %)", part=number, whole=number_text(it.of),
                     share=share)  # fmt: skip
    what = ", ".join(filter(None, (year_day(it.day), it.subgroup, number, it.note)))
    words = say("Line {number}: {name}, {what}", number=found.line, name=name, what=what)
    known = {(old.day, old.subgroup): old for old in (measure.readings if measure else ())}
    before = known.get((it.day, it.subgroup))
    if before is None or before.value is None or (before.value, before.of) == (it.value, it.of):
        return words
    return say("{words} instead of {before}", words=words, before=number_text(before.value))


def take_words(pasted: Pasted) -> str:
    """Say what the button does: "Take 14 numbers"."""
    number = len(pasted.found)
    return count(number, "Take {number} number", "Take {number} numbers")


class MeasurePaste(Overlay):
    """``taken`` brings the table; Enter takes it, Escape leaves it out."""

    taken = Signal(object)

    def __init__(self, look: Look, over: QWidget) -> None:
        super().__init__(over)
        self._look = look
        self._pasted = Pasted((), ())
        self.setAccessibleName(say("Numbers to paste"))
        self.setFixedWidth(look.px(_WIDTH))
        self._title, self._told = Wrapped("", "lead"), Wrapped("", "small")
        self.list = QListWidget()
        self.list.setProperty("kind", "choices")
        self.list.setAccessibleName(say("What was read, line by line"))
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.take = button(say("Take them"), "main", look, does=self._take)
        leave = button(say("Leave them out"), "plain", look, does=self.go)
        stack, foot = QVBoxLayout(self), QHBoxLayout()
        stack.setContentsMargins(*[look.px(12)] * 4)
        stack.setSpacing(look.px(8))
        foot.addStretch(1)
        foot.addWidget(leave)
        foot.addWidget(self.take)
        for part in (self._title, self._told, self.list):
            stack.addWidget(part)
        stack.addLayout(foot)

    def show_table(self, workbook: Workbook, pasted: Pasted, at: QPoint) -> None:
        """Show what came of a table, what was not read first; the keyboard goes to the list."""
        self._pasted = pasted
        first, *more = pasted_words(pasted)
        self._title.setText(first)
        told = [it for it in more if it not in {line.words for line in pasted.unread}]
        unread = len(pasted.unread)
        if unread:
            told.append(count(unread, "{number} was not read.", "{number} were not read."))
        self._told.setText(" ".join(told))
        self._told.setVisible(bool(told))
        self.list.clear()
        for line in pasted.unread:
            self._add("alert-triangle", "warn", line.words)
        for found in pasted.found:
            self._add("check", "good", read_words(workbook, found))
        self.list.setCurrentRow(0)
        self.take.setText(take_words(pasted))
        self.take.setAccessibleName(take_words(pasted))
        self.take.setEnabled(bool(pasted.found))
        rows = min(_MOST_ROWS, max(_LEAST_ROWS, self.list.count()))
        self.list.ensurePolished()
        self.list.setFixedHeight(rows * self.list.sizeHintForRow(0) + self._look.px(10))
        self.setFixedHeight(min(self.sizeHint().height(), self._over.height() - self._look.px(16)))
        self.open_with(self.list, at)

    def _add(self, sign: str, role: str, words: str) -> None:
        made = QListWidgetItem(icon(sign, self._look.theme, self._look.px(18), role), words)
        read = say("read") if role == "good" else say("not read")
        made.setData(Qt.ItemDataRole.AccessibleTextRole, f"{words}, {read}")
        made.setToolTip(words)
        self.list.addItem(made)

    def _take(self) -> None:
        if self._pasted.found:
            pasted = self._pasted
            self.go()
            self.taken.emit(pasted)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes what was read."""
        if is_enter(event):
            self._take()
        else:
            super().keyPressEvent(event)
