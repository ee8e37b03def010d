"""Moves of ideas that ask something: to another state, or for words; and places in the square."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint

from ilead_studio import edits
from ilead_studio.model import Idea, IdeaState
from ilead_studio.rules.idea_moves import asks, deciding, why_not_move
from ilead_studio.rules.ideas import state_words
from ilead_studio.rules.square import square_words
from ilead_studio.ui.ideas.choice import IdeaChoice
from ilead_studio.ui.widgets.ask_card import AskCard, OfferCard
from ilead_studio.words import capital, say, short

if TYPE_CHECKING:
    from ilead_studio.ui.ideas.page import IdeasPage
    from ilead_studio.ui.window import MainWindow

_CYCLES = "pdsa"
"""The section in which cycles are decided."""


class IdeaMover(QObject):
    """Does what a view asks for, with a card at the idea where words are needed."""

    def __init__(self, window: "MainWindow", choice: IdeaChoice, page: "IdeasPage") -> None:
        super().__init__(page)
        self._window, self._work = window, window.work
        self._choice, self._page = choice, page
        self.card = AskCard(window.look, window.whole)
        self.offer = OfferCard(window.look, window.whole)
        window.about_to_do.connect(self._close)

    def _close(self, _name: str) -> None:
        """Take the cards away before any command: what they ask about may be another thing then."""
        self.card.go()
        self.offer.go()

    # --- to another state ------------------------------------------------------------------------
    def move(self, idea_id: str, state: IdeaState) -> None:
        """Move an idea to a state: a drop is a command, and asks what the command needs."""
        self._choice.choose(idea_id)
        self.move_to(state)

    def move_to(self, state: IdeaState) -> None:
        """Move the chosen idea to a state."""
        idea = self._choice.idea
        if idea is None or idea.state == state or self._work.refuses():
            return
        if why := why_not_move(self._work.workbook, idea, state):
            self._refuse(idea, why)
        elif question := asks(state):
            about = say("“{idea}” to {state}", idea=short(idea.text), state=state_words(state))
            self.card.ask(about, question, lambda words: self._mark(idea, state, words), self._at())
        else:
            self._mark(idea, state, "")

    def _mark(self, idea: Idea, state: IdeaState, reason: str) -> bool:
        what = short(idea.text)
        label = say("“{idea}”: {state}", idea=what, state=state_words(state))
        if state == "parked":
            return self._work.step(label, lambda it: edits.park(it, [idea.id], self._work.ids))
        if state == "testing":  # what its cycles say, and nobody else
            return False
        return self._work.step(label, lambda it: edits.mark_idea(it, idea.id, state, reason))

    def _refuse(self, idea: Idea, why: str) -> None:
        """Say why, and offer to go to the cycle that decides, where there is a place for it."""
        from ilead_studio.ui.frame.sections import sections

        self._work.said.emit(why)
        cycle = deciding(self._work.workbook, idea)
        if cycle is not None and any(it.name == _CYCLES for it in sections()):
            go = self._window.sections.go
            told = say("{why} Its Act says what happens with the idea.", why=why)
            self.offer.offer(
                told, say("Go to the cycle"), lambda: go(_CYCLES, cycle.id), self._at()
            )

    def _at(self) -> QPoint:
        box = self._page.box_of_chosen()
        return QPoint(box.left(), box.bottom() + 4)

    # --- words -----------------------------------------------------------------------------------
    def ask_words(self, idea_id: str, start: str) -> None:
        """Ask for the words of an idea, or for the next one; ``start`` is what was typed for it."""
        idea = self._choice.idea if idea_id else None
        keep = self._page.commands.keep_words
        if idea is not None:
            self.card.ask(
                idea.ref, say("Words of the idea"), lambda words: keep(idea.id, words), self._at(),
                idea.text,
            )  # fmt: skip
        else:
            self.card.ask("", say("Next idea"), lambda words: keep("", words), self._at())
            self.card.go_on(start)

    # --- the square ------------------------------------------------------------------------------
    def place(self, idea_id: str, effort: int, impact: int) -> None:
        """Give an idea its place in the square, and say what that means."""
        step = say("place an idea in the square")
        if self._work.step(step, lambda it: edits.put(it, [idea_id], effort=effort, impact=impact)):
            words = capital(square_words(effort, impact, self._choice.naming))
            told = say("Effort {effort}, impact {impact}. {words}: a judgement, not data.",
                       effort=effort, impact=impact, words=words)  # fmt: skip
            self._work.said.emit(told)
