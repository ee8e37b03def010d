"""The page "By change idea": the list of ramps, and the cycle or idea that is chosen."""

from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ilead_studio.model import Cycle, Idea
from ilead_studio.rules.cycle_page import ramp_rows, wanted
from ilead_studio.rules.cycle_steps import (
    why_not_begin,
    why_not_cancel,
    why_not_next,
    why_not_plan_for,
)
from ilead_studio.rules.overdue import overdue_words
from ilead_studio.ui.cycles.asks import AskCard
from ilead_studio.ui.cycles.page import CyclePage, next_step
from ilead_studio.ui.cycles.ramp_start import IdeaPage
from ilead_studio.ui.cycles.ramp_tree import RampTree
from ilead_studio.ui.cycles.sheet import CycleSheet
from ilead_studio.ui.inspector.fields import LineField
from ilead_studio.ui.looks.look import Look
from ilead_studio.ui.meanwhile.once import Once, beside, has_keyboard
from ilead_studio.ui.sight.lit import lit_of
from ilead_studio.ui.sight.state import Things
from ilead_studio.ui.widgets.day_field import DayField
from ilead_studio.ui.widgets.late import late
from ilead_studio.ui.widgets.parts import button, label, panel
from ilead_studio.words import count, say

if TYPE_CHECKING:
    from ilead_studio.ui.commands.features import Deeds
    from ilead_studio.ui.window import MainWindow

_OTHER = Qt.FocusReason.OtherFocusReason
_PAGE = "pdsa"


class RampsPage:
    """What stands in the section PDSA by change idea: a cycle, or an idea without any."""

    def __init__(self, window: "MainWindow") -> None:
        self._window, self.work, look = window, window.work, window.look
        self.sheet = CycleSheet(window.work, look, window.around.clock)
        self.sheet.setParent(window.whole)
        self._idea_id = self._told = ""
        self._known: tuple[Cycle, ...] = ()
        self.tree = RampTree(look, lit_of(window.work))
        self._stack = _Stack()
        self.page: QWidget = self._stack
        self.left: QWidget = self._beside(look)
        self.right: QWidget | None = None
        self._make_cards(look)
        self._refreshing = Once(self.refresh, self.page, lambda: not has_keyboard(self.page))
        self._listing = Once(self._list, self.page, beside)
        self._is_new = True
        self._connect()

    def _beside(self, look: Look) -> QWidget:
        made = panel("panel")
        self.tree.setParent(made)  # first, so that F6 comes to it
        stack, head = QVBoxLayout(made), QHBoxLayout()
        stack.setContentsMargins(0, 0, 0, 0)
        head.setContentsMargins(look.px(8), 0, 0, 0)
        head.addWidget(label(say("Ramps"), "label"), 1)
        self.add = button("", "", look, sign="plus", does=lambda: self._window.do("new cycle"))
        self.add.setToolTip(say("Plan a cycle for this change idea (Insert)"))
        self.add.setAccessibleName(say("Plan a cycle for this change idea"))
        head.addWidget(self.add)
        stack.addLayout(head)
        stack.addWidget(self.tree, 1)
        return made

    def _make_cards(self, look: Look) -> None:
        over = self._window.whole
        self._paper_day = DayField(say("Day on the paper"), self.sheet.today)
        self._paper_day.dated.connect(self._paper_day.show_day)
        self._paper_day.refused.connect(self.work.said.emit)
        self.paper = AskCard(
            over, look, say("Typed from paper"),
            say("On which day was the plan written on the form?"),
            self._paper_day, say("Begin Do"), self._begin_from_paper,
        )  # fmt: skip
        self._cancelled_why = late(LineField(say("Why it is cancelled"), say("Why?")))
        self.cancel = AskCard(
            over, look, say("Cancel this cycle"),
            say("What was written stays. Say why, for those who come after."),
            self._cancelled_why, say("Cancel this cycle"), self._cancel,
        )  # fmt: skip

    def _connect(self) -> None:
        for signal in (self.work.changed, self.work.renewed):
            signal.connect(self._refreshing.ask)
        self.work.opened.connect(self._renew)
        self._stack.shown.connect(self._come)
        self.sheet.turned.connect(self._turn)
        self.tree.chosen.connect(self.show_item)
        self.tree.asked.connect(self._ask)
        self.tree.looked.connect(self._window.show_state)

    # --- showing ---------------------------------------------------------------------------------
    @cached_property
    def cycle_page(self) -> CyclePage:
        """The form; it is filled before it stands in the window, where each widget costs more."""
        made = CyclePage(self.sheet)
        made.asked.connect(self._window.do)
        made.given_up.connect(lambda: self._window.left.bring(self.tree))
        return made

    def made_ahead(self) -> Iterator[None]:
        """Make the form, and fill it as far as it can be known for which cycle somebody comes."""
        book = self.work.workbook
        ramp_rows(book)
        yield
        shown = wanted(book, self.sheet.today())
        cycle = next((it for it in book.cycles if it.id == shown), None)
        if cycle is not None and self._is_new:
            form = self.cycle_page
            yield
            if not self._holds(form):
                form.tell(book, cycle)
            yield
            self._take_in(form)
            yield

    @cached_property
    def idea_page(self) -> IdeaPage:
        """What stands there for an idea without a cycle."""
        made = IdeaPage(self._window.look)
        made.asked.connect(self._window.do)
        made.opened.connect(self._open)
        return made

    def _open(self, cycle_id: str) -> None:
        """Show a cycle, with the keyboard where its words are written."""
        self.show_item(cycle_id)
        self._after(True)

    def _renew(self) -> None:
        self._is_new = True

    def _come(self) -> None:
        """Show what is so now; who comes for the first time finds what needs somebody."""
        if self._is_new:
            self._is_new, self._known = False, self.work.workbook.cycles
            with QSignalBlocker(self.sheet):
                self.show_item(self.work.in_section.get(_PAGE, ""))
        self.refresh()

    def show_item(self, item_id: str) -> None:
        """Show a cycle, or an idea; for no name the cycle for which somebody comes."""
        book = self.work.workbook
        if any(it.id == item_id for it in book.ideas):
            self._idea_id = item_id
            self.sheet.show("")
        elif any(it.id == item_id for it in book.cycles):
            self._idea_id = ""
            self.sheet.show(item_id)
        elif not item_id:
            self._find_one()

    def _find_one(self) -> None:
        """Show the cycle for which somebody comes, or an idea that could be tested."""
        rows = ramp_rows(self.work.workbook)
        self.show_item(
            wanted(self.work.workbook, self.sheet.today()) or (rows[0].id if rows else "none")
        )

    def _turn(self) -> None:
        if self.sheet.cycle_id:
            self._idea_id = ""
        self.refresh()

    def refresh(self) -> None:
        """Show what is known now; what a step or an undo changed elsewhere is gone to."""
        if not self.page.isVisible():
            return
        self._follow()
        book, cycle, idea = self.work.workbook, self.sheet.cycle, self._idea()
        shown = cycle.id if cycle else self._idea_id
        self.work.in_section[_PAGE] = shown
        self._listing.ask()
        if self.sheet.decision:
            self._window.status.take_back(self._told)
        if cycle is not None:
            self.cycle_page.tell(book, cycle)
        else:
            why = why_not_plan_for(self.sheet.work.workbook, idea.id) if idea else ""
            self.idea_page.tell(book, idea, why)
        there = self.cycle_page if cycle else self.idea_page
        self._take_in(there)
        self._stack.setCurrentWidget(there)
        self.page.setFocusProxy(self.cycle_page.start(cycle) if cycle else self.idea_page.press)
        self._window.show_state()

    def _holds(self, there: QWidget) -> bool:
        return self._stack.indexOf(there) >= 0

    def _take_in(self, there: QWidget) -> None:
        """Put a page into its place; done twice it would take the keyboard away from it."""
        if not self._holds(there):
            self._stack.addWidget(there)

    def _list(self) -> None:
        """Show the ramps as they are now; who types waits for the page only."""
        shown = self.sheet.cycle_id or self._idea_id
        self.tree.show_rows(ramp_rows(self.work.workbook), shown)

    def _follow(self) -> None:
        """Go to the cycle that came or changed, when it is not the one in view."""
        book, known = self.work.workbook, {it.id: it for it in self._known}
        self._known = book.cycles
        lost = self.sheet.cycle is None and self._idea() is None
        here = known.get(self.sheet.cycle_id)
        other = [it.id for it in book.cycles if known.get(it.id) is not it]
        if other and (lost or here is self.sheet.cycle) and known:
            self.sheet.cycle_id = other[-1]
            self._idea_id = ""
        elif lost:
            self._step_back(here)

    def _step_back(self, gone: Cycle | None) -> None:
        """Show what is left of a ramp whose cycle has gone."""
        kin = [it for it in self._known if gone and it.idea_id == gone.idea_id]
        if kin:
            self.sheet.cycle_id = kin[-1].id
        elif gone and any(it.id == gone.idea_id for it in self.work.workbook.ideas):
            self.sheet.cycle_id, self._idea_id = "", gone.idea_id
        else:
            rows = ramp_rows(self.work.workbook)
            self.sheet.cycle_id = wanted(self.work.workbook, self.sheet.today())
            self._idea_id = rows[0].id if rows and not self.sheet.cycle_id else ""

    def _idea(self) -> Idea | None:
        """Return the idea that is shown, or that the shown cycle tests."""
        cycle = self.sheet.cycle
        chosen = cycle.idea_id if cycle else self._idea_id
        return next((it for it in self.work.workbook.ideas if it.id == chosen), None)

    # --- what a section tells --------------------------------------------------------------------
    def counts(self) -> str:
        """Say how many cycles there are, and what is late."""
        cycles = self.work.workbook.cycles
        many = count(len(cycles), "{number} cycle", "{number} cycles")
        late = overdue_words(self.work.workbook, self.sheet.today())
        return " · ".join(filter(None, (many, late.rstrip("."))))

    def thing(self) -> str:
        """Return the cycle or the idea in view."""
        return self.sheet.cycle_id or self._idea_id

    def shown(self) -> Things:
        """Return the ideas and cycles of the list."""
        return Things(self.tree.ids, _of_both)

    def keys(self) -> tuple[str, ...]:
        """Name the keys that help now."""
        if has_keyboard(self.tree):
            return (say("P3  go to P3"), say("Enter  write"), say("Insert  plan a cycle"),
                    say("Del  delete the cycle"))  # fmt: skip
        cycle = self.sheet.cycle
        if cycle is None:
            return (say("Enter  plan a cycle"), say("Esc  list of ramps"))
        words = next_step(self.work.workbook, cycle, self.sheet.decision)[0]
        return (say("F4  {step}", step=words.lower()), say("Tab  next field"),
                say("Enter  next row"), say("Esc  list of ramps"))  # fmt: skip

    # --- commands --------------------------------------------------------------------------------
    def deeds(self) -> "Deeds":
        """Return what the commands do."""
        return {
            "cycle step": self._go_on,
            "from paper": self._ask_paper,
            "next cycle": lambda: self._after(self.sheet.plan_next()),
            "new cycle": self._plan,
            "cancel cycle": self._ask_why,
            "delete": self.sheet.delete,
        }

    def why_not(self, name: str) -> str:
        """Say why one of them cannot be done now."""
        cycle, idea, book = self.sheet.cycle, self._idea(), self.work.workbook
        if name == "new cycle":
            return why_not_plan_for(self.sheet.work.workbook, idea.id) if idea else _choose_idea()
        if cycle is None:
            return say("Choose a cycle first, or plan one for this change idea.")
        if name == "cycle step" and cycle.state != "studying":
            return next_step(book, cycle, "")[1]
        return {
            "from paper": why_not_begin(book, cycle, on_paper=True),
            "next cycle": why_not_next(book, cycle),
            "cancel cycle": why_not_cancel(cycle),
        }.get(name, "")

    def _go_on(self) -> None:
        """Do the next command of the cycle, and go where its words are written."""
        cycle = self.sheet.cycle
        if cycle is None:
            return
        does = {"planned": self.sheet.begin, "doing": self.sheet.study}
        if cycle.state == "studying":
            self._decide(cycle)
        else:
            self._after(does.get(cycle.state, self.sheet.plan_next)())

    def _decide(self, cycle: Cycle) -> None:
        if not self.sheet.decision:
            self.cycle_page.act.decisions.stop.setFocus(_OTHER)
            self._told = next_step(self.work.workbook, cycle, "")[1]
            self.work.said.emit(self._told)
        elif self.sheet.decide():
            self._after(True)
        else:
            self.cycle_page.act.ask_words()

    def _after(self, done: bool) -> bool:
        """Let the keyboard go where the next words are written."""
        if done:
            self.refresh()
            self.page.setFocus(_OTHER)
        return done

    def _plan(self) -> None:
        idea = self._idea()
        if idea:
            self._after(self.sheet.plan_for(idea.id))

    def _ask_paper(self) -> None:
        cycle = self.sheet.cycle
        planned = cycle.planned_start if cycle else None
        self._paper_day.show_day(planned if planned and planned <= self.sheet.today() else None)
        self.paper.ask(self.cycle_page.head.paper)

    def _begin_from_paper(self) -> bool:
        day = self._paper_day.day
        if day is None:
            self.work.said.emit(say("Type the day on the paper, such as 13 Nov."))
            return False
        return self._after(self.sheet.begin(day))

    def _ask_why(self) -> None:
        self._cancelled_why.clear()
        self.cancel.ask(self.cycle_page.head.cancel)

    def _cancel(self) -> bool:
        return self._after(self.sheet.cancel(self._cancelled_why.text()))

    def _ask(self, asked: str) -> None:
        """Do what a key in the list of ramps asks for."""
        if asked in ("open", "edit"):
            self.page.setFocus(_OTHER)
        else:
            self._window.do(asked)


def _of_both(number: int) -> str:
    return count(number, "{number} idea or cycle", "{number} ideas and cycles")


def _choose_idea() -> str:
    return say("Choose a change idea first.")


class _Stack(QStackedWidget):
    """Pages in one place; ``shown`` tells that they can be seen again."""

    shown = Signal()

    def showEvent(self, event: QShowEvent) -> None:
        """Tell it."""
        super().showEvent(event)
        self.shown.emit()
