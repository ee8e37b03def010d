"""Styles of a document: black, in a face that every word processor has; and the signs of lists."""

from collections.abc import Mapping
from typing import Final, NamedTuple

from docx.document import Document as Docx
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph

from ilead_studio.office.words_set import FACE

LISTS: Final[Mapping[str, int]] = {"dot": 901, "box": 902}
"""The numbers of the kinds of lists in a document."""
_SIGNS: Final = {"dot": "•", "box": "☐"}
_SPACE: Final = ' xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_BLACK: Final = RGBColor(0, 0, 0)
_INDENT: Final = 360
"""Of a level, in twentieths of a point."""


class Look(NamedTuple):
    """How a style looks; sizes, and the air above and below a paragraph, are in points."""

    style: str
    size: float
    strong: bool
    italic: bool
    above: float
    below: float


_LOOKS: Final = (
    Look("Normal", 10.5, False, False, 0, 4),
    Look("Heading 1", 20, True, False, 0, 8),
    Look("Heading 2", 14, True, False, 12, 4),
    Look("Heading 3", 11.5, True, False, 9, 3),
    Look("Subtitle", 12, False, False, 0, 4),
    Look("Intense Quote", 13, True, False, 2, 6),
    Look("Quote", 9.5, False, True, 0, 2),
    Look("Caption", 9, False, False, 4, 2),
    Look("List Paragraph", 10.5, False, False, 0, 3),
    Look("Footer", 8.5, False, False, 0, 0),
    Look("Table Text", 9.5, False, False, 1, 1),
)
_BY_ID: Final = {it.style.replace(" ", ""): it for it in _LOOKS}


def look_of(style: str) -> Look:
    """Return how a style looks, by its id."""
    return _BY_ID[style]


def prepare(file: Docx, language: str) -> None:
    """Give a new document its styles, its lists and its language."""
    file.styles.add_style("Table Text", WD_STYLE_TYPE.PARAGRAPH)
    for name, size, strong, italic, above, below in _LOOKS:
        style = file.styles[name]
        if isinstance(style, ParagraphStyle):
            _look(style, size, strong=strong, italic=italic)
            style.paragraph_format.space_before = Pt(above)
            style.paragraph_format.space_after = Pt(below)
            style.paragraph_format.line_spacing = 1.1
    for element in file.styles.element.iter(qn("w:lang")):
        element.set(qn("w:val"), language)
    for sign, number in LISTS.items():
        _define(file, number, _SIGNS[sign])


def _look(style: ParagraphStyle, size: float, *, strong: bool, italic: bool) -> None:
    font, properties = style.font, style.element.get_or_add_rPr()
    for faces in properties.findall(qn("w:rFonts")):
        properties.remove(faces)
    for spacing in properties.findall(qn("w:spacing")):
        properties.remove(spacing)
    around = style.element.get_or_add_pPr()
    for mark in (*around.findall(qn("w:pBdr")), *around.findall(qn("w:tabs"))):
        around.remove(mark)
    style.paragraph_format.left_indent = Pt(0)
    style.paragraph_format.right_indent = Pt(0)
    font.name, font.size, font.bold, font.italic = FACE, Pt(size), strong, italic
    font.color.rgb = _BLACK


def _define(file: Docx, number: int, sign: str) -> None:
    """Define a list whose entries begin with a sign, nine levels deep."""
    levels = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="bullet"/>'
        f'<w:lvlText w:val="{sign}"/><w:lvlJc w:val="left"/><w:pPr>'
        f'<w:ind w:left="{(at + 1) * _INDENT}" w:hanging="{_INDENT}"/></w:pPr></w:lvl>'
        for at in range(9)
    )
    numbering = file.part.numbering_part.element
    kind = parse_xml(
        f'<w:abstractNum{_SPACE} w:abstractNumId="{number}">'
        f'<w:multiLevelType w:val="hybridMultilevel"/>{levels}</w:abstractNum>'
    )
    first = numbering.find(qn("w:num"))
    first.addprevious(kind)
    numbering.append(
        parse_xml(f'<w:num{_SPACE} w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>')
    )


def numbered(made: Paragraph, kind: int, level: int) -> None:
    """Make a paragraph an entry of a list."""
    properties = made._p.get_or_add_pPr().get_or_add_numPr()  # noqa: SLF001 - no other name for it
    properties.get_or_add_ilvl().val = level
    properties.get_or_add_numId().val = kind


def spaced(made: Paragraph, size: float) -> None:
    """Make an empty paragraph that parts a table from what follows it."""
    made.paragraph_format.line_spacing = Pt(size)
    made.paragraph_format.space_after = Pt(0)
