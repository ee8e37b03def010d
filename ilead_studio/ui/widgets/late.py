"""Marks fields whose words the document gets later: when they are left, or somebody takes them."""

from typing import Final, TypeVar

from PySide6.QtWidgets import QWidget

Field = TypeVar("Field", bound=QWidget)
_NAME: Final = "late"
_UNSEEN: Final = "unseen"


def late(field: Field, *, on: bool = True, unseen: bool = False) -> Field:
    """Mark a field, or no more; until the document has its words, recovery keeps them in the tray.

    Such a one is that of an empty row too, as long as it waits with the others for the words of the
    row. Words that are no longer seen are given up, unless they wait ``unseen`` while another page
    is in view. Fields that seek something are none, nor those in which names are looked for.
    """
    field.setProperty(_NAME, _UNSEEN if on and unseen else on)
    return field


def is_late(widget: QWidget) -> bool:
    """Tell whether a widget is a field that was marked."""
    return bool(widget.property(_NAME))


def waits_unseen(widget: QWidget) -> bool:
    """Tell whether its words wait even while another page is in view."""
    return bool(widget.property(_NAME) == _UNSEEN)
