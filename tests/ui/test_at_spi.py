"""The program as a screen reader on Linux meets it: started from the command line, read by AT-SPI.

It needs an X server, a message bus and the bus of assistive technology; where one of them is
missing, ``test_page_reader`` and ``test_announcing`` have looked at the same things from inside.
"""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from shutil import which
from typing import Any

import pytest
from workbooks import attendance

from ilead_studio.storage.disk import Disk
from ilead_studio.storage.store import save_workbook

READER = Path(__file__).with_name("at_spi.py")
ROOT = READER.parents[2]
_LAUNCHERS = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher")
_PYTHONS = (sys.executable, "/usr/bin/python3")


def _has_gi(python: str) -> bool:
    asked = [python, "-c", "from gi.repository import Gio"]
    return bool(which(python)) and not subprocess.run(asked, capture_output=True).returncode


def _missing() -> list[str]:
    tools = [name for name in ("Xvfb", "xdotool", "dbus-run-session") if not which(name)]
    bus = [] if any(map(os.path.exists, _LAUNCHERS)) else ["at-spi2-core"]
    return tools + bus + ([] if any(map(_has_gi, _PYTHONS)) else ["python3-gi"])


MISSING = _missing()
pytestmark = pytest.mark.skipif(bool(MISSING), reason=f"not installed here: {', '.join(MISSING)}")


@pytest.fixture
def display() -> Iterator[str]:
    """An X server of our own on a free display."""
    asked = ["Xvfb", "-displayfd", "1", "-screen", "0", "1366x768x24", "-noreset"]
    with subprocess.Popen(
        asked, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as server:
        assert server.stdout
        number = server.stdout.readline().strip()
        assert number, "the server has not started"
        yield f":{number}"
        server.terminate()


def heard(display: str, workbook: Path, home: Path) -> dict[str, Any]:
    """Open a workbook from the command line and return what a screen reader heard of it."""
    python = next(filter(_has_gi, _PYTHONS))
    program = [sys.executable, "-m", "ilead_studio", str(workbook)]
    with tempfile.TemporaryDirectory(prefix="bus") as bus:  # a socket's name must be short
        around = {
            **os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "PYTHONPATH": str(ROOT),
            "ILEAD_STUDIO_HOME": str(home), "XDG_RUNTIME_DIR": bus, "GSETTINGS_BACKEND": "memory",
        }  # fmt: skip
        around.pop("NO_AT_BRIDGE", None)
        asked = ["dbus-run-session", "--", python, str(READER), *program]
        run = subprocess.run(asked, env=around, capture_output=True, text=True, timeout=180)
    assert run.returncode == 0, run.stderr
    return json.loads(next(it for it in run.stdout.splitlines() if it.startswith("{")))


def test_a_screen_reader_reads_the_window_and_hears_what_is_done(
    display: str, home: Path, tmp_path: Path
) -> None:
    workbook = tmp_path / "buses.ilead"
    save_workbook(attendance(), workbook, Disk(), None)
    told = heard(display, workbook, home)
    assert told["window"][:2] == ["frame", "Attendance – iLEAD Studio"]
    rows = [
        ["Pupils miss school", "problem to explain"],
        ["Buses", "bone, 1 of 2"],
        ["Buses come late", "cause, 1 of 2, hunch"],
        ["Roads are mended", "why, hunch"],
        ["Buses are full", "cause, 2 of 2, hunch"],
        ["Home", "bone, 2 of 2"],
        ["Parents work early", "cause, hunch"],
    ]
    assert told["outline"][1:] == [["tree item", *row] for row in rows]
    assert told["items"][:-1] == [["list item", *row] for row in rows]
    assert told["went to"][-1] in {row[0] for row in rows[1:]}
    assert told["announced"][0].startswith("Added “Snow”, ")
    assert told["announced"][1] == "Undone: add the cause “Snow”"
    assert told["first row"][-1] == "Pupils miss school"
