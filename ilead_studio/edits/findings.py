"""What a cycle says about drivers and causes: it becomes evidence there.

Learning travels back up the chain (method, sections 1 and 7): one piece of evidence for a cycle,
which names it, and any number of drivers and causes that cite it. It is changed with its cycle and
withdrawn with it.
"""

from collections.abc import Collection
from typing import Any

from ilead_studio.edits.everywhere import without
from ilead_studio.edits.evidence import cite, uncite
from ilead_studio.edits.parts import exchanged, gone
from ilead_studio.errors import EditError
from ilead_studio.model import Cycle, Evidence, Speaks, Workbook, replace
from ilead_studio.model.text import LABEL_MAX, tidy
from ilead_studio.model.ties import citing
from ilead_studio.rules.cycle_steps import why_not_write
from ilead_studio.rules.cycles import cycle_with_id
from ilead_studio.rules.days import dated_words


def say_about(
    workbook: Workbook,
    cycle_id: str,
    item_id: str,
    new_id: str,
    speaks: Speaks = "for",
    note: str = "",
) -> Workbook:
    """Let a cycle speak about a driver or a cause, or let it speak otherwise about it.

    ``new_id`` is that of the evidence, if the cycle has none yet.

    Raises:
        EditError: if something is not there, is neither, or Do has not begun.
    """
    cycle = cycle_with_id(workbook, cycle_id)
    if cycle is None:
        raise gone()
    if why := why_not_write(cycle):
        raise EditError(why)
    found = next((it for it in workbook.evidence if it.cycle_id == cycle_id), None)
    if found is None:
        found = Evidence(id=new_id, kind="cycle", cycle_id=cycle_id, **_said(cycle))
        workbook = replace(workbook, evidence=(*workbook.evidence, found))
    return cite(workbook, [item_id], found.id, speaks, note)


def say_nothing_about(workbook: Workbook, cycle_id: str, item_id: str) -> Workbook:
    """Let a cycle no longer speak about a driver or a cause.

    Raises:
        EditError: if it is not there, or neither.
    """
    for it in _of(workbook, [cycle_id]):
        workbook = uncite(workbook, [item_id], it.id)
    cited = {it.evidence_id for item in citing(workbook) for it in item.cites}
    idle = {it.id for it in _of(workbook, [cycle_id])} - cited
    return replace(workbook, evidence=tuple(it for it in workbook.evidence if it.id not in idle))


def following(workbook: Workbook, cycle: Cycle) -> Workbook:
    """Let the evidence of a cycle say what the cycle says now."""
    changed = {it.id: replace(it, **_said(cycle)) for it in _of(workbook, [cycle.id])}
    if not changed:
        return workbook
    return replace(workbook, evidence=exchanged(workbook.evidence, changed))


def withdrawn(workbook: Workbook, cycle_ids: Collection[str]) -> Workbook:
    """Take the evidence of cycles out, wherever it is cited."""
    lost = {it.id for it in _of(workbook, cycle_ids)}
    return without(workbook, lost) if lost else workbook


def _said(cycle: Cycle) -> dict[str, Any]:
    """Return what evidence tells of a cycle: what was learned, its reference, and the day."""
    day = cycle.ended or cycle.decided or cycle.started
    return {
        "text": tidy(cycle.learned)[:LABEL_MAX].strip() or cycle.objective or cycle.ref,
        "source": cycle.ref,
        "date": dated_words(day) if day else "",
    }


def _of(workbook: Workbook, cycle_ids: Collection[str]) -> list[Evidence]:
    return [it for it in workbook.evidence if it.cycle_id in cycle_ids]
