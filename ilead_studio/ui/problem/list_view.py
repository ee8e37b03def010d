"""The problems at the left: renamed in place, moved with Alt and arrows or dragged, deleted."""

from typing import Final

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QDropEvent,
    QKeyEvent,
    QPalette,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ilead_studio import edits
from ilead_studio.rules.problem_words import left_words
from ilead_studio.ui.commands.keys import ALT, Pressed, pressed
from ilead_studio.ui.lists.index import Index
from ilead_studio.ui.lists.laid import height
from ilead_studio.ui.lists.painted import place_of_drop
from ilead_studio.ui.lists.row_menu import menu_point, show_menu
from ilead_studio.ui.looks.icons import icon
from ilead_studio.ui.looks.look import Look
from ilead_studio.ui.problem.in_view import ProblemInView
from ilead_studio.ui.sight.lit import lit_of
from ilead_studio.words import say, short

_ID: Final = Qt.ItemDataRole.UserRole
_SIGN: Final = "alert-triangle"
_MOST_LINES, _LEFT, _AIR = 3, 44, 12
_MOVES: Final[dict[Pressed, int]] = {(Qt.Key.Key_Up, ALT): -1, (Qt.Key.Key_Down, ALT): 1}


class ProblemList(QListWidget):
    """Shows the problem that is chosen; ``new_asked`` wants one more, ``asked`` a command."""

    new_asked = Signal()
    asked = Signal(str)

    def __init__(self, shown: ProblemInView, look: Look) -> None:
        super().__init__()
        self._shown, self._work, self._look, self._filling = shown, shown.work, look, False
        self.lit = lit_of(shown.work)
        self.lit.show_in(self)
        self.setItemDelegate(_Rows(look, self))
        self.setProperty("kind", "found")
        self.setAccessibleName(say("Problems"))
        self.setWordWrap(True)
        self.setEditTriggers(self.EditTrigger.DoubleClicked | self.EditTrigger.EditKeyPressed)
        self.setDragDropMode(self.DragDropMode.InternalMove)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.currentItemChanged.connect(self._open)
        self.itemChanged.connect(self._rename)

    def refresh(self) -> None:
        """Show the problems, the one in view chosen."""
        every, problem = self._work.workbook.problems, self._shown.problem
        told = [(it.id, it.text) for it in every]
        now = [(self._item(at).data(_ID), self._item(at).text()) for at in range(self.count())]
        self._filling = True
        if [it[0] for it in told] != [it[0] for it in now]:
            self._fill(told)
        elif told != now:
            for at, (_, words) in enumerate(told):
                self._item(at).setText(words)
            self.scheduleDelayedItemsLayout()
        self.setCurrentRow(every.index(problem) if problem else -1)
        self._filling = False

    def _item(self, at: int) -> QListWidgetItem:
        return self.item(at)

    def _fill(self, told: list[tuple[str, str]]) -> None:
        self.clear()
        for problem_id, words in told:
            made = QListWidgetItem(words)
            made.setData(_ID, problem_id)
            made.setIcon(icon(_SIGN, self._look.theme, self._look.px(18), "ink_soft"))
            made.setToolTip(words)
            made.setFlags(made.flags() | Qt.ItemFlag.ItemIsEditable)
            self.addItem(made)

    def _open(self, now: QListWidgetItem | None, _was: QListWidgetItem | None) -> None:
        if now is not None and not self._filling:
            self._shown.show(now.data(_ID))

    def _rename(self, item: QListWidgetItem) -> None:
        """Take other words; those that cannot be taken are as they were again."""
        if self._filling:
            return
        problem_id, words = item.data(_ID), item.text()
        self._work.step(
            say("rename the problem"),
            lambda book: edits.put_problem(book, problem_id, text=words),
        )
        self.refresh()

    # --- what is done with a problem -------------------------------------------------------------
    def rename(self) -> None:
        """Let the words of the problem in view be typed."""
        if self.currentItem() and not self._work.refuses():
            self.setFocus(Qt.FocusReason.OtherFocusReason)
            self.editItem(self.currentItem())

    def move_by(self, step: int) -> None:
        """Move the problem in view among the others."""
        at, every = self.currentRow(), self._work.workbook.problems
        if not 0 <= at + step < len(every):
            self._work.said.emit(say("It stands at the end already."))
            return
        self._move_before(at, at + step + (step > 0))

    def _move_before(self, at: int, to: int) -> None:
        every = self._work.workbook.problems
        problem, before = every[at], every[to].id if to < len(every) else None
        words = say("move the problem “{text}”", text=short(problem.text))
        self._work.step(words, lambda book: edits.move_problem(book, problem.id, before))
        self.refresh()

    def delete(self) -> None:
        """Delete the problem in view; what worked on it stays, and that is said."""
        problem = self._shown.problem
        if problem is None:
            return
        at, told = self.currentRow(), left_words(self._work.workbook, problem)
        words = say("delete the problem “{text}”", text=short(problem.text))
        if self._work.step(words, lambda book: edits.delete_problem(book, problem.id)):
            left = self._work.workbook.problems
            self._shown.show(left[min(at, len(left) - 1)].id if left else "")
            self._work.said.emit(told)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt and arrows move, Delete deletes, Enter asks for the next one."""
        if self.state() == self.State.EditingState:
            return  # a key that its field has done already comes on to the list
        if step := _MOVES.get(pressed(event), 0):
            self.move_by(step)
        elif event.key() == Qt.Key.Key_Delete:
            self.delete()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.new_asked.emit()
        else:
            super().keyPressEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Move the problem that was dragged; the list itself follows the document."""
        to = place_of_drop(self, event, self.count())
        if to not in (self.currentRow(), self.currentRow() + 1):
            self._move_before(self.currentRow(), to)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Show what can be done, under the pointer or under the row."""
        if self.currentItem():
            self._show_menu(menu_point(self, event))

    def _show_menu(self, at: QPoint) -> None:
        show_menu(self, at, (
            (say("New problem"), self.new_asked.emit),
            (say("Rename"), self.rename),
            (say("Move up"), lambda: self.move_by(-1)),
            (say("Move down"), lambda: self.move_by(1)),
            (say("Line of sight, or no more"), lambda: self.asked.emit("line of sight")),
            (say("Line of sight in words"), lambda: self.asked.emit("sight in words")),
            (say("Delete the problem"), self.delete),
        ))  # fmt: skip

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap the words anew at another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()


class _Rows(QStyledItemDelegate):
    """Makes a row as high as its words, three lines at most."""

    def __init__(self, look: Look, view: ProblemList) -> None:
        super().__init__(view)
        self._look, self._view = look, view

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Let the icon be as large as the text scale wants it."""
        super().initStyleOption(option, index)
        option.decorationSize = QSize(self._look.px(18), self._look.px(18))
        theme = self._view.lit.theme(self._look.theme, index.data(_ID))
        option.palette.setColor(QPalette.ColorRole.Text, QColor(theme.ink))
        option.icon = icon(_SIGN, theme, self._look.px(18), "ink_soft")

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the room for the words beside the icon."""
        px, size = self._look.px, self._look.type("body")
        wide = self._view.viewport().width() - px(_LEFT)
        line = height("X", wide, size)
        high = min(height(str(index.data()), wide, size), _MOST_LINES * line)
        return QSize(0, max(self._look.hit("control"), high + px(_AIR)))

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Put a field over the words, and name it."""
        made = super().createEditor(parent, option, index)
        made.setAccessibleName(say("The problem, in one or two sentences"))
        return made
