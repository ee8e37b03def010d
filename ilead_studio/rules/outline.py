"""The one outline: a page as ordered rows.

The tree view, the arrow keys, the screen reader, the layouts, the PDF's bookmarks and its tagged
text all read these rows, so that all of them agree. Every item has one row, under its first parent;
what else it serves is named in the row.
"""

from collections.abc import Iterator
from enum import Enum
from typing import Final, NamedTuple

from ilead_studio.model import Driver, Fishbone, Idea, Link, Page, Theory, Workbook
from ilead_studio.rules.family import Below, Family, family_of
from ilead_studio.rules.kept import kept_by_identity
from ilead_studio.words import say


class Role(Enum):
    """What a row is in the method's words."""

    HEAD = "head"
    BONE = "bone"
    CAUSE = "cause"
    WHY = "why"
    AIM = "aim"
    DRIVER = "driver"
    IDEA = "idea"


class Row(NamedTuple):
    """One line of the outline (a named tuple: 2,000 of them are made in a third of the time).

    ``depth`` 0 is the head or the aim. ``position`` counts from 1 among the ``siblings`` that stand
    under the same parent. ``column`` is the longest way down from the head or the aim. ``also``
    names the further parents of a shared item, with ``weak`` those served weakly.
    """

    id: str
    ref: str
    text: str
    notes: str
    role: Role
    depth: int
    parent_id: str | None
    position: int
    siblings: int
    column: int
    also: tuple[str, ...] = ()
    weak: frozenset[str] = frozenset()


def outline(workbook: Workbook, page: Page) -> tuple[Row, ...]:
    """Return the rows of a page in reading order, the head or the aim first."""
    return _rows(page, workbook.ideas)


class _Shaped(NamedTuple):
    """The rows of a page, with what gave them their shape."""

    kin: Family
    links: tuple[Link, ...]
    rows: tuple[Row, ...]


_MOST_PAGES: Final = 16
_last: dict[str, _Shaped] = {}
"""The newest rows of each page: a step that only changes words keeps all other rows."""


@kept_by_identity
def _rows(page: Page, ideas: tuple[Idea, ...]) -> tuple[Row, ...]:
    kin = family_of(page, ideas)
    links = () if isinstance(page, Fishbone) else page.links
    before = _last.pop(page.id, None)
    if before and before.links == links and _same_shape(before.kin, kin):
        rows = (_root(page), *_reworded(before, kin))
    else:
        rows = _walked(page, kin)
    _last[page.id] = _Shaped(kin, links, rows)
    if len(_last) > _MOST_PAGES:
        del _last[next(iter(_last))]
    return rows


def _same_shape(one: Family, other: Family) -> bool:
    return (
        one.parents == other.parents
        and tuple(one.items) == tuple(other.items)
        and tuple(map(type, one.items.values())) == tuple(map(type, other.items.values()))
    )


def _reworded(before: _Shaped, kin: Family) -> Iterator[Row]:
    """Give the rows of a page of the same shape: new ones only where the record is another."""
    old, new = before.kin.items, kin.items
    for row in before.rows[1:]:
        item = new[row.id]
        if item is old[row.id]:
            yield row
        else:
            yield row._replace(ref=item.ref, text=item.text, notes=item.notes)


def _root(page: Page) -> Row:
    if isinstance(page, Fishbone):
        return Row(page.id, page.ref, page.head, page.notes, Role.HEAD, 0, None, 1, 1, 0)
    return Row(page.id, page.ref, page.aim, page.notes, Role.AIM, 0, None, 1, 1, 0)


def _walked(page: Page, kin: Family) -> tuple[Row, ...]:
    if isinstance(page, Fishbone):
        return (_root(page), *_below(kin, {}, {}))
    return (_root(page), *_below(kin, _columns(kin), _weak(page)))


def _below(kin: Family, columns: dict[str, int], weak: dict[str, frozenset[str]]) -> Iterator[Row]:
    """Walk down from the root; without ``columns`` the depth is the column."""
    nothing: frozenset[str] = frozenset()
    waiting = _places(kin, kin.root, 1)
    while waiting:
        here, depth, position, siblings = waiting.pop()
        item, parents = kin.items[here], kin.parents[here]
        yield Row(
            here, item.ref, item.text, item.notes, _role(item, depth), depth, parents[0],
            position, siblings, columns.get(here, depth), parents[1:], weak.get(here, nothing),
        )  # fmt: skip
        if here in kin.stands:
            waiting += _places(kin, here, depth + 1)


def _places(kin: Family, parent: str, depth: int) -> list[tuple[str, int, int, int]]:
    """Return what stands under a parent as (id, depth, position, siblings), the last one first."""
    stands = kin.stands.get(parent, ())
    siblings = len(stands)
    places = [(below, depth, at, siblings) for at, below in enumerate(stands, 1)]
    places.reverse()
    return places


def _role(item: Below, depth: int) -> Role:
    if isinstance(item, Idea):
        return Role.IDEA
    if isinstance(item, Driver):
        return Role.DRIVER
    return Role.BONE if depth == 1 else Role.CAUSE if depth == 2 else Role.WHY


def _weak(page: Theory) -> dict[str, frozenset[str]]:
    """Return for each source the targets that it serves weakly."""
    found: dict[str, set[str]] = {}
    for link in page.links:
        if link.strength == "weak":
            found.setdefault(link.source, set()).add(link.target)
    return {source: frozenset(targets) for source, targets in found.items()}


def columns(workbook: Workbook, page: Page) -> dict[str, int]:
    """Return how many links the longest way down from the root to each item has."""
    return _columns(family_of(page, workbook.ideas))


def _columns(kin: Family) -> dict[str, int]:
    """Return the longest way from the root to each item; an item waits for all its parents."""
    columns = {kin.root: 0}
    waits = {item_id: len(ups) for item_id, ups in kin.parents.items()}
    ready = [kin.root]
    while ready:
        here = ready.pop()
        for below in kin.children.get(here, ()):
            columns[below] = max(columns.get(below, 0), columns[here] + 1)
            waits[below] -= 1
            if not waits[below]:
                ready.append(below)
    return columns


def role_words(row: Row) -> str:
    """Say what a row is: "cause", "secondary driver"."""
    match row.role:
        case Role.HEAD:
            return say("problem to explain")
        case Role.BONE:
            return say("bone")
        case Role.CAUSE:
            return say("cause")
        case Role.WHY:
            return say("why")
        case Role.AIM:
            return say("aim")
        case Role.DRIVER:
            return _driver_words(row.column)
        case Role.IDEA:
            return say("change idea")


def _driver_words(column: int) -> str:
    match column:
        case 1:
            return say("primary driver")
        case 2:
            return say("secondary driver")
        case 3:
            return say("tertiary driver")
        case _:
            return say("driver of level {level}", level=column)


def spoken(row: Row, rows: tuple[Row, ...]) -> str:
    """Say what the picture shows of a row besides its words.

    Its role, its place, what it serves weakly (a dotted line), and what else it serves.
    """
    parts = [role_words(row)]
    if row.siblings > 1:
        parts.append(say("{position} of {siblings}", position=row.position, siblings=row.siblings))
    if row.parent_id in row.weak:
        parts.append(say("serves it weakly"))
    if row.also:
        parts.append(say("also serves {names}", names=_names(row, rows)))
    return ", ".join(parts)


def _names(row: Row, rows: tuple[Row, ...]) -> str:
    """Name the further parents of a row, each with how it is served."""
    by_id, named = _by_id(rows), []
    for up in row.also:
        above = by_id[up]
        words = say("“{text}”", text=above.text) if above.text else role_words(above)
        named.append(say("{name} (weakly)", name=words) if up in row.weak else words)
    return ", ".join(named)


@kept_by_identity
def _by_id(rows: tuple[Row, ...]) -> dict[str, Row]:
    return {row.id: row for row in rows}
