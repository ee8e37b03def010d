"""What must hold for every picture. Each check returns what is wrong, empty when all is well."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from ilead_studio.drawing.ops import (
    Box,
    Curve,
    Drawing,
    Line,
    Placed,
    Point,
    Polyline,
    Rect,
    TextLine,
    placed_groups,
)
from ilead_studio.drawing.text import readable
from ilead_studio.rules.outline import Row

SLACK = 0.3
Segment = tuple[str, Point, Point]


def faults(drawing: Drawing, rows: tuple[Row, ...]) -> list[str]:
    """Return everything that is wrong with a picture of these rows."""
    return [
        *unlike_outline(drawing, rows),
        *lost_words(drawing, rows),
        *overlaps(drawing),
        *stray_text(drawing),
        *crossed(drawing),
        *outside(drawing),
    ]


def unlike_outline(drawing: Drawing, rows: tuple[Row, ...]) -> Iterator[str]:
    found = [(it.group.node_id, it.group.role) for it in placed_groups(drawing)]
    if found != [(row.id, row.role.value) for row in rows]:
        yield f"groups {found} are not the rows"


def words_of(drawing: Drawing) -> dict[str, str]:
    """Return the words of each item as its lines hold them, spaces left out."""
    return {
        it.group.node_id: "".join(
            op.text.replace(" ", "")
            for op in it.group.ops
            if isinstance(op, TextLine) and op.role == "ink"
        )
        for it in placed_groups(drawing)
    }


def lost_words(drawing: Drawing, rows: tuple[Row, ...]) -> Iterator[str]:
    words = words_of(drawing)
    for row in rows:
        if words[row.id] != readable(row.text).replace(" ", ""):
            yield f"{row.text!r} became {words[row.id]!r}"


def overlaps(drawing: Drawing) -> Iterator[str]:
    placed = list(placed_groups(drawing))
    for boxes in ([it.text_box for it in placed], [it.box for it in placed]):
        ordered = sorted(zip(boxes, placed, strict=True), key=lambda it: it[0])
        for at, (box, it) in enumerate(ordered):
            for other, that in ordered[at + 1 :]:
                if other.x > box.right:
                    break
                if box.meets(other, 0.01):
                    yield f"{it.group.node_id} {box} meets {that.group.node_id} {other}"


def ink(op: TextLine, placed: Placed) -> Box:
    """Return the area of a line of text on the drawing, from cap height to descender."""
    return Box(placed.x + op.x, placed.y + op.y - 0.66 * op.size, op.width, 0.86 * op.size)


def inside(inner: Box, outer: Box, slack: float = 0.1) -> bool:
    return (
        inner.x >= outer.x - slack
        and inner.y >= outer.y - slack
        and inner.right <= outer.right + slack
        and inner.bottom <= outer.bottom + slack
    )


def stray_text(drawing: Drawing) -> Iterator[str]:
    placed = list(placed_groups(drawing))
    for it in placed:
        if not inside(it.text_box, it.box):
            yield f"the words of {it.group.node_id} reach out of its box"
        for op in it.group.ops:
            if not isinstance(op, TextLine):
                continue
            home = {"ink": it.text_box, "paper": it.box, "on_bone": it.box}.get(op.role)
            if home and not inside(ink(op, it), home):
                yield f"{op.text!r} reaches out of {home}"
            if not home and any(
                ink(op, it).meets(other.box) for other in placed if other is not it
            ):
                yield f"heading or sign {op.text!r} meets a box"


def segments(drawing: Drawing) -> Iterator[Segment]:
    """Return every straight piece of every line on the drawing; curves are sampled.

    The paper-coloured ground on which a line crosses others is no line.
    """
    for it in placed_groups(drawing):
        for op in it.group.ops:
            if isinstance(op, Line | Curve) and op.pen and op.pen.role == "paper":
                continue
            for points in _polylines(op):
                moved = [(x + it.x, y + it.y) for x, y in points]
                for a, b in pairwise(moved):
                    yield it.group.node_id, a, b


def _polylines(op: object) -> Iterator[list[Point]]:
    if isinstance(op, Line):
        yield [op.start, op.end]
    elif isinstance(op, Polyline):
        yield [*op.points, op.points[0]] if op.closed else list(op.points)
    elif isinstance(op, Curve):
        points, start = [op.start], op.start
        for one, two, end in op.arcs:
            points += [_on_arc(start, one, two, end, step / 6) for step in range(1, 7)]
            start = end
        yield points


def _on_arc(a: Point, b: Point, c: Point, d: Point, t: float) -> Point:
    u = 1 - t
    shares = (u**3, 3 * u * u * t, 3 * u * t * t, t**3)
    x, y = (sum(s * p[k] for s, p in zip(shares, (a, b, c, d), strict=True)) for k in (0, 1))
    return x, y


def crosses(a: Point, b: Point, box: Box) -> bool:
    """Tell whether a straight piece enters a box by more than the slack."""
    low, high = 0.0, 1.0
    sides = ((box.x + SLACK, box.right - SLACK), (box.y + SLACK, box.bottom - SLACK))
    for axis, (least, most) in enumerate(sides):
        start, step = a[axis], b[axis] - a[axis]
        if least >= most:
            return False
        if abs(step) < 1e-9:
            if not least < start < most:
                return False
            continue
        ends = sorted(((least - start) / step, (most - start) / step))
        low, high = max(low, ends[0]), min(high, ends[1])
    return low < high - 1e-9


def framed(placed: Placed) -> bool:
    return any(isinstance(op, Rect) and op.pen and op.box.w > 20 for op in placed.group.ops)


def crossed(drawing: Drawing) -> Iterator[str]:
    homes = [
        (it.group.node_id, it.box if framed(it) else it.text_box) for it in placed_groups(drawing)
    ]
    return crossings(segments(drawing), homes)


def crossings(lines: Iterable[Segment], homes: list[tuple[str, Box]]) -> Iterator[str]:
    """Name each line that runs through the area of an item."""
    for owner, a, b in lines:
        left, right = min(a[0], b[0]), max(a[0], b[0])
        top, bottom = min(a[1], b[1]), max(a[1], b[1])
        for node_id, box in homes:
            if left > box.right or right < box.x or top > box.bottom or bottom < box.y:
                continue
            if crosses(a, b, box):
                yield f"a line of {owner} {a} {b} crosses {node_id} {box}"


def outside(drawing: Drawing) -> Iterator[str]:
    for it in placed_groups(drawing):
        boxes = [it.box, *(ink(op, it) for op in it.group.ops if isinstance(op, TextLine))]
        if not all(inside(box, drawing.bounds) for box in boxes):
            yield f"{it.group.node_id} reaches out of the picture"
    for owner, a, b in segments(drawing):
        for x, y in (a, b):
            if not inside(Box(x, y, 0.0, 0.0), drawing.bounds):
                yield f"a line of {owner} leaves the picture at {x}, {y}"
