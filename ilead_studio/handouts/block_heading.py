"""Headings inside a page: of sections, and of bones and drivers with a reference in the margin."""

from typing import Final

from ilead_studio.handouts.block import Begins, Manner, Setter
from ilead_studio.handouts.block_list import margin_of, ref_style, set_aside
from ilead_studio.handouts.flow import RULE, Flow
from ilead_studio.handouts.runs import broken
from ilead_studio.handouts.structure import Element
from ilead_studio.packet.blocks import Heading, Run, Words, text_of
from ilead_studio.words import say

_SECTION: Final = 12.0
_PART: Final = 8.0
"""Above a heading."""
_UNDER: Final = 4.0
_KEPT: Final = 40.0
_LINES: Final = 8
"""Least height, and most lines, of what follows that stays with a heading."""
_OVER_RULE: Final = 3.0
_UNDER_RULE: Final = 5.0
_APART: Final = 12.0
"""Between a heading and the word at its right."""


class SetHeading:
    """A heading, which takes something of what follows with it to the next sheet."""

    def __init__(self, block: Heading, manner: Manner, following: Setter | None) -> None:
        self._block, self._manner, self._following = block, manner, following
        is_section = block.level == 2 and not block.runs
        self._style = manner.type.section if is_section else manner.type.bone
        self._before = _SECTION if is_section else _PART
        self._margin = margin_of(manner) if block.runs else 0.0

    @property
    def _words(self) -> Words:
        """The words, behind their reference if that has no column of its own."""
        is_before = self._block.ref and not self._block.runs
        return (
            (Run(f"{self._block.ref} ", "ref"), *self._block.words)
            if is_before
            else self._block.words
        )

    def height(self, room: float) -> float:
        """Return the height of its lines and of what stands below them, with the air around."""
        least = self._manner.type.least_ref
        lines = broken(self._words, self._style, room - self._margin - self._aside, least)
        high = len(lines) * self._style.lead + self._before + _UNDER
        for text in self._block.below:
            style = self._manner.type.of(text.size)
            high += len(broken(text.words, style, room - self._margin, least)) * style.lead
        return high + (_OVER_RULE + _UNDER_RULE if self._block.runs else 0.0)

    @property
    def _aside(self) -> float:
        """What the word at the right takes from the room."""
        aside, small = self._block.aside, self._manner.type.small
        return small.width(aside) + _APART if aside and self._manner.type.columns else 0.0

    def together(self, room: float) -> float:
        """Return how much stands together: itself, and what stays with it."""
        return self.height(room) + self._kept(room)

    def paint(self, flow: Flow, element: Element) -> None:
        """Write it, and let the bookmarks know it."""
        flow.heading = ""  # the last one ends here, on whichever sheet
        flow.begin(self.together(flow.room), is_heading=True)
        flow.gap(self._before)
        flow.bookmark(text_of(self._block.words), self._block.level - 1)
        heading = element.add(f"H{self._block.level}")
        if self._block.runs:
            self._head(flow, heading, element)
        else:
            flow.words(heading, self._words, self._style)
            flow.y += _UNDER
        for text in self._block.below:
            style = self._manner.type.of(text.size)
            flow.words(element.add("P"), text.words, style, self._margin)
        if self._block.runs and self._block.below:
            flow.gap(_UNDER)

    def _kept(self, room: float) -> float:
        """Return how much of what follows stays with it."""
        if isinstance(self._following, SetHeading):
            return self._following.together(room)
        if isinstance(self._following, Begins):
            return max(_KEPT, self._following.beginning(room))
        following = self._following.height(room) if self._following else 0.0
        return max(_KEPT, min(following, _LINES * self._manner.type.body.lead))

    def _head(self, flow: Flow, heading: Element, element: Element) -> None:
        """Write the heading of a bone or a driver, which is repeated where it goes on."""
        if self._block.ref:
            style = ref_style(self._style, self._manner)
            flow.beside(heading.add("Span"), self._block.ref, style, 0.0, self._style)
        words = heading.add("Span")
        if self._aside:
            aside = element.add("P")
            set_aside(flow, aside, self._block.aside, self._style, self._manner, self._aside)
        room = flow.room - self._margin - self._aside
        flow.words(words, self._words, self._style, self._margin, room)
        _rule_under(flow)
        if self._block.aside and not self._aside:
            flow.write(element.add("P"), self._block.aside, self._manner.type.small, self._margin)
        flow.heading, flow.heading_at = text_of(self._block.words), self._margin


def _rule_under(flow: Flow) -> None:
    flow.y += _OVER_RULE
    flow.rule(RULE)
    flow.y += _UNDER_RULE


def repeat_heading(flow: Flow) -> None:
    """Name again at the top of a sheet the bone or the driver that goes on there."""
    if not flow.heading:
        return
    style, margin = flow.type.bone, flow.heading_at
    ending = say("{title}, continued", title="")
    shown = style.shortened(flow.heading, flow.room - margin - style.width(ending)) + ending
    with flow.sheet.artifact("Pagination"):
        flow.sheet.text(style.line(shown), (flow.left + margin, flow.y + style.baseline))
    flow.y += style.lead
    _rule_under(flow)
