"""What stands at the left of a problem: the other problems, and the pages that work on it."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMenu,
    QTreeWidget,
    QTreeWidgetItem,
    QTreeWidgetItemIterator,
    QVBoxLayout,
    QWidget,
)

from ilead_studio import edits
from ilead_studio.model import Fishbone, Page, Workbook, pages
from ilead_studio.rules.names import page_name
from ilead_studio.rules.problem_words import page_words
from ilead_studio.ui.looks.icons import icon
from ilead_studio.ui.looks.look import Look
from ilead_studio.ui.problem.in_view import ProblemInView
from ilead_studio.ui.problem.list_view import ProblemList
from ilead_studio.ui.sight.lit import lit_of
from ilead_studio.ui.widgets.parts import button, label, rule
from ilead_studio.words import say

if TYPE_CHECKING:
    from ilead_studio.ui.window import MainWindow

_SIGNS = {"fishbone": "fish-bone", "theory": "hierarchy-2"}


class ProblemLeft(QWidget):
    """The list of problems, and under it the pages of the one in view."""

    def __init__(self, shown: ProblemInView, look: Look, window: "MainWindow") -> None:
        super().__init__()
        self._shown, self._look = shown, look
        self.setProperty("kind", "left")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.list = ProblemList(shown, look)
        self.owned = OwnedPages(shown, look, window)
        self.setFocusProxy(self.list)
        stack = QVBoxLayout(self)
        stack.setContentsMargins(*[look.px(8)] * 4)
        stack.setSpacing(look.px(4))
        stack.addLayout(self._head(say("Problems"), say("New problem"), self.list.new_asked.emit))
        stack.addWidget(self.list, 3)
        stack.addWidget(rule())
        add = say("Let a page work on this problem")
        stack.addLayout(self._head(say("What this problem owns"), add, self.owned.ask_page))
        stack.addWidget(self.owned, 2)

    def _head(self, title: str, adds: str, does: Callable[[], None]) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setContentsMargins(self._look.px(8), 0, 0, 0)
        head.addWidget(label(title, "label"), 1)
        add = button("", "", self._look, sign="plus", does=does)
        add.setAccessibleName(adds)
        add.setToolTip(adds)
        head.addWidget(add)
        return head

    def refresh(self) -> None:
        """Show the problems, and what the one in view owns."""
        self.list.refresh()
        self.owned.refresh()


class OwnedPages(QTreeWidget):
    """The fishbones and driver diagrams of the problem in view; Enter goes to one."""

    def __init__(self, shown: ProblemInView, look: Look, window: "MainWindow") -> None:
        super().__init__()
        self._shown, self._work, self._look, self._window = shown, shown.work, look, window
        self._known: object = None
        self.setProperty("kind", "bare")
        self.setHeaderHidden(True)
        self.setIndentation(look.px(16))
        self.setAccessibleName(say("What this problem owns"))
        self.setWordWrap(True)
        self._lit = lit_of(shown.work)
        self._lit.show_in(self)
        self._lit.changed.connect(self._fade)
        self.itemActivated.connect(lambda item, _column: self._go(item))
        self.itemClicked.connect(lambda item, _column: self._go(item))

    def refresh(self) -> None:
        """Show the pages that work on the problem."""
        problem = self._shown.problem
        mine = [it for it in pages(self._work.workbook) if problem and it.problem_id == problem.id]
        known = [(it.id, page_name(it)) for it in mine]
        if known != self._known:
            self._known = known
            self._fill(mine)

    def _fill(self, mine: list[Page]) -> None:
        self.clear()
        bones = [it for it in mine if isinstance(it, Fishbone)]
        theories = [it for it in mine if not isinstance(it, Fishbone)]
        kinds: tuple[tuple[str, str, Sequence[Page]], ...] = (
            ("fishbone", say("Fishbones"), bones), ("theory", say("Theories"), theories),
        )  # fmt: skip
        for kind, words, some in kinds:
            if some:
                self._add(kind, words, some)
        if not mine:
            none = QTreeWidgetItem(self, [say("No page works on it yet.")])
            none.setFlags(Qt.ItemFlag.ItemIsEnabled)
        if first := self.topLevelItem(0):
            self.setCurrentItem(first)

    def _add(self, kind: str, words: str, some: Sequence[Page]) -> None:
        sign = icon(_SIGNS[kind], self._look.theme, self._look.px(16), "ink_soft")
        head = QTreeWidgetItem(self, [words])
        head.setIcon(0, sign)
        for page in some:
            made = QTreeWidgetItem(head, [page_name(page)])
            made.setData(0, Qt.ItemDataRole.UserRole, page.id)
            made.setToolTip(0, page_name(page))
        head.setExpanded(True)
        self._fade()

    def _fade(self) -> None:
        """Let pages be pale of which nothing is in the line of sight."""
        every = QTreeWidgetItemIterator(self)
        while item := every.value():
            page_id = item.data(0, Qt.ItemDataRole.UserRole) or ""
            item.setForeground(0, QColor(self._lit.theme(self._look.theme, page_id).ink))
            every += 1

    def _go(self, item: QTreeWidgetItem) -> None:
        page_id = item.data(0, Qt.ItemDataRole.UserRole)
        if page_id:
            self._work.open_page(page_id)
            self._window.arranged.back_to_page()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete lets a page work on the problem no longer; the page stays."""
        item = self.currentItem()
        page_id = item.data(0, Qt.ItemDataRole.UserRole) if item else ""
        if event.key() == Qt.Key.Key_Delete and page_id:
            self._link(page_id, None)
        else:
            super().keyPressEvent(event)

    def _link(self, page_id: str, problem_id: str | None) -> None:
        words = say("link a problem") if problem_id else say("take a page off its problem")
        self._work.step(words, lambda book: edits.link_problem(book, page_id, problem_id))

    def ask_page(self) -> None:
        """Offer a new page, and those that do not work on the problem yet."""
        problem, book = self._shown.problem, self._work.workbook
        if problem is None or self._work.refuses():
            return
        menu = QMenu(self)
        for kind, words in (("fishbone", say("New fishbone")), ("theory", say("New theory"))):
            made = menu.addAction(words)
            made.triggered.connect(lambda _=False, kind=kind: self._begin(kind))
        menu.addSeparator()
        for page in pages(book):
            if page.problem_id != problem.id:
                words = page_words(book, page.id, problem.id).replace("&", "&&")
                made = menu.addAction(words)
                made.triggered.connect(lambda _=False, it=page.id: self._link(it, problem.id))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.mapToGlobal(self.rect().topLeft()))

    def _begin(self, kind: str) -> None:
        """Add a page that works on the problem, and go there."""
        problem, new_id = self._shown.problem, self._work.ids()
        if problem is None:
            return

        def edit(book: Workbook) -> Workbook:
            if kind == "fishbone":
                book = edits.add_fishbone(book, new_id, head=problem.text)
            else:
                book = edits.add_theory(book, new_id)
            return edits.link_problem(book, new_id, problem.id)

        words = say("add a fishbone") if kind == "fishbone" else say("add a driver diagram")
        if self._work.step(words, edit, page_id=new_id):
            self._work.turn_to("")
            self._window.arranged.back_to_page()
