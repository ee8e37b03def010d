"""What is marked on an item besides its words: one value for each item, whatever its kind.

A layout reserves room for the signs of a mark and draws them; ``signs`` knows how they look, and a
sign means the same wherever it stands (method, sections 3, 5, 6).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from ilead_studio.model import Workbook

Evidence = Literal["", "hunch", "supported", "disputed", "refuted"]
IdeaState = Literal["", "proposed", "testing", "adapting", "adopted", "abandoned", "parked"]
CycleState = Literal["planned", "running", "decided"]


@dataclass(frozen=True, slots=True)
class Marks:
    """The marks of one item; every field has a value that draws nothing.

    ``parties`` are (letter, place in the list of parties from 0), ``lenses`` short words,
    ``cycles`` the states of an idea's cycles in order, ``measures`` how many there are, ``answers``
    how many causes a driver answers, ``votes`` how many it got. An ``alias`` is a linked copy;
    ``folded`` counts the items that are folded away below; ``has_note`` tells that there is one.
    """

    evidence: Evidence = ""
    root: bool = False
    votes: int = 0
    parties: tuple[tuple[str, int], ...] = ()
    lenses: tuple[str, ...] = ()
    idea_state: IdeaState = ""
    cycles: tuple[CycleState, ...] = ()
    measures: int = 0
    answers: int = 0
    alias: bool = False
    folded: int = 0
    has_note: bool = False


PLAIN = Marks()
"""Nothing is marked."""


@dataclass(frozen=True, slots=True)
class View:
    """How a page is looked at; never part of the document.

    ``folded`` holds the items whose branches are folded, ``marks`` the marks of those items that
    have any, ``colour_by`` what the colours of a fishbone mean.
    """

    folded: frozenset[str] = frozenset()
    marks: Mapping[str, Marks] = field(default_factory=dict)
    colour_by: Literal["bone", "evidence", "party", "votes", "lens"] = "bone"

    def of(self, item_id: str) -> Marks:
        """Return the marks of an item."""
        return self.marks.get(item_id, PLAIN)


def marks_of(workbook: Workbook) -> dict[str, Marks]:
    """Return the marks that the workbook's own fields give, for the items that have any."""
    cycles: dict[str, list[CycleState]] = {}
    for cycle in workbook.cycles:
        cycles.setdefault(cycle.idea_id, []).append("planned")
    return {item_id: Marks(cycles=tuple(states)) for item_id, states in cycles.items()}
