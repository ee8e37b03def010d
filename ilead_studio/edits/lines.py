"""Many items at once: lines that were pasted become items in one step, built together.

Single edits of a thousand lines would keep a room waiting.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from pydantic import ValidationError

from ilead_studio.edits.driver import not_too_deep, refuse_idea_above
from ilead_studio.edits.fishbone import refuse_depth
from ilead_studio.edits.parts import gone, numbered_all, placed_all, with_page, words_for
from ilead_studio.errors import EditError
from ilead_studio.model import (
    Cause,
    Driver,
    Fishbone,
    Idea,
    Ids,
    Link,
    Theory,
    Workbook,
    page_of,
    replace,
)
from ilead_studio.words import say

MOST_LINES: Final = 2_000
"""Most lines that are taken at once; a page of 2,000 items is the largest that stays quick."""


@dataclass(frozen=True, slots=True)
class NewLine:
    """One line to add: how deep it stands (0 is the first level), its words, further fields."""

    depth: int
    text: str
    is_idea: bool = False
    fields: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Standing:
    """A line with its new id, the id it stands under, and how many levels it is down."""

    line: NewLine
    id: str
    parent: str
    level: int


def add_lines(
    workbook: Workbook, lines: Sequence[NewLine], parent_id: str, before: str | None, fresh: Ids
) -> tuple[Workbook, tuple[str, ...]]:
    """Add lines under a parent, the first level before a sibling or last; returns the new ids.

    A line that is deeper than the one above it stands under it. On a theory a line becomes a
    driver, or a change idea if it says so and nothing stands under it.

    Raises:
        EditError: if a place is impossible, words do not fit, or there are too many lines.
    """
    if len(lines) > MOST_LINES:
        most = f"{MOST_LINES:,}"
        raise EditError(say("At most {most} lines can be added at once.", most=most))
    page = page_of(workbook, parent_id)
    if page is None:
        raise gone()
    standing = tuple(_standing(lines, parent_id, fresh))
    ids = tuple(it.id for it in standing)
    try:
        if isinstance(page, Fishbone):
            return _onto_fishbone(workbook, page, standing, before), ids
        return _onto_theory(workbook, page, standing, before), ids
    except ValidationError as error:
        raise EditError(say("These lines do not fit. Nothing was added.")) from error


def _standing(lines: Sequence[NewLine], parent_id: str, fresh: Ids) -> Iterator[_Standing]:
    """Tell what each line stands under."""
    above: list[tuple[int, str]] = []
    for line in lines:
        while above and above[-1][0] >= line.depth:
            above.pop()
        new_id = fresh()
        yield _Standing(line, new_id, above[-1][1] if above else parent_id, len(above) + 1)
        above.append((line.depth, new_id))


def _fitting(kind: type[Cause | Driver | Idea], standing: _Standing) -> dict[str, Any]:
    """Return the further fields of a line that an item of this kind has."""
    fields = standing.line.fields
    return {name: value for name, value in fields.items() if name in kind.model_fields}


def _onto_fishbone(
    workbook: Workbook, page: Fishbone, standing: Sequence[_Standing], before: str | None
) -> Workbook:
    deepest = max((it.level for it in standing), default=0)
    if standing:
        refuse_depth(workbook, page, standing[0].parent, deepest)
    workbook, refs = numbered_all(workbook, "causes", len(standing))
    causes = [
        Cause(
            id=it.id,
            ref=ref,
            parent_id=it.parent,
            text=words_for(it.line.text),
            **_fitting(Cause, it),
        )
        for it, ref in zip(standing, refs, strict=True)
    ]
    return with_page(workbook, replace(page, causes=placed_all(page.causes, causes, before)))


def _onto_theory(
    workbook: Workbook, page: Theory, standing: Sequence[_Standing], before: str | None
) -> Workbook:
    parents = {it.parent for it in standing}
    refuse_idea_above(workbook, standing[0].parent if standing else page.id)
    ideas = [it for it in standing if it.line.is_idea and it.id not in parents]
    are_ideas = {it.id for it in ideas}
    drivers = [it for it in standing if it.id not in are_ideas]
    workbook, idea_refs = numbered_all(workbook, "ideas", len(ideas))
    workbook, driver_refs = numbered_all(workbook, "drivers", len(drivers))
    new_ideas = [
        Idea(id=it.id, ref=ref, text=words_for(it.line.text), **_fitting(Idea, it))
        for it, ref in zip(ideas, idea_refs, strict=True)
    ]
    new_drivers = [
        Driver(id=it.id, ref=ref, text=words_for(it.line.text), **_fitting(Driver, it))
        for it, ref in zip(drivers, driver_refs, strict=True)
    ]
    links = (Link(source=it.id, target=it.parent) for it in standing)
    made = replace(
        page,
        drivers=placed_all(page.drivers, new_drivers, before),
        links=(*page.links, *links),
    )
    workbook = replace(workbook, ideas=placed_all(workbook.ideas, new_ideas, before))
    return not_too_deep(with_page(workbook, made), made)
