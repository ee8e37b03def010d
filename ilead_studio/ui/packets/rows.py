"""The rows of the lists of packets and of pages."""

from typing import Final

from ilead_studio.model import Packet, Workbook
from ilead_studio.ui.lists.row_list import ListRow
from ilead_studio.ui.packets.sentences import of_words, page_kind_words, unused
from ilead_studio.words import count, say

NEW: Final = "+"
"""Before the name of a kind of page that the packet does not have yet."""


def packet_rows(workbook: Workbook) -> list[ListRow]:
    """Return the packets."""
    return [ListRow(it.id, it.name, sign="files", spoken=_spoken(it)) for it in workbook.packets]


def _spoken(packet: Packet) -> str:
    printed = sum(it.printed for it in packet.pages)
    pages = count(printed, "{number} page ticked", "{number} pages ticked")
    return say("{name}, {pages}", name=packet.name, pages=pages)


def page_rows(workbook: Workbook, packet: Packet | None) -> list[ListRow]:
    """Return the pages of a packet in their order, and the kinds of which it has none."""
    if packet is None:
        return []
    own = [
        ListRow(str(at), page_kind_words(workbook, it), of_words(workbook, it), ticked=it.printed)
        for at, it in enumerate(packet.pages)
    ]
    others = [ListRow(f"{NEW}{it.name}", it.words, ticked=False) for it in unused(packet)]
    between = [ListRow("", say("More pages"))] if own and others else []
    return [*own, *between, *others]
