"""The outline beside the canvas: the guaranteed way for a screen reader, with the same keys."""

from functools import lru_cache
from typing import Final, NamedTuple

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSignalBlocker,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QShowEvent,
    QTextLayout,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from ilead_studio.drawing.marks import Marks
from ilead_studio.drawing.signs import Sign, lead, trail
from ilead_studio.drawing.theme import BONES, Theme
from ilead_studio.rules.outline import Role, Row
from ilead_studio.ui.gestures import Way
from ilead_studio.ui.hand import Hand
from ilead_studio.ui.icons import pixmap
from ilead_studio.ui.keymap import KeyMap
from ilead_studio.ui.keys import letter_of
from ilead_studio.ui.look import Look
from ilead_studio.ui.once import Once
from ilead_studio.ui.outline_model import ID, OutlineModel
from ilead_studio.ui.painter import FAINT
from ilead_studio.ui.sign_paint import paint_sign, paint_sign_in
from ilead_studio.ui.surface import Place
from ilead_studio.ui.typeface import widget_font
from ilead_studio.ui.work import SLOT_ID, Work
from ilead_studio.words import say

_SIGN, _GAP, _AIR, _RIGHT = 16, 6, 5, 6
_STRONG: Final = (Role.HEAD, Role.AIM, Role.BONE)
_SIGNS: Final = {
    Role.HEAD: "fish-bone", Role.AIM: "hierarchy-2", Role.IDEA: "bulb", Role.BONE: "bone",
}  # fmt: skip
_SIGNS_FOR: Final = 10
"""The size of words for which signs are drawn."""
_SMOOTH: Final = 300
"""More rows are scrolled by rows: Qt asks for the height of every row above a row's pixel."""
Index = QModelIndex | QPersistentModelIndex


class OutlineView(QTreeView):
    """The page in view as a tree of words."""

    asked = Signal(str)
    typed = Signal(str)

    def __init__(self, work: Work, look: Look, keys: KeyMap, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._work, self._keys = work, keys
        self._painter = _RowPainter(look, self)
        self._rows = OutlineModel(self._painter.size_of, self)
        self._folded: set[str] = set()
        self.hand = Hand(self, work, ranges=True)
        self._moving = False
        self.room = 0
        """The width of a row, beside a scroll bar whether or not there is one."""
        self._refreshing = Once(self._catch_up, self)
        self._sizing = Once(self._resize_rows, self)
        self.setModel(self._rows)
        self.setItemDelegate(self._painter)
        self.setProperty("kind", "bare")
        self.setHeaderHidden(True)
        self.setIndentation(look.px(16))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setExpandsOnDoubleClick(False)
        self.setTabKeyNavigation(False)
        self.collapsed.connect(lambda index: self._folded.add(index.data(ID)))
        self.expanded.connect(lambda index: self._folded.discard(index.data(ID)))
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
        self._moving = True
        rows = self._work.rows
        self._unfold(self._rows.show(rows, self._work.view.marks))
        modes = QAbstractItemView.ScrollMode
        smooth = len(rows) <= _SMOOTH
        self.setVerticalScrollMode(modes.ScrollPerPixel if smooth else modes.ScrollPerItem)
        self._follow()
        self._moving = False

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
        choose = self.selectionModel()
        choose.clearSelection()
        for item_id in self._work.ids_selected:
            index = self._rows.index_of(item_id)
            if index.isValid():
                choose.select(index, QItemSelectionModel.SelectionFlag.Select)
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
        self._refreshing.now()
        index = self._rows.index_of(item_id)
        row = self._rows.row_at(index)
        if row is None:
            return None
        marks = self.marks_of(row)
        rect = self._painter.words_rect(self.visualRect(index), row, marks)
        return Place(self.viewport(), rect, self._painter.pixels, _is_strong(row, marks))

    def show_item(self, item_id: str) -> None:
        """Scroll just enough to see an item."""
        self._refreshing.now()
        self.scrollTo(self._rows.index_of(item_id))

    def _show_items(self, item_ids: tuple[str, ...]) -> None:
        """Scroll so that items are seen, the last one whatever the others need."""
        if self.isVisible():
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

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow what is dragged."""
        if not self.hand.move(event):
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
        """Paint the rows, and over them what is being dragged."""
        super().paintEvent(event)
        if gesture := self.hand.gesture:
            with QPainter(self.viewport()) as painter:
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                gesture.paint(painter, self._painter.theme)

    # --- events ----------------------------------------------------------------------------------
    def event(self, event: QEvent) -> bool:
        """Keep Tab: it asks why here too. F6 leaves the outline."""
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
            super().keyPressEvent(event)

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

    @property
    def faded(self) -> frozenset[str]:
        """The items whose rows are pale."""
        return self._work.faded

    def row_at(self, index: Index) -> Row | None:
        """Return the row at an index."""
        return self._rows.row_at(index)

    def marks_of(self, row: Row) -> Marks:
        """Return what is marked on a row."""
        return self._rows.marks_of(row)


class _RowPainter(QStyledItemDelegate):
    """Paints a row: its sign, its words on as many lines as they need, and the ring."""

    def __init__(self, look: Look, view: OutlineView) -> None:
        super().__init__(view)
        self._look, self._view = look, view
        self.theme = look.theme
        self.pixels, self._air = look.type("outline"), look.px(_AIR)
        self._fonts = {strong: widget_font(self.pixels, strong=strong) for strong in (False, True)}

    def words_rect(self, rect: QRect, row: Row, marks: Marks) -> QRect:
        """Return where the words of a row stand in its rectangle."""
        return rect.adjusted(self._left_of(row, marks), self._air, -_RIGHT, -self._air)

    def _left_of(self, row: Row, marks: Marks) -> int:
        """Return how far from the left end the words of a row begin."""
        is_signed = marks.evidence or _sign(row)
        return self._look.px(_SIGN + _GAP + 4) if is_signed else self._look.px(4)

    def size_of(self, row: Row, marks: Marks) -> QSize:
        """Return the size that the words of a row need at the width of the view."""
        free = self._view.room - self._view.indentation() * max(1, row.depth)
        words = max(80, free) - self._left_of(row, marks) - _RIGHT
        used = self._setting(row, marks, words).height
        return QSize(free, max(self._look.hit("row"), used + 2 * self._air))

    def _setting(self, row: Row, marks: Marks, width: int) -> "_Setting":
        after = round(_after(marks).width * self.pixels / _SIGNS_FOR)
        return _setting(row.text, width, self.pixels, _is_strong(row, marks), after)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        row = self._view.row_at(index)
        if row is None:
            return
        theme, rect = self._look.theme, option.rect
        state = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setOpacity(FAINT if row.id in self._view.hand.faint else 1.0)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = QRectF(rect).adjusted(0.5, 0.5, -2.5, -0.5)
        painter.setPen(Qt.PenStyle.NoPen)
        over = bool(state & QStyle.StateFlag.State_MouseOver)
        if chosen or over:
            painter.setBrush(QColor(theme.accent_soft if chosen else theme.hover))
            painter.drawRoundedRect(ground, 4, 4)
        if state & QStyle.StateFlag.State_HasFocus and self._view.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(theme.focus), theme.ring))
            painter.drawRoundedRect(ground.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        pale = not (chosen or over) and row.id in self._view.faded
        theme = theme.faded() if pale else theme
        marks = self._view.marks_of(row)
        self._paint_sign(painter, rect, row, marks, theme)
        self._paint_words(painter, self.words_rect(rect, row, marks), row, marks, theme)
        painter.restore()

    def _paint_words(
        self, painter: QPainter, rect: QRect, row: Row, marks: Marks, theme: Theme
    ) -> None:
        """Paint the words, struck out when they are refuted, and the signs after them."""
        is_refuted = marks.evidence == "refuted"
        font = self._fonts[_is_strong(row, marks)]
        font.setStrikeOut(is_refuted)
        painter.setFont(font)
        painter.setPen(QColor(theme.ink_soft if row.id == SLOT_ID or is_refuted else theme.ink))
        it = self._setting(row, marks, rect.width())
        top = rect.top() + (rect.height() - it.height) // 2
        room = QRect(rect.left(), top, rect.width(), it.height)
        painter.drawText(room, Qt.TextFlag.TextWordWrap.value, row.text or _empty(row))
        sign, scale = _after(marks), self.pixels / _SIGNS_FOR
        paint_sign(painter, sign, theme, rect.left() + it.x, top + it.baseline, scale)

    def _paint_sign(
        self, painter: QPainter, rect: QRect, row: Row, marks: Marks, theme: Theme
    ) -> None:
        side = self._look.px(_SIGN)
        line = QFontMetrics(self._fonts[False]).height()
        top = rect.top() + self._air + (line - side) // 2
        spot = QRect(rect.left() + self._look.px(4), top, side, side)
        if row.role is Role.BONE:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.colour(f"bone{(row.position - 1) % BONES + 1}")))
            painter.drawEllipse(spot)
            painter.setPen(QColor(theme.on_bone))
            painter.setFont(widget_font(self._look.px(10), strong=True))
            painter.drawText(spot, Qt.AlignmentFlag.AlignCenter.value, str(row.position))
        elif marks.evidence:
            sign = lead(Marks(evidence=marks.evidence))
            inset = side / 14
            corner = (spot.left() + inset, spot.top() + inset)
            paint_sign_in(painter, sign, theme, *corner, side - 2 * inset)
        elif name := _sign(row):
            ratio = painter.device().devicePixelRatio()
            colour = theme.accent if row.role in (Role.HEAD, Role.AIM) else theme.ink_soft
            painter.drawPixmap(spot.topLeft(), pixmap(name, colour, side, ratio))


class _Setting(NamedTuple):
    """How words are set: their height, and where the signs after them begin, in pixels."""

    height: int
    x: float = 0.0
    baseline: float = 0.0


@lru_cache(maxsize=10_000)
def _setting(text: str, width: int, pixels: int, strong: bool, after: int) -> _Setting:
    """Set words at a width, with room for signs after the last one.

    Qt asks for every row again and again; only few have signs after their words.
    """
    font = widget_font(pixels, strong=strong)
    metrics = QFontMetrics(font)
    room = QRect(0, 0, width, 10_000)
    height = metrics.boundingRect(room, Qt.TextFlag.TextWordWrap.value, text).height()
    if not after:
        return _Setting(height)
    layout = QTextLayout(text, font)
    layout.beginLayout()
    end, line = 0.0, layout.createLine()
    while line.isValid():
        line.setLineWidth(width)
        end, line = line.naturalTextWidth(), layout.createLine()
    layout.endLayout()
    if end + after > width:
        height, end = height + metrics.lineSpacing(), 0.0
    return _Setting(height, end, height - metrics.descent())


def _after(marks: Marks) -> Sign:
    """Return the signs after the words: the tag of a root cause, the chain of a linked copy."""
    return trail(Marks(root=marks.root, alias=marks.alias))


def _is_strong(row: Row, marks: Marks) -> bool:
    return row.role in _STRONG or marks.root or (row.role is Role.DRIVER and row.column == 1)


def _sign(row: Row) -> str:
    """Return the icon of a row; bones have their number, causes the sign of their evidence."""
    if row.role is Role.DRIVER:
        return "target" if row.column == 1 else "sitemap"
    return _SIGNS.get(row.role, "")


def _empty(row: Row) -> str:
    return say("No head yet") if row.role is Role.HEAD else say("No aim yet")
