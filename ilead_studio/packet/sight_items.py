"""Drivers, change ideas and cycles as entries of a nested list, each told in full only once."""

from collections.abc import Iterator

from ilead_studio.model import Cause, Cycle, Driver, Fishbone, Idea, Workbook
from ilead_studio.packet.blocks import Item, Run, Text, plain
from ilead_studio.packet.cells import with_more
from ilead_studio.packet.page_words import cut
from ilead_studio.rules.cycles import number_name, state_words
from ilead_studio.rules.driver_words import driver_states
from ilead_studio.rules.family import family
from ilead_studio.rules.ideas import state_words as idea_state_words
from ilead_studio.rules.outline import Role, outline
from ilead_studio.rules.ramps import cycles_of
from ilead_studio.words import say


class Sight:
    """Walks down from drivers to what was learned; what was told already is only named again."""

    def __init__(self, workbook: Workbook) -> None:
        self._workbook = workbook
        self._kin = [family(workbook, it) for it in workbook.theories]
        self._told = set[str]()

    def causes_of(self, page: Fishbone) -> Iterator[Cause]:
        """Give the causes of a fishbone in reading order, no bones and no linked copies."""
        known = {it.id: it for it in page.causes if it.same_as is None}
        for row in outline(self._workbook, page):
            if row.role in (Role.CAUSE, Role.WHY) and row.id in known:
                yield known[row.id]

    def item(self, item_id: str) -> Item:
        """Return a driver or a change idea with all that is below it."""
        found = self._found(item_id)
        if item_id in self._told:
            return Item(with_more(found.text, say("see above")), found.ref)
        self._told.add(item_id)
        if isinstance(found, Idea):
            return self._idea(found)
        under = tuple(self.item(it) for it in self._below(item_id))
        gap = Item((Run(say("No change idea serves it yet."), "italic"),))
        state = say("driver, {state}", state=driver_states()[found.state].lower())
        return Item(with_more(found.text, state), found.ref, items=under or (gap,))

    def _found(self, item_id: str) -> Driver | Idea:
        for kin in self._kin:
            found = kin.items.get(item_id)
            if isinstance(found, Driver | Idea):
                return found
        return next(it for it in self._workbook.ideas if it.id == item_id)

    def _below(self, item_id: str) -> tuple[str, ...]:
        every = (it for kin in self._kin for it in kin.children.get(item_id, ()))
        return tuple(dict.fromkeys(every))

    def _idea(self, idea: Idea) -> Item:
        cycles = tuple(map(self._cycle, cycles_of(self._workbook, idea.id)))
        gap = Item((Run(say("No cycle yet."), "italic"),))
        under = cycles or (() if idea.state in ("parked", "abandoned") else (gap,))
        state = say("change idea, {state}", state=idea_state_words(idea.state))
        return Item(with_more(idea.text, state), idea.ref, items=under)

    def _cycle(self, cycle: Cycle) -> Item:
        name = say("PDSA {cycle}", cycle=number_name(cycle))
        if cycle.objective:
            name = say("{cycle}: {objective}", cycle=name, objective=cut(cycle.objective, 66))
        words = with_more(name, state_words(cycle))
        learned = cycle.learned.partition("\n")[0]
        told = say("Learned: {words}", words=learned) if learned else ""
        if not learned and cycle.state == "decided":
            told = say("What it taught is not written down.")
        return Item(words, cycle.ref, (Text(plain(told), "note"),) if told else ())

    def not_told(self) -> Iterator[Item]:
        """Give what no cause leads to: primary drivers first, then change ideas of no theory."""
        for kin in self._kin:
            for item_id in kin.children.get(kin.root, ()):
                if item_id not in self._told and not self._is_reached(item_id):
                    yield self.item(item_id)
        for idea in self._workbook.ideas:
            if idea.id not in self._told:
                yield self.item(idea.id)

    def _is_reached(self, item_id: str) -> bool:
        """Tell whether anything below was told under a cause already."""
        below = self._below(item_id)
        return any(it in self._told or self._is_reached(it) for it in below)

    def without_idea(self) -> tuple[Driver, ...]:
        """Return the lowest drivers, below which there is no change idea."""
        return tuple(
            it
            for theory in self._workbook.theories
            for it in theory.drivers
            if it.state != "dropped" and not self._below(it.id)
        )

    def without_driver(self) -> tuple[Idea, ...]:
        """Return the change ideas that stand in no theory and are not parked."""
        linked = {link.source for theory in self._workbook.theories for link in theory.links}
        return tuple(it for it in self._alive() if it.id not in linked)

    def untried(self) -> tuple[Idea, ...]:
        """Return the change ideas without a cycle that are not parked or given up."""
        return tuple(it for it in self._alive() if not cycles_of(self._workbook, it.id))

    def _alive(self) -> Iterator[Idea]:
        return (it for it in self._workbook.ideas if it.state not in ("parked", "abandoned"))

    def undecided(self) -> tuple[Cycle, ...]:
        """Return the cycles that are not decided yet, and not cancelled."""
        over = ("decided", "cancelled")
        return tuple(it for it in self._workbook.cycles if it.state not in over)
