"""What must be heard of a leaf, from its blocks: all of its words, and those that keep their order.

Independent of the painters. In large print a table is a list of its rows, and what stands at the
right of an entry comes after it; so order is asked only of words that always have the same.
"""

from collections.abc import Iterator

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
from ilead_studio.packet.leaf import AnyLeaf, Cover, Diagram, Leaf
from ilead_studio.rules.outline import Row, outline

Said = Iterator[tuple[str, bool]]
"""Words, and whether they keep their order."""


def heard_of(leaf: AnyLeaf) -> list[tuple[str, bool]]:
    """Return the words of a leaf; True stands beside those whose order is always the same."""
    match leaf:
        case Leaf():
            said = [(leaf.title, True), *((text_of(it), True) for it in leaf.about)]
            said += [it for block in leaf.blocks for it in _block(block, leaf.form)]
        case Diagram():
            said = [] if leaf.poster else [*_rows(_drawn_rows(leaf))]
        case Cover():
            said = [(leaf.workbook.title, True), (leaf.when, False)]
    return [(" ".join(text.split()), is_ordered) for text, is_ordered in said if text.strip()]


def _drawn_rows(leaf: Diagram) -> tuple[Row, ...]:
    """Return the rows that are not folded away."""
    rows = outline(leaf.workbook, leaf.page)
    return tuple(it for it in rows if not leaf.levels or it.depth <= leaf.levels)


def may_be_heard(leaf: Leaf) -> set[str]:
    """Return the single words that may be heard of a page of words: its own and its furniture."""
    said = [text for text, _ in heard_of(leaf)]
    said += [leaf.ref, *(leaf.mark or ()), "•", *map(str, range(1, 100))]
    every = [it for block in leaf.blocks for it in _within(block)]
    said += [words for it in every if isinstance(it, Lines) for words in (it.heading, it.label)]
    said += [it.head for one in every if isinstance(one, Table) for it in one.columns]
    said += [it.label for it in _asked(every) if leaf.form == "fillable"]
    return {bare(word) for text in said for word in text.split()}


def bare(word: str) -> str:
    """Return a word without what ends a sentence or leads to the next one."""
    return word.strip(".:?,")


def _asked(blocks: list[Block]) -> Iterator[Ask]:
    """Give all that is asked."""
    for it in blocks:
        if isinstance(it, Question):
            yield it.ask
        elif isinstance(it, Table):
            yield from (cell.ask for row in it.rows for cell in row if cell.ask)


def is_drawn(leaf: Leaf) -> bool:
    """Tell whether a page holds a picture whose signs are heard as words."""
    every = (it for block in leaf.blocks for it in _within(block))
    return any(isinstance(it, Picture) and it.marks for it in every)


def _within(block: Block) -> Iterator[Block]:
    yield block
    yield from (it for one in _inside(block) for it in _within(one))


def _rows(rows: tuple[Row, ...]) -> Said:
    return ((row.text, True) for row in rows)


def _block(block: Block, form: str) -> Said:
    match block:
        case Text():
            yield text_of(block.words), True
        case Heading():
            yield from ((block.ref, False), (text_of(block.words), True))
            yield from ((text_of(it.words), True) for it in block.below)
            yield block.aside, False
        case Listing():
            yield from (it for item in block.items for it in _item(item, block.sign))
        case Table():
            yield from _table(block, form)
        case Facts():
            yield from (it for label, _, cell in block.facts
                        for it in ((label, True), *_cell(cell, form)))  # fmt: skip
        case Question():
            yield text_of(block.words), True
            yield from _ask(block.ask, form)
        case Lines():
            yield from ((block.heading, False), (block.label, False)) if block.number else ()
        case Picture() | Sketch():
            yield from _rows(block.rows) if block.rows else ((block.words, True),)
        case Frame() | Beside() | Entry() | Cards():
            yield from _several(block, form)


def _several(block: Frame | Beside | Entry | Cards, form: str) -> Said:
    match block:
        case Frame():
            yield from ((block.title, True), (block.about, False), (block.corner, False))
        case Entry():
            yield from ((block.ref, False), (text_of(block.words), True))
    yield from (it for one in _inside(block) for it in _block(one, form))


def _item(item: Item, sign: str) -> Said:
    yield item.ref if sign == "ref" else "", False
    yield text_of(item.words), True
    yield from ((text_of(it.words), True) for it in item.below)
    yield item.aside, False
    yield from (it for below in item.items for it in _item(below, sign))


def _table(block: Table, form: str) -> Said:
    for row in block.rows:
        for at, cell in enumerate(row):
            is_head = at == block.head
            yield from ((text, is_head) for text, _ in _cell(cell, form))


def _cell(cell: Cell, form: str) -> Said:
    yield from ((text_of(it), True) for it in cell.paragraphs)
    if cell.picture:
        yield cell.picture.words, False
    if cell.ask:
        yield from ((text, False) for text, _ in _ask(cell.ask, form))


def _ask(ask: Ask, form: str) -> Said:
    """Of fields the sentences are heard, else what is known, or what can be chosen."""
    if ask.boxes:
        yield ask.label, False
    elif ask.options:
        yield from ((words or ask.label, False) for _, words in ask.options)
    elif form == "fillable":
        yield ask.label, False
    else:
        yield ask.value, False


def _inside(block: Block) -> tuple[Block, ...]:
    match block:
        case Frame() | Entry():
            return block.blocks
        case Beside():
            return (*block.left, *block.right)
        case Cards():
            return tuple(it for card in block.cards for it in card)
        case _:
            return ()
