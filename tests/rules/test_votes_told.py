"""The rule of a vote, its ballots as they are typed, and what is told before and after."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from measures import AGAIN, AT, ROUND, vote_in, voted, voting

from ilead_studio import edits
from ilead_studio.model import Candidate, Vote
from ilead_studio.rules.ballots import read_ballot, typed_words
from ilead_studio.rules.votes import (
    by_votes,
    counted,
    kept_words,
    least_votes,
    open_vote_on,
    paper_rows,
    result_words,
    reveal_question,
    revealed_words,
    round_of,
    rule_rows,
    standing_words,
    voter_words,
    votes_each,
    votes_words,
)


@given(st.integers(0, 5_000))
def test_a_third_of_the_candidates_within_bounds(many: int) -> None:
    each = votes_each(many)
    assert 1 <= each <= 20
    assert each == many // 3 or many < 3 or many > 60


@given(st.integers(1, 900))
def test_larger_groups_ask_for_no_fewer_votes(people: int) -> None:
    assert least_votes(people) <= least_votes(people + 1)


def test_the_dropping_rule_by_group_size() -> None:
    least = [least_votes(people) for people in (1, 4, 5, 6, 15, 16, 40)]
    assert least == [2, 2, 2, 3, 3, 4, 4]


@pytest.mark.parametrize(
    ("words", "numbers"),
    [("1 2 3", (1, 2, 3)), ("3,1;1", (1, 1, 3)), (" 2\t2 2 ", (2, 2, 2)), ("01", (1,))],
)
def test_a_ballot_is_read_as_it_is_typed(words: str, numbers: tuple[int, ...]) -> None:
    typed = read_ballot(vote_in(voted()), words)
    assert (typed.numbers, typed.refusal) == (numbers, "")


@pytest.mark.parametrize(
    ("words", "refusal"),
    [
        ("", "Type numbers from the ballot, such as 4 7 7 12."),
        ("two", "“two” is no number. Type numbers from the ballot, such as 4 7 7 12."),
        ("4", "There is no 4 on this ballot."),
        ("-1", "“-1” is no number. Type numbers from the ballot, such as 4 7 7 12."),
        ("1 1 1 1", "At most 3 votes go to one; number 1 has 4."),
        ("1 1 2 3", "Each has 3 votes; this ballot has 4."),
        ("123456789", "There is no 123456789 on this ballot."),
    ],
)
def test_a_ballot_that_does_not_count_is_refused_in_a_sentence(words: str, refusal: str) -> None:
    assert read_ballot(vote_in(voted()), words).refusal == refusal


def test_fewer_votes_than_allowed_count_after_one_sentence() -> None:
    vote = vote_in(voted())
    assert read_ballot(vote, "1 2").fewer == "Only 2 votes of 3 given. That is allowed."
    assert read_ballot(vote, "1 2 2").fewer == ""
    assert typed_words(vote, (1, 1, 3)) == "3 of 3 given: 1 twice, 3 once"
    assert typed_words(vote, ()) == "0 of 3 given"


def test_before_the_reveal_only_how_many_have_voted_is_told() -> None:
    vote = vote_in(voted("1", "1 2", "3", "2"))
    assert standing_words(vote) == "4 of 9 have voted"
    assert voter_words(vote) == "Voter 5"
    assert reveal_question(vote) == "Nine people, five have not voted. Reveal anyway?"
    assert (counted(vote), result_words(vote), kept_words(vote)) == ((), "", "")
    assert revealed_words(vote) == ""


def test_who_is_missing_is_asked_only_if_somebody_is() -> None:
    assert reveal_question(vote_in(voted("1", people=2))).startswith("Two people, one has not")
    assert reveal_question(vote_in(voted("1", people=1))) == ""
    assert voter_words(vote_in(voted("1", people=1))) == ""


def test_the_rule_is_said_line_by_line() -> None:
    assert rule_rows(vote_in(voting())) == (
        "3 causes on the ballot ÷ 3 = 1 vote each", "At most 3 on one cause",
        "Refuted ones are left out",
    )  # fmt: skip
    many = tuple(Candidate(number=it, text="x") for it in range(1, 91))
    ideas = Vote(id=ROUND, candidates=many, each=20)
    assert rule_rows(ideas) == (
        "90 change ideas on the ballot: 20 votes each", "At most 3 on one change idea",
    )  # fmt: skip


def test_a_paper_ballot_has_numbers_and_words() -> None:
    assert [*map(tuple, paper_rows(vote_in(voting())))] == [
        (1, "Buses come late"), (2, "Buses are full"), (3, "Parents work early"),
    ]  # fmt: skip


def test_after_the_reveal_all_is_told_at_once() -> None:
    workbook = edits.reveal(voted("2 2 3", "2", "1 2"), ROUND, AT)
    vote = vote_in(workbook)
    assert [votes_words(it.votes) for it in by_votes(counted(vote))] == [
        "4 votes", "1 vote", "1 vote",
    ]  # fmt: skip
    assert [it.number for it in by_votes(counted(vote))] == [2, 1, 3]
    assert kept_words(vote) == "1 kept, 2 left out"
    assert result_words(vote) == (
        "3 people, 6 votes. With up to 5 people, what has under 2 votes is left out."
    )
    assert revealed_words(vote) == "revealed 2 Nov, 14:38, once for all"
    assert votes_words(0) == "no votes"
    by_hand = vote_in(edits.keep_anyway(workbook, ROUND, 1))
    assert kept_words(by_hand) == "2 kept, 1 left out · 1 of them by hand"


@pytest.mark.parametrize(("many", "rule"), [(6, "With 6 to 15 people"), (16, "With more than 15")])
def test_the_rule_of_larger_groups_is_named(many: int, rule: str) -> None:
    workbook = edits.reveal(voted(*["1"] * many, people=many), ROUND, AT)
    assert rule in result_words(vote_in(workbook))


def test_rounds_are_counted_and_the_open_one_is_known() -> None:
    workbook = edits.reveal(voted("1 1 2", "2 3"), ROUND, AT)
    workbook = edits.another_round(workbook, ROUND, AGAIN)
    assert [round_of(workbook, it) for it in workbook.votes] == [1, 2]
    assert open_vote_on(workbook, vote_in(workbook).page_id) == vote_in(workbook, AGAIN)
    assert open_vote_on(workbook, None) is None
