"""The outline beside the canvas: the guaranteed way for a screen reader, with the same keys."""

from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QPointF,
    QRectF,
    QSignalBlocker,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QTreeView,
    QWidget,
)

from ilead_studio.drawing.marks import Marks
from ilead_studio.rules.outline import Row
from ilead_studio.ui.canvas.gestures import Way
from ilead_studio.ui.canvas.hand import Hand
from ilead_studio.ui.canvas.over_page import UnderOver
from ilead_studio.ui.canvas.surface import Place
from ilead_studio.ui.commands.keymap import KeyMap
from ilead_studio.ui.commands.keys import begins, letter_of
from ilead_studio.ui.lists.index import Index
from ilead_studio.ui.looks.look import Look
from ilead_studio.ui.meanwhile.once import Once, beside, has_keyboard
from ilead_studio.ui.outline.model import ID, OutlineModel
from ilead_studio.ui.outline.row_painter import RowPainter, is_strong
from ilead_studio.ui.work import SLOT_ID, Work

_SMOOTH: Final = 300
"""More rows are scrolled by rows: Qt asks for the height of every row above a row's pixel."""


class OutlineView(UnderOver, QTreeView):
    """The page in view as a tree of words."""

    asked = Signal(str)
    typed = Signal(str)
    menu_asked = Signal(QPointF)
    composed = Signal(object)

    def __init__(self, work: Work, look: Look, keys: KeyMap, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._work, self._keys = work, keys
        self._painter = RowPainter(look, self)
        self._rows = OutlineModel(self._painter.size_of, self)
        self._folded: set[str] = set()
        self.hand, self._look = Hand(self, work, look, ranges=True), look
        self.hand.tapped.connect(lambda: self.asked.emit("edit"))
        self._moving = False
        self._to_show: tuple[str, ...] = ()
        self.room = 0
        """The width of a row, beside a scroll bar whether or not there is one."""
        self._refreshing = Once(self._catch_up, self, lambda: not has_keyboard(self))
        self._more = Once(self._take_part, self, beside)
        self._coming: Iterator[tuple[str, ...]] = iter(())
        self._sizing = Once(self._resize_rows, self)
        self.setModel(self._rows)
        self.setItemDelegate(self._painter)
        self._dress()
        self._listen()

    def _dress(self) -> None:
        self.setProperty("kind", "bare")
        self.setHeaderHidden(True)
        self.setIndentation(self._look.px(16))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setExpandsOnDoubleClick(False)
        self.setTabKeyNavigation(False)
        self.viewport().setMouseTracking(True)

    def _listen(self) -> None:
        work = self._work
        self.collapsed.connect(lambda index: self._folded.add(index.data(ID)))
        self.expanded.connect(lambda index: self._folded.discard(index.data(ID)))
        # a reset forgets open branches one by one, which takes ten times as long
        self._rows.modelAboutToBeReset.connect(self.collapseAll)
        self.selectionModel().selectionChanged.connect(self._on_chosen)
        work.changed.connect(self.refresh)
        work.renewed.connect(self.refresh)
        work.selected.connect(self.refresh)
        work.came_back.connect(self._show_items)
        work.seen.connect(self.viewport().update)

    def refresh(self) -> None:
        """Show the rows of the page in view; what was folded stays folded."""
        self._refreshing.ask()

    def _catch_up(self) -> None:
        """Show what differs; a tree that nobody sees waits, for it has not its width yet."""
        if not self.isVisible():
            return
        self._sizing.now()
        self._coming = self._rows.parts(self._work.rows, self._work.view.marks)
        self._take_part()

    def _take_part(self) -> None:
        """Show a part of what differs; a key that is pressed then need not wait for the others."""
        self._moving = True
        self._unfold(next(self._coming, ()))
        modes = QAbstractItemView.ScrollMode
        smooth = len(self._rows.rows) <= _SMOOTH
        self.setVerticalScrollMode(modes.ScrollPerPixel if smooth else modes.ScrollPerItem)
        self._follow()
        self._moving = False
        if self._rows.is_partial:
            self._more.ask()
            return
        self._unfold(next(self._coming, ()))
        self._show_items(self._to_show)
        self._to_show = ()

    def _complete(self) -> None:
        """Show all that is to be shown."""
        self._refreshing.now()
        while self._more.is_due:
            self._more.now()

    def _unfold(self, come: tuple[str, ...]) -> None:
        """Open every branch that came but those that were folded."""
        with QSignalBlocker(self):  # nobody folded or opened anything
            if len(come) == len(self._rows.rows):
                self.expandAll()
            for item_id in come:
                above = self._rows.index_of(item_id).parent()
                if above.isValid() and above.data(ID) not in self._folded:
                    self.expand(above)
            for item_id in self._folded.intersection(come):
                self.collapse(self._rows.index_of(item_id))

    def _follow(self) -> None:
        """Select what the session selects."""
        choose, chosen = self.selectionModel(), QItemSelection()
        for item_id in self._work.ids_selected:
            index = self._rows.index_of(item_id)
            if index.isValid():
                chosen.select(index, index)
        choose.select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        last = self._rows.index_of(self._work.item_id)
        if last.isValid():
            choose.setCurrentIndex(last, QItemSelectionModel.SelectionFlag.NoUpdate)
        self.scrollTo(self._rows.index_of(SLOT_ID if self._work.slot else self._work.item_id))

    def _on_chosen(self) -> None:
        if self._moving:
            return
        rows = [self._rows.row_at(index) for index in self.selectedIndexes()]
        last = self._rows.row_at(self.currentIndex())
        ids = [row.id for row in rows if row and (last is None or row.id != last.id)]
        if last and any(row and row.id == last.id for row in rows):
            ids.append(last.id)
        if ids:
            self._work.select(*ids)

    # --- where words stand ------------------------------------------------------------------------
    def place_of(self, item_id: str) -> Place | None:
        """Return where the words of an item stand in the tree."""
        self._complete()
        index = self._rows.index_of(item_id)
        row = self._rows.row_at(index)
        if row is None:
            return None
        marks = self.marks_of(row)
        rect = self._painter.words_rect(self.visualRect(index), row, marks)
        return Place(self.viewport(), rect, self._painter.pixels, is_strong(row, marks))

    def show_item(self, item_id: str) -> None:
        """Scroll just enough to see an item."""
        self._complete()
        self.scrollTo(self._rows.index_of(item_id))

    def _show_items(self, item_ids: tuple[str, ...]) -> None:
        """Scroll so that items are seen, the last one whatever the others need."""
        if self._refreshing.is_due or self._more.is_due:
            self._to_show = item_ids
        elif self.isVisible():
            for item_id in item_ids:
                self.show_item(item_id)

    # --- mouse -----------------------------------------------------------------------------------
    def item_at(self, point: QPointF) -> str:
        """Return the item under a point of the viewport; empty when there is none."""
        index = self.indexAt(point.toPoint())
        on_it = index.isValid() and self.visualRect(index).contains(point.toPoint())
        return str(index.data(ID)) if on_it else ""

    def within(self, area: QRectF) -> list[str]:
        """Return the items that are seen in a part of the viewport."""
        view = QRectF(self.viewport().rect())
        top, found = max(area.top(), view.top()), list[str]()
        index = self.indexAt(QPointF(1.0, top).toPoint())
        while index.isValid() and self.visualRect(index).top() <= area.bottom():
            found.append(index.data(ID))
            index = self.indexBelow(index)
        return found

    def box_of(self, item_id: str) -> QRectF:
        """Return where an item is seen in the viewport; empty when it is not."""
        return QRectF(self.visualRect(self._rows.index_of(item_id)))

    def words_box_of(self, item_id: str) -> QRectF:
        """Return where the words of an item are seen: its row."""
        return self.box_of(item_id)

    def runs(self, _item_id: str) -> Way:
        """Return which way siblings follow each other."""
        return "down"

    def corner(self) -> QPointF:
        """Return where the first row begins in the viewport."""
        return QPointF(self.visualRect(self._rows.index(0, 0)).topLeft())

    def scroll_on(self, by: QPointF) -> None:
        """Scroll up or down, by a row where rows are scrolled."""
        bar, down = self.verticalScrollBar(), round(by.y())
        whole = self.verticalScrollMode() is QAbstractItemView.ScrollMode.ScrollPerItem
        bar.setValue(bar.value() + ((down > 0) - (down < 0) if whole else down))

    def ring(self) -> QPointF | None:
        """Links are drawn on the page; here Ctrl+L asks for them."""
        return None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Select what is pressed, ready to be dragged; the signs that fold are Qt's."""
        there = self.item_at(event.position())
        if event.button() == Qt.MouseButton.RightButton:
            if there and there not in self._work.ids_selected:
                self._work.select(there)
        elif there or not self.indexAt(event.position().toPoint()).isValid():
            if event.button() == Qt.MouseButton.LeftButton:
                self.hand.press(event)
        else:
            super().mousePressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of what is under the pointer; by key, of what is selected."""
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            self.asked.emit("item menu")
        else:
            self.menu_asked.emit(QPointF(event.pos()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow what is dragged, or show what can be."""
        if not self.hand.move(event):
            self.hand.hover(event.position())
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go of what was dragged."""
        if not self.hand.release():
            super().mouseReleaseEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Edit the words of an item."""
        if event.button() == Qt.MouseButton.LeftButton and self.item_at(event.position()):
            self.asked.emit("edit")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows, and over them what is being dragged or linked."""
        super().paintEvent(event)
        if over := self.over:
            with QPainter(self.viewport()) as painter:
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                over.paint(painter, self._look)

    # --- events ----------------------------------------------------------------------------------
    def event(self, event: QEvent) -> bool:
        """Keep Tab: it asks why here too. F6 leaves the outline."""
        if event.type() == QEvent.Type.InputMethodQuery:
            # Qt lets nobody compose where rows are not edited in place, anew at every row
            self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
        tabs = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
        pressed = event.type() == QEvent.Type.KeyPress
        if pressed and isinstance(event, QKeyEvent) and event.key() in tabs:
            self.keyPressEvent(event)
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pass on what a key asks for; arrows walk the tree."""
        if self.hand.key(event, down=True):
            return
        asks, letter = self._keys.asked_on_item(event), letter_of(event)
        if asks:
            self.asked.emit(asks)
        elif letter:
            self.typed.emit(letter)
        else:
            self._complete()  # keys may come faster than rows are shown
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Begin a new item with what an input method composes."""
        if begins(event):
            self.composed.emit(event)
        event.accept()

    def showEvent(self, event: QShowEvent) -> None:
        """Show what was to be shown meanwhile."""
        super().showEvent(event)
        self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap the rows anew at another width; a scroll bar that comes or goes changes none."""
        super().resizeEvent(event)
        room = self.width() - self.verticalScrollBar().sizeHint().width()
        if room != self.room:
            self.room = room
            self._sizing.ask()

    def _resize_rows(self) -> None:
        self._rows.resize()
        self.scheduleDelayedItemsLayout()

    def row_at(self, index: Index) -> Row | None:
        """Return the row at an index."""
        return self._rows.row_at(index)

    def marks_of(self, row: Row) -> Marks:
        """Return what is marked on a row."""
        return self._rows.marks_of(row)
