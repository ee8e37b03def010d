"""The state of a change idea: from its cycles and from commands, never by hand in a field."""

import pytest
from trials import CYCLE, NOW, decided, doing, idea_in, planned
from workbooks import both, key

from ilead_studio import edits
from ilead_studio.edits.idea_state import Marked
from ilead_studio.errors import EditError
from ilead_studio.model import Consequence, faults, new_ids

TALK = key("talk")


def test_a_field_does_not_set_it() -> None:
    for fields in ({"state": "adopted"}, {"state_reason": "So"}, {"traces": (key("nobody"),)}):
        with pytest.raises(EditError, match="Nothing that is selected"):
            edits.put(both(), [TALK], **fields)
    workbook = edits.put(both(), [TALK, key("teach")], state="testing")
    assert idea_in(workbook).state == "proposed"
    assert workbook.theories[0].drivers[0].state == "testing"


def test_what_is_known_of_an_idea_is_put() -> None:
    workbook = edits.put(
        both(), [TALK], kind="new norm", breadth="specific", goal="More talk", origin="research",
        rationale="It worked in Reading", owner="teacher", votes=4, effort=1, impact=4,
        consequences=(Consequence(text="More calls", measure="Calls to the office"),),
    )  # fmt: skip
    assert idea_in(workbook).consequences[0].measure == "Calls to the office"
    assert faults(workbook) == ()
    with pytest.raises(EditError, match="does not fit"):
        edits.put(both(), [TALK], effort=5)


@pytest.mark.parametrize("state", ["adapting", "adopted", "abandoned"])
def test_a_command_asks_for_its_words(state: Marked) -> None:
    with pytest.raises(EditError):
        edits.mark_idea(both(), TALK, state, " ")
    idea = idea_in(edits.mark_idea(both(), TALK, state, "We saw it\nin Millbrook"))
    assert (idea.state, idea.state_reason) == (state, "We saw it\nin Millbrook")


def test_what_a_command_said_is_kept_as_a_note_when_another_follows() -> None:
    workbook = edits.mark_idea(both(), TALK, "abandoned", "Nobody came")
    workbook = edits.mark_idea(workbook, TALK, "adapting", "Earlier in the day")
    idea = idea_in(workbook)
    assert (idea.state_reason, idea.notes) == ("Earlier in the day", "Nobody came")
    back = idea_in(edits.mark_idea(workbook, TALK, "proposed"))
    assert (back.state, back.notes) == ("proposed", "Nobody came\nEarlier in the day")
    with pytest.raises(EditError, match="20,000 characters"):
        edits.mark_idea(both(), TALK, "adopted", "a" * 20_001)


def test_a_cycle_under_way_decides() -> None:
    states: tuple[Marked, ...] = ("adopted", "proposed")
    for state in states:
        with pytest.raises(EditError, match="“Talk about books”, cycle 1, is under way"):
            edits.mark_idea(doing(), TALK, state, "We like it")
    with pytest.raises(EditError, match="is under way"):
        edits.park(doing(), [TALK], new_ids(1))
    with pytest.raises(EditError, match="no longer only proposed"):
        edits.mark_idea(decided(), TALK, "proposed")
    with pytest.raises(EditError, match="when Do begins"):
        edits.mark_idea(planned(), TALK, "testing")


def test_the_cycles_speak_again_when_do_begins() -> None:
    workbook = edits.mark_idea(planned(), TALK, "adapting", "Earlier in the day")
    workbook = edits.begin_do(workbook, CYCLE, NOW)
    idea = idea_in(workbook)
    assert (idea.state, idea.state_reason, idea.notes) == ("testing", "", "Earlier in the day")


def test_a_parked_idea_is_credited_and_comes_back_as_its_cycles_say() -> None:
    workbook = edits.park_words(both(), key("new"), "Give a free period", "mentor")
    idea = idea_in(edits.unpark(workbook, key("new")), "new")
    assert (idea.state, idea.raised_by, idea.origin) == ("proposed", "mentor", "parking lot")
    workbook = edits.park(decided(), [TALK], new_ids(1))
    assert idea_in(workbook).state == "parked"
    assert idea_in(edits.unpark(workbook, TALK)).state == "adapting"
    linked = edits.link(workbook, TALK, key("teach"))
    assert idea_in(linked).state == "adapting"
    placed = edits.place_parked(workbook, TALK, key("x"), key("families"))
    assert idea_in(placed).state == "adapting"
    assert edits.unpark(placed, TALK) is placed
    assert idea_in(edits.mark_idea(workbook, TALK, "proposed")).state == "adapting"
    with pytest.raises(EditError, match="Bring it back first"):
        edits.mark_idea(workbook, TALK, "adopted", "We like it")


def test_a_parked_idea_waits_with_its_plan_and_is_not_tested() -> None:
    workbook = edits.park(planned(), [TALK], new_ids(1))
    with pytest.raises(EditError, match="Bring it back first"):
        edits.begin_do(workbook, CYCLE, NOW)
    with pytest.raises(EditError, match="tested already"):
        edits.place_parked(workbook, TALK, key("x"), key("home"))


def test_a_parked_cause_is_an_idea_with_credit_and_origin() -> None:
    workbook = edits.put(both(), [key("late")], raised_by="bus driver")
    (idea,) = edits.parked(edits.park(workbook, [key("late")], new_ids(1)))
    assert (idea.raised_by, idea.origin) == ("bus driver", "parking lot")
