"""Dresses the application in a look: fonts, palette, style sheet and the pictures it needs."""

from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QDir
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from ilead_studio.ui.icons import icon, write_sheet_icons
from ilead_studio.ui.look import Look, palette
from ilead_studio.ui.style_sheet import style_sheet
from ilead_studio.ui.typeface import load_fonts, widget_font


def dress(app: QApplication, cache: Path, look: Look) -> None:
    """Give every widget of the application a look; pictures go into the cache folder."""
    folder = cache / f"sheet-{look.theme.name}"
    with suppress(OSError):  # four small pictures are no reason not to open
        write_sheet_icons(look.theme, folder)
    QDir.setSearchPaths("sheet", [str(folder)])
    sheet = style_sheet(look)
    if sheet == app.styleSheet():
        return  # or Qt would polish every widget anew
    app.setStyle("Fusion")
    load_fonts()
    font = widget_font(look.type("body"))
    app.setFont(font)
    QToolTip.setFont(font)
    app.setPalette(palette(look.theme))
    app.setStyleSheet(sheet)
    app.setWindowIcon(icon("fish-bone", look.theme, 64, "accent"))


def dress_as(widget: QWidget, kind: str) -> None:
    """Give a widget the style of another kind."""
    if widget.property("kind") != kind:
        widget.setProperty("kind", kind)
        widget.style().unpolish(widget)
        widget.style().polish(widget)
