"""A vote while it is blind: one voter's squares, how many have voted, and nothing else."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QWidget

from ilead_studio.model import Ballot, Vote
from ilead_studio.rules.ballots import read_ballot, typed_words, why_not_cast
from ilead_studio.rules.votes import (
    paper_rows,
    reveal_question,
    rule_rows,
    standing_words,
    voter_words,
)
from ilead_studio.ui.inspector.fields import LineField, NumberField
from ilead_studio.ui.looks.icons import pixmap
from ilead_studio.ui.looks.look import Look
from ilead_studio.ui.votes.ballot_squares import BallotSquares
from ilead_studio.ui.votes.parts import Amounts, VotePart, show_or_hide
from ilead_studio.ui.widgets.parts import Wrapped, button, label, rule
from ilead_studio.words import say

_MOST_RULES: Final = 3
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class BallotField(LineField):
    """Numbers of one ballot. ``entered`` tells of Enter, ``pasted`` brings a sheet of several.

    ``ended`` tells of Ctrl+Enter: the way to the button that reveals is long.
    """

    entered = Signal()
    ended = Signal()
    pasted = Signal(str)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter casts, with Ctrl it ends; several lines that are pasted are several ballots."""
        words = QGuiApplication.clipboard().text()
        if event.key() in _ENTER:
            ends = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            (self.ended if ends else self.entered).emit()
        elif event.matches(QKeySequence.StandardKey.Paste) and "\n" in words.strip():
            self.pasted.emit(words)
        else:
            super().keyPressEvent(event)


class BlindForm(VotePart):
    """Takes ballots; it never shows one that was cast.

    ``cast`` brings the words of a ballot, ``pasted`` a sheet of several, ``put`` a field of the
    rule with its number; ``taken_back``, ``revealed`` and ``given_up`` tell what is wanted.
    """

    cast = Signal(str)
    pasted = Signal(str)
    put = Signal(str, int)
    taken_back = Signal()
    revealed = Signal()
    given_up = Signal()
    said = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.vote = Vote(id="aaaaaaaaaa")
        self._few: Ballot = ()
        self._question, self._standing = Wrapped("", "label"), label("", "title")
        self._voter = Wrapped("", "label")
        self.field = BallotField(say("Numbers of one ballot, then Enter"), say("such as 4 7 7 12"))
        self.squares, self._told = BallotSquares(look), Wrapped("", "small")
        self._not_read = Wrapped("", "small")
        self.people = NumberField(say("People"), 999)
        self.each = NumberField(say("Votes each"), 99)
        self._amounts = {"people": self.people, "each": self.each}
        self.next = button(
            say("Next voter"),
            "main",
            look,
            sign="arrow-right",
            role="on_accent",
            does=self.cast_typed,
        )
        self._list, self._rules = Wrapped(""), list[tuple[QLabel, Wrapped]]()
        self._asks, self._sure = Wrapped("", "strong"), QWidget()
        self._compose()
        self._connect()

    def _connect(self) -> None:
        self.field.typed.connect(lambda _text: self._type())
        self.field.entered.connect(self.cast_typed)
        self.field.ended.connect(self._end)
        self.field.pasted.connect(self.pasted)
        for name, field in self._amounts.items():
            field.counted.connect(lambda number, name=name: self._count(name, number))
            field.done.connect(lambda name=name: self._put(name))
            field.returnPressed.connect(lambda name=name: self._put(name))

    def _count(self, name: str, number: int) -> None:
        """Take a number that was counted to; one that is typed waits until it is whole."""
        if number and not self._amounts[name].isModified():
            self.put.emit(name, number)

    def _put(self, name: str) -> None:
        """Take a number that was typed; what is no number, or refused, goes."""
        field, was = self._amounts[name], getattr(self.vote, name)
        number = int(field.text() or 0)
        field.setModified(False)
        if number not in (0, was):
            self.put.emit(name, number)
        field.show_text(str(getattr(self.vote, name)))

    # --- putting together ------------------------------------------------------------------------
    def _compose(self) -> None:
        above: tuple[QWidget, ...] = (
            self._question, self._standing,
            Wrapped(say("No counts and no new order until all are in."), "small"),
            self._voter, self.field, self.squares, self._told, self.next,
            Wrapped(say("“Next voter” wipes the squares."), "small"),
            self._not_read, self._list, rule(), label(say("The rule"), "label"),
        )  # fmt: skip
        for part in above:
            self.stack.addWidget(part)
        self.stack.addLayout(self._rule_lines())
        self.stack.addWidget(Amounts(self.look, (self.people, self.each)))
        self.stack.addLayout(self._buttons())
        self.stack.addStretch(1)
        self._compose_foot()

    def _rule_lines(self) -> QGridLayout:
        """Make as many lines as a rule can have."""
        grid, px = QGridLayout(), self.look.px
        grid.setColumnStretch(1, 1)
        grid.setHorizontalSpacing(px(8))
        grid.setVerticalSpacing(px(2))
        for at in range(_MOST_RULES):
            sign, words = label(""), Wrapped("", "small")
            ratio, colour = self.devicePixelRatioF(), self.look.theme.ink_soft
            sign.setPixmap(pixmap("check", colour, px(16), ratio))
            grid.addWidget(sign, at, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(words, at, 1)
            self._rules.append((sign, words))
        return grid

    def _buttons(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(self.look.px(4))
        self.paste = self._quiet(say("Paste ballots"), "clipboard", self._paste)
        self.back = self._quiet(say("Take one back"), "arrow-back-up", self.taken_back.emit)
        self.back.setToolTip(say("Take the last ballot back"))
        self.give_up = self._quiet(say("Give it up"), "trash", self.given_up.emit)
        self.paste.setToolTip(say("Ballots that were copied, one on a line"))
        self.give_up.setToolTip(say("End the vote without a result"))
        for at, made in enumerate((self.paste, self.back, self.give_up)):
            grid.addWidget(made, at // 2, at % 2, Qt.AlignmentFlag.AlignLeft)
        return grid

    def _quiet(self, words: str, sign: str, does: object) -> QWidget:
        assert callable(does)
        return button(words, "quiet", self.look, sign=sign, role="accent", does=does)

    def _compose_foot(self) -> None:
        self.end = button(
            say("End the vote and reveal"), "plain", self.look, sign="eye", does=self._end
        )
        self.end.setToolTip(say("Only you can end it; nobody else is asked"))
        line = QHBoxLayout(self._sure)
        line.setContentsMargins(0, 0, 0, 0)
        self.anyway = button(say("Reveal anyway"), "main", self.look, does=self.revealed.emit)
        self.wait = button(say("Wait"), "plain", self.look, does=self._wait)
        for made in (self.anyway, self.wait):
            line.addWidget(made, 1)
        last = Wrapped(say("Votes say where to look, not what is true."), "small")
        for part in (self.end, self._asks, self._sure, last):
            self.foot.addWidget(part)
        self._ask("")

    # --- showing ---------------------------------------------------------------------------------
    def tell(self, vote: Vote) -> None:
        """Show how far a vote is; what one voter has typed stays until it is cast."""
        if vote.id != self.vote.id:
            self.wipe()
            self._not_read.hide()
        if vote.ballots != self.vote.ballots:
            self._ask("")
        self.vote = vote
        self._question.setText(vote.question or say("Blind vote"))
        self._standing.setText(standing_words(vote))
        voter = voter_words(vote)
        turn = say("{voter}: numbers, then Enter", voter=voter)
        self._voter.setText(turn if voter else say("All have voted."))
        self.next.setEnabled(bool(voter))
        self.back.setEnabled(bool(vote.ballots))
        for name, field in self._amounts.items():
            if not field.isModified():
                field.show_text(str(getattr(vote, name)))
        self._tell_rules(vote)
        self._tell_ballot(vote)
        self._tell_typed()

    def _tell_rules(self, vote: Vote) -> None:
        lines = rule_rows(vote)
        for at, (sign, words) in enumerate(self._rules):
            words.setText(lines[at] if at < len(lines) else "")
            for part in (sign, words):
                part.setVisible(at < len(lines))

    def _tell_ballot(self, vote: Vote) -> None:
        """List what is on the ballot where no page shows its numbers: change ideas."""
        rows = paper_rows(vote) if vote.page_id is None else ()
        show_or_hide(self._list, "\n".join(f"{it.number}  {it.words}" for it in rows))

    def show_unread(self, unread: tuple[str, ...]) -> None:
        """Say which lines of a sheet were no ballots."""
        show_or_hide(self._not_read, "\n".join(unread))

    # --- one voter -------------------------------------------------------------------------------
    def _type(self) -> None:
        self._few = ()
        self._tell_typed()

    def _tell_typed(self) -> None:
        words = self.field.text()
        typed = read_ballot(self.vote, words)
        self.squares.show_given(len(typed.numbers), self.vote.each)
        refusal = typed.refusal if words.strip() else ""
        self._told.setText(refusal or typed_words(self.vote, typed.numbers))

    def cast_typed(self) -> None:
        """Cast what is typed; fewer votes than allowed after one sentence, by a second Enter."""
        typed = read_ballot(self.vote, self.field.text())
        if typed.fewer and self._few != typed.numbers and not why_not_cast(self.vote):
            self._few = typed.numbers
            words = say("{fewer} Enter once more casts it.", fewer=typed.fewer)
            self._told.setText(words)
            self.said.emit(words)
        else:
            self.cast.emit(self.field.text())

    def wipe(self) -> None:
        """Wipe what one voter typed."""
        self.field.clear()
        self._type()

    def _paste(self) -> None:
        self.pasted.emit(QGuiApplication.clipboard().text())

    # --- the end of it ---------------------------------------------------------------------------
    def _end(self) -> None:
        """Reveal; once it is asked whether to wait for somebody who is missing."""
        asks = reveal_question(self.vote) if self.vote.ballots else ""
        if asks:
            self._ask(asks)
            self.said.emit(asks)
            self.anyway.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.revealed.emit()

    def _wait(self) -> None:
        self._ask("")
        self.begin()

    def _ask(self, question: str) -> None:
        show_or_hide(self._asks, question)
        self._sure.setVisible(bool(question))
        self.end.setVisible(not question)

    def begin(self) -> None:
        """Put the keyboard where ballots are typed."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape waits where that is asked, wipes what is typed, then goes back to the page."""
        is_left = event.key() == Qt.Key.Key_Escape
        if is_left and self._sure.isAncestorOf(self.focusWidget()):
            self._wait()
        elif is_left and self.field.text():
            self.wipe()
        else:
            super().keyPressEvent(event)
