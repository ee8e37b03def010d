"""The signs of an item's marks, the same on every page, and what each of them is called.

Evidence and an idea's state stand in a gutter before the first line of words; all else follows the
last word as one piece that is never broken. The sizes are those for text of 10 points.
"""

from collections import Counter
from collections.abc import Callable
from functools import lru_cache
from typing import Final

from ilead_studio.drawing import sign_shapes as shapes
from ilead_studio.drawing.change_signs import change_words, is_removed, pill
from ilead_studio.drawing.fonts import REGULAR, SEMIBOLD
from ilead_studio.drawing.marks import OFF_BALLOT, PLAIN, Marks
from ilead_studio.drawing.ops import Line, Pen, TextLine
from ilead_studio.drawing.sign_shapes import NOTHING, Sign, row
from ilead_studio.drawing.text import text_line
from ilead_studio.rules.outline import Row, spoken
from ilead_studio.rules.votes import votes_words
from ilead_studio.words import count, said_once, say

__all__ = [
    "GUTTER",
    "Sign",
    "face",
    "is_struck",
    "lead",
    "spoken_item",
    "spoken_marks",
    "strike",
    "text_role",
    "trail",
]

GUTTER: Final = 11.5
"""Room left of the words for the sign before them, where any item of a page has one."""
_AIR: Final = 3.4
"""Between the last word and the first sign, and from one sign to the next."""
_BEGIN: Final = Sign()
"""Nothing, so that the air comes before the first sign too."""
_LEADS: Final[dict[str, Callable[[], Sign]]] = {
    "hunch": shapes.hunch,
    "supported": shapes.supported,
    "disputed": shapes.disputed,
    "refuted": shapes.refuted,
    "proposed": shapes.proposed,
    "testing": shapes.testing,
    "adapting": shapes.adapting,
    "adopted": shapes.adopted,
    "abandoned": shapes.abandoned,
    "parked": shapes.parked,
}
_MOST_BEADS: Final = 5
_MOST_SQUARES: Final = 9
_NUMBER: Final = 10.0
"""The size of a number on the ballot: that of the words."""


@lru_cache(4096)
def lead(marks: Marks) -> Sign:
    """Return the sign before the words: evidence, else an idea's state; ``GUTTER`` wide.

    While a vote is blind it is the number on the ballot, as wide as that needs.
    """
    if marks.ballot:
        return _number(marks.ballot)
    drawn = _LEADS.get(marks.evidence or marks.idea_state)
    return Sign(GUTTER, drawn().ops) if drawn else NOTHING


def _number(number: str) -> Sign:
    """Return a number on the ballot, close to the words."""
    line = text_line(0.0, 0.0, number, SEMIBOLD, _NUMBER, "ink_line")
    wide = max(GUTTER, line.width + _AIR)
    return Sign(wide, (line._replace(x=wide - line.width - _AIR),))


@said_once(4096)
def trail(marks: Marks) -> Sign:
    """Return the signs after the last word; x = 0 is where that word ends."""
    signs = _trailing(marks)
    return row((_BEGIN, *signs), _AIR) if signs else NOTHING


def _trailing(marks: Marks) -> tuple[Sign, ...]:
    """Return the signs after the words, in the order in which they stand."""
    found = [shapes.root()] if marks.root else []
    found += [_votes(marks)] if marks.votes > 0 or marks.tally else []
    found += [shapes.party(it.letter, it.place) for it in marks.parties]
    if marks.lenses:
        found.append(row((shapes.lens(), shapes.typed(", ".join(marks.lenses), "ink_soft")), 2.0))
    found += [_beads(marks)] if marks.cycles else []
    found += [_numbered(shapes.chart(), marks.measures)] if marks.measures > 0 else []
    found += [_numbered(shapes.fish(), marks.answers)] if marks.answers > 0 else []
    found += [shapes.chain()] if marks.alias else []
    found += [shapes.folded(marks.folded)] if marks.folded > 0 else []
    found += [shapes.note()] if marks.has_note else []
    found += [pill(marks.changed)] if marks.changed else []
    found += [shapes.typed(marks.ref, "ink_soft", SEMIBOLD)] if marks.ref else []
    return tuple(found)


def _votes(marks: Marks) -> Sign:
    """Return a dot for each vote; after the reveal a square for each, and how many there are."""
    if not marks.tally:
        return shapes.dots(marks.votes)
    is_kept = marks.tally == "kept"
    words = shapes.typed(votes_words(marks.votes), "ink_soft", SEMIBOLD if is_kept else REGULAR)
    squares = shapes.squares(min(marks.votes, _MOST_SQUARES), filled=is_kept)
    return row((squares, words), 2.6) if marks.votes else words


def _numbered(sign: Sign, number: int) -> Sign:
    return row((sign, shapes.typed(str(number), "ink_soft")), 1.6)


def _beads(marks: Marks) -> Sign:
    """Return a bead for each of at most five cycles, else one for each state and its number."""
    if len(marks.cycles) <= _MOST_BEADS:
        return row(tuple(map(shapes.bead, marks.cycles)), 0.0)
    numbers = Counter(marks.cycles)
    return row(tuple(_numbered(shapes.bead(state), numbers[state]) for state in numbers), 2.4)


def text_role(marks: Marks) -> str:
    """Return the role in which an item's words are set: quieter when they are struck out."""
    return "quiet" if is_struck(marks) else "ink"


def is_struck(marks: Marks) -> bool:
    """Tell whether an item's words are struck out: refuted (so on no ballot), or not there."""
    return marks.evidence == "refuted" or marks.ballot == OFF_BALLOT or is_removed(marks)


def face(marks: Marks) -> str:
    """Return the face in which an item's words are set: semibold for a root cause."""
    return SEMIBOLD if marks.root else REGULAR


def strike(line: TextLine) -> Line:
    """Return the line that strikes out a line of words."""
    y = line.y - 0.27 * line.size
    return Line((line.x, y), (line.x + line.width, y), Pen(line.role, 0.07 * line.size))


@said_once(4096)
def spoken_marks(marks: Marks) -> str:
    """Say an item's marks: "root cause, supported, 7 votes"; empty when there are none."""
    return "" if marks is PLAIN else ", ".join(part for part in _said(marks) if part)


def spoken_item(row: Row, rows: tuple[Row, ...], marks: Marks) -> str:
    """Say all that a picture shows of an item besides its words: "cause, 2 of 4, supported".

    The outline, the canvas, the description of an SVG and the tags of a PDF say it from here.
    """
    return ", ".join(part for part in (spoken(row, rows), spoken_marks(marks)) if part)


def meaning(state: str) -> str:
    """Return the words for a state of evidence, of an idea or of a cycle."""
    return {
        "hunch": say("hunch"),
        "supported": say("supported"),
        "disputed": say("disputed"),
        "refuted": say("refuted"),
        "proposed": say("proposed"),
        "testing": say("being tested"),
        "adapting": say("being adapted"),
        "adopted": say("adopted"),
        "abandoned": say("abandoned"),
        "parked": say("parked"),
        "planned": say("planned"),
        "running": say("running"),
        "decided": say("decided"),
        "kept": say("kept"),
        "left": say("left out"),
    }.get(state, "")


def _said(marks: Marks) -> tuple[str, ...]:
    return (
        marks.ref,
        _said_ballot(marks.ballot),
        say("root cause") if marks.root else "",
        meaning(marks.evidence),
        meaning(marks.idea_state),
        votes_words(marks.votes) if marks.votes > 0 or marks.tally else "",
        *(say("belongs to {party}", party=it.name or it.letter) for it in marks.parties),
        *(say("lens: {lens}", lens=lens) for lens in marks.lenses),
        meaning(marks.tally),
        _said_cycles(marks),
        count(marks.measures, "{number} measure", "{number} measures") if marks.measures else "",
        count(marks.answers, "answers {number} cause", "answers {number} causes")
        if marks.answers
        else "",
        say("linked copy") if marks.alias else "",
        count(marks.folded, "{number} item folded below", "{number} items folded below")
        if marks.folded
        else "",
        say("has a note") if marks.has_note else "",
        *((change_words(marks.changed), marks.changed.was) if marks.changed else ()),
    )


def _said_ballot(number: str) -> str:
    if not number:
        return ""
    return say("not on the ballot") if number == OFF_BALLOT else say("number {number}",
                                                                     number=number)  # fmt: skip


def _said_cycles(marks: Marks) -> str:
    """Say how many cycles there are and how far they are: "3 cycles (2 decided, 1 planned)"."""
    numbers = Counter(marks.cycles)
    states = ", ".join(f"{numbers[state]} {meaning(state)}" for state in numbers)
    whole = count(len(marks.cycles), "{number} cycle", "{number} cycles")
    return f"{whole} ({states})" if states else ""
