"""The frame at every width and text scale: what stands where, and that nothing is cut."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from hands import Answers, Desk
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QLabel,
    QPushButton,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from ilead_studio.app import make_app
from ilead_studio.drawing.theme import HIGH_CONTRAST, LIGHT
from ilead_studio.resources import resource
from ilead_studio.surroundings import Surroundings
from ilead_studio.ui.look import Look
from ilead_studio.ui.parts import ShortButton
from ilead_studio.ui.room import RAIL, room_for
from ilead_studio.ui.typeface import widget_font
from ilead_studio.ui.window import MainWindow

EXAMPLE = resource("examples", "new-teachers.ilead")
SIZES = ((1024, 640), (1280, 720), (1366, 728), (1920, 1080))
SCALES = (1.0, 1.25, 1.5, 2.0)

Open = Callable[[Look, int, int], Desk]


@pytest.fixture
def open_at(qtbot: QtBot, around: Surroundings) -> Iterator[Open]:
    """Open the window on the example, in a look and at a size."""
    opened: list[MainWindow] = []

    def open_one(look: Look, width: int, height: int) -> Desk:
        make_app(around, look)
        answers = Answers()
        window = MainWindow(around, look, answers)
        opened.append(window)
        window.setWindowState(Qt.WindowState.WindowNoState)
        window.resize(width, height)
        window.filing.open_file(EXAMPLE)
        qtbot.addWidget(
            window, before_close_func=lambda it: it.work.session.mark_saved(it.work.workbook)
        )
        with qtbot.waitExposed(window):
            window.show()
        window.activateWindow()
        window.canvas.setFocus()
        desk = Desk(window, answers)
        desk.settle()
        return desk

    yield open_one
    for window in opened:
        window.editing.drop()
    make_app(around, Look(LIGHT))


def within(part: QWidget, whole: QWidget) -> bool:
    """Tell whether a part lies wholly in the window."""
    return whole.rect().contains(QRect(part.mapTo(whole, QPoint(0, 0)), part.size()))


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
            check_nothing_cut(window)


def check_nothing_cut(window: MainWindow) -> None:
    buttons = [it for it in window.findChildren(QAbstractButton) if it.isVisible()]
    assert buttons
    for part in buttons:
        assert within(part, window), part
        if isinstance(part, QPushButton) and words_of(part):
            strong = QFontMetrics(widget_font(part.fontInfo().pixelSize(), strong=True))
            long = strong.horizontalAdvance(words_of(part))
            assert long <= max(part.width(), part.height()) - 4, (part, words_of(part))
        if isinstance(part, QToolButton):
            assert part.width() >= part.sizeHint().width(), part.accessibleName()
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
