"""What a leaf says, in the order in which it is read; and the example that has something of all."""

from collections.abc import Iterator
from functools import cache

from ilead_studio.model import Workbook
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
    Sketch,
    Table,
    Text,
    text_of,
)
from ilead_studio.packet.leaf import Leaf
from ilead_studio.resources import resource
from ilead_studio.storage.disk import Disk
from ilead_studio.storage.store import open_workbook


@cache
def coming_to_school() -> Workbook:
    """Return the example with measures, votes, cycles and snapshots."""
    return open_workbook(resource("examples", "attendance.ilead"), Disk()).workbook


def said(leaf: Leaf) -> list[str]:
    """Return all words of a leaf, paragraph by paragraph."""
    about = [text_of(it) for it in leaf.about]
    return [leaf.title, *about, *(words for block in leaf.blocks for words in _block(block))]


def rows(leaf: Leaf, which: int = 0) -> list[list[str]]:
    """Return the rows of one of its tables, each cell's paragraphs parted by a line."""
    return [[" | ".join(_cell(it)) for it in row] for row in tables(leaf)[which].rows]


def tables(leaf: Leaf) -> list[Table]:
    """Return the tables of a leaf, also those inside other blocks."""
    return [it for block in leaf.blocks for it in _within(block) if isinstance(it, Table)]


def pictures(leaf: Leaf) -> list[Picture]:
    """Return its pictures."""
    return [it for block in leaf.blocks for it in _within(block) if isinstance(it, Picture)]


def sketches(leaf: Leaf) -> list[Sketch]:
    """Return its drawings that are made for a sheet."""
    return [it for block in leaf.blocks for it in _within(block) if isinstance(it, Sketch)]


def _within(block: Block) -> Iterator[Block]:
    """Return a block and all that are in it."""
    yield block
    for it in _inside(block):
        yield from _within(it)


def _block(block: Block) -> Iterator[str]:
    match block:
        case Text():
            yield text_of(block.words)
        case Heading() | Entry():
            yield " ".join(filter(None, (block.ref, text_of(block.words))))
        case Frame():
            yield from (block.title, block.about)
        case Lines():
            yield from filter(None, (block.heading, block.label))
        case Picture() | Sketch():
            yield block.words
        case _:
            yield from _several(block)
    for it in _inside(block):
        yield from _block(it)


def _several(block: Block) -> Iterator[str]:
    match block:
        case Listing():
            yield from (words for it in block.items for words in _item(it))
        case Table():
            yield from (it.head for it in block.columns)
            yield from (words for row in block.rows for it in row for words in _cell(it))
        case Facts():
            yield from (words for label, _, it in block.facts for words in (label, *_cell(it)))
        case Question():
            yield from (text_of(block.words), *_ask(block.ask))


def _inside(block: Block) -> tuple[Block, ...]:
    match block:
        case Entry() | Frame():
            return block.blocks
        case Beside():
            return (*block.left, *block.right)
        case Cards():
            return tuple(it for card in block.cards for it in card)
        case _:
            return ()


def _item(it: Item) -> Iterator[str]:
    yield " ".join(filter(None, (it.ref, text_of(it.words), it.aside)))
    yield from (text_of(words.words) for words in it.below)
    for below in it.items:
        yield from _item(below)


def _cell(it: Cell) -> Iterator[str]:
    yield from map(text_of, it.paragraphs)
    yield from _ask(it.ask)


def _ask(it: Ask | None) -> Iterator[str]:
    if it:
        yield it.label
