"""Many items at once: lines that were pasted become items in one step, built together.

Single edits of a thousand lines would keep a room waiting.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from pydantic import ValidationError

from ilead_studio.edits.driver import not_too_deep, refuse_idea_above
from ilead_studio.edits.fields import COMMANDED
from ilead_studio.edits.fishbone import refuse_depth
from ilead_studio.edits.parts import gone, numbered_all, placed_all, with_page, words_for
from ilead_studio.errors import EditError
from ilead_studio.model import (
    FACILITATOR,
    Cause,
    Citation,
    Driver,
    Fishbone,
    Idea,
    Ids,
    Link,
    OnlyFor,
    Theory,
    Workbook,
    faults,
    find,
    page_of,
    replace,
)
from ilead_studio.words import say

MOST_LINES: Final = 2_000
"""Most lines that are taken at once; a page of 2,000 items is the largest that stays quick."""


@dataclass(frozen=True, slots=True)
class NewLine:
    """One line to add: how deep it stands (0 is the first level), its words, further fields.

    ``copied`` is the kind of item that it was copied from, and ``was`` the id of that item; both
    are empty for words.
    """

    depth: int
    text: str
    is_idea: bool = False
    fields: dict[str, Any] = field(default_factory=dict)
    copied: str = ""
    was: str = ""


@dataclass(frozen=True, slots=True)
class _Standing:
    """A line with its new id, the id it stands under, and how many levels it is down."""

    line: NewLine
    id: str
    parent: str
    level: int


def add_lines(
    workbook: Workbook,
    lines: Sequence[NewLine],
    parent_id: str,
    before: str | None,
    fresh: Ids,
    links: Sequence[Link] = (),
) -> tuple[Workbook, tuple[str, ...]]:
    """Add lines under a parent, the first level before a sibling or last; returns the new ids.

    A line that is deeper than the one above it stands under it. On a theory a line becomes a
    driver, or a change idea if it says so and nothing stands under it. ``links`` are those between
    the items that lines were copied from.

    Raises:
        EditError: if a place is impossible, words do not fit, or there are too many lines.
    """
    page = page_of(workbook, parent_id)
    if page is None:
        raise gone()
    _refuse_too_many(lines)
    standing = tuple(_standing(lines, parent_id, fresh))
    try:
        if isinstance(page, Fishbone):
            made = _onto_fishbone(workbook, page, standing, before)
        else:
            made = _onto_theory(workbook, page, standing, before, links)
    except ValidationError as error:
        raise _do_not_fit() from error
    return made, tuple(it.id for it in standing)


def _refuse_too_many(lines: Sequence[NewLine]) -> None:
    if len(lines) > MOST_LINES:
        most = f"{MOST_LINES:,}"
        raise EditError(say("At most {most} lines can be added at once.", most=most))


def _do_not_fit() -> EditError:
    return EditError(say("These lines do not fit. Nothing was added."))


def _sound(workbook: Workbook, standing: Sequence[_Standing]) -> Workbook:
    """Return the workbook; what was copied says more than words do, so it is checked as a file is.

    Raises:
        EditError: if it does not hold together.
    """
    if any(it.line.copied for it in standing) and faults(workbook):
        raise _do_not_fit()
    return workbook


def _standing(lines: Sequence[NewLine], parent_id: str, fresh: Ids) -> Iterator[_Standing]:
    """Tell what each line stands under."""
    above: list[tuple[int, str]] = []
    for line in lines:
        while above and above[-1][0] >= line.depth:
            above.pop()
        new_id = fresh()
        yield _Standing(line, new_id, above[-1][1] if above else parent_id, len(above) + 1)
        above.append((line.depth, new_id))


_OF_ALL: Final = ("notes", "parties", "only_for", "raised_by")
"""The fields that mean the same whatever an item becomes."""


def _fitting(
    workbook: Workbook, kind: type[Cause | Driver | Idea], it: _Standing
) -> dict[str, Any]:
    """Return the further fields of a line that an item of this kind has in this workbook."""
    copied, names = it.line.copied, set(kind.model_fields)
    if copied and copied != kind.__name__.lower():
        names &= {*_OF_ALL}
    if kind is Idea:
        names -= COMMANDED - {"traces"}
    fields = {name: value for name, value in it.line.fields.items() if name in names}
    return fields | {
        name: known(workbook, fields[name]) for name, known in _KNOWN if name in fields
    }


def _parties(workbook: Workbook, ids: Sequence[str]) -> tuple[str, ...]:
    return tuple(it for it in ids if any(it == party.id for party in workbook.parties))


def _cites(workbook: Workbook, cites: Sequence[Citation]) -> tuple[Citation, ...]:
    have = {evidence.id for evidence in workbook.evidence} if cites else set()
    return tuple(it for it in cites if it.evidence_id in have)


def _answers(workbook: Workbook, ids: Sequence[str]) -> tuple[str, ...]:
    return tuple(it for it in ids if isinstance(find(workbook, it), Cause))


def _only_for(workbook: Workbook, meant: OnlyFor) -> OnlyFor:
    """Return who may see it; what was meant for a party of another workbook is held back."""
    known = meant is None or any(meant == party.id for party in workbook.parties)
    return meant if known else FACILITATOR


_KNOWN: Final[tuple[tuple[str, Callable[[Workbook, Any], Any]], ...]] = (
    ("parties", _parties),
    ("cites", _cites),
    ("answers", _answers),
    ("traces", _answers),
    ("only_for", _only_for),
)
"""What a line names is taken as far as this workbook has it: it may come from another one."""


def _onto_fishbone(
    workbook: Workbook, page: Fishbone, standing: Sequence[_Standing], before: str | None
) -> Workbook:
    deepest = max((it.level for it in standing), default=0)
    if standing:
        refuse_depth(workbook, page, standing[0].parent, deepest)
    new = _new_ids(standing)
    known, (workbook, refs) = workbook, numbered_all(workbook, "causes", len(standing))
    causes = []
    for it, ref in zip(standing, refs, strict=True):
        fields = _fitting(known, Cause, it)
        fields["same_as"] = new.get(fields.get("same_as") or "")
        words = words_for(it.line.text)
        causes.append(Cause(id=it.id, ref=ref, parent_id=it.parent, text=words, **fields))
    made = replace(page, causes=placed_all(page.causes, causes, before))
    return _sound(with_page(workbook, made), standing)


def _new_ids(standing: Sequence[_Standing]) -> dict[str, str]:
    """Return what each id that was copied is now."""
    return {it.line.was: it.id for it in standing if it.line.was}


def _onto_theory(
    workbook: Workbook,
    page: Theory,
    standing: Sequence[_Standing],
    before: str | None,
    links: Sequence[Link],
) -> Workbook:
    parents = {it.parent for it in standing}
    refuse_idea_above(workbook, standing[0].parent if standing else page.id)
    ideas = [it for it in standing if it.line.is_idea and it.id not in parents]
    are_ideas = {it.id for it in ideas}
    drivers = [it for it in standing if it.id not in are_ideas]
    known, (workbook, idea_refs) = workbook, numbered_all(workbook, "ideas", len(ideas))
    workbook, driver_refs = numbered_all(workbook, "drivers", len(drivers))
    new_ideas = [
        Idea(id=it.id, ref=ref, text=words_for(it.line.text), **_fitting(known, Idea, it))
        for it, ref in zip(ideas, idea_refs, strict=True)
    ]
    new_drivers = [
        Driver(id=it.id, ref=ref, text=words_for(it.line.text), **_fitting(known, Driver, it))
        for it, ref in zip(drivers, driver_refs, strict=True)
    ]
    made = replace(
        page,
        drivers=placed_all(page.drivers, new_drivers, before),
        links=(*page.links, *_links(standing, links)),
    )
    workbook = replace(workbook, ideas=placed_all(workbook.ideas, new_ideas, before))
    return not_too_deep(_sound(with_page(workbook, made), standing), made)


def _links(standing: Sequence[_Standing], copied: Sequence[Link]) -> Iterator[Link]:
    """Give the link of each line to what it stands under, then those it had besides."""
    new = _new_ids(standing)
    said = {
        (new[it.source], new[it.target]): it.strength
        for it in copied
        if it.source in new and it.target in new
    }
    for it in standing:
        yield Link(source=it.id, target=it.parent, strength=said.pop((it.id, it.parent), "strong"))
    for (source, target), strength in said.items():
        yield Link(source=source, target=target, strength=strength)
