"""What must hold for every fishbone, however it is marked, folded or mirrored."""

from collections.abc import Iterator
from itertools import pairwise

from drawing_checks import crossings, ink, inside

from ilead_studio.drawing.marks import View
from ilead_studio.drawing.ops import (
    Box,
    Curve,
    Drawing,
    Group,
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

AROUND = (2.0, 1.0)
"""How far the area of a cause reaches beyond its words and signs."""


def visible(rows: tuple[Row, ...], view: View) -> list[Row]:
    """Return the rows that no folded branch hides."""
    found, hidden_below = [], 1_000
    for row in rows:
        if row.depth > hidden_below:
            continue
        hidden_below = row.depth if row.id in view.folded else 1_000
        found.append(row)
    return found


def fishbone_faults(drawing: Drawing, rows: tuple[Row, ...], view: View) -> list[str]:
    """Return everything that is wrong with the picture of a fishbone."""
    placed, shown = list(placed_groups(drawing)), visible(rows, view)
    found = [(it.group.node_id, it.group.role) for it in placed]
    if found != [(row.id, row.role.value) for row in shown]:
        return [f"groups {found} are not the rows {[row.id for row in shown]}"]
    return [
        *_lost(placed, shown),
        *_overlapping(placed),
        *_stray(placed),
        *_crossed(placed),
        *_legend_in_the_way(placed),
        *_outside(placed, drawing.bounds),
    ]


def own_words(group: Group) -> list[TextLine]:
    """Return the lines of an item's words, not those of its signs, its number or the legend."""
    lines = [op for op in group.ops if isinstance(op, TextLine) and op.role in ("ink", "quiet")]
    return [line for line in lines if line.x == group.text_box.x and line.size >= 10.0]


def _lost(placed: list[Placed], rows: list[Row]) -> Iterator[str]:
    for it, row in zip(placed, rows, strict=True):
        words = "".join(line.text.replace(" ", "") for line in own_words(it.group))
        if words != readable(row.text).replace(" ", ""):
            yield f"{row.text!r} became {words!r}"


def _overlapping(placed: list[Placed]) -> Iterator[str]:
    ordered = sorted(((it.box, it.group.node_id) for it in placed), key=lambda it: it[0])
    for at, (box, name) in enumerate(ordered):
        for other, that in ordered[at + 1 :]:
            if other.x > box.right:
                break
            if box.meets(other, 0.01):
                yield f"{name} {box} meets {that} {other}"


def _stray(placed: list[Placed]) -> Iterator[str]:
    for it in placed:
        if not inside(it.text_box, it.box):
            yield f"the words of {it.group.node_id} reach out of its box"
        for line in own_words(it.group):
            if not inside(ink(line, it), it.text_box):
                yield f"{line.text!r} reaches out of {it.text_box}"
        signs = it.group.ops if it.group.role != "head" else ()  # there the legend is too
        for op in signs:
            if isinstance(op, Rect) and not inside(op.box.moved(it.x, it.y), it.box, 2.0):
                yield f"a sign of {it.group.node_id} reaches out of its box"


def connectors(group: Group) -> list[Line | Polyline | Curve]:
    """Return the lines that join items: spine and fins, ribs, twig, bracket with its tick."""
    if group.role == "head":
        found = group.ops[:3]
    elif group.role == "bone":
        found = tuple(
            op for op in group.ops if isinstance(op, Curve) and op.pen and op.pen.width == 1.9
        )
    elif group.role == "cause":
        found = group.ops[:1]
    else:
        found = tuple(op for op in group.ops[:2] if isinstance(op, Polyline | Line) and _joins(op))
    return [op for op in found if isinstance(op, Line | Polyline | Curve)]


def _joins(op: Polyline | Line) -> bool:
    """Tell a bracket or the tick of a root cause from the lines of signs."""
    return op.pen is not None and (isinstance(op, Polyline) or op.pen.width == 2.2)


def _points(op: Line | Polyline | Curve) -> list[Point]:
    if isinstance(op, Line):
        return [op.start, op.end]
    if isinstance(op, Polyline):
        return list(op.points)
    points = [op.start]
    for one, two, end in op.arcs:
        a = points[-1]
        for step in range(1, 7):
            t = step / 6
            shares = ((1 - t) ** 3, 3 * (1 - t) ** 2 * t, 3 * (1 - t) * t * t, t**3)
            at = (
                sum(s * p[k] for s, p in zip(shares, (a, one, two, end), strict=True))
                for k in (0, 1)
            )
            points.append((next(at), next(at)))
    return points


def _segments(placed: list[Placed]) -> Iterator[tuple[str, Point, Point]]:
    for it in placed:
        for op in connectors(it.group):
            moved = [(x + it.x, y + it.y) for x, y in _points(op)]
            for a, b in pairwise(moved):
                yield it.group.node_id, a, b


def _ground(it: Placed) -> Box:
    """Return the area that no line may enter: a framed box, or words with their signs."""
    if it.group.role in ("head", "bone"):
        return it.box
    across, down = AROUND
    box = it.box
    return Box(box.x + across, box.y + down, box.w - 2 * across, box.h - 2 * down)


def _crossed(placed: list[Placed]) -> Iterator[str]:
    return crossings(_segments(placed), [(it.group.node_id, _ground(it)) for it in placed])


def legend(drawing: Drawing) -> list[TextLine]:
    """Return the words of the legend: those of the head's group that stand outside its box."""
    head = drawing.groups[0]
    lines = (op for op in head.ops if isinstance(op, TextLine))
    return [line for line in lines if not head.box.y <= line.y <= head.box.bottom]


def _legend_in_the_way(placed: list[Placed]) -> Iterator[str]:
    drawing = Drawing(placed[0].box, (placed[0].group,))
    homes = [("the legend", ink(line, placed[0])) for line in legend(drawing)]
    for _, home in homes:
        for it in placed:
            if home.meets(it.box):
                yield f"the legend {home} meets {it.group.node_id}"
    yield from crossings(_segments(placed), homes)


def _outside(placed: list[Placed], bounds: Box) -> Iterator[str]:
    for it in placed:
        texts = [ink(op, it) for op in it.group.ops if isinstance(op, TextLine)]
        if not all(inside(box, bounds) for box in (it.box, *texts)):
            yield f"{it.group.node_id} reaches out of the picture"
    for owner, a, b in _segments(placed):
        if not all(inside(Box(x, y, 0.0, 0.0), bounds) for x, y in (a, b)):
            yield f"a line of {owner} leaves the picture at {a}, {b}"
