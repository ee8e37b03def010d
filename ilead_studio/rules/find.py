"""Finds words anywhere in a workbook, whatever their case and accents.

The texts are folded once; a search is then one pass over short strings, quick enough to run at
every letter that is typed.
"""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, NamedTuple

from ilead_studio.model import Workbook, pages
from ilead_studio.rules.kept import kept_by_identity

MOST: Final = 200
"""Most places that are listed; the count tells of all."""
_UNMARKED: Final = str.maketrans(
    {"đ": "d", "ø": "o", "ł": "l", "ı": "i", "æ": "ae", "œ": "oe", "’": "'", "–": "-", "\xa0": " "}
)
"""Letters with a stroke do not come apart when they are decomposed; typed signs match printed."""
Span = tuple[int, int]


class Place(NamedTuple):
    """A text somewhere in the workbook: the item, the page on which it stands, the field's name."""

    item_id: str
    page_id: str
    ref: str
    field: str
    text: str


@dataclass(frozen=True, slots=True)
class Finds:
    """What a search found: the places that are listed, and how many there are in all.

    ``spans`` tells where the words stand in a text, for those that are really shown.
    """

    places: tuple[Place, ...]
    total: int


NOTHING: Final = Finds((), 0)


def search(workbook: Workbook, words: str) -> Finds:
    """Find words in every text and note; a reference such as C14 finds its item first."""
    needle = fold(" ".join(words.split()))
    if not needle:
        return NOTHING
    places, folded, by_ref = _texts(workbook)
    hits = [at for at, text in enumerate(folded) if needle in text]
    named = by_ref.get(needle.upper())
    if named is None:
        return Finds(tuple(places[at] for at in hits[:MOST]), len(hits))
    others = [at for at in hits if at != named]
    return Finds(tuple(places[at] for at in (named, *others[: MOST - 1])), len(others) + 1)


def spans(text: str, words: str) -> tuple[Span, ...]:
    """Return where words stand in a text, as (start, end) of its own characters."""
    needle, hay = fold(" ".join(words.split())), ""
    starts: list[int] = []
    for at, letter in enumerate(text):
        folded = fold(letter)
        hay += folded
        starts += [at] * len(folded)
    found: list[Span] = []
    at = hay.find(needle) if needle else -1
    while at >= 0:
        end = at + len(needle)
        found.append((starts[at], starts[end - 1] + 1))
        at = hay.find(needle, end)
    return tuple(found)


@lru_cache(32_768)
def fold(text: str) -> str:
    """Return text without case and accents: “Ñandú” and “nandu” are found by each other."""
    if text.isascii():
        return text.lower()
    apart = unicodedata.normalize("NFD", text.casefold().translate(_UNMARKED))
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


@kept_by_identity
def _texts(workbook: Workbook) -> tuple[tuple[Place, ...], tuple[str, ...], dict[str, int]]:
    """Return every text, each folded, and where the words of each reference stand among them."""
    places = tuple(place for place in _places(workbook) if place.text)
    by_ref = {it.ref: at for at, it in enumerate(places) if it.ref and it.field == "text"}
    return places, tuple(fold(place.text) for place in places), by_ref


def _places(workbook: Workbook) -> Iterator[Place]:
    """Walk over all that can be read, page by page in the order of the sections."""
    for problem in workbook.problems:
        for name in ("text", "population", "setting", "period", "baseline", "desired", "gap"):
            yield Place(problem.id, "", "", name, getattr(problem, name))
    for fishbone in workbook.fishbones:
        yield from _page(fishbone.id, fishbone.ref, fishbone.title, fishbone.head, fishbone.notes)
        for cause in fishbone.causes:
            yield Place(cause.id, fishbone.id, cause.ref, "text", cause.text)
            yield Place(cause.id, fishbone.id, cause.ref, "notes", cause.notes)
    for theory in workbook.theories:
        yield from _page(theory.id, theory.ref, theory.title, theory.aim, theory.notes)
        for driver in theory.drivers:
            for name in ("text", "definition", "notes"):
                yield Place(driver.id, theory.id, driver.ref, name, getattr(driver, name))
    stands = _first_pages(workbook)
    for idea in workbook.ideas:
        yield Place(idea.id, stands.get(idea.id, ""), idea.ref, "text", idea.text)
        yield Place(idea.id, stands.get(idea.id, ""), idea.ref, "notes", idea.notes)
    yield from (Place(it.id, "", it.ref, "text", it.objective) for it in workbook.cycles)
    yield from (Place(it.id, "", "", "text", it.text) for it in workbook.evidence)
    yield from (Place(it.id, "", "", "text", it.text) for it in workbook.tray)


def _page(page_id: str, ref: str, title: str, root: str, notes: str) -> Iterator[Place]:
    yield Place(page_id, page_id, ref, "text", root)
    yield Place(page_id, page_id, ref, "title", title)
    yield Place(page_id, page_id, ref, "notes", notes)


def _first_pages(workbook: Workbook) -> dict[str, str]:
    """Return the first page on which each idea stands."""
    found: dict[str, str] = {}
    for page in pages(workbook):
        for link in getattr(page, "links", ()):
            found.setdefault(link.source, page.id)
    return found
