"""Linked copies: the same cause under several bones is a signal, not an error (method, 3).

A copy says what its original says; only its place is its own.
"""

from collections.abc import Collection, Mapping

from ilead_studio.edits.fields import SHARED, with_items
from ilead_studio.edits.fishbone import add_cause, fishbone_of
from ilead_studio.edits.parts import exchanged, gone, with_page
from ilead_studio.errors import EditError
from ilead_studio.model import Cause, Driver, Idea, Workbook, find, replace
from ilead_studio.rules.family import family
from ilead_studio.words import say


def copy_linked(
    workbook: Workbook, cause_id: str, new_id: str, parent_id: str, before: str | None = None
) -> Workbook:
    """Put a linked copy of a cause under another parent, before a sibling or last.

    Raises:
        EditError: if it is no cause, or the copy would hang below the cause itself.
    """
    cause = find(workbook, cause_id)
    if not isinstance(cause, Cause):
        raise EditError(say("Only a cause can be linked to a second place."))
    original = cause.same_as or cause.id
    for same in same_causes(workbook, original):
        page = fishbone_of(workbook, same)
        if parent_id in family(workbook, page).branch(same):
            raise EditError(say("A cause cannot hang below itself. Nothing was linked."))
    workbook = add_cause(workbook, new_id, cause.text, parent_id, before)
    copy = find(workbook, new_id)
    if not isinstance(copy, Cause):
        raise gone()
    shared = {name: getattr(cause, name) for name in SHARED}
    return with_items(workbook, [replace(copy, same_as=original, **shared)])


def same_causes(workbook: Workbook, cause_id: str) -> tuple[str, ...]:
    """Return the ids of a cause, its original and all its linked copies, page by page."""
    causes = [cause for page in workbook.fishbones for cause in page.causes]
    here = next((cause for cause in causes if cause.id == cause_id), None)
    original = here.same_as or here.id if here else cause_id
    return tuple(cause.id for cause in causes if original in (cause.id, cause.same_as))


def part_copy(workbook: Workbook, cause_id: str) -> Workbook:
    """Let a linked copy, or an original that has copies, stand for itself from now on.

    Raises:
        EditError: if it is neither.
    """
    if len(same_causes(workbook, cause_id)) < 2:
        raise EditError(say("This cause stands in one place only; there is nothing to unlink."))
    return _standing_alone(workbook, {cause_id})


def _standing_alone(workbook: Workbook, ids: Collection[str]) -> Workbook:
    """Take causes out of their bonds; the first copy that is left becomes the original."""
    heirs: dict[str, str] = {}
    for page in workbook.fishbones:
        for cause in page.causes:
            if cause.same_as in ids and cause.id not in ids:
                heirs.setdefault(cause.same_as or "", cause.id)
    for page in workbook.fishbones:
        causes = tuple(_bound_anew(cause, ids, heirs) for cause in page.causes)
        if any(one is not other for one, other in zip(causes, page.causes, strict=True)):
            workbook = with_page(workbook, replace(page, causes=causes))
    return workbook


def _bound_anew(cause: Cause, ids: Collection[str], heirs: dict[str, str]) -> Cause:
    if cause.same_as is None:
        return cause
    if cause.id in ids:
        return replace(cause, same_as=None)
    heir = heirs.get(cause.same_as)
    if heir is None:
        return cause
    return replace(cause, same_as=None if heir == cause.id else heir)


def without_originals(workbook: Workbook, lost: Collection[str]) -> Workbook:
    """Prepare for the deletion of causes: their copies elsewhere go on by themselves.

    A driver or an idea that answered a cause which goes answers the copy that is left of it.
    """
    alone = _standing_alone(workbook, lost)
    heirs = _left_of(workbook, lost)
    drivers = (it for page in alone.theories for it in page.drivers)
    changed: list[Driver | Idea] = [
        replace(it, answers=_passed_on(it.answers, heirs))
        for it in drivers
        if not heirs.keys().isdisjoint(it.answers)
    ]
    changed += (
        replace(it, traces=_passed_on(it.traces, heirs))
        for it in alone.ideas
        if not heirs.keys().isdisjoint(it.traces)
    )
    alone = with_items(alone, changed) if changed else alone
    return _standing_for(alone, heirs) if alone.votes and heirs else alone


def _standing_for(workbook: Workbook, heirs: Mapping[str, str]) -> Workbook:
    """Let ballots mean the copies that are left of causes."""
    new = {
        vote.id: replace(vote, candidates=tuple(
            replace(it, item_id=heirs.get(it.item_id or "", it.item_id))
            for it in vote.candidates))
        for vote in workbook.votes
        if any(it.item_id in heirs for it in vote.candidates)
    }  # fmt: skip
    return replace(workbook, votes=exchanged(workbook.votes, new))


def _passed_on(causes: tuple[str, ...], heirs: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(heirs.get(cause, cause) for cause in causes))


def _left_of(workbook: Workbook, lost: Collection[str]) -> dict[str, str]:
    """Return which place is left of each cause that goes and is linked to another place."""
    causes = [cause for page in workbook.fishbones for cause in page.causes]
    left: dict[str, str] = {}
    for cause in causes:
        if cause.id not in lost:
            left.setdefault(cause.same_as or cause.id, cause.id)
    gone = (cause for cause in causes if cause.id in lost)
    return {it.id: left[it.same_as or it.id] for it in gone if (it.same_as or it.id) in left}
