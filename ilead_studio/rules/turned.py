"""The words of a cause turned around: "Feedback not tied to resources" → "Feedback tied to …".

A suggestion for the words of a driver, never more: simple patterns of English, and nothing where
none of them fits. Whoever makes the driver reads it over.
"""

import re
from collections.abc import Callable
from typing import Final

from ilead_studio.model import Workbook
from ilead_studio.rules.language import is_english
from ilead_studio.words import capital

_Turn = tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]]
_OPPOSITES: Final = {
    "inadequate": "adequate", "insufficient": "enough", "ineffective": "effective",
    "inconsistent": "consistent", "unclear": "clear", "unreliable": "reliable",
    "unequal": "equal", "unfair": "fair", "unsafe": "safe", "inaccurate": "accurate",
    "incomplete": "complete", "inaccessible": "accessible", "inflexible": "flexible",
    "irregular": "regular", "irrelevant": "relevant", "disconnected": "connected",
    "uncoordinated": "coordinated", "unprepared": "prepared", "untrained": "trained",
    "weak": "strong", "poor": "good", "low": "high", "late": "early", "slow": "quick",
    "rare": "frequent", "unknown": "known", "hidden": "visible", "isolated": "connected",
}  # fmt: skip


def turned_around(text: str) -> str:
    """Return a cause as the state that is wanted instead; empty where that is not plain."""
    for pattern, instead in _TURNS:
        turned, times = pattern.subn(instead, text, count=1)
        if times:
            words = " ".join(turned.split())
            return capital(words)
    return ""


def offered_words(workbook: Workbook, text: str) -> str:
    """Return what is offered as a driver's words: turned around if the workbook is in English."""
    turned = turned_around(text) if is_english(workbook) else ""
    return turned or text


def _third_person(found: re.Match[str]) -> str:
    """Return "does not know" as "knows"."""
    verb = found["verb"]
    if verb.endswith(("s", "sh", "ch", "x", "o")):
        return f"{verb}es"
    return f"{verb[:-1]}ies" if re.search(r"[^aeiou]y$", verb) else f"{verb}s"


def _opposite(found: re.Match[str]) -> str:
    return _OPPOSITES[found[0].lower()]


def _pattern(words: str) -> re.Pattern[str]:
    return re.compile(words, re.IGNORECASE)


_NO_SUBJECT: Final = r"(?!one\b)(?!\S+ (?:is|are|was|were|has|have|can|will)\b)"
"""What is missing has no verb of its own: "No adult is asked" would have to be turned by hand."""
_TURNS: Final[tuple[_Turn, ...]] = (
    (_pattern(r"^(?:a |the )?lack of (?:any )?"), ""),
    (_pattern(rf"^(?:there (?:is|are) )?(?:no|too (?:little|few)|not enough)\s+{_NO_SUBJECT}"), ""),
    (_pattern(r"\bdoes(?: not|n[’']t) (?P<verb>[a-z]+)"), _third_person),
    (_pattern(r"\b(?:do|did)(?: not|n[’']t) "), ""),
    (_pattern(r"\b(is|are|was|were|can|could|will|has|have)(?: not|n[’']t)\b"), r"\1"),
    (_pattern(r"\bcannot\b"), "can"),
    (_pattern(r"\b(?:not|never) "), ""),
    (_pattern(rf"\b(?:{'|'.join(_OPPOSITES)})\b"), _opposite),
)
"""Tried in order, the first one that fits is taken; what is put in its place."""
