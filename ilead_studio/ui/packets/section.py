"""The section Handouts: packets of pages, seen as they will be printed."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from ilead_studio.ui.commands.groups import ON_PACKET
from ilead_studio.ui.meanwhile.once import Once, beside, has_keyboard
from ilead_studio.ui.packets.in_view import SECTION, PacketInView
from ilead_studio.ui.packets.left import PacketLeft
from ilead_studio.ui.packets.output import PacketOutput
from ilead_studio.ui.packets.page import PacketPage
from ilead_studio.ui.packets.side import PacketSide
from ilead_studio.words import say

if TYPE_CHECKING:
    from ilead_studio.ui.commands.features import Deeds
    from ilead_studio.ui.window import MainWindow


class HandoutsView(QObject):
    """What the window shows of the section; it goes with its page when another look comes."""

    name = SECTION

    def __init__(self, window: "MainWindow") -> None:
        super().__init__()
        self._window, self._work = window, window.work
        look, maker = window.look, window.filing.maker
        self._maker = maker
        self._left_out: tuple[str, ...] = ()
        self._shown = shown = PacketInView(window.work, window.around.clock, self)
        self._page = PacketPage(shown, maker, look)
        self._left, self._side = PacketLeft(shown, look), PacketSide(shown, maker, look)
        self.page: QWidget = self._page
        self.left: QWidget = self._left
        self.right: QWidget | None = self._side
        self.setParent(self._page)
        self.output = PacketOutput(window, shown, maker, self)
        self._connect()

    def _connect(self) -> None:
        work, page, left = self._work, self._page, self._left
        page.preview.left.connect(lambda: self._window.left.bring(left.pages))
        page.to_pages.clicked.connect(lambda: self._window.left.bring(left.pages))
        page.seen.connect(self._show)
        left.left.connect(self._window.arranged.back_to_page)
        self._side.asked.connect(self.output.do)
        self._side.legible.told.connect(self._tell)
        self._side.legible.taken.connect(lambda *_: self._window.arranged.back_to_page())
        self._first = Once(self._refresh, page)
        self._then = Once(self._window.show_state, page, beside)
        for signal in (work.renewed, work.changed, work.opened, self._shown.moved):
            signal.connect(self._first.ask)
            signal.connect(self._then.ask)
        self._maker.made.connect(self._on_made)
        self._maker.whole.connect(page.preview.ask_again)
        self._maker.whole.connect(self._then.ask)
        self._maker.refused.connect(lambda _why: self._first.ask())
        self._maker.turned.connect(self._side.refresh_busy)
        self._maker.found.connect(self._side.show_offers)
        self._maker.pictured.connect(page.preview.put_picture)
        page.preview.zoomed.connect(self._then.ask)
        self._refresh_parts()

    def _show(self) -> None:
        self._refresh()
        self._window.show_state()

    def _refresh(self) -> None:
        """Show the packet in view, and have it made anew."""
        if self._work.section != self.name:
            return
        self._refresh_parts()
        packet = self._shown.packet
        if packet and any(it.printed for it in packet.pages):
            pictures = self._page.preview.pictures
            self._maker.show(self._work.workbook, packet, self._shown.today(), pictures)

    def _refresh_parts(self) -> None:
        self._left.refresh()
        self._page.refresh()
        self._side.refresh()

    def _tell(self, sentence: str) -> None:
        """Say something about the packet to whoever looks at it."""
        if self._work.section == self.name:
            self._work.said.emit(sentence)

    def _on_made(self) -> None:
        self._page.refresh(is_new=True)
        self._side.tell()
        left_out = self._maker.shown.left_out
        if left_out and left_out != self._left_out:
            self._tell(" ".join(left_out))
        self._left_out = left_out
        self._then.ask()

    # --- what the frame asks ---------------------------------------------------------------------
    def counts(self) -> str:
        """Say what is made, and how small its words are."""
        return self.output.state_words()

    def keys(self) -> tuple[str, ...]:
        """Name the keys that help where the keyboard is."""
        if has_keyboard(self._left.packets):
            return (say("Enter  its pages"), say("Insert  new packet"), say("F2  rename"),
                    say("Alt+Up, Down  move"), say("Del  delete"))  # fmt: skip
        if has_keyboard(self._left.pages):
            options = (say("F2  its options"),) if self._left.options.there_are else ()
            return (say("Space  tick"), say("Alt+Up, Down  move"), *options,
                    say("Insert  add a page"), say("Del  take it out"))  # fmt: skip
        key = self._window.actions_by_name.key
        if self._shown.packet is None:
            last = len(self._page.presets)
            return (say("1 to {last}  begin a packet", last=last), say("Up, Down  next"))
        if has_keyboard(self._page.preview):
            return (say("Arrows  pages"), say("{key}  larger", key=key("zoom in")),
                    say("{key}  make the PDF", key=key("make pdf")),
                    say("Esc  list of pages"))  # fmt: skip
        return (say("Tab  next"), say("{key}  make the PDF", key=key("make pdf")))

    def deeds(self) -> "Deeds":
        """Return what the commands do here."""
        left, shown, preview = self._left, self._shown, self._page.preview
        return {
            "next": left.ask_next,
            "edit": self._rename,
            "delete": left.delete,
            "duplicate": shown.duplicate,
            "move up": lambda: self._move(-1),
            "move down": lambda: self._move(1),
            "zoom in": lambda: preview.zoom_by(1),
            "zoom out": lambda: preview.zoom_by(-1),
            "zoom fit": lambda: preview.zoom_by(0),
            **dict.fromkeys(("export", "make pdf"), partial(self.output.do, "make")),
            "make office": partial(self.output.do, "office"),
            "print": partial(self.output.do, "print"),
            "view pdf": partial(self.output.do, "view"),
        }  # fmt: skip

    def why_not(self, name: str) -> str:
        """Say what is lacking for a command."""
        packet = self._shown.packet
        if name != "next" and packet is None:
            return say("There is no packet yet.")
        if name in ON_PACKET and not any(it.printed for it in (packet.pages if packet else ())):
            return say("Tick the first page.")
        return ""

    def show_item(self, item_id: str) -> None:
        """Show a packet."""
        if any(it.id == item_id for it in self._work.workbook.packets):
            self._shown.show(item_id)
            self._refresh()

    # --- what is done ----------------------------------------------------------------------------
    def _rename(self) -> None:
        self._window.left.bring(self._left.packets)
        self._left.packets.rename()

    def _move(self, step: int) -> None:
        shown, packet = self._shown, self._shown.packet
        if packet and has_keyboard(self._left.packets):
            at = self._work.workbook.packets.index(packet)
            shown.move_to(packet.id, at + step)
        elif packet:
            shown.move_page(shown.at, shown.at + step)
