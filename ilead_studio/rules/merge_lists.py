"""Lists that both sides of a merge changed: their order, and values that hold several things."""

from collections.abc import Callable, Collection, Hashable, Sequence
from typing import Any, Final, TypeVar

T = TypeVar("T", bound=Hashable)
_NOTHING: Final = object()


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
    entry = _ENTRIES.get(field)
    if entry is None:
        return None
    sides = [_by_entry(entry, it) for it in (base, mine, theirs)]
    if any(it is None for it in sides):
        return None
    was, here, there = (it or {} for it in sides)
    found: list[object] = []
    for name in dict.fromkeys((*here, *there)):
        value = _three(*(it.get(name, _NOTHING) for it in (was, here, there)))
        if value is None:
            return None
        if value is not _NOTHING:
            found.append(value)
    return tuple(found)


def _by_entry(entry: Callable[[Any], object], value: object) -> dict[object, object] | None:
    """Return the entries by what each is known; None if two are known by the same."""
    entries = value if isinstance(value, tuple) else ()
    found = {entry(it): it for it in entries}
    return found if len(found) == len(entries) else None


def _three(base: object, mine: object, theirs: object) -> object | None:
    """Return which of two values counts; None if both were changed, and differ."""
    if theirs in (mine, base):
        return mine
    return theirs if mine == base else None


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
