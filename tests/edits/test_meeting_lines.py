"""Agenda, decisions and next steps: added, changed, moved, ticked once for everywhere."""

from datetime import date
from typing import Any

import pytest
from gatherings import (
    FIRST,
    HOUR,
    JANUARY,
    LETTER,
    LISTS,
    NOON,
    READ,
    SECOND,
    UNI,
    gathered,
    meeting_in,
)
from workbooks import key

from ilead_studio import edits
from ilead_studio.errors import EditError
from ilead_studio.model import faults

LOOK, PLAN = key("look"), key("plan")


def test_the_agenda_is_written_ordered_and_ticked() -> None:
    workbook = edits.add_agenda_item(gathered(), SECOND, key("open"), " Say hello ", LOOK)
    workbook = edits.change_agenda_item(workbook, key("open"), done=True, minutes=10)
    workbook = edits.move_agenda_item(workbook, LOOK, None)
    lines = meeting_in(workbook).agenda
    assert [(it.text, it.minutes, it.done) for it in lines] == [
        ("Say hello", 10, True), ("Plan the winter", 0, False), ("Look at the lists", 0, False),
    ]  # fmt: skip
    assert [it.id for it in meeting_in(edits.delete_agenda_item(workbook, PLAN)).agenda] == [
        key("open"), LOOK,
    ]  # fmt: skip
    for edit in (edits.delete_agenda_item, edits.change_agenda_item):
        with pytest.raises(EditError, match="no longer"):
            edit(workbook, key("nothing"))


@pytest.mark.parametrize("fields", [{"text": " "}, {"minutes": -1}, {"id": LOOK}])
def test_a_line_of_the_agenda_takes_what_fits(fields: dict[str, Any]) -> None:
    with pytest.raises(EditError):
        edits.change_agenda_item(gathered(), PLAN, **fields)


def test_decisions_are_reworded_and_taken_back() -> None:
    workbook = edits.change_decided(gathered(), HOUR, text="Ask four drivers", item_id=None)
    assert (workbook.decided[0].text, workbook.decided[0].item_id) == ("Ask four drivers", None)
    assert [it.id for it in edits.delete_decided(workbook, HOUR).decided] == [NOON]
    with pytest.raises(EditError, match="no longer"):
        edits.add_decided(workbook, key("new"), FIRST, "Ask", key("nothing"))
    with pytest.raises(EditError, match="no longer"):
        edits.add_decided(workbook, key("new"), key("never"), "Ask")
    with pytest.raises(EditError, match="does not fit"):
        edits.change_decided(workbook, HOUR, meeting_id=SECOND)


def test_a_step_is_one_record_wherever_it_is_ticked() -> None:
    workbook = edits.tick_step(gathered(), LISTS, date(2026, 11, 3))
    assert workbook.next_steps[0].done == date(2026, 11, 3)
    assert edits.tick_step(workbook, LISTS, None) == gathered()


def test_a_step_has_an_owner_and_a_day() -> None:
    workbook = edits.change_step(gathered(), LETTER, owner=" Dean ", due=date(2026, 12, 1))
    step = workbook.next_steps[1]
    assert (step.owner, step.due, step.item_id) == ("Dean", date(2026, 12, 1), key("talk"))


def test_steps_are_ordered_and_taken_back() -> None:
    workbook = edits.move_step(gathered(), READ, LISTS)
    assert [it.id for it in workbook.next_steps] == [READ, LISTS, LETTER]
    assert [it.id for it in edits.delete_step(workbook, LISTS).next_steps] == [READ, LETTER]


@pytest.mark.parametrize(
    "fields",
    [
        {"due": "soon"},
        {"text": ""},
        {"item_id": key("nothing")},
        {"done": JANUARY},
        {"parties": (UNI,)},
    ],
)
def test_a_step_takes_what_fits(fields: dict[str, Any]) -> None:
    with pytest.raises(EditError):
        edits.change_step(gathered(), READ, **fields)
    new = {"text": "New", **fields}
    with pytest.raises(EditError):
        edits.add_step(gathered(), key("new"), SECOND, **new)


def test_a_renamed_role_owns_what_it_promised() -> None:
    workbook = edits.rename_role(gathered(), key("lead"), "Lead of attendance")
    assert workbook.next_steps[0].owner == "Lead of attendance"


def test_to_whom_a_step_belongs_is_said_as_of_anything_else() -> None:
    workbook = edits.belong(gathered(), [READ, NOON, SECOND], [UNI])
    assert workbook.next_steps[2].parties == workbook.decided[1].parties == (UNI,)
    assert meeting_in(workbook).parties == (UNI,)
    left = edits.delete_party(workbook, UNI)
    assert left.next_steps[2].parties == meeting_in(left).parties == ()
    assert faults(left) == ()
