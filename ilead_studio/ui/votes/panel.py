"""The panel of a vote at the right of its page: its beginning, its ballots, or what came out."""

from PySide6.QtWidgets import QStackedWidget

from ilead_studio.ui.looks.look import Look
from ilead_studio.ui.votes.blind import BlindForm
from ilead_studio.ui.votes.form import VoteForm
from ilead_studio.ui.votes.parts import VotePart
from ilead_studio.ui.votes.result import VoteResult
from ilead_studio.words import say


class VotePanel(QStackedWidget):
    """Shows one of its three parts."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setProperty("kind", "right")
        self.setAccessibleName(say("Vote"))
        self.form, self.blind, self.result = VoteForm(look), BlindForm(look), VoteResult(look)
        for part in (self.form, self.blind, self.result):
            self.addWidget(part)

    def show_part(self, part: VotePart) -> None:
        """Show a part; the keyboard goes along if it was in the one before."""
        before, focus = self.currentWidget(), self.focusWidget()
        had = before is not None and focus is not None and before.isAncestorOf(focus)
        self.setCurrentWidget(part)
        if had and part is not before:
            part.begin()

    def begin(self) -> None:
        """Put the keyboard where the part in view wants it."""
        part = self.currentWidget()
        assert isinstance(part, VotePart)
        part.begin()
