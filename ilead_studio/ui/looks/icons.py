"""Icons drawn from the bundled outlines in the colours of the theme."""

from functools import cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from ilead_studio.drawing.theme import Theme
from ilead_studio.resources import resource

_STROKE = "1.75"


def icon_svg(name: str, colour: str) -> str:
    """Return the outline of an icon in one colour, a little finer than it comes."""
    svg = resource("icons", f"{name}.svg").read_text("utf-8")
    return svg.replace("currentColor", colour).replace(
        'stroke-width="2"', f'stroke-width="{_STROKE}"'
    )


@cache
def pixmap(name: str, colour: str, size: int, ratio: float) -> QPixmap:
    """Draw an icon; ``size`` in logical pixels, ``ratio`` of the screen."""
    side = round(size * ratio)
    made = QPixmap(side, side)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    QSvgRenderer(QByteArray(icon_svg(name, colour).encode())).render(
        painter, QRectF(0, 0, side, side)
    )
    painter.end()
    made.setDevicePixelRatio(ratio)
    return made


def icon(name: str, theme: Theme, size: int = 20, role: str = "ink", ratio: float = 2.0) -> QIcon:
    """Return an icon in a role's colour; it is not tinted when selected, and pale when off."""
    made = QIcon()
    drawn = pixmap(name, theme.colour(role), size, ratio)
    for mode in (QIcon.Mode.Normal, QIcon.Mode.Active, QIcon.Mode.Selected):
        made.addPixmap(drawn, mode)
    made.addPixmap(pixmap(name, theme.off, size, ratio), QIcon.Mode.Disabled)
    return made


def write_sheet_icons(theme: Theme, folder: Path) -> None:
    """Write the pictures that a style sheet can only take from files."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, colour in (
        ("check", theme.on_accent),
        ("minus", theme.on_accent),
        ("chevron-down", theme.ink),
        ("chevron-right", theme.ink),
    ):
        (folder / f"{name}.svg").write_text(icon_svg(name, colour), "utf-8")
