"""The file: numbered objects, packed into object streams and listed in a cross-reference stream.

ReportLab formats the objects. Its own writer is not used: it knows no object streams, without which
a tagged packet is three times as long, and it writes the time of the clock.
"""

import struct
import zlib
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from hashlib import md5
from typing import Final

from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFDocument,
    PDFStream,
    PDFZCompress,
)
from reportlab.pdfbase.pdfdoc import format as formatted

HEADER: Final = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
PER_STREAM: Final = 400
"""Objects in one object stream: a viewer unpacks all of them to read one."""
LEVEL: Final = 6
"""Of zlib: 9 takes twice as long for two parts in a hundred."""
_LENGTHS: Final = 1 << 15
"""Lengths kept as words: columns, corners and lines of text share most of theirs."""

_END: Final = b"endstream"
_ESCAPED: Final = str.maketrans({"\\": r"\\", "(": r"\(", ")": r"\)"})


@lru_cache(_LENGTHS)
def length(points: float) -> str:
    """Return a length or a place as a content stream says it, to a hundredth of a point."""
    text = f"{points:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def words(text: str) -> bytes:
    """Return a text string: readable where it is plain ASCII, else UTF-16 with its mark.

    ReportLab's ``PDFString`` lets words that begin with "þÿ" be taken for UTF-16.
    """
    if text.isascii() and text.isprintable():
        return b"(" + text.translate(_ESCAPED).encode("ascii") + b")"
    return b"<FEFF" + text.encode("utf-16-be").hex().encode("ascii") + b">"


def array(values: Iterable[object]) -> object:
    """Return an array; numbers are formatted, bytes and text are taken as they are."""
    return PDFArray(values)


def dictionary(**entries: object) -> object:
    """Return a dictionary; numbers are formatted, bytes and text are taken as they are."""
    return PDFDictionary(entries)


def stream(content: bytes, *, compressed: bool = True, **entries: object) -> object:
    """Return a stream with the entries of its dictionary."""
    return PDFStream(PDFDictionary(entries), content, [PDFZCompress] if compressed else None)


class Document:
    """The objects of one PDF file, known by name, so that one can be referred to before it is put.

    Names are told apart by their kind: "Page 3", "Element 17".
    """

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self._values: list[object] = []

    def reference(self, name: str) -> bytes:
        """Return the reference to an object that is put under this name, now or later."""
        return b"%d 0 R" % self._number(name)

    def _number(self, name: str) -> int:
        number = self._numbers.get(name)
        if number is None:
            number = self._numbers[name] = self.nameless(1)
        return number

    def nameless(self, count: int) -> int:
        """Keep places for so many objects without names; returns the number of the first."""
        self._values += [None] * count
        return len(self._values) - count + 1

    def put(self, name: str, value: object) -> bytes:
        """Keep an object under a name and return the reference to it."""
        self.put_at(self._number(name), value)
        return self.reference(name)

    def put_at(self, number: int, value: object) -> None:
        """Keep an object in its place."""
        self._values[number - 1] = value

    def packed(self, catalog: str, info: str) -> bytes:
        """Return the file; ``catalog`` and ``info`` name the objects that its trailer names."""
        file = _File()
        small = []
        for number, body in self._bodies():
            if body.endswith(_END):
                file.add(number, body)
            else:
                small.append((number, body))
        last = len(file.entries) - 1 + len(small)
        for at in range(0, len(small), PER_STREAM):
            last += 1
            file.add_together(last, small[at : at + PER_STREAM])
        return file.closed(last + 1, self.reference(catalog), self.reference(info))

    def _bodies(self) -> Iterator[tuple[int, bytes]]:
        """Format one object after the other."""
        for name, number in self._numbers.items():
            if self._values[number - 1] is None:
                raise KeyError(name)
        formatting = PDFDocument(invariant=1)
        for number, value in enumerate(self._values, 1):
            if not isinstance(value, bytes):
                value = formatted(value, formatting, toplevel=1).strip(b"\n")
            yield number, value


class _File:
    """The bytes so far, and for each object its row in the cross-reference stream."""

    def __init__(self) -> None:
        self.parts = [HEADER]
        self.length = len(HEADER)
        self.entries: dict[int, bytes] = {0: struct.pack(">BIH", 0, 0, 65535)}

    def add(self, number: int, body: bytes) -> None:
        """Add an object that stands by itself."""
        self.entries[number] = struct.pack(">BIH", 1, self.length, 0)
        self.parts.append(b"%d 0 obj\n%s\nendobj\n" % (number, body))
        self.length += len(self.parts[-1])

    def add_together(self, number: int, objects: Sequence[tuple[int, bytes]]) -> None:
        """Add one object stream that holds several objects."""
        index, offset = [], 0
        for place, (held, body) in enumerate(objects):
            self.entries[held] = struct.pack(">BIH", 2, number, place)
            index.append(b"%d %d" % (held, offset))
            offset += len(body) + 1
        head = b" ".join(index) + b" "
        kind = b"/Type/ObjStm/N %d/First %d" % (len(objects), len(head))
        self.add(number, _packed(kind, head + b" ".join(body for _, body in objects)))

    def closed(self, number: int, root: bytes, info: bytes) -> bytes:
        """Return the whole file; its identity is the hash of what it holds."""
        start = self.length
        content = md5(b"".join(self.parts), usedforsecurity=False).hexdigest().encode()
        self.entries[number] = struct.pack(">BIH", 1, start, 0)
        rows = _steps([self.entries[at] for at in range(number + 1)])
        kind = (
            b"/Type/XRef/Size %d/W[1 4 2]/Root %s/Info %s/ID[<%s><%s>]"
            b"/DecodeParms<</Predictor 12/Columns 7>>"
        ) % (number + 1, root, info, content, content)
        self.add(number, _packed(kind, rows))
        return b"".join([*self.parts, b"startxref\n%d\n%%%%EOF\n" % start])


def _steps(rows: Sequence[bytes]) -> bytes:
    """Return what each row is more than the one before, byte by byte (PNG's predictor "up").

    Most objects follow each other in object streams, so most steps are the same.
    """
    flat = b"".join(rows)
    wide = len(rows[0])
    steps = bytes([(it - above) & 255 for it, above in zip(flat, bytes(wide) + flat, strict=False)])
    return b"".join([b"\2" + steps[at : at + wide] for at in range(0, len(flat), wide)])


def _packed(kind: bytes, content: bytes) -> bytes:
    data = zlib.compress(content, LEVEL)
    return b"<<%s/Filter/FlateDecode/Length %d>>\nstream\n%s\n%s" % (kind, len(data), data, _END)
