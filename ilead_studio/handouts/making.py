"""From a packet of the workbook to its leaves and what they are printed in, for every painter."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from ilead_studio.drawing.paper import PAPERS, Paper, inch_words
from ilead_studio.errors import ExportError
from ilead_studio.handouts.diagram import why_no_room
from ilead_studio.handouts.packet_file import Outfit
from ilead_studio.handouts.poster import poster_of
from ilead_studio.handouts.type import LARGE, USUAL
from ilead_studio.model import Packet, Workbook
from ilead_studio.model.logo import picture
from ilead_studio.packet.blocks import plain
from ilead_studio.packet.given import Given
from ilead_studio.packet.leaf import AnyLeaf, Cover, Diagram, Leaf
from ilead_studio.packet.made import leaves_of, prints_outline
from ilead_studio.packet.seen import Seen, audience_words, seen_in
from ilead_studio.packet.tongue import language_of, own_words, tag_of
from ilead_studio.rules.days import dated_words
from ilead_studio.rules.names import workbook_name
from ilead_studio.words import WINDOW, language_known, say, speaking


class Made(NamedTuple):
    """A packet as it is printed; ``warnings`` are for whoever prints it.

    ``origins`` are the places of the pages of the packet that print its leaves; ``said`` is what
    its readers are told about the whole packet. ``left_out`` says which of its pages no paper
    holds, and what helps: nothing is in their place.
    """

    leaves: tuple[AnyLeaf, ...]
    outfit: Outfit
    warnings: tuple[str, ...]
    origins: tuple[int, ...]
    said: tuple[str, ...]
    left_out: tuple[str, ...] = ()


def make_packet(workbook: Workbook, packet: Packet, today: date) -> Made:
    """Make what a packet prints today, for its readers and in their language.

    Raises:
        ExportError: if none of its pages has anything to print.
    """
    with speaking(language_of(workbook, packet)):
        seen = seen_in(workbook, packet)
        placed, outfit = _made(seen, packet, today)
    if not placed:
        raise ExportError(
            say("There is nothing to print in “{name}” yet. Nothing was made.", name=packet.name)
        )
    origins, leaves = zip(*placed, strict=True)
    logos = _unprinted(seen.workbook) if any(isinstance(it, Cover) for it in leaves) else ()
    warnings = tuple(filter(None, (seen.warning, *logos)))
    return Made(leaves, outfit, warnings, origins, seen.said)


def printable(made: Made, packet: Packet) -> Made:
    """Return what of a packet can be printed: what is refused takes no other page with it.

    That are posters that no sheets hold, and pictures on the smallest sheets of one's own.

    Its outline goes with it, unless a further page prints that.

    Raises:
        ExportError: if no other page is there; it says why.
    """
    with speaking(language_known(made.outfit.language)):  # in which posters are looked for and kept
        whys = {at: _why_not(it, made.outfit) for at, it in enumerate(made.leaves)}
    gone = {at for at, why in whys.items() if why}
    if not gone:
        return made
    left_out = tuple(_left_out(made.leaves[at], whys[at]) for at in sorted(gone))
    gone |= {at + 1 for at in gone if _has_its_outline(made, packet, at)}
    kept = [at for at in range(len(made.leaves)) if at not in gone]
    if not kept:
        raise ExportError(" ".join(filter(None, whys.values())))
    return made._replace(
        leaves=tuple(made.leaves[at] for at in kept),
        origins=tuple(made.origins[at] for at in kept),
        left_out=left_out,
    )


def _why_not(leaf: AnyLeaf, outfit: Outfit) -> str:
    """Say why a leaf cannot be printed; empty if it can. A poster is kept as it is found here."""
    if not isinstance(leaf, Diagram):
        return ""
    if leaf.poster is None:
        return why_no_room(leaf, outfit.paper, outfit.turned)
    try:
        poster_of(leaf, outfit.paper)
    except ExportError as error:
        return str(error)
    return ""


def _left_out(leaf: AnyLeaf, why: str) -> str:
    assert isinstance(leaf, Diagram)
    if leaf.poster is None:
        return say("{ref} is left out. {why}", ref=leaf.page.ref, why=why)
    return say("The poster of {ref} is left out. {why}", ref=leaf.page.ref, why=why)


def _has_its_outline(made: Made, packet: Packet, at: int) -> bool:
    """Tell whether a poster is followed by its outline, and that is there for it only."""
    poster, follows = made.leaves[at], made.leaves[at + 1 : at + 2]
    assert isinstance(poster, Diagram)
    is_its = made.origins[at + 1 : at + 2] == made.origins[at : at + 1]
    return is_its and isinstance(follows[0], Leaf) and not prints_outline(packet, poster.page)


def _made(
    seen: Seen, packet: Packet, today: date
) -> tuple[tuple[tuple[int, AnyLeaf], ...], Outfit]:
    """Return the leaves of a packet, each with the place of its page, and how it looks."""
    audience = audience_words(seen.workbook, packet)
    given = Given(
        seen.workbook, today, audience=audience, large=packet.large, said=seen.said,
        faded=seen.faded, blind=seen.blind,
    )  # fmt: skip
    placed = tuple(leaves_of(packet.pages, given, seen.left_out))
    outfit = _outfit(seen.workbook, packet, today, audience)
    return (_told_first(placed, outfit) if packet.large and placed else placed), outfit


def _outfit(workbook: Workbook, packet: Packet, today: date, audience: str) -> Outfit:
    """Return how a packet looks, and what its footers say."""
    return Outfit(
        paper_of(packet), workbook_name(workbook), tag_of(workbook, packet),
        LARGE if packet.large else USUAL, packet.up, packet.gray, packet.turned,
        dated_words(today), audience, own_words(workbook, packet),
    )  # fmt: skip


def paper_of(packet: Packet) -> Paper:
    """Return the paper of a packet."""
    known = PAPERS.get(packet.paper)
    if known:
        return known
    with speaking(WINDOW):  # its name is for whoever prints; a poster says its size anew
        name = inch_words(packet.width, packet.height)
    return Paper(name, packet.width, packet.height)


def _unprinted(workbook: Workbook) -> Iterator[str]:
    """Say which logos cannot be printed."""
    for party in workbook.parties:
        logo = picture(party.logo)
        if logo and logo.kind == "svg":
            yield say("The logo of {party} is an SVG, and only a PNG is printed.", party=party.name)


def _told_first(
    placed: tuple[tuple[int, AnyLeaf], ...], outfit: Outfit
) -> tuple[tuple[int, AnyLeaf], ...]:
    """Say date and audience on the first page: large print has no room for them at the foot."""
    at, first = placed[0]
    if any(isinstance(it, Cover) for _, it in placed) or not isinstance(first, Leaf):
        return placed
    said = ". ".join(filter(None, (outfit.date, outfit.audience)))
    return ((at, replace(first, about=(*first.about, plain(f"{said}.")))), *placed[1:])
