"""The causes of a fishbone in the order in which a team looks at them, and why that order."""

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from ilead_studio.drawing.signs import meaning
from ilead_studio.model import Cause, Fishbone, Vote, Workbook
from ilead_studio.packet.blocks import (
    Block,
    Cell,
    Column,
    Heading,
    Item,
    Lines,
    Listing,
    Table,
    Text,
    plain,
    refs,
    strong,
)
from ilead_studio.packet.cells import cell, ref_cell, rows_to_write
from ilead_studio.packet.given import Given
from ilead_studio.packet.leaf import Leaf
from ilead_studio.rules.names import page_name
from ilead_studio.rules.outline import Role, outline
from ilead_studio.rules.votes import (
    counted,
    kept_words,
    may_be_chosen,
    result_words,
    revealed_words,
    rule_rows,
    votes_each,
    votes_on,
)
from ilead_studio.words import count, say

_CHOSEN: Final = 3
"""Rows to write what is worked on first."""


class _Sorted(NamedTuple):
    """Causes to look at first, those that wait, and those that were refuted."""

    first: tuple[Cause, ...]
    waiting: tuple[Cause, ...]
    refuted: tuple[Cause, ...]


def causes_page(given: Given) -> tuple[Leaf, ...]:
    """Return a page for each fishbone, or for one."""
    some = (it for it in given.workbook.fishbones if given.of in ("", it.id))
    return tuple(_leaf(given.workbook, it, is_blind=it.id in given.blind) for it in some)


def _leaf(workbook: Workbook, page: Fishbone, *, is_blind: bool) -> Leaf:
    title = say("Prioritised causes")
    about = say("{page}. Votes say where to look, not what is true.", page=page_name(page))
    blocks = tuple(_blocks(workbook, page, is_blind=is_blind))
    return Leaf(title, title, blocks, (plain(about),), page.ref)


def _blocks(workbook: Workbook, page: Fishbone, *, is_blind: bool) -> Iterator[Block]:
    over = () if is_blind else reversed(votes_on(workbook, page.id))
    vote = next((it for it in over if it.revealed), None)
    causes = _sorted(_causes(workbook, page), vote)
    if not is_blind:
        yield from _how(workbook, page, vote)
    if causes.first:
        yield Heading(plain(say("What we look at first")))
        yield _table(say("Causes to look at first"), causes.first, is_blind=is_blind)
    if causes.waiting:
        yield Heading(plain(say("What waits; none of it is lost")))
        yield _table(say("Causes that wait"), causes.waiting, is_blind=is_blind)
    if causes.refuted:
        told = say("Refuted, so not chosen from:")
        yield Text((*plain(f"{told} "), *refs(it.ref for it in causes.refuted), *plain(".")))
    if not any(causes):
        yield Text(plain(say("There is no cause on this fishbone yet.")))
    yield Heading(plain(say("What we work on first")))
    yield rows_to_write(
        _CHOSEN, Column(say("No."), 0.6), Column(say("Cause, with its reference"), 4.0),
        Column(say("Why this one"), 3.4), Column(say("Who finds out more (role)"), 2.4),
        summary=say("Room for the causes that are worked on first"), numbered=True,
    )  # fmt: skip
    yield Lines(heading=say("My notes"))


def _causes(workbook: Workbook, page: Fishbone) -> Iterator[Cause]:
    """Give the causes and whys of a page in reading order, no linked copies."""
    by_id = {it.id: it for it in page.causes if it.same_as is None}
    for row in outline(workbook, page):
        if row.role in (Role.CAUSE, Role.WHY) and row.id in by_id:
            yield by_id[row.id]


def _sorted(causes: Iterable[Cause], vote: Vote | None) -> _Sorted:
    """Sort causes by what was marked and voted; what got most votes comes first."""
    every = sorted(causes, key=lambda it: (-it.votes, not it.root))
    kept = {it.item_id for it in counted(vote) if it.is_kept} if vote else set()
    refuted = tuple(it for it in every if it.evidence == "refuted")
    alive = [it for it in every if it.evidence != "refuted"]
    first = [it for it in alive if it.root or it.id in kept or (vote is None and it.votes)]
    waiting = tuple(it for it in alive if it not in first)
    return _Sorted(tuple(first), waiting, refuted)


def _how(workbook: Workbook, page: Fishbone, vote: Vote | None) -> Iterator[Block]:
    """Say how many votes each person has, and what is left out after the count."""
    if vote is None:
        yield Text(plain(_unvoted(workbook, page)))
        return
    told = (*rule_rows(vote), result_words(vote), kept_words(vote), revealed_words(vote))
    yield Heading(plain(vote.question or say("How we voted")))
    yield Listing(tuple(Item(plain(it)) for it in told if it))


def _unvoted(workbook: Workbook, page: Fishbone) -> str:
    many = len(may_be_chosen(workbook, page))
    each = count(votes_each(many), "{number} vote", "{number} votes")
    if not many:
        return say("Nobody has voted yet.")
    return say(
        "Nobody has voted yet. With {many} causes on the ballot each person would have {each}: a "
        "third of them. The fewer people vote, the fewer votes keep a cause.",
        many=many, each=each,
    )  # fmt: skip


def _table(summary: str, causes: Iterable[Cause], *, is_blind: bool) -> Table:
    columns = (
        Column(say("Ref"), 0.7),
        Column(say("Cause"), 4.3),
        Column(say("Evidence"), 2.2),
        Column(say("Root"), 1.3),
        Column(say("In our reach"), 1.9),
        *(() if is_blind else (Column(say("Votes"), 0.8, end=True),)),
    )
    return Table(summary, columns, tuple(_row(it, is_blind=is_blind) for it in causes), head=1)


def _row(cause: Cause, *, is_blind: bool) -> tuple[Cell, ...]:
    text = strong(cause.text) if cause.root else plain(cause.text)
    return (
        ref_cell(cause.ref),
        Cell((text,)),
        cell(_evidence_words(cause)),
        Cell((strong(say("root cause")),)) if cause.root else cell(say("not marked")),
        cell(reach_words(cause)),
        *(() if is_blind else (cell(str(cause.votes) if cause.votes else say("none")),)),
    )


def _evidence_words(cause: Cause) -> str:
    """Say what the team knows: "supported by 2", "hunch"."""
    cited = len(cause.cites)
    if not cited:
        return meaning(cause.evidence)
    pieces = count(cited, "{number} piece", "{number} pieces")
    return say("{state}, {pieces}", state=meaning(cause.evidence), pieces=pieces)


def reach_words(cause: Cause) -> str:
    """Say whether the team can do something about a cause."""
    return {
        "control": say("in our control"), "influence": say("we can influence"),
        "outside": say("outside"), "": say("not asked yet"),
    }[cause.reach]  # fmt: skip
