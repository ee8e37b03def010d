"""A card that asks to which problem the one in view is linked, and how; circles say their way."""

from typing import Final, NamedTuple

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QListView, QVBoxLayout, QWidget

from ilead_studio import edits
from ilead_studio.errors import EditError
from ilead_studio.model import Problem, ProblemTie, Workbook
from ilead_studio.rules.find import spans
from ilead_studio.ui.choosing import ChoosingCard
from ilead_studio.ui.link_rows import LINE, Line, LinkRows
from ilead_studio.ui.look import Look
from ilead_studio.ui.parts import label
from ilead_studio.words import say

_SIZE: Final = (360, 400)
_TO, _SPOKEN = LINE + 1, Qt.ItemDataRole.AccessibleTextRole


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


class ProblemLinkCard(ChoosingCard):
    """A field and a list; ``chosen`` brings how the problem is linked, and to which.

    ``said`` brings a sentence for the status line.
    """

    chosen = Signal(str, str)
    said = Signal(str)

    def __init__(self, look: Look, over: QWidget) -> None:
        super().__init__(over)
        self._workbook, self._problem = Workbook(), Problem.model_construct()
        self._rows = QStandardItemModel(self)
        self.setFixedSize(look.px(_SIZE[0]), look.px(_SIZE[1]))
        asks = say("Link this problem to another one")
        self.field.setAccessibleName(asks)
        self.list.setAccessibleName(asks)
        self.list.setModel(self._rows)
        self.list.setItemDelegate(LinkRows(look, self.list))
        self.list.setProperty("kind", "found")
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.selectionModel().currentChanged.connect(lambda _now, _was: self._speak())
        self.field.textChanged.connect(self._fill)
        self.taken.connect(lambda _shift: self._take())
        stack = QVBoxLayout(self)
        stack.setContentsMargins(*[look.px(12)] * 4)
        stack.setSpacing(look.px(8))
        for part in (
            label(say("{asks} (type to find)", asks=asks), "label"),
            self.field,
            self.list,
        ):
            stack.addWidget(part)

    def ask(self, workbook: Workbook, problem: Problem, corner: QPoint) -> None:
        """Ask for one problem, near a point of what is below."""
        self._workbook, self._problem = workbook, problem
        self.open_with(self.field, corner)
        self.field.clear()
        self._fill("")

    def _fill(self, typed: str) -> None:
        self._rows.clear()
        for way in ways(self._workbook, self._problem, typed.strip()):
            words, role = way.other.text, tie_names()[way.tie]
            refused = f"{role}: {way.refused}" if way.refused else ""
            made = QStandardItem(words)
            made.setEditable(False)
            made.setData(Line(words, spans(words, typed.strip()), role, refused,
                              say("Enter links")), LINE)  # fmt: skip
            made.setData(way, _TO)
            made.setData(f"{words}, {refused or role}", _SPOKEN)
            self._rows.appendRow(made)
        self.list.setCurrentIndex(self._rows.index(0, 0))
        self._speak()

    def _speak(self) -> None:
        """Let a screen reader, which is at the field, hear what is chosen."""
        spoken = self.list.currentIndex().data(_SPOKEN)
        self.field.setAccessibleDescription(spoken or say("Nothing holds these words."))

    def _take(self) -> None:
        """Link as the chosen row says; what cannot be says why."""
        way: Way | None = self.list.currentIndex().data(_TO)
        if way is None:
            self.said.emit(say("Nothing holds these words."))
        elif way.refused:
            self.said.emit(way.refused)
        else:
            self.go()
            self.chosen.emit(way.tie, way.other.id)
