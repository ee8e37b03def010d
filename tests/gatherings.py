"""A small workbook whose partnership meets: two convenings held, one planned, and a huddle."""

from datetime import date, datetime, timedelta, timezone

from workbooks import chained, key

from ilead_studio import edits
from ilead_studio.model import Meeting, Workbook
from ilead_studio.rules.meetings import meeting_with_id

FIRST, SECOND, THIRD, HUDDLE = (key(word) for word in ("first", "secondm", "third", "huddle"))
LEAD, DEAN = key("lead"), key("dean")
PARTY, UNI = key("party"), key("uni")
LISTS, LETTER, READ = (key(word) for word in ("lists", "letter", "reading"))
"""Two next steps of the first meeting, and one of the second."""
HOUR, NOON = key("hourly"), key("noon")
"""A decision of the first meeting about "Buses come late", and one about nothing."""
OCTOBER, NOVEMBER, JANUARY = date(2026, 10, 12), date(2026, 11, 24), date(2027, 1, 12)
NOW = datetime(2026, 11, 24, 14, 0, 7, 5, timezone(timedelta(hours=-5)))


def convened() -> Workbook:
    """Return the workbook after its first convening, at which the university was missed.

    "Buses come late" belongs to the university: it has to agree to what was decided about it.
    """
    workbook = edits.add_role(chained(), LEAD, "Attendance lead", PARTY)
    workbook = edits.add_role(workbook, DEAN, "Dean", UNI)
    workbook = edits.belong(workbook, [key("late")], [UNI])
    workbook = edits.add_meeting(workbook, FIRST, OCTOBER, place="Library")
    workbook = edits.put_attendance(workbook, FIRST, 2, role_id=LEAD)
    workbook = edits.put_attendance(workbook, FIRST, 4, party_id=PARTY)
    workbook = edits.put_attendance(workbook, FIRST, 0, role_id=DEAN)
    workbook = edits.add_decided(workbook, HOUR, FIRST, "Ask three drivers", key("late"))
    workbook = edits.add_decided(workbook, NOON, FIRST, "We end at noon")
    workbook = edits.add_step(
        workbook, LISTS, FIRST, "Share one list", owner="Attendance lead", due=date(2026, 11, 9)
    )
    workbook = edits.add_step(workbook, LETTER, FIRST, "Draft a letter", item_id=key("talk"))
    now = NOW.replace(month=10, day=12)
    return edits.close_meeting(workbook, FIRST, now)


def gathered() -> Workbook:
    """Return the workbook with the second convening open, a huddle before it, and one to come."""
    workbook = edits.add_meeting(convened(), THIRD, JANUARY, place="College", time="9:00–11:00")
    workbook = edits.add_meeting(workbook, SECOND, NOVEMBER, title="halfway", time="14:00–15:30")
    workbook = edits.add_meeting(workbook, HUDDLE, date(2026, 11, 2), "weekly")
    workbook = edits.add_agenda_item(workbook, SECOND, key("look"), "Look at the lists")
    workbook = edits.add_agenda_item(workbook, SECOND, key("plan"), "Plan the winter")
    workbook = edits.open_meeting(workbook, SECOND, NOW)
    workbook = edits.put_attendance(workbook, SECOND, 6, role_id=LEAD)
    workbook = edits.put_attendance(workbook, SECOND, 3, party_id=UNI)
    return edits.add_step(
        workbook, READ, SECOND, "Read Article 14", owner="Dean", due=date(2026, 12, 11)
    )


def meeting_in(workbook: Workbook, meeting_id: str = SECOND) -> Meeting:
    """Return a meeting by its id."""
    found = meeting_with_id(workbook, meeting_id)
    assert found is not None
    return found
