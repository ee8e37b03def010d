"""The sheet of keys: every key that does something, in columns, by what it is about."""

from collections.abc import Sequence
from itertools import combinations, groupby
from typing import NamedTuple

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ilead_studio.ui.commands.keymap import KeyMap
from ilead_studio.ui.commands.keys import key_words
from ilead_studio.ui.commands.table import commands
from ilead_studio.ui.looks.look import Look
from ilead_studio.ui.widgets.overlay import Overlay
from ilead_studio.ui.widgets.parts import button, label
from ilead_studio.words import say

COLUMN, EDGE = 370, 32
MOST_COLUMNS = 3


class Line(NamedTuple):
    """What is done, and its keys."""

    words: str
    keys: str


class Part(NamedTuple):
    """A group of the sheet."""

    name: str
    lines: tuple[Line, ...]


def key_sheet(keys: KeyMap) -> tuple[Part, ...]:
    """Return the whole sheet: each command that has a key, and what is no command."""
    return tuple(
        Part(name, lines)
        for name, group in groupby(commands(), key=lambda it: it.group)
        if (
            lines := tuple(
                line
                for command in group
                for line in (*_line(keys, command.name, command.words), *_beside(command.name))
            )
        )
    )


def _line(keys: KeyMap, name: str, words: str) -> tuple[Line, ...]:
    every = say(" or ").join(key_words(key) for key in keys.keys(name))
    return (Line(words.rstrip("…"), every),) if every else ()


def _beside(name: str) -> tuple[Line, ...]:
    """Return the keys that are no commands and belong beside one."""
    if name == "out":
        return (
            Line(say("Begin the next item with it"), say("any letter")),
            Line(say("Give up what is typed"), say("Esc")),
        )
    return (Line(say("Go to the nearest item"), say("arrows")),) if name == "home" else ()


def columns(parts: Sequence[Part], number: int) -> list[list[Part]]:
    """Share parts out to so many columns, in order, so that the tallest is as short as can be."""
    number = min(number, len(parts))
    ways = (
        [list(parts[a:b]) for a, b in zip((0, *cuts), (*cuts, len(parts)), strict=True)]
        for cuts in combinations(range(1, len(parts)), number - 1)
    )
    return min(ways, key=lambda way: max(map(_height, way)))


def _height(column: Sequence[Part]) -> int:
    return sum(len(part.lines) + 2 for part in column)


class KeySheet(Overlay):
    """Shows the sheet over the window; ``change_asked`` wants the settings of the keys."""

    change_asked = Signal()

    def __init__(self, look: Look, over: QWidget, keys: KeyMap) -> None:
        super().__init__(over, look.theme.desk)
        self._look, self._keys = look, keys
        px = look.px
        stack, head = QVBoxLayout(self), QHBoxLayout()
        stack.setContentsMargins(px(16), px(12), px(8), px(12))
        stack.setSpacing(px(8))
        head.setContentsMargins(0, 0, px(8), 0)
        head.addWidget(label(say("Keys"), "lead"))
        head.addWidget(label(say("Esc  back"), "status"), 1)
        head.addWidget(button(say("Change keys"), "plain", look, does=self._change))
        self._area = QScrollArea()
        self._area.setProperty("kind", "read")
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._area.setAccessibleName(say("Sheet of keys"))
        stack.addLayout(head)
        stack.addWidget(self._area, 1)

    def open(self) -> None:
        """Show the keys as they are now."""
        px, room = self._look.px, self._over.size()
        number = max(1, min(MOST_COLUMNS, (room.width() - 2 * EDGE) // px(COLUMN)))
        parts = key_sheet(self._keys)
        inside = self._written(columns(parts, number))
        self._area.setWidget(inside)
        inside.setAutoFillBackground(False)
        self._area.setAccessibleDescription(
            ". ".join(f"{line.words}: {line.keys}" for part in parts for line in part.lines)
        )
        tall = inside.sizeHint().height() + px(84)
        self.setFixedSize(
            min(number * px(COLUMN), room.width() - 2 * EDGE), min(tall, room.height() - 2 * EDGE)
        )
        left = (room.width() - self.width()) // 2
        self.open_with(self._area, QPoint(left, (room.height() - self.height()) // 2))

    def _written(self, shared: list[list[Part]]) -> QWidget:
        inside = QWidget()
        across = QHBoxLayout(inside)
        across.setContentsMargins(self._look.px(8), 0, self._look.px(8), 0)
        across.setSpacing(self._look.px(32))
        for parts in shared:
            grid = QGridLayout()
            grid.setHorizontalSpacing(self._look.px(8))
            grid.setVerticalSpacing(self._look.px(3))
            grid.setColumnStretch(0, 1)
            for part in parts:
                self._write(grid, part)
            grid.setRowStretch(grid.rowCount(), 1)
            across.addLayout(grid, 1)
        return inside

    def _write(self, grid: QGridLayout, part: Part) -> None:
        top = grid.rowCount()
        heading = label(part.name, "label")
        heading.setContentsMargins(0, self._look.px(10) if top > 1 else 0, 0, 0)
        grid.addWidget(heading, top, 0, 1, 2)
        for row, line in enumerate(part.lines, top + 1):
            words = label(line.words)
            words.setWordWrap(True)
            grid.addWidget(words, row, 0)
            grid.addWidget(label(line.keys, "key"), row, 1, Qt.AlignmentFlag.AlignRight)

    def _change(self) -> None:
        self.go()
        self.change_asked.emit()
