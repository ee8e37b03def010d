"""What belongs to each party, counted: the same for lists, cards and advice."""

from typing import NamedTuple

from ilead_studio.model import Page, Workbook, pages
from ilead_studio.rules.family import family


class Owned(NamedTuple):
    """How many causes, drivers, change ideas, and other things belong to a party."""

    causes: int = 0
    drivers: int = 0
    ideas: int = 0
    others: int = 0


def owned(workbook: Workbook, party_id: str) -> Owned:
    """Count what belongs to a party; linked copies once, problems, evidence and pages as others."""
    causes = (it for page in workbook.fishbones for it in page.causes if not it.same_as)
    drivers = (it for page in workbook.theories for it in page.drivers)
    others = (*workbook.problems, *workbook.evidence, *pages(workbook))
    every = (causes, drivers, workbook.ideas, others)
    return Owned(*(sum(party_id in it.parties for it in kind) for kind in every))


def page_with(workbook: Workbook, party_id: str) -> Page | None:
    """Return the first page on which something belongs to a party; None if there is none."""
    for page in pages(workbook):
        items = family(workbook, page).items.values()
        if any(party_id in it.parties for it in items):
            return page
    return None
