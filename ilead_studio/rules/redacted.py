"""Names in what people typed, taken out before it is printed or given away.

No record holds the name of a person: who owns or raised something is a role. But anything may be
typed into a text. What can be told for sure is taken out and counted: e-mail addresses, telephone
numbers, and names behind a title ("Ms. Rivera"), but not where they are part of what a party or a
role is called ("Dr. King High School"). A bare name cannot be told from other words, so whoever
prints is asked to look.
"""

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Set
from typing import Any, Final, NamedTuple, TypeVar

from ilead_studio.model import Record, Workbook
from ilead_studio.words import say

_TITLES: Final = (
    r"(?:Mr|Mrs|Ms|Mx|Dr|Prof|Sr|Sra|Srta)\.?|Miss|Mister|Doctor|Professor|Señora?|Señorita"
)
_NAME: Final = r"[A-ZÀ-ÖØ-Þ][\w’'-]*"
_FOUND: Final = re.compile(
    r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"  # an e-mail address
    r"|(?<![\w.])\+\d{1,3}(?:[ .-]?\(?\d{2,4}\)?){2,5}(?!\d)"  # a number from abroad
    r"|(?<![\w.-])(?:\(\d{3}\) ?|\d{3}[ .-])?\d{3}[.-]\d{4}(?![\w-])"  # a number as in America
    rf"|\b(?:{_TITLES}) {_NAME}(?:(?:-| (?:[A-Z]\. )?){_NAME})?"  # a title and a name or two
)
_BESIDE: Final = frozenset({"logo", "id", "ref"})
"""Fields that hold no words."""
V = TypeVar("V")


def redacted(workbook: Workbook) -> tuple[Workbook, int]:
    """Return the workbook without names that can be told for sure, and how many those were."""
    redaction = _Redaction(_called(workbook))
    return redaction.of(workbook), redaction.number


class Nameless(NamedTuple):
    """A workbook without names: what stands now for each, and in how many places it stood.

    ``doubtful`` is who does or says something, and is neither a party nor a role of the workbook.
    """

    workbook: Workbook
    instead: Mapping[str, str]
    times: Mapping[str, int]
    doubtful: Mapping[str, int]


def without_names(workbook: Workbook, also: Collection[str] = ()) -> Nameless:
    """Return the workbook without names, each with a number of its own in its place.

    ``also`` are names that somebody told besides. Snapshots are a part of the workbook.
    """
    instead: dict[str, str] = {}
    times: Counter[str] = Counter()

    def numbered(found: str) -> str:
        times[found] += 1
        return instead.setdefault(found, say("[name {number}]", number=len(instead) + 1))

    called = _called(workbook)
    made = _Redaction(called, numbered, also).of(workbook)
    doubtful = Counter(it for it in _who(made) if it not in called | {*instead.values()})
    return Nameless(made, instead, times, doubtful)


def _called(workbook: Workbook) -> set[str]:
    called = {text for it in workbook.parties for text in (it.name, it.short)}
    return called | {it.name for it in workbook.roles}


def _who(value: object) -> Iterator[str]:
    """Give everything that says who does, says or collects something."""
    if isinstance(value, tuple):
        for it in value:
            yield from _who(it)
    elif isinstance(value, Record):
        for name, held in vars(value).items():
            if name in _WHO and held:
                yield held
            else:
                yield from _who(held)


_WHO: Final = frozenset({"owner", "who", "raised_by", "collects"})


class _Redaction:
    """Takes names out, and counts them; what is ``called`` so stays."""

    def __init__(
        self,
        called: Set[str],
        instead: Callable[[str], str] | None = None,
        also: Collection[str] = (),
    ) -> None:
        self.number = 0
        self._instead = instead or (lambda _: say("[name]"))
        kept = sorted(filter(_FOUND.search, called), key=len, reverse=True)
        whole = "|".join([*map(re.escape, kept), "(?!)"])
        told = sorted(filter(None, also), key=len, reverse=True)
        besides = "|".join([*(rf"\b{re.escape(it)}\b" for it in told), "(?!)"])
        self._found = re.compile(f"{besides}|({whole})|{_FOUND.pattern}")

    def of(self, value: V) -> V:
        """Return a value without names; the very same one if it has none."""
        made: Any = value
        match value:
            case str():
                made = self._found.sub(self._taken, value)
            case tuple():
                parts = tuple(map(self.of, value))
                if any(one is not it for one, it in zip(parts, value, strict=True)):
                    made = parts
            case Record():
                made = self._record(value)
        return made if made != value else value

    def _taken(self, found: re.Match[str]) -> str:
        if found[1]:
            return found[0]
        self.number += 1
        return self._instead(found[0])

    def _record(self, record: Record) -> Record:
        held = {name: it for name, it in vars(record).items() if name not in _BESIDE}
        new = {name: self.of(it) for name, it in held.items()}
        changed = {name: it for name, it in new.items() if it is not held[name]}
        return record.model_copy(update=changed) if changed else record
