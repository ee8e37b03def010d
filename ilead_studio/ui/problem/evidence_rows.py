"""The rows of the table of evidence for Qt: what stands in each cell, and what is read out."""

from enum import IntEnum
from typing import Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QObject,
    Qt,
    Signal,
)
from PySide6.QtGui import QIcon

from ilead_studio.model import Speaks
from ilead_studio.rules.evidence_words import kinds
from ilead_studio.rules.problem_words import EvidenceRow
from ilead_studio.ui.inspector.evidence import ICONS
from ilead_studio.ui.lists.index import Index
from ilead_studio.ui.looks.icons import icon
from ilead_studio.ui.looks.look import Look
from ilead_studio.words import say

_ROLE: Final = Qt.ItemDataRole
_SIGNS: Final = {
    "for": ("circle-check", "good"),
    "mixed": ("help-circle", "warn"),
    "against": ("circle-x", "bad"),
}


class Column(IntEnum):
    """The columns, from left to right."""

    KIND = 0
    TEXT = 1
    SPEAKS = 2
    SOURCE = 3
    DATE = 4
    CITED = 5


FIELD: Final = {
    Column.KIND: "kind",
    Column.TEXT: "text",
    Column.SPEAKS: "speaks",
    Column.SOURCE: "source",
    Column.DATE: "date",
    Column.CITED: "cited_by",
}


def speaks_words() -> dict[Speaks, str]:
    """Return how evidence can speak about the problem."""
    return {"for": say("for"), "mixed": say("mixed"), "against": say("against")}


def column_words() -> dict[Column, str]:
    """Return the heading of each column."""
    return {
        Column.KIND: say("Kind"),
        Column.TEXT: say("Evidence"),
        Column.SPEAKS: say("What it says"),
        Column.SOURCE: say("Source"),
        Column.DATE: say("Date"),
        Column.CITED: say("Cited by"),
    }


class EvidenceRows(QAbstractTableModel):
    """What was found out about one problem, and an empty row at the end.

    ``typed`` brings a row (None for the empty one), a column, and what was typed or chosen there.
    """

    typed = Signal(object, object, str)

    def __init__(self, look: Look, parent: QObject) -> None:
        super().__init__(parent)
        self._look = look
        self.rows: tuple[EvidenceRow, ...] = ()
        self.writable = True

    def show_rows(self, rows: tuple[EvidenceRow, ...]) -> None:
        """Show other rows; those that only say something else stay where they are."""
        same = [it.id for it in rows] == [it.id for it in self.rows]
        if same:
            self.rows = rows
            last = self.index(len(rows), Column.CITED)
            self.dataChanged.emit(self.index(0, 0), last)
        else:
            self.beginResetModel()
            self.rows = rows
            self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        """Count the rows, with the empty one."""
        return 0 if parent is not None and parent.isValid() else len(self.rows) + 1

    def columnCount(self, parent: Index | None = None) -> int:
        """Count the columns."""
        return 0 if parent is not None and parent.isValid() else len(Column)

    def row_at(self, index: Index) -> EvidenceRow | None:
        """Return the row of a cell; None for the empty one."""
        return self.rows[index.row()] if 0 <= index.row() < len(self.rows) else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Say what can be typed in: of the empty row only the words, and never who cites it."""
        kinds = Qt.ItemFlag
        flags = kinds.ItemIsEnabled | kinds.ItemIsSelectable
        typed = index.column() != Column.CITED if self.row_at(index) else self._is_words(index)
        return flags | kinds.ItemIsEditable if typed and self.writable else flags

    def _is_words(self, index: Index) -> bool:
        return index.column() == Column.TEXT

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _ROLE.DisplayRole
    ) -> object:
        """Return the headings of the columns."""
        if orientation == Qt.Orientation.Horizontal and role == _ROLE.DisplayRole:
            return column_words()[Column(section)]
        return None

    def data(self, index: Index, role: int = _ROLE.DisplayRole) -> object:
        """Return what is shown of a cell, read out, or typed in."""
        row, column = self.row_at(index), Column(index.column())
        if row is None:
            return self._of_empty(column, role)
        if role == _ROLE.EditRole:
            return getattr(row, FIELD[column])
        if role == _ROLE.DisplayRole:
            return "" if column == Column.KIND else self._words(row, column)
        if role == _ROLE.DecorationRole:
            return self._sign(row, column)
        if role in (_ROLE.AccessibleTextRole, _ROLE.ToolTipRole):
            return self._words(row, column)
        return None

    def setData(self, index: Index, value: object, role: int = _ROLE.EditRole) -> bool:
        """Pass on what was typed; the document says what is shown then."""
        self.typed.emit(self.row_at(index), Column(index.column()), str(value))
        return role == _ROLE.EditRole

    def _of_empty(self, column: Column, role: int) -> str | None:
        shown = (_ROLE.DisplayRole, _ROLE.AccessibleTextRole)
        return say("Type, or drop a file here") if column == Column.TEXT and role in shown else None

    def _words(self, row: EvidenceRow, column: Column) -> str:
        if column == Column.KIND:
            return kinds()[row.kind]
        if column == Column.SPEAKS:
            return speaks_words()[row.speaks]
        return str(getattr(row, FIELD[column]))

    def _sign(self, row: EvidenceRow, column: Column) -> QIcon | None:
        theme, side = self._look.theme, self._look.px(18)
        if column == Column.KIND:
            return icon(ICONS[row.kind], theme, side, "ink_soft")
        if column == Column.SPEAKS:
            name, role = _SIGNS[row.speaks]
            return icon(name, theme, side, role)
        return None
