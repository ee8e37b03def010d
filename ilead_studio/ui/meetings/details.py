"""The cards of a meeting that say when and where it is, who is here, and what else to know."""

from typing import Final, get_args

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtGui import QIntValidator, QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLineEdit

from ilead_studio.model.meeting import MeetingKind
from ilead_studio.rules.meeting_attendance import AttendanceRow, attendance_rows, here_words
from ilead_studio.rules.meetings import kind_words
from ilead_studio.ui.commands.keys import NONE, pressed
from ilead_studio.ui.inspector.fields import LineField, PickField, TextField
from ilead_studio.ui.meetings.card import MeetingCard
from ilead_studio.ui.meetings.expected import Expected
from ilead_studio.ui.meetings.lines import find_roles
from ilead_studio.ui.meetings.sheet import MeetingSheet
from ilead_studio.ui.widgets.day_field import DayField
from ilead_studio.ui.widgets.parts import Wrapped, label
from ilead_studio.ui.widgets.typing_step import TypingStep
from ilead_studio.words import capital, say

_STEPS: Final = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}
"""Up and Down count."""
_MOST_PEOPLE: Final = 9_999
_LABEL: Final = 64


class DetailsCard(MeetingCard):
    """Day, kind, title, place and time of a meeting, and who leads it."""

    def __init__(self, sheet: MeetingSheet) -> None:
        super().__init__(sheet.look, say("This meeting"))
        self._sheet, self.roles = sheet, QStringListModel(self)
        px = sheet.look.px
        self.grid = QGridLayout()
        self.grid.setHorizontalSpacing(px(8))
        self.grid.setVerticalSpacing(px(4))
        for column in (1, 3):
            self.grid.setColumnStretch(column, 1)
        self.stack.addLayout(self.grid)
        self.expected = Expected(sheet)
        self.stack.addWidget(self.expected)
        self._make_fields(sheet)

    def _make_fields(self, sheet: MeetingSheet) -> None:
        """Make the fields, and put each at its place."""
        self.day = DayField(say("Day"), sheet.today)
        self.day.dated.connect(self._put_day)
        self.day.refused.connect(sheet.work.said.emit)
        self.day.returnPressed.connect(self.day.focusNextChild)
        self.kind = PickField(say("Kind"))
        kinds: tuple[MeetingKind, ...] = get_args(MeetingKind)
        for kind in kinds:
            self.kind.addItem(capital(kind_words(kind)), kind)
        self.kind.activated.connect(lambda _at: sheet.put("kind", self.kind.currentData()))
        self.fields = {
            "title": self._line("title", say("Title"), say("If it needs one"),
                                say("Only if it needs a name of its own")),
            "place": self._line("place", say("Place"), say("Roosevelt library"),
                                say("Such as Roosevelt library")),
            "time": self._line("time", say("Time"), say("14:00–15:30"),
                               say("Such as 14:00–15:30")),
            "led_by": self._line("led_by", say("Led by"), say("A role"),
                                 say("A role, never a name")),
        }  # fmt: skip
        find_roles(self.fields["led_by"], self.roles, lambda text: self._write("led_by", text))
        self._add(self.day, 0, 0)
        self._add(self.kind, 0, 2)
        self._add(self.fields["place"], 1, 0, wide=True)
        self._add(self.fields["time"], 2, 0)
        self._add(self.fields["title"], 2, 2)
        self._add(self.fields["led_by"], 3, 0, wide=True)

    def _add(
        self, part: LineField | PickField, row: int, column: int, *, wide: bool = False
    ) -> None:
        before = label(part.accessibleName(), "status")
        before.setBuddy(part)
        self.grid.addWidget(before, row, column)
        self.grid.addWidget(part, row, column + 1, 1, 3 if wide else 1)

    def _line(self, field: str, name: str, asks: str, says: str) -> LineField:
        made = LineField(name, asks)
        made.setAccessibleDescription(says)
        TypingStep(self._sheet.work, made, lambda text: self._write(field, text), self.refresh)
        return made

    def offer_roles(self, roles: list[str]) -> None:
        """Offer roles and parties where one is typed."""
        if roles != self.roles.stringList():
            self.roles.setStringList(roles)

    def _write(self, field: str, text: str) -> None:
        self._sheet.put(field, text, burst=True)

    def _put_day(self, day: object) -> None:
        """Take another day; a meeting always has one."""
        if day is not None:
            self._sheet.put("day", day)
        if self._sheet.meeting:
            self.day.show_day(self._sheet.meeting.day)

    def refresh(self) -> None:
        """Show what is known of the meeting in view."""
        meeting, off = self._sheet.meeting, self._sheet.work.read_only
        if meeting is None:
            return
        self.day.show_day(meeting.day)
        self.kind.setCurrentIndex(max(0, self.kind.findData(meeting.kind)))
        for name, field in self.fields.items():
            field.show_text(getattr(meeting, name))
            field.setReadOnly(off)
        self.day.setReadOnly(off)
        self.kind.setEnabled(not off)
        self.expected.tell(meeting)


class HeadCount(LineField):
    """How many people; Up and Down count. ``counted`` brings the number, None for nothing said."""

    counted = Signal(object)

    def __init__(self) -> None:
        super().__init__("", "–")
        self.setAccessibleDescription(say("Up and Down count. 0 says that they were missed."))
        self.setValidator(QIntValidator(0, _MOST_PEOPLE, self))
        self.typed.connect(lambda text: self.counted.emit(int(text) if text else None))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Count with Up and Down, go on with Enter."""
        key, held = pressed(event)
        step = _STEPS.get(Qt.Key(key), 0) if held == NONE else 0
        if step:
            self.counted.emit(min(_MOST_PEOPLE, max(0, int(self.text() or 0) + step)))
        else:
            QLineEdit.keyPressEvent(self, event)


class WhoCard(MeetingCard):
    """How many are here in each role and of each party: never a name of a person."""

    def __init__(self, sheet: MeetingSheet) -> None:
        super().__init__(sheet.look, say("Who is here"))
        self._sheet = sheet
        self._rows: tuple[AttendanceRow, ...] = ()
        self._told: dict[int, object] = {}
        self.lines: list[tuple[Wrapped, HeadCount]] = []
        self.hint = Wrapped(
            say("Numbers only, never names. 0 says that they were missed."), "small"
        )
        self.grid = QGridLayout()
        self.grid.setHorizontalSpacing(sheet.look.px(8))
        self.grid.setVerticalSpacing(sheet.look.px(2))
        for column in (0, 2):
            self.grid.setColumnStretch(column, 1)
        self.grid.setColumnMinimumWidth(1, sheet.look.px(_LABEL))
        self.stack.addLayout(self.grid)
        self.stack.addWidget(self.hint)
        self.nobody = Wrapped(_nobody(), "status")
        self.stack.addWidget(self.nobody)

    def refresh(self) -> None:
        """Show who is here."""
        meeting, book = self._sheet.meeting, self._sheet.work.workbook
        if meeting is None:
            return
        self._rows = attendance_rows(book, meeting)
        self.note.setText(here_words(book, meeting))
        self.hint.setVisible(bool(self._rows))
        self.nobody.setVisible(not self._rows)
        while len(self.lines) < len(self._rows):
            self.lines.append(self._line(len(self.lines)))
        for at, line in enumerate(self.lines):
            self._fill(at, *line)

    def go_to_first(self) -> None:
        """Give the keyboard to the first number that nobody has said, else to the first one."""
        numbers = [number for _, number in self.lines if not number.isHidden()]
        unsaid = (it for it in numbers if not it.text() and not it.isReadOnly())
        next(unsaid, numbers[0]).setFocus(Qt.FocusReason.TabFocusReason)

    def why_nobody(self) -> str:
        """Say why nobody can be counted; empty when somebody can."""
        return "" if self._rows else _nobody()

    def _line(self, at: int) -> tuple[Wrapped, HeadCount]:
        words, number = Wrapped(""), HeadCount()
        number.setProperty("kind", "cell")
        number.setFixedWidth(self._sheet.look.px(56))
        number.counted.connect(lambda counted: self._sheet.count(self._rows[at], counted))
        number.done.connect(self._sheet.end_burst)
        number.returnPressed.connect(number.focusNextChild)
        row, column = at // 2, at % 2 * 2
        self.grid.addWidget(words, row, column)
        self.grid.addWidget(number, row, column + 1)
        return words, number

    def _fill(self, at: int, words: Wrapped, number: HeadCount) -> None:
        is_shown, off = at < len(self._rows), self._sheet.work.read_only
        told = (self._rows[at] if is_shown else None, off)
        if told == self._told.get(at):
            return
        self._told[at] = told
        words.setVisible(is_shown)
        number.setVisible(is_shown)
        if is_shown:
            row = self._rows[at]
            words.setText(capital(row.words))
            number.setAccessibleName(say("How many: {who}", who=row.words))
            number.show_text("" if row.number is None else str(row.number))
            number.setReadOnly(row.is_kept or off)


def _nobody() -> str:
    return say("Parties and roles are named in the partnership: Ctrl+8.")


class WordsCard(MeetingCard):
    """A field of a meeting that has several lines."""

    def __init__(self, sheet: MeetingSheet, name: str, words: str, lines: int, asks: str) -> None:
        super().__init__(sheet.look, words)
        self._sheet, self._name = sheet, name
        self.field = TextField(sheet.look, words, lines, asks)
        TypingStep(
            sheet.work, self.field, self._write,
            self.refresh, paragraphs=True,
        )  # fmt: skip
        self.stack.addWidget(self.field)

    def refresh(self) -> None:
        """Show what the meeting in view says."""
        if self._sheet.meeting:
            self.field.show_text(getattr(self._sheet.meeting, self._name))
            self.field.be_read_only(self._sheet.work.read_only)

    def _write(self, text: str) -> None:
        self._sheet.put(self._name, text, burst=True)
