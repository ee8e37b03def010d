"""The one outline: a page as ordered rows.

The tree view, the arrow keys, the screen reader, the layouts, the PDF's bookmarks and its tagged
text all read these rows, so that all of them agree. Every item has one row, under its first parent;
what else it serves is named in the row.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from ilead_studio.model import Cause, Fishbone, Idea, Page, Workbook
from ilead_studio.rules.family import Family, family_of
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


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the outline.

    ``depth`` 0 is the head or the aim. ``position`` counts from 1 among the ``siblings`` that stand
    under the same parent. ``column`` is the longest way down from the aim (drivers only). ``also``
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


@kept_by_identity(64)
def _rows(page: Page, ideas: tuple[Idea, ...]) -> tuple[Row, ...]:
    kin = family_of(page, ideas)
    text, role = (page.head, Role.HEAD) if isinstance(page, Fishbone) else (page.aim, Role.AIM)
    root = Row(page.id, page.ref, text, page.notes, role, 0, None, 1, 1, 0)
    return (root, *_below(kin, _columns(kin), _weak(page)))


def _below(kin: Family, columns: dict[str, int], weak: dict[str, frozenset[str]]) -> Iterator[Row]:
    """Walk down from the root; each waiting entry is (id, depth, position, siblings)."""
    waiting = [(kin.root, 0, 1, 1)]
    while waiting:
        here, depth, position, siblings = waiting.pop()
        if here != kin.root:
            item, (parent, *also) = kin.items[here], kin.parents[here]
            yield Row(
                here, item.ref, item.text, item.notes, _role(item, depth), depth, parent,
                position, siblings, columns[here], tuple(also), weak.get(here, frozenset()),
            )  # fmt: skip
        stands = kin.stands.get(here, ())
        places = reversed(tuple(enumerate(stands, 1)))
        waiting.extend((below, depth + 1, at, len(stands)) for at, below in places)


def _role(item: object, depth: int) -> Role:
    if isinstance(item, Cause):
        return {1: Role.BONE, 2: Role.CAUSE}.get(depth, Role.WHY)
    return Role.IDEA if isinstance(item, Idea) else Role.DRIVER


def _weak(page: Page) -> dict[str, frozenset[str]]:
    """Return for each source the targets that it serves weakly."""
    if isinstance(page, Fishbone):
        return {}
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
    if row.role is Role.DRIVER:
        named = {1: say("primary driver"), 2: say("secondary driver"), 3: say("tertiary driver")}
        return named.get(row.column) or say("driver of level {level}", level=row.column)
    return {
        Role.HEAD: say("problem to explain"),
        Role.BONE: say("bone"),
        Role.CAUSE: say("cause"),
        Role.WHY: say("why"),
        Role.AIM: say("aim"),
        Role.IDEA: say("change idea"),
    }[row.role]


def spoken(row: Row, rows: tuple[Row, ...]) -> str:
    """Say a whole row for somebody who cannot see it: role, place, and what else it serves."""
    parts = [role_words(row)]
    if row.siblings > 1:
        parts.append(say("{position} of {siblings}", position=row.position, siblings=row.siblings))
    if row.also:
        named = {other.id: other.text for other in rows}
        also = ", ".join(f"“{named[up]}”" for up in row.also)
        parts.append(say("also serves {names}", names=also))
    return ", ".join(parts)
