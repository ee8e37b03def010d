"""Where people are named: each place to be approved before it is replaced, and the replacing.

What is written the same in several places (in linked copies, in snapshots, for an owner of ten
ideas) is one hit, decided once: so what must be the same stays the same.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final, NamedTuple

from pydantic import ValidationError

from ilead_studio.errors import StudioError
from ilead_studio.model import Workbook, faults, replace
from ilead_studio.model.logo import without_words, words_in
from ilead_studio.rules.find import Span, folded
from ilead_studio.rules.logo_words import LOGO, said_or_shown
from ilead_studio.rules.people import WHO, Named, folded_name, name_key, people
from ilead_studio.rules.redacted import Told, called_in
from ilead_studio.rules.worded import Said, where_words, with_words
from ilead_studio.words import count, say

_AROUND: Final = 40
_WITHIN: Final = 5
"""Letters of a name that is found inside of a longer word too, to be looked at."""


class Hit(NamedTuple):
    """A name in a text: whose it is, and where that text stands.

    ``is_likely`` says that it is meant; else somebody should look.
    """

    who: Named
    text: str
    start: int
    end: int
    places: tuple[str, ...]
    is_likely: bool

    @property
    def found(self) -> str:
        """The name as it is written there."""
        return self.text[self.start : self.end]

    @property
    def before(self) -> str:
        """Some words before it; only the last of many."""
        words = self.text[: self.start].replace("\n", " ")
        return words if len(words) <= _AROUND else "…" + words[-_AROUND:].partition(" ")[2]

    @property
    def after(self) -> str:
        """Some words after it; only the first of many."""
        words = self.text[self.end :].replace("\n", " ")
        return words if len(words) <= _AROUND else words[:_AROUND].rpartition(" ")[0] + "…"

    @property
    def where(self) -> str:
        """Where it stands, in words."""
        more = len(self.places) - 1
        if not more:
            return self.places[0]
        return say("{place}, and {number} more", place=self.places[0], number=more)


def name_hits(workbook: Workbook, also: Iterable[str] = ()) -> tuple[Hit, ...]:
    """Return every place where somebody is named, by whom, those who are told ``also`` first."""
    also = tuple(also)
    who = people(workbook, also)
    if not who:
        return ()
    search, places = _Search(workbook, who, also), dict[str, list[Said]]()
    for said in said_or_shown(workbook):
        places.setdefault(said.text, []).append(said)
    found = [hit for text, stands in places.items() for hit in search.hits(text, stands)]
    order = {id(it): at for at, it in enumerate(who)}
    return tuple(sorted(found, key=lambda it: order[id(it.who)]))


def times(hits: Iterable[Hit]) -> int:
    """Count the places in which names stand."""
    return sum(len(it.places) for it in hits)


def without_names(workbook: Workbook, instead: Mapping[Hit, str]) -> Workbook:
    """Return a workbook in which other words stand in the place of names.

    Pictures of parties lose what they say beside the picture; one that shows a name is left out.

    Raises:
        StudioError: if a text gets too long, or two become one where that cannot be.
    """
    by_text: dict[str, list[Hit]] = {}
    for hit in instead:
        by_text.setdefault(hit.text, []).append(hit)
    new = {text: _replaced(text, hits, instead) for text, hits in by_text.items()}
    try:
        made = with_words(workbook, lambda text: new.get(text, text), checked=True)
    except ValidationError as error:
        raise _too_long(instead, new, error.errors()[0]["input"]) from error
    parties = tuple(replace(it, logo=_nameless(it.logo, new)) for it in made.parties)
    made = made if parties == made.parties else replace(made, parties=parties)
    if found := faults(made):
        raise StudioError(say("With these words in the place of names the workbook does not hold"
                              " together: {why} Nothing was written. Choose other words.",
                              why=found[0].message))  # fmt: skip
    return made


def _too_long(hits: Iterable[Hit], new: Mapping[str, str], given: object) -> StudioError:
    """Return the refusal of what was given to a field: a text, or several."""
    texts = given if isinstance(given, tuple) else (given,)
    where = next((it.where for it in hits if new[it.text] in texts), "")
    return StudioError(say("With other words in the place of names a text gets too long ({where})."
                           " Nothing was written. Choose shorter words.", where=where))  # fmt: skip


def _nameless(logo: str, new: Mapping[str, str]) -> str:
    return "" if words_in(logo) in new else without_words(logo)


def _replaced(text: str, hits: Iterable[Hit], instead: Mapping[Hit, str]) -> str:
    for hit in sorted(hits, key=lambda it: it.start, reverse=True):
        words = instead[hit].strip() or hit.who.instead
        text = f"{text[: hit.start]}{words}{text[hit.end :]}"
    return text


_Found = tuple[Named, bool]
"""Somebody who was found, and whether it is likely that nobody else is meant."""


class _Search:
    """Looks for everybody in one text after the other."""

    def __init__(self, workbook: Workbook, who: Iterable[Named], also: Iterable[str]) -> None:
        self._by_name: dict[str, Named] = {}
        for one in who:  # a part that two share is the first one's; each hit can be changed
            for name in map(name_key, (*one.names, *one.parts)):
                self._by_name.setdefault(name, one)
        for one in who:
            self._by_name |= dict.fromkeys(map(name_key, one.names), one)
        free = [
            it for it, one in self._by_name.items() if one.sort in ("name", "address", "number")
        ]
        self._everywhere, self._in_who = _any_of(free), _any_of(self._by_name)
        called = called_in(workbook) - {it.called for it in who}
        self._told, self._kept = Told(called), _any_of(map(folded_name, called))
        self._asked = {name for it in also if " " in (name := name_key(folded_name(it)))}

    def hits(self, text: str, stands: list[Said]) -> Iterator[Hit]:
        """Give everybody who is named in a text, in order."""
        told = self._told_in(text)
        says_who = any(it.field in WHO for it in stands)
        likely = {
            span: one
            for span, one in self._likely_in(text, says_who=says_who)
            if not any(start < span[1] and span[0] < end for start, end in told)
        }
        places = tuple(map(_where, stands)) if told or likely else ()
        for (start, end), (who, is_meant) in sorted((told | likely).items(), key=_place):
            yield Hit(who, text, start, end, places, is_meant and who.sort != "words")

    def _told_in(self, text: str) -> dict[Span, _Found]:
        """Return what can be told for sure, by where it stands."""
        found = (
            (it.span(), self._by_name.get(name_key(folded_name(it[0]))))
            for it in self._told.found(text)
        )
        return {span: (who, True) for span, who in found if who}

    def _likely_in(self, text: str, *, says_who: bool) -> Iterator[tuple[Span, _Found]]:
        """Give names and parts of names; what a party or a role is called is none of them.

        A whole name that somebody told is meant there too: "Coach Ana Rivera" is no role's name.
        """
        hay, starts = folded(text)
        kept = [it.span() for it in self._kept.finditer(hay)]
        for it in (self._in_who if says_who else self._everywhere).finditer(hay):
            start, end = starts[it.start()], starts[it.end() - 1] + 1
            name = name_key(it[0])
            who, is_asked = self._by_name[name], name in self._asked
            is_kept = not is_asked and any(one[0] <= it.start() < one[1] for one in kept)
            yield (start, end), (who, not is_kept and _is_meant(who, it, text[start:end]))


def _where(said: Said) -> str:
    where = where_words(said)
    return say("{where}, which is then left out", where=where) if said.field == LOGO else where


def _place(found: tuple[Span, _Found]) -> Span:
    return found[0]


def _any_of(names: Iterable[str]) -> re.Pattern[str]:
    """Return what finds any of some folded names, the longest first."""
    each = sorted(names, key=len, reverse=True)
    return re.compile("|".join([*map(_pattern, each), "(?!)"]))


def _pattern(name: str) -> str:
    """Return what finds a name; in scripts without capitals words have no sure ends."""
    words = r"[\s-]+".join(map(re.escape, name_key(name).split()))
    is_loose = name.upper() == name or (len(name) >= _WITHIN and " " not in name)
    return words if is_loose else rf"(?<!\w){words}(?!\w)"


def _is_meant(who: Named, found: re.Match[str], written: str) -> bool:
    """Tell whether a word is likely the name: "Mark", but neither "mark" nor a part of "Markus"."""
    hay, (start, end) = found.string, found.span()
    around = hay[max(0, start - 1) : start] + hay[end : end + 1]
    if any(map(str.isalnum, around)) and written.upper() != written.lower():
        return False
    return " " in written or not written[0].islower() or who.called[0].islower()


def removed_words(replaced: int, left: int) -> str:
    """Say in how many places names were replaced, and in how many they were left."""
    told = count(replaced, "Names were replaced in {number} place.",
                 "Names were replaced in {number} places.")  # fmt: skip
    stay = count(left, "In {number} place one was left.", "In {number} places one was left.")
    told = told if replaced else say("No name was replaced.")
    return f"{told} {stay}" if left else told


def look_through() -> str:
    """Say what nobody can tell but who knows the people."""
    return say("A bare name in a text cannot be told from other words: look for those that you"
               " know, too.")  # fmt: skip
