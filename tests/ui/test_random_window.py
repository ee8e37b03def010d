"""Somebody who does anything at all in the window, one step after the other.

A third of ``ILEAD_STUDIO_TREES`` steps are made; 100 without it. What was done is told with a
failure, so that it can be done again by hand; ``ILEAD_STUDIO_WALK`` says with which walk to begin.
"""

import os
from collections.abc import Iterator
from random import Random

from hands import Desk
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox

from ilead_studio import edits
from ilead_studio.model import Workbook, faults, pages, replace
from ilead_studio.resources import resource
from ilead_studio.storage.disk import Disk
from ilead_studio.storage.store import open_workbook
from ilead_studio.ui.commands.table import commands

STEPS = int(os.environ.get("ILEAD_STUDIO_TREES", "300")) // 3
WALK = 50
"""Steps of one walk; each begins with a new workbook in the same window."""
FIRST = int(os.environ.get("ILEAD_STUDIO_WALK", "0"))
WORDS = ("Bus", "é", "Señal muộn", "Я", "中文", "🚌", "a < b & c", " ")
KEYS = (
    "Return", "Return", "Return", "Tab", "Tab", "Shift+Tab", "Escape", "Escape", "Up", "Down",
    "Left", "Right", "Home", "F2", "Delete", "Backspace", "Alt+Up", "Alt+Down", "Alt+Left",
    "Alt+Right", "Shift+Down", "Ctrl+A", "Ctrl+I", "Ctrl+D", "Ctrl+L", "Ctrl+Shift+L", "Ctrl+R",
    "Ctrl+Shift+1", "Ctrl+Shift+2", "Ctrl+Shift+3", "Ctrl+Shift+4", "Ctrl+C", "Ctrl+X", "Ctrl+V",
    "Ctrl+B", "Ctrl+Period", "Ctrl+Z", "Ctrl+Z", "Ctrl+Y", "F6", "Shift+F6", "F8", "F9",
    "Ctrl+K", "Ctrl+F", "Ctrl+H", "Ctrl+PageUp", "Ctrl+PageDown", "Ctrl+2", "Ctrl+3",
    "Ctrl+Return", "Ctrl+Shift+D", "Ctrl+Shift+B", "Ctrl+Shift+F", "Ctrl+0",
)  # fmt: skip
LEAVING = (
    "new", "new from template", "new from outline", "open", "open example", "start page", "close",
)  # fmt: skip
LISTED = "Find a command"
NAMES = [it.name for it in commands() if it.name not in LEAVING]
COMMANDS = {it.name: it.words for it in commands() if it.name in NAMES}


def start() -> Workbook:
    """Return the example with another fishbone that is empty."""
    example = open_workbook(resource("examples", "new-teachers.ilead"), Disk()).workbook
    return edits.add_fishbone(example, "zzzzzzzzzz", "Second", "Buses come late")


class Walk:
    """One walk through the window, and what was done on it."""

    def __init__(self, desk: Desk, seed: int) -> None:
        self.desk, self.random = desk, Random(seed)
        self.done: list[str] = []
        desk.press("Escape", "Escape")
        if desk.window.editing.is_open:
            desk.window.editing.cancel()
        self.first = start()
        desk.window.work.begin(self.first)
        desk.settle()

    def step(self) -> None:
        """Do anything, and look at what must always hold."""
        ways = (self.press, self.press, self.press, self.type, self.command, self.go, self.choose)
        self.random.choice((*ways, self.ask))()
        self.desk.settle()
        self.look()

    # --- what is done ----------------------------------------------------------------------------
    def press(self) -> None:
        key = self.random.choice(KEYS)
        opens = key.startswith("Alt+") and isinstance(self.desk.focus, QComboBox)
        takes = key.endswith("Return") and self.desk.focus.accessibleName() == LISTED
        if not (opens or takes):  # a window of Qt's own; whatever stands first, such as "New"
            self.note(f"press {key}")
            self.desk.press(key)

    def type(self) -> None:
        words = self.random.choice(WORDS)
        self.note(f"type {words!r}")
        self.desk.type(words)

    def command(self) -> None:
        name = self.random.choice(NAMES)
        self.note(f"do {name}")
        self.desk.answers.typed = self.random.choice(WORDS)
        self.desk.window.do(name)

    def ask(self) -> None:
        """Find a command in the list; what the list then does is what its first line says."""
        name = self.random.choice(NAMES)
        self.note(f"ask for {name}")
        self.desk.window.do("command list")
        self.desk.type(COMMANDS[name][:6])
        self.desk.press("Return")

    def go(self) -> None:
        """Go to the page or the outline, as a click does."""
        window = self.desk.window
        there = self.random.choice((window.canvas, window.outline))
        if there.isVisible():
            self.note(f"go to the {there.accessibleName()}")
            there.setFocus()

    def choose(self) -> None:
        work = self.desk.window.work
        ids = [row.id for row in work.rows if work.slot is None]
        if ids:
            chosen = self.random.sample(ids, min(len(ids), self.random.choice((1, 1, 3))))
            self.note(f"select {chosen}")
            work.select(*chosen)

    def note(self, what: str) -> None:
        focus = self.desk.window.focusWidget()
        self.done.append(f"{what}  [{type(focus).__name__} {focus and focus.accessibleName()}]")

    # --- what holds ------------------------------------------------------------------------------
    def look(self) -> None:
        window = self.desk.window
        work, focus = window.work, window.focusWidget()
        assert focus is not None
        assert focus is not window
        assert focus.isVisible(), focus
        assert focus.isEnabled(), focus
        assert QGuiApplication.modalWindow() is None
        assert faults(work.workbook) == ()
        if window.outline.isVisible():
            assert window.outline._rows.rows == work.rows
        assert {row.id for row in work.rows if not self.is_folded(row.id)} <= set(
            window.canvas._items
        )

    def is_folded(self, item_id: str) -> bool:
        """Whether a branch is folded in which an item stands."""
        work = self.desk.window.work
        above = {row.id: row.parent_id for row in work.rows}
        while item_id := above.get(item_id) or "":
            if item_id in work.folded:
                return True
        return False

    def back_and_forth(self) -> None:
        """Undo everything, which is the beginning; do all again, which is the end."""
        work = self.desk.window.work
        if self.desk.window.editing.is_open:
            self.desk.window.editing.cancel()
        self.note("undo all")
        while work.session.redo_label:  # what was undone last
            work.redo()
        last = work.workbook
        while work.session.undo_label:
            work.undo()
        assert bare(work.workbook) == bare(self.first)
        while work.session.redo_label:
            work.redo()
        assert bare(work.workbook) == bare(last)
        self.desk.settle()
        self.look()


def bare(workbook: Workbook) -> Workbook:
    """Return a workbook without the plans of its pages, which are no steps."""
    return replace(
        workbook,
        fishbones=tuple(replace(page, plan=None) for page in workbook.fishbones),
        theories=tuple(replace(page, plan=None) for page in workbook.theories),
    )


def walks() -> Iterator[int]:
    return iter(range(FIRST, FIRST + max(1, STEPS // WALK)))


def test_whatever_is_done_the_window_holds(desk: Desk) -> None:
    assert pages(start())
    for seed in walks():
        walk = Walk(desk, seed)
        try:
            for _ in range(WALK):
                walk.step()
            walk.back_and_forth()
        except BaseException as error:
            error.add_note(f"walk {seed}:\n" + "\n".join(walk.done))
            raise
