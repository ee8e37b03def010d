"""Every command of the window in one table: its words, its key, its icon.

Menus and buttons are made from it, so a command is named once.
"""

from collections.abc import Callable
from typing import Final, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from ilead_studio.ui.icons import icon
from ilead_studio.ui.look import Look
from ilead_studio.words import say


class Command(NamedTuple):
    """One command; ``keys`` as Qt writes them, empty for none. ``shown`` keys belong to the canvas.

    The canvas and the outline handle their own keys, so those must not be shortcuts of the window:
    they would fire over an open editor.
    """

    name: str
    words: str
    keys: tuple[str, ...] = ()
    icon: str = ""
    shown: str = ""


def commands() -> tuple[Command, ...]:
    """Return the table, in the order of the menus."""
    return (
        Command("new", say("New workbook"), ("Ctrl+N",), "file-plus"),
        Command("open", say("Open a workbook…"), ("Ctrl+O",), "folder-open"),
        Command("save", say("Save"), ("Ctrl+S",), "device-floppy"),
        Command("save as", say("Save under another name…"), ("Ctrl+Shift+S",)),
        Command("rename workbook", say("Rename the workbook…")),
        Command("export", say("Export a handout or a picture…"), ("Ctrl+E",), "file-export"),
        Command("close", say("Close the window"), ("Ctrl+Q",)),
        Command("undo", say("Undo"), ("Ctrl+Z",), "arrow-back-up"),
        Command("redo", say("Redo"), ("Ctrl+Shift+Z", "Ctrl+Y"), "arrow-forward-up"),
        Command("next", say("Next item"), (), "plus", "Enter"),
        Command("in", say("Ask why below (or what drives it)"), (), "", "Tab"),
        Command("idea", say("Change idea below"), (), "bulb", "Ctrl+I"),
        Command("edit", say("Edit the words"), (), "pencil", "F2"),
        Command("note", say("Write a note"), (), "", "Ctrl+Enter"),
        Command("move up", say("Move up"), (), "", "Alt+Up"),
        Command("move down", say("Move down"), (), "", "Alt+Down"),
        Command("move out", say("Move one level out"), (), "", "Alt+Left"),
        Command("move in", say("Move one level in"), (), "", "Alt+Right"),
        Command("delete", say("Delete"), (), "trash", "Del"),
        Command("link", say("Link it to one more place…"), ("Ctrl+L",), "link"),
        Command("unlink", say("Unlink"), ("Ctrl+Shift+L",), "unlink"),
        Command("duplicate", say("Linked copy beside it"), ("Ctrl+D",), "copy"),
        Command("next copy", say("Go to its next linked copy"), ("Ctrl+Shift+D",)),
        Command("zoom out", say("Smaller"), ("Ctrl+-",), "zoom-out"),
        Command("zoom in", say("Larger"), ("Ctrl++", "Ctrl+="), "zoom-in"),
        Command("zoom fit", say("Fit the window"), ("Ctrl+0",), "arrows-maximize"),
        Command("fishbone", say("Go to the fishbone"), ("Ctrl+2",)),
        Command("theory", say("Go to the theory"), ("Ctrl+3",)),
        Command("fold", say("Fold the branch, or open it"), ("Ctrl+.",)),
        Command("untangle", say("Untangle: fewer links that cross")),
        Command("name columns", say("Name the columns…")),
        Command("copy picture", say("Copy the picture"), ("Ctrl+Shift+C",), "copy"),
        Command("rename page", say("Rename the page")),
        Command("mirror", say("Mirror: the head at the other side")),
        Command("theme light", say("Light")),
        Command("theme dark", say("Dark")),
        Command("theme contrast", say("High contrast")),
        Command("theme projector", say("Projector")),
        Command("next area", say("Go to the next area"), ("F6",)),
        Command("area before", say("Go to the area before"), ("Shift+F6",)),
    )


ON_ITEM: Final = (
    "edit", "next", "in", "idea", "note", "link", "unlink", "-",
    "move up", "move down", "move out", "move in", "-", "delete",
)  # fmt: skip
"""The menu of an item; a dash is a line between."""
ON_DRIVERS_ONLY: Final = ("idea",)
"""What the menu of an item leaves out on a fishbone."""
ON_WORKBOOK: Final = (
    "new", "open", "-", "save", "save as", "export", "-", "rename workbook", "-", "close",
)  # fmt: skip
"""The menu under the workbook's name."""
ON_PAGE: Final = (
    "rename page", "copy picture", "-", "fold", "mirror", "untangle", "name columns",
)  # fmt: skip
"""The menu of the page in view."""
ON_LOOK: Final = ("theme light", "theme dark", "theme contrast", "theme projector")
"""The looks of the window."""


class Actions:
    """The commands as Qt actions, by name."""

    def __init__(self, window: QWidget, look: Look, does: Callable[[str], None]) -> None:
        self._look, table = look, commands()
        self._by_name = {command.name: _action(command, window, does) for command in table}
        self._icons = {command.name: command.icon for command in table if command.icon}
        window.addActions(list(self._by_name.values()))

    def __getitem__(self, name: str) -> QAction:
        return self._by_name[name]

    def with_icon(self, name: str) -> QAction:
        """Return a command with its icon, which is drawn now if it never was."""
        if drawn := self._icons.pop(name, ""):
            self[name].setIcon(icon(drawn, self._look.theme, self._look.px(20)))
        return self[name]

    def fill(self, menu: QMenu, names: tuple[str, ...]) -> None:
        """Put commands into a menu, a line for each dash; icons are drawn when it first opens."""
        for name in names:
            if name == "-":
                menu.addSeparator()
            else:
                menu.addAction(self[name])
        menu.aboutToShow.connect(lambda: [self.with_icon(name) for name in names if name != "-"])


def _action(command: Command, window: QWidget, does: Callable[[str], None]) -> QAction:
    made = QAction(command.words, window)
    keys = [QKeySequence(key) for key in command.keys]
    made.setShortcuts(keys)
    made.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
    key = keys[0].toString(QKeySequence.SequenceFormat.NativeText) if keys else command.shown
    made.setToolTip(f"{command.words.rstrip('…')} ({key})" if key else command.words)
    if command.shown:
        made.setText(f"{command.words}\t{command.shown}")
    made.triggered.connect(lambda: does(command.name))
    return made
