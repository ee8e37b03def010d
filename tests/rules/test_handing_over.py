"""What who takes the work over has to know."""

from datetime import date

from measures import voting
from workbooks import both, chained, key

from ilead_studio import edits
from ilead_studio.model import Workbook, replace
from ilead_studio.rules.handing_over import (
    held_words,
    left_out_words,
    roles_held,
    to_do,
    under_test,
)

TODAY = date(2026, 11, 24)


def planned(**fields: object) -> Workbook:
    """Return a workbook whose one cycle has a day and an owner."""
    day = date(2026, 12, 1)
    return edits.put_cycle(chained(), key("cycle"), **({"planned_start": day} | fields))


def test_an_idea_with_an_open_cycle_is_under_test_with_its_next_day() -> None:
    (found,) = under_test(planned())
    assert (found.idea.ref, found.cycle and found.cycle.ref) == ("I1", "P1")
    assert found.day == date(2026, 12, 1)


def test_an_idea_that_is_tested_without_a_cycle_asks_for_the_next_one() -> None:
    first, hour = both().ideas
    adapted = replace(hour, state="adapting", state_reason="Shorter")
    workbook = replace(both(), ideas=(first, adapted))
    found = under_test(workbook)
    assert [(it.idea.ref, it.cycle is None) for it in found] == [("I1", False), ("I2", True)]
    assert "Plan the next cycle of I2." in to_do(workbook, TODAY)


def test_what_is_late_comes_before_what_is_due() -> None:
    workbook = edits.add_meeting(planned(), key("meeting"), date(2026, 12, 3))
    assert list(to_do(workbook, TODAY)) == [
        "Prepare the next meeting: 3 December, convening.",
        "Begin Do on 1 December 2026: “Talk about books”, cycle 1.",
    ]
    (asked,) = voting().votes
    told = list(to_do(workbook, TODAY, (asked, replace(asked, question=""))))
    assert told[1:3] == [
        "Reveal the vote “Where do we look first?”.", "Reveal the vote that is open.",
    ]  # fmt: skip
    late = to_do(workbook, date(2026, 12, 2))
    assert next(late) == "“Talk about books”, cycle 1, is one school day late."


def test_roles_come_by_what_is_in_their_hands() -> None:
    workbook = edits.add_role(planned(owner="Lead"), key("dean"), "Dean", key("uni"))
    workbook = edits.add_role(workbook, key("lead"), "Lead")
    first, second = roles_held(workbook)
    assert (first.role.name, held_words(first)) == ("Lead", "1 cycle")
    assert (second.role.name, held_words(second)) == ("Dean", "")
    assert second.party


def test_what_was_left_out_is_said() -> None:
    assert left_out_words(0, 0) == "All of it is there."
    assert left_out_words(2, 1) == ("Left out: 2 items that their reader may not see and 1 note.")
