"""What a line of what changed says of before and of now, for a table with a column for each."""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from ilead_studio.model import Link, Workbook
from ilead_studio.rules.change_lines import Line, Sort
from ilead_studio.rules.change_words import kind_words, name_of, value_words, words_of
from ilead_studio.rules.difference import Change
from ilead_studio.rules.records import read
from ilead_studio.words import say, short

_BARE: Final[tuple[Sort, ...]] = ("reworded", "moved", "evidence", "state")
"""Sorts that say which field it is."""
_COUNTED: Final = ("ballots", "readings")
"""What is only counted."""


class Sides(NamedTuple):
    """What was, and what is; neither is empty."""

    before: str
    now: str


class BeforeNow:
    """Tells both sides of the lines between two workbooks."""

    def __init__(self, old: Workbook, new: Workbook) -> None:
        was, now = read(old).records, read(new).records
        self._records = {**was, **now}
        self._by_id = {key.name: it for key, it in self._records.items() if key.name}

    def of(self, line: Line) -> Sides:
        """Return what was before and what is now; "not there" for what came or went."""
        there = line.detail or say("there")
        if line.sort == "added":
            return Sides(say("not there"), there)
        if line.sort == "removed":
            return Sides(there, say("not there"))
        both = [self._one(it, line) for it in _told(line.changes)]
        before = dict.fromkeys(it.before for it in both if it.before)
        now = dict.fromkeys(it.now for it in both if it.now)
        nothing = say("nothing yet")
        return Sides("; ".join(before) or nothing, "; ".join(now) or say("nothing now"))

    def _one(self, change: Change, line: Line) -> Sides:
        if change.key.kind == Link.__name__:
            return self._link(change)
        if change.what == "moved":
            return Sides(say("in another place"), line.detail or say("here"))
        if change.what != "changed":
            return self._part(change)
        was, now = self._values(change)
        if change.field == "parent_id":
            return Sides(say("under {words}", words=was), say("under {words}", words=now))
        if line.sort in _BARE and change.key.name == line.item_id:
            return Sides(was, now)
        return Sides(_named(change.field, was), _named(change.field, now))

    def _values(self, change: Change) -> Sides:
        """Say both values of a field; of lists only what went and what came."""
        was, now = change.was, change.now
        if change.field in _COUNTED:
            return Sides(str(len(was)), str(len(now)))
        if isinstance(was, bool):
            answers = {True: say("yes"), False: say("no")}
            return Sides(answers[was], answers[now])
        if isinstance(was, tuple) and isinstance(now, tuple):
            gone = self._value(change, tuple(it for it in was if it not in now))
            came = self._value(change, tuple(it for it in now if it not in was))
            return Sides(gone, say("also {words}", words=came) if came else "")
        return Sides(self._value(change, was), self._value(change, now))

    def _value(self, change: Change, value: object) -> str:
        kind = type(self._records[change.key])
        return value_words(self._by_id, kind, change.field, value)

    def _link(self, change: Change) -> Sides:
        target = self._short(change.key.name.partition(">")[2])
        words = say("serves {words}", words=target)
        if change.what == "removed":
            return Sides(words, "")
        if change.what == "added":
            return Sides("", words)
        if change.what == "moved":
            return Sides(words, words)
        strength = {"weak": say("weakly"), "strong": say("strongly")}
        was, now = strength.get(change.was, ""), strength.get(change.now, "")
        return Sides(f"{words}, {was}", f"{words}, {now}")

    def _part(self, change: Change) -> Sides:
        """Say a line of a cycle or a meeting that came or went."""
        kind = kind_words(change.key.kind)
        words = say("{kind} {words}", kind=kind, words=self._short(change.key.name))
        return Sides("", words) if change.what == "added" else Sides(words, "")

    def _short(self, name: str) -> str:
        record = self._by_id.get(name)
        return say("“{words}”", words=short(words_of(record))) if record is not None else ""


def _named(field: str, words: str) -> str:
    return say("{name}: {words}", name=name_of(field), words=words) if words else ""


def _told(changes: Sequence[Change]) -> Iterator[Change]:
    """Leave out moves of what changed its parent too: the parent says it."""
    parents = {it.key for it in changes if it.field == "parent_id"}
    for it in changes:
        if it.what != "moved" or it.key not in parents:
            yield it
