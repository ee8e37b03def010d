"""A card that asks for one of several lines: what is typed finds them, Enter takes one."""

from collections.abc import Iterable

from PySide6.QtCore import QModelIndex, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ilead_studio.ui.links.rows import LINE, Line, LinkRows
from ilead_studio.ui.lists.choosing import ChoosingCard
from ilead_studio.ui.lists.painted import let_paint
from ilead_studio.ui.looks.look import Look
from ilead_studio.words import say

_SPOKEN = Qt.ItemDataRole.AccessibleTextRole


class LinesCard(ChoosingCard):
    """A field over lines; ``said`` brings a sentence for the status line."""

    said = Signal(str)

    def __init__(self, look: Look, over: QWidget, question: QWidget) -> None:
        super().__init__(over)
        self._rows = QStandardItemModel(self)
        self.list.setModel(self._rows)
        let_paint(self.list, LinkRows(look, self.list))
        self.list.setResizeMode(self.list.ResizeMode.Adjust)
        self.list.selectionModel().currentChanged.connect(self._point)
        self.field.textChanged.connect(self._fill)
        self.taken.connect(self._take)
        self._stack = QVBoxLayout(self)
        self._stack.setContentsMargins(*[look.px(12)] * 4)
        self._stack.setSpacing(look.px(8))
        for part in (question, self.field, self.list):
            self._stack.addWidget(part)

    def name(self, asks: str) -> None:
        """Say what is asked for."""
        for part in (self.field, self.list):
            part.setAccessibleName(asks)

    def show_lines(self, lines: Iterable[Line]) -> None:
        """Show other lines, the first one chosen."""
        with QSignalBlocker(self.list.selectionModel()):
            self._rows.clear()
        for line in lines:
            self._rows.appendRow(self._item(line))
        if self._rows.rowCount():
            self.list.setCurrentIndex(self._rows.index(0, 0))
        else:
            self._point(QModelIndex())

    def _item(self, line: Line) -> QStandardItem:
        made = QStandardItem(line.words)
        made.setEditable(False)
        made.setData(line, LINE)
        made.setData(self.spoken(line), _SPOKEN)
        return made

    @property
    def at(self) -> int:
        """Which line is chosen, from 0; -1 when there is none."""
        return self.list.currentIndex().row()

    def spoken(self, line: Line) -> str:
        """Return what is read aloud of a line."""
        return ", ".join(filter(None, (line.words, line.refused or line.role)))

    def nothing_words(self) -> str:
        """Say that there is no line."""
        return say("Nothing holds these words.")

    def _point(self, index: QModelIndex) -> None:
        """Let a screen reader, which is at the field, hear what is chosen."""
        self.field.setAccessibleDescription(index.data(_SPOKEN) or self.nothing_words())

    def _fill(self, typed: str) -> None:
        """Find lines for what is typed."""
        raise NotImplementedError

    def _take(self, shift: bool) -> None:
        """Take the chosen line."""
        raise NotImplementedError
