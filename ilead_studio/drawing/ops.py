"""The seven operations of which every picture is made.

All lengths are points, x grows right, y grows down. Colours are role names (``ink``, ``bone3``)
that a theme resolves, so one drawing serves every theme. Every operation lies in a ``Group``, and
a connector belongs to the group of the item from which it comes, so the ids in a drawing are the
ids on the page. All are named tuples: at a key, hundreds are made.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, NamedTuple

from ilead_studio.rules.kept import keeping

_SMALLEST_KEPT: Final = 160
"""Drawings of which the size of the smallest words is kept: it is asked for several times each."""

Point = tuple[float, float]
WORDS = ("ink", "quiet")
"""The roles of an item's own words; no sign and no heading is set in one of them."""


class Box(NamedTuple):
    """A rectangle: left, top, width, height."""

    x: float
    y: float
    w: float
    h: float

    @property
    def right(self) -> float:
        """The x of the right side."""
        return self.x + self.w

    @property
    def bottom(self) -> float:
        """The y of the bottom side."""
        return self.y + self.h

    def moved(self, dx: float, dy: float) -> "Box":
        """Return the box at another place."""
        return Box(self.x + dx, self.y + dy, self.w, self.h)

    def holds(self, other: "Box") -> bool:
        """Tell whether another box lies within this one."""
        across = self.x <= other.x and other.right <= self.right
        return across and self.y <= other.y and other.bottom <= self.bottom

    def meets(self, other: "Box", slack: float = 0.0) -> bool:
        """Tell whether two boxes overlap by more than ``slack`` points."""
        across = min(self.right, other.right) - max(self.x, other.x)
        down = min(self.bottom, other.bottom) - max(self.y, other.y)
        return across > slack and down > slack


class Pen(NamedTuple):
    """How a line is drawn: role of its colour, width in points, and the lengths of its dashes.

    Ends are cut straight, but a dash shorter than the pen is wide is a dot and has round ends.
    """

    role: str
    width: float
    dash: tuple[float, ...] = ()

    @property
    def is_dotted(self) -> bool:
        """Whether a painter has to make the ends round."""
        return bool(self.dash) and self.dash[0] < self.width


class Rect(NamedTuple):
    """A rectangle with round corners, filled, outlined or both."""

    box: Box
    radius: float = 0.0
    fill: str | None = None
    pen: Pen | None = None


class Line(NamedTuple):
    """A straight line."""

    start: Point
    end: Point
    pen: Pen


class Polyline(NamedTuple):
    """Straight lines through points; closed, it can be filled."""

    points: tuple[Point, ...]
    closed: bool = False
    fill: str | None = None
    pen: Pen | None = None


class Curve(NamedTuple):
    """Cubic curves: a start, then (control, control, end) for each; closed, it can be filled."""

    start: Point
    arcs: tuple[tuple[Point, Point, Point], ...]
    closed: bool = False
    fill: str | None = None
    pen: Pen | None = None


class TextLine(NamedTuple):
    """One line of text that is wrapped already; ``y`` is its baseline.

    ``glyphs`` are numbers in the face's font file, ``places`` the x of each from the line's own
    ``x``; ``width`` is the whole advance. A painter uses them or sets ``text`` without kerning,
    which is the same.
    """

    x: float
    y: float
    text: str
    face: str
    size: float
    role: str
    width: float
    glyphs: tuple[int, ...]
    places: tuple[float, ...]


class Image(NamedTuple):
    """A picture (PNG bytes) scaled into a box; ``words`` say what it shows."""

    box: Box
    png: bytes
    words: str


class Group(NamedTuple):
    """What belongs to one item, in its own coordinates, to be painted at (``x``, ``y``).

    ``box`` is the item's own area, for the selection and the mouse, in the group's coordinates;
    ``text_box`` is where its words stand, for the editor. ``occurrence`` tells repeats of one item
    apart. An unchanged branch is the very same ``ops`` tuple at another place.
    """

    node_id: str
    role: str
    x: float
    y: float
    box: Box
    text_box: Box
    ops: tuple["Op", ...]
    occurrence: int = 0


Op = Rect | Line | Polyline | Curve | TextLine | Image | Group


@dataclass(frozen=True, slots=True)
class Drawing:
    """A whole picture: its bounds, and its groups in reading order."""

    bounds: Box
    groups: tuple[Group, ...]


class Placed(NamedTuple):
    """A group with the place of its origin on the drawing."""

    group: Group
    x: float
    y: float

    @property
    def box(self) -> Box:
        """The item's area on the drawing."""
        return self.group.box.moved(self.x, self.y)

    @property
    def text_box(self) -> Box:
        """Where the item's words stand on the drawing."""
        return self.group.text_box.moved(self.x, self.y)


def placed_groups(drawing: Drawing) -> Iterator[Placed]:
    """Walk over all groups, the outer before the inner, in reading order."""
    waiting = [Placed(group, group.x, group.y) for group in reversed(drawing.groups)]
    while waiting:
        here = waiting.pop()
        yield here
        waiting.extend(
            Placed(op, here.x + op.x, here.y + op.y)
            for op in reversed(here.group.ops)
            if isinstance(op, Group)
        )


def words_of(group: Group) -> tuple[TextLine, ...]:
    """Return the lines of an item's own words: in ink or quiet; signs and headings are not."""
    return words_in(group.ops)


def words_in(ops: tuple[Op, ...]) -> tuple[TextLine, ...]:
    """Return the lines of own words among operations."""
    return tuple([op for op in ops if isinstance(op, TextLine) and op.role in WORDS and op.text])


def without_words(group: Group) -> tuple[Op, ...]:
    """Return what is drawn of an item besides its own words: lines, signs, the number of a bone."""
    words = {id(line) for line in words_of(group)}
    return tuple(op for op in group.ops if id(op) not in words)


@keeping(_SMALLEST_KEPT)
def smallest_words(drawing: Drawing) -> float:
    """Return the size of the smallest words in points; 0 when there are none."""
    sizes: set[float] = set()
    waiting = [*drawing.groups]
    for group in waiting:
        sizes.update([line.size for line in words_of(group)])
        waiting += [op for op in group.ops if isinstance(op, Group)]
    return min(sizes, default=0.0)
