"""What stands at the left of a packet: the packets, and the pages of the one in view."""

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ilead_studio.packet.kinds import kinds
from ilead_studio.packet.presets import presets
from ilead_studio.ui.lists.row_list import RowList
from ilead_studio.ui.lists.row_menu import menu_point, show_menu
from ilead_studio.ui.looks.look import Look
from ilead_studio.ui.meanwhile.once import has_keyboard
from ilead_studio.ui.packets.in_view import PacketInView
from ilead_studio.ui.packets.page_options import PageOptions
from ilead_studio.ui.packets.rows import NEW, packet_rows, page_rows
from ilead_studio.ui.widgets.parts import button, label, rule
from ilead_studio.words import say

_ROWS = 5
"""Packets that are seen at once; more of them scroll."""


class PacketLeft(QWidget):
    """``left`` tells of Escape."""

    left = Signal()

    def __init__(self, shown: PacketInView, look: Look) -> None:
        super().__init__()
        self._shown, self._look = shown, look
        self.setProperty("kind", "left")
        self.packets = RowList(look, say("Packets"), moves=True)
        self.pages = RowList(look, say("Pages and their order"), moves=True)
        self.pages.setParent(self)  # first, so that F6 comes to it
        self.setFocusProxy(self.pages)
        self.options = PageOptions(shown, look)
        self._compose()
        self._connect()

    def _compose(self) -> None:
        px = self._look.px
        stack = QVBoxLayout(self)
        stack.setContentsMargins(*[px(8)] * 4)
        stack.setSpacing(px(4))
        self.add_packet = self._adder(say("New packet"), self.ask_packet)
        self.add_page = self._adder(say("Add a page"), self.ask_page)
        stack.addLayout(self._head(say("Packets"), self.add_packet))
        stack.addWidget(self.packets)
        stack.addWidget(rule())
        stack.addLayout(self._head(say("Pages and their order"), self.add_page))
        stack.addWidget(self.pages, 1)
        stack.addWidget(self.options)

    def _head(self, words: str, add: QWidget) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setContentsMargins(self._look.px(8), 0, 0, 0)
        line.addWidget(label(words, "label"), 1)
        line.addWidget(add)
        return line

    def _adder(self, words: str, does: Callable[[], object]) -> QWidget:
        made = button("", "", self._look, sign="plus", does=does)
        made.setAccessibleName(words)
        made.setToolTip(say("{words} (Insert)", words=words))
        return made

    def _connect(self) -> None:
        shown, packets, pages = self._shown, self.packets, self.pages
        packets.chosen.connect(lambda key: shown.show(key) if key else None)
        packets.asked.connect(self._on_packets)
        packets.renamed.connect(shown.rename)
        packets.moved.connect(shown.move_to)
        pages.chosen.connect(lambda key: shown.choose(int(key)) if key.isdigit() else None)
        pages.asked.connect(self._on_pages)
        pages.ticked.connect(self._tick)
        pages.moved.connect(self._move)

    # --- what keys ask for -----------------------------------------------------------------------
    def _on_packets(self, asked: str) -> None:
        ways = {
            "open": lambda: self.pages.setFocus(Qt.FocusReason.TabFocusReason),
            "edit": self.packets.rename, "new": self.ask_packet, "delete": self._shown.delete,
            "leave": self.left.emit,
        }  # fmt: skip
        ways[asked]()

    def _on_pages(self, asked: str) -> None:
        ways = {
            "open": self._open, "edit": self.options.begin, "new": self.ask_page,
            "delete": self._drop, "leave": self.left.emit,
        }  # fmt: skip
        ways[asked]()

    def _open(self) -> None:
        """Add the kind of page in whose row the keyboard is, or go to the picture of the page."""
        key = self.pages.key
        if key.startswith(NEW):
            self._tick(key, on=True)
        else:
            self.left.emit()

    def _drop(self) -> None:
        if self.pages.key.isdigit():
            self._shown.drop_page()

    def _tick(self, key: str, on: bool) -> None:
        if key.startswith(NEW):
            self._shown.add_page(key.removeprefix(NEW))
        else:
            self._shown.tick(int(key), on=on)

    def _move(self, key: str, to: int) -> None:
        """Bring a page to another place; a kind of page that is dragged there is added there."""
        shown, packet = self._shown, self._shown.packet
        many = len(packet.pages) if packet else 0
        if key.isdigit():
            last = many - 1
            shown.move_page(int(key), to if to <= many and int(key) == last else min(to, last))
        elif to <= many:
            shown.add_page(key.removeprefix(NEW), to)
        else:
            shown.work.said.emit(say("Tick the page first: then it has a place in the order."))

    def ask_next(self) -> None:
        """Ask for one more of what stands in the list with the keyboard."""
        (self.ask_packet if has_keyboard(self.packets) else self.ask_page)()

    def delete(self) -> None:
        """Delete the packet or take out the page, whichever list has the keyboard."""
        (self._shown.delete if has_keyboard(self.packets) else self._shown.drop_page)()

    def ask_packet(self) -> None:
        """Ask which packet to begin, in a menu at the button."""
        self._show(self.add_packet, self._packet_offers())

    def _packet_offers(self) -> Iterator[tuple[str, Callable[[], object]]]:
        for preset in presets(self._shown.work.workbook):
            yield preset.words, partial(self._shown.begin, preset)
        if self._shown.packet:
            yield say("A copy of this one"), self._shown.duplicate

    def ask_page(self) -> None:
        """Ask which page to add, in a menu at the button."""
        if self._shown.packet is None:
            self.ask_packet()
            return
        self._show(
            self.add_page, ((it.words, partial(self._shown.add_page, it.name)) for it in kinds())
        )

    def _show(self, at: QWidget, offers: Iterator[tuple[str, Callable[[], object]]]) -> None:
        if not self._shown.work.refuses():
            show_menu(self, at.mapToGlobal(at.rect().bottomLeft()), offers)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Show what can be done with the packet or the page."""
        shown = self._shown
        if has_keyboard(self.packets) and shown.packet:
            self._menu(self.packets, event, (
                (say("Rename"), self.packets.rename),
                (say("Duplicate"), shown.duplicate),
                (say("Move up"), lambda: self._by(-1)),
                (say("Move down"), lambda: self._by(1)),
                (say("Delete the packet"), shown.delete),
            ))  # fmt: skip
        elif has_keyboard(self.pages) and self.pages.key.isdigit():
            at = shown.at
            self._menu(self.pages, event, (
                (say("Move up"), lambda: shown.move_page(at, at - 1)),
                (say("Move down"), lambda: shown.move_page(at, at + 1)),
                (say("One more of this kind"), self._again),
                (say("Take it out"), shown.drop_page),
            ))  # fmt: skip

    def _menu(
        self,
        view: RowList,
        event: QContextMenuEvent,
        offers: tuple[tuple[str, Callable[[], object]], ...],
    ) -> None:
        at: QPoint = menu_point(view, event)
        show_menu(self, at, offers)

    def _again(self) -> None:
        page, at = self._shown.page, self._shown.at
        if page:
            self._shown.add_page(page.kind, at + 1)

    def _by(self, step: int) -> None:
        self._shown.move_to(self.packets.key, self.packets.currentRow() + step)

    # --- showing ---------------------------------------------------------------------------------
    def refresh(self) -> None:
        """Show the packets and the pages as they are now."""
        book, packet = self._shown.work.workbook, self._shown.packet
        rows = packet_rows(book)
        self.packets.show_rows(rows, packet.id if packet else "")
        seen = min(max(1, len(rows)), _ROWS)
        self.packets.setFixedHeight(seen * self._look.hit("row") + self._look.px(4))
        every = page_rows(book, packet)
        here = self.pages.key
        stays = here.startswith(NEW) and here in {it.key for it in every}
        self.pages.show_rows(every, "" if stays else str(self._shown.at))
        self.add_page.setEnabled(packet is not None)
        if packet is None and (has_keyboard(self.packets) or has_keyboard(self.pages)):
            self.left.emit()  # there is nothing left in either list
        self.options.refresh()
