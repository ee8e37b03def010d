"""The workbook as one party sees it, or all parties together.

A value without what is hidden: whatever is drawn, listed, counted or printed from it can tell
nothing of that, by no parent, link, trace or number.
"""

from ilead_studio.edits.copies import without_originals
from ilead_studio.edits.everywhere import without
from ilead_studio.edits.parts import with_page
from ilead_studio.model import FACILITATOR, Page, Vote, Workbook, pages, replace
from ilead_studio.rules.family import family
from ilead_studio.rules.visibility import hidden


def seen_by(workbook: Workbook, viewer: str) -> Workbook:
    """Return the workbook with only what a viewer may see; the very same one if that is all.

    ``viewer`` is a party's id, ``visibility.EVERYBODY`` or ``FACILITATOR``. What waits in the tray
    is the facilitator's, and so are votes until they are revealed. A page that lost something is
    laid out anew, because its plan would tell how much there was.
    """
    if viewer == FACILITATOR:
        return workbook
    lost = hidden(workbook, viewer)
    whole = workbook
    if lost:
        workbook = without(without_originals(workbook, lost), lost)
        for page in pages(workbook):
            if page.plan and not _is_whole(workbook, page, whole):
                workbook = with_page(workbook, replace(page, plan=None))
    told = _told(workbook, whole)
    if workbook.tray or len(told) < len(workbook.votes):
        workbook = replace(workbook, tray=(), votes=told)
    return workbook


def _told(workbook: Workbook, whole: Workbook) -> tuple[Vote, ...]:
    """Return the votes that are over and lost nothing: a gap in a ballot's numbers would tell."""
    known = {id(vote) for vote in whole.votes}
    told = [it for it in workbook.votes if it.revealed and id(it) in known]
    rounds = {None, *(it.id for it in told)}
    while gaps := {it.id for it in told if it.after_id not in rounds}:
        told = [it for it in told if it.id not in gaps]
        rounds -= gaps
    return tuple(told)


def _is_whole(workbook: Workbook, page: Page, whole: Workbook) -> bool:
    old = next(it for it in pages(whole) if it.id == page.id)
    return len(family(workbook, page).items) == len(family(whole, old).items)
