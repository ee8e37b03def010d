"""A page in the few parts that other programs know: paragraphs, tables, drawings, room to write."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Final, Literal, assert_never

from ilead_studio.drawing.marks import Marks
from ilead_studio.drawing.ops import Drawing
from ilead_studio.drawing.signs import spoken_marks
from ilead_studio.packet.blocks import (
    Ask,
    Beside,
    Block,
    Cards,
    Cell,
    Entry,
    Facts,
    Frame,
    Heading,
    Item,
    Lines,
    Listing,
    Picture,
    Question,
    Run,
    Size,
    Sketch,
    Table,
    Text,
    Words,
    plain,
    strong,
)
from ilead_studio.rules.outline import Row
from ilead_studio.words import say

Role = Size | Literal["section", "part", "item"]
"""What a paragraph is: as texts are, a heading of a section or of a part in it, or of a list."""
_EMPTY: Final = "☐\u00a0"
_TICKED: Final = "☒\u00a0"
_BETWEEN: Final = "     "
_SKETCHED: Final = (880.0, 396.0)
"""The room for which a drawing is made that fills what is left of a sheet: that of a slide."""
_LEFT: Final = 6
"""Lines to write on where paper has as many as there is room for."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Words; of a list those of an entry ``depth`` deep, or what stands under them (no sign).

    One that ``asks`` stays with what follows it.
    """

    words: Words
    role: Role = "body"
    depth: int = 0
    sign: Literal["", "dot", "box"] = ""
    asks: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: its heads, the shares of the width, which columns stand at the end, its cells."""

    summary: str
    heads: tuple[str, ...]
    shares: tuple[float, ...]
    ends: tuple[bool, ...]
    rows: tuple[tuple[tuple[Words, ...], ...], ...]


@dataclass(frozen=True, slots=True)
class Room:
    """So many lines to write on.

    With ``over`` they are only there where room is left, and it stands or goes with them.
    """

    lines: int
    over: tuple[Paragraph, ...] | None = None


@dataclass(frozen=True, slots=True)
class Shown:
    """A drawing with words that tell of it."""

    drawing: Drawing
    words: str


Part = Paragraph | Grid | Room | Shown


def parts_of(blocks: Iterable[Block]) -> Iterator[Part]:
    """Return the parts of blocks, one under the other."""
    return chain.from_iterable(map(_parts, blocks))


def _parts(block: Block) -> Iterator[Part]:
    match block:
        case Text():
            return iter((Paragraph(block.words, block.size),))
        case Heading():
            return _heading(block)
        case Listing():
            return _entries(block.items, block.sign, 0)
        case Table():
            return iter((_grid(block),))
        case Lines() | Question():
            return _asked(block)
        case Facts() | Frame() | Beside() | Entry() | Cards():
            return _arranged(block)
        case Picture() | Sketch():
            return _picture(block)
        case _:
            assert_never(block)


def _arranged(block: Facts | Frame | Beside | Entry | Cards) -> Iterator[Part]:
    match block:
        case Facts():
            return iter((_facts(block),))
        case Frame():
            return _frame(block)
        case Beside():
            return parts_of((*block.left, *block.right))
        case Entry():
            heading = Heading(block.words, block.ref, block.level)
            return parts_of((heading, *block.blocks))
        case Cards():
            return _cards(block)


def _cards(block: Cards) -> Iterator[Part]:
    """Give cards one under the other, each with its number."""
    for number, card in enumerate(block.cards, 1):
        yield Paragraph(plain(say("Card {number}", number=number)), "section")
        yield from parts_of(card)


def _with_ref(ref: str, words: Words) -> Words:
    return (Run(ref, "ref"), Run("  "), *words) if ref else words


def _with_aside(words: Words, aside: str) -> Words:
    return (*words, Run(f"  ({aside})", "italic")) if aside else words


def _heading(block: Heading) -> Iterator[Part]:
    words = _with_aside(_with_ref(block.ref, block.words), block.aside)
    yield Paragraph(words, "section" if block.level == 2 else "part")
    yield from (Paragraph(it.words, it.size) for it in block.below)


def _entries(
    items: Sequence[Item], sign: Literal["ref", "dot", "box"], depth: int
) -> Iterator[Part]:
    for it in items:
        words = _with_aside(_with_ref(it.ref, it.words), it.aside)
        yield Paragraph(words, "item", depth, "box" if sign == "box" else "dot")
        yield from (Paragraph(text.words, text.size, depth + 1) for text in it.below)
        yield from _entries(it.items, sign, depth + 1)


def answered(ask: Ask) -> tuple[Words, ...]:
    """Return what is known of an answer, or boxes to tick; nothing where there is room to write."""
    if ask.boxes:
        return (plain(" ".join([_EMPTY.rstrip()] * ask.boxes)),)
    if not ask.options:
        return (plain(ask.value),) if ask.value else ()
    taken = ask.value.split()
    boxes = (f"{_TICKED if value in taken else _EMPTY}{words}" for value, words in ask.options)
    return (plain(_BETWEEN.join(boxes)),)


def _cell(cell: Cell) -> tuple[Words, ...]:
    """Return what stands in a cell; of a small drawing the words that tell of it."""
    seen = (plain(cell.picture.words),) if cell.picture else ()
    return cell.paragraphs + seen + (answered(cell.ask) if cell.ask else ())


def _grid(block: Table) -> Grid:
    many = len(block.columns)
    rows = [tuple(map(_cell, row)) for row in block.rows]
    for number in range(1, block.write + 1):
        first = ((plain(str(number)),) if block.numbered else (),)
        rows.append((*first, *((),) * (many - 1)))
    return Grid(
        block.summary,
        tuple(it.head for it in block.columns),
        tuple(it.share for it in block.columns),
        tuple(it.end for it in block.columns),
        tuple(rows),
    )


def _facts(block: Facts) -> Grid:
    heads = tuple(label for label, _, _ in block.facts)
    shares = tuple(share for _, share, _ in block.facts)
    row = tuple(_cell(cell) for _, _, cell in block.facts)
    return Grid("", heads, shares, (False,) * len(heads), (row,))


def _asked(block: Lines | Question) -> Iterator[Part]:
    if isinstance(block, Lines):
        yield from _lines(block)
        return
    known = answered(block.ask)
    if block.beside and block.words and known:
        yield Paragraph((*block.words, Run(" "), *known[0]))
        return
    if block.words:
        yield Paragraph(block.words, asks=True)
    yield from map(Paragraph, known)
    if not known:
        yield Room(block.ask.lines)


def _lines(block: Lines) -> Iterator[Part]:
    heading = (Paragraph(plain(block.heading), "section"),) if block.heading else ()
    label = (Paragraph(plain(block.label), "label", asks=True),) if block.label else ()
    if not block.number:
        yield Room(_LEFT, (*heading, *label))
        return
    yield from (*heading, *label)
    yield Room(block.number)


def _frame(block: Frame) -> Iterator[Part]:
    yield Paragraph((*strong(block.title), Run(f"  {block.about}")), "section")
    if block.corner:
        yield Paragraph(plain(block.corner), "small")
    yield from parts_of(block.blocks)


def _picture(block: Picture | Sketch) -> Iterator[Part]:
    if isinstance(block, Sketch):
        yield Shown(block.made_for(_SKETCHED), block.words)
        yield from listed(block.rows, {})
    else:
        yield Shown(block.drawing, block.words)
        yield from listed(block.rows, block.marks)


def listed(rows: Sequence[Row], marks: Mapping[str, Marks]) -> Iterator[Paragraph]:
    """Return rows of an outline as a nested list, with their references and signs in words."""
    for row in rows:
        words = plain(row.text) or ((Run(say("no words yet"), "italic"),))
        aside = spoken_marks(marks[row.id]._replace(ref="")) if row.id in marks else ""
        yield Paragraph(_with_aside(_with_ref(row.ref, words), aside), "item", row.depth, "dot")
