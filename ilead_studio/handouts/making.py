"""From a packet of the workbook to its leaves and what they are printed in, for every painter."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Final, NamedTuple

from ilead_studio.drawing.paper import PAPERS, Paper
from ilead_studio.errors import ExportError
from ilead_studio.handouts.packet_file import Outfit
from ilead_studio.handouts.type import LARGE, USUAL
from ilead_studio.model import Packet, Workbook
from ilead_studio.model.logo import picture
from ilead_studio.packet.blocks import plain
from ilead_studio.packet.given import Given
from ilead_studio.packet.leaf import AnyLeaf, Cover, Leaf
from ilead_studio.packet.made import leaves_of
from ilead_studio.packet.seen import audience_words, seen_in
from ilead_studio.rules.days import dated_words
from ilead_studio.rules.names import workbook_name
from ilead_studio.words import say

_INCH: Final = 72.0


class Made(NamedTuple):
    """A packet as it is printed; ``warnings`` are for whoever prints it.

    ``origins`` are the places of the pages of the packet that print its leaves; ``said`` is what
    its readers are told about the whole packet.
    """

    leaves: tuple[AnyLeaf, ...]
    outfit: Outfit
    warnings: tuple[str, ...]
    origins: tuple[int, ...]
    said: tuple[str, ...]


def make_packet(workbook: Workbook, packet: Packet, today: date) -> Made:
    """Make what a packet prints today, for its readers.

    Raises:
        ExportError: if none of its pages has anything to print.
    """
    seen = seen_in(workbook, packet)
    audience = audience_words(seen.workbook, packet)
    given = Given(
        seen.workbook, today, audience=audience, large=packet.large, said=seen.said,
        faded=seen.faded,
    )  # fmt: skip
    placed = tuple(leaves_of(packet.pages, given, seen.left_out))
    if not placed:
        raise ExportError(
            say("There is nothing to print in “{name}” yet. Nothing was made.", name=packet.name)
        )
    origins, leaves = zip(*placed, strict=True)
    outfit = _outfit(seen.workbook, packet, today, audience)
    if packet.large:
        leaves = _told_first(leaves, outfit)
    logos = _unprinted(seen.workbook) if any(isinstance(it, Cover) for it in leaves) else ()
    warnings = tuple(filter(None, (seen.warning, *logos)))
    return Made(leaves, outfit, warnings, origins, seen.said)


def _outfit(workbook: Workbook, packet: Packet, today: date, audience: str) -> Outfit:
    """Return how a packet looks, and what its footers say."""
    return Outfit(
        paper_of(packet), workbook_name(workbook), workbook.language,
        LARGE if packet.large else USUAL, packet.up, packet.gray, packet.turned,
        dated_words(today), audience,
    )  # fmt: skip


def paper_of(packet: Packet) -> Paper:
    """Return the paper of a packet."""
    known = PAPERS.get(packet.paper)
    if known:
        return known
    wide, high = (f"{side / _INCH:.4g}" for side in (packet.width, packet.height))
    name = say("{wide} × {high} inch paper", wide=wide, high=high)
    return Paper(name, packet.width, packet.height)


def _unprinted(workbook: Workbook) -> Iterator[str]:
    """Say which logos cannot be printed."""
    for party in workbook.parties:
        logo = picture(party.logo)
        if logo and logo.kind == "svg":
            yield say("The logo of {party} is an SVG, and only a PNG is printed.", party=party.name)


def _told_first(leaves: tuple[AnyLeaf, ...], outfit: Outfit) -> tuple[AnyLeaf, ...]:
    """Say date and audience on the first page: large print has no room for them at the foot."""
    first = leaves[0]
    if any(isinstance(it, Cover) for it in leaves) or not isinstance(first, Leaf):
        return leaves
    said = ". ".join(filter(None, (outfit.date, outfit.audience)))
    return (replace(first, about=(*first.about, plain(f"{said}."))), *leaves[1:])
