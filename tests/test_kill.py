"""The program is killed in the middle of typing: every word older than a second is there again.

``ILEAD_STUDIO_KILLS=500`` kills it that many times instead of once.
"""

import os
import random
import signal
import subprocess
import sys
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Thread
from time import monotonic

import pytest

from ilead_studio.storage.disk import Disk
from ilead_studio.storage.recovery import find

ROUNDS = int(os.environ.get("ILEAD_STUDIO_KILLS", "1"))
HERE = Path(__file__).parent

pytestmark = pytest.mark.skipif(os.name == "nt", reason="there is no kill -9")


def hear(child: "subprocess.Popen[str]") -> tuple[SimpleQueue[tuple[float, str]], Thread]:
    """Note every line that a program says, and when it was heard, until it ends."""
    heard: SimpleQueue[tuple[float, str]] = SimpleQueue()
    assert child.stdout is not None
    lines = child.stdout

    def listen() -> None:
        with lines:
            for line in lines:
                heard.put((monotonic(), line.strip()))

    listener = Thread(target=listen, daemon=True)
    listener.start()
    return heard, listener


def typed_until_killed(home: Path, seconds: float) -> tuple[list[tuple[float, str]], float]:
    """Let somebody type for a while, then kill the program; returns what was typed when."""
    world = os.environ | {"ILEAD_STUDIO_HOME": str(home), "PYTHONPATH": str(HERE.parent)}
    child = subprocess.Popen(
        [sys.executable, str(HERE / "typist.py")], stdout=subprocess.PIPE, text=True, env=world
    )
    heard, listener = hear(child)
    words = [heard.get(timeout=60)]
    end = monotonic() + seconds
    while (left := end - monotonic()) > 0:
        try:
            words.append(heard.get(timeout=left))
        except Empty:
            break
    at = monotonic()
    child.send_signal(signal.SIGKILL)
    child.wait()
    listener.join()
    return words, at


def test_every_word_older_than_a_second_is_back_after_a_kill(tmp_path: Path) -> None:
    chance, oldest_lost = random.Random(ROUNDS), 0.0
    for number in range(ROUNDS):
        home = tmp_path / str(number)
        words, at = typed_until_killed(home, chance.uniform(1.2, 2.5))
        findings = find(home / "state" / "journal", Disk())
        assert findings.unread == ()
        (found,) = findings.found
        page = found.workbook.fishbones[0]
        there = {page.head, *(cause.text for cause in page.causes)}
        lost = [at - when for when, word in words if word not in there]
        oldest_lost = max(oldest_lost, *lost, 0.0)
        assert oldest_lost <= 1.0
        found.release()
    print(f"{ROUNDS} kills, oldest word lost {oldest_lost:.2f} s")  # noqa: T201 - a figure
