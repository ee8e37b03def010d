"""How the rows of the table of ideas are painted, and the field that edits words in place."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QObject,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ilead_studio.drawing.marks import Marks
from ilead_studio.drawing.signs import lead
from ilead_studio.drawing.theme import Theme
from ilead_studio.model import IdeaState
from ilead_studio.rules.ideas import NUMBERS, IdeaRow, cell, state_words
from ilead_studio.ui.lists.index import Index
from ilead_studio.ui.lists.laid import height, laid
from ilead_studio.ui.lists.sign_paint import paint_sign_in
from ilead_studio.ui.looks.look import Look
from ilead_studio.ui.looks.typeface import widget_font
from ilead_studio.ui.sight.lit import Lit
from ilead_studio.ui.widgets.late import late
from ilead_studio.ui.widgets.parts import GrowingField
from ilead_studio.words import say

if TYPE_CHECKING:
    from ilead_studio.ui.ideas.table import IdeaTable

SIDE, AIR, SIGN = 11, 5, 14
_MOST_KNOWN: Final = 20_000
ROW: Final = Qt.ItemDataRole.UserRole
"""The row of an index, None for the empty one."""


def state_grounds(theme: Theme) -> dict[str, tuple[str, str]]:
    """Return ground and ink of the chip of each state; the words and the sign say it too."""
    quiet = theme.paper if theme.is_faded else theme.hover
    busy, rest = (theme.accent_soft, theme.ink), (quiet, theme.ink)
    return {
        "proposed": rest, "testing": busy, "adapting": busy,
        "adopted": (theme.good_soft, theme.good), "abandoned": rest, "parked": rest,
    }  # fmt: skip


class IdeaCells(QStyledItemDelegate):
    """Paints cells on as many lines as their words need; edits the words of an idea."""

    def __init__(self, look: Look, table: "IdeaTable", lit: Lit) -> None:
        super().__init__(table)
        self._look, self._table, self._lit = look, table, lit
        self._body, self._small = look.type("body"), look.type("small")
        self._font = widget_font(self._body)
        self._metrics = QFontMetrics(self._font)
        self._known: dict[tuple[str, int], int] = {}

    # --- sizes -----------------------------------------------------------------------------------
    def height_of(self, row: IdeaRow | None, widths: dict[str, int]) -> int:
        """Return how tall a row is at these widths of its columns."""
        if len(self._known) > _MOST_KNOWN:
            self._known.clear()
        words = [cell(row, name) for name in widths] if row else []
        room = [wide - 2 * self._look.px(SIDE) for wide in widths.values()]
        tall = max(map(self._lines, words, room), default=0)
        return max(self._look.px(32), tall + 2 * self._look.px(AIR))

    def _lines(self, words: str, room: int) -> int:
        """Return how tall words are; those that fit on one line are not set."""
        known = self._known.get((words, room))
        if known is None:
            fits = self._metrics.horizontalAdvance(words) <= room
            known = self._metrics.height() if fits else height(words, room, self._body)
            self._known[words, room] = known
        return known

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Return the least size: the table gives rows their height."""
        return QSize(0, self._look.px(32))

    # --- painting --------------------------------------------------------------------------------
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one cell."""
        row, column = index.data(ROW), self._table.columns[index.column()]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, option, index)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        theme = self._lit.theme(self._look.theme, row.idea.id if row else "", pointed=chosen)
        room = option.rect.adjusted(self._look.px(SIDE), 0, -self._look.px(SIDE), 0)
        if row is None:
            words = self._table.invitation if column == "text" else ""
            self._paint_words(painter, room, words, theme.ink_soft)
        elif column == "state":
            paint_state(painter, self._look, room, row.idea.state, theme)
        elif column in NUMBERS:
            painter.setFont(self._font)
            painter.setPen(QColor(theme.ink))
            where = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(room, where.value, cell(row, column))
        else:
            soft = column == "ref" or (column == "serves" and not row.serves)
            self._paint_words(
                painter, room, cell(row, column), theme.ink_soft if soft else theme.ink
            )
        painter.restore()

    def _paint_words(self, painter: QPainter, room: QRect, words: str, colour: str) -> None:
        painter.setPen(QColor(colour))
        if self._metrics.horizontalAdvance(words) <= room.width():
            painter.setFont(self._font)
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter.value, words)
            return
        layout = laid(words, room.width(), self._body)
        spare = room.height() - layout.boundingRect().height()
        painter.setClipRect(room)
        layout.draw(painter, QPointF(room.left(), room.top() + max(0.0, spare / 2)))

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, state = self._look.theme, option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        stripe = theme.panel if index.row() % 2 else theme.paper
        painter.fillRect(option.rect, QColor(theme.accent_soft if chosen else stripe))
        if theme.panel == theme.paper:  # stripes cannot be told apart there
            painter.setPen(QPen(QColor(theme.rule), 1))
            painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        if state & QStyle.StateFlag.State_HasFocus and self._table.hasFocus():
            inset = theme.ring / 2
            painter.setPen(QPen(QColor(theme.focus), theme.ring))
            painter.setBrush(QColor(theme.paper))
            painter.drawRect(QRectF(option.rect).adjusted(inset, inset, -inset, -inset))

    # --- editing ---------------------------------------------------------------------------------
    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Put a field over the words."""
        made = late(GrowingField(self._look, 1))
        made.setParent(parent)
        made.setObjectName("idea words")
        made.setAccessibleName(say("Words of the idea") if index.data(ROW) else say("Next idea"))
        made.setPlaceholderText("" if index.data(ROW) else say("Next idea"))
        return made

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Begin with the words, all of them selected; a next idea with what was typed for it."""
        row = index.data(ROW)
        if isinstance(editor, GrowingField) and row is not None:
            editor.setPlainText(row.idea.text)
            editor.selectAll()

    def setModelData(self, editor: QWidget, _model: QAbstractItemModel, index: Index) -> None:
        """Pass on what was typed; the document says what is shown then."""
        if isinstance(editor, GrowingField):
            row = index.data(ROW)
            self._table.typed.emit(row.idea.id if row else "", editor.toPlainText().strip())

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, _index: Index
    ) -> None:
        """Let the field lie over its cell, and grow down from there."""
        editor.setFixedWidth(option.rect.width())
        editor.move(option.rect.topLeft())

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Enter keeps the words and goes on, Tab keeps them and stays."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and isinstance(editor, GrowingField)
        ):
            key = event.key()
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
                self._table.end_editing(
                    editor, goes_on=key in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
                )
                return True
        return super().eventFilter(editor, event)


def paint_state(painter: QPainter, look: Look, room: QRect, state: IdeaState, theme: Theme) -> None:
    """Paint the chip of a state at the left of a room: its sign and its word."""
    px, words = look.px, state_words(state)
    ground, ink = state_grounds(theme)[state]
    font = widget_font(look.type("small"))
    wide = px(8 + SIGN + 4 + 8) + QFontMetrics(font).horizontalAdvance(words)
    chip = QRect(room.left(), room.center().y() - px(12) + 1, min(wide, room.width()), px(24))
    painter.setPen(QPen(QColor(theme.rule), theme.line))
    painter.setBrush(QColor(ground))
    painter.drawRoundedRect(QRectF(chip).adjusted(0.5, 0.5, -0.5, -0.5), px(4), px(4))
    top = chip.top() + (chip.height() - px(SIGN)) / 2
    sign = lead(Marks(idea_state=state))
    paint_sign_in(painter, sign, theme, chip.left() + px(8), top, px(SIGN))
    painter.setFont(font)
    painter.setPen(QColor(ink))
    inner = chip.adjusted(px(8 + SIGN + 4), 0, 0, 0)
    painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter.value, words)
