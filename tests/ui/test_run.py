"""How the program begins: straight into a file, or with the start page; seen from outside."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from ilead_studio.resources import resource

ROOT = Path(__file__).parent.parent.parent
BEGIN = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from ilead_studio.app import run
from ilead_studio.surroundings import real_surroundings
QApplication.exec = lambda *_: 0
run(Path(sys.argv[1]) if sys.argv[1:] else None, real_surroundings())
window = next(it for it in QApplication.topLevelWidgets() if hasattr(it, "at_start"))
print(window.at_start, window.work.path is not None)
print(type(window.focusWidget()).__name__)
late = (
    "canvas.thumbnail", "files.recents", "frame.no_page", "pasting.outline_card", "start.page",
    "start.templates_card", "start.tiles",
)
print(*(name for name in late if f"ilead_studio.ui.{name}" in sys.modules))
"""


def begin(home: Path, *words: str) -> list[str]:
    """Return what a program that has just begun says of itself."""
    environ = os.environ | {"PYTHONPATH": str(ROOT), "ILEAD_STUDIO_HOME": str(home)}
    done = subprocess.run(
        [sys.executable, "-c", BEGIN, *words],
        env=environ, capture_output=True, text=True, check=True, timeout=60,
    )  # fmt: skip
    return done.stdout.splitlines()


def test_a_named_file_is_opened_at_once_and_nothing_of_the_start_page_is_loaded(
    home: Path,
) -> None:
    example = str(resource("examples", "new-teachers.ilead"))
    assert begin(home, example) == ["False True", "Canvas", ""]


def test_without_a_file_the_start_page_is_there_with_the_keyboard(home: Path) -> None:
    assert begin(home)[:2] == ["True False", "Tile"]


@pytest.mark.parametrize("settings", ["[start]\nrecents=false\n", "\0\0\0", "[window]\ngeometry=7"])
def test_odd_settings_do_not_keep_it_from_beginning(home: Path, settings: str) -> None:
    home.mkdir(parents=True)
    (home / "settings.ini").write_text(settings)
    (home / "recents.json").write_text("{")
    assert begin(home)[0] == "True False"
