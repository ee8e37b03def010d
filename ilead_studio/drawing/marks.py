"""What is marked on an item besides its words: one value for each item, whatever its kind.

A layout reserves room for the signs of a mark and draws them; ``signs`` knows how they look, and a
sign means the same wherever it stands (method, sections 3, 5, 6).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final, Literal

from ilead_studio.model import Cause, Driver, Fishbone, Idea, Theory, Workbook

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


AS_IT_IS: Final = View()
"""Nothing is folded, nothing is marked."""


def marks_of(workbook: Workbook) -> dict[str, Marks]:
    """Return the marks that the workbook's own fields give, for the items that have any.

    Only what a workbook says today is marked: that there is a note.
    """
    return dict.fromkeys((item.id for item in _items(workbook) if item.notes), _NOTED)


_NOTED: Final = Marks(has_note=True)


def _items(workbook: Workbook) -> Iterator[Cause | Driver | Fishbone | Idea | Theory]:
    """Walk over all that can be drawn; a page stands for its head or its aim."""
    for fishbone in workbook.fishbones:
        yield fishbone
        yield from fishbone.causes
    for theory in workbook.theories:
        yield theory
        yield from theory.drivers
    yield from workbook.ideas
