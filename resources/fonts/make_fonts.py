"""Make the Workbook Sans family and its table of widths from Source Sans 3.

Run from anywhere: ``pip install '.[fonts]'``, then ``python resources/fonts/make_fonts.py``.
The family is renamed because "Source" is a Reserved Font Name of the SIL Open Font License.
It is static because ReportLab embeds the default instance of a variable font only.
"""

import json
from pathlib import Path
from unicodedata import combining

import fontpkg_source_sans_3
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

FAMILY = "Workbook Sans"
HERE = Path(__file__).parent
FOUND = Path(fontpkg_source_sans_3.__file__).parent
UPRIGHT, SLANTED = "SourceSans3[wght].ttf", "SourceSans3-Italic[wght].ttf"
FACES = {"Regular": (UPRIGHT, 400), "Italic": (SLANTED, 400), "SemiBold": (UPRIGHT, 600)}


def rename(font: TTFont, style: str) -> None:
    """Give the instance its own family name in every name record that carries one."""
    plain = style in ("Regular", "Italic")
    names = {
        1: FAMILY if plain else f"{FAMILY} {style}",
        2: style if plain else "Regular",
        3: f"WorkbookSans-{style}",
        4: f"{FAMILY} {style}",
        6: f"WorkbookSans-{style}",
        16: FAMILY,
        17: style,
    }
    table = font["name"]
    for record in list(table.names):
        if record.nameID in names:
            table.removeNames(nameID=record.nameID)
    for number, text in names.items():
        table.setName(text, number, 3, 1, 0x409)


def make(style: str) -> dict[str, object]:
    """Write one static face and return what measuring needs, in units of the em."""
    file, weight = FACES[style]
    font = TTFont(FOUND / "files" / file, recalcTimestamp=False)
    font = instantiateVariableFont(font, {"wght": weight}, inplace=True, updateFontNames=False)
    del font["STAT"]
    rename(font, style)
    font["OS/2"].usWeightClass = weight
    font.save(HERE / f"WorkbookSans-{style}.ttf")
    return widths(font)


def widths(font: TTFont) -> dict[str, object]:
    """Collect the glyph number and advance of every character the face can show.

    ``high`` are the glyphs of combining marks for use over capital letters.
    """
    number = {name: at for at, name in enumerate(font.getGlyphOrder())}
    advances = font["hmtx"].metrics
    shown = sorted(font.getBestCmap().items())
    return {
        "em": font["head"].unitsPerEm,
        "ascent": font["hhea"].ascent,
        "descent": font["hhea"].descent,
        "capital": font["OS/2"].sCapHeight,
        "x_height": font["OS/2"].sxHeight,
        "glyphs": {
            chr(code): [number[name], advances[name][0]]
            for code, name in shown
            if code >= 0x20 and not 0xE000 <= code <= 0xF8FF
        },
        "high": {
            chr(code): number[f"{name}.c"]
            for code, name in shown
            if combining(chr(code)) and f"{name}.c" in number
        },
    }


if __name__ == "__main__":
    table = {style: make(style) for style in FACES}
    text = json.dumps(table, ensure_ascii=False, separators=(",", ":"))
    (HERE / "widths.json").write_text(text + "\n", "utf-8")
