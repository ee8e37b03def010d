"""What belongs to each party, counted: the same for lists, cards and advice."""

from typing import NamedTuple

from ilead_studio.model import AnyRecord, Cause, Driver, Idea, Page, Workbook, pages
from ilead_studio.rules.family import family
from ilead_studio.rules.kept import keeping


class Owned(NamedTuple):
    """How many causes, drivers, change ideas, and other things belong to a party."""

    causes: int = 0
    drivers: int = 0
    ideas: int = 0
    others: int = 0


def owned(workbook: Workbook, party_id: str) -> Owned:
    """Count what belongs to a party; linked copies once, all else as others."""
    kinds: tuple[tuple[_Records, ...], ...] = (
        tuple(page.causes for page in workbook.fishbones),
        tuple(page.drivers for page in workbook.theories),
        (workbook.ideas,),
        (
            workbook.problems,
            workbook.evidence,
            workbook.measures,
            workbook.fishbones,
            workbook.theories,
            workbook.meetings,
            workbook.decided,
            workbook.next_steps,
        ),
    )
    return Owned(*(sum(_count(some, party_id) for some in kind) for kind in kinds))


_Records = tuple[Cause, ...] | tuple[Driver, ...] | tuple[Idea, ...] | tuple[AnyRecord, ...]


@keeping(256)
def _count(records: _Records, party_id: str) -> int:
    """Count the records of a party; asked for at each change, so what is as before is kept."""
    every = (it for it in records if not (isinstance(it, Cause) and it.same_as))
    return sum(party_id in vars(it).get("parties", ()) for it in every)


def page_with(workbook: Workbook, party_id: str) -> Page | None:
    """Return the first page on which something belongs to a party; None if there is none."""
    for page in pages(workbook):
        items = family(workbook, page).items.values()
        if any(party_id in it.parties for it in items):
            return page
    return None
