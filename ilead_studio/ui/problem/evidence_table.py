"""The table of what was found out about a problem; its last row is always empty."""

from typing import Final

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QTableView, QWidget

from ilead_studio import edits
from ilead_studio.model import Workbook
from ilead_studio.rules.problem_words import EvidenceRow, evidence_rows, withdrawn_words
from ilead_studio.ui.lists.row_menu import menu_point, show_menu
from ilead_studio.ui.lists.typed_table import let_type
from ilead_studio.ui.looks.look import Look
from ilead_studio.ui.pasting.named_files import FileDrop, name_files
from ilead_studio.ui.problem.evidence_cells import EvidenceCells
from ilead_studio.ui.problem.evidence_rows import FIELD, Column, EvidenceRows, speaks_words
from ilead_studio.ui.problem.in_view import ProblemInView
from ilead_studio.words import say

_WIDTHS: Final = {
    Column.KIND: 44,
    Column.SPEAKS: 100,
    Column.DATE: 92,
    Column.CITED: 84,
}
"""Pixels of each column but words and source, which share the rest."""
_LEAST: Final = 320
_SOURCE: Final = 0.35
"""The part of that which the source has."""


class EvidenceTable(QTableView):
    """Shows what was found out, as high as its rows; each cell can be typed in."""

    def __init__(self, shown: ProblemInView, look: Look) -> None:
        super().__init__()
        self._shown, self._work, self._look = shown, shown.work, look
        self._added = ""
        self.rows = EvidenceRows(look, self)
        self.setModel(self.rows)
        self.rows.typed.connect(self._write)
        self.setItemDelegate(EvidenceCells(shown.work, look, self))
        let_type(self, say("Evidence about the problem"), wraps=True)
        self._drop = FileDrop(self.viewport(), look, lambda: self._work.read_only)
        self._drop.dropped.connect(self.name_files)
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        self.horizontalHeader().setDefaultAlignment(left)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    # --- showing ---------------------------------------------------------------------------------
    def refresh(self) -> None:
        """Show the evidence of the problem in view; the keyboard stays at its place."""
        problem = self._shown.problem
        rows = evidence_rows(self._work.workbook, problem) if problem else ()
        self.rows.writable = not self._work.read_only
        if rows != self.rows.rows:
            at = self.currentIndex()
            self.rows.show_rows(rows)
            if not self.currentIndex().isValid() and at.isValid():
                self._go(min(at.row(), len(rows)), Column(at.column()))
            self._take_room()

    def _go(self, row: int, column: Column) -> None:
        self.setCurrentIndex(self.rows.index(row, column))

    def begin(self) -> None:
        """Take the keyboard to the empty row."""
        self._go(len(self.rows.rows), Column.TEXT)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_evidence(self, evidence_id: str) -> None:
        """Choose the row of a piece of evidence."""
        ids = [it.id for it in self.rows.rows]
        if evidence_id in ids:
            self._go(ids.index(evidence_id), Column.TEXT)
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width anew."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._take_room()

    def _take_room(self) -> None:
        px, room = self._look.px, self.viewport().width()
        for column, wide in _WIDTHS.items():
            self.setColumnWidth(column, px(wide))
        used = sum(map(px, _WIDTHS.values()))
        rest = max(px(_LEAST), room - used)
        self.setColumnWidth(Column.SOURCE, round(rest * _SOURCE))
        self.setColumnWidth(Column.TEXT, rest - round(rest * _SOURCE))
        self.resizeRowsToContents()
        high = sum(self.rowHeight(row) for row in range(self.rows.rowCount()))
        bar = self.horizontalScrollBar()
        under = bar.sizeHint().height() if used + px(_LEAST) > room else 0
        frame = 2 * self.frameWidth()
        self.setFixedHeight(self.horizontalHeader().sizeHint().height() + high + under + frame)

    # --- typing ----------------------------------------------------------------------------------
    def _write(self, row: EvidenceRow | None, column: Column, value: str) -> None:
        if row is None:
            self._add(value)
        elif value != getattr(row, FIELD[column]):
            self._change(row, column, value)

    def _add(self, words: str) -> None:
        """Add what was typed into the empty row; what the workbook knows already is cited."""
        problem, words = self._shown.problem, " ".join(words.split())
        if problem is None or not words:
            return
        known = next((it.id for it in self._work.workbook.evidence if it.text == words), "")
        new_id = known or self._work.ids()

        def edit(book: Workbook) -> Workbook:
            book = book if known else edits.add_evidence(book, new_id, words)
            return edits.cite(book, [problem.id], new_id)

        if self._work.step(say("add evidence"), edit):
            self._added = new_id

    def name_files(self, names: tuple[str, ...]) -> None:
        """Name files as evidence, and go to the row of the last one, to type what it shows."""
        problem = self._shown.problem
        if problem is not None and name_files(self._work, problem.id, names):
            self.refresh()
            self.show_evidence(next(it.id for it in self.rows.rows if it.source == names[-1]))

    def _change(self, row: EvidenceRow, column: Column, value: str) -> None:
        problem, field = self._shown.problem, FIELD[column]
        if problem is None:
            return
        note = next((it.note for it in problem.cites if it.evidence_id == row.id), "")

        def edit(book: Workbook) -> Workbook:
            if column == Column.SPEAKS:
                speaks = next(it for it in speaks_words() if it == value)
                return edits.cite(book, [problem.id], row.id, speaks, note)
            return edits.change_evidence(book, row.id, **{field: value})

        self._work.step(say("change evidence"), edit)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Go on where one types next: Enter to the row below, Tab to the next cell."""
        hints = QAbstractItemDelegate.EndEditHint
        at, added, self._added = self.currentIndex(), self._added, ""
        super().closeEditor(editor, hints.NoHint)
        self.refresh()
        row, column = at.row(), Column(max(0, at.column()))
        if hint == hints.EditNextItem and (added or self.rows.row_at(at)):
            self._edit_next(row, column, 1)
        elif hint == hints.EditPreviousItem:
            self._edit_next(row, column, -1)
        elif hint == hints.SubmitModelCache and (added or row < len(self.rows.rows)):
            self._go(min(row + 1, len(self.rows.rows)), column)

    def _edit_next(self, row: int, column: Column, step: int) -> None:
        """Go on to the cell beside one that can be typed in."""
        if Column.KIND <= column + step < Column.CITED:
            self._go(row, Column(column + step))
            self.edit(self.currentIndex())
        else:
            self._go(max(0, min(row + step, len(self.rows.rows))), Column.TEXT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter edits, Delete deletes; other keys walk, or begin to type."""
        key, chosen = event.key(), self.rows.row_at(self.currentIndex())
        if self.state() == self.State.EditingState:
            return  # a key that its field has done already comes on to the table
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.edit(self.currentIndex())
        elif key == Qt.Key.Key_Delete and chosen:
            self.delete()
        elif key == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    # --- taking away -----------------------------------------------------------------------------
    @property
    def chosen(self) -> EvidenceRow | None:
        """The row in which the keyboard is; None for the empty one."""
        return self.rows.row_at(self.currentIndex())

    def delete(self) -> None:
        """Delete the evidence of the row, and say who lost it."""
        row, problem = self.chosen, self._shown.problem
        if row is None or problem is None:
            return
        words = withdrawn_words(self._work.workbook, problem, row.id)
        if self._work.step(
            say("delete evidence"), lambda book: edits.withdraw_evidence(book, row.id)
        ):
            self._work.said.emit(words)

    def take_away(self) -> None:
        """Let the problem cite the evidence no longer; it stays with all others."""
        row, problem = self.chosen, self._shown.problem
        if row is not None and problem is not None:
            self._work.step(
                say("take evidence away"),
                lambda book: edits.uncite(book, [problem.id], row.id),
            )

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Show what can be done with a row, under the pointer or under the cell."""
        if event.reason() != QContextMenuEvent.Reason.Keyboard:
            self.setCurrentIndex(self.indexAt(event.pos() - self.viewport().pos()))
        if row := self.chosen:
            self._show_menu(menu_point(self, event), row)

    def _show_menu(self, at: QPoint, row: EvidenceRow) -> None:
        show_menu(self, at, (
            (say("Change"), lambda: self.edit(self.currentIndex())),
            (say("Take it away from this problem"), self.take_away),
            (say("Delete the evidence (cited by: {many})", many=row.cited_by), self.delete),
        ))  # fmt: skip
