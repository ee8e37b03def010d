"""The areas of the window, and how F6 goes from one to the next."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget


def go_to_area(areas: Sequence[QWidget], focus: QWidget | None, rest: QWidget, step: int) -> None:
    """Move the keyboard on to the next area that can take it; ``rest`` takes it if none can."""
    inner = [at for at, area in enumerate(areas) if focus and _holds(area, focus)]
    at = inner[-1] if inner else areas.index(rest)
    target = areas[(at + step) % len(areas)]
    first = target if target.focusPolicy() != Qt.FocusPolicy.NoFocus else _first_in(target)
    (first or rest).setFocus(Qt.FocusReason.TabFocusReason)


def _holds(area: QWidget, widget: QWidget) -> bool:
    return widget is area or area.isAncestorOf(widget)


def _first_in(area: QWidget) -> QWidget | None:
    """Return the first widget of an area that takes the keyboard by Tab."""
    inside = area.findChildren(QWidget)
    return next(
        (
            it
            for it in inside
            if it.isVisible()
            and it.isEnabled()
            and it.focusPolicy() & Qt.FocusPolicy.TabFocus
            and not isinstance(it, QLabel)
        ),
        None,
    )
