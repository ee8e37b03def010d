"""The table of open questions; the last row is always empty, and in it the next one is typed."""

from collections.abc import Callable
from datetime import date
from typing import Final

from PySide6.QtCore import QAbstractItemModel, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from ilead_studio import edits
from ilead_studio.model import Workbook
from ilead_studio.rules.days import read_day
from ilead_studio.rules.open_list import Asked, Sort, asked
from ilead_studio.ui.commands.keys import letter_of
from ilead_studio.ui.inspector.fields import LineField
from ilead_studio.ui.inspector.who import roles_in
from ilead_studio.ui.lists.laid import height
from ilead_studio.ui.looks.look import Look
from ilead_studio.ui.questions.rows import Column, Index, OpenRows
from ilead_studio.ui.widgets.late import late
from ilead_studio.ui.widgets.offers import LineOffers
from ilead_studio.ui.work import Work
from ilead_studio.words import say, short

_WIDTHS: Final = {
    Column.WHO: (210, 0.24), Column.ABOUT: (110, 0.13), Column.ANSWERED: (110, 0.18),
}  # fmt: skip
"""Pixels of each column but the words, which have the rest; and the most of a narrow table."""
_PADDING: Final = 8
"""Pixels above and below the words of a row together, within its ring."""
_ROW, _AIR, _SIGN, _MOST = 32, 12, 34, 6


class OpenTable(QTableView):
    """``gone_to`` brings a question whose item somebody wants to see."""

    gone_to = Signal(object)

    def __init__(self, work: Work, look: Look, today: Callable[[], date]) -> None:
        super().__init__()
        self._work, self._look, self._today = work, look, today
        self.sort: Sort = "every"
        self._told: object = None
        self.rows = OpenRows(look, self)
        self.setModel(self.rows)
        self.rows.typed.connect(self._write)
        self.setItemDelegate(_Cells(work, self.rows, look, self))
        self.setProperty("kind", "evidence")
        self.setAccessibleName(say("Open questions"))
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setIconSize(QSize(look.px(18), look.px(18)))
        self.setTabKeyNavigation(False)
        self.setSelectionMode(self.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(self.ScrollMode.ScrollPerPixel)
        triggers = self.EditTrigger
        self.setEditTriggers(triggers.EditKeyPressed | triggers.AnyKeyPressed)
        down, heads = self.verticalHeader(), self.horizontalHeader()
        down.hide()
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        down.setDefaultSectionSize(look.px(_ROW))
        heads.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        heads.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        heads.setHighlightSections(False)
        heads.setSectionsClickable(False)

    # --- showing ---------------------------------------------------------------------------------
    def refresh(self) -> None:
        """Show the questions of the sort in view; the keyboard stays at its place."""
        at, rows = self.currentIndex(), asked(self._work.workbook, self.sort)
        self.rows.writable, self.rows.today = not self._work.read_only, self._today()
        self.rows.show_rows(rows, has_empty=self.sort in ("every", "question"))
        if not self.currentIndex().isValid() and self.rows.rowCount():
            self.go(at.row() if at.isValid() else 0, at.column() if at.isValid() else 0)
        self._take_room()

    def go(self, row: int, column: int = Column.TEXT) -> None:
        """Go to a cell, or to the nearest one that there is."""
        row = max(0, min(row, self.rows.rowCount() - 1))
        there = self.rows.index(row, max(0, min(column, Column.ANSWERED)))
        self.setCurrentIndex(there)
        self.scrollTo(there)

    def show_question(self, question_id: str) -> None:
        """Choose the row of a noted question."""
        ids = [it.question_id for it in self.rows.rows]
        if question_id in ids:
            self.go(ids.index(question_id))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width anew."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._take_room()

    def _take_room(self) -> None:
        px, room = self._look.px, self.viewport().width()
        for column, (wide, share) in _WIDTHS.items():
            self.setColumnWidth(column, min(px(wide), round(room * share)))
        rest = room - sum(map(self.columnWidth, _WIDTHS))
        self.setColumnWidth(Column.TEXT, rest)
        self._take_height()

    def _take_height(self) -> None:
        """Let rows be as high as their words; only what changed is measured."""
        px, size = self._look.px, self._look.type("body")
        text = self.columnWidth(Column.TEXT) - px(_SIGN + _AIR)
        who = self.columnWidth(Column.WHO) - px(_AIR + 4)
        told = (self.rows.rows, self.rows.has_empty, text)
        if told == self._told:
            return
        self._told, line = told, height("X", text, size)
        around = px(_PADDING) + 2 * self._look.theme.ring
        for at, row in enumerate(self.rows.rows):
            lines = max(_high(row.text, text, size, line), _high(row.who, who, size, line))
            wanted = max(px(_ROW), min(lines, _MOST * line) + around)
            if self.rowHeight(at) != wanted:
                self.setRowHeight(at, wanted)
        self.setRowHeight(len(self.rows.rows), px(_ROW))

    # --- typing ----------------------------------------------------------------------------------
    def _write(self, row: Asked | None, column: Column, typed: str) -> None:
        typed = " ".join(typed.split())
        if row is None:
            self._add(typed)
        elif column == Column.ANSWERED:
            self._answer(row, typed)
        elif typed != (row.text if column == Column.TEXT else row.who):
            field = {Column.TEXT: "text", Column.WHO: "who"}[column]
            words = say("change an open question")
            self._work.step(words, lambda book: edits.put_question(
                book, row.question_id, **{field: typed}))  # fmt: skip

    def _add(self, words: str) -> None:
        new_id = self._work.ids()
        if words:
            self._work.step(
                say("note an open question"), lambda book: edits.note_question(book, new_id, words)
            )

    def _answer(self, row: Asked, typed: str) -> None:
        """Say on which day a question was answered; without a day it is open again."""
        day = read_day(typed, self._today()) if typed else None
        if typed and day is None:
            words = say("“{words}” is no day. Type it as 13 Nov or 11/13.", words=typed)
            self._work.said.emit(words)
        elif day != row.answered:
            label = say("answer a question") if day else say("open a question again")
            edit = edits.put_question
            if self._work.step(label, lambda book: edit(book, row.question_id, answered=day)):
                told = say("Answered: “{text}” It stands under Answered.", text=short(row.text))
                self._work.said.emit(told if day else say("It is open again."))

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Go on where one types next: Enter to the next question, Tab to the next cell."""
        hints, at, many = (
            QAbstractItemDelegate.EndEditHint,
            self.currentIndex(),
            len(self.rows.rows),
        )
        was_empty = self.rows.row_at(at.row()) is None
        super().closeEditor(editor, hints.NoHint)
        self.refresh()
        added = len(self.rows.rows) > many
        if hint == hints.SubmitModelCache:
            self.go(at.row() + (added and was_empty), at.column())
        elif hint in (hints.EditNextItem, hints.EditPreviousItem):
            self._edit_beside(at.row(), at.column(), 1 if hint == hints.EditNextItem else -1)

    def _edit_beside(self, row: int, column: int, step: int) -> None:
        """Go on to the next cell of the row that can be typed in, else to the next row."""
        column += step
        while 0 <= column < len(Column) and not self.rows.can_type(row, column):
            column += step
        if 0 <= column < len(Column):
            self.go(row, column)
            self.edit(self.currentIndex())
        else:
            self.go(row + step)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the item or edits, F2 edits, Delete deletes, a letter begins the next."""
        if self.state() == self.State.EditingState:
            return  # a key that its field has done already comes on to the table
        key, at = event.key(), self.currentIndex()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(at)
        elif key == Qt.Key.Key_Delete:
            self.delete()
        elif key == Qt.Key.Key_Escape:
            event.ignore()
        else:
            if letter_of(event) and self.rows.has_empty:
                self.go(len(self.rows.rows))
            super().keyPressEvent(event)

    def _open(self, at: Index) -> None:
        row = self.rows.row_at(at.row())
        if self.rows.can_type(at.row(), at.column()):
            self.edit(self.currentIndex())
        elif row is not None and row.item_id:
            self.gone_to.emit(row)
        elif row is not None:
            self._work.said.emit(say("It is about nothing that stands in the workbook."))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Do what Enter does."""
        at = self.indexAt(event.position().toPoint())
        if at.isValid():
            self.setCurrentIndex(at)
            self._open(at)

    def delete(self) -> None:
        """Delete a question that was noted; the others go when what asks them is known."""
        at = self.currentIndex()
        row = self.rows.row_at(at.row())
        if row is None or not row.question_id:
            told = say("This one goes when it is decided where it stands. Enter goes there.")
            self._work.said.emit(told if row else say("There is nothing in this row yet."))
            return

        def edit(book: Workbook) -> Workbook:
            return edits.delete_question(book, row.question_id)

        self._work.step(say("delete an open question"), edit)
        self.refresh()
        self.go(at.row(), at.column())


def _high(words: str, wide: int, size: int, line: int) -> int:
    """Return the height of words; those that surely fit on a line are not set."""
    return line if len(words) * size * 0.62 < wide else height(words, wide, size)


class _Cells(QStyledItemDelegate):
    """Puts a field over a cell; who could find out is offered from those that are known."""

    def __init__(self, work: Work, rows: OpenRows, look: Look, view: QTableView) -> None:
        super().__init__(view)
        self._work, self._rows, self._look = work, rows, look

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Put a line over the cell."""
        line = late(LineField(str(index.data(Qt.ItemDataRole.AccessibleTextRole))))
        line.setParent(parent)
        if index.column() == Column.WHO:
            LineOffers(line, self._known)
        return line

    def _known(self) -> list[str]:
        book = self._work.workbook
        return [*(it.name for it in book.parties), *roles_in(book)]

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Begin with what is there, all of it selected."""
        if isinstance(editor, LineField):
            editor.setText(str(index.data(Qt.ItemDataRole.EditRole) or ""))
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Pass on what was typed."""
        if isinstance(editor, LineField):
            model.setData(model.index(index.row(), index.column()), editor.text())

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, _index: Index
    ) -> None:
        """Let the field lie over its cell, one line high."""
        room = option.rect
        room.setHeight(self._look.px(_ROW))
        editor.setGeometry(room)
