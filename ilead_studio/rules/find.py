"""Finds words anywhere in a workbook, whatever their case and accents.

The texts of each record are folded once and kept as long as the record is there; a search is then
one pass over short strings, quick enough to run at every letter that is typed.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import islice
from typing import Final, NamedTuple

from ilead_studio.model import (
    AnyRecord,
    Break,
    Cause,
    Cycle,
    Decided,
    Driver,
    Evidence,
    Fishbone,
    Idea,
    Link,
    Loose,
    Measure,
    Meeting,
    NextStep,
    OpenQuestion,
    Packet,
    Party,
    Problem,
    Snapshot,
    TeamRole,
    Theory,
    Vote,
    Workbook,
    pages,
)
from ilead_studio.model.stretch import stretch
from ilead_studio.rules.kept import Newest, kept_by_identity

MOST: Final = 200
"""Most places that are listed; the count tells of all."""
_UNMARKED: Final = str.maketrans(
    {"đ": "d", "ø": "o", "ł": "l", "ı": "i", "æ": "ae", "œ": "oe", "\xa0": " "}
    | dict.fromkeys("‘’ʼ´′", "'") | dict.fromkeys("‐‑–−", "-")
    | dict.fromkeys("\u034f\u200c\u200d\u200e\u200f\ufe0e\ufe0f", "")
)  # fmt: skip
"""Letters with a stroke do not come apart when they are decomposed; typed signs match printed, and
marks that nobody sees match nothing."""
_REF: Final = re.compile(r"[a-z][0-9]{1,6}")
_END: Final = "\0"
"""Between the folded texts of a record; no text holds it."""
_NOTES: Final = (("notes", "notes"),)


def _same(*names: str) -> tuple[tuple[str, str], ...]:
    """Return places that are called as the fields that hold them."""
    return tuple((name, name) for name in names)


_TEXTS: Final[dict[type, tuple[tuple[str, str], ...]]] = {
    Problem: _same(
        "text",
        "population",
        "setting",
        "period",
        "baseline",
        "desired",
        "gap",
        "baseline_source",
        "notes",
    ),
    Fishbone: (("text", "head"), ("title", "title"), *_NOTES),
    Theory: (("text", "aim"), ("title", "title"), *_NOTES),
    Cause: (("text", "text"), *_NOTES),
    Driver: (("text", "text"), ("definition", "definition"), *_NOTES),
    Idea: (
        ("text", "text"),
        *_same("notes", "goal", "rationale", "owner", "state_reason"),
    ),
    Cycle: _same(
        "objective",
        "owner",
        "site",
        "scale",
        "conditions",
        "how_known",
        "as_planned_why",
        "observations",
        "surprises",
        "adjustments",
        "data_points",
        "comparison",
        "learned",
        "improved_why",
        "changes",
        "next_plan",
        "kept_up",
        "cancelled_why",
    ),
    Meeting: _same("title", "place", "time", "led_by", "ground_rules", "notes"),
    Decided: _same("text"),
    NextStep: _same("text", "owner"),
    Evidence: _same("text", "source"),
    Measure: (
        ("text", "name"),
        *_same(
            "definition", "numerator", "denominator", "unit", "often", "source", "collects", "notes"
        ),
    ),
    Vote: (("text", "question"),),
    OpenQuestion: _same("text", "who"),
    Loose: (("text", "text"),),
    Party: (("text", "name"), ("short", "short")),
    TeamRole: (("text", "name"),),
    Break: (("text", "name"),),
    Snapshot: (("text", "name"), ("reason", "why")),
    Packet: (("text", "name"),),
}
"""What is read of each kind of record: the name of a place there, and the field that holds it."""
_LISTS: Final[dict[type, tuple[tuple[str, tuple[tuple[str, str], ...]], ...]]] = {
    Theory: (("gains", (("gain", "text"),)),),
    Driver: (("measures", (("measured by", "name"),)),),
    Idea: (("consequences", (("consequences", "text"), ("measure", "measure"))),),
    Cycle: (
        ("questions", (("questions", "text"), *_same("prediction", "reason", "result"))),
        ("tasks", (("tasks", "text"), *_same("who", "where", "when"))),
        ("data", (("data", "text"), *_same("who", "when", "where"))),
        ("amendments", _same("prediction", "reason")),
    ),
    Measure: (("readings", _same("note")),),
    Meeting: (
        ("agenda", (("agenda", "text"), *_same("led_by"))),
        ("attendance", (("attendance", "name"),)),
    ),
}
"""The lists that some kinds of record have, each with what is read of its lines."""
Record = AnyRecord
Span = tuple[int, int]


class Place(NamedTuple):
    """A text somewhere in the workbook: the item, the page on which it stands, the field's name.

    ``section`` tells what holds it if that is no page: "problem", "idea", "cycle" and so on.
    """

    item_id: str
    page_id: str
    ref: str
    field: str
    text: str
    section: str = ""

    @property
    def where(self) -> str:
        """The page, or else the section: what places are grouped by."""
        return self.page_id or self.section


@dataclass(frozen=True, slots=True)
class Finds:
    """What a search found: the places that are listed, and how many there are in all.

    ``places`` begin with the item whose reference was typed, then those of the page in view; then
    they stand in the order of the sections. ``counts`` tells how many each page or section has.
    """

    places: tuple[Place, ...]
    total: int
    counts: dict[str, int] = field(default_factory=dict)


NOTHING: Final = Finds((), 0)


def search(workbook: Workbook, words: str, page_id: str = "") -> Finds:
    """Find words in every text and note; a reference such as C14 finds its item first.

    What stands on the page ``page_id`` comes before all else.
    """
    needle = needle_of(words)
    if not needle:
        return NOTHING
    here, others, counts = list[Place](), list[Place](), Counter[str]()
    stands = _stands(workbook, page_id)
    for part in _parts(workbook):
        for where, texts in part.found(needle, stands):
            counts[where or part.section] += _count(texts, needle)
            found = here if where and where == page_id else others
            found += islice(part.places(needle, where, stands), MOST - len(found))
    named = _named(workbook, needle, page_id)
    every = [it for it in (*here, *others) if it != named]
    if named is None:
        return Finds(tuple(every[:MOST]), counts.total(), dict(counts))
    if len(every) == len(here) + len(others):
        counts[named.where] += 1
    return Finds((named, *every[: MOST - 1]), counts.total(), dict(counts))


def needle_of(words: str) -> str:
    """Return what is looked for when somebody types words; empty for none."""
    return fold(" ".join(words.split()))


def holds(record: Record, needle: str) -> bool:
    """Tell whether a record is found by a needle: in one of its texts, or by its reference."""
    return needle in _folded(record) or getattr(record, "ref", "").lower() == needle


def all_words(workbook: Workbook) -> str:
    """Return every text of a workbook, its title too, as ``needle_of`` is sought in it."""
    every = (record for _, _, records in _records(workbook) for record in records)
    return _END.join((fold(workbook.title), *map(_folded, every)))


def spans(text: str, words: str) -> tuple[Span, ...]:
    """Return where words stand in a text, as (start, end) of its own characters."""
    needle, (hay, starts) = needle_of(words), folded(text)
    found: list[Span] = []
    at = hay.find(needle) if needle else -1
    while at >= 0:
        end = at + len(needle)
        found.append((starts[at], starts[end - 1] + 1))
        at = hay.find(needle, end)
    return tuple(found)


def folded(text: str) -> tuple[str, Sequence[int]]:
    """Return a text folded, and for each of its letters then from which one of the text it is."""
    if text.isascii():
        return fold(text), range(len(text))
    letters = [fold(letter) for letter in text]
    return "".join(letters), [at for at, letter in enumerate(letters) for _ in letter]


@lru_cache(32_768)
def fold(text: str) -> str:
    """Return text without case and accents: “Ñandú” and “nandu” are found by each other."""
    if text.isascii():
        return text.lower()
    apart = unicodedata.normalize("NFKD", text.casefold().translate(_UNMARKED))
    return "".join(it for it in apart.casefold() if not unicodedata.combining(it))


class _Part(NamedTuple):
    """Records of one kind in one place, with the texts of each folded into one string."""

    page_id: str
    section: str
    records: Sequence[Record]
    refs: tuple[str, ...]
    folded: tuple[str, ...]

    def found(self, needle: str, stands: Mapping[str, str]) -> Iterable[tuple[str, list[str]]]:
        """Return the folded texts that hold a needle, by the page on which their records stand.

        ``stands`` tells it of ideas, which stand on several pages or on none.
        """
        if self.section != "idea":
            found = [text for text in self.folded if needle in text]
            return ((self.page_id, found),) if found else ()
        by_page: dict[str, list[str]] = {}
        for idea, text in zip(self.records, self.folded, strict=True):
            if needle in text:
                by_page.setdefault(stands.get(idea.id, ""), []).append(text)
        return by_page.items()

    def places(self, needle: str, page_id: str, stands: Mapping[str, str]) -> Iterator[Place]:
        """Return the places on a page that hold a needle."""
        for record, folded in zip(self.records, self.folded, strict=True):
            if needle in folded and page_id == (self.page_id or stands.get(record.id, "")):
                for name, text in texts(record):
                    if needle in fold(text):
                        yield _place(record, page_id, name, text, self.section)


def _place(record: Record, page_id: str, name: str, text: str, section: str) -> Place:
    return Place(record.id, page_id, getattr(record, "ref", ""), name, text, section)


def texts(record: Record) -> Iterator[tuple[str, str]]:
    """Return the texts of a record that are there, each with the name of its place."""
    for name, attribute in _TEXTS[type(record)]:
        if text := getattr(record, attribute):
            yield name, text
    for held, places in _LISTS.get(type(record), ()):
        for line in getattr(record, held):
            yield from ((name, text) for name, at in places if (text := getattr(line, at)))


def _folded(record: Record) -> str:
    return _END.join(fold(text) for _, text in texts(record))


def _count(texts: list[str], needle: str) -> int:
    """Count the texts that hold a needle, in records that do."""
    several = [text for text in texts if _END in text]
    more = sum(sum(needle in text for text in texts.split(_END)) for texts in several)
    return len(texts) - len(several) + more


def _named(workbook: Workbook, needle: str, page_id: str) -> Place | None:
    """Return the words of the item whose reference is typed; None when there is none."""
    if not _REF.fullmatch(needle):
        return None
    ref = needle.upper()
    for part in _parts(workbook):
        if ref in part.refs:
            record = part.records[part.refs.index(ref)]
            name, text = next(texts(record), ("text", ""))
            where = part.page_id or _stands(workbook, page_id).get(record.id, "")
            return _place(record, where, name, text, part.section)
    return None


_Linked = tuple[str, tuple[Link, ...]]
_newest: Final = Newest[dict[str, _Part]]()
_standing: Final = Newest[tuple[list[_Linked], dict[str, str]]]()


@kept_by_identity
def _parts(workbook: Workbook) -> tuple[_Part, ...]:
    """Return all that can be read, page by page in the order of the sections."""
    known = _newest.about("parts") or {}
    parts = tuple(
        _part(page_id, section, records, known.get(f"{page_id} {section}"))
        for page_id, section, records in _records(workbook)
    )
    _newest.keep("parts", {f"{part.page_id} {part.section}": part for part in parts})
    return parts


def _records(workbook: Workbook) -> Iterator[tuple[str, str, Sequence[Record]]]:
    yield "", "problem", workbook.problems
    for page in pages(workbook):
        yield page.id, "page", (page,)
        yield page.id, "item", page.causes if isinstance(page, Fishbone) else page.drivers
    yield "", "idea", workbook.ideas
    yield "", "cycle", workbook.cycles
    yield "", "measure", workbook.measures
    yield "", "vote", workbook.votes
    yield "", "question", workbook.questions
    yield "", "meeting", workbook.meetings
    yield "", "decided", workbook.decided
    yield "", "step", workbook.next_steps
    yield "", "evidence", workbook.evidence
    yield "", "tray", workbook.tray
    yield "", "party", workbook.parties
    yield "", "role", workbook.roles


def _part(page_id: str, section: str, records: Sequence[Record], last: _Part | None) -> _Part:
    """Return a part; texts of records that are the very same as before are not folded again."""
    old: Sequence[Record] = last.records if last else ()
    refs, folded = (last.refs, last.folded) if last else ((), ())
    at = stretch(old, records)
    if last and at.is_empty:
        return last
    new = records[at.start : at.new]
    refs = (*refs[: at.start], *(getattr(it, "ref", "") for it in new), *refs[at.old :])
    folded = (*folded[: at.start], *map(_folded, new), *folded[at.old :])
    return _Part(page_id, section, records, refs, folded)


def _stands(workbook: Workbook, page_id: str) -> Mapping[str, str]:
    """Return the page on which each idea is found: the one in view, else the first of its pages."""
    last = _standing.about("pages")
    key: list[_Linked] = [
        (page_id, ()),
        *((theory.id, theory.links) for theory in workbook.theories),
    ]
    if last and len(last[0]) == len(key) and all(map(_alike, last[0], key)):
        return last[1]
    theories = sorted(workbook.theories, key=lambda theory: theory.id != page_id)
    found: dict[str, str] = {}
    for theory in theories:
        for link in theory.links:
            found.setdefault(link.source, theory.id)
    return _standing.keep("pages", (key, found))[1]


def _alike(one: _Linked, other: _Linked) -> bool:
    return one[0] == other[0] and one[1] is other[1]
