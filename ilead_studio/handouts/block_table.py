"""Tables of a page: heads repeat on every sheet, rows stay whole, and rows to write in follow."""

from collections.abc import Iterator
from itertools import chain
from typing import Final, NamedTuple

from ilead_studio.drawing.ops import Point
from ilead_studio.handouts.block import Manner
from ilead_studio.handouts.block_ask import TIGHT, SetAsk
from ilead_studio.handouts.flow import BEGUN, RULE, Flow
from ilead_studio.handouts.ink import Stroke
from ilead_studio.handouts.lines import set_lines, tagged
from ilead_studio.handouts.painter import Setting, paint_figure
from ilead_studio.handouts.runs import Line, broken, in_hand, length, said, whole
from ilead_studio.handouts.structure import Element, summarised
from ilead_studio.handouts.style import Style
from ilead_studio.packet.blocks import Cell, Column, Run, Table, Words, plain, text_of

PAD: Final = 4.0
_BETWEEN: Final = Stroke(0.35)
_TO_WRITE: Final = Stroke(0.6)
_UPRIGHT: Final = Stroke(0.9)
_PARAGRAPHS: Final = 3.0
"""Between two paragraphs of a cell."""
_AFTER: Final = 10.0
_STAYS: Final = 110.0
_FEW: Final = 6
"""A table no higher than this, with so many rows, stays on one sheet."""
_SENTENCE: Final = 40
"""Letters from which on a cell holds a sentence."""
_SOME_WORDS: Final = 9.0
"""Width of some words, in parts of their size."""
_WRITTEN: Final = 29.0
"""Height of a row to write in: a little more than a line of handwriting."""
_ENOUGH: Final = 3
"""Rows to write in for which the rest is left out where the sheet ends."""
_WHOLE: Final = 0.8
"""Parts of a sheet that a row may take and still stay whole."""
FIRST: Final = 240.0
"""Most of a first row that stays with what is before the table."""
_BEGUN: Final = 0.25
"""Parts of a sheet in which a higher one begins, instead of on the next sheet."""
_COLUMN: Final = b"<</O/Table/Scope/Column>>"
_ROW: Final = b"<</O/Table/Scope/Row>>"


class _Set(NamedTuple):
    """A cell with its lines, each with the air before it."""

    cell: Cell
    lines: tuple[tuple[Line, float], ...]
    asked: SetAsk | None

    def is_tight(self, room: float) -> bool:
        """Whether what is asked takes the cell from rule to rule: lines, a field, several boxes."""
        asked = self.asked
        return asked is not None and not self.lines and bool(asked.pull or asked.rows(room) > 1)

    @property
    def inset(self) -> float:
        """How far a tight answer stands from the rules; lines end on the lower one."""
        return 0.0 if self.asked and self.asked.is_lined else TIGHT


class SetTable:
    """A table as wide as the room."""

    def __init__(self, block: Table, manner: Manner) -> None:
        self._block, self._manner = block, manner
        self._style, self._head = manner.type.table, manner.type.head
        self._least = [self._longest(at) + 2 * PAD + NEAR for at in range(len(block.columns))]
        self._shared: dict[float, list[float]] = {}

    # --- measures --------------------------------------------------------------------------------
    def height(self, room: float) -> float:
        """Return how high it is on a sheet without end."""
        rows = sum(self._row_height(it, room) for it in self._every_row())
        return self._head_height(room) + rows + _AFTER

    def _widths(self, room: float) -> list[float]:
        """Return how wide columns are in a room; asked for every cell, so it is kept."""
        if room not in self._shared:
            self._shared[room] = self._sharing(room)
        return self._shared[room]

    def goes_in(self, room: float) -> bool:
        """Tell whether every word has room in its column, and sentences have more than a word."""
        wanted = map(self._wanted, range(len(self._block.columns)))
        return sum(wanted) <= room

    def _wanted(self, at: int) -> float:
        """Return how wide a column should be to be read: where sentences stand, some words."""
        texts = map(text_of, self._said(at))
        is_read = any(len(it) > _SENTENCE for it in texts)
        return max(self._least[at], _SOME_WORDS * self._style.size if is_read else 0.0)

    def _sharing(self, room: float) -> list[float]:
        """Share the room; no column is narrower than its longest word.

        Where they do not all go in, one that is wider than an even share of the room is cut.
        """
        columns = self._block.columns
        even = room / len(columns) if sum(self._least) > room else room
        least = [min(it, even) for it in self._least]
        narrow: set[int] = set()
        while True:
            left = room - sum(least[at] for at in narrow)
            whole = sum(it.share for at, it in enumerate(columns) if at not in narrow)
            wide = [least[at] if at in narrow else left * it.share / whole
                    for at, it in enumerate(columns)]  # fmt: skip
            further = {at for at in range(len(columns)) if wide[at] < least[at] - NEAR}
            if not further or len(narrow | further) == len(columns):
                return wide
            narrow |= further

    def _longest(self, at: int) -> float:
        """Return how wide the longest word of a column is."""
        head = map(self._head.width, self._block.columns[at].head.split())
        cells = set(self._said(at))
        strong = in_hand(Run("", "strong"), self._style)
        words = (
            (strong if any(run.hand == "strong" for run in it) else self._style).width(word)
            for it in cells
            for word in text_of(it).split()
        )
        return max(chain(head, words, self._pictures_wide(at)), default=0.0)

    def _said(self, at: int) -> Iterator[Words]:
        """Give the paragraphs of a column, also those that answer what is asked."""
        for row in self._block.rows:
            yield from self._answered(row[at]).paragraphs

    def _pictures_wide(self, at: int) -> Iterator[float]:
        """Give how wide what is drawn in a column is."""
        shown = (row[at].picture for row in self._block.rows)
        return (it.drawing.bounds.w * self._scale for it in shown if it)

    @property
    def _scale(self) -> float:
        """How large what is drawn in cells is: as large as their words."""
        return self._style.size / 10

    def _room_of(self, width: float) -> float:
        return width - 2 * PAD

    def _head_height(self, room: float) -> float:
        columns = zip(self._block.columns, self._widths(room), strict=True)
        lines = max(len(self._head.lines(it.head, self._room_of(wide))) for it, wide in columns)
        return lines * self._head.lead + 6

    def _every_row(self) -> list[tuple[Cell, ...]]:
        """Return the rows with those to write in."""
        written = map(self._to_write, range(1, self._block.write + 1))
        return [*self._block.rows, *written]

    def _to_write(self, number: int) -> tuple[Cell, ...]:
        first = Cell((plain(str(number)),)) if self._block.numbered else Cell()
        return (first, *[Cell()] * (len(self._block.columns) - 1))

    def _set(self, row: tuple[Cell, ...], room: float) -> list[_Set]:
        return [self._cell(it, self._room_of(width))
                for it, width in zip(row, self._widths(room), strict=True)]  # fmt: skip

    def _cell(self, cell: Cell, room: float) -> _Set:
        cell = self._answered(cell)
        lines: list[tuple[Line, float]] = []
        for paragraph in cell.paragraphs:
            its = broken(paragraph, self._style, room, self._manner.type.least_ref)
            above = _PARAGRAPHS if lines else 0.0
            lines += [(line, 0.0 if at else above) for at, line in enumerate(its)]
        on_rule, ask = not lines, cell.ask
        asked = SetAsk(ask, self._manner, self._style, on_rule=on_rule) if ask else None
        return _Set(cell, tuple(lines), asked)

    def _answered(self, cell: Cell) -> Cell:
        """Return a cell whose answer, where it is words already, is set as they are."""
        ask = cell.ask
        if ask is None or not SetAsk(ask, self._manner, self._style).is_said:
            return cell
        said = tuple(map(plain, ask.value.split("\n")))
        return Cell((*cell.paragraphs, *said), picture=cell.picture)

    def _row_height(self, row: tuple[Cell, ...], room: float) -> float:
        widths = self._widths(room)
        cells = zip(self._set(row, room), widths, strict=True)
        high = max(self._cell_height(it, self._room_of(width)) for it, width in cells) + 2 * PAD
        return max(high, _WRITTEN * self._style.size / 9.5) if is_to_write(row) else high

    def _cell_height(self, it: _Set, room: float) -> float:
        words = sum(self._style.lead + above for _, above in it.lines)
        if it.is_tight(room) and it.asked:
            return it.asked.height(room) + 2 * it.inset - 2 * PAD
        return words + (it.asked.height(room) if it.asked else 0.0)

    def beginning(self, room: float) -> float:
        """Return how much of it stays with what is before it: heads and a row, or all if short."""
        rows = self._every_row()
        together = _ENOUGH if self._block.fill else 1
        first = sum(self._row_height(it, room) for it in rows[:together])
        whole = self.height(room) - _AFTER if len(rows) <= _FEW else _STAYS + 1
        return whole if whole <= _STAYS else self._head_height(room) + min(first, FIRST)

    # --- painting --------------------------------------------------------------------------------
    def paint(self, flow: Flow, element: Element) -> None:
        """Write the table; its heads stand at the top of every sheet."""
        rows = self._every_row()
        flow.begin(self.beginning(flow.room))
        summary = self._block.summary
        table = element.add("Table", attributes=summarised(summary) if summary else b"")
        self._heads(flow, table.add("TR"))
        for at, row in enumerate(rows):
            if self._is_enough(flow, at, row):
                break
            self._row(flow, table.add("TR"), row, is_last=at == len(rows) - 1)
        if self._block.fill:
            self._fill(flow, table)
        flow.gap(_AFTER)

    def _is_enough(self, flow: Flow, at: int, row: tuple[Cell, ...]) -> bool:
        """Tell whether no more rows to write in are worth a further sheet."""
        is_free = at - len(self._block.rows) >= _ENOUGH
        return is_free and flow.y + self._row_height(row, flow.room) > flow.bottom

    def _fill(self, flow: Flow, table: Element) -> None:
        """Add rows to write in down to the foot of the sheet."""
        number = self._block.write + 1
        row = self._to_write(number)
        while flow.y + self._row_height(row, flow.room) <= flow.bottom:
            self._row(flow, table.add("TR"), row, is_last=False)
            number += 1
            row = self._to_write(number)

    def _heads(self, flow: Flow, row: Element | None) -> None:
        """Write the heads; repeated ones, without a row, are artifacts."""
        high, x = self._head_height(flow.room), flow.left
        for column, width in zip(self._block.columns, self._widths(flow.room), strict=True):
            lines = whole(column.head, self._head, self._room_of(width))
            top = flow.y + high - 4 - len(lines) * self._head.lead
            cut = column.head if said(lines) != column.head else None
            element = row.add("TH", attributes=_COLUMN, actual=cut) if row else None
            if column.head:
                self._lines(flow, element, [(it, 0.0) for it in lines], column, (x, top, width),
                            self._head)  # fmt: skip
            x += width
        self._uprights(flow, flow.y, high)
        flow.y += high
        flow.rule(RULE)

    def _lines(
        self, flow: Flow, element: Element | None, lines: list[tuple[Line, float]],
        column: Column, at: tuple[float, float, float], style: Style, *, goes_on: bool = False,
    ) -> None:  # fmt: skip
        x, y, width = at
        if not lines:
            return
        placed: list[tuple[Line, Point]] = []
        for line, above in lines:
            y += above
            free = self._room_of(width) - length(line) if column.end else 0.0
            placed.append((line, (x + free, y + style.baseline)))
            y += style.lead
        set_lines(flow.sheet, element, placed, goes_on=goes_on)

    def _row(self, flow: Flow, element: Element, row: tuple[Cell, ...], *, is_last: bool) -> None:
        """Write a row; one that is higher than a whole sheet goes on over several."""
        high, left = self._row_height(row, flow.room), flow.bottom - flow.y
        if high > left and not self._is_parted(flow, row, high, left):
            self._turn(flow)
        cells = self._set(row, flow.room)
        holders = [self._holder(element, at) for at in range(len(cells))]
        spoken = [_spoken(*it) for it in zip(cells, holders, strict=True)]
        waiting = [_tagged(flow, *it) for it in zip(spoken, cells, strict=True)]
        while True:
            top = flow.y
            room = flow.bottom - top - 2 * PAD
            waiting = [
                self._some(flow, holder, lines, at, top + PAD, room)
                for at, (holder, lines) in enumerate(zip(spoken, waiting, strict=True))
            ]
            if not any(waiting):
                break
            flow.y = flow.bottom
            self._turn(flow)
            high = max(len(it) for it in waiting) * self._style.lead + 2 * PAD
        self._pictures(flow, cells, holders, top)
        self._ask(flow, cells, holders, top, high)
        self._uprights(flow, top, high)
        flow.y = top + high
        self._rule(flow, row, is_last=is_last)

    def _is_parted(self, flow: Flow, row: tuple[Cell, ...], high: float, left: float) -> bool:
        """Tell whether a row begins where there is no room for all of it.

        One does that is higher than a sheet; one of words, that would leave much of it empty.
        """
        sheet = flow.paper.room[1]
        if high > sheet * _WHOLE:
            return left > sheet * _BEGUN
        is_words = not any(it.ask or it.picture for it in row)
        return is_words and left > flow.part_of_sheet(BEGUN) - self._head_height(flow.room) - NEAR

    def _turn(self, flow: Flow) -> None:
        if not flow.is_fresh:
            flow.turn()
            self._heads(flow, None)

    def _holder(self, element: Element, at: int) -> Element:
        if at == self._block.head:
            return element.add("TH", attributes=_ROW)
        return element.add("TD")

    def _some(
        self, flow: Flow, holder: Element, lines: list[tuple[Line, float]], at: int, top: float,
        room: float,
    ) -> list[tuple[Line, float]]:  # fmt: skip
        """Write as many lines of a cell as there is room for; returns what is left."""
        fit, used = 0, 0.0
        while fit < len(lines) and used + lines[fit][1] + self._style.lead <= room + NEAR:
            used += lines[fit][1] + self._style.lead
            fit += 1
        fit = max(fit, 1)
        widths = self._widths(flow.room)
        x = flow.left + sum(widths[:at])
        column = self._block.columns[at]
        self._lines(flow, holder, lines[:fit], column, (x, top, widths[at]), self._style,
                    goes_on=fit < len(lines))  # fmt: skip
        return lines[fit:]

    def _pictures(self, flow: Flow, cells: list[_Set], holders: list[Element], top: float) -> None:
        """Paint what is drawn in cells, on the first line of the row, as large as its words."""
        x, scale = flow.left, self._scale
        for it, holder, width in zip(cells, holders, self._widths(flow.room), strict=True):
            if it.cell.picture:
                drawing = it.cell.picture.drawing
                y = top + PAD + self._style.baseline + drawing.bounds.y * scale
                figure = holder.add("Figure", alternative=it.cell.picture.words)
                paint_figure(Setting(drawing, (x, y), scale), flow.sheet, figure)
            x += width

    def _ask(
        self, flow: Flow, cells: list[_Set], holders: list[Element], top: float, high: float
    ) -> None:
        widths = self._widths(flow.room)
        for at, (it, holder) in enumerate(zip(cells, holders, strict=True)):
            if it.asked is None:
                continue
            room = self._room_of(widths[at])
            flow.y = top + PAD + sum(self._style.lead + above for _, above in it.lines)
            if it.is_tight(room):
                flow.y = top + it.inset
                it.asked.more = high - 2 * it.inset - it.asked.height(room)
            with flow.within(sum(widths[:at]), room):
                it.asked.paint(flow, holder)
        flow.y = top

    def _uprights(self, flow: Flow, top: float, high: float) -> None:
        widths = self._widths(flow.room)
        for at, column in enumerate(self._block.columns):
            if column.ruled:
                x = flow.left + sum(widths[: at + 1]) - PAD
                with flow.sheet.artifact():
                    flow.sheet.lines(((x, top), (x, top + high)), stroke=_UPRIGHT)

    def _rule(self, flow: Flow, row: tuple[Cell, ...], *, is_last: bool) -> None:
        """Draw the rule under a row; under one to write in it is cut at the columns."""
        if not is_to_write(row):
            if not is_last or self._block.closed:
                flow.rule(RULE if is_last else _BETWEEN)
            return
        x = flow.left
        with flow.sheet.artifact():
            for width in self._widths(flow.room):
                x += width
                gap = 2 * PAD if x < flow.left + flow.room - NEAR else 0.0
                flow.sheet.lines(((x - width, flow.y), (x - gap, flow.y)), stroke=_TO_WRITE)


NEAR: Final = 0.01


def is_to_write(row: tuple[Cell, ...]) -> bool:
    """Tell whether something in a row is empty, to be written in."""
    return any(not (it.paragraphs or it.ask or it.picture) for it in row)


def _spoken(it: _Set, holder: Element) -> Element:
    """Return what the words of a cell belong to: what else is set than was typed is heard."""
    typed = " ".join(" ".join(text_of(words).split()) for words in it.cell.paragraphs)
    if typed == said(tuple(line for line, _ in it.lines)):
        return holder
    return holder.add("P", actual=typed)


def _tagged(flow: Flow, holder: Element, it: _Set) -> list[tuple[Line, float]]:
    """Return the lines of a cell, in which words of another language are known as such."""
    if not flow.canvas.own:
        return list(it.lines)
    lines = tagged(holder, [line for line, _ in it.lines], flow.canvas.own)
    return [(line, above) for line, (_, above) in zip(lines, it.lines, strict=True)]
