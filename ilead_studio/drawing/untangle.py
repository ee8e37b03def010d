"""A proposal to untangle a driver diagram: another order of siblings under which fewer links cross.

A command, never part of layout: the team never sees boxes jump by themselves.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Final, NamedTuple

from ilead_studio.drawing.driver_columns import tree_of
from ilead_studio.drawing.driver_plan import arranged
from ilead_studio.model import TheoryPlan
from ilead_studio.rules.outline import Role, Row

_SAVES: Final = 2
"""Crossings that a swap must save to be worth the change."""
_MOST_TRIES: Final = 200
_ROUNDS: Final = 4


class Move(NamedTuple):
    """An item that is to stand before one of its siblings."""

    item_id: str
    before: str


def untangle(rows: tuple[Row, ...], plan: TheoryPlan) -> tuple[Move, ...]:
    """Return neighbours to swap, one after the other, so that fewer links cross.

    Neighbours that pull past each other (by the mean height of what their branches are linked to)
    are tried, and a swap is kept if it saves at least two crossings of the drawn lines.
    """
    moves: list[Move] = []
    now, tries = crossings(rows, plan), 0
    for _ in range(_ROUNDS):
        before = len(moves)
        for upper, lower in _pulling(rows):
            tries += 1
            swapped = _swapped(rows, upper, lower)
            if now < _SAVES or tries > _MOST_TRIES or swapped is None:
                continue
            then = crossings(swapped, plan)
            if now - then >= _SAVES:
                rows, now = swapped, then
                moves.append(Move(lower, upper))
        if len(moves) == before:
            break
    return tuple(moves)


def crossings(rows: tuple[Row, ...], plan: TheoryPlan) -> int:
    """Count where further links cross other links as they are drawn."""
    whole = arranged(tree_of(rows), plan)
    tree, ports, x = whole.stack.tree, whole.stack.heights.ports, whole.frame
    upright, level = set[_Piece](), set[_Piece]()
    for path in whole.paths:
        for a, b in zip(path.points, path.points[1:], strict=False):
            if a[0] == b[0]:
                upright.add(_Piece(a[0], min(a[1], b[1]), max(a[1], b[1]), path.parent))
            else:
                level.add(_Piece(a[1], min(a[0], b[0]), max(a[0], b[0]), path.parent))
    for node, kids in enumerate(tree.kids):
        if kids:
            column = tree.columns[node]
            trunk = x.trunks[column]
            level.add(_Piece(ports[node], x.lefts[column] + x.widths[column], trunk, node))
            upright.add(_Piece(trunk, ports[kids[0]], ports[kids[-1]], node))
    return _met(upright, level)


class _Piece(NamedTuple):
    """A straight piece of a line: where it lies, from where to where, and its net."""

    at: float
    low: float
    high: float
    net: int


def _met(upright: set[_Piece], level: set[_Piece]) -> int:
    """Count where upright and level pieces of different nets cross."""
    ordered = sorted(level)
    heights = [it.at for it in ordered]
    return sum(
        other.net != it.net and other.low < it.at < other.high
        for it in upright
        for other in ordered[bisect_right(heights, it.low) : bisect_left(heights, it.high)]
    )


def _pulling(rows: Sequence[Row]) -> list[tuple[str, str]]:
    """Return neighbouring siblings of one kind that pull past each other, the strongest first."""
    pulls = _pulls(rows)
    last: dict[tuple[str | None, Role], Row] = {}
    found: list[tuple[float, str, str]] = []
    for row in rows[1:]:
        key = row.parent_id, row.role
        above = last.get(key)
        if above and pulls[above.id] > pulls[row.id]:
            found.append((pulls[row.id] - pulls[above.id], above.id, row.id))
        last[key] = row
    return [(upper, lower) for _, upper, lower in sorted(found)]


def _pulls(rows: Sequence[Row]) -> dict[str, float]:
    """Return the mean place in the outline of all that a branch is linked to, or its own."""
    place = {row.id: float(at) for at, row in enumerate(rows)}
    pulled: dict[str, list[float]] = {row.id: [] for row in rows}
    for row in rows:
        for up in row.also:
            pulled[row.id].append(place[up])
            pulled[up].append(place[row.id])
    for row in reversed(rows):
        if row.parent_id:
            pulled[row.parent_id] += pulled[row.id]
    return {it: sum(all_) / len(all_) if all_ else place[it] for it, all_ in pulled.items()}


def _swapped(rows: tuple[Row, ...], upper: str, lower: str) -> tuple[Row, ...] | None:
    """Return the rows with two neighbouring branches swapped; None if others stand between."""
    index = {row.id: at for at, row in enumerate(rows)}
    first, second = index[upper], index[lower]
    end = _end(rows, second)
    if _end(rows, first) != second:
        return None
    return (*rows[:first], *rows[second:end], *rows[first:second], *rows[end:])


def _end(rows: Sequence[Row], start: int) -> int:
    """Return where the branch that starts at a row ends."""
    depth = rows[start].depth
    after = (at for at in range(start + 1, len(rows)) if rows[at].depth <= depth)
    return next(after, len(rows))
