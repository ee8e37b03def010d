"""The one outline: a page as ordered rows.

The tree view, the arrow keys, the screen reader, the layouts, the PDF's bookmarks and its tagged
text all read these rows, so that all of them agree. Every item has one row, under its first parent;
what else it serves is named in the row.
"""

from collections.abc import Collection, Iterator, Mapping
from enum import Enum
from itertools import compress, count
from operator import attrgetter, is_not, itemgetter
from typing import Final, NamedTuple

from ilead_studio.model import Driver, Fishbone, Idea, Link, Page, Workbook
from ilead_studio.rules.family import Below, Family, family_of
from ilead_studio.rules.kept import Newest, kept_by_identity
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


class _Read(NamedTuple):
    """The rows of a page, and what they were read from."""

    kin: Family
    columns: dict[str, int]
    weak: dict[str, frozenset[str]]
    rows: tuple[Row, ...]


_newest: Final = Newest[_Read]()
_NOTHING: Final[frozenset[str]] = frozenset()
_strength: Final = attrgetter("strength")
_id: Final = itemgetter(Row._fields.index("id"))


@kept_by_identity
def _rows(page: Page, ideas: tuple[Idea, ...]) -> tuple[Row, ...]:
    kin = family_of(page, ideas)
    columns, weak = ({}, {}) if isinstance(page, Fishbone) else (_columns(kin), _weak(page.links))
    last, root = _newest.about(page.id), _root(page)
    known = last.rows[0] if last else root
    read = _Read(kin, columns, weak, (known if known == root else root,))
    rows = tuple(_walked(read, last or read))
    return _newest.keep(page.id, read._replace(rows=rows)).rows


def _root(page: Page) -> Row:
    if isinstance(page, Fishbone):
        return Row(page.id, page.ref, page.head, page.notes, Role.HEAD, 0, None, 1, 1, 0)
    return Row(page.id, page.ref, page.aim, page.notes, Role.AIM, 0, None, 1, 1, 0)


def _walked(read: _Read, last: _Read) -> Iterator[Row]:
    """Walk down from the root; a branch in which nothing changed keeps its last rows.

    That is so on every page for all but a few rows, and at the first reading for none.
    """
    rows = last.rows if last is not read else ()
    numbers = dict(zip(map(_id, rows), count()))
    stirred = _stirred(read, last)
    yield read.rows[0]
    waiting = _places(read.kin, read.kin.root, 1)
    while waiting:
        here, depth, position, siblings = waiting.pop()
        at = -1 if here in stirred else numbers.get(here, -1)
        if at >= 0 and last.rows[at].depth == depth:
            first = last.rows[at]
            if (first.position, first.siblings) != (position, siblings):
                first = first._replace(position=position, siblings=siblings)
            yield first
            yield from last.rows[at + 1 : _end(last, numbers, at)]
        else:
            made = _row(read, here, depth, position, siblings)
            known = last.rows[numbers[here]] if here in numbers else None
            yield known if known == made else made
            waiting += _places(read.kin, here, depth + 1)


def _end(last: _Read, numbers: Mapping[str, int], start: int) -> int:
    """Return where the branch ends that begins at a row: where the next one begins."""
    row = last.rows[start]
    while row.parent_id is not None:
        if row.position < row.siblings:
            return numbers[last.kin.stands[row.parent_id][row.position]]
        row = last.rows[numbers[row.parent_id]]
    return len(last.rows)


def _stirred(read: _Read, last: _Read) -> set[str]:
    """Return the items of which a row says something else than in the last rows, and all above."""
    found = _differing(last.kin.items, read.kin.items)
    found |= _differing(last.kin.parents, read.kin.parents)
    found |= _differing(last.kin.stands, read.kin.stands)
    found |= _differing(last.columns, read.columns)
    found |= _differing(last.weak, read.weak)
    stirred: set[str] = set()
    for item_id in found:
        here = item_id
        while here not in stirred and here in read.kin.parents:
            stirred.add(here)
            here = read.kin.parents[here][0]
    return stirred


def _differing(old: Mapping[str, object], new: Mapping[str, object]) -> set[str]:
    if old is new:
        return set()
    other = list(compress(new, map(is_not, map(old.get, new), new.values())))
    found = {it for it in other if old.get(it) != new[it]}
    came = sum(it not in old for it in other)
    return found if len(old) + came == len(new) else found | (old.keys() - new.keys())


def _row(read: _Read, here: str, depth: int, position: int, siblings: int) -> Row:
    """Return one row; without ``columns`` the depth is the column."""
    item, parents = read.kin.items[here], read.kin.parents[here]
    return Row(
        here, item.ref, item.text, item.notes, _role(item, depth), depth, parents[0],
        position, siblings, read.columns.get(here, depth), parents[1:],
        read.weak.get(here, _NOTHING),
    )  # fmt: skip


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


@kept_by_identity
def _weak(links: tuple[Link, ...]) -> dict[str, frozenset[str]]:
    """Return for each source the targets that it serves weakly."""
    found: dict[str, set[str]] = {}
    if "weak" not in map(_strength, links):
        return {}
    for link in links:
        if link.strength == "weak":
            found.setdefault(link.source, set()).add(link.target)
    return {source: frozenset(targets) for source, targets in found.items()}


def columns(workbook: Workbook, page: Page) -> dict[str, int]:
    """Return how many links the longest way down from the root to each item has."""
    return _columns(family_of(page, workbook.ideas))


def column_of(workbook: Workbook, page: Page, item_id: str) -> int:
    """Return how many links the longest way from the root to one item has."""
    parents, far = family_of(page, workbook.ideas).parents, 0
    here = parents.get(item_id, ())
    while here:
        far += 1
        here = tuple({up for it in here for up in parents.get(it, ())})
    return far


class _Depths(NamedTuple):
    """How deep items are, and the family of which that holds."""

    kin: Family
    columns: dict[str, int]


_deep: Final = Newest[_Depths]()


def _columns(kin: Family) -> dict[str, int]:
    """Return the longest way from the root to each item; leaves that came or went are no work."""
    last = _deep.about(kin.root)
    if last and last.kin.parents is kin.parents:
        return last.columns
    moved = _differing(last.kin.parents, kin.parents) if last else set()
    if last and not any(it in last.kin.children or it in kin.children for it in moved):
        columns = dict(last.columns)
        for it in moved:
            columns.pop(it, None)
        for it in moved & kin.parents.keys():
            columns[it] = 1 + max(columns[up] for up in kin.parents[it])
    else:
        columns = _all_columns(kin)
    return _deep.keep(kin.root, _Depths(kin, columns)).columns


def _all_columns(kin: Family) -> dict[str, int]:
    """Walk from the root to all items; an item waits for all its parents."""
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


def left_beside(rows: tuple[Row, ...], lost: Collection[str]) -> str:
    """Return the item beside which rows go: the sibling before the first, else what is above.

    So what is typed next stands at the same level, as long as there was something before it.
    """
    first = next((at for at, row in enumerate(rows) if row.id in lost), 0)
    return next((it.id for it in rows[:first][::-1] if it.depth <= rows[first].depth), rows[0].id)


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


def named(row: Row) -> str:
    """Say what a row is called: its words, or what it is as long as it has none."""
    return row.text or role_words(row)


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
