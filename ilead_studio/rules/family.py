"""Who stands under whom on a page: the one reading of parents, links and order.

Plain dicts, because they are asked for at every key; after a step only what it touched is read.
"""

from collections.abc import Callable, Container, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import compress
from operator import attrgetter
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
)
from ilead_studio.model.stretch import Stretch, stretch
from ilead_studio.rules.kept import Newest, kept_by_identity

Below = Cause | Driver | Idea
"""What can stand below a head or an aim."""
_T = TypeVar("_T")
_id: Final[Callable[[Below], str]] = attrgetter("id")
_source: Final[Callable[[Link], str]] = attrgetter("source")


@dataclass(frozen=True, slots=True)
class Family:
    """The items of one page.

    ``items``: id to record, in document order. ``parents``: id to the ids above, the first one is
    where the item stands in the outline. ``children``: id to all ids below, in document order;
    ``stands``: id to those of them that stand there in the outline.
    """

    root: str
    items: dict[str, Below]
    parents: dict[str, tuple[str, ...]]
    children: dict[str, tuple[str, ...]]
    stands: dict[str, tuple[str, ...]]

    def branch(self, item_id: str) -> tuple[str, ...]:
        """Return an item and all that stands below it in the outline, in outline order."""
        found, waiting = [], [item_id]
        while waiting:
            here = waiting.pop()
            found.append(here)
            waiting.extend(reversed(self.stands.get(here, ())))
        return tuple(found)

    def around(self, ids: Iterable[str]) -> set[str]:
        """Return all below which some items stand in the outline."""
        above = set[str]()
        for item_id in ids:
            ups = self.parents.get(item_id, ())
            while ups:
                above.add(ups[0])
                ups = self.parents.get(ups[0], ())
        return above

    def tops(self, ids: Iterable[str]) -> tuple[str, ...]:
        """Return those of some items that stand below no other of them, in outline order."""
        named = set(ids)
        below = {it for top in named for it in self.branch(top) if it != top and top in self.items}
        return tuple(it for it in self.branch(self.root) if it in named - below)

    def going_with(self, ids: Iterable[str]) -> set[str]:
        """Return the named items of the page and all that would serve nothing without them."""
        lost = {it for it in ids if it in self.items}
        waiting = list(lost)
        while waiting:
            for below in self.children.get(waiting.pop(), ()):
                if below not in lost and lost.issuperset(self.parents[below]):
                    lost.add(below)
                    waiting.append(below)
        return lost

    def serving(self, item_id: str) -> set[str]:
        """Return an item and all that serves it by any way; it can be put under none of them."""
        found, waiting = {item_id}, [item_id]
        while waiting:
            below = set(self.children.get(waiting.pop(), ())) - found
            found |= below
            waiting.extend(below)
        return found


def family(workbook: Workbook, page: Page) -> Family:
    """Return who stands under whom on a page of the workbook."""
    return family_of(page, workbook.ideas)


def family_of(page: Page, ideas: tuple[Idea, ...]) -> Family:
    """Return who stands under whom on a page, which may hold some of the ideas."""
    if isinstance(page, Fishbone):
        return _fishbone_family(page)
    return _theory_family(page, ideas)


@kept_by_identity
def _fishbone_family(page: Fishbone) -> Family:
    return _read(page.id, page.causes, ())


@kept_by_identity
def _theory_family(page: Theory, ideas: tuple[Idea, ...]) -> Family:
    return _read(page.id, (*page.drivers, *ideas), page.links)


class _Reading(NamedTuple):
    """A family, and what it was read from."""

    records: tuple[Below, ...]
    links: tuple[Link, ...]
    kin: Family


_newest: Final = Newest[_Reading]()


def _read(root: str, records: tuple[Below, ...], links: tuple[Link, ...]) -> Family:
    """Return the family of the records under a root; what did not change is taken from the last."""
    last = _newest.about(root)
    kin = _next(last, records, links) if last else _whole(root, records, links)
    _newest.keep(root, _Reading(records, links, kin))
    return kin


def _whole(root: str, records: tuple[Below, ...], links: tuple[Link, ...]) -> Family:
    parents = _ups(records, links)
    items = {it.id: it for it in records if it.id in parents}
    children = _turned(items, parents)
    if not links:
        return Family(root, items, parents, children, children)
    first = {item_id: ups[:1] for item_id, ups in parents.items()}
    return Family(root, items, parents, children, _turned(items, first))


def _next(last: _Reading, records: tuple[Below, ...], links: tuple[Link, ...]) -> Family:
    """Return the family after a step: only what the step touched is read anew."""
    kin, at, tied = last.kin, stretch(last.records, records), stretch(last.links, links)
    gone, come = last.records[at.start : at.old], records[at.start : at.new]
    if tied.is_empty and at.keeps_length and all(map(_stand_alike, gone, come)):
        worded = {it.id: it for it in come if it.id in kin.items}
        return replace(kin, items=kin.items | worded)
    touched = {it.id for it in (*gone, *come)}
    touched |= {it.source for it in last.links[tied.start : tied.old]}
    touched |= {it.source for it in links[tied.start : tied.new]}
    parents = dict(kin.parents)
    for item_id in touched:
        parents.pop(item_id, None)
    parents |= _ups(*_touched(last, records, links, at, tied))
    items = dict(zip(map(_id, records), records, strict=True))
    if len(items) != len(parents):
        items = {item_id: it for item_id, it in items.items() if item_id in parents}
    above = [ups for it in touched for ups in (kin.parents.get(it, ()), parents.get(it, ()))]
    stirred = {up for ups in above for up in ups}
    moved = touched.union(*(kin.children.get(up, ()) for up in stirred))
    below = list(filter(moved.__contains__, items))
    children = _stirred(kin.children, _turned(below, parents), stirred)
    if not links and kin.stands is kin.children:
        return Family(kin.root, items, parents, children, children)
    first = {item_id: parents[item_id][:1] for item_id in below}
    return Family(
        kin.root, items, parents, children, _stirred(kin.stands, _turned(below, first), stirred)
    )


def _touched(
    last: _Reading, records: tuple[Below, ...], links: tuple[Link, ...], at: Stretch, tied: Stretch
) -> tuple[Sequence[Below], Sequence[Link]]:
    """Return the records that came, or of which a link did, and all their links.

    Those that were not there have no link but those that came with them.
    """
    come, new = records[at.start : at.new], links[tied.start : tied.new]
    ids, gone = {it.id for it in come}, {it.id for it in last.records[at.start : at.old]}
    linked = {it.source for it in (*new, *last.links[tied.start : tied.old])}
    stirred = ids | linked - gone
    if stirred == ids and ids.isdisjoint(last.kin.parents):
        return come, new
    return _among(stirred, _id, records), _among(stirred, _source, links)


def _among(
    names: Container[str], name_of: Callable[[_T], str], records: Sequence[_T]
) -> tuple[_T, ...]:
    """Return those of many records that are named; no record is looked at in Python."""
    return tuple(compress(records, map(names.__contains__, map(name_of, records))))


def _stirred(
    known: dict[str, tuple[str, ...]], turned: dict[str, tuple[str, ...]], stirred: set[str]
) -> dict[str, tuple[str, ...]]:
    """Return the children that are known, but for those of the parents that are stirred."""
    children = dict(known)
    for up in stirred:
        children.pop(up, None)
    return children | {up: below for up, below in turned.items() if up in stirred}


def _stand_alike(one: Below, other: Below) -> bool:
    """Tell whether two records are the same item at the same place."""
    same = one.id == other.id and type(one) is type(other)
    return same and (not isinstance(one, Cause) or _ups([one], ()) == _ups([other], ()))


def _ups(records: Sequence[Below], links: Sequence[Link]) -> dict[str, tuple[str, ...]]:
    """Return the ids above each record that is on the page; an idea may be on other pages only."""
    above: dict[str, list[str]] = {it.id: [] for it in records}
    for link in links:
        if link.source in above:
            above[link.source].append(link.target)
    return {
        it.id: (it.parent_id,) if isinstance(it, Cause) else tuple(above[it.id])
        for it in records
        if above[it.id] or not isinstance(it, Idea)
    }


def _turned(
    items: Iterable[str], parents: dict[str, tuple[str, ...]]
) -> dict[str, tuple[str, ...]]:
    """Turn parents into children; order below is the order in which the items come."""
    children: dict[str, list[str]] = {}
    for item_id in items:
        for up in parents[item_id]:
            children.setdefault(up, []).append(item_id)
    return {up: tuple(below) for up, below in children.items()}


def link_between(theory: Theory, source: str, target: str) -> Link | None:
    """Return the link from one item to another, if there is one."""
    return next((it for it in theory.links if (it.source, it.target) == (source, target)), None)
