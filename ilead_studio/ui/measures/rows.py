"""The table of a measure for Qt: its days, its columns, and an empty row with the next day."""

from datetime import date
from typing import Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QObject,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor

from ilead_studio.model import Measure
from ilead_studio.rules.days import short_day, year_day
from ilead_studio.rules.measure_cells import (
    Column,
    cell_name,
    cell_words,
    columns,
    reading_in,
    typed_words,
)
from ilead_studio.rules.measures import TableRow, table_rows
from ilead_studio.ui.lists.index import Index
from ilead_studio.ui.looks.look import Look
from ilead_studio.words import say

_ROLE: Final = Qt.ItemDataRole
_RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class MeasureRows(QAbstractTableModel):
    """``typed`` brings the day of a row (None for the empty one), a column, and what was typed."""

    typed = Signal(object, object, str)

    def __init__(self, look: Look, parent: QObject) -> None:
        super().__init__(parent)
        self._look = look
        self.measure: Measure | None = None
        self.rows: tuple[TableRow, ...] = ()
        self.columns: tuple[Column, ...] = ()
        self.next_day = date.min
        self.writable = True

    def show_measure(self, measure: Measure, next_day: date) -> None:
        """Show the numbers of a measure; where days and columns stay, so does the keyboard."""
        rows, every = table_rows(measure), columns(measure)
        same = self.measure is not None and measure.id == self.measure.id
        if same and len(rows) == len(self.rows) and len(every) == len(self.columns):
            self.measure, self.rows, self.columns, self.next_day = measure, rows, every, next_day
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows), len(every) - 1))
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(every) - 1)
            return
        self.beginResetModel()
        self.measure, self.rows, self.columns, self.next_day = measure, rows, every, next_day
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        """Count the days, with the empty row."""
        return 0 if parent is not None and parent.isValid() else len(self.rows) + 1

    def columnCount(self, parent: Index | None = None) -> int:
        """Count the columns."""
        return 0 if parent is not None and parent.isValid() else len(self.columns)

    def row_at(self, at: int) -> TableRow | None:
        """Return a row; None for the empty one."""
        return self.rows[at] if 0 <= at < len(self.rows) else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Say what can be typed in: everything but percentages that follow."""
        kinds = Qt.ItemFlag
        flags = kinds.ItemIsEnabled | kinds.ItemIsSelectable
        typed = self.columns[index.column()].kind != "share" and self.writable
        return flags | kinds.ItemIsEditable if typed else flags

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _ROLE.DisplayRole
    ) -> object:
        """Return the headings of the columns, over their numbers."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        column = self.columns[section]
        if role == _ROLE.DisplayRole:
            return column.heading
        if role == _ROLE.ToolTipRole:
            return self.name(column)
        if role == _ROLE.TextAlignmentRole:
            return _LEFT if column.kind in ("day", "note") else _RIGHT
        return None

    def name(self, column: Column) -> str:
        """Say what stands in a column."""
        return cell_name(self.measure, column) if self.measure else ""

    def data(self, index: Index, role: int = _ROLE.DisplayRole) -> object:
        """Return what is shown of a cell, read out, or typed over."""
        if self.measure is None:
            return None
        row, column = self.row_at(index.row()), self.columns[index.column()]
        if role == _ROLE.TextAlignmentRole:
            return _LEFT if column.kind in ("day", "note") else _RIGHT
        if role == _ROLE.DisplayRole:
            return self._words(row, column)
        if role == _ROLE.EditRole:
            return self._typed(row, column)
        if role == _ROLE.AccessibleTextRole:
            return self._spoken(row, column)
        if role == _ROLE.ToolTipRole and row:
            return year_day(row.day) if column.kind == "day" else self._words(row, column)
        if role == _ROLE.ForegroundRole and self._is_soft(row, column):
            return QColor(self._look.theme.ink_soft)
        return None

    def _words(self, row: TableRow | None, column: Column) -> str:
        if self.measure is None:
            return ""
        if row is None:
            return short_day(self.next_day) if column.kind == "day" else ""
        return cell_words(self.measure, row, column)

    def _typed(self, row: TableRow | None, column: Column) -> str:
        if row is None or self.measure is None:
            return year_day(self.next_day) if column.kind == "day" else ""
        return year_day(row.day) if column.kind == "day" else typed_words(self.measure, row, column)

    def _spoken(self, row: TableRow | None, column: Column) -> str:
        """Say a cell with its day and its column, as nobody sees where it stands."""
        words = self._words(row, column) or say("empty")
        day = row.words if row else say("next day, {day}", day=short_day(self.next_day))
        if column.kind == "day":
            return day
        return say("{day}, {column}: {words}", day=day, column=self.name(column), words=words)

    def _is_soft(self, row: TableRow | None, column: Column) -> bool:
        if row is None or self.measure is None or column.kind == "share":
            return True
        reading = reading_in(self.measure, row, column) if column.kind == "number" else None
        return reading is not None and reading.value is None

    def setData(self, index: Index, value: object, role: int = _ROLE.EditRole) -> bool:
        """Pass on what was typed; the document says what is shown then."""
        row = self.row_at(index.row())
        self.typed.emit(row.day if row else None, self.columns[index.column()], str(value))
        return role == _ROLE.EditRole
