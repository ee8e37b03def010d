"""Reads the chat of a video meeting: one text for each message, without names and times.

The layouts are those that Zoom and Teams give when a chat is copied or saved (seen in 2024–2026).
"""

import re
from collections.abc import Iterator
from typing import Final

_TIME: Final = r"\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\s?[AaPp]\.?[Mm]\.?)?"
_DATE: Final = r"(?:\d{1,4}[-/.]\d{1,2}(?:[-/.]\d{1,4})?,?\s+|[A-Z][a-z]+day,?\s+|Yesterday,?\s+)?"
_ZOOM = re.compile(rf"{_TIME}\s+From\s+.+?(?:\s+[Tt]o\s+.+?)?\s*:\s*(.*)")
_BRACKETED = re.compile(rf"\[{_DATE}{_TIME}\]\s+[^:]{{1,60}}?(?::\s*(.*))?")
_NAME: Final = r"(?:[^\W\da-z_]\S*|\(\S+|de|del|la|da|dos|van|von|der|den|al|bin|ben|y|e)"
_NAME_TIME = re.compile(rf"{_NAME}(?:\s+{_NAME}){{0,5}}\s+{_DATE}{_TIME}")
_HEADS: Final = (_ZOOM, _BRACKETED, _NAME_TIME)


def messages(text: str) -> tuple[str, ...]:
    """Return the messages of a chat; nothing if the text does not look like one.

    It does if its first line begins a message, and there are at least two of them.
    """
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if not lines or _head(lines[0]) is None:
        return ()
    found = [words for words in _spoken(lines) if words]
    return tuple(found) if sum(_head(line) is not None for line in lines) > 1 else ()


def _spoken(lines: list[str]) -> Iterator[str]:
    """Join the lines of each message."""
    parts: list[str] = []
    for line in lines:
        begins = _head(line)
        if begins is None:
            parts.append(line)
            continue
        yield " ".join(parts)
        parts = [begins] if begins else []
    yield " ".join(parts)


def _head(line: str) -> str | None:
    """Return what is said on a line that names a speaker and a time; None if it names none."""
    for shape in _HEADS:
        said = shape.fullmatch(line)
        if said:
            return (said.groups() or ("",))[0] or ""
    return None
