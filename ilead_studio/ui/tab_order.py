"""The order in which Tab goes through parts that were not made in the order they are read."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLayout, QWidget

_TAB = Qt.FocusPolicy.TabFocus


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
    layout = part.layout()
    laid = list(_laid(layout)) if layout else []
    for it in (*laid, *(child for child in _children(part) if child not in laid)):
        yield it
        yield from _inside(it)


def _children(part: QWidget) -> list[QWidget]:
    return part.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)


def _laid(layout: QLayout) -> Iterator[QWidget]:
    for at in range(layout.count()):
        item = layout.itemAt(at)
        within = item.layout() if item else None
        if within:
            yield from _laid(within)
        elif item and (widget := item.widget()):
            yield widget


def _stops(it: QWidget, window: QWidget) -> bool:
    """Tell whether Tab stops at a widget, or will: of several segments it is the chosen one.

    The chain is not walked: what ``nextInFocusChain`` returns dies with the widget before it.
    """
    stops = it.focusPolicy() & _TAB or isinstance(it, QAbstractButton)
    return bool(stops) and it.focusProxy() is None and it.window() is window
