"""Dresses the application in a look: fonts, palette, style sheet and the pictures it needs."""

from contextlib import suppress
from pathlib import Path
from typing import Final

from PySide6.QtCore import QDir
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from ilead_studio.drawing.theme import Theme
from ilead_studio.ui.looks.icons import icon, write_sheet_icons
from ilead_studio.ui.looks.look import Look, palette
from ilead_studio.ui.looks.style_sheet import style_sheet
from ilead_studio.ui.looks.typeface import load_fonts, widget_font

_written: Final = set[Path]()
"""Folders whose pictures are there."""


def dress(app: QApplication, cache: Path, look: Look) -> None:
    """Give every widget of the application a look; pictures go into the cache folder."""
    prepare(cache, look.theme)
    QDir.setSearchPaths("sheet", [str(_folder(cache, look.theme))])
    sheet = style_sheet(look)
    if sheet == app.styleSheet():
        return  # or Qt would polish every widget anew
    if not app.styleSheet():  # once: Qt keeps every style that it was ever given
        app.setStyle("Fusion")
    load_fonts()
    font = widget_font(look.type("body"))
    app.setFont(font)
    QToolTip.setFont(font)
    app.setPalette(palette(look.theme))
    app.setStyleSheet(sheet)
    app.setWindowIcon(icon("fish-bone", look.theme, 64, "accent"))


def prepare(cache: Path, *themes: Theme) -> None:
    """Write the pictures of themes, unless they are there since the program began."""
    for theme in themes:
        folder = _folder(cache, theme)
        if folder not in _written:
            with suppress(OSError):  # four small pictures are no reason not to open
                write_sheet_icons(theme, folder)
                _written.add(folder)


def _folder(cache: Path, theme: Theme) -> Path:
    return cache / f"sheet-{theme.name}"


def dress_as(widget: QWidget, kind: str) -> None:
    """Give a widget the style of another kind."""
    if widget.property("kind") != kind:
        widget.setProperty("kind", kind)
        widget.style().unpolish(widget)
        widget.style().polish(widget)
