"""What stands at the top and at the foot of sheets: titles, references in a frame, page numbers."""

from collections.abc import Collection
from typing import Final

from ilead_studio.drawing.ops import Box
from ilead_studio.handouts.flow import Flow
from ilead_studio.handouts.sheet import Sheet, Stroke
from ilead_studio.handouts.structure import Element
from ilead_studio.handouts.style import (
    PAGE_REFERENCE,
    SMALL,
    SMALL_HEAD,
    SUBTITLE,
    Style,
    fitting,
)
from ilead_studio.handouts.tagged import TaggedCanvas
from ilead_studio.handouts.type import USUAL, Type
from ilead_studio.model import Page
from ilead_studio.rules.names import kind_name, root_words
from ilead_studio.words import say

FRAME: Final = Stroke(0.9)
_FOOT: Final = Stroke(0.5)
_PAD: Final = 6.0
"""Air around the words in a frame."""
_MIDDLE: Final = 0.33
"""How far below the middle of a box the baseline of capitals lies, in parts of their size."""
_ABOVE: Final = 2.0
"""Between a title and the line about it."""
_UNDER: Final = 11.0
"""Between the title block and what follows."""
_MOST_LINES: Final = 5
"""Lines of a title."""
_SHORT: Final = 70
"""Most characters of a line in a list of contents."""


def title_of(page: Page) -> str:
    """Return what stands over a page: its title, or its kind, because its head is in sight."""
    return page.title or kind_name(page)


def short_name(page: Page) -> str:
    """Return a name that tells a page from others in a list: its title, or how it begins."""
    said = cut(page.title or root_words(page))
    if page.title:
        return said
    return say("{kind}: {words}", kind=kind_name(page), words=said) if said else kind_name(page)


def cut(text: str) -> str:
    """Return a text short enough for a list, cut between words."""
    return text if len(text) <= _SHORT else text[:_SHORT].rsplit(" ", 1)[0] + "…"


def title_height(title: str, ref: str, subtitle: str, room: float) -> float:
    """Return how much of a sheet a title block takes."""
    space = _title_room(ref, room)
    shown, style = title_lines(title, space)
    return style.height(shown, space) + _ABOVE + SUBTITLE.height(subtitle, room) + _UNDER


def title_block(
    flow: Flow, section: Element, tag: str, title: str, ref: str, subtitle: str
) -> None:
    """Write a page's title with its reference in a frame at the right, and a line about it."""
    room = _title_room(ref, flow.room)
    shown, style = title_lines(title, room)
    heading = section.add(tag)
    page_frame(flow, section.add("P"), ref)
    flow.write(heading, shown, style, room=room)
    if shown != title:
        heading.actual = title
    flow.y += _ABOVE
    flow.write(section.add("P"), subtitle, SUBTITLE)
    flow.y += _UNDER


def _title_room(ref: str, room: float) -> float:
    return room - PAGE_REFERENCE.width(ref) - 2 * _PAD - 12


def title_lines(title: str, room: float, kind: Type = USUAL) -> tuple[str, Style]:
    """Return what is shown of a title, and how; a very long one would leave no room for a page."""
    style = fitting(title, room, kind.title, kind.long_title)
    lines = style.lines(title, room)
    if len(lines) <= _MOST_LINES:
        return title, style
    return " ".join(lines[:_MOST_LINES]) + "…", style


def page_frame(flow: Flow, element: Element, ref: str) -> float:
    """Set the reference of a page in a frame at the right, beside its title.

    Returns what that takes from the room of the title.
    """
    style = flow.type.page_ref
    wide, high = style.width(ref) + 2 * _PAD, style.size + 2 * _PAD - 2
    box = Box(flow.left + flow.room - wide, flow.y, wide, high)
    with flow.sheet.artifact():
        flow.sheet.rectangle(box, 2.0, stroke=FRAME)
    at = (box.x + _PAD, box.y + box.h / 2 + style.size * _MIDDLE)
    with flow.sheet.marked(element):
        flow.sheet.text(style.line(ref), at)
    return wide + 12


def write_footers(canvas: TaggedCanvas, name: str, but: Collection[Sheet] = ()) -> None:
    """Put the workbook's name and the number of the page at the foot of every sheet but some."""
    footed = ((at, sheet) for at, sheet in enumerate(canvas.sheets, 1) if sheet not in but)
    for number, sheet in footed:
        text = say("page {number} of {pages}", number=number, pages=len(canvas.sheets))
        _footer(sheet, name, text)


def _footer(sheet: Sheet, name: str, number: str) -> None:
    paper = sheet.paper
    left, right, y = paper.left, sheet.width - paper.right, sheet.height - paper.bottom
    short = SMALL_HEAD.shortened(name, paper.room[0] - SMALL.width(number) - 24)
    with sheet.artifact("Pagination"):
        sheet.lines(((left, y - 13), (right, y - 13)), stroke=_FOOT)
        sheet.text(SMALL_HEAD.line(short), (left, y))
        sheet.text(SMALL.line(number), (right - SMALL.width(number), y))
