"""What the calendar of cycles says: each bar in a sentence, what comes next, how many there are."""

from collections import Counter
from datetime import date
from typing import NamedTuple

from ilead_studio.model import Cycle, Workbook
from ilead_studio.rules.cycle_calendar import Bar
from ilead_studio.rules.cycles import cycle_name, cycle_with_id
from ilead_studio.rules.days import long_span, number_words, short_day
from ilead_studio.rules.overdue import Overdue, coming, late_words, overdue
from ilead_studio.words import count, say


class Entry(NamedTuple):
    """A cycle in the list of what comes next, in words."""

    cycle_id: str
    ref: str
    words: str


class Next(NamedTuple):
    """Some of what comes next, under a heading."""

    heading: str
    is_late: bool
    entries: tuple[Entry, ...]


def bar_words(workbook: Workbook, bar: Bar) -> str:
    """Say a bar: "“Text each Monday”, cycle 4, in Study, 2 to 20 November 2026"."""
    cycle = cycle_with_id(workbook, bar.cycle_id)
    name = cycle_name(workbook, cycle) if cycle else ""
    return ", ".join((name, bar.words, long_span(bar.first, bar.last)))


def short_words(workbook: Workbook, bar: Bar) -> str:
    """Return the words below a bar without its scale, for a narrow place."""
    cycle = cycle_with_id(workbook, bar.cycle_id)
    return bar.words.removeprefix(f"{cycle.scale}, ") if cycle and cycle.scale else bar.words


def comes_next(workbook: Workbook, today: date) -> tuple[Next, ...]:
    """Return what is overdue, what is due in two school weeks, and what else is planned."""
    late = tuple(
        Entry(cycle.id, cycle.ref, cycle_name(workbook, cycle))
        for it in overdue(workbook, today)
        if (cycle := cycle_with_id(workbook, it.cycle_id))
    )
    soon = tuple(
        Entry(it.id, it.ref, say("{cycle}: {step}", cycle=cycle_name(workbook, it), step=_step(it)))
        for it in coming(workbook, today)
    )
    known = {it.cycle_id for it in (*late, *soon)}
    planned = (it for it in workbook.cycles if it.state == "planned" and it.id not in known)
    rest = tuple(
        Entry(it.id, it.ref, _with_days(workbook, it))
        for it in sorted(planned, key=lambda it: it.planned_start or date.max)
    )
    groups = (
        Next(say("Overdue"), True, late),
        Next(say("Due in two school weeks"), False, soon),
        Next(say("Planned"), False, rest),
    )
    return tuple(group for group in groups if group.entries)


def _step(cycle: Cycle) -> str:
    """Say which command a cycle waits for."""
    return {
        "planned": say("begin Do"), "doing": say("Study"), "studying": say("decide"),
    }.get(cycle.state, "")  # fmt: skip


def _with_days(workbook: Workbook, cycle: Cycle) -> str:
    name = cycle_name(workbook, cycle)
    if cycle.planned_start is None:
        return say("{cycle}: no days yet", cycle=name)
    return say("{cycle}: from {day}", cycle=name, day=short_day(cycle.planned_start))


def late_banner(workbook: Workbook, late: tuple[Overdue, ...]) -> tuple[str, str]:
    """Return what the banner says and what it adds; two empty texts when nothing is late."""
    if not late:
        return "", ""
    if len(late) == 1:
        return late[0].sentence, late[0].reason
    number = number_words(len(late)).capitalize()
    named = [it.sentence.rstrip(".") for it in late[:2]]
    more = [say("and more")] if len(late) > 2 else []
    return say("{number} cycles are overdue.", number=number), "; ".join([*named, *more]) + "."


def calendar_counts(workbook: Workbook, today: date) -> str:
    """Say how many cycles there are and how far: "14 cycles: 9 decided, 4 open, 1 planned"."""
    states = Counter("open" if it.state in ("doing", "studying") else it.state
                     for it in workbook.cycles)  # fmt: skip
    many = count(len(workbook.cycles), "{number} cycle", "{number} cycles")
    parts = [
        say("{number} {state}", number=states[state], state=words)
        for state, words in _states().items()
        if states[state]
    ]
    told = say("{cycles}: {parts}", cycles=many, parts=", ".join(parts)) if parts else many
    late = overdue(workbook, today)
    if not late:
        return told
    if len(late) == 1:
        return f"{told} · {say('one is {late}', late=late_words(late[0].days))}"
    return f"{told} · {say('{number} are overdue', number=number_words(len(late)))}"


def _states() -> dict[str, str]:
    return {
        "decided": say("decided"), "open": say("open"), "planned": say("planned"),
        "cancelled": say("cancelled"),
    }  # fmt: skip


def why_not_shift(cycle: Cycle, start: int) -> str:
    """Say why a cycle cannot be moved, its first day by ``start`` weeks; empty when it can.

    Only planned days move; what happened stays where it was.
    """
    if cycle.state in ("decided", "cancelled") or cycle.ended:
        return say("It is over. Only planned days move.")
    if start and cycle.started:
        day = short_day(cycle.started)
        return say("Do began on {day}, and that day stays. Its end can move.", day=day)
    return ""
