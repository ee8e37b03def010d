"""The learning log as it is read: its rows by group, filtered, in words, and as plain text."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from ilead_studio.model import Speaks, Workbook
from ilead_studio.rules.cycles import cycle_name, decision_words
from ilead_studio.rules.days import short_day
from ilead_studio.rules.learning import (
    Group,
    Learning,
    by_change,
    by_driver,
    by_outcome,
    by_party,
    changed_words,
    learnings,
)
from ilead_studio.words import count, say

GroupedBy = Literal["driver", "party", "outcome", "change"]
UNDECIDED = "undecided"
"""The outcome of what is not decided yet, among those that can be asked for."""


class LogRow(NamedTuple):
    """One row: an entry of a group, or without a cycle the heading of the group.

    ``words`` are the learning or the heading, ``said`` how it speaks and of which cycle it is,
    ``counted`` how many cycles speak for, mixed and against what the heading names.
    """

    group: str
    words: str
    ref: str = ""
    counted: str = ""
    cycle_id: str = ""
    day: str = ""
    said: str = ""
    speaks: Speaks | Literal[""] = ""
    decision: str = ""
    changed: str = ""
    is_last: bool = False

    @property
    def thing(self) -> str:
        """The cycle, or the driver that a heading names; empty for another heading."""
        return self.cycle_id or (self.group if self.ref else "")

    @property
    def spoken(self) -> str:
        """All of it in one sentence, to be read aloud."""
        parts = self.ref, self.words, self.said, self.decision, self.changed, self.day, self.counted
        return ", ".join(part for part in parts if part)


def log_groups(workbook: Workbook, by: GroupedBy, outcome: str = "") -> tuple[Group, ...]:
    """Return the log by one of four ways; ``outcome`` keeps only entries with that decision."""
    groups = {"driver": by_driver, "party": by_party, "outcome": by_outcome, "change": by_change}[
        by
    ](workbook)
    if not outcome:
        return groups
    asked = "" if outcome == UNDECIDED else outcome
    kept = (_with_outcome(group, asked) for group in groups)
    return tuple(group for group in kept if group.entries)


def _with_outcome(group: Group, outcome: str) -> Group:
    entries = tuple(it for it in group.entries if it.cycle.decision == outcome)
    said = [f.speaks for it in entries for f in it.findings if f.item_id == group.key]
    speaks = said.count("for"), said.count("mixed"), said.count("against")
    return group._replace(entries=entries, speaks=speaks)


def log_rows(workbook: Workbook, groups: Sequence[Group], by: GroupedBy) -> list[LogRow]:
    """Return the rows of some groups, each heading before its entries."""
    refs = {it.id: it.ref for page in workbook.theories for it in page.drivers}
    rows = []
    for group in groups:
        counted = speaks_words(group.speaks) if by == "driver" and group.key else ""
        rows.append(LogRow(group.key, _capital(group.heading), refs.get(group.key, ""), counted))
        rows += (_entry(workbook, group, it) for it in group.entries)
        rows[-1] = rows[-1]._replace(is_last=True)
    return rows


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _entry(workbook: Workbook, group: Group, it: Learning) -> LogRow:
    about = next((f for f in it.findings if f.item_id == group.key), None)
    about = about or next(iter(it.findings), None)
    name = cycle_name(workbook, it.cycle)
    says = _about(about.speaks, is_driver=about.is_driver) if about else ""
    return LogRow(
        group.key,
        it.text,
        it.cycle.ref,
        cycle_id=it.cycle.id,
        day=short_day(it.day) if it.day else "",
        said=" · ".join(filter(None, (says, name))),
        speaks=about.speaks if about else "",
        decision=decision_words(it.cycle.decision) or say("not decided yet"),
        changed=_changed(it),
    )


def _about(speaks: Speaks, *, is_driver: bool) -> str:
    if is_driver:
        return {
            "for": say("speaks for the driver"), "mixed": say("mixed about the driver"),
            "against": say("speaks against the driver"),
        }[speaks]  # fmt: skip
    return {
        "for": say("speaks for the cause"), "mixed": say("mixed about the cause"),
        "against": say("speaks against the cause"),
    }[speaks]  # fmt: skip


def _changed(it: Learning) -> str:
    return {
        "action": say("changed an action"), "assumption": say("changed an assumption"),
        "value": say("changed a value"), "": "",
    }[it.cycle.changed]  # fmt: skip


def speaks_words(speaks: tuple[int, int, int]) -> str:
    """Say how many cycles speak for something, both ways and against it."""
    yes, mixed, no = speaks
    return say("{yes} for · {mixed} mixed · {no} against", yes=yes, mixed=mixed, no=no)


def log_counts(workbook: Workbook) -> str:
    """Say how much was learned: "12 learnings · changed: 7 an action, 1 a value"."""
    entries = learnings(workbook)
    changed = Counter(it.cycle.changed for it in entries)
    many = count(len(entries), "{number} learning", "{number} learnings")
    parts = [
        say("{number} {what}", number=changed[kind], what=changed_words(kind).lower())
        for kind in ("action", "assumption", "value")
        if changed[kind]
    ]
    if not parts:
        return many
    return say("{learnings} · changed: {parts}", learnings=many, parts=", ".join(parts))


def log_text(rows: Sequence[LogRow]) -> str:
    """Return rows as plain text: each heading on a line, its entries below it with a dash."""
    return "\n".join(_lines(rows)).strip()


def _lines(rows: Sequence[LogRow]) -> Iterator[str]:
    for row in rows:
        if row.cycle_id:
            yield f"- {row.words}"
            parts = row.ref, row.day, row.said, row.decision, row.changed
            yield f"  {' · '.join(part for part in parts if part)}"
        else:
            yield ""
            heading = " ".join(filter(None, (row.ref, row.words)))
            yield f"{heading} ({row.counted})" if row.counted else heading
