"""Dragging a bar of the calendar: it snaps to school weeks, skips breaks, scrolls at the edges."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from ilead_studio.rules.cycle_calendar import Bar, school_steps
from ilead_studio.rules.days import span_words
from ilead_studio.ui.calendar.layout import PlacedBar
from ilead_studio.ui.canvas.hand import EDGE
from ilead_studio.ui.commands.keys import ESCAPE, pressed
from ilead_studio.ui.looks.look import Look

if TYPE_CHECKING:
    from ilead_studio.ui.calendar.chart import CalendarChart

FROM, END = 6, 8
"""Pixels after which a drag begins; pixels at the end of a bar where it is made longer."""
_PACE: Final = 120
"""Milliseconds after which the weeks go on by one while the pointer is at their edge."""
Preview = Callable[[str, int, int], Bar | str]
"""How a cycle would stand, moved by school weeks; or why it cannot be."""


class BarDrag(QObject):
    """One drag: nothing changes before the bar is let go, and Escape gives it up."""

    def __init__(self, chart: "CalendarChart", look: Look, preview: Preview) -> None:
        super().__init__(chart)
        self._chart, self._look, self._preview = chart, look, preview
        self._held: PlacedBar | None = None
        self._from, self.spot, self._is_end = QPoint(), QPoint(), False
        self._by, self._runs = 0, False
        self._made: Bar | None = None
        self.pace = QTimer(self, interval=_PACE)
        self.pace.timeout.connect(self.scroll)

    @property
    def words(self) -> str:
        """The days to which the bar would be moved."""
        return span_words(self._made.first, self._made.last) if self._made else ""

    def press(self, place: PlacedBar, spot: QPoint) -> None:
        """Hold a bar."""
        self._held, self._from, self._runs = place, spot - self._chart.origin(), False
        self._is_end = self._at_end(place, spot)

    def _at_end(self, place: PlacedBar, spot: QPoint) -> bool:
        box, end = place.box.translated(self._chart.origin()), self._look.px(END)
        return box.width() > 3 * end and 0 <= box.right() - spot.x() <= end and box.contains(spot)

    def move(self, spot: QPoint) -> None:
        """Show where the bar would stand; without a held one, what can be done here."""
        if self._held is None:
            self._show_cursor(spot)
            return
        gone = spot - self._chart.origin() - self._from
        if not self._runs and gone.manhattanLength() < self._look.px(FROM):
            return
        self.spot = spot
        if not self._way():
            self.pace.stop()
        elif not self.pace.isActive():
            self.pace.start()
        steps = self._steps(spot)
        if not self._runs or steps != self._by:
            self._runs, self._by = True, steps
            self._look_at()
        self._chart.viewport().update()

    def _way(self) -> int:
        """Return which way weeks scroll now: that of the edge at which the pointer is, or none."""
        body, edge, x = self._chart.body(), self._look.px(EDGE), self.spot.x()
        return (x > body.right() - edge) - (x < body.left() + edge)

    def scroll(self) -> None:
        """Let the weeks go on by one under the bar, as far as there are any."""
        bar, column = self._chart.horizontalScrollBar(), round(self._chart.weeks.column)
        bar.setValue(bar.value() + self._way() * column)
        self.move(self.spot)

    def _look_at(self) -> None:
        assert self._held
        made = self._preview(self._held.bar.cycle_id, 0 if self._is_end else self._by, self._by)
        if isinstance(made, Bar):
            self._made = made
            return
        if self._by:
            self._chart.refused.emit(made)
        self._made = self._held.bar if not self._by else None

    def _steps(self, spot: QPoint) -> int:
        """Return how many school weeks the pointer has gone."""
        assert self._held
        weeks, bar = self._chart.weeks, self._held.bar
        column = weeks.at(weeks.x(bar.last if self._is_end else bar.first) + 1)
        by = round((spot.x() - self._chart.origin().x() - self._from.x()) / weeks.column)
        there = max(0, min(len(weeks.every) - 1, column + by))
        return school_steps(self._chart.columns_of(bar.cycle_id), column, there)

    def drop(self, spot: QPoint) -> None:
        """Let go: the bar moves, as one step."""
        self.move(spot) if self._held else None
        held, by, is_end = self._held, self._by if self._runs else 0, self._is_end
        self.give_up()
        if held and by:
            self._chart.shifted.emit(held.bar.cycle_id, 0 if is_end else by, by)

    def give_up(self) -> None:
        """Let the bar be where it was."""
        self._held, self._made, self._runs, self._by = None, None, False, 0
        self.pace.stop()
        self._chart.viewport().update()

    def takes(self, event: QKeyEvent) -> bool:
        """Give a drag up at Escape; tells whether there was one."""
        if self._held is None or pressed(event) != ESCAPE:
            return False
        self.give_up()
        return True

    def instead(self, place: PlacedBar) -> PlacedBar:
        """Return a bar as it is painted while it is dragged."""
        made = self._made
        if made is None or place.bar.cycle_id != made.cycle_id:
            return place
        weeks = self._chart.weeks
        left, right = weeks.x(made.first) + 1, weeks.x(made.last, after=True) - 1
        box = QRect(left, place.box.top(), max(place.box.height(), right - left), 0)
        box.setHeight(place.box.height())
        return PlacedBar(made, box, "", QRect())

    def _show_cursor(self, spot: QPoint) -> None:
        index = self._chart.indexAt(spot)
        place = self._chart.places[index.row()] if index.isValid() else None
        shapes = Qt.CursorShape
        is_end = place is not None and self._at_end(place, spot)
        shape = shapes.SizeHorCursor if is_end else shapes.ArrowCursor
        if self._chart.viewport().cursor().shape() != shape and QApplication.instance():
            self._chart.viewport().setCursor(shape)
