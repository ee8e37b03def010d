"""A card that asks what a decision or a next step is about: words or a reference find it."""

from itertools import islice
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QListView, QVBoxLayout, QWidget

from ilead_studio.model import Workbook
from ilead_studio.rules.find import spans
from ilead_studio.rules.meeting_about import topic_of, topics
from ilead_studio.ui.choosing import ChoosingCard
from ilead_studio.ui.link_rows import LINE, Line, LinkRows
from ilead_studio.ui.look import Look
from ilead_studio.ui.parts import label
from ilead_studio.words import say

_SIZE: Final = (380, 360)
_MOST: Final = 40
"""Rows; typing finds the others."""
_TO, _SPOKEN = LINE + 1, Qt.ItemDataRole.AccessibleTextRole
_GO, _NONE = "go", "none"


class AboutCard(ChoosingCard):
    """``chosen`` brings the line and what it is about, empty for nothing; ``gone_to`` goes there.

    ``said`` brings a sentence for the status line.
    """

    chosen = Signal(str, str)
    gone_to = Signal(str)
    said = Signal(str)

    def __init__(self, look: Look, over: QWidget) -> None:
        super().__init__(over)
        self._workbook, self._line_id, self._now = Workbook(), "", ""
        self._rows = QStandardItemModel(self)
        self.setFixedSize(look.px(_SIZE[0]), look.px(_SIZE[1]))
        asks = say("What is it about?")
        self.field.setAccessibleName(asks)
        self.field.setPlaceholderText(say("Words, or a reference such as C14"))
        self.list.setAccessibleName(asks)
        self.list.setModel(self._rows)
        self.list.setItemDelegate(LinkRows(look, self.list))
        self.list.setProperty("kind", "found")
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.selectionModel().currentChanged.connect(lambda _now, _was: self._speak())
        self.field.textChanged.connect(self._fill)
        self.taken.connect(lambda _shift: self._take())
        stack = QVBoxLayout(self)
        stack.setContentsMargins(*[look.px(12)] * 4)
        stack.setSpacing(look.px(8))
        for part in (label(asks, "label"), self.field, self.list):
            stack.addWidget(part)

    def ask(self, workbook: Workbook, line_id: str, now: str, near: QWidget) -> None:
        """Ask about a line, beside what was pressed; ``now`` is what it is about already."""
        self._workbook, self._line_id, self._now = workbook, line_id, now
        below = near.mapTo(self._over, near.rect().bottomRight())
        below.setX(below.x() - self.width())
        self.open_with(self.field, below)
        self.field.clear()
        self._fill("")

    def _fill(self, typed: str) -> None:
        self._rows.clear()
        now = topic_of(self._workbook, self._now) if not typed and self._now else None
        if now is not None:
            self._add(_GO, say("Go to “{words}”", words=now.words), now.small, typed)
            self._add(_NONE, say("About nothing in particular"), "", typed)
        for it in islice(topics(self._workbook, typed), _MOST):
            self._add(it.id, it.words, it.small, typed)
        self.list.setCurrentIndex(self._rows.index(0, 0))
        self._speak()

    def _add(self, key: str, words: str, small: str, typed: str) -> None:
        made = QStandardItem(words)
        made.setEditable(False)
        made.setData(Line(words, spans(words, typed.strip()), small), LINE)
        made.setData(key, _TO)
        made.setData(", ".join(filter(None, (words, small))), _SPOKEN)
        self._rows.appendRow(made)

    def _speak(self) -> None:
        """Let a screen reader, which is at the field, hear what is chosen."""
        spoken = self.list.currentIndex().data(_SPOKEN)
        self.field.setAccessibleDescription(spoken or say("Nothing holds these words."))

    def _take(self) -> None:
        key = self.list.currentIndex().data(_TO)
        if not key:
            self.said.emit(say("Nothing holds these words."))
            return
        self.go()
        if key == _GO:
            self.gone_to.emit(self._now)
        else:
            self.chosen.emit(self._line_id, "" if key == _NONE else key)
