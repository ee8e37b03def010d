"""The program is killed while somebody types and saves: every word older than a second is back.

Half of the times it is killed at any moment, the other half at the next moment of a save in turn:
before a name is made, half of a file is written, or a file is put in the place of another, while
the journal goes on. ``ILEAD_STUDIO_KILLS=500`` kills it that many times instead of twice.
"""

import os
import random
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Thread
from time import monotonic
from typing import NamedTuple

import pytest

from ilead_studio.model import Workbook
from ilead_studio.storage.chain import read_chain
from ilead_studio.storage.disk import Disk
from ilead_studio.storage.recovery import find
from ilead_studio.storage.store import open_workbook

ROUNDS = int(os.environ.get("ILEAD_STUDIO_KILLS", "2"))
AT_ONCE = 4
"""Programs at a time: each mostly waits for the next key."""
BEGUN = 3
"""Records of a journal that was begun; while there are fewer, the one before it counts."""
MOMENTS, STRIDE = 33, 7
"""Operations of a save and of the journal that begins anew after it; they are taken in strides."""
PATIENCE = 60.0
"""Seconds that a program may take to come to a moment."""
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

    def typed_until_killed(self, home: Path, seconds: float, moment: int) -> Heard:
        """Let somebody type for so long after the first word, then kill the program.

        It dies by itself at a ``moment`` of a save, unless that is 0.
        """
        assert self._process.stdin is not None
        self._process.stdin.write(f"{moment} {home}\n")
        self._process.stdin.flush()
        pid = int(self._lines.get(timeout=60)[1].removeprefix("child "))
        lines = [self._lines.get(timeout=60)]
        end = monotonic() + seconds
        while lines[-1][1] != "dead" and (left := end - monotonic()) > 0:
            with suppress(Empty):
                lines.append(self._lines.get(timeout=left))
        killed = next((when for when, line in lines if line.startswith("at ")), monotonic())
        if lines[-1][1] != "dead":
            os.kill(pid, signal.SIGKILL)
        while lines[-1][1] != "dead":
            lines.append(self._lines.get(timeout=60))
        return Heard(lines[:-1], killed)

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
    assert all(len(read_chain(it.file.read_bytes()).records) < BEGUN for it in findings.unread)
    assert len(findings.found) <= 1
    for found in findings.found:
        there = words_of(found.workbook)
        found.release()
    lost = (heard.killed - when for when, word in heard.all("word") if word not in there)
    return max(lost, default=0.0)


class Round(NamedTuple):
    """What one kill lost, in seconds, how often the program had saved, and where it died."""

    lost: float
    saves: int
    at: str


def killed(started: Program, folder: Path, number: int) -> Round:
    """Kill a program, every other one inside a save."""
    home = folder / f"{number}"
    if number % 2 == 0:
        heard = started.typed_until_killed(home, random.Random(number).uniform(0.0, 2.5), 0)
        return Round(oldest_lost(home, heard), len(heard.all("saved")), "at any time")
    moment = (number // 2 + 1) * STRIDE % MOMENTS + 1
    heard = started.typed_until_killed(home, PATIENCE, moment)
    ((_, at),) = heard.all("at ")
    return Round(oldest_lost(home, heard), len(heard.all("saved")), at)


def killed_often(folder: Path, numbers: Iterator[int]) -> list[Round]:
    """Kill the program once for each number that nobody else has taken."""
    with program() as started:
        return [killed(started, folder, number) for number in numbers]


def test_every_word_older_than_a_second_is_back_after_a_kill(tmp_path: Path) -> None:
    numbers, programs = iter(range(ROUNDS)), min(AT_ONCE, ROUNDS)
    with ThreadPoolExecutor(programs) as pool:
        jobs = [pool.submit(killed_often, tmp_path, numbers) for _ in range(programs)]
        told = [it for job in jobs for it in job.result()]
    assert len(told) == ROUNDS
    oldest, saves = max(it.lost for it in told), sum(it.saves for it in told)
    print(f"{ROUNDS} kills, {saves} saves; oldest word lost {oldest:.2f} s")  # noqa: T201
    print(*sorted(Counter(it.at for it in told).items()), sep="\n")  # noqa: T201
    assert oldest <= 1.0
