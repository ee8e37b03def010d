"""What a team judges of causes: root, evidence, reach, votes, effort and impact, lenses."""

from PySide6.QtWidgets import QHBoxLayout

from ilead_studio.drawing.marks import Marks
from ilead_studio.drawing.signs import lead, meaning
from ilead_studio.model import Cause
from ilead_studio.rules.family import family
from ilead_studio.ui.inspector.fields import LineField, NumberField, Tick
from ilead_studio.ui.inspector.group import Group, Seen
from ilead_studio.ui.lists.sign_paint import sign_icon
from ilead_studio.ui.looks.look import Look
from ilead_studio.ui.widgets.parts import label
from ilead_studio.ui.widgets.segments import Choice, Segments
from ilead_studio.ui.work import Work
from ilead_studio.words import capital, say


class RootGroup(Group):
    """Whether a cause is a root cause, with the test of two questions."""

    name = "root"

    def __init__(self, work: Work, look: Look) -> None:
        super().__init__(work, look, say("Root"))
        self.heading.hide()  # the box says it
        self.tick = Tick(say("Root cause"))
        self.tick.clicked.connect(
            lambda: self.put(say("mark a root cause"), root=self.tick.isChecked())
        )
        self._help = label("", "small")
        self.stack.addWidget(self.tick)
        self.stack.addWidget(self._help)

    @property
    def words(self) -> str:
        """What is said about the box."""
        return self._help.text()

    @classmethod
    def fits(cls, it: Seen) -> bool:
        """Bones are headings."""
        return bool(it.having("root"))

    def tell(self, it: Seen) -> None:
        """Show the tick, and what speaks for or against it."""
        self.tick.show_ticks(it.values("root"))
        words = _root_words(self._work, it)
        if self._help.text() != words:
            self._help.setText(words)


def _root_words(work: Work, it: Seen) -> str:
    causes = it.having("root")
    if len(causes) == 1 and it.page is not None:
        if has_whys(work, causes[0].id):
            return say("It has a why below it: the root, if there is one, lies deeper.")
        if isinstance(causes[0], Cause) and causes[0].root:
            return say("Without it the problem would not exist, and mending it would keep the"
                       " problem away.")  # fmt: skip
    return say("Would the problem exist without it? Would it come back once this is mended?"
               " Twice no: a root.")  # fmt: skip


def has_whys(work: Work, item_id: str) -> bool:
    """Tell whether something stands below an item of the page in view."""
    page = work.page
    return page is not None and bool(family(work.workbook, page).stands.get(item_id))


class EvidenceGroup(Group):
    """How sure the team is."""

    name = "evidence"

    def __init__(self, work: Work, look: Look) -> None:
        super().__init__(work, look, say("Evidence"))
        self.states = Segments(look, say("Evidence"), _states(look), columns=2)
        self.states.chosen.connect(
            lambda state: self.put(say("change the evidence"), evidence=state)
        )
        self.stack.addWidget(self.states)

    @classmethod
    def fits(cls, it: Seen) -> bool:
        """Bones are headings."""
        return bool(it.having("evidence"))

    def tell(self, it: Seen) -> None:
        """Show the state that all have."""
        value, differ = it.common("evidence")
        self.states.show_value(value)
        self.say_mixed(is_mixed=differ)


def _states(look: Look) -> list[Choice]:
    side = look.px(16)
    signs = {
        "hunch": Marks(evidence="hunch"),
        "supported": Marks(evidence="supported"),
        "disputed": Marks(evidence="disputed"),
        "refuted": Marks(evidence="refuted"),
    }
    return [
        Choice(state, capital(meaning(state)), sign_icon(lead(marks), look.theme, side))
        for state, marks in signs.items()
    ]


class ReachGroup(Group):
    """Whether the team can do something about it."""

    name = "reach"

    def __init__(self, work: Work, look: Look) -> None:
        super().__init__(work, look, say("Reach"))
        choices = (
            Choice("control", say("Control")),
            Choice("influence", say("Influence")),
            Choice("outside", say("Outside")),
        )
        self.reach = Segments(look, say("Reach"), choices, none="")
        self.reach.chosen.connect(lambda reach: self.put(say("change the reach"), reach=reach))
        self.stack.addWidget(self.reach)

    @classmethod
    def fits(cls, it: Seen) -> bool:
        """Only causes are within reach or not."""
        return bool(it.having("reach"))

    def tell(self, it: Seen) -> None:
        """Show the reach that all have."""
        value, differ = it.common("reach")
        self.reach.show_value(value)
        self.say_mixed(is_mixed=differ)


class VotesGroup(Group):
    """How many votes a cause got."""

    name = "votes"

    def __init__(self, work: Work, look: Look) -> None:
        super().__init__(work, look, say("Votes"))
        self.votes = NumberField(say("Votes"), 9_999)
        self.votes.setFixedWidth(look.px(96))
        self.votes.counted.connect(self._write)
        self.votes.done.connect(self.end_burst)
        self.stack.addWidget(self.votes)

    def _write(self, votes: int) -> None:
        self.put(say("change the votes"), burst="votes", votes=votes)

    @classmethod
    def fits(cls, it: Seen) -> bool:
        """Causes and change ideas are voted on."""
        return bool(it.having("votes"))

    def tell(self, it: Seen) -> None:
        """Show the number that all have; none is an empty field."""
        value, differ = it.common("votes")
        self.votes.show_text(str(value) if value else "", is_mixed=differ)


class EffortGroup(Group):
    """Effort and impact in four steps: 1 and 2 are low."""

    name = "effort"
    starts_closed = True

    def __init__(self, work: Work, look: Look) -> None:
        super().__init__(work, look, say("Effort and impact"))
        self.steps: dict[str, Segments] = {}
        for field, name in (("effort", say("Effort")), ("impact", say("Impact"))):
            choices = [Choice(step, str(step)) for step in (1, 2, 3, 4)]
            row = self.steps[field] = Segments(look, name, choices, none=0)
            row.chosen.connect(lambda step, field=field: self._write(field, step))
            line = QHBoxLayout()
            head = label(name)
            head.setFixedWidth(look.px(64))
            line.addWidget(head)
            line.addWidget(row, 1)
            self.stack.addLayout(line)
        self.stack.addWidget(label(say("1 and 2 are low, 3 and 4 are high."), "small"))

    def _write(self, field: str, step: object) -> None:
        words = say("change the effort") if field == "effort" else say("change the impact")
        self.put(words, burst="", **{field: step})

    @classmethod
    def fits(cls, it: Seen) -> bool:
        """Causes and change ideas are weighed here."""
        return bool(it.having("effort"))

    def tell(self, it: Seen) -> None:
        """Show the steps that all have."""
        found = {field: it.common(field) for field in self.steps}
        for field, (value, _) in found.items():
            self.steps[field].show_value(value)
        self.say_mixed(is_mixed=any(differ for _, differ in found.values()))


class LensesGroup(Group):
    """Through which lenses a cause is seen; own words besides the usual ones."""

    name = "lenses"
    starts_closed = True

    def __init__(self, work: Work, look: Look) -> None:
        super().__init__(work, look, say("Lenses"))
        self.ticks: dict[str, Tick] = {}
        for lens in (say("engagement"), say("equity"), say("coherence")):
            tick = self.ticks[lens] = Tick(lens)
            tick.clicked.connect(lambda _=False, lens=lens: self._tick(lens))
            self.stack.addWidget(tick)
        self.own = LineField(say("Own lenses"), say("Own words, with commas between"))
        self.own.typed.connect(self._write_own)
        self.own.done.connect(self.end_burst)
        self.stack.addWidget(self.own)

    def _tick(self, lens: str) -> None:
        """Give all selected causes a lens, or take it from them; each keeps its others."""
        on = self.ticks[lens].isChecked()
        given = {
            it.id: (*(own for own in it.lenses if own != lens), *((lens,) if on else ()))
            for it in self._seen.having("lenses")
            if isinstance(it, Cause)
        }
        self.put_each(say("change the lenses"), "lenses", given)

    def _write_own(self, text: str) -> None:
        own = _own(text)
        given = {
            it.id: (*(lens for lens in it.lenses if lens in self.ticks), *own)
            for it in self._seen.having("lenses")
            if isinstance(it, Cause)
        }
        self.put_each(say("change the lenses"), "lenses", given, burst="own lenses")

    @classmethod
    def fits(cls, it: Seen) -> bool:
        """Only causes are seen through lenses."""
        return bool(it.having("lenses"))

    def tell(self, it: Seen) -> None:
        """Show which lenses all, none or some have."""
        lenses = it.values("lenses")
        for lens, tick in self.ticks.items():
            tick.show_ticks(lens in own for own in lenses)
        own = [tuple(lens for lens in has if lens not in self.ticks) for has in lenses]
        differ = len(set(own)) > 1
        if differ or not self.own.hasFocus() or _own(self.own.text()) != own[0]:
            self.own.show_text("" if differ else ", ".join(own[0]), is_mixed=differ)


def _own(text: str) -> tuple[str, ...]:
    """Return the words between commas, each once."""
    return tuple(dict.fromkeys(filter(None, (word.strip() for word in text.split(",")))))
