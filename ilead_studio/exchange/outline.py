"""An outline from somewhere else, and how it becomes a page of a workbook."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from pydantic import ValidationError

from ilead_studio.errors import ExchangeError
from ilead_studio.model import (
    Cause,
    Driver,
    Fishbone,
    Idea,
    Ids,
    Link,
    Theory,
    Workbook,
    faults,
    groups,
    replace,
)
from ilead_studio.model.cycle import line_ids
from ilead_studio.model.meeting import agenda_ids
from ilead_studio.model.workbook import LETTER
from ilead_studio.words import say

PageKind = Literal["fishbone", "theory"]
"""What an outline is to become."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One item of an outline: 1 is a bone or a primary driver, 2 stands under it, and so on."""

    depth: int
    text: str
    is_idea: bool = False
    notes: str = ""


@dataclass(frozen=True, slots=True)
class Outline:
    """A page as text: its head or aim, the entries in reading order, and what was left out."""

    kind: PageKind
    root: str
    notes: str
    entries: tuple[Entry, ...]
    notices: tuple[str, ...] = ()


def add_outline(
    workbook: Workbook, outline: Outline, ids: Ids
) -> tuple[Workbook, str, tuple[str, ...]]:
    """Add an outline as a new page; returns the workbook, the page's id, and what to tell.

    The page is built at once, because single edits of ten thousand lines would take minutes.

    Raises:
        ExchangeError: if the workbook would not be sound with it.
    """
    fresh = _fresh(workbook, ids)
    page_id = next(fresh)
    step = _with_fishbone if outline.kind == "fishbone" else _with_theory
    try:
        made = step(workbook, outline, page_id, fresh)
    except ValidationError as error:
        raise ExchangeError(
            say("The outline does not fit into this workbook. Nothing was imported.")
        ) from error
    if found := faults(made):
        message = found[0].message
        raise ExchangeError(say("{message} Nothing was imported.", message=message))
    return made, page_id, outline.notices


def _fresh(workbook: Workbook, ids: Ids) -> Iterator[str]:
    """Give out ids that the workbook does not have yet."""
    taken = {it.id for group in groups(workbook) for it in group}
    taken.update(line_ids(workbook.cycles), agenda_ids(workbook.meetings))
    while True:
        new_id = ids()
        if new_id not in taken:
            taken.add(new_id)
            yield new_id


def _with_fishbone(
    workbook: Workbook, outline: Outline, page_id: str, fresh: Iterator[str]
) -> Workbook:
    counters = workbook.counters
    causes: list[Cause] = []
    above = [page_id]
    for number, entry in enumerate(outline.entries, counters.causes + 1):
        cause = Cause(
            id=next(fresh),
            ref=f"{LETTER['causes']}{number}",
            parent_id=above[entry.depth - 1],
            text=entry.text,
            notes=entry.notes,
        )
        causes.append(cause)
        above[entry.depth :] = [cause.id]
    page = Fishbone(
        id=page_id,
        ref=f"{LETTER['fishbones']}{counters.fishbones + 1}",
        head=outline.root,
        notes=outline.notes,
        causes=tuple(causes),
    )
    numbers = {"causes": counters.causes + len(causes), "fishbones": counters.fishbones + 1}
    return replace(
        workbook,
        counters=replace(counters, **numbers),
        fishbones=(*workbook.fishbones, page),
    )


def _with_theory(
    workbook: Workbook, outline: Outline, page_id: str, fresh: Iterator[str]
) -> Workbook:
    counters = workbook.counters
    drivers, ideas, links = _theory_parts(workbook, outline, page_id, fresh)
    page = Theory(
        id=page_id,
        ref=f"{LETTER['theories']}{counters.theories + 1}",
        aim=outline.root,
        notes=outline.notes,
        drivers=tuple(drivers),
        links=tuple(links),
    )
    numbers = {
        "drivers": counters.drivers + len(drivers),
        "ideas": counters.ideas + len(ideas),
        "theories": counters.theories + 1,
    }
    return replace(
        workbook,
        counters=replace(counters, **numbers),
        theories=(*workbook.theories, page),
        ideas=(*workbook.ideas, *ideas),
    )


def _theory_parts(
    workbook: Workbook, outline: Outline, page_id: str, fresh: Iterator[str]
) -> tuple[list[Driver], list[Idea], list[Link]]:
    """Return the drivers, the ideas, and the link from each to what it stands under."""
    drivers: list[Driver] = []
    ideas: list[Idea] = []
    links: list[Link] = []
    above = [page_id]
    for entry in outline.entries:
        item_id = next(fresh)
        if entry.is_idea:
            ref = f"{LETTER['ideas']}{workbook.counters.ideas + len(ideas) + 1}"
            ideas.append(Idea(id=item_id, ref=ref, text=entry.text, notes=entry.notes))
        else:
            ref = f"{LETTER['drivers']}{workbook.counters.drivers + len(drivers) + 1}"
            drivers.append(Driver(id=item_id, ref=ref, text=entry.text, notes=entry.notes))
        links.append(Link(source=item_id, target=above[entry.depth - 1]))
        above[entry.depth :] = [item_id]
    return drivers, ideas, links
