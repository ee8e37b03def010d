"""The bars of the calendar as Qt sees them: a list whose items stand where we say.

It is one of Qt's list views, so assistive technology meets a list with an item for each bar.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QRegion, QResizeEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from ilead_studio.rules.calendar_rows import CalendarRow
from ilead_studio.rules.cycle_calendar import Bar, CalendarPage, Closed
from ilead_studio.rules.school_weeks import Week
from ilead_studio.ui.calendar.layout import (
    MOST_ROW,
    PlacedBar,
    PlacedRow,
    Weeks,
    column_width,
    placed_rows,
    row_at,
)
from ilead_studio.ui.calendar.paint import CalendarPaint
from ilead_studio.ui.lists.index import Index
from ilead_studio.ui.looks.look import Look

NAMES, NARROW_NAMES, NARROW = 232, 176, 860
_ID: Final = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True, eq=False)
class Shown:
    """All that the chart shows: ``words`` say a bar, ``below`` what stands under it.

    ``closed`` are the breaks of everybody, ``own`` those of a row alone; ``columns`` the weeks as
    the parties of a row have them; ``nothing`` says why there is no bar.
    """

    page: CalendarPage
    rows: tuple[CalendarRow, ...]
    today: date
    band: int
    words: Callable[[Bar], str]
    below: Callable[[Bar], Sequence[str]]
    closed: tuple[Closed, ...]
    own: Callable[[CalendarRow], tuple[Closed, ...]]
    columns: Callable[[CalendarRow], tuple[Week, ...]]
    nothing: str = ""


class CalendarBars(QListView):
    """Places rows and bars, scrolls them, and goes from bar to bar."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look, self._paint = look, CalendarPaint(look)
        self._shown: Shown | None = None
        self._placed: tuple[Shown, QSize] | None = None
        self._weeks = Weeks((), 1)
        self._rows: tuple[PlacedRow, ...] = ()
        self._places: tuple[PlacedBar, ...] = ()
        self._bars = QStandardItemModel(self)
        self.setModel(self._bars)
        self.setProperty("kind", "card")
        self.setCornerWidget(QWidget())  # or the card's border goes round an empty corner
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)

    # --- what is shown ---------------------------------------------------------------------------
    def show_page(self, shown: Shown) -> None:
        """Show another page; the chosen bar stays chosen."""
        self._shown = shown
        bars = [bar for row in shown.rows for bar in row.bars]
        chosen, ids = self.cycle_id, [bar.cycle_id for bar in bars]
        if ids != [self._id_at(at) for at in range(self._bars.rowCount())]:
            self._bars.clear()
            for cycle_id in ids:
                item = QStandardItem()
                item.setData(cycle_id, _ID)
                self._bars.appendRow(item)
        for at, bar in enumerate(bars):
            words = shown.words(bar)
            if self._bars.item(at).text() != words:
                self._bars.item(at).setText(words)
                self._bars.item(at).setToolTip(words)
        self._place()
        if self.cycle_id != chosen:
            self.choose(chosen)

    def choose(self, cycle_id: str) -> None:
        """Let the bar of a cycle be the chosen one; an unknown one changes nothing."""
        at = next((at for at, it in enumerate(self._places) if it.bar.cycle_id == cycle_id), -1)
        if at >= 0:
            self.setCurrentIndex(self._bars.index(at, 0))

    @property
    def cycle_id(self) -> str:
        """The cycle of the chosen bar; empty when none is."""
        return self._id_at(self.currentIndex().row())

    @property
    def chosen(self) -> Bar | None:
        """The chosen bar."""
        at = self.currentIndex().row()
        return self._places[at].bar if 0 <= at < len(self._places) else None

    @property
    def places(self) -> tuple[PlacedBar, ...]:
        """Every bar in reading order with its place."""
        return self._places

    def columns_of(self, cycle_id: str) -> tuple[Week, ...]:
        """Return the weeks as those have them whose row holds a cycle."""
        assert self._shown
        row = next(it.row for it in self._rows
                   if any(bar.bar.cycle_id == cycle_id for bar in it.bars))  # fmt: skip
        return self._shown.columns(row)

    @property
    def weeks(self) -> Weeks:
        """The columns."""
        return self._weeks

    def _id_at(self, at: int) -> str:
        item = self._bars.item(at)
        return str(item.data(_ID)) if item else ""

    # --- room ------------------------------------------------------------------------------------
    @property
    def _names(self) -> int:
        """How wide the names at the left are."""
        px = self._look.px
        return px(NARROW_NAMES if self.viewport().width() < px(NARROW) else NAMES)

    def _legend(self) -> int:
        return self._paint.legend_height(self._legend_width())

    def _around(self) -> int:
        """Return how high everything but the rows is."""
        return self._paint.head + self._legend() + self._look.px(12)

    def _legend_width(self) -> int:
        return self.viewport().width() - self._look.px(24)

    def _place(self) -> None:
        """Find the place of everything at the size there is."""
        shown, view = self._shown, self.viewport().size()
        if shown is None or (shown, view) == self._placed:
            return
        self._placed = shown, view
        many = len(shown.page.weeks)
        side = self._look.px(8)
        wide = column_width(many, view.width() - self._names - side, self._look)
        self._weeks = Weeks(shown.page.weeks, wide)
        room = view.height() - self._around()
        paint, names = self._paint, self._names - self._look.px(20)
        self._rows = placed_rows(
            shown.rows, self._weeks, self._look, lambda row: paint.needs(row, names),
            shown.below, paint.width_of, room,
        )  # fmt: skip
        self._places = tuple(bar for row in self._rows for bar in row.bars)
        if self._rows:
            most = sum(
                max(self._look.px(MOST_ROW) if row.row.idea_id else 0, row.height)
                for row in self._rows
            )
            bar = self.horizontalScrollBar()
            scrolls = bar.sizeHint().height() if self._weeks.width > self.body().width() else 0
            self.setMaximumHeight(most + self._around() + scrolls + 2 * self.frameWidth())
        self.updateGeometries()
        self.viewport().update()

    def _tall(self) -> int:
        last = self._rows[-1] if self._rows else None
        return last.top + last.height if last else 0

    def body(self) -> QRect:
        """Return where rows and weeks are seen."""
        view = self.viewport().rect()
        top, left = self._paint.head, self._names
        room = view.height() - self._around()
        high = min(self._tall(), room) if self._rows else room
        return QRect(left, top, view.width() - left, max(0, high))

    def rows_in_sight(self) -> tuple[PlacedRow, ...]:
        """Return the rows of which anything is seen."""
        top = self.verticalOffset()
        low = top + self.body().height()
        return tuple(row for row in self._rows if row.top < low and row.top + row.height > top)

    def origin(self) -> QPoint:
        """Return where the first day of the first row stands in the view."""
        body = self.body()
        return body.topLeft() - QPoint(self.horizontalOffset(), self.verticalOffset())

    def updateGeometries(self) -> None:
        """Let the scroll bars reach everything."""
        body = self.body()
        for bar, need, have in (
            (self.horizontalScrollBar(), self._weeks.width + self._look.px(8), body.width()),
            (self.verticalScrollBar(), self._tall(), body.height()),
        ):
            bar.setRange(0, max(0, need - have))
            bar.setPageStep(max(1, have))
            bar.setSingleStep(self._look.px(26))

    def doItemsLayout(self) -> None:
        """Find all places anew."""
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Find all places anew."""
        super().resizeEvent(event)
        self._place()

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        """Paint anew: head and names stay where they are."""
        self.viewport().update()

    def sizeHint(self) -> QSize:
        """Return a size for a small calendar; it takes what there is."""
        return QSize(self._look.px(600), self._look.px(300))

    def horizontalOffset(self) -> int:
        """Return how far weeks are scrolled."""
        return self.horizontalScrollBar().value()

    def verticalOffset(self) -> int:
        """Return how far rows are scrolled."""
        return self.verticalScrollBar().value()

    # --- items as Qt sees them -------------------------------------------------------------------
    def visualRect(self, index: Index) -> QRect:
        """Return where a bar stands in the view."""
        at = index.row()
        if not 0 <= at < len(self._places):
            return QRect()
        return self._places[at].hit.translated(self.origin())

    def indexAt(self, point: QPoint) -> QModelIndex:
        """Return the bar at a place of the view."""
        if not self.body().contains(point):
            return QModelIndex()
        here = point - self.origin()
        row = row_at(self._rows, here.y())
        found = next((it for it in row.bars if it.hit.contains(here)), None) if row else None
        return self._bars.index(self._places.index(found), 0) if found else QModelIndex()

    def scrollTo(self, index: Index, _hint: QListView.ScrollHint | None = None) -> None:
        """Bring a bar in sight, with some room around it."""
        at = index.row()
        if not 0 <= at < len(self._places):
            return
        place, far, body = self._places[at].hit, self._look.px(24), self.body()
        for bar, low, high, have in (
            (self.horizontalScrollBar(), place.left() - far, place.right() + far, body.width()),
            (self.verticalScrollBar(), place.top() - far, place.bottom() + far, body.height()),
        ):
            bar.setValue(min(low, max(bar.value(), high - have)))

    def show_day(self, day: date) -> None:
        """Bring a day to the middle, if weeks are scrolled at all; no week is cut at the left."""
        left, column = self._weeks.x(day) - self.body().width() // 2, self._weeks.column
        left = max(0, min(left, self.horizontalScrollBar().maximum()))
        self.horizontalScrollBar().setValue(round(left // column * column))

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        """Choose the bar at a place."""
        self.selectionModel().select(self.indexAt(rect.center()), command)

    def visualRegionForSelection(self, _selection: QItemSelection) -> QRegion:
        """Paint everything when another bar is chosen: its ring stands out of its place."""
        return QRegion(self.viewport().rect())

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell it, and paint the ring."""
        super().currentChanged(current, previous)
        self.viewport().update()

    # --- from bar to bar -------------------------------------------------------------------------
    def moveCursor(
        self, action: QAbstractItemView.CursorAction, _held: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Return the bar to which a key goes: along a row, or to the nearest one of another."""
        actions, at, last = QAbstractItemView.CursorAction, self.currentIndex().row(), None
        if not self._places:
            return QModelIndex()
        last = len(self._places) - 1
        to = {
            actions.MoveLeft: at - 1, actions.MovePrevious: at - 1,
            actions.MoveRight: at + 1, actions.MoveNext: at + 1,
            actions.MoveHome: 0, actions.MoveEnd: last,
            actions.MoveUp: self._beside(at, -1), actions.MoveDown: self._beside(at, 1),
            actions.MovePageUp: self._beside(at, -5), actions.MovePageDown: self._beside(at, 5),
        }[action]  # fmt: skip
        return self._bars.index(max(0, min(last, to)), 0)

    def _beside(self, at: int, step: int) -> int:
        """Return the bar of another row that is nearest in time."""
        if at < 0:
            return 0
        held = [row for row in self._rows if row.bars]
        here, place = (
            self._places[at],
            next(number for number, row in enumerate(held) if self._places[at] in row.bars),
        )
        there = held[max(0, min(len(held) - 1, place + step))]
        if there is held[place]:
            return at
        middle = here.box.center().x()
        nearest = min(there.bars, key=lambda it: abs(it.box.center().x() - middle))
        return self._places.index(nearest)
