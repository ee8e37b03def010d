"""The rows of open questions for Qt, and an empty one in which the next one is typed."""

from datetime import date
from enum import IntEnum
from typing import Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QIcon

from ilead_studio.rules.days import year_day
from ilead_studio.rules.open_list import Asked, kind_words
from ilead_studio.ui.looks.icons import icon
from ilead_studio.ui.looks.look import Look
from ilead_studio.words import say

Index = QModelIndex | QPersistentModelIndex
_ROLE: Final = Qt.ItemDataRole
_SIGNS: Final = {
    "hunch": "circle-dashed", "disputed": "help-circle", "root": "flag", "doubtful": "hierarchy-2",
    "cycle": "refresh", "question": "message-2",
}  # fmt: skip


class Column(IntEnum):
    """The columns, from left to right."""

    TEXT = 0
    WHO = 1
    ABOUT = 2
    ANSWERED = 3


def column_words() -> dict[Column, str]:
    """Return the heading of each column."""
    return {
        Column.TEXT: say("Open question"), Column.WHO: say("Who could find out"),
        Column.ABOUT: say("About"), Column.ANSWERED: say("Answered"),
    }  # fmt: skip


class OpenRows(QAbstractTableModel):
    """``typed`` brings a row (None for the empty one), a column, and what was typed there."""

    typed = Signal(object, object, str)

    def __init__(self, look: Look, parent: QObject) -> None:
        super().__init__(parent)
        self._look = look
        self._icons: dict[str, QIcon] = {}
        self.rows: tuple[Asked, ...] = ()
        self.today = date.min
        self.has_empty = True
        self.writable = True

    def show_rows(self, rows: tuple[Asked, ...], *, has_empty: bool) -> None:
        """Show other rows; where there are as many, the keyboard stays."""
        if (len(rows), has_empty) == (len(self.rows), self.has_empty):
            self.rows = rows
            last = self.index(self.rowCount() - 1, Column.ANSWERED)
            if last.isValid():
                self.dataChanged.emit(self.index(0, 0), last)
            return
        self.beginResetModel()
        self.rows, self.has_empty = rows, has_empty
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        """Count the rows, with the empty one."""
        inside = parent is not None and parent.isValid()
        return 0 if inside else len(self.rows) + self.has_empty

    def columnCount(self, parent: Index | None = None) -> int:
        """Count the columns."""
        return 0 if parent is not None and parent.isValid() else len(Column)

    def row_at(self, at: int) -> Asked | None:
        """Return a row; None for the empty one."""
        return self.rows[at] if 0 <= at < len(self.rows) else None

    def can_type(self, at: int, column: int) -> bool:
        """Tell whether a cell can be typed in: those of noted questions, and the empty row's words.

        What it is about is said when it is noted.
        """
        row = self.row_at(at)
        if row is None:
            return self.writable and column == Column.TEXT
        return self.writable and bool(row.question_id) and column != Column.ABOUT

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Say what can be chosen and typed in."""
        kinds = Qt.ItemFlag
        flags = kinds.ItemIsEnabled | kinds.ItemIsSelectable
        typed = self.can_type(index.row(), index.column())
        return flags | kinds.ItemIsEditable if typed else flags

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _ROLE.DisplayRole
    ) -> object:
        """Return the headings of the columns."""
        if orientation == Qt.Orientation.Horizontal and role == _ROLE.DisplayRole:
            return column_words()[Column(section)]
        return None

    def data(self, index: Index, role: int = _ROLE.DisplayRole) -> object:
        """Return what is shown of a cell, read out, or typed over."""
        row, column = self.row_at(index.row()), Column(index.column())
        if role == _ROLE.DisplayRole:
            return self.words(row, column)
        if role == _ROLE.EditRole:
            return self._typed(row, column)
        if role == _ROLE.AccessibleTextRole:
            return self._spoken(row, column, index.row())
        if role == _ROLE.ToolTipRole and row:
            return kind_words(row.kind) if column == Column.TEXT else self.words(row, column)
        if role == _ROLE.DecorationRole and row and column == Column.TEXT:
            return self._icon(_SIGNS[row.kind])
        if role == _ROLE.ForegroundRole and (row is None or (column == Column.WHO and not row.who)):
            return QColor(self._look.theme.ink_soft)
        return None

    def _icon(self, sign: str) -> QIcon:
        if sign not in self._icons:
            look = self._look
            self._icons[sign] = icon(sign, look.theme, look.px(18), "ink_soft")
        return self._icons[sign]

    def words(self, row: Asked | None, column: Column) -> str:
        """Say what stands in a cell."""
        if row is None:
            return say("Type what nobody knows yet") if column == Column.TEXT else ""
        if column == Column.ANSWERED:
            return year_day(row.answered) if row.answered else ""
        if column == Column.WHO:
            return row.who or say("nobody yet")
        return row.text if column == Column.TEXT else row.about

    def _typed(self, row: Asked | None, column: Column) -> str:
        if row is None:
            return ""
        if column == Column.ANSWERED:
            return year_day(row.answered or self.today)
        return row.who if column == Column.WHO else row.text

    def _spoken(self, row: Asked | None, column: Column, at: int) -> str:
        words = self.words(row, column)
        if row is None:
            return words
        if column == Column.TEXT:
            return say("{kind}: {text}, {at} of {every}", kind=kind_words(row.kind), text=words,
                       at=at + 1, every=len(self.rows))  # fmt: skip
        heading = column_words()[column]
        return say("{column}: {words}", column=heading, words=words or say("empty"))

    def setData(self, index: Index, value: object, role: int = _ROLE.EditRole) -> bool:
        """Pass on what was typed; the document says what is shown then."""
        self.typed.emit(self.row_at(index.row()), Column(index.column()), str(value))
        return role == _ROLE.EditRole
