"""What stands at the top and at the foot of sheets: titles, references in a frame, page numbers."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

from ilead_studio.drawing.ops import Box
from ilead_studio.handouts.flow import Flow
from ilead_studio.handouts.ink import Stroke
from ilead_studio.handouts.sheet import Sheet
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
from ilead_studio.words import say

FRAME: Final = Stroke(0.9)
_FOOT: Final = Stroke(0.5)
_MARK: Final = Stroke(0.6)
_FOOT_UP: Final = 13.0
"""From the baseline of a footer up to its line."""
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


@dataclass(frozen=True, slots=True)
class Footer:
    """What stands at the foot of every sheet: whose it is, of which day, for whom."""

    name: str
    date: str = ""
    audience: str = ""
    type: Type = USUAL


def write_footers(canvas: TaggedCanvas, footer: Footer, but: Collection[Sheet] = ()) -> None:
    """Write the foot of every sheet but some, with the number of the page."""
    footed = ((at, sheet) for at, sheet in enumerate(canvas.sheets, 1) if sheet not in but)
    for number, sheet in footed:
        text = say("page {number} of {pages}", number=number, pages=len(canvas.sheets))
        write = _footer if footer.type.columns else _large_footer
        with sheet.artifact("Pagination"):
            write(sheet, footer, text)


def _footer(sheet: Sheet, footer: Footer, number: str) -> None:
    """Write name and date at the left, the audience in a frame, the number at the right."""
    left, right, y = _foot(sheet)
    sheet.lines(((left, y - _FOOT_UP), (right, y - _FOOT_UP)), stroke=_FOOT)
    number_at = right - SMALL.width(number)
    end = _audience(sheet, footer.audience, (left + right) / 2, number_at, SMALL_HEAD)
    short = SMALL_HEAD.shortened(footer.name, (end or number_at) - left - 2 * _PAD)
    sheet.text(SMALL_HEAD.line(short), (left, y))
    date_at = left + SMALL_HEAD.width(short) + _PAD
    if footer.date and date_at + SMALL.width(footer.date) + _PAD < (end or number_at):
        sheet.text(SMALL.line(footer.date), (date_at, y))
    sheet.text(SMALL.line(number), (number_at, y))


def _audience(sheet: Sheet, words: str, middle: float, end: float, style: Style) -> float:
    """Write for whom a sheet is, in a frame around its middle; returns where that begins.

    On a narrow sheet it stands before the number, and has as much room as is left.
    """
    if not words:
        return 0.0
    left, _, y = _foot(sheet)
    shown = style.shortened(words, (end - left) / 2)
    wide = style.width(shown) + 2 * _PAD
    x = min(middle - wide / 2, end - wide - 2 * _PAD)
    box = Box(x, y - style.size - 1.5, wide, style.size + 5)
    sheet.rectangle(box, 2.0, stroke=_MARK)
    sheet.text(style.line(shown), (x + _PAD, y))
    return x


def _large_footer(sheet: Sheet, footer: Footer, number: str) -> None:
    """Write name, audience and number in large print; the date stands on the first page."""
    left, right, y = _foot(sheet)
    style, head = footer.type.small, footer.type.head
    at = right - style.width(number)
    up = style.size + _FOOT_UP / 2
    sheet.lines(((left, y - up), (right, y - up)), stroke=_FOOT)
    end = _audience(sheet, footer.audience, (left + right) / 2, at, head) or at
    sheet.text(head.line(head.shortened(footer.name, end - left - 2 * _PAD)), (left, y))
    sheet.text(style.line(number), (at, y))


def _foot(sheet: Sheet) -> tuple[float, float, float]:
    """Return where the foot of a sheet begins and ends, and its baseline."""
    paper = sheet.paper
    return paper.left, sheet.width - paper.right, sheet.height - paper.bottom
