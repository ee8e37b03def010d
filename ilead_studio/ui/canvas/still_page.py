"""A picture of the page as it stands, for as long as only what is over it moves."""

from collections.abc import Callable

from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QWidget


class StillPage:
    """Keeps one picture, which is made anew when something on the page differs."""

    def __init__(self) -> None:
        self._kept: tuple[object, QPixmap] | None = None

    def forget(self) -> None:
        """Let go of the picture."""
        self._kept = None

    def of(self, view: QWidget, looks: object, paint: Callable[[QPainter], None]) -> QPixmap:
        """Return the picture of a view; ``looks`` is all that makes a difference to it."""
        key = (view.size(), looks)
        if self._kept is None or self._kept[0] != key:
            ratio = view.devicePixelRatioF()
            picture = QPixmap(view.size() * ratio)
            picture.setDevicePixelRatio(ratio)
            with QPainter(picture) as painter:
                paint(painter)
            self._kept = (key, picture)
        return self._kept[1]
