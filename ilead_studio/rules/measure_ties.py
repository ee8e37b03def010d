"""What a measure belongs to: aims, drivers, unintended consequences of ideas, and cycles."""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from ilead_studio.model import Workbook
from ilead_studio.rules.cycles import cycle_name
from ilead_studio.rules.names import page_name
from ilead_studio.words import count, say, short

TieKind = Literal["aim", "driver", "consequence", "cycle"]


class Tie(NamedTuple):
    """What names a measure, or could: the item, which of its consequences, and words for it.

    ``at`` is the place of a consequence among those of its idea, else 0.
    """

    kind: TieKind
    item_id: str
    at: int
    words: str


class Loose(NamedTuple):
    """A name of a measure that is none yet, and what uses it in words: "D3, I5"."""

    name: str
    words: str


def ties(workbook: Workbook, measure_id: str) -> tuple[Tie, ...]:
    """Return what names a measure, from the aim down to the cycles."""
    return tuple(tie for tie, named, _ in _every(workbook) if measure_id in named)


def possible_ties(workbook: Workbook, measure_id: str) -> tuple[Tie, ...]:
    """Return what could name a measure and does not; aims and consequences know one measure only.

    An aim or a consequence that knows another measure is left out.
    """
    return tuple(
        tie for tie, named, _ in _every(workbook)
        if measure_id not in named and not (named and tie.kind in ("aim", "consequence"))
    )  # fmt: skip


def loose(workbook: Workbook) -> tuple[Loose, ...]:
    """Return the names that drivers, ideas and data plans use and that are no measures yet."""
    found: dict[str, dict[str, None]] = {}
    for tie, _, names in _every(workbook):
        for name in names:
            found.setdefault(name, {})[_short(tie)] = None
    return tuple(Loose(name, ", ".join(refs)) for name, refs in found.items())


def loose_words(number: int) -> str:
    """Say how many names are no measures yet; empty for none."""
    if not number:
        return ""
    return count(number, "{number} name is no measure yet", "{number} names are no measures yet")


def _short(tie: Tie) -> str:
    return tie.words.split(" · ")[0]


def _every(workbook: Workbook) -> Iterator[tuple[Tie, frozenset[str], tuple[str, ...]]]:
    """Give all that can name measures, the ids it names, and its names that are no measures."""
    for theory in workbook.theories:
        aim = Tie("aim", theory.id, 0, say("Aim · {words}", words=page_name(theory)))
        yield aim, frozenset(filter(None, (theory.measure_id,))), ()
        for driver in theory.drivers:
            words = say("{ref} · {words}", ref=driver.ref, words=driver.text)
            named = frozenset(it.measure_id for it in driver.measures if it.measure_id)
            names = tuple(it.name for it in driver.measures if not it.measure_id)
            yield Tie("driver", driver.id, 0, words), named, names
    yield from _consequences(workbook)
    yield from _cycles(workbook)


def _consequences(workbook: Workbook) -> Iterator[tuple[Tie, frozenset[str], tuple[str, ...]]]:
    for idea in workbook.ideas:
        for at, it in enumerate(idea.consequences):
            words = say("{ref} · {idea} may also cause: {words}", ref=idea.ref,
                        idea=short(idea.text), words=it.text)  # fmt: skip
            named = frozenset(filter(None, (it.measure_id,)))
            name = it.measure if it.measure and not it.measure_id else ""
            yield Tie("consequence", idea.id, at, words), named, (name,) if name else ()


def _cycles(workbook: Workbook) -> Iterator[tuple[Tie, frozenset[str], tuple[str, ...]]]:
    for cycle in workbook.cycles:
        words = say("{ref} · {words}", ref=cycle.ref, words=cycle_name(workbook, cycle))
        named = frozenset(it.measure_id for it in cycle.data if it.measure_id)
        names = tuple(it.text for it in cycle.data if not it.measure_id)
        yield Tie("cycle", cycle.id, 0, words), named, names
