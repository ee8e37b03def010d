"""The real window on a page of 2,000 items, and the keys of a person who works in it."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from itertools import count, cycle
from pathlib import Path

from large_pages import large
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ilead_studio.app import make_app
from ilead_studio.drawing.theme import LIGHT
from ilead_studio.model import new_ids
from ilead_studio.places import find_places
from ilead_studio.storage.disk import Disk
from ilead_studio.surroundings import Surroundings
from ilead_studio.ui.files.dialogs import Dialogs
from ilead_studio.ui.looks.look import Look
from ilead_studio.ui.meanwhile.queue import queue
from ilead_studio.ui.window import MainWindow

BOOKS = {kind: large(kind) for kind in ("fishbone", "theory")}
Keys = Iterator[Callable[[], object]]
"""One key after the other: what comes before a key is not part of it."""


def large_window(
    home: Path, disk: Disk | None = None, dialogs: Dialogs | None = None
) -> MainWindow:
    """Return a window for a large page; it is not shown yet."""
    places = find_places({"ILEAD_STUDIO_HOME": str(home)})
    around = Surroundings(lambda: datetime.now(UTC), new_ids(7), disk or Disk(), places)
    make_app(around)
    made = MainWindow(around, Look(LIGHT), dialogs)
    made.setWindowState(Qt.WindowState.WindowNoState)
    made.resize(1600, 1000)
    return made


def begin(window: MainWindow, kind: str, zoom: str = "fit") -> None:
    """Show a large page, with a leaf in the middle selected, and paint it once."""
    work = window.work
    work.begin(BOOKS[kind])
    work.select(work.rows[1_000].id)
    rest()
    while zoom != "fit" and window.canvas.zoom < 1.0:
        window.canvas.zoom_in()
    window.canvas.setFocus()
    window.canvas.viewport().repaint()


def press(window: MainWindow, key: Qt.Key) -> None:
    """Press a key where the keyboard is, and let the frame be painted."""
    QTest.keyClick(window.focusWidget(), key)
    frame()


def rest() -> None:
    """Let all be done that waits for a turn, as it is when somebody looks up between two keys."""
    QApplication.processEvents()
    while not queue().is_empty:
        QApplication.processEvents()


def frame() -> None:
    """Let what was posted be done: the frame, but nothing that waits for the time after it."""
    QApplication.sendPostedEvents()


def renames(window: MainWindow) -> Keys:
    """Enter in other words of an item: it keeps them and opens a slot, which is given up."""
    item_id, numbers = window.work.item_id, count()
    while True:
        window.work.select(item_id)
        window.canvas.setFocus()
        press(window, Qt.Key.Key_F2)
        QTest.keyClicks(window.focusWidget(), f"Feedback felt as isolated {next(numbers)}")
        rest()
        yield lambda: press(window, Qt.Key.Key_Return)
        window.editing.cancel()


def enters(window: MainWindow) -> Keys:
    """Enter in the editor: it keeps the words as a new item and opens the next slot."""
    press(window, Qt.Key.Key_Return)
    while True:
        QTest.keyClicks(window.focusWidget(), "Feedback felt as isolated or evaluative")
        rest()
        yield lambda: press(window, Qt.Key.Key_Return)


def letters(window: MainWindow) -> Keys:
    """Letters in the open editor."""
    press(window, Qt.Key.Key_Return)
    for key in cycle((Qt.Key.Key_F, Qt.Key.Key_E, Qt.Key.Key_D, Qt.Key.Key_Space)):
        yield lambda key=key: press(window, key)


def deletes(window: MainWindow) -> Keys:
    """Del on a leaf, which is brought back before the next key."""
    leaf = window.work.item_id
    while True:
        window.work.select(leaf)
        rest()
        yield lambda: press(window, Qt.Key.Key_Delete)
        window.do("undo")
        rest()


def undoes(window: MainWindow) -> Keys:
    """Undo that brings a leaf back, which is deleted before the next key."""

    def undo() -> None:
        window.do("undo")
        frame()

    leaf = window.work.item_id
    while True:
        window.work.select(leaf)
        press(window, Qt.Key.Key_Delete)
        yield undo


KEYS: dict[str, Callable[[MainWindow], Keys]] = {
    "Enter that keeps words": enters,
    "letter in the editor": letters,
    "rename": renames,
    "Del of a leaf": deletes,
    "undo of Del": undoes,
}
