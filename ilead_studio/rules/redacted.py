"""Names in what people typed, taken out before it is printed.

No record holds the name of a person: who owns or raised something is a role. But anything may be
typed into a text. What can be told for sure is taken out and counted: e-mail addresses, telephone
numbers, and names behind a title ("Ms. Rivera"), but not where they are part of what a party or a
role is called ("Dr. King High School"). A bare name cannot be told from other words, so whoever
prints is asked to look; ``rules/name_hits`` finds those that are likely.
"""

import re
from collections.abc import Collection, Iterator
from typing import Final

from ilead_studio.model import Workbook
from ilead_studio.rules.worded import with_words
from ilead_studio.words import say

_TITLES: Final = (
    r"(?:Mr|Mrs|Ms|Mx|Dr|Prof|Sr|Sra|Srta)\.?|Miss|Mister|Doctor|Professor|Señora?|Señorita"
)
_NAME: Final = r"[A-ZÀ-ÖØ-Þ][\w’'-]*"
_FOUND: Final = re.compile(
    r"(?P<address>[\w.+-]+@[\w-]+(?:\.[\w-]+)+)"
    r"|(?P<number>(?<![\w.])\+\d{1,3}(?:[ .-]?\(?\d{2,4}\)?){2,5}(?!\d)"  # from abroad
    r"|(?<![\w.-])(?:\(\d{3}\) ?|\d{3}[ .-])?\d{3}[.-]\d{4}(?![\w-]))"  # as in America
    rf"|\b(?:{_TITLES}) (?P<name>{_NAME}(?:(?:-| (?:[A-Z]\. )?){_NAME})?)"  # or two of them
)


def redacted(workbook: Workbook) -> tuple[Workbook, int]:
    """Return the workbook without names that can be told for sure, and how many those were."""
    told, taken = Told(called_in(workbook)), list[str]()

    def change(text: str) -> str:
        made, at = "", 0
        for found in told.found(text):
            taken.append(found[0])
            made, at = f"{made}{text[at : found.start()]}{say('[name]')}", found.end()
        return made + text[at:] if at else text

    return with_words(workbook, change), len(taken)


def called_in(workbook: Workbook) -> set[str]:
    """Return what parties and roles are called."""
    called = {text for it in workbook.parties for text in (it.name, it.short)}
    return (called | {it.name for it in workbook.roles}) - {""}


class Told:
    """Finds what can be told for sure; what is ``called`` so stays."""

    def __init__(self, called: Collection[str]) -> None:
        kept = sorted(filter(_FOUND.search, called), key=len, reverse=True)
        whole = "|".join([*map(re.escape, kept), "(?!)"])
        self._found = re.compile(f"(?P<whole>{whole})|{_FOUND.pattern}")

    def found(self, text: str) -> Iterator[re.Match[str]]:
        """Give each in a text; its group is ``address``, ``number`` or ``name``."""
        return (it for it in self._found.finditer(text) if not it["whole"])
