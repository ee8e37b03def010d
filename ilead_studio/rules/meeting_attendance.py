"""Who is at a meeting, in roles and parties; who was missed. Never a name of a person."""

from typing import NamedTuple

from ilead_studio.model import Meeting, Party, Workbook
from ilead_studio.words import count, say


class Missed(NamedTuple):
    """A party or a role that was expected and not there; ``who`` is its id."""

    who: str
    name: str
    is_party: bool


class AttendanceRow(NamedTuple):
    """A line of the list of who is there; ``number`` None: nobody has said yet.

    One for each role, one for the others of each party, and one for each that has left since:
    ``is_kept`` says that it cannot be changed.
    """

    role_id: str | None
    party_id: str | None
    words: str
    number: int | None
    is_kept: bool = False


def attendance_rows(workbook: Workbook, meeting: Meeting) -> tuple[AttendanceRow, ...]:
    """Return the list of who is there, party by party, then roles of no party."""
    said = {it.role_id or it.party_id: it.number for it in meeting.attendance if not it.name}
    rows = []
    for party in (*expected(workbook, meeting), None):
        party_id, name = (party.id, party.short or party.name) if party else (None, "")
        for role in workbook.roles:
            if role.party_id == party_id:
                words = ", ".join(filter(None, (role.name, name)))
                rows.append(AttendanceRow(role.id, party_id, words, said.get(role.id)))
        if party:
            others = say("others of {party}", party=name)
            rows.append(AttendanceRow(None, party.id, others, said.get(party.id)))
    kept = (it for it in meeting.attendance if it.name)
    rows += (AttendanceRow(None, it.party_id, it.name, it.number, is_kept=True) for it in kept)
    return tuple(rows)


def expected(workbook: Workbook, meeting: Meeting) -> tuple[Party, ...]:
    """Return the parties of a meeting: those that it is for and those that came, else all."""
    if not meeting.parties:
        return workbook.parties
    named = {*meeting.parties, *(it.party_id for it in meeting.attendance)}
    return tuple(it for it in workbook.parties if it.id in named)


def here_words(workbook: Workbook, meeting: Meeting) -> str:
    """Say who is there, by party: "River 6, University 3 here"; empty while nobody has said."""
    parts = who_came(workbook, meeting)
    return say("{parties} here", parties=", ".join(parts)) if parts else ""


def who_came(workbook: Workbook, meeting: Meeting) -> tuple[str, ...]:
    """Say how many came of each party, and in roles of no party: "River 6", "others 1"."""
    numbers: dict[str, int] = {}
    for it in meeting.attendance:
        numbers[it.party_id or ""] = numbers.get(it.party_id or "", 0) + it.number
    names = {it.id: it.short or it.name for it in workbook.parties} | {"": say("others")}
    counted = ((names[key], numbers.get(key, 0)) for key in names)
    return tuple(f"{name} {number}" for name, number in counted if number)


def people_words(meeting: Meeting) -> str:
    """Say how many came: "9 people"; empty while nobody has said."""
    number = sum(it.number for it in meeting.attendance)
    return count(number, "{number} person", "{number} people") if number else ""


def missed(workbook: Workbook, meeting: Meeting) -> tuple[Missed, ...]:
    """Return the parties that were expected and not there, then the roles that were missed.

    While nobody has said who was there, nobody is missed; a role of a missed party goes with it.
    """
    if not any(it.number for it in meeting.attendance):
        return ()
    came = {it.party_id for it in meeting.attendance if it.number}
    parties = [it for it in expected(workbook, meeting) if it.id not in came]
    away = {
        it.role_id for it in meeting.attendance if not it.number and it.party_id in {*came, None}
    }
    roles = [it for it in workbook.roles if it.id in away]
    return (
        *(Missed(it.id, it.name, is_party=True) for it in parties),
        *(Missed(it.id, it.name, is_party=False) for it in roles),
    )


def has_come(meeting: Meeting, who: str) -> bool:
    """Tell whether anybody of a party, or in a role, was there."""
    return any(it.number and who in (it.role_id, it.party_id) for it in meeting.attendance)
