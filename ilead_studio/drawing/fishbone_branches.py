"""The rows of a fishbone, sorted into bones with their causes.

A bone whose rows and marks are as before is the very same ``Branch``, so what was measured of it
is found again by its identity.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, pairwise, repeat
from operator import itemgetter
from typing import Final, NamedTuple

from ilead_studio.drawing.marks import PLAIN, Marks, View
from ilead_studio.rules.kept import Newest
from ilead_studio.rules.outline import Row

_Line = tuple[str, str, int]
"""The id, the words and the depth of a row."""
_line: Final = itemgetter(*map(Row._fields.index, ("id", "text", "depth")))
_id: Final = itemgetter(Row._fields.index("id"))


class Entry(NamedTuple):
    """One label; ``depth`` 0 is a cause, the head or a bone. ``marks`` is None when plain."""

    id: str
    text: str
    depth: int
    marks: Marks | None


Entries = tuple[Entry, ...]
"""A cause and its whys in outline order."""


@dataclass(frozen=True, slots=True, eq=False)
class Branch:
    """A bone with the causes that hang on it; ``used`` are the kinds of marks on them all."""

    bone: Entry
    causes: tuple[Entries, ...]
    used: tuple[Marks, ...]


class Shown(NamedTuple):
    """What is not folded away: the head and the bones, and the kinds of marks on them all."""

    head: Entry
    found: tuple[Branch, ...]
    used: tuple[Marks, ...]
    items: int


def shown(rows: Sequence[Row], view: View) -> Shown:
    """Sort the rows of a fishbone, which are in outline order.

    Rows below a folded item are left out; it is marked with how many they are.
    """
    marks = view.marks
    if view.folded:
        rows, marks = folded(rows, view)
    first, *given = map(marks.get, map(_id, rows))
    starts = [at for at, row in enumerate(rows) if row.depth == 1]
    bounds = pairwise((*starts, len(rows)))
    found = tuple(_kept(tuple(rows[a:b]), tuple(given[a - 1 : b - 1])) for a, b in bounds)
    head = Entry(rows[0].id, rows[0].text, 0, first)
    used = chain(_kinds(head.marks or PLAIN), *(it.used for it in found))
    return Shown(head, found, tuple(dict.fromkeys(used)), len(rows))


class _Bone(NamedTuple):
    """The rows of a bone with their marks, and the branch that was made of them."""

    rows: tuple[Row, ...]
    marks: tuple[Marks | None, ...]
    branch: Branch


_newest: Final = Newest[_Bone]()


def _kept(rows: tuple[Row, ...], marks: tuple[Marks | None, ...]) -> Branch:
    """Return the branch of a bone; most are those of the last picture."""
    last = _newest.about(rows[0].id)
    if last and last.rows == rows and last.marks == marks:
        return last.branch
    branch = _branch(tuple(map(_line, rows)), marks if any(marks) else ())
    return _newest.keep(rows[0].id, _Bone(rows, marks, branch)).branch


def folded(rows: Sequence[Row], view: View) -> tuple[list[Row], Mapping[str, Marks]]:
    """Return the rows that are not folded away, and their marks; heads count what is below."""
    left: list[Row] = []
    marks = dict(view.marks)
    at = 0
    while at < len(rows):
        row = rows[at]
        left.append(row)
        hidden = _below(rows, at) if row.id in view.folded else 0
        if hidden:
            marks[row.id] = marks.get(row.id, PLAIN)._replace(folded=hidden)
        at += 1 + hidden
    return left, marks


def _below(rows: Sequence[Row], at: int) -> int:
    """Count the rows that stand under a row."""
    end = at + 1
    while end < len(rows) and rows[end].depth > rows[at].depth:
        end += 1
    return end - at - 1


@lru_cache(64)
def _branch(lines: tuple[_Line, ...], marks: tuple[Marks | None, ...]) -> Branch:
    """Sort the lines of one bone into causes, each with the whys below it."""
    causes: list[list[Entry]] = []
    (name, text, _), *rest = lines
    first, *others = marks or (None,)
    for (item, words, depth), mark in zip(rest, others or repeat(None), strict=False):
        if depth == 2:
            causes.append([])
        causes[-1].append(Entry(item, words, depth - 2, mark))
    used = dict.fromkeys(kind for mark in marks if mark for kind in _kinds(mark))
    return Branch(Entry(name, text, 0, first), tuple(map(tuple, causes)), tuple(used))


@lru_cache(4096)
def _kinds(marks: Marks) -> tuple[Marks, ...]:
    """Return marks of one kind each, as far as a legend tells them apart.

    There are few of them on a page where hardly two items are marked alike.
    """
    each = (
        Marks(evidence=marks.evidence),
        Marks(idea_state="" if marks.evidence else marks.idea_state),
        Marks(root=marks.root),
        Marks(votes=0 if marks.tally else min(marks.votes, 1)),
        Marks(tally=marks.tally),
        *(Marks(parties=(it,)) for it in marks.parties),
        Marks(lenses=marks.lenses[:1]),
        *(Marks(cycles=(it,)) for it in marks.cycles),
        Marks(measures=min(marks.measures, 1)),
        Marks(answers=min(marks.answers, 1)),
        Marks(alias=marks.alias),
        Marks(folded=min(marks.folded, 1)),
        Marks(has_note=marks.has_note),
    )
    return tuple(it for it in each if it != PLAIN)
