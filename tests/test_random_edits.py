"""Random edits of a whole workbook, and what holds whatever is done."""

from collections.abc import Callable, Collection
from datetime import date
from functools import reduce

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from random_workbooks import printing
from unremembered import forgetful
from workbooks import both, key

from ilead_studio import edits
from ilead_studio.drawing.marks import marks_of
from ilead_studio.drawing.ops import placed_groups
from ilead_studio.drawing.page import draw_page
from ilead_studio.drawing.paper import PAPERS
from ilead_studio.errors import EditError
from ilead_studio.model import (
    Change,
    Fishbone,
    Item,
    Page,
    Strength,
    Workbook,
    faults,
    new_ids,
    page_of,
    pages,
)
from ilead_studio.rules.advice import advice
from ilead_studio.rules.difference import applied, changes_between
from ilead_studio.rules.family import family
from ilead_studio.rules.find import search
from ilead_studio.rules.outline import outline
from ilead_studio.rules.places import Direction, next_place, place_of
from ilead_studio.session import Selection, Session
from ilead_studio.storage.format import decode, encode

ROOM = PAPERS["letter"].wide().room

at = st.integers(0, 999)
"""Which one of those that are there, counted round."""
words = st.one_of(
    st.sampled_from(["Buses come late", "<b>R&D < 5</b>", "{text}", "Việt", "", " "]),
    st.text(max_size=12),
    st.text("ab ", min_size=40, max_size=200),
)
strengths: st.SearchStrategy[Strength] = st.sampled_from(["strong", "weak"])
judgements = st.sampled_from(
    [{"evidence": "refuted"}, {"root": True, "votes": 3}, {"notes": ""}, {"raised_by": "a role"}]
)
ways: st.SearchStrategy[Direction] = st.sampled_from(["up", "down", "out", "in"])


def start() -> Workbook:
    """Return two fishbones and two theories; the idea "hour" stands on both theories.

    A packet prints a page of everything.
    """
    workbook = edits.add_fishbone(both(), key("second"), "Second", "Another effect")
    workbook = edits.add_theory(workbook, key("other"), "Other", "Another aim by 2030")
    return printing(edits.link(workbook, key("hour"), key("other")))


def on_page(workbook: Workbook, page: Page) -> list[Item]:
    """Return the items of a page as the document has them."""
    if isinstance(page, Fishbone):
        return [page, *page.causes]
    sources = {link.source for link in page.links}
    return [page, *page.drivers, *(idea for idea in workbook.ideas if idea.id in sources)]


def records(workbook: Workbook) -> dict[str, Item]:
    """Return every item by its id."""
    return {item.id: item for page in pages(workbook) for item in on_page(workbook, page)}


def standing(workbook: Workbook) -> set[tuple[str, str]]:
    """Return which items stand on which page."""
    return {(page.id, item.id) for page in pages(workbook) for item in on_page(workbook, page)}


class RandomEdits(RuleBasedStateMachine):
    """A facilitator who does anything at all, one step after the other."""

    @initialize(seed=st.integers(0, 9))
    def open(self, seed: int) -> None:
        self.first = start()
        self.session = Session(self.first)
        self.ids = new_ids(seed)
        self.given = {item.ref: item.id for item in records(self.first).values()}
        self.changes: list[Change] = []
        self.mirror = dict(records(self.first))
        self.session.on_change.append(self.hear)

    @property
    def workbook(self) -> Workbook:
        return self.session.workbook

    def hear(self, change: Change) -> None:
        """Keep a copy of all records by what the messages say alone."""
        self.changes.append(change)
        after = records(change.after)
        for item_id in change.removed:
            self.mirror.pop(item_id, None)
        for item_id in change.added | change.updated:
            if item_id in after:
                self.mirror[item_id] = after[item_id]

    def item(self, number: int) -> str:
        items = [*records(self.workbook)]
        return items[number % len(items)]

    def page(self, number: int) -> Page:
        return pages(self.workbook)[number % len(pages(self.workbook))]

    def link_at(self, number: int) -> tuple[str, str]:
        links = [link for page in self.workbook.theories for link in page.links]
        return links[number % len(links)].source, links[number % len(links)].target

    def edit(self, edit: Callable[[Workbook], Workbook], burst: str | None = None) -> bool:
        """Make one edit, and tell if it was made; a refused one says why and changes nothing."""
        before, told, chosen = self.workbook, len(self.changes), self.session.selection
        try:
            self.session.apply("Edit", edit, merge_key=burst)
        except EditError as refusal:
            assert str(refusal).endswith(".")  # noqa: PT017 - most edits are not refused
            assert self.workbook is before
            assert self.session.selection == chosen
        assert len(self.changes) == told + (self.workbook is not before)
        return self.workbook is not before

    @rule(kind=st.sampled_from(["cause", "driver", "idea"]), parent=at, before=at, text=words)
    def add(self, kind: edits.Kind, parent: int, before: int, text: str) -> None:
        new_id, place = self.ids(), (self.item(parent), self.item(before))
        self.edit(lambda it: edits.add(it, kind, new_id, text, *place))

    @rule(fishbone=st.booleans(), text=words)
    @precondition(lambda self: len(pages(self.workbook)) < 6)
    def add_page(self, fishbone: bool, text: str) -> None:
        make, new_id = edits.add_fishbone if fishbone else edits.add_theory, self.ids()
        self.edit(lambda it: make(it, new_id, text, text))

    @rule(number=at, text=words, burst=st.sampled_from([None, "typing"]))
    def rename(self, number: int, text: str, burst: str | None) -> None:
        item_id = self.item(number)
        self.edit(lambda it: edits.rename(it, item_id, text), burst)

    @rule(number=at, text=words)
    def note(self, number: int, text: str) -> None:
        item_id = self.item(number)
        self.edit(lambda it: edits.note(it, item_id, f"{text}\n{text}"))

    @rule(number=at, parent=at, before=at)
    def move_anywhere(self, number: int, parent: int, before: int) -> None:
        ids = self.item(number), self.item(parent), self.item(before)
        self.edit(lambda it: edits.move(it, *ids))

    @rule(number=at, way=ways)
    def move_by_keyboard(self, number: int, way: Direction) -> None:
        item_id = self.item(number)
        page = page_of(self.workbook, item_id)
        assert page is not None
        place = next_place(self.workbook, page, item_id, way)
        if place is not None:
            assert place != place_of(self.workbook, page, item_id)
            self.edit(lambda it: edits.move(it, item_id, place.parent_id, place.before))

    @rule(numbers=st.lists(at, max_size=3))
    def delete(self, numbers: Collection[int]) -> None:
        ids = [self.item(number) for number in numbers]
        before, foretold = standing(self.workbook), edits.doomed(self.workbook, ids)
        if self.edit(lambda it: edits.delete(it, ids)):
            lost = before - standing(self.workbook)
            assert {item_id for _, item_id in lost} == foretold

    @rule(source=at, to=at, strength=strengths)
    def link(self, source: int, to: int, strength: Strength) -> None:
        ends = self.item(source), self.item(to)
        self.edit(lambda it: edits.link(it, *ends, strength))

    @rule(number=at)
    @precondition(lambda self: any(page.links for page in self.workbook.theories))
    def unlink(self, number: int) -> None:
        ends = self.link_at(number)
        self.edit(lambda it: edits.unlink(it, *ends))

    @rule(number=at, strength=strengths)
    @precondition(lambda self: any(page.links for page in self.workbook.theories))
    def set_strength(self, number: int, strength: Strength) -> None:
        ends = self.link_at(number)
        self.edit(lambda it: edits.set_strength(it, *ends, strength))

    @rule(numbers=st.lists(at, min_size=1, max_size=3), fields=judgements)
    def judge(self, numbers: Collection[int], fields: dict[str, object]) -> None:
        ids = [self.item(number) for number in numbers]
        self.edit(lambda it: edits.put(it, ids, **fields))

    @rule(numbers=st.lists(at, min_size=1, max_size=3), text=words)
    def find_out(self, numbers: Collection[int], text: str) -> None:
        ids, new_id = [self.item(number) for number in numbers], self.ids()
        self.edit(lambda it: edits.cite(edits.add_evidence(it, new_id, text), ids, new_id))

    @precondition(lambda self: self.workbook.evidence)
    @rule(number=at, which=at)
    def take_back(self, number: int, which: int) -> None:
        item_id = self.item(number)
        known = self.workbook.evidence[which % len(self.workbook.evidence)].id
        self.edit(lambda it: edits.uncite(it, [item_id], known))
        self.edit(lambda it: edits.delete_evidence(it, known))

    @rule(number=at, text=words)
    def explain(self, number: int, text: str) -> None:
        item_id, new_id = self.item(number), self.ids()
        self.edit(lambda it: edits.add_problem(it, new_id, text, item_id))

    @rule(number=at, parent=at, before=at)
    def copy_linked(self, number: int, parent: int, before: int) -> None:
        ids = self.item(number), self.ids(), self.item(parent), self.item(before)
        self.edit(lambda it: edits.copy_linked(it, *ids))

    @rule(number=at)
    def part_copy(self, number: int) -> None:
        item_id = self.item(number)
        self.edit(lambda it: edits.part_copy(it, item_id))

    @rule(numbers=st.lists(at, max_size=3))
    def park(self, numbers: Collection[int]) -> None:
        ids = [self.item(number) for number in numbers]
        self.edit(lambda it: edits.park(it, ids, self.ids))

    @rule(number=at, parent=at, before=at)
    @precondition(lambda self: edits.parked(self.workbook))
    def place_parked(self, number: int, parent: int, before: int) -> None:
        lot = edits.parked(self.workbook)
        ids = lot[number % len(lot)].id, self.ids(), self.item(parent), self.item(before)
        self.edit(lambda it: edits.place_parked(it, *ids))

    @rule(text=words)
    def catch(self, text: str) -> None:
        self.edit(lambda it: edits.catch(it, self.ids(), text))

    @rule(number=at, kind=st.sampled_from(["cause", "driver", "idea"]), parent=at, before=at)
    @precondition(lambda self: self.workbook.tray)
    def settle(self, number: int, kind: edits.Kind, parent: int, before: int) -> None:
        loose = self.workbook.tray[number % len(self.workbook.tray)].id
        places = self.ids(), self.item(parent), self.item(before)
        self.edit(lambda it: edits.settle(it, loose, kind, *places))

    @rule(lines=st.lists(st.builds(edits.NewLine, st.integers(0, 3), words, st.booleans()),
                         max_size=5), parent=at, before=at)  # fmt: skip
    def paste(self, lines: list[edits.NewLine], parent: int, before: int) -> None:
        place = self.item(parent), self.item(before)
        self.edit(lambda it: edits.add_lines(it, lines, *place, self.ids)[0])

    @rule(number=at, text=words)
    @precondition(lambda self: len(pages(self.workbook)) < 6)
    def duplicate_page(self, number: int, text: str) -> None:
        page_id = self.page(number).id
        self.edit(lambda it: edits.duplicate_page(it, page_id, text, self.ids))

    @rule(number=at, before=at)
    def move_page(self, number: int, before: int) -> None:
        ids = self.page(number).id, self.page(before).id
        self.edit(lambda it: edits.move_page(it, *ids))

    @rule(number=at)
    @precondition(lambda self: len(pages(self.workbook)) > 3)
    def delete_page(self, number: int) -> None:
        page_id = self.page(number).id
        self.edit(lambda it: edits.delete_page(it, page_id))

    @rule(new=words)
    def replace_words(self, new: str) -> None:
        sections = ("page", "item", "idea")
        places = [it for it in search(self.workbook, "e").places if it.section in sections]
        self.edit(lambda it: edits.replace_words(it, places, "e", new))

    @rule(number=at, items=st.lists(at, max_size=3))
    def select(self, number: int, items: list[int]) -> None:
        page = self.page(number)
        here = [item.id for item in on_page(self.workbook, page)]
        ids = dict.fromkeys(here[item % len(here)] for item in items)
        self.session.select(Selection(page.id, tuple(ids)))

    @rule(numbers=st.lists(at, min_size=1, max_size=3))
    def dismiss(self, numbers: Collection[int]) -> None:
        items = [self.item(number) for number in numbers]
        self.edit(
            lambda it: reduce(lambda so, here: edits.dismiss(so, "whalebone", here), items, it)
        )

    @rule()
    def take_snapshot(self) -> None:
        self.edit(lambda it: edits.take_snapshot(it, self.ids(), "Now", date(2026, 10, 12)))

    @rule(number=at)
    @precondition(lambda self: self.workbook.snapshots and len(pages(self.workbook)) < 6)
    def restore_page(self, number: int) -> None:
        ids = self.workbook.snapshots[-1].id, [self.page(number).id]
        self.edit(lambda it: edits.restore_pages(it, *ids, self.ids)[0])

    @rule()
    def undo(self) -> None:
        self.session.undo()

    @rule()
    def redo(self) -> None:
        self.session.redo()

    @rule()
    def save_and_load(self) -> None:
        data = encode(self.workbook)
        loaded = decode(data, "random.ilead")
        assert loaded.workbook == self.workbook
        assert (loaded.notice, loaded.read_only) == ("", False)
        assert encode(loaded.workbook) == data
        self.session.mark_saved(self.workbook)
        assert self.session.is_saved

    @rule(number=at)
    def draw(self, number: int) -> None:
        """The drawing shows the items of its page, each once, and no others."""
        page = self.page(number)
        drawing = draw_page(self.workbook, page, ROOM)
        shown = [placed.group.node_id for placed in placed_groups(drawing)]
        assert sorted(shown) == sorted(item.id for item in on_page(self.workbook, page))

    @invariant()
    def the_workbook_is_sound(self) -> None:
        assert faults(self.workbook) == ()
        assert all(fault.message for fault in advice(self.workbook))

    @invariant()
    def each_outline_holds_every_item_of_its_page_once(self) -> None:
        for page in pages(self.workbook):
            rows = outline(self.workbook, page)
            assert sorted(row.id for row in rows) == sorted(
                item.id for item in on_page(self.workbook, page)
            )
            depths = {row.id: row.depth for row in rows}
            assert all(row.depth == depths[row.parent_id] + 1 for row in rows if row.parent_id)
            assert all(1 <= row.position <= row.siblings for row in rows)
            assert all(row.column >= row.depth for row in rows)

    @invariant()
    def what_follows_is_what_a_fresh_reading_gives(self) -> None:
        """Families, rows and marks are made from the last ones; nobody may be able to tell."""
        read = [(family(self.workbook, it), outline(self.workbook, it)) for it in self.pages]
        known = marks_of(self.workbook)
        again = Workbook.model_validate(self.workbook.model_dump())
        with forgetful():
            assert [(family(again, it), outline(again, it)) for it in pages(again)] == read
            assert marks_of(again) == known

    @property
    def pages(self) -> tuple[Page, ...]:
        return pages(self.workbook)

    @invariant()
    def no_reference_ever_means_two_things(self) -> None:
        for item in records(self.workbook).values():
            assert self.given.setdefault(item.ref, item.id) == item.id

    @invariant()
    def the_messages_tell_everything(self) -> None:
        now = records(self.workbook)
        assert self.mirror.keys() >= now.keys()
        assert all(self.mirror[item_id] is item for item_id, item in now.items())

    @invariant()
    def only_what_is_there_is_selected(self) -> None:
        chosen = self.session.selection
        if chosen is not None:
            page = next(page for page in pages(self.workbook) if page.id == chosen.page_id)
            assert {*chosen.ids} <= {item.id for item in on_page(self.workbook, page)}

    def teardown(self) -> None:
        """Undo all is the start, redo all is the end."""
        if not hasattr(self, "session"):
            return
        end, steps = self.workbook, 0
        while self.session.undo():
            steps += 1
        assert self.workbook is self.first
        for _ in range(steps):
            self.session.redo()
        assert self.workbook is end
        assert applied(self.first, changes_between(self.first, end)) == end


RandomEdits.TestCase.settings = settings(max_examples=60, stateful_step_count=40)
test_a_workbook_stays_sound_whatever_is_done = RandomEdits.TestCase
