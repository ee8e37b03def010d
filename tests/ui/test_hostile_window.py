"""The window meets bytes that nobody should believe: it says so, and goes on with what it has."""

from pathlib import Path

from hands import Desk
from hostile import SAMPLES
from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QApplication

from ilead_studio.exchange.pasted import MOST_LINES
from ilead_studio.storage.sealed import Sealed
from ilead_studio.ui.files.recents import RecentList


def test_a_file_that_is_none_is_told_by_name_and_changes_nothing(
    desk: Desk, tmp_path: Path
) -> None:
    before, file = desk.window.work.workbook, tmp_path / "bad.ilead"
    for data in SAMPLES.values():
        file.write_bytes(data)
        assert not desk.window.filing.open_file(file)
        assert "“bad.ilead”" in desk.window.banner.words
        assert (desk.window.work.workbook, desk.window.work.path) == (before, None)
        assert file.read_bytes() == data


def test_more_than_anybody_means_to_paste_is_not_looked_at(desk: Desk) -> None:
    data, before = QMimeData(), desk.window.work.workbook
    data.setText("a\n" * (MOST_LINES + 1))
    QApplication.clipboard().setMimeData(data)
    desk.press("Ctrl+V")
    assert "at most 20,000 lines" in desk.window.status.words
    assert desk.window.work.workbook is before


def test_a_recent_list_that_is_none_is_empty_and_told(desk: Desk) -> None:
    window = desk.window
    file = window.around.places.settings.with_name("recents.json")
    recents = RecentList(window.around.places, window.settings)
    for name, data in SAMPLES.items():
        Sealed(file, window.around.disk).write(data[: 200 << 10])
        assert recents.read() == ()
        assert bool(recents.notice) == (name != "empty")
        file.write_bytes(data)
        assert recents.read() == ()
        assert "“recents.json” is damaged" in recents.notice
        recents.notice = ""
