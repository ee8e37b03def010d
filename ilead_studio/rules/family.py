"""Who stands under whom on a page: the one reading of parents, links and order.

Plain dicts, built once for each page value, because they are asked for at every key.
"""

from dataclasses import dataclass

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
from ilead_studio.rules.kept import kept_by_identity

Below = Cause | Driver | Idea
"""What can stand below a head or an aim."""


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
    items: dict[str, Below] = {cause.id: cause for cause in page.causes}
    parents: dict[str, tuple[str, ...]] = {it.id: (it.parent_id,) for it in page.causes}
    children = _turned(parents)
    return Family(page.id, items, parents, children, children)


@kept_by_identity
def _theory_family(page: Theory, ideas: tuple[Idea, ...]) -> Family:
    above: dict[str, list[str]] = {}
    for link in page.links:
        above.setdefault(link.source, []).append(link.target)
    items: dict[str, Below] = {driver.id: driver for driver in page.drivers}
    items |= {idea.id: idea for idea in ideas if idea.id in above}
    parents = {item_id: tuple(above.get(item_id, ())) for item_id in items}
    first = {item_id: ups[:1] for item_id, ups in parents.items()}
    return Family(page.id, items, parents, _turned(parents), _turned(first))


def _turned(parents: dict[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """Turn parents into children; order below is the order in which the items come."""
    children: dict[str, list[str]] = {}
    for item_id, ups in parents.items():
        for up in ups:
            children.setdefault(up, []).append(item_id)
    return {up: tuple(below) for up, below in children.items()}


def link_between(theory: Theory, source: str, target: str) -> Link | None:
    """Return the link from one item to another, if there is one."""
    return next((it for it in theory.links if (it.source, it.target) == (source, target)), None)
