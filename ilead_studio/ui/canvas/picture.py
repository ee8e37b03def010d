"""A page as a picture for other programs, painted by the same painter as the window."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QImageWriter, QPainter

from ilead_studio.drawing.extent import part_of
from ilead_studio.drawing.marks import Marks
from ilead_studio.drawing.ops import Drawing, placed_groups
from ilead_studio.drawing.signs import spoken_marks
from ilead_studio.drawing.svg import to_svg
from ilead_studio.drawing.theme import Theme
from ilead_studio.errors import ExportError
from ilead_studio.model import Page, Workbook
from ilead_studio.rules.names import page_name
from ilead_studio.rules.outline import Row, outline, spoken
from ilead_studio.ui.canvas.painter import DrawingPainter
from ilead_studio.words import say

MARGIN: Final = 12.0
"""White around the picture, in points."""
COPIED_DPI: Final = 144.0
_MOST_PIXELS: Final = 100_000_000
_INCHES_IN_A_METRE: Final = 100 / 2.54


def png_bytes(
    drawing: Drawing,
    theme: Theme,
    dpi: float = 144.0,
    *,
    white: bool = True,
    only: frozenset[str] | None = None,
) -> bytes:
    """Return a page as PNG; ``dpi`` pixels to 72 points, on the theme's paper or on nothing.

    With ``only`` these items are painted, and the picture is as large as they are. The file tells
    its ``dpi``, so that it comes into a text at its own size. Needs a QGuiApplication (one without
    a screen is enough).

    Raises:
        ExportError: if the picture would be larger than a computer can hold, or has no pixel.
    """
    part = drawing if only is None else part_of(drawing, only)
    return bytes(_png(_painted(part, theme, dpi, white=white)).data())


def _png(image: QImage) -> QByteArray:
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return data


def _painted(drawing: Drawing, theme: Theme, dpi: float, *, white: bool) -> QImage:
    assert QGuiApplication.instance() is not None
    scale, bounds = dpi / 72, drawing.bounds
    width = round((bounds.w + 2 * MARGIN) * scale)
    height = round((bounds.h + 2 * MARGIN) * scale)
    if width * height > _MOST_PIXELS:
        raise ExportError(say("This picture would be too large. Export it as PDF or SVG instead."))
    if width < 1 or height < 1:
        raise ExportError(say("This picture would have no pixel. Ask for more dots per inch."))
    image = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDotsPerMeterX(round(dpi * _INCHES_IN_A_METRE))
    image.setDotsPerMeterY(round(dpi * _INCHES_IN_A_METRE))
    image.fill(QColor(theme.paper) if white else Qt.GlobalColor.transparent)
    ink = DrawingPainter(theme)
    ink.take(drawing)
    with QPainter(image) as painter:  # ended at an error too, or Qt ends the program
        painter.scale(scale, scale)
        painter.translate(MARGIN - bounds.x, MARGIN - bounds.y)
        ink.paint(painter)
    return image


@dataclass(frozen=True, slots=True)
class Pictured:
    """What a picture shows, in words: its name, its language, and the outline it was drawn from."""

    title: str
    language: str
    rows: tuple[Row, ...]
    marks: Mapping[str, Marks]

    @property
    def sentences(self) -> dict[str, str]:
        """What is said of each item, by its id."""
        return {row.id: f"{row.text} ({spoken(row, self.rows)})" for row in self.rows}

    @property
    def known(self) -> dict[str, str]:
        """What is marked on each item, by its id."""
        return {item_id: spoken_marks(marks) for item_id, marks in self.marks.items()}

    def lines(self, drawing: Drawing) -> str:
        """Return the outline of the items in a drawing as indented lines."""
        shown = {placed.group.node_id for placed in placed_groups(drawing)}
        rows = [row for row in self.rows if row.id in shown]
        first = min((row.depth for row in rows), default=0)
        return "".join(f"{'  ' * (row.depth - first)}{row.text}\n" for row in rows)


def pictured(workbook: Workbook, page: Page, marks: Mapping[str, Marks]) -> Pictured:
    """Return what a picture of a page shows that is drawn with these marks."""
    return Pictured(page_name(page), workbook.language, outline(workbook, page), marks)


def copy_picture(
    drawing: Drawing, theme: Theme, words: Pictured, *, only: frozenset[str] | None = None
) -> QMimeData:
    """Return a page, or only some items of it, for the clipboard in every form at once.

    Other programs take what they can: SVG, PNG, or the outline as plain text.

    Raises:
        ExportError: if the picture would be larger than a computer can hold.
    """
    part = drawing if only is None else part_of(drawing, only)
    svg = to_svg(
        part,
        theme,
        title=words.title,
        language=words.language,
        words=words.sentences,
        more=words.known,
    )
    image = _painted(part, theme, COPIED_DPI, white=True)
    data = QMimeData()
    data.setData("image/svg+xml", QByteArray(svg.encode()))
    data.setData("image/png", _png(image))
    data.setImageData(image)
    data.setText(words.lines(part))
    return data
