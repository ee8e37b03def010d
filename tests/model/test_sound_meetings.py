"""What must hold of meetings, their decisions and their next steps."""

from typing import Any

import pytest
from gatherings import FIRST, PARTY, SECOND, UNI, gathered, meeting_in
from workbooks import key

from ilead_studio.model import Attendance, Workbook, faults, replace


def rules(workbook: Workbook) -> list[str]:
    return [it.rule for it in faults(workbook)]


def with_attendance(*attendance: Attendance) -> Workbook:
    workbook = gathered()
    made = replace(meeting_in(workbook), attendance=attendance)
    return replace(workbook, meetings=(made,))


def test_a_workbook_that_meets_is_sound() -> None:
    assert rules(gathered()) == []


@pytest.mark.parametrize(
    ("fields", "rule"),
    [
        ({"meeting_id": key("never")}, "meeting-missing"),
        ({"item_id": key("nothing")}, "item-missing"),
        ({"item_id": PARTY}, "item-missing"),
        ({"parties": (key("nobody"),)}, "party-missing"),
        ({"only_for": key("nobody")}, "party-missing"),
        ({"id": FIRST}, "doubled-id"),
    ],
)
def test_decisions_and_steps_name_what_is_there(fields: dict[str, Any], rule: str) -> None:
    workbook = gathered()
    decided = replace(workbook.decided[0], **fields)
    step = replace(workbook.next_steps[0], **fields)
    assert rules(replace(workbook, decided=(decided,))) == [rule]
    assert rules(replace(workbook, next_steps=(step,))) == [rule]


@pytest.mark.parametrize(
    ("attendance", "rule"),
    [
        ([Attendance(role_id=key("nobody"), number=1)], "attendance-missing"),
        ([Attendance(party_id=key("nobody"), number=1)], "attendance-missing"),
        ([Attendance(party_id=UNI), Attendance(party_id=UNI)], "attendance-doubled"),
        ([Attendance(number=3)], "attendance-doubled"),
    ],
)
def test_who_was_there_is_named_once(attendance: list[Attendance], rule: str) -> None:
    workbook = with_attendance(*attendance)
    workbook = replace(workbook, decided=(), next_steps=())
    assert rules(workbook) == [rule]
    assert with_attendance(Attendance(party_id=UNI, number=2)).meetings[0].id == SECOND


def test_lines_of_agendas_have_ids_of_their_own() -> None:
    workbook = gathered()
    meeting = meeting_in(workbook)
    doubled = replace(meeting, agenda=(*meeting.agenda, meeting.agenda[0]))
    meetings = tuple(doubled if it.id == SECOND else it for it in workbook.meetings)
    assert rules(replace(workbook, meetings=meetings)) == ["doubled-id"]
