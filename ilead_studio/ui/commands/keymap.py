"""Which key asks for which command: as the table says, and as somebody changed it.

The keys of the window, of the canvas, of the outline and of the editor all come from this map.
"""

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeyEvent

from ilead_studio.storage.settings import Settings
from ilead_studio.ui.commands.keys import ESCAPE, Pressed, key_words, parsed, pressed, tidy_key
from ilead_studio.ui.commands.table import Command, commands

FIXED: Final = ("next", "in", "out")
"""Commands whose keys cannot be changed: capture lives on Enter, Tab and Shift+Tab."""
TYPED: Final = {
    "next": "next",
    "in": "in",
    "out": "out",
    "note": "note",
    "idea": "turn",
    "move up": "move up",
    "move down": "move down",
    "move out": "move out",
    "move in": "move in",
}
"""Commands whose keys also work inside the text being typed, and what they ask for there."""
_GROUP: Final = "keys"
_OR: Final = " or "
Keys = tuple[str, ...]


def first_keys(command: Command) -> Keys:
    """Return the keys with which a command comes."""
    every = (*command.keys, command.shown) if command.shown else command.keys
    return tuple(tidy_key(key) for key in every)


def settled(first: Mapping[str, Keys], changed: Mapping[str, Keys]) -> dict[str, Keys]:
    """Return the keys of every command; no key is there twice, and a changed one goes before."""
    keys: dict[str, Keys] = {}
    taken: set[str] = set()
    for name in sorted(first, key=lambda it: (it not in FIXED, it not in changed)):
        keys[name] = tuple(key for key in changed.get(name, first[name]) if key not in taken)
        taken.update(keys[name])
    return {name: keys[name] for name in first}


class KeyMap(QObject):
    """The map in force; each change counts at once and is kept."""

    changed = Signal()

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings, table = settings, commands()
        self._first = {command.name: first_keys(command) for command in table}
        self._on_page = frozenset(command.name for command in table if command.shown)
        self._change({name: kept for name in self._first if (kept := self._kept(name)) is not None})

    def _kept(self, name: str) -> Keys | None:
        """Return the keys that somebody gave a command; None when it is as it came."""
        setting = f"{_GROUP}/{name}"
        if name in FIXED or not self._settings.has(setting):
            return None
        kept = self._settings.value(setting)
        return tuple(key for each in kept.split(_OR) if (key := tidy_key(each)))

    def _change(self, changed: Mapping[str, Keys]) -> None:
        self._changed = {name: keys for name, keys in changed.items() if keys != self._first[name]}
        self._keys = settled(self._first, self._changed)
        self._on_item: dict[Pressed, str] = {ESCAPE: "clear"}
        self._typing: dict[Pressed, str] = {ESCAPE: "cancel"}
        for name in self._on_page:
            for key in self._keys[name]:
                self._on_item[parsed(key)] = name
                if name in TYPED:
                    self._typing[parsed(key)] = TYPED[name]

    def _keep(self, changed: Mapping[str, Keys]) -> None:
        self._change(changed)
        words = {name: _OR.join(keys) for name, keys in self._changed.items()}
        self._settings.keep({f"{_GROUP}/{name}": words.get(name) for name in self._first})
        self.changed.emit()

    # --- what is asked ---------------------------------------------------------------------------
    def asked_on_item(self, event: QKeyEvent) -> str:
        """Return what a key asks for when an item is selected; empty when it is no key of ours."""
        return self._on_item.get(pressed(event), "")

    def asked_while_typing(self, event: QKeyEvent) -> str:
        """Return what a key asks for in an open editor; empty when it only types."""
        return self._typing.get(pressed(event), "")

    # --- what is there ---------------------------------------------------------------------------
    def keys(self, name: str) -> Keys:
        """Return the keys of a command, as the table writes them."""
        return self._keys[name]

    def words(self, name: str) -> str:
        """Return the first key of a command as people read it; empty when it has none."""
        return key_words(self._keys[name][0]) if self._keys[name] else ""

    def of_window(self) -> list[tuple[str, str]]:
        """Return every command and key that work wherever the keyboard is in the window."""
        return [
            (name, key)
            for name, keys in self._keys.items()
            if name not in self._on_page
            for key in keys
        ]

    def owner(self, key: str) -> str:
        """Return the command that a key asks for; empty when it is free."""
        return next((name for name, keys in self._keys.items() if key in keys), "")

    def first(self, name: str) -> Keys:
        """Return the keys with which a command came."""
        return self._first[name]

    @property
    def changes(self) -> frozenset[str]:
        """The commands whose keys are not those that came."""
        return frozenset(self._changed)

    # --- changing it -----------------------------------------------------------------------------
    def take(self, name: str, keys: Sequence[str]) -> None:
        """Give keys to a command, whoever had them before; no keys leave it without."""
        self._keep({**self._changed, **self._without(keys), name: tuple(keys)})

    def swap(self, name: str, keys: Sequence[str]) -> None:
        """Give keys to a command; whoever had the first of them gets what the command had."""
        other, mine = self.owner(keys[0]), self._keys[name]
        self._keep({**self._changed, **self._without(keys), other: mine, name: tuple(keys)})

    def _without(self, keys: Sequence[str]) -> dict[str, Keys]:
        """Return those that lose one of the keys, with what is left to them."""
        return {
            name: tuple(key for key in had if key not in keys)
            for name, had in self._keys.items()
            if any(key in keys for key in had)
        }

    def back(self) -> None:
        """Let every command have the keys with which it came."""
        self._keep({})
