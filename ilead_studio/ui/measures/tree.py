"""The list of measures at the left: by what they are for, then the names that are none yet."""

from collections.abc import Sequence
from functools import partial
from typing import Final, NamedTuple

from PySide6.QtCore import QModelIndex, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QStandardItem

from ilead_studio.model import MeasureKind, Workbook
from ilead_studio.rules.measure_ties import loose
from ilead_studio.rules.measures import measure_rows
from ilead_studio.ui.commands.keys import ALT, Pressed, pressed
from ilead_studio.ui.lists.row_menu import menu_point, show_menu
from ilead_studio.ui.lists.sign_tree import ROW, SignTree
from ilead_studio.ui.looks.look import Look
from ilead_studio.words import say

_SIGNS: Final = {
    "outcome": "target", "process": "refresh", "balancing": "adjustments", "pdsa": "stairs-up",
}  # fmt: skip
_KEYS: Final[dict[Pressed, str]] = {
    (Qt.Key.Key_Insert, Qt.KeyboardModifier.NoModifier): "next",
    (Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier): "delete",
    (Qt.Key.Key_F2, Qt.KeyboardModifier.NoModifier): "edit",
    (Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier): "open",
    (Qt.Key.Key_Up, ALT): "move up",
    (Qt.Key.Key_Down, ALT): "move down",
}


class Entry(NamedTuple):
    """A row: a measure by its id, a name that is none yet, or with neither a heading.

    ``kind`` is what all measures under a heading are for.
    """

    words: str
    sign: str
    small: str = ""
    measure_id: str = ""
    loose: str = ""
    kind: MeasureKind | None = None

    @property
    def is_heading(self) -> bool:
        """Whether it only stands over others."""
        return not self.measure_id and not self.loose


def entries(workbook: Workbook) -> tuple[tuple[Entry, tuple[Entry, ...]], ...]:
    """Return the rows, each heading with those below it."""
    kinds = [
        (
            Entry(kind.words, _SIGNS[kind.kind], kind=kind.kind),
            tuple(Entry(it.name, "chart-line", it.words, it.id) for it in kind.measures),
        )
        for kind in measure_rows(workbook)
    ]
    names = tuple(
        Entry(it.name, "circle-dashed", say("named at {refs}", refs=it.words), loose=it.name)
        for it in loose(workbook)
    )
    if names:
        kinds.append((Entry(say("Named, no measure yet"), "circle-dashed"), names))
    return tuple(kinds)


class MeasureTree(SignTree):
    """``chosen`` brings the row that is current."""

    chosen = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__(look, say("Measures"))
        self._rows: tuple[tuple[Entry, tuple[Entry, ...]], ...] = ()
        self._items: dict[tuple[str, str], QStandardItem] = {}

    def show_rows(
        self, rows: Sequence[tuple[Entry, tuple[Entry, ...]]], measure_id: str, name: str
    ) -> None:
        """Show the measures; the keyboard stays on what is shown on the page."""
        if tuple(rows) != self._rows:
            self._rows = tuple(rows)
            with QSignalBlocker(self.selectionModel()):
                self._fill()
        self.go_to(self._items.get((measure_id, name)))

    def _fill(self) -> None:
        self._model.clear()
        self._items.clear()
        for heading, below in self._rows:
            head = self.made(heading, 0, 0)
            self._model.appendRow(head)
            for at, entry in enumerate(below, 1):
                made = self.made(entry, at, len(below))
                self._items[entry.measure_id, entry.loose] = made
                head.appendRow(made)
            self.setExpanded(head.index(), True)

    @property
    def current(self) -> Entry | None:
        """The row that is current."""
        entry = self.currentIndex().data(ROW)
        return entry if isinstance(entry, Entry) else None

    def _on_current(self, now: QModelIndex, _before: QModelIndex) -> None:
        entry = now.data(ROW)
        if isinstance(entry, Entry) and not entry.is_heading:
            self.chosen.emit(entry)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the page, on a heading it adds; Insert adds, Del deletes, Alt moves."""
        asks, entry = _KEYS.get(pressed(event), ""), self.current
        if asks:
            adds = asks == "open" and (entry is None or entry.is_heading)
            self.asked.emit("next" if adds else asks)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Show what can be done, under the pointer or under the row."""
        offers = ((words, partial(self.asked.emit, asks)) for asks, words in self._offers())
        show_menu(self, menu_point(self, event), offers)

    def _offers(self) -> list[tuple[str, str]]:
        entry, new = self.current, [("next", say("New measure"))]
        if entry and entry.loose:
            return [("open", say("Make it a measure")), *new]
        if entry is None or entry.is_heading:
            return new
        return [
            *new, ("edit", say("Rename")), ("move up", say("Move up")),
            ("move down", say("Move down")), ("delete", say("Delete the measure")),
        ]  # fmt: skip
