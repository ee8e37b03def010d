"""The calendar of cycles: bands, school weeks, breaks, today, and a bar for each cycle."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ilead_studio import edits
from ilead_studio.errors import StudioError
from ilead_studio.model import Workbook
from ilead_studio.rules.calendar_rows import CalendarRow, RowsBy, calendar_rows
from ilead_studio.rules.calendar_words import (
    bar_words,
    calendar_counts,
    comes_next,
    short_words,
    why_not_shift,
)
from ilead_studio.rules.cycle_calendar import (
    Bar,
    bar_of,
    calendar_page,
    closed,
    closed_for,
)
from ilead_studio.rules.cycle_calendar import CalendarPage as Days
from ilead_studio.rules.cycle_steps import why_not_plan_for
from ilead_studio.rules.cycles import cycle_name, cycle_with_id
from ilead_studio.rules.days import day_words, span_words
from ilead_studio.rules.overdue import overdue
from ilead_studio.rules.school_weeks import Week, weeks
from ilead_studio.ui.calendar.bars import Shown
from ilead_studio.ui.calendar.card import CalendarCard
from ilead_studio.ui.calendar.chart import CalendarChart
from ilead_studio.ui.calendar.coming_list import ComingList
from ilead_studio.ui.cycles.late_banner import LateBanner
from ilead_studio.ui.frame.section_page import SectionPage
from ilead_studio.ui.inspector.fields import PickField
from ilead_studio.ui.sight.lit import lit_of
from ilead_studio.ui.sight.state import Things
from ilead_studio.ui.widgets.parts import button, label
from ilead_studio.words import count, say

if TYPE_CHECKING:
    from datetime import date

    from ilead_studio.ui.commands.features import Deeds
    from ilead_studio.ui.window import MainWindow

_BANDS: Final = (4, 5, 6, 7, 8, 9, 10, 13)
"""Lengths of a band that are offered; iLEAD partners run six to eight school weeks, 13 are 90 days
(method, section 7)."""


class CalendarPage:
    """The page and what stands beside it; ``sections.View`` says how the window uses it."""

    right: QWidget | None = None

    def __init__(self, window: "MainWindow") -> None:
        self._window, self._work, self._look = window, window.work, window.look
        self._by: RowsBy = "idea"
        self._card: CalendarCard | None = None
        self._page = SectionPage(self._work, self._look, say("Calendar of cycles"), self.refresh)
        self.page: QWidget = self._page
        self._list = ComingList(self._look, lit_of(self._work))
        self.left: QWidget = self._list
        self.banner = LateBanner(self._look)
        self.chart = CalendarChart(self._look, self._preview, lit_of(self._work))
        self.chart.setAccessibleName(say("Cycles"))
        self._add_controls()
        self._page.below.addWidget(self.banner)
        self._page.below.addWidget(self.chart, 1)
        self._page.below.addStretch(0)
        self._page.setFocusProxy(self.chart)
        for opens in (self.chart.opened, self._list.opened, self.banner.asked):
            opens.connect(self._open)
        self._list.chosen.connect(self.chart.choose)
        self.chart.shifted.connect(self._shift)
        self.chart.next_asked.connect(lambda: window.do("new cycle"))
        self.chart.refused.connect(self._work.said)
        self._is_new = True

    def _add_controls(self) -> None:
        head = self._page.head
        self.rows, self.band = PickField(say("Rows")), PickField(say("Band"))
        choices = {
            "idea": say("Change ideas"),
            "driver": say("By driver"),
            "party": say("By party"),
        }
        for value, words in choices.items():
            self.rows.addItem(words, value)
        self.rows.activated.connect(lambda at: self._sort(self.rows.itemData(at)))
        self.band.activated.connect(lambda at: self._put_band(self.band.itemData(at)))
        for field in (self.rows, self.band):
            self._name(field)
            field.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
            field.setSizeAdjustPolicy(PickField.SizeAdjustPolicy.AdjustToContents)
            field.setMinimumWidth(self._look.px(80))
            head.addWidget(field)
        self.school = button(
            say("School calendar"), "plain", self._look, sign="calendar-off",
            does=self._show_card,
        )  # fmt: skip
        head.addWidget(self.school)

    def _name(self, field: PickField) -> None:
        words: QLabel = label(field.accessibleName(), "small")
        words.setWordWrap(False)
        self._page.head.addWidget(words)

    # --- what a view is asked --------------------------------------------------------------------
    def counts(self) -> str:
        """Say how many cycles there are, and how far."""
        return calendar_counts(self._work.workbook, self._today())

    def thing(self) -> str:
        """Return the cycle whose bar is chosen."""
        return self.chart.cycle_id

    def shown(self) -> Things:
        """Return the cycles that have a bar."""
        return Things([it.bar.cycle_id for it in self.chart.places], _of_cycles)

    def keys(self) -> tuple[str, ...]:
        """Name the keys of the chart."""
        return (
            say("Drag, or Alt+arrows  one week"),
            say("Alt+Shift+arrows  longer, shorter"),
            say("Enter  open"),
            say("Ins  plan the next"),
            say("Today: {day}", day=day_words(self._today())),
        )

    def deeds(self) -> "Deeds":
        """Return what commands do; the chart has keys of its own."""
        return {"new cycle": self._plan}

    def why_not(self, _name: str) -> str:
        """Say for what a cycle can be planned."""
        cycle = cycle_with_id(self._work.workbook, self.chart.cycle_id)
        if cycle is None:
            return say("Choose a cycle first: the next one is of its change idea.")
        return why_not_plan_for(self._work.workbook, cycle.idea_id)

    def _plan(self) -> None:
        """Plan one more cycle of the idea whose bar is chosen, on the page of its ramp."""
        cycle = cycle_with_id(self._work.workbook, self.chart.cycle_id)
        if cycle is not None:
            self._window.sections.go("pdsa", cycle.idea_id)
            self._window.do("new cycle")

    def show_item(self, item_id: str) -> None:
        """Choose the bar of a cycle."""
        self.refresh()
        self.chart.choose(item_id)

    # --- showing ---------------------------------------------------------------------------------
    def _today(self) -> "date":
        return self._window.around.clock().date()

    def refresh(self) -> None:
        """Show the cycles as they are now."""
        book, today = self._work.workbook, self._today()
        page = calendar_page(book, today)
        rows = calendar_rows(book, page.bars, self._by)
        self.chart.show_page(self._shown(book, page, rows, today))
        self.chart.setAccessibleDescription("" if rows else _why_empty(book))
        self.banner.tell(book, overdue(book, today))
        self._list.tell(comes_next(book, today))
        self._show_band(book.calendar.cycle_weeks)
        if self._card is not None:
            self._card.refresh()
        if self._is_new and rows:
            self._is_new = False
            self._begin(book, today)

    def _begin(self, book: Workbook, today: "date") -> None:
        """Begin at the present day, with what waits for somebody chosen."""
        self.chart.show_day(today)
        first = next((it.entries[0].cycle_id for it in comes_next(book, today)), "")
        self.chart.choose(first or self.chart.places[-1].bar.cycle_id)

    def _shown(
        self, book: Workbook, page: Days, rows: tuple[CalendarRow, ...], today: "date"
    ) -> Shown:
        calendar, known = book.calendar, dict[tuple[str, ...], tuple[Week, ...]]()
        first, last = page.weeks[0].start, page.weeks[-1].start

        def columns(row: CalendarRow) -> tuple[Week, ...]:
            if row.parties not in known:
                known[row.parties] = weeks(calendar, first, last, row.parties)
            return known[row.parties]

        return Shown(
            page, rows, today, calendar.cycle_weeks,
            words=lambda bar: bar_words(book, bar),
            below=lambda bar: (bar.words, short_words(book, bar)),
            closed=closed(calendar, page.weeks),
            own=lambda row: closed_for(calendar, row.parties),
            columns=columns,
            nothing=_why_empty(book),
        )  # fmt: skip

    def _show_band(self, now: int) -> None:
        lengths = sorted({*_BANDS, now})
        if [self.band.itemData(at) for at in range(self.band.count())] != lengths:
            self.band.clear()
            for it in lengths:
                self.band.addItem(count(it, "{number} school week", "{number} school weeks"), it)
        self.band.setCurrentIndex(lengths.index(now))

    # --- doing -----------------------------------------------------------------------------------
    def _sort(self, by: RowsBy) -> None:
        self._by = by
        self.refresh()

    def _put_band(self, long: int) -> None:
        self._work.step(
            say("set the length of a band"), lambda book: edits.put_calendar(book, cycle_weeks=long)
        )

    def _show_card(self) -> None:
        whole = self._window.whole
        corner = self.school.mapTo(whole, QPoint(self.school.width(), self.school.height() + 4))
        self.card.open_at(corner)

    @property
    def card(self) -> CalendarCard:
        """The card of the school calendar, made when it is first asked for."""
        if self._card is None:
            self._card = CalendarCard(self._work, self._look, self._window.whole, self._today)
        return self._card

    def _open(self, cycle_id: str) -> None:
        self._window.sections.go("pdsa", cycle_id)

    def _preview(self, cycle_id: str, start: int, end: int) -> Bar | str:
        """Return how a bar would stand, or why it cannot be moved."""
        cycle = cycle_with_id(self._work.workbook, cycle_id)
        if cycle is None:
            return say("It is not there any more.")
        if why := why_not_shift(cycle, start):
            return why
        try:
            book = edits.reschedule(self._work.workbook, cycle_id, start, end)
        except StudioError as error:
            return str(error)
        moved = cycle_with_id(book, cycle_id)
        made = bar_of(book, moved, self._today()) if moved else None
        return made or say("This cycle has no planned days yet. Type them first.")

    def _shift(self, cycle_id: str, start: int, end: int) -> None:
        """Move the planned days of a cycle, and say which they are now."""
        made = self._preview(cycle_id, start, end)
        cycle = cycle_with_id(self._work.workbook, cycle_id)
        if isinstance(made, str) or cycle is None:
            self._work.said.emit(str(made))
            return
        name = cycle_name(self._work.workbook, cycle)
        if self._work.step(
            say("move the days of {cycle}", cycle=name),
            lambda book: edits.reschedule(book, cycle_id, start, end),
        ):
            self._page.refreshing.now()
            days = span_words(made.first, made.last)
            self._work.said.emit(say("{cycle}: {days}", cycle=name, days=days))


def _of_cycles(number: int) -> str:
    return count(number, "{number} cycle", "{number} cycles")


def _why_empty(book: Workbook) -> str:
    if not book.cycles:
        return say("Choose a change idea and test it with one person.")
    return say("No cycle has days yet. Type them in its plan.")
