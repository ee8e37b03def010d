"""What the list of a revealed vote says, and what can be on a ballot."""

from measures import AT, ROUND, vote_in, voted
from workbooks import chained, key

from ilead_studio import edits
from ilead_studio.model import Workbook
from ilead_studio.rules.find import search
from ilead_studio.ui.finding.found_words import Wanted, found_rows
from ilead_studio.ui.votes.form import Plan, on_ballot
from ilead_studio.ui.votes.rows import left_words, result_rows

LATE, FULL, WORK = key("late"), key("full"), key("work")


def told(sorts: bool) -> list[str]:
    workbook = edits.reveal(voted("1 3 3", "3 1"), ROUND, AT)
    workbook = edits.keep_anyway(workbook, ROUND, 2)
    return [row.told for row in result_rows(vote_in(workbook), sorts=sorts)]


def test_in_the_order_of_the_page_each_row_says_its_votes_and_whether_it_stays() -> None:
    assert told(sorts=False) == [
        "Buses come late, 2 votes, kept, 1 of 3",
        "Buses are full, no votes, kept by hand, 2 of 3",
        "Parents work early, 3 votes, kept, 3 of 3",
    ]


def test_by_votes_a_line_stands_where_the_rule_begins_to_leave_out() -> None:
    assert told(sorts=True) == [
        "Parents work early, 3 votes, kept, 1 of 3",
        "Buses come late, 2 votes, kept, 2 of 3",
        "under 2 votes: left out",
        "Buses are full, no votes, kept by hand, 3 of 3",
    ]


def test_what_is_left_out_can_be_kept() -> None:
    one = edits.reveal(voted("1 1 3", "3 1"), ROUND, AT)
    assert left_words(vote_in(one)) == "The one left out stays, pale. Space keeps it."
    none = edits.keep_anyway(one, ROUND, 2)
    assert left_words(vote_in(none)) == "Nothing is left out."


def test_a_blind_vote_has_no_rows() -> None:
    assert result_rows(vote_in(voted("1 1 3")), sorts=True) == ()


def test_selected_bones_bring_their_causes_and_selected_whys_themselves() -> None:
    workbook = chained()
    page = workbook.fishbones[0]
    every, some = on_ballot(workbook, page, [key("buses")])
    assert (every, some) == ((LATE, FULL, WORK), (LATE, FULL))
    assert on_ballot(workbook, page, [key("roads"), WORK])[1] == (key("roads"), WORK)
    assert on_ballot(workbook, None, [key("hour")])[1] == (key("hour"),)


def test_a_plan_opens_a_vote_with_its_own_number_of_votes() -> None:
    vote = vote_in(Plan(key("head"), "Why?", 4, 2, 1).open(chained(), ROUND))
    assert (vote.question, vote.people, vote.each, vote.most) == ("Why?", 4, 2, 1)


def test_find_shows_no_evidence_of_what_is_voted_on_blind() -> None:
    workbook = edits.put(chained(), [LATE], evidence="supported")

    def signs(book: Workbook) -> set[str]:
        rows = found_rows(book, search(book, "buses come"), Wanted("buses come"), key("head"))
        return {row.sign for row in rows if row.place}

    assert signs(workbook) == {"supported"}
    assert signs(edits.open_vote(workbook, ROUND, key("head"), 3)) == {"fish-bone"}
