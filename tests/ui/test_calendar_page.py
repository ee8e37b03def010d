"""The calendar of cycles in the window: by keyboard, by mouse, read aloud, and its school year."""

from datetime import date

import pytest
from hands import Desk
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from trials import CYCLE, NOW, cycle_in, planned
from workbooks import key

from ilead_studio import edits
from ilead_studio.model import Workbook
from ilead_studio.ui.calendar.page import CalendarPage

QUIET = key("quiet")


def two_cycles() -> Workbook:
    """Return two planned cycles of two ideas: 7 to 18 December, and 2 to 20 November, begun."""
    workbook = edits.begin_do(planned(), CYCLE, NOW)
    workbook = edits.plan_cycle(workbook, key("hour"), QUIET)
    return edits.put_cycle(
        workbook, QUIET, planned_start=date(2026, 12, 7), planned_end=date(2026, 12, 18)
    )


@pytest.fixture
def page(desk: Desk) -> CalendarPage:
    """The calendar in the window, with the keyboard on it, on 24 November 2026."""
    desk.window.work.begin(two_cycles())
    made = CalendarPage(desk.window)
    desk.window.arranged.show_section(made)
    desk.window.arranged.back_to_page()
    desk.settle()
    return made


def days(desk: Desk, name: str = "quiet") -> tuple[date | None, date | None]:
    cycle = cycle_in(desk.window.work.workbook, name)
    return cycle.planned_start, cycle.planned_end


def test_alt_and_arrows_move_what_is_planned_by_school_weeks(
    desk: Desk, page: CalendarPage
) -> None:
    winter = date(2026, 12, 21), date(2027, 1, 1)
    desk.window.work.step(
        "a break", lambda book: edits.add_break(book, key("winter"), "Winter break", *winter)
    )
    assert page.chart.cycle_id == CYCLE  # what is overdue comes first
    desk.press("Down")
    assert page.chart.cycle_id == QUIET
    desk.press("Alt+Right")
    assert days(desk) == (date(2026, 12, 14), date(2027, 1, 8))
    assert desk.window.status.words == "“Quiet hour”, cycle 1: 14 Dec – 8 Jan"
    desk.press("Alt+Shift+Right")
    assert days(desk) == (date(2026, 12, 14), date(2027, 1, 15))
    desk.press("Alt+Left", "Alt+Shift+Left")
    assert days(desk) == (date(2026, 12, 7), date(2026, 12, 18))
    desk.press("Ctrl+Z")
    assert days(desk) == (date(2026, 12, 7), date(2027, 1, 8))
    assert page.chart.cycle_id == QUIET
    assert desk.focus is page.chart


def test_the_line_of_today_runs_through_no_words(desk: Desk, page: CalendarPage) -> None:
    desk.window.work.step(
        "a scale",
        lambda book: edits.put_cycle(book, CYCLE, scale="Three advisers and sixty of their own"),
    )
    desk.settle()
    chart = page.chart
    words = next(bar for row in chart.rows_in_sight() for bar in row.bars if bar.words).words_box
    words = words.translated(chart.origin())
    seen = chart.viewport().grab().toImage()
    root = QColor(desk.window.look.theme.root)
    reds = {
        y for x in range(words.left(), words.right()) for y in range(chart.body().bottom())
        if seen.pixelColor(x, y) == root
    }  # fmt: skip
    assert reds, "the line is somewhere above or below the words"
    assert not reds & set(range(words.top(), words.bottom()))


def test_what_happened_stays_where_it_was(desk: Desk, page: CalendarPage) -> None:
    desk.press("Alt+Right")
    assert "Do began on 2 Nov" in desk.window.status.words
    assert cycle_in(desk.window.work.workbook).planned_start == date(2026, 11, 2)
    desk.press("Alt+Shift+Right")
    assert days(desk, "cycle") == (date(2026, 11, 2), date(2026, 11, 27))


def drag(page: CalendarPage, cycle_id: str, weeks: float, *, at_end: bool = False) -> None:
    """Press a bar, move it and leave the button down."""
    place = next(it for it in page.chart.places if it.bar.cycle_id == cycle_id)
    box = place.box.translated(page.chart.origin())
    begin = QPoint(box.right() - 2 if at_end else box.left() + 4, box.center().y())
    end = begin + QPointF(weeks * page.chart.weeks.column, 0).toPoint()
    view = page.chart.viewport()
    QTest.mousePress(view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier(0), begin)
    QTest.mouseMove(view, end)
    page.chart.drag.move(end)


def let_go(page: CalendarPage) -> None:
    view, spot = page.chart.viewport(), page.chart.drag.spot
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier(0), spot)


def test_a_drag_says_the_days_and_counts_when_it_is_let_go(desk: Desk, page: CalendarPage) -> None:
    drag(page, QUIET, -1.2)
    assert page.chart.drag.words == "30 Nov – 11 Dec"
    assert days(desk) == (date(2026, 12, 7), date(2026, 12, 18))
    let_go(page)
    assert days(desk) == (date(2026, 11, 30), date(2026, 12, 11))
    drag(page, QUIET, 0.9, at_end=True)
    let_go(page)
    assert days(desk) == (date(2026, 11, 30), date(2026, 12, 18))
    desk.press("Ctrl+Z", "Ctrl+Z")
    assert days(desk) == (date(2026, 12, 7), date(2026, 12, 18))


def test_escape_and_what_happened_give_a_drag_up(desk: Desk, page: CalendarPage) -> None:
    drag(page, QUIET, 2)
    desk.press("Escape")
    let_go(page)
    assert days(desk) == (date(2026, 12, 7), date(2026, 12, 18))
    drag(page, CYCLE, 2)
    assert page.chart.drag.words == ""
    assert "Do began on 2 Nov" in desk.window.status.words
    let_go(page)
    assert days(desk, "cycle") == (date(2026, 11, 2), date(2026, 11, 20))


def test_a_screen_reader_hears_each_bar(desk: Desk, page: CalendarPage) -> None:
    reader = QAccessible.queryAccessibleInterface(page.chart)
    assert reader.role() == QAccessible.Role.List
    names = [reader.child(at).text(QAccessible.Text.Name) for at in range(len(page.chart.places))]
    assert names == [
        "“Talk about books”, cycle 1, 1 class, two school days late, 2 to 20 November 2026",
        "“Quiet hour”, cycle 1, planned, 7 to 18 December 2026",
    ]


def test_enter_the_list_and_the_banner_open_a_cycle(
    desk: Desk, page: CalendarPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[tuple[str, str]] = []
    monkeypatch.setattr(desk.window.sections, "go", lambda *there: opened.append(there))
    desk.press("Return")
    page.left.setFocus()
    desk.press("Home", "Return")
    assert page.banner.isVisible()
    page.banner.write.click()
    assert opened == [("pdsa", CYCLE)] * 3
    page.banner.later.click()
    assert not page.banner.isVisible()
    page.refresh()
    assert not page.banner.isVisible()


def test_several_late_cycles_are_one_banner_with_a_list(desk: Desk, page: CalendarPage) -> None:
    assert page.banner.write.text() == "Write what happened"
    desk.window.work.step(
        "earlier", lambda book: edits.put_cycle(book, QUIET, planned_start=date(2026, 11, 9))
    )
    desk.settle()
    assert page.banner.several.isVisible()
    assert not page.banner.write.isVisible()
    assert page.banner.accessibleName().startswith("Two cycles are overdue.")
    menu = page.banner.several.menu()
    menu.aboutToShow.emit()
    assert len(menu.actions()) == 2


def test_bands_and_rows_are_chosen_in_the_head(desk: Desk, page: CalendarPage) -> None:
    page.band.setFocus()
    desk.press("Down")
    assert desk.window.work.workbook.calendar.cycle_weeks == 9
    page.rows.setFocus()
    desk.press("Down")
    assert page.rows.currentText() == "By driver"
    assert page.counts() == "2 cycles: 1 open, 1 planned · one is two school days late"


def test_the_school_calendar_is_changed_by_keyboard(desk: Desk, page: CalendarPage) -> None:
    page.school.setFocus()
    desk.press("Space")
    assert desk.focus is page.card.first
    desk.type("24 Aug")
    desk.press("Return")
    calendar = desk.window.work.workbook.calendar
    assert calendar.first == date(2026, 8, 24)
    page.card.add.click()
    desk.settle()
    desk.type("Thanksgiving")
    desk.press("Tab")
    desk.focus.selectAll()  # type: ignore[attr-defined]  # it is a line
    desk.type("26 nov")
    desk.press("Tab")
    desk.press("Down", "Down")
    (one,) = desk.window.work.workbook.calendar.breaks
    assert (one.name, one.first, one.last) == (
        "Thanksgiving", date(2026, 11, 26), date(2026, 12, 2),
    )  # fmt: skip
    desk.press("Tab", "Down")
    assert desk.window.work.workbook.calendar.breaks[0].parties == (key("party"),)
    desk.press("Tab", "Space")
    assert desk.window.work.workbook.calendar.breaks == ()
    assert desk.focus is page.card.add
    desk.press("Escape")
    assert not page.card.isVisible()
    assert isinstance(desk.focus, QPushButton)


def test_what_is_no_day_is_told_and_given_back(desk: Desk, page: CalendarPage) -> None:
    page.school.click()
    desk.type("soon")
    desk.press("Return")
    assert desk.window.status.words == "“soon” is no day. Type it like 13 Nov or 11/13."
    assert page.card.first.text() == "soon"
    desk.press("Escape")
    assert page.card.first.text() == ""
    desk.type("1 Sep")
    desk.press("Escape")
    assert page.card.isVisible()
    assert desk.window.work.workbook.calendar.first is None


def test_a_drag_at_the_edge_brings_further_weeks(desk: Desk, page: CalendarPage) -> None:
    bar, body = page.chart.horizontalScrollBar(), page.chart.body()
    drag(page, QUIET, 1)
    before = bar.value()
    assert not page.chart.drag.pace.isActive()
    page.chart.drag.move(QPoint(body.left() + 2, page.chart.drag.spot.y()))
    assert page.chart.drag.pace.isActive()
    there = page.chart.drag.words
    page.chart.drag.scroll()
    assert bar.value() == max(0, before - round(page.chart.weeks.column))
    assert (page.chart.drag.words != there) == (bar.value() != before)
    desk.press("Escape")
    assert not page.chart.drag.pace.isActive()
    let_go(page)
    assert days(desk) == (date(2026, 12, 7), date(2026, 12, 18))


def test_insert_plans_the_next_cycle_of_the_idea(desk: Desk) -> None:
    work = desk.window.work
    work.begin(two_cycles())
    desk.press("Ctrl+5", "Ctrl+PageDown", "Down", "Insert")
    assert "is planned already. Change its plan" in desk.window.status.words
    assert desk.focus.accessibleName() == "Cycles"
    desk.press("Up", "Insert")
    made = work.workbook.cycles[-1]
    assert (len(work.workbook.cycles), made.idea_id) == (3, key("talk"))
    assert desk.focus.accessibleName() == "Question 1: We predict"
