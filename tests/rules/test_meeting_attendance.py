"""Who is at a meeting, in roles and parties, and who was missed."""

from gatherings import DEAN, FIRST, LEAD, PARTY, SECOND, THIRD, UNI, gathered, meeting_in
from workbooks import key

from ilead_studio import edits
from ilead_studio.rules.meeting_attendance import (
    attendance_rows,
    here_words,
    missed,
    people_words,
)


def test_who_is_here_is_said_by_party() -> None:
    workbook = gathered()
    assert here_words(workbook, meeting_in(workbook)) == "Northfield Schools 6, Lakeside 3 here"
    assert people_words(meeting_in(workbook)) == "9 people"
    assert here_words(workbook, meeting_in(workbook, THIRD)) == ""
    workbook = edits.delete_party(workbook, PARTY)
    assert here_words(workbook, meeting_in(workbook)) == "Lakeside 3, others 6 here"


def test_the_list_has_a_line_for_each_role_and_for_the_others_of_each_party() -> None:
    workbook = edits.add_role(gathered(), key("guest"), "Guest")
    rows = attendance_rows(workbook, meeting_in(workbook, FIRST))
    assert [(it.words, it.number) for it in rows] == [
        ("Attendance lead, Northfield Schools", 2),
        ("others of Northfield Schools", 4),
        ("Dean, Lakeside", 0),
        ("others of Lakeside", None),
        ("Guest", None),
    ]
    assert (rows[0].role_id, rows[1].party_id) == (LEAD, PARTY)


def test_each_line_says_what_was_typed_in_it() -> None:
    workbook = gathered()
    for row in attendance_rows(workbook, meeting_in(workbook, THIRD)):
        workbook = edits.put_attendance(
            workbook, THIRD, 2, role_id=row.role_id, party_id=row.party_id
        )
    rows = attendance_rows(workbook, meeting_in(workbook, THIRD))
    assert [it.number for it in rows] == [2, 2, 2, 2]


def test_who_has_left_stays_on_the_list_and_who_is_not_expected_is_not_on_it() -> None:
    workbook = edits.delete_role(gathered(), LEAD)
    (*_, last) = attendance_rows(workbook, meeting_in(workbook, FIRST))
    assert (last.words, last.number, last.is_kept) == ("Attendance lead", 2, True)
    workbook = edits.belong(workbook, [THIRD], [UNI])
    rows = attendance_rows(workbook, meeting_in(workbook, THIRD))
    assert [it.words for it in rows] == ["Dean, Lakeside", "others of Lakeside"]


def test_parties_are_missed_and_roles_of_those_that_came() -> None:
    workbook = gathered()
    assert [it.who for it in missed(workbook, meeting_in(workbook, FIRST))] == [UNI]
    assert missed(workbook, meeting_in(workbook)) == ()
    workbook = edits.put_attendance(workbook, SECOND, 0, role_id=DEAN)
    (dean,) = missed(workbook, meeting_in(workbook))
    assert (dean.who, dean.name, dean.is_party) == (DEAN, "Dean", False)


def test_nobody_is_missed_who_was_not_expected_or_while_nobody_has_said() -> None:
    workbook = edits.belong(gathered(), [FIRST], [PARTY])
    workbook = edits.put_attendance(workbook, FIRST, None, role_id=DEAN)
    assert missed(workbook, meeting_in(workbook, FIRST)) == ()
    workbook = edits.put_attendance(workbook, THIRD, 0, role_id=LEAD)
    assert missed(workbook, meeting_in(workbook, THIRD)) == ()
