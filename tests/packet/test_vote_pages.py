"""Results of votes once they are revealed, and ballots that tell nothing."""

from datetime import UTC, date, datetime

from leaf_words import coming_to_school, rows, said, tables
from workbooks import attendance, key

from ilead_studio.model import Candidate, Packet, Vote, Workbook, replace
from ilead_studio.packet.ballots_page import ballots_page
from ilead_studio.packet.blocks import text_of
from ilead_studio.packet.given import Given
from ilead_studio.packet.seen import seen_in
from ilead_studio.packet.votes_page import votes_page

TODAY = date(2026, 11, 24)
REVEALED = datetime(2026, 11, 2, 14, 38, tzinfo=UTC)


def voting(revealed: datetime | None = None) -> Workbook:
    """Return a fishbone with a vote: C6 got three votes, C2 one."""
    names = (("work", "Parents work early"), ("late", "Buses come late"), ("full", "Gone"))
    chosen = tuple(
        Candidate(number=at, text=text, item_id=key(name) if name != "full" else None)
        for at, (name, text) in enumerate(names, 1)
    )
    vote = Vote(
        id=key("vote"), question="Where do we look?", page_id=key("head"), candidates=chosen,
        people=3, each=2, ballots=((1, 1), (1, 2)), revealed=revealed, kept=(3,),
    )  # fmt: skip
    return replace(attendance(), votes=(vote,))


def given(workbook: Workbook, of: str = "") -> Given:
    """Return what pages for everybody are made from."""
    seen = seen_in(workbook, Packet(id=key("packet"), name="Packet"))
    return Given(seen.workbook, TODAY, of=of, blind=seen.blind)


def test_a_revealed_vote_says_the_rule_and_what_stays() -> None:
    (leaf,) = votes_page(Given(voting(REVEALED), TODAY))
    assert leaf.ref == "F1"
    assert rows(leaf, 0) == [
        ["C6", "Parents work early", "3", " "], ["–", "Gone", "0", "kept by hand"],
    ]  # fmt: skip
    assert rows(leaf, 1) == [["C2", "Buses come late", "1", " "]]
    words = " ".join(said(leaf))
    assert "Revealed 2 Nov, 14:38" in words
    assert "With up to 5 people, what has under 2 votes is left out." in words
    assert "3 causes on the ballot: 2 votes each" in words


def test_the_example_says_n_over_three() -> None:
    (leaf,) = votes_page(Given(coming_to_school(), TODAY))
    assert "27 causes on the ballot ÷ 3 = 9 votes each" in said(leaf)
    assert len(rows(leaf, 0)) + len(rows(leaf, 1)) == 27


def test_an_open_vote_tells_nothing_but_how_it_is_done() -> None:
    for of in ("", key("vote")):
        (leaf,) = votes_page(given(voting(), of))
        assert [text_of(it) for it in leaf.about] == ["Votes are still blind."]
        assert said(leaf)[2:] == [
            "3 causes on the ballot: 2 votes each", "At most 3 on one cause",
            "Refuted ones are left out",
        ]  # fmt: skip


def test_a_ballot_is_ordered_by_reference_and_has_a_box_for_each_vote() -> None:
    (leaf,) = ballots_page(given(voting()))
    assert (leaf.wide, leaf.copies) == (True, 2)
    assert [row[:3] for row in rows(leaf)] == [
        ["none", "Gone", "3"], ["C2", "Buses come late", "2"], ["C6", "Parents work early", "1"],
    ]  # fmt: skip
    assert [row[3].ask.boxes for row in tables(leaf)[0].rows if row[3].ask] == [2, 2, 2]
    assert "at most 2 for one cause" in " ".join(said(leaf))


def test_ballots_do_not_depend_on_what_was_voted() -> None:
    workbook = voting()
    fewer = replace(workbook.votes[0], ballots=())
    empty = replace(workbook, votes=(fewer,))
    assert ballots_page(given(workbook)) == ballots_page(given(empty))


def test_without_a_vote_each_fishbone_has_a_ballot_by_the_rule() -> None:
    (leaf,) = ballots_page(Given(attendance(), TODAY))
    assert [row[0] for row in rows(leaf)] == ["C2", "C3", "C6"]
    assert "You have 1 vote." in " ".join(said(leaf))
    assert ballots_page(Given(Workbook(), TODAY)) == ()


def test_a_vote_that_is_over_has_no_ballot() -> None:
    assert ballots_page(Given(voting(REVEALED), TODAY, of=key("vote"))) == ()
