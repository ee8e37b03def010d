"""A vote after the reveal: a list that can be sorted, and what falls out of it."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout

from ilead_studio.model import Vote
from ilead_studio.rules.votes import counted, kept_words, result_words, revealed_words
from ilead_studio.ui.looks.look import Look
from ilead_studio.ui.votes.list_view import VoteList
from ilead_studio.ui.votes.parts import VotePart
from ilead_studio.ui.votes.rows import left_words, result_rows
from ilead_studio.ui.widgets.parts import OneLine, Wrapped, button, label
from ilead_studio.ui.widgets.segments import Choice, Segments
from ilead_studio.words import count, say

IN_ORDER, BY_VOTES = 0, 1
_LEAST_LIST: Final = 160


class VoteResult(VotePart):
    """``again`` asks for another round, ``anew`` for a new vote; ``closed`` ends the looking."""

    again = Signal()
    anew = Signal()
    closed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._vote: Vote | None = None
        self._about, self._when = OneLine("lead"), label("", "small")
        self._rule = Wrapped("")
        self._left = Wrapped("", "small")
        choices = (Choice(IN_ORDER, say("Page order")), Choice(BY_VOTES, say("By votes")))
        self.order = Segments(look, say("Order of the list"), choices)
        self.order.show_value(IN_ORDER)
        self.order.chosen.connect(self._sort)
        self.list = VoteList(look)
        self.list.setMinimumHeight(look.px(_LEAST_LIST))
        self.list.left.connect(self.left)
        self._compose()

    def _compose(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._about, 1)
        self.close_it = button("", "", self.look, sign="x", does=self.closed.emit)
        self.close_it.setAccessibleName(say("Close the votes"))
        self.close_it.setToolTip(say("Close the votes"))
        head.addWidget(self.close_it)
        self.stack.addLayout(head)
        self.stack.addWidget(self._when)
        self.stack.addWidget(self._rule)
        self.stack.addWidget(self.order)
        self.stack.addWidget(self.list, 1)
        self.stack.addWidget(self._left)
        line = QHBoxLayout()
        line.setSpacing(self.look.px(8))
        self.round = button(say("Vote again"), "main", self.look, sign="arrow-right",
                            role="on_accent", does=self.again.emit)  # fmt: skip
        self.round.setToolTip(say("Another round among those that are kept"))
        self.new = button(say("New vote"), "plain", self.look, does=self.anew.emit)
        self.new.setToolTip(say("A vote on everything, from the beginning"))
        line.addWidget(self.round, 1)
        line.addWidget(self.new)
        self.foot.addLayout(line)

    @property
    def vote(self) -> Vote | None:
        """The vote that is shown."""
        return self._vote

    def tell(self, vote: Vote) -> None:
        """Show what came out."""
        if self._vote is None or vote.id != self._vote.id:
            self.order.show_value(IN_ORDER)
        self._vote = vote
        self._about.setText(vote.question or say("Votes"))
        own = say("Page order") if vote.page_id else say("Own order")
        self.order.name_value(IN_ORDER, own)
        self._when.setText(revealed_words(vote))
        self._rule.setText(result_words(vote))
        self._name_round(sum(it.is_kept for it in counted(vote)))
        self._left.setText(f"{kept_words(vote)}. {left_words(vote)}")
        self.list.show_rows(result_rows(vote, sorts=self.order.value == BY_VOTES))

    def _name_round(self, kept: int) -> None:
        words = count(kept, "Vote again on {number}", "Vote again on {number}")
        self.round.setText(f" {words}")
        self.round.setAccessibleName(words)

    def _sort(self, order: object) -> None:
        self.order.show_value(order)
        if self._vote is not None:
            self.tell(self._vote)

    def begin(self) -> None:
        """Put the keyboard into the list."""
        self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)
