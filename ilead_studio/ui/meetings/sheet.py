"""The meeting in view: what its page writes and its commands do, each as one undo step."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Final, Literal, NamedTuple

from PySide6.QtCore import QObject, Signal

from ilead_studio import edits
from ilead_studio.model import AgendaItem, Decided, Meeting, NextStep, Workbook
from ilead_studio.packet.presets import meeting_packet, packet_of
from ilead_studio.rules.meeting_attendance import AttendanceRow
from ilead_studio.rules.meeting_steps import next_of_kind, proposed_due
from ilead_studio.rules.meetings import decided_at, in_order, meeting_with_id, steps_of
from ilead_studio.rules.snapshots import proposed_name
from ilead_studio.session.session import Edit
from ilead_studio.ui.inspector.who import roles_in
from ilead_studio.ui.looks.look import Look
from ilead_studio.ui.work import Work
from ilead_studio.words import say, short

What = Literal["agenda", "decided", "steps"]
MeetingLine = AgendaItem | Decided | NextStep


class _Deeds(NamedTuple):
    """The edits of one kind of lines; decisions stay in the order in which they were made."""

    change: Callable[..., Workbook]
    delete: Callable[[Workbook, str], Workbook]
    move: Callable[[Workbook, str, str | None], Workbook] | None = None


_DEEDS: Final[dict[What, _Deeds]] = {
    "agenda": _Deeds(edits.change_agenda_item, edits.delete_agenda_item, edits.move_agenda_item),
    "decided": _Deeds(edits.change_decided, edits.delete_decided),
    "steps": _Deeds(edits.change_step, edits.delete_step, edits.move_step),
}


class MeetingSheet(QObject):
    """Writes into the meeting that is shown; refusals become sentences.

    ``turned`` tells that another meeting is shown. ``mailed`` are the meetings whose e-mail went to
    the clipboard while this window was open; ``left_out`` what closing is not to do.
    """

    turned = Signal()

    def __init__(self, work: Work, look: Look, clock: Callable[[], datetime]) -> None:
        super().__init__()
        self.work, self.look, self.clock = work, look, clock
        self.meeting_id = ""
        self.mailed: set[str] = set()
        self.left_out: set[str] = set()

    @property
    def meeting(self) -> Meeting | None:
        """The meeting that is shown; None when there is none."""
        return meeting_with_id(self.work.workbook, self.meeting_id)

    def today(self) -> date:
        """Return the day of the clock."""
        return self.clock().date()

    def show(self, meeting_id: str) -> None:
        """Show another meeting."""
        if meeting_id != self.meeting_id:
            self.meeting_id = meeting_id
            self.left_out.clear()
            self.turned.emit()

    # --- lists -----------------------------------------------------------------------------------
    def lines(self, what: What) -> tuple[MeetingLine, ...]:
        """Return the lines of a list of the meeting."""
        meeting, book = self.meeting, self.work.workbook
        if meeting is None:
            return ()
        if what == "agenda":
            return meeting.agenda
        return decided_at(book, meeting.id) if what == "decided" else steps_of(book, meeting.id)

    def roles(self) -> list[str]:
        """Return the roles and parties that can own or lead something."""
        book = self.work.workbook
        names = {it.name for it in book.roles} | {it.name for it in book.parties}
        return sorted({*names, *roles_in(book)}, key=str.casefold)

    def proposed_day(self) -> date | None:
        """Return by when the next step is proposed to be done."""
        return proposed_due(self.work.workbook, self.meeting_id)

    def add(self, what: What, text: str, **fields: object) -> str:
        """Add a line; its id, empty when it was refused. More typing joins the step."""
        meeting_id, new_id = self.meeting_id, self.work.ids()

        def edit(book: Workbook) -> Workbook:
            match what:
                case "agenda":
                    book = edits.add_agenda_item(book, meeting_id, new_id, text)
                case "decided":
                    book = edits.add_decided(book, new_id, meeting_id, text)
                case _:
                    book = edits.add_step(book, new_id, meeting_id, text)
            return _DEEDS[what].change(book, new_id, **fields) if fields else book

        return new_id if self._step(_adding(what), edit, (new_id, "text")) else ""

    def change(self, what: What, line_id: str, field: str, value: object, *, burst: bool) -> bool:
        """Change a line; a ``burst`` of typing is one step."""
        key = (line_id, field) if burst else None
        return self._step(
            _changing(what), lambda book: _DEEDS[what].change(book, line_id, **{field: value}), key
        )

    def delete(self, what: What, line_id: str) -> bool:
        """Delete a line."""
        return self._step(_deleting(what), lambda book: _DEEDS[what].delete(book, line_id))

    def move(self, what: What, line_id: str, before: str | None) -> bool:
        """Put a line before another one, or last."""
        moves = _DEEDS[what].move
        if moves is None:
            self.work.said.emit(say("Decisions stand in the order in which they were made."))
            return False
        return self._step(say("move a line"), lambda book: moves(book, line_id, before))

    def tick(self, what: What, line_id: str, *, on: bool) -> bool:
        """Say that something is done, or not; a step is ticked everywhere at once."""
        if what == "agenda":
            return self.change("agenda", line_id, "done", on, burst=False)
        words = say("tick a next step") if on else say("take the tick off a next step")
        day = self.today() if on else None
        return self._step(words, lambda book: edits.tick_step(book, line_id, day))

    # --- fields ----------------------------------------------------------------------------------
    def put(self, field: str, value: object, *, burst: bool = False) -> bool:
        """Give the meeting another value in a field."""
        meeting = self.meeting
        if meeting is None or getattr(meeting, field) == value:
            return False
        key = (meeting.id, field) if burst else None
        return self._step(say("change the meeting"), lambda book: edits.put_meeting(
            book, meeting.id, **{field: value}), key)  # fmt: skip

    def count(self, row: AttendanceRow, number: int | None) -> bool:
        """Say how many are here of a role or a party; None: nothing is said."""
        meeting_id = self.meeting_id
        return self._step(
            say("say who is here"),
            lambda book: edits.put_attendance(
                book, meeting_id, number, role_id=row.role_id,
                party_id=None if row.role_id else row.party_id,
            ),
            (meeting_id, row.role_id, row.party_id),
        )  # fmt: skip

    def end_burst(self) -> None:
        """Begin another step with the next letter."""
        self.work.session.break_merge()

    # --- commands --------------------------------------------------------------------------------
    def plan(self) -> bool:
        """Add a meeting after the last one, of its kind and by its rhythm."""
        book, new_id = self.work.workbook, self.work.ids()
        last = next(reversed(in_order(book.meetings)), None)
        day = max(next_of_kind(book, last), self.today()) if last else self.today()
        kind = last.kind if last else "convening"
        made = self._step(
            say("add a meeting"), lambda book: edits.add_meeting(book, new_id, day, kind)
        )
        if made:
            self.show(new_id)
        return made

    def delete_meeting(self) -> bool:
        """Delete the meeting with what was agreed there."""
        meeting_id = self.meeting_id
        words = say("delete the meeting")
        return self._step(words, lambda book: edits.delete_meeting(book, meeting_id))

    def open(self) -> bool:
        """Open the meeting, or make anew what it shows."""
        meeting_id, now = self.meeting_id, self.clock()
        words = say("open the meeting")
        return self._step(words, lambda book: edits.open_meeting(book, meeting_id, now))

    def close(self, *, keeps: bool, packs: bool = False) -> bool:
        """Close the meeting; ``keeps`` a snapshot, ``packs`` its packet in the same step."""
        meeting, now, new_id = self.meeting, self.clock(), self.work.ids()
        packet_id = self.work.ids()
        if meeting is None:
            return False

        def edit(book: Workbook) -> Workbook:
            if keeps:
                name = proposed_name(book, meeting.day)
                why = short(meeting.title)
                book = edits.take_snapshot(book, new_id, name, now.date(), why)
            if packs and packet_of(book, meeting) is None:
                book = edits.add_packet(book, meeting_packet(meeting, packet_id))
            return edits.close_meeting(book, meeting.id, now, new_id if keeps else None)

        return self._step(say("close the meeting"), edit)

    def reopen(self) -> bool:
        """Open a closed meeting again."""
        meeting_id = self.meeting_id
        words = say("open the meeting again")
        return self._step(words, lambda book: edits.reopen_meeting(book, meeting_id))

    def _step(self, words: str, edit: Edit, key: object = None) -> bool:
        return self.work.step(words, edit, merge_key=key)


def _adding(what: What) -> str:
    return {
        "agenda": say("add to the agenda"), "decided": say("add a decision"),
        "steps": say("add a next step"),
    }[what]  # fmt: skip


def _changing(what: What) -> str:
    return {
        "agenda": say("change the agenda"), "decided": say("change a decision"),
        "steps": say("change a next step"),
    }[what]  # fmt: skip


def _deleting(what: What) -> str:
    return {
        "agenda": say("take a line off the agenda"), "decided": say("delete a decision"),
        "steps": say("delete a next step"),
    }[what]  # fmt: skip
