"""Reads a table copied from a spreadsheet or a word processor.

The first column holds the words; the others go to the fields that their headings name, and into
the notes where no field is named so.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from html.parser import HTMLParser
from typing import Any, Final, get_args

from ilead_studio.edits import NewLine
from ilead_studio.model import EvidenceState, Reach
from ilead_studio.model.text import LABEL_MAX, NOTES_MAX, tidy
from ilead_studio.rules.find import fold

Row = tuple[str, ...]
_LARGEST: Final = 4 << 20
_YES: Final = {"yes", "y", "x", "true", "1", "root", "✓", "☑", "si", "sí"}


def html_rows(html: str) -> tuple[Row, ...]:
    """Return the rows of the first table in HTML; nothing if there is none."""
    if "<table" not in html.lower() or len(html) > _LARGEST:
        return ()
    reader = _TableReader()
    reader.feed(html)
    return _filled(reader.rows)


def tab_rows(text: str) -> tuple[Row, ...]:
    """Return the rows of text whose lines are parted by tabs inside them; else nothing."""
    lines = [line for line in text.splitlines() if line.strip()]
    if not lines or not all("\t" in line.strip() for line in lines[:2]):
        return ()
    return _filled([line.split("\t") for line in lines])


def _filled(rows: Sequence[Sequence[str]]) -> tuple[Row, ...]:
    tidied = (tuple(tidy(cell) for cell in row) for row in rows)
    return tuple(row for row in tidied if any(row))


class _TableReader(HTMLParser):
    """Collects the cells of the first table; markup inside them is left out."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.rows: list[list[str]] = []
        self._cell: list[str] | None = None
        self._ended = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a row or a cell; a line break inside one is a space."""
        if self._ended:
            return
        if tag == "tr":
            self.rows.append([])
        elif tag in ("td", "th"):
            if not self.rows:
                self.rows.append([])
            self._cell = []
        elif tag in ("br", "p", "div") and self._cell is not None:
            self._cell.append(" ")

    def handle_endtag(self, tag: str) -> None:
        """End a cell, or the table."""
        if tag in ("td", "th") and self._cell is not None:
            self.rows[-1].append(" ".join("".join(self._cell).split()))
            self._cell = None
        elif tag == "table":
            self._ended = True

    def handle_data(self, data: str) -> None:
        """Take the words of a cell."""
        if self._cell is not None:
            self._cell.append(data)


def _whole(most: int) -> Callable[[str], int | None]:
    def read(cell: str) -> int | None:
        return int(cell) if cell.isascii() and cell.isdigit() and int(cell) <= most else None

    return read


def _one_of(words: Sequence[str]) -> Callable[[str], str | None]:
    def read(cell: str) -> str | None:
        return next((word for word in words if word and fold(cell) == word), None)

    return read


def _is_yes(cell: str) -> bool:
    return fold(cell) in _YES


def _parts(cell: str) -> tuple[str, ...]:
    return tuple(part for part in (tidy(it) for it in re.split(r"[,;/]", cell)) if part)


_FIELDS: Final[dict[str, tuple[str, Callable[[str], Any]]]] = {
    "votes": ("votes", _whole(9_999)),
    "evidence": ("evidence", _one_of(get_args(EvidenceState))),
    "state": ("evidence", _one_of(get_args(EvidenceState))),
    "root": ("root", _is_yes),
    "root cause": ("root", _is_yes),
    "reach": ("reach", _one_of(get_args(Reach))),
    "effort": ("effort", _whole(4)),
    "impact": ("impact", _whole(4)),
    "raised by": ("raised_by", str),
    "role": ("raised_by", str),
    "lens": ("lenses", _parts),
    "lenses": ("lenses", _parts),
    "owner": ("owner", str),
    "definition": ("definition", str),
}
_NOTES: Final = ("note", "notes", "comment", "comments")


def table_lines(rows: Sequence[Row]) -> Iterator[NewLine]:
    """Make a line of each row that has words; the first row may be headings."""
    headings = rows[0] if any(fold(cell) in (*_FIELDS, *_NOTES) for cell in rows[0][1:]) else ()
    for row in rows[1:] if headings else rows:
        words = next((at for at, cell in enumerate(row) if cell), 0)
        fields = _fields(row, words, headings)
        yield NewLine(0, row[words][:LABEL_MAX], fields=fields)


def _fields(row: Row, words: int, headings: Row) -> dict[str, Any]:
    """Return the fields that the other cells fill; what fits none becomes a note."""
    fields: dict[str, Any] = {}
    notes: list[str] = []
    for at, cell in enumerate(row):
        if at == words or not cell:
            continue
        heading = headings[at] if at < len(headings) else ""
        name, read = _FIELDS.get(fold(heading), ("", None))
        value = read(cell) if read else None
        if value is not None:
            fields[name] = value
        else:
            plain = not heading or fold(heading) in _NOTES
            notes.append(cell if plain else f"{heading}: {cell}")
    if notes:
        fields["notes"] = "\n".join(notes)[:NOTES_MAX]
    return fields
