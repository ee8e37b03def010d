"""What is known of change ideas: their state, what they are, why they should work, what they serve.

The groups read the ideas that are chosen in their list, not what is selected on a page.
"""

from typing import Final

from PySide6.QtWidgets import QHBoxLayout, QLabel

from ilead_studio import edits
from ilead_studio.drawing.marks import Marks
from ilead_studio.drawing.signs import lead
from ilead_studio.model import FACILITATOR, Idea, Workbook
from ilead_studio.rules.idea_moves import asks, deciding
from ilead_studio.rules.ideas import STATES, kind_words, origin_words, state_words
from ilead_studio.rules.outline import Role, Row, outline
from ilead_studio.rules.square import square_words
from ilead_studio.ui.ideas.choice import choice_of
from ilead_studio.ui.inspector.consequences import ConsequencesGroup
from ilead_studio.ui.inspector.driver import CausesGroup, ServesGroup
from ilead_studio.ui.inspector.fields import PickField, SentenceField, TextField
from ilead_studio.ui.inspector.group import Group, Kind, Seen
from ilead_studio.ui.inspector.judged import EffortGroup, VotesGroup
from ilead_studio.ui.inspector.panel import NotesGroup
from ilead_studio.ui.inspector.who import OwnerGroup, PartiesGroup, RaisedGroup
from ilead_studio.ui.lists.sign_paint import sign_icon
from ilead_studio.ui.looks.look import Look
from ilead_studio.ui.widgets.parts import Wrapped, label
from ilead_studio.ui.widgets.segments import Choice, Segments
from ilead_studio.ui.work import Work
from ilead_studio.words import capital, say

_KINDS: Final = ("", "new process", "changed process", "new tool", "new norm")
_ORIGINS: Final = ("", "brainstorm", "parking lot", "research", "another site")


def chosen_ideas(work: Work) -> Seen:
    """Return the chosen ideas as the inspector sees them, each with its first link in its row."""
    ideas, links = choice_of(work).ideas, _links(work.workbook)
    rows = tuple(_row(idea, links.get(idea.id, [])) for idea in ideas)
    return Seen(None, rows, ideas, work.workbook)


def _links(workbook: Workbook) -> dict[str, list[tuple[str, bool]]]:
    """Return for each source what it serves on any theory, and whether weakly."""
    found: dict[str, list[tuple[str, bool]]] = {}
    for page in workbook.theories:
        for link in page.links:
            found.setdefault(link.source, []).append((link.target, link.strength == "weak"))
    return found


def _row(idea: Idea, links: list[tuple[str, bool]]) -> Row:
    targets = tuple(target for target, _ in links)
    weak = frozenset(target for target, is_weak in links if is_weak)
    first = targets[0] if targets else None
    return Row(idea.id, idea.ref, idea.text, idea.notes, Role.IDEA, 1, first, 1, 1, 1,
               targets[1:], weak)  # fmt: skip


class IdeaStateGroup(Group):
    """How far an idea is, why, and what it can become: a move asks for its words at the list."""

    name = "idea state"

    def __init__(self, work: Work, look: Look) -> None:
        super().__init__(work, look, say("State"))
        self._sign, self._words = QLabel(), label("")
        line = QHBoxLayout()
        line.setSpacing(look.px(8))
        line.addWidget(self._sign)
        line.addWidget(self._words, 1)
        self._reason = Wrapped("", "small")
        self.to_state = PickField(say("Change the state"))
        self.to_state.activated.connect(self._ask)
        self.stack.addLayout(line)
        self.stack.addWidget(self._reason)
        self.stack.addWidget(self.to_state)

    def _ask(self, _at: int) -> None:
        state = self.to_state.currentData()
        self.to_state.setCurrentIndex(0)
        if state:
            choice_of(self._work).move_asked.emit(state)

    @classmethod
    def fits(cls, it: Seen) -> bool:
        """Show it for one idea."""
        return isinstance(it.one, Idea)

    def tell(self, it: Seen) -> None:
        """Show the state, and the others."""
        idea = it.one
        if not isinstance(idea, Idea):
            return
        side = self._look.px(16)
        sign = sign_icon(lead(Marks(idea_state=idea.state)), self._look.theme, side)
        self._sign.setPixmap(sign.pixmap(side, side))
        self._words.setText(capital(state_words(idea.state)))
        reason = self._reason_of(it.workbook, idea)
        self._reason.setText(reason)
        self._reason.setVisible(bool(reason))
        self.to_state.clear()
        self.to_state.addItem(say("Change the state…"), "")
        for state in STATES:
            if state not in (idea.state, "testing"):
                self.to_state.addItem(capital(state_words(state)), state)

    def _reason_of(self, workbook: Workbook, idea: Idea) -> str:
        if idea.state_reason:
            asked = asks(idea.state)
            return f"{asked} {idea.state_reason}" if asked else idea.state_reason
        if deciding(workbook, idea):
            return say("A cycle is under way; its Act decides.")
        return ""


class PickGroup(Group):
    """One value of a few for a field of the chosen ideas."""

    field, title = "", ""
    values: tuple[str, ...] = ()

    def __init__(self, work: Work, look: Look) -> None:
        super().__init__(work, look, self.words()[0])
        self.pick = PickField(self.words()[0])
        for value in self.values:
            self.pick.addItem(self.value_words(value), value)
        self.pick.activated.connect(self._choose)
        self.stack.addWidget(self.pick)

    def words(self) -> tuple[str, str]:
        """Return the heading, and the words of the step."""
        raise NotImplementedError

    def value_words(self, value: str) -> str:
        """Return the words for a value."""
        raise NotImplementedError

    def _choose(self, _at: int) -> None:
        self.put(self.words()[1], **{self.field: self.pick.currentData()})

    @classmethod
    def fits(cls, it: Seen) -> bool:
        """Show it when ideas are chosen."""
        return bool(it.having(cls.field))

    def tell(self, it: Seen) -> None:
        """Show the value that all have."""
        value, differ = it.common(self.field)
        self.say_mixed(is_mixed=differ)
        self.pick.setCurrentIndex(-1 if differ else self.pick.findData(value))


class KindGroup(PickGroup):
    """Which kind of change it is, and whether it is a broad concept or can be tested."""

    name = field = "kind"
    values = _KINDS

    def __init__(self, work: Work, look: Look) -> None:
        super().__init__(work, look)
        choices = (Choice("concept", say("Concept")), Choice("specific", say("Specific")))
        self.breadth = Segments(look, say("Concept or specific change"), choices, none="")
        self.breadth.chosen.connect(
            lambda breadth: self.put(say("change how broad it is"), breadth=breadth)
        )
        self.stack.addWidget(self.breadth)

    def words(self) -> tuple[str, str]:
        """Name it."""
        return say("Kind"), say("change the kind")

    def value_words(self, value: str) -> str:
        """Name a kind."""
        return kind_words(value)

    def tell(self, it: Seen) -> None:
        """Show both."""
        super().tell(it)
        self.breadth.show_value(it.common("breadth")[0])


class OriginGroup(PickGroup):
    """Where an idea comes from."""

    name = field = "origin"
    values = _ORIGINS

    def words(self) -> tuple[str, str]:
        """Name it."""
        return say("Where it comes from"), say("change where it comes from")

    def value_words(self, value: str) -> str:
        """Name an origin."""
        return origin_words(value)


class WhyGroup(Group):
    """What an idea is for, and why it should work."""

    name = "why"

    def __init__(self, work: Work, look: Look) -> None:
        super().__init__(work, look, say("Why it should work"))
        self.rationale = TextField(
            look, say("Why it should work"), 3, say("What makes us think so, and where it worked")
        )
        self.goal = SentenceField(look, say("Goal"), say("What should be different then"))
        self.rationale.typed.connect(
            lambda words: self.put(
                say("change why it should work"), burst="rationale", rationale=words
            )
        )
        self.goal.typed.connect(
            lambda words: self.put(say("change a goal"), burst="goal", goal=words)
        )
        for field in (self.rationale, self.goal):
            field.done.connect(self.end_burst)
        self.stack.addWidget(self.rationale)
        self.stack.addWidget(label(say("Goal"), "label"))
        self.stack.addWidget(self.goal)

    @classmethod
    def fits(cls, it: Seen) -> bool:
        """Show it when ideas are chosen."""
        return bool(it.having("rationale"))

    def tell(self, it: Seen) -> None:
        """Show what all say."""
        for name, field in (("rationale", self.rationale), ("goal", self.goal)):
            value, differ = it.common(name)
            field.show_text(value or "", is_mixed=differ)


class IdeaServesGroup(ServesGroup):
    """What an idea serves on any theory."""

    def rows_of(self, it: Seen) -> tuple[Row, ...]:
        """Return the rows of every theory."""
        pages = it.workbook.theories
        return tuple(row for page in pages for row in outline(it.workbook, page))


class TracesGroup(CausesGroup):
    """Which causes an idea answers."""

    name = "traces"

    @classmethod
    def fits(cls, it: Seen) -> bool:
        """Show it for one idea, when there are causes."""
        return isinstance(it.one, Idea) and any(it.workbook.fishbones)

    def causes(self) -> tuple[str, ...]:
        """Return the causes that the idea answers."""
        idea = self._seen.one
        return idea.traces if isinstance(idea, Idea) else ()

    def keep(self, label: str, cause_ids: tuple[str, ...]) -> None:
        """Let the idea answer these."""
        if self._seen.one is not None:
            idea_id = self._seen.one.id
            self._work.step(label, lambda book: edits.trace(book, idea_id, cause_ids))
            self.see_again()


class IdeaEffortGroup(EffortGroup):
    """Effort and impact, with what they mean together."""

    name = "idea effort"
    starts_closed = False

    def __init__(self, work: Work, look: Look) -> None:
        super().__init__(work, look)
        self.meaning = Wrapped("", "small")
        self.stack.addWidget(self.meaning)

    def tell(self, it: Seen) -> None:
        """Show the steps and their meaning."""
        super().tell(it)
        idea = it.one
        placed = isinstance(idea, Idea) and idea.effort and idea.impact
        words = ""
        if isinstance(idea, Idea) and placed:
            words = square_words(idea.effort, idea.impact, choice_of(self._work).naming)
        self.meaning.setText(capital(words))
        self.meaning.setVisible(bool(placed))


class VisibilityGroup(Group):
    """Who may see an idea: all, one party, or the facilitator only."""

    name = "visibility"
    starts_closed = True

    def __init__(self, work: Work, look: Look) -> None:
        super().__init__(work, look, say("Who may see it"))
        self.pick = PickField(say("Who may see it"))
        self.pick.activated.connect(self._choose)
        self.stack.addWidget(self.pick)
        self._shown: object = None

    def _choose(self, _at: int) -> None:
        ids, only_for = [it.id for it in self._seen.items], self.pick.currentData() or None
        self._work.step(
            say("change who may see it"), lambda book: edits.show_only(book, ids, only_for)
        )
        self.see_again()

    @classmethod
    def fits(cls, it: Seen) -> bool:
        """Show it when ideas are chosen."""
        return bool(it.having("only_for"))

    def tell(self, it: Seen) -> None:
        """Show who may."""
        if it.workbook.parties != self._shown:
            self._shown = it.workbook.parties
            self.pick.clear()
            self.pick.addItem(say("Everybody"), "")
            for party in it.workbook.parties:
                self.pick.addItem(say("Only {party}", party=party.name), party.id)
            self.pick.addItem(say("Only the facilitator"), FACILITATOR)
        value, differ = it.common("only_for")
        self.say_mixed(is_mixed=differ)
        self.pick.setCurrentIndex(-1 if differ else self.pick.findData(value or ""))


OF_IDEAS: Final[tuple[Kind, ...]] = (
    IdeaStateGroup, KindGroup, WhyGroup, IdeaServesGroup, IdeaEffortGroup, ConsequencesGroup,
    PartiesGroup, TracesGroup, OriginGroup, OwnerGroup, RaisedGroup, VotesGroup, VisibilityGroup,
    NotesGroup,
)  # fmt: skip
"""What can be known of ideas, in the order of the panel."""
