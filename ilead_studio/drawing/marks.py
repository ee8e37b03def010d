"""What is marked on an item besides its words: one value for each item, whatever its kind.

A layout reserves room for the signs of a mark and draws them; ``signs`` knows how they look, and a
sign means the same wherever it stands (method, sections 3, 5, 6).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final, Literal, NamedTuple

from ilead_studio.drawing.text import readable
from ilead_studio.model import Cause, Cycle, Driver, Idea, Workbook, pages
from ilead_studio.model.stretch import stretch
from ilead_studio.rules.kept import Newest, kept_by_identity

Evidence = Literal["", "hunch", "supported", "disputed", "refuted"]
IdeaState = Literal["", "proposed", "testing", "adapting", "adopted", "abandoned", "parked"]
Happened = Literal[
    "added", "removed", "reworded", "moved", "relinked", "evidence", "state", "changed"
]
CycleState = Literal["planned", "running", "decided"]
Tally = Literal["", "kept", "left"]
"""Whether something stays after a vote, or is left out."""
OFF_BALLOT: Final = "–"
"""Stands where a number would stand before what cannot be chosen."""
ColourBy = Literal["bone", "evidence", "party", "votes", "lens"]
"""What the colours of a fishbone mean."""


class Changed(NamedTuple):
    """What happened to an item: the first of so many changes, and its old words, if it had some."""

    sort: Happened
    number: int = 1
    was: str = ""


class Whose(NamedTuple):
    """A party to which something belongs: its letter, its place from 0, and what it is called."""

    letter: str
    place: int
    name: str = ""


class Marks(NamedTuple):
    """The marks of one item; every field has a value that draws nothing.

    A named tuple, because thousands are looked up at every key.

    ``parties`` are those to which it belongs, ``lenses`` short words, ``cycles`` the states of an
    idea's cycles in order, ``measures`` how many there are, ``answers`` how many causes a driver
    answers, ``votes`` how many it got. An ``alias`` is a linked copy; ``folded`` counts the items
    that are folded away below; ``has_note`` tells that there is one. ``changed`` is what happened
    to it since an older version. ``ballot`` is the number of a blind vote, or ``OFF_BALLOT``; with
    a ``tally`` a vote has just been revealed. ``ref`` is its reference, where paper shows it.
    """

    evidence: Evidence = ""
    root: bool = False
    votes: int = 0
    parties: tuple[Whose, ...] = ()
    lenses: tuple[str, ...] = ()
    idea_state: IdeaState = ""
    cycles: tuple[CycleState, ...] = ()
    measures: int = 0
    answers: int = 0
    alias: bool = False
    folded: int = 0
    has_note: bool = False
    changed: Changed | None = None
    ballot: str = ""
    tally: Tally = ""
    ref: str = ""


PLAIN = Marks()
"""Nothing is marked."""


UNFOLDED: Final[frozenset[str]] = frozenset()
"""No branch that is folded: the very same one everywhere, because drawings are kept by identity."""


@dataclass(frozen=True, slots=True)
class View:
    """How a page is looked at; never part of the document.

    ``folded`` holds the items whose branches are folded, ``marks`` the marks of those items that
    have any, ``colour_by`` what the colours of a fishbone mean.
    """

    folded: frozenset[str] = UNFOLDED
    marks: Mapping[str, Marks] = field(default_factory=dict)
    colour_by: ColourBy = "bone"

    def of(self, item_id: str) -> Marks:
        """Return the marks of an item."""
        return self.marks.get(item_id, PLAIN)


AS_IT_IS: Final = View()
"""Nothing is folded, nothing is marked."""


def marks_of(workbook: Workbook) -> dict[str, Marks]:
    """Return the marks that the workbook's own fields give, for the items that have any.

    A bone is a heading and is not judged; an idea that is only proposed needs no sign. Only the
    records that a step touched are read: all others keep their marks.
    """
    letters = party_letters(workbook)
    found: dict[str, Marks] = {}
    for fishbone in workbook.fishbones:
        found |= _kept(fishbone.id, fishbone.causes, letters)
    for theory in workbook.theories:
        found |= _kept(theory.id, theory.drivers, letters)
    found |= _kept("ideas", workbook.ideas, letters, _dots(workbook.cycles))
    return found | {page.id: _NOTED for page in pages(workbook) if page.notes}


Letters = tuple[tuple[str, Whose], ...]
"""The id of each party, in order, and how it is marked."""
Marked = Cause | Driver | Idea


Dots = Mapping[str, tuple[CycleState, ...]]
"""The states of each idea's cycles, as they are drawn."""
_DRAWN: Final[dict[str, CycleState]] = {
    "planned": "planned",
    "doing": "running",
    "studying": "running",
    "decided": "decided",
}
"""A cancelled cycle is not drawn."""


@kept_by_identity
def _dots(cycles: tuple[Cycle, ...]) -> Dots:
    """Return the dots of each idea that has any, ramp by ramp."""
    found: dict[str, list[CycleState]] = {}
    for cycle in sorted(cycles, key=lambda it: (it.ramp, it.number)):
        if cycle.state in _DRAWN:
            found.setdefault(cycle.idea_id, []).append(_DRAWN[cycle.state])
    return {idea_id: tuple(states) for idea_id, states in found.items()}


_NO_DOTS: Final[Dots] = {}


class _Reading(NamedTuple):
    """The marks of records one after the other, and what they were read from."""

    records: tuple[Marked, ...]
    letters: Letters
    dots: Dots
    found: dict[str, Marks]


_newest: Final = Newest[_Reading]()


def _kept(
    holder: str, records: tuple[Marked, ...], letters: Letters, dots: Dots = _NO_DOTS
) -> dict[str, Marks]:
    """Return the marks of the records of a page (or of all ideas), made from the last ones."""
    last = _newest.about(holder)
    if last is None or last.letters != letters:
        last = _Reading((), letters, dots, {})
    differ = stretch(last.records, records)
    dotted = _dotted_anew(last.dots, dots)
    if differ.is_empty and not dotted:
        return last.found
    found = dict(last.found)
    for gone in last.records[differ.start : differ.old]:
        found.pop(gone.id, None)
    again = [it for it in records if it.id in dotted] if dotted else []
    for record in (*records[differ.start : differ.new], *again):
        marks = _of(record, holder, letters, dots)
        found[record.id] = marks
        if marks is PLAIN:
            del found[record.id]
    return _newest.keep(holder, _Reading(records, letters, dots, found)).found


def _dotted_anew(was: Dots, now: Dots) -> set[str]:
    """Return the ideas whose cycles are drawn otherwise than before."""
    if was is now:
        return set()
    return {it for it in was.keys() | now.keys() if was.get(it) != now.get(it)}


def _of(record: Marked, holder: str, letters: Letters, dots: Dots) -> Marks:
    match record:
        case Cause() if record.parent_id == holder:
            return _NOTED if record.notes else PLAIN
        case Cause():
            return _same(_of_cause(record, letters))
        case Driver():
            return _same(_of_driver(record, letters))
        case Idea():
            return _same(_of_idea(record, letters, dots.get(record.id, ())))


def party_letters(workbook: Workbook) -> Letters:
    """Return by which letter each party is known: the first of its short name, or of its name.

    If two are alike, or one has no letter that can be set, they are A, B, C.
    """
    initials = [readable((it.short or it.name)[0].upper()) for it in workbook.parties]
    if len(set(initials)) < len(initials) or any(len(it) != 1 for it in initials):
        initials = [chr(ord("A") + place % 26) for place in range(len(initials))]
    known = enumerate(zip(workbook.parties, initials, strict=True))
    return tuple((it.id, Whose(letter, at, it.short or it.name)) for at, (it, letter) in known)


_NOTED: Final = Marks(has_note=True)


def _of_cause(cause: Cause, letters: Letters) -> Marks:
    return Marks(
        evidence=cause.evidence,
        root=cause.root,
        votes=cause.votes,
        parties=_parties(cause.parties, letters),
        lenses=cause.lenses,
        alias=cause.same_as is not None,
        has_note=bool(cause.notes),
    )


def _of_driver(driver: Driver, letters: Letters) -> Marks:
    return Marks(
        parties=_parties(driver.parties, letters),
        measures=len(driver.measures),
        answers=len(driver.answers),
        has_note=bool(driver.notes),
    )


def _of_idea(idea: Idea, letters: Letters, cycles: tuple[CycleState, ...]) -> Marks:
    return Marks(
        idea_state="" if idea.state == "proposed" else idea.state,
        parties=_parties(idea.parties, letters),
        cycles=cycles,
        has_note=bool(idea.notes),
    )


def _parties(ids: tuple[str, ...], letters: Letters) -> tuple[Whose, ...]:
    return tuple(whose for party, whose in letters if party in ids) if ids else ()


@lru_cache(4096)
def _same(marks: Marks) -> Marks:
    """Return marks; the same ones for the same fields, and PLAIN when there are none."""
    return PLAIN if marks == PLAIN else marks
