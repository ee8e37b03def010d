"""What “attendance” was like at its two convenings, told from the present backwards.

A snapshot holds the very records of today as they were then, with the same ids and references.
"""

from datetime import date
from typing import Any

from ilead_studio import edits
from ilead_studio.model import Cycle, Ids, Snapshot, Workbook, kept_of, replace
from ilead_studio.rules.days import day_words


def with_snapshots(
    workbook: Workbook, said: dict[str, Any], known: dict[str, str], ids: Ids
) -> Workbook:
    """Add the snapshots of the closed meetings; what the team has taken out again is only there."""
    for words, (kind, parent) in said["left"].items():
        known[words] = ids()
        workbook = edits.add(workbook, kind, known[words], words, known[parent])
    then, kept = workbook, list[Snapshot]()
    for told in said["then"]:
        then = _as_of(then, told, known)
        kept.append(_snapshot(then, told, ids()))
    workbook = edits.delete(workbook, [known[it] for it in said["left"]])
    of_day = {it.day: it.id for it in kept}
    meetings = (replace(it, snapshot=of_day.get(it.day)) for it in workbook.meetings)
    return replace(workbook, snapshots=tuple(reversed(kept)), meetings=tuple(meetings))


def _snapshot(then: Workbook, told: dict[str, Any], new_id: str) -> Snapshot:
    day = told["day"]
    return Snapshot(id=new_id, name=day_words(day), day=day, why=told["why"], was=kept_of(then))


def _as_of(workbook: Workbook, told: dict[str, Any], known: dict[str, str]) -> Workbook:
    """Return the workbook as it was at the end of a day."""
    day = told["day"]
    workbook = edits.delete_cycles(
        workbook, [it.id for it in workbook.cycles if not _had_begun(it, day)]
    )
    for measure in workbook.measures:
        later = [(it.day, it.subgroup) for it in measure.readings if it.day > day]
        workbook = edits.delete_readings(workbook, measure.id, later)
    for evidence in told["unheard"]:
        workbook = edits.withdraw_evidence(workbook, known[evidence])
    workbook = _thought(workbook, told, known)
    return edits.delete(workbook, [known[it] for it in told["later"]])


def _had_begun(cycle: Cycle, day: date) -> bool:
    return cycle.began is not None and cycle.began.at.date() <= day


def _thought(workbook: Workbook, told: dict[str, Any], known: dict[str, str]) -> Workbook:
    """Let items say, stand and be judged as they were."""
    for words, then in told["words"].items():
        workbook = edits.rename(workbook, known[words], then)
    for words, (evidence, root) in told["judged"].items():
        workbook = edits.put(workbook, [known[words]], evidence=evidence, root=root)
    for words, state in told["driver"].items():
        reason = "" if state == "hypothesis" else "Its first cycles were promising"
        workbook = edits.put(workbook, [known[words]], state=state, state_reason=reason)
    for words, parent in told["stood"].items():
        workbook = edits.move(workbook, known[words], known[parent])
    for source, target, strength in told["linked"]:
        workbook = edits.link(workbook, known[source], known[target], strength)
    for source, target in told["unlinked"]:
        workbook = edits.unlink(workbook, known[source], known[target])
    return workbook
