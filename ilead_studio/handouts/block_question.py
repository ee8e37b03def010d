"""Something asked, and room for its answer: under it, or beside it where that is short."""

from typing import Final

from ilead_studio.handouts.block import Manner
from ilead_studio.handouts.block_ask import SetAsk
from ilead_studio.handouts.block_words import AFTER
from ilead_studio.handouts.fields import AIR
from ilead_studio.handouts.flow import Flow
from ilead_studio.handouts.lines import set_lines
from ilead_studio.handouts.runs import Line, broken, in_hand
from ilead_studio.handouts.structure import Element
from ilead_studio.packet.blocks import Question, Run, Words, plain

_AFTER_WORDS: Final = 6.0
"""Between words and the answer beside them."""
_OVER_LINE: Final = 3.0
"""Between words and the writing line on which they stand."""
_AFTER_BESIDE: Final = 2.0
_AFTER_LINE: Final = 5.0
_OVER_BOXES: Final = 3.0
_OVER_WORDS: Final = 0.3
"""Above words that follow a line, in parts of their size, where that is more."""
_MOST_BESIDE: Final = 0.6
"""Of a line, that words may take for the answer to stand beside them."""
_MIDDLE: Final = 0.33
"""How far below the middle of a field the baseline lies, in parts of the size."""


class SetQuestion:
    """A question with its answer; ``more`` is room that is left over for the answer."""

    def __init__(self, block: Question, manner: Manner) -> None:
        self._block, self._type, self._is_framed = block, manner.type, manner.framed
        self._style = manner.type.table if block.beside else manner.type.body
        self._asked = SetAsk(block.ask, manner, self._style)

    @property
    def pull(self) -> float:
        """How much its answer takes of what is left over."""
        return self._asked.pull

    @property
    def more(self) -> float:
        """What its answer takes of what is left over."""
        return self._asked.more

    @more.setter
    def more(self, points: float) -> None:
        self._asked.more = points

    @property
    def _is_said(self) -> bool:
        """Whether its answer is words already, which go on after those of the question."""
        ask, asked = self._block.ask, self._asked
        return self._block.beside and bool(ask.value) and not (ask.options or asked.is_field)

    def _is_beside(self, room: float) -> bool:
        """Whether the words stand on the first line of the answer."""
        if not self._block.beside or self._before > room * _MOST_BESIDE:
            return False
        asked, ask = self._asked, self._block.ask
        fits = self._style.width(ask.value) <= room - self._before - 2 * AIR
        return bool(ask.options) or asked.is_lined or (ask.lines == 1 and fits)

    @property
    def _before(self) -> float:
        """How much of the first line the words take."""
        words, body = self._block.words, self._style
        wide = sum(in_hand(run, body, self._type.least_ref).width(run.text) for run in words)
        return wide + _AFTER_WORDS if words else 0.0

    @property
    def _air(self) -> float:
        """What stands below it."""
        if not self._block.beside:
            return AFTER
        if self._asked.is_lined:
            return 0.0 if self._is_framed else _AFTER_LINE
        return _AFTER_BESIDE

    def _over(self, room: float) -> float:
        """Return what stands above boxes and words, so that no writing line touches them."""
        over = max(_OVER_BOXES, self._style.size * _OVER_WORDS)
        if self._block.beside and self._block.ask.options:
            return over
        is_under_lines = (self._is_framed or self._is_said) and not self._asked.is_field
        is_words = self._is_said or not self._is_beside(room)
        return over if is_under_lines and is_words else 0.0

    # --- measures --------------------------------------------------------------------------------
    def height(self, room: float) -> float:
        """Return the height of both."""
        if self._is_said:
            lines = sum(len(self._broken(it, room)) for it in self._said())
            return lines * self._style.lead + _AFTER_BESIDE + self._over(room)
        over = 0.0 if self._is_beside(room) else self._words_height(room)
        return over + self._answer_height(room) + self._over(room) + self._air

    def _answer_height(self, room: float) -> float:
        """Return the height of the answer, after the words that stand beside it."""
        return self._asked.height(room, self._before if self._is_beside(room) else 0.0)

    def _kept(self, room: float) -> float:
        """Return how much of it stays together at a break."""
        whole = self.height(room) - self._air
        if self._asked.is_field or self._is_beside(room):
            return whole
        return min(whole, self._words_height(room) + 2 * self._type.writing)

    def _words_height(self, room: float) -> float:
        return len(self._broken(self._block.words, room)) * self._style.lead

    def _broken(self, words: Words, room: float) -> tuple[Line, ...]:
        least = self._type.least_ref
        return broken(words, self._style, room, least) if words else ()

    def _said(self) -> list[Words]:
        """Return the question and its answer as paragraphs."""
        first, *more = self._block.ask.value.split("\n")
        return [(*self._block.words, Run(f" {first}")), *(plain(it) for it in more if it)]

    # --- painting --------------------------------------------------------------------------------
    def paint(self, flow: Flow, element: Element) -> None:
        """Write the question, then the room for the answer."""
        paragraph, body = element.add("P"), self._style
        if self._is_said:
            flow.need(min(self.height(flow.room) - _AFTER_BESIDE, 2 * body.lead))
            flow.gap(self._over(flow.room))
            for words in self._said():
                flow.words(paragraph.add("Span"), words, body)
            flow.gap(_AFTER_BESIDE)
            return
        is_beside = self._is_beside(flow.room)
        flow.need(self._kept(flow.room))
        flow.gap(self._over(flow.room))
        if is_beside:
            self._beside(flow, paragraph)
        elif self._block.words:
            flow.words(paragraph.add("Span"), self._block.words, body)
        self._asked.paint(flow, paragraph, self._before if is_beside else 0.0)
        flow.gap(self._air)

    def _beside(self, flow: Flow, paragraph: Element) -> None:
        """Write the words on the line on which the answer begins."""
        body, asked = self._style, self._asked
        lines = self._broken(self._block.words, flow.room)
        if asked.is_lined:
            y = self._type.writing - _OVER_LINE
        elif asked.is_field:
            y = self._answer_height(flow.room) / 2 + body.size * _MIDDLE
        else:
            y = body.baseline
        for line in lines:
            span = paragraph.add("Span")
            set_lines(flow.sheet, span, [(line, (flow.left, flow.y + y))], goes_on=True)
