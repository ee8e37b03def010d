"""Meetings: who was there as a role or a party, what was decided, and who does what next."""

from collections.abc import Iterator, Sequence
from typing import Annotated, Literal

from pydantic import Field

from ilead_studio.model.days import Day, Moment
from ilead_studio.model.ids import Id
from ilead_studio.model.partnership import OnlyFor
from ilead_studio.model.record import Record
from ilead_studio.model.text import Heading, Label, Notes

MeetingKind = Literal["convening", "role-alike", "weekly", "workshop"]
People = Annotated[int, Field(ge=0, le=9_999)]


class AgendaItem(Record):
    """One line of an agenda; ``minutes`` 0: nobody said how long. ``led_by`` is a role."""

    id: Id
    text: Label
    minutes: People = 0
    led_by: Heading = ""
    done: bool = False


class Attendance(Record):
    """How many were there in a role, or of a party in no role on the list; 0: they were missed.

    Never holds a name of a person. ``party_id`` is the party for which the role spoke then.
    ``name`` is what a role or a party was called that has left the workbook since.
    """

    role_id: Id | None = None
    party_id: Id | None = None
    name: Heading = ""
    number: People = 0


class Meeting(Record):
    """A quarterly convening, a role-alike talk, a weekly huddle or a workshop (method, section 9).

    ``time`` is in the team's own words ("14:00–15:30"). ``parties`` are those that are expected;
    none are all. ``led_by`` is a role; of the ``ground_rules`` each stands on a line, none are the
    usual ones. ``opened`` and ``closed`` are the moments of these commands, ``snapshot`` is what
    was kept of the diagrams when it was closed.
    """

    id: Id
    day: Day
    kind: MeetingKind = "convening"
    title: Heading = ""
    place: Heading = ""
    time: Heading = ""
    led_by: Heading = ""
    ground_rules: Notes = ""
    parties: tuple[Id, ...] = ()
    only_for: OnlyFor = None
    agenda: tuple[AgendaItem, ...] = ()
    attendance: tuple[Attendance, ...] = ()
    notes: Notes = ""
    opened: Moment | None = None
    closed: Moment | None = None
    snapshot: Id | None = None


class Decided(Record):
    """Something that a meeting decided; ``item_id`` is what it is about, if that is in the file."""

    id: Id
    meeting_id: Id
    text: Label
    item_id: Id | None = None
    parties: tuple[Id, ...] = ()
    only_for: OnlyFor = None


class NextStep(Record):
    """What somebody promised at a meeting to do: one record, so it is ticked everywhere at once.

    ``owner`` is a party or a role, ``due`` the day until which it is promised, ``done`` the day on
    which it was ticked, ``item_id`` what it is about.
    """

    id: Id
    meeting_id: Id
    text: Label
    owner: Heading = ""
    due: Day | None = None
    done: Day | None = None
    item_id: Id | None = None
    parties: tuple[Id, ...] = ()
    only_for: OnlyFor = None


def agenda_ids(meetings: Sequence[Meeting]) -> Iterator[str]:
    """Give the ids of everything on the agendas of meetings."""
    for meeting in meetings:
        for line in meeting.agenda:
            yield line.id
