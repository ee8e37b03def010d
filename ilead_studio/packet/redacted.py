"""Names in what people typed, taken out before it is printed.

No record holds the name of a person: who owns or raised something is a role. But anything may be
typed into a text. What can be told for sure is taken out and counted: e-mail addresses, telephone
numbers, and names behind a title ("Ms. Rivera"), but not where they are part of what a party or a
role is called ("Dr. King High School"). A bare name cannot be told from other words, so whoever
prints is asked to look.
"""

import re
from collections.abc import Set
from typing import Any, Final, TypeVar

from ilead_studio.model import Record, Workbook
from ilead_studio.words import say

_TITLES: Final = (
    r"(?:Mr|Mrs|Ms|Mx|Dr|Prof|Sr|Sra|Srta)\.?|Miss|Mister|Doctor|Professor|Señora?|Señorita"
)
_NAME: Final = r"[A-ZÀ-ÖØ-Þ][\w’'-]*"
_FOUND: Final = re.compile(
    r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"  # an e-mail address
    r"|(?<![\w.])\+\d{1,3}(?:[ .-]?\(?\d{2,4}\)?){2,5}(?!\d)"  # a number from abroad
    r"|(?<![\w.-])(?:\(\d{3}\) ?|\d{3}[ .-])?\d{3}[.-]\d{4}(?![\w-])"  # a number as in America
    rf"|\b(?:{_TITLES}) {_NAME}(?:(?:-| (?:[A-Z]\. )?){_NAME})?"  # a title and a name or two
)
_BESIDE: Final = frozenset({"logo", "id", "ref"})
"""Fields that hold no words."""
V = TypeVar("V")


def redacted(workbook: Workbook) -> tuple[Workbook, int]:
    """Return the workbook without names that can be told for sure, and how many those were."""
    called = [text for it in workbook.parties for text in (it.name, it.short)]
    redaction = _Redaction({*called, *(it.name for it in workbook.roles)})
    return redaction.of(workbook), redaction.number


class _Redaction:
    """Takes names out, and counts them; what is ``called`` so stays."""

    def __init__(self, called: Set[str]) -> None:
        self.number = 0
        self._instead = say("[name]")
        kept = sorted(filter(_FOUND.search, called), key=len, reverse=True)
        whole = "|".join([*map(re.escape, kept), "(?!)"])
        self._found = re.compile(f"({whole})|{_FOUND.pattern}")

    def of(self, value: V) -> V:
        """Return a value without names; the very same one if it has none."""
        made: Any = value
        match value:
            case str():
                made = self._found.sub(self._taken, value)
            case tuple():
                parts = tuple(map(self.of, value))
                if any(one is not it for one, it in zip(parts, value, strict=True)):
                    made = parts
            case Record():
                made = self._record(value)
        return made if made != value else value

    def _taken(self, found: re.Match[str]) -> str:
        if found[1]:
            return found[0]
        self.number += 1
        return self._instead

    def _record(self, record: Record) -> Record:
        held = {name: it for name, it in vars(record).items() if name not in _BESIDE}
        new = {name: self.of(it) for name, it in held.items()}
        changed = {name: it for name, it in new.items() if it is not held[name]}
        return record.model_copy(update=changed) if changed else record
