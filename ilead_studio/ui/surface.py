"""What the canvas and the outline share: items in places, and the keys that act on them."""

from typing import Final, NamedTuple, Protocol

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

_NONE = Qt.KeyboardModifier.NoModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_CTRL = Qt.KeyboardModifier.ControlModifier
_ALT = Qt.KeyboardModifier.AltModifier

KEYS: Final = {
    (Qt.Key.Key_Return, _NONE): "next",
    (Qt.Key.Key_Enter, _NONE): "next",
    (Qt.Key.Key_Tab, _NONE): "in",
    (Qt.Key.Key_Tab, _SHIFT): "out",
    (Qt.Key.Key_Backtab, _SHIFT): "out",
    (Qt.Key.Key_F2, _NONE): "edit",
    (Qt.Key.Key_Delete, _NONE): "delete",
    (Qt.Key.Key_Backspace, _NONE): "delete",
    (Qt.Key.Key_Home, _NONE): "home",
    (Qt.Key.Key_Escape, _NONE): "clear",
    (Qt.Key.Key_I, _CTRL): "idea",
    (Qt.Key.Key_Return, _CTRL): "note",
    (Qt.Key.Key_Enter, _CTRL): "note",
    (Qt.Key.Key_Up, _ALT): "move up",
    (Qt.Key.Key_Down, _ALT): "move down",
    (Qt.Key.Key_Left, _ALT): "move out",
    (Qt.Key.Key_Right, _ALT): "move in",
}
"""What a key asks for when an item is selected and nothing is being typed."""


class Place(NamedTuple):
    """Where an item's words stand: a rectangle of ``over``, and the size of their type."""

    over: QWidget
    rect: QRect
    pixels: float
    strong: bool


class Surface(Protocol):
    """A view of items that an editor can stand on.

    ``asked`` carries a word of ``KEYS``; ``typed`` the first letter of a new item.
    """

    asked: Signal
    typed: Signal

    def place_of(self, item_id: str) -> Place | None:
        """Return where the words of an item stand; None when it is not shown."""

    def show_item(self, item_id: str) -> None:
        """Scroll just enough to see an item."""

    def setFocus(self) -> None:
        """Take the keyboard."""


def asked_by(event: QKeyEvent) -> str:
    """Return what a key asks for; empty when it is no key of ours."""
    keypad = Qt.KeyboardModifier.KeypadModifier
    return KEYS.get((Qt.Key(event.key()), event.modifiers() & ~keypad), "")


def letter_of(event: QKeyEvent) -> str:
    """Return the letter that a key types; empty for a command or white space.

    Ctrl and Alt together are AltGr on many keyboards, and that types letters.
    """
    commands = event.modifiers() & (_CTRL | _ALT | Qt.KeyboardModifier.MetaModifier)
    text = event.text()
    types = commands in (_NONE, _CTRL | _ALT)
    return text if types and text.isprintable() and not text.isspace() else ""
