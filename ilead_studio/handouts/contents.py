"""The contents of a handout: each page with its reference and its number, and a link to it."""

from collections.abc import Sequence
from dataclasses import replace
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
    """Write a line for each page of the handout; without references they have no column."""
    margin, table = _REFERENCES * flow.type.body.size / USUAL.body.size, section.add("TOC")
    short = [it if _goes_in(flow, it.ref, margin) else it._replace(ref="") for it in contents]
    has_refs = any(it.ref for it in short)
    for content in short:
        _content(flow, table, content, margin if has_refs else 0.0)


def _goes_in(flow: Flow, ref: str, margin: float) -> bool:
    """Tell whether a reference is short; the day of a meeting is none."""
    style = in_hand(Run("", "ref"), flow.type.body, flow.type.least_ref)
    return style.width(ref) < margin - 4 * _BETWEEN


def _content(flow: Flow, table: Element, content: Content, margin: float) -> None:
    """Write one line of the contents, which leads to its page."""
    body, number = flow.type.body, str(content.number)
    strong, ref = _strong(body), in_hand(Run("", "ref"), body, flow.type.least_ref)
    words = flow.room - margin - strong.width("999") - 16
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
