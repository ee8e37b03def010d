"""Edits of packets: which pages are printed together, in which order, and how.

A page of a packet is told by its place in the list, from 0.
"""

from typing import Final

from ilead_studio.edits.parts import changed, fitting, gone, placed, swapped, there, words_for
from ilead_studio.errors import EditError
from ilead_studio.model import FACILITATOR, Packet, PrintedPage, Workbook, groups, replace
from ilead_studio.model.text import LABEL_MAX
from ilead_studio.words import say, short

_APART: Final = frozenset({"id", "name", "pages", "only_for"})
"""What ``put_packet`` does not set: other edits do."""


def add_packet(workbook: Workbook, packet: Packet) -> Workbook:
    """Add a packet as the last one; if its name is in use already, it gets a number.

    Raises:
        EditError: if it is for a party, or prints something, that is not there.
    """
    _refuse_unknown(workbook, packet)
    named = replace(packet, name=_free_name(workbook, packet.name))
    return replace(workbook, packets=(*workbook.packets, named))


def rename_packet(workbook: Workbook, packet_id: str, name: str) -> Workbook:
    """Call a packet otherwise.

    Raises:
        EditError: if it is not there, would have no name, or that of another one.
    """
    packet, words = the_packet(workbook, packet_id), words_for(name)
    if any(it.name == words for it in workbook.packets if it is not packet):
        raise EditError(
            say("There is a packet “{name}” already. Nothing was changed.", name=short(words))
        )
    return _with(workbook, replace(packet, name=words))


def duplicate_packet(workbook: Workbook, packet_id: str, new_id: str) -> Workbook:
    """Put a copy of a packet behind it.

    Raises:
        EditError: if it is not there.
    """
    packet = the_packet(workbook, packet_id)
    copy = replace(packet, id=new_id, name=_free_name(workbook, packet.name))
    at = workbook.packets.index(packet) + 1
    return replace(workbook, packets=(*workbook.packets[:at], copy, *workbook.packets[at:]))


def move_packet(workbook: Workbook, packet_id: str, before: str | None) -> Workbook:
    """Put a packet before another one, or last.

    Raises:
        EditError: if it is not there.
    """
    packet = the_packet(workbook, packet_id)
    return replace(workbook, packets=placed(workbook.packets, packet, before))


def delete_packet(workbook: Workbook, packet_id: str) -> Workbook:
    """Delete a packet; what it prints stays.

    Raises:
        EditError: if it is not there.
    """
    lost = the_packet(workbook, packet_id)
    return replace(workbook, packets=tuple(it for it in workbook.packets if it is not lost))


def put_packet(workbook: Workbook, packet_id: str, **fields: object) -> Workbook:
    """Say how a packet is printed, such as ``paper="a4"``, ``viewer=…`` or ``large=True``.

    Raises:
        EditError: if it or the party is not there, or a value does not fit.
    """
    packet = the_packet(workbook, packet_id)
    made = changed(packet, **fitting(fields, Packet.model_fields.keys() - _APART))
    _refuse_unknown(workbook, made)
    return _with(workbook, made)


def add_printed(
    workbook: Workbook, packet_id: str, page: PrintedPage, at: int | None = None
) -> Workbook:
    """Add a page to a packet: at a place, or last.

    Raises:
        EditError: if the packet, or what the page is of, is not there.
    """
    packet = the_packet(workbook, packet_id)
    place = len(packet.pages) if at is None else at
    return _printing(workbook, packet, (*packet.pages[:place], page, *packet.pages[place:]))


def put_printed(workbook: Workbook, packet_id: str, at: int, **fields: object) -> Workbook:
    """Change a page of a packet, such as ``printed=False`` or ``form="fillable"``.

    Raises:
        EditError: if it, or what it is of, is not there, or a value does not fit.
    """
    packet = the_packet(workbook, packet_id)
    page = _page(packet, at)
    made = changed(page, **fitting(fields, PrintedPage.model_fields.keys() - {"kind"}))
    return _printing(workbook, packet, (*packet.pages[:at], made, *packet.pages[at + 1 :]))


def move_printed(workbook: Workbook, packet_id: str, at: int, to: int) -> Workbook:
    """Bring a page of a packet to another place; a place beyond the ends is the first or last.

    Raises:
        EditError: if it is not there.
    """
    packet = the_packet(workbook, packet_id)
    page = _page(packet, at)
    left = [*packet.pages[:at], *packet.pages[at + 1 :]]
    left.insert(max(0, to), page)
    return _printing(workbook, packet, tuple(left))


def drop_printed(workbook: Workbook, packet_id: str, at: int) -> Workbook:
    """Take a page out of a packet.

    Raises:
        EditError: if it is not there.
    """
    packet = the_packet(workbook, packet_id)
    _page(packet, at)
    return _printing(workbook, packet, (*packet.pages[:at], *packet.pages[at + 1 :]))


def the_packet(workbook: Workbook, packet_id: str) -> Packet:
    """Return the packet with an id.

    Raises:
        EditError: if there is none.
    """
    return there(next((it for it in workbook.packets if it.id == packet_id), None))


def _page(packet: Packet, at: int) -> PrintedPage:
    if not 0 <= at < len(packet.pages):
        raise gone()
    return packet.pages[at]


def _printing(workbook: Workbook, packet: Packet, pages: tuple[PrintedPage, ...]) -> Workbook:
    made = replace(packet, pages=pages)
    _refuse_unknown(workbook, made)
    return workbook if made == packet else _with(workbook, made)


def _with(workbook: Workbook, packet: Packet) -> Workbook:
    return replace(workbook, packets=swapped(workbook.packets, packet))


def _refuse_unknown(workbook: Workbook, packet: Packet) -> None:
    """Refuse a packet for a party, or with pages of things, that are not there."""
    parties = {None, FACILITATOR, *(it.id for it in workbook.parties)}
    named = {page.of for page in packet.pages} - {None}
    if packet.viewer not in parties:
        raise EditError(say("That party is no longer in the workbook. Nothing was changed."))
    if named and not named <= {it.id for group in groups(workbook) for it in group}:
        raise gone()


def _free_name(workbook: Workbook, name: str) -> str:
    """Return a name that no packet has: itself, or with a number behind it."""
    taken = {it.name for it in workbook.packets}
    words, number = name, 1
    while words in taken:
        number += 1
        words = f"{name[: LABEL_MAX - 10]} {number}"
    return words
