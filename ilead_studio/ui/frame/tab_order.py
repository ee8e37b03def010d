"""The order in which Tab goes through parts that were not made in the order they are read."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLayout, QWidget

_TAB = Qt.FocusPolicy.TabFocus
_NOWHERE = (1_000_000,)


def tab_through(parts: Iterable[QWidget]) -> None:
    """Let Tab go through one part after the other, and through each in the order that is seen."""
    every = [it for part in parts for it in _inside(part) if _stops(it, part.window())]
    policies = [it.focusPolicy() for it in every]
    for it in every:
        it.setFocusPolicy(_TAB)  # or Qt would leave it where it is
    for one, other in pairwise(every):
        QWidget.setTabOrder(one, other)
    for it, policy in zip(every, policies, strict=True):
        it.setFocusPolicy(policy)


def _inside(part: QWidget) -> Iterator[QWidget]:
    """Return what is in a part: in the order of its layout, then what stands in none."""
    layout, direct = part.layout(), Qt.FindChildOption.FindDirectChildrenOnly
    children = part.findChildren(QWidget, options=direct)
    if layout:
        children.sort(key=lambda it: _place(layout, it) or _NOWHERE)
    for it in children:
        yield it
        yield from _inside(it)


def _place(layout: QLayout, widget: QWidget) -> tuple[int, ...]:
    """Return where a widget stands in a layout, or in one inside; empty when it does not.

    No item is asked for its widget: what it returns dies with the item.
    """
    at = layout.indexOf(widget)
    if at >= 0:
        return (at,)
    for within in layout.findChildren(QLayout, options=Qt.FindChildOption.FindDirectChildrenOnly):
        if place := _place(within, widget):
            return (layout.indexOf(within), *place)
    return ()


def _stops(it: QWidget, window: QWidget) -> bool:
    """Tell whether Tab stops at a widget, or will: of several segments it is the chosen one.

    The chain is not walked: what ``nextInFocusChain`` returns dies with the widget before it.
    """
    stops = it.focusPolicy() & _TAB or isinstance(it, QAbstractButton)
    return bool(stops) and it.focusProxy() is None and it.window() is window
