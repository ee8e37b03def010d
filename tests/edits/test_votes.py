"""Votes: ballots without names, blind until they are revealed once for all."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from measures import AGAIN, AT, ROUND, vote_in, voted, voting
from workbooks import chained, key, wide_fishbone

from ilead_studio import edits
from ilead_studio.errors import EditError
from ilead_studio.model import Cause, Idea, Workbook, faults, find, replace
from ilead_studio.rules.ballots import read_sheet
from ilead_studio.rules.votes import counted, totals
from ilead_studio.session import Session
from ilead_studio.storage.format import decode, encode

LATE, FULL, WORK = key("late"), key("full"), key("work")


def votes(workbook: Workbook) -> list[int]:
    found = [find(workbook, it) for it in (LATE, FULL, WORK)]
    return [it.votes for it in found if isinstance(it, Cause)]


def test_causes_get_numbers_in_reading_order_and_the_rule_follows() -> None:
    vote = vote_in(voting())
    assert [(it.number, it.text) for it in vote.candidates] == [
        (1, "Buses come late"), (2, "Buses are full"), (3, "Parents work early"),
    ]  # fmt: skip
    assert (vote.each, vote.most, vote.people) == (1, 3, 3)
    assert faults(voting()) == ()


def test_refuted_linked_and_hidden_causes_are_not_on_the_ballot() -> None:
    workbook = edits.put(chained(), [FULL], evidence="refuted")
    workbook = edits.copy_linked(workbook, LATE, key("copy"), key("home"))
    workbook = edits.add_cause(workbook, key("secret"), "Only said in confidence", key("home"))
    workbook = edits.show_only(workbook, [key("secret")], "facilitator")
    workbook = edits.open_vote(workbook, ROUND, key("head"), 3)
    assert [it.item_id for it in vote_in(workbook).candidates] == [LATE, WORK]


def test_change_ideas_are_voted_on_too() -> None:
    workbook = edits.open_vote(chained(), ROUND, None, 2)
    workbook = edits.reveal(edits.cast(workbook, ROUND, "2"), ROUND, AT)
    hour = find(workbook, key("hour"))
    assert isinstance(hour, Idea)
    assert hour.votes == 1


def test_some_of_those_that_may_be_chosen_can_be_named() -> None:
    workbook = edits.open_vote(
        chained(), ROUND, key("head"), 3, item_ids=[WORK, LATE, key("roads"), key("buses")]
    )
    assert [it.item_id for it in vote_in(workbook).candidates] == [LATE, key("roads"), WORK]


@pytest.mark.parametrize(
    ("page_id", "people", "named", "said"),
    [
        (key("head"), 3, [LATE], "at least two"),
        (key("head"), 0, None, "does not fit"),
        (key("aim"), 3, None, "causes of a fishbone"),
        (key("nobody"), 3, None, "no longer"),
    ],
)
def test_a_vote_that_cannot_be_held_is_refused(
    page_id: str, people: int, named: Any, said: str
) -> None:
    with pytest.raises(EditError, match=said):
        edits.open_vote(chained(), ROUND, page_id, people, item_ids=named)


def test_a_page_has_one_open_vote() -> None:
    with pytest.raises(EditError, match="open here already"):
        edits.open_vote(voting(), AGAIN, key("head"), 3)


def test_a_reveal_writes_the_totals_and_is_one_step() -> None:
    session = Session(voted("1 1 2", "1", "1 3 3"))
    before = session.workbook
    session.apply("Reveal", lambda it: edits.reveal(it, ROUND, AT))
    assert votes(session.workbook) == [4, 1, 2]
    session.undo()
    assert session.workbook is before


def test_linked_copies_have_the_votes_of_their_original() -> None:
    workbook = edits.copy_linked(voted("1 1 2"), LATE, key("copy"), key("home"))
    copy = find(edits.reveal(workbook, ROUND, AT), key("copy"))
    assert isinstance(copy, Cause)
    assert copy.votes == 2


def test_a_vote_is_revealed_once_and_then_stays_as_it_is() -> None:
    workbook = edits.reveal(voted("1"), ROUND, AT)
    for late in (
        lambda: edits.reveal(workbook, ROUND, AT),
        lambda: edits.cast(workbook, ROUND, "1"),
        lambda: edits.take_back(workbook, ROUND),
        lambda: edits.put_vote(workbook, ROUND, people=4),
        lambda: edits.cast_sheet(workbook, ROUND, read_sheet(vote_in(workbook), "1")),
    ):
        with pytest.raises(EditError, match="This vote is over"):
            late()
    assert edits.put_vote(workbook, ROUND, question="Why?").votes[0].question == "Why?"


def test_no_edit_at_all_recounts_a_vote_that_was_revealed() -> None:
    session = Session(edits.reveal(voted("1"), ROUND, AT))
    before = session.workbook
    for lie in ({"ballots": ((2,),)}, {"revealed": None}, {"people": 12}, {"candidates": ()}):
        other = replace(vote_in(before), **lie)
        with pytest.raises(EditError, match="stays as it is"):
            session.apply("Lie", lambda it, other=other: replace(it, votes=(other,)))
    session.apply("Delete", lambda it: edits.delete(it, [key("buses")]))
    session.apply("Delete", lambda it: edits.delete_vote(it, ROUND))
    assert session.workbook.votes == ()


def test_the_last_ballot_can_be_taken_back_and_a_vote_of_nobody_is_none() -> None:
    workbook = edits.take_back(voted("1", "2 3"), ROUND)
    assert vote_in(workbook).ballots == ((1,),)
    for empty in (edits.take_back, lambda it, vote: edits.reveal(it, vote, AT)):
        with pytest.raises(EditError, match="Nobody has voted"):
            empty(voting(), ROUND)


def test_the_rule_is_not_changed_under_ballots_that_were_cast() -> None:
    for fields in ({"each": 2}, {"most": 1}, {"people": 1}):
        with pytest.raises(EditError, match="would not count"):
            edits.put_vote(voted("1 1 2", "3"), ROUND, **fields)
    assert vote_in(edits.put_vote(voted("1 1 2"), ROUND, people=1)).people == 1


def test_pasted_ballots_count_as_far_as_they_can_be_read() -> None:
    workbook = voted("1", people=3)
    sheet = read_sheet(vote_in(workbook), "1, 2\n\n9\n3 3\n1")
    assert sheet.unread == (
        "Line 3: There is no 9 on this ballot.",
        "Line 5: All 3 people have voted. Change the number of people first.",
    )
    workbook = edits.cast_sheet(workbook, ROUND, sheet)
    assert vote_in(workbook).ballots == ((1,), (1, 2), (3, 3))
    with pytest.raises(EditError, match="Line 1: There is no 9"):
        edits.cast_sheet(voting(), ROUND, read_sheet(vote_in(voting()), "9"))


def test_something_with_few_votes_can_be_kept_by_hand() -> None:
    workbook = edits.reveal(voted("1 1 2", "1"), ROUND, AT)
    assert [it.is_kept for it in counted(vote_in(workbook))] == [True, False, False]
    workbook = edits.keep_anyway(workbook, ROUND, 3)
    assert [it.by_hand for it in counted(vote_in(workbook))] == [False, False, True]
    again = edits.another_round(workbook, ROUND, AGAIN)
    assert [it.number for it in vote_in(again, AGAIN).candidates] == [1, 3]
    assert (vote_in(again, AGAIN).after_id, vote_in(again, AGAIN).ballots) == (ROUND, ())
    workbook = edits.keep_anyway(workbook, ROUND, 3, kept=False)
    assert vote_in(workbook).kept == ()
    with pytest.raises(EditError, match="3 votes are enough to stay"):
        edits.keep_anyway(workbook, ROUND, 1)
    with pytest.raises(EditError, match="at least two"):
        edits.another_round(workbook, ROUND, AGAIN)


def test_what_is_deleted_stays_on_the_ballots_as_words() -> None:
    workbook = edits.delete(voted("1 1 2", "3"), [key("buses")])
    vote = vote_in(workbook)
    assert [it.item_id for it in vote.candidates] == [None, None, WORK]
    assert faults(workbook) == ()
    assert [it.votes for it in counted(vote_in(edits.reveal(workbook, ROUND, AT)))] == [2, 1, 1]


def test_a_copy_that_is_left_takes_the_place_of_its_original() -> None:
    workbook = edits.copy_linked(voted("1 1 2"), LATE, key("copy"), key("home"))
    workbook = edits.delete(workbook, [key("buses")])
    assert vote_in(workbook).candidates[0].item_id == key("copy")


def test_votes_go_with_their_page_and_rounds_with_their_vote() -> None:
    assert edits.delete_page(voting(), key("head")).votes == ()
    workbook = edits.reveal(voted("1 1 2", "2 3"), ROUND, AT)
    workbook = edits.another_round(workbook, ROUND, AGAIN)
    workbook = edits.delete_vote(workbook, ROUND)
    assert [it.after_id for it in workbook.votes] == [None]
    assert faults(workbook) == ()


def test_parties_see_votes_once_they_are_revealed_and_whole() -> None:
    workbook = voted("1 1 2", "2 3")
    assert edits.seen_by(workbook, key("uni")).votes == ()
    workbook = edits.another_round(edits.reveal(workbook, ROUND, AT), ROUND, AGAIN)
    assert [it.id for it in edits.seen_by(workbook, key("uni")).votes] == [ROUND]
    workbook = edits.show_only(workbook, [FULL], "facilitator")
    assert edits.seen_by(workbook, key("uni")).votes == ()
    assert faults(edits.seen_by(workbook, key("uni"))) == ()


ballots = st.lists(st.lists(st.integers(1, 30), min_size=1, max_size=9), max_size=12)


@given(typed=ballots, causes=st.integers(10, 60))
def test_totals_are_what_was_on_the_ballots(typed: list[list[int]], causes: int) -> None:
    workbook = edits.open_vote(wide_fishbone(causes), ROUND, key("head"), 12)
    counts: dict[int, int] = {}
    for numbers in typed:
        words = " ".join(map(str, numbers))
        try:
            workbook = edits.cast(workbook, ROUND, words)
        except EditError as refusal:
            assert str(refusal).endswith(".")  # noqa: PT017 - most ballots are refused
            continue
        for number in numbers:
            counts[number] = counts.get(number, 0) + 1
    vote = vote_in(workbook)
    assert {it: many for it, many in totals(vote).items() if many} == counts
    if vote.ballots:
        revealed = edits.reveal(workbook, ROUND, AT)
        given_votes = {it.id: it.votes for it in revealed.fishbones[0].causes}
        assert [given_votes[it.item_id or ""] for it in vote.candidates] == [
            counts.get(it.number, 0) for it in vote.candidates
        ]
        assert decode(encode(revealed), "x").workbook == revealed
