"""A page of now with what was removed from it, at its old place, and what happened to each item."""

from collections.abc import Sequence
from typing import Final, NamedTuple, TypeVar

from ilead_studio.model import (
    Cause,
    Driver,
    Fishbone,
    Idea,
    Link,
    Page,
    Theory,
    Workbook,
    pages,
    replace,
)
from ilead_studio.rules.change_lines import Line, Sort
from ilead_studio.rules.changed import Section, sections
from ilead_studio.rules.difference import Change
from ilead_studio.words import say

N = TypeVar("N", Cause, Driver, Idea)
P = TypeVar("P", Fishbone, Theory)
Ends = tuple[str, str]
"""What a link goes out from, and what it leads to."""


class ItemChange(NamedTuple):
    """What happened to an item: the first sort of it, how many, and what it was in words."""

    sort: Sort
    number: int
    was: str = ""


class MarkedPage(NamedTuple):
    """A page to be drawn, the workbook that it belongs to for that, and what changed by item.

    ``came`` are the two ends of each new link, ``went`` those of each that is gone although both
    ends are still drawn.
    """

    workbook: Workbook
    page: Page
    changes: dict[str, ItemChange]
    came: frozenset[Ends] = frozenset()
    went: tuple[Ends, ...] = ()


def marked_page(old: Workbook, new: Workbook, page_id: str) -> MarkedPage | None:
    """Return the page of a workbook with all that changed since an old one; None if it is gone.

    Both are ``changed.compared`` or whole. What was removed stands where it stood, under what was
    above it, as far as that is still on the page.
    """
    now = _page(new, page_id)
    if now is None:
        return None
    changes = item_changes(sections(old, new), page_id)
    came, went = frozenset[Ends](), tuple[Ends, ...]()
    match _page(old, page_id), now:
        case Fishbone() as was, Fishbone():
            now = replace(now, causes=_joined(was.causes, now.causes))
            new = replace(new, fishbones=_put(new.fishbones, now))
        case Theory() as before, Theory():
            ideas = _joined(_on(before, old.ideas), new.ideas)
            came = frozenset(_ends(now)) - frozenset(_ends(before))
            now = _theory(before, now, ideas)
            went = _broken(before, now)
            new = replace(new, ideas=ideas, theories=_put(new.theories, now))
    return MarkedPage(new, now, changes, came, went)


def _ends(page: Theory) -> tuple[Ends, ...]:
    return tuple((it.source, it.target) for it in page.links)


def _broken(old: Theory, shown: Theory) -> tuple[Ends, ...]:
    """Return the links that are gone from a page while both of their ends are drawn on it."""
    there = frozenset(_ends(shown))
    drawn = {shown.id, *(it.source for it in shown.links)}
    gone = dict.fromkeys(it for it in _ends(old) if it not in there)
    return tuple(it for it in gone if drawn.issuperset(it))


def _page(workbook: Workbook, page_id: str) -> Page | None:
    return next((it for it in pages(workbook) if it.id == page_id), None)


def _put(held: tuple[P, ...], page: P) -> tuple[P, ...]:
    return tuple(page if it.id == page.id else it for it in held)


def _on(page: Theory, ideas: tuple[Idea, ...]) -> tuple[Idea, ...]:
    """Return the ideas that stand on a page."""
    linked = {it.source for it in page.links}
    return tuple(it for it in ideas if it.id in linked)


def _joined(old: Sequence[N], new: Sequence[N]) -> tuple[N, ...]:
    """Return what is there now, and what is gone after what stood before it."""
    there, gone = {it.id for it in new}, dict[str, N]()
    before = ""
    for was in old:
        if was.id not in there:
            gone[before] = was
        before = was.id
    starts, joined = [gone[""]] if "" in gone else [], list[N]()
    starts.extend(new)
    for here in starts:
        joined.append(here)
        while (after := gone.get(joined[-1].id)) is not None:
            joined.append(after)
    return tuple(joined)


def _theory(old: Theory, new: Theory, ideas: Sequence[Idea]) -> Theory:
    """Return a theory with the drivers that are gone, and the links that held what is gone."""
    drivers = _joined(old.drivers, new.drivers)
    there, targets = {it.id for it in new.drivers}, {new.id, *(it.id for it in drivers)}
    linked = {it.source for it in new.links}
    named = {it.id for it in drivers} | {it.id for it in ideas}
    gone = named - there - linked
    links = [it for it in old.links if it.source in gone and it.target in targets]
    held = {it.source for it in links}
    links += (
        Link(source=it.id, target=new.id) for it in drivers if it.id in gone and it.id not in held
    )
    return replace(new, drivers=drivers, links=(*new.links, *links))


def item_changes(told: Sequence[Section], page_id: str) -> dict[str, ItemChange]:
    """Return what happened to each item on a page, and to the page's head or aim."""
    found: dict[str, ItemChange] = {}
    for section in told:
        for line in section.lines:
            if line.page_id == page_id and line.sort != "behind":
                found[line.item_id] = _with(found.get(line.item_id), line)
    return found


def _with(known: ItemChange | None, line: Line) -> ItemChange:
    was = next(filter(None, map(_was, line.changes)), "")
    if known is None:
        return ItemChange(line.sort, 1, was)
    return ItemChange(known.sort, known.number + 1, known.was or was)


def _was(change: Change) -> str:
    """Return the words of before, or the state."""
    if change.field == "state":
        return say("was {state}", state=change.was)
    return say("was “{words}”", words=change.was) if change.field in _WORDS and change.was else ""


_WORDS: Final = frozenset({"text", "head", "aim"})
"""The fields of which the old words are shown."""
