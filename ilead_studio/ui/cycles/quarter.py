"""A quarter of the page of a cycle: a card with a heading, and fields with their words before."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple, Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ilead_studio.model import Cycle
from ilead_studio.rules.cycle_page import capital
from ilead_studio.rules.field_names import field_words
from ilead_studio.ui.cycles.sheet import CycleSheet
from ilead_studio.ui.inspector.fields import PickField
from ilead_studio.ui.widgets.cells import Cell
from ilead_studio.ui.widgets.day_field import DayField
from ilead_studio.ui.widgets.parts import OneLine, Wrapped, label

LABEL = 96
"""Pixels of the words before the fields."""


class Entry(NamedTuple):
    """A field: its name in the model, what it asks for, whether it is one line, a shorter name."""

    field: str
    asks: str = ""
    plain: bool = False
    words: str = ""


class Choose(NamedTuple):
    """A field with a list to choose from: values and their words."""

    field: str
    words: str
    values: tuple[tuple[str, str], ...]


class _List(Protocol):
    """A list of rows that are made when they are needed."""

    @property
    def rows(self) -> Sequence[object]:
        """The rows that were made by now."""


class Quarter(QFrame):
    """One of plan, do, study and act; ``tell`` shows what a cycle says in its fields."""

    def __init__(self, sheet: CycleSheet, title: str) -> None:
        super().__init__()
        self.sheet, self.look = sheet, sheet.look
        self.setProperty("kind", "card")
        self.setAccessibleName(title)
        px = self.look.px
        self.stack = QVBoxLayout(self)
        self.stack.setContentsMargins(px(12), px(8), px(12), px(12))
        self.stack.setSpacing(px(4))
        self.head, self.note = QHBoxLayout(), OneLine("status")
        self.head.setSpacing(px(8))
        self.head.addWidget(label(title, "lead"))
        self.head.addWidget(self.note, 1)
        self.stack.addLayout(self.head)
        self.waiting = Wrapped("", "status")
        self.waiting.hide()
        self.stack.addWidget(self.waiting)
        self.body = QWidget()
        self.form = self._grid()
        self.stack.addWidget(self.body)
        self.stack.addStretch(1)
        self.cells: dict[str, Cell] = {}
        self.days: dict[str, DayField] = {}
        self.picks: dict[str, PickField] = {}
        self.words: dict[str, QLabel] = {}
        self.lists: tuple[_List, ...] = ()

    def _grid(self) -> QGridLayout:
        grid, px = QGridLayout(self.body), self.look.px
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(px(8))
        grid.setVerticalSpacing(px(4))
        grid.setColumnMinimumWidth(0, px(LABEL))
        grid.setColumnStretch(1, 1)
        return grid

    # --- putting together ------------------------------------------------------------------------
    def add_cell(self, entry: Entry) -> Cell:
        """Add a field of words."""
        name = capital(field_words(entry.field))
        cell = Cell(self.look, name, entry.asks, plain=entry.plain)
        cell.typed.connect(lambda text: self._write(entry.field, text))
        cell.done.connect(self.sheet.end_burst)
        cell.entered.connect(cell.focusNextChild)
        cell.left.connect(lambda step: self._go(cell, step))
        self.cells[entry.field] = cell
        self.words[entry.field] = self.add_row(entry.words or name, cell)
        return cell

    @staticmethod
    def _go(cell: Cell, step: int) -> None:
        cell.focusNextPrevChild(step > 0)

    def add_pick(self, choose: Choose) -> PickField:
        """Add a list to choose from."""
        pick = self.pick(choose)
        self.words[choose.field] = self.add_row(choose.words, pick)
        return pick

    def add_days(self, words: str, fields: Iterable[tuple[str, str, str]]) -> None:
        """Add days side by side: the field, its name, what stands before it."""
        parts: list[QWidget] = []
        for field, name, before in fields:
            parts += [label(before, "status")] if before else []
            parts.append(self._day(field, name))
        self.add_row(words, self.beside(*parts))

    def beside(self, *parts: QWidget) -> QWidget:
        """Put things side by side; words between them take no more than they need."""
        made = QWidget()
        line = QHBoxLayout(made)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(self.look.px(4))
        for part in parts:
            line.addWidget(part, 0 if isinstance(part, QLabel) else 1)
        return made

    def _day(self, field: str, name: str) -> DayField:
        made = self.days[field] = DayField(name, self.sheet.today)
        made.setProperty("kind", "cell")
        made.dated.connect(lambda day: self._put_day(field, day))
        made.refused.connect(self.sheet.work.said.emit)
        made.returnPressed.connect(made.focusNextChild)
        return made

    def _put_day(self, field: str, day: object) -> None:
        self.sheet.put(field, day)
        if self.sheet.cycle:
            self.days[field].show_day(getattr(self.sheet.cycle, field))

    def add_row(self, words: str, part: QWidget) -> QLabel:
        """Add something with words before it."""
        row = self.form.rowCount()
        before = Wrapped(words, "small")
        before.setContentsMargins(0, self.look.px(6), 0, 0)
        before.setBuddy(part)
        before.setFixedWidth(self.look.px(LABEL))
        self.form.addWidget(before, row, 0, Qt.AlignmentFlag.AlignTop)
        self.form.addWidget(part, row, 1)
        return before

    def add_wide(self, part: QWidget, *, at_left: bool = False) -> None:
        """Add something across the quarter, or only as wide as it needs."""
        where = Qt.AlignmentFlag.AlignLeft if at_left else Qt.AlignmentFlag(0)
        self.form.addWidget(part, self.form.rowCount(), 0, 1, 2, where)

    def pick(self, choose: Choose) -> PickField:
        """Make a list to choose from."""
        pick = self.picks[choose.field] = PickField(choose.words)
        for value, words in choose.values:
            pick.addItem(words, value)
        pick.activated.connect(lambda _at: self.sheet.put(choose.field, pick.currentData()))
        return pick

    def _write(self, field: str, text: str) -> None:
        self.sheet.put(field, text, burst=True)

    # --- showing ---------------------------------------------------------------------------------
    @property
    def made(self) -> int:
        """How many fields and rows there are by now."""
        return len(self.cells) + sum(len(it.rows) for it in self.lists)

    def fill(self) -> None:
        """Make the fields, when they are first needed."""

    def wait_for(self, words: str) -> None:
        """Show one sentence instead of the fields; empty shows the fields."""
        if not words and not self.form.count():
            self.fill()
        self.waiting.setText(words)
        self.waiting.setVisible(bool(words))
        self.body.setVisible(not words)

    def tell(self, cycle: Cycle) -> None:
        """Show what a cycle says."""
        off = self.sheet.work.read_only
        for field, cell in self.cells.items():
            cell.show_text(getattr(cycle, field))
            if cell.isReadOnly() != off:
                cell.setReadOnly(off)
        for field, day in self.days.items():
            day.show_day(getattr(cycle, field))
            day.setReadOnly(off)
        for field, pick in self.picks.items():
            pick.setCurrentIndex(max(0, pick.findData(getattr(cycle, field))))
            pick.setEnabled(not off)

    def show_row(self, field: str, *, is_shown: bool) -> None:
        """Show a field with its words, or not."""
        self.cells[field].setVisible(is_shown)
        self.words[field].setVisible(is_shown)
