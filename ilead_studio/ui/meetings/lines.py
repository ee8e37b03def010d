"""The agenda, decisions and next steps of a meeting as rows of fields; the last one is empty."""

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from PySide6.QtCore import QSize, QStringListModel, Qt, Signal
from PySide6.QtWidgets import QCompleter, QGridLayout, QPushButton, QSizePolicy, QWidget

from ilead_studio.rules.meeting_about import topic_of
from ilead_studio.ui.inspector.fields import LineField, NumberField, Tick
from ilead_studio.ui.looks.icons import icon
from ilead_studio.ui.looks.look import Look
from ilead_studio.ui.meetings.sheet import MeetingLine, MeetingSheet, What
from ilead_studio.ui.widgets.cells import Cell
from ilead_studio.ui.widgets.day_field import DayField
from ilead_studio.ui.widgets.late import late
from ilead_studio.ui.widgets.parts import OneLine, button, label
from ilead_studio.ui.widgets.typing_step import TypingStep
from ilead_studio.words import say

_FOUR_HOURS = 240
_AFTER = Qt.FocusReason.TabFocusReason
Field = Cell | LineField


class Shape(NamedTuple):
    """What rows have: which list it is, its words, what an empty row asks for.

    ``ticks`` is what a tick means, empty for none; ``columns`` beside the words: "minutes" and
    "led_by"; ``below`` them "owner" and "due"; with ``links`` a row can be about an item.
    """

    what: What
    name: str
    asks: str
    ticks: str = ""
    columns: tuple[str, ...] = ()
    below: tuple[str, ...] = ()
    links: bool = False


class _Row(NamedTuple):
    """The widgets of a line."""

    tick: Tick | None
    fields: dict[str, Field]
    link: QPushButton | None
    about: OneLine

    @property
    def text(self) -> Cell:
        """The field of the words."""
        made = self.fields["text"]
        assert isinstance(made, Cell)
        return made

    def every(self) -> tuple[QWidget, ...]:
        """Return what can be seen."""
        ends = (it for it in (self.tick, self.link) if it is not None)
        return (*self.fields.values(), *ends)


class Lines(QWidget):
    """Enter goes to the next row, Alt+Up and Alt+Down move a row, Alt+Del deletes it.

    ``link_asked`` wants to say what a line is about, beside that button.
    """

    link_asked = Signal(str, QWidget)

    def __init__(self, sheet: MeetingSheet, shape: Shape) -> None:
        super().__init__()
        self._sheet, self._shape = sheet, shape
        self._roles = QStringListModel(self)
        self._shown: dict[int, object] = {}
        self._of: tuple[object, str] = (None, "")
        self.rows: list[_Row] = []
        px = sheet.look.px
        self.grid = QGridLayout(self)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.grid.setHorizontalSpacing(px(4))
        self.grid.setVerticalSpacing(px(2))
        self.grid.setColumnStretch(1, 1)
        for at, heading in enumerate(_heading(it) for it in shape.columns):
            made = label(heading, "small")
            made.setContentsMargins(px(4), 0, 0, 0)
            self.grid.addWidget(made, 0, 2 + at)

    @property
    def _lines(self) -> tuple[MeetingLine, ...]:
        """The lines as they are now: who types fast is ahead of what is shown."""
        return self._sheet.lines(self._shape.what)

    # --- showing ---------------------------------------------------------------------------------
    def offer_roles(self, roles: list[str]) -> None:
        """Offer roles and parties where one is typed."""
        if roles != self._roles.stringList():
            self._roles.setStringList(roles)

    def refresh(self) -> None:
        """Show the lines of the meeting in view, and one empty row unless it is read only."""
        before, self._of = self._of, (self._sheet.work.session, self._sheet.meeting_id)
        if before != self._of and before[0] is self._of[0]:
            self._sheet.work.beside.leave(it for row in self.rows for it in row.fields.values())
        off, lines = self._sheet.work.read_only, self._lines
        more = len(lines) + (not off) - len(self.rows)
        for _ in range(more):
            self.rows.append(self._make(len(self.rows)))
        for at, row in enumerate(self.rows):
            line = lines[at] if at < len(lines) else None
            self._fill(at, row, line, is_last=at == len(lines), off=off)

    def _fill(
        self, at: int, row: _Row, line: MeetingLine | None, *, is_last: bool, off: bool
    ) -> None:
        due = self._sheet.proposed_day() if is_last and "due" in row.fields else None
        about = getattr(line, "item_id", None) if line else None
        topic = topic_of(self._sheet.work.workbook, about) if about else None
        shows = (self._sheet.meeting_id, line, is_last, due, topic, off)
        if shows == self._shown.get(at):
            return  # so that words wait in an empty row until it has any
        self._shown[at] = shows
        for part in row.every():
            part.setVisible(line is not None or (is_last and not off))
        if row.tick:
            row.tick.show_ticks([bool(line and getattr(line, "done", False))])
            row.tick.setEnabled(line is not None and not off)
        for name, field in row.fields.items():
            self._show(field, getattr(line, name) if line else due if name == "due" else None)
            field.setReadOnly(off)
            if name != "text" and not isinstance(field, DayField):
                late(field, on=line is None, unseen=True)
        if row.link:
            row.link.setEnabled(line is not None and not off)
            _name_link(row.link, topic.words if topic else "", self._sheet.look)
        told = _about(topic.words) if topic else ""
        row.text.setAccessibleDescription(told)
        row.about.setText(told)
        row.about.setVisible(bool(told))

    @staticmethod
    def _show(field: Field, value: object) -> None:
        if isinstance(field, DayField):
            field.show_day(value if isinstance(value, date) else None)
        else:
            field.show_text(str(value) if value else "")

    # --- making ----------------------------------------------------------------------------------
    def _make(self, at: int) -> _Row:
        shape, grid, first, upper = self._shape, self.grid, 1 + 3 * at, Qt.AlignmentFlag.AlignTop
        tick = self._tick(at) if shape.ticks else None
        if tick:
            grid.addWidget(tick, first, 0, upper)
        text, about = self._text(at), OneLine("small")
        across = max(1, len(shape.below))
        grid.addWidget(text, first, 1, 1, across, upper)
        beside = {it: self._field(at, it) for it in shape.columns}
        below = {it: self._field(at, it) for it in shape.below}
        for place, field in enumerate(beside.values()):
            grid.addWidget(field, first, 2 + place)
        for place, field in enumerate(below.values()):
            grid.addWidget(field, first + 1, 1 + place)
        link = self._link(at) if shape.links else None
        if link:
            grid.addWidget(link, first, 1 + across, upper)
        about.setContentsMargins(self._sheet.look.px(8), 0, 0, self._sheet.look.px(4))
        grid.addWidget(about, first + 2, 1, 1, across)
        return _Row(tick, {"text": text, **beside, **below}, link, about)

    def _name(self, at: int, column: str) -> str:
        what = say("{what} {number}", what=self._shape.name, number=at + 1)
        return say("{what}: {column}", what=what, column=column) if column else what

    def _text(self, at: int) -> Cell:
        made = Cell(self._sheet.look, self._name(at, ""), self._shape.asks)
        made.typed.connect(lambda text: self._write(at, "text", text))
        made.done.connect(lambda: self._leave(at))
        made.entered.connect(lambda: self.go(at + 1))
        made.left.connect(lambda step: self.go(at + step))
        made.asked.connect(lambda asked: self._change(at, asked))
        return made

    def _field(self, at: int, column: str) -> LineField:
        made = {
            "due": self._day, "owner": self._owner, "led_by": self._leader,
            "minutes": self._minutes,
        }[column](at)  # fmt: skip
        made.returnPressed.connect(lambda: self.go(at + 1))
        made.done.connect(lambda: self._tell_waiting(at, made))
        if column == "minutes":
            made.done.connect(self._sheet.end_burst)
        made.setProperty("kind", "cell")
        policy = QSizePolicy.Policy
        made.setSizePolicy(policy.Expanding, policy.Expanding)  # to end where the words end
        return made

    def _day(self, at: int) -> LineField:
        made = DayField(self._name(at, say("by when")), self._sheet.today)
        made.dated.connect(lambda day: self._write(at, "due", day, burst=False))
        made.refused.connect(self._sheet.work.said.emit)
        made.setFixedWidth(self._sheet.look.px(112))
        return made

    def _owner(self, at: int) -> LineField:
        made = LineField(self._name(at, say("owner")), say("Owner, a role"))
        return self._role(made, lambda text: self._write(at, "owner", text))

    def _leader(self, at: int) -> LineField:
        made = LineField(self._name(at, say("led by")), say("A role"))
        made.setFixedWidth(self._sheet.look.px(148))
        return self._role(made, lambda text: self._write(at, "led_by", text))

    def _role(self, made: LineField, write: Callable[[str], None]) -> LineField:
        made.setToolTip(say("A role, never a name"))
        TypingStep(self._sheet.work, made, write, lambda: None, paragraphs=True)
        find_roles(made, self._roles, write)
        return made

    def _minutes(self, at: int) -> LineField:
        made = NumberField(self._name(at, say("minutes")), _FOUR_HOURS)
        made.setPlaceholderText(say("min"))
        made.counted.connect(lambda number: self._write(at, "minutes", number))
        made.setMaximumWidth(self._sheet.look.px(56))
        return made

    def _tick(self, at: int) -> Tick:
        made = Tick("")
        made.setAccessibleName(self._name(at, self._shape.ticks))
        made.clicked.connect(
            lambda on: self._sheet.tick(self._shape.what, self._lines[at].id, on=bool(on))
        )
        return made

    def _link(self, at: int) -> QPushButton:
        made, size = button("", "icon", self._sheet.look), self._sheet.look.px(16)
        made.setIconSize(QSize(size, size))
        made.setAccessibleDescription(self._name(at, ""))
        made.clicked.connect(lambda: self.link_asked.emit(self._lines[at].id, made))
        return made

    # --- writing ---------------------------------------------------------------------------------
    def _write(self, at: int, field: str, value: object, *, burst: bool = True) -> None:
        if at < len(self._lines):
            if field != "text" or str(value).strip():
                line_id = self._lines[at].id
                self._sheet.change(self._shape.what, line_id, field, value, burst=burst)
        elif self.rows[at].text.toPlainText().strip():
            row = self.rows[at]
            fields = {name: _value(it) for name, it in row.fields.items() if name != "text"}
            self._sheet.add(self._shape.what, row.text.toPlainText(), **fields)

    def _leave(self, at: int) -> None:
        """A line whose words were all taken out goes, unless it says something else."""
        self._sheet.end_burst()
        if at >= len(self._lines) or self.rows[at].text.toPlainText().strip():
            return
        line = self._lines[at]
        if any(getattr(line, it, None) for it in ("owner", "led_by", "item_id")):
            self.rows[at].text.show_text(line.text)
            self._sheet.work.said.emit(say("Alt+Del deletes the whole line."))
        else:
            self._sheet.delete(self._shape.what, line.id)

    def _tell_waiting(self, at: int, field: LineField) -> None:
        """Say of words in an empty row what they wait for."""
        if at >= len(self._lines) and field.isModified() and field.text():
            what = self._shape.asks
            self._sheet.work.said.emit(say("Fill in “{what}”; then this line is kept.", what=what))

    def _change(self, at: int, asked: str) -> None:
        """Move a line, or delete it; the keyboard goes with it."""
        if at >= len(self._lines):
            return
        what, ids = self._shape.what, [it.id for it in self._lines]
        if asked == "delete":
            self._sheet.delete(what, ids[at])
        elif asked == "up" and at > 0:
            if self._sheet.move(what, ids[at], ids[at - 1]):
                self.go(at - 1)
        elif asked == "down" and at + 1 < len(ids):
            before = ids[at + 2] if at + 2 < len(ids) else None
            if self._sheet.move(what, ids[at], before):
                self.go(at + 1)

    # --- the keyboard ----------------------------------------------------------------------------
    def go(self, at: int) -> None:
        """Give the keyboard to a row; beyond the last one to what comes after the list."""
        shown = [row for row in self.rows if not row.text.isHidden()]
        if 0 <= at < len(shown):
            shown[at].text.setFocus(_AFTER)
        elif at > 0 and shown:
            last = [*shown[-1].fields.values()][-1]
            last.setFocus(_AFTER)  # Qt goes on from where the keyboard is
            last.focusNextChild()
        elif shown:
            shown[0].text.setFocus(_AFTER)
            shown[0].text.focusPreviousChild()

    @property
    def empty(self) -> QWidget:
        """Where the next line is typed."""
        at = min(len(self._lines), len(self.rows) - 1)
        return self.rows[at].text if self.rows else self

    def go_to_empty(self) -> None:
        """Give the keyboard to where the next line is typed."""
        if not self._sheet.work.refuses():
            self.empty.setFocus(_AFTER)

    def go_to_undone(self) -> None:
        """Give the keyboard to the tick of the first line that is not done, else where one types.

        In a workbook that can only be read no line can be ticked or typed.
        """
        if self._sheet.work.refuses():
            return
        ticks = (row.tick for row, it in zip(self.rows, self._lines, strict=False)
                 if not getattr(it, "done", None))  # fmt: skip
        (next(ticks, None) or self.empty).setFocus(_AFTER)

    def field_of(self, line_id: str) -> QWidget | None:
        """Return where the words of a line stand; None if it is not here."""
        at = next((at for at, it in enumerate(self._lines) if it.id == line_id), -1)
        return self.rows[at].text if 0 <= at < len(self.rows) else None


def _value(field: Field) -> object:
    if isinstance(field, DayField):
        return field.day
    if isinstance(field, NumberField):
        return int(field.text() or 0)
    return field.text() if isinstance(field, LineField) else field.toPlainText()


def _heading(column: str) -> str:
    return {"minutes": say("Minutes"), "led_by": say("Led by")}[column]


def find_roles(field: LineField, roles: QStringListModel, write: Callable[[str], None]) -> None:
    """Find the roles that hold what is typed into a field."""
    finds = QCompleter(roles, field)
    finds.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    finds.setFilterMode(Qt.MatchFlag.MatchContains)
    finds.activated.connect(lambda text: write(str(text)))
    field.setCompleter(finds)


def _about(words: str) -> str:
    return say("About “{words}”", words=words)


def _name_link(press: QPushButton, words: str, look: Look) -> None:
    """Say what a line is about on the button that changes it."""
    name = _about(words) if words else say("Say what it is about")
    press.setIcon(icon("link", look.theme, look.px(16), "accent" if words else "ink_soft"))
    press.setAccessibleName(name)
    press.setToolTip(name)
