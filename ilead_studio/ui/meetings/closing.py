"""The card that closes a meeting: what will be done, and when it is closed what was done."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ilead_studio.packet.presets import packet_of
from ilead_studio.rules.meeting_close import Closing, TickName, closed_words, closing
from ilead_studio.ui.inspector.fields import Tick
from ilead_studio.ui.looks.look import Look
from ilead_studio.ui.meetings.card import MeetingCard
from ilead_studio.ui.meetings.sheet import MeetingSheet
from ilead_studio.ui.widgets.parts import OneLine, Wrapped, button
from ilead_studio.words import say

DONE: Final = ("snapshot", "email", "packet")
"""What closing does here if it is ticked."""


class ClosingCard(MeetingCard):
    """``asked`` brings a command, ``packet_asked`` wants the packet of the meeting."""

    asked = Signal(str)
    packet_asked = Signal()

    def __init__(self, sheet: MeetingSheet) -> None:
        super().__init__(sheet.look, say("Close the meeting"))
        self._sheet, look = sheet, sheet.look
        self.ticks: dict[TickName, Tick] = {}
        self._small: dict[TickName, QLabel] = {}
        self._lines: dict[TickName, QWidget] = {}
        body = QVBoxLayout()
        body.setSpacing(0)
        for name in DONE:
            body.addWidget(self._line(name))
        self.stack.addLayout(body)
        self.steps, self.packet = Wrapped("", "status"), Wrapped("", "small")
        self.done = Wrapped("")
        for part in (self.done, self.steps, self.packet):
            self.stack.addWidget(part)
        self._make_buttons(look)

    def _make_buttons(self, look: Look) -> None:
        """Make what is pressed before and after the meeting is closed."""
        self.close_it = button(
            say("Close the meeting"), "main", look, sign="check", role="on_accent",
            does=lambda: self.asked.emit("close meeting"),
        )  # fmt: skip
        self.again = button(
            say("Open again"), "plain", look, does=lambda: self.asked.emit("open meeting again")
        )
        self.opens = button(
            say("Open the packet"), "main", look, sign="files", role="on_accent",
            does=self.packet_asked.emit,
        )  # fmt: skip
        self.copies = button(
            say("Copy the e-mail text"), "plain", look, sign="copy",
            does=lambda: self.asked.emit("copy meeting e-mail"),
        )  # fmt: skip
        foot = QHBoxLayout()
        foot.setSpacing(look.px(8))
        foot.addStretch(1)
        for press in (self.copies, self.again, self.opens, self.close_it):
            foot.addWidget(press)
        self.stack.addLayout(foot)

    def _line(self, name: TickName) -> QWidget:
        made, tick, small = QWidget(), Tick(""), OneLine("small")
        line = QHBoxLayout(made)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(tick, 1)
        line.addWidget(small)
        tick.clicked.connect(lambda on: self._leave_out(name, on=bool(on)))
        self.ticks[name], self._small[name], self._lines[name] = tick, small, made
        return made

    def _leave_out(self, name: str, *, on: bool) -> None:
        (self._sheet.left_out.discard if on else self._sheet.left_out.add)(name)

    def does(self, name: str) -> bool:
        """Tell whether closing does something."""
        shown = closing(self._sheet.work.workbook, self._sheet.meeting_id)
        offered = {it.name for it in shown.ticks} if shown else set()
        return name in offered and name not in self._sheet.left_out

    def refresh(self) -> None:
        """Show what closing will do, or what it has done."""
        meeting = self._sheet.meeting
        shown = closing(self._sheet.work.workbook, self._sheet.meeting_id)
        if meeting is None or shown is None:
            return
        is_closed = meeting.closed is not None
        self.name(say("The meeting is closed") if is_closed else say("Close the meeting"))
        self.note.setText("" if is_closed else say("about a minute"))
        mailed = meeting.id in self._sheet.mailed
        self.done.setText(closed_words(meeting, is_mailed=mailed))
        self._show_ticks(shown, is_closed=is_closed)
        self.steps.setText(shown.steps)
        self.packet.setText(packet_words(shown))
        self.packet.setVisible(bool(shown.packet))
        off = self._sheet.work.read_only
        for part, is_there in (
            (self.done, is_closed), (self.again, is_closed and not off),
            (self.copies, is_closed), (self.close_it, not is_closed),
            (self.opens, is_closed and packet_of(self._sheet.work.workbook, meeting) is not None),
        ):  # fmt: skip
            part.setVisible(is_there)

    def _show_ticks(self, shown: Closing, *, is_closed: bool) -> None:
        every = {it.name: it for it in shown.ticks}
        for name, line in self._lines.items():
            tick = every.get(name)
            line.setVisible(tick is not None and not is_closed)
            if tick is not None:
                self.ticks[name].setText(tick.words)
                self.ticks[name].show_ticks([name not in self._sheet.left_out])
                self._small[name].setText(tick.small)


def packet_words(shown: Closing) -> str:
    """Say which pages belong into the packet for everybody."""
    names = "; ".join(name for _, name in shown.packet)
    return say("For the packet: {pages}. Ctrl+E prints.", pages=names)
