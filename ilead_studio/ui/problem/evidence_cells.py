"""The cells of the table of evidence: as high as their words, and with a field to change each."""

from typing import Final

from PySide6.QtCore import QAbstractItemModel, QSize, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QCompleter,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from ilead_studio.rules.evidence_words import kinds
from ilead_studio.ui.inspector.fields import LineField
from ilead_studio.ui.lists.index import Index
from ilead_studio.ui.lists.laid import height
from ilead_studio.ui.looks.look import Look
from ilead_studio.ui.problem.evidence_rows import Column, column_words, speaks_words
from ilead_studio.ui.widgets.late import late
from ilead_studio.ui.widgets.parts import Choices
from ilead_studio.ui.work import Work

_AIR, _SIGN, _MOST = 8, 26, 6
_WIDE: Final = 220
"""Pixels of a field in a cell that is too narrow for it."""


class EvidenceCells(QStyledItemDelegate):
    """Makes a row as high as its words, and puts a field over a cell."""

    def __init__(self, work: Work, look: Look, view: QTableView) -> None:
        super().__init__(view)
        self._work, self._look, self._view = work, look, view

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Let the words of the empty row be those of a hint, and words begin at the top."""
        super().initStyleOption(option, index)
        option.displayAlignment = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
        option.decorationAlignment = option.displayAlignment
        option.decorationSize = QSize(self._look.px(18), self._look.px(18))
        if index.row() == index.model().rowCount() - 1:
            colour = QColor(self._look.theme.ink_soft)
            option.palette.setColor(option.palette.ColorRole.Text, colour)
            option.palette.setColor(option.palette.ColorRole.HighlightedText, colour)

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the room that the words need at the width of their column."""
        px, words = self._look.px, index.data(Qt.ItemDataRole.DisplayRole) or ""
        sign = px(_SIGN) if index.column() == Column.SPEAKS else 0
        wide = self._view.columnWidth(index.column()) - px(2 * _AIR) - sign
        size = self._look.type("body")
        high = min(height(words, wide, size), height("X", wide, size) * _MOST) if words else 0
        return QSize(wide, max(self._look.hit("control"), high + px(2 * _AIR - 4)))

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Put a field over a cell: a list for the kind and for how it speaks, else a line."""
        name = column_words()[Column(index.column())]
        lists = {Column.KIND: kinds().items(), Column.SPEAKS: speaks_words().items()}
        choices = lists.get(Column(index.column()))
        if choices is None:
            line = late(LineField(name))
            line.setParent(parent)
            if index.column() == Column.TEXT and not index.data(Qt.ItemDataRole.EditRole):
                self._offer_known(line)
            return line
        made = _Pick(name)
        made.setParent(parent)
        for value, words in choices:
            made.addItem(words, value)
        made.activated.connect(lambda _at: self._keep(made))
        return made

    def _keep(self, made: "_Pick") -> None:
        """Take at once what is chosen in the open list; a letter or an arrow goes on choosing."""
        if made.was_open:
            self.commitData.emit(made)
            self.closeEditor.emit(made)

    def _offer_known(self, line: LineField) -> None:
        """Offer what the workbook knows already: it can be cited here too."""
        finds = QCompleter([it.text for it in self._work.workbook.evidence], line)
        finds.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        finds.setFilterMode(Qt.MatchFlag.MatchContains)
        line.setCompleter(finds)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Begin with what is there, all of it selected."""
        value = index.data(Qt.ItemDataRole.EditRole) or ""
        if isinstance(editor, Choices):
            editor.setCurrentIndex(max(0, editor.findData(value)))
        elif isinstance(editor, LineField):
            editor.setText(value)
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Pass on what was typed or chosen."""
        value = editor.currentData() if isinstance(editor, Choices) else ""
        if isinstance(editor, LineField):
            value = editor.text()
        model.setData(model.index(index.row(), index.column()), value)

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, _index: Index
    ) -> None:
        """Let the field lie over its cell, and be wide enough for words."""
        room = option.rect
        if isinstance(editor, Choices):
            room.setWidth(max(room.width(), self._look.px(_WIDE)))
        room.setHeight(self._look.hit("control"))
        editor.setGeometry(room)


class _Pick(Choices):
    """A list that knows whether it was open."""

    was_open = False

    def hidePopup(self) -> None:
        """Remember that it was open: Qt tells afterwards what was chosen there."""
        self.was_open = True
        super().hidePopup()
