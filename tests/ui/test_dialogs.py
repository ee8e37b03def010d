"""Where a file is written is asked with an ending, so that it is found again."""

from pathlib import Path

import pytest
from hands import Desk
from PySide6.QtWidgets import QFileDialog

from ilead_studio.ui.files.dialogs import QtDialogs

KINDS = "Workbooks (*.ilead)"


def ask(desk: Desk, start: Path, chosen: Path) -> tuple[list[Path], list[str]]:
    """Choose a name; returns what was taken, and the names that the dialogs propose."""
    taken = list[Path]()
    QtDialogs(desk.window).save_path(start, KINDS, taken.append)
    (asks,) = desk.window.findChildren(QFileDialog)
    asks.fileSelected.emit(str(chosen))
    dialogs = desk.window.findChildren(QFileDialog)
    names = [Path(it.selectedFiles()[0]).name for it in dialogs]
    for it in dialogs:
        it.close()
    return taken, names


def test_a_name_with_a_point_is_asked_again_with_its_ending(desk: Desk, tmp_path: Path) -> None:
    chosen = tmp_path / "Plan 24.11"
    taken, names = ask(desk, tmp_path / "Plan.ilead", chosen)
    assert taken == []
    assert names == ["Plan.ilead", "Plan 24.11.ilead"]


@pytest.mark.parametrize(("start", "name"), [
    ("Plan.ilead", "Plan 3.2.ilead"), ("Plan.ilead", "PLAN.ILEAD"), ("Plan.ILEAD", "Plan 2.ILEAD"),
    ("before.bak", "then.bak"), ("nameless", "Plan 3.2"),
])  # fmt: skip
def test_a_name_with_an_ending_is_taken(desk: Desk, tmp_path: Path, start: str, name: str) -> None:
    taken, _ = ask(desk, tmp_path / start, tmp_path / name)
    assert taken == [tmp_path / name]
