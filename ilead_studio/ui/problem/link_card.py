"""A card that asks to which problem the one in view is linked, and how; circles say their way."""

from typing import Final, NamedTuple

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QWidget

from ilead_studio import edits
from ilead_studio.errors import EditError
from ilead_studio.model import Problem, ProblemTie, Workbook
from ilead_studio.rules.find import spans
from ilead_studio.ui.links.rows import Line
from ilead_studio.ui.looks.look import Look
from ilead_studio.ui.widgets.lines_card import LinesCard
from ilead_studio.ui.widgets.parts import label
from ilead_studio.words import say

_SIZE: Final = (360, 400)


class Way(NamedTuple):
    """One way to link a problem to another one; ``refused`` says why it cannot be."""

    tie: ProblemTie
    other: Problem
    refused: str = ""


def ways(workbook: Workbook, problem: Problem, typed: str) -> tuple[Way, ...]:
    """Return the ways to link a problem to those whose words hold what is typed.

    What is refused stands last.
    """
    others = [
        it
        for it in workbook.problems
        if it.id != problem.id and typed.casefold() in it.text.casefold()
    ]
    ties: tuple[ProblemTie, ...] = ("part_of", "depends_on")
    every = [Way(tie, it, _refusal(workbook, tie, problem, it)) for tie in ties for it in others]
    return tuple(sorted(every, key=lambda way: bool(way.refused)))


def _refusal(workbook: Workbook, tie: ProblemTie, problem: Problem, other: Problem) -> str:
    try:
        edits.tie_problems(workbook, tie, problem.id, other.id)
    except EditError as error:
        return str(error)
    return ""


def tie_names() -> dict[ProblemTie, str]:
    """Return what a link means for the problem in view."""
    return {"part_of": say("This one is part of it"), "depends_on": say("This one depends on it")}


class ProblemLinkCard(LinesCard):
    """``chosen`` brings how the problem is linked, and to which."""

    chosen = Signal(str, str)

    def __init__(self, look: Look, over: QWidget) -> None:
        asks = say("Link this problem to another one")
        super().__init__(look, over, label(say("{asks} (type to find)", asks=asks), "label"))
        self._workbook, self._problem = Workbook(), Problem.model_construct()
        self._ways: tuple[Way, ...] = ()
        self.setFixedSize(look.px(_SIZE[0]), look.px(_SIZE[1]))
        self.name(asks)

    def ask(self, workbook: Workbook, problem: Problem, corner: QPoint) -> None:
        """Ask for one problem, near a point of what is below."""
        self._workbook, self._problem = workbook, problem
        self.open_with(self.field, corner)
        self.field.clear()
        self._fill("")

    def _fill(self, typed: str) -> None:
        self._ways = ways(self._workbook, self._problem, typed.strip())
        self.show_lines(_line(way, typed.strip()) for way in self._ways)

    def _take(self, _shift: bool) -> None:
        """Link as the chosen row says; what cannot be says why."""
        way = self._ways[self.at] if self.at >= 0 else None
        if way is None:
            self.said.emit(self.nothing_words())
        elif way.refused:
            self.said.emit(way.refused)
        else:
            self.go()
            self.chosen.emit(way.tie, way.other.id)


def _line(way: Way, typed: str) -> Line:
    words, role = way.other.text, tie_names()[way.tie]
    refused = f"{role}: {way.refused}" if way.refused else ""
    return Line(words, spans(words, typed), role, refused, say("Enter links"))
