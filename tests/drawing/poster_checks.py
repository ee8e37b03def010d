"""What must hold for every poster. Each check returns what is wrong, empty when all is well."""

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from ilead_studio.drawing.extent import ink_of
from ilead_studio.drawing.ops import Box, Group, TextLine, placed_groups
from ilead_studio.drawing.poster import BLEED, GLUE, Poster
from ilead_studio.drawing.poster_obstacles import obstacles

SLACK = 0.01


def faults(poster: Poster) -> list[str]:
    """Return everything that is wrong with a poster."""
    return [
        *beyond_paper(poster),
        *gaps(poster),
        *cut_words(poster),
        *cut_boxes(poster),
        *lost(poster),
        *unlike_drawing(poster),
    ]


def lines(poster: Poster) -> Iterator[tuple[str, Box]]:
    """Give each line of text with the box of its letters on the glued poster, in points."""
    corner, scale = poster.drawing.bounds, poster.scale
    for placed in placed_groups(poster.drawing):
        for op in placed.group.ops:
            if isinstance(op, TextLine) and op.text.strip():
                x, y = placed.x + op.x - corner.x, placed.y + op.y - corner.y
                top, high = y - 0.72 * op.size, 0.93 * op.size
                yield op.text, Box(x * scale, top * scale, op.width * scale, high * scale)


def beyond_paper(poster: Poster) -> Iterator[str]:
    """Everything that a sheet prints lies on its paper, 40 points from the edge."""
    paper = poster.grid.paper
    for tile in poster.tiles:
        window = poster.window(tile).moved(*poster.place(tile))
        if min(window.x, window.y) < 40 or window.right > paper.width - 40:
            yield f"{tile.name} reaches over the side"
        if window.bottom > paper.height - 40:
            yield f"{tile.name} reaches over the foot"


def gaps(poster: Poster) -> Iterator[str]:
    """No two cells overlap, and each sheet repeats a strip of its neighbours."""
    wide, high = poster.size
    cells = [tile.cell for tile in poster.tiles]
    for column in range(poster.grid.across):
        its = [tile.cell for tile in poster.tiles if tile.column == column]
        if any(abs(it.bottom - below.y) > SLACK for it, below in pairwise(its)):
            yield f"column {column} has gaps"
    for at, cell in enumerate(cells):
        if min(cell.w, cell.h) <= 0 or cell.right > wide + 1 or cell.bottom > high + 1:
            yield f"cell {cell} is not in the picture"
        if any(cell.meets(other, SLACK) for other in cells[:at]):
            yield f"cell {cell} lies over another"
    for tile in poster.tiles:
        window, cell = poster.window(tile), tile.cell
        if abs(cell.x - window.x - GLUE * bool(tile.column)) > SLACK:
            yield f"{tile.name} repeats too much or too little at its left"
        if abs(cell.y - window.y - GLUE * bool(tile.row)) > SLACK:
            yield f"{tile.name} repeats too much or too little above"
        if not -SLACK <= window.right - cell.right <= BLEED + SLACK:
            yield f"{tile.name} bleeds too far"


def cut_words(poster: Poster) -> Iterator[str]:
    """Every line of text lies whole in the cell of one sheet."""
    for text, box in lines(poster):
        holders = [tile for tile in poster.tiles if _holds(tile.cell, box)]
        if len(holders) != 1:
            yield f"{text!r} is whole on {[it.name for it in holders]}"


def cut_boxes(poster: Poster) -> Iterator[str]:
    """Every box that is no larger than a sheet lies whole in the cell of one, with its signs."""
    for it in obstacles(poster.drawing).solids:
        box = Box(*(side * poster.scale for side in it.seen))
        fits = box.w <= poster.grid.steps[0] and box.h <= poster.grid.steps[1]
        if fits and not any(_holds(tile.cell, box) for tile in poster.tiles):
            yield f"{box} is cut"


def _holds(cell: Box, box: Box) -> bool:
    return (
        cell.x <= box.x + SLACK
        and box.right <= cell.right + SLACK
        and cell.y <= box.y + SLACK
        and box.bottom <= cell.bottom + SLACK
    )


def lost(poster: Poster) -> Iterator[str]:
    """Every line of text is printed once, and every other operation on some sheet."""
    wanted = _printed(placed_groups(poster.drawing))
    found: Counter[object] = Counter()
    for tile in poster.tiles:
        found.update(_printed(placed_groups(poster.part(tile))))
    for what, times in wanted.items():
        if isinstance(what[2], TextLine) and found[what] != times:
            yield f"{what[2].text!r} is printed {found[what]} times"
        if not found[what]:
            yield f"{what} is printed nowhere"
    if found.keys() - wanted.keys():
        yield "something is printed that is not on the drawing"


def _printed(groups: Iterator[object]) -> Counter[object]:
    return Counter(
        (it.group.node_id, (it.x, it.y), op)
        for it in groups
        for op in it.group.ops
        if not isinstance(op, Group) and not (isinstance(op, TextLine) and not op.text.strip())
    )


def unlike_drawing(poster: Poster) -> Iterator[str]:
    """What a sheet shows lies where it lies on the drawing, at the scale of the poster."""
    for tile in poster.tiles:
        part = poster.part(tile)
        window, scale = poster.window(tile), poster.scale
        for placed in placed_groups(part):
            ink = ink_of(placed.group).moved(placed.x - part.bounds.x, placed.y - part.bounds.y)
            shown = Box(*(side * scale for side in ink))
            if placed.group.ops and not (shown.meets(window) or min(shown.w, shown.h) < 1):
                yield f"{placed.group.node_id} is not near {tile.name}"
