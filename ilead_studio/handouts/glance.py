"""A packet at a glance: the sides of paper that are looked at, before all others are painted.

Every page is laid out, so each number of a page is right, but what is not seen is not painted; and
a leaf that was laid out before just takes as many sheets again. The file itself is made from the
beginning, by ``packet_file``: what is kept here is never written.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from ilead_studio.drawing.marks import marks_of
from ilead_studio.drawing.paper import Paper
from ilead_studio.handouts.handout import Handout
from ilead_studio.handouts.packet_file import Outfit, Written, write_one, write_packet
from ilead_studio.handouts.tagged import Place, TaggedCanvas
from ilead_studio.packet.leaf import AnyLeaf, Diagram, Leaf
from ilead_studio.rules.outline import outline
from ilead_studio.words import language_known, speaking


class Known(NamedTuple):
    """What a leaf says, laid out in an outfit: its sheets, which of them are bare, its words.

    ``named`` are the sheets of a poster.
    """

    said: object
    outfit: Outfit
    papers: tuple[Paper, ...]
    bare: frozenset[int]
    smallest: float
    named: tuple[str, ...]


class Glance(NamedTuple):
    """``handout`` is a file to look at only; ``known`` makes the next glance quicker."""

    handout: Handout
    known: tuple[Known, ...]


def glance(
    leaves: Sequence[AnyLeaf], outfit: Outfit, seen: Collection[int], known: Sequence[Known] = ()
) -> Glance:
    """Lay out a packet and paint the sides that are ``seen``, by their numbers from 0."""
    glancing = _Glancing(seen, known, [])
    with speaking(language_known(outfit.language)):
        canvas = TaggedCanvas(
            outfit.title, outfit.language, gray=outfit.gray, own=outfit.own, seen=seen
        )
        handout = write_packet(canvas, leaves, outfit, glancing.write)
        return Glance(replace(handout, pdf=canvas.picture_pdf()), tuple(glancing.found))


def smallest_of(leaf: Leaf | Diagram, outfit: Outfit) -> float:
    """Return the size of the smallest words of a leaf in an outfit, in points; none is painted."""
    with speaking(language_known(outfit.language)):
        canvas = TaggedCanvas(outfit.title, outfit.language, own=outfit.own, seen=())
        return write_packet(canvas, (leaf,), outfit, write_one).parts[0].smallest


@dataclass(slots=True)
class _Glancing:
    seen: Collection[int]
    known: Sequence[Known]
    found: list[Known]

    def write(self, canvas: TaggedCanvas, outfit: Outfit, leaf: Leaf | Diagram) -> Written:
        """Write a leaf, or leave as much room as it took."""
        said = _said(leaf)
        alike = (it for it in self.known if it.said == said and it.outfit == outfit)
        there = next(alike, None)
        if there is None or self._is_seen(canvas, there.papers):
            return self._written(canvas, outfit, leaf, said)
        self.found.append(there)
        sheets = [canvas.sheet(paper) for paper in there.papers]
        bare = tuple(sheets[at] for at in there.bare)
        return Written(Place(sheets[0], 0.0), there.smallest, bare, named=there.named)

    def _is_seen(self, canvas: TaggedCanvas, papers: Sequence[Paper]) -> bool:
        """Tell whether one of the next sheets may be on a side that is seen."""
        first = canvas.sides - (papers[0].up > 1)
        return any(first <= at < canvas.sides + len(papers) for at in self.seen)

    def _written(
        self, canvas: TaggedCanvas, outfit: Outfit, leaf: Leaf | Diagram, said: object
    ) -> Written:
        first = len(canvas.sheets)
        made = write_one(canvas, outfit, leaf)
        sheets = canvas.sheets[first:]
        bare = frozenset(at for at, sheet in enumerate(sheets) if sheet in made.bare)
        papers = tuple(it.paper for it in sheets)
        self.found.append(Known(said, outfit, papers, bare, made.smallest, made.named))
        return made


def _said(leaf: Leaf | Diagram) -> object:
    """Return what a leaf is made of: of a diagram not all the rest of its workbook."""
    if isinstance(leaf, Leaf):
        return leaf
    rows, marks = outline(leaf.workbook, leaf.page), marks_of(leaf.workbook)
    looks = leaf.poster, leaf.continued, leaf.levels, leaf.faded, leaf.more
    return leaf.page, looks, rows, marks
