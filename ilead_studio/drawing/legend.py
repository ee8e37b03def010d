"""The legend at the foot of a page: the signs in use and what they mean, nothing else."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final, get_args

from ilead_studio.drawing.fonts import REGULAR
from ilead_studio.drawing.marks import PLAIN, CycleState, Evidence, IdeaState, Marks, Tally
from ilead_studio.drawing.ops import Line, Op, Pen
from ilead_studio.drawing.sign_shapes import (
    MIDDLE,
    SIDE,
    SMALL,
    Sign,
    bead,
    chain,
    chart,
    dots,
    fish,
    folded,
    lens,
    note,
    party,
    root,
    row,
    squares,
)
from ilead_studio.drawing.signs import lead, meaning
from ilead_studio.drawing.text import label, text_line
from ilead_studio.words import say

LEAD: Final = 15.0
"""From one line of the legend to the next."""
_BASELINE: Final = 10.5
_TO_WORDS: Final = 4.0
_TO_NEXT: Final = 16.0
_BETWEEN: Final = 3.4
_NAMED: Final = 48
"""Most letters of the names of parties together."""
_REF: Final = Marks._fields.index("ref")
_LINE: Final = 12.0
"""Length of a line that shows a colour."""


@dataclass(frozen=True, slots=True)
class Kind:
    """One entry of a legend: a sign and its words."""

    sign: Sign
    words: str


@dataclass(frozen=True, slots=True)
class Legend:
    """A set legend: operations from its top left corner, and its height; 0 when it is empty."""

    height: float
    ops: tuple[Op, ...]


def uncoloured(_marks: Marks) -> Pen | None:
    """Tell that no mark has a line of its own colour."""
    return None


def kinds_in_use(
    marks: Iterable[Marks], pen_of: Callable[[Marks], Pen | None] = uncoloured
) -> tuple[Kind, ...]:
    """Return an entry for each kind of sign that any item has, in a fixed order.

    ``pen_of`` tells with which line an item is drawn because of a mark; its entry shows that line.
    """
    used = in_use(marks)
    return (*_leading(used), *_trailing(used, pen_of))


def in_use(marks: Iterable[Marks]) -> tuple[Marks, ...]:
    """Return marks each once, and without references, of which every item has its own."""
    alike = {it[:_REF]: it for it in marks}
    return tuple(it._replace(ref="") for it in alike.values())


def _leading(used: tuple[Marks, ...]) -> Iterable[Kind]:
    evidence = {it.evidence for it in used}
    for state in get_args(Evidence):
        if state and state in evidence:
            yield Kind(_tight(lead(Marks(evidence=state))), meaning(state))
    ideas = {it.idea_state for it in used if not it.evidence}
    for state in get_args(IdeaState):
        if state and state in ideas:
            yield Kind(_tight(lead(Marks(idea_state=state))), meaning(state))
    tallies = {it.tally for it in used}
    for state in get_args(Tally):
        if state and state in tallies:
            yield Kind(squares(3, filled=state == "kept"), meaning(state))


def _tight(sign: Sign) -> Sign:
    """Return a sign of the gutter without the air after it."""
    return Sign(SIDE, sign.ops)


def _trailing(used: tuple[Marks, ...], pen_of: Callable[[Marks], Pen | None]) -> Iterable[Kind]:
    given = {it for it in Marks._fields for marks in used if _has(marks, it)}
    parties = sorted({it for marks in used for it in marks.parties}, key=lambda it: (it[1], it[0]))
    states = [state for state in get_args(CycleState) if any(state in it.cycles for it in used)]
    cycles = say("cycles: {states}", states=", ".join(map(meaning, states)))
    owners = tuple(_lined(party(*it[:2]), pen_of(Marks(parties=(it,)))) for it in parties)
    samples = {
        "root": (root(), say("root cause")),
        "votes": (_lined(dots(3), pen_of(Marks(votes=1))), say("votes")),
        "parties": (row(owners, _BETWEEN), _whose(it.name for it in parties)),
        "lenses": (lens(), ""),
        "cycles": (row(tuple(map(bead, states)), 0.0), cycles),
        "measures": (chart(), say("measures")),
        "answers": (fish(), say("causes answered")),
        "alias": (chain(), say("linked copy")),
        "folded": (folded(4), say("folded below")),
        "has_note": (note(), say("note")),
    }
    for name, sample in samples.items():
        if name in given:
            yield from _lenses(used, pen_of) if name == "lenses" else (Kind(*sample),)


def _whose(names: Iterable[str]) -> str:
    """Say what the letters of parties mean, by their names as far as those are short."""
    named = ", ".join(filter(None, names))
    is_short = 0 < len(named) <= _NAMED
    return say("belongs to {party}", party=named) if is_short else say("belongs to")


def _lenses(used: tuple[Marks, ...], pen_of: Callable[[Marks], Pen | None]) -> Iterable[Kind]:
    """Return an entry for each lens that has a line of its own, or one for all."""
    names = dict.fromkeys(name for marks in used for name in marks.lenses)
    own = [(name, pen) for name in names if (pen := pen_of(Marks(lenses=(name,))))]
    return [Kind(_lined(lens(), pen), name) for name, pen in own] or [Kind(lens(), say("lens"))]


def _lined(sign: Sign, pen: Pen | None) -> Sign:
    """Return a sign after a piece of the line that goes with it."""
    if pen is None:
        return sign
    line = Sign(_LINE, (Line((0.0, MIDDLE), (_LINE, MIDDLE), pen),))
    return row((line, sign), _BETWEEN)


def _has(marks: Marks, name: str) -> bool:
    return bool(getattr(marks, name) != getattr(PLAIN, name))


def legend(kinds: Iterable[Kind], width: float) -> Legend:
    """Set entries side by side in lines no wider than ``width`` points.

    An entry is not broken unless it alone is wider than a line.
    """
    ops: list[Op] = []
    x, y = 0.0, _BASELINE
    for kind in kinds:
        words = label(kind.words, REGULAR, SMALL, max(width - kind.sign.width - _TO_WORDS, 40.0))
        whole = kind.sign.width + _TO_WORDS + words.width
        if x and x + whole > width:
            x, y = 0.0, y + LEAD
        ops += kind.sign.at(x, y)
        for at, line in enumerate(words.lines):
            y += LEAD if at else 0.0
            left = x + kind.sign.width + _TO_WORDS
            ops.append(text_line(left, y, line, REGULAR, SMALL, "ink_soft"))
        x += whole + _TO_NEXT
    return Legend(y - _BASELINE + LEAD if ops else 0.0, tuple(ops))
