"""What a draft of drivers comes to: how the theory will look, and what stays open afterwards."""

from typing import Final, NamedTuple

from ilead_studio.errors import EditError
from ilead_studio.model import Cause, Driver, Theory, Workbook, new_ids, replace
from ilead_studio.rules.family import Family, family
from ilead_studio.rules.trace import drivers_without_cause, unanswered_roots
from ilead_studio.session.drafting import Draft, chosen, made


class Outcome(NamedTuple):
    """The workbook with what a draft makes.

    ``theory`` holds only the drivers that answer a chosen cause and what they serve; ``there`` are
    those of them that were there before, ``cause_of`` tells the cause of each driver. ``roots`` and
    ``drivers`` are what is still open: root causes that nobody answers, drivers of the theory that
    answer nothing.
    """

    workbook: Workbook
    theory: Theory | None
    there: frozenset[str]
    cause_of: dict[str, str]
    roots: tuple[Cause, ...]
    drivers: tuple[Driver, ...]


MOST: Final = 60
"""Causes that can be chosen at once and still be drawn: more take longer than a pause lasts."""


def outcome(workbook: Workbook, draft: Draft) -> Outcome:
    """Return what a draft comes to; where it cannot be made, or is too large, what is there."""
    if len(chosen(workbook, draft)) > MOST:
        left = tuple(it for it in unanswered_roots(workbook) if draft.of(it.id).way == "none")
        return Outcome(workbook, None, frozenset(), {}, left, ())
    try:
        after, ids = made(workbook, draft, new_ids())
    except EditError:
        after, ids = workbook, ()
    roots = unanswered_roots(after)
    whole = next((it for it in after.theories if it.id == draft.theory_id), None)
    if whole is None:
        return Outcome(after, None, frozenset(), {}, roots, ())
    before = {it.id for page in workbook.theories for it in page.drivers}
    kept = _up_from(family(after, whole), ids)
    theory = replace(
        whole, plan=None,
        drivers=tuple(it for it in whole.drivers if it.id in kept),
        links=tuple(it for it in whole.links if it.source in kept),
    )  # fmt: skip
    alone = replace(
        after, ideas=(), cycles=(),
        theories=tuple(theory if it is whole else it for it in after.theories),
    )  # fmt: skip
    cause_of = {driver.id: it for it in chosen(workbook, draft)
                for driver in theory.drivers if it in driver.answers}  # fmt: skip
    open_drivers = drivers_without_cause(after, whole)
    return Outcome(alone, theory, frozenset(kept & before), cause_of, roots, open_drivers)


def _up_from(kin: Family, ids: tuple[str, ...]) -> set[str]:
    """Return drivers and all that they serve."""
    found, newest = set[str](), set(ids)
    while newest:
        found |= newest
        newest = {up for it in newest for up in kin.parents.get(it, ())} - found
    return found
