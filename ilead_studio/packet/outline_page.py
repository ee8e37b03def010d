"""A page of the workbook in words: what its diagram says, with evidence, votes and notes.

What stands right under the head or the aim is a heading; everything below it is a nested list.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from ilead_studio.drawing.marks import Marks, marks_of
from ilead_studio.model import Fishbone, Page, Theory, Workbook, pages
from ilead_studio.packet.blocks import (
    Block,
    Heading,
    Item,
    Listing,
    Run,
    Text,
    Words,
    plain,
    strong,
)
from ilead_studio.packet.given import Given
from ilead_studio.packet.leaf import Leaf
from ilead_studio.packet.outline_words import Known, paragraphs_of
from ilead_studio.packet.page_words import short_name
from ilead_studio.rules.family import Below as Record
from ilead_studio.rules.family import family
from ilead_studio.rules.names import kind_name
from ilead_studio.rules.outline import Row, outline, role_words
from ilead_studio.rules.serving import serving
from ilead_studio.rules.votes import votes_words
from ilead_studio.words import capital, say

_UNMARKED: Final = Marks()


def outline_page(given: Given) -> tuple[Leaf, ...]:
    """Return the outline of each page, or of the one that is named."""
    named = (page for page in pages(given.workbook) if given.of in ("", page.id))
    return tuple(outline_of(given.workbook, page) for page in named)


def outline_of(workbook: Workbook, page: Page) -> Leaf:
    """Return the outline of a page."""
    return _Outline(workbook, page).leaf()


@dataclass(frozen=True, slots=True)
class _Reading:
    """What is read of a page: its rows by what they stand under, and what is known of each."""

    under: Mapping[str | None, Sequence[Row]]
    records: Mapping[str, Record]
    serves: Mapping[str, str]
    marks: Mapping[str, Marks]


class _Outline:
    """The outline of one page."""

    def __init__(self, workbook: Workbook, page: Page) -> None:
        self._workbook, self._page, self._known = workbook, page, Known.of(workbook)
        rows = outline(workbook, page)
        under: dict[str | None, list[Row]] = defaultdict(list)
        for row in rows:
            under[row.parent_id].append(row)
        records = family(workbook, page).items
        self._read = _Reading(under, records, serving(rows), marks_of(workbook))

    def leaf(self) -> Leaf:
        """Return the page."""
        page = self._page
        return Leaf(
            name=say("{page}, as an outline", page=short_name(page)),
            title=say("{kind} as an outline", kind=kind_name(page)),
            about=(plain(self._about()),),
            ref=page.ref,
            blocks=tuple(self._blocks()),
        )

    def _about(self) -> str:
        parts = [say("{title}.", title=self._page.title)] if self._page.title else []
        parts.append(say("In the order of the drawing. Write a reference beside what you add."))
        return " ".join(parts)

    def _blocks(self) -> Iterator[Block]:
        yield from self._root()
        first = self._read.under[self._page.id]
        for row in first:
            below = tuple(self._below(row))
            yield Heading(plain(row.text), row.ref, runs=True, below=below, aside=self._aside(row))
            if items := self._items(row):
                yield Listing(items, "ref")
        if not first:
            is_fishbone = isinstance(self._page, Fishbone)
            yield Text(plain(say("No causes yet.") if is_fishbone else say("No drivers yet.")))

    def _root(self) -> Iterator[Text]:
        """Say what is to be explained or reached."""
        page = self._page
        if isinstance(page, Fishbone):
            name, words = say("Problem to explain"), page.head or say("Not named yet.")
        else:
            name, words = say("Aim"), page.aim or say("No aim yet.")
        yield Text(plain(name), "label")
        yield Text(strong(words), "statement")
        for problem in (it for it in self._workbook.problems if it.id == page.problem_id):
            if isinstance(page, Fishbone):
                text = say("Problem of practice: {text}", text=problem.text)
                yield Text(plain(text), "detail")
        yield from (Text(plain(line), "note") for line in paragraphs_of(page.notes))

    def _items(self, row: Row) -> tuple[Item, ...]:
        return tuple(map(self._item, self._read.under.get(row.id, ())))

    def _item(self, row: Row) -> Item:
        marks = self._read.marks.get(row.id, _UNMARKED)
        return Item(
            words=_words(row, marks),
            ref=row.ref,
            below=tuple(self._below(row)),
            items=self._items(row),
            aside=self._aside(row),
            marks=Marks(evidence=marks.evidence, idea_state=marks.idea_state),
        )

    def _aside(self, row: Row) -> str:
        """Return a word at the right: what a driver is, the votes for a cause."""
        if isinstance(self._page, Theory):
            return capital(role_words(row))
        votes = self._read.marks.get(row.id, _UNMARKED).votes
        return votes_words(votes) if votes else ""

    def _below(self, row: Row) -> Iterator[Text]:
        """Return what is known of an item besides its words."""
        record = self._read.records[row.id]
        yield from self._known.about(record, is_judged=row.depth > 1)
        if serves := self._read.serves.get(row.id):
            yield Text(plain(serves), "detail")
        yield from (Text(plain(line), "note") for line in paragraphs_of(row.notes))
        yield from self._known.cycles_of(row.id)


def _words(row: Row, marks: Marks) -> Words:
    if marks.root:
        return (*strong(row.text), Run(" "), Run(say("root cause"), "italic"))
    return (Run(row.text, "struck"),) if marks.evidence == "refuted" else plain(row.text)
