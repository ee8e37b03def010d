"""What a further place of an item can be: one more driver it serves, or a linked copy of a cause.

A drawn link, the field at an item and its preview all ask here, so that they offer the same.
"""

from typing import NamedTuple

from ilead_studio import edits
from ilead_studio.errors import EditError, StudioError
from ilead_studio.model import Fishbone, Idea, Page, Workbook
from ilead_studio.rules.family import family
from ilead_studio.rules.find import fold
from ilead_studio.rules.outline import Row, outline
from ilead_studio.session.session import Edit
from ilead_studio.words import say


class Target(NamedTuple):
    """An item that can be linked to; ``refusal`` tells why it cannot."""

    row: Row
    refusal: str = ""


def linking(page: Page, source: str, target: str, new_id: str, *, weak: bool = False) -> Edit:
    """Return the edit that links; on a fishbone it puts a linked copy with a new id there."""
    if not isinstance(page, Fishbone):
        return lambda book: edits.link(book, source, target, "weak" if weak else "strong")
    if target == page.id:
        raise EditError(say("A linked copy hangs on a bone, or below a cause."))
    return lambda book: edits.copy_linked(book, source, new_id, target)


def refusal(workbook: Workbook, page: Page, source: str, target: str) -> str:
    """Say why an item cannot be linked to another one; empty when it can."""
    try:
        linking(page, source, target, UNUSED)(workbook)
    except StudioError as error:
        return str(error)
    return ""


UNUSED = "aaaaaaaaaa"
"""An id for a copy that is only tried."""


def unfit(workbook: Workbook, page: Page, source: str) -> frozenset[str]:
    """Return the items of a page that an item cannot be linked to, without trying each."""
    kin = family(workbook, page)
    if isinstance(page, Fishbone):
        same = edits.same_causes(workbook, source)
        return frozenset({page.id}.union(*(kin.branch(it) for it in same if it in kin.items)))
    ideas = {it for it, item in kin.items.items() if isinstance(item, Idea)}
    return frozenset(ideas | kin.serving(source) | {*kin.parents.get(source, ())})


def targets(
    workbook: Workbook, page: Page, source: str, typed: str, most: int
) -> tuple[Target, ...]:
    """Return the items whose words hold what was typed: possible ones first, by column distance.

    Those that are not possible stand at the end with the reason, where something was typed.
    """
    rows = outline(workbook, page)
    here = next((row.column for row in rows if row.id == source), 0)
    wanted, bad = fold(typed), unfit(workbook, page, source)
    found = [row for row in rows if row.id != source and wanted in fold(row.text)]
    found.sort(key=lambda row: abs(row.column - here))
    fit = [Target(row) for row in found if row.id not in bad][:most]
    no = [row for row in found if row.id in bad][: most - len(fit)]
    return (*fit, *(Target(row, refusal(workbook, page, source, row.id)) for row in no))
