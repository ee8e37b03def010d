"""While a vote is blind everything is printed but counts of what is voted on, and that is said."""

from datetime import date

import pytest
from leaf_words import rows, said
from measures import AGAIN, AT, ROUND, voted, voted_before
from workbooks import key

from ilead_studio import edits
from ilead_studio.handouts import make_packet
from ilead_studio.model import FACILITATOR, Cause, OnlyFor, Packet, PrintedPage, Workbook, find
from ilead_studio.office import csv_table
from ilead_studio.packet.leaf import AnyLeaf, Diagram, Leaf
from ilead_studio.packet.presets import presets
from ilead_studio.packet.seen import seen_in

TODAY = date(2026, 11, 24)
STILL = "Votes are still blind."


def packet(*names: str, viewer: OnlyFor = None, **fields: object) -> Packet:
    pages = tuple(PrintedPage(kind=it) for it in names)
    return Packet(id=key("packet"), name="Packet", viewer=viewer, pages=pages, **fields)


def printed(*names: str, workbook: Workbook | None = None, **fields: object) -> list[AnyLeaf]:
    asked = packet(*names, **fields)
    return [*make_packet(workbook or voted_before(), asked, TODAY).leaves]


def words(leaf: AnyLeaf) -> str:
    if isinstance(leaf, Leaf):
        return " · ".join(said(leaf))
    return " · ".join(leaf.more)


@pytest.mark.parametrize("viewer", [None, FACILITATOR, key("uni")])
def test_nobody_is_told_what_causes_were_given_before(viewer: OnlyFor) -> None:
    seen = seen_in(voted_before(), packet(viewer=viewer))
    assert not any(it.votes for page in seen.workbook.fishbones for it in page.causes)
    was = seen.workbook.snapshots[0].was
    assert not any(it.votes for page in was.fishbones for it in page.causes)
    assert seen.said == ()
    assert seen.warning == STILL


@pytest.mark.parametrize("name", ["fishbone", "outline", "causes"])
def test_pages_that_would_show_counts_say_why_they_do_not(name: str) -> None:
    leaf = printed(name)[0]
    assert STILL in words(leaf)
    assert "vote" not in words(leaf).replace(STILL, "").replace("Votes say where to look", "")
    over = edits.reveal(voted_before(), AGAIN, AT)
    assert STILL not in words(printed(name, workbook=over)[0])


def test_the_next_page_of_another_diagram_says_nothing_of_it() -> None:
    fishbone, theory = (it for it in printed("fishbone", "driver-diagram"))
    assert isinstance(fishbone, Diagram)
    assert isinstance(theory, Diagram)
    assert (fishbone.more, theory.more) == ((STILL,), ())


def test_ballots_of_the_open_vote_are_printed_with_their_numbers_and_round() -> None:
    (ballot,) = printed("ballots")
    assert isinstance(ballot, Leaf)
    assert ballot.title == "Vote on causes, round 2"
    assert [row[:3] for row in rows(ballot)] == [
        ["C2", "Buses come late", "1"], ["C3", "Buses are full", "2"],
    ]  # fmt: skip


def test_the_earlier_round_was_told_to_all_and_still_is() -> None:
    now, before = printed("votes")
    assert STILL in words(now)
    assert "2 people, 6 votes." in words(before)


def test_a_vote_on_change_ideas_leaves_the_causes_theirs() -> None:
    workbook = edits.put(voted("1 1 2"), [key("hour")], votes=4)
    workbook = edits.open_vote(edits.reveal(workbook, ROUND, AT), AGAIN, None, 5)
    seen = seen_in(workbook, packet())
    assert not any(it.votes for it in seen.workbook.ideas)
    cause = find(seen.workbook, workbook.votes[0].candidates[0].item_id or "")
    assert isinstance(cause, Cause)
    assert cause.votes == 2
    assert STILL not in words(printed("fishbone", workbook=workbook)[0])
    table = csv_table(seen.workbook, "ideas", "en").decode("utf-8-sig")
    assert ",4," not in table


def test_of_a_vote_on_something_private_there_is_no_ballot() -> None:
    workbook = voted_before()
    item = workbook.votes[-1].candidates[0].item_id or ""
    hiding = edits.show_only(workbook, [item], key("uni"))
    assert seen_in(hiding, packet()).blind == {key("head"): None}
    assert [words(it) for it in printed("ballots", "legend", workbook=hiding)][1:] == []
    assert len(printed("ballots", workbook=hiding, viewer=key("uni"))) == 1


def test_names_are_taken_out_of_ballots_too() -> None:
    workbook = edits.put_vote(voted("1 1 2"), ROUND, question="What does Ms. Rivera see?")
    seen = seen_in(workbook, packet(redact=True))
    vote = seen.blind[key("head")]
    assert vote is not None
    assert vote.question == "What does [name] see?"
    assert seen.workbook.votes == ()


def test_a_workbook_without_an_open_vote_is_printed_as_it_is() -> None:
    workbook = edits.reveal(voted("1 1 2"), ROUND, AT)
    assert seen_in(workbook, packet(viewer=FACILITATOR)).workbook is workbook


def test_everything_can_be_printed_while_a_vote_is_blind() -> None:
    everything = next(it for it in presets(voted_before()) if it.name == "everything")
    made = make_packet(voted_before(), everything.packet(key("packet")), TODAY)
    assert STILL in made.warnings
    assert any(isinstance(it, Leaf) and it.title.startswith("Vote on") for it in made.leaves)
