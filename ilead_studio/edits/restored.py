"""Back from a snapshot: whole pages, as copies beside the present ones.

What comes back names only what is there: parties, evidence and so on that are gone stay gone.
"""

from collections.abc import Collection, Sequence

from ilead_studio.edits.everywhere import everywhere, without
from ilead_studio.edits.pages import items_of, with_copy
from ilead_studio.edits.parts import gone, numbered
from ilead_studio.edits.snapshots import the_snapshot
from ilead_studio.model import (
    FACILITATOR,
    AnyRecord,
    Idea,
    Ids,
    Page,
    Snapshot,
    Theory,
    Workbook,
    groups,
    pages,
    replace,
)
from ilead_studio.model.text import LABEL_MAX, NOTES_MAX
from ilead_studio.rules.names import page_name
from ilead_studio.words import say, short


def restore_pages(
    workbook: Workbook, snapshot_id: str, page_ids: Collection[str], fresh: Ids
) -> tuple[Workbook, tuple[str, ...]]:
    """Put copies of pages of a snapshot beside the present ones; returns their ids.

    They have ids and references of their own. Change ideas that are still there are the same ones,
    as an idea can serve several theories; those that are gone come back as new proposals.

    Raises:
        EditError: if the snapshot or a page of it is not there, or references run out.
    """
    snapshot = the_snapshot(workbook, snapshot_id)
    chosen = [page for page in pages(snapshot.was) if page.id in page_ids]
    if len(chosen) < len({*page_ids}):
        raise gone()
    lost = _lost_ideas(workbook, snapshot.was, chosen)
    names = [*(it.id for page in chosen for it in (page, *items_of(page))), *lost]
    new = {it: fresh() for it in names}
    fitting = fitting_part(workbook, snapshot.was, new.keys())
    workbook = _with_ideas(workbook, [it for it in fitting.ideas if it.id in lost], new)
    for page in pages(fitting):
        if page.id in new:
            workbook = with_copy(workbook, _titled(_alone(page, new), snapshot), new)
    return workbook, tuple(new[page.id] for page in chosen)


def _lost_ideas(workbook: Workbook, was: Workbook, chosen: Sequence[Page]) -> tuple[str, ...]:
    """Return the ideas on pages that are no longer there, or only in the parking lot."""
    there = {it.id for it in workbook.ideas if it.state != "parked"}
    linked = {it.source for page in chosen if isinstance(page, Theory) for it in page.links}
    return tuple(it.id for it in was.ideas if it.id in linked and it.id not in there)


def fitting_part(workbook: Workbook, was: Workbook, coming: Collection[str]) -> Workbook:
    """Return what was, without all that is neither there now nor coming back."""
    there = {it.id for group in groups(workbook) for it in group}
    parties = {it.id for it in workbook.parties}
    lost = {it.id for group in groups(was) for it in group} - there - {*coming}

    def shown(record: AnyRecord) -> AnyRecord:
        meant = vars(record).get("only_for")
        if meant is None or meant == FACILITATOR or meant in parties:
            return record
        return record.model_copy(update={"only_for": FACILITATOR})

    return without(everywhere(was, shown), lost)


def _alone(page: Page, new: Collection[str]) -> Page:
    """Let linked copies whose original does not come along stand for themselves."""
    if isinstance(page, Theory):
        return page
    causes = (
        replace(it, same_as=None) if it.same_as is not None and it.same_as not in new else it
        for it in page.causes
    )
    return replace(page, causes=tuple(causes))


def _titled(page: Page, snapshot: Snapshot) -> Page:
    title = say("{page} ({snapshot})", page=page_name(page), snapshot=snapshot.name)
    return replace(page, title=short(title, LABEL_MAX))


def _with_ideas(workbook: Workbook, ideas: Sequence[Idea], new: dict[str, str]) -> Workbook:
    """Add ideas that were gone as new proposals; what was said of their state goes into a note."""
    for idea in ideas:
        workbook, ref = numbered(workbook, "ideas")
        notes = "\n".join(filter(None, (idea.notes, idea.state_reason)))[:NOTES_MAX].strip()
        traces = tuple(new.get(it, it) for it in idea.traces)
        copy = replace(
            idea, id=new[idea.id], ref=ref, state="proposed", state_reason="", notes=notes,
            traces=traces,
        )  # fmt: skip
        workbook = replace(workbook, ideas=(*workbook.ideas, copy))
    return workbook
