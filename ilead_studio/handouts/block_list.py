"""Lists of a page: nested, with a reference, a dot or a box before each entry."""

from collections.abc import Iterator
from typing import Final

from ilead_studio.drawing.ops import Box, Drawing, Group, Placed
from ilead_studio.drawing.signs import GUTTER, lead
from ilead_studio.handouts.block import Manner
from ilead_studio.handouts.block_words import AFTER
from ilead_studio.handouts.flow import Flow
from ilead_studio.handouts.ink import Stroke
from ilead_studio.handouts.painter import Setting, decorate
from ilead_studio.handouts.runs import Line, broken, in_hand
from ilead_studio.handouts.structure import LABELLED, LIST, Element
from ilead_studio.handouts.style import Style
from ilead_studio.handouts.type import USUAL
from ilead_studio.packet.blocks import Item, Listing, Run

_STEP: Final = 15.0
"""Indent of a level, in points of usual type."""
_MARGIN: Final = 31.0
"""The column of references."""
_DEEPER: Final = 4.0
"""Indent of a level from the eighth on."""
_LEVELS: Final = 7
_BETWEEN: Final = 4.0
_BOX: Final = Stroke(0.7)
_ELBOW: Final = Stroke(0.7)
_APART: Final = 12.0
"""Between words and the word at their right."""
_MOST_ASIDE: Final = 0.25
"""Most of the room that the words at the right take."""
_UNDER: Final = 2
"""Lines of what stands under the words of an entry that stay with them, and of its end."""
_WHOLE: Final = 7
"""Lines of an entry that is never parted."""


class SetListing:
    """A list."""

    def __init__(self, block: Listing, manner: Manner) -> None:
        self._block, self._manner = block, manner
        self._body = manner.type.body
        self._scale = self._body.size / USUAL.body.size
        self._has_refs = block.sign == "ref"
        every = [*_every(block.items)]
        self._column = margin_of(manner) if self._has_refs else _STEP * self._scale
        small = manner.type.small
        self._asides = max(
            (small.width(it.aside) + _APART for it in every if it.aside), default=0.0
        )

    def _indent(self, depth: int) -> float:
        """Return where the entries of a level begin, from the left: their signs or their words."""
        step = (_STEP if self._has_refs else self._column) * min(depth, _LEVELS)
        return self._column + step + _DEEPER * max(0, depth - _LEVELS)

    def _words_at(self, item: Item, depth: int) -> float:
        """Return where the words of an entry begin: behind its sign, if it has one."""
        gutter = GUTTER * self._body.size / 10 if lead(item.marks).ops else 0.0
        return self._indent(depth) + gutter

    def _aside(self, item: Item, room: float) -> float:
        """Return what the word at the right takes from the room; large print has it below."""
        is_beside = item.aside and self._manner.type.columns
        return min(self._asides, room * _MOST_ASIDE) if is_beside else 0.0

    def height(self, room: float) -> float:
        """Return how high the whole list is."""
        return sum(self._whole(it, 0, room) for it in self._block.items) + AFTER - _BETWEEN

    def _whole(self, item: Item, depth: int, room: float) -> float:
        under = sum(self._whole(it, depth + 1, room) for it in item.items)
        return self._own(item, depth, room) + under

    def _own(self, item: Item, depth: int, room: float) -> float:
        """Return the height of an entry without those below it."""
        lines = self._lines(item, room - self._words_at(item, depth))
        return sum(len(some) * style.lead for some, style in lines) + _BETWEEN

    def _lines(self, item: Item, room: float) -> Iterator[tuple[tuple[Line, ...], Style]]:
        kind = self._manner.type
        yield (
            broken(item.words, self._body, room - self._aside(item, room), kind.least_ref),
            self._body,
        )
        for text in item.below:
            yield broken(text.words, kind.of(text.size), room, kind.least_ref), kind.of(text.size)
        if item.aside and not kind.columns:
            yield broken((Run(item.aside),), kind.small, room, kind.least_ref), kind.small

    def beginning(self, room: float) -> float:
        """Return how much of the list stays with what is before it: its first entry."""
        return self._begin(self._block.items[0], 0, room) if self._block.items else 0.0

    def _begin(self, item: Item, depth: int, room: float) -> float:
        """Return the height of an entry that is never parted: also the first one below it."""
        return self._first(item, depth, room) + (
            self._first(item.items[0], depth + 1, room) if item.items else 0.0
        )

    def _first(self, item: Item, depth: int, room: float) -> float:
        """Return the height of a short entry; of a longer one its words, and two lines under."""
        lines = [*self._lines(item, room - self._words_at(item, depth))]
        if sum(len(some) for some, _ in lines) <= _WHOLE:
            return self._own(item, depth, room)
        words, under = lines[0], lines[1:2]
        high = len(words[0]) * words[1].lead
        return high + sum(min(len(some), _UNDER) * style.lead for some, style in under) + _BETWEEN

    def paint(self, flow: Flow, element: Element) -> None:
        """Write the list; an entry stays with the first one below it."""
        self._list(flow, element, self._block.items, 0)
        flow.gap(AFTER - _BETWEEN)

    def _list(self, flow: Flow, element: Element, items: tuple[Item, ...], depth: int) -> None:
        listed = element.add("L", attributes=LABELLED if self._has_refs else LIST)
        for item in items:
            self._item(flow, listed.add("LI"), item, depth)

    def _item(self, flow: Flow, entry: Element, item: Item, depth: int) -> None:
        flow.begin(self._begin(item, depth, flow.room))
        self._sign(flow, entry, item, depth)
        body = entry.add("LBody")
        self._words(flow, body, item, depth)
        flow.gap(_BETWEEN)
        if item.items:
            self._list(flow, body, item.items, depth + 1)

    def _words(self, flow: Flow, body: Element, item: Item, depth: int) -> None:
        """Write the words of an entry, what is at their right, and what is below them."""
        kind, indent = self._manner.type, self._words_at(item, depth)
        room, words = flow.room - indent, body.add("P")
        aside = self._aside(item, room)
        if aside:
            set_aside(flow, body.add("P"), item.aside, self._body, self._manner, aside)
        flow.words(words, item.words, self._body, indent, room - aside)
        for text, kept in zip(item.below, self._kept(item, depth, flow.room), strict=True):
            flow.need(kept)
            flow.words(body.add("P"), text.words, kind.of(text.size), indent)
        if item.aside and not aside:
            flow.write(body.add("P"), item.aside, kind.small, indent)

    def _kept(self, item: Item, depth: int, room: float) -> Iterator[float]:
        """Give how much of each paragraph stays together: a short end is not left alone."""
        under = [*self._lines(item, room - self._words_at(item, depth))][1:]
        for at in range(len(item.below)):
            ending = under[at + 1 :]
            is_short = 0 < sum(len(some) for some, _ in ending) <= _UNDER
            kept = under[at:] if is_short else ()
            yield sum(len(some) * style.lead for some, style in kept)

    def _sign(self, flow: Flow, entry: Element, item: Item, depth: int) -> None:
        """Set what stands before the words: reference, dot or box, and the sign of its marks."""
        body, indent = self._body, self._indent(depth)
        match self._block.sign:
            case "box":
                size = body.size * 0.85
                x = flow.left + indent - self._column
                with flow.sheet.artifact():
                    corner = Box(x, flow.y + body.baseline - size, size, size)
                    flow.sheet.rectangle(corner, stroke=_BOX)
            case "dot":
                flow.beside(entry.add("Lbl"), "•", body, indent - self._column, body)
            case "ref":
                self._reference(flow, entry, item)
                if depth:
                    self._elbow(flow, indent)
        paint_sign(flow, item, self._words_at(item, depth), body)

    def _reference(self, flow: Flow, entry: Element, item: Item) -> None:
        if item.ref:
            style = ref_style(self._body, self._manner)
            flow.beside(entry.add("Lbl"), item.ref, style, 0.0, self._body)

    def _elbow(self, flow: Flow, indent: float) -> None:
        """Draw the branch that leads to an entry from above."""
        scale, y = self._scale, flow.y
        x = flow.left + indent - 11 * scale
        down = y + 7 * scale
        with flow.sheet.artifact():
            branch = ((x, y - _BETWEEN + 1), (x, down), (x + 8 * scale, down))
            flow.sheet.lines(branch, stroke=_ELBOW)


def _every(items: tuple[Item, ...]) -> Iterator[Item]:
    """Give all entries of a list, however deep."""
    for item in items:
        yield item
        yield from _every(item.items)


def paint_sign(flow: Flow, item: Item, indent: float, style: Style) -> None:
    """Paint the sign of what is marked on an entry before its words, which say the same."""
    sign = lead(item.marks)
    if sign.ops and not flow.sheet.blank:
        scale = style.size / 10
        here = Placed(Group("", "", 0.0, 0.0, Box(0, 0, 0, 0), Box(0, 0, 0, 0), sign.ops), 0.0, 0.0)
        corner = (flow.left + indent - GUTTER * scale, flow.y + style.baseline)
        setting = Setting(Drawing(Box(0.0, 0.0, 0.0, 0.0), ()), corner, scale)
        with flow.sheet.artifact():
            decorate(here, setting, flow.sheet)


def set_aside(
    flow: Flow, element: Element, words: str, line: Style, manner: Manner, room: float
) -> None:
    """Set a word at the end side, on the line of the style that begins here, as far as it fits."""
    small = manner.type.small
    shown = small.shortened(words, room)
    if shown != words:
        element.actual = words
    flow.beside(element, shown, small, flow.room - small.width(shown), line)


def margin_of(manner: Manner) -> float:
    """Return how wide the column of references is."""
    return _MARGIN * manner.type.body.size / USUAL.body.size


def ref_style(style: Style, manner: Manner) -> Style:
    """Return the style of a reference beside words of a style."""
    return in_hand(Run("", "ref"), style, manner.type.least_ref)
