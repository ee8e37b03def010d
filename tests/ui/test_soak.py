"""Two hours of a meeting in little time: what the program holds does not grow.

``ILEAD_STUDIO_SOAK=50000`` makes that many edits, a hundredth as many saves, and for every thousand
of them an exported page. A few are made without it: what stays at every edit is noticed then too,
because it has soon a tenth more of its kind.
"""

import gc
import os
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from typing import Final, NamedTuple

import pytest
from hands import Desk
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6.Shiboken import Object

from ilead_studio import edits
from ilead_studio.model import Fishbone, Workbook, faults
from ilead_studio.resources import resource
from ilead_studio.session.session import MOST_STEPS
from ilead_studio.storage.disk import Disk
from ilead_studio.storage.format import encode
from ilead_studio.storage.store import open_workbook, save_workbook
from ilead_studio.ui.files.backing import Backing
from ilead_studio.ui.files.keeping import Keeping
from ilead_studio.ui.files.locking import Locking
from ilead_studio.ui.meanwhile.tidying import Tidying
from ilead_studio.ui.packets.export_card import Wish

EDITS = int(os.environ.get("ILEAD_STUDIO_SOAK", "0"))
SAVE, EXPORT = (100, 1_000) if EDITS else (20, 120)
"""Edits between two saves, and between two exports."""
MOST, WARM = (EDITS, max(MOST_STEPS, EDITS // 5)) if EDITS else (120, 60)
"""Edits, and those after which what is kept for later is there: pictures, steps, answers."""
FLAT: Final = 1.1
"""How much more may be held at the end than after warming up."""
SOME: Final = 15
"""Things of one kind that may be more: a page has some more rows, or a text has been shown."""
WORDS: Final = ("Buses come late", "é ạ Я 中", "a < b & c", "x" * 90, "No quiet place")
KINDS: Final = ("svg", "pdf", "png")

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="it reads /proc")


class Held(NamedTuple):
    """What a program holds: memory in KiB, open handles, objects of Python's and of Qt's.

    ``kinds`` are those of Qt that Python knows, such as rows of a list; ``written`` are the bytes
    of the workbook, which must not explain the rest.
    """

    memory: int
    handles: int
    objects: int
    of_qt: int
    written: int
    kinds: Counter[str]


def held(desk: Desk, tidying: Tidying) -> Held:
    """Return what is held in a pause, when nothing waits."""
    desk.settle()
    for _ in tidying.let_go():
        desk.settle()
    gc.collect()
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    of_qt = len(desk.window.findChildren(QObject))
    objects = gc.get_objects()
    return Held(
        memory=pages * os.sysconf("SC_PAGESIZE") // 1024,
        handles=len(os.listdir("/proc/self/fd")),
        objects=len(objects),
        of_qt=of_qt,
        written=len(encode(desk.window.work.session.for_file)),
        kinds=Counter(type(it).__name__ for it in objects if issubclass(type(it), Object)),
    )


def grown(first: Held, last: Held) -> list[str]:
    """Name what is held now and was not after warming up."""
    numbers = zip(first._fields[:-1], first[:-1], last[:-1], strict=True)
    kinds = ((kind, first.kinds[kind] + SOME, many) for kind, many in last.kinds.items())
    more = ((name, was, now) for name, was, now in (*numbers, *kinds) if now > FLAT * was)
    return [f"{name}: {was} → {now}" for name, was, now in more]


@pytest.fixture
def plan(desk: Desk, tmp_path: Path) -> Iterator[Path]:
    """The example in a file, open in the window with all that keeps it safe."""
    path = tmp_path / "plan.ilead"
    example = open_workbook(resource("examples", "new-teachers.ilead"), Disk()).workbook
    save_workbook(example, path, Disk(), None)
    keeping, backing = Keeping(desk.window), Backing(desk.window)
    Locking(desk.window)
    desk.window.filing.open_file(path)
    yield path
    desk.window.ended.emit()
    keeping.end()
    backing.end()


class Meeting:
    """Somebody who edits a workbook that stays about as large as it is."""

    def __init__(self, desk: Desk, wait: QtBot, plan: Path) -> None:
        self._desk, self._wait, self._plan = desk, wait, plan
        self._work, self._random = desk.window.work, Random(7)
        self._size = len(self._page.causes)
        self.saves = self.exports = 0
        self.tidying = Tidying(desk.window)
        for cause in self._page.causes:
            self._judge(cause.id)  # or there would be more and more signs on the page

    @property
    def _page(self) -> Fishbone:
        return self._work.workbook.fishbones[0]

    def edit(self, number: int) -> None:
        """Make one edit, or take one back; save and export now and then."""
        ways = (
            self._rename,
            self._rename,
            self._judge,
            self._add_or_delete,
            self._move,
            self._undo,
        )
        self._random.choice(ways)()
        QApplication.processEvents()
        if number % SAVE == 0:
            self._save()
            for _ in self.tidying.in_pause():
                QApplication.processEvents()
        if number % EXPORT == 0:
            self._export()

    def _one(self) -> str:
        return self._random.choice(self._page.causes).id

    def _step(self, edit: Callable[[Workbook], Workbook]) -> None:
        self._work.step("edit", edit)

    def _rename(self) -> None:
        one, words = self._one(), f"{self._random.choice(WORDS)} {self._random.random():.4f}"
        self._step(lambda book: edits.rename(book, one, words))

    def _judge(self, cause_id: str = "") -> None:
        one = cause_id or self._one()
        evidence = self._random.choice(("supported", "hunch", "refuted"))
        self._step(lambda book: edits.put(book, [one], evidence=evidence))

    def _add_or_delete(self) -> None:
        """Delete a cause without others below it, or add one: as many stay as there were."""
        one, new, causes = self._one(), self._work.ids(), self._page.causes
        if len(causes) < self._size:
            self._step(lambda book: edits.add(book, "cause", new, "New", one, None))
        elif one not in {it.parent_id for it in causes}:
            self._step(lambda book: edits.delete(book, [one]))

    def _move(self) -> None:
        one, other = self._one(), self._one()
        self._step(lambda book: edits.move(book, one, other, None))

    def _undo(self) -> None:
        self._work.undo()
        self._work.redo()

    def _save(self) -> None:
        self._desk.window.do("save")
        self._wait.waitUntil(lambda: self._work.session.is_saved, timeout=60_000)
        self.saves += 1

    def _export(self) -> None:
        filing, kind = self._desk.window.filing, KINDS[self.exports % len(KINDS)]
        with self._wait.waitSignal(filing.exported, timeout=120_000):
            filing.export(self._plan.with_name(f"page.{kind}"), Wish(kind))
        self.exports += 1


def test_what_the_program_holds_does_not_grow(desk: Desk, qtbot: QtBot, plan: Path) -> None:
    meeting = Meeting(desk, qtbot, plan)
    for number in range(1, WARM + 1):
        meeting.edit(number)
    first = last = held(desk, meeting.tidying)
    for number in range(WARM + 1, MOST + 1):
        meeting.edit(number)
        if number % WARM == 0:
            last = held(desk, meeting.tidying)
            print(f"{number} edits, {meeting.saves} saves, {meeting.exports} exports: {last[:-1]}")  # noqa: T201
    assert faults(desk.window.work.workbook) == ()
    assert open_workbook(plan, Disk()).workbook.fishbones[0].causes
    assert last.handles <= first.handles
    assert grown(first, last) == []
