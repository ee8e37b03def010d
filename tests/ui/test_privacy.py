"""What this computer remembers can be switched off, and is forgotten then; the page says so."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from hands import WHEN, Desk
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from ilead_studio.model import Workbook
from ilead_studio.ui.files.recents import RecentList
from ilead_studio.ui.settings.commands import Settings
from ilead_studio.ui.settings.page import SettingsPage
from ilead_studio.ui.settings.privacy import PrivacySettings
from ilead_studio.ui.settings.remembered import HANDOUTS, VIEWED, settings_of
from ilead_studio.ui.start.page import StartPage
from ilead_studio.ui.start.tiles import RecentTile
from ilead_studio.ui.widgets.overlay import stops


def remembered(home: Path) -> str:
    """Return everything that the program has written about workbooks, names and all."""
    files = [it for it in home.rglob("*") if it.is_file()]
    names = "\n".join(str(it.relative_to(home)) for it in files)
    return names + b"\n".join(it.read_bytes() for it in files).decode("latin-1")


@pytest.fixture
def recents(desk: Desk, tmp_path: Path) -> RecentList:
    """Three recent workbooks with pictures, and a folder that was chosen."""
    around = desk.window.around
    made = RecentList(around.places, settings_of(around.places))
    for at, name in enumerate(("Maria-1", "Maria-2", "Maria-3")):
        made.note(tmp_path / f"{name}.ilead", Workbook(title=name), WHEN - timedelta(days=at))
    picture = made.picture_of(tmp_path / "Maria-1.ilead")
    picture.parent.mkdir(parents=True, exist_ok=True)
    picture.write_bytes(b"a picture of Maria-1")
    viewed = around.places.cache / VIEWED / "Maria.pdf"
    viewed.parent.mkdir(parents=True, exist_ok=True)
    viewed.write_bytes(b"a handout for the facilitator, of Maria")
    desk.window.settings.keep({HANDOUTS: str(tmp_path / "Maria")})
    desk.settle()
    chosen = QSettings(QSettings.Scope.UserScope, "QtProject")
    chosen.setValue("FileDialog/history", [f"file://{tmp_path}/Maria"])
    chosen.sync()
    return made


def privacy(desk: Desk) -> PrivacySettings:
    """Open the section of the settings, as somebody does."""
    desk.press("Ctrl+Comma")
    page = desk.window.findChildren(SettingsPage)[-1]
    found = next(it for it in page.findChildren(QPushButton) if it.accessibleName() == "Privacy")
    QTest.mouseClick(found, Qt.MouseButton.LeftButton)
    desk.settle()
    assert page.privacy.isVisible()
    return page.privacy


def tiles(desk: Desk) -> list[RecentTile]:
    desk.settle()
    return [it for it in desk.window.findChildren(RecentTile) if it.isVisible()]


def tick(desk: Desk, shown: PrivacySettings, name: str) -> None:
    getattr(shown, name).setFocus()
    desk.press("Space")


def test_without_the_list_nothing_is_left_of_it(
    desk: Desk, recents: RecentList, home: Path
) -> None:
    assert "Maria" in remembered(home)
    tick(desk, privacy(desk), "listed")
    assert "Maria" not in remembered(home)
    assert not [*home.rglob("*.png")]


def test_without_the_list_nothing_is_noted_nor_drawn_any_more(
    desk: Desk, recents: RecentList, home: Path, tmp_path: Path
) -> None:
    recents.keep(False)
    recents.note(tmp_path / "Maria-4.ilead", Workbook(title="Maria"), WHEN)
    assert recents.read() == ()
    assert not recents.is_pictured
    assert "Maria" not in remembered(home)


def test_a_picture_that_came_late_goes_with_the_next_workbook(
    recents: RecentList, home: Path, tmp_path: Path
) -> None:
    recents.keep(False)
    recents.picture_of(tmp_path / "Maria-1.ilead").write_bytes(b"drawn meanwhile")
    recents.note(tmp_path / "b.ilead", Workbook(), WHEN)
    assert not [*home.rglob("*.png")]


@pytest.mark.parametrize("off", [RecentList.keep, RecentList.show_pictures])
def test_a_picture_that_came_after_the_end_goes_at_the_next_start(
    recents: RecentList, home: Path, tmp_path: Path, off: Callable[[RecentList, bool], None]
) -> None:
    off(recents, False)
    recents.picture_of(tmp_path / "Maria-1.ilead").write_bytes(b"drawn meanwhile")
    recents.listing()
    assert not [*home.rglob("*.png")]


def test_another_window_hears_of_the_wish(recents: RecentList, desk: Desk) -> None:
    around = desk.window.around
    other = RecentList(around.places, settings_of(around.places))
    assert other.is_kept
    recents.keep(False)
    assert not other.is_kept


def test_hidden_pictures_are_thrown_away_and_the_list_stays(
    desk: Desk, recents: RecentList, home: Path
) -> None:
    desk.window.do("start page")
    assert [it._seen.isVisible() for it in tiles(desk)] == [True] * 3
    tick(desk, privacy(desk), "pictured")
    desk.press("Escape")
    assert [it.recent.title for it in tiles(desk)] == ["Maria-1", "Maria-2", "Maria-3"]
    assert [it._seen.isVisible() for it in tiles(desk)] == [False] * 3
    assert not [*home.rglob("*.png")]
    tick(desk, privacy(desk), "pictured")
    assert [it._seen.isVisible() for it in tiles(desk)] == [True] * 3


def test_the_keyboard_is_not_lost_with_the_list(desk: Desk, recents: RecentList) -> None:
    desk.window.do("start page")
    tiles(desk)[1].setFocus()
    tick(desk, privacy(desk), "listed")
    desk.press("Escape")
    assert not tiles(desk)
    page = desk.window.findChildren(StartPage)[0]
    assert page.isAncestorOf(desk.focus)
    assert desk.focus.isVisible()


def test_the_start_page_and_the_settings_agree(desk: Desk, recents: RecentList) -> None:
    desk.window.do("start page")
    page = desk.window.findChildren(StartPage)[0]
    shown = privacy(desk)
    tick(desk, shown, "listed")
    assert not page._kept.isChecked()
    assert not shown.pictured.isEnabled()
    page._kept.setChecked(True)
    assert shown.listed.isChecked()
    assert shown.pictured.isEnabled()


def test_back_to_how_it_came_is_for_the_section_in_view(desk: Desk, recents: RecentList) -> None:
    recents.show_pictures(False)
    desk.window.do("theme dark")
    shown = privacy(desk)
    settings = next(it for it in desk.window.features if isinstance(it, Settings))
    settings.page._back()
    desk.settle()
    assert recents.is_pictured
    assert shown.pictured.isChecked()
    assert settings.wishes.theme == "dark"
    settings.back()


def test_every_box_says_what_it_does_and_tab_comes_to_it(desk: Desk, recents: RecentList) -> None:
    shown = privacy(desk)
    assert stops(shown) == [shown.listed, shown.pictured]
    for box in (shown.listed, shown.pictured):
        assert box.accessibleName() == box.text()
        assert "off" in box.accessibleDescription()
