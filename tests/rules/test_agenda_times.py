"""When the points of an agenda begin, read from the team's own words for the time."""

import pytest
from gatherings import SECOND, gathered, meeting_in
from workbooks import key

from ilead_studio import edits
from ilead_studio.model import Meeting
from ilead_studio.rules.agenda_times import agenda_times


def meeting(time: str, first: int = 20) -> Meeting:
    """Return a meeting with two points and the word for its time."""
    workbook = edits.change_agenda_item(gathered(), key("look"), minutes=first)
    return meeting_in(edits.put_meeting(workbook, SECOND, time=time))


@pytest.mark.parametrize(
    ("time", "hours"),
    [
        ("14:00–15:30", ("14:00", "14:20")),
        ("3:50 to 5:00 pm", ("3:50", "4:10")),
        ("12:45 pm", ("12:45", "1:05")),
        ("23:50", ("23:50", "0:10")),
        ("from 9", ("9:00", "9:20")),
        ("after lunch", ()),
        ("in room 412", ()),
        ("10:75", ()),
        ("", ()),
    ],
)
def test_the_first_hour_that_is_named_is_the_beginning(time: str, hours: tuple[str, ...]) -> None:
    assert agenda_times(meeting(time)) == hours


def test_after_a_point_without_minutes_nobody_knows() -> None:
    assert agenda_times(meeting("14:00", first=0)) == ("14:00", "then")
