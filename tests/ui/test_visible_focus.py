"""Whoever works with keys sees where the keyboard is: every kind of widget, in every look.

Each widget is painted twice, with the keyboard and without. The pixels that differ must be enough
for a ring, and their colour must stand out from what is beside them (WCAG 2.2, 2.4.13 and 1.4.11).
"""

from collections import Counter
from collections.abc import Iterator

import pytest
from hands import Desk, Open
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget

from ilead_studio.drawing.theme import DARK, HIGH_CONTRAST, LIGHT, Theme, contrast
from ilead_studio.ui.looks.look import Look
from ilead_studio.ui.widgets.overlay import Overlay

PLACES = (
    "page", "find", "filter", "advice", "export picture", "new from outline", "key sheet",
    "settings", "settings keys", "earlier versions", "handouts", "start page",
)  # fmt: skip
LEAST = 24
"""Pixels that a mark of focus has at the least: a line along one side of the smallest button."""


def kind_of(widget: QWidget) -> str:
    kind = widget.property("kind")
    return f"{type(widget).__name__} {kind}" if kind else type(widget).__name__


def usable(desk: Desk) -> list[QWidget]:
    every = desk.window.findChildren(QWidget)
    return [it for it in every if it.isVisible() and it.isEnabled()
            and it.focusPolicy() & Qt.FocusPolicy.TabFocus]  # fmt: skip


def card_of(widget: QWidget) -> QWidget | None:
    """Return the card that a widget is on: leaving it closes it."""
    while widget and not isinstance(widget, Overlay):
        widget = widget.parentWidget()
    return widget


def another(widget: QWidget, here: list[QWidget]) -> QWidget | None:
    """Return where the keyboard can be meanwhile."""
    card = card_of(widget)
    others = (it for it in here if it is not widget and it.focusProxy() is not widget)
    beside = (it for it in others if card_of(it) is card and not it.isAncestorOf(widget))
    return next(beside, None)


def painted(desk: Desk, widget: QWidget) -> QImage:
    desk.settle()
    corner = widget.mapTo(desk.window, widget.rect().topLeft())
    around = QRect(corner, widget.size()).adjusted(-3, -3, 3, 3)
    picture = desk.window.grab(around).toImage()
    return picture.convertToFormat(QImage.Format.Format_RGB32)


def pairs(without: QImage, within: QImage) -> Iterator[tuple[int, int]]:
    """Return the pixels of both pictures in the lines in which they differ."""
    for line in range(without.height()):
        was, now = (bytes(it.constScanLine(line)) for it in (without, within))
        if was != now:
            yield from zip(memoryview(was).cast("I"), memoryview(now).cast("I"), strict=True)


def colour(pixel: int) -> str:
    return f"#{pixel & 0xFFFFFF:06x}"


def fault(without: QImage, within: QImage) -> str:
    """Say what is wrong with a mark of focus; empty when it can be seen."""
    every = Counter(pairs(without, within))
    marks, ground = Counter[int](), Counter[int]()
    for (was, now), times in every.items():
        (ground if was == now else marks)[now] += times
    rings = [colour(it) for it, times in marks.items() if times >= LEAST]
    if not rings:
        return f"only {marks.total()} pixels differ"
    beside = colour(ground.most_common(1)[0][0])
    ring = max(rings, key=lambda it: contrast(it, beside))
    found = contrast(ring, beside)
    return "" if found >= 3 else f"{ring} on {beside}: {found:.1f}"


def faults(desk: Desk) -> Iterator[tuple[str, str]]:
    """Give the keyboard to one widget of each kind; yield the kind and what is wrong with it."""
    known: set[str] = set()
    for place in PLACES:
        if place != "page":
            desk.window.do(place)
        if place in ("find", "replace"):
            desk.type("teacher")
        desk.settle()
        here = usable(desk)
        for widget in here:
            fresh = kind_of(widget) not in known and widget.isVisible()
            other = another(widget, here) if fresh else None
            if other is None:
                continue
            known.add(kind_of(widget))
            other.setFocus(Qt.FocusReason.TabFocusReason)
            without = painted(desk, widget)
            widget.setFocus(Qt.FocusReason.TabFocusReason)
            yield kind_of(widget), fault(without, painted(desk, widget))
        desk.press("Escape")


@pytest.mark.parametrize("theme", [LIGHT, DARK, HIGH_CONTRAST], ids=lambda it: it.name)
def test_the_keyboard_is_seen_on_every_kind_of_widget(open_at: Open, theme: Theme) -> None:
    flash = QApplication.cursorFlashTime()
    QApplication.setCursorFlashTime(0)
    desk = open_at(Look(theme), 1920, 1080)
    desk.window.work.select(desk.window.work.rows[2].id)
    found = dict(faults(desk))
    QApplication.setCursorFlashTime(flash)
    assert {kind: wrong for kind, wrong in found.items() if wrong} == {}
    assert len(found) > 20
