"""What a program leaves that was stopped from below, as the log of the next start tells it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from ilead_studio.storage.disk import Disk
from ilead_studio.trouble.fatal import lines_of, taken

ROOT = Path(__file__).parent.parent.parent
ON_LINUX = """Fatal Python error: Segmentation fault

Current thread 0x00007f12 (most recent call first):
  File "/home/maria/.venv/lib/python3.11/site-packages/ilead_studio/ui/canvas.py", line 72 in paint
  File "/usr/lib/python3.11/threading.py", line 982 in run
  File "/home/maria/start.py", line 3 in <module>

Extension modules: shiboken6.Shiboken, PySide6.QtCore (total: 2)
"""
ON_WINDOWS = """Windows fatal exception: access violation

Thread 0x00001a (most recent call first):
  <no Python frame>
  File "C:\\Users\\Maria\\studio\\ilead_studio\\app.py", line 74 in run
"""
WAITS = """
import sys, time
from pathlib import Path
from ilead_studio.storage.disk import Disk
from ilead_studio.trouble.fatal import LastWords
words = LastWords("export", Path(sys.argv[1]), Disk())
words.begin()
print("ready", flush=True)
sys.stdin.readline()
words.end()
"""


def test_places_are_told_from_where_packages_begin() -> None:
    assert [*lines_of(ON_LINUX)] == [
        "Fatal Python error: Segmentation fault",
        "Current thread",
        "  ilead_studio/ui/canvas.py:72 paint",
        "  python3.11/threading.py:982 run",
        "  start.py:3 <module>",
    ]
    assert [*lines_of(ON_WINDOWS)] == [
        "Windows fatal exception: access violation",
        "Thread",
        "  <no Python frame>",
        "  ilead_studio/app.py:74 run",
    ]


@pytest.mark.parametrize("words", ["", "Absences of Maria", "\0\0\0", "\ufffd" * 90])
def test_anything_else_in_such_a_file_is_left_out(words: str) -> None:
    assert [*lines_of(words)] == []


def test_what_nobody_holds_is_taken_once_and_cleared_away(tmp_path: Path) -> None:
    (tmp_path / "hand-over-a.fatal").write_text(ON_LINUX)
    (tmp_path / "window-b.fatal").write_bytes(b"")
    (tmp_path / "c.txt").write_text("somebody else's")
    (told,) = taken(tmp_path, Disk(), with_windows=True)
    assert told.name == "hand-over"
    assert told.lines[0] == "Fatal Python error: Segmentation fault"
    assert [it.name for it in tmp_path.iterdir()] == ["c.txt"]
    assert taken(tmp_path, Disk(), with_windows=True) == []


def test_a_command_leaves_to_the_window_what_is_to_be_told_there(tmp_path: Path) -> None:
    for name in ("window", "preview"):
        (tmp_path / f"{name}-0.fatal").write_text(ON_LINUX)
    assert [it.name for it in taken(tmp_path, Disk(), with_windows=False)] == ["preview"]
    assert [it.name for it in taken(tmp_path, Disk(), with_windows=True)] == ["window"]


def test_odd_things_in_its_place_are_no_accident(tmp_path: Path) -> None:
    assert taken(tmp_path / "missing", Disk(), with_windows=True) == []
    (tmp_path / "window-folder.fatal").mkdir()
    (tmp_path / "window-large.fatal").write_bytes(b"x" * (2 << 20))
    assert taken(tmp_path, Disk(), with_windows=True) == []
    assert not (tmp_path / "window-large.fatal").exists()


@pytest.mark.skipif(os.name == "nt", reason="locks of POSIX systems")
def test_a_program_that_lives_keeps_its_file_and_takes_it_along(tmp_path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", WAITS, str(tmp_path)], text=True,
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=os.environ | {"PYTHONPATH": str(ROOT)},
    ) as child:  # fmt: skip
        assert child.stdout is not None
        assert child.stdout.readline() == "ready\n"
        assert taken(tmp_path, Disk(), with_windows=True) == []
        assert len([*tmp_path.iterdir()]) == 1
        child.communicate("go\n")
    assert child.returncode == 0
    assert not [*tmp_path.iterdir()]
