"""A value that was read anew, made of the very records of the one before it where it can be.

What makes the next answer out of the last one goes by identity (``rules/kept``), and what comes
from bytes has none.
"""

from typing import Any, TypeVar, cast

from ilead_studio.model.record import Record

T = TypeVar("T")


def as_before(new: T, old: object) -> T:
    """Return what says the same as ``new``, with all those parts of ``old`` that say the same.

    Records are told apart by their ids, so some may have come, gone or moved.
    """
    if type(new) is not type(old):
        return new
    if new == old:
        return old
    if isinstance(new, Record):
        parts, was = vars(new), vars(old)
        now = {name: as_before(parts[name], was[name]) for name in parts}
        return new.model_copy(update=now)
    if isinstance(new, tuple) and isinstance(old, tuple):
        return cast("T", _each_as_before(new, old))
    return new


def _each_as_before(new: tuple[Any, ...], old: tuple[Any, ...]) -> tuple[Any, ...]:
    known = {getattr(it, "id", None): it for it in old}
    return tuple([as_before(it, known.get(getattr(it, "id", None))) for it in new])
