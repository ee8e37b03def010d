"""What is done with a vote, each as one step that can be undone; no step says what was voted."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, Signal

from ilead_studio import edits
from ilead_studio.model import Vote
from ilead_studio.rules.ballots import read_sheet
from ilead_studio.rules.votes import (
    Counted,
    kept_words,
    result_words,
    standing_words,
    vote_with_id,
)
from ilead_studio.ui.votes.form import Plan
from ilead_studio.ui.votes.panel import VotePanel
from ilead_studio.ui.work import Work
from ilead_studio.words import count, say, short


class VoteDeeds(QObject):
    """Does what the panel asks for. ``opened`` brings a vote that was begun, ``revealed`` its end.

    ``open_vote`` gives the vote that is open where one works.
    """

    opened = Signal(str)
    revealed = Signal(str)

    def __init__(
        self,
        work: Work,
        panel: VotePanel,
        clock: Callable[[], datetime],
        open_vote: Callable[[], Vote | None],
    ) -> None:
        super().__init__(panel)
        self._work, self._panel, self._clock, self._open_vote = work, panel, clock, open_vote
        blind, result = panel.blind, panel.result
        panel.form.begun.connect(self._begin)
        for signal, does in (
            (blind.cast, self._cast), (blind.pasted, self._cast_sheet), (blind.put, self._put),
            (blind.taken_back, self._take_back), (blind.revealed, self._reveal),
            (blind.given_up, self._give_up), (blind.said, work.said),
            (result.again, self._vote_again), (result.list.kept, self._keep),
        ):  # fmt: skip
            signal.connect(does)

    def _begin(self, plan: Plan) -> None:
        new = self._work.ids()
        if self._work.step(say("begin a vote"), lambda book: plan.open(book, new)):
            self._tell_opened(new)

    def _tell_opened(self, vote_id: str) -> None:
        self.opened.emit(vote_id)
        vote = vote_with_id(self._work.workbook, vote_id)
        if vote is not None:
            each = count(vote.each, "{number} vote", "{number} votes")
            self._say(say("The vote is open: {many} on the ballot, {each} each.",
                          many=len(vote.candidates), each=each))  # fmt: skip

    # --- ballots ---------------------------------------------------------------------------------
    def _cast(self, words: str) -> None:
        vote = self._open_vote()
        if vote and self._work.step(say("a ballot"), lambda book: edits.cast(book, vote.id, words)):
            self._panel.blind.wipe()
            self._say_standing()

    def _cast_sheet(self, words: str) -> None:
        vote = self._open_vote()
        if vote is None:
            return
        sheet = read_sheet(vote, words)
        named = count(len(sheet.ballots), "{number} pasted ballot", "{number} pasted ballots")
        cast = self._work.step(named, lambda book: edits.cast_sheet(book, vote.id, sheet))
        self._panel.blind.show_unread(sheet.unread)
        if cast:
            self._say_standing(say("{ballots} taken.", ballots=named), *sheet.unread)

    def _say_standing(self, *before: str) -> None:
        vote = self._open_vote()
        if vote is not None:
            self._say(*before, say("{standing}.", standing=standing_words(vote)))

    def _say(self, *sentences: str) -> None:
        self._work.said.emit(" ".join(sentences))

    def _put(self, name: str, number: int) -> None:
        vote = self._open_vote()
        label = say("change the people") if name == "people" else say("change the votes each")
        if vote is not None:
            self._work.step(
                label,
                lambda book: edits.put_vote(book, vote.id, **{name: number}),
                merge_key=(name, vote.id),
            )

    def _take_back(self) -> None:
        vote, label = self._open_vote(), say("take back the last ballot")
        if vote and self._work.step(label, lambda book: edits.take_back(book, vote.id)):
            self._say_standing()
            self._panel.blind.begin()

    def _give_up(self) -> None:
        """Delete the vote that is open; undo brings it back."""
        vote = self._open_vote()
        if vote is not None:
            self._work.step(say("give the vote up"), lambda book: edits.delete_vote(book, vote.id))

    # --- the reveal and after --------------------------------------------------------------------
    def _reveal(self) -> None:
        vote, now = self._open_vote(), self._clock()
        label = say("reveal the votes")
        if vote and self._work.step(label, lambda book: edits.reveal(book, vote.id, now)):
            self.revealed.emit(vote.id)
            told = vote_with_id(self._work.workbook, vote.id)
            if told is not None:
                self._say(result_words(told), say("{kept}.", kept=kept_words(told)))

    def _keep(self, row: Counted) -> None:
        vote, kept = self._panel.result.vote, not row.by_hand
        if vote is None:
            return
        name = say("“{text}”", text=short(row.words))
        label = say("keep {name}", name=name) if kept else say("leave {name} out", name=name)
        done = self._work.step(
            label, lambda book: edits.keep_anyway(book, vote.id, row.number, kept=kept)
        )
        now = vote_with_id(self._work.workbook, vote.id)
        if done and now is not None:
            self._say(say("{words}.", words=kept_words(now)))

    def _vote_again(self) -> None:
        vote, new = self._panel.result.vote, self._work.ids()
        label = say("vote again")
        if vote and self._work.step(label, lambda book: edits.another_round(book, vote.id, new)):
            self._tell_opened(new)
