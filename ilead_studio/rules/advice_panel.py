"""Advice as people read it: a line for the status line, and the rows of a list.

The list shows the first five; all others wait folded under their rule, so that it stays short.
"""

from collections.abc import Iterable, Mapping
from itertools import chain, groupby
from typing import Final, NamedTuple

from ilead_studio.model import Fault, Workbook, pages
from ilead_studio.model.workbook import items_of
from ilead_studio.rules.advice import Advice
from ilead_studio.rules.advice_rules import Rule, rule_named, rules
from ilead_studio.rules.days import number_words
from ilead_studio.words import capital, say

MOST_OPEN: Final = 5
"""Things that are shown one by one."""


class Told(NamedTuple):
    """One thing to look at; ``ref`` names its item, ``reason`` and ``source`` are for F1."""

    rule: str
    item: str
    ref: str
    heading: str
    message: str
    reason: str
    source: str


class Folded(NamedTuple):
    """Further things of one rule: "A driver without a measure: 12"."""

    rule: str
    words: str
    told: tuple[Told, ...]


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
    told = _told(refs, advice.open)
    away = _told(refs, advice.dismissed)
    return AdvicePanel(
        title=things_to_look_at(len(told)) or say("Nothing to look at"),
        shown=told[:MOST_OPEN],
        folded=_folded(told[MOST_OPEN:]),
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


def _folded(rest: tuple[Told, ...]) -> tuple[Folded, ...]:
    """Group by rule, in the order of the table."""
    order = list(rules())
    grouped = groupby(sorted(rest, key=lambda it: order.index(it.rule)), lambda it: it.rule)
    groups = (tuple(its) for _, its in grouped)
    return tuple(
        Folded(
            its[0].rule,
            say("{heading}: {number}", heading=its[0].heading, number=len(its)),
            its,
        )
        for its in groups
    )


def _refs(workbook: Workbook) -> dict[str, str]:
    """Return what is printed beside everything about which advice can be given."""
    items = (items_of(page) for page in pages(workbook))
    every = chain(pages(workbook), *items, workbook.ideas, workbook.cycles)
    return {it.id: it.ref for it in every}
