"""How the window looks at its pages: what colours mean, what is looked for, what is faded.

A value beside the document, which never enters it.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final, NamedTuple

from ilead_studio.drawing.marks import ColourBy, View
from ilead_studio.drawing.signs import meaning
from ilead_studio.drawing.voting import marks_in_vote, pale_in_vote
from ilead_studio.model import Fishbone, Page, Vote, Workbook
from ilead_studio.rules.family import family
from ilead_studio.rules.find import needle_of
from ilead_studio.rules.kept import kept_by_identity
from ilead_studio.rules.line_of_sight import line_of_sight
from ilead_studio.rules.sieve import ALL, Sieve, faded, out_of_sight
from ilead_studio.rules.sight_outline import thing_words
from ilead_studio.rules.votes import kept_words, open_vote_on, standing_words, vote_with_id
from ilead_studio.words import capital, count, say, short

_NOBODY: Final[frozenset[str]] = frozenset()


@dataclass(frozen=True, slots=True)
class Sight:
    """What a window shows of its pages, besides what is on them.

    ``sought`` are the words in the field of Find, ``listed`` the items about which the list of
    advice tells something, None while it is not open. ``sieve`` is what the filter asks for and
    ``holding`` the words that it asks for; there is no filter without a sieve. ``pinned`` is
    the thing whose line of sight is shown on every page, and nothing else in full. ``result`` is
    the vote of which the result is shown, by its id.
    """

    colour_by: ColourBy = "bone"
    sought: str = ""
    sieve: Sieve | None = None
    holding: str = ""
    pinned: str = ""
    result: str = ""
    listed: frozenset[str] | None = None

    def vote_on(self, workbook: Workbook, page: Page | None) -> Vote | None:
        """Return the vote that is seen on a page: a blind one, or one whose result is shown."""
        if not (workbook.votes and isinstance(page, Fishbone)):
            return None
        return open_vote_on(workbook, page.id) or self.result_on(workbook, page.id)

    def is_blind(self, workbook: Workbook, page: Page | None) -> bool:
        """Tell whether a vote on a page is open."""
        vote = self.vote_on(workbook, page)
        return vote is not None and vote.revealed is None

    def result_on(self, workbook: Workbook, page_id: str | None) -> Vote | None:
        """Return the revealed vote whose result is shown; ``page_id`` is None for change ideas."""
        vote = vote_with_id(workbook, self.result)
        return vote if vote and vote.revealed is not None and vote.page_id == page_id else None

    def view(self, workbook: Workbook, page: Page | None, seen: View) -> View:
        """Return how a page is looked at: with its vote, of which a blind one marks no more."""
        vote = self.vote_on(workbook, page)
        if vote is None or not isinstance(page, Fishbone):
            return seen
        by = seen.colour_by if vote.revealed else "bone"
        return replace(seen, marks=marks_in_vote(page, vote, seen.marks), colour_by=by)

    @property
    def whole_sieve(self) -> Sieve:
        """What an item has to be to be shown in full: what the filter asks, and what is sought."""
        return _with_words(self.sieve, self.holding, self.sought) if self.sieve else ALL

    def line(self, workbook: Workbook) -> frozenset[str] | None:
        """Return all that is in the line of sight that is pinned; None when there is none."""
        if not self.pinned or thing_words(workbook, self.pinned) is None:
            return None
        return line_of_sight(workbook, self.pinned)

    def line_words(self, workbook: Workbook) -> str:
        """Say whose line of sight is pinned; empty when there is none."""
        thing = thing_words(workbook, self.pinned) if self.pinned else None
        return "" if thing is None else say("Line of sight of “{text}”", text=short(thing))

    def faded(self, workbook: Workbook, page: Page) -> frozenset[str]:
        """Return the items of a page that are faded."""
        vote = self.vote_on(workbook, page)
        if vote is not None and isinstance(page, Fishbone):
            return pale_in_vote(page, vote)
        pale = faded(workbook, page, self.whole_sieve)
        if self.line(workbook) is None:
            return pale
        return _either(pale, out_of_sight(workbook, page, self.pinned))

    def words(self, workbook: Workbook, page: Page, pale: frozenset[str]) -> str:
        """Say how many items are in full, or how far a vote is; empty when nothing can be faded."""
        vote = self.vote_on(workbook, page)
        if vote is not None:
            blind = say("blind vote: {standing}", standing=standing_words(vote))
            return kept_words(vote) if vote.revealed else blind
        kin = family(workbook, page)
        if nothing := self.nothing_words(workbook, (kin.root, *kin.items) if self.pinned else ()):
            return nothing
        asked = _asked(workbook, self.whole_sieve, self.holding, self.sought) if self.sieve else ""
        asked = ", ".join(filter(None, (self.line_words(workbook), asked)))
        if not asked:
            return ""
        heads = kin.stands.get(page.id, ()) if isinstance(page, Fishbone) else ()
        whole = len(kin.items) - len(heads)
        less = len(pale.intersection(kin.items).difference(heads))
        return _told(asked, whole, less, _of_causes if isinstance(page, Fishbone) else _of_items)

    def nothing_words(self, workbook: Workbook, ids: Collection[str]) -> str:
        """Say that nothing on a page is in the line of sight; empty when something is."""
        line = self.line(workbook)
        if line is None or not line.isdisjoint(ids):
            return ""
        thing = thing_words(workbook, self.pinned) or ""
        return say("Nothing on this page belongs to the line of sight of “{text}”.",
                   text=short(thing))  # fmt: skip

    def words_of(self, workbook: Workbook, shown: "Things") -> str:
        """Say how much of what a section shows is in the line of sight that is pinned."""
        line = self.line(workbook) or frozenset()
        less = sum(it not in line for it in shown.ids)
        told = _told(self.line_words(workbook), len(shown.ids), less, shown.many)
        return self.nothing_words(workbook, shown.ids) or told


class Things(NamedTuple):
    """What a section shows of the things that have a line of sight, and how they are counted."""

    ids: Collection[str]
    many: Callable[[int], str]


def _told(asked: str, whole: int, less: int, many: Callable[[int], str]) -> str:
    told = say("{number} of {what} in full, {less} faded", number=whole - less, what=many(whole),
               less=less)  # fmt: skip
    return say("{asked}: {told}", asked=asked, told=told)


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
