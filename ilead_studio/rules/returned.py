"""A form that came back: what it says beside what its cycle says now, field by field.

Three things are compared: what was printed, what the form says now, and what the cycle says now. So
what somebody wrote on the form is told from what changed in the workbook meanwhile.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, NamedTuple

from ilead_studio.model import Cycle, Idea, Workbook
from ilead_studio.model.text import tidy, tidy_lines
from ilead_studio.rules.cycle_steps import (
    missing_words,
    why_not_begin,
    why_not_plan,
    why_not_plan_for,
)
from ilead_studio.rules.cycles import cycle_name, cycle_with_id
from ilead_studio.rules.days import read_day, year_day
from ilead_studio.rules.form_fields import digest, field_words, said_in_form
from ilead_studio.rules.ramps import planned_one
from ilead_studio.rules.returned_fields import LISTS, SPEAKS, Kind, is_result, judged, there_now
from ilead_studio.words import WINDOW, say, short, speaking

State = Literal["known", "to plan", "unknown"]


class Filled(NamedTuple):
    """A field of a form: what was printed in it, and what it says now."""

    printed: str
    now: str


@dataclass(frozen=True, slots=True)
class Form:
    """A form that came back: its file, its name in the file ("P8"), and its fields by name.

    ``printed`` is its day, ``said`` the digest of what its cycle said then, in its ``language``.
    """

    file: str
    name: str
    fields: Mapping[str, Filled] = field(default_factory=dict)
    cycle_id: str = ""
    idea_id: str | None = None
    workbook: str = ""
    printed: date | None = None
    said: str = ""
    language: str = WINDOW


class Entry(NamedTuple):
    """A field that says something new, its words, and what is there now.

    ``kind`` is "new" where nothing is there, "instead" where only the form was changed, "clash"
    where both were, "amend" for a frozen prediction, and "left" for what cannot be taken: ``why``.
    """

    name: str
    words: str
    now: str
    there: str
    kind: Kind
    why: str = ""

    @property
    def is_ticked(self) -> bool:
        """Whether it is taken unless somebody says otherwise."""
        return self.kind in ("new", "instead")


class Looked(NamedTuple):
    """A form as it was looked at: of which cycle it is, what is told of it, and what it brings.

    Without a cycle one is planned for the idea; without both nobody knows whose it is.
    """

    form: Form
    title: str
    cycle_id: str
    idea_id: str
    told: tuple[str, ...]
    entries: tuple[Entry, ...]

    @property
    def ticked(self) -> frozenset[str]:
        """The fields that are taken unless somebody says otherwise."""
        return frozenset(it.name for it in self.entries if it.is_ticked)


def looked_at(workbook: Workbook, forms: Sequence[Form], today: date) -> tuple[Looked, ...]:
    """Look at forms one after the other; what an earlier one brings is there for a later one."""
    found: list[Looked] = []
    for form in forms:
        one = _looked_at(workbook, form, today)
        same = [it for it in found if _whose(it) == _whose(one)] if any(_whose(one)) else []
        found.append(_doubled(one, same) if same else one)
    return tuple(found)


def _whose(it: Looked) -> tuple[str, str]:
    return it.cycle_id, it.idea_id


def _looked_at(workbook: Workbook, form: Form, today: date) -> Looked:
    cycle, idea, why = _found(workbook, form)
    if cycle is not None:
        return _of_cycle(workbook, form, cycle, today)
    if idea is None:
        return Looked(form, _unknown_name(form), "", "", (why,), ())
    title = say("Next cycle of “{idea}”", idea=short(idea.text))
    if why:
        return Looked(form, title, "", "", (why,), ())
    entries = _whole(_entries(workbook, form, None, today), None)
    told = [say("A next cycle of “{idea}” is planned for it.", idea=short(idea.text))]
    if any(is_result(it.name) for it in entries):
        told.append(_begins(form, None, entries, today))
    return Looked(form, title, "", idea.id, tuple(told) if entries else (_empty(form),), entries)


def _unknown_name(form: Form) -> str:
    return say("Form {ref}", ref=form.name)


# --- whose it is ---------------------------------------------------------------------------------
def _found(workbook: Workbook, form: Form) -> tuple[Cycle | None, Idea | None, str]:
    """Return the cycle of a form, or the idea for which one is to be planned, or why neither."""
    if form.idea_id is not None:
        return _by_idea(workbook, form)
    if form.cycle_id:
        cycle = cycle_with_id(workbook, form.cycle_id)
        return cycle, None, "" if cycle else _gone(workbook, form)
    cycle = next((it for it in workbook.cycles if it.ref == form.name), None)
    return cycle, None, "" if cycle else _gone(workbook, form)


def _by_idea(workbook: Workbook, form: Form) -> tuple[Cycle | None, Idea | None, str]:
    written = tidy(form.fields["idea-words"].now) if "idea-words" in form.fields else ""
    idea = next((
        it for it in workbook.ideas
        if it.id == form.idea_id or (not form.idea_id and it.ref == written[:6].strip().upper())
    ), None)  # fmt: skip
    if idea is None and form.idea_id:
        return None, None, _gone(workbook, form)
    if idea is None:
        return (
            None,
            None,
            say(
                "This form does not say which change idea is tested. Write its reference, such as"
                " I3, into the field for it."
            ),
        )
    if planned := planned_one(workbook, idea.id):
        return planned, idea, ""
    return None, idea, why_not_plan(idea) or why_not_plan_for(workbook, idea.id)


def _gone(workbook: Workbook, form: Form) -> str:
    if form.workbook and form.workbook != workbook.title:
        return say(
            "{ref} of this form is not here: the form belongs to “{workbook}”. Open that workbook.",
            ref=form.name, workbook=short(form.workbook),
        )  # fmt: skip
    return say("{ref} is not in this workbook: it was deleted, or the form is from another one.",
               ref=form.name)  # fmt: skip


# --- what it says --------------------------------------------------------------------------------
def _of_cycle(workbook: Workbook, form: Form, cycle: Cycle, today: date) -> Looked:
    entries = _whole(_entries(workbook, form, cycle, today), cycle)
    title = say("{ref}: {cycle}", ref=cycle.ref, cycle=cycle_name(workbook, cycle))
    told = tuple(_told(workbook, form, cycle, entries, today)) if entries else (_empty(form),)
    return Looked(form, title, cycle.id, "", told, entries)


def _told(
    workbook: Workbook, form: Form, cycle: Cycle, entries: Sequence[Entry], today: date
) -> Iterator[str]:
    if form.said and form.said != digest(_said(workbook, form, cycle)):
        on = say(" on {day}", day=year_day(form.printed)) if form.printed else ""
        yield say(
            "{ref} was changed since this form was printed{on}. What differs from both is not"
            " ticked.", ref=cycle.ref, on=on,
        )  # fmt: skip
    results = [it for it in entries if is_result(it.name) and it.kind != "left"]
    if cycle.began is None and results:
        yield _begins(form, cycle, entries, today)


def _said(workbook: Workbook, form: Form, cycle: Cycle) -> dict[str, str]:
    """Return what a cycle says as it was printed: its days and "because" were said as well."""
    with speaking(form.language):
        return said_in_form(workbook, cycle)


def paper_day(form: Form, cycle: Cycle | None, stated: str, today: date) -> date:
    """Return when Do began on paper: as the form says, as planned, or not before it was printed."""
    planned = cycle.planned_start if cycle else None
    days = (read_day(stated, today), planned, form.printed)
    return next((it for it in days if it and it <= today), today)


def _begins(form: Form, cycle: Cycle | None, entries: Sequence[Entry], today: date) -> str:
    stated = next((it.now for it in entries if it.name == "begin"), "")
    day = year_day(paper_day(form, cycle, stated, today))
    return say(
        "What happened is on it, so Do begins: its predictions are frozen as written on paper"
        " {day}.", day=day,
    )  # fmt: skip


def _empty(form: Form) -> str:
    """Say why a form brings nothing."""
    if any(it.now and it.now != it.printed for it in form.fields.values()):
        return say("All that it says is in the workbook already.")
    return say("Nobody has written on it yet.")


def _entries(workbook: Workbook, form: Form, cycle: Cycle | None, today: date) -> Iterator[Entry]:
    """Return what a form says that its cycle does not, in the order of the form."""
    said = _said(workbook, form, cycle) if cycle else {}
    blocked = why_not_begin(workbook, cycle, on_paper=True) if cycle and not cycle.began else ""
    for name, filled in form.fields.items():
        now = there_now(name, tidy_lines(filled.now), (filled.printed, said.get(name, "")))
        if not now or name == "idea-words":
            continue
        why = blocked if blocked and is_result(name) else ""
        kind, reason = judged(workbook, cycle, name, now, today)
        there = "" if name in LISTS | SPEAKS else said.get(name, "")
        kind = "left" if why else kind or _kind(filled, there)
        yield Entry(name, field_words(name), now, there, kind, why or reason)


def _whole(entries: Iterable[Entry], cycle: Cycle | None) -> tuple[Entry, ...]:
    """Return entries of which the decision is left out while words that it needs are missing."""
    every = tuple(entries)
    names = ("learned", "kept_up", "changes")
    known = {name: getattr(cycle, name) for name in names} if cycle else {}
    said = known | {it.name: it.now for it in every if it.is_ticked}
    why = missing_words(said.get("decision", ""), said)
    return tuple(
        it._replace(kind="left", why=why) if why and it.name == "decision" else it for it in every
    )


def _kind(filled: Filled, there: str) -> Kind:
    if not there:
        return "new"
    return "instead" if there == tidy_lines(filled.printed) else "clash"


def _doubled(one: Looked, before: Sequence[Looked]) -> Looked:
    """Return a further form of the same cycle: what an earlier one says too is not said again."""
    known = [it for other in before for it in other.entries]
    said = {it.name: it.now for it in reversed(known)}
    same_words = {(it.name, it.now) for it in known}
    entries = tuple(
        it._replace(kind="clash", there=said[it.name])
        if it.name in said and it.kind != "left" else it
        for it in one.entries
        if (it.name, it.now) not in same_words
    )  # fmt: skip
    again = say("This is a second form of the same cycle, after “{file}”.",
                file=before[-1].form.file)  # fmt: skip
    same = () if entries else (say("It says nothing that the first one does not say."),)
    return one._replace(told=(again, *(one.told if entries else same)), entries=entries)
