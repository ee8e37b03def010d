"""A list of words that wait for a place: each on a card, with a line in small type below it."""

from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QMimeData,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QDrag,
    QFontMetrics,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPen,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QApplication,
    QCompleter,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ilead_studio.ui.canvas.surface import WAITING_MIME
from ilead_studio.ui.lists.index import Index
from ilead_studio.ui.looks.icons import pixmap
from ilead_studio.ui.looks.look import Look
from ilead_studio.ui.looks.typeface import widget_font
from ilead_studio.ui.sight.lit import Lit
from ilead_studio.ui.widgets.late import late
from ilead_studio.words import say

_ID: Final = Qt.ItemDataRole.UserRole
_ROW: Final = Qt.ItemDataRole.UserRole + 1
_COPIES: Final = (QKeySequence.StandardKey.Copy, QKeySequence.StandardKey.Cut)
_AIR, _SIGN, _GAP = 6, 16, 6


class Waiting(NamedTuple):
    """One row: its id, its words, what is said below them, and the role that can be typed."""

    id: str
    text: str
    small: str = ""
    role: str = ""


class WaitingList(QListWidget):
    """Shows what waits, as tall as it needs to be.

    ``reworded`` brings the id and other words of a row, ``raised`` its id and another role,
    ``dropped`` asks to take the chosen rows away, ``left`` tells that Escape was pressed.
    """

    reworded = Signal(str, str)
    raised = Signal(str, str)
    dropped = Signal()
    left = Signal()

    def __init__(
        self,
        look: Look,
        sign: str,
        *,
        roles: Callable[[], Sequence[str]] | None,
        lit: Lit | None = None,
    ) -> None:
        super().__init__()
        self.lit = lit
        if lit is not None:
            lit.changed.connect(self.viewport().update)
        self._look, self._has_roles = look, roles is not None
        self._rows: list[Waiting] = []
        self._cards = _Cards(look, sign, self, roles or tuple)
        self.setItemDelegate(self._cards)
        self.setProperty("kind", "cards")
        self.setSelectionMode(self.SelectionMode.ExtendedSelection)
        self.setEditTriggers(self.EditTrigger.DoubleClicked)
        self.setDragDropMode(self.DragDropMode.DragOnly)
        self.setMouseTracking(True)
        for bar in (self.setHorizontalScrollBarPolicy, self.setVerticalScrollBarPolicy):
            bar(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_rows(self, rows: Sequence[Waiting]) -> None:
        """Show other rows; the keyboard stays at the same place among them."""
        if list(rows) == self._rows:
            return
        self._rows, at = list(rows), self.currentRow()
        self.clear()
        for row in rows:
            made = QListWidgetItem(row.text)
            made.setData(_ID, row.id)
            made.setData(_ROW, row)
            made.setData(Qt.ItemDataRole.AccessibleDescriptionRole, row.small)
            made.setFlags(made.flags() | Qt.ItemFlag.ItemIsEditable)
            self.addItem(made)
        self.setCurrentRow(max(0, min(at, self.count() - 1)))
        self._take_room()

    def _take_room(self) -> None:
        self.setFixedHeight(sum(self.sizeHintForRow(at) for at in range(self.count())))

    @property
    def chosen(self) -> tuple[str, ...]:
        """The ids of the chosen rows in order; of the current one if none is."""
        rows = sorted(index.row() for index in self.selectedIndexes()) or [self.currentRow()]
        return tuple(self._id_at(at) for at in rows if 0 <= at < self.count())

    def mimeTypes(self) -> list[str]:
        """Name what is dragged."""
        return [WAITING_MIME, "text/plain"]

    def mimeData(self, items: Sequence[QListWidgetItem]) -> QMimeData:
        """Give rows to be dragged: to the page by their ids, elsewhere as words."""
        data = QMimeData()
        data.setData(WAITING_MIME, "\n".join(it.data(_ID) for it in items).encode())
        data.setText("\n".join(it.text() for it in items))
        return data

    def startDrag(self, actions: Qt.DropAction) -> None:
        """Let the words follow the pointer at its lower right: what is under it stays readable."""
        items = self.selectedItems()
        if items:
            drag = QDrag(self)
            drag.setMimeData(self.mimeData(items))
            drag.setPixmap(self._cards.heading(items[0].text()))
            drag.setHotSpot(QPoint(-8, -8))
            drag.exec(actions)

    def event(self, event: QEvent) -> bool:
        """Keep copy and cut from being those of the page."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.ShortcutOverride:
            return super().event(event)
        copies = any(event.matches(key) for key in _COPIES)
        event.setAccepted(copies)
        return copies

    def _copy(self, event: QKeyEvent) -> None:
        """Copy the chosen rows as words; cut drops them then."""
        rows = [self.item(at) for at in range(self.count()) if self._id_at(at) in self.chosen]
        QApplication.clipboard().setText("\n".join(row.text() for row in rows))
        if event.matches(QKeySequence.StandardKey.Cut):
            self.dropped.emit()

    def _id_at(self, at: int) -> str:
        return str(self.item(at).data(_ID))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter edits what is typed most, F2 the words; Delete takes away, Escape leaves."""
        key = event.key()
        if self.state() == self.State.EditingState:
            return  # a key that its field has done already comes on to the list
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self._cards.types_role = self._has_roles and key != Qt.Key.Key_F2
            self.edit(self.currentIndex())
            self._cards.types_role = False
        elif any(event.matches(each) for each in _COPIES):
            self._copy(event)
        elif key == Qt.Key.Key_Delete:
            self.dropped.emit()
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap the words anew at another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()
            self._take_room()


class _Cards(QStyledItemDelegate):
    """Paints a row as a card, and puts a field over it for other words."""

    def __init__(
        self, look: Look, sign: str, over: WaitingList, roles: Callable[[], Sequence[str]]
    ) -> None:
        super().__init__(over)
        self._look, self._sign, self._list, self._roles = look, sign, over, roles
        self._large, self._small = (widget_font(look.type(step)) for step in ("body", "small"))
        self.types_role = False

    def _words(self, width: int, row: Waiting) -> QRect:
        """Return where the words stand on a card of a width whose corner is at (0, 0)."""
        px = self._look.px
        left = px(_SIGN + 2 * _GAP)
        room = QRect(left, px(_AIR), max(40, width - left - px(_GAP)), 10_000)
        wraps = Qt.TextFlag.TextWordWrap.value
        high = QFontMetrics(self._large).boundingRect(room, wraps, row.text).height()
        return QRect(room.left(), room.top(), room.width(), high)

    def _below(self, words: QRect, row: Waiting) -> QRect:
        """Return where the small words stand, below the words."""
        room = QRect(words.left(), words.bottom() + 1, words.width(), 10_000)
        wraps = Qt.TextFlag.TextWordWrap.value
        high = QFontMetrics(self._small).boundingRect(room, wraps, row.small).height()
        return QRect(room.left(), room.top(), room.width(), high if row.small else 0)

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the room for the words and the line below them, with a gap to the next card."""
        row, px = index.data(_ROW), self._look.px
        room = self._words(self._list.viewport().width(), row)
        words, below = room.bottom() + 1, self._below(room, row).height()
        return QSize(0, max(self._look.hit("row"), words + below + px(_AIR)) + px(4))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one card."""
        row, px, theme = index.data(_ROW), self._look.px, self._look.theme
        card = option.rect.adjusted(0, 0, 0, -px(4))
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        focus = bool(option.state & QStyle.StateFlag.State_HasFocus)
        if lit := self._list.lit:
            theme = lit.theme(theme, row.id, pointed=chosen and focus)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = theme.ring if focus else theme.line
        painter.setPen(QPen(QColor(theme.focus if focus else theme.rule), width))
        painter.setBrush(QColor(theme.accent_soft if chosen and focus else theme.paper))
        half = width / 2
        painter.drawRoundedRect(QRectF(card).adjusted(half, half, -half, -half), px(4), px(4))
        side, ratio = px(_SIGN), painter.device().devicePixelRatio()
        words = self._words(card.width(), row).translated(card.topLeft())
        line = QFontMetrics(self._large).height()
        spot = QRect(card.left() + px(_GAP), words.top() + (line - side) // 2, side, side)
        painter.drawPixmap(spot.topLeft(), pixmap(self._sign, theme.ink_soft, side, ratio))
        painter.setFont(self._large)
        painter.setPen(QColor(theme.ink))
        painter.drawText(words, Qt.TextFlag.TextWordWrap.value, row.text)
        if row.small:
            painter.setFont(self._small)
            painter.setPen(QColor(theme.ink_soft))
            below = self._below(words, row)
            painter.drawText(below, Qt.TextFlag.TextWordWrap.value, row.small)
        painter.restore()

    def heading(self, words: str) -> QPixmap:
        """Return words on one line as a small picture on paper."""
        theme, px, metrics = self._look.theme, self._look.px, QFontMetrics(self._large)
        short = metrics.elidedText(words, Qt.TextElideMode.ElideRight, px(240))
        size = QSize(metrics.horizontalAdvance(short) + px(16), metrics.height() + px(8))
        made = QPixmap(size * self._list.devicePixelRatio())
        made.setDevicePixelRatio(self._list.devicePixelRatio())
        made.fill(QColor(theme.paper))
        with QPainter(made) as painter:
            painter.setPen(QPen(QColor(theme.accent), theme.line))
            painter.drawRect(QRect(QPoint(0, 0), size).adjusted(0, 0, -1, -1))
            painter.setFont(self._large)
            painter.setPen(QColor(theme.ink))
            painter.drawText(QRect(QPoint(0, 0), size), Qt.AlignmentFlag.AlignCenter.value, short)
        return made

    # --- other words -----------------------------------------------------------------------------
    def createEditor(
        self, parent: QWidget, _option: QStyleOptionViewItem, _index: Index
    ) -> QWidget:
        """Put a field over a card: for its words, or for the role of who raised it."""
        made = late(QLineEdit(parent))
        made.setProperty("role", self.types_role)
        if self.types_role:
            made.setPlaceholderText(say("Raised by (a role, never a name)"))
            finds = QCompleter(list(self._roles()), made)
            finds.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            finds.setFilterMode(Qt.MatchFlag.MatchContains)
            made.setCompleter(finds)
        made.setAccessibleName(say("Raised by") if self.types_role else say("Words"))
        return made

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Begin with what is there, all of it selected."""
        if isinstance(editor, QLineEdit):
            row = index.data(_ROW)
            editor.setText(row.role if editor.property("role") else row.text)
            editor.selectAll()

    def setModelData(self, editor: QWidget, _model: QAbstractItemModel, index: Index) -> None:
        """Pass on what was typed; the document says what is shown then."""
        if isinstance(editor, QLineEdit):
            told = self._list.raised if editor.property("role") else self._list.reworded
            told.emit(index.data(_ID), editor.text())

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, _index: Index
    ) -> None:
        """Let the field lie over its card."""
        editor.setGeometry(option.rect.adjusted(0, 0, 0, -self._look.px(4)))
