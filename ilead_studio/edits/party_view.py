"""The workbook as one party sees it, or all parties together.

A value without what is hidden: whatever is drawn, listed, counted or printed from it can tell
nothing of that, by no parent, link, trace or number.
"""

from ilead_studio.edits.copies import without_originals
from ilead_studio.edits.everywhere import without
from ilead_studio.edits.parts import with_page
from ilead_studio.model import FACILITATOR, Page, Workbook, pages, replace
from ilead_studio.rules.family import family
from ilead_studio.rules.visibility import hidden


def seen_by(workbook: Workbook, viewer: str) -> Workbook:
    """Return the workbook with only what a viewer may see; the very same one if that is all.

    ``viewer`` is a party's id, ``visibility.EVERYBODY`` or ``FACILITATOR``. What waits in the tray
    is the facilitator's. A page that lost something is laid out anew, because its plan would tell
    how much there was.
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
    return replace(workbook, tray=()) if workbook.tray else workbook


def _is_whole(workbook: Workbook, page: Page, whole: Workbook) -> bool:
    old = next(it for it in pages(whole) if it.id == page.id)
    return len(family(workbook, page).items) == len(family(whole, old).items)
