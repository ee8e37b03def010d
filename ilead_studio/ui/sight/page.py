"""The line of sight in words: the whole chain of one thing as an outline whose lines are links."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from ilead_studio.model import Workbook
from ilead_studio.rules.outline import named
from ilead_studio.rules.sight_outline import SightRow, sight_rows, sight_words
from ilead_studio.ui.commands.keys import is_escape
from ilead_studio.ui.looks.icons import icon
from ilead_studio.ui.looks.typeface import widget_font
from ilead_studio.ui.meanwhile.once import Once, beside
from ilead_studio.ui.widgets.parts import Wrapped, label
from ilead_studio.words import say, short

if TYPE_CHECKING:
    from ilead_studio.ui.commands.features import Deeds
    from ilead_studio.ui.looks.look import Look
    from ilead_studio.ui.window import MainWindow
    from ilead_studio.ui.work import Work

NAME: Final = "sight in words"
_PLACE: Final = Qt.ItemDataRole.UserRole


def section_of(workbook: Workbook, item_id: str) -> str:
    """Return the section that shows something which stands on no page; empty if none does."""
    kinds = (
        ("problem", workbook.problems), ("ideas", workbook.ideas), ("pdsa", workbook.cycles),
        ("measures", workbook.measures),
    )  # fmt: skip
    return next((name for name, every in kinds if any(it.id == item_id for it in every)), "")


class SightPage(QObject):
    """The view: a title, how much there is, and the lines."""

    def __init__(self, window: "MainWindow") -> None:
        self._frame = _Frame(window.look)
        super().__init__(self._frame)
        self._window, self._work = window, window.work
        self.page: QWidget = self._frame
        self.lines = self._frame.lines
        self.left: QWidget = window.pages
        self.right: QWidget | None = None
        self._item_id = ""
        self._frame.lines.itemActivated.connect(lambda item: self._go(item))
        self._frame.lines.itemClicked.connect(lambda item: self._go(item))
        self._frame.lines.left = self._leave
        self._refreshing = Once(self.refresh, self, beside)
        for signal in (self._work.changed, self._work.renewed):
            signal.connect(self._refreshing.ask)
        self._work.turned.connect(self._begin)
        self._begin()

    # --- what the frame asks ---------------------------------------------------------------------
    def counts(self) -> str:
        """Say of what the chain is made."""
        return sight_words(self._work.workbook, self._item_id)

    def thing(self) -> str:
        """Return what stands on the line with the keyboard."""
        return self.lines.chosen

    def keys(self) -> tuple[str, ...]:
        """Name the keys that help."""
        return say("Up, Down  walk"), say("Enter  go there"), say("Esc  back to the page")

    def deeds(self) -> "Deeds":
        """Return nothing: each line is a link."""
        return {}

    def why_not(self, _name: str) -> str:
        """Refuse nothing."""
        return ""

    def show_item(self, item_id: str) -> None:
        """Show the chain of something else."""
        self._item_id = item_id
        self.refresh()
        self._frame.lines.choose(item_id)

    # --- showing ---------------------------------------------------------------------------------
    def _begin(self) -> None:
        """Show the chain of what is selected."""
        if self._work.section == NAME:
            self.show_item(self._work.item_id)

    def refresh(self) -> None:
        """Show the chain as it is now."""
        if self._work.section == NAME:
            self._frame.show_rows(self._work, self._item_id)
            self._window.show_state()

    def _leave(self) -> None:
        self._work.turn_to("")
        self._window.arranged.back_to_page()

    def _go(self, item: QTreeWidgetItem) -> None:
        """Go where a line stands; evidence is found with what it speaks about."""
        work, sections = self._work, self._window.sections
        here: QTreeWidgetItem | None = item
        while here is not None:
            row: SightRow = here.data(0, _PLACE)
            section = section_of(work.workbook, row.id)
            if row.page_id:
                work.open_page(row.page_id)
                work.select(row.id)
                self._window.arranged.back_to_page(self._window.canvas)
                return
            if sections.knows(section):
                sections.go(section, row.id)
                return
            here = here.parent()
        work.said.emit(say("That stands on no page."))


class _Frame(QWidget):
    """The title over the lines."""

    def __init__(self, look: "Look") -> None:
        super().__init__()
        self.setProperty("kind", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        stack = QVBoxLayout(self)
        stack.setContentsMargins(*[look.px(it) for it in (16, 12, 16, 12)])
        stack.setSpacing(look.px(8))
        stack.addWidget(label(say("Line of sight"), "title"))
        self._of = Wrapped("", "lead")
        self._much = Wrapped("", "small")
        self.lines = Lines(look)
        for part in (self._of, self._much, self.lines):
            stack.addWidget(part)
        self.setFocusProxy(self.lines)

    def show_rows(self, work: "Work", item_id: str) -> None:
        """Show the chain of a thing."""
        rows = sight_rows(work.workbook, item_id)
        of = next((row.text for row in rows if row.id == item_id), "")
        words = of or next((named(row) for row in work.rows if row.id == item_id), "")
        self._of.setText(words)
        self.lines.setAccessibleName(say("Line of sight of “{text}”", text=short(words)))
        self._much.setText(sight_words(work.workbook, item_id))
        self.lines.show_rows(rows, item_id)


class Lines(QTreeWidget):
    """The lines: what it is, what kind of thing, and its reference."""

    def __init__(self, look: "Look") -> None:
        super().__init__()
        self._look = look
        self._shown: object = None
        self._lines: dict[str, _Line] = {}
        self.left = self.clearFocus
        self.setProperty("kind", "lines")
        self.setColumnCount(3)
        self.setHeaderHidden(True)
        self.setIndentation(look.px(24))
        self.setIconSize(QSize(look.px(18), look.px(18)))
        self.setUniformRowHeights(True)
        self.setTabKeyNavigation(False)
        head = self.header()
        head.setSectionsMovable(False)
        head.setStretchLastSection(False)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column, width in ((1, 170), (2, 90)):
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            head.resizeSection(column, look.px(width))
        self.ensurePolished()  # before the first row: rows are as high as that one

    def show_rows(self, rows: tuple[SightRow, ...], item_id: str) -> None:
        """Show other lines, with the keyboard at the same one."""
        if (rows, item_id) == self._shown:
            return
        self._shown = (rows, item_id)
        now = self.currentItem()
        at = now.data(0, _PLACE).id if now else item_id
        self.clear()
        self._lines = {}
        above: list[QTreeWidgetItem] = []
        for row in rows:
            del above[row.depth :]
            line = _Line(row, above[-1] if above else None)
            self._lines.setdefault(row.id, line)
            above.append(line)
        self.addTopLevelItems([it for it in self._lines.values() if not it.parent()])
        if item_id in self._lines:
            self._mark(self._lines[item_id])
        self.expandAll()
        self.choose(at)

    def _mark(self, line: QTreeWidgetItem) -> None:
        """Let the thing whose chain it is stand out."""
        line.setFont(0, widget_font(self._look.type("body"), strong=True))
        line.setIcon(0, icon("eye", self._look.theme, self._look.px(18), "accent"))

    @property
    def chosen(self) -> str:
        """The thing on the current line; empty without lines."""
        line = self.currentItem()
        return str(line.data(0, _PLACE).id) if line else ""

    def choose(self, item_id: str) -> None:
        """Put the keyboard on the line of something."""
        found = self._lines.get(item_id) or self.topLevelItem(0)
        if found:
            self.setCurrentItem(found)
            self.scrollToItem(found, QTreeWidget.ScrollHint.PositionAtCenter)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back; Enter goes where the line stands."""
        if is_escape(event):
            self.left()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentItem():
            self.itemActivated.emit(self.currentItem(), 0)
        else:
            super().keyPressEvent(event)


class _Line(QTreeWidgetItem):
    """One line; what it says is asked for only when it is seen, for there are thousands."""

    def __init__(self, row: SightRow, above: QTreeWidgetItem | None) -> None:
        super().__init__()
        self._row = row
        self._words = (row.text or row.kind, row.kind, row.ref)
        if above is not None:
            above.addChild(self)

    def data(self, column: int, role: int) -> object:
        """Say what stands in a column."""
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words[column]
        if role == _PLACE:
            return self._row
        if column == 0 and role == Qt.ItemDataRole.ToolTipRole:
            return self._row.text
        if column == 0 and role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(filter(None, self._words))
        return super().data(column, role)
