"""Small workbooks with a measure, a vote and a question, for the tests."""

from datetime import UTC, date, datetime

from workbooks import chained, key

from ilead_studio import edits
from ilead_studio.model import Consequence, Measure, MeasureName, Vote, Workbook
from ilead_studio.rules.measures import measure_with_id
from ilead_studio.rules.votes import vote_with_id

CALLS, ROUND, AGAIN = key("calls"), key("round"), key("again")
AUG, SEP = date(2026, 8, 14), date(2026, 9, 4)
AT = datetime(2026, 11, 2, 14, 38, tzinfo=UTC)


def counting() -> Workbook:
    """Return a workbook with the measure “Calls”, by which an aim, a driver and more are measured.

    It has the subgroups "Hills" and "River", and numbers of two days.
    """
    workbook = edits.put(chained(), [key("daily")], measures=(MeasureName(name="Calls"),))
    besides = (Consequence(text="Phones ring all day", measure="Calls"), Consequence(text="Fun"))
    workbook = edits.put(workbook, [key("talk")], consequences=besides)
    workbook = edits.add_measure(workbook, CALLS, "Calls")
    workbook = edits.put(workbook, [key("aim")], measure_id=CALLS)
    workbook = edits.add_line(workbook, key("cycle"), "data", key("line"), "Calls by day")
    workbook = edits.change_line(workbook, key("cycle"), key("line"), measure_id=CALLS)
    workbook = edits.put_measure(workbook, CALLS, subgroups=("Hills", "River"), often="weekly")
    workbook = edits.put_reading(workbook, CALLS, SEP, 9, "River")
    workbook = edits.put_reading(workbook, CALLS, SEP, 12)
    return edits.put_reading(workbook, CALLS, AUG, 20.5, note="Heat")


def calls(workbook: Workbook) -> Measure:
    found = measure_with_id(workbook, CALLS)
    assert found is not None
    return found


def voting(people: int = 3) -> Workbook:
    """Return a workbook with an open vote on three causes, of which each person has one vote."""
    return edits.open_vote(chained(), ROUND, key("head"), people, "Where do we look first?")


def voted(*ballots: str, people: int = 9) -> Workbook:
    """Return the workbook with ballots cast, each with three votes."""
    workbook = edits.put_vote(voting(people), ROUND, each=3)
    for ballot in ballots:
        workbook = edits.cast(workbook, ROUND, ballot)
    return workbook


def voted_before() -> Workbook:
    """Return a workbook in which causes got votes, were kept in a snapshot, and are voted on."""
    workbook = edits.reveal(voted("1 1 2", "1 2 3"), ROUND, AT)
    workbook = edits.take_snapshot(workbook, key("kept"), "Autumn", date(2026, 11, 3))
    return edits.cast(edits.another_round(workbook, ROUND, AGAIN), AGAIN, "1")


def vote_in(workbook: Workbook, vote_id: str = ROUND) -> Vote:
    found = vote_with_id(workbook, vote_id)
    assert found is not None
    return found
