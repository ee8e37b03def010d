"""The pages of a packet as they will be printed, one or two beside each other."""

from collections import OrderedDict
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QFontMetrics,
    QImage,
    QKeyEvent,
    QPainter,
    QPen,
    QResizeEvent,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ilead_studio.ui.commands.keys import is_escape
from ilead_studio.ui.lists.painted import let_paint
from ilead_studio.ui.looks.look import Look
from ilead_studio.ui.looks.typeface import widget_font
from ilead_studio.ui.meanwhile.once import Once
from ilead_studio.ui.packets.maker import Side
from ilead_studio.words import say

Index = QModelIndex | QPersistentModelIndex
_KEPT: Final = 24
"""Pictures kept: those of sides that are seen, and some around them."""
_AIR, _CAPTION, _GAP = 12, 26, 6
_RING: Final = 2
_NAME: Final = Qt.ItemDataRole.UserRole + 1
_ZOOMS: Final = (0.5, 0.67, 0.8, 1.0, 1.25, 1.5, 2.0, 3.0)


class Shot:
    """A side of paper in the list: its size, its caption, its spoken name."""

    def __init__(self, side: Side, caption: str, name: str) -> None:
        self.side, self.caption, self.name = side, caption, name


class _Shots(QAbstractListModel):
    def __init__(self, view: "PacketPreview") -> None:
        super().__init__(view)
        self.every: list[Shot] = []

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own
        return 0 if parent.isValid() else len(self.every)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        shown = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
        return self.every[index.row()].name if index.isValid() and role in shown else None

    def show(self, every: list[Shot]) -> None:
        """Show other sides; as many as before change in their places."""
        if len(every) != len(self.every):
            self.beginResetModel()
            self.every = every
            self.endResetModel()
        elif every:
            self.every = every
            self.dataChanged.emit(self.index(0), self.index(len(every) - 1))


class PacketPreview(QListView):
    """``chosen`` brings the number of the current side.

    ``wanted`` brings numbers of sides with widths in pixels of which there is no picture yet,
    ``left`` tells of Escape, ``zoomed`` of another size.
    """

    chosen = Signal(int)
    wanted = Signal(object)
    left = Signal()
    zoomed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look, self._columns, self.zoom = look, 2, 1.0
        self._shots = _Shots(self)
        self.setModel(self._shots)
        self._pictures: OrderedDict[int, QImage] = OrderedDict()
        self._fresh: set[tuple[int, int]] = set()
        self._paint = _Paint(look, self)
        let_paint(self, self._paint, "cards")
        self.setAccessibleName(say("Preview of the pages"))
        self.setFlow(self.Flow.LeftToRight)
        self.setWrapping(True)
        self.setResizeMode(self.ResizeMode.Adjust)
        self.setMovement(self.Movement.Static)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._asking = Once(self._ask, self)
        self.verticalScrollBar().valueChanged.connect(self._asking.ask)
        self.selectionModel().currentChanged.connect(self._on_current)

    # --- showing ---------------------------------------------------------------------------------
    def show_sides(self, every: Sequence[Shot], *, is_new: bool) -> None:
        """Show sides of paper; pictures that are there stay until new ones come."""
        if is_new:
            self._fresh.clear()
            for number in [it for it in self._pictures if it >= len(every)]:
                del self._pictures[number]
        at = self.currentIndex().row()
        self._shots.show(list(every))
        bar = Qt.ScrollBarPolicy  # always there where pages are, so that they keep their size
        self.setVerticalScrollBarPolicy(bar.ScrollBarAlwaysOn if every else bar.ScrollBarAlwaysOff)
        if at >= 0 and self.currentIndex().row() < 0 and every:
            self._choose(min(at, len(every) - 1))
        self.scheduleDelayedItemsLayout()
        self._asking.ask()

    def put_picture(self, number: int, image: QImage) -> None:
        """Show the picture of a side."""
        self._pictures[number] = image
        self._pictures.move_to_end(number)
        while len(self._pictures) > _KEPT:
            gone, _ = self._pictures.popitem(last=False)
            self._fresh = {it for it in self._fresh if it[0] != gone}
        self._fresh.add((number, image.width()))
        self.update(self._shots.index(number))

    def picture(self, number: int) -> QImage | None:
        """Return the newest picture of a side."""
        return self._pictures.get(number)

    def shot(self, number: int) -> Shot:
        """Return a side."""
        return self._shots.every[number]

    @property
    def number(self) -> int:
        """The number of the current side; -1 when there is none."""
        return self.currentIndex().row()

    def choose(self, number: int) -> None:
        """Let a side be the current one, and bring it in sight; nobody is told."""
        if number != self.number and 0 <= number < self._shots.rowCount():
            self._choose(number)
            self.scrollTo(self._shots.index(number))

    def _choose(self, number: int) -> None:
        self.selectionModel().blockSignals(True)
        self.setCurrentIndex(self._shots.index(number))
        self.selectionModel().blockSignals(False)
        self.viewport().update()

    def _on_current(self, now: QModelIndex) -> None:
        if now.isValid():
            self.chosen.emit(now.row())

    # --- size ------------------------------------------------------------------------------------
    @property
    def columns(self) -> int:
        """How many sides stand beside each other."""
        return self._columns

    def put_beside(self, columns: int) -> None:
        """Let one or two sides stand beside each other."""
        self._columns = columns
        self.zoom_by(0)

    def zoom_by(self, step: int) -> None:
        """Show sides larger or smaller; with 0 as wide as there is room."""
        at = _ZOOMS.index(self.zoom) + step
        self.zoom = _ZOOMS[max(0, min(at, len(_ZOOMS) - 1))] if step else 1.0
        self.scheduleDelayedItemsLayout()
        self._asking.ask()
        self.zoomed.emit()

    @property
    def cell(self) -> QSize:
        """The room of a side of paper with its caption."""
        bar = self.verticalScrollBar().sizeHint().width()
        wide = (self.width() - bar - 2 * self.frameWidth() - 1) / self._columns
        inner = max(60.0, (wide - 2 * self._look.px(_AIR)) * self.zoom)
        every = [it.side.height / it.side.width for it in self._shots.every] or [1.0]
        high = inner * min(every if self._columns > 1 else (min(1.4, max(every)),))
        air, foot = 2 * self._look.px(_AIR), self._look.px(_CAPTION)
        return QSize(int(inner) + air, round(high) + air // 2 + foot)

    def paper_in(self, cell: QRect, side: Side) -> QRect:
        """Return where the paper of a side stands in its cell."""
        px = self._look.px
        room = cell.adjusted(px(_AIR), px(_GAP), -px(_AIR), -px(_CAPTION) - px(_GAP))
        scale = min(room.width() / side.width, room.height() / side.height)
        wide, high = round(side.width * scale), round(side.height * scale)
        return QRect(room.left() + (room.width() - wide) // 2, room.bottom() + 1 - high, wide, high)

    @property
    def pictures(self) -> tuple[tuple[int, int], ...]:
        """The sides that are looked at, each with the width of its picture in pixels."""
        if not self.isVisible():
            return ()
        seen, every = self.viewport().rect(), range(len(self._shots.every))
        cells = ((number, self.visualRect(self._shots.index(number))) for number in every)
        return tuple((at, self._width(at, cell)) for at, cell in cells if cell.intersects(seen))

    def _width(self, number: int, cell: QRect) -> int:
        paper = self.paper_in(cell, self.shot(number).side)
        return max(1, round(paper.width() * self.devicePixelRatioF()))

    def ask_again(self) -> None:
        """Ask for pictures that were not there yet."""
        self._asking.ask()

    def _ask(self) -> None:
        """Ask for pictures of what is seen and is not there in this size."""
        if self.isVisible():
            self.wanted.emit([it for it in self.pictures if it not in self._fresh])

    # --- keyboard and mouse ----------------------------------------------------------------------
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back to the list of pages."""
        if is_escape(event):
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl, else scroll."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(1 if event.angleDelta().y() > 0 else -1)
        else:
            super().wheelEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the sides to another width."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()
        self._asking.ask()

    def showEvent(self, event: QShowEvent) -> None:
        """Ask for pictures."""
        super().showEvent(event)
        self._asking.ask()


class _Paint(QStyledItemDelegate):
    """Paints a side of paper and its caption."""

    def __init__(self, look: Look, view: PacketPreview) -> None:
        super().__init__(view)
        self._look, self._view = look, view

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Return the room of a side."""
        return self._view.cell

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one side."""
        theme, number = self._look.theme, index.row()
        shot = self._view.shot(number)
        paper = self._view.paper_in(option.rect, shot.side)
        painter.save()
        painter.fillRect(paper, QColor("white"))  # paper is white in every look
        if image := self._view.picture(number):
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(paper, image)
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        is_here = bool(option.state & QStyle.StateFlag.State_HasFocus)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        edge, wide = (theme.accent, theme.ring) if is_chosen else (theme.rule, theme.line)
        self._edge(painter, paper, edge, 0, wide)
        if is_here:  # one more ring, or the page would look as it does without the keyboard
            self._edge(painter, paper, theme.focus, theme.ring + 1, _RING)
        self._caption(painter, option.rect, paper, number, shot, is_chosen=is_chosen)
        painter.restore()

    def _edge(self, painter: QPainter, paper: QRect, colour: str, away: int, wide: int) -> None:
        """Paint a line around the paper, so many pixels away from it."""
        out = away + (wide + 1) // 2
        painter.setPen(QPen(QColor(colour), wide))
        painter.drawRect(paper.adjusted(-out, -out, out, out))

    def _caption(
        self,
        painter: QPainter,
        cell: QRect,
        paper: QRect,
        number: int,
        shot: Shot,
        *,
        is_chosen: bool,
    ) -> None:
        font = widget_font(self._look.type("small") + 1, strong=is_chosen)
        painter.setFont(font)
        painter.setPen(QColor(self._look.theme.ink))
        words = f"{number + 1}  {shot.caption}"
        room = QRect(cell.left(), paper.bottom() + 4, cell.width(), self._look.px(_CAPTION) - 2)
        short = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter.value, short)
