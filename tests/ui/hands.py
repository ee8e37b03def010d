"""Hands for the window: what a person types, presses and answers."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent, QKeyEvent
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from ilead_studio.ui.files.dialogs import Unsaved
from ilead_studio.ui.looks.look import Look
from ilead_studio.ui.meanwhile.apart import Apart
from ilead_studio.ui.meanwhile.queue import queue
from ilead_studio.ui.window import MainWindow

_PATIENCE: Final = 20
"""Seconds that a test waits for what is done on a thread."""
_TURNS: Final = 400
"""More turns than all takes that waits for one."""
WHEN = datetime(2026, 11, 24, 10, 42, tzinfo=UTC)


class Answers:
    """Dialogs that are answered beforehand; they remember what was asked."""

    def __init__(self) -> None:
        self.path: Path | None = None
        self.unsaved_answer: Unsaved = "stay"
        self.typed = ""
        self.on_paper: QPrinter | None = None
        self.asked: list[str] = []

    def open_path(self, folder: Path, then: Callable[[Path], None]) -> None:
        self.asked.append("open")
        if self.path:
            then(self.path)

    def picture_path(self, folder: Path, then: Callable[[Path], None]) -> None:
        self.asked.append("picture")
        if self.path:
            then(self.path)

    def form_paths(self, folder: Path, then: Callable[[Sequence[Path]], None]) -> None:
        self.asked.append("forms")
        if self.path:
            then([self.path])

    def save_path(self, start: Path, kinds: str, then: Callable[[Path], None]) -> None:
        self.asked.append(f"save {start.name}")
        if self.path:
            then(self.path)

    def unsaved(self, title: str, _small: str, then: Callable[[Unsaved], None]) -> None:
        self.asked.append(f"unsaved {title}")
        then(self.unsaved_answer)

    def printer(self, then: Callable[[QPrinter], None]) -> None:
        self.asked.append("printer")
        if self.on_paper:
            then(self.on_paper)

    def words(self, question: str, start: str, then: Callable[[str], None]) -> None:
        self.asked.append(question)
        then(self.typed)


class Desk:
    """The window with hands: types, presses keys, and tells what is there."""

    def __init__(self, window: MainWindow, answers: Answers) -> None:
        self.window, self.answers = window, answers
        self.waits = True
        """Whether to wait for what is done on a thread, before and after each key."""

    def type(self, text: str) -> None:
        """Type letters into whatever has the keyboard, of any script."""
        for letter in text:
            self.settle()
            QApplication.sendEvent(
                self.focus, QKeyEvent(QKeyEvent.Type.KeyPress, 0, Qt.KeyboardModifier(0), letter)
            )
        self.settle()

    @staticmethod
    def type_fast(text: str) -> None:
        """Type letters with no time for the window between them."""
        for letter in text:
            focus = QApplication.focusWidget()
            assert focus is not None
            event = QKeyEvent(QKeyEvent.Type.KeyPress, 0, Qt.KeyboardModifier(0), letter)
            QApplication.sendEvent(focus, event)

    def press(self, *keys: str) -> None:
        """Press keys such as ``Tab`` or ``Alt+Up``; shortcuts are asked first, as Qt does."""
        for name in keys:
            self.settle()
            self.strike(name)
        self.settle()

    def strike(self, name: str) -> None:
        """Press a key with no time for the window before or after it."""
        *held, last = name.split("+")
        modifiers = Qt.KeyboardModifier(0)
        for each in held:
            modifiers |= _HELD[each]
        QTest.keyClick(self.focus, getattr(Qt.Key, f"Key_{last}"), modifiers)

    def settle(self) -> None:
        """Let the window show what was done, also beside it on a thread."""
        self.turn()
        limit = monotonic() + _PATIENCE
        while self.waits and any(it.under_way for it in self.window.findChildren(Apart)):
            assert monotonic() < limit
            self.turn()
            self.turn()  # what was told in the last of those turns is shown too

    @staticmethod
    def turn() -> None:
        """Let the window show what was done: where one works, then what stands beside it.

        Each may ask for the next; on a busy machine a round finds only some of them due.
        """
        for _ in range(6):
            QApplication.processEvents()
        for _ in range(_TURNS):
            if queue().is_empty:
                break
            QApplication.processEvents()

    @property
    def focus(self) -> QWidget:
        """The widget that has the keyboard; it is never nowhere."""
        widget = self.window.focusWidget()
        assert widget is not None
        return widget

    @property
    def tree(self) -> list[tuple[int, str]]:
        """The page in view as (depth, words)."""
        return [(row.depth, row.text) for row in self.window.work.rows]

    @property
    def words(self) -> str:
        """The words of the selected item."""
        chosen = self.window.work.item_id
        return next(row.text for row in self.window.work.rows if row.id == chosen)


class Listener:
    """A screen reader: it remembers what the program tells, in order, and passes it on to Qt."""

    def __init__(self, on_to: Callable[[QAccessibleEvent], None]) -> None:
        self._on_to = on_to
        self.told: list[tuple[str, str]] = []

    def hear(self, event: QAccessibleEvent) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            self.told.append((event.politeness().name, event.message()))
        else:
            name = event.accessibleInterface().text(QAccessible.Text.Name)
            self.told.append((event.type().name, name))
        self._on_to(event)

    def heard(self) -> list[str]:
        """Return the sentences that were announced since this was last asked."""
        spoken = [words for kind, words in self.told if kind in ("Polite", "Assertive")]
        self.told.clear()
        return spoken


Open = Callable[[Look, int, int], Desk]
"""Opens the window on an example, in a look and at a size."""

_HELD = {
    "Ctrl": Qt.KeyboardModifier.ControlModifier,
    "Shift": Qt.KeyboardModifier.ShiftModifier,
    "Alt": Qt.KeyboardModifier.AltModifier,
}
