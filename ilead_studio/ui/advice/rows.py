"""The rows of the list of advice: what is told one by one, what is folded, what was dismissed."""

from collections.abc import Iterator
from typing import Final, Literal, NamedTuple

from ilead_studio.rules.advice_panel import AdvicePanel, Told
from ilead_studio.rules.advice_rules import Section, rule_named
from ilead_studio.words import say

DISMISSED: Final = "dismissed"
"""The fold under which stands what was dismissed; no rule is called so."""
_SIGNS: Final[dict[Section, str]] = {"roots": "flag", "wording": "message-2", "gaps": "target"}
Kind = Literal["thing", "dismissed", "fold", "more"]


class AdviceRow(NamedTuple):
    """One row; ``told`` is None for a fold and for "70 more", which cannot be chosen.

    ``fold`` names the fold that the row opens or stands in; it is empty for what is always shown.
    """

    kind: Kind
    words: str
    spoken: str
    sign: str = ""
    told: Told | None = None
    fold: str = ""
    is_open: bool = False

    @property
    def about(self) -> tuple[str, str]:
        """What the row is about: a rule and an item, or a fold."""
        return (self.told.rule, self.told.item) if self.told else (self.fold, "")


def advice_rows(panel: AdvicePanel, opened: frozenset[str]) -> tuple[AdviceRow, ...]:
    """Return the rows; ``opened`` names the folds that are open."""
    return (*_open(panel, opened), *_dismissed(panel, opened))


def _open(panel: AdvicePanel, opened: frozenset[str]) -> Iterator[AdviceRow]:
    """Give what is worth a look; rows are counted as if all folds were open."""
    whole = len(panel.shown) + sum(len(it.told) + it.more for it in panel.folded)
    at = len(panel.shown)
    yield from (_thing("thing", it, n, whole) for n, it in enumerate(panel.shown, 1))
    for group in panel.folded:
        yield _fold(group.rule, group.words, opened)
        if group.rule in opened:
            for n, it in enumerate(group.told, at + 1):
                yield _thing("thing", it, n, whole, group.rule)
            if group.more:
                more = say("{number} more", number=group.more)
                yield AdviceRow("more", more, more, fold=group.rule)
        at += len(group.told) + group.more


def _dismissed(panel: AdvicePanel, opened: frozenset[str]) -> Iterator[AdviceRow]:
    if not panel.dismissed:
        return
    yield _fold(DISMISSED, panel.dismissed_words, opened)
    for n, it in enumerate(panel.dismissed if DISMISSED in opened else (), 1):
        yield _thing("dismissed", it, n, len(panel.dismissed), DISMISSED)


def _fold(name: str, words: str, opened: frozenset[str]) -> AdviceRow:
    is_open = name in opened
    state = say("open") if is_open else say("folded")
    spoken = say("{words}, {state}", words=words, state=state)
    return AdviceRow("fold", words, spoken, fold=name, is_open=is_open)


def _thing(kind: Kind, it: Told, at: int, whole: int, fold: str = "") -> AdviceRow:
    sentence = say("{heading}: {message}", heading=it.heading, message=it.message)
    place = say("{at} of {whole}", at=at, whole=whole)
    said = (sentence, it.ref, say("dismissed") if kind == "dismissed" else "", place)
    spoken = ", ".join(filter(None, said))
    sign = _SIGNS[rule_named(it.rule).section]
    return AdviceRow(kind, it.heading, spoken, sign, it, fold)


def listed_items(rows: tuple[AdviceRow, ...]) -> frozenset[str]:
    """Return the items about which something open stands in the list: they are ringed."""
    return frozenset(it.told.item for it in rows if it.told and it.kind == "thing")


def go_words(told: Told) -> str:
    """Say where a button goes."""
    return say("Go to {ref}", ref=told.ref) if told.ref else say("Go there")


def why_words(told: Told) -> str:
    """Say why it is worth a look, and who says so."""
    return " ".join(filter(None, (told.reason, told.source)))


def holds_all(row: AdviceRow) -> bool:
    """Tell whether a row is the open fold of all that was dismissed."""
    return row.kind == "fold" and row.fold == DISMISSED and row.is_open
