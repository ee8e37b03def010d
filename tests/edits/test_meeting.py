"""Meetings: their fields, who was there, opening and closing, and what goes with them."""

from datetime import date
from typing import Any

import pytest
from gatherings import (
    DEAN,
    FIRST,
    HOUR,
    HUDDLE,
    JANUARY,
    LEAD,
    LETTER,
    LISTS,
    NOON,
    NOW,
    PARTY,
    READ,
    SECOND,
    THIRD,
    UNI,
    gathered,
    meeting_in,
)
from workbooks import both, key

from ilead_studio import edits
from ilead_studio.errors import EditError
from ilead_studio.model import FACILITATOR, Attendance, Workbook, faults, replace
from ilead_studio.rules.visibility import EVERYBODY
from ilead_studio.session import Session
from ilead_studio.storage.format import decode, encode


def test_meetings_stand_in_the_order_of_their_days() -> None:
    workbook = gathered()
    assert [it.id for it in workbook.meetings] == [FIRST, HUDDLE, SECOND, THIRD]
    workbook = edits.put_meeting(workbook, THIRD, day=date(2026, 9, 1), notes="Bring\nthe map")
    assert workbook.meetings[0].notes == "Bring\nthe map"
    assert faults(workbook) == ()


@pytest.mark.parametrize(
    "fields", [{"day": "soon"}, {"kind": "party"}, {"agenda": ()}, {"closed": NOW}, {"id": FIRST}]
)
def test_what_does_not_fit_a_meeting_is_refused(fields: dict[str, Any]) -> None:
    with pytest.raises(EditError, match="does not fit"):
        edits.put_meeting(gathered(), FIRST, **fields)
    with pytest.raises(EditError, match="no longer"):
        edits.put_meeting(both(), FIRST, place="Library")


def test_a_meeting_needs_a_real_day() -> None:
    for fields in ({"day": None}, {"day": JANUARY, "place": 4}, {"day": JANUARY, "closed": NOW}):
        with pytest.raises(EditError, match="does not fit"):
            edits.add_meeting(both(), FIRST, **fields)


def test_who_was_there_is_said_by_role_and_by_party_and_taken_back() -> None:
    workbook = edits.put_attendance(gathered(), FIRST, 3, role_id=LEAD)
    lead = Attendance(role_id=LEAD, party_id=PARTY, number=3)
    rest = Attendance(party_id=PARTY, number=4)
    dean = Attendance(role_id=DEAN, party_id=UNI)
    assert meeting_in(workbook, FIRST).attendance == (lead, rest, dean)
    workbook = edits.put_attendance(workbook, FIRST, None, party_id=PARTY)
    assert meeting_in(workbook, FIRST).attendance == (lead, dean)
    for wrong in ({"role_id": PARTY}, {"party_id": LEAD}, {}):
        with pytest.raises(EditError, match="no longer"):
            edits.put_attendance(workbook, FIRST, 1, **wrong)
    with pytest.raises(EditError, match="does not fit"):
        edits.put_attendance(workbook, FIRST, -1, role_id=LEAD)


def test_who_was_there_stays_known_when_role_and_party_have_left() -> None:
    workbook = edits.delete_role(gathered(), LEAD)
    gone = Attendance(party_id=PARTY, name="Attendance lead", number=2)
    assert meeting_in(workbook, FIRST).attendance[0] == gone
    workbook = edits.delete_party(workbook, PARTY, UNI)
    named = replace(gone, party_id=None)
    schools = Attendance(name="Northfield Schools", number=4)
    assert meeting_in(workbook, FIRST).attendance[:2] == (named, schools)
    assert faults(workbook) == ()
    assert decode(encode(workbook), "x").workbook == workbook


def test_a_role_of_a_party_that_left_was_there_all_the_same() -> None:
    workbook = edits.delete_party(gathered(), PARTY)
    assert meeting_in(workbook, FIRST).attendance[0] == Attendance(role_id=LEAD, number=2)
    assert faults(workbook) == ()


def test_a_meeting_is_opened_again_and_again_until_it_is_closed() -> None:
    workbook = edits.open_meeting(gathered(), SECOND, NOW.replace(hour=15))
    assert meeting_in(workbook).opened == NOW.replace(hour=15, microsecond=0)
    workbook = edits.close_meeting(workbook, SECOND, NOW.replace(hour=16), key("kept"))
    closed = meeting_in(workbook)
    assert (closed.closed, closed.snapshot) == (NOW.replace(hour=16, microsecond=0), key("kept"))
    for again in (edits.open_meeting, edits.close_meeting):
        with pytest.raises(EditError, match="is closed"):
            again(workbook, SECOND, NOW)
    workbook = edits.reopen_meeting(workbook, SECOND)
    assert meeting_in(workbook).closed is None
    with pytest.raises(EditError, match="not closed"):
        edits.reopen_meeting(workbook, SECOND)
    assert meeting_in(edits.close_meeting(workbook, SECOND, NOW)).snapshot == key("kept")


def test_a_meeting_that_nobody_opened_is_closed_at_once() -> None:
    closed = meeting_in(edits.close_meeting(gathered(), THIRD, NOW), THIRD)
    assert closed.opened == closed.closed == NOW.replace(microsecond=0)


def test_closing_is_one_step_and_undone_as_one() -> None:
    session = Session(gathered())
    before = session.workbook

    def close(workbook: Workbook) -> Workbook:
        workbook = edits.add_step(workbook, key("stay"), SECOND, "Stay interviews")
        return edits.close_meeting(workbook, SECOND, NOW)

    session.apply("Close the meeting", close)
    assert meeting_in(session.workbook).closed
    session.undo()
    assert session.workbook is before


def test_a_meeting_takes_what_it_decided_and_promised_along() -> None:
    workbook = edits.delete_meeting(gathered(), FIRST)
    assert [it.id for it in workbook.meetings] == [HUDDLE, SECOND, THIRD]
    assert workbook.decided == ()
    assert [it.id for it in workbook.next_steps] == [READ]
    with pytest.raises(EditError, match="no longer"):
        edits.delete_meeting(workbook, FIRST)


def test_what_is_not_said_of_a_meeting_is_not_written() -> None:
    workbook = edits.add_meeting(both(), FIRST, JANUARY)
    text = encode(workbook).decode()
    assert '"day": "2027-01-12"' in text
    assert not any(f'"{name}"' in text for name in ("agenda", "attendance", "opened", "closed"))
    assert decode(encode(workbook), "x").workbook == workbook


def test_what_only_one_party_may_know_is_told_to_nobody_else() -> None:
    workbook = edits.show_only(gathered(), [FIRST, READ], PARTY)
    seen = edits.seen_by(workbook, UNI)
    assert [it.id for it in seen.meetings] == [HUDDLE, SECOND, THIRD]
    assert (seen.decided, seen.next_steps) == ((), ())
    assert edits.seen_by(workbook, PARTY).next_steps == workbook.next_steps


def test_what_was_decided_about_a_hidden_cause_is_hidden_too() -> None:
    workbook = edits.show_only(gathered(), [key("late"), key("talk")], FACILITATOR)
    seen = edits.seen_by(workbook, EVERYBODY)
    assert [it.id for it in seen.decided] == [NOON]
    assert [it.id for it in seen.next_steps] == [LISTS, READ]
    assert faults(seen) == ()


@pytest.mark.parametrize(
    ("edit", "named"),
    [
        (lambda it: edits.delete(it, [key("buses")]), HOUR),
        (lambda it: edits.delete_page(it, key("head")), HOUR),
        (lambda it: edits.delete(it, [key("daily"), key("families")]), LETTER),
        (lambda it: edits.park(it, [key("late")], lambda: key("lot")), HOUR),
    ],
)
def test_words_stay_when_what_they_are_about_goes(edit: Any, named: str) -> None:
    workbook = edit(gathered())
    said = (*workbook.decided, *workbook.next_steps)
    assert next(it for it in said if it.id == named).item_id is None
    assert faults(workbook) == ()


@pytest.mark.parametrize("about", ["problem", "cycle", "aim", "head", "families"])
def test_a_decision_is_about_anything_of_the_chain(about: str) -> None:
    workbook = edits.change_decided(gathered(), NOON, item_id=key(about))
    ways: dict[str, Any] = {
        "problem": lambda: edits.delete_problem(workbook, key("problem")),
        "cycle": lambda: edits.delete_cycles(workbook, [key("cycle")]),
        "aim": lambda: edits.delete_page(workbook, key("aim")),
        "head": lambda: edits.delete_page(workbook, key("head")),
        "families": lambda: edits.delete_page(workbook, key("aim")),
    }
    assert faults(workbook) == faults(ways[about]()) == ()
    assert ways[about]().decided[1].item_id is None
