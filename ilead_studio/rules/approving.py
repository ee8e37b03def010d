"""What somebody approves of the places in which people are named, and what stands there then."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from ilead_studio.model.text import tidy
from ilead_studio.rules.name_hits import Hit, times


@dataclass(frozen=True, slots=True)
class Approval:
    """The hits, those that are ``ticked``, and other words for a person or for one hit."""

    hits: tuple[Hit, ...] = ()
    ticked: frozenset[Hit] = frozenset()
    for_person: Mapping[str, str] = field(default_factory=dict)
    for_hit: Mapping[Hit, str] = field(default_factory=dict)

    def by_person(self) -> Iterator[tuple[str, tuple[Hit, ...]]]:
        """Give who is named, with the hits of each."""
        found: dict[str, list[Hit]] = {}
        for hit in self.hits:
            found.setdefault(hit.who.called, []).append(hit)
        return ((called, tuple(hits)) for called, hits in found.items())

    def instead(self, hit: Hit) -> str:
        """Return what stands in the place of a name."""
        own = self.for_hit.get(hit) or self.for_person.get(hit.who.called)
        return own or hit.who.instead

    @property
    def chosen(self) -> dict[Hit, str]:
        """What is replaced, and by what."""
        return {it: self.instead(it) for it in self.hits if it in self.ticked}

    @property
    def replaced(self) -> int:
        """In how many places."""
        return times(self.ticked)

    @property
    def left(self) -> int:
        """In how many places names stay."""
        return times(self.hits) - self.replaced

    # --- approving -------------------------------------------------------------------------------
    def tick(self, hits: Sequence[Hit], *, on: bool) -> "Approval":
        """Let hits be replaced, or not."""
        ticked = self.ticked | {*hits} if on else self.ticked - {*hits}
        return replace(self, ticked=ticked)

    def put(self, hits: Sequence[Hit], words: str) -> "Approval":
        """Put words in the place of one hit, or of all of a person; none are the usual ones.

        What has words of its own is to be replaced.
        """
        plain = tidy(words)
        if len(hits) == 1 and len(self._all_of(hits[0])) > 1:
            own = replace(self, for_hit={**self.for_hit, hits[0]: plain})
        else:
            others = {it: own for it, own in self.for_hit.items() if it not in hits}
            person = {**self.for_person, hits[0].who.called: plain}
            own = replace(self, for_hit=others, for_person=person)
        return own.tick(hits, on=True) if plain else own

    def _all_of(self, hit: Hit) -> list[Hit]:
        return [it for it in self.hits if it.who.called == hit.who.called]

    def with_hits(self, hits: tuple[Hit, ...]) -> "Approval":
        """Return what is approved of other hits: what is known stays as it was decided."""
        known = {_place(it): it for it in self.hits}
        ticked = (it for it in hits if _is_ticked(it, known.get(_place(it)), self.ticked))
        own = {it: self.for_hit.get(known[_place(it)], "") for it in hits if _place(it) in known}
        return replace(self, hits=hits, ticked=frozenset(ticked), for_hit=own)


def approval(hits: tuple[Hit, ...]) -> Approval:
    """Return what is proposed: all that is likely meant."""
    return Approval(hits, frozenset(it for it in hits if it.is_likely))


def _place(hit: Hit) -> tuple[str, int, int]:
    return hit.text, hit.start, hit.end


def _is_ticked(hit: Hit, known: Hit | None, ticked: frozenset[Hit]) -> bool:
    """Tell whether a hit is ticked; one that somebody typed after all is, like a new one."""
    if known is None or (hit.is_likely and not known.is_likely):
        return hit.is_likely
    return known in ticked
