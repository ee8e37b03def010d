"""What the canvas and the outline share: items in places on which an editor can stand."""

from typing import Final, NamedTuple

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

WAITING_MIME: Final = "application/x-ilead-studio-waiting"
"""The ids of what is dragged from the tray or the parking lot to a surface, one a line."""


class Place(NamedTuple):
    """Where an item's words stand: a rectangle of ``over``, and the size of their type."""

    over: QWidget
    rect: QRect
    pixels: float
    strong: bool
