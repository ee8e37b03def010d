"""The card of the school calendar: the school year, and a list of breaks to be changed."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Final

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from ilead_studio import edits
from ilead_studio.model import Break, Party, Workbook
from ilead_studio.rules.calendar_rows import party_words
from ilead_studio.rules.school_weeks import monday
from ilead_studio.ui.inspector.fields import LineField, PickField
from ilead_studio.ui.looks.look import Look
from ilead_studio.ui.widgets.day_field import DayField
from ilead_studio.ui.widgets.late import late
from ilead_studio.ui.widgets.overlay import Overlay
from ilead_studio.ui.widgets.parts import Wrapped, button, label
from ilead_studio.ui.work import Work
from ilead_studio.words import say

WIDTH, MOST_ROWS, DAY, WHOM = 680, 8, 112, 132
_ALL: Final = ()


class CalendarCard(Overlay):
    """Each change counts at once, as one step; Escape closes it."""

    def __init__(self, work: Work, look: Look, over: QWidget, today: Callable[[], date]) -> None:
        super().__init__(over)
        self._work, self._look, self._over, self._today = work, look, over, today
        self.rows: dict[str, BreakRow] = {}
        self.setAccessibleName(say("School calendar"))
        px = look.px
        stack = QVBoxLayout(self)
        stack.setContentsMargins(*[px(16)] * 4)
        stack.setSpacing(px(8))
        stack.addWidget(label(say("School calendar"), "lead"))
        stack.addLayout(self._made_year())
        stack.addWidget(label(say("Breaks: no school, and no week is used up"), "label"))
        stack.addWidget(self._made_list())
        stack.addLayout(self._made_foot())

    def _made_year(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(self._look.px(8))
        self.first = self._day_field(say("First day of the school year"), "first")
        self.last = self._day_field(say("Last day of the school year"), "last")
        for words, field in ((say("School year from"), self.first), (say("to"), self.last)):
            line.addWidget(_plain(words))
            line.addWidget(field)
        line.addStretch(1)
        return line

    def _day_field(self, name: str, field: str) -> DayField:
        made = DayField(name, self._today, with_year=True)
        made.setFixedWidth(self._look.px(DAY))
        made.dated.connect(lambda day: self._put_year(**{field: day}))
        made.refused.connect(self._work.said)
        return made

    def _made_list(self) -> QScrollArea:
        self._inside, self._area = QWidget(), QScrollArea()
        self._lines = QVBoxLayout(self._inside)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(self._look.px(4))
        self._area.setWidgetResizable(True)
        self._area.setWidget(self._inside)
        for ground in (self._inside, self._area.viewport()):
            ground.setAutoFillBackground(False)  # that of the card is seen
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._nothing = Wrapped(say("No break is known. Weeks are counted through then."), "")
        self._lines.addWidget(self._nothing)
        return self._area

    def _made_foot(self) -> QHBoxLayout:
        line = QHBoxLayout()
        self.add = button(say("Add a break"), "plain", self._look, sign="plus", does=self._add)
        line.addWidget(self.add)
        line.addStretch(1)
        line.addWidget(button(say("Close"), "plain", self._look, does=self.go))
        return line

    def open_at(self, corner: QPoint) -> None:
        """Open with the upper right corner at a point."""
        self._fill()
        self._take_room()
        self.open_with(self.first, corner - QPoint(self.width(), 0))

    def _take_room(self) -> None:
        wide = min(self._look.px(WIDTH), self._over.width() - self._look.px(16))
        row = self._look.hit("control") + self._lines.spacing()
        high = max(1, min(MOST_ROWS, len(self.rows))) * row
        around = self._look.px(230)
        self._area.setFixedHeight(min(high, max(row, self._over.height() - around)))
        self.setFixedWidth(wide)
        self.adjustSize()

    # --- showing ---------------------------------------------------------------------------------
    def refresh(self) -> None:
        """Show the calendar as it is now, while the card is open."""
        if self.isVisible():
            many = len(self.rows)
            self._fill()
            if len(self.rows) != many:
                self._take_room()

    def _fill(self) -> None:
        calendar, parties = self._work.workbook.calendar, self._work.workbook.parties
        self.first.show_day(calendar.first)
        self.last.show_day(calendar.last)
        self._nothing.setVisible(not calendar.breaks)
        known, self.rows = self.rows, {}
        for at, it in enumerate(calendar.breaks):
            row = known.pop(it.id, None) or self._made_row(it.id)
            if self._lines.indexOf(row) != at:
                self._lines.insertWidget(at, row)
            row.tell(self._work.workbook, it, parties)
            row.show()
            self.rows[it.id] = row
        for row in known.values():
            row.hide()
            row.deleteLater()
        self._order_tabs()

    def _order_tabs(self) -> None:
        before: QWidget = self.last
        for row in self.rows.values():
            for part in row.parts:
                QWidget.setTabOrder(before, part)
                before = part
        QWidget.setTabOrder(before, self.add)

    def _made_row(self, break_id: str) -> "BreakRow":
        made = BreakRow(self._look, self._today)
        made.changed.connect(lambda fields: self._change(break_id, **fields))
        made.dropped.connect(lambda: self._drop(break_id))
        made.said.connect(self._work.said)
        return made

    # --- doing -----------------------------------------------------------------------------------
    def _put_year(self, **fields: object) -> None:
        label_ = say("set the school year")
        self._work.step(label_, lambda book: edits.put_calendar(book, **fields))
        self._fill()

    def _change(self, break_id: str, **fields: object) -> None:
        label_ = say("change a break")
        self._work.step(label_, lambda book: edits.change_break(book, break_id, **fields))
        self._fill()

    def _drop(self, break_id: str) -> None:
        """Take a break out; the keyboard goes to the next one, else to the button that adds."""
        at, every = [*self.rows].index(break_id), [*self.rows.values()]
        beside = (*every[at + 1 :], *reversed(every[:at]))
        there = beside[0].name if beside else self.add
        there.setFocus(Qt.FocusReason.TabFocusReason)
        label_ = say("delete a break")
        self._work.step(label_, lambda book: edits.delete_break(book, break_id))
        self.refresh()

    def _add(self) -> None:
        """Add a week without school after the last break, its name chosen to be typed."""
        calendar, new_id = self._work.workbook.calendar, self._work.ids()
        last = max((it.last for it in calendar.breaks), default=self._today())
        first = monday(last) + timedelta(days=7)
        name, friday = say("New break"), first + timedelta(days=4)

        def edit(book: Workbook) -> Workbook:
            return edits.add_break(book, new_id, name, first, friday)

        if self._work.step(say("add a break"), edit):
            self.refresh()
            row = self.rows[new_id]
            row.name.setFocus(Qt.FocusReason.TabFocusReason)
            row.name.selectAll()
            self._area.ensureWidgetVisible(row)


class BreakRow(QWidget):
    """One break: its name, its days, and for whom; ``changed`` brings other values by field."""

    changed = Signal(dict)
    dropped = Signal()
    said = Signal(str)

    def __init__(self, look: Look, today: Callable[[], date]) -> None:
        super().__init__()
        self._name = ""
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, look.px(4), 0)
        line.setSpacing(look.px(8))
        self.name = late(LineField(say("Name of the break")))
        self.name.done.connect(self._rename)
        self.name.returnPressed.connect(self._rename)
        self.first = DayField(say("From"), today, with_year=True)
        self.last = DayField(say("To"), today, with_year=True)
        self.whom = PickField(say("For whom"))
        self.whom.activated.connect(
            lambda at: self.changed.emit({"parties": self.whom.itemData(at)})
        )
        self.end = button("", "icon", look, sign="trash", role="ink_soft", does=self.dropped.emit)
        line.addWidget(self.name, 1)
        for field, day in (("first", self.first), ("last", self.last)):
            day.setFixedWidth(look.px(DAY))
            day.dated.connect(lambda value, field=field: self._put_day(field, value))
            day.refused.connect(self.said)
            line.addWidget(day)
        self.whom.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.whom.setFixedWidth(look.px(WHOM))
        line.addWidget(self.whom)
        line.addWidget(self.end)

    @property
    def parts(self) -> tuple[QWidget, ...]:
        """What Tab goes through."""
        return self.name, self.first, self.last, self.whom, self.end

    def tell(self, workbook: Workbook, it: Break, parties: tuple[Party, ...]) -> None:
        """Show a break."""
        self._name = it.name
        self.name.show_text(it.name)
        self.first.show_day(it.first)
        self.last.show_day(it.last)
        self.whom.clear()
        whom: list[tuple[str, ...]] = [_ALL, *((party.id,) for party in parties)]
        for one in whom if it.parties in whom else [*whom, it.parties]:
            self.whom.addItem(party_words(workbook, one) if one else say("Everybody"), one)
        self.whom.setCurrentIndex(whom.index(it.parties) if it.parties in whom else len(whom))
        self.whom.setVisible(bool(parties))
        tip = say("Delete “{name}”", name=it.name)
        self.end.setToolTip(tip)
        self.end.setAccessibleName(tip)

    def _rename(self) -> None:
        if self.name.text().strip() and self.name.text() != self._name:
            self.changed.emit({"name": self.name.text()})
        self.name.setModified(False)
        self.name.show_text(self._name)

    def _put_day(self, field: str, day: date | None) -> None:
        if day is None:
            self.said.emit(say("A break has a first and a last day."))
        else:
            self.changed.emit({field: day})


def _plain(words: str) -> QWidget:
    made = label(words, "")
    made.setWordWrap(False)
    return made
