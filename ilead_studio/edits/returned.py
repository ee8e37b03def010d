"""Fills cycles with what returned forms say: one step, from a plan to what was decided."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from typing import Any, Final

from ilead_studio.edits.cycle import DO, STUDY, plan_cycle, put_cycle, the_cycle
from ilead_studio.edits.cycle_lines import ListName, add_line, change_line
from ilead_studio.edits.cycle_steps import amend, begin_do, decide, to_study
from ilead_studio.edits.findings import say_about
from ilead_studio.edits.parts import gone
from ilead_studio.model import Decision, Ids, Speaks, Workbook
from ilead_studio.rules.days import read_day
from ilead_studio.rules.form_fields import predicted_parts
from ilead_studio.rules.learning import findings
from ilead_studio.rules.ramps import planned_one
from ilead_studio.rules.returned import Looked, paper_day
from ilead_studio.rules.returned_fields import is_result, item_with_ref, numbered, refs_in
from ilead_studio.words import say

Taken = tuple[Looked, Collection[str]]
"""A form that was looked at, and the names of the fields to take from it."""
_PLAN: Final = ("owner", "site", "scale", "objective", "conditions", "how_known")
_LISTS: Final[tuple[ListName, ...]] = ("tasks", "data")
_DECISIONS: Final[tuple[Decision, ...]] = ("adapt", "expand", "adopt", "abandon")
_AFTER: Final = (*sorted((DO | STUDY) - {"started", "ended"}), "changes", "next_plan", "kept_up")


def take_back(workbook: Workbook, taken: Sequence[Taken], now: datetime, ids: Ids) -> Workbook:
    """Fill the cycles of forms with the fields that were chosen.

    Raises:
        EditError: if something on a form cannot be so.
    """
    for looked, names in taken:
        said = {it.name: it.now for it in looked.entries if it.name in names and it.kind != "left"}
        if said:
            workbook = _fill(workbook, looked, said, now, ids)
    return workbook


def _fill(
    workbook: Workbook, looked: Looked, said: Mapping[str, str], now: datetime, ids: Ids
) -> Workbook:
    workbook, cycle_id = _cycle_for(workbook, looked, ids)
    said = _closed_up(said, len(the_cycle(workbook, cycle_id).questions))
    workbook = _planned(workbook, cycle_id, said, now, ids)
    if any(map(is_result, said)) and the_cycle(workbook, cycle_id).began is None:
        workbook = _begun(workbook, cycle_id, looked, said, now)
    workbook = _dated(workbook, cycle_id, said, now.date())
    if the_cycle(workbook, cycle_id).began is None:
        return workbook
    workbook = _happened(workbook, cycle_id, said)
    workbook = _spoken(workbook, cycle_id, said, ids)
    return _decided(workbook, cycle_id, said, now.date())


def _closed_up(said: Mapping[str, str], known: int) -> dict[str, str]:
    """Return what is said with further questions numbered on, where a row was left empty."""
    further = sorted({number for name in said if (number := numbered(name)[1]) > known})
    places = {number: known + at for at, number in enumerate(further, 1)}
    parted = ((*numbered(name), name, words) for name, words in said.items())
    return {
        f"{kind}{places[number]}" if number in places else name: words
        for kind, number, name, words in parted
    }


def _cycle_for(workbook: Workbook, looked: Looked, ids: Ids) -> tuple[Workbook, str]:
    """Return the cycle of a form; a next one is planned where there is none."""
    if looked.cycle_id:
        return workbook, looked.cycle_id
    if planned := planned_one(workbook, looked.idea_id):
        return workbook, planned.id
    new_id = ids()
    return plan_cycle(workbook, looked.idea_id, new_id), new_id


def _planned(
    workbook: Workbook, cycle_id: str, said: Mapping[str, str], now: datetime, ids: Ids
) -> Workbook:
    """Take what belongs to the plan: words, questions with predictions, tasks and data."""
    if fields := {name: said[name] for name in _PLAN if name in said}:
        workbook = put_cycle(workbook, cycle_id, **fields)
    for number in sorted({numbered(name)[1] for name in said} - {0}):
        workbook = _asked(workbook, cycle_id, number, said, now, ids)
    for name in _LISTS:
        for line in filter(None, said.get(name, "").split("\n")):
            workbook = add_line(workbook, cycle_id, name, ids(), line)
    return workbook


def _asked(
    workbook: Workbook, cycle_id: str, number: int, said: Mapping[str, str], now: datetime,
    ids: Ids,
) -> Workbook:  # fmt: skip
    """Take a question with its prediction; one that is frozen gets an amendment."""
    text, predicted = said.get(f"question{number}", ""), said.get(f"prediction{number}", "")
    cycle = the_cycle(workbook, cycle_id)
    if not cycle.began and number > len(cycle.questions):
        words = text or say("Question {number}", number=number)
        workbook = add_line(workbook, cycle_id, "questions", ids(), words)
        number = len(cycle.questions) + 1
    elif text and not cycle.began:
        workbook = change_line(workbook, cycle_id, cycle.questions[number - 1].id, text=text)
    if not predicted:
        return workbook
    prediction, reason = predicted_parts(predicted)
    line = the_cycle(workbook, cycle_id).questions[number - 1]
    if cycle.began:
        return amend(workbook, cycle_id, line.id, now, prediction, reason)
    return change_line(workbook, cycle_id, line.id, prediction=prediction, reason=reason)


def _begun(
    workbook: Workbook, cycle_id: str, looked: Looked, said: Mapping[str, str], now: datetime
) -> Workbook:
    """Begin Do as it began on paper: on the day that the form says, else that of the form."""
    cycle, today = the_cycle(workbook, cycle_id), now.date()
    day = paper_day(looked.form, cycle, said.get("begin", ""), today)
    return begin_do(workbook, cycle_id, now, on_paper=day)


def _dated(workbook: Workbook, cycle_id: str, said: Mapping[str, str], today: date) -> Workbook:
    """Take the days: those of the plan, or once Do began those on which it was."""
    has_begun = the_cycle(workbook, cycle_id).began is not None
    names = ("started", "ended") if has_begun else ("planned_start", "planned_end")
    days = zip(names, ("begin", "end"), strict=True)
    fields = {name: read_day(said[asked], today) for name, asked in days if asked in said}
    return put_cycle(workbook, cycle_id, **fields) if fields else workbook


def _happened(workbook: Workbook, cycle_id: str, said: Mapping[str, str]) -> Workbook:
    """Take what happened, and the results beside their predictions."""
    if fields := {name: said[name] for name in _AFTER if name in said}:
        workbook = put_cycle(workbook, cycle_id, **fields)
    for number, line in enumerate(the_cycle(workbook, cycle_id).questions, 1):
        named: dict[str, Any] = {
            kind: said[f"{kind}{number}"]
            for kind in ("result", "match")
            if f"{kind}{number}" in said
        }
        if named:
            workbook = change_line(workbook, cycle_id, line.id, **named)
    return workbook


def _spoken(workbook: Workbook, cycle_id: str, said: Mapping[str, str], ids: Ids) -> Workbook:
    """Let the cycle speak about the drivers and causes that the form names."""
    ways: tuple[tuple[str, Speaks], ...] = (("for", "for"), ("against", "against"))
    for name, speaks in ways:
        for ref in refs_in(said.get(name, "")):
            item = item_with_ref(workbook, ref)
            if item is None:
                raise gone()
            known = {it.item_id: it for it in findings(workbook, cycle_id)}.get(item.id)
            both: Speaks = "mixed" if known and known.speaks != speaks else speaks
            note = known.note if known else ""
            workbook = say_about(workbook, cycle_id, item.id, ids(), both, note)
    return workbook


def _decided(workbook: Workbook, cycle_id: str, said: Mapping[str, str], today: date) -> Workbook:
    decision = next((it for it in _DECISIONS if it == said.get("decision")), None)
    if decision is None:
        return workbook
    if the_cycle(workbook, cycle_id).state == "doing":
        workbook = to_study(workbook, cycle_id, today)
    return decide(workbook, cycle_id, decision, today)
