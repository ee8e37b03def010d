"""The diagrams of the workbook: on a sheet of their own, or as a poster with their outline.

In large print no diagram can be read: its outline says the same.
"""

from collections.abc import Iterator

from ilead_studio.model import Page
from ilead_studio.packet.given import Given
from ilead_studio.packet.leaf import AnyLeaf, Diagram
from ilead_studio.packet.outline_page import outline_of
from ilead_studio.rules.family import family
from ilead_studio.words import say


def fishbone_page(given: Given) -> tuple[AnyLeaf, ...]:
    """Return each fishbone, or the one that is named."""
    return tuple(_diagrams(given, given.workbook.fishbones))


def driver_page(given: Given) -> tuple[AnyLeaf, ...]:
    """Return each driver diagram, or the one that is named."""
    return tuple(_diagrams(given, given.workbook.theories))


def _diagrams(given: Given, pages: tuple[Page, ...]) -> Iterator[AnyLeaf]:
    for page in pages:
        if given.of in ("", page.id):
            if given.poster is not None or not given.large:
                yield _diagram(given, page)
            if given.poster is not None or given.large:
                yield outline_of(given.workbook, page)


def _diagram(given: Given, page: Page) -> Diagram:
    faded = given.faded & family(given.workbook, page).items.keys()
    more = (say("What belongs to others is pale."),) if faded else ()
    return Diagram(
        given.workbook, page, given.poster, frozenset(faded), more, given.continued, given.levels
    )
