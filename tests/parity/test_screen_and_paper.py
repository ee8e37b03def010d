"""The screen is the print: Qt and the PDF paint the same drawing alike, window by window."""

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from itertools import cycle, islice
from pathlib import Path

import pytest
from likeness import worst_window
from PIL import Image as Picture
from printing import inked, needs_poppler
from PySide6.QtGui import QColor, QImage, QPainter

from ilead_studio.drawing.ops import Drawing, Line, Rect, TextLine
from ilead_studio.drawing.page import draw_page
from ilead_studio.drawing.paper import PAPERS
from ilead_studio.drawing.theme import PRINT
from ilead_studio.exchange import Entry, Outline, add_outline
from ilead_studio.handouts.painter import Setting, paint
from ilead_studio.handouts.tagged import TaggedCanvas
from ilead_studio.model import Page, Workbook, new_ids, pages
from ilead_studio.resources import resource
from ilead_studio.rules.outline import outline
from ilead_studio.storage.disk import Disk
from ilead_studio.storage.store import open_workbook
from ilead_studio.ui.canvas.painter import DrawingPainter

pytestmark = [needs_poppler, pytest.mark.usefixtures("qapp")]

DPI = 144
FINER = 4
"""Both sides are painted so much finer and then averaged: where a letter or a thin line falls
between two pixels each rounds in its own way, and that is no fault of the drawing. Measured: the
worst window of six pages has 0.34 without it, 0.67 at 2, 0.73 at 3 and 0.79 at 4."""
PAPER = PAPERS["letter"].wide()
LEAST = 0.7
"""Likeness of the worst window."""
_WORDS = (
    "Mentors and new teachers do not meet", "Feedback comes late", "Không có thời gian chung",
    "Learning plans are not shared between the school and the college", "Учителя уходят рано",
    "No money", "Placements are made before schools know what they need", "A/B – “both” ½ → ✓",
)  # fmt: skip


def example(name: str, number: int) -> tuple[Workbook, Page]:
    book = open_workbook(resource("examples", f"{name}.ilead"), Disk()).workbook
    return book, pages(book)[number]


def grown(kind: str, depths: str) -> tuple[Workbook, Page]:
    """Make a page of entries at these depths."""
    texts = islice(cycle(_WORDS), len(depths))
    entries = (Entry(int(depth), text) for depth, text in zip(depths, texts, strict=True))
    made = Outline(kind, "What happens here?", "", tuple(entries))
    book = add_outline(Workbook(), made, new_ids(3))[0]
    return book, pages(book)[0]


PAGES: dict[str, Callable[[], tuple[Workbook, Page]]] = {
    "example fishbone": lambda: example("new-teachers", 0),
    "deep fishbone": lambda: grown("fishbone", "123456" + "122333" + "12"),
    "wide fishbone": lambda: grown("fishbone", "1222" * 8),
    "example theory": lambda: example("new-teachers", 1),
    "another theory": lambda: example("safer-wards", 0),
    "deep theory": lambda: grown("theory", "1234" + "1233" + "122"),
}


@cache
def laid_out(name: str) -> tuple[Workbook, Page, Drawing]:
    book, page = PAGES[name]()
    return book, page, draw_page(book, page, PAPER.picture_room)


def setting_of(drawing: Drawing) -> Setting:
    width, height = PAPER.picture_room
    scale = min(width / drawing.bounds.w, height / drawing.bounds.h)
    return Setting(drawing, (PAPER.left, PAPER.top), scale)


def on_screen(setting: Setting) -> list[bytes]:
    """Paint a sheet by Qt; returns its rows in grey."""
    zoom = DPI * FINER / 72
    size = (round(PAPER.width * zoom), round(PAPER.height * zoom))
    image = QImage(*size, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    ink = DrawingPainter(PRINT)
    ink.take(setting.drawing)
    with QPainter(image) as painter:
        painter.scale(zoom, zoom)
        painter.translate(*setting.corner)
        painter.scale(setting.scale, setting.scale)
        painter.translate(-setting.drawing.bounds.x, -setting.drawing.bounds.y)
        ink.paint(painter)
    step = image.bytesPerLine()
    fine = Picture.frombuffer("RGB", size, image.constBits(), "raw", "BGRX", step, 1)
    return rows_of(fine.reduce(FINER).convert("L"))


_papers: dict[str, list[bytes]] = {}


def on_paper(name: str, folder: Path) -> list[bytes]:
    """Return a page as it is printed."""
    if name not in _papers:
        book, page, drawing = laid_out(name)
        _papers[name] = rendered(setting_of(drawing), book, page, folder)
    return _papers[name]


def rendered(setting: Setting, book: Workbook, page: Page, folder: Path) -> list[bytes]:
    """Paint a sheet into a PDF and render it; returns its rows in grey."""
    canvas = TaggedCanvas("Parity", "en-US")
    sheet = canvas.sheet(PAPER)
    paint([(setting, sheet)], outline(book, page), canvas.top, {})
    [rows] = inked(canvas.pdf(), folder, DPI * FINER)
    return averaged(rows)


def averaged(rows: list[bytes]) -> list[bytes]:
    """Return the picture at ``DPI``, each pixel the mean of those it stands for."""
    fine = Picture.frombytes("L", (len(rows[0]), len(rows)), b"".join(rows))
    return rows_of(fine.reduce(FINER))


def rows_of(grey: Picture.Image) -> list[bytes]:
    """Return the rows of a grey picture."""
    data, width = grey.tobytes(), grey.width
    return [data[at : at + width] for at in range(0, len(data), width)]


@pytest.mark.parametrize("name", list(PAGES))
def test_screen_and_paper_show_the_same(name: str, tmp_path: Path) -> None:
    setting = setting_of(laid_out(name)[2])
    likeness, corner = worst_window(on_screen(setting), on_paper(name, tmp_path))
    assert likeness >= LEAST, f"least alike at pixel {corner} of {name}"


def _without(drawing: Drawing, kind: type[TextLine | Line | Rect]) -> Drawing:
    """Drop one operation of a kind somewhere in the middle of a drawing."""
    outer = [group for group in drawing.groups if any(isinstance(op, kind) for op in group.ops)]
    poorer = outer[len(outer) // 2]
    gone = next(op for op in poorer.ops if isinstance(op, kind))
    kept = poorer._replace(ops=tuple(op for op in poorer.ops if op is not gone))
    return replace(drawing, groups=tuple(kept if it is poorer else it for it in drawing.groups))


def _shifted(drawing: Drawing) -> Drawing:
    """Move one outer group by two points."""
    number = len(drawing.groups) // 2
    moved = [
        it._replace(x=it.x + 2.0) if at == number else it for at, it in enumerate(drawing.groups)
    ]
    return replace(drawing, groups=tuple(moved))


@pytest.mark.parametrize(
    ("name", "harm"),
    [
        ("example fishbone", lambda it: _without(it, TextLine)),
        ("example fishbone", lambda it: _without(it, Line)),
        ("example fishbone", _shifted),
        ("example theory", lambda it: _without(it, TextLine)),
        ("example theory", lambda it: _without(it, Rect)),
        ("example theory", _shifted),
    ],
    ids=["text", "line", "shift", "text of a box", "box", "shifted box"],
)
def test_what_is_lost_on_the_way_is_noticed(
    name: str, harm: Callable[[Drawing], Drawing], tmp_path: Path
) -> None:
    drawing = laid_out(name)[2]
    poorer = replace(setting_of(drawing), drawing=harm(drawing))
    assert worst_window(on_screen(poorer), on_paper(name, tmp_path))[0] < LEAST
