"""The packet in view: which of its pages is chosen, and what is changed of it, each as one step."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any, Final

from PySide6.QtCore import QObject, Signal

from ilead_studio import edits
from ilead_studio.model import Packet, PrintedPage, Workbook
from ilead_studio.packet.kinds import kinds
from ilead_studio.packet.offer import Offer
from ilead_studio.packet.presets import Preset
from ilead_studio.ui.packets.sentences import kind_words, page_words
from ilead_studio.ui.work import Work
from ilead_studio.words import say, short

SECTION: Final = "handouts"
_COVER: Final = "cover"
"""The kind of page that is printed first, wherever it stands."""


class PacketInView(QObject):
    """``moved`` tells that another packet or page is in view."""

    moved = Signal()

    def __init__(self, work: Work, clock: Callable[[], datetime], parent: QObject) -> None:
        super().__init__(parent)
        self.work, self._clock, self._at, self._page = work, clock, 0, 0

    @property
    def packet(self) -> Packet | None:
        """The packet; where it is no longer there, the one that has its place in the list."""
        self._at = place_in_view(self.work, self._at)
        every = self.work.workbook.packets
        return every[self._at] if every else None

    @property
    def at(self) -> int:
        """The place of the chosen page in the packet; -1 when it has none."""
        packet = self.packet
        return min(self._page, len(packet.pages) - 1) if packet else -1

    @property
    def page(self) -> PrintedPage | None:
        """The chosen page."""
        packet = self.packet
        return packet.pages[self.at] if packet and self.at >= 0 else None

    def today(self) -> date:
        """Return the day of the clock."""
        return self._clock().date()

    def show(self, packet_id: str) -> None:
        """Show a packet, from its first page."""
        if packet_id != self.work.in_section.get(SECTION):
            self.work.in_section[SECTION] = packet_id
            self._page = 0
            self.moved.emit()

    def choose(self, at: int) -> None:
        """Choose a page of the packet."""
        if at != self._page:
            self._page = at
            self.moved.emit()

    # --- packets ---------------------------------------------------------------------------------
    def begin(self, preset: Preset) -> None:
        """Add a packet like a preset, and show it."""
        packet = preset.packet(self.work.ids())
        words = say("add the packet “{name}”", name=packet.name)
        if self.work.step(words, lambda book: edits.add_packet(book, packet)):
            self.show(packet.id)

    def step(self, words: str, edit: Callable[[Workbook, Packet], Workbook]) -> bool:
        """Do something with the packet as one step."""
        packet = self.packet
        return packet is not None and self.work.step(words, lambda book: edit(book, packet))

    def rename(self, packet_id: str, name: str) -> None:
        """Give a packet another name."""
        self.work.step(
            say("rename the packet"), lambda book: edits.rename_packet(book, packet_id, name)
        )

    def duplicate(self) -> None:
        """Put a copy behind the packet, and show it."""
        new_id, words = self.work.ids(), say("duplicate the packet")
        if self.step(words, lambda book, it: edits.duplicate_packet(book, it.id, new_id)):
            self.show(new_id)

    def delete(self) -> None:
        """Delete the packet; the one that has its place then is shown."""
        packet = self.packet
        if packet:
            words = say("delete the packet “{name}”", name=short(packet.name))
            self.step(words, lambda book, it: edits.delete_packet(book, it.id))

    def move_to(self, packet_id: str, to: int) -> None:
        """Bring a packet to another place in the list."""
        every = [it.id for it in self.work.workbook.packets]
        if not 0 <= to < len(every) or packet_id not in every:
            self.work.said.emit(say("It stands at the end already."))
            return
        rest = [it for it in every if it != packet_id]
        before = rest[to] if to < len(rest) else None
        self.work.step(
            say("move the packet"), lambda book: edits.move_packet(book, packet_id, before)
        )

    def put(self, **fields: Any) -> None:  # noqa: ANN401 - the fields' own types are checked
        """Print the packet otherwise."""
        packet = self.packet
        if packet and any(getattr(packet, name) != value for name, value in fields.items()):
            words = say("change how “{name}” is printed", name=short(packet.name))
            self.step(words, lambda book, it: edits.put_packet(book, it.id, **fields))

    def put_own_language(self, tag: str) -> None:
        """Say in which language the workbook's words are typed."""
        if tag != self.work.workbook.language:
            words = say("say in which language the workbook is")
            self.work.step(words, lambda book: edits.put_language(book, tag))

    # --- pages -----------------------------------------------------------------------------------
    def tick(self, at: int, *, on: bool) -> None:
        """Print a page of the packet, or no longer."""
        self._put_page(at, say("print a page") if on else say("leave a page out"), printed=on)

    def put_page(self, **fields: Any) -> None:  # noqa: ANN401 - the fields' own types are checked
        """Change the chosen page."""
        page = self.page
        if page and any(getattr(page, name) != value for name, value in fields.items()):
            words = say("change the page “{name}”", name=kind_words(page.kind))
            self._put_page(self.at, words, **fields)

    def _put_page(self, at: int, words: str, **fields: Any) -> None:  # noqa: ANN401 - as above
        self.step(words, lambda book, it: edits.put_printed(book, it.id, at, **fields))

    def add_page(self, kind: str, at: int | None = None, of: str | None = None) -> None:
        """Add a page of a kind: at a place, or where packets usually have it; and choose it."""
        packet = self.packet
        if packet is None:
            return
        page = PrintedPage(kind=kind, of=of, form="filled" if kind == "cycle" else "pen")
        place = usual_place(packet, kind) if at is None else max(at, _first_place(packet))
        words = say("add the page “{name}”", name=kind_words(kind))
        if self.step(words, lambda book, it: edits.add_printed(book, it.id, page, place)):
            self.choose(place)

    def move_page(self, at: int, to: int) -> None:
        """Bring a page of the packet to another place."""
        packet = self.packet
        if packet is None or not 0 <= to < len(packet.pages):
            self.work.said.emit(say("It stands at the end already."))
            return
        if packet.pages[at if to else 0].kind == _COVER:
            self.work.said.emit(say("The title page is always the first."))
            return
        words = say("move the page “{name}”", name=kind_words(packet.pages[at].kind))
        if self.step(words, lambda book, it: edits.move_printed(book, it.id, at, to)):
            self.choose(to)

    def drop_page(self) -> None:
        """Take the chosen page out of the packet."""
        page, at = self.page, self.at
        if page:
            words = say("take out the page “{name}”", name=page_words(self.work.workbook, page))
            self.step(words, lambda book, it: edits.drop_printed(book, it.id, at))

    def take_offer(self, at: int, offer: Offer) -> None:
        """Do what makes small words larger."""
        self.choose(at)
        if offer.of == "packet":
            self.put(**offer.fields)
        elif offer.of == "page":
            self.put_page(**offer.fields)
        else:
            self.add_page(offer.fields["kind"], at + 1, offer.fields["of"])


def place_in_view(work: Work, last: int = 0) -> int:
    """Return the place of the packet in view, which may be gone from its ``last`` one; -1: none."""
    ids = [it.id for it in work.workbook.packets]
    wanted = work.in_section.get(SECTION, "")
    return ids.index(wanted) if wanted in ids else min(last, len(ids) - 1)


def _first_place(packet: Packet) -> int:
    """Return the first place that a page can have: behind the title page."""
    return int(bool(packet.pages) and packet.pages[0].kind == _COVER)


def usual_place(packet: Packet, kind: str) -> int:
    """Return the place of a page of a kind that is added: before the first of a later kind."""
    order = [it.name for it in kinds()]
    known = {name: at for at, name in enumerate(order)}
    mine = known.get(kind, len(order))
    later = (at for at, it in enumerate(packet.pages) if known.get(it.kind, 0) > mine)
    return next(later, len(packet.pages))
