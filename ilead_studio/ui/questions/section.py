"""Open questions: what the team does not know yet, in one list, with who could find out."""

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from ilead_studio.model import Workbook
from ilead_studio.rules.open_list import SORTS, Asked, Sort, sort_words, sorts, why_here_words
from ilead_studio.rules.open_questions import open_words
from ilead_studio.ui.commands.keys import is_escape
from ilead_studio.ui.looks.look import HEAD, Look
from ilead_studio.ui.meanwhile.once import Once, beside, has_keyboard
from ilead_studio.ui.questions.table import OpenTable
from ilead_studio.ui.widgets.parts import OneLine, Wrapped, button, label, panel
from ilead_studio.words import say

if TYPE_CHECKING:
    from ilead_studio.ui.commands.features import Deeds
    from ilead_studio.ui.window import MainWindow

NAME: Final = "open questions"
_WIDEST: Final = 1200
_SORT: Final = Qt.ItemDataRole.UserRole


class OpenView(QObject):
    """What the window shows of the list; it goes with its page when another look comes."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__()
        self._window, self._work = window, window.work
        clock = window.around.clock
        self.table = OpenTable(window.work, window.look, lambda: clock().date())
        self.told = Wrapped("", "small")
        self.page: QWidget = _Page(self.table, self.told, window)
        self.setParent(self.page)
        self.sorts = SortList(window.look)
        self.left: QWidget = _left(self.sorts, window.look)
        self.right: QWidget | None = None
        self.table.gone_to.connect(self._go_to)
        self.table.selectionModel().currentChanged.connect(window.show_state)
        self.sorts.chosen.connect(self._show)
        self.sorts.entered.connect(partial(self.table.setFocus, Qt.FocusReason.OtherFocusReason))
        self._first = Once(self._refresh_page, self.page, lambda: not has_keyboard(self.page))
        self._then = Once(self._refresh_left, self.page, beside)
        for signal in (self._work.renewed, self._work.changed, self._work.opened):
            signal.connect(self._first.ask)
            signal.connect(self._then.ask)
        self._work.turned.connect(self._refresh_page)
        self._work.turned.connect(self._refresh_left)
        self._refresh_page()
        self._refresh_left()

    def _refresh_page(self) -> None:
        if self._work.section == NAME:
            self.told.setText(why_here_words(self._work.workbook))
            self.table.refresh()

    def _refresh_left(self) -> None:
        if self._work.section == NAME:
            self.sorts.show_sorts(sorts(self._work.workbook), self.table.sort)
            self._window.show_state()

    def _show(self, sort: Sort) -> None:
        if sort != self.table.sort:
            self.table.sort = sort
            self.table.refresh()
            self.table.go(0)
            self._window.show_state()

    # --- what the frame asks ---------------------------------------------------------------------
    def counts(self) -> str:
        """Say how many questions are open."""
        return open_words(self._work.workbook) or say("No open question")

    def keys(self) -> tuple[str, ...]:
        """Name the keys that help where the keyboard is."""
        if has_keyboard(self.left):
            return (say("Arrows  show others"), say("Enter  questions"))
        row = self.table.rows.row_at(self.table.currentIndex().row())
        if row is None or row.question_id:
            return (say("Type: next question"), say("F2  change"), say("Enter in Answered  today"),
                    say("Del  delete"))  # fmt: skip
        return (say("Enter  go there"), say("Type: next question"))

    def deeds(self) -> "Deeds":
        """Return what the commands do here."""
        return {"delete": self.table.delete, "next": self._begin}

    def why_not(self, _name: str) -> str:
        """Refuse nothing: the table says what cannot be done."""
        return ""

    def show_item(self, item_id: str) -> None:
        """Show a question that was noted, open or answered."""
        question = next((it for it in self._work.workbook.questions if it.id == item_id), None)
        if question is not None:
            self._show("answered" if question.answered else "every")
            self._refresh_left()
            self.table.show_question(item_id)

    # --- what is done ----------------------------------------------------------------------------
    def _begin(self) -> None:
        """Go to the empty row."""
        self._show("every")
        self._refresh_left()
        self.table.go(len(self.table.rows.rows))
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_to(self, row: Asked) -> None:
        """Show what a question is about, where it stands."""
        work, window = self._work, self._window
        if row.page_id:
            work.open_page(row.page_id)
            work.select(row.item_id)
            window.arranged.back_to_page()
            return
        there = _section_of(work.workbook, row.item_id)
        if there:
            window.sections.go(there, row.item_id)


def _section_of(book: Workbook, item_id: str) -> str:
    """Name the section that shows what a question is about; empty for none."""
    ids = {
        "pdsa": {it.id for it in book.cycles}, "ideas": {it.id for it in book.ideas},
        "problem": {it.id for it in book.problems}, "measures": {it.id for it in book.measures},
    }  # fmt: skip
    return next((name for name, known in ids.items() if item_id in known), "")


class _Page(QWidget):
    """The head of the page, and the table under it."""

    def __init__(self, table: OpenTable, told: QWidget, window: "MainWindow") -> None:
        super().__init__()
        look = window.look
        self._window = window
        self.setProperty("kind", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(say("Open questions"))
        stack, line, wide = QVBoxLayout(self), QHBoxLayout(), QHBoxLayout()
        stack.setContentsMargins(*[look.px(it) for it in (16, 4, 16, 12)])
        stack.setSpacing(look.px(4))
        head = panel("panel")
        head.setMinimumHeight(look.px(HEAD - 8))
        line = QHBoxLayout(head)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(OneLine("title", say("Open questions")), 1)
        line.addWidget(button(say("Note a question"), "plain", look, sign="plus",
                              does=lambda: window.do("note question")))  # fmt: skip
        table.setMaximumWidth(look.px(_WIDEST))
        wide.addWidget(table, 1)
        wide.addStretch(0)
        stack.addWidget(head)
        stack.addWidget(told)
        stack.addLayout(wide, 1)
        self.setFocusProxy(table)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Give the keyboard to the list at the left with Escape."""
        if is_escape(event):
            self._window.do("area before")
        else:
            super().keyPressEvent(event)


class SortList(QListWidget):
    """Which questions are shown, with how many there are; ``entered`` tells of Enter."""

    chosen = Signal(str)
    entered = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look, self._filling = look, False
        self.setProperty("kind", "found")
        self.setAccessibleName(say("Which questions are shown"))
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.currentItemChanged.connect(self._choose)

    def show_sorts(self, known: tuple[tuple[Sort, int], ...], shown: Sort) -> None:
        """Show how many there are of each."""
        self._filling = True
        if not self.count():
            self.addItems([""] * len(SORTS))
        for at, (sort, number) in enumerate(known):
            item = self.item(at)
            item.setText(say("{words}: {number}", words=sort_words(sort), number=number))
            item.setData(_SORT, sort)
        self.setCurrentRow(SORTS.index(shown))
        self._filling = False

    def _choose(self, now: QListWidgetItem | None, _was: QListWidgetItem | None) -> None:
        if now is not None and not self._filling:
            self.chosen.emit(now.data(_SORT))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the questions."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        else:
            super().keyPressEvent(event)


def _left(sorts_shown: SortList, look: Look) -> QWidget:
    """Put the list under its heading."""
    made = panel("left")
    stack = QVBoxLayout(made)
    stack.setContentsMargins(*[look.px(8)] * 4)
    stack.setSpacing(look.px(4))
    title = label(say("Show"), "label")
    title.setContentsMargins(look.px(8), look.px(4), 0, look.px(4))
    stack.addWidget(title)
    stack.addWidget(sorts_shown, 1)
    made.setFocusProxy(sorts_shown)
    return made
