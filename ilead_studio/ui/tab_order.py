"""The order in which Tab goes through parts that were not made in the order they are read."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def tab_through(parts: Iterable[QWidget]) -> None:
    """Let Tab go through one part after the other, and through each as it was made."""
    every = [it for part in parts for it in _inside(part)]
    policies = [it.focusPolicy() for it in every]
    for it in every:
        it.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # or Qt would leave it where it is
    for one, other in pairwise(every):
        QWidget.setTabOrder(one, other)
    for it, policy in zip(every, policies, strict=True):
        it.setFocusPolicy(policy)


def _inside(part: QWidget) -> Iterator[QWidget]:
    """Return all that is in a part; what stands for another widget goes with that."""
    chain, there = list[QWidget](), part.nextInFocusChain()
    while there and there is not part:
        chain.append(there)
        there = there.nextInFocusChain()
    return (it for it in chain if part.isAncestorOf(it) and it.focusProxy() is None)
