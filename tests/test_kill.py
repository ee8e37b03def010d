"""The program is killed while somebody types and saves: every word older than a second is back.

``ILEAD_STUDIO_KILLS=500`` kills it that many times instead of twice.
"""

import os
import random
import signal
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Thread
from time import monotonic
from typing import NamedTuple

import pytest

from ilead_studio.model import Workbook
from ilead_studio.storage.disk import Disk
from ilead_studio.storage.recovery import find
from ilead_studio.storage.store import open_workbook

ROUNDS = int(os.environ.get("ILEAD_STUDIO_KILLS", "2"))
AT_ONCE = 2
HERE = Path(__file__).parent

pytestmark = pytest.mark.skipif(os.name == "nt", reason="there is no kill -9")


class Heard(NamedTuple):
    """What the program said before it was killed, and when; and when that was."""

    lines: list[tuple[float, str]]
    killed: float

    def all(self, what: str) -> list[tuple[float, str]]:
        return [(when, line) for when, line in self.lines if line.startswith(what)]


class Program:
    """Lets the program be started and killed, again and again; loaded once."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self._process = process
        self._lines: SimpleQueue[tuple[float, str]] = SimpleQueue()
        self._listener = Thread(target=self._listen, daemon=True)
        self._listener.start()

    def _listen(self) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            self._lines.put((monotonic(), line.strip()))

    def typed_until_killed(self, home: Path, seconds: float) -> Heard:
        """Let somebody type for so long after the first word, then kill the program."""
        assert self._process.stdin is not None
        self._process.stdin.write(f"{home}\n")
        self._process.stdin.flush()
        pid = int(self._lines.get(timeout=60)[1].removeprefix("child "))
        lines = [self._lines.get(timeout=60)]
        end = monotonic() + seconds
        while (left := end - monotonic()) > 0:
            try:
                lines.append(self._lines.get(timeout=left))
            except Empty:
                break
        killed = monotonic()
        os.kill(pid, signal.SIGKILL)
        while (line := self._lines.get(timeout=60))[1] != "dead":
            lines.append(line)
        return Heard(lines, killed)

    def end(self) -> None:
        assert self._process.stdin is not None
        self._process.stdin.close()
        self._process.wait()
        self._listener.join()
        assert self._process.stdout is not None
        self._process.stdout.close()


@contextmanager
def program() -> Iterator[Program]:
    world = os.environ | {"PYTHONPATH": str(HERE.parent)}
    pipe = subprocess.PIPE
    typist = [sys.executable, str(HERE / "typist.py")]
    started = Program(subprocess.Popen(typist, stdin=pipe, stdout=pipe, text=True, env=world))
    try:
        yield started
    finally:
        started.end()


def words_of(workbook: Workbook) -> set[str]:
    page = workbook.fishbones[0]
    return {it for it in (page.head, *(cause.text for cause in page.causes)) if it}


def in_file(home: Path, heard: Heard) -> set[str]:
    """Return the words in the file, which holds at least what it was said to hold."""
    saves = [int(line.removeprefix("saved ")) for _, line in heard.all("saved")]
    file = home / "plan.ilead"
    found = words_of(open_workbook(file, Disk()).workbook) if file.exists() else set[str]()
    assert len(found) >= max(saves, default=0)
    return found


def oldest_lost(home: Path, heard: Heard) -> float:
    """Return how old the oldest word is that is neither in the file nor in recovery."""
    there = in_file(home, heard)
    findings = find(home / "state" / "journal", Disk())
    assert findings.unread == ()
    assert len(findings.found) <= 1
    for found in findings.found:
        there = words_of(found.workbook)
        found.release()
    lost = (heard.killed - when for when, word in heard.all("word") if word not in there)
    return max(lost, default=0.0)


def killed_often(folder: Path, seed: int, rounds: int) -> list[tuple[float, int]]:
    """Kill the program so many times; returns what each lost, and how often it had saved."""
    chance, told = random.Random(seed), list[tuple[float, int]]()
    with program() as started:
        for number in range(rounds):
            home = folder / f"{seed}-{number}"
            heard = started.typed_until_killed(home, chance.uniform(0.0, 2.5))
            told.append((oldest_lost(home, heard), len(heard.all("saved"))))
    return told


def test_every_word_older_than_a_second_is_back_after_a_kill(tmp_path: Path) -> None:
    shares = [len(range(seed, ROUNDS, AT_ONCE)) for seed in range(AT_ONCE)]
    with ThreadPoolExecutor(AT_ONCE) as pool:
        jobs = [pool.submit(killed_often, tmp_path, *it) for it in enumerate(shares) if it[1]]
        told = [it for job in jobs for it in job.result()]
    oldest, saves = max(lost for lost, _ in told), sum(saves for _, saves in told)
    print(f"{len(told)} kills, {saves} saves; oldest word lost {oldest:.2f} s")  # noqa: T201
    assert oldest <= 1.0
