"""How a row of the outline is painted: its sign, its words, the signs after them, and the ring."""

from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen, QTextLayout
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ilead_studio.drawing.marks import Marks
from ilead_studio.drawing.signs import Sign, is_struck, lead, trail
from ilead_studio.drawing.theme import Theme
from ilead_studio.rules.outline import Role, Row
from ilead_studio.session.capture import asks_of_root
from ilead_studio.ui.canvas.painter import FAINT
from ilead_studio.ui.lists.index import Index
from ilead_studio.ui.lists.number_disc import paint_number
from ilead_studio.ui.lists.sign_paint import paint_sign, paint_sign_in
from ilead_studio.ui.looks.icons import pixmap
from ilead_studio.ui.looks.look import Look
from ilead_studio.ui.looks.typeface import widget_font
from ilead_studio.ui.work import SLOT_ID

if TYPE_CHECKING:
    from ilead_studio.ui.outline.view import OutlineView

_SIGN, _GAP, _AIR, _RIGHT = 16, 6, 5, 6
_STRONG: Final = (Role.HEAD, Role.AIM, Role.BONE)
_SIGNS: Final = {
    Role.HEAD: "fish-bone", Role.AIM: "hierarchy-2", Role.IDEA: "bulb", Role.BONE: "bone",
}  # fmt: skip
_SIGNS_FOR: Final = 10
"""The size of words for which signs are drawn."""


class RowPainter(QStyledItemDelegate):
    """Paints a row: its sign, its words on as many lines as they need, and the ring."""

    def __init__(self, look: Look, view: "OutlineView") -> None:
        super().__init__(view)
        self._look, self._view = look, view
        self.theme = look.theme
        self.pixels, self._air = look.type("outline"), look.px(_AIR)
        self._fonts = {strong: widget_font(self.pixels, strong=strong) for strong in (False, True)}

    def words_rect(self, rect: QRect, row: Row, marks: Marks) -> QRect:
        """Return where the words of a row stand in its rectangle: as wide as they were reckoned."""
        whole = rect.adjusted(self._left_of(row, marks), self._air, -_RIGHT, -self._air)
        whole.setWidth(min(whole.width(), self._width_for(row, marks)))
        return whole

    def _width_for(self, row: Row, marks: Marks) -> int:
        """Return how wide words may be, whether the view has a scroll bar or not."""
        return max(80, self._free(row)) - self._left_of(row, marks) - _RIGHT

    def _free(self, row: Row) -> int:
        return self._view.room - self._view.indentation() * max(1, row.depth)

    def _left_of(self, row: Row, marks: Marks) -> int:
        """Return how far from the left end the words of a row begin."""
        is_signed = marks.evidence or marks.ballot or _sign(row)
        return self._look.px(_SIGN + _GAP + 4) if is_signed else self._look.px(4)

    def size_of(self, row: Row, marks: Marks) -> QSize:
        """Return the size that the words of a row need at the width of the view."""
        used = self._setting(row, marks, self._width_for(row, marks)).height
        return QSize(self._free(row), max(self._look.hit("row"), used + 2 * self._air))

    def _setting(self, row: Row, marks: Marks, width: int) -> "_Setting":
        after = round(_after(marks).width * self.pixels / _SIGNS_FOR)
        return _setting(_words(row), width, self.pixels, is_strong(row, marks), after)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        row = self._view.row_at(index)
        if row is None:
            return
        theme, rect = self._look.theme, option.rect
        state = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setOpacity(FAINT if row.id in self._view.faint else 1.0)
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
        struck = is_struck(marks)
        font = self._fonts[is_strong(row, marks)]
        font.setStrikeOut(struck)
        painter.setFont(font)
        is_soft = row.id == SLOT_ID or struck or not row.text
        painter.setPen(QColor(theme.ink_soft if is_soft else theme.ink))
        it = self._setting(row, marks, rect.width())
        top = rect.top() + (rect.height() - it.height) // 2
        room = QRect(rect.left(), top, rect.width(), it.height)
        painter.drawText(room, Qt.TextFlag.TextWordWrap.value, _words(row))
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
            paint_number(painter, spot, row.position, theme, self._look.px(10))
        elif marks.ballot:
            painter.setFont(self._fonts[True])
            painter.setPen(QColor(theme.ink))
            room = QRect(rect.left(), rect.top() + self._air, spot.right() - rect.left() + 1, line)
            painter.drawText(room, Qt.AlignmentFlag.AlignRight.value, marks.ballot)
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


def is_strong(row: Row, marks: Marks) -> bool:
    """Tell whether the words of a row are strong: headings, primary drivers, root causes."""
    return row.role in _STRONG or marks.root or (row.role is Role.DRIVER and row.column == 1)


def _sign(row: Row) -> str:
    """Return the icon of a row; bones have their number, causes the sign of their evidence."""
    if row.role is Role.DRIVER:
        return "target" if row.column == 1 else "sitemap"
    return _SIGNS.get(row.role, "")


def _words(row: Row) -> str:
    """Return what a row says: an empty head or aim asks for its words."""
    return row.text or asks_of_root(row.role)
