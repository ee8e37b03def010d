"""The lists of a cycle as rows of cells: questions, tasks, the data plan; the last one is empty."""

from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QWidget

from ilead_studio.edits.cycle_lines import ListName
from ilead_studio.model import Line
from ilead_studio.ui.commands.keys import is_escape
from ilead_studio.ui.cycles.sheet import CycleSheet
from ilead_studio.ui.inspector.fields import Tick
from ilead_studio.ui.widgets.cells import Cell
from ilead_studio.ui.widgets.late import late
from ilead_studio.ui.widgets.offers import Names, TextOffers
from ilead_studio.ui.widgets.parts import Wrapped, label
from ilead_studio.words import say

_PER_ROW = 3
"""Rows of the grid for a line: its cells, words below them, and a form that may open there."""


class Column(NamedTuple):
    """A column: the field of the line, its heading, its share of the width, what it asks for."""

    field: str
    heading: str
    share: int = 1
    asks: str = ""


class _Row(NamedTuple):
    """The widgets of a line."""

    cells: dict[str, Cell]
    tick: Tick | None
    below: QLabel

    def every(self) -> tuple[QWidget, ...]:
        """Return what can be seen."""
        return (*self.cells.values(), *([self.tick] if self.tick else ()), self.below)


class Rows(QWidget):
    """The rows of one list; ``amending`` brings the line and what was typed in a frozen cell.

    With ``ticks`` each line can be ticked as done; ``offers`` are names for its words. Enter goes
    to the next row, Alt+Up and Alt+Down move a row, Alt+Del deletes it.
    """

    amending = Signal(str, str, str)

    def __init__(
        self,
        sheet: CycleSheet,
        name: ListName,
        what: str,
        columns: tuple[Column, ...],
        *,
        ticks: str = "",
        offers: Names | None = None,
    ) -> None:
        super().__init__()
        self._sheet, self._name, self._what, self._columns = sheet, name, what, columns
        self._ticks, self._offers = ticks, offers
        self._lines: tuple[Line, ...] = ()
        self.rows: list[_Row] = []
        self._shown: dict[int, object] = {}
        self._of: tuple[object, str] = (None, "")
        self.grid = QGridLayout(self)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.grid.setHorizontalSpacing(sheet.look.px(4))
        self.grid.setVerticalSpacing(0)
        for at, column in enumerate(columns):
            self.grid.setColumnStretch(at, column.share)
        for at, heading in enumerate((*(it.heading for it in columns), *filter(None, (ticks,)))):
            made = label(heading, "small")
            left = 0 if heading == ticks else sheet.look.px(8)
            made.setContentsMargins(left, sheet.look.px(4), 0, 0)
            self.grid.addWidget(made, 0, at)

    # --- showing ---------------------------------------------------------------------------------
    def show_lines(
        self, lines: tuple[Line, ...], below: dict[str, str], frozen: str, *, off: bool = False
    ) -> None:
        """Show lines, with words below them by their ids; frozen ones say why they are."""
        self._lines = lines
        before, self._of = self._of, (self._sheet.work.session, self._sheet.cycle_id)
        if before != self._of and before[0] is self._of[0]:
            self._sheet.work.beside.leave(it for row in self.rows for it in row.cells.values())
        shown = len(lines) + (0 if frozen or off else 1)
        while len(self.rows) < shown:
            self.rows.append(self._make(len(self.rows)))
        for at, row in enumerate(self.rows):
            self._fill(at, row, below, frozen, off=off)

    def _fill(self, at: int, row: _Row, below: dict[str, str], frozen: str, *, off: bool) -> None:
        line = self._lines[at] if at < len(self._lines) else None
        here = self._sheet.cycle_id
        shows = (here, line, below.get(line.id) if line else at == len(self._lines), frozen, off)
        if shows == self._shown.get(at):
            return  # so that words wait in an empty row until its first cell has some
        self._shown[at] = shows
        is_shown = line is not None or (at == len(self._lines) and not frozen and not off)
        words = below.get(line.id, "") if line else ""
        for part in row.every():
            part.setVisible(is_shown and (part is not row.below or bool(words)))
        row.below.setText(words)
        if row.tick:
            row.tick.show_ticks([bool(line and getattr(line, "done", False))])
            row.tick.setEnabled(line is not None and not off)
        for field, cell in row.cells.items():
            cell.show_text(getattr(line, field) if line else "")
            cell.freeze(frozen)
            late(cell, on=line is None and field != "text", unseen=True)
            if off:
                cell.setReadOnly(True)

    def _make(self, at: int) -> _Row:
        top = 1 + at * _PER_ROW
        cells: dict[str, Cell] = {}
        for place, column in enumerate(self._columns):
            name = say("{what} {number}: {column}", what=self._what, number=at + 1,
                       column=column.heading)  # fmt: skip
            cell = cells[column.field] = Cell(self._sheet.look, name, column.asks)
            cell.typed.connect(lambda text, field=column.field: self._write(at, field, text))
            if self._offers and column.field == "text":
                TextOffers(cell, self._offers)
            cell.done.connect(lambda: self._leave(at))
            cell.entered.connect(lambda: self.go(at + 1))
            cell.left.connect(lambda step, field=column.field: self._step(at, step, field))
            cell.asked.connect(lambda asked: self._change(at, asked))
            cell.amending.connect(lambda text, field=column.field: self._amend(at, field, text))
            self.grid.addWidget(cell, top, place, Qt.AlignmentFlag.AlignTop)
        tick = self._tick(at) if self._ticks else None
        if tick:
            self.grid.addWidget(tick, top, len(self._columns), Qt.AlignmentFlag.AlignCenter)
        below = Wrapped("", "small")
        below.setContentsMargins(self._sheet.look.px(8), 0, 0, self._sheet.look.px(4))
        self.grid.addWidget(below, top + 1, 1, 1, len(self._columns))
        return _Row(cells, tick, below)

    def _tick(self, at: int) -> Tick:
        made = Tick("")
        name = say("{what} {number}: {column}", what=self._what, number=at + 1, column=self._ticks)
        made.setAccessibleName(name)
        made.clicked.connect(
            lambda on: self._sheet.change_line(self._lines[at].id, "done", bool(on))
        )
        return made

    # --- writing ---------------------------------------------------------------------------------
    def _write(self, at: int, field: str, text: str) -> None:
        cells = self.rows[at].cells
        if at < len(self._lines):
            if text.strip() or field != "text":
                self._sheet.change_line(self._lines[at].id, field, text, burst=True)
        elif cells["text"].toPlainText().strip():
            self._sheet.add_line(self._name, {it: c.toPlainText() for it, c in cells.items()})
            self._lines = getattr(self._sheet.cycle, self._name)  # for hands that are faster

    def _leave(self, at: int) -> None:
        """A line whose words were taken out keeps them, unless it has no others: then it goes."""
        self._sheet.end_burst()
        if at >= len(self._lines):
            self._tell_waiting(at)
            return
        cells, line = self.rows[at].cells, self._lines[at]
        if cells["text"].toPlainText().strip() or cells["text"].is_frozen:
            return
        if any(cell.toPlainText().strip() for cell in cells.values()):
            cells["text"].show_text(line.text)
            self._sheet.work.said.emit(say("Alt+Del deletes the whole line."))
        else:
            self._sheet.delete_line(line.id)

    def _tell_waiting(self, at: int) -> None:
        """Say of words in an empty row what they wait for."""
        cells = self.rows[at].cells
        if any(cell.toPlainText().strip() for cell in cells.values()):
            what = self._columns[0].heading
            self._sheet.work.said.emit(say("Fill in “{what}”; then this line is kept.", what=what))

    def _change(self, at: int, asked: str) -> None:
        """Move a line, or delete it; the keyboard goes with it."""
        if at >= len(self._lines):
            return
        line_id = self._lines[at].id
        ids = [it.id for it in self._lines]
        if asked == "delete":
            self._sheet.delete_line(line_id)
        elif asked == "up" and at > 0 and self._sheet.move_line(line_id, ids[at - 1]):
            self.go(at - 1)
        elif asked == "down" and at + 1 < len(ids):
            before = ids[at + 2] if at + 2 < len(ids) else None
            if self._sheet.move_line(line_id, before):
                self.go(at + 1)

    def _amend(self, at: int, field: str, text: str) -> None:
        self.amending.emit(self._lines[at].id, field, text)

    # --- the keyboard ----------------------------------------------------------------------------
    def go(self, at: int, field: str = "") -> None:
        """Give the keyboard to a row; beyond the last one to what comes after the list."""
        shown = [row for row in self.rows if not row.cells["text"].isHidden()]
        if 0 <= at < len(shown):
            cells = shown[at].cells
            cells.get(field, cells["text"]).setFocus(Qt.FocusReason.TabFocusReason)
        elif at > 0:
            (shown[-1].tick or [*shown[-1].cells.values()][-1]).focusNextChild()
        else:
            shown[0].cells["text"].focusPreviousChild()

    def _step(self, at: int, step: int, field: str) -> None:
        self.go(at + step, field)

    def first_empty(self, field: str) -> Cell | None:
        """Return the first cell of a column in which nothing is written."""
        cells = (row.cells[field] for row in self.rows[: len(self._lines)])
        return next((it for it in cells if not it.toPlainText()), None)

    def place_under(self, line_id: str, part: QWidget) -> None:
        """Put something under a line."""
        at = next((at for at, it in enumerate(self._lines) if it.id == line_id), 0)
        self.grid.addWidget(part, 3 + at * _PER_ROW, 0, 1, len(self._columns) + 1)

    def cell(self, line_id: str, field: str) -> Cell:
        """Return a cell of a line."""
        at = next((at for at, it in enumerate(self._lines) if it.id == line_id), 0)
        return self.rows[at].cells[field]


class AmendForm(QWidget):
    """Asks in place what is thought now about a frozen prediction; Enter keeps it, Escape not."""

    def __init__(self, sheet: CycleSheet) -> None:
        super().__init__()
        self._sheet, self._question_id = sheet, ""
        self._from: QWidget | None = None
        line = QHBoxLayout(self)
        line.setContentsMargins(sheet.look.px(8), 0, 0, sheet.look.px(4))
        self.prediction = Cell(
            sheet.look, say("Amendment: what we think now"), say("what we think now")
        )
        self.reason = Cell(sheet.look, say("Amendment: because"), say("because"))
        line.addWidget(label(say("Add an amendment"), "label"))
        for cell in (self.prediction, self.reason):
            late(cell)
            cell.entered.connect(self._keep)
            cell.takes_back = False
            line.addWidget(cell, 1)
        self.hide()

    def open(self, question_id: str, at: QWidget, field: str, text: str) -> None:
        """Ask about a question; what was typed stands in the cell of that field already."""
        self._question_id, self._from = question_id, at
        self.show()
        first = self.reason if field == "reason" else self.prediction
        for cell in (self.prediction, self.reason):
            cell.setPlainText(text if cell is first else "")
        first.setFocus(Qt.FocusReason.OtherFocusReason)
        first.moveCursor(first.textCursor().MoveOperation.End)

    def _keep(self) -> None:
        words = (self.prediction.toPlainText(), self.reason.toPlainText())
        if self._sheet.amend(self._question_id, *words):
            self.go()

    def go(self) -> None:
        """Close, and give the keyboard back."""
        if self._from is not None and self._from.isVisible():
            self._from.setFocus(Qt.FocusReason.OtherFocusReason)
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Give it up with Escape."""
        if is_escape(event):
            self.go()
        else:
            super().keyPressEvent(event)
