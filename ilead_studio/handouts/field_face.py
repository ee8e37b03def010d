"""The face in which a viewer sets what somebody types into a form: all Western letters, embedded.

PDF/UA asks for embedded fonts, and what will be typed is not known: so this one is not cut down to
the letters in use, and is a simple font, because no viewer types into another kind.
"""

import struct
from functools import cache
from io import BytesIO
from typing import Final

from reportlab.pdfbase.ttfonts import TTFontFile, TTFontMaker

from ilead_studio.drawing.fonts import REGULAR
from ilead_studio.handouts.document import Document, array, dictionary, stream
from ilead_studio.resources import resource

NAME: Final = "Typed"
"""By which fields name it."""
_FIRST, _LAST = 32, 255
_LATIN: Final = 32
"""Flag of a font with the letters of the usual encodings."""
_NAMED: Final = b"/LATINS+WorkbookSans-Regular"


def put_field_face(document: Document) -> bytes:
    """Embed the face and return the reference to it."""
    font, data = _cut()
    file = document.put("Typed file", stream(data, Length1=len(data)))
    described = dictionary(
        Type=b"/FontDescriptor", FontName=_NAMED, Flags=_LATIN, FontBBox=array(font.bbox),
        ItalicAngle=font.italicAngle, Ascent=font.ascent, Descent=font.descent,
        CapHeight=font.capHeight, StemV=font.stemV, FontFile2=file,
    )  # fmt: skip
    widths = [font.charWidths.get(letter, 0) for letter in _letters()]
    simple = dictionary(
        Type=b"/Font", Subtype=b"/TrueType", BaseFont=_NAMED, FirstChar=_FIRST, LastChar=_LAST,
        Widths=array(widths), Encoding=b"/WinAnsiEncoding",
        FontDescriptor=document.put("Typed descriptor", described),
    )  # fmt: skip
    return document.put("Typed face", simple)


def _letters() -> list[int]:
    """Return the character of each code from the first to the last; 0 where there is none."""
    codes = (bytes([code]).decode("cp1252", "ignore") for code in range(_FIRST, _LAST + 1))
    return [ord(letter) if letter else 0 for letter in codes]


@cache
def _cut() -> tuple[TTFontFile, bytes]:
    """Cut the face down to the letters of the encoding, with a map that names them."""
    font = TTFontFile(str(resource("fonts", f"WorkbookSans-{REGULAR}.ttf")))
    letters = sorted({it for it in _letters() if it in font.charToGlyph})
    places: dict[int, int] = {}
    for letter in letters:
        places.setdefault(font.charToGlyph[letter], len(places) + 1)
    cut = TTFontFile(BytesIO(font.makeSubset(letters)))
    made = TTFontMaker()
    for tag in cut.table:
        if tag not in ("cmap", "name", "OS/2", "prep"):
            made.add(tag, cut.get_table(tag))
    made.add("cmap", _map([(it, places[font.charToGlyph[it]]) for it in letters]))
    return font, made.makeStream()


def _map(pairs: list[tuple[int, int]]) -> bytes:
    """Return a table that maps characters to glyphs (format 4), one segment for each."""
    ends = [letter for letter, _ in pairs] + [0xFFFF]
    steps = [(glyph - letter) & 0xFFFF for letter, glyph in pairs] + [1]
    many = len(ends)
    power = 1 << (many.bit_length() - 1)
    head = (4, 16 + 8 * many, 0, 2 * many, 2 * power, power.bit_length() - 1, 2 * (many - power))
    words = [*head, *ends, 0, *ends, *steps, *[0] * many]
    return struct.pack(">HHHHL", 0, 1, 3, 1, 12) + struct.pack(f">{len(words)}H", *words)
