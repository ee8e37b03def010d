"""The bundled fonts for Qt: for widgets by family, for drawings glyph by glyph."""

from functools import cache
from typing import Final

from PySide6.QtGui import QFont, QFontDatabase, QRawFont

from ilead_studio.resources import resource
from ilead_studio.ui.looks.look import FAMILY

FACES: Final = ("Regular", "Italic", "SemiBold")


@cache
def load_fonts() -> None:
    """Make the family known to widgets; once."""
    for face in FACES:
        QFontDatabase.addApplicationFont(str(resource("fonts", f"WorkbookSans-{face}.ttf")))


def widget_font(pixels: float, *, strong: bool = False) -> QFont:
    """Return the family for a widget; size in pixels."""
    font = QFont(FAMILY)
    font.setPixelSize(max(1, round(pixels)))
    font.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
    return font


@cache
def raw_font(face: str, pixels: float) -> QRawFont:
    """Return a face for glyph runs, without hinting so that widths are those of the print."""
    path = str(resource("fonts", f"WorkbookSans-{face}.ttf"))
    return QRawFont(path, pixels, QFont.HintingPreference.PreferNoHinting)
