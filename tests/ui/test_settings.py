"""The page of settings: each change counts at once, is kept, and the keyboard is never lost."""

import pytest
from hands import Answers, Desk
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QComboBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ilead_studio.drawing.theme import DARK, HIGH_CONTRAST, LIGHT
from ilead_studio.resources import resource
from ilead_studio.surroundings import Surroundings
from ilead_studio.ui.canvas import motion
from ilead_studio.ui.settings.commands import Settings
from ilead_studio.ui.settings.keys import KeyField, KeyRow
from ilead_studio.ui.settings.remembered import (
    Wishes,
    remember,
    remembered,
    remembered_look,
    settings_of,
    theme_for,
)
from ilead_studio.ui.widgets.overlay import stops
from ilead_studio.ui.window import MainWindow

EXAMPLE = resource("examples", "new-teachers.ilead")


def settings(desk: Desk) -> Settings:
    return next(it for it in desk.window.features if isinstance(it, Settings))


def press_button(desk: Desk, words: str, within: QWidget | None = None) -> None:
    """Click the visible button with these words."""
    found = next(
        it
        for it in (within or settings(desk).page).findChildren(QAbstractButton)
        if it.isVisible() and it.text() == words
    )
    QTest.mouseClick(found, Qt.MouseButton.LeftButton)
    desk.settle()


def row_of(desk: Desk, name: str) -> KeyRow:
    rows = settings(desk).page.findChildren(KeyRow)
    return next(row for row in rows if row.name == name)


def ask_key(desk: Desk, name: str, *keys: str) -> KeyRow:
    """Press a command's key field and then the new key."""
    row = row_of(desk, name)
    row.findChild(KeyField).setFocus()
    desk.press("Return", *keys)
    return row


@pytest.fixture
def keys_open(desk: Desk) -> Desk:
    desk.window.filing.open_file(EXAMPLE)
    desk.window.do("settings keys")
    desk.settle()
    return desk


@pytest.mark.parametrize("way", ["Escape", "Done"])
@pytest.mark.parametrize("area", ["canvas", "outline"])
def test_the_settings_give_the_keyboard_back_where_it_was(desk: Desk, way: str, area: str) -> None:
    before = getattr(desk.window, area)
    before.setFocus()
    desk.press("Ctrl+Comma")
    page = settings(desk).page
    assert page.isAncestorOf(desk.focus)
    if way == "Escape":
        desk.press("Escape")
    else:
        press_button(desk, "Done")
    assert not page.isVisible()
    assert desk.focus is before


def test_the_settings_stand_between_bar_and_status_line(desk: Desk) -> None:
    desk.press("Ctrl+Comma")
    desk.window.resize(1500, 900)
    desk.settle()
    page = settings(desk).page
    assert page.width() == desk.window.whole.width()
    assert page.geometry().top() == desk.window.bar.geometry().bottom() + 1
    assert page.geometry().bottom() == desk.window.status.geometry().top() - 1


def test_the_text_scale_counts_at_once_and_the_settings_stay(
    desk: Desk, around: Surroundings
) -> None:
    desk.window.outline.setFocus()
    desk.press("Ctrl+Comma")
    high = desk.window.bar.height()
    desk.press("Right", "Space")
    assert desk.window.bar.height() == round(high * 1.25)
    assert settings(desk).is_open
    assert desk.focus.text() == "125 %"
    assert remembered_look(around.places).scale == 1.25
    desk.press("Escape")
    assert desk.focus is desk.window.outline


def test_the_theme_counts_at_once_and_is_kept(desk: Desk, around: Surroundings) -> None:
    desk.press("Ctrl+Comma", "Tab", "Down", "Down")
    assert desk.window.look.theme is DARK
    assert isinstance(desk.focus, QComboBox)
    assert remembered_look(around.places).theme is DARK
    desk.press("Up", "Up")
    assert remembered(settings_of(around.places)).theme == "system"


def test_less_motion_stands_still_at_once_and_after_a_restart(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, around: Surroundings
) -> None:
    monkeypatch.setattr(motion, "_UNSEEN", ())  # as on a screen
    desk.window.do("theme dark")
    desk.settle()
    assert desk.window.canvas.motion > 0
    desk.press("Ctrl+Comma")
    QTest.keyClick(settings(desk).page.general.findChild(QCheckBox), Qt.Key.Key_Space)
    desk.settle()
    assert desk.window.canvas.motion == 0
    assert remembered(settings_of(around.places)).still
    desk.window.do("theme light")
    desk.settle()
    assert desk.window.canvas.motion == 0
    QTest.keyClick(settings(desk).page.general.findChild(QCheckBox), Qt.Key.Key_Space)
    desk.settle()
    assert desk.window.canvas.motion > 0


def test_a_window_opens_with_what_was_chosen(qtbot: QtBot, around: Surroundings) -> None:
    kept = Wishes("contrast", 1.25, still=True)
    remember(settings_of(around.places), kept)
    look = remembered_look(around.places)
    window = MainWindow(around, look, Answers())
    qtbot.addWidget(window)
    assert (look.theme, look.scale) == (HIGH_CONTRAST, 1.25)
    assert remembered(window.settings) == kept


def test_settings_written_by_hand_are_read_with_care(around: Surroundings) -> None:
    written = settings_of(around.places)
    written.keep({"window/theme": "pink", "window/scale": "9", "window/still": "perhaps"})
    assert remembered(written).look().theme is LIGHT
    assert remembered(written).scale == 1.0
    assert not remembered(written).still


def test_the_system_says_which_theme() -> None:
    scheme, contrast = Qt.ColorScheme, Qt.ContrastPreference
    assert theme_for(scheme.Unknown, contrast.NoPreference) is LIGHT
    assert theme_for(scheme.Dark, contrast.NoPreference) is DARK
    assert theme_for(scheme.Dark, contrast.HighContrast) is HIGH_CONTRAST


def test_general_goes_back_to_how_it_came(desk: Desk) -> None:
    desk.press("Ctrl+Comma", "Right", "Space", "Tab", "Down", "Down")
    press_button(desk, "Back to how it came")
    assert settings(desk).wishes == Wishes()
    assert desk.window.look.scale == 1.0
    assert settings(desk).is_open


def test_undo_is_for_the_workbook_not_for_settings(desk: Desk) -> None:
    desk.type("A head")
    desk.press("Return", "Escape", "Ctrl+Comma", "Ctrl+Z")
    assert "no steps of the workbook" in desk.window.status.words
    assert desk.tree == [(0, "A head")]


def test_another_command_goes_back_to_the_page_first(desk: Desk) -> None:
    desk.window.filing.open_file(EXAMPLE)
    desk.press("Ctrl+Comma", "Ctrl+3")
    assert not settings(desk).is_open
    assert desk.focus is desk.window.canvas


def test_what_must_not_be_missed_is_not_behind_the_settings(desk: Desk) -> None:
    desk.press("Ctrl+Comma")
    desk.window.work.warned.emit("The disk is full.")
    desk.settle()
    assert desk.window.banner.words == "The disk is full."


def test_what_is_being_typed_is_kept_when_the_settings_open(desk: Desk) -> None:
    desk.type("A head")
    desk.press("Ctrl+Comma")
    assert desk.tree == [(0, "A head")]


def test_tab_goes_round_in_the_settings_and_f6_to_the_bar(desk: Desk) -> None:
    desk.press("Ctrl+Comma")
    page = settings(desk).page
    for _ in range(len(stops(page)) + 1):
        desk.press("Tab")
        assert page.isAncestorOf(desk.focus)
    seen = []
    for _ in range(4):
        desk.press("F6")
        seen.append(desk.focus)
    assert len(set(seen)) == 4
    assert [page.isAncestorOf(it) for it in seen].count(False) == 1


def test_every_control_of_the_settings_has_a_name(keys_open: Desk) -> None:
    for kind in (QPushButton, QComboBox, QCheckBox):
        for control in settings(keys_open).page.findChildren(kind):
            assert control.accessibleName() or control.text(), control


def test_a_new_key_is_pressed_at_its_row(keys_open: Desk) -> None:
    ask_key(keys_open, "mirror", "Ctrl+J")
    assert keys_open.window.keys.words("mirror") == "Ctrl+J"
    assert isinstance(keys_open.focus, KeyField)
    assert "Ctrl+J" in keys_open.focus.accessibleName()


def test_while_a_key_is_asked_for_it_does_nothing_else(keys_open: Desk) -> None:
    before = keys_open.window.work.workbook
    row = ask_key(keys_open, "mirror", "Ctrl+N")
    assert keys_open.window.work.workbook is before
    assert keys_open.window.keys.words("new") == "Ctrl+N"
    assert "Ctrl+N is “New workbook” already." in keys_open.focus.accessibleDescription()
    press_button(keys_open, "Take it", row)
    assert keys_open.window.keys.words("mirror") == "Ctrl+N"
    assert keys_open.window.keys.words("new") == ""
    assert row.isAncestorOf(keys_open.focus)


def test_keys_of_two_commands_are_swapped(keys_open: Desk) -> None:
    row = ask_key(keys_open, "note", "Ctrl+S")
    press_button(keys_open, "Swap keys", row)
    assert keys_open.window.keys.words("note") == "Ctrl+S"
    assert keys_open.window.keys.words("save") == "Ctrl+Enter"


@pytest.mark.parametrize("key", ["Return", "Shift+Left", "X", "Space"])
def test_keys_that_capture_lives_on_are_refused_with_a_reason(keys_open: Desk, key: str) -> None:
    row = row_of(keys_open, "mirror")
    row.findChild(KeyField).setFocus()
    keys_open.press("Return")
    if key == "X":
        keys_open.type("x")
    else:
        keys_open.press(key)
    assert keys_open.window.keys.words("mirror") == ""
    assert row.told


@pytest.mark.parametrize("key", ["Escape", "Tab"])
def test_asking_for_a_key_can_be_given_up(keys_open: Desk, key: str) -> None:
    row = ask_key(keys_open, "save", key)
    assert keys_open.window.keys.words("save") == "Ctrl+S"
    assert row.findChild(KeyField).text() == "Ctrl+S"
    assert settings(keys_open).is_open


def test_a_key_can_be_taken_away_and_comes_back(keys_open: Desk) -> None:
    row = ask_key(keys_open, "save", "Backspace")
    assert keys_open.window.keys.words("save") == ""
    back = next(it for it in row.findChildren(QPushButton) if "came" in it.accessibleName())
    QTest.mouseClick(back, Qt.MouseButton.LeftButton)
    assert keys_open.window.keys.words("save") == "Ctrl+S"
    assert row.isAncestorOf(keys_open.focus)


def test_a_key_that_is_with_another_now_does_not_come_back_unasked(keys_open: Desk) -> None:
    keys_open.window.keys.take("mirror", ("Ctrl+S",))
    row = row_of(keys_open, "save")
    back = next(it for it in row.findChildren(QPushButton) if "came" in it.accessibleName())
    QTest.mouseClick(back, Qt.MouseButton.LeftButton)
    assert "“Mirror" in row.told
    assert keys_open.window.keys.words("mirror") == "Ctrl+S"


def test_enter_tab_and_shift_tab_stay_as_they_are(keys_open: Desk) -> None:
    for name in ("next", "in", "out"):
        assert not row_of(keys_open, name).findChild(KeyField).isEnabled()


def test_rows_are_found_by_words_and_by_a_key_that_is_pressed(keys_open: Desk) -> None:
    def shown() -> list[str]:
        return [row.name for row in settings(keys_open).page.findChildren(KeyRow)
                if row.isVisible()]  # fmt: skip

    every = len(shown())
    keys_open.type("note")
    assert shown() == ["note", "note question"]
    keys_open.press("Escape")
    assert len(shown()) == every
    keys_open.press("Ctrl+K")
    assert shown() == ["command list"]
    assert keys_open.focus.text() == "Ctrl+K"
    keys_open.press("Escape", "Escape")
    assert not settings(keys_open).is_open


def test_all_keys_go_back_to_how_they_came(keys_open: Desk) -> None:
    ask_key(keys_open, "mirror", "Ctrl+J")
    press_button(keys_open, "Back to how it came")
    assert not keys_open.window.keys.changes


def test_the_sheet_leads_to_the_keys(desk: Desk) -> None:
    desk.press("Shift+F1", "Tab")
    desk.press("Space")
    assert settings(desk).is_open
    assert settings(desk).page.section == "keys"


def test_another_look_leaves_the_keyboard_where_it_can_be_seen(desk: Desk) -> None:
    desk.window.outline.setFocus()
    desk.window.do("settings")
    desk.press("Escape", "F8")
    desk.window.canvas.setFocus()
    desk.window.do("theme dark")
    desk.settle()
    assert desk.focus is desk.window.canvas
