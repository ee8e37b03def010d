"""The contents of a handout: each page with its reference and its number, and a link to it."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Final, NamedTuple

from ilead_studio.drawing.fonts import SEMIBOLD
from ilead_studio.drawing.ops import Box
from ilead_studio.handouts.block_words import DOTS
from ilead_studio.handouts.flow import Flow
from ilead_studio.handouts.runs import in_hand
from ilead_studio.handouts.structure import Element
from ilead_studio.handouts.style import Style
from ilead_studio.handouts.tagged import Place
from ilead_studio.handouts.type import USUAL
from ilead_studio.packet.blocks import Run
from ilead_studio.words import say

_REFERENCES: Final = 24.0
"""The column of references, in usual type."""
_BETWEEN: Final = 1.0
_AIR: Final = 6.0
"""Beside the dots that lead to a number."""


class Content(NamedTuple):
    """One line of the contents: its words, the reference before them, and where it leads."""

    text: str
    ref: str
    place: Place
    number: int


def write_contents(flow: Flow, section: Element, contents: Sequence[Content]) -> None:
    """Write a line for each page of the handout; without references they have no column.

    Where they do not all go on the sheet they are smaller, and are named again on the next one.
    """
    margin, table = _REFERENCES * flow.type.body.size / USUAL.body.size, section.add("TOC")
    short = [it if _goes_in(flow, it.ref, margin) else it._replace(ref="") for it in contents]
    margin = margin if any(it.ref for it in short) else 0.0
    body = flow.type.body
    high = sum(body.height(it.text, _room(flow, margin, body)) + _BETWEEN for it in short)
    if flow.y + high > flow.bottom:
        body = flow.type.table
    before, flow.again = flow.again, partial(_named_again, flow)
    for content in short:
        _content(flow, table, content, margin, body)
    flow.again = before


def _named_again(flow: Flow) -> None:
    """Name the contents again at the top of a sheet on which they go on."""
    style = flow.type.section
    words = say("{title}, continued", title=say("In this handout"))
    with flow.sheet.artifact("Pagination"):
        flow.sheet.text(style.line(words), (flow.left, flow.y + style.baseline))
    flow.y += style.lead + 4


def _goes_in(flow: Flow, ref: str, margin: float) -> bool:
    """Tell whether a reference is short; the day of a meeting is none."""
    style = in_hand(Run("", "ref"), flow.type.body, flow.type.least_ref)
    return style.width(ref) < margin - 4 * _BETWEEN


def _room(flow: Flow, margin: float, style: Style) -> float:
    """Return how much of a line the words take at most."""
    return flow.room - margin - _strong(style).width("999") - 16


def _content(flow: Flow, table: Element, content: Content, margin: float, body: Style) -> None:
    """Write one line of the contents, which leads to its page."""
    number, words = str(content.number), _room(flow, margin, body)
    strong, ref = _strong(body), in_hand(Run("", "ref"), body, flow.type.least_ref)
    flow.need(body.height(content.text, words))
    link, top = table.add("TOCI").add("Reference").add("Link"), flow.y
    if content.ref:
        flow.beside(link.add("Span"), content.ref, ref, 0, body)
    flow.write(link.add("Span"), content.text, body, margin, words, goes_on=True)
    flow.y -= body.lead
    at = flow.room - strong.width(number)
    used = margin + body.width(body.lines(content.text, words)[-1]) + _AIR
    _leader(flow, used, at - _AIR, body)
    flow.beside(link.add("Span"), number, strong, at, body)
    flow.y += body.lead + _BETWEEN
    box = Box(flow.left, top, flow.room, flow.y - top)
    text = say("{text}, page {number}", text=content.text, number=number)
    flow.canvas.link(link, flow.sheet, box, content.place, text)


def _strong(style: Style) -> Style:
    return replace(style, face=SEMIBOLD)


def _leader(flow: Flow, start: float, end: float, style: Style) -> None:
    y = flow.y + style.baseline
    with flow.sheet.artifact():
        flow.sheet.lines(((flow.left + start, y), (flow.left + end, y)), stroke=DOTS)
