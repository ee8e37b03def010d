"""The keys of capture, once: what each asks for, typed in an editor or pressed on an item."""

from typing import Final

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

NONE: Final = Qt.KeyboardModifier.NoModifier
SHIFT: Final = Qt.KeyboardModifier.ShiftModifier
CTRL: Final = Qt.KeyboardModifier.ControlModifier
ALT: Final = Qt.KeyboardModifier.AltModifier
KEYPAD: Final = Qt.KeyboardModifier.KeypadModifier

_EVERYWHERE: Final = {
    (Qt.Key.Key_Return, NONE): "next",
    (Qt.Key.Key_Enter, NONE): "next",
    (Qt.Key.Key_Tab, NONE): "in",
    (Qt.Key.Key_Tab, SHIFT): "out",
    (Qt.Key.Key_Backtab, SHIFT): "out",
    (Qt.Key.Key_Return, CTRL): "note",
    (Qt.Key.Key_Enter, CTRL): "note",
    (Qt.Key.Key_Up, ALT): "move up",
    (Qt.Key.Key_Down, ALT): "move down",
    (Qt.Key.Key_Left, ALT): "move out",
    (Qt.Key.Key_Right, ALT): "move in",
}
_WHILE_TYPING: Final = _EVERYWHERE | {
    (Qt.Key.Key_Escape, NONE): "cancel",
    (Qt.Key.Key_I, CTRL): "turn",
}
_ON_AN_ITEM: Final = _EVERYWHERE | {
    (Qt.Key.Key_F2, NONE): "edit",
    (Qt.Key.Key_Delete, NONE): "delete",
    (Qt.Key.Key_Home, NONE): "home",
    (Qt.Key.Key_Escape, NONE): "clear",
    (Qt.Key.Key_I, CTRL): "idea",
}


def asked_on_item(event: QKeyEvent) -> str:
    """Return what a key asks for when an item is selected; empty when it is no key of ours."""
    return _ON_AN_ITEM.get((Qt.Key(event.key()), event.modifiers() & ~KEYPAD), "")


def asked_while_typing(event: QKeyEvent) -> str:
    """Return what a key asks for in an open editor; empty when it only types."""
    return _WHILE_TYPING.get((Qt.Key(event.key()), event.modifiers() & ~KEYPAD), "")


def is_escape(event: QEvent) -> bool:
    """Tell whether Escape was pressed."""
    if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
        return False
    return event.key() == Qt.Key.Key_Escape


def letter_of(event: QKeyEvent) -> str:
    """Return the letter that a key types; empty for a command or white space.

    Ctrl and Alt together are AltGr on many keyboards, and that types letters.
    """
    commands = event.modifiers() & (CTRL | ALT | Qt.KeyboardModifier.MetaModifier)
    text = event.text()
    types = commands in (NONE, CTRL | ALT)
    return text if types and text.isprintable() and not text.isspace() else ""
