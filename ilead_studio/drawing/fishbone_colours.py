"""What the colours of a fishbone mean: its bones, or something that is marked on its causes.

Colour never stands alone: a bone has its number, and what is marked has its sign or its words.
"""

from dataclasses import dataclass
from typing import Final

from ilead_studio.drawing.change_signs import pen_of_change
from ilead_studio.drawing.fishbone_words import ROOT_WIDTH
from ilead_studio.drawing.marks import PLAIN, Marks, View
from ilead_studio.drawing.ops import Pen
from ilead_studio.drawing.theme import BONES

_RIB: Final = 1.9
_TWIG: Final = 0.8
_FIRM: Final = 1.5
_REPEATED: Final = (6.0, 3.5)
"""Dashes of a bone whose colour was used before."""
_EVIDENCE: Final = {"supported": "good_line", "disputed": "warn_line", "refuted": "bad_line"}
_NEUTRAL: Final = Pen("ink_soft_line", _TWIG)


@dataclass(frozen=True, slots=True)
class Colours:
    """The pens of one picture: what colours mean, the most votes, the lenses in order.

    ``earlier`` bones stand on the pages before; numbers of bones count from 1 on this one.
    """

    by: str
    most_votes: int
    lenses: tuple[str, ...]
    earlier: int = 0

    def number(self, number: int) -> int:
        """Return the number of a bone among those of all pages."""
        return self.earlier + number

    def bone(self, number: int) -> Pen:
        """Return the pen of a bone's ribs."""
        number = self.number(number)
        if self.by != "bone":
            return Pen("ink_soft_line", _RIB)
        return Pen(f"bone{number}", _RIB, _REPEATED if number > BONES else ())

    def tint(self, number: int) -> str:
        """Return the role of a category box's ground."""
        number = (self.number(number) - 1) % BONES + 1
        return f"tint{number}" if self.by == "bone" else "tint0"

    def twig(self, marks: Marks | None, number: int) -> Pen:
        """Return the pen of a cause's twig; that of a root cause is heavy."""
        if marks and marks.root:
            return pen_of_change(marks, Pen("root_line", ROOT_WIDTH))
        usual = (
            Pen(f"bone{self.number(number)}", _TWIG)
            if self.by == "bone"
            else self._marked(marks or PLAIN)
        )
        return pen_of_change(marks, usual) if marks else usual

    def _marked(self, marks: Marks) -> Pen:
        match self.by:
            case "evidence" if marks.evidence in _EVIDENCE:
                return Pen(_EVIDENCE[marks.evidence], _FIRM)
            case "votes" if marks.votes:
                return self._voted(marks.votes)
            case "party" if marks.parties:
                return Pen(f"bone{marks.parties[0].place + 1}", _FIRM)
            case "lens" if marks.lenses:
                return Pen(f"bone{self.lenses.index(marks.lenses[0]) + 1}", _FIRM)
        return _NEUTRAL

    def sample(self, marks: Marks) -> Pen | None:
        """Return the line with which causes are drawn because of a mark; None when it is usual."""
        if self.by == "votes":
            return self._voted(self.most_votes) if marks.votes else None
        pen = self._marked(marks)
        return None if pen is _NEUTRAL or self.by == "evidence" else pen  # signs have its colours

    def _voted(self, votes: int) -> Pen:
        """Return a line that is heavier in each third of the votes."""
        third = min(2, 3 * (votes - 1) // self.most_votes)
        role = "ink_soft_line" if third == 0 else "accent_line"
        return Pen(role, (_TWIG, _FIRM, 2 * _FIRM)[third])


BY_BONE: Final = Colours("bone", 1, ())
"""The usual colours: those of the bones."""


def colours_of(view: View) -> Colours:
    """Return the pens as a view wants them."""
    if view.colour_by == "bone":
        return BY_BONE
    marks = view.marks.values()
    lenses = dict.fromkeys(lens for it in marks for lens in it.lenses)
    return Colours(view.colour_by, max([1, *(it.votes for it in marks)]), tuple(lenses))
