"""The order in which Tab goes through parts that were not made in the order they are read."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QWidget

_TAB = Qt.FocusPolicy.TabFocus


def tab_through(parts: Iterable[QWidget]) -> None:
    """Let Tab go through one part after the other, and through each as it was made."""
    every = [it for part in parts for it in _stops(part)]
    policies = [it.focusPolicy() for it in every]
    for it in every:
        it.setFocusPolicy(_TAB)  # or Qt would leave it where it is
    for one, other in pairwise(every):
        QWidget.setTabOrder(one, other)
    for it, policy in zip(every, policies, strict=True):
        it.setFocusPolicy(policy)


def _stops(part: QWidget) -> Iterator[QWidget]:
    """Return where Tab stops in a part, or will: of several segments it is the chosen one.

    The chain is not walked: what ``nextInFocusChain`` returns dies with the widget before it.
    """
    window = part.window()
    for it in part.findChildren(QWidget):
        stops = it.focusPolicy() & _TAB or isinstance(it, QAbstractButton)
        if stops and it.focusProxy() is None and it.window() is window:
            yield it
