"""The table in which numbers of a measure are typed; its last row is always empty."""

from datetime import date
from typing import Final

from PySide6.QtCore import QAbstractItemModel, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from ilead_studio import edits
from ilead_studio.rules.days import day_words, read_day
from ilead_studio.rules.measure_cells import Column, next_day
from ilead_studio.rules.measures import TableRow
from ilead_studio.ui.inspector.fields import LineField
from ilead_studio.ui.lists.index import Index
from ilead_studio.ui.lists.row_menu import menu_point, show_menu
from ilead_studio.ui.lists.typed_table import let_type
from ilead_studio.ui.looks.look import Look
from ilead_studio.ui.looks.typeface import widget_font
from ilead_studio.ui.measures.in_view import MeasureInView
from ilead_studio.ui.measures.rows import MeasureRows
from ilead_studio.ui.widgets.late import late
from ilead_studio.words import say

_DAY, _NUMBER, _NOTE, _MOST, _AIR = 84, 64, 110, 120, 40
"""Pixels: of the day, the least of a number and of a note, the most for a heading, around it."""
_WHOLE: Final = 360
"""The most for a heading where there is room; the note takes what is left."""
_ROW: Final = 32
_WRITES: Final = {"number": edits.write_number, "of": edits.write_of}


class MeasureTable(QTableView):
    """Shows the days of a measure; ``sized`` tells that it wants another width."""

    sized = Signal()

    def __init__(self, shown: MeasureInView, look: Look) -> None:
        super().__init__()
        self._shown, self._work, self._look = shown, shown.work, look
        self._day: date | None = None
        self._begun: int | None = None
        self._for = ""
        self.rows = MeasureRows(look, self)
        self.setModel(self.rows)
        self.rows.typed.connect(self._write)
        self.setItemDelegate(_Cells(self.rows, look, self))
        let_type(self, say("Numbers by day"), wraps=False)
        self.setHorizontalScrollMode(self.ScrollMode.ScrollPerPixel)
        down, heads = self.verticalHeader(), self.horizontalHeader()
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        down.setDefaultSectionSize(look.px(_ROW))
        heads.setMinimumSectionSize(look.px(24))
        heads.setTextElideMode(Qt.TextElideMode.ElideRight)

    # --- showing ---------------------------------------------------------------------------------
    def refresh(self) -> None:
        """Show the numbers of the measure in view; the keyboard stays at its place."""
        measure = self._shown.measure
        if measure is None:
            return
        if measure.id != self._for:
            self._for, self._day = measure.id, None
        at, many = self.currentIndex(), len(self.rows.columns)
        proposed = next_day(measure, self._work.workbook.calendar, self._shown.today())
        self.rows.writable = not self._work.read_only
        self.rows.show_measure(measure, self._day or proposed)
        if not self.currentIndex().isValid():
            row = at.row() if at.isValid() else len(self.rows.rows)
            self.go(row, at.column() if at.isValid() else 1)
            self.scrollToBottom()
        if many != len(self.rows.columns) or not self.columnWidth(0):
            self.sized.emit()
        self._take_room()

    def go(self, row: int, column: int) -> None:
        """Go to a cell, or to the nearest one that there is."""
        last, most = len(self.rows.rows), len(self.rows.columns) - 1
        there = self.rows.index(max(0, min(row, last)), max(0, min(column, most)))
        self.setCurrentIndex(there)
        self.scrollTo(there)

    def begin(self) -> None:
        """Take the keyboard to the first number of the empty row."""
        self.go(len(self.rows.rows), 1)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _widths(self, most: int = _MOST) -> list[int]:
        """Return the pixels that each column needs if no heading has more than the ``most``."""
        px, type_ = self._look.px, widget_font(self._look.type("small"), strong=True)
        metrics = QFontMetrics(type_)
        least = {"day": _DAY, "note": _NOTE}
        return [
            max(
                px(least.get(it.kind, _NUMBER)),
                min(px(most), metrics.horizontalAdvance(it.heading) + px(_AIR)),
            )
            for it in self.rows.columns
        ]

    @property
    def wanted(self) -> int:
        """The pixels that all columns need."""
        bar = self.verticalScrollBar().sizeHint().width()
        return sum(self._widths()) + bar + 2 * self.frameWidth()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width anew."""
        super().resizeEvent(event)
        self._take_room()

    def _take_room(self) -> None:
        wide, room = self._widths(), self.viewport().width()
        if not wide:
            return
        if sum(whole := self._widths(_WHOLE)) <= room:
            wide = whole
        wide[-1] += max(0, room - sum(wide))
        for at, pixels in enumerate(wide):
            if self.columnWidth(at) != pixels:
                self.setColumnWidth(at, pixels)

    # --- typing ----------------------------------------------------------------------------------
    def _write(self, day: date | None, column: Column, typed: str) -> None:
        """Write what was typed in a cell; in the empty row it belongs to the proposed day."""
        typed = " ".join(typed.split())
        if column.kind == "day":
            self._write_day(day, typed)
        elif day is not None or typed:
            there = day or self.rows.next_day
            if self._write_cell(there, column, typed):
                self._day = None if day is None else self._day

    def _write_cell(self, day: date, column: Column, typed: str) -> bool:
        number = _WRITES.get(column.kind)
        words = say("type the numbers of {day}", day=day_words(day))
        if number is None:
            return self._shown.step(words, lambda book, it: edits.write_note(book, it, day, typed))
        return self._shown.step(
            words, lambda book, it: number(book, it, day, column.subgroup, typed)
        )

    def _write_day(self, day: date | None, typed: str) -> None:
        """Let the numbers of a row be those of another day; the empty row only remembers it."""
        to = read_day(typed, day or self.rows.next_day) if typed else None
        if to is None:
            words = say("“{words}” is no day. Type it as 13 Nov or 11/13.", words=typed)
            self._work.said.emit(words if typed else say("Del takes the whole day out."))
        elif day is None and any(it.day == to for it in self.rows.rows):
            self._work.said.emit(say("{day} has a row already.", day=day_words(to)))
        elif day is None:
            self._day = to
        elif day != to:
            words = say("move numbers to {day}", day=day_words(to))
            self._shown.step(words, lambda book, it: edits.move_readings(book, it, day, to))

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Go on where one types next: Enter to the row below, Tab to the next cell.

        After Tab, Enter goes below the cell where that row was begun, as in a spreadsheet.
        """
        hints, at, many = QAbstractItemDelegate.EndEditHint, self.currentIndex(), self._many
        super().closeEditor(editor, hints.NoHint)
        self.refresh()
        row, column = at.row(), at.column()
        if hint == hints.SubmitModelCache:
            below = row + 1 if row < many or self._many > many else row
            self.go(below, column if self._begun is None else self._begun)
        elif hint in (hints.EditNextItem, hints.EditPreviousItem):
            begun = column if self._begun is None else self._begun
            self._edit_beside(row, column, 1 if hint == hints.EditNextItem else -1)
            self._begun = begun if self.currentIndex().row() == row else None
            return
        self._begun = None

    @property
    def _many(self) -> int:
        return len(self.rows.rows)

    def _edit_beside(self, row: int, column: int, step: int) -> None:
        """Go on to the next cell that can be typed in; after the last one to the row below."""
        every = range(len(self.rows.columns))
        column += step
        while column in every and self.rows.columns[column].kind == "share":
            column += step
        if column in every:
            self.go(row, column)
        else:
            self.go(row + step, 1 if step > 0 else len(every) - 1)
        self.edit(self.currentIndex())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter edits, Delete takes out; other keys walk, or begin to type."""
        if self.state() == self.State.EditingState:
            return  # a key that its field has done already comes on to the table
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.edit(self.currentIndex())
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.delete()
        elif key == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    # --- taking out ------------------------------------------------------------------------------
    def delete(self) -> None:
        """Take out what stands in the cell; of a day, all that stands in its row."""
        at = self.currentIndex()
        row = self.rows.row_at(at.row())
        if row is None:
            self._work.said.emit(say("There is nothing in this row yet."))
            return
        column, day = self.rows.columns[at.column()], row.day
        if column.kind == "day":
            self._delete_day(day)
        elif column.kind == "share":
            self._work.said.emit(say("The percentage follows from the numbers beside it."))
        else:
            self._write(day, column, "")
        self.refresh()
        self.go(at.row(), at.column())

    def _delete_day(self, day: date) -> None:
        measure = self._shown.measure
        groups = ("", *measure.subgroups) if measure else ()
        places = [(day, it) for it in groups]
        words = say("take out the numbers of {day}", day=day_words(day))
        self._shown.step(words, lambda book, it: edits.delete_readings(book, it, places))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Show what can be done with a cell, under the pointer or under the cell."""
        if event.reason() != QContextMenuEvent.Reason.Keyboard:
            self.setCurrentIndex(self.indexAt(event.pos() - self.viewport().pos()))
        if row := self.rows.row_at(self.currentIndex().row()):
            self._show_menu(menu_point(self, event), row)

    def _show_menu(self, at: QPoint, row: TableRow) -> None:
        words = say("Take out the numbers of {day}", day=day_words(row.day))
        show_menu(self, at, (
            (say("Change"), lambda: self.edit(self.currentIndex())),
            (words, lambda: self._delete_day(row.day)),
        ))  # fmt: skip


class _Cells(QStyledItemDelegate):
    """Puts a field over a cell, named as its column."""

    def __init__(self, rows: MeasureRows, look: Look, view: QTableView) -> None:
        super().__init__(view)
        self._rows, self._look = rows, look

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Put a line over the cell."""
        column = self._rows.columns[index.column()]
        line = late(LineField(str(index.data(Qt.ItemDataRole.AccessibleTextRole))))
        line.setParent(parent)
        if column.kind in ("number", "of"):
            line.setAlignment(Qt.AlignmentFlag.AlignRight)
        return line

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Begin with what is there, all of it selected."""
        if isinstance(editor, LineField):
            editor.setText(str(index.data(Qt.ItemDataRole.EditRole) or ""))
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Pass on what was typed, if it is anything else."""
        before = str(index.data(Qt.ItemDataRole.EditRole) or "")
        if isinstance(editor, LineField) and editor.text() != before:
            model.setData(model.index(index.row(), index.column()), editor.text())

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, _index: Index
    ) -> None:
        """Let the field lie over its cell."""
        editor.setGeometry(option.rect)
