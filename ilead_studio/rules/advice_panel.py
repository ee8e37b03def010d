"""Advice as people read it: a line for the status line, and the rows of a list.

The list shows the first five; all others wait folded under their rule, so that it stays short.
"""

from collections.abc import Iterable, Mapping
from itertools import chain
from typing import Final, NamedTuple

from ilead_studio.model import Fault, Workbook, pages
from ilead_studio.model.workbook import items_of
from ilead_studio.rules.advice import Advice
from ilead_studio.rules.advice_rules import Rule, rule_named, rules
from ilead_studio.rules.days import number_words
from ilead_studio.words import capital, say

MOST_OPEN: Final = 5
"""Things that are shown one by one."""
MOST_UNFOLDED: Final = 50
"""Things of a rule that are told one by one when it is unfolded; more would help nobody."""


class Told(NamedTuple):
    """One thing to look at; F1 tells ``reason`` and ``source``. A measure has no ``ref``."""

    rule: str
    item: str
    ref: str
    heading: str
    message: str
    reason: str
    source: str


class Folded(NamedTuple):
    """Further things of one rule: "A driver without a measure: 12"; ``more`` are not told."""

    rule: str
    words: str
    told: tuple[Told, ...]
    more: int = 0


class AdvicePanel(NamedTuple):
    """The list: its title, what is shown, what is folded, and what can be brought back."""

    title: str
    shown: tuple[Told, ...]
    folded: tuple[Folded, ...]
    dismissed: tuple[Told, ...]
    dismissed_words: str


def advice_panel(workbook: Workbook, advice: Advice) -> AdvicePanel:
    """Return the rows for what was found."""
    refs = _refs(workbook)
    away = _told(refs, advice.dismissed)
    return AdvicePanel(
        title=things_to_look_at(len(advice.open)) or say("Nothing to look at"),
        shown=_told(refs, advice.open[:MOST_OPEN]),
        folded=_folded(refs, advice.open[MOST_OPEN:]),
        dismissed=away,
        dismissed_words=say("Dismissed: {number}", number=len(away)) if away else "",
    )


def things_to_look_at(number: int) -> str:
    """Say in the status line how many things there are; nothing for none."""
    if not number:
        return ""
    if number == 1:
        return say("One thing to look at")
    return say("{number} things to look at", number=capital(number_words(number)))


def _told(refs: Mapping[str, str], found: Iterable[Fault]) -> tuple[Told, ...]:
    return tuple(_one(refs, it, rule_named(it.rule)) for it in found)


def _one(refs: Mapping[str, str], it: Fault, rule: Rule) -> Told:
    known = (rule.heading, it.message, rule.reason, rule.source)
    return Told(it.rule, it.item, refs.get(it.item, ""), *known)


def _folded(refs: Mapping[str, str], rest: Iterable[Fault]) -> tuple[Folded, ...]:
    """Group by rule, in the order of the table."""
    groups: dict[str, list[Fault]] = {name: [] for name in rules()}
    for it in rest:
        groups[it.rule].append(it)
    return tuple(_group(refs, rule_named(rule), its) for rule, its in groups.items() if its)


def _group(refs: Mapping[str, str], rule: Rule, its: list[Fault]) -> Folded:
    words = say("{heading}: {number}", heading=rule.heading, number=len(its))
    told = _told(refs, its[:MOST_UNFOLDED])
    return Folded(rule.name, words, told, len(its) - len(told))


def _refs(workbook: Workbook) -> dict[str, str]:
    """Return what is printed beside everything about which advice can be given."""
    items = (items_of(page) for page in pages(workbook))
    every = chain(pages(workbook), *items, workbook.ideas, workbook.cycles)
    return {it.id: it.ref for it in every}
