"""Marks fields whose words the document gets later: when they are left, or somebody takes them."""

from typing import Final, TypeVar

from PySide6.QtWidgets import QWidget

Field = TypeVar("Field", bound=QWidget)
_NAME: Final = "late"


def late(field: Field, *, on: bool = True) -> Field:
    """Mark a field, or no more; until the document has its words, recovery keeps them in the tray.

    Such a one is that of an empty row too, as long as it waits with the others for the words of the
    row. Fields that seek something are none, nor those in which names are looked for.
    """
    field.setProperty(_NAME, on)
    return field


def is_late(widget: QWidget) -> bool:
    """Tell whether a widget is a field that was marked."""
    return bool(widget.property(_NAME))
