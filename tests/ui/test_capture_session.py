"""A whole meeting typed from an empty start, offscreen and in the real window under Xvfb."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from shutil import which

import pytest
from capture_session import BEGIN, keys_per_item, lines, saved, steps
from hands import Desk

from ilead_studio.cli import main

MOST_KEYS = 1.15
MISSING = [name for name in ("Xvfb", "xdotool") if which(name) is None]
PATIENCE = 120
"""Seconds for what takes three on an idle computer."""
TRIES = 5
"""A window that has just come is sometimes not ready to have the keyboard."""


def test_capture_costs_the_words_and_one_key() -> None:
    depths = [depth for depth, _ in lines()]
    assert [depths.count(depth) for depth in (0, 1, 2)] == [1, 6, 24]
    assert len(depths) == 1 + 6 + 24 + 12
    assert keys_per_item() <= MOST_KEYS


def test_a_meeting_is_typed_from_the_start_page(desk: Desk, tmp_path: Path) -> None:
    desk.window.do("start page")
    desk.press(*BEGIN)
    desk.answers.path = tmp_path / "meeting.ilead"
    for step in steps():
        desk.type_fast(step.words)
        desk.press(*step.keys)
    assert desk.focus is desk.window.canvas
    assert saved(desk.answers.path) == lines()
    name, *typed = desk.window.work.session.undo_labels
    assert name == "name the workbook after its file"
    assert len(typed) == len(lines())


# --- in the real window --------------------------------------------------------------------------
@pytest.fixture
def screen() -> Iterator[str]:
    """A screen of a small laptop that nobody sees."""
    read, write = os.pipe()
    words = ["Xvfb", "-displayfd", str(write), "-screen", "0", "1366x768x24", "-nolisten", "tcp"]
    with subprocess.Popen(words, pass_fds=[write], stderr=subprocess.DEVNULL) as server:
        os.close(write)
        with os.fdopen(read) as told:
            yield f":{told.readline().strip()}"
        server.terminate()


@pytest.mark.skipif(bool(MISSING), reason=f"not there: {', '.join(MISSING)}")
def test_a_meeting_is_typed_in_the_real_window(screen: str, home: Path, tmp_path: Path) -> None:
    path = tmp_path / "meeting.ilead"
    assert main(["new", str(path)]) == 0
    world = {**os.environ, "DISPLAY": screen, "QT_QPA_PLATFORM": "xcb",
             "ILEAD_STUDIO_HOME": str(home)}  # fmt: skip
    words = [sys.executable, "-m", "ilead_studio", str(path)]
    with subprocess.Popen(words, env=world, stderr=subprocess.PIPE, encoding="utf-8") as program:
        try:
            type_all(world)
            _, said = program.communicate(timeout=PATIENCE)
        finally:
            program.kill()
    if "a system library is missing" in said:
        pytest.skip(said)
    assert (program.returncode, said) == (0, "")
    assert saved(path) == lines()


def type_all(world: dict[str, str]) -> None:
    """Type everything into the window once it is there, then close it."""
    go_to = ["search --sync --onlyvisible --name iLEAD.Studio windowfocus --sync"]
    tries = (ask(world, go_to).returncode for _ in range(TRIES))
    assert 0 in tries, "the window is there, and can be seen"
    asked = []
    for step in steps():
        asked.append(f'type --delay 4 "{step.words}"')
        asked += [f"key --delay 4 {key.lower().replace('return', 'Return').replace('tab', 'Tab')}"
                  for key in step.keys]  # fmt: skip
    typed = ask(world, asked)
    assert typed.returncode == 0, typed.stderr
    ask(world, ["key ctrl+q"])  # what it tells of a window that goes is of no interest


def ask(world: dict[str, str], asked: list[str]) -> subprocess.CompletedProcess[str]:
    """Let xdotool press keys, a line each."""
    return subprocess.run(
        ["xdotool", "-"], input="\n".join([*asked, ""]), env=world, timeout=PATIENCE,
        capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
