"""What changed, in words: one line for each thing that was done to an item, page by page.

Every change of ``rules/difference`` is told by exactly one line.
"""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Final, Literal, NamedTuple

from ilead_studio.model import Snapshot, Workbook, groups, kept_of, pages, replace
from ilead_studio.model.workbook import Counters
from ilead_studio.rules.change_lines import SORTS, Line, Sort, Teller
from ilead_studio.rules.difference import Change, changes_between
from ilead_studio.rules.kept import kept_by_identity
from ilead_studio.rules.names import page_name
from ilead_studio.rules.outline import outline
from ilead_studio.rules.records import reading_of
from ilead_studio.words import count, said_once, say


class Section(NamedTuple):
    """What changed on a page, or of the records that stand on none; ``page_id`` is empty then."""

    name: str
    page_id: str
    lines: tuple[Line, ...]


Against = Literal["file", "snapshot"]
"""With what a workbook is compared: with another whole one, or with what a snapshot keeps."""
MANY: Final = 300
"""With fewer records all is found out within a frame."""
_BEFORE: Final = ("Workbook", "Problem")
_AFTER: Final = ("Idea", "Cycle", "Measure", "Vote", "OpenQuestion", "Meeting", "Evidence",
                 "Party", "TeamRole", "SchoolCalendar", "Break", "Loose", "Snapshot",
                 "Packet")  # fmt: skip
"""Which kinds of records are told before the pages, and which after them."""


def changed_since(workbook: Workbook, snapshot: Snapshot) -> tuple[Section, ...]:
    """Say what changed since a snapshot was taken, in what a snapshot keeps."""
    return sections(compared(snapshot.was, "snapshot"), compared(workbook, "snapshot"))


@kept_by_identity
def compared(workbook: Workbook, against: Against) -> Workbook:
    """Return what of a workbook is compared: all of it that somebody typed or chose.

    Meetings, votes and the tray are no less typed than pages. A snapshot keeps nothing of them, so
    against one they are left out: all of them would seem to have come since.
    """
    book = kept_of(workbook) if against == "snapshot" else workbook
    planless = {
        "fishbones": tuple(replace(it, plan=None) if it.plan else it for it in book.fishbones),
        "theories": tuple(replace(it, plan=None) if it.plan else it for it in book.theories),
    }
    return book.model_copy(update=planless | {"counters": Counters()})


@kept_by_identity
def sections(old: Workbook, new: Workbook) -> tuple[Section, ...]:
    """Say what is done to an old workbook to get the new one, page by page in reading order."""
    return told(old, new, changes_between(old, new))


@kept_by_identity
def steps_to_sections(old: Workbook, new: Workbook) -> Iterator[object]:
    """Find out one by one what ``sections`` asks for; of a small workbook that takes no time.

    Who asks again goes on where the steps were left, and has none when all is known.
    """
    if sum(map(len, groups(new))) <= MANY:
        return
    for side in (old, new):
        yield reading_of(side)
    yield changes_between(old, new)
    for side in (new, old):
        for page in pages(side):
            yield outline(side, page)
    yield sections(old, new)


def told(old: Workbook, new: Workbook, changes: Iterable[Change]) -> tuple[Section, ...]:
    """Say changes between two workbooks, page by page in reading order."""
    names = {page.id: page_name(page) for it in (old, new) for page in pages(it)}
    order = _order(old, new)
    lines = [*Teller(reading_of(old), reading_of(new)).lines(tuple(changes))]
    place = {section: at for at, section in enumerate((*_BEFORE, *order.pages, *_AFTER))}

    def rank(line: Line) -> tuple[int, str, int, int]:
        section = _section(line)
        known = place.get(section, len(place))
        return (
            known + (section == "behind"),
            section,
            SORTS.index(line.sort),
            order.rows.get(line.item_id, 0),
        )

    grouped = groupby(sorted(lines, key=rank), key=_section)
    return tuple(
        Section(names.get(it) or section_name(it), it if it in names else "", tuple(some))
        for it, some in grouped
    )


def _section(line: Line) -> str:
    """Return the page of a line, else its kind; what is behind the pages is told at the end."""
    if line.sort == "behind":
        return line.sort
    return line.page_id or _TOGETHER.get(line.kind, line.kind)


_TOGETHER: Final = {"TeamRole": "Party", "Break": "SchoolCalendar", "Decided": "Meeting",
                    "NextStep": "Meeting"}  # fmt: skip
"""The kinds that are told with another one."""


class _Order(NamedTuple):
    """The ids of the pages, and where each item stands in reading."""

    pages: tuple[str, ...]
    rows: dict[str, int]


def _order(old: Workbook, new: Workbook) -> _Order:
    both = (new, old)
    ids = dict.fromkeys(page.id for it in both for page in pages(it))
    rows: dict[str, int] = {}
    for workbook in both:
        for page in pages(workbook):
            for row in outline(workbook, page):
                rows.setdefault(row.id, len(rows))
    return _Order(tuple(ids), rows)


@said_once(8)
def _kinds() -> dict[str, str]:
    return {
        "Workbook": say("Workbook"),
        "Problem": say("Problem of practice"),
        "Idea": say("Change ideas"),
        "Cycle": say("PDSA"),
        "Measure": say("Measures"),
        "Vote": say("Votes"),
        "OpenQuestion": say("Open questions"),
        "Meeting": say("Meetings"),
        "Evidence": say("Evidence"),
        "Party": say("Partnership"),
        "SchoolCalendar": say("School calendar"),
        "Loose": say("Tray"),
        "Snapshot": say("Snapshots"),
        "Packet": say("Handouts"),
        "behind": say("Behind the pages"),
    }


def section_name(kind: str) -> str:
    """Say where the records of a kind are found; one without words goes by its own name."""
    return _kinds().get(kind, kind)


def lines_of(told: Iterable[Section]) -> Iterator[Line]:
    """Give all lines, section after section."""
    for section in told:
        yield from section.lines


def count_words(told: Iterable[Section]) -> str:
    """Say how much changed: "7 changes", "no changes"."""
    number = sum(len(section.lines) for section in told)
    return count(number, "{number} change", "{number} changes") if number else say("no changes")


def sort_words(sort: Sort) -> str:
    """Return the heading over lines of one sort."""
    return {
        "added": say("Added"), "removed": say("Removed"), "reworded": say("Reworded"),
        "moved": say("Moved"), "relinked": say("Linked anew"),
        "evidence": say("Evidence changed"), "state": say("State changed"),
        "changed": say("Other changes"), "behind": say("Behind the page"),
    }[sort]  # fmt: skip
