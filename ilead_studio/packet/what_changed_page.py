"""What changed since the last meeting or a named snapshot: tables, and the diagrams with marks."""

from collections.abc import Iterable, Iterator
from typing import Final

from ilead_studio.drawing.levels import READABLE
from ilead_studio.drawing.looked_back import draw_looked_back, seen_page
from ilead_studio.drawing.ops import Drawing, smallest_words
from ilead_studio.drawing.page import fit
from ilead_studio.drawing.paper import PAPERS
from ilead_studio.model import Cause, Cycle, Driver, Idea, Page, Workbook, pages
from ilead_studio.model.workbook import items_of
from ilead_studio.packet.blocks import (
    Block,
    Cell,
    Column,
    Heading,
    Lines,
    Picture,
    Table,
    Text,
    plain,
)
from ilead_studio.packet.cells import cell, ref_cell
from ilead_studio.packet.given import Given
from ilead_studio.packet.leaf import Leaf
from ilead_studio.packet.page_words import cut
from ilead_studio.rules.before_now import BeforeNow
from ilead_studio.rules.change_lines import Line, Sort
from ilead_studio.rules.changed import Section
from ilead_studio.rules.days import dated_words
from ilead_studio.rules.looking_back import Looking, Sides, changes, pages_of, sides
from ilead_studio.rules.meeting_changes import last_snapshot
from ilead_studio.rules.meetings import meeting_in_view
from ilead_studio.rules.names import page_name
from ilead_studio.rules.outline import outline
from ilead_studio.words import count, say

_ROOM: Final = PAPERS["letter"].wide().picture_room
"""For this the plans are found that are kept with the pages, so all stands where it stands."""
_LEFT: Final = (_ROOM[0], _ROOM[1] - 12.0)
"""What is left of it where how to read the picture takes two lines."""
_BEHIND: Final = "behind"
"""How a page is laid out; nobody typed it."""


def what_changed_page(given: Given) -> tuple[Leaf, ...]:
    """Return the tables, and a page for each diagram that changed; nothing without a snapshot.

    It is the snapshot that is named, else that of the last meeting, else the newest one.
    """
    both = sides(given.workbook, Looking(old_id=given.of or _usual(given.workbook)))
    if both is None:
        return ()
    told = tuple(filter(None, map(_typed, changes(both))))
    title = say("What changed since {name}", name=both.snapshot.name)
    about = say(
        "From the snapshot of {then} to the workbook of {now}. What is dropped keeps its "
        "reference.", then=dated_words(both.snapshot.day), now=dated_words(given.today),
    )  # fmt: skip
    blocks = (*_tables(both, told), _unchanged(both.new, told), Lines(heading=say("My notes")))
    first = Leaf(say("What changed"), title, blocks, (plain(about),), _refs(both, told))
    return (first, *(() if given.large else _diagrams(both, told)))


def _usual(workbook: Workbook) -> str:
    meeting = meeting_in_view(workbook)
    snapshot = last_snapshot(workbook, meeting) if meeting else None
    return snapshot.id if snapshot else ""


def _typed(section: Section) -> Section | None:
    """Return a section without what nobody typed; None if nothing is left."""
    lines = tuple(it for it in section.lines if it.sort != _BEHIND)
    return section._replace(lines=lines) if lines else None


def _refs(both: Sides, told: tuple[Section, ...]) -> str:
    changed = {it.page_id for it in told}
    return ", ".join(it.ref for it in pages_of(both) if it.id in changed)


def _tables(both: Sides, told: tuple[Section, ...]) -> Iterator[Block]:
    sided = BeforeNow(both.old, both.new)
    refs = {it.id: it.ref for it in pages_of(both)}
    for section in told:
        yield Heading(plain(section.name), refs.get(section.page_id, ""))
        yield Table(
            say("Changes: {section}", section=section.name),
            (
                Column(say("Change"), 1.3),
                Column(say("Ref"), 0.7),
                Column(say("What"), 3.6),
                Column(say("Before"), 2.6),
                Column(say("Now"), 2.6),
            ),
            tuple(_row(sided, it) for it in section.lines),
            head=2,
        )
    if not told:
        yield Text(plain(say("Nothing has changed since then.")))


def _row(sided: BeforeNow, line: Line) -> tuple[Cell, ...]:
    before, now = sided.of(line)
    if line.sort == "reworded":
        now = say("as it stands here")
    return (cell(_sort_words(line.sort)), ref_cell(line.ref), cell(line.words), cell(before),
            cell(now))  # fmt: skip


def _sort_words(sort: Sort) -> str:
    return {
        "added": say("added"), "removed": say("removed"), "reworded": say("reworded"),
        "moved": say("moved"), "relinked": say("linked anew"), "evidence": say("evidence"),
        "state": say("state"), "changed": say("changed"), "behind": say("layout"),
    }[sort]  # fmt: skip


def _unchanged(now: Workbook, told: tuple[Section, ...]) -> Text:
    """Say how much is as it was."""
    changed = {line.item_id for section in told for line in section.lines}

    def same(items: Iterable[Cause | Driver | Idea | Cycle]) -> int:
        return sum(it.id not in changed for it in items)

    causes = sum(same(items_of(page)) for page in now.fishbones)
    drivers = sum(same(items_of(page)) for page in now.theories)
    ideas, cycles = same(now.ideas), same(now.cycles)
    some = (
        (causes, count(causes, "{number} bone or cause", "{number} bones and causes")),
        (drivers, count(drivers, "{number} driver", "{number} drivers")),
        (ideas, count(ideas, "{number} change idea", "{number} change ideas")),
        (cycles, count(cycles, "{number} PDSA cycle", "{number} PDSA cycles")),
    )
    kept = [words for number, words in some if number]
    if not kept:
        return Text(plain(say("Nothing is as it was.")), "small")
    return Text(plain(say("Unchanged: {what}.", what=", ".join(kept))), "small")


def _diagrams(both: Sides, told: tuple[Section, ...]) -> Iterator[Leaf]:
    """Give each diagram on which something changed, with the marks of what happened."""
    changed = {it.page_id for it in told}
    for page in pages(both.new):
        drawing, has_refs = _drawn(both, page)
        seen = seen_page(both.old, both.new, page.id, "marked", has_refs=has_refs)
        if page.id in changed and drawing and seen:
            words = say("{page}, with what changed since {name}", page=page_name(page),
                        name=both.snapshot.name)  # fmt: skip
            rows = outline(seen.workbook, seen.page)
            picture = Picture(drawing, words, rows, marks=seen.view.marks)
            name = say("What changed: {page}", page=cut(page_name(page), 38))
            yield Leaf(name, page_name(page), (picture,), (plain(_how_to_read(both)),), page.ref,
                       wide=True, level=1)  # fmt: skip


def _drawn(both: Sides, page: Page) -> tuple[Drawing | None, bool]:
    """Draw a page with what changed; each item shows its reference if words stay large enough."""
    for has_refs in (True, False):
        found = draw_looked_back(both, page.id, "marked", _ROOM, page.plan, has_refs=has_refs)
        if found and smallest_words(found) * fit(found, _LEFT) >= READABLE:
            return found, has_refs
    return found, False


def _how_to_read(both: Sides) -> str:
    return say(
        "What changed since {name}. A thick edge is new, a double one reworded, a broken one "
        "moved or gone; the word after it says which.", name=both.snapshot.name,
    )  # fmt: skip
