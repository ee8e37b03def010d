"""The bundled faces inside a PDF: embedded, cut down to the glyphs in use, readable again as text.

A character is shown by a two-byte code, given out in order of first use to each pair of glyph and
character: a hyphen and a no-break hyphen look the same and stay two characters when the text is
copied. Glyph numbers come from the drawing, so scripts that need shaping will find their way.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from hashlib import md5
from io import BytesIO
from typing import Final

from reportlab.pdfbase.ttfonts import TTFontFace

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


@cache
def _font(face: str) -> tuple[TTFontFace, int]:
    """Read a face, to be cut by glyph numbers; returns it with the number of its space."""
    try:
        data = resource("fonts", f"WorkbookSans-{face}.ttf").read_bytes()
    except OSError as error:
        message = say("The letters that come with the program cannot be read. Install it again.")
        raise ExportError(message) from error
    font = TTFontFace(BytesIO(data))
    space = font.charToGlyph[ord(" ")]
    font.charToGlyph = range(len(font.hmetrics))
    for table in UNREAD:
        font.table.pop(table, None)
    return font, space


class EmbeddedFace:
    """One face in one document, with the codes that its pages use."""

    def __init__(self, face: str) -> None:
        self.name = f"Face {face}"
        self._face = face
        self._font, self._space = _font(face)
        self._codes: dict[tuple[int, str], str] = {}

    def shown(self, text: str, glyphs: Iterable[int]) -> str:
        """Return the codes of a line, four hexadecimal digits for each character."""
        known, pairs = self._codes, zip(glyphs, text, strict=True)
        return "".join([known.get(pair) or self._new(pair) for pair in pairs])

    def _new(self, pair: tuple[int, str]) -> str:
        """Give out the next code; 0 stays for the shape of what is missing."""
        code = self._codes[pair] = f"{len(self._codes) + 1:04x}"
        return code

    def space(self) -> str:
        """Return the code of a space, with which a line ends that goes on below."""
        pair = (self._space, " ")
        return self._codes.get(pair) or self._new(pair)

    def put(self, document: Document) -> bytes:
        """Embed what is used and return the reference to the font."""
        glyphs = [0, *(glyph for glyph, _ in self._codes)]
        kept = list(dict.fromkeys(glyphs))
        named = b"/" + self._postscript_name(kept).encode("ascii")
        below = dictionary(
            Type=b"/Font", Subtype=b"/CIDFontType2", BaseFont=named,
            CIDSystemInfo=b"<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>",
            FontDescriptor=self._descriptor(document, named, kept),
            W=array([0, array(self._font.hmetrics[glyph][0] for glyph in glyphs)]),
            CIDToGIDMap=document.put(f"{self.name} glyphs", _numbers(map(kept.index, glyphs))),
        )  # fmt: skip
        above = dictionary(
            Type=b"/Font", Subtype=b"/Type0", BaseFont=named, Encoding=b"/Identity-H",
            DescendantFonts=array([document.put(f"{self.name} below", below)]),
            ToUnicode=document.put(f"{self.name} characters", _characters(self._codes)),
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


def _numbers(glyphs: Iterable[int]) -> object:
    """Return the map from codes to the glyphs that are kept."""
    return stream(b"".join(glyph.to_bytes(2, "big") for glyph in glyphs))


def _characters(codes: dict[tuple[int, str], str]) -> object:
    """Return the map from codes to characters; without it nobody could search or read aloud."""
    lines = [f"<{code}> <{c.encode('utf-16-be').hex()}>" for (_, c), code in codes.items()]
    return stream((_MAP % "\n".join(_blocks(lines))).encode("ascii"))


def _blocks(lines: Sequence[str]) -> Iterator[str]:
    for at in range(0, len(lines), PER_BLOCK):
        some = lines[at : at + PER_BLOCK]
        yield "\n".join([f"{len(some)} beginbfchar", *some, "endbfchar"])
