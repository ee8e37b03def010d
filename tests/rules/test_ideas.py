"""The list of change ideas: what is said of each, which are shown, in which order."""

import pytest
from workbooks import key, reading

from ilead_studio import edits
from ilead_studio.model import Party, Workbook, new_ids, replace
from ilead_studio.rules.idea_moves import asks, deciding, why_not_move
from ilead_studio.rules.ideas import (
    FURTHER,
    STATES,
    USUAL,
    Order,
    Wanted,
    cell,
    heading,
    idea_counts,
    idea_rows,
    shown,
    spoken_idea,
)

TALK, HOUR, NORTH = key("talk"), key("hour"), key("north")


def book() -> Workbook:
    """Return the theory of reading with two parties, one of which has "Talk about books"."""
    parties = (
        Party(id=NORTH, name="Northfield Schools", short="Northfield", kind="LEA"),
        Party(id=key("state"), name="State College", kind="IHE"),
    )
    return edits.belong(replace(reading(), parties=parties), [TALK], [NORTH])


def texts(workbook: Workbook, wanted: Wanted = Wanted(), order: Order = Order()) -> list[str]:  # noqa: B008 - values
    return [row.idea.text for row in shown(workbook, wanted, order)]


def test_a_row_says_what_its_columns_ask() -> None:
    talk, hour = idea_rows(book())
    assert [cell(talk, it) for it in USUAL] == [
        "I1", "Talk about books", "Daily reading +1", "Northfield", "proposed", "1",
    ]  # fmt: skip
    assert cell(hour, "cycles") == "none"
    assert [cell(hour, it) for it in FURTHER] == ["", "", "", "", ""]
    assert all(heading(it) for it in (*USUAL, *FURTHER))


def test_an_idea_of_all_parties_says_so_and_one_without_driver_too() -> None:
    workbook = edits.belong(book(), [TALK], [NORTH, key("state")])
    workbook = edits.propose_idea(workbook, key("new"), "Reading buddies")
    assert [cell(it, "party") for it in idea_rows(workbook)] == ["both", "", ""]
    assert cell(idea_rows(workbook)[2], "serves") == "no driver yet"


def test_a_party_and_a_driver_choose_what_is_shown() -> None:
    assert texts(book(), Wanted(party=NORTH)) == ["Talk about books"]
    assert texts(book(), Wanted(driver=key("families"))) == ["Talk about books"]
    assert texts(book(), Wanted(driver=key("teach"))) == ["Talk about books", "Quiet hour"]
    assert texts(book(), Wanted(NORTH, key("gone"))) == []


@pytest.mark.parametrize("column", [*USUAL, *FURTHER])
def test_each_column_sorts_and_turns(column: str) -> None:
    there, back = Order(column), Order(column, turned=True)
    assert set(texts(book(), order=there)) == set(texts(book(), order=back))


def test_a_heading_sorts_then_turns_then_lets_go() -> None:
    order = Order().after("text")
    assert texts(book(), order=order) == ["Quiet hour", "Talk about books"]
    assert texts(book(), order=order.after("text")) == ["Talk about books", "Quiet hour"]
    assert order.after("text").after("text") == Order()
    assert order.after("cycles") == Order("cycles")


def test_it_counts_in_words() -> None:
    workbook = edits.park(book(), [HOUR], new_ids(1))
    rows = shown(workbook, Wanted())
    assert idea_counts(workbook, rows) == "2 ideas: 1 proposed, 1 parked"
    assert idea_counts(workbook, rows[:1]) == "1 of 2 ideas: 1 proposed"
    assert idea_counts(Workbook(), ()) == "0 ideas"
    assert spoken_idea(rows[0]) == (
        "I1, proposed, Northfield, serves Daily reading, Families, 1 cycle"
    )


def test_a_move_asks_what_its_state_needs() -> None:
    assert [it for it in STATES if asks(it)] == ["adapting", "adopted", "abandoned"]
    workbook = book()
    talk = workbook.ideas[0]
    assert why_not_move(workbook, talk, "adapting") == ""
    assert why_not_move(workbook, talk, "parked") == ""
    assert "Do begins" in why_not_move(workbook, talk, "testing")
    assert deciding(workbook, talk) is None


def test_while_a_cycle_is_under_way_it_decides() -> None:
    workbook = book()
    doing = replace(workbook.cycles[0], state="doing")
    workbook = replace(workbook, cycles=(doing,))
    talk = workbook.ideas[0]
    assert deciding(workbook, talk) == doing
    assert "is under way" in why_not_move(workbook, talk, "adopted")
    assert "is under way" in why_not_move(workbook, talk, "parked")


def test_an_idea_is_proposed_and_stands_elsewhere_in_the_list() -> None:
    workbook = edits.propose_idea(book(), key("new"), " Reading buddies ", HOUR)
    assert texts(workbook) == ["Talk about books", "Reading buddies", "Quiet hour"]
    assert workbook.ideas[1].ref == "I3"
    assert workbook.theories == book().theories
    workbook = edits.order_idea(workbook, TALK)
    assert texts(workbook) == ["Reading buddies", "Quiet hour", "Talk about books"]


def test_while_a_vote_is_blind_ideas_have_its_numbers_and_no_votes_of_old() -> None:
    workbook = edits.put(book(), [HOUR], votes=4)
    told = [(cell(row, "ref"), cell(row, "votes")) for row in idea_rows(workbook)]
    assert ("I2", "4") in told
    workbook = edits.open_vote(workbook, key("round"), None, 3)
    told = [(cell(row, "ref"), cell(row, "votes")) for row in idea_rows(workbook)]
    assert told == [("1", ""), ("2", "")]
    assert spoken_idea(idea_rows(workbook)[0]).startswith("1, proposed")
