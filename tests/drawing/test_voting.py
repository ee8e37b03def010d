"""A fishbone while a vote on it is blind, and after the reveal."""

from measures import AT, ROUND, vote_in, voted, voting
from workbooks import chained, key

from ilead_studio import edits
from ilead_studio.drawing.marks import OFF_BALLOT, Marks, marks_of
from ilead_studio.drawing.signs import lead, spoken_marks
from ilead_studio.drawing.voting import folds_for_vote, marks_in_vote, pale_in_vote
from ilead_studio.model import Fishbone, Workbook

LATE, FULL, WORK, ROADS = key("late"), key("full"), key("work"), key("roads")


def page_of(workbook: Workbook) -> Fishbone:
    return workbook.fishbones[0]


def seen(workbook: Workbook) -> dict[str, Marks]:
    marks = marks_in_vote(page_of(workbook), vote_in(workbook), marks_of(workbook))
    return {it: marks[it] for it in (LATE, FULL, WORK) if it in marks}


def judged() -> Workbook:
    """Return a workbook in which causes are judged and have votes of old, with a vote open."""
    workbook = edits.put(chained(), [LATE, WORK], evidence="supported", votes=5)
    workbook = edits.put(workbook, [FULL], evidence="refuted")
    workbook = edits.copy_linked(workbook, LATE, key("copy"), key("home"))
    return edits.open_vote(workbook, ROUND, key("head"), 3)


def test_a_blind_vote_shows_numbers_and_nothing_that_is_known() -> None:
    assert seen(judged()) == {
        LATE: Marks(ballot="1"), FULL: Marks(ballot=OFF_BALLOT), WORK: Marks(ballot="2"),
    }  # fmt: skip
    assert spoken_marks(Marks(ballot="2")) == "number 2"
    assert spoken_marks(Marks(ballot=OFF_BALLOT)) == "not on the ballot"


def test_a_linked_copy_has_the_number_of_its_original() -> None:
    workbook = judged()
    marks = marks_in_vote(page_of(workbook), vote_in(workbook), {})
    assert marks[key("copy")] == Marks(ballot="1")


def test_what_is_not_on_the_ballot_is_pale() -> None:
    assert FULL in pale_in_vote(page_of(judged()), vote_in(judged()))
    assert pale_in_vote(page_of(judged()), vote_in(judged())).isdisjoint({LATE, WORK})


def test_whys_are_folded_unless_they_are_on_the_ballot() -> None:
    assert folds_for_vote(page_of(voting()), vote_in(voting())) == {LATE}
    workbook = edits.open_vote(chained(), ROUND, key("head"), 3, item_ids=[ROADS, WORK])
    assert folds_for_vote(page_of(workbook), vote_in(workbook)) == frozenset()


def test_revealed_each_has_its_votes_and_what_is_left_out_is_pale() -> None:
    workbook = edits.reveal(voted("1 1 2", "1"), ROUND, AT)
    assert seen(workbook) == {
        LATE: Marks(evidence="hunch", votes=3, tally="kept"),
        FULL: Marks(evidence="hunch", votes=1, tally="left"),
        WORK: Marks(evidence="hunch", tally="left"),
    }
    assert spoken_marks(seen(workbook)[WORK]) == "hunch, no votes, left out"
    assert pale_in_vote(page_of(workbook), vote_in(workbook)) == {FULL, WORK}


def test_a_large_number_has_more_room_before_the_words() -> None:
    small, large = lead(Marks(ballot="7")), lead(Marks(ballot="1118"))
    assert large.width > small.width == lead(Marks(evidence="hunch")).width
