"""Paints a drawing on a sheet, at the place and scale it is told; never wraps, never measures.

All geometry is painted first and is an artifact. Then come the words in outline order, each item's
in its own place in the structure, so that what is heard, what is copied and what is extracted have
one order.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from ilead_studio.drawing.marks import PLAIN, Marks
from ilead_studio.drawing.ops import (
    Box,
    Curve,
    Drawing,
    Group,
    Image,
    Line,
    Pen,
    Placed,
    Point,
    Polyline,
    Rect,
    TextLine,
    placed_groups,
    words_of,
)
from ilead_studio.drawing.signs import spoken_marks
from ilead_studio.drawing.text import text_line
from ilead_studio.drawing.theme import PRINT
from ilead_studio.handouts.document import length
from ilead_studio.handouts.sheet import Sheet, Stroke
from ilead_studio.handouts.structure import LIST, Element
from ilead_studio.packet.tongue import NONE_OWN, OwnWords
from ilead_studio.rules.outline import Row
from ilead_studio.rules.serving import serving
from ilead_studio.wanted import still_wanted

_INKS: Final = 512
"""Colours and pens kept: a drawing at its scale has about twenty of each."""


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a drawing stands on a sheet: its top left corner in points, and its scale.

    Items that are ``faded`` are painted pale.
    """

    drawing: Drawing
    corner: Point
    scale: float
    faded: frozenset[str] = frozenset()

    def point(self, placed: Placed, point: Point) -> Point:
        """Return where a point of a group comes to stand on the sheet."""
        bounds = self.drawing.bounds
        x = self.corner[0] + (placed.x + point[0] - bounds.x) * self.scale
        y = self.corner[1] + (placed.y + point[1] - bounds.y) * self.scale
        return x, y

    def box(self, placed: Placed, box: Box) -> Box:
        """Return where a box of a group comes to stand on the sheet."""
        return Box(*self.point(placed, (box.x, box.y)), box.w * self.scale, box.h * self.scale)

    def colour(self, placed: Placed, role: str) -> str:
        """Return the colour of a role in a group."""
        return _colour(role, placed.group.node_id in self.faded)

    def stroke(self, placed: Placed, pen: Pen | None) -> Stroke | None:
        """Return how a line is printed."""
        return None if pen is None else _stroke(pen, self.scale, placed.group.node_id in self.faded)


@lru_cache(_INKS)
def _colour(role: str, is_faded: bool) -> str:
    """Return a colour; a theme is a large value, and takes longer to be looked up than this."""
    return (PRINT.faded() if is_faded else PRINT).colour(role)


@lru_cache(_INKS)
def _stroke(pen: Pen, scale: float, is_faded: bool) -> Stroke:
    dash = tuple(part * scale for part in pen.dash)
    return Stroke(pen.width * scale, dash, _colour(pen.role, is_faded), pen.is_dotted)


def paint(
    shown: Sequence[tuple[Setting, Sheet]],
    rows: tuple[Row, ...],
    under: Element,
    marks: Mapping[str, Marks],
    own: OwnWords = NONE_OWN,
) -> None:
    """Paint the drawings of a page's rows, each on its sheet; usually there is one.

    The words go under an element as nested lists, over all sheets. Of an item that is drawn more
    than once only the first occurrence is spoken. Signs are heard as words. The rows' words may be
    ``own`` ones, in another language.
    """
    if all(sheet.blank for _, sheet in shown):
        return
    ids, serves = {row.id for row in rows}, serving(rows)
    spoken: dict[str, tuple[Placed, Setting, Sheet]] = {}
    for setting, sheet in shown:
        with sheet.artifact():
            for placed in placed_groups(setting.drawing):
                still_wanted()
                first = spoken.setdefault(placed.group.node_id, (placed, setting, sheet))
                is_first = first[0] is placed and placed.group.node_id in ids
                decorate(placed, setting, sheet, is_first)
    for row, paragraph in zip(rows, paragraphs(rows, under), strict=True):
        still_wanted()
        if row.id in spoken:
            parts = (_known(row, marks.get(row.id, PLAIN)), serves.get(row.id, ""))
            words = _say(row, " ".join(filter(None, parts)), *spoken[row.id], paragraph)
            words.language = own.language if own and own.has(row.text) else ""


def paint_figure(setting: Setting, sheet: Sheet, figure: Element) -> None:
    """Paint a drawing that is read as one figure, whose words the element has."""
    bounds = setting.drawing.bounds
    size = (bounds.w * setting.scale, bounds.h * setting.scale)
    figure.attributes = frame_of(Box(*setting.corner, *size), sheet)
    with sheet.marked(figure):
        for placed in placed_groups(setting.drawing):
            decorate(placed, setting, sheet)


def _known(row: Row, marks: Marks) -> str:
    """Say what the signs of an item say: "C32, root cause, supported, 9 votes."."""
    said = spoken_marks(marks)
    return f"{row.ref}, {said}." if said else ""


def paragraphs(rows: Sequence[Row], under: Element) -> Iterator[Element]:
    """Make nested lists for rows in outline order; yields the paragraph of each item."""
    lists: list[Element] = []
    holder = under
    for row in rows:
        del lists[row.depth + 1 :]
        if len(lists) == row.depth:
            lists.append(holder.add("L", attributes=LIST))
        holder = lists[-1].add("LI").add("LBody")
        yield holder.add("P")


def _say(
    row: Row, more: str, placed: Placed, setting: Setting, sheet: Sheet, paragraph: Element
) -> Element:
    """Set an item's words; what is known of it and what else it serves is heard after them.

    Returns the element that holds the words.
    """
    lines = words_of(placed.group)
    own = paragraph.add("Span") if more else paragraph
    if row.text and row.text != " ".join(line.text for line in lines):
        own.actual = row.text
    with sheet.marked(own):
        for at, line in enumerate(lines, 1):
            goes_on = at < len(lines) or bool(more)
            _set(line, placed, setting, sheet, goes_on=goes_on)
    if more and lines:
        with sheet.marked(paragraph.add("Span", actual=more)):
            _set(_space_after(lines[-1]), placed, setting, sheet)
    for op in placed.group.ops:
        if isinstance(op, Image):
            _show(op, placed, setting, sheet, paragraph)
    return own


def _space_after(line: TextLine) -> TextLine:
    """Return a space behind a line: what is said beyond the words needs something on the page."""
    return text_line(line.x + line.width, line.y, " ", line.face, line.size, line.role)


def _set(
    line: TextLine, placed: Placed, setting: Setting, sheet: Sheet, *, goes_on: bool = False
) -> None:
    at = setting.point(placed, (line.x, line.y))
    colour = setting.colour(placed, line.role)
    sheet.text(line, at, scale=setting.scale, colour=colour, goes_on=goes_on)


def _show(op: Image, placed: Placed, setting: Setting, sheet: Sheet, paragraph: Element) -> None:
    box = setting.box(placed, op.box)
    figure = paragraph.add("Figure", alternative=op.words, attributes=frame_of(box, sheet))
    with sheet.marked(figure):
        sheet.picture(op.png, box)


def frame_of(box: Box, sheet: Sheet) -> bytes:
    """Return the attributes of a figure that fills a box on a sheet."""
    corners = " ".join(map(length, sheet.corners(box)))
    return f"<</O/Layout/BBox[{corners}]>>".encode("ascii")


def decorate(placed: Placed, setting: Setting, sheet: Sheet, is_spoken: bool = False) -> None:
    """Paint what is not spoken of a group: geometry and signs, and all of a repeated one."""
    if sheet.blank:
        return
    own = words_of(placed.group) if is_spoken else ()
    for op in placed.group.ops:
        if isinstance(op, TextLine):
            if op not in own:
                _set(op, placed, setting, sheet)
        elif isinstance(op, Image):
            if not is_spoken:
                sheet.picture(op.png, setting.box(placed, op.box))
        elif not isinstance(op, Group):
            _shape(op, placed, setting, sheet)


def _shape(
    op: Rect | Line | Polyline | Curve, placed: Placed, setting: Setting, sheet: Sheet
) -> None:
    stroke = setting.stroke(placed, op.pen)
    fill = None if isinstance(op, Line) or op.fill is None else setting.colour(placed, op.fill)

    def at(point: Point) -> Point:
        return setting.point(placed, point)

    match op:
        case Rect():
            radius = op.radius * setting.scale
            sheet.rectangle(setting.box(placed, op.box), radius, fill, stroke)
        case Line():
            sheet.lines((at(op.start), at(op.end)), stroke=stroke)
        case Polyline():
            points = tuple(map(at, op.points))
            sheet.lines(points, closed=op.closed, fill=fill, stroke=stroke)
        case Curve():
            arcs = ((at(one), at(two), at(end)) for one, two, end in op.arcs)
            sheet.curve(at(op.start), arcs, closed=op.closed, fill=fill, stroke=stroke)
