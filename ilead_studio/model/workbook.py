"""The whole document, and how to find something in it."""

from collections.abc import Sequence
from operator import attrgetter
from typing import Annotated, Final

from pydantic import Field

from ilead_studio.model.cycle import Cycle
from ilead_studio.model.days import Break, Day, SchoolCalendar
from ilead_studio.model.dismissed import Dismissed
from ilead_studio.model.driver import Driver, Theory
from ilead_studio.model.evidence import Evidence, Loose
from ilead_studio.model.fishbone import Cause, Fishbone
from ilead_studio.model.idea import Idea
from ilead_studio.model.ids import Id
from ilead_studio.model.measure import Measure
from ilead_studio.model.meeting import Decided, Meeting, NextStep
from ilead_studio.model.open_question import OpenQuestion
from ilead_studio.model.packet import Packet
from ilead_studio.model.partnership import Party, TeamRole
from ilead_studio.model.problem import Problem
from ilead_studio.model.record import Record
from ilead_studio.model.text import Heading, Label, Language, Notes
from ilead_studio.model.vote import Vote

REFS_MAX: Final = 999_999
"""Most references of one kind; they have six figures at most."""
_Count = Annotated[int, Field(ge=0, le=REFS_MAX)]


class Counters(Record):
    """The last number given to each kind of reference, so that none is given twice."""

    causes: _Count = 0
    drivers: _Count = 0
    ideas: _Count = 0
    cycles: _Count = 0
    fishbones: _Count = 0
    theories: _Count = 0


LETTER: Final = {
    "causes": "C",
    "drivers": "D",
    "ideas": "I",
    "cycles": "P",
    "fishbones": "F",
    "theories": "T",
}
"""The letter of each kind's references; the keys are the fields of ``Counters``."""


class Snapshot(Record):
    """The workbook as it was on a day: history, which nothing that is done later reaches.

    ``was`` holds what is needed to read the pages of that day (``model/snapshot``); what it says
    leads to records of its own, by the same ids as then. ``why`` tells what it was taken for.
    """

    id: Id
    name: Label
    day: Day
    why: Notes = ""
    was: "Workbook"


class Workbook(Record):
    """Everything one partnership keeps in one file."""

    title: Heading = ""
    language: Language = "en-US"
    counters: Counters = Counters()
    parties: tuple[Party, ...] = ()
    roles: tuple[TeamRole, ...] = ()
    problems: tuple[Problem, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    fishbones: tuple[Fishbone, ...] = ()
    theories: tuple[Theory, ...] = ()
    ideas: tuple[Idea, ...] = ()
    cycles: tuple[Cycle, ...] = ()
    measures: tuple[Measure, ...] = ()
    votes: tuple[Vote, ...] = ()
    questions: tuple[OpenQuestion, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    decided: tuple[Decided, ...] = ()
    next_steps: tuple[NextStep, ...] = ()
    calendar: SchoolCalendar = SchoolCalendar()
    tray: tuple[Loose, ...] = ()
    dismissed: tuple[Dismissed, ...] = ()
    snapshots: tuple[Snapshot, ...] = ()
    packets: tuple[Packet, ...] = ()


Page = Fishbone | Theory
"""What is drawn on one sheet. Its id stands for its root: the head or the aim."""
Item = Cause | Driver | Idea | Fishbone | Theory
"""What can be selected on a page."""
MeetingRecord = Meeting | Decided | NextStep
"""What is kept of meetings."""
AnyRecord = (
    Item | Party | TeamRole | Problem | Cycle | MeetingRecord | Measure | Vote | OpenQuestion
    | Evidence | Loose | Break | Snapshot | Packet
)  # fmt: skip
"""Everything that has an id."""


def groups(workbook: Workbook) -> tuple[Sequence[AnyRecord], ...]:
    """Return everything that has an id, kind by kind: all entries of a group are of one kind."""
    return (
        workbook.parties,
        workbook.roles,
        workbook.problems,
        workbook.evidence,
        workbook.fishbones,
        *(page.causes for page in workbook.fishbones),
        workbook.theories,
        *(page.drivers for page in workbook.theories),
        workbook.ideas,
        workbook.cycles,
        workbook.measures,
        workbook.votes,
        workbook.questions,
        workbook.meetings,
        workbook.decided,
        workbook.next_steps,
        workbook.tray,
        workbook.calendar.breaks,
        workbook.snapshots,
        workbook.packets,
    )


def advised(workbook: Workbook) -> frozenset[str]:
    """Return the ids of everything about which advice can be given."""
    found = {it.id for page in pages(workbook) for it in (page, *items_of(page))}
    beside = (workbook.ideas, workbook.cycles, workbook.measures)
    return frozenset(found.union(*(map(_id, each) for each in beside)))


_id: Final = attrgetter("id")
_source: Final = attrgetter("source")


def pages(workbook: Workbook) -> tuple[Page, ...]:
    """Return every page in the order of the sections."""
    return (*workbook.fishbones, *workbook.theories)


def find(workbook: Workbook, item_id: str) -> Item | None:
    """Return the item with this id; None when the workbook has none."""
    for page in pages(workbook):
        if page.id == item_id:
            return page
        items = items_of(page)
        if item_id in map(_id, items):
            return next(item for item in items if item.id == item_id)
    return next((idea for idea in workbook.ideas if idea.id == item_id), None)


def items_of(page: Page) -> tuple[Cause, ...] | tuple[Driver, ...]:
    """Return the records that a page keeps itself."""
    return page.causes if isinstance(page, Fishbone) else page.drivers


def page_of(workbook: Workbook, item_id: str) -> Page | None:
    """Return the first page on which an item stands; None when it stands on none."""
    for page in pages(workbook):
        if page.id == item_id or _stands_on(page, item_id):
            return page
    return None


def _stands_on(page: Page, item_id: str) -> bool:
    if isinstance(page, Fishbone):
        return item_id in map(_id, page.causes)
    return item_id in map(_source, page.links)
