"""Something that makes small words of a packet larger: what it says, and what it sets."""

from dataclasses import dataclass, field
from typing import Any, Final, Literal

MOST_TOLD: Final = 2
"""Pages of which it is told at once what helps; of all others how many they are."""


@dataclass(frozen=True, slots=True)
class Offer:
    """Something that helps: its words, and the fields that it sets.

    They are those of the ``packet``, of the ``page`` at its place, or of a further page ``after``
    it.
    """

    words: str
    of: Literal["packet", "page", "after"]
    fields: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Small:
    """A page of a packet whose words are small: its place, a sentence about it, what helps."""

    at: int
    words: str
    offers: tuple[Offer, ...] = ()
