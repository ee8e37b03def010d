"""Finds a feature of a window, for another one: neither holds the other, or outlives its look."""

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from ilead_studio.ui.window import MainWindow

F = TypeVar("F")


def feature(window: "MainWindow", kind: type[F]) -> F:
    """Return the feature of one kind that a window has in the look it wears."""
    return next(it for it in window.features if isinstance(it, kind))
