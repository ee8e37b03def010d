"""The workbook as the readers of a packet may see it, and how much of it they do not see."""

from collections.abc import Mapping
from typing import Final, NamedTuple

from ilead_studio.edits.party_view import seen_by
from ilead_studio.model import (
    FACILITATOR,
    Cause,
    Fishbone,
    Packet,
    Workbook,
    groups,
    pages,
    replace,
)
from ilead_studio.packet.blind import Blind, before_reveal, blind_votes, still_blind_words
from ilead_studio.rules.family import family
from ilead_studio.rules.kept import kept_about
from ilead_studio.rules.redacted import redacted
from ilead_studio.rules.visibility import EVERYBODY
from ilead_studio.words import count, named_all, say

_LISTS: Final = (
    "problems", "ideas", "cycles", "measures", "votes", "questions", "meetings", "decided",
    "next_steps",
)  # fmt: skip
_COUNTED: Final = (*_LISTS, "causes", "drivers")
"""The lists of which it is counted what is not shown; evidence and parties go with their items."""


class Seen(NamedTuple):
    """A workbook as it is printed.

    ``left_out`` counts what is not in it: of each page by its id, of each list by its name.
    ``faded`` are the items that belong to other parties only. ``names`` were taken out, if names
    should be; None if not. ``blind`` are the votes that are open: they are not in the workbook.
    """

    workbook: Workbook
    left_out: Mapping[str, int]
    faded: frozenset[str]
    names: int | None
    blind: Blind

    @property
    def said(self) -> tuple[str, ...]:
        """What the readers should know about it, in sentences."""
        number = sum(self.left_out.get(it, 0) for it in _COUNTED)
        said = [count(number, "{number} item is not shown.", "{number} items are not shown.")]
        if self.names:
            said.append(count(self.names, "A name, address or number was taken out in {number}"
                              " place.", "Names, addresses and numbers were taken out in {number}"
                              " places."))  # fmt: skip
        return tuple(said if number else said[1:])

    @property
    def warning(self) -> str:
        """What whoever prints should know about votes and names; empty if all is there."""
        blind = still_blind_words() if self.blind else ""
        return " ".join(filter(None, (blind, self._of_names)))

    @property
    def _of_names(self) -> str:
        if self.names is None:
            return ""
        taken = count(self.names, "{number} name was taken out.", "{number} names were taken out.")
        return say(
            "{taken} Only e-mail addresses, telephone numbers and names behind a title can be told:"
            " look the pages through for others.",
            taken=taken if self.names else say("No name was found."),
        )


def seen_in(workbook: Workbook, packet: Packet) -> Seen:
    """Return what the readers of a packet see of a workbook."""
    return _seen_by(workbook, packet.viewer, packet.without_hunches, packet.redact)


@kept_about
def _seen_by(workbook: Workbook, viewer: str | None, without_hunches: bool, redact: bool) -> Seen:
    """Look as a reader does; the same workbook again, so that what is drawn of it is kept."""
    besides = _hunches(workbook) if without_hunches else frozenset[str]()
    told = before_reveal(workbook)
    seen = seen_by(told, viewer or EVERYBODY, besides)
    left_out, faded = _left_out(told, seen), _of_others(seen, viewer)
    blind = blind_votes(workbook, seen)
    if not redact:
        return Seen(seen, left_out, faded, None, blind)
    without_names, blind, number = _redacted(seen, blind)
    return Seen(without_names, left_out, faded, number, blind)


def _redacted(seen: Workbook, blind: Blind) -> tuple[Workbook, Blind, int]:
    """Take names out of a workbook and of the open votes, which are not in it."""
    open_votes = tuple(filter(None, blind.values()))
    whole, number = redacted(replace(seen, votes=(*seen.votes, *open_votes)))
    votes = {it.id: it for it in whole.votes}
    workbook = replace(whole, votes=tuple(votes[it.id] for it in seen.votes))
    return workbook, {place: it and votes[it.id] for place, it in blind.items()}, number


def audience_words(workbook: Workbook, packet: Packet) -> str:
    """Say for whom a packet is: "For LEA and IHE"; empty when there are no parties."""
    if packet.viewer == FACILITATOR:
        return say("For the facilitator")
    named = [it for it in workbook.parties if packet.viewer in (None, it.id)]
    parties = named_all([it.short or it.name for it in named])
    return say("For {parties}", parties=parties) if parties else ""


def _left_out(workbook: Workbook, seen: Workbook) -> dict[str, int]:
    """Count what a workbook has and its readers do not see."""
    if workbook is seen:
        return {}
    there = {it.id for group in groups(seen) for it in group}
    found = {name: len(getattr(workbook, name)) - len(getattr(seen, name)) for name in _LISTS}
    found |= {"causes": 0, "drivers": 0}
    for page in pages(workbook):
        lost = len({*family(workbook, page).items} - there)
        kind = "causes" if isinstance(page, Fishbone) else "drivers"
        own = page.causes if isinstance(page, Fishbone) else page.drivers
        found[page.id] = lost
        found[kind] += sum(it.id not in there for it in own)
    return found


def _of_others(workbook: Workbook, viewer: str | None) -> frozenset[str]:
    """Return the items that belong to parties other than the one that reads."""
    if viewer in (None, FACILITATOR):
        return frozenset()
    return frozenset(
        it.id
        for page in pages(workbook)
        for it in family(workbook, page).items.values()
        if it.parties and viewer not in it.parties
    )


def _hunches(workbook: Workbook) -> frozenset[str]:
    """Return the causes that are hunches and have nothing but hunches below; bones stay."""
    return frozenset(
        cause.id
        for page in workbook.fishbones
        for cause in page.causes
        if cause.parent_id != page.id and _is_hunch(workbook, page, cause)
    )


def _is_hunch(workbook: Workbook, page: Fishbone, cause: Cause) -> bool:
    kin = family(workbook, page)
    branch = (kin.items[it] for it in kin.branch(cause.id))
    return all(isinstance(it, Cause) and it.evidence == "hunch" for it in branch)
