"""What votes said once they were revealed: the rule in words, what stays, what waits."""

from collections.abc import Iterator, Mapping

from ilead_studio.model import Vote, Workbook, find
from ilead_studio.packet.blind import still_blind_words
from ilead_studio.packet.blocks import (
    Block,
    Cell,
    Column,
    Heading,
    Item,
    Listing,
    Table,
    Text,
    plain,
)
from ilead_studio.packet.cells import cell, said
from ilead_studio.packet.given import Given
from ilead_studio.packet.leaf import Leaf
from ilead_studio.packet.references import item_refs, own_ref
from ilead_studio.rules.votes import (
    Counted,
    by_votes,
    counted,
    kept_words,
    result_words,
    revealed_words,
    round_of,
    rule_rows,
)
from ilead_studio.words import capital, say


def votes_page(given: Given) -> tuple[Leaf, ...]:
    """Return a page for each vote, the last one first; of an open one only how it is done."""
    workbook = given.workbook
    still = [_still(workbook, it) for it in given.blind.values() if it and given.of in ("", it.id)]
    over = (it for it in workbook.votes[::-1] if it.revealed and given.of in ("", it.id))
    return (*still, *(_leaf(workbook, it) for it in over))


def _still(workbook: Workbook, vote: Vote) -> Leaf:
    title, name = vote.question or say("What we choose"), vote_name(workbook, vote)
    return Leaf(name, title, (_rule(vote),), (plain(still_blind_words()),), _ref(workbook, vote))


def _ref(workbook: Workbook, vote: Vote) -> str:
    page = find(workbook, vote.page_id) if vote.page_id else None
    return page.ref if page else ""


def _rule(vote: Vote) -> Listing:
    return Listing(tuple(Item(plain(it)) for it in rule_rows(vote)))


def _leaf(workbook: Workbook, vote: Vote) -> Leaf:
    title = vote.question or say("What we chose")
    about = (plain(capital(revealed_words(vote))), plain(result_words(vote)))
    blocks = tuple(_blocks(workbook, vote))
    return Leaf(vote_name(workbook, vote), title, blocks, about, _ref(workbook, vote))


def vote_name(workbook: Workbook, vote: Vote) -> str:
    """Say which vote it is: "Vote on causes", "Vote on change ideas, round 2"."""
    what = say("Vote on causes") if vote.page_id else say("Vote on change ideas")
    number = round_of(workbook, vote)
    return what if number == 1 else say("{what}, round {number}", what=what, number=number)


def _blocks(workbook: Workbook, vote: Vote) -> Iterator[Block]:
    rows = by_votes(counted(vote))
    known = item_refs(workbook)
    yield _rule(vote)
    yield Heading(plain(say("What stays: {words}", words=kept_words(vote))))
    yield _table(vote, [it for it in rows if it.is_kept], known)
    left = [it for it in rows if not it.is_kept]
    if left:
        yield Heading(plain(say("What waits")))
        yield Text(plain(say("Left out of this round and not lost. A few votes are no proof.")))
        yield _table(vote, left, known)
    yield Text(plain(say("Votes say where to look, not what is true.")), "note")


def _table(vote: Vote, rows: list[Counted], known: Mapping[str, str]) -> Table:
    what = say("Cause") if vote.page_id else say("Change idea")
    columns = (
        Column(say("Ref"), 40),
        Column(what, 310),
        Column(say("Votes"), 50, end=True),
        Column("", 100),
    )
    cells = tuple(_row(it, known) for it in rows)
    return Table(say("What has how many votes"), columns, cells, head=1)


def _row(row: Counted, known: Mapping[str, str]) -> tuple[Cell, ...]:
    ref = known.get(row.item_id or "", "")
    return (
        own_ref(ref) if ref else cell("–"),
        said(row.words, say("no words yet")),
        cell(str(row.votes)),
        cell(say("kept by hand") if row.by_hand else say("no longer there") if not ref else " "),
    )
