"""A page as an outline in words: what a diagram says, with notes, for reading and for writing on.

References stand in a column of their own, so that paper can come back. What stands right under the
head or the aim is a heading; everything below it is a list. A cause stays with its first why.
"""

from typing import Final

from ilead_studio.drawing.paper import Paper
from ilead_studio.handouts.flow import RULE, Flow
from ilead_studio.handouts.head import cut, title_block
from ilead_studio.handouts.outline_entry import COLUMN, Entry, entries, paragraphs_of
from ilead_studio.handouts.sheet import Stroke
from ilead_studio.handouts.structure import LABELLED, Element
from ilead_studio.handouts.style import (
    BELOW,
    BODY,
    BONE,
    NOTES,
    REFERENCE,
    SMALL,
    SMALL_HEAD,
    STATEMENT,
    Style,
)
from ilead_studio.handouts.tagged import Place, TaggedCanvas
from ilead_studio.model import Fishbone, Page, Workbook
from ilead_studio.rules.names import kind_name
from ilead_studio.words import say

KEPT: Final = 40.0
"""Least height that stays with a heading."""
MOST_KEPT: Final = 300.0
"""Most height that is kept together: more would leave sheets half empty."""
_ELBOW: Final = Stroke(0.7)
_AIR: Final = 5.0
"""Between two entries."""


def outline_title(page: Page) -> str:
    """Return the title of a page's outline."""
    return say("{kind} as an outline", kind=kind_name(page))


def write_outline(
    canvas: TaggedCanvas, paper: Paper, workbook: Workbook, page: Page, section: Element
) -> Place:
    """Write the outline of a page on sheets of its own; returns where it begins."""
    writing = _Writing(canvas, paper, page, section)
    start = Place(writing.flow.sheet, writing.flow.y)
    canvas.bookmark(outline_title(page), 1, start)
    writing.head(workbook)
    found = entries(workbook, page)
    for entry, following in zip(found, (*found[1:], None), strict=False):
        writing.entry(entry, following)
    if not found:
        nothing = say("No causes yet.") if isinstance(page, Fishbone) else say("No drivers yet.")
        writing.flow.write(section.add("P"), nothing, BODY)
    return start


class _Writing:
    """An outline while it is written: the lists that are open, and the heading to repeat."""

    def __init__(self, canvas: TaggedCanvas, paper: Paper, page: Page, section: Element) -> None:
        self.flow = Flow(canvas, paper.tall(), self._again)
        self._page = page
        self._section = section
        self._holder = section
        self._lists: list[Element] = []
        self._heading = ""

    def head(self, workbook: Workbook) -> None:
        """Write the title, and what is to be explained or reached."""
        page, flow, section = self._page, self.flow, self._section
        about = say("In the order of the drawing. Write a reference beside what you add.")
        subtitle = f"{page.title}. {about}" if page.title else about
        title_block(flow, section, "H2", outline_title(page), page.ref, subtitle)
        name, words = _root(page)
        flow.write(section.add("P"), name, SMALL)
        flow.write(section.add("P"), words, STATEMENT)
        if isinstance(page, Fishbone):
            for problem in (it for it in workbook.problems if it.id == page.problem_id):
                text = say("Problem of practice: {text}", text=problem.text)
                flow.write(section.add("P"), text, BELOW)
        for line in paragraphs_of(page.notes):
            flow.write(section.add("P"), line, NOTES)
        flow.gap(10)

    def entry(self, entry: Entry, following: Entry | None) -> None:
        """Write one entry; ``following`` stays with it if it stands below it."""
        if entry.row.depth == 1:
            self._heading = ""  # the last one ends here, on whichever sheet
        self.flow.need(self._kept(entry, following))
        if entry.row.depth == 1:
            self._write_heading(entry)
        else:
            self._write_item(entry)

    def _kept(self, entry: Entry, following: Entry | None) -> float:
        whole = self.flow.room
        kept = entry.height(whole)
        if following and following.row.depth > entry.row.depth:
            kept += following.height(whole)
        return min(kept + KEPT, MOST_KEPT) if entry.row.depth == 1 else min(kept, MOST_KEPT)

    def _write_heading(self, entry: Entry) -> None:
        flow, row = self.flow, entry.row
        self._lists, self._holder = [], self._section
        flow.gap(8)
        flow.canvas.bookmark(cut(row.text), 2, Place(flow.sheet, flow.y))
        heading = self._section.add("H3")
        flow.beside(heading.add("Span"), row.ref, REFERENCE, 0, BONE)
        words = heading.add("Span")
        self._aside(entry, self._section)
        flow.write(words, row.text, BONE, COLUMN, entry.room(flow.room))
        self._underline()
        self._heading = row.text
        if entry.below:
            self._below(entry, self._section)

    def _write_item(self, entry: Entry) -> None:
        flow, level = self.flow, entry.row.depth - 2
        del self._lists[level + 1 :]
        if len(self._lists) == level:
            self._lists.append(self._holder.add("L", attributes=LABELLED))
        item = self._lists[level].add("LI")
        flow.beside(item.add("Lbl"), entry.row.ref, REFERENCE, 0, entry.style)
        self._holder = item.add("LBody")
        words = self._holder.add("P")
        self._aside(entry, self._holder)
        if level:
            self._elbow(entry.indent)
        flow.write(words, entry.row.text, entry.style, entry.indent, entry.room(flow.room))
        self._below(entry, self._holder)

    def _aside(self, entry: Entry, holder: Element) -> None:
        """Say at the right what it is, on the line where its words begin."""
        if entry.aside:
            flow = self.flow
            at = flow.room - SMALL.width(entry.aside)
            flow.beside(holder.add("P"), entry.aside, SMALL, at, entry.style)

    def _below(self, entry: Entry, holder: Element) -> None:
        room = entry.room(self.flow.room)
        for text, style in entry.below:
            self.flow.write(holder.add("P"), text, style, entry.indent, room)
        self.flow.gap(_AIR)

    def _elbow(self, indent: float) -> None:
        """Draw the branch that leads to an item from above."""
        x, y = self.flow.left + indent - 11, self.flow.y
        with self.flow.sheet.artifact():
            branch = ((x, y - _AIR + 1), (x, y + 7), (x + 8, y + 7))
            self.flow.sheet.lines(branch, stroke=_ELBOW)

    def _again(self) -> None:
        """Repeat at the top of a further sheet what it goes on with."""
        flow = self.flow
        with flow.sheet.artifact("Pagination"):
            title = say("{title}, continued", title=outline_title(self._page))
            self._repeat(title, SMALL_HEAD, 0)
            end = flow.room - SMALL_HEAD.width(self._page.ref)
            self._repeat(self._page.ref, SMALL_HEAD, end)
        flow.y += SMALL_HEAD.lead + 14
        if self._heading:
            with flow.sheet.artifact("Pagination"):
                self._repeat(_continued(self._heading, flow.room - COLUMN), BONE, COLUMN)
            flow.y += BONE.lead
            self._underline()

    def _underline(self) -> None:
        self.flow.y += 3
        self.flow.rule(RULE)
        self.flow.y += _AIR

    def _repeat(self, text: str, style: Style, indent: float) -> None:
        flow = self.flow
        at = (flow.left + indent, flow.y + style.baseline)
        flow.sheet.text(style.line(text), at)


def _continued(heading: str, room: float) -> str:
    """Return a heading that goes on from the sheet before, on one line."""
    ending = say("{title}, continued", title="")
    return BONE.shortened(heading, room - BONE.width(ending)) + ending


def _root(page: Page) -> tuple[str, str]:
    """Return what the root of a page is called, and its words."""
    if isinstance(page, Fishbone):
        return say("Problem to explain"), page.head or say("Not named yet.")
    return say("Aim"), page.aim or say("No aim yet.")
