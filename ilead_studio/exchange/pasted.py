"""What people paste: lines, outlines, Markdown, tables, chats; all become lines to add.

Words are never lost: what has no field of its own goes into the notes. Names and times of a chat
are left out on purpose, because a workbook holds roles, not names (method, section 9).
"""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal

from ilead_studio.edits import NewLine
from ilead_studio.exchange.pasted_chat import messages
from ilead_studio.exchange.pasted_table import html_rows, tab_rows, table_lines
from ilead_studio.model.text import LABEL_MAX, NOTES_MAX, tidy

PastedKind = Literal["lines", "outline", "table", "chat"]
_MARK = re.compile(r"(?:[-*+•◦▪●○‣–—]|\d{1,3}[.)]|[A-Za-z][.)])\s+(?:\[[ xX]\]\s+)?|\[[ xX]\]\s+")
_HEADING = re.compile(r"(#{1,6})\s+(.*?)\s*#*$")
_EMPHASIS = re.compile(r"(\*\*|__|`)(?=\S)(.+?)(?<=\S)\1")
_SPACES_A_TAB: Final = 4
MOST_LINES: Final = 20_000
"""Lines that are looked at; of more nobody could choose."""
_MOST_LETTERS: Final = 4_000_000


@dataclass(frozen=True, slots=True)
class Pasted:
    """Lines that were pasted, and what they looked like."""

    kind: PastedKind
    lines: tuple[NewLine, ...]


def is_too_much(text: str, html: str = "") -> bool:
    """Tell whether what the clipboard holds is more than anybody means to paste."""
    return len(text) + len(html) > _MOST_LETTERS or text.count("\n") > MOST_LINES


def read_pasted(text: str, html: str = "") -> Pasted:
    """Read what the clipboard holds as plain text and, if there is any, as HTML."""
    spoken = messages(text)
    if spoken:
        return Pasted("chat", tuple(_line(0, tidy(words)) for words in spoken))
    rows = html_rows(html) or tab_rows(text)
    if rows:
        return Pasted("table", tuple(table_lines(rows)))
    lines = tuple(_outline(text))
    deep = any(line.depth for line in lines)
    return Pasted("outline" if deep else "lines", lines)


def _outline(text: str) -> Iterator[NewLine]:
    """Read lines with their depth: by heading signs, then by how far right they begin."""
    heading, indents = 0, [0]
    for raw in text.splitlines():
        words = tidy(raw)
        if not words or set(words) <= set("-=_*|: "):
            continue
        titled = _HEADING.match(words)
        if titled:
            heading, indents = len(titled[1]), [0]
            yield _line(heading - 1, _plain(titled[2]))
            continue
        indent = _indent(raw)
        while indents[-1] > indent:
            indents.pop()
        if indent > indents[-1]:
            indents.append(indent)
        yield _line(heading + len(indents) - 1, _plain(_unmarked(words)))


def _indent(raw: str) -> int:
    blank = raw[: len(raw) - len(raw.lstrip())]
    return len(blank.expandtabs(_SPACES_A_TAB))


def _unmarked(words: str) -> str:
    """Return words without the sign of a list before them."""
    return _MARK.sub("", words, count=1) if _MARK.match(words) else words


def _plain(words: str) -> str:
    return _EMPHASIS.sub(r"\2", words) or words


def _line(depth: int, words: str) -> NewLine:
    """Return a line; what is too long for a label goes on in the notes, parted at a space."""
    if len(words) <= LABEL_MAX:
        return NewLine(depth, words)
    at = words.rfind(" ", LABEL_MAX // 2, LABEL_MAX)
    at = LABEL_MAX if at < 0 else at
    return NewLine(depth, words[:at], fields={"notes": words[at:].strip()[:NOTES_MAX]})


def levelled(
    lines: Sequence[NewLine], without: Collection[int] = frozenset()
) -> tuple[NewLine, ...]:
    """Return lines whose depths leave nothing out: the first is 0, none is two below the last.

    ``without`` are the numbers (from 0) of lines that are left out; what stood under one of them
    stands under what that one stood under.
    """
    above: list[tuple[int, bool]] = []
    found = []
    for at, line in enumerate(lines):
        while above and above[-1][0] >= line.depth:
            above.pop()
        taken = at not in without
        if taken:
            found.append(replace(line, depth=sum(is_taken for _, is_taken in above)))
        above.append((line.depth, taken))
    return tuple(found)
