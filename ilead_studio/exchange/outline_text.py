"""Indented text, as people write it in a mail or a notebook, becomes an outline.

The first line is the head or the aim. Deeper lines stand under the line above them that is less
deep; lines at the left edge are bones or primary drivers. ``#`` begins a comment, ``idea:`` a
change idea, ``measure: type | name`` a measure, kept in the notes of what it stands under.
"""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final, Literal

from ilead_studio.errors import ExchangeError
from ilead_studio.exchange.outline import Entry, Outline, PageKind
from ilead_studio.model.soundness import DEEPEST
from ilead_studio.model.text import LABEL_MAX, NOTES_MAX, tidy, unseen
from ilead_studio.words import count, say

MOST_LINES: Final = 20_000
LARGEST: Final = 16 << 20
"""Most bytes of an outline."""
_INDENT = re.compile(r"[ \t\u00a0\u2007\u202f\u3000]*")
_MARK = re.compile(r"(?:[-*+•]|\d{1,3}[.)])(?:\s+|$)")
_ROOT = re.compile(r"(head|aim)\s*:\s*(.*)", re.IGNORECASE)
_SPECIAL = re.compile(r"(idea|measure)\s*:\s*(.*)", re.IGNORECASE)
_KIND_OF: Final[dict[str, PageKind]] = {"head": "fishbone", "aim": "theory"}

LineKind = Literal["item", "idea", "measure"]


@dataclass(frozen=True, slots=True)
class _Line:
    """A line with words in it: its number from 1, what it begins with, and its tidied words."""

    number: int
    indent: str
    words: str


@dataclass(slots=True)
class _Level:
    """A line under which others can stand."""

    indent: str
    depth: int
    kind: LineKind
    notes: list[str] = field(default_factory=list)


def read_outline(data: bytes, kind: PageKind, name: str) -> Outline:
    """Return the outline in a text file; ``name`` is the file's, for the sentences.

    Raises:
        ExchangeError: naming the line, if something in it cannot be told or may not be.
    """
    return _Reader(kind, name).read(_text(data, name))


def _text(data: bytes, name: str) -> str:
    """Return a file's letters: UTF-8, or UTF-16 if it begins by saying so."""
    if len(data) > LARGEST:
        raise ExchangeError(say("“{name}” is too large for an outline.", name=name))
    if data.startswith((b'{"format":"ilead-studio"', b'\xef\xbb\xbf{"format":"ilead-studio"')):
        raise ExchangeError(
            say("“{name}” is a workbook, not an outline as text: just open it.", name=name)
        )
    wide = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    try:
        return data.decode("utf-16" if wide else "utf-8-sig")
    except UnicodeDecodeError as error:
        raise ExchangeError(
            say(
                "“{name}” is not plain text in UTF-8. It was not changed, and nothing was imported."
                " Save it as plain text (UTF-8) first.",
                name=name,
            )
        ) from error


class _Reader:
    """Reads one outline from top to bottom."""

    def __init__(self, kind: PageKind, name: str) -> None:
        self._kind = kind
        self._name = name
        self._levels: list[_Level] = []
        self._entries: list[tuple[str, _Level]] = []
        self._comments = self._empty = self._unseen = 0

    def read(self, text: str) -> Outline:
        lines = self._lines(text)
        first = next(lines, None)
        if first is None:
            raise ExchangeError(
                say(
                    "“{name}” holds no line to import: it is empty or has only comments.",
                    name=self._name,
                )
            )
        root = self._root(first)
        top = self._levels[0]
        for line in lines:
            self._take(line)
        return Outline(
            self._kind, root, "\n".join(top.notes), tuple(self._made()), tuple(self._notices())
        )

    def _made(self) -> Iterator[Entry]:
        for words, level in self._entries:
            yield Entry(level.depth, words, level.kind == "idea", "\n".join(level.notes))

    def _lines(self, text: str) -> Iterator[_Line]:
        """Give the lines that have words, and count the others."""
        for number, raw in enumerate(io.StringIO(text, newline=None), 1):
            if number > MOST_LINES:
                most = f"{MOST_LINES:,}"
                raise self._refused(number, say("An outline can have {most} lines.", most=most))
            self._unseen += unseen(raw)
            indent = _INDENT.match(raw.lstrip("\ufeff"))
            start = indent.group() if indent else ""
            rest = raw.lstrip("\ufeff")[len(start) :].strip()
            if rest.startswith("#"):
                self._comments += 1
            elif rest:
                words = tidy(_MARK.sub("", rest, count=1) if _MARK.match(rest) else rest)
                if words:
                    yield _Line(number, re.sub(r"[^\t]", " ", start), words)
                else:
                    self._empty += 1

    def _root(self, line: _Line) -> str:
        """Return the words of the head or the aim, which is the first line."""
        if line.indent:
            raise self._refused(
                line.number,
                say("The first line is the head or the aim and begins at the left edge."),
            )
        said = _ROOT.fullmatch(line.words)
        if said and _KIND_OF[said[1].lower()] != self._kind:
            raise self._refused(line.number, _other_kind(said[1].lower()))
        words = said[2] if said else line.words
        self._refuse_long(line.number, words)
        self._levels = [_Level("", 0, "item")]
        return words

    def _take(self, line: _Line) -> None:
        above = self._above(line)
        kind, words = self._told(line)
        if not words:
            self._empty += 1
            return
        self._refuse_long(line.number, words)
        if above.kind == "measure":
            raise self._refused(line.number, say("Nothing can stand under a measure."))
        if kind == "measure":
            self._note(line, above)
        elif above.kind == "idea":
            raise self._refused(line.number, say("Nothing can stand under a change idea."))
        elif above.depth >= DEEPEST:
            raise self._refused(line.number, say("It is deeper than {most} levels.", most=DEEPEST))
        level = _Level(line.indent, above.depth + 1, kind)
        self._levels.append(level)
        if kind != "measure":
            self._entries.append((words, level))

    def _told(self, line: _Line) -> tuple[LineKind, str]:
        """Return what a line is, and its words without the prefix that tells it."""
        if not line.indent and _ROOT.fullmatch(line.words):
            raise self._refused(
                line.number, say("A second diagram begins here. Put it into a file of its own.")
            )
        said = _SPECIAL.fullmatch(line.words)
        if said is None:
            return "item", line.words
        if said[1].lower() == "measure":
            return "measure", line.words if said[2] else ""
        if self._kind == "fishbone":
            raise self._refused(
                line.number, say("A change idea has no place on a fishbone. Park it elsewhere.")
            )
        return "idea", said[2]

    def _above(self, line: _Line) -> _Level:
        """Close the levels that end here and return the one under which the line stands."""
        closed: _Level | None = None
        while len(self._levels) > 1 and not self._is_deeper(line, self._levels[-1]):
            closed = self._levels.pop()
        above = self._levels[-1]
        if closed is not None and line.indent not in ("", closed.indent):
            raise self._refused(
                line.number, say("It begins between two levels: nothing above begins there.")
            )
        return above

    def _is_deeper(self, line: _Line, level: _Level) -> bool:
        """Tell whether a line begins further right; both must begin alike, tab for tab."""
        if line.indent.startswith(level.indent):
            return len(line.indent) > len(level.indent)
        if level.indent.startswith(line.indent):
            return False
        raise self._refused(
            line.number, say("It mixes tabs and spaces, so its depth cannot be told.")
        )

    def _note(self, line: _Line, above: _Level) -> None:
        above.notes.append(line.words)
        if sum(map(len, above.notes)) + len(above.notes) > NOTES_MAX:
            most = f"{NOTES_MAX:,}"
            raise self._refused(line.number, say("Notes hold {most} characters.", most=most))

    def _refuse_long(self, number: int, words: str) -> None:
        if len(words) > LABEL_MAX:
            have, most = f"{len(words):,}", f"{LABEL_MAX:,}"
            raise self._refused(
                number, say("It has {have} characters; {most} fit.", have=have, most=most)
            )

    def _refused(self, number: int, why: str) -> ExchangeError:
        return ExchangeError(
            say(
                "Line {number} of “{name}”: {why} Nothing was imported.",
                number=number,
                name=self._name,
                why=why,
            )
        )

    def _notices(self) -> Iterator[str]:
        if self._comments:
            yield count(
                self._comments,
                "{number} comment line was left out.",
                "{number} comment lines were left out.",
            )
        if self._empty:
            yield count(
                self._empty,
                "{number} line without words was left out.",
                "{number} lines without words were left out.",
            )
        if self._unseen:
            yield count(
                self._unseen,
                "{number} control character was left out.",
                "{number} control characters were left out.",
            )


def _other_kind(prefix: str) -> str:
    if prefix == "head":
        return say("It says “head:”, so this is a fishbone. Import it with --as fishbone.")
    return say("It says “aim:”, so this is a theory. Import it with --as theory.")
