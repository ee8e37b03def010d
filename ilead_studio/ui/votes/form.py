"""The beginning of a vote: its question, what is on the ballot, how many people, votes each."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Qt, Signal

from ilead_studio import edits
from ilead_studio.model import Fishbone, Workbook
from ilead_studio.rules.votes import may_be_chosen, votes_each, votes_on
from ilead_studio.ui.inspector.fields import LineField, NumberField
from ilead_studio.ui.looks.look import Look
from ilead_studio.ui.votes.parts import Amounts, VotePart
from ilead_studio.ui.widgets.late import late
from ilead_studio.ui.widgets.parts import Wrapped, button, label
from ilead_studio.ui.widgets.segments import Choice, Segments
from ilead_studio.words import count, say

ALL, SELECTED = 0, 1
_PEOPLE: Final = 8
"""How many people vote, if nobody has voted here yet."""


@dataclass(frozen=True, slots=True)
class Plan:
    """A vote that is to be opened; without ``item_ids`` on all that may be chosen."""

    page_id: str | None
    question: str
    people: int
    each: int
    most: int
    item_ids: tuple[str, ...] | None = None

    def open(self, workbook: Workbook, new_id: str) -> Workbook:
        """Open the vote.

        Raises:
            EditError: if it cannot be held.
        """
        made = edits.open_vote(
            workbook, new_id, self.page_id, self.people, self.question, self.item_ids
        )
        return edits.put_vote(made, new_id, each=self.each, most=self.most)


def on_ballot(
    workbook: Workbook, page: Fishbone | None, selected: Collection[str]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return what is on the ballot of all, and what on that of some.

    With bones that are ``selected`` their causes are.
    """
    every = tuple(it.id for it in may_be_chosen(workbook, page))
    chosen = set(selected)
    if page is not None:
        bones = {it.id for it in page.causes if it.parent_id == page.id and it.id in chosen}
        chosen |= {it.id for it in page.causes if it.parent_id in bones}
    named = may_be_chosen(workbook, page, with_whys=page is not None)
    return every, tuple(it.id for it in named if it.id in chosen)


class VoteForm(VotePart):
    """Asks what a vote needs; ``begun`` brings the plan of it, ``left`` that nobody wants it."""

    begun = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._page: Fishbone | None = None
        self._ballots: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())
        self._own_each = False
        asks = say("Where do we look first?")
        self.question = late(LineField(say("Question"), asks))
        choices = (Choice(ALL, say("All")), Choice(SELECTED, say("Selected")))
        self.what = Segments(look, say("On the ballot"), choices)
        self.what.chosen.connect(self._choose)
        self.people = NumberField(say("People"), 999)
        self.each = NumberField(say("Votes each"), 99)
        self.most = NumberField(say("Most on one"), 9)
        for field in (self.people, self.each, self.most):
            field.counted.connect(lambda number, field=field: _count_to(field, number))
        self.each.counted.connect(lambda _number: self._make_own())
        self._rule = Wrapped("", "small")
        self._compose(look)

    def _compose(self, look: Look) -> None:
        parts = (
            label(say("Blind vote"), "lead"),
            Wrapped(say("Each person chooses in silence; nobody sees how others voted before all"
                        " have."), "small"),
            label(say("Question"), "label"), self.question,
            label(say("On the ballot"), "label"), self.what, self._rule,
            Amounts(look, (self.people, self.each, self.most)),
        )  # fmt: skip
        for part in parts:
            self.stack.addWidget(part)
        self.stack.addStretch(1)
        self.main = button(
            say("Begin the vote"), "main", look, sign="arrow-right", role="on_accent",
            does=self.enter,
        )  # fmt: skip
        self.foot.addWidget(self.main)
        self.foot.addWidget(button(say("Cancel"), "plain", look, does=self.left.emit))

    # --- showing ---------------------------------------------------------------------------------
    def start(self, workbook: Workbook, page: Fishbone | None, selected: Collection[str]) -> None:
        """Begin anew: with as many people as voted the last time."""
        last = next(reversed(votes_on(workbook, page.id if page else None)), None)
        self.people.show_text(str(last.people if last else _PEOPLE))
        self.most.show_text(str(last.most if last else 3))
        self.question.show_text("")
        self._own_each = False
        self.tell(workbook, page, selected)
        self._choose(SELECTED if len(self._ballots[SELECTED]) > 1 else ALL)

    def tell(self, workbook: Workbook, page: Fishbone | None, selected: Collection[str]) -> None:
        """Show what can be on the ballot now."""
        self._page, self._ballots = page, on_ballot(workbook, page, selected)
        words = say("Whole page") if page else say("All ideas")
        for at, name in ((ALL, words), (SELECTED, say("Selected"))):
            number = len(self._ballots[at])
            self.what.name_value(at, say("{name}: {number}", name=name, number=number))
        self._show_rule()

    def _choose(self, what: object) -> None:
        self.what.show_value(what)
        self._show_rule()

    def _make_own(self) -> None:
        self._own_each = True
        self._show_rule()

    def _show_rule(self) -> None:
        """Say the rule of a third; who typed another number of votes keeps it."""
        many = len(self._ballots[SELECTED if self.what.value == SELECTED else ALL])
        each = votes_each(many)
        if not self._own_each:
            self.each.show_text(str(each))
        nothing = say("A vote needs two to choose from.")
        self._rule.setText(
            nothing if many < 2 else
            say("{many} on the ballot, a third of that: {each} each.", many=many,
                each=count(each, "{number} vote", "{number} votes"))
        )  # fmt: skip

    # --- the end of it ---------------------------------------------------------------------------
    def begin(self) -> None:
        """Put the keyboard into the question."""
        self.question.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def enter(self) -> None:
        """Begin the vote."""
        named = self._ballots[SELECTED] if self.what.value == SELECTED else None
        people, each, most = (int(it.text() or 0) for it in (self.people, self.each, self.most))
        page_id = self._page.id if self._page else None
        self.begun.emit(Plan(page_id, self.question.text(), people, each, most, named))


def _count_to(field: NumberField, number: int) -> None:
    """Show a number that was counted to; one that is typed stands there already."""
    if int(field.text() or 0) != number:
        field.show_text(str(number))
