"""One column of the board: the ideas in one state, as cards that can be dragged to another."""

from typing import Final

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QDrag,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from ilead_studio.model import IdeaState
from ilead_studio.rules.idea_moves import asks
from ilead_studio.rules.ideas import IdeaRow, spoken_idea, state_words
from ilead_studio.ui.commands.keymap import KeyMap
from ilead_studio.ui.commands.keys import letter_of
from ilead_studio.ui.ideas.cards import IdeaCard
from ilead_studio.ui.ideas.cells import ROW
from ilead_studio.ui.lists.index import Index
from ilead_studio.ui.looks.look import Look
from ilead_studio.ui.looks.typeface import widget_font
from ilead_studio.ui.sight.lit import Lit
from ilead_studio.words import capital, say

IDEA_MIME: Final = "application/x-ilead-idea"
_GAP: Final = 8
_SIDEWAYS: Final = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_NOWHERE: Final = QModelIndex()


class CardModel(QAbstractListModel):
    """The ideas of one column."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[IdeaRow, ...] = ()

    def show_rows(self, rows: tuple[IdeaRow, ...]) -> None:
        """Show other ideas."""
        if rows != self.rows:
            self.beginResetModel()
            self.rows = rows
            self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Count them."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the words of a card, and all of it to a screen reader."""
        row = self.rows[index.row()]
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            place = say(
                "{position} of {siblings}", position=index.row() + 1, siblings=len(self.rows)
            )
            return f"{spoken_idea(row)}, {place}"
        return row.idea.text if role == Qt.ItemDataRole.DisplayRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let cards be dragged."""
        return super().flags(index) | Qt.ItemFlag.ItemIsDragEnabled


class BoardColumn(QListView):
    """A list of cards.

    ``dropped`` brings an idea that is to come here, ``went`` asks for the column beside, ``chosen``
    brings the idea that is selected, ``typed`` a letter that begins the next idea.
    """

    dropped = Signal(str, str)
    went = Signal(int)
    chosen = Signal(str)
    asked = Signal(str)
    typed = Signal(str)
    menu_asked = Signal(QPoint)

    def __init__(self, state: IdeaState, look: Look, keys: KeyMap, lit: Lit) -> None:
        super().__init__()
        self.state_of = state
        self._look, self._keys, self._is_target, self.lifted = look, keys, False, ""
        self.cards = CardModel()
        self.setModel(self.cards)
        self.painter_of_cards = IdeaCard(look, lit, signed=True)
        lit.show_in(self)
        self.setItemDelegate(_Cards(self, look))
        self.setProperty("kind", "cards")
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(60)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.selectionModel().currentChanged.connect(self._on_current)
        self.clicked.connect(self._on_current)
        self.doubleClicked.connect(lambda _index: self.asked.emit("edit"))

    def show_rows(self, rows: tuple[IdeaRow, ...]) -> None:
        """Show other ideas, and their number to a screen reader."""
        self.cards.show_rows(rows)
        name = capital(state_words(self.state_of))
        self.setAccessibleName(say("{state}: {number}", state=name, number=len(rows)))

    def show_chosen(self, idea_id: str) -> bool:
        """Select an idea if it is here; tells whether it is."""
        at = next((n for n, row in enumerate(self.cards.rows) if row.idea.id == idea_id), -1)
        if at < 0:
            self.selectionModel().clear()
            return False
        index = self.cards.index(at)
        if self.currentIndex().row() != at or not self.selectionModel().isSelected(index):
            self.setCurrentIndex(index)
        self.scrollTo(index)
        return True

    def _on_current(self, index: Index) -> None:
        if index.isValid():
            self.chosen.emit(self.cards.rows[index.row()].idea.id)

    def room(self) -> int:
        """Return how wide cards are, whether or not there is a scroll bar."""
        bar = self.verticalScrollBar()
        return self.viewport().width() - (0 if bar.isVisible() else self._look.px(4))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Commands are asked for, letters begin the next idea, arrows at the side go on."""
        name, letter = self._keys.asked_on_item(event), letter_of(event)
        step = _SIDEWAYS.get(Qt.Key(event.key()))
        if name and name not in ("in", "out", "clear", "home"):
            self.asked.emit(name)
        elif step and not event.modifiers():
            self.went.emit(step)
        elif letter:
            self.typed.emit(letter)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the card under the pointer."""
        self.menu_asked.emit(event.globalPos())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap words anew at another width."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    # --- dragging --------------------------------------------------------------------------------
    def drag_data(self) -> QMimeData:
        """Return the current idea as something to be dropped."""
        row = self.cards.rows[self.currentIndex().row()]
        data = QMimeData()
        data.setData(IDEA_MIME, row.idea.id.encode())
        data.setText(row.idea.text)
        return data

    def startDrag(self, _actions: Qt.DropAction) -> None:
        """Let the card follow the pointer; Escape takes it back."""
        row = self.cards.rows[self.currentIndex().row()]
        self.lifted = row.idea.id
        self.viewport().update()
        drag = QDrag(self)
        drag.setMimeData(self.drag_data())
        drag.setPixmap(self.painter_of_cards.heading(row.idea.text, self.devicePixelRatio()))
        drag.setHotSpot(QPoint(-8, -8))
        drag.exec(Qt.DropAction.MoveAction)
        self.lifted = ""
        self.viewport().update()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Show that a card of another column can come here."""
        if event.mimeData().hasFormat(IDEA_MIME):
            self._show_target(is_target=event.source() is not self)
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Keep it so."""
        if event.mimeData().hasFormat(IDEA_MIME):
            event.acceptProposedAction()

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        """Show it no longer."""
        self._show_target(is_target=False)

    def dropEvent(self, event: QDropEvent) -> None:
        """Ask for the move; the card goes only when that is done."""
        self._show_target(is_target=False)
        if event.mimeData().hasFormat(IDEA_MIME):
            event.acceptProposedAction()
            dropped = bytes(event.mimeData().data(IDEA_MIME).data()).decode()
            self.dropped.emit(dropped, self.state_of)

    def _show_target(self, *, is_target: bool) -> None:
        self._is_target = is_target
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint where a dragged card would go, and what that asks."""
        super().paintEvent(event)
        if self._is_target:
            with QPainter(self.viewport()) as painter:
                self._paint_target(painter)

    def _paint_target(self, painter: QPainter) -> None:
        theme, px = self._look.theme, self._look.px
        last = self.visualRect(self.cards.index(len(self.cards.rows) - 1))
        top = last.bottom() + 1 if self.cards.rows else 0
        place = QRect(0, min(top, self.viewport().height() - px(64)), self.room(), px(60))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme.accent), 2, Qt.PenStyle.DashLine))
        painter.setBrush(QColor(theme.accent_soft))
        painter.drawRoundedRect(QRectF(place).adjusted(1, 1, -1, -1), px(4), px(4))
        asked = asks(self.state_of)
        words = f"{capital(state_words(self.state_of))}. {asked}"
        painter.setPen(QColor(theme.ink))
        painter.setFont(widget_font(self._look.type("small")))
        inner = place.adjusted(px(8), px(4), -px(8), -px(4))
        where = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(inner, where.value, words)


class _Cards(QStyledItemDelegate):
    """Gives a card its size, and paints it."""

    def __init__(self, column: BoardColumn, look: Look) -> None:
        super().__init__(column)
        self._column, self._look = column, look

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the size of a card with the gap below it."""
        wide = self._column.room()
        tall = self._column.painter_of_cards.height_of(index.data(ROW), wide)
        return QSize(wide, tall + self._look.px(_GAP))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a card."""
        row = index.data(ROW)
        card = QRect(option.rect.left(), option.rect.top(), self._column.room(),
                     option.rect.height() - self._look.px(_GAP))  # fmt: skip
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        self._column.painter_of_cards.paint(
            painter, card, row, chosen=chosen, focus=chosen and self._column.hasFocus(),
            lifted=row.idea.id == self._column.lifted,
        )  # fmt: skip
