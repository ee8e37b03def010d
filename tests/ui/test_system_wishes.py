"""What somebody asks of the whole system is followed: less motion, high contrast, dark."""

import pytest
from hands import Desk, Open
from PySide6.QtCore import QAbstractAnimation, Qt
from PySide6.QtGui import QGuiApplication

from ilead_studio.drawing.theme import DARK, HIGH_CONTRAST, LIGHT, Theme
from ilead_studio.ui.canvas import motion
from ilead_studio.ui.looks.look import Look
from ilead_studio.ui.settings import remembered


def moving(desk: Desk) -> bool:
    """Tell whether anything in the window is on its way by itself."""
    running = QAbstractAnimation.State.Running
    return any(it.state() == running for it in desk.window.findChildren(QAbstractAnimation))


def steps_that_move(desk: Desk) -> list[bool]:
    """Do what moves items or parts of the window; tell of each whether anything is on its way."""
    desk.window.work.select(desk.window.work.rows[2].id)
    found = []
    for key in ("Ctrl+Period", "Ctrl+Period", "Alt+Down", "Delete", "Ctrl+Z", "F8", "F8", "F9"):
        desk.press(key)
        found.append(moving(desk))
    return found


@pytest.mark.parametrize(
    "look", [Look(LIGHT, still=True), Look(HIGH_CONTRAST)], ids=("still", "contrast")
)
def test_nothing_moves_by_itself_where_no_motion_is_wanted(
    open_at: Open, monkeypatch: pytest.MonkeyPatch, look: Look
) -> None:
    monkeypatch.setattr(motion, "_UNSEEN", ())  # as on a screen
    assert not any(steps_that_move(open_at(look, 1366, 768)))


def test_where_motion_is_wanted_items_and_panels_move(
    open_at: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(motion, "_UNSEEN", ())
    assert any(steps_that_move(open_at(Look(LIGHT), 1366, 768)))


@pytest.mark.parametrize("wish", [HIGH_CONTRAST, DARK], ids=lambda it: it.name)
def test_a_window_that_looks_as_the_system_changes_with_it(
    open_at: Open, monkeypatch: pytest.MonkeyPatch, wish: Theme
) -> None:
    desk, hints = open_at(Look(LIGHT), 1366, 768), QGuiApplication.styleHints()
    monkeypatch.setattr(remembered, "system_theme", lambda: wish)
    if wish is DARK:
        hints.colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    else:
        hints.accessibility().contrastPreferenceChanged.emit(Qt.ContrastPreference.HighContrast)
    desk.settle()
    assert desk.window.look.theme is wish
    assert desk.focus is desk.window.canvas


def test_dusk_waits_until_the_keyboard_is_on_the_page(
    open_at: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is half decided elsewhere would go with its look."""
    desk = open_at(Look(LIGHT), 1366, 768)
    desk.window.do("rename page")
    desk.type("Why")
    monkeypatch.setattr(remembered, "system_theme", lambda: DARK)
    QGuiApplication.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    desk.settle()
    assert desk.window.look.theme is LIGHT
    desk.press("Return")
    desk.settle()
    assert desk.window.look.theme is DARK


def test_a_look_that_somebody_chose_stays_whatever_the_system_says(
    open_at: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk, hints = open_at(Look(LIGHT), 1366, 768), QGuiApplication.styleHints()
    desk.window.do("theme light")
    monkeypatch.setattr(remembered, "system_theme", lambda: HIGH_CONTRAST)
    hints.accessibility().contrastPreferenceChanged.emit(Qt.ContrastPreference.HighContrast)
    desk.settle()
    assert desk.window.look.theme is LIGHT
