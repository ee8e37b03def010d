"""The list of change ideas: what is said of each in words, which are shown, and in which order.

The table, the board and the square all show these rows, so that all three agree.
"""

from collections import Counter
from collections.abc import Callable
from typing import Any, Final, NamedTuple

from ilead_studio.model import Cycle, Idea, IdeaState, Party, Theory, Vote, Workbook
from ilead_studio.rules.family import family
from ilead_studio.rules.kept import kept_by_identity
from ilead_studio.rules.ramps import by_idea
from ilead_studio.rules.votes import open_vote_on
from ilead_studio.words import count, say

STATES: Final[tuple[IdeaState, ...]] = (
    "proposed", "testing", "adapting", "adopted", "abandoned", "parked",
)  # fmt: skip
"""The states of an idea in the order in which it comes to them."""
USUAL: Final = ("ref", "text", "serves", "party", "state", "cycles")
"""The columns that are always there."""
FURTHER: Final = ("kind", "effort", "impact", "votes", "origin")
"""The columns that can be switched on."""
NUMBERS: Final = ("cycles", "effort", "impact", "votes")
"""The columns that hold numbers."""
_NO_PLACE: Final = 9
"""Where something without a step stands: after the four that there are."""


class IdeaRow(NamedTuple):
    """One idea of the list; ``serves`` names what it serves directly, ``party`` whose it is.

    While a vote on ideas is blind ``ballot`` is its number there, and no ``votes`` are told.
    """

    idea: Idea
    serves: tuple[str, ...]
    party: str
    cycles: tuple[Cycle, ...]
    votes: int = 0
    ballot: int = 0

    @property
    def number(self) -> str:
        """By what it is called: its reference, or its number on the ballot."""
        return str(self.ballot or self.idea.ref)


class Wanted(NamedTuple):
    """Which ideas are shown: those of a party, those below a driver; empty for all."""

    party: str = ""
    driver: str = ""


class Order(NamedTuple):
    """By which column the list is sorted, and whether it is turned; empty is its own order."""

    column: str = ""
    turned: bool = False

    def after(self, column: str) -> "Order":
        """Return the order after a press on a heading: sorted, turned, the third time its own."""
        if column != self.column:
            return Order(column)
        return Order() if self.turned else Order(column, turned=True)


AS_KEPT: Final = Order()
"""The own order of the list."""


def idea_rows(workbook: Workbook) -> tuple[IdeaRow, ...]:
    """Return a row for each idea in its own order."""
    vote = open_vote_on(workbook, None)
    return _rows(workbook.ideas, workbook.theories, workbook.cycles, workbook.parties, vote)


@kept_by_identity
def _rows(
    ideas: tuple[Idea, ...],
    theories: tuple[Theory, ...],
    cycles: tuple[Cycle, ...],
    parties: tuple[Party, ...],
    vote: Vote | None,
) -> tuple[IdeaRow, ...]:
    serves, tested = _serving(theories), by_idea(cycles)
    numbers = {it.item_id: it.number for it in vote.candidates} if vote else {}
    return tuple(
        IdeaRow(
            it, serves.get(it.id, ()), party_words(it.parties, parties), tested.get(it.id, ()),
            0 if vote else it.votes, numbers.get(it.id, 0),
        )
        for it in ideas
    )  # fmt: skip


@kept_by_identity
def _serving(theories: tuple[Theory, ...]) -> dict[str, tuple[str, ...]]:
    """Return the words of what each source serves directly, theory by theory."""
    found: dict[str, list[str]] = {}
    for page in theories:
        words = {driver.id: driver.text for driver in page.drivers}
        for link in page.links:
            found.setdefault(link.source, []).append(words.get(link.target, say("the aim")))
    return {source: tuple(named) for source, named in found.items()}


def party_words(ids: tuple[str, ...], parties: tuple[Party, ...]) -> str:
    """Name the parties to which something belongs: "Riverbend", "both", "all"."""
    if len(parties) > 1 and {it.id for it in parties}.issubset(ids):
        return say("both") if len(parties) == 2 else say("all")
    return ", ".join(it.short or it.name for it in parties if it.id in ids)


def shown(workbook: Workbook, wanted: Wanted, order: Order = AS_KEPT) -> tuple[IdeaRow, ...]:
    """Return the rows that are wanted, in an order."""
    rows = idea_rows(workbook)
    if wanted.party:
        rows = tuple(row for row in rows if wanted.party in row.idea.parties)
    if wanted.driver:
        below = serving(workbook, wanted.driver)
        rows = tuple(row for row in rows if row.idea.id in below)
    if order.column:
        by = _keys()[order.column]
        rows = tuple(sorted(rows, key=by, reverse=order.turned))
    return rows


def serving(workbook: Workbook, driver_id: str) -> set[str]:
    """Return all that serves a driver by any way."""
    for page in workbook.theories:
        kin = family(workbook, page)
        if driver_id in kin.items or driver_id == page.id:
            return kin.serving(driver_id)
    return set()


def _keys() -> dict[str, Callable[[IdeaRow], Any]]:
    return {
        "ref": lambda row: int(row.idea.ref[1:]),
        "text": lambda row: row.idea.text.casefold(),
        "serves": lambda row: (not row.serves, row.serves),
        "party": lambda row: (not row.party, row.party),
        "state": lambda row: STATES.index(row.idea.state),
        "cycles": lambda row: len(row.cycles),
        "kind": lambda row: (not row.idea.kind, row.idea.kind),
        "effort": lambda row: row.idea.effort or _NO_PLACE,
        "impact": lambda row: row.idea.impact or _NO_PLACE,
        "votes": lambda row: row.votes,
        "origin": lambda row: (not row.idea.origin, row.idea.origin),
    }


def heading(column: str) -> str:
    """Return the words over a column."""
    return {
        "ref": say("No."), "text": say("Idea"), "serves": say("Serves"), "party": say("Party"),
        "state": say("State"), "cycles": say("Cycles"), "kind": say("Kind"),
        "effort": say("Effort"), "impact": say("Impact"), "votes": say("Votes"),
        "origin": say("Origin"),
    }[column]  # fmt: skip


def cell(row: IdeaRow, column: str) -> str:
    """Return what a row says in a column."""
    idea = row.idea
    match column:
        case "ref":
            return row.number
        case "serves":
            more = len(row.serves) - 1
            first = row.serves[0] if row.serves else say("no driver yet")
            return f"{first} +{more}" if more > 0 else first
        case "party":
            return row.party
        case "state":
            return state_words(idea.state)
        case "cycles":
            return str(len(row.cycles)) if row.cycles else say("none")
        case "votes":
            return str(row.votes or "")
        case "kind":
            return kind_words(idea.kind) if idea.kind else ""
        case "origin":
            return origin_words(idea.origin) if idea.origin else ""
        case _:
            return str(getattr(idea, column) or "")


def cycle_words(row: IdeaRow) -> str:
    """Say how far the ramp of an idea is: "cycle 3 · kept up", "no cycle yet"."""
    if not row.cycles:
        return say("no cycle yet")
    told = count(len(row.cycles), "{number} cycle", "{number} cycles")
    ends = {"adopted": say("kept up"), "abandoned": say("learned")}
    return " · ".join(filter(None, (told, ends.get(row.idea.state, ""))))


def state_words(state: IdeaState) -> str:
    """Return what a state is called."""
    return {
        "proposed": say("proposed"), "testing": say("testing"), "adapting": say("adapting"),
        "adopted": say("adopted"), "abandoned": say("abandoned"), "parked": say("parked"),
    }[state]  # fmt: skip


def kind_words(kind: str) -> str:
    """Return what a kind of change is called (Carnegie)."""
    return {
        "new process": say("New process"), "changed process": say("Changed process"),
        "new tool": say("New tool"), "new norm": say("New norm"),
    }.get(kind, say("Not said yet"))  # fmt: skip


def origin_words(origin: str) -> str:
    """Return where an idea comes from."""
    return {
        "brainstorm": say("Brainstorm"), "parking lot": say("Parking lot"),
        "research": say("Research"), "another site": say("Another site"),
    }.get(origin, say("Not said yet"))  # fmt: skip


def idea_counts(workbook: Workbook, rows: tuple[IdeaRow, ...]) -> str:
    """Say how many ideas are shown and how far they are: "8 ideas: 1 proposed, 3 testing"."""
    number, whole = len(rows), len(workbook.ideas)
    told = count(whole, "{number} idea", "{number} ideas")
    if number != whole:
        told = say("{number} of {ideas}", number=number, ideas=told)
    states = Counter(row.idea.state for row in rows)
    each = ", ".join(f"{states[it]} {state_words(it)}" for it in STATES if states[it])
    return f"{told}: {each}" if each else told


def spoken_idea(row: IdeaRow) -> str:
    """Say all that a card or a row shows of an idea besides its words."""
    idea = row.idea
    serves = say("serves {names}", names=", ".join(row.serves)) if row.serves else ""
    parts = (row.number, state_words(idea.state), row.party, serves, cycle_words(row))
    return ", ".join(filter(None, parts))
