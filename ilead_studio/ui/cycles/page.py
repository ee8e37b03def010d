"""The page of a cycle: its ramp, its head with what can be done now, and the four quarters."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ilead_studio.model import Cycle, Decision, Workbook
from ilead_studio.rules.cycle_page import page_about, page_title, stair
from ilead_studio.rules.cycle_steps import (
    why_not_begin,
    why_not_cancel,
    why_not_decide,
    why_not_next,
    why_not_study,
)
from ilead_studio.rules.ramps import ramp_of
from ilead_studio.ui.commands.keys import is_escape
from ilead_studio.ui.cycles.act import ActQuarter
from ilead_studio.ui.cycles.do import DoQuarter
from ilead_studio.ui.cycles.plan import PlanQuarter
from ilead_studio.ui.cycles.ramp_strip import RampStrip
from ilead_studio.ui.cycles.sheet import CycleSheet
from ilead_studio.ui.cycles.study import StudyQuarter
from ilead_studio.ui.frame.areas import hear_focus, holds
from ilead_studio.ui.frame.page_head import PageHead
from ilead_studio.ui.frame.tab_order import tab_through
from ilead_studio.ui.sight.lit import lit_of
from ilead_studio.ui.widgets.parts import button, panel
from ilead_studio.words import say

WIDEST, NARROW = 1200, 800
"""Pixels at which the form stops growing, and under which the quarters stand in one column."""
_AROUND = 96
"""Pixels that are in sight above and below the field in which somebody types."""


class CyclePage(QScrollArea):
    """One cycle as a form; ``asked`` brings a command, ``given_up`` tells of Escape."""

    asked = Signal(str)
    given_up = Signal()

    def __init__(self, sheet: CycleSheet) -> None:
        super().__init__()
        self._sheet, self._look = sheet, sheet.look
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(say("Cycle"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.head = CycleHead(sheet)
        self.strip = RampStrip(self._look, lit_of(sheet.work))
        self.plan, self.do = PlanQuarter(sheet), DoQuarter(sheet)
        self.study, self.act = StudyQuarter(sheet), ActQuarter(sheet)
        self.quarters = (self.plan, self.do, self.study, self.act)
        for part in (self.head, self.act):
            part.asked.connect(self.asked)
        self.strip.chosen.connect(sheet.show)
        self._compose()
        self._made, self._shown = 0, ""
        hear_focus(self._on_focus)

    def _compose(self) -> None:
        px = self._look.px
        inside, form = panel("panel"), QWidget()
        form.setMaximumWidth(px(WIDEST))
        around = QHBoxLayout(inside)
        around.setContentsMargins(px(16), 0, px(16), px(16))
        around.addWidget(form)
        stack = QVBoxLayout(form)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(px(8))
        stack.addWidget(self.head)
        stack.addWidget(self.strip)
        self._grid = QGridLayout()
        self._grid.setSpacing(px(8))
        stack.addLayout(self._grid)
        stack.addStretch(1)
        self._is_narrow: bool | None = None
        self.setWidget(inside)
        self._place()

    def _place(self) -> None:
        """Let Do stand beside Plan and Act beside Study, or all below each other where narrow."""
        narrow = self.width() < self._look.px(NARROW)
        if narrow == self._is_narrow:
            return
        self._is_narrow = narrow
        for at, quarter in enumerate(self.quarters):
            self._grid.removeWidget(quarter)
            self._grid.addWidget(quarter, *((at, 0) if narrow else divmod(at, 2)))
        for at, share in enumerate((1, 0) if narrow else (3, 2)):
            self._grid.setColumnStretch(at, share)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the quarters anew at another width."""
        super().resizeEvent(event)
        self._place()

    def tell(self, workbook: Workbook, cycle: Cycle) -> None:
        """Show a cycle; another one from its top."""
        if cycle.id != self._shown:
            self._shown = cycle.id
            self.verticalScrollBar().setValue(0)
        self.head.tell(workbook, cycle)
        stairs = tuple(stair(it) for it in ramp_of(workbook, cycle).cycles)
        self.strip.show_stairs(stairs, cycle.id)
        for quarter in self.quarters:
            quarter.tell(cycle)
        made = sum(it.made for it in self.quarters)
        if made != self._made:  # they stand where they are read, not where Tab comes last
            self._made = made
            tab_through((self.head, self.strip, *self.quarters))

    def start(self, cycle: Cycle) -> QWidget:
        """Return where somebody writes next: the first empty prediction, Do, results or Act."""
        match cycle.state:
            case "planned":
                empty = self.plan.questions.first_empty("prediction")
                return empty or self.plan.cells["objective"]
            case "doing":
                return self.do.picks["as_planned"]
            case "studying" if cycle.questions and not any(it.result for it in cycle.questions):
                return self.study.results.rows[0].cell
            case "studying":
                return self.act.decisions.stop
            case _:
                return self.head.next

    def _on_focus(self, _old: QWidget | None, now: QWidget | None) -> None:
        """Bring what has the keyboard into sight; what is clicked stays under the pointer."""
        if now is not None and now is not self and holds(self, now) and self.isVisible():
            around = 0 if QApplication.mouseButtons() else self._look.px(_AROUND)
            self.ensureWidgetVisible(now, 0, around)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Give the keyboard back to the list of ramps with Escape."""
        if is_escape(event):
            self.given_up.emit()
        else:
            super().keyPressEvent(event)


class CycleHead(PageHead):
    """The title of the page and the commands that can be done; the next one stands out."""

    asked = Signal(str)

    def __init__(self, sheet: CycleSheet) -> None:
        super().__init__(sheet.look)
        self._sheet = sheet
        self.cancel = self._button(say("Cancel…"), "plain", "cancel cycle")
        self.paper = self._button(say("Typed from paper…"), "plain", "from paper")
        self.further = self._button(say("Next cycle"), "plain", "next cycle")
        self.next = self._button("", "main", "cycle step")
        self.offer(self.cancel, self.paper, self.further, self.next)

    def _button(self, words: str, kind: str, name: str) -> QPushButton:
        return button(words, kind, self._sheet.look, does=lambda: self.asked.emit(name))

    def tell(self, workbook: Workbook, cycle: Cycle) -> None:
        """Show the title, and what can be done now."""
        self.title.setText(page_title(cycle))
        self.about.setText(page_about(cycle))
        words, why = next_step(workbook, cycle, self._sheet.decision)
        self.next.setText(words)
        self.next.setAccessibleName(words)
        self.next.setAccessibleDescription(why)
        self.next.setToolTip(why or say("{words} (F4)", words=words))
        self.cancel.setVisible(not why_not_cancel(cycle))
        self.paper.setVisible(cycle.state == "planned")
        is_under_way = cycle.state in ("doing", "studying")
        self.further.setVisible(is_under_way and not why_not_next(workbook, cycle))


def next_step(workbook: Workbook, cycle: Cycle, decision: Decision) -> tuple[str, str]:
    """Return the words for the next command of a cycle, and why it cannot be done now."""
    match cycle.state:
        case "planned":
            return say("Begin Do"), why_not_begin(workbook, cycle)
        case "doing":
            return say("Go on to Study"), why_not_study(cycle)
        case "studying":
            asks = say("Choose adapt, expand, adopt or abandon first.")
            why = why_not_decide(cycle, decision) if decision else asks
            return say("Decide"), why
        case _:
            return say("Next cycle"), why_not_next(workbook, cycle)
