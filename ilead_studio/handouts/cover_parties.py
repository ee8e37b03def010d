"""The parties on the title page: each with its logo, if it has one, all equally high."""

from collections.abc import Sequence
from typing import Final

from ilead_studio.drawing.ops import Box
from ilead_studio.handouts.flow import Flow
from ilead_studio.handouts.painter import frame_of
from ilead_studio.handouts.structure import Element
from ilead_studio.model import Party
from ilead_studio.model.logo import picture
from ilead_studio.words import say

_HIGH: Final = 28.0
"""Height of a logo."""
_WIDEST: Final = 112.0
"""A very wide logo is smaller instead."""
_APART: Final = 12.0
_BETWEEN: Final = 8.0


def write_parties(flow: Flow, part: Element, parties: Sequence[Party]) -> None:
    """Write who works together, party by party."""
    flow.gap(14)
    logos = [_logo(it) for it in parties]
    widest = max((_size(png)[0] for png in logos if png), default=0.0)
    indent = widest + _APART if widest else 0.0
    for party, png in zip(parties, logos, strict=True):
        _party(flow, part, party, png, indent)
    flow.gap(4)


def _party(flow: Flow, part: Element, party: Party, png: bytes, indent: float) -> None:
    lead, words = flow.type.lead, _party_words(party)
    high = lead.height(words, flow.room - indent)
    whole = max(high, _HIGH + _BETWEEN) if indent else high
    flow.need(whole)
    sheet, top = flow.sheet, flow.y
    if png:
        _paint(flow, part, party, png, top + (whole - _HIGH) / 2)
    flow.y = top + (whole - high) / 2
    flow.write(part.add("P"), words, lead, indent)
    if flow.sheet is sheet:
        flow.y = top + whole


def _paint(flow: Flow, part: Element, party: Party, png: bytes, y: float) -> None:
    wide, high = _size(png)
    box = Box(flow.left, y + (_HIGH - high) / 2, wide, high)
    figure = part.add("Figure", alternative=say("Logo of {name}", name=party.name))
    figure.attributes = frame_of(box, flow.sheet)
    with flow.sheet.marked(figure):
        flow.sheet.picture(png, box)


def _logo(party: Party) -> bytes:
    """Return a logo that can be printed; a vector picture is told by the name alone."""
    kept = picture(party.logo)
    return kept.data if kept and kept.kind == "png" else b""


def _size(png: bytes) -> tuple[float, float]:
    """Return how wide and high a logo is printed, by the sides that its header names."""
    wide, high = (int.from_bytes(png[at : at + 4]) for at in (16, 20))
    scale = min(_HIGH / high, _WIDEST / wide)
    return wide * scale, high * scale


def _party_words(party: Party) -> str:
    kinds = {"LEA": say("school district (LEA)"), "IHE": say("university (IHE)")}
    kind = kinds.get(party.kind)
    return say("{name}, {kind}", name=party.name, kind=kind) if kind else party.name
