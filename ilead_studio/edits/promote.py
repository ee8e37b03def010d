"""From the fishbone to the theory: causes that were chosen become drivers (method, section 3).

Bones become primary drivers and causes secondary ones, in words that may be turned around on the
way, or a driver that is there already answers them. The trace is kept by the driver; the side of
the cause is read from there (``rules.trace``).
"""

from collections.abc import Sequence
from dataclasses import dataclass

from ilead_studio.edits.driver import add_driver, theory_of
from ilead_studio.edits.fields import with_items
from ilead_studio.edits.parts import gone
from ilead_studio.errors import EditError
from ilead_studio.model import Cause, Driver, Ids, Workbook, find, replace
from ilead_studio.rules.trace import answering, original
from ilead_studio.rules.turned import offered_words
from ilead_studio.rules.visibility import audience
from ilead_studio.words import say


@dataclass(frozen=True, slots=True)
class Promotion:
    """One cause that becomes a driver.

    ``words`` are the driver's; without them it has those that ``offered_words`` gives. ``onto`` is
    the id of a driver that is there already: no new one is made then, and it answers the cause too.
    ``under`` is the id of the driver (or of the theory) under which a new one goes; without it a
    bone becomes a primary driver, and a cause goes under the driver of its bone.
    """

    cause_id: str
    words: str = ""
    onto: str = ""
    under: str = ""


def promote(
    workbook: Workbook, theory_id: str, promotions: Sequence[Promotion], fresh: Ids
) -> tuple[Workbook, tuple[str, ...]]:
    """Let causes become drivers of a theory, as one step; returns the ids of their drivers.

    A bone that no driver of the theory answers becomes one too, if a cause has to go under it. A
    new driver belongs to the parties of its cause, and is seen by those only who see that. A cause
    that the theory answers already gets no second driver, unless it is told where one goes.

    Raises:
        EditError: if a cause, a driver or the theory is not there, or words do not fit; then
            nothing at all is made.
    """
    made: dict[str, str] = {}
    bones = [it for it in promotions if _is_bone(workbook, _cause(workbook, it.cause_id))]
    for it in (*bones, *(it for it in promotions if it not in bones)):
        workbook, made[it.cause_id] = _promoted(workbook, theory_id, it, fresh)
    return workbook, tuple(made[it.cause_id] for it in promotions)


def answer(workbook: Workbook, driver_id: str, cause_ids: Sequence[str]) -> Workbook:
    """Let a driver answer causes too; a linked copy is answered as its original.

    Raises:
        EditError: if the driver or a cause is not there.
    """
    driver = find(workbook, driver_id)
    if not isinstance(driver, Driver):
        raise EditError(say("Only a driver answers causes. Nothing was changed."))
    named = (original(_cause(workbook, it)) for it in cause_ids)
    answers = tuple(dict.fromkeys((*driver.answers, *named)))
    return with_items(workbook, [replace(driver, answers=answers)])


def _promoted(
    workbook: Workbook, theory_id: str, it: Promotion, fresh: Ids
) -> tuple[Workbook, str]:
    """Let one cause become a driver; returns the workbook, and the driver's id."""
    cause = _cause(workbook, it.cause_id)
    there = it.onto or ("" if it.under else _answering(workbook, theory_id, cause))
    if there:
        return answer(workbook, there, [cause.id]), there
    parent = it.under or theory_id
    bone = _bone(workbook, cause)
    if not it.under and bone is not cause:
        workbook, parent = _promoted(workbook, theory_id, Promotion(bone.id), fresh)
    words = it.words or offered_words(workbook, cause.text)
    return _with_driver(workbook, cause, words, parent, fresh())


def _with_driver(
    workbook: Workbook, cause: Cause, words: str, parent: str, new_id: str
) -> tuple[Workbook, str]:
    workbook = add_driver(workbook, new_id, words, parent)
    made = find(workbook, new_id)
    if not isinstance(made, Driver):
        raise gone()
    meant = audience(workbook, cause.id)
    driver = replace(made, answers=(original(cause),), parties=cause.parties, only_for=meant)
    return with_items(workbook, [driver]), new_id


def _answering(workbook: Workbook, theory_id: str, cause: Cause) -> str:
    """Return the first driver of a theory that answers a cause already; empty if there is none."""
    here = {it.id for it in theory_of(workbook, theory_id).drivers}
    return next((it.id for it in answering(workbook, cause) if it.id in here), "")


def _bone(workbook: Workbook, cause: Cause) -> Cause:
    """Return the bone on which a cause stands; itself if it is one."""
    here = cause
    while not _is_bone(workbook, here):
        here = _cause(workbook, here.parent_id)
    return here


def _is_bone(workbook: Workbook, cause: Cause) -> bool:
    return any(cause.parent_id == page.id for page in workbook.fishbones)


def _cause(workbook: Workbook, cause_id: str) -> Cause:
    cause = find(workbook, cause_id)
    if not isinstance(cause, Cause):
        raise EditError(say("Only causes of a fishbone become drivers. Nothing was changed."))
    return cause
