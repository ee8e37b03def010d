"""Answers about the values of a list, made once for each value as long as it stays in the list."""

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

T = TypeVar("T")
Answer = TypeVar("Answer")


class Remembered(Generic[T, Answer]):
    """Remembers what a function said of the values it was last asked about, told by identity.

    An entry holds its value, so no identity can be used again while it is remembered.
    """

    def __init__(self, make: Callable[[T], Answer]) -> None:
        self._make = make
        self._known: dict[int, tuple[T, Answer]] = {}

    def answers(self, values: Sequence[T]) -> tuple[Answer, ...]:
        """Return the answer about each value; those about all other values are forgotten."""
        if not values:
            return ()
        known = {id(it): self._known.get(id(it)) or (it, self._make(it)) for it in values}
        self._known = known
        return tuple(known[id(it)][1] for it in values)

    @property
    def known(self) -> tuple[tuple[T, Answer], ...]:
        """The values that it was last asked about, with the answers."""
        return tuple(self._known.values())
