"""Random edits of the whole chain: problems, parties, aims, traces, and deletes of all of them."""

from collections.abc import Callable, Collection
from datetime import date, timedelta
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import invariant, precondition, rule
from test_random_edits import RandomEdits, at, words
from trials import NOW
from workbooks import key

from ilead_studio import edits
from ilead_studio.edits import Promotion
from ilead_studio.model import (
    FACILITATOR,
    Consequence,
    Cycle,
    ProblemTie,
    Workbook,
    faults,
    groups,
)
from ilead_studio.rules.catch_up import catch_up
from ilead_studio.rules.line_of_sight import line_of_sight
from ilead_studio.rules.measure_table import read_table
from ilead_studio.rules.measures import status_words
from ilead_studio.rules.meeting_close import closing, email
from ilead_studio.rules.meeting_open import opening
from ilead_studio.rules.open_questions import open_questions
from ilead_studio.rules.sight_outline import sight_rows
from ilead_studio.rules.visibility import EVERYBODY, hidden
from ilead_studio.rules.votes import counted
from ilead_studio.storage.format import encode

TODAY = NOW.date()
days = st.dates(date(2026, 8, 1), date(2027, 7, 1))
ties: st.SearchStrategy[ProblemTie] = st.sampled_from(["part_of", "depends_on"])


def _line(cycles: tuple[Cycle, ...], number: int) -> tuple[str, str]:
    lines = [(cycle.id, line.id) for cycle in cycles for line in cycle.data]
    return lines[number % len(lines)] if lines else (key("nobody"), key("nobody"))


class RandomChain(RandomEdits):
    """A facilitator who does anything at all to the chain too."""

    def record(self, number: int) -> str:
        """Return the id of any record, parties and evidence as well."""
        ids = [record.id for group in groups(self.workbook) for record in group]
        return ids[number % len(ids)]

    @rule(text=words)
    @precondition(lambda self: len(self.workbook.parties) < 4)
    def add_party(self, text: str) -> None:
        new_id, role_id = self.ids(), self.ids()
        self.edit(lambda it: edits.add_party(it, new_id, text, "IHE"))
        self.edit(lambda it: edits.add_role(it, role_id, text, new_id))

    @rule(number=at)
    @precondition(lambda self: self.workbook.parties)
    def delete_party(self, number: int) -> None:
        party_id = self.workbook.parties[number % len(self.workbook.parties)].id
        self.edit(lambda it: edits.delete_party(it, party_id))

    @rule(numbers=st.lists(at, min_size=1, max_size=4), party=at, only=st.booleans())
    @precondition(lambda self: self.workbook.parties)
    def belong(self, numbers: Collection[int], party: int, only: bool) -> None:
        ids = [self.record(number) for number in numbers]
        party_id = self.workbook.parties[party % len(self.workbook.parties)].id
        self.edit(lambda it: edits.belong(it, ids, [party_id]))
        self.edit(lambda it: edits.show_only(it, ids, party_id if only else FACILITATOR))
        self.edit(lambda it: edits.put_gain(it, ids[0], party_id, "More time"))

    @rule(one=at, other=at, tie=ties)
    def tie_problems(self, one: int, other: int, tie: ProblemTie) -> None:
        problems = self.workbook.problems or ()
        if problems:
            ends = problems[one % len(problems)].id, problems[other % len(problems)].id
            self.edit(lambda it: edits.tie_problems(it, tie, *ends))
            page_id = self.page(other).id
            self.edit(lambda it: edits.link_problem(it, page_id, ends[0]))

    @rule(number=at)
    @precondition(lambda self: self.workbook.problems)
    def delete_problem(self, number: int) -> None:
        problem_id = self.workbook.problems[number % len(self.workbook.problems)].id
        self.edit(lambda it: edits.delete_problem(it, problem_id))

    def named(self, records: Collection[Any], number: int) -> str:
        """Return the id of one of some records; of none, one that is not there."""
        ids = [record.id for record in records]
        return ids[number % len(ids)] if ids else key("nobody")

    @rule(number=at, day=days, text=words)
    @precondition(lambda self: len(self.workbook.meetings) < 4)
    def meet(self, number: int, day: date, text: str) -> None:
        meeting_id, line_id = self.ids(), self.ids()
        role_id = self.named(self.workbook.roles, number)
        self.edit(lambda it: edits.add_meeting(it, meeting_id, day, title=text))
        self.edit(lambda it: edits.add_agenda_item(it, meeting_id, line_id, text))
        self.edit(lambda it: edits.put_attendance(it, meeting_id, number, role_id=role_id))

    @rule(number=at, about=at, text=words, due=st.one_of(st.none(), days))
    @precondition(lambda self: self.workbook.meetings)
    def agree(self, number: int, about: int, text: str, due: date | None) -> None:
        meeting_id, item_id = self.named(self.workbook.meetings, number), self.record(about)
        new_ids = self.ids(), self.ids()
        self.edit(lambda it: edits.add_decided(it, new_ids[0], meeting_id, text, item_id))
        self.edit(lambda it: edits.add_step(it, new_ids[1], meeting_id, text, due=due))
        self.edit(lambda it: edits.change_step(it, new_ids[1], item_id=item_id))

    @rule(number=at, which=at, does=st.sampled_from(["close", "reopen", "tick", "delete"]))
    @precondition(lambda self: self.workbook.meetings)
    def go_on(self, number: int, which: int, does: str) -> None:
        meeting_id = self.named(self.workbook.meetings, number)
        step_id = self.named(self.workbook.next_steps, which)
        ways: dict[str, Callable[[Workbook], Workbook]] = {
            "close": lambda it: edits.close_meeting(it, meeting_id, NOW),
            "reopen": lambda it: edits.reopen_meeting(it, meeting_id),
            "tick": lambda it: edits.tick_step(it, step_id, NOW.date()),
            "delete": lambda it: edits.delete_meeting(it, meeting_id),
        }
        self.edit(ways[does])

    @rule(number=at)
    @precondition(lambda self: self.workbook.roles)
    def delete_role(self, number: int) -> None:
        role_id = self.named(self.workbook.roles, number)
        self.edit(lambda it: edits.delete_role(it, role_id))

    @rule(number=at, text=words)
    def put_aim(self, number: int, text: str) -> None:
        theory_id = self.page(number).id
        self.edit(lambda it: edits.put_aim(it, theory_id, target=text, group="Pupils"))

    @rule(numbers=st.lists(at, min_size=1, max_size=3), page=at, text=words, onto=at)
    def promote(self, numbers: Collection[int], page: int, text: str, onto: int) -> None:
        theory_id, driver = self.page(page).id, self.item(onto)
        choices = [
            Promotion(self.item(number), text, driver if number % 3 == 0 else "")
            for number in numbers
        ]
        before = self.workbook
        if self.edit(lambda it: edits.promote(it, theory_id, choices, self.ids)[0]):
            self.session.undo()
            assert self.workbook is before
            self.session.redo()

    @rule(number=at, text=words, kind=st.sampled_from(["driver", "aim", "line", "idea"]))
    def measure(self, number: int, text: str, kind: str) -> None:
        """Count something, and let anything at all be measured by it."""
        new_id, item_id, cycles = self.ids(), self.item(number), self.workbook.cycles
        if len(self.workbook.measures) < 4:
            self.edit(lambda it: edits.add_measure(it, new_id, text))
        if not self.workbook.measures:
            return
        known = self.workbook.measures[number % len(self.workbook.measures)]
        besides = (Consequence(text="More calls", measure=known.name),)
        ways: dict[str, Callable[[Workbook], Workbook]] = {
            "driver": lambda it: edits.measure_driver(it, item_id, known.id),
            "aim": lambda it: edits.put(it, [self.page(number).id], measure_id=known.id),
            "idea": lambda it: edits.put(it, [item_id], consequences=besides),
            "line": lambda it: edits.change_line(it, *_line(cycles, number), measure_id=known.id),
        }
        self.edit(ways[kind])
        self.edit(lambda it: edits.put_measure(it, known.id, name=text, subgroups=("River",)))

    @rule(number=at, value=st.floats(-1e6, 1e6), group=st.sampled_from(["", "River", "Hills"]))
    @precondition(lambda self: self.workbook.measures)
    def count(self, number: int, value: float, group: str) -> None:
        measure_id = self.workbook.measures[number % len(self.workbook.measures)].id
        day = TODAY + timedelta(days=number % 9)
        self.edit(lambda it: edits.put_reading(it, measure_id, day, value, group))
        text = f"Week\tAll\t{group}\n{day}\t{number}%\t7\n{number}\t{value}"
        table = read_table(self.workbook, text, TODAY, measure_id)
        self.edit(lambda it: edits.paste_readings(it, table))
        if number % 5 == 0:
            self.edit(lambda it: edits.delete_measure(it, measure_id))

    @rule(number=at, typed=st.lists(st.integers(0, 5), max_size=4), on_ideas=st.booleans())
    def vote(self, number: int, typed: list[int], on_ideas: bool) -> None:
        """Open a vote, cast a ballot, reveal it or not, and vote again."""
        new_id, again_id = self.ids(), self.ids()
        page_id = None if on_ideas else self.page(number).id
        self.edit(lambda it: edits.open_vote(it, new_id, page_id, 1 + number % 4))
        if not self.workbook.votes:
            return
        vote_id = self.workbook.votes[number % len(self.workbook.votes)].id
        ballot = " ".join(map(str, typed))
        self.edit(lambda it: edits.put_vote(it, vote_id, each=1 + number % 3))
        self.edit(lambda it: edits.cast(it, vote_id, ballot))
        ways: list[Callable[[Workbook], Workbook]] = [
            lambda it: edits.reveal(it, vote_id, NOW),
            lambda it: edits.take_back(it, vote_id),
            lambda it: edits.keep_anyway(it, vote_id, number % 5),
            lambda it: edits.another_round(it, vote_id, again_id),
            lambda it: edits.delete_vote(it, vote_id),
        ]
        self.edit(ways[number % len(ways)])

    @rule(number=at, text=words, done=st.booleans())
    def ask(self, number: int, text: str, done: bool) -> None:
        new_id, about = self.ids(), self.record(number)
        self.edit(lambda it: edits.note_question(it, new_id, text, about))
        if self.workbook.questions:
            known = self.workbook.questions[number % len(self.workbook.questions)].id
            self.edit(lambda it: edits.put_question(it, known, answered=TODAY if done else None))

    @invariant()
    def votes_are_blind_until_they_are_revealed(self) -> None:
        for vote in self.workbook.votes:
            assert bool(counted(vote)) == (vote.revealed is not None)
        for viewer in (EVERYBODY, *(party.id for party in self.workbook.parties[:1])):
            assert all(it.revealed for it in edits.seen_by(self.workbook, viewer).votes)

    @invariant()
    def everything_open_has_somebody_or_nobody_yet(self) -> None:
        assert all(it.words and it.who for it in open_questions(self.workbook))
        assert all(status_words(it) for it in self.workbook.measures)

    @invariant()
    def the_chain_leads_to_what_is_there_and_back(self) -> None:
        ids = {record.id for group in groups(self.workbook) for record in group}
        some = [*ids][:6]
        for item_id in some:
            line = line_of_sight(self.workbook, item_id)
            assert line <= ids
            assert all(item_id in line_of_sight(self.workbook, it) for it in [*line][:4])
            assert {row.id for row in sight_rows(self.workbook, item_id)} <= line

    @invariant()
    def the_last_meeting_has_its_pages(self) -> None:
        for meeting in self.workbook.meetings[-1:]:
            cards = opening(self.workbook, meeting.id, NOW.date())
            ids = {record.id for group in groups(self.workbook) for record in group}
            assert {row.item_id for card in cards for row in card.rows} <= ids | {""}
            assert bool(email(self.workbook, meeting.id)) == bool(
                catch_up(self.workbook, meeting.id)
            )
            assert closing(self.workbook, meeting.id) is not None

    @invariant()
    def what_is_hidden_does_not_leak(self) -> None:
        for viewer in (EVERYBODY, *(party.id for party in self.workbook.parties[:1])):
            seen = edits.seen_by(self.workbook, viewer)
            assert faults(seen) == ()
            data = encode(seen).decode()
            assert not any(it in data for it in hidden(self.workbook, viewer))


RandomChain.TestCase.settings = settings(max_examples=30, stateful_step_count=40)
test_the_chain_stays_whole_whatever_is_done = RandomChain.TestCase
