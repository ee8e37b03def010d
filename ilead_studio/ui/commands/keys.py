"""Keys: how they are pressed and written, and which of them stay as they are.

What each asks for is said by the map (``ui/commands/keymap``).
"""

import re
from functools import cache
from typing import Final

from PySide6.QtCore import QEvent, QKeyCombination, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QKeySequence

from ilead_studio.words import say

NONE: Final = Qt.KeyboardModifier.NoModifier
SHIFT: Final = Qt.KeyboardModifier.ShiftModifier
CTRL: Final = Qt.KeyboardModifier.ControlModifier
ALT: Final = Qt.KeyboardModifier.AltModifier
KEYPAD: Final = Qt.KeyboardModifier.KeypadModifier
Pressed = tuple[int, Qt.KeyboardModifier]
"""A key and what is held with it."""

ESCAPE: Final[Pressed] = (Qt.Key.Key_Escape, NONE)
_ALIKE: Final = {Qt.Key.Key_Enter: Qt.Key.Key_Return, Qt.Key.Key_Backtab: Qt.Key.Key_Tab}
"""Keys that are one key to whoever types."""
_UNDO, _REDO = QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo
_STAYING: Final = (
    Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Escape,
    Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right,
)  # fmt: skip
"""Alone and with Shift these cannot be given to a command."""
HOLDING: Final = (
    Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_AltGr, Qt.Key.Key_Meta,
    Qt.Key.Key_CapsLock, Qt.Key.Key_unknown,
)  # fmt: skip
"""Keys that only change what others mean."""
_JOINING: Final = re.compile("(?<=.)[\u200c-\u200f\U000e0020-\U000e007f]")
"""What joins signs to one, or turns them, and cannot be printed alone: families, flags."""


def pressed(event: QKeyEvent) -> Pressed:
    """Return what a key event presses, the keypad's Enter and arrows as the others."""
    key = Qt.Key(event.key())
    return _ALIKE.get(key, key), event.modifiers() & ~KEYPAD


def key_of(event: QKeyEvent) -> str:
    """Return what is pressed as it is written in the table: "Ctrl+Shift+L".

    Shift that only makes a sign, as + on many keyboards, is no part of the key.
    """
    key, held = pressed(event)
    if held & SHIFT and 0x20 < key < 0x7F and not chr(key).isalnum():
        held &= ~SHIFT
    return QKeySequence(QKeyCombination(held, Qt.Key(key))).toString()


@cache
def tidy_key(written: str) -> str:
    """Return a key as it is compared; empty when it is none."""
    if QKeySequence(written).count() != 1:
        return ""
    key, held = parsed(written)
    return "" if key in HOLDING else QKeySequence(QKeyCombination(held, Qt.Key(key))).toString()


@cache
def parsed(written: str) -> Pressed:
    """Return what has to be pressed for one key as it is written."""
    one = QKeySequence(written)[0]  # type: ignore[index]  # it is, only PySide's stubs lack it
    return _ALIKE.get(one.key(), one.key()), one.keyboardModifiers()


@cache
def key_words(written: str) -> str:
    """Return a key as people here read it."""
    words = QKeySequence(written).toString(QKeySequence.SequenceFormat.NativeText)
    return words.replace("Return", say("Enter"))


def refusal(event: QKeyEvent) -> str:
    """Say why a key cannot be given to a command; empty when it can."""
    key, held = pressed(event)
    if key in _STAYING and held in (NONE, SHIFT):
        return say("Enter, Tab, Esc and the arrows stay as they are: capture lives on them.")
    if letter_of(event) or key == Qt.Key.Key_Space:
        return say("This key types. Hold Ctrl or Alt with it, or take a function key.")
    return ""


_WALKS: Final = {
    Qt.Key.Key_Up: "up", Qt.Key.Key_Down: "down", Qt.Key.Key_Left: "left",
    Qt.Key.Key_Right: "right", Qt.Key.Key_Return: "enter", Qt.Key.Key_Escape: "escape",
    Qt.Key.Key_F2: "edit", Qt.Key.Key_Delete: "delete",
}  # fmt: skip


def walk_of(event: QKeyEvent) -> str:
    """Name a key that walks through something; empty for all others, and if anything is held."""
    key, held = pressed(event)
    return _WALKS.get(Qt.Key(key), "") if held == NONE else ""


def is_escape(event: QEvent) -> bool:
    """Tell whether Escape was pressed."""
    return _is_pressed(event, Qt.Key.Key_Escape)


def is_enter(event: QEvent) -> bool:
    """Tell whether Enter was pressed, be it that of the keypad."""
    return _is_pressed(event, Qt.Key.Key_Return, Qt.Key.Key_Enter)


def _is_pressed(event: QEvent, *keys: Qt.Key) -> bool:
    if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
        return False
    return event.key() in keys


def letter_of(event: QKeyEvent) -> str:
    """Return the letter that a key types; empty for a command or white space.

    Ctrl and Alt together are AltGr on many keyboards, and that types letters.
    """
    commands = event.modifiers() & (CTRL | ALT | Qt.KeyboardModifier.MetaModifier)
    text = event.text()
    types = commands in (NONE, CTRL | ALT)
    return text if types and _JOINING.sub("", text).isprintable() and text.strip() else ""


def is_alt_gr(event: QKeyEvent) -> bool:
    """Tell whether a key types a letter although Ctrl and Alt are held with it.

    No keyboard needs AltGr for the letters and numbers of ASCII: with them it is a shortcut.
    """
    letter = letter_of(event) if event.modifiers() & ~SHIFT == CTRL | ALT else ""
    return bool(letter) and not (letter.isascii() and letter.isalnum())


def begins(event: QInputMethodEvent) -> bool:
    """Tell whether an input method composes something that can begin an item."""
    return bool(event.preeditString() or event.commitString().strip())


def leaves_undo(event: QEvent) -> bool:
    """Leave undo and redo to the window: two histories in one window restore halves."""
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    if not any(event.matches(key) for key in (_UNDO, _REDO)):
        return False
    event.ignore()
    return True
