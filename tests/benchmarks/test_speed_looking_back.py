"""Looking back at a page of 2,000 items: the list soon, then nothing that stops a person.

A turn is what the window does between two looks at keys and mouse: so long a key may have to wait.
"""

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from itertools import islice
from pathlib import Path
from statistics import median
from time import process_time

import pytest
from conftest import Table, yard
from large_pages import large
from large_window import large_window, rest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ilead_studio import edits
from ilead_studio.drawing.page import plan_page
from ilead_studio.exchange import PageKind
from ilead_studio.model import Fishbone, Ids, Workbook, new_ids, pages
from ilead_studio.planning import ROOM
from ilead_studio.storage.format import decode, encode
from ilead_studio.ui.meanwhile.beforehand import made_ahead
from ilead_studio.ui.meanwhile.quiet import Quiet
from ilead_studio.ui.past.looking_back import LookingBack
from ilead_studio.ui.window import MainWindow

LIST_MS, TURN_MS, DOWN_MS = 150.0, 100.0, 16.0
"""Until the list is seen (100 ms where the loop below takes 18); the longest turn; a key in it."""
CHANGES, TURNS = 60, 80
YARD_MS = 26.5
"""A loop of a million steps on the machine on which the gates were set."""

pytestmark = pytest.mark.usefixtures("quiet")


def remembered(kind: PageKind) -> Workbook:
    """Return a workbook from a file: no two items are alike, and two snapshots are kept."""
    workbook, fresh = large(kind), new_ids(3)
    for at, item in enumerate(items(workbook)):
        workbook = edits.rename(workbook, item, f"Feedback felt as isolated or evaluative {at}")
    page = pages(workbook)[0]
    workbook = edits.with_plan(workbook, page.id, plan_page(workbook, page, ROOM))
    for day in (1, 2):
        workbook = edits.take_snapshot(workbook, fresh(), f"Day {day}", date(2026, 10, day))
        workbook = changed(workbook, items(workbook)[day + 10 :: 29], fresh)
    return decode(encode(workbook), "").workbook


def items(workbook: Workbook) -> list[str]:
    """Return the items of the page in reading order."""
    page = pages(workbook)[0]
    return [it.id for it in (page.causes if isinstance(page, Fishbone) else page.drivers)]


def changed(workbook: Workbook, chosen: list[str], fresh: Ids) -> Workbook:
    """Rename, add to, and delete items in turn."""
    kind = "cause" if workbook.fishbones else "driver"
    for at, item in enumerate(chosen[:CHANGES]):
        if item not in items(workbook):  # it went with one above it
            continue
        if at % 3 == 0:
            workbook = edits.rename(workbook, item, f"Said otherwise {at}")
        elif at % 3 == 1:
            workbook = edits.add(workbook, kind, fresh(), f"New {at}", item, None)
        else:
            workbook = edits.delete(workbook, [item])
    return workbook


def turns(deed: Callable[[], object]) -> Iterator[float]:
    """Do something, and let the window work; gives the milliseconds of each turn."""
    for step in (deed, *[QApplication.processEvents] * TURNS):
        start = process_time()
        step()
        yield (process_time() - start) * 1e3


def listed(window: MainWindow) -> bool:
    """Tell whether the list that was asked for is there."""
    view = window.sections.view
    return isinstance(view, LookingBack) and view.panel.list.count() > 0


def press(window: MainWindow, key: Qt.Key) -> None:
    """Press a key as it comes to the window."""
    none = Qt.KeyboardModifier.NoModifier
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(window.windowHandle(), QKeyEvent(kind, key, none))


def walked(window: MainWindow) -> Iterator[float]:
    """Walk down the list; gives the milliseconds of each key until it is painted."""
    for _ in range(30):
        yield sum(islice(turns(partial(press, window, Qt.Key.Key_Down)), 2))


@pytest.mark.parametrize("kind", ["fishbone", "theory"])
def test_looking_back_stops_nobody(qtbot: QtBot, home: Path, table: Table, kind: PageKind) -> None:
    window = large_window(home)
    qtbot.addWidget(
        window, before_close_func=lambda it: it.work.session.mark_saved(it.work.workbook)
    )
    with qtbot.waitExposed(window):
        window.show()
    window.work.begin(remembered(kind))
    for _ in made_ahead(window):
        QApplication.processEvents()
    Quiet(window, lambda: iter(()))
    rest()
    yards = [yard() for _ in range(9)]
    taken, without = [], 0
    for turn in turns(lambda: window.do("what changed")):
        taken.append(turn)
        without += not listed(window)
    keys = sorted(walked(window))
    right = max(turns(partial(press, window, Qt.Key.Key_Right)))
    counts = max(turns(lambda: window.do("snapshots")))
    scale = YARD_MS / median([*yards, *(yard() for _ in range(9))])
    for what, value, gate in (
        ("list", sum(taken[: without + 1]), LIST_MS), ("longest turn", max(taken), TURN_MS),
        ("Down", keys[-2], DOWN_MS), ("as it was", right, TURN_MS),
        ("snapshots and counts", counts, TURN_MS),
    ):  # fmt: skip
        table.add(f"what changed ({kind}, 2,000): {what}", value * scale, gate, "ms")
