"""The bundled faces inside a PDF: embedded, cut down to the glyphs in use, readable again as text.

A character is shown by its own number where it has its usual glyph: so what is painted says the
same in every document, and a hyphen and a no-break hyphen, which look alike, stay two characters
when the text is copied. Glyph numbers come from the drawing; an unusual one, as of a mark over a
capital letter, has a code of its own, so scripts that need shaping will find their way.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from hashlib import md5
from io import BytesIO
from typing import Final

from reportlab.pdfbase.ttfonts import TTFontFace

from ilead_studio.drawing.fonts import face as drawn_face
from ilead_studio.errors import ExportError
from ilead_studio.handouts.document import Document, array, dictionary, stream
from ilead_studio.resources import resource
from ilead_studio.words import say

UNREAD: Final = ("name", "OS/2", "prep")
"""Tables that no PDF reader looks at: a third of a small face."""
PER_BLOCK: Final = 100
"""Most entries in one block of a character map (Adobe technical note 5411)."""
SYMBOLIC: Final = 4
"""Flag of a font whose codes are its own."""
_MAP: Final = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
%s
endcmap
CMapName currentdict /CMap defineresource pop
end
end
"""


Shape = tuple[int, str]
"""A glyph, and the character for which it stands."""
SPACE: Final = " "
_UNUSUAL: Final = 0xE000
"""Codes from here on are glyphs; as numbers of characters they are for private use."""


@cache
def _font(face: str) -> TTFontFace:
    """Read a face, to be cut by glyph numbers."""
    try:
        data = resource("fonts", f"WorkbookSans-{face}.ttf").read_bytes()
    except OSError as error:
        message = say("The letters that come with the program cannot be read. Install it again.")
        raise ExportError(message) from error
    font = TTFontFace(BytesIO(data))
    font.charToGlyph = range(len(font.hmetrics))
    for table in UNREAD:
        font.table.pop(table, None)
    return font


def codes(face: str, text: str, glyphs: Sequence[int]) -> str:
    """Return the codes of a line, four hexadecimal digits for each character."""
    if text.isascii():
        return text.encode("utf-16-be").hex()
    return "".join([f"{_code(face, it):04x}" for it in zip(glyphs, text, strict=True)])


def _code(face: str, shape: Shape) -> int:
    """Return the code of a glyph that stands for a character: the character, where it is usual."""
    glyph, char = shape
    is_usual = drawn_face(face).numbers.get(char) == glyph and ord(char) < _UNUSUAL
    return ord(char) if is_usual else _UNUSUAL + glyph


class EmbeddedFace:
    """One face in one document, with the shapes that its pages show."""

    def __init__(self, face: str) -> None:
        self.name = f"Face {face}"
        self._face = face
        self._font = _font(face)
        self._shapes: set[Shape] = set()

    def show(self, shapes: Iterable[Shape]) -> None:
        """Take care that shapes are there."""
        self._shapes.update(shapes)

    def put(self, document: Document) -> bytes:
        """Embed what is used and return the reference to the font."""
        coded = {_code(self._face, it): it for it in sorted(self._shapes)}
        glyphs = {0: 0} | {code: coded[code][0] for code in sorted(coded)}
        kept = list(dict.fromkeys(glyphs.values()))
        named = b"/" + self._postscript_name(kept).encode("ascii")
        below = dictionary(
            Type=b"/Font", Subtype=b"/CIDFontType2", BaseFont=named,
            CIDSystemInfo=b"<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>",
            FontDescriptor=self._descriptor(document, named, kept), W=self._widths(glyphs),
            CIDToGIDMap=document.put(f"{self.name} glyphs", _places(glyphs, kept)),
        )  # fmt: skip
        characters = {code: coded[code][1] for code in glyphs if code}
        above = dictionary(
            Type=b"/Font", Subtype=b"/Type0", BaseFont=named, Encoding=b"/Identity-H",
            DescendantFonts=array([document.put(f"{self.name} below", below)]),
            ToUnicode=document.put(f"{self.name} characters", _characters(characters)),
        )  # fmt: skip
        return document.put(self.name, above)

    def _postscript_name(self, kept: Sequence[int]) -> str:
        """Name the face after the glyphs that are kept: six letters that differ with them."""
        digest = md5(repr(kept).encode("ascii"), usedforsecurity=False).digest()
        letters = "".join(chr(ord("A") + byte % 26) for byte in digest[:6])
        return f"{letters}+WorkbookSans-{self._face}"

    def _descriptor(self, document: Document, named: bytes, kept: list[int]) -> bytes:
        font, data = self._font, self._font.makeSubset(kept)
        file = document.put(f"{self.name} file", stream(data, Length1=len(data)))
        described = dictionary(
            Type=b"/FontDescriptor", FontName=named, Flags=SYMBOLIC, FontBBox=array(font.bbox),
            ItalicAngle=font.italicAngle, Ascent=font.ascent, Descent=font.descent,
            CapHeight=font.capHeight, StemV=font.stemV, FontFile2=file,
        )  # fmt: skip
        return document.put(f"{self.name} descriptor", described)

    def _widths(self, glyphs: Mapping[int, int]) -> object:
        """Return the widths of all codes: of each run of codes the first, and its widths."""
        runs: list[tuple[int, list[object]]] = []
        for code, glyph in glyphs.items():
            if not runs or code != sum((runs[-1][0], len(runs[-1][1]))):
                runs.append((code, []))
            runs[-1][1].append(self._font.hmetrics[glyph][0])
        return array(it for first, widths in runs for it in (first, array(widths)))


def _places(glyphs: Mapping[int, int], kept: Sequence[int]) -> object:
    """Return the map from codes to the glyphs that are kept, two bytes for each code."""
    table = bytearray(2 * (max(glyphs) + 1))
    for code, glyph in glyphs.items():
        table[2 * code : 2 * code + 2] = kept.index(glyph).to_bytes(2, "big")
    return stream(bytes(table))


def _characters(characters: Mapping[int, str]) -> object:
    """Return the map from codes to characters; without it nobody could search or read aloud."""
    lines = [f"<{code:04x}> <{it.encode('utf-16-be').hex()}>" for code, it in characters.items()]
    return stream((_MAP % "\n".join(_blocks(lines))).encode("ascii"))


def _blocks(lines: Sequence[str]) -> Iterator[str]:
    for at in range(0, len(lines), PER_BLOCK):
        some = lines[at : at + PER_BLOCK]
        yield "\n".join([f"{len(some)} beginbfchar", *some, "endbfchar"])
