"""What was typed and never saved, beside what was saved, in words."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final, NamedTuple

from ilead_studio.model import Workbook
from ilead_studio.rules.cause_count import amount_words, bones_in, causes_in
from ilead_studio.rules.change_lines import SORTS, Line
from ilead_studio.rules.changed import Section, lines_of, sort_words
from ilead_studio.rules.days import day_words, hour_words, weekday_words
from ilead_studio.rules.earlier import old_words, way_back
from ilead_studio.rules.looking_back import SIGNS
from ilead_studio.words import count, say, short

_NAMED: Final = 3
"""How many items of one sort are named; the others are counted."""
_WEEK: Final = 7


class Told(NamedTuple):
    """A sentence with its sign."""

    sign: str
    words: str


def amounts(workbook: Workbook) -> str:
    """Say how much there is: "25 causes · 8 drivers"; empty for nothing."""
    drivers = sum(len(it.drivers) for it in workbook.theories)
    ideas = len(workbook.ideas)
    parts = (
        amount_words(causes_in(workbook), bones_in(workbook)),
        count(drivers, "{number} driver", "{number} drivers") if drivers else "",
        count(ideas, "{number} change idea", "{number} change ideas") if ideas else "",
    )
    return " · ".join(filter(None, parts))


def stopped_words(when: datetime, now: datetime) -> str:
    """Say when the program stopped: "today at 16:42", "on Thursday at 16:42"."""
    when = when.astimezone(now.tzinfo)
    hour, days = hour_words(when), (now.date() - when.date()).days
    if days == 0:
        return say("today at {hour}", hour=hour)
    if 0 < days < _WEEK:
        return say("on {day} at {hour}", day=weekday_words(when), hour=hour)
    return say("on {day} at {hour}", day=day_words(when), hour=hour)


def typed_words(told: Sequence[Section], *, every: bool) -> tuple[Told, ...]:
    """Say what was typed since the last save: by sort, or line by line."""
    lines = [*lines_of(told)]
    if every:
        return tuple(Told(SIGNS[it.sort], it.sentence) for it in lines)
    by_sort = ((sort, [it for it in lines if it.sort == sort]) for sort in SORTS)
    return tuple(
        Told(SIGNS[sort], say("{sort}: {names}", sort=sort_words(sort), names=_names(some)))
        for sort, some in by_sort
        if some
    )  # fmt: skip


def _names(lines: Sequence[Line]) -> str:
    names = [short(it.words) for it in lines[:_NAMED]]
    rest = len(lines) - len(names)
    more = [count(rest, "{number} more", "{number} more")] if rest else []
    return " · ".join((*names, *more))


def still_words(told: Sequence[Section], *, every: bool) -> tuple[Told, ...]:
    """Say which words the saved file still has."""
    lines = [it for it in lines_of(told) if way_back(it) == "words" and it.changes[0].was]
    some = lines if every else lines[:1]
    return tuple(
        Told(SIGNS["reworded"], say("Still has: {words}", words=short(old_words(it), 80)))
        for it in some
    )


def older_words(by: timedelta) -> str:
    """Say by how much the saved file is older; empty where it is not."""
    minutes = int(by.total_seconds()) // 60
    if minutes < 1:
        return ""
    if minutes < 120:
        return count(minutes, "{number} minute older", "{number} minutes older")
    hours = minutes // 60
    if hours < 48:
        return count(hours, "{number} hour older", "{number} hours older")
    return count(hours // 24, "{number} day older", "{number} days older")
