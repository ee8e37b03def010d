"""The list of measures at the left: by what they are for, then the names that are none yet."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import QModelIndex, QPointF, QRect, QRectF, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QPainter,
    QPen,
    QResizeEvent,
    QStandardItem,
    QStandardItemModel,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
)

from ilead_studio.model import MeasureKind, Workbook
from ilead_studio.rules.measure_ties import loose
from ilead_studio.rules.measures import measure_rows
from ilead_studio.ui.icons import pixmap
from ilead_studio.ui.keys import ALT, Pressed, pressed
from ilead_studio.ui.laid import height, laid
from ilead_studio.ui.look import Look
from ilead_studio.ui.measure_rows import Index
from ilead_studio.words import say

_ROW: Final = Qt.ItemDataRole.UserRole
_SIGN, _GAP, _AIR = 16, 6, 4
_SIGNS: Final = {
    "outcome": "target", "process": "refresh", "balancing": "adjustments", "pdsa": "stairs-up",
}  # fmt: skip
_KEYS: Final[dict[Pressed, str]] = {
    (Qt.Key.Key_Insert, Qt.KeyboardModifier.NoModifier): "next",
    (Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier): "delete",
    (Qt.Key.Key_F2, Qt.KeyboardModifier.NoModifier): "edit",
    (Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier): "open",
    (Qt.Key.Key_Up, ALT): "move up",
    (Qt.Key.Key_Down, ALT): "move down",
}


class Entry(NamedTuple):
    """A row: a measure by its id, a name that is none yet, or with neither a heading.

    ``kind`` is what all measures under a heading are for.
    """

    words: str
    sign: str
    small: str = ""
    measure_id: str = ""
    loose: str = ""
    kind: MeasureKind | None = None

    @property
    def is_heading(self) -> bool:
        """Whether it only stands over others."""
        return not self.measure_id and not self.loose


def entries(workbook: Workbook) -> tuple[tuple[Entry, tuple[Entry, ...]], ...]:
    """Return the rows, each heading with those below it."""
    kinds = [
        (
            Entry(kind.words, _SIGNS[kind.kind], kind=kind.kind),
            tuple(Entry(it.name, "chart-line", it.words, it.id) for it in kind.measures),
        )
        for kind in measure_rows(workbook)
    ]
    names = tuple(
        Entry(it.name, "circle-dashed", say("named at {refs}", refs=it.words), loose=it.name)
        for it in loose(workbook)
    )
    if names:
        kinds.append((Entry(say("Named, no measure yet"), "circle-dashed"), names))
    return tuple(kinds)


class MeasureTree(QTreeView):
    """``chosen`` brings the row that is current, ``asked`` what a key asks for.

    ``looked`` tells that the keyboard came or went.
    """

    chosen = Signal(object)
    asked = Signal(str)
    looked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._rows: tuple[tuple[Entry, tuple[Entry, ...]], ...] = ()
        self._items: dict[tuple[str, str], QStandardItem] = {}
        self._model = QStandardItemModel(self)
        self.setModel(self._model)
        self.setItemDelegate(_Painter(look, self))
        self.setProperty("kind", "bare")
        self.setHeaderHidden(True)
        self.setIndentation(look.px(16))
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setExpandsOnDoubleClick(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName(say("Measures"))
        self.viewport().setMouseTracking(True)
        self.selectionModel().currentChanged.connect(self._on_current)

    def show_rows(
        self, rows: Sequence[tuple[Entry, tuple[Entry, ...]]], measure_id: str, name: str
    ) -> None:
        """Show the measures; the keyboard stays on what is shown on the page."""
        if tuple(rows) != self._rows:
            self._rows = tuple(rows)
            with QSignalBlocker(self.selectionModel()):
                self._fill()
        item = self._items.get((measure_id, name))
        if item is not None and self.currentIndex() != item.index():
            with QSignalBlocker(self.selectionModel()):
                self.setCurrentIndex(item.index())
            self.viewport().update()

    def _fill(self) -> None:
        self._model.clear()
        self._items.clear()
        for heading, below in self._rows:
            head = self._item(heading, 0, 0)
            self._model.appendRow(head)
            for at, entry in enumerate(below, 1):
                made = self._item(entry, at, len(below))
                self._items[entry.measure_id, entry.loose] = made
                head.appendRow(made)
            self.setExpanded(head.index(), True)

    @staticmethod
    def _item(entry: Entry, at: int, every: int) -> QStandardItem:
        made = QStandardItem(entry.words)
        made.setData(entry, _ROW)
        told = " · ".join(filter(None, (entry.words, entry.small)))
        made.setData(told, Qt.ItemDataRole.ToolTipRole)
        made.setData(told, Qt.ItemDataRole.AccessibleTextRole)
        if every:
            place = say("{at} of {every}", at=at, every=every)
            made.setData(place, Qt.ItemDataRole.AccessibleDescriptionRole)
        return made

    @property
    def current(self) -> Entry | None:
        """The row that is current."""
        entry = self.currentIndex().data(_ROW)
        return entry if isinstance(entry, Entry) else None

    def _on_current(self, now: QModelIndex, _before: QModelIndex) -> None:
        entry = now.data(_ROW)
        if isinstance(entry, Entry) and not entry.is_heading:
            self.chosen.emit(entry)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the page, on a heading it adds; Insert adds, Del deletes, Alt moves."""
        asks, entry = _KEYS.get(pressed(event), ""), self.current
        if asks:
            adds = asks == "open" and (entry is None or entry.is_heading)
            self.asked.emit("next" if adds else asks)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Show what can be done, under the pointer or under the row."""
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        at = self.visualRect(self.currentIndex()).bottomLeft()
        menu = QMenu(self)
        for asks, words in self._offers():
            menu.addAction(words).triggered.connect(lambda _=False, it=asks: self.asked.emit(it))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.viewport().mapToGlobal(at) if by_key else event.globalPos())

    def _offers(self) -> list[tuple[str, str]]:
        entry, new = self.current, [("next", say("New measure"))]
        if entry and entry.loose:
            return [("open", say("Make it a measure")), *new]
        if entry is None or entry.is_heading:
            return new
        return [
            *new, ("edit", say("Rename")), ("move up", say("Move up")),
            ("move down", say("Move down")), ("delete", say("Delete the measure")),
        ]  # fmt: skip

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that the keyboard came."""
        super().focusInEvent(event)
        self.looked.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the keyboard went."""
        super().focusOutEvent(event)
        self.looked.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap the words anew at another width."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()


class _Painter(QStyledItemDelegate):
    """Paints a name on as many lines as it needs, and under it smaller what is known."""

    def __init__(self, look: Look, view: MeasureTree) -> None:
        super().__init__(view)
        self._look, self._view = look, view
        self._pixels, self._small = look.type("outline"), look.type("small")

    @property
    def _left(self) -> int:
        return self._look.px(_AIR + _SIGN + _GAP)

    def _room(self, left: int) -> int:
        view = self._view
        wide = view.width() - view.verticalScrollBar().sizeHint().width()
        return wide - left - self._left - self._look.px(2 * _AIR)

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the size of a row beside a scroll bar, whether or not there is one."""
        entry, view, px = index.data(_ROW), self._view, self._look.px
        left = (1 if entry.is_heading else 2) * view.indentation()
        room = self._room(left)
        high = height(entry.words, room, self._pixels, _strong(entry)) + px(2 * _AIR)
        high += height(entry.small, room, self._small) if entry.small else 0
        return QSize(room + self._left, max(self._look.hit("row"), high))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        entry, theme, px = index.data(_ROW), self._look.theme, self._look.px
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, option)
        rect: QRect = option.rect
        room = self._room(rect.left())
        words = laid(entry.words, room, self._pixels, _strong(entry))
        high = words.boundingRect().height()
        below = height(entry.small, room, self._small) if entry.small else 0
        top = rect.top() + (rect.height() - high - below) / 2
        painter.setPen(QColor(theme.ink))
        words.draw(painter, QPointF(rect.left() + self._left, top))
        painter.setPen(QColor(theme.ink_soft))
        if entry.small:
            small = laid(entry.small, room, self._small)
            small.draw(painter, QPointF(rect.left() + self._left, top + high))
        colour = theme.accent if entry.is_heading else theme.ink_soft
        drawn = pixmap(entry.sign, colour, px(_SIGN), painter.device().devicePixelRatio())
        line = words.lineAt(0).height()
        at = QPointF(rect.left() + px(_AIR), top + (line - px(_SIGN)) / 2)
        painter.drawPixmap(at, drawn)
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        theme, state = self._look.theme, option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        has_keyboard = bool(state & QStyle.StateFlag.State_HasFocus) and self._view.hasFocus()
        if not (chosen or state & QStyle.StateFlag.State_MouseOver):
            return
        inset = theme.ring / 2
        ring = QPen(QColor(theme.focus), theme.ring)
        painter.setPen(ring if has_keyboard else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.accent_soft if chosen else theme.hover))
        ground = QRectF(option.rect).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(ground, 4, 4)


def _strong(entry: Entry) -> tuple[tuple[int, int], ...]:
    return ((0, len(entry.words)),) if entry.is_heading else ()
