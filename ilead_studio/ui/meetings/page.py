"""The page of a meeting: its head, the cards to look at first, and what it writes down."""

from typing import Final

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ilead_studio.model import Meeting
from ilead_studio.rules.meeting_changes import since_last
from ilead_studio.rules.meeting_open import opening
from ilead_studio.rules.meetings import meeting_state, usual_rules
from ilead_studio.ui.commands.keys import is_enter, is_escape
from ilead_studio.ui.frame.areas import hear_focus, holds
from ilead_studio.ui.frame.tab_order import tab_through
from ilead_studio.ui.meanwhile.once import Once, beside
from ilead_studio.ui.meetings.closing import ClosingCard
from ilead_studio.ui.meetings.details import DetailsCard, WhoCard, WordsCard
from ilead_studio.ui.meetings.head import MeetingHead
from ilead_studio.ui.meetings.lists import AgendaCard, DecidedCard, StepsCard
from ilead_studio.ui.meetings.opening import OpeningCard
from ilead_studio.ui.meetings.sheet import MeetingSheet
from ilead_studio.ui.widgets.parts import panel
from ilead_studio.words import say

WIDEST, NARROW = 1200, 800
"""Pixels at which the page stops growing, and under which the cards stand in one column."""
PAUSE_MS: Final = 400
"""How long nobody types before the cards that follow from the whole workbook are made anew."""
_AROUND, _BELOW = 24, 48
"""Pixels seen around the field one is in, and around a next step, which has its owner below."""
_LEFT: Final = ("since", "overdue", "hunches", "missed")
_RIGHT: Final = ("promised",)


class MeetingPage(QScrollArea):
    """One meeting.

    ``asked`` brings a command, ``gone_to`` an item to go to, ``link_asked`` a line and the button
    beside which to ask what it is about; ``given_up`` tells of Escape.
    """

    asked = Signal(str)
    gone_to = Signal(str)
    link_asked = Signal(str, QWidget)
    given_up = Signal()

    def __init__(self, sheet: MeetingSheet) -> None:
        super().__init__()
        self._sheet, self._look = sheet, sheet.look
        self._shown: tuple[str, str] = ("", "")
        self._made = 0
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.head = MeetingHead(sheet)
        self.opening = {name: OpeningCard(sheet.look) for name in (*_LEFT, *_RIGHT)}
        self.details, self.who = DetailsCard(sheet), WhoCard(sheet)
        rules = "\n".join(usual_rules())
        self.rules = WordsCard(sheet, "ground_rules", say("Ground rules"), 3, rules)
        self.notes = WordsCard(sheet, "notes", say("Notes"), 2, say("For the facilitator"))
        self.agenda, self.decided = AgendaCard(sheet), DecidedCard(sheet)
        self.steps, self.closing = StepsCard(sheet), ClosingCard(sheet)
        self._left = (*(self.opening[it] for it in _LEFT), self.details, self.who, self.rules)
        self._right = (
            *(self.opening[it] for it in _RIGHT), self.agenda, self.decided, self.steps,
            self.closing, self.notes,
        )  # fmt: skip
        self._compose()
        self._connect()

    def _compose(self) -> None:
        px = self._look.px
        inside, form = panel("panel"), QWidget()
        self._inside = inside
        form.setMaximumWidth(px(WIDEST))
        around = QHBoxLayout(inside)
        around.setContentsMargins(px(16), px(8), px(16), px(16))
        around.addWidget(form)
        stack = QVBoxLayout(form)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(px(8))
        stack.addWidget(self.head)
        self._across = across = QHBoxLayout()
        across.setSpacing(px(8))
        self._columns = QVBoxLayout(), QVBoxLayout()
        for column in self._columns:
            column.setSpacing(px(8))
            column.addStretch(1)
            across.addLayout(column)
        stack.addLayout(across)
        stack.addStretch(1)
        self._is_narrow: bool | None = None
        self._place(narrow=False)
        self.setWidget(inside)

    def _connect(self) -> None:
        self.head.asked.connect(self.asked)
        self.closing.asked.connect(self.asked)
        for name, card in self.opening.items():
            card.gone_to.connect(self.gone_to)
            card.left.connect(self.given_up)
            card.looked.connect(lambda rect, card=card: self._look_at(card, rect))
            card.ticked.connect(lambda step, on: self._tick(step, on=on))
            card.setObjectName(name)
        for lines in (self.decided.lines, self.steps.lines):
            lines.link_asked.connect(self.link_asked)
        self._later = Once(self.refresh_cards, self, beside)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._later.ask)
        hear_focus(self._on_focus)

    def _place(self, *, narrow: bool) -> None:
        """Let the cards stand in two columns, or all in one where it is narrow."""
        if narrow == self._is_narrow:
            return
        self._is_narrow = narrow
        for at, cards in enumerate((self._left, self._right)):
            for card in cards:
                column = self._columns[0 if narrow else at]
                for each in self._columns:
                    each.removeWidget(card)  # or the places would be counted with it
                column.insertWidget(column.count() - 1, card)
        for at, share in enumerate((1, 0) if narrow else (1, 1)):
            self._across.setStretch(at, share)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the cards anew at another width."""
        super().resizeEvent(event)
        self._place(narrow=self.width() < self._look.px(NARROW))

    def _order_tabs(self) -> None:
        """Let Tab go through what there is as it stands, once more of it was made."""
        lists = (self.agenda.lines.rows, self.decided.lines.rows, self.steps.lines.rows)
        made = sum(map(len, lists)) + len(self.who.lines)
        if made != self._made:
            self._made = made
            tab_through((self.head, *self._left, *self._right))

    # --- showing ---------------------------------------------------------------------------------
    def refresh(self) -> None:
        """Show the meeting in view; what follows from the whole workbook comes after a pause."""
        meeting = self._sheet.meeting
        if meeting is None:
            return
        is_other = (meeting.id, meeting_state(meeting)) != self._shown
        if is_other:
            self._turn(meeting)
        self.head.refresh()
        for card in (self.details, self.rules, self.notes, self.agenda, self.who):
            card.refresh()
        for later in (self.decided, self.steps) if meeting_state(meeting) != "planned" else ():
            later.refresh()
        self._order_tabs()
        if is_other:
            self.refresh_cards()
        elif self._types():
            self._pause.start()
        else:
            self._later.ask()

    def _turn(self, meeting: Meeting) -> None:
        """Show what a meeting has that is planned, open or closed; another one from its top."""
        state = meeting_state(meeting)
        if meeting.id != self._shown[0]:
            for card in self.opening.values():
                card.begin_anew()
        self.verticalScrollBar().setValue(0)
        self._shown = (meeting.id, state)
        for card in self.opening.values():
            card.setVisible(state == "open")
        for later in (self.decided, self.steps, self.closing):
            later.setVisible(state != "planned")

    def refresh_cards(self) -> None:
        """Make anew what follows from the whole workbook."""
        self._pause.stop()
        book, meeting = self._sheet.work.workbook, self._sheet.meeting
        if meeting is None:
            return
        roles = self._sheet.roles()
        self.details.offer_roles(roles)
        for lines in (self.agenda.lines, self.steps.lines):
            lines.offer_roles(roles)
        if meeting_state(meeting) == "open":
            changes = since_last(book, meeting)
            for card in opening(book, meeting.id, self._sheet.today(), changes):
                self.opening[card.name].tell(card)
        if meeting_state(meeting) != "planned":
            self.closing.refresh()

    def _types(self) -> bool:
        """Tell whether somebody types on the page."""
        focus = QApplication.focusWidget()
        return isinstance(focus, QLineEdit | QPlainTextEdit) and holds(self, focus)

    def _tick(self, step_id: str, *, on: bool) -> None:
        if self._sheet.tick("steps", step_id, on=on):
            self.refresh_cards()

    def start(self) -> QWidget:
        """Return where somebody begins: what is done next, or the first card to look at."""
        meeting = self._sheet.meeting
        match meeting_state(meeting) if meeting else "":
            case "planned":
                return self.head.open_it
            case "open":
                full = (it.list for it in self.opening.values() if it.list.rows)
                return next(full, self.agenda.lines.empty)
            case _:
                return self.closing.copies

    def _on_focus(self, _old: QWidget | None, now: QWidget | None) -> None:
        """Bring what has the keyboard into sight."""
        is_list = any(now is it.list for it in self.opening.values())
        if now is not None and not is_list and holds(self, now) and self.isVisible():
            room = _BELOW if now.parentWidget() is self.steps.lines else _AROUND
            self.ensureWidgetVisible(now, 0, self._look.px(room))

    def _look_at(self, card: OpeningCard, rect: QRect) -> None:
        """Bring a row of a card into sight."""
        at = card.list.mapTo(self._inside, rect.center())
        self.ensureVisible(at.x(), at.y(), 0, rect.height() + self._look.px(24))

    def field_of(self, line_id: str) -> QWidget | None:
        """Return where a decision or a next step stands, brought into sight; None for neither."""
        lists = (self.decided.lines, self.steps.lines)
        field = next((found for it in lists if (found := it.field_of(line_id))), None)
        if field is not None:
            self.ensureWidgetVisible(field, 0, self._look.px(24))
        return field

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape gives the keyboard back to the list of meetings; Enter presses a button."""
        focus = self.focusWidget()
        if is_escape(event):
            self.given_up.emit()
        elif is_enter(event) and isinstance(focus, QPushButton):
            focus.click()
        else:
            super().keyPressEvent(event)
