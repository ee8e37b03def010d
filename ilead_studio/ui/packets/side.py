"""What stands at the right of a packet: for whom, how it is printed, what is done with it."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ilead_studio.model import Packet
from ilead_studio.packet.offer import Small
from ilead_studio.ui.frame.areas import hear_focus
from ilead_studio.ui.frame.tab_order import tab_through
from ilead_studio.ui.inspector.fields import PickField, Tick
from ilead_studio.ui.looks.look import Look
from ilead_studio.ui.packets.in_view import PacketInView
from ilead_studio.ui.packets.legible import LegibleCard
from ilead_studio.ui.packets.maker import PacketMaker
from ilead_studio.ui.packets.sentences import own_tongues, readers, tongues
from ilead_studio.ui.packets.size import OwnSize
from ilead_studio.ui.widgets.parts import Wrapped, button, label, panel, rule
from ilead_studio.ui.widgets.segments import Choice, Segments
from ilead_studio.words import say

_TICKS: Final = ("gray", "large", "redact", "without_hunches")
_IN_SIGHT: Final = 0.3
"""Parts of the height that the card about small words has, however much stands above it."""


class _Scrolled(QScrollArea):
    """A part that is scrolled up and down where there is no room for all of it."""

    def __init__(self, inside: QWidget) -> None:
        super().__init__()
        self._inside = inside
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(inside)
        hear_focus(self._on_focus)  # Qt looks after keys only once they are inside

    def sizeHint(self) -> QSize:
        """Wish for room for all of it; Qt's own wish ends at some lines."""
        return self._inside.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep in sight what has the keyboard."""
        super().resizeEvent(event)
        here = self.focusWidget()
        self._on_focus(None, here if here and here.hasFocus() else None)

    def _on_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self.isAncestorOf(now):
            self.ensureWidgetVisible(now)


class PacketSide(QWidget):
    """``asked`` brings what a button asks for: "make", "print", "view", "folder", "cancel"."""

    asked = Signal(str)

    def __init__(self, shown: PacketInView, maker: PacketMaker, look: Look) -> None:
        super().__init__()
        self._shown, self._maker, self._look = shown, maker, look
        self.setProperty("kind", "right")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._make_fields()
        self.legible = LegibleCard(look)
        self.legible.taken.connect(shown.take_offer)
        self.told = Wrapped("", "small")
        self._compose()

    def _make_fields(self) -> None:
        look, put = self._look, self._shown.put
        self.viewer = PickField(say("For"))
        self.viewer.activated.connect(lambda: put(viewer=self.viewer.currentData()))
        self.paper = PickField(say("Paper"))
        for name, words in _papers():
            self.paper.addItem(words, name)
        self.paper.activated.connect(lambda: put(paper=self.paper.currentData()))
        self.own_size = OwnSize(self._shown)
        self.language = PickField(say("Sentences of the handout"))
        self.language.activated.connect(lambda: put(language=self.language.currentData()))
        self.own_language = PickField(say("Words of the workbook"))
        self.own_language.activated.connect(
            lambda: self._shown.put_own_language(self.own_language.currentData())
        )
        self.turned = Segments(look, say("Turn pages"), (
            Choice("fits", say("As fits")), Choice("tall", say("Tall")),
            Choice("wide", say("Wide")),
        ))  # fmt: skip
        self.turned.chosen.connect(lambda value: put(turned=value))
        self.up = Segments(
            look, say("Pages on a sheet"), tuple(Choice(it, str(it)) for it in (1, 2, 4))
        )
        self.up.chosen.connect(lambda value: put(up=value))
        self.ticks = {name: Tick(words) for name, words in zip(_TICKS, _tick_words(), strict=True)}
        for name, tick in self.ticks.items():
            tick.clicked.connect(lambda on, name=name: put(**{name: bool(on)}))

    def _compose(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(self._look.theme.line, 0, 0, 0)
        whole.setSpacing(0)
        self._inside = self._put_in()
        self._area, self._low = _Scrolled(self._inside), _Scrolled(self._put_low())
        # not as high as what is in it, which grows: so nothing moves when it does
        self._low.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self._low.hide()
        whole.addWidget(self._area)
        whole.addWidget(self._low, 1)
        whole.addWidget(rule())
        whole.addLayout(self._foot())

    def _put_in(self) -> QWidget:
        """Put the fields under each other."""
        inside, px = panel("panel"), self._look.px
        stack = QVBoxLayout(inside)
        stack.setContentsMargins(*[px(it) for it in (16, 12, 16, 12)])
        stack.setSpacing(px(4))
        for words, field in (
            (say("For"), self.viewer), (say("Sentences of the handout"), self.language),
            (say("Paper"), self.paper), ("", self.own_size),
            (say("Turn pages"), self.turned), (say("Pages on a sheet"), self.up),
        ):  # fmt: skip
            if words:
                stack.addWidget(label(words, "label"))
            stack.addWidget(field)
            stack.addSpacing(px(4))
        for tick in self.ticks.values():
            stack.addWidget(tick)
        stack.addSpacing(px(8))
        stack.addWidget(label(say("Words of the workbook"), "label"))
        stack.addWidget(self.own_language)
        stack.addSpacing(px(8))
        stack.addWidget(self.told)
        stack.addStretch(1)
        return inside

    def _put_low(self) -> QWidget:
        """Put the card where it is in sight without scrolling, under what can be chosen."""
        inside, px = panel("panel"), self._look.px
        stack = QVBoxLayout(inside)
        stack.setContentsMargins(*[px(it) for it in (16, 4, 16, 12)])
        stack.addWidget(self.legible)
        stack.addStretch(1)
        return inside

    def _foot(self) -> QLayout:
        px, ask = self._look.px, self.asked.emit
        self.make = button(say("Make the PDF"), "main", self._look, sign="file-export",
                           role="on_accent", does=lambda: ask("make"))  # fmt: skip
        self.print = button(say("Print"), "plain", self._look, does=lambda: ask("print"))
        self.view = button(say("Open in the viewer"), "quiet", self._look, does=lambda: ask("view"))
        self.folder = button(say("Open its folder"), "quiet", self._look,
                             does=lambda: ask("folder"))  # fmt: skip
        self.office = button(say("Slides, document or tables"), "quiet", self._look,
                             does=lambda: ask("office"))  # fmt: skip
        self.busy = Wrapped("", "small")
        self.cancel = button(say("Cancel"), "plain", self._look, does=lambda: ask("cancel"))
        foot, first, second = QVBoxLayout(), QHBoxLayout(), QHBoxLayout()
        foot.setContentsMargins(*[px(it) for it in (16, 8, 16, 8)])
        for line, parts in (
            (first, (self.make, self.print)), (second, (self.view, self.folder)),
        ):  # fmt: skip
            line.setSpacing(px(8))
            for part in parts:
                line.addWidget(part)
            foot.addLayout(line)
        foot.addWidget(self.office)
        third = QHBoxLayout()
        third.addWidget(self.busy, 1)
        third.addWidget(self.cancel)
        foot.addLayout(third)
        return foot

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the card its part of the height."""
        super().resizeEvent(event)
        self._low.setMinimumHeight(int(self.height() * _IN_SIGHT))

    # --- showing ---------------------------------------------------------------------------------
    def refresh(self) -> None:
        """Show how the packet in view is printed."""
        packet = self._shown.packet
        self._inside.setVisible(packet is not None)
        bar = Qt.ScrollBarPolicy  # there is nothing to scroll where nothing is shown
        shown = bar.ScrollBarAsNeeded if packet else bar.ScrollBarAlwaysOff
        self._area.setVerticalScrollBarPolicy(shown)
        self.folder.setEnabled(packet is not None)
        has_pages = packet is not None and any(it.printed for it in packet.pages)
        for press in (self.make, self.print, self.view, self.office):
            press.setEnabled(has_pages)
        if packet is not None:
            self._show(packet)
        self.refresh_busy()

    def _show(self, packet: Packet) -> None:
        workbook = self._shown.work.workbook
        _offer(self.viewer, readers(workbook), packet.viewer)
        _offer(self.language, tongues(workbook), packet.language)
        _offer(self.own_language, own_tongues(workbook), workbook.language)
        self.paper.setCurrentIndex(self.paper.findData(packet.paper))
        self.own_size.show_size(packet)
        self.turned.show_value(packet.turned)
        self.up.show_value(packet.up)
        for name, tick in self.ticks.items():
            tick.show_ticks([getattr(packet, name)])

    def tell(self) -> None:
        """Show what is told of the packet that is made."""
        shown = self._maker.shown
        self.told.setText(" ".join((*shown.said, *shown.warnings)))
        self.told.setVisible(bool(self.told.text()))

    def show_offers(self, small: tuple[Small, ...], are_all: bool) -> None:
        """Show what makes small words larger, as far as it is found."""
        before = self.legible.buttons
        self.legible.show_small(small, are_all=are_all)
        self._low.setVisible(bool(small))
        if self.legible.buttons != before:  # Tab goes as it is read, not as it was made
            tab_through((self,))

    def refresh_busy(self) -> None:
        """Show what is being written, and how it can be given up."""
        writing = self._maker.is_writing
        done, of = self._maker.done
        words = say("Writing the file …")
        if not self._maker.is_whole and of:
            words = say("Making page {done} of {of} …", done=done, of=of)
        self.busy.setText(words)
        for part in (self.busy, self.cancel):
            part.setVisible(writing)


def _offer(field: PickField, every: Sequence[tuple[str | None, str]], value: str | None) -> None:
    """Let values be chosen by their words, and show the one that is."""
    if [(field.itemData(at), field.itemText(at)) for at in range(field.count())] != list(every):
        field.clear()
        for each, words in every:
            field.addItem(words, each)
    field.setCurrentIndex(max(0, field.findData(value)))


def _papers() -> tuple[tuple[str, str], ...]:
    return (
        ("letter", say("Letter")), ("legal", say("Legal")), ("tabloid", say("Tabloid")),
        ("a4", say("A4")), ("a3", say("A3")), ("own", say("Own size")),
    )  # fmt: skip


def _tick_words() -> tuple[str, ...]:
    return (say("Safe in grey"), say("Large print"), say("Redact names"), say("Leave out hunches"))
