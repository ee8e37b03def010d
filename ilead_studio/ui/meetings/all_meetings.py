"""The page "Meetings": the list or the timeline at the left, and the meeting that is chosen."""

from functools import cached_property
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QApplication, QWidget

from ilead_studio.model.sound_meetings import agreed
from ilead_studio.packet.presets import packet_of
from ilead_studio.rules.catch_up import catch_up
from ilead_studio.rules.meeting_changes import last_snapshot
from ilead_studio.rules.meeting_close import email
from ilead_studio.rules.meeting_list import meetings_words
from ilead_studio.rules.meetings import (
    goes_with,
    meeting_in_view,
    meeting_name,
    meeting_state,
    meeting_with_id,
)
from ilead_studio.rules.snapshots import since_words
from ilead_studio.ui.finding.going import go_to
from ilead_studio.ui.meanwhile.once import Once, beside, has_keyboard
from ilead_studio.ui.meetings.left import MeetingLeft
from ilead_studio.ui.meetings.page import MeetingPage
from ilead_studio.ui.meetings.sheet import MeetingSheet, What
from ilead_studio.ui.widgets.empty_page import EmptyPage, PageStack
from ilead_studio.ui.widgets.text_card import TextCard
from ilead_studio.words import capital, say

if TYPE_CHECKING:
    from ilead_studio.ui.commands.features import Deeds
    from ilead_studio.ui.meetings.about_card import AboutCard
    from ilead_studio.ui.window import MainWindow

_OTHER = Qt.FocusReason.OtherFocusReason
_OPENED: Final = ("catch up", "copy meeting e-mail", "add decision", "add next step")
"""What waits until the meeting is open."""
_PAGE, _LOOKING_BACK = "meetings", "looking back"


class MeetingsPage(QObject):
    """What stands in the section Meetings: one meeting, or the invitation to plan the first."""

    def __init__(self, window: "MainWindow") -> None:
        self._window, self.work, look = window, window.work, window.look
        self.sheet = MeetingSheet(window.work, look, window.around.clock)
        self.sheet.setParent(window.whole)
        self._known = self.work.workbook.meetings
        self.form = MeetingPage(self.sheet)
        self.empty = EmptyPage(
            look, say("No meeting yet. Plan the first one."), say("Plan a meeting"),
            lambda: self._window.do("new meeting"),
        )  # fmt: skip
        self._stack = PageStack(self.form, self.empty)
        super().__init__(self._stack)
        self.page: QWidget = self._stack
        self._left = MeetingLeft(window, self.sheet)
        self.left: QWidget = self._left
        self.right: QWidget | None = None
        self._refreshing = Once(self.refresh, self.page, lambda: not has_keyboard(self.page))
        self._listing = Once(self._list, self.page, beside)
        self._connect()
        self.sheet.show(self.work.in_section.get(_PAGE, ""))
        self._find_one()
        self.form.refresh()  # before it stands in the window, where each widget costs more

    @cached_property
    def _about(self) -> "AboutCard":
        """What asks what a line is about, made when it is first asked."""
        from ilead_studio.ui.meetings.about_card import AboutCard

        made = AboutCard(self._window.look, self._window.whole)
        made.chosen.connect(self._link)
        made.gone_to.connect(lambda item_id: go_to(self._window, item_id))
        made.said.connect(self.work.said)
        return made

    @cached_property
    def _late(self) -> TextCard:
        """The page for those who come late."""
        return TextCard(self._window.look, self._window.whole, say("Catch-up for latecomers"))

    def _connect(self) -> None:
        for signal in (self.work.changed, self.work.renewed):
            signal.connect(self._refreshing.ask)
        self.work.opened.connect(self._begin_anew)
        self._stack.shown.connect(self.refresh)
        self.sheet.turned.connect(self.refresh)
        self.form.asked.connect(self._window.do)
        self.form.gone_to.connect(lambda item_id: go_to(self._window, item_id))
        self.form.given_up.connect(lambda: self._window.left.bring(self._left.list))
        self.form.closing.packet_asked.connect(self._open_packet)
        self.form.link_asked.connect(self._ask_about)
        self.form.opening["since"].further_asked.connect(
            lambda: self._window.sections.go(_LOOKING_BACK, self._compared_with())
        )
        self._left.asked.connect(self._on_asked)
        QApplication.instance().focusChanged.connect(self._on_focus)  # type: ignore[union-attr]  # there is one
        self._left.gone_to.connect(self._go_in_time)

    # --- showing ---------------------------------------------------------------------------------
    def show_item(self, item_id: str) -> None:
        """Show a meeting, or one of its decisions or next steps."""
        book = self.work.workbook
        line = next((it for it in agreed(book) if it.id == item_id), None)
        meeting_id = line.meeting_id if line else item_id
        if meeting_with_id(book, meeting_id):
            self.sheet.show(meeting_id)
            self.refresh()
            field = self.form.field_of(line.id) if line else None
            if field is not None:  # whoever comes along goes there; Find keeps the keyboard
                self.page.setFocusProxy(field)

    def _begin_anew(self) -> None:
        """Show the meeting for which somebody comes in another workbook."""
        self._known = self.work.workbook.meetings
        self.sheet.mailed.clear()
        self.sheet.show("")
        self._find_one()

    def _find_one(self) -> None:
        """Show the meeting for which somebody comes, when there is none in view."""
        if self.sheet.meeting is None:
            there = meeting_in_view(self.work.workbook)
            self.sheet.show(there.id if there else "")

    def refresh(self) -> None:
        """Show what is known now; a meeting that came, or came back, is gone to."""
        if not self.page.isVisible():
            return
        known, self._known = {it.id for it in self._known}, self.work.workbook.meetings
        new = [it.id for it in self._known if it.id not in known]
        if new and known and self.sheet.meeting_id not in new:
            self.sheet.meeting_id = new[-1]
        self._find_one()
        self.work.in_section[_PAGE] = self.sheet.meeting_id
        there = self.form if self.sheet.meeting else self.empty
        self.form.refresh()
        snapshot = self._compared_with()
        self.form.opening["since"].offer(say("Show what changed") if snapshot else "")
        self._stack.turn(there)
        self.page.setFocusProxy(self.form.start() if self.sheet.meeting else self.empty.press)
        self._listing.ask()
        self._window.show_state()

    def _compared_with(self) -> str:
        """Return the snapshot since which changes can be shown; empty when there is none."""
        meeting = self.sheet.meeting
        snapshot = last_snapshot(self.work.workbook, meeting) if meeting else None
        there = snapshot and self._window.sections.knows(_LOOKING_BACK)
        return snapshot.id if snapshot and there else ""

    def _list(self) -> None:
        """Show the list as it is now; who types waits for the page only."""
        if self.page.isVisible():
            self._left.refresh()

    # --- what a section tells --------------------------------------------------------------------
    def counts(self) -> str:
        """Say how many meetings there are, and how far the one in view is."""
        return meetings_words(self.work.workbook, self.sheet.meeting_id)

    def keys(self) -> tuple[str, ...]:
        """Name the keys that help now."""
        if self.sheet.meeting is None:
            return (say("Enter  plan a meeting"),)
        step = self._step_key()
        if has_keyboard(self._left.list):
            first = (
                say("Enter  go there") if self._left.is_timeline else say("Enter  plan a meeting")
            )
            return (first, *step, say("Tab  the meeting"), say("Del  delete the meeting"))
        key = self._window.actions_by_name.key
        jumps = [(name, words) for name, words in _jumps() if key(name) and not self.why_not(name)]
        return (*step, *(f"{key(name)}  {words}" for name, words in jumps),
                say("Enter  next row"), say("Space  tick"), say("Alt+Up, Down  move the row"),
                say("Esc  list of meetings"))  # fmt: skip

    def _on_focus(self, old: QWidget | None, now: QWidget | None) -> None:
        """Name other keys where the keyboard comes to the list, or leaves it."""
        if self._left.list in (old, now) and self.page.isVisible():
            self._window.show_state()

    def _step_key(self) -> tuple[str, ...]:
        """Name the key that opens the meeting in view, or closes it."""
        meeting, key = self.sheet.meeting, self._window.actions_by_name.key("meeting step")
        state = meeting_state(meeting) if meeting else ""
        words = {"planned": say("{key}  open it", key=key), "open": say("{key}  close it", key=key)}
        return (words[state],) if state in words else ()

    def deeds(self) -> "Deeds":
        """Return what the commands do."""
        return {
            "meeting step": self._go_on,
            "who is here": self.form.who.go_to_first,
            "agenda": self.form.agenda.lines.go_to_undone,
            "add decision": self.form.decided.lines.go_to_empty,
            "add next step": self.form.steps.lines.go_to_empty,
            "close meeting": self._close,
            "open meeting again": lambda: self._after(self.sheet.reopen()),
            "catch up": self._show_catch_up,
            "copy meeting e-mail": lambda: self._copy_email(),
            "new meeting": self._plan,
            "delete": self._delete,
        }

    def why_not(self, name: str) -> str:
        """Say why one of them cannot be done now."""
        meeting = self.sheet.meeting
        if name == "new meeting":
            return ""
        if meeting is None:
            return say("There is no meeting yet. Insert plans one.")
        state = meeting_state(meeting)
        if name == "meeting step" and state == "closed":
            return say("This meeting is closed. Open it again first.")
        if name == "close meeting" and state != "open":
            return say("Open the meeting first.") if state == "planned" else say("It is closed.")
        if name == "open meeting again" and state != "closed":
            return say("This meeting is not closed.")
        if name in _OPENED and state == "planned":
            return say("Open the meeting first.")
        return self.form.who.why_nobody() if name == "who is here" else ""

    # --- commands --------------------------------------------------------------------------------
    def _on_asked(self, asked: str) -> None:
        """Do what a key in the list asks for."""
        if asked == "page":
            self.page.setFocus(_OTHER)
        elif asked == "edit":
            self.form.details.fields["title"].setFocus(_OTHER)
        else:
            self._window.do(asked)

    def _go_in_time(self, kind: str, item_id: str) -> None:
        """Go to what a row of the timeline tells of."""
        sections = self._window.sections
        if kind == "meeting":
            self.sheet.show(item_id)
            self.page.setFocus(_OTHER)
        elif kind == "cycle":
            sections.go("pdsa", item_id)
        elif sections.knows(_LOOKING_BACK):
            sections.go(_LOOKING_BACK, item_id)
        else:
            self._tell_of(item_id)

    def _tell_of(self, snapshot_id: str) -> None:
        """Say how much changed since a snapshot."""
        book = self.work.workbook
        for it in book.snapshots:
            if it.id == snapshot_id:
                told = say("{changes} since “{name}”.", changes=since_words(book, it), name=it.name)
                self.work.said.emit(capital(told))

    def _go_on(self) -> None:
        """Open the meeting; an open one is closed by its button, which gets the keyboard."""
        meeting, press = self.sheet.meeting, self.form.closing.close_it
        if meeting is None:
            return
        if meeting_state(meeting) == "planned":
            self._after(self.sheet.open())
        elif press.hasFocus():
            self._close()
        else:
            press.setFocus(Qt.FocusReason.TabFocusReason)

    def _close(self) -> None:
        """Do what is ticked: one step, and the e-mail on the clipboard."""
        card = self.form.closing
        keeps, mails, packs = (card.does(it) for it in ("snapshot", "email", "packet"))
        if not self.sheet.close(keeps=keeps, packs=packs):
            return
        if mails:
            self._copy_email(tells=False)
        self._after(True)
        self.work.said.emit(card.done.text())

    def _open_packet(self) -> None:
        """Go to the packet of the meeting."""
        meeting = self.sheet.meeting
        packet = packet_of(self.work.workbook, meeting) if meeting else None
        if packet:
            self._window.sections.go("handouts", packet.id)

    def _copy_email(self, *, tells: bool = True) -> None:
        mail = email(self.work.workbook, self.sheet.meeting_id)
        if mail is None:
            self.work.said.emit(say("Nobody else may read what is said of this meeting."))
            return
        QApplication.clipboard().setText(mail.whole)
        self.sheet.mailed.add(self.sheet.meeting_id)
        self.form.refresh_cards()
        if tells:
            self.work.said.emit(say("The e-mail text is on the clipboard."))

    def _show_catch_up(self) -> None:
        text = catch_up(self.work.workbook, self.sheet.meeting_id)
        if not text:
            self.work.said.emit(say("Nobody else may read what is said of this meeting."))
            return
        near = self.form.head.late
        below = near.mapTo(self._window.whole, QPoint(near.width(), near.height() + 4))
        top = self.page.mapTo(self._window.whole, QPoint(0, 4))  # the button may be scrolled away
        self._late.show_text(text, QPoint(below.x(), max(below.y(), top.y())))
        self.work.said.emit(say("The catch-up is on the clipboard."))

    def _plan(self) -> None:
        if self.sheet.plan():
            self.refresh()
            day = self.form.details.day
            day.setFocus(Qt.FocusReason.TabFocusReason)
            day.selectAll()

    def _delete(self) -> None:
        meeting = self.sheet.meeting
        if meeting is None:
            return
        told = goes_with(self.work.workbook, meeting.id)
        if self.sheet.delete_meeting():
            name = meeting_name(meeting)
            words = say("“{meeting}” is deleted.", meeting=name)
            self.work.said.emit(" ".join(filter(None, (words, told))))

    def _after(self, done: bool) -> None:
        """Let the keyboard go where somebody works on."""
        if done:
            self.refresh()
            self.page.setFocus(_OTHER)

    # --- what a line is about --------------------------------------------------------------------
    def _ask_about(self, line_id: str, near: QWidget) -> None:
        book = self.work.workbook
        line = next((it for it in agreed(book) if it.id == line_id), None)
        if line is not None and not self.work.refuses():
            self._about.ask(book, line_id, line.item_id or "", near)

    def _link(self, line_id: str, item_id: str) -> None:
        is_step = any(it.id == line_id for it in self.work.workbook.next_steps)
        what: What = "steps" if is_step else "decided"
        self.sheet.change(what, line_id, "item_id", item_id or None, burst=False)


def _jumps() -> tuple[tuple[str, str], ...]:
    """Return the commands that go to a card of the page, with what is there."""
    return (
        ("who is here", say("who is here")), ("agenda", say("agenda")),
        ("add decision", say("decision")), ("add next step", say("next step")),
    )  # fmt: skip
