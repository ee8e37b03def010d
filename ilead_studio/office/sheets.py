"""Sheets of a word processor while they are written."""

from collections.abc import Sequence
from io import BytesIO
from typing import Final, NamedTuple

from docx import Document
from docx.document import Document as Docx
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.table import WD_ROW_HEIGHT_RULE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml import parse_xml
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.section import Section
from docx.shared import Length, Pt
from docx.table import Table as DocxTable
from docx.table import _Cell as DocxCell
from docx.table import _Row as DocxRow
from docx.text.paragraph import Paragraph as DocxParagraph

from ilead_studio.drawing.page import fit
from ilead_studio.drawing.paper import Paper
from ilead_studio.office.diagram import Pictured
from ilead_studio.office.flat import Grid, Paragraph, Part, Role, Room, Shown
from ilead_studio.office.package import clean
from ilead_studio.office.sheet_room import FOOT, LEAST_ROW, Filled
from ilead_studio.office.sheet_styles import LISTS, numbered, prepare, spaced
from ilead_studio.office.words_set import widths
from ilead_studio.packet.blocks import Hand, Words, plain, strong
from ilead_studio.packet.tongue import Tongue
from ilead_studio.words import say

_STYLES: Final[dict[Role, str]] = {
    "section": "Heading2", "part": "Heading3", "item": "ListParagraph", "lead": "Subtitle",
    "statement": "IntenseQuote", "note": "Quote", "small": "Caption", "label": "Caption",
}  # fmt: skip
"""The ids of styles that say what a paragraph is; all else is body text.

By their names the library takes 5 ms to find one.
"""
_BOLD: Final[dict[Hand, bool]] = {"strong": True, "ref": True, "italic": False}
"""What a hand says about boldness; others are as the style is."""
_DEEPEST: Final = 8
"""Levels of a list that a word processor has, from 0."""
_STEP: Final = 18.0
_SIZE, _PAD = 9.5, 5.4
"""Of words in tables, and of the air beside them."""
_FEW: Final = 2
"""Lines to write on that are worth a heading; where there is room for fewer, there are none."""
_ABOUT: Final = 48.0
"""Height that a title takes here more than on a page of ours, with some lines below it."""
_LONG: Final = 900
"""Letters of a row that may be parted between two sheets."""


class Sheets:
    """The document: its pages one after the other, with ``foot`` at the foot of each sheet."""

    def __init__(
        self, foot: str, language: Tongue, paper: Paper, pictured: Pictured | None
    ) -> None:
        self.file: Docx = Document()
        prepare(self.file, language.tag)
        self._language, self._pictured = language, pictured
        self._paper, self._wide = paper, False
        self._begun = False
        self._foot = foot
        self._filled = Filled(paper)
        self._turn(self.file.sections[0])

    @property
    def _room(self) -> float:
        """Width between the margins, in points."""
        paper = self._paper.wide() if self._wide else self._paper.tall()
        return paper.room[0]

    @property
    def picture_room(self) -> tuple[float, float]:
        """Width and height for a picture below the title."""
        paper = self._paper.wide() if self._wide else self._paper.tall()
        width, height = paper.picture_room
        return width, height - _ABOUT

    def begin(self, title: str, ref: str, *, is_wide: bool) -> None:
        """Begin a page: on a new sheet, lying if it is wide."""
        turned, self._wide = is_wide != self._wide, is_wide
        if turned:
            last = self.file.sections[-1]
            self._turn(self.file.add_section(WD_SECTION.NEW_PAGE) if self._begun else last)
        self._filled = Filled(self._paper.wide() if is_wide else self._paper.tall())
        words = (*plain(title), *plain(f"  {ref}" if ref and ref not in title else ""))
        heading = self._add(words, "Heading1")
        heading.paragraph_format.page_break_before = self._begun and not turned
        self._begun = True

    def _add(self, words: Words, style: str, indent: float = 0.0) -> DocxParagraph:
        self._filled.words(words, style, indent)
        made = _styled(self.file.add_paragraph(), style)
        _set(made, words, self._language)
        return made

    def write(self, part: Part, faded: frozenset[str] = frozenset()) -> None:
        """Write a part of a page; items of a drawing that are ``faded`` are pale."""
        match part:
            case Paragraph():
                self._paragraph(part)
            case Grid():
                self._grid(part)
            case Room():
                self._to_write(part)
            case Shown() if self._pictured:
                self._picture(part, faded, self._pictured)
            case Shown():
                self._add(plain(part.words), "Normal")

    def _paragraph(self, it: Paragraph) -> None:
        depth = min(it.depth, _DEEPEST)
        made = self._add(it.words, _style(it), (depth + bool(it.sign)) * _STEP)
        made.paragraph_format.keep_with_next = it.asks or None
        if it.sign:
            numbered(made, LISTS[it.sign], depth)
        elif it.depth:
            made.paragraph_format.left_indent = Pt((depth) * _STEP)

    def _picture(self, it: Shown, faded: frozenset[str], pictured: Pictured) -> None:
        """Show a drawing as wide as there is room; its words are heard instead of it."""
        width = it.drawing.bounds.w * fit(it.drawing, self.picture_room)
        self._filled.picture(it.drawing.bounds.h * fit(it.drawing, self.picture_room))
        run = self.file.add_paragraph().add_run()
        shown = run.add_picture(BytesIO(pictured(it.drawing, faded, width)), width=Pt(width))
        shown._inline.docPr.set("descr", clean(it.words))  # noqa: SLF001 - no name for it

    def _to_write(self, it: Room) -> None:
        """Leave lines to write on, or to type over; those for what is left never begin a sheet."""
        over = it.over or ()
        left = it.lines if it.over is None else self._filled.lines([
            (words.words, _style(words)) for words in over
        ])  # fmt: skip
        if it.over is not None and left < _FEW:
            return
        for words in over:
            self.write(words)
        for _ in range(min(it.lines, left)):
            made = self._add(plain("\t"), "Normal")
            end, leader = WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS
            made.paragraph_format.tab_stops.add_tab_stop(Pt(self._room), end, leader)

    def _grid(self, it: Grid) -> None:
        """Write a table, whose heads stand again on every sheet."""
        table = self.file.add_table(rows=1 + len(it.rows), cols=len(it.heads))
        table.style, table.autofit = "Table Grid", False
        _described(table, it.summary)
        points = widths(it, _SIZE, _PAD, self._room)
        self._filled.table(it, points, _PAD)
        wide = [Pt(each) for each in points]
        for column, width in zip(table.columns, wide, strict=True):
            column.width = width
        head, *rows = table.rows
        ways = _Ways(wide, it.ends, self._language)
        _head(head, it, ways)
        for row, cells in zip(rows, it.rows, strict=True):
            _row(row, cells, ways)
        spaced(self.file.add_paragraph(), 4)

    def _turn(self, section: Section) -> None:
        """Let sheets stand or lie from here on; at their foot is room for as much."""
        _size(section, self._paper.wide() if self._wide else self._paper.tall())
        section.footer.is_linked_to_previous = False
        foot = _styled(section.footer.paragraphs[0].clear(), "Footer")
        foot.paragraph_format.tab_stops.clear_all()  # a first sheet may be turned once more
        foot.paragraph_format.tab_stops.add_tab_stop(Pt(self._room), WD_TAB_ALIGNMENT.RIGHT)
        foot.add_run(clean(self._foot) + "\t")
        _number(foot)


_SPACE: Final = ' xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_FIELDS: Final = {
    sign: f'<w:fldSimple{_SPACE} w:instr="{name}"><w:r><w:t>1</w:t></w:r></w:fldSimple>'
    for sign, name in (("\1", "PAGE"), ("\2", "NUMPAGES"))
}


def _number(foot: DocxParagraph) -> None:
    """Number sheets by fields, which the word processor fills."""
    for part in _parted(say("page {number} of {pages}", number="\1", pages="\2")):
        if part in _FIELDS:
            foot._p.append(parse_xml(_FIELDS[part]))  # noqa: SLF001 - the library has no name for it
        elif part:
            foot.add_run(part)


def _parted(words: str) -> list[str]:
    """Part a sentence at its fields."""
    for sign in _FIELDS:
        words = words.replace(sign, f"\0{sign}\0")
    return words.split("\0")


def _size(section: Section, paper: Paper) -> None:
    section.page_width, section.page_height = Pt(paper.width), Pt(paper.height)
    section.orientation = WD_ORIENT.LANDSCAPE if paper.is_wide else WD_ORIENT.PORTRAIT
    section.left_margin, section.right_margin = Pt(paper.left), Pt(paper.right)
    section.top_margin, section.bottom_margin = Pt(paper.top), Pt(paper.bottom + FOOT)
    section.footer_distance = Pt(paper.bottom - 18)


def _style(it: Paragraph) -> str:
    """Return the id of the style of a paragraph."""
    return _STYLES.get(it.role, "Normal")


def _styled(made: DocxParagraph, style: str) -> DocxParagraph:
    made._p.style = style  # noqa: SLF001 - see the ids of styles
    return made


def _set(made: DocxParagraph, words: Words, language: Tongue) -> None:
    """Set words in runs; those in another language say so."""
    for run in words:
        for text, tag in language.parts(run.text):
            one = made.add_run(clean(text))
            one.bold = _BOLD.get(run.hand)
            one.italic = (run.hand == "italic") or None
            one.font.strike = (run.hand == "struck") or None
            if tag != language.tag:
                one._r.get_or_add_rPr().append(_tag(tag))  # noqa: SLF001 - no name for it


def _tag(language: str) -> BaseOxmlElement:
    made = parse_xml(f"<w:lang{_SPACE}/>")
    made.set(f"{{{_SPACE.split(chr(34))[1]}}}val", language)
    return made


def _described(table: DocxTable, summary: str) -> None:
    """Say what a table holds, for those who hear it."""
    if summary:
        made = parse_xml(f"<w:tblDescription{_SPACE} w:val=''/>")
        made.set(f"{{{_SPACE.split(chr(34))[1]}}}val", clean(summary))
        table._tbl.tblPr.append(made)  # noqa: SLF001 - the library has no name for it


class _Ways(NamedTuple):
    """How the cells of a table are set: how wide, which at the end side, in which language."""

    wide: Sequence[Length]
    ends: Sequence[bool]
    language: Tongue


def _head(row: DocxRow, it: Grid, ways: _Ways) -> None:
    _property(row, "tblHeader")
    _row(row, tuple((strong(head),) for head in it.heads), ways)


def _row(row: DocxRow, cells: Sequence[Sequence[Words]], ways: _Ways) -> None:
    """Fill a row; one that is not long stays on one sheet, one to write in is high enough."""
    if sum(len(run.text) for cell in cells for words in cell for run in words) < _LONG:
        _property(row, "cantSplit")
    if not all(cells):
        row.height, row.height_rule = Pt(LEAST_ROW), WD_ROW_HEIGHT_RULE.AT_LEAST
    for cell, texts, width, is_end in zip(row.cells, cells, ways.wide, ways.ends, strict=True):
        cell.width = width
        _fill(cell, texts, ways.language, is_end=is_end)


def _property(row: DocxRow, name: str) -> None:
    properties = row._tr.get_or_add_trPr()  # noqa: SLF001 - the library has no name for it
    properties.append(parse_xml(f"<w:{name}{_SPACE}/>"))


def _fill(cell: DocxCell, texts: Sequence[Words], language: Tongue, *, is_end: bool) -> None:
    for at, words in enumerate(texts or ((),)):
        made = _styled(cell.add_paragraph() if at else cell.paragraphs[0], "TableText")
        if is_end:
            made.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        _set(made, words, language)
