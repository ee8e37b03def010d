"""What is wrong with a printed file, seen from outside: by its tags, its words and its ink.

Nothing here knows how a page is painted. Every proof returns sentences; none is a sound file.
"""

import re
import subprocess
from collections import Counter
from collections.abc import Iterator, Sequence
from html import unescape
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

import pikepdf
from leaf_heard import bare, heard_of, is_drawn, may_be_heard
from pdf_reading import Heard, Reading, read, ua_faults
from printing import inked

from ilead_studio.packet.leaf import AnyLeaf, Leaf

MARGIN = 43.0
"""Points from the edge of a sheet that a printer does not reach."""
_INK = 0.3
"""Parts of the box of a word above and below its ink."""
_TOUCH = 0.5
"""Points that neighbours may share: their boxes are wider than their ink."""
_DARK = 200
_GLYPH = 2
"""Bytes of one character."""
_WORD = re.compile(r'<word xMin="(.*?)" yMin="(.*?)" xMax="(.*?)" yMax="(.*?)">(.*?)</word>')
_PAGE = re.compile(r'<page width="(.*?)" height="(.*?)">(.*?)</page>', re.DOTALL)


class Word(NamedTuple):
    """A word on a sheet and the edges of its ink, in points from the top left corner."""

    text: str
    left: float
    top: float
    right: float
    bottom: float

    def covers(self, other: "Word") -> bool:
        """Tell whether two words lie on each other."""
        wide = min(self.right, other.right) - max(self.left, other.left)
        high = min(self.bottom, other.bottom) - max(self.top, other.top)
        return wide > _TOUCH and high > 0


class Page(NamedTuple):
    """One side of paper with its words."""

    width: float
    height: float
    words: list[Word]


def unsound(pdf: bytes) -> list[str]:
    """Return what is wrong with the tags: PDF/UA-1, and every piece of content in one element."""
    return [*ua_faults(pdf), *read(pdf).faults]


def misplaced(pdf: bytes, margin: float = MARGIN) -> Iterator[str]:
    """Give the words that stand outside of what is printed, or on each other."""
    for number, page in enumerate(pages_of(pdf), 1):
        for it in page.words:
            across = margin <= it.left and it.right <= page.width - margin
            if not (across and margin <= it.top and it.bottom <= page.height - margin):
                yield f"page {number}: “{it.text[:40]}” stands outside"
        for one, other in _covering(page.words):
            yield f"page {number}: “{one.text[:40]}” lies on “{other.text[:40]}”"


def _covering(words: Sequence[Word]) -> Iterator[tuple[Word, Word]]:
    """Give each two words that lie on each other."""
    ordered = sorted(words, key=lambda it: it.top)
    for at, one in enumerate(ordered, 1):
        for other in ordered[at:]:
            if other.top >= one.bottom:
                break
            if one.covers(other):
                yield one, other


def pages_of(pdf: bytes) -> list[Page]:
    """Return the words of every page as pdftotext finds them; it must not complain."""
    run = subprocess.run(
        ["pdftotext", "-bbox", "-", "-"], input=pdf, capture_output=True, check=True
    )
    assert run.stderr == b""
    return [
        Page(float(width), float(height), [*map(_word, _WORD.findall(page))])
        for width, height, page in _PAGE.findall(run.stdout.decode("utf-8"))
    ]


def _word(found: tuple[str, ...]) -> Word:
    left, top, right, bottom = map(float, found[:4])
    air = (bottom - top) * _INK
    return Word(unescape(found[4]), left, top + air, right, bottom - air)


def inkless(pdf: bytes, folder: Path, edge: int = int(MARGIN) - 1) -> Iterator[str]:
    """Give the words without ink, and what a printer cannot reach and has ink."""
    for page, rows in zip(pages_of(pdf), inked(pdf, folder, dots=72), strict=True):
        for it in page.words:
            if it.text.isascii() and it.text.isalnum() and not _has_ink(rows, it):
                yield f"“{it.text}” has no ink"
        if any(min(row) < _DARK for row in (*rows[:edge], *rows[len(rows) - edge :])):
            yield "ink above or below what is printed"
        if any(min(row[:edge] + row[len(row) - edge :], default=255) < _DARK for row in rows):
            yield "ink beside what is printed"


def _has_ink(rows: Sequence[bytes], it: Word) -> bool:
    inside = (
        row[int(it.left) : int(it.right) + 1] for row in rows[int(it.top) : int(it.bottom) + 1]
    )
    return any(min(row, default=255) < _DARK for row in inside)


def unheard(pdf: bytes, leaves: Sequence[AnyLeaf]) -> Iterator[str]:
    """Give what the tree does not say of leaves, or in another order, and what else it says."""
    for leaf, section in zip(leaves, _sections(read(pdf)), strict=True):
        spoken = " ".join(it.text for it in section)
        wanted = heard_of(leaf)
        lack = Counter(word for text, _ in wanted for word in text.split())
        lack -= Counter(spoken.split())
        yield from (f"“{word}” is not heard" for word in lack)
        yield from _out_of_order("".join(spoken.split()), wanted)
        if isinstance(leaf, Leaf) and not is_drawn(leaf):
            extra = {*map(bare, spoken.split())} - may_be_heard(leaf)
            yield from (f"“{word}” is heard and on no block" for word in extra)


def _out_of_order(spoken: str, wanted: list[tuple[str, bool]]) -> Iterator[str]:
    at = 0
    for text, is_ordered in wanted:
        words = "".join(text.split())
        if is_ordered:
            found = spoken.find(words, at)
            if found < 0:
                yield f"“{text[:60]}” is not heard in its place"
            at = max(at, found + len(words))


def _sections(reading: Reading) -> Iterator[list[Heard]]:
    """Give the elements of each leaf: what stands right under the document."""
    starts = [at for at, it in enumerate(reading.heard) if it.depth == 1]
    for start, end in zip(starts, [*starts[1:], len(reading.heard)], strict=True):
        yield reading.heard[start:end]


def sizes(pdf: bytes) -> set[float]:
    """Return the sizes of type that words of a file have; a sign of one character is no word."""
    found = set()
    with pikepdf.open(BytesIO(pdf)) as file:
        for page in file.pages:
            size, scale, kept = 0.0, 1.0, list[tuple[float, float]]()
            for operands, operator in pikepdf.parse_content_stream(page):
                match str(operator):
                    case "q":
                        kept.append((size, scale))
                    case "Q":
                        size, scale = kept.pop()
                    case "cm":
                        scale *= float(operands[3])
                    case "Tf":
                        size = float(operands[1])
                    case "Tj" if len(bytes(operands[0])) > _GLYPH:
                        found.add(round(size * scale, 2))
    return found


def colours(pdf: bytes) -> set[tuple[float, ...]]:
    """Return all colours of a file that are not grey."""
    with pikepdf.open(BytesIO(pdf)) as file:
        return {
            tuple(map(float, operands))
            for page in file.pages
            for operands, operator in pikepdf.parse_content_stream(page)
            if str(operator) in ("rg", "RG", "k", "K")
        }
