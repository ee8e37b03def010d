"""The fields of a measure (method, section 8): a form that is one to three fields wide."""

from collections.abc import Iterator
from functools import partial
from typing import Final, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from ilead_studio import edits
from ilead_studio.rules.measures import KINDS, kind_words
from ilead_studio.ui.inspector.fields import LineField, ListField, TextField
from ilead_studio.ui.inspector.who import roles_in
from ilead_studio.ui.looks.look import Look
from ilead_studio.ui.measures.in_view import MeasureInView
from ilead_studio.ui.measures.links import MeasureLinks
from ilead_studio.ui.measures.subgroups import Subgroups
from ilead_studio.ui.partnership.roles import RoleName
from ilead_studio.ui.partnership.ticks import PartyTicks, belongs_to
from ilead_studio.ui.widgets.day_field import DayField
from ilead_studio.ui.widgets.figure_field import FigureField
from ilead_studio.ui.widgets.parts import label
from ilead_studio.ui.widgets.segments import Choice, Segments
from ilead_studio.ui.widgets.typing_step import TypingStep
from ilead_studio.words import say

_THREE, _TWO = 560, 380
"""From how many pixels on three fields stand beside each other, and two."""
_SPAN: Final = 6
_ACROSS = 3
"""Parties beside each other."""
"""Columns of the grid."""


class _Part(NamedTuple):
    """A field with its words above it, and of how many columns it is where there is room."""

    cell: QWidget
    span: int


def often_words() -> tuple[str, ...]:
    """Return how often something is usually counted."""
    return (say("daily"), say("weekly"), say("every two weeks"), say("monthly"),
            say("every quarter"), say("once a year"))  # fmt: skip


def text_fields() -> dict[str, tuple[str, str, int, bool]]:
    """Return the fields of words: heading, what each asks for, columns, whether of paragraphs."""
    return {
        "definition": (say("What exactly is counted, and how"),
                       say("So that two people would count the same"), 6, True),
        "numerator": (say("Counted"), say("Seniors with a step done"), 2, False),
        "denominator": (say("Of"), say("All seniors, or nothing"), 2, False),
        "unit": (say("Unit"), say("%, days, points"), 2, False),
        "source": (say("Source"), say("Where the numbers come from"), 2, False),
        "notes": (say("Notes"), say("What else should be remembered"), 6, True),
    }  # fmt: skip


class MeasureForm(QWidget):
    """Each field writes while one types; the name, the target and days count when they are left."""

    def __init__(self, shown: MeasureInView, look: Look) -> None:
        super().__init__()
        self._shown, self._look, self._beside = shown, look, 0
        self.texts: dict[str, TextField] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(look.px(12))
        self._grid.setVerticalSpacing(look.px(8))
        for column in range(_SPAN):
            self._grid.setColumnStretch(column, 1)
        self._make_fields()
        self._parts = [*self._all_parts()]
        self._place(3)

    # --- putting together ------------------------------------------------------------------------
    def _make_fields(self) -> None:
        shown, look = self._shown, self._look
        self.name = RoleName(say("Name of the measure"))
        self.name.kept.connect(partial(self._put_soon, "name"))
        self.name.entered.connect(self.name.focusNextChild)
        self.kind = Segments(look, say("What it is for"),
                             [Choice(it, kind_words(it)) for it in KINDS])  # fmt: skip
        self.kind.chosen.connect(partial(self._put_soon, "kind"))
        self.direction = Segments(look, say("Wanted"), (
            Choice("up", say("Higher")), Choice("down", say("Lower")),
            Choice("steady", say("As it is")),
        ), none="")  # fmt: skip
        self.direction.chosen.connect(partial(self._put_soon, "direction"))
        self._make_plan()
        self.subgroups, self.links = Subgroups(shown, look), MeasureLinks(shown, look)
        self.parties = PartyTicks(_ACROSS, belongs_to)
        self.parties.put.connect(self._belong)

    def _make_plan(self) -> None:
        """Make the fields of what is wanted, and of who collects it when."""
        self.target = FigureField(say("Target"), say("Not said yet"))
        self.target.put.connect(partial(self._put_soon, "target"))
        self.target.said.connect(self._shown.work.said.emit)
        self.days = {
            name: self._day(name, words)
            for name, words in (
                ("baseline_first", say("Baseline from")), ("baseline_last", say("Baseline until")),
            )
        }  # fmt: skip
        self.often, self.often_list = self._listed("often", say("How often"), say("weekly"))
        self.collects, self.collects_list = self._listed(
            "collects", say("Who collects it"), say("A role, never a name")
        )

    def _day(self, name: str, words: str) -> DayField:
        made = DayField(words, self._shown.today, with_year=True)
        made.dated.connect(partial(self._put_soon, name))
        made.refused.connect(self._shown.work.said.emit)
        made.returnPressed.connect(made.focusNextChild)
        return made

    def _listed(self, name: str, words: str, asks: str) -> tuple[LineField, ListField]:
        line = LineField(words, asks)
        step = TypingStep(self._shown.work, line, partial(self._write, name), self.refresh)
        made = ListField(line)
        made.installEventFilter(step)  # it has the keyboard for its line
        return line, made

    def _all_parts(self) -> Iterator[_Part]:
        words = text_fields()
        yield self._part(self.name, self.name.accessibleName(), 6)
        yield self._part(self.kind, say("What it is for"), 4)
        yield self._part(self.direction, say("Wanted"), 2)
        for name in ("definition", "numerator", "denominator", "unit"):
            yield self._text(name, *words[name])
        yield self._part(self.target, say("Target"), 2)
        for day in self.days.values():
            yield self._part(day, day.accessibleName(), 2)
        yield self._part(self.often_list, say("How often"), 2)
        yield self._text("source", *words["source"])
        yield self._part(self.collects_list, say("Who collects it"), 2)
        yield self._part(self.links, say("What it belongs to"), 4)
        yield self._part(self.subgroups, say("Subgroups"), 2)
        self._whose = self._part(self.parties, say("Whose it is"), 6)
        yield self._whose
        yield self._text("notes", *words["notes"])

    def _text(self, name: str, words: str, asks: str, span: int, paragraphs: bool) -> _Part:
        field = self.texts[name] = TextField(self._look, words, 1 + paragraphs, asks)
        TypingStep(self._shown.work, field, partial(self._write, name), self.refresh,
                   paragraphs=paragraphs)  # fmt: skip
        return self._part(field, words, span)

    def _part(self, field: QWidget, words: str, span: int) -> _Part:
        cell = QWidget(self)
        stack = QVBoxLayout(cell)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(self._look.px(4))
        stack.addWidget(label(words, "label"))
        stack.addWidget(field)
        stack.addStretch(1)
        return _Part(cell, span)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set as many fields beside each other as there is room for."""
        super().resizeEvent(event)
        wide = event.size().width() / self._look.scale
        self._place(3 if wide >= _THREE else 2 if wide >= _TWO else 1)

    def _place(self, beside: int) -> None:
        if beside == self._beside:
            return
        self._beside, row, column = beside, 0, 0
        for part in self._parts:
            self._grid.removeWidget(part.cell)
        for part in self._parts:
            span = part.span if beside == 3 else _SPAN if part.span > 2 else _SPAN // beside
            if column + span > _SPAN:
                row, column = row + 1, 0
            self._grid.addWidget(part.cell, row, column, 1, span)
            column += span

    # --- showing ---------------------------------------------------------------------------------
    @property
    def made(self) -> tuple[object, ...]:
        """What there is by now of what comes and goes."""
        return self.links.told, len(self.subgroups.lines), len(self.parties.every)

    def refresh(self) -> None:
        """Show what is known, without disturbing somebody who types."""
        measure, work = self._shown.measure, self._shown.work
        if measure is None:
            return
        off = work.read_only
        for name, field in self.texts.items():
            field.show_text(getattr(measure, name))
            field.be_read_only(off)
        for line in (self.often, self.collects, self.name, self.target, *self.days.values()):
            line.setReadOnly(off)
        if not self.name.hasFocus():
            self.name.show_name(measure.name)
        self.target.show_number(measure.target)
        self.kind.show_value(measure.kind)
        self.direction.show_value(measure.direction)
        for name, day in self.days.items():
            day.show_day(getattr(measure, name))
        self.often.show_text(measure.often)
        self.collects.show_text(measure.collects)
        self.often_list.offer([*often_words()])
        self.collects_list.offer(roles_in(work.workbook))
        self.subgroups.refresh()
        self.links.refresh()
        self._show_parties(measure.parties)

    def _show_parties(self, belongs: tuple[str, ...]) -> None:
        """Show a tick for each party of the workbook; without parties there is nothing to ask."""
        work = self._shown.work
        self._whose.cell.setVisible(bool(work.workbook.parties))
        self.parties.tell(work.workbook.parties, belongs, off=work.read_only)

    def _belong(self, ids: tuple[str, ...]) -> None:
        if self._shown.measure is not None:
            words = say("change to whom it belongs")
            self._shown.step(words, lambda book, it: edits.belong(book, [it], ids))
            self.refresh()

    # --- writing ---------------------------------------------------------------------------------
    def _write(self, name: str, words: str) -> None:
        self._shown.put(name, words, burst=True)

    def _put_soon(self, name: str, value: object) -> None:
        """Give a field another value; what was refused is as it was."""
        self._shown.put(name, value)
        self.refresh()

    def go_to_name(self) -> None:
        """Take the keyboard to the name, with all of it selected."""
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)
        self.name.selectAll()
