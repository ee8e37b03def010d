"""Random commands and edits of ideas and cycles, and what holds whatever is done."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from trials import NOW, followed
from workbooks import key

from ilead_studio import edits
from ilead_studio.drawing.marks import marks_of
from ilead_studio.errors import EditError
from ilead_studio.model import Cycle, Workbook, faults, lines_of, new_ids, pages, replace
from ilead_studio.rules.advice import advice
from ilead_studio.rules.cycle_calendar import calendar_page
from ilead_studio.rules.cycle_steps import steps
from ilead_studio.rules.cycles import beside
from ilead_studio.rules.find import search
from ilead_studio.rules.freezing import frozen
from ilead_studio.rules.learning import by_driver, by_party, carried_up
from ilead_studio.rules.overdue import overdue
from ilead_studio.rules.ramps import ramps, state_of
from ilead_studio.session import Session
from ilead_studio.storage.format import decode, encode

at = st.integers(0, 99)
"""Which one of those that are there, counted round."""
words = st.sampled_from(["3 in 4", "Send at noon", "{text}", "Việt", "", " "])
days = st.dates(date(2026, 8, 1), date(2027, 7, 1))
decisions = st.sampled_from(["adapt", "expand", "adopt", "abandon"])
a_field = st.one_of(
    st.tuples(
        st.sampled_from(["objective", "learned", "kept_up", "changes", "observations"]), words
    ),
    st.tuples(st.sampled_from(["planned_start", "planned_end", "ended", "decide_by"]), days),
    st.sampled_from(
        [("purpose", "information"), ("state", "planned"), ("began", None), ("questions", ())]
    ),
)
a_line = st.one_of(
    st.tuples(st.sampled_from(["text", "prediction", "reason", "result", "who"]), words),
    st.sampled_from([("done", True), ("match", "partly"), ("repeats", None)]),
)


class RandomCycles(RuleBasedStateMachine):
    """A team that does anything at all with its ideas and cycles."""

    @initialize(seed=st.integers(10, 19))
    def open(self, seed: int) -> None:
        self.session, self.ids = Session(followed()), new_ids(seed)
        self.now, self.first = NOW, self.workbook

    @property
    def workbook(self) -> Workbook:
        return self.session.workbook

    def cycle(self, number: int) -> Cycle:
        return self.workbook.cycles[number % len(self.workbook.cycles)]

    def idea(self, number: int) -> str:
        ideas = self.workbook.ideas
        return ideas[number % len(ideas)].id if ideas else key("nobody")

    def item(self, number: int) -> str:
        causes = [it.id for page in self.workbook.fishbones for it in page.causes]
        drivers = [it.id for page in self.workbook.theories for it in page.drivers]
        ids = [*causes, *drivers, *(it.id for it in self.workbook.ideas)]
        return ids[number % len(ids)] if ids else key("nobody")

    def edit(self, edit: Callable[[Workbook], Workbook]) -> None:
        """Make one edit; a refused one says why. What was frozen is as it was, or deleted."""
        before = {it.id: (frozen(it), it.amendments) for it in self.workbook.cycles}
        self.now += timedelta(hours=7)
        try:
            self.session.apply("Edit", edit)
        except EditError as refusal:
            assert str(refusal)[-1] in ".?"  # noqa: PT017 - most edits are not refused
        for cycle in self.workbook.cycles:
            kept, amended = before.get(cycle.id, (None, ()))
            assert kept in (None, frozen(cycle))
            assert cycle.amendments[: len(amended)] == amended

    def line(self, number: int, which: int) -> tuple[str, str]:
        lines = lines_of(self.cycle(number))
        return self.cycle(number).id, lines[which % len(lines)].id if lines else key("nobody")

    @rule(number=at, text=words, new_ramp=st.booleans())
    @precondition(lambda self: len(self.workbook.cycles) < 8)
    def plan(self, number: int, text: str, new_ramp: bool) -> None:
        ids = self.idea(number), self.ids()
        self.edit(lambda it: edits.plan_cycle(it, *ids, text, new_ramp=new_ramp))

    @precondition(lambda self: self.workbook.cycles)
    @rule(number=at, field=a_field)
    def write(self, number: int, field: tuple[str, Any]) -> None:
        cycle_id, (name, value) = self.cycle(number).id, field
        self.edit(lambda it: edits.put_cycle(it, cycle_id, **{name: value}))
        self.edit(lambda it: edits.put(it, [cycle_id], **{name: value}))

    @precondition(lambda self: self.workbook.cycles)
    @rule(number=at, name=st.sampled_from(["questions", "tasks", "data"]), text=words)
    def add_line(self, number: int, name: Any, text: str) -> None:
        ids = self.cycle(number).id, name, self.ids()
        self.edit(lambda it: edits.add_line(it, *ids, text))

    @precondition(lambda self: self.workbook.cycles)
    @rule(number=at, which=at, field=a_line)
    def change_line(self, number: int, which: int, field: tuple[str, Any]) -> None:
        ids, (name, value) = self.line(number, which), field
        self.edit(lambda it: edits.change_line(it, *ids, **{name: value}))

    @precondition(lambda self: self.workbook.cycles)
    @rule(number=at, which=at, deletes=st.booleans())
    def shift_line(self, number: int, which: int, deletes: bool) -> None:
        ids = self.line(number, which)
        if deletes:
            self.edit(lambda it: edits.delete_line(it, *ids))
        else:
            self.edit(lambda it: edits.move_line(it, *ids, None))

    @precondition(lambda self: self.workbook.cycles)
    @rule(number=at, on_paper=st.one_of(st.none(), days))
    def begin(self, number: int, on_paper: date | None) -> None:
        cycle_id, now = self.cycle(number).id, self.now
        self.edit(lambda it: edits.begin_do(it, cycle_id, now, on_paper=on_paper))

    @precondition(lambda self: self.workbook.cycles)
    @rule(number=at, decision=decisions, said=st.booleans())
    def study_and_decide(self, number: int, decision: Any, said: bool) -> None:
        cycle_id, today = self.cycle(number).id, self.now.date()
        told = {"learned": "It rains", "kept_up": "By plan", "changes": "Noon"} if said else {}
        self.edit(lambda it: edits.to_study(it, cycle_id, today))
        self.edit(lambda it: edits.decide(it, cycle_id, decision, today, **told))

    @precondition(lambda self: self.workbook.cycles)
    @rule(number=at, which=at, text=words)
    def amend(self, number: int, which: int, text: str) -> None:
        ids, now = self.line(number, which), self.now
        self.edit(lambda it: edits.amend(it, *ids, now, text))

    @precondition(lambda self: self.workbook.cycles)
    @rule(number=at)
    def cancel(self, number: int) -> None:
        cycle_id = self.cycle(number).id
        self.edit(lambda it: edits.cancel_cycle(it, cycle_id))

    @precondition(lambda self: 0 < len(self.workbook.cycles) < 8)
    @rule(number=at)
    def next(self, number: int) -> None:
        ids = self.cycle(number).id, self.ids()
        self.edit(lambda it: edits.next_cycle(it, *ids, self.ids))

    @precondition(lambda self: self.workbook.cycles)
    @rule(number=at)
    def delete_cycle(self, number: int) -> None:
        cycle_id = self.cycle(number).id
        self.edit(lambda it: edits.delete_cycles(it, [cycle_id]))
        assert all(it.cycle_id != cycle_id for it in self.workbook.evidence)

    @precondition(lambda self: self.workbook.cycles)
    @rule(number=at, which=at, speaks=st.sampled_from(["for", "against", "mixed"]))
    def say_about(self, number: int, which: int, speaks: Any) -> None:
        ids = self.cycle(number).id, self.item(which), self.ids()
        self.edit(lambda it: edits.say_about(it, *ids, speaks))

    @precondition(lambda self: self.workbook.evidence)
    @rule(number=at, which=at)
    def take_back(self, number: int, which: int) -> None:
        item_id = self.item(number)
        known = self.workbook.evidence[which % len(self.workbook.evidence)]
        self.edit(lambda it: edits.uncite(it, [item_id], known.id))
        self.edit(lambda it: edits.delete_evidence(it, known.id))
        if known.cycle_id:
            self.edit(lambda it: edits.say_nothing_about(it, known.cycle_id or "", item_id))

    @rule(number=at, state=st.sampled_from(["proposed", "adapting", "adopted", "abandoned"]),
          text=words)  # fmt: skip
    def mark(self, number: int, state: Any, text: str) -> None:
        idea_id = self.idea(number)
        self.edit(lambda it: edits.mark_idea(it, idea_id, state, text))
        self.edit(lambda it: edits.put(it, [idea_id], state=state))

    @rule(number=at, parent=at, how=st.sampled_from(["park", "unpark", "place", "link"]))
    def park_and_back(self, number: int, parent: int, how: str) -> None:
        idea_id, new_id, up = self.idea(number), self.ids(), self.item(parent)
        ways: dict[str, Callable[[Workbook], Workbook]] = {
            "park": lambda it: edits.park(it, [idea_id], self.ids),
            "unpark": lambda it: edits.unpark(it, idea_id),
            "place": lambda it: edits.place_parked(it, idea_id, new_id, up),
            "link": lambda it: edits.link(it, idea_id, up),
        }
        self.edit(ways[how])

    @rule(number=at, which=st.lists(at, max_size=2))
    def trace(self, number: int, which: list[int]) -> None:
        idea_id, causes = self.idea(number), [self.item(it) for it in which]
        self.edit(lambda it: edits.trace(it, idea_id, causes))

    @rule(numbers=st.lists(at, min_size=1, max_size=2))
    def delete(self, numbers: list[int]) -> None:
        ids = [self.item(number) for number in numbers]
        self.edit(lambda it: edits.delete(it, ids))

    @rule(number=at, deletes=st.booleans())
    @precondition(lambda self: 1 < len(pages(self.workbook)) < 5)
    def page(self, number: int, deletes: bool) -> None:
        page_id = pages(self.workbook)[number % len(pages(self.workbook))].id
        if deletes:
            self.edit(lambda it: edits.delete_page(it, page_id))
        else:
            self.edit(lambda it: edits.duplicate_page(it, page_id, "Again", self.ids))

    @rule(new=words)
    def replace_words(self, new: str) -> None:
        places = [it for it in search(self.workbook, "a").places if it.section in ("idea", "cycle")]
        for place in places[:3]:
            self.edit(lambda it, place=place: edits.replace_words(it, [place], "a", new))

    @precondition(lambda self: self.workbook.cycles)
    @rule(number=at, text=words)
    def lie(self, number: int, text: str) -> None:
        """Write a cycle without asking any edit, as an import or a merge might."""
        lied = self.cycle(number)
        if lied.began is None:
            return
        told = replace(lied, questions=tuple(replace(it, reason=text) for it in lied.questions))

        def edit(workbook: Workbook) -> Workbook:
            cycles = (told if it.id == told.id else it for it in workbook.cycles)
            return replace(workbook, cycles=tuple(cycles))

        self.edit(edit)

    @rule(number=at, by=st.integers(-3, 3))
    @precondition(lambda self: self.workbook.cycles)
    def reschedule(self, number: int, by: int) -> None:
        cycle_id = self.cycle(number).id
        self.edit(lambda it: edits.reschedule(it, cycle_id, by, by))

    @rule(redo=st.booleans())
    def undo(self, redo: bool) -> None:
        (self.session.redo if redo else self.session.undo)()

    @invariant()
    def the_workbook_is_sound_and_its_words_are_sentences(self) -> None:
        assert faults(self.workbook) == ()
        assert all(fault.message.endswith((".", "?")) for fault in advice(self.workbook))

    @invariant()
    def states_follow_commands_only(self) -> None:
        for idea in self.workbook.ideas:
            assert idea.state == state_of(self.workbook, idea)
            assert [it.id for it in self.workbook.cycles if it.idea_id == idea.id] or not ramps(
                self.workbook, idea.id
            )

    @invariant()
    def everything_can_be_told(self) -> None:
        today = self.now.date()
        assert all(it.sentence.endswith("late.") for it in overdue(self.workbook, today))
        assert len(calendar_page(self.workbook, today).bars) <= len(self.workbook.cycles)
        assert carried_up(self.workbook).keys() <= {it.id for it in self.workbook.cycles}
        told = [it for group in by_driver(self.workbook) for it in group.entries]
        also = [it for group in by_party(self.workbook) for it in group.entries]
        assert {it.cycle.id for it in told} == {it.cycle.id for it in also}
        for cycle in self.workbook.cycles:
            assert len(beside(self.workbook, cycle)) == len(cycle.questions)
            assert len(steps(self.workbook, cycle)) == 9

    @invariant()
    def marks_and_files_say_the_same(self) -> None:
        loaded = decode(encode(self.workbook), "random.ilead").workbook
        assert loaded == self.workbook
        assert marks_of(loaded) == marks_of(self.workbook)

    def teardown(self) -> None:
        """Undo all is the start: what was withdrawn is back."""
        if hasattr(self, "session"):
            while self.session.undo():
                pass
            assert self.workbook is self.first


RandomCycles.TestCase.settings = settings(max_examples=30, stateful_step_count=30)
test_cycles_hold_whatever_is_done = RandomCycles.TestCase
