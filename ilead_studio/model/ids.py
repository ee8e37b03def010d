"""Names that never change: random ids for the program, short references for people."""

import random
from collections.abc import Callable
from typing import Annotated, Final

from pydantic import StringConstraints

LENGTH: Final = 10
ALPHABET: Final = "abcdefghijklmnopqrstuvwxyz234567"

Id = Annotated[str, StringConstraints(pattern=rf"^[a-z2-7]{{{LENGTH}}}$")]
"""Ten characters of base32, one namespace for a workbook."""
IdOf = Annotated[str, StringConstraints(min_length=LENGTH, max_length=LENGTH)]
"""The id of another record of the page. ``faults`` looks whether it is there, and so an id."""
Ref = Annotated[str, StringConstraints(pattern=r"^[A-Z][1-9][0-9]{0,5}$")]
"""What is printed beside an item, such as C14: given once and never used again."""

Ids = Callable[[], str]
"""A source of new ids."""


def new_ids(seed: int | None = None) -> Ids:
    """Return a source of ids: random, or the same ones each time for a given seed."""
    source = random.SystemRandom() if seed is None else random.Random(seed)
    return lambda: "".join(source.choices(ALPHABET, k=LENGTH))
