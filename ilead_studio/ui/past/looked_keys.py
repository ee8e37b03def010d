"""Keys while somebody looks back: they walk, whatever would change an item is refused."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtGui import QInputMethodEvent, QKeyEvent

from ilead_studio.ui.commands.groups import ON_CHANGE
from ilead_studio.ui.commands.keys import letter_of, walk_of

if TYPE_CHECKING:
    from ilead_studio.ui.commands.keymap import KeyMap

Deed = Callable[[], object]


def follow(
    event: QKeyEvent | QInputMethodEvent, walks: Mapping[str, Deed], keys: "KeyMap", refuse: Deed
) -> None:
    """Do what a key asks for, on a list as on the sheet; what nobody wants goes on."""
    if isinstance(event, QInputMethodEvent):
        refuse()
        return
    walk = walk_of(event)
    if walk in walks:
        event.accept()
        walks[walk]()
    elif letter_of(event) or keys.asked_on_item(event) in ON_CHANGE:
        event.accept()
        refuse()
