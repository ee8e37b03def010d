"""What is worth a second look."""

from workbooks import attendance, both, key, reading

from ilead_studio import edits
from ilead_studio.model import Fault, Idea, MeasureName, Workbook, replace
from ilead_studio.rules.advice import advice

COUNTED = (MeasureName(name="Minutes read"),)


def found(workbook: Workbook, rule: str) -> list[Fault]:
    return [fault for fault in advice(workbook) if fault.rule == rule]


def test_a_theory_without_a_fishbone_is_asked_for_causes_and_measures() -> None:
    names = ("teach", "daily", "families")
    assert [it.item for it in found(reading(), "driver-answers-no-cause")] == [*map(key, names)]
    assert {it.rule for it in advice(reading())} == {
        "driver-answers-no-cause", "driver-without-measure",
    }  # fmt: skip
    workbook = edits.answer(both(), key("teach"), [key("late")])
    workbook = edits.answer(workbook, key("families"), [key("work")])
    workbook = edits.put(workbook, [key("daily"), key("families")], measures=COUNTED)
    assert {it.rule for it in advice(workbook)} == {"bone-with-few-causes"}


def test_a_bone_with_one_cause_is_no_category_yet() -> None:
    (only,) = advice(attendance())
    assert (only.rule, only.item) == ("bone-with-few-causes", key("home"))
    assert only.message == "The bone “Home” has only 1 cause so far."


def test_an_empty_head_and_an_empty_aim_are_named() -> None:
    workbook = edits.rename(edits.rename(both(), key("head"), ""), key("aim"), "")
    (head,) = found(workbook, "head-empty")
    (aim,) = found(workbook, "aim-empty")
    assert (head.item, head.message) == (key("head"), "The fishbone F1 has no head yet.")
    assert (aim.item, aim.message) == (key("aim"), "The theory T1 has no aim yet.")
    assert found(workbook, "aim-without-number") == []


def test_an_aim_says_how_much() -> None:
    workbook = edits.rename(reading(), key("aim"), "Children read better")
    assert [fault.item for fault in found(workbook, "aim-without-number")] == [key("aim")]


def test_two_to_five_primary_drivers_are_easier_to_hold_in_mind() -> None:
    workbook = edits.delete(reading(), [key("families")])
    (few,) = found(workbook, "primary-drivers-count")
    assert few.message == "1 primary driver: two to five are easier to hold in mind."
    (none,) = found(edits.add_theory(Workbook(), key("aim")), "primary-drivers-count")
    assert none.message == "No primary driver yet: two to five are easy to hold in mind."
    for number in range(5):
        workbook = edits.add_driver(workbook, key("d" + "a" * number), "More", key("aim"))
        many = found(workbook, "primary-drivers-count")
    (fault,) = many
    assert fault.message == "6 primary drivers: two to five are easier to hold in mind."


def test_a_driver_waits_for_an_idea() -> None:
    workbook = edits.delete(reading(), [key("talk")])
    assert [fault.item for fault in found(workbook, "driver-without-idea")] == [
        key("daily"),
        key("families"),
    ], "in reading order"


def test_an_idea_waits_for_a_driver() -> None:
    workbook = reading()
    idea = Idea(id=key("lonely"), ref="I3", text="Read on the bus")
    workbook = replace(workbook, ideas=(*workbook.ideas, idea))
    (fault,) = found(workbook, "idea-without-driver")
    assert fault.item == key("lonely")
    assert fault.message == "The change idea “Read on the bus” serves no driver."
