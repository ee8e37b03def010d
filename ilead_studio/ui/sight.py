"""How the window looks at its pages: what colours mean, what is looked for, what is faded.

A value beside the document, which never enters it.
"""

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from ilead_studio.drawing.marks import ColourBy
from ilead_studio.drawing.signs import meaning
from ilead_studio.model import Fishbone, Page, Workbook, pages
from ilead_studio.rules.family import family
from ilead_studio.rules.find import needle_of
from ilead_studio.rules.kept import kept_by_identity
from ilead_studio.rules.names import page_name
from ilead_studio.rules.sieve import ALL, Sieve, faded, out_of_sight
from ilead_studio.words import capital, count, say, short

_NOBODY: Final[frozenset[str]] = frozenset()


@dataclass(frozen=True, slots=True)
class Sight:
    """What a window shows of its pages, besides what is on them.

    ``sought`` are the words in the field of Find. ``sieve`` is what the filter asks for and
    ``holding`` the words that it asks for; there is no filter without a sieve. ``pinned`` is
    the thing whose line of sight is shown on every page, and nothing else in full.
    """

    colour_by: ColourBy = "bone"
    sought: str = ""
    sieve: Sieve | None = None
    holding: str = ""
    pinned: str = ""

    @property
    def whole_sieve(self) -> Sieve:
        """What an item has to be to be shown in full: what the filter asks, and what is sought."""
        return _with_words(self.sieve, self.holding, self.sought) if self.sieve else ALL

    def faded(self, workbook: Workbook, page: Page) -> frozenset[str]:
        """Return the items of a page that are faded."""
        pale = faded(workbook, page, self.whole_sieve)
        if self.pinned and _thing(workbook, self.pinned):
            return _either(pale, out_of_sight(workbook, page, self.pinned))
        return pale

    def words(self, workbook: Workbook, page: Page, pale: frozenset[str]) -> str:
        """Say how many items are in full; empty when nothing can be faded."""
        asked = _asked(workbook, self.whole_sieve, self.holding, self.sought) if self.sieve else ""
        thing = self.pinned and _thing(workbook, self.pinned)
        line = say("Line of sight of “{text}”", text=short(thing)) if thing else ""
        asked = ", ".join(filter(None, (line, asked)))
        if not asked:
            return ""
        kin = family(workbook, page)
        heads = kin.stands.get(page.id, ()) if isinstance(page, Fishbone) else ()
        whole = len(kin.items) - len(heads)
        less = len(pale.intersection(kin.items).difference(heads))
        what = _of_causes(whole) if isinstance(page, Fishbone) else _of_items(whole)
        told = say("{number} of {what} in full, {less} faded", number=whole - less, what=what,
                   less=less)  # fmt: skip
        return say("{asked}: {told}", asked=asked, told=told)


def _thing(workbook: Workbook, item_id: str) -> str:
    """Return the words of something on a page; empty when it is on none."""
    for page in pages(workbook):
        if page.id == item_id:
            return page_name(page)
        if item := family(workbook, page).items.get(item_id):
            return item.text
    return ""


def _of_causes(number: int) -> str:
    return count(number, "{number} cause", "{number} causes")


def _of_items(number: int) -> str:
    return count(number, "{number} driver or idea", "{number} drivers and ideas")


@lru_cache(8)
def _with_words(sieve: Sieve, holding: str, sought: str) -> Sieve:
    """Return a sieve that asks for words too: the same one for the same words."""
    needles = tuple(dict.fromkeys(it for it in map(needle_of, (holding, sought)) if it))
    return Sieve(sieve.evidence, sieve.party, sieve.lens, sieve.votes, needles)


@kept_by_identity
def _either(one: frozenset[str], other: frozenset[str]) -> frozenset[str]:
    return one | other


def evidence_words(state: str) -> str:
    """Return what a state of evidence is called where one is chosen."""
    return capital(meaning(state)) or say("Any evidence")


def votes_words(least: int) -> str:
    """Return what a least number of votes is called where one is chosen."""
    if not least:
        return say("Any votes")
    return count(least, "{number} vote or more", "{number} votes or more")


def _asked(workbook: Workbook, sieve: Sieve, holding: str, sought: str) -> str:
    """Say what is asked for: "supported, with “teach”"."""
    if sieve == ALL:
        return ""
    party = next((it.name for it in workbook.parties if it.id == sieve.party), "")
    parts = [
        meaning(sieve.evidence),
        party,
        sieve.lens,
        votes_words(sieve.votes) if sieve.votes else "",
        *(
            say("with “{words}”", words=" ".join(it.split()))
            for it in (holding, sought)
            if it.strip()
        ),
    ]
    words = ", ".join(dict.fromkeys(part for part in parts if part))
    return capital(words)
