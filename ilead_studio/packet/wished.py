"""A packet as it is asked for in words: a kept one, one to begin with, or single pages."""

from dataclasses import dataclass
from typing import Final, Literal

from ilead_studio.drawing.paper import PAPERS, paper_named
from ilead_studio.model import Packet, Page, PrintedPage, Workbook, replace
from ilead_studio.packet.kinds import kinds
from ilead_studio.packet.named import language_named, packet_named, pages_named, party_named
from ilead_studio.packet.presets import diagram_pages, presets
from ilead_studio.words import say


@dataclass(frozen=True, slots=True)
class Printed:
    """What only handouts have: which pages, for whom, and how; None is as the packet says."""

    packet: str | None = None
    pages: tuple[str, ...] = ()
    viewer: str | None = None
    up: Literal[1, 2, 4] | None = None
    large: bool = False
    gray: bool = False
    redact: bool = False
    language: str | None = None

    @property
    def is_named(self) -> bool:
        """Whether pages are asked for by their names."""
        return self.packet is not None or bool(self.pages)


AS_IT_IS: Final = Printed()
"""Nothing is asked for."""


def wished_packet(
    workbook: Workbook,
    new_id: str,
    printed: Printed,
    page: Page | None = None,
    paper: str | None = None,
    poster: tuple[int, int] | None = None,
) -> Packet:
    """Return the packet that is asked for; without names all diagrams with their outlines.

    ``page`` is the only diagram that is wanted. As a ``poster`` over sheets across and down, or
    (0, 0) for as few as can be read, is printed what is a diagram.

    Raises:
        ExportError: if something that is named is not there.
    """
    packet = _packet(workbook, new_id, printed, page)
    if poster is not None:
        packet = _as_poster(packet, poster, alone=not printed.is_named)
    fields = {} if paper is None else paper_fields(paper)
    if printed.viewer is not None:
        fields["viewer"] = party_named(workbook, printed.viewer)
    if printed.language is not None:
        fields["language"] = language_named(printed.language)
    if printed.up is not None:
        fields["up"] = printed.up
    ticked = {"large": printed.large, "gray": printed.gray, "redact": printed.redact}
    fields |= {name: True for name, is_wanted in ticked.items() if is_wanted}
    return replace(packet, **fields)


def paper_fields(asked: str) -> dict[str, object]:
    """Return the fields of a packet on the paper that is asked for, by name or by its size.

    Raises:
        ExportError: if it says no paper.
    """
    paper = paper_named(asked)
    if paper.name in PAPERS:
        return {"paper": paper.name}
    return {"paper": "own", "width": paper.width, "height": paper.height}


def _packet(workbook: Workbook, new_id: str, printed: Printed, page: Page | None) -> Packet:
    if printed.packet is not None:
        packet = packet_named(workbook, printed.packet, new_id)
        return _only(workbook, packet, printed.pages) if printed.pages else packet
    if printed.pages:
        pages = pages_named(workbook, printed.pages)
        return Packet(id=new_id, name=say("Chosen pages"), pages=pages)
    usual = presets(workbook)[0].packet(new_id)
    if page is None:
        return usual
    return replace(usual, pages=(PrintedPage(kind="cover"), *diagram_pages(workbook, [page.id])))


def _only(workbook: Workbook, packet: Packet, names: tuple[str, ...]) -> Packet:
    """Return a packet with other pages, printed as it is."""
    return replace(packet, pages=pages_named(workbook, names))


def _as_poster(packet: Packet, sheets: tuple[int, int], *, alone: bool) -> Packet:
    """Spread the diagrams of a packet over sheets; alone, nothing else is printed."""
    across, down = sheets
    diagrams = {it.name for it in kinds() if it.is_diagram}
    pages = tuple(
        replace(it, is_poster=True, across=across, down=down) if it.kind in diagrams else it
        for it in packet.pages
        if it.kind in diagrams or not alone
    )
    return replace(packet, pages=pages)
