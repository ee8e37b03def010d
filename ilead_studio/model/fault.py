"""What is wrong, or worth a look: told by the same words wherever it is told."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that must not be: a stable rule name, the item's id, and a sentence."""

    rule: str
    item: str
    message: str
