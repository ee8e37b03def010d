"""The frame at every width and text scale: what stands where, and that nothing is cut."""

from dataclasses import replace

import pytest
from hands import Open
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QFrame,
    QLabel,
    QMenu,
    QPushButton,
    QScrollArea,
    QToolButton,
    QWidget,
)

from ilead_studio.drawing.theme import HIGH_CONTRAST, LIGHT
from ilead_studio.ui.commands.menus import Menus
from ilead_studio.ui.frame.room import RAIL, room_for
from ilead_studio.ui.looks.look import Look
from ilead_studio.ui.looks.typeface import widget_font
from ilead_studio.ui.widgets.overlay import Overlay
from ilead_studio.ui.widgets.parts import ShortButton
from ilead_studio.ui.window import MainWindow

SIZES = ((1024, 640), (1280, 720), (1366, 728), (1920, 1080))
SCALES = (1.0, 1.25, 1.5, 2.0)


def within(part: QWidget, whole: QWidget) -> bool:
    """Tell whether a part lies wholly in the window."""
    return whole.rect().contains(QRect(part.mapTo(whole, QPoint(0, 0)), part.size()))


def is_covered(window: MainWindow, part: QWidget) -> bool:
    """Tell whether a part stands under a panel that is open over the canvas."""
    at = part.mapTo(window.whole, part.rect().center())
    return any(
        side.is_open and side.panel.geometry().contains(at) and not side.has(part)
        for side in (window.left, window.right)
    )


def words_of(part: QAbstractButton) -> str:
    return part.text().replace("&&", "&").strip()


@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize("size", SIZES)
def test_nothing_is_cut_at_any_size_and_text_scale(
    open_at: Open, size: tuple[int, int], scale: float
) -> None:
    desk = open_at(Look(LIGHT, scale), *size)
    window = desk.window
    assert (window.width(), window.height()) == size
    for theory in (False, True):
        if theory:
            window.do("theory")
            desk.settle()
        for side in (None, window.left, window.right):
            if side and not side.stands:
                side.toggle()
                desk.settle()
                desk.settle()  # what is new in the panel has its place now
            check_nothing_cut(window)
            if side and side.is_open:
                desk.press("Escape")


def bring(part: QWidget) -> None:
    """Scroll to what stands in a panel that is longer than the window is high."""
    around = part.parentWidget()
    while around and not isinstance(around, QScrollArea):
        around = around.parentWidget()
    if isinstance(around, QScrollArea):
        around.ensureWidgetVisible(part)


def check_nothing_cut(window: MainWindow) -> None:
    buttons = [it for it in window.findChildren(QAbstractButton) if it.isVisible()]
    assert buttons
    for part in buttons:
        bring(part)
        assert within(part, window), part
        if isinstance(part, QPushButton) and words_of(part):
            strong = QFontMetrics(widget_font(part.fontInfo().pixelSize(), strong=True))
            long = strong.horizontalAdvance(words_of(part))
            assert long <= max(part.width(), part.height()) - 4, (part, words_of(part))
        at = part.mapTo(window, part.rect().center())
        assert window.childAt(at) is part or is_covered(window, part), part.accessibleName()
        if isinstance(part, QToolButton):
            least = max(part.minimumWidth(), part.iconSize().width())
            assert part.width() >= least, part.accessibleName()
        assert part.height() >= part.minimumSizeHint().height(), part
    for area in window.findChildren(QAbstractScrollArea):
        if area.isVisible() and area is not window.canvas:
            assert not area.horizontalScrollBar().isVisible(), area
            assert area.horizontalScrollBar().maximum() == 0 or area.viewport().width(), area
    for part in window.findChildren(QLabel):
        if part.isVisible() and part.text() and not part.wordWrap():
            assert part.height() >= part.fontMetrics().height(), part.text()
    for panel in (window.left.panel, window.right.panel):
        if panel.isVisible():
            assert panel.minimumSizeHint().width() <= panel.width(), panel
    assert window.canvas.width() >= 300
    assert window.canvas.height() >= 200


@pytest.mark.parametrize(
    ("width", "left", "right"),
    [(3840, 296, 344), (1600, 296, 344), (1599, 240, 288), (1280, 240, 288), (1279, 240, RAIL),
     (1024, 240, RAIL), (1023, RAIL, RAIL), (512, RAIL, RAIL)],
)  # fmt: skip
def test_the_sides_are_as_wide_as_the_table_says(
    open_at: Open, width: int, left: int, right: int
) -> None:
    scale = max(1.0, 1024 / width)
    window = open_at(Look(LIGHT, scale), round(width * scale), 720).window
    assert window.left.width() == round(left * scale)
    assert window.right.width() == round(right * scale)
    bar = window.bar
    shown = {it.text().strip() for it in bar.findChildren(QPushButton) if it.isVisible()}
    assert ("Export" in shown) == (width >= 1600)
    assert ({"Fishbone", "Theory"} <= shown) == (width >= 1280)


def test_low_windows_do_without_the_line_of_keys(open_at: Open) -> None:
    assert not open_at(Look(LIGHT, 2.0), 1280, 720).window.hints.isVisible()


def test_the_key_hints_are_hidden_and_that_is_remembered(
    open_at: Open,
) -> None:
    desk = open_at(Look(LIGHT), 1280, 720)
    assert desk.window.hints.isVisible()
    desk.window.do("key hints")
    assert not desk.window.hints.isVisible()
    desk.settle()
    again = open_at(Look(LIGHT), 1280, 720)
    assert not again.window.hints.isVisible()
    again.window.do("key hints")
    assert again.window.hints.isVisible()


def test_f6_goes_round_the_areas_and_each_keeps_its_place(open_at: Open) -> None:
    desk = open_at(Look(LIGHT), 1280, 720)
    window = desk.window
    areas = (window.right, window.status, window.bar, window.left, window.outline, window.canvas)
    seen = []
    for area in areas:
        desk.press("F6")
        seen.append(desk.focus)
        inside = area.panel if area is window.right or area is window.left else area
        assert inside is desk.focus or inside.isAncestorOf(desk.focus), area
    assert len(set(seen)) == 6
    desk.press("F6", "Tab")
    kept = desk.focus
    assert kept is not seen[0]
    assert window.right.panel.isAncestorOf(kept)
    desk.press("F6", "Shift+F6")
    assert desk.focus is kept
    desk.press(*["Shift+F6"] * 6)
    assert desk.focus is kept


def test_f6_reaches_the_rails(open_at: Open) -> None:
    desk = open_at(Look(LIGHT, 2.0), 1280, 720)
    seen = []
    for _ in range(5):
        desk.press("F6")
        seen.append(desk.focus)
    window = desk.window
    assert (seen[0], seen[3], seen[4]) == (window.right.rail, window.left.rail, window.canvas)


def test_tab_walks_through_the_bar_from_left_to_right(open_at: Open) -> None:
    desk = open_at(Look(LIGHT), 1920, 1080)
    desk.window.do("add page")
    desk.press("F6", "F6", "F6")
    seen = [desk.focus]
    while desk.window.bar.isAncestorOf(seen[-1]):
        desk.press("Tab")
        seen.append(desk.focus)
    places = [it.mapTo(desk.window, QPoint(0, 0)).x() for it in seen[:-1]]
    assert places == sorted(places)
    assert len(places) >= 5
    assert desk.window.left.panel.isAncestorOf(seen[-1])


def test_the_status_line_can_be_read_with_the_keyboard(open_at: Open) -> None:
    desk = open_at(Look(LIGHT), 1280, 720)
    desk.press("F6", "F6")
    assert desk.focus.accessibleName().startswith("Status: Saved")
    assert "%" in desk.focus.accessibleDescription()


def test_a_long_name_is_shortened_and_keeps_the_window_no_wider(open_at: Open) -> None:
    desk = open_at(Look(LIGHT), 1024, 640)
    desk.answers.typed = "The partnership of Riverbend and " * 6
    desk.window.do("rename workbook")
    desk.settle()
    name = desk.window.bar.findChild(ShortButton)
    assert name.text().endswith("…")
    assert desk.window.width() == 1024
    check_nothing_cut(desk.window)


def test_high_contrast_has_the_frame_too(open_at: Open) -> None:
    desk = open_at(replace(Look(HIGH_CONTRAST), scale=1.5), 1366, 728)
    check_nothing_cut(desk.window)


def test_the_table_of_the_frame() -> None:
    assert room_for(1366, 728) == room_for(1280, 640)
    assert room_for(1600, 900).words
    assert not room_for(1599, 900).words


def test_cards_stay_inside_a_small_window_with_large_type(open_at: Open) -> None:
    desk = open_at(Look(LIGHT, 2.0), 1024, 640)
    window = desk.window
    window.do("theory")
    window.work.select(window.work.rows[2].id)
    for name in ("export picture", "link", "name columns"):
        window.do(name)
        desk.settle()
        (card,) = (it for it in window.findChildren(QFrame) if is_card(it))
        assert window.whole.rect().contains(card.geometry()), name
        desk.press("Escape")


def is_card(widget: QFrame) -> bool:
    return widget.property("kind") == "popup" and widget.isVisible()


def test_words_typed_in_place_are_as_large_as_the_text_scale_asks(open_at: Open) -> None:
    desk = open_at(Look(LIGHT, 2.0), 1280, 720)
    desk.press("F2")
    assert desk.focus.font().pixelSize() >= 30


def test_menus_under_the_bar_are_read_from_left_to_right(open_at: Open) -> None:
    menus = open_at(Look(LIGHT), 1280, 720).window.bar.findChildren(QMenu)
    assert len(menus) >= 3
    for menu in menus:
        assert menu.layoutDirection() is Qt.LayoutDirection.LeftToRight


def test_a_narrow_window_goes_to_a_section_by_the_menu(open_at: Open) -> None:
    desk = open_at(Look(LIGHT), 1024, 640)
    there = next(
        action
        for menu in desk.window.bar.findChildren(QMenu)
        for action in menu.actions()
        if action.text() == "Theory"
    )
    there.trigger()
    desk.settle()
    assert not desk.window.work.is_fishbone
    shown = [it.accessibleName() for it in desk.window.bar.findChildren(QPushButton)]
    assert "Section Theory, menu" in shown


def test_the_page_head_has_its_name_and_at_most_four_controls(open_at: Open) -> None:
    head = open_at(Look(LIGHT), 1280, 720).window.head
    controls = [it for it in head.findChildren(QAbstractButton) if it.isVisible()]
    assert isinstance(controls[0], ShortButton)
    assert len(controls) <= 5


def test_escape_in_the_status_line_goes_back_to_where_the_work_was(open_at: Open) -> None:
    desk = open_at(Look(LIGHT), 1280, 720)
    for view in (desk.window.outline, desk.window.canvas):
        view.setFocus()
        desk.window.status._words.setFocus()
        desk.press("Escape")
        assert desk.focus is view


def test_f6_stays_in_a_card_while_all_the_rest_is_pale(open_at: Open) -> None:
    desk = open_at(Look(LIGHT), 1280, 720)
    desk.press("Shift+F1")
    card = next(it for it in desk.window.findChildren(Overlay) if it.hides_rest)
    for key in ("F6", "Shift+F6", "F6"):
        desk.press(key)
        assert card is desk.focus or card.isAncestorOf(desk.focus)
    desk.press("Escape")
    assert not card.isVisible()
    assert desk.focus is desk.window.canvas


@pytest.mark.parametrize("scale", [1.0, 1.25])
def test_every_menu_stands_in_one_column_in_a_small_window(open_at: Open, scale: float) -> None:
    window = open_at(Look(LIGHT, scale), 1280, 720).window
    buttons = [it for it in window.findChildren(QPushButton) if it.menu()]
    made = next(it for it in window.features if isinstance(it, Menus))
    tops = [*(it.menu() for it in buttons), made.item_menu(), made.ground_menu()]
    menus = [menu for it in tops for menu in (it, *it.findChildren(QMenu))]
    assert len(menus) > 6
    tall = [it.actions()[0].text() for it in menus if it.sizeHint().height() > 720]
    assert tall == []
