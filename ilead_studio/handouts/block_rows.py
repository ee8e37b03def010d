"""Tables where there is little room: each row as lines with labels, if columns would cut words."""

from collections.abc import Iterator
from typing import Final

from ilead_studio.handouts.block import Manner
from ilead_studio.handouts.block_ask import SetAsk
from ilead_studio.handouts.block_table import FIRST, PAD, SetTable
from ilead_studio.handouts.block_words import AFTER, DOTS
from ilead_studio.handouts.flow import RULE, Flow
from ilead_studio.handouts.ink import Stroke
from ilead_studio.handouts.painter import Setting, paint_figure
from ilead_studio.handouts.runs import broken
from ilead_studio.handouts.structure import LIST, Element
from ilead_studio.packet.blocks import Cell, Column, Picture, Run, Table, Words, plain, text_of

_BETWEEN: Final = Stroke(0.35)


def table_setter(block: Table, manner: Manner) -> "SetTable | SetEither":
    """Return what sets a table: as columns, unless large print or a narrow page would cut words."""
    if manner.type.columns and not manner.is_narrow:
        return SetTable(block, manner)
    return SetEither(block, manner)


class SetEither:
    """A table where there is little room: as columns if every word has room in its own."""

    def __init__(self, block: Table, manner: Manner) -> None:
        self._columns, self._rows = SetTable(block, manner), SetRows(block, manner)

    def height(self, room: float) -> float:
        """Return how high it is, set one way or the other."""
        return self._by(room).height(room)

    def beginning(self, room: float) -> float:
        """Return how much of it stays with what is before it."""
        return self._by(room).beginning(room)

    def paint(self, flow: Flow, element: Element) -> None:
        """Write it one way or the other."""
        self._by(flow.room).paint(flow, element)

    def _by(self, room: float) -> "SetTable | SetRows":
        return self._columns if self._columns.goes_in(room) else self._rows


class SetRows:
    """A table as a list: each row begins with what names it, then comes cell after cell."""

    def __init__(self, block: Table, manner: Manner) -> None:
        self._block, self._manner = block, manner
        self._style = manner.type.table

    def height(self, room: float) -> float:
        """Return how high all rows are."""
        return sum(self._row_height(it, room) for it in self._rows()) + AFTER

    def beginning(self, room: float) -> float:
        """Return how much of it stays with what is before it: its first row."""
        return next((min(self._row_height(it, room), FIRST) for it in self._rows()), 0.0)

    def _rows(self) -> Iterator[tuple[Cell, ...]]:
        yield from self._block.rows
        for number in range(1, self._block.write + 1):
            first = Cell((plain(str(number)),)) if self._block.numbered else Cell()
            yield (first, *[Cell()] * (len(self._block.columns) - 1))

    def _parts(self, row: tuple[Cell, ...]) -> Iterator[tuple[Words, Cell]]:
        """Give what is set of a row: paragraphs, and the cell whose answer comes after them.

        What is drawn comes first. What else a cell says of what it names stands under that.
        """
        head = self._block.head
        yield from (((), it) for it in row if it.picture)
        named = [it.paragraphs for it in row[: head + 1] if it.paragraphs]
        title = tuple(run for first, *_ in named for run in (*_strong(first), Run(" ")))
        if title:
            yield title[:-1], _WHOLE
        yield from ((words, _WHOLE) for _, *more in named for words in more)
        for at, (column, it) in enumerate(zip(self._block.columns, row, strict=True)):
            if at > head or not it.paragraphs:
                yield from _labelled(column, it)

    def _row_height(self, row: tuple[Cell, ...], room: float) -> float:
        high = sum(self._part_height(words, it, room) for words, it in self._parts(row))
        return high + 2 * PAD

    def _part_height(self, words: Words, it: Cell, room: float) -> float:
        lines = broken(words, self._style, room, self._manner.type.least_ref)
        return len(lines) * self._style.lead + self._answer_height(it, room)

    def _answer_height(self, it: Cell, room: float) -> float:
        if it.picture:
            return self._scale(it.picture, room) * it.picture.drawing.bounds.h + PAD
        if it.ask:
            asked = SetAsk(it.ask, self._manner, self._style)
            return asked.height(room) + (PAD if asked.is_lined else 0.0)
        return self._manner.type.writing if _is_empty(it) else 0.0

    def paint(self, flow: Flow, element: Element) -> None:
        """Write row after row, with a rule between them."""
        listed, stroke = element.add("L", attributes=LIST), RULE
        for row in self._rows():
            flow.begin(self._row_height(row, flow.room))
            flow.rule(stroke)
            flow.y += PAD
            self._row(flow, listed.add("LI").add("LBody"), row)
            flow.gap(PAD)
            stroke = _BETWEEN
        flow.gap(AFTER)

    def _row(self, flow: Flow, element: Element, row: tuple[Cell, ...]) -> None:
        for words, it in self._parts(row):
            paragraph = element.add("P")
            if it.ask or _is_empty(it):
                flow.need(self._part_height(words, it, flow.room))
            flow.words(paragraph, words, self._style)
            if it.picture:
                self._picture(flow, paragraph, it.picture)
            elif it.ask:
                flow.need(self._answer_height(it, flow.room))
                asked = SetAsk(it.ask, self._manner, self._style)
                asked.paint(flow, paragraph)
                flow.gap(PAD if asked.is_lined else 0.0)
            elif _is_empty(it):
                flow.need(flow.type.writing)
                flow.y += flow.type.writing
                flow.rule(DOTS)

    def _scale(self, picture: Picture, room: float) -> float:
        """Return how large a picture is: as the words below it, if it is not too wide."""
        return min(self._style.size / 10, room / picture.drawing.bounds.w)

    def _picture(self, flow: Flow, element: Element, it: Picture) -> None:
        """Paint what stands in a cell on a line of its own."""
        scale = self._scale(it, flow.room)
        setting = Setting(it.drawing, (flow.left, flow.y), scale)
        paint_figure(setting, flow.sheet, element.add("Figure", alternative=it.words))
        flow.y += it.drawing.bounds.h * scale + PAD


_WHOLE: Final = Cell()
"""Stands where nothing is to be written."""


def _is_empty(it: Cell) -> bool:
    return it is not _WHOLE and not (it.paragraphs or it.ask or it.picture)


def _strong(words: Words) -> Words:
    return tuple(Run(it.text, "strong") for it in words)


def _before_answer(head: str) -> str:
    """Return a heading as it stands before what it names."""
    return f"{head} " if head.endswith("?") else f"{head}: "


def _labelled(column: Column, it: Cell) -> Iterator[tuple[Words, Cell]]:
    """Give the paragraphs of a cell after the heading of its column."""
    label = (Run(_before_answer(column.head)),) if column.head else ()
    first = it.paragraphs[0] if it.paragraphs else ()
    answer = it if it.ask or _is_empty(it) else _WHOLE
    if text_of(first).strip() or answer is it:
        yield (*label, *first), answer if len(it.paragraphs) < 2 else _WHOLE
    for words in it.paragraphs[1:]:
        yield words, _WHOLE
