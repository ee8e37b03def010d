"""The page of a packet: its preview, or how to begin one."""

from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from ilead_studio.packet.presets import presets
from ilead_studio.ui.commands.keys import NONE, Pressed, is_escape, pressed
from ilead_studio.ui.frame.page_head import PageHead
from ilead_studio.ui.looks.look import Look
from ilead_studio.ui.packets.in_view import PacketInView
from ilead_studio.ui.packets.maker import PacketMaker
from ilead_studio.ui.packets.preview import PacketPreview, Shot
from ilead_studio.ui.packets.sentences import caption, head_words, side_name
from ilead_studio.ui.start.tiles import Tile
from ilead_studio.ui.widgets.parts import Choices, Wrapped, button, label, panel
from ilead_studio.words import say

_WIDE: Final = 640
"""Pixels of a tile at most, so that its words and its key are read as one."""
_STEPS: Final[dict[Pressed, int]] = {(Qt.Key.Key_Up, NONE): -1, (Qt.Key.Key_Down, NONE): 1}
_SIGNS: Final = {
    "diagrams": "fish-bone", "team-meeting": "users", "pdsa-forms": "pencil",
    "pdsa-on-screen": "device-desktop", "wall-poster": "arrows-maximize", "table-kit": "template",
    "inquiry-record": "notebook",
}  # fmt: skip


class _Beginnings(QScrollArea):
    """What can be begun with, as far as there is room; it leaves every key to the page."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave it: an arrow goes to the next packet, and does not scroll."""
        event.ignore()


class PacketPage(QWidget):
    """``seen`` tells that it comes in sight."""

    seen = Signal()

    def __init__(self, shown: PacketInView, maker: PacketMaker, look: Look) -> None:
        super().__init__()
        self._shown, self._maker, self._look = shown, maker, look
        self.setProperty("kind", "desk")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._head, self.preview = PageHead(look, side=16), PacketPreview(look)
        self.beside = Choices(say("Show"))
        self.beside.addItem(say("One page"), 1)
        self.beside.addItem(say("Two pages side by side"), 2)
        self.beside.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.beside.activated.connect(lambda: self.preview.put_beside(self.beside.currentData()))
        self._head.offer(self.beside)
        self.preview.chosen.connect(self._on_side)
        self.preview.wanted.connect(maker.want_pictures)
        self.why = Wrapped("", "small")
        self.why.setContentsMargins(look.px(16), look.px(4), look.px(16), look.px(4))
        self._beginnings = _Beginnings()
        self.begin, self.empty = self._made_begin(), self._made_empty()
        self.pages = QStackedWidget()
        for page in (self.preview, self.empty, self.begin):
            self.pages.addWidget(page)
        self._compose()

    def _compose(self) -> None:
        ground = panel("panel")
        inside = QVBoxLayout(ground)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self._head)
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(0)
        stack.addWidget(ground)
        stack.addWidget(self.why)
        stack.addWidget(self.pages, 1)

    def _made_begin(self) -> QWidget:
        """Make the choice of packets to begin with."""
        px, made, inside = self._look.px, self._beginnings, panel("panel")
        stack = QVBoxLayout(inside)
        stack.setContentsMargins(*[px(it) for it in (32, 24, 32, 24)])
        stack.setSpacing(px(8))
        stack.addWidget(label(say("What do people need on paper?"), "lead"))
        self.presets: list[Tile] = []
        for key, preset in enumerate(presets(self._shown.work.workbook), 1):
            words = say("{name}: {purpose}", name=preset.words, purpose=preset.purpose)
            press = Tile(words, _SIGNS.get(preset.name, "files"), self._look, str(key))
            press.setMaximumWidth(px(_WIDE))
            press.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            press.clicked.connect(partial(self._begin, preset.name))
            self.presets.append(press)
            stack.addWidget(press)
        stack.addStretch(1)
        made.setWidgetResizable(True)
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        made.setWidget(inside)
        return made

    def _begin(self, name: str, _on: bool = False) -> None:
        """Begin with a preset as the workbook gives it now."""
        now = presets(self._shown.work.workbook)
        self._shown.begin(next(it for it in now if it.name == name))
        self.setFocus()

    def _made_empty(self) -> QWidget:
        made = QWidget()
        stack = QVBoxLayout(made)
        told = Wrapped(say("Tick the first page."), "lead")
        told.setAlignment(Qt.AlignmentFlag.AlignCenter)
        stack.addStretch(1)
        stack.addWidget(told)
        self.to_pages = button(say("Go to the list of pages"), "main", self._look)
        stack.addWidget(self.to_pages, 0, Qt.AlignmentFlag.AlignCenter)
        stack.addStretch(2)
        return made

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Begin with a packet by its figure; arrows go from one to the next."""
        keys = [str(it) for it in range(1, len(self.presets) + 1)]
        asks = self.pages.currentWidget() is self.begin
        if asks and event.text() in keys:
            self.presets[keys.index(event.text())].click()
        elif asks and (step := _STEPS.get(pressed(event), 0)):
            self._walk(step)
        elif is_escape(event) and self._shown.packet:
            self.preview.left.emit()
        else:
            super().keyPressEvent(event)

    def _walk(self, step: int) -> None:
        """Go to the packet before or behind the one with the keyboard."""
        here = next((at for at, it in enumerate(self.presets) if it.hasFocus()), 0)
        to = self.presets[max(0, min(here + step, len(self.presets) - 1))]
        to.setFocus(Qt.FocusReason.TabFocusReason)
        self._beginnings.ensureWidgetVisible(to)

    def _on_side(self, number: int) -> None:
        """Choose the page whose side of paper is clicked."""
        sides = self._maker.shown.sides
        if number < len(sides) and sides[number].at:
            self._shown.choose(sides[number].at[0])

    # --- showing ---------------------------------------------------------------------------------
    def refresh(self, *, is_new: bool = False) -> None:
        """Show the packet in view; ``is_new`` tells that another PDF was made."""
        packet, made = self._shown.packet, self._maker.shown
        self.beside.setVisible(packet is not None)
        self.beside.setCurrentIndex(self.beside.findData(self.preview.columns))
        if packet is None:
            self._head.title.setText(say("Handouts"))
            self._head.about.setText(say("No packet yet"))
            self.why.hide()
            self._turn(self.begin)
            return
        self._head.title.setText(packet.name)
        self._head.about.setText(head_words(packet, made))
        has_pages = any(it.printed for it in packet.pages)
        self._turn(self.preview if has_pages else self.empty)
        chosen = self._shown.at
        shots = [
            Shot(side, caption(packet, side, is_chosen=chosen in side.at),
                 side_name(packet, made, number))
            for number, side in enumerate(made.sides)
        ]  # fmt: skip
        self.preview.show_sides(shots if has_pages else [], is_new=is_new)
        self._go_to_side()
        making = say("The preview is being made …") if not made.sides else ""
        why = self._maker.why or making or " ".join(made.left_out)
        self.why.setText(why if has_pages else "")
        self.why.setVisible(bool(self.why.text()))

    def _go_to_side(self) -> None:
        """Show the chosen page, unless a side of it is current already."""
        sides, now = self._maker.shown.sides, self.preview.number
        if 0 <= now < len(sides) and self._shown.at in sides[now].at:
            return
        there = (number for number, it in enumerate(sides) if self._shown.at in it.at)
        self.preview.choose(next(there, 0))

    def _turn(self, page: QWidget) -> None:
        goals = {id(self.begin): self.presets[0], id(self.empty): self.to_pages}
        self.setFocusProxy(goals.get(id(page), self.preview))
        if page is not self.pages.currentWidget():
            had = self.pages.isAncestorOf(self.window().focusWidget() or self.window())
            self.pages.setCurrentWidget(page)
            if had:
                self.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """Tell it."""
        super().showEvent(event)
        self.seen.emit()
