"""Tables of slides: how high their rows are, and how they are written."""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from ilead_studio.drawing.ops import Box
from ilead_studio.office.flat import Grid
from ilead_studio.office.shapes import Named, Type, body, emu, frame, paragraph
from ilead_studio.office.words_set import LEAD, cut_to, lines
from ilead_studio.packet.blocks import Words, plain, strong
from ilead_studio.packet.tongue import Tongue

SIZE: Final = 14.0
PAD: Final = 4.0
_WRITING: Final = 28.0
"""Least height of a row in which there is room to write."""
_SPACES: Final = (
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)
_TABLE: Final = "http://schemas.openxmlformats.org/drawingml/2006/table"
_EDGE: Final = '<a:solidFill><a:srgbClr val="000000"/></a:solidFill>'

Cells = tuple[tuple[Words, ...], ...]


class Row(NamedTuple):
    """A row with its height in points; a head is set in strong words."""

    cells: Cells
    height: float
    is_head: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether it is only there to be written in, behind its number."""
        return not any(self.cells[1:])


def grid_rows(it: Grid, widths: Sequence[float], most: float) -> tuple[Row, list[Row]]:
    """Return the row of heads, and the rows cut so that each fits a slide under the heads."""
    heads = tuple((strong(head),) for head in it.heads)
    head = Row(heads, _height(heads, widths, is_bold=True), is_head=True)
    room = max(most - head.height, most / 3)
    return head, [row for cells in it.rows for row in _cut(cells, widths, room)]


def _height(cells: Cells, widths: Sequence[float], *, is_bold: bool = False) -> float:
    many = [
        sum(lines(words, SIZE, width - 2 * PAD, strong=is_bold) for words in cell)
        for cell, width in zip(cells, widths, strict=True)
    ]
    least = _WRITING if not all(cells) else 0.0
    return max(max(many, default=1) * SIZE * LEAD + 2 * PAD, least)


def _cut(cells: Cells, widths: Sequence[float], most: float) -> Iterator[Row]:
    """Give a row in pieces that are no higher than a slide."""
    rest = cells
    number = int((most - 2 * PAD) / (SIZE * LEAD))
    while _height(rest, widths) > most:
        both = [_cut_cell(cell, width, number) for cell, width in zip(rest, widths, strict=True)]
        first = tuple(it for it, _ in both)
        yield Row(first, _height(first, widths))
        rest = tuple(it for _, it in both)
    yield Row(rest, _height(rest, widths))


def _cut_cell(
    cell: tuple[Words, ...], width: float, most: int
) -> tuple[tuple[Words, ...], tuple[Words, ...]]:
    """Cut a cell after so many lines."""
    first: list[Words] = []
    for at, words in enumerate(cell):
        needed = lines(words, SIZE, width - 2 * PAD)
        if needed > most:
            if most < 1:
                return tuple(first), cell[at:]
            begins, rest = cut_to(words, SIZE, width - 2 * PAD, most)
            return (*first, begins), ((rest,) if rest else ()) + cell[at + 1 :]
        first.append(words)
        most -= needed
    return tuple(first), ()


def grid_xml(
    named: Named, box: Box, widths: Sequence[float], rows: Sequence[Row], ends: Sequence[bool],
    language: Tongue,
) -> str:  # fmt: skip
    """Return a native table."""
    columns = "".join(f'<a:gridCol w="{emu(width)}"/>' for width in widths)
    inside = "".join(_row(row, ends, language) for row in rows)
    place = frame(box).replace("a:xfrm", "p:xfrm")
    return (
        f"<p:graphicFrame{_SPACES}><p:nvGraphicFramePr>{named.xml}<p:cNvGraphicFramePr>"
        '<a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr>'
        f'{place}<a:graphic><a:graphicData uri="{_TABLE}"><a:tbl><a:tblPr firstRow="1"/>'
        f"<a:tblGrid>{columns}</a:tblGrid>{inside}</a:tbl></a:graphicData></a:graphic>"
        "</p:graphicFrame>"
    )


def _row(row: Row, ends: Sequence[bool], language: Tongue) -> str:
    cells = "".join(
        _cell(cell, language, side="r" if is_end else "l", is_head=row.is_head)
        for cell, is_end in zip(row.cells, ends, strict=True)
    )
    return f'<a:tr h="{emu(row.height)}">{cells}</a:tr>'


def _cell(cell: tuple[Words, ...], language: Tongue, *, side: str, is_head: bool) -> str:
    kind = Type(SIZE, SIZE * LEAD, language, bold=is_head, side=side)
    text = body([paragraph(words, kind) for words in cell or (plain(""),)], tag="a:txBody")
    width = 12_700 if is_head else 6_350
    rules = "".join(f'<a:{side} w="0"><a:noFill/></a:{side}>' for side in ("lnL", "lnR", "lnT"))
    pads = f'marL="{emu(PAD)}" marR="{emu(PAD)}" marT="{emu(PAD)}" marB="{emu(PAD)}"'
    return (
        f'<a:tc>{text}<a:tcPr {pads}>{rules}<a:lnB w="{width}">{_EDGE}</a:lnB><a:noFill/>'
        "</a:tcPr></a:tc>"
    )
