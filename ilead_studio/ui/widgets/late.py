"""Marks fields whose words the document gets only when they are left, or when Enter takes them."""

from typing import Final, TypeVar

from PySide6.QtWidgets import QWidget

Field = TypeVar("Field", bound=QWidget)
_NAME: Final = "late"
_WITH_CARD: Final = "with its card"
_IN_ROW: Final = "in its row"


def late(field: Field, *, with_card: bool = False) -> Field:
    """Mark a field; while somebody types in it, recovery keeps its words in the tray.

    Those of a field that counts only ``with_card``, with what else stands in its card, are kept
    until the card goes. Fields that seek something are no such fields, nor those in which names are
    looked for.
    """
    field.setProperty(_NAME, _WITH_CARD if with_card else True)
    return field


def late_until(field: QWidget, *, is_known: bool) -> None:
    """Mark a field of an empty row, which waits with the others for the words of the row.

    Once the row ``is_known``, the document gets the words of the field while they are typed.
    """
    field.setProperty(_NAME, None if is_known else _IN_ROW)


def is_late(widget: QWidget) -> bool:
    """Tell whether a widget is a field that was marked."""
    return bool(widget.property(_NAME))


def waits_for_card(widget: QWidget) -> bool:
    """Tell whether the words of a field still wait when it is left for another one of its card."""
    return widget.property(_NAME) in (_WITH_CARD, _IN_ROW)


def waits_unseen(widget: QWidget) -> bool:
    """Tell whether its words wait even while another page is in view: rows keep theirs."""
    return bool(widget.property(_NAME) == _IN_ROW)
