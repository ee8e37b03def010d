"""One page for whoever takes the work over: what it is, where it stands, and what to do next.

It is one page of whatever paper: each of its lists names a few and says how many more there are,
and each text is cut to its lines, however wide its letters are. In large print no text is cut, and
it takes as many pages as it needs: who reads that would otherwise be told less than others.
"""

from collections.abc import Iterator
from dataclasses import replace
from math import inf
from typing import Final, Literal

from ilead_studio.model import Workbook
from ilead_studio.packet.blocks import Block, Heading, Item, Listing, Run, Text, Words, plain
from ilead_studio.packet.cells import party_names
from ilead_studio.packet.given import Given
from ilead_studio.packet.leaf import Leaf
from ilead_studio.packet.page_words import fits, fitted
from ilead_studio.rules.cause_count import causes_in
from ilead_studio.rules.cycles import state_words
from ilead_studio.rules.days import dated_words
from ilead_studio.rules.family import family
from ilead_studio.rules.handing_over import UnderTest, held_words, roles_held, to_do, under_test
from ilead_studio.rules.names import workbook_name
from ilead_studio.rules.open_list import Asked, asked
from ilead_studio.words import count, named_all, say

_WIDE: Final = 42.0
"""How wide a line is, in heights of the type; in large print texts are as long as they are."""
_FEW: Final = 4
"""How many are named of each list."""
_LINES: Final = 2
"""Most lines of a sentence."""
_MORE: Final = 7.0
"""The width of "and 24 more"."""
_QUESTIONS: Final = ("question", "doubtful", "disputed", "cycle", "root", "hunch")
"""What asks a question, the most urgent first."""


def hand_over_page(given: Given) -> tuple[Leaf, ...]:
    """Return the page."""
    wide = inf if given.large else _WIDE
    name = fitted(workbook_name(given.workbook), wide / 3)
    about = [_what_it_is(given.workbook, wide), *(fitted(it, wide) for it in given.said[:1])]
    title = say("Handing over: {workbook}", workbook=name)
    blocks = tuple(_blocks(given, wide))
    return (Leaf(say("Hand over"), title, blocks, tuple(map(plain, about))),)


def _blocks(given: Given, wide: float) -> Iterator[Block]:
    workbook = given.workbook
    yield Heading(plain(say("Where the work stands")))
    yield from _stands(workbook, wide)
    yield Heading(plain(say("Ideas under test")))
    tests = [_test(it, wide) for it in under_test(workbook)]
    yield _few(tests, say("No change idea is tested now."), wide, "ref")
    yield Heading(plain(say("What to do next")))
    votes = filter(None, given.blind.values())
    things = [Item(plain(fitted(it, wide))) for it in to_do(workbook, given.today, votes)]
    nothing = say("Nothing is due. Choose a change idea, and plan a cycle for it.")
    yield _few(things, nothing, wide, "box")
    yield Heading(plain(say("Open questions")))
    urgent = sorted(asked(workbook, "every"), key=lambda it: _QUESTIONS.index(it.kind))
    yield _few([_question(it, wide) for it in urgent], say("No question is open."), wide, "ref")
    yield Heading(plain(say("Roles and handouts")))
    yield Text(plain(_roles(workbook, wide)))
    yield Text(plain(_handouts(workbook, wide)))


# --- what it is ----------------------------------------------------------------------------------
def _what_it_is(workbook: Workbook, wide: float) -> str:
    """Say whose workbook it is, and how much is in it."""
    theirs = fitted(party_names(workbook, (it.id for it in workbook.parties)), wide / 2)
    whose = say("The workbook of {parties}", parties=theirs) if theirs else say("A workbook")
    told = ", ".join(_numbers(workbook))
    what = say("{whose}: {told}.", whose=whose, told=told) if told else say("{whose}.", whose=whose)
    return f"{what} {say('It is one file, which iLEAD Studio opens.')}"


def _numbers(workbook: Workbook) -> Iterator[str]:
    causes = causes_in(workbook)
    drivers = sum(len(it.drivers) for it in workbook.theories)
    if causes:
        yield count(causes, "{number} cause", "{number} causes")
    if drivers:
        yield count(drivers, "{number} driver", "{number} drivers")
    if workbook.ideas:
        yield count(len(workbook.ideas), "{number} change idea", "{number} change ideas")
    if workbook.cycles:
        yield count(len(workbook.cycles), "{number} PDSA cycle", "{number} PDSA cycles")
    if workbook.meetings:
        yield count(len(workbook.meetings), "{number} meeting", "{number} meetings")


# --- where it stands -----------------------------------------------------------------------------
def _stands(workbook: Workbook, wide: float) -> Iterator[Text]:
    none = say("not written down yet")
    problem = next((it.text for it in workbook.problems), none)
    aim = next((it.aim for it in workbook.theories if it.aim), none)
    told = [(say("Problem:"), problem), (say("Aim:"), aim)]
    if theory := _theory(workbook):
        told.append((say("Drivers:"), theory))
    for name, words in told:
        yield Text((Run(f"{name} ", "strong"), Run(fitted(words, wide, _LINES))))


def _theory(workbook: Workbook) -> str:
    """Say in a line what must change: the drivers that stand next to the aim."""
    page = next((it for it in workbook.theories if it.aim), None)
    if page is None:
        return ""
    kin = family(workbook, page)
    primary = (it.text for it in page.drivers if page.id in kin.parents.get(it.id, ()))
    return "; ".join(primary)


def _test(it: UnderTest, wide: float) -> Item:
    """Return an idea with its next cycle, the day, and whose it is."""
    cycle, day = it.cycle, dated_words(it.day) if it.day else say("no day yet")
    next_one = say("{ref}, {state}", ref=cycle.ref, state=state_words(cycle)) if cycle else ""
    owner = (cycle.owner if cycle else "") or it.idea.owner or say("nobody yet")
    told = " · ".join((next_one or say("the next cycle is to be planned"), day, owner))
    below = (Text(plain(fitted(told, wide)), "small"),)
    return Item(plain(fitted(it.idea.text, wide)), it.idea.ref, below)


def _question(it: Asked, wide: float) -> Item:
    is_ref = len(it.about) < _MORE and it.about[:1].isupper() and it.about[1:].isdigit()
    return Item(plain(fitted(it.text, wide)), it.about if is_ref else "")


# --- who, and where ------------------------------------------------------------------------------
def _roles(workbook: Workbook, wide: float) -> str:
    """Name the roles of a few people, for which party they speak and what is in their hands."""
    told = []
    for it in roles_held(workbook):
        name, party = fitted(it.role.name, wide / 3), fitted(it.party, wide / 4)
        details = "; ".join(filter(None, (party, held_words(it))))
        told.append(say("{role} ({details})", role=name, details=details) if details else name)
    if not told:
        return say("No role is on the list yet.")
    return say("Roles: {roles}.", roles=_named(told, wide * 1.8))


def _handouts(workbook: Workbook, wide: float) -> str:
    """Say where handouts are made, and which packets are kept."""
    there = say("Handouts are made in the section Handouts (Ctrl+9).")
    named = [f"“{fitted(it.name, wide / 3)}”" for it in workbook.packets]
    if not named:
        return there
    return say("{there} Packets that are kept: {kept}.", there=there, kept=_named(named, wide))


# --- a few of many -------------------------------------------------------------------------------
def _few(items: list[Item], nothing: str, wide: float, sign: Literal["ref", "box"]) -> Block:
    """Return the first of some items; the last one says how many more there are."""
    if not items:
        return Text(plain(nothing))
    shown, more = items[:_FEW], len(items) - _FEW
    if more > 0:
        shown[-1] = replace(shown[-1], words=_with_more(shown[-1].words, more, wide))
    return Listing(tuple(shown), sign)


def _with_more(words: Words, more: int, wide: float) -> Words:
    cut = fitted("".join(it.text for it in words), wide - _MORE)
    return (Run(f"{cut} "), Run(_more_words(more), "italic"))


def _named(words: list[str], wide: float) -> str:
    """Name as many as stand on a line so wide, and say how many more there are."""
    told = named_all(words)
    for more in range(1, len(words)):
        if fits(told, wide):
            break
        told = ", ".join([*words[:-more], _more_words(more)])
    return told


def _more_words(number: int) -> str:
    return count(number, "and {number} more", "and {number} more")
