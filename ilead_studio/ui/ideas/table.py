"""The change ideas as a table: one row each, and an empty one for the next."""

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QHeaderView,
    QTableView,
    QWidget,
)

from ilead_studio.model import Idea
from ilead_studio.rules.ideas import NUMBERS, USUAL, IdeaRow, cell, heading, spoken_idea
from ilead_studio.ui.commands.keymap import KeyMap
from ilead_studio.ui.commands.keys import letter_of
from ilead_studio.ui.ideas.cells import ROW, IdeaCells
from ilead_studio.ui.ideas.choice import IdeaChoice
from ilead_studio.ui.lists.index import Index
from ilead_studio.ui.looks.look import Look
from ilead_studio.ui.meanwhile.once import Once
from ilead_studio.ui.widgets.parts import GrowingField
from ilead_studio.words import say

_WIDTHS: Final = {
    "ref": 44, "party": 104, "state": 122, "cycles": 68, "kind": 140, "effort": 68, "impact": 70,
    "votes": 62, "origin": 116,
}  # fmt: skip
_LEAST: Final = {"text": 180, "serves": 150}
"""The least widths of the columns that share what is left, in these parts."""
_WRAPPED: Final = ("text", "serves", "party", "kind", "origin")
_STEPS: Final = {"move up": -1, "move down": 1}
_NOWHERE: Final = QModelIndex()


class IdeaModel(QAbstractTableModel):
    """The rows that are shown, and the empty one after them."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[IdeaRow, ...] = ()
        self.columns: tuple[str, ...] = USUAL
        self.can_add = True

    def show_rows(
        self, rows: tuple[IdeaRow, ...], columns: tuple[str, ...], *, can_add: bool
    ) -> bool:
        """Show other rows; tells whether they are others, not only other words in them."""
        new = [it.idea.id for it in rows], columns, can_add
        if new == ([it.idea.id for it in self.rows], self.columns, self.can_add):
            self.rows = rows
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows), len(columns) - 1))
            return False
        self.beginResetModel()
        self.rows, self.columns, self.can_add = rows, columns, can_add
        self.endResetModel()
        return True

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Count the rows."""
        return 0 if parent.isValid() else len(self.rows) + self.can_add

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Count the columns."""
        return 0 if parent.isValid() else len(self.columns)

    def row_at(self, at: int) -> IdeaRow | None:
        """Return a row; None for the empty one."""
        return self.rows[at] if 0 <= at < len(self.rows) else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a cell says, also to a screen reader."""
        row, column = self.row_at(index.row()), self.columns[index.column()]
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(index.row(), row, column)
        if role == Qt.ItemDataRole.AccessibleDescriptionRole and row:
            return spoken_idea(row)
        if role == Qt.ItemDataRole.ToolTipRole and row:
            return "\n".join(row.serves) if column == "serves" else cell(row, column)
        if role == Qt.ItemDataRole.DisplayRole:
            return cell(row, column) if row else ""
        return None

    def _spoken(self, at: int, row: IdeaRow | None, column: str) -> str:
        if row is None:
            return say("Empty row: type the next idea")
        place = say("{position} of {siblings}", position=at + 1, siblings=len(self.rows))
        return f"{heading(column)}: {cell(row, column) or say('empty')}, {place}"

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return the words over a column."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        column = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return heading(column)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column in NUMBERS else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.ToolTipRole:
            return say(
                "Sort by {column}; again turns it, then its own order", column=heading(column)
            )
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let the words be edited."""
        own = super().flags(index)
        is_words = self.columns[index.column()] == "text"
        return own | Qt.ItemFlag.ItemIsEditable if is_words and self.can_add else own


class IdeaTable(QTableView):
    """Shows the ideas; typing begins the next one in the empty row.

    ``typed`` brings an idea (empty for a new one) and its words, ``asked`` a command of the table
    of keys, ``menu_asked`` a point of the screen at which the menu is wanted,
    ``moved`` lets the chosen idea go up (-1) or down (1).
    """

    typed = Signal(str, str)
    asked = Signal(str)
    menu_asked = Signal(QPoint)
    moved = Signal(int)

    def __init__(self, choice: IdeaChoice, look: Look, keys: KeyMap) -> None:
        super().__init__()
        self._choice, self._look, self._keys = choice, look, keys
        self._model, self._filling = IdeaModel(), False
        self._wrapped: dict[str, int] = {}
        self._sharing = Once(self._share_width, self)
        self.setModel(self._model)
        self._cells = IdeaCells(look, self, choice.lit)
        choice.lit.show_in(self)
        self.setItemDelegate(self._cells)
        self.invitation = say("Type the next idea")
        self.setProperty("kind", "rows")
        self.setAccessibleName(say("Change ideas"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(look.px(32))
        self._dress_head(self.horizontalHeader())
        for signal in (
            self.selectionModel().selectionChanged,
            self.selectionModel().currentChanged,
        ):
            signal.connect(self._on_chosen)
        self.doubleClicked.connect(lambda _index: self.asked.emit("edit"))

    def _dress_head(self, head: QHeaderView) -> None:
        head.setFixedHeight(self._look.px(32))
        head.setMinimumSectionSize(self._look.px(40))
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setHighlightSections(False)
        head.setSectionsClickable(True)
        head.sectionClicked.connect(
            lambda at: self._choice.sort(self._choice.order.after(self.columns[at]))
        )

    # --- what is shown ---------------------------------------------------------------------------
    @property
    def columns(self) -> tuple[str, ...]:
        """The columns that are shown."""
        return self._model.columns

    def show_rows(self, columns: tuple[str, ...], *, can_add: bool) -> None:
        """Show what the choice says, with the keyboard at the chosen idea."""
        self._filling = True
        before = self._model.rows
        others = self._model.show_rows(self._choice.rows, columns, can_add=can_add)
        self._filling = False
        self._show_order()
        if others:
            self._sharing.ask()  # once, when the table has its width
        else:
            pairs = zip(before, self._model.rows, strict=True)
            self._give_height(at for at, (old, new) in enumerate(pairs) if old != new)
        self.show_chosen()

    def _show_order(self) -> None:
        """Show an arrow at the heading by which the list is sorted."""
        head, order = self.horizontalHeader(), self._choice.order
        there = order.column in self.columns
        head.setSortIndicatorShown(there)
        if there:
            up, down = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder
            head.setSortIndicator(self.columns.index(order.column), down if order.turned else up)

    def _share_width(self) -> None:
        """Give the columns their widths, and the rows the height that these need."""
        widths = self._widths()
        for at, name in enumerate(self.columns):
            self.setColumnWidth(at, widths[name])
        self._wrapped = {name: widths[name] for name in self.columns if name in _WRAPPED}
        self._give_height(range(self._model.rowCount()))
        self.scrollTo(self.currentIndex())

    def _give_height(self, rows: Iterable[int]) -> None:
        """Give rows the height that their words need."""
        wrapped = self._wrapped
        for at in rows:
            tall = self._cells.height_of(self._model.row_at(at), wrapped)
            if tall != self.rowHeight(at):
                self.setRowHeight(at, tall)

    def _widths(self) -> dict[str, int]:
        px = self._look.px
        widths = {name: px(_WIDTHS.get(name, 0)) for name in self.columns}
        free = self.viewport().width() - sum(widths.values())
        least = {name: px(wide) for name, wide in _LEAST.items()}
        whole = max(free, sum(least.values()))
        widths["text"] = max(least["text"], round(whole * 0.53))
        widths["serves"] = whole - widths["text"]
        return widths

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width anew."""
        super().resizeEvent(event)
        self._sharing.ask()

    # --- what is chosen --------------------------------------------------------------------------
    def show_chosen(self) -> None:
        """Select the chosen ideas; the last one is the current row, and is in sight."""
        at = {row.idea.id: number for number, row in enumerate(self._model.rows)}
        rows = [at[it] for it in self._choice.ids if it in at]
        if rows == self._selected_rows() and rows and self.currentIndex().row() == rows[-1]:
            return
        self._filling = True
        model, flag = self.selectionModel(), QItemSelectionModel.SelectionFlag
        model.clearSelection()
        for row in rows:
            model.select(self._model.index(row, 1), flag.Select | flag.Rows)
        column = max(1, self.currentIndex().column())
        here = self._model.index(rows[-1] if rows else self._model.rowCount() - 1, column)
        model.setCurrentIndex(here, flag.NoUpdate)
        self.scrollTo(here)
        self._filling = False

    def _selected_rows(self) -> list[int]:
        return [index.row() for index in self.selectionModel().selectedRows(1)]

    def _on_chosen(self) -> None:
        """Let the chosen rows be the chosen ideas; the current one is the last."""
        if self._filling:
            return
        now = self.currentIndex().row()
        rows = sorted(self._selected_rows(), key=lambda row: (row == now, row))
        every = (self._model.row_at(row) for row in rows)
        self._choice.choose(*(row.idea.id for row in every if row))

    def box(self) -> QRect:
        """Return where the words of the current row are on the screen."""
        box = self.visualRect(self._model.index(self.currentIndex().row(), 1))
        return QRect(self.viewport().mapToGlobal(box.topLeft()), box.size())

    def beside(self, _idea: Idea) -> tuple[IdeaRow, ...]:
        """Return the ideas that are shown."""
        return self._model.rows

    # --- moving ----------------------------------------------------------------------------------
    def shift(self, name: str) -> None:
        """Let the chosen idea go past its neighbour."""
        self.moved.emit(_STEPS[name])

    def why_not_shift(self, name: str) -> str:
        """Say that ideas move in their own order only, and up or down."""
        if name not in _STEPS:
            return say("On the board it goes to another state so, on the square to another step.")
        if self._choice.order.column:
            return say("The list is sorted. Go back to its own order first, then move.")
        at = next((n for n, row in enumerate(self._model.rows)
                   if row.idea.id == self._choice.last), 0) + _STEPS[name]  # fmt: skip
        ends = not 0 <= at < len(self._model.rows)
        return say("It is at the end of the list already.") if ends else ""

    # --- typing ----------------------------------------------------------------------------------
    def edit_words(self) -> None:
        """Edit the words of the current row."""
        self._open(self.currentIndex().row())

    def begin_next(self, letter: str = "") -> None:
        """Open the empty row; with the letter that was typed for it."""
        self._open(len(self._model.rows))
        field = self.editor
        if field is not None and letter:
            field.insertPlainText(letter)

    def _open(self, row: int) -> None:
        """Open the field over a row; what is chosen stays so while a next idea is typed."""
        index = self._model.index(row, self.columns.index("text"))
        flag = QItemSelectionModel.SelectionFlag
        self._filling = True
        self.selectionModel().setCurrentIndex(index, flag.ClearAndSelect | flag.Rows)
        self._filling = False
        self.scrollTo(index)
        self.edit(index)

    @property
    def editor(self) -> GrowingField | None:
        """The field that is open over a row."""
        return self.viewport().findChild(GrowingField, "idea words")

    def end_editing(self, editor: GrowingField | None = None, *, goes_on: bool = False) -> None:
        """Keep what is typed; after a next idea ``goes_on`` opens the one after it."""
        field = editor or self.editor
        if field is None or self.state() != self.State.EditingState:
            return
        words, row = field.toPlainText().strip(), self._model.row_at(self.currentIndex().row())
        field.setObjectName("")
        self.closeEditor(field, QAbstractItemDelegate.EndEditHint.RevertModelCache)
        self.typed.emit(row.idea.id if row else "", words)
        if goes_on and row is None and words:
            self.begin_next()

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Go back to the chosen idea when the field closes."""
        super().closeEditor(editor, hint)
        self.show_chosen()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Letters begin the next idea; commands are asked for; arrows walk."""
        name, letter = self._keys.asked_on_item(event), letter_of(event)
        if self.state() == self.State.EditingState:
            return
        if name and name not in ("in", "out", "clear", "home"):
            self.asked.emit(name)
        elif letter and self._model.can_add:
            self.begin_next(letter)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the row under the pointer."""
        self.menu_asked.emit(event.globalPos())
