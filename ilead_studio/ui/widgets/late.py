"""Marks fields whose words the document gets only when they are left, or when Enter takes them."""

from typing import Final, TypeVar

from PySide6.QtWidgets import QWidget

Field = TypeVar("Field", bound=QWidget)
_NAME: Final = "late"


def late(field: Field) -> Field:
    """Mark a field; while somebody types in it, recovery keeps its words in the tray.

    Fields that seek something are no such fields, nor those in which names are looked for.
    """
    field.setProperty(_NAME, True)
    return field


def is_late(widget: QWidget) -> bool:
    """Tell whether a widget is a field that was marked."""
    return bool(widget.property(_NAME))
