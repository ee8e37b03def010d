"""Lists that both sides of a merge changed: their order, and values that hold several things."""

from collections.abc import Callable, Collection, Hashable, Sequence
from typing import Any, Final, NamedTuple, TypeVar

T = TypeVar("T", bound=Hashable)
_CLASH: Final = object()


def _itself(entry: object) -> object:
    return entry


_ENTRIES: Final[dict[str, Callable[[Any], object]]] = {
    **dict.fromkeys(
        ("parties", "answers", "traces", "part_of", "depends_on", "lenses", "confirmed", "values",
         "subgroups", "dismissed", "amendments"), _itself,
    ),
    "cites": lambda it: it.evidence_id,
    "gains": lambda it: it.party_id,
    "measures": lambda it: it.measure_id or it.name,
    "consequences": lambda it: it.text,
    "readings": lambda it: (it.day, it.subgroup),
    "attendance": lambda it: (it.role_id, it.party_id, it.name),
}  # fmt: skip
"""The fields that hold several things, and by what each is known."""


def together(field: str, base: object, mine: object, theirs: object) -> object | None:
    """Return a value with what both sides put into it and took out of it; None if they clash."""
    found = united(field, base, mine, theirs)
    return found.mine if found and not found.clashes else None


class United(NamedTuple):
    """A list with what both sides did to it: as mine has it where they clash, and as theirs.

    Of each entry that clashes, ``clashes`` has what it was, and what either side has; None where
    it is not there.
    """

    mine: tuple[object, ...]
    theirs: tuple[object, ...]
    clashes: tuple[tuple[object, object, object], ...]


def united(field: str, base: object, mine: object, theirs: object) -> United | None:
    """Put together what both sides did to a list, entry by entry; None if it has none."""
    entry = _ENTRIES.get(field)
    sides = [entry and _by_entry(entry, it) for it in (base, mine, theirs)]
    if any(it is None for it in sides):
        return None
    was, here, there = (it or {} for it in sides)
    pairs, clashes = list[tuple[object, object]](), list[tuple[object, object, object]]()
    for name in dict.fromkeys((*here, *there)):
        one = was.get(name), here.get(name), there.get(name)
        value = _three(*one)
        if value is _CLASH:
            clashes.append(one)
        pairs.append(one[1:] if value is _CLASH else (value, value))
    kept = ([it for it in side if it is not None] for side in zip(*pairs, strict=True))
    own, their = map(tuple, kept) if pairs else ((), ())
    return United(own, their, tuple(clashes))


def _by_entry(entry: Callable[[Any], object], value: object) -> dict[object, object] | None:
    """Return the entries by what each is known; None if two are known by the same."""
    entries = value if isinstance(value, tuple) else ()
    found = {entry(it): it for it in entries}
    return found if len(found) == len(entries) else None


def _three(base: object, mine: object, theirs: object) -> object:
    """Return which of two values counts; ``_CLASH`` if both were changed, and differ."""
    if theirs in (mine, base):
        return mine
    return theirs if mine == base else _CLASH


def in_both(one: Sequence[T], other: Sequence[T]) -> list[T]:
    """Return the entries of one list that the other has too."""
    known = {*other}
    return [it for it in one if it in known]


def ordered(members: Collection[T], first: Sequence[T], *others: Sequence[T]) -> list[T]:
    """Bring members into the order of the first list.

    What only others know comes after what it comes after there, and after what was put at that
    place before.
    """
    there = {*members}
    found = [it for it in first if it in there]
    for other in others:
        found = _with(found, [it for it in other if it in there])
    return found


def _with(found: list[T], other: list[T]) -> list[T]:
    """Put what only another list has into a list."""
    known, placed = {*other}, {*found}
    after: dict[T | None, list[T]] = {}
    last: T | None = None
    for it in other:
        if it in placed:
            last = it
        else:
            after.setdefault(last, []).append(it)
    if not after:
        return found
    made, waiting = list[T](), after.get(None, [])
    for it in found:
        if it in known:
            made += waiting
            waiting = after.get(it, [])
        made.append(it)
    return [*made, *waiting]
