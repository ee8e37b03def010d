"""What those who were not there must confirm: decisions and changes that concern them."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from ilead_studio.model import (
    Cause,
    Cycle,
    Decided,
    Driver,
    Idea,
    Meeting,
    Page,
    Problem,
    Workbook,
    pages,
)
from ilead_studio.rules.cycles import cycle_name, parties_of
from ilead_studio.rules.meeting_attendance import Missed, has_come, missed
from ilead_studio.rules.meetings import (
    decided_at,
    earlier_meetings,
    last_meeting,
)
from ilead_studio.rules.names import page_name
from ilead_studio.words import say, short

Thing = Problem | Page | Cause | Driver | Idea | Cycle
"""What a decision or a change can be about."""


class ToConfirm(NamedTuple):
    """What a party or a role has to confirm: who, the words, and the item to go to if any."""

    who: str
    words: str
    item_id: str


def to_confirm(
    workbook: Workbook, meeting: Meeting, changed: Sequence[str] = ()
) -> tuple[ToConfirm, ...]:
    """Return what those who missed the last meeting must confirm, party by party, then by role.

    That is what was decided at each meeting that they have missed since they last came, and what
    was ``changed`` (ids of items) since the last one, as far as it belongs to them.
    """
    last = last_meeting(workbook, meeting)
    if last is None:
        return ()
    things = {it.id: it for it in _things(workbook)}
    return tuple(
        it
        for who in missed(workbook, last)
        for it in _of_one(workbook, earlier_meetings(workbook, meeting), changed, things, who)
    )


def _of_one(
    workbook: Workbook,
    earlier: Sequence[Meeting],
    changed: Sequence[str],
    things: Mapping[str, Thing],
    who: Missed,
) -> Iterator[ToConfirm]:
    seen = set[str]()
    for decided in _decided_without(workbook, earlier, who):
        if _concerns(workbook, decided, things, who):
            seen.add(decided.item_id or "")
            words = say("agree to “{text}”", text=decided.text)
            yield ToConfirm(who.name, words, decided.item_id or "")
    for item_id in dict.fromkeys(changed):
        thing = things.get(item_id)
        if thing and item_id not in seen and _is_of(workbook, thing, who):
            words = say("confirm {thing}", thing=thing_words(workbook, thing))
            yield ToConfirm(who.name, words, item_id)


def _things(workbook: Workbook) -> Iterator[Thing]:
    yield from chain(workbook.problems, pages(workbook), workbook.ideas, workbook.cycles)
    for fishbone in workbook.fishbones:
        yield from fishbone.causes
    for theory in workbook.theories:
        yield from theory.drivers


def _decided_without(
    workbook: Workbook, earlier: Sequence[Meeting], who: Missed
) -> Iterator[Decided]:
    """Give what was decided at the meetings that somebody has missed since they last came."""
    came = [at for at, it in enumerate(earlier) if has_come(it, who.who)]
    for meeting in earlier[came[-1] + 1 if came else 0 :]:
        if who in missed(workbook, meeting):
            yield from decided_at(workbook, meeting.id)


def _concerns(workbook: Workbook, it: Decided, things: Mapping[str, Thing], who: Missed) -> bool:
    if who.is_party and who.who in it.parties:
        return True
    thing = things.get(it.item_id or "")
    return thing is not None and _is_of(workbook, thing, who)


def _is_of(workbook: Workbook, thing: Thing, who: Missed) -> bool:
    """Tell whether something belongs to a party, or is owned or was raised by a role."""
    if not who.is_party:
        return who.name in (vars(thing).get("owner"), vars(thing).get("raised_by"))
    parties = parties_of(workbook, thing) if isinstance(thing, Cycle) else thing.parties
    return who.who in parties


def thing_words(workbook: Workbook, thing: Thing) -> str:
    """Return what something is called in the middle of a sentence."""
    if isinstance(thing, Cycle):
        return cycle_name(workbook, thing)
    name = thing.text if isinstance(thing, Problem | Cause | Driver | Idea) else page_name(thing)
    return say("“{name}”", name=short(name))
