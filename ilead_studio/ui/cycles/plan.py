"""The quarter Plan: what is asked and expected, who does what, and how we will know."""

from ilead_studio.model import Cycle
from ilead_studio.rules.cycle_page import amended_words
from ilead_studio.rules.cycle_steps import why_not_amend
from ilead_studio.rules.cycles import beside, frozen_words, purpose_words
from ilead_studio.rules.measures import measure_with_id
from ilead_studio.ui.cycles.parties import CycleParties
from ilead_studio.ui.cycles.quarter import Choose, Entry, Quarter
from ilead_studio.ui.cycles.rows import AmendForm, Column, Rows
from ilead_studio.ui.cycles.sheet import CycleSheet
from ilead_studio.ui.inspector.fields import LineField, ListField
from ilead_studio.ui.inspector.measures import measure_line, measure_names
from ilead_studio.ui.inspector.who import roles_in
from ilead_studio.ui.links.links_list import LinksList
from ilead_studio.ui.looks.icons import pixmap
from ilead_studio.ui.measures.in_view import go_to_measure
from ilead_studio.ui.widgets.parts import label
from ilead_studio.words import say

_PURPOSES = ("information", "develop", "test", "implement")


class PlanQuarter(Quarter):
    """Days, objective, questions with predictions, tasks, scale, data, how we will know, owner."""

    def __init__(self, sheet: CycleSheet) -> None:
        super().__init__(sheet, say("Plan"))
        self.lock = label("")
        side = self.look.px(16)
        self.lock.setPixmap(pixmap("lock", self.look.theme.ink_soft, side, 2.0))
        self.head.insertWidget(1, self.lock)
        self.add_days(say("Planned"), (
            ("planned_start", say("Planned from"), ""),
            ("planned_end", say("Planned until"), say("until")),
            ("decide_by", say("Decide by"), say("decide by")),
        ))  # fmt: skip
        self.add_cell(Entry("objective", say("What do we want to find out or do?"), plain=True))
        self._make_lists(sheet)
        self.form_of_amendment = AmendForm(sheet)
        self.questions.amending.connect(self._amend)
        self.measures = LinksList(self.look, "")
        self.measures.chosen.connect(lambda it: go_to_measure(sheet.work, it))
        self.parties = CycleParties()
        self.lists = (self.questions, self.tasks, self.data, self.parties)
        self._add_all()

    def _make_lists(self, sheet: CycleSheet) -> None:
        self.questions = Rows(sheet, "questions", say("Question"), (
            Column("text", say("Question"), 4, say("What do we ask?")),
            Column("prediction", say("We predict"), 3, say("What do we expect?")),
            Column("reason", say("because"), 3, say("Why?")),
        ))  # fmt: skip
        self.tasks = Rows(sheet, "tasks", say("Task"), (
            Column("text", say("Task"), 4, say("What is done?")),
            Column("who", say("Who"), 3, say("Role")),
            Column("where", say("Where"), 2),
            Column("when", say("When"), 2),
        ), ticks=say("Done"))  # fmt: skip
        self.data = Rows(sheet, "data", say("Data"), (
            Column("text", say("Data"), 4, say("What is counted?")),
            Column("who", say("Who collects"), 3, say("Role")),
            Column("when", say("When"), 2),
            Column("where", say("Where"), 2),
        ), offers=lambda: measure_names(sheet.work))  # fmt: skip

    def _add_all(self) -> None:
        self.add_wide(self.questions)
        self.add_wide(self.tasks)
        self.add_cell(Entry("scale", say("1 person, then 3, 5 or 7, then all"), plain=True))
        self.add_cell(Entry("conditions"))
        self.add_wide(self.data)
        self.add_wide(self.measures)
        self.add_cell(Entry("how_known"))
        purpose = self.pick(Choose("purpose", say("Purpose"), tuple(
            (it, purpose_words(it)) for it in _PURPOSES)))  # fmt: skip
        self.owner = LineField(say("Owner"), say("A role, never a name"))
        self.owner.typed.connect(lambda text: self.sheet.put("owner", text, burst=True))
        self.owner.done.connect(self.sheet.end_burst)
        self.roles = ListField(self.owner)
        between = label(say("owner"), "status")
        self.add_row(say("Purpose"), self.beside(purpose, between, self.roles))
        self.add_cell(Entry("site", plain=True))
        self.parties.ticks.put.connect(lambda ids: self.sheet.put("parties", ids))
        self._belongs = self.add_row(say("Belongs to"), self.parties)

    def tell(self, cycle: Cycle) -> None:
        """Show the plan; what is frozen says since when."""
        super().tell(cycle)
        off = self.sheet.work.read_only
        frozen = frozen_words(cycle)
        self.note.setText(frozen)
        self.lock.setVisible(bool(frozen))
        why = say("{frozen}. Typing adds an amendment.", frozen=frozen) if frozen else ""
        self.questions.show_lines(cycle.questions, self._below(cycle), why, off=off)
        self.tasks.show_lines(cycle.tasks, {}, "", off=off)
        self.data.show_lines(cycle.data, {}, "", off=off)
        self._show_measures(cycle)
        self.roles.offer(roles_in(self.sheet.work.workbook))
        self.owner.show_text(cycle.owner)
        self.roles.setEnabled(not off)
        book = self.sheet.work.workbook
        self.parties.tell(book, cycle, off=off)
        for part in (self._belongs, self.parties):
            part.setVisible(bool(book.parties))

    def _show_measures(self, cycle: Cycle) -> None:
        """Show the measures that the data plan names, each with a way to it."""
        ids = dict.fromkeys(it.measure_id for it in cycle.data if it.measure_id)
        found = [measure_with_id(self.sheet.work.workbook, it) for it in ids]
        self.measures.show_lines([measure_line(it) for it in found if it])
        self.measures.setVisible(bool(found))

    def _below(self, cycle: Cycle) -> dict[str, str]:
        """Say under each question what happened the last time, and what was amended."""
        return {
            it.question.id: "\n".join([
                *([say("Last time: {result}", result=it.last)] if it.last else ()),
                *(amended_words(later, it.question) for later in it.amended),
            ])
            for it in beside(self.sheet.work.workbook, cycle)
        }  # fmt: skip

    def _amend(self, question_id: str, field: str, text: str) -> None:
        """Open the form under a frozen question, with what was typed in it."""
        cycle = self.sheet.cycle
        if cycle is None or self.sheet.work.refuses():
            return
        if why := why_not_amend(cycle):
            self.sheet.work.said.emit(why)
            return
        self.questions.place_under(question_id, self.form_of_amendment)
        cell = self.questions.cell(question_id, field)
        self.form_of_amendment.open(question_id, cell, field, text)
