"""The chart of the calendar: its keys, its mouse, and how it is painted."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Final

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QToolTip

from ilead_studio.rules.cycle_calendar import Closed, week_words
from ilead_studio.ui.calendar.bars import CalendarBars, Shown
from ilead_studio.ui.calendar.drag import BarDrag, Preview
from ilead_studio.ui.calendar.paint import CalendarPaint
from ilead_studio.ui.commands.keys import ALT, NONE, SHIFT, pressed
from ilead_studio.ui.looks.look import Look
from ilead_studio.ui.sight.lit import Lit

_SHIFTS: Final = {
    (Qt.Key.Key_Left, ALT): (-1, -1),
    (Qt.Key.Key_Right, ALT): (1, 1),
    (Qt.Key.Key_Left, ALT | SHIFT): (0, -1),
    (Qt.Key.Key_Right, ALT | SHIFT): (0, 1),
}
"""Keys that move a bar, and by how many school weeks its first and its last day."""


class CalendarChart(CalendarBars):
    """Shows the rows and bars; ``opened`` brings a cycle, ``shifted`` a cycle and school weeks.

    ``next_asked`` wants one more cycle of the idea whose bar is chosen.

    ``preview`` answers how a bar would stand, or with a sentence why it cannot be moved: that is
    ``refused``.
    """

    opened = Signal(str)
    next_asked = Signal()
    shifted = Signal(str, int, int)
    refused = Signal(str)

    def __init__(self, look: Look, preview: Preview, lit: Lit) -> None:
        super().__init__(look)
        self.drag = BarDrag(self, look, preview)
        self._lit, self._pale = lit, CalendarPaint(look, look.theme.faded())
        lit.show_in(self)
        self.setMouseTracking(True)

    # --- keyboard --------------------------------------------------------------------------------
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go from bar to bar, with Alt they move it; Enter opens, Insert plans the next."""
        key = pressed(event)
        if self.drag.takes(event):
            return
        if key in _SHIFTS and self.cycle_id:
            self.shifted.emit(self.cycle_id, *_SHIFTS[key])
        elif key == (Qt.Key.Key_Return, NONE):
            self._open()
        elif key == (Qt.Key.Key_Insert, NONE):
            self.next_asked.emit()
        else:
            super().keyPressEvent(event)

    def _open(self) -> None:
        if self.cycle_id:
            self.opened.emit(self.cycle_id)

    # --- mouse -----------------------------------------------------------------------------------
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose a bar; it may be dragged from here."""
        index = self.indexAt(event.position().toPoint())
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        if event.button() == Qt.MouseButton.LeftButton and index.isValid():
            self.setCurrentIndex(index)
            self.drag.press(self._places[index.row()], event.position().toPoint())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag, or show what could be dragged here."""
        self.drag.move(event.position().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go of what is dragged."""
        self.drag.drop(event.position().toPoint())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open a cycle."""
        if self.indexAt(event.position().toPoint()).isValid():
            self._open()

    def viewportEvent(self, event: QEvent) -> bool:
        """Tell of a week at the pointer where there is no bar."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            spot = event.pos()
            if not self.indexAt(spot).isValid() and self._weeks.every and spot.x() > self._names:
                QToolTip.showText(event.globalPos(), self._week_words(spot), self.viewport())
                return True
        return super().viewportEvent(event)

    def _week_words(self, spot: QPoint) -> str:
        week = self._weeks.every[self._weeks.at(spot.x() - self.origin().x())]
        return week_words(week)

    # --- painting --------------------------------------------------------------------------------
    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint head, names, weeks, bars and legend; head and names do not scroll."""
        shown = self._shown
        if shown is None:
            return
        with QPainter(self.viewport()) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_weeks(painter, shown)
            self._paint_names(painter)
            body = self.body()
            corner = QPoint(self._look.px(12), body.bottom() + self._look.px(10))
            self._paint.paint_legend(painter, corner, self._legend_width())
            if not self.places:
                self._paint.paint_nothing(painter, shown.nothing, body)
            if self.drag.words:
                self._paint.paint_hint(
                    painter, self.drag.words, self.drag.spot, self.viewport().rect()
                )

    def _paint_weeks(self, painter: QPainter, shown: Shown) -> None:
        """Paint what scrolls: clipped to its place, from the origin of the rows."""
        body, origin, paint = self.body(), self.origin(), self._paint
        painter.save()
        painter.setClipRect(QRect(body.left(), 0, body.width(), body.top()))
        painter.translate(origin.x(), 0)
        paint.paint_head(painter, self._weeks, shown.page.bands, shown.today, shown.band)
        painter.restore()
        painter.save()
        painter.setClipRect(body)
        painter.translate(origin)
        self._paint_ground(painter, shown)
        bars = [self.drag.instead(bar) for row in self.rows_in_sight() for bar in row.bars]
        for bar in bars:
            self._paint_of(bar.bar.cycle_id).paint_bar(painter, bar)
        low = self.verticalOffset() + body.height()
        paint.paint_today_line(painter, self._weeks, shown.today, self.verticalOffset(), low)
        for bar in bars:
            self._paint_of(bar.bar.cycle_id).paint_words(painter, bar)
        self._paint_chosen(painter)
        painter.restore()

    def _paint_of(self, item_id: str) -> CalendarPaint:
        """Return what paints a cycle or an idea: what is out of the line of sight is pale."""
        return self._pale if item_id != self.cycle_id and self._lit.fades(item_id) else self._paint

    def _paint_ground(self, painter: QPainter, shown: Shown) -> None:
        paint, bottom = self._paint, max(self._tall(), self.body().height())
        rows = self.rows_in_sight()
        everywhere = [
            (it, paint.break_box(self._weeks, it, 0, bottom)) for it in self._in_sight(shown.closed)
        ]
        for _, box in everywhere:
            paint.hatch(painter, box)
        for row in rows:
            for it in self._in_sight(shown.own(row.row)):
                box = paint.break_box(self._weeks, it, row.top, row.top + row.height)
                paint.hatch(painter, box)
        paint.paint_grid(painter, self._weeks, shown.page.bands, rows, bottom)
        taken = [bar.hit for row in rows for bar in row.bars]
        for it, box in everywhere:
            seen = QRect(box.left(), self.verticalOffset(), box.width(), self.body().height())
            paint.name_break(painter, seen, it.name, taken)

    def _in_sight(self, breaks: Sequence[Closed]) -> list[Closed]:
        weeks = self._weeks.every
        after = weeks[-1].start + timedelta(days=7)
        return [it for it in breaks if it.last >= weeks[0].start and it.first < after]

    def _paint_chosen(self, painter: QPainter) -> None:
        at = self.currentIndex().row()
        if 0 <= at < len(self._places):
            box = self.drag.instead(self._places[at]).box
            self._paint.paint_ring(painter, box, has_keyboard=self.hasFocus())

    def _paint_names(self, painter: QPainter) -> None:
        body, names, rows = self.body(), self._names, self.rows_in_sight()
        self._paint.paint_labels(painter, names)
        painter.save()
        painter.setClipRect(QRect(0, body.top(), body.left(), body.height()))
        painter.translate(0, body.top() - self.verticalOffset())
        for row in rows:
            if row.row.idea_id:
                box = QRect(0, row.top, names, row.height)
                self._paint_of(row.row.idea_id).paint_name(painter, row.row, box)
        painter.setClipRect(QRect(0, self.verticalOffset(), self.viewport().width(), body.height()))
        for row in rows:
            if not row.row.idea_id:
                box = QRect(0, row.top, self.viewport().width(), row.height)
                self._paint.paint_heading(painter, row.row, box)
        painter.restore()
