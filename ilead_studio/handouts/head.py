"""What stands at the top and at the foot of sheets: titles, references in a frame, page numbers."""

from typing import Final

from ilead_studio.drawing.ops import Box
from ilead_studio.drawing.paper import MARGIN, Paper
from ilead_studio.handouts.flow import Flow
from ilead_studio.handouts.sheet import Sheet, Stroke
from ilead_studio.handouts.structure import Element
from ilead_studio.handouts.style import (
    LONG_TITLE,
    PAGE_REFERENCE,
    SMALL,
    SMALL_HEAD,
    SUBTITLE,
    TITLE,
    Style,
    fitting,
)
from ilead_studio.handouts.tagged import TaggedCanvas
from ilead_studio.model import Fishbone, Page, Workbook
from ilead_studio.words import say

FRAME: Final = Stroke(0.9)
_FOOT: Final = Stroke(0.5)
_PAD: Final = 6.0
"""Air around the words in a frame."""
_SHORT: Final = 60
"""Most characters of a page's name in a list of contents."""


def workbook_name(workbook: Workbook) -> str:
    """Return the title of a workbook, or what to call one that has none."""
    return workbook.title or say("Untitled workbook")


def kind_name(page: Page) -> str:
    """Say what kind of page it is."""
    return say("Fishbone") if isinstance(page, Fishbone) else say("Driver diagram")


def page_name(page: Page) -> str:
    """Return the title of a page, or what to call one that has none."""
    return page.title or kind_name(page)


def short_name(page: Page) -> str:
    """Return a name that tells a page from others in a list: its title, or how it begins."""
    said = page.title or (page.head if isinstance(page, Fishbone) else page.aim)
    if len(said) > _SHORT:
        said = said[:_SHORT].rsplit(" ", 1)[0] + "…"
    return said if page.title or not said else f"{kind_name(page)}: {said}"


def title_block(
    flow: Flow, section: Element, tag: str, title: str, ref: str, subtitle: str
) -> None:
    """Write a page's title with its reference in a frame at the right, and a line about it."""
    framed = PAGE_REFERENCE.width(ref) + 2 * _PAD
    room = flow.room - framed - 12
    style = fitting(title, room, TITLE, LONG_TITLE)
    top = flow.y
    flow.write(section.add(tag), title, style, room=room)
    after = flow.y
    flow.y = top
    _frame(flow, section, ref, framed)
    flow.y = after + 2
    flow.write(section.add("P"), subtitle, SUBTITLE)
    flow.y += 11


def _frame(flow: Flow, section: Element, ref: str, wide: float) -> None:
    box = Box(flow.left + flow.room - wide, flow.y, wide, PAGE_REFERENCE.size + 8)
    with flow.sheet.artifact():
        flow.sheet.rectangle(box, 2.0, stroke=FRAME)
    lowered = Style(PAGE_REFERENCE.face, PAGE_REFERENCE.size, 0)
    flow.y += box.h / 2 + PAGE_REFERENCE.size * 0.33 - lowered.baseline
    flow.beside(section.add("P"), ref, PAGE_REFERENCE, flow.room - wide + _PAD, lowered)


def write_footers(canvas: TaggedCanvas, name: str) -> None:
    """Put the workbook's name and the number of the page at the foot of every sheet."""
    for number, sheet in enumerate(canvas.sheets, 1):
        paper = Paper("", sheet.width, sheet.height)
        text = say("page {number} of {pages}", number=number, pages=len(canvas.sheets))
        _footer(sheet, paper, name, text)


def _footer(sheet: Sheet, paper: Paper, name: str, number: str) -> None:
    left, right, y = paper.left, sheet.width - MARGIN, sheet.height - MARGIN
    short = SMALL_HEAD.shortened(name, paper.room[0] - SMALL.width(number) - 24)
    with sheet.artifact("Pagination"):
        sheet.lines(((left, y - 13), (right, y - 13)), stroke=_FOOT)
        sheet.text(SMALL_HEAD.line(short), (left, y))
        sheet.text(SMALL.line(number), (right - SMALL.width(number), y))
