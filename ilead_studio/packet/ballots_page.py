"""Paper ballots, two to a sheet: by reference, boxes to cross, and no count of any kind."""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from ilead_studio.model import Fishbone, Vote, Workbook, find
from ilead_studio.packet.blocks import Ask, Block, Cell, Column, Lines, Run, Table, Text, Words
from ilead_studio.packet.cells import cell, said
from ilead_studio.packet.given import Given
from ilead_studio.packet.leaf import Leaf
from ilead_studio.packet.references import item_refs, own_ref
from ilead_studio.packet.votes_page import vote_name
from ilead_studio.rules.votes import may_be_chosen, votes_each
from ilead_studio.words import count, say

_MOST: Final = 3
"""Votes that one thing can get, where no vote says otherwise (method, section 4)."""
_COPIES: Final = 2


class _Line(NamedTuple):
    """What can be chosen: its reference, its words, its number in the vote (0 without one)."""

    ref: str
    text: str
    number: int = 0


def ballots_page(given: Given) -> tuple[Leaf, ...]:
    """Return the ballots of open votes, or of the vote that is asked for.

    While none is open there is one for each fishbone, so that a table without a screen can vote.
    """
    workbook = given.workbook
    votes = [it for it in given.blind.values() if it and given.of in ("", it.id)]
    if given.blind or given.of:
        return tuple(_of_vote(workbook, it) for it in votes)
    return tuple(
        leaf for page in workbook.fishbones for leaf in _of_page(workbook, page)
    )  # fmt: skip


def _of_vote(workbook: Workbook, vote: Vote) -> Leaf:
    refs = item_refs(workbook)
    lines = [_Line(refs.get(it.item_id or "", ""), it.text, it.number) for it in vote.candidates]
    page = find(workbook, vote.page_id) if vote.page_id else None
    what = say("Cause") if page else say("Change idea")
    return _leaf(vote_name(workbook, vote), page.ref if page else "", what, lines,
                 vote.each, vote.most)  # fmt: skip


def _of_page(workbook: Workbook, page: Fishbone) -> Iterator[Leaf]:
    lines = [_Line(it.ref, it.text) for it in may_be_chosen(workbook, page)]
    if lines:
        each = votes_each(len(lines))
        yield _leaf(say("Vote on causes"), page.ref, say("Cause"), lines, each, _MOST)


def _leaf(
    name: str, ref: str, what: str, lines: Sequence[_Line], each: int, most: int
) -> Leaf:  # fmt: skip
    ordered = sorted(lines, key=lambda it: (int(it.ref[1:] or 0), it.number))
    blocks: tuple[Block, ...] = (
        Text(_how(each, min(most, each), what), "small"),
        _table(ordered, what, min(most, each)),
        Text((Run(say("Is something missing? Write it here:")),), "small"),
        Lines(1),
    )
    return Leaf(say("Ballot"), name, blocks, ref=ref, wide=True, copies=_COPIES)


def _how(each: int, most: int, what: str) -> Words:
    votes = count(each, "{number} vote", "{number} votes")
    return (
        Run(say("You have")), Run(" "), Run(votes, "strong"), Run(". "),
        Run(say("Cross one box for each vote,")), Run(" "),
        Run(say("at most {most} for one {what}", most=most, what=what.lower()), "strong"),
        Run(". "),
        Run(say("No name. Fold it and put it in the box. Votes say where to look, not what is "
                "true.")),
    )  # fmt: skip


def _table(lines: Sequence[_Line], what: str, most: int) -> Table:
    numbered = any(it.number for it in lines)
    columns = (
        Column(say("Ref"), 34),
        Column(what, 324 - 34 - 30 * numbered - 18 * most - 8),
        *((Column(say("No."), 30, end=True),) if numbered else ()),
        Column(say("Votes"), 18 * most + 8),
    )
    rows = tuple(_row(it, what, most, numbered=numbered) for it in lines)
    return Table(say("What can be chosen, each with its boxes"), columns, rows, head=1)


def _row(line: _Line, what: str, most: int, *, numbered: bool) -> tuple[Cell, ...]:
    boxes = count(most, "one box to cross", "{number} boxes to cross")
    label = say("{what} {ref}: {boxes}", what=what, ref=line.ref or line.number, boxes=boxes)
    ask = Ask(f"ballot.{line.ref or line.number}", label, boxes=most)
    number = (cell(str(line.number)),) if numbered else ()
    return (own_ref(line.ref), said(line.text, say("no words yet")), *number, Cell(ask=ask))
