"""The change ideas as a board: a column for each state. Moving a card is a command."""

from typing import Final

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from ilead_studio.model import Idea, IdeaState
from ilead_studio.rules.ideas import STATES, IdeaRow, state_words
from ilead_studio.ui.commands.keymap import KeyMap
from ilead_studio.ui.ideas.choice import IdeaChoice
from ilead_studio.ui.ideas.column import BoardColumn
from ilead_studio.ui.looks.look import Look
from ilead_studio.ui.widgets.parts import button, label, panel
from ilead_studio.words import capital, say

_LEAST: Final = 148
_BY_HAND: Final[tuple[IdeaState, ...]] = tuple(it for it in STATES if it != "testing")
"""The states into which a card can be moved: a test begins with Do."""
_ASIDE: Final = {"move out": -1, "move in": 1}
_ALONG: Final = {"move up": -1, "move down": 1}


class IdeaBoard(QScrollArea):
    """Columns side by side; arrows go from card to card.

    ``moved`` brings an idea and the state to which it is to go, ``shifted`` -1 or 1 for the chosen
    idea to go up or down in its column; ``words_asked`` an idea (empty for the next one) whose
    words are to be typed, and what was typed for them.
    """

    moved = Signal(str, str)
    shifted = Signal(int)
    asked = Signal(str)
    words_asked = Signal(str, str)
    menu_asked = Signal(QPoint)

    def __init__(self, choice: IdeaChoice, look: Look, keys: KeyMap) -> None:
        super().__init__()
        self._choice, self._look = choice, look
        self._numbers: dict[IdeaState, QLabel] = {}
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = panel("desk")
        line = QHBoxLayout(inside)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(look.px(8))
        self.columns = {it: BoardColumn(it, look, keys, choice.lit) for it in STATES}
        for state, column in self.columns.items():
            line.addWidget(self._framed(state, column), 1)
            column.dropped.connect(self.moved)
            column.went.connect(lambda step, state=state: self._go(state, step))
            column.chosen.connect(self._choose)
            column.asked.connect(self.asked)
            column.typed.connect(lambda letter: self.words_asked.emit("", letter))
            column.menu_asked.connect(self.menu_asked)
        self.setWidget(inside)
        self.setFocusProxy(self.columns["proposed"])

    def _framed(self, state: IdeaState, column: BoardColumn) -> QWidget:
        look, made = self._look, panel("column")
        made.setMinimumWidth(look.px(_LEAST))
        stack = QVBoxLayout(made)
        stack.setContentsMargins(*[look.px(8)] * 4)
        stack.setSpacing(look.px(8))
        head = QHBoxLayout()
        head.addWidget(label(capital(state_words(state)), "strong"), 1)
        self._numbers[state] = label("", "small")
        self._numbers[state].setWordWrap(False)
        head.addWidget(self._numbers[state])
        stack.addLayout(head)
        stack.addWidget(column, 1)
        if state == "proposed":
            add = button(say("Next idea"), "quiet", look, sign="plus", role="accent",
                         does=self.begin_next)  # fmt: skip
            stack.addWidget(add)
        return made

    # --- what is shown ---------------------------------------------------------------------------
    def show_rows(self) -> None:
        """Show the ideas in their columns."""
        rows = self._choice.rows
        for state, column in self.columns.items():
            here = tuple(row for row in rows if row.idea.state == state)
            column.show_rows(here)
            self._numbers[state].setText(str(len(here)))
        self.show_chosen()

    def show_chosen(self) -> None:
        """Select the chosen idea; the keyboard follows it from column to column."""
        had = any(column.hasFocus() for column in self.columns.values())
        there = [it for it in self.columns.values() if it.show_chosen(self._choice.last)]
        if there:
            self.setFocusProxy(there[0])
            self.ensureWidgetVisible(there[0], 8, 0)
        if there and had:
            there[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose(self, idea_id: str) -> None:
        self._choice.choose(idea_id)

    def _go(self, state: IdeaState, step: int) -> None:
        """Go to the next column that has a card, as far down as the keyboard was."""
        at, ways = self.columns[state].currentIndex().row(), STATES.index(state)
        rest = STATES[ways + 1 :] if step > 0 else STATES[:ways][::-1]
        there = next((self.columns[it] for it in rest if self.columns[it].cards.rows), None)
        if there is not None:
            rows = there.cards.rows
            there.setFocus(Qt.FocusReason.OtherFocusReason)
            self._choice.choose(rows[max(0, min(at, len(rows) - 1))].idea.id)

    def beside(self, _idea: Idea) -> tuple[IdeaRow, ...]:
        """Return the cards of the column in which an idea stands."""
        return self.columns[_idea.state].cards.rows

    def box(self) -> QRect:
        """Return where the chosen card is on the screen."""
        idea = self._choice.idea
        column = self.columns[idea.state if idea else "proposed"]
        box = column.visualRect(column.currentIndex())
        return QRect(column.viewport().mapToGlobal(box.topLeft()), box.size())

    # --- what is done ----------------------------------------------------------------------------
    def begin_next(self) -> None:
        """Ask for the next idea."""
        self.words_asked.emit("", "")

    def edit_words(self) -> None:
        """Ask for other words of the chosen idea."""
        self.words_asked.emit(self._choice.last, "")

    def shift(self, name: str) -> None:
        """Move the chosen card: to the state beside, or up and down in its column."""
        idea = self._choice.idea
        if idea and name in _ALONG:
            self.shifted.emit(_ALONG[name])
        elif idea and (state := _beside(idea.state, _ASIDE[name])):
            self.moved.emit(idea.id, state)

    def why_not_shift(self, name: str) -> str:
        """Say that a card is at an end."""
        idea = self._choice.idea
        if idea is None:
            return ""
        if name in _ALONG:
            rows = self.beside(idea)
            at = next((n for n, row in enumerate(rows) if row.idea.id == idea.id), 0)
            ends = not 0 <= at + _ALONG[name] < len(rows)
            return say("It is at the end of its column already.") if ends else ""
        return "" if _beside(idea.state, _ASIDE[name]) else say("There is no column beside it.")


def _beside(state: IdeaState, step: int) -> IdeaState | None:
    """Return the state to which a card goes; what is parked comes back as it was."""
    if state == "parked":
        return "proposed" if step < 0 else None
    at = STATES.index(state)
    rest = STATES[at + 1 :] if step > 0 else STATES[:at][::-1]
    return next((it for it in rest if it in _BY_HAND), None)
