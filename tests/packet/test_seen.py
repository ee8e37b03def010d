"""What the readers of a packet see, what is counted, and what is pale."""

import pytest
from workbooks import chained, key

from ilead_studio import edits
from ilead_studio.model import FACILITATOR, OnlyFor, Packet, Workbook, find
from ilead_studio.packet.seen import audience_words, seen_in

UNI, PARTY = key("uni"), key("party")


def packet(viewer: OnlyFor = None, **fields: bool) -> Packet:
    return Packet(id=key("packet"), name="Packet", viewer=viewer, **fields)


def hiding() -> Workbook:
    return edits.show_only(chained(), [key("late"), key("talk")], UNI)


def test_all_together_see_what_is_shared_and_what_is_not_is_counted() -> None:
    seen = seen_in(hiding(), packet())
    assert find(seen.workbook, key("late")) is None
    assert seen.left_out[key("head")] == 2, "the cause and its why"
    assert seen.left_out["ideas"] == seen.left_out["cycles"] == 1
    assert seen.said == ("4 items are not shown.",)


@pytest.mark.parametrize("viewer", [UNI, FACILITATOR])
def test_who_may_see_it_sees_it(viewer: str) -> None:
    seen = seen_in(hiding(), packet(viewer))
    assert seen.workbook == hiding()
    assert seen.said == ()


def test_what_belongs_to_others_only_is_pale_for_a_party() -> None:
    workbook = edits.belong(chained(), [key("late")], [UNI])
    workbook = edits.belong(workbook, [key("full")], [UNI, PARTY])
    assert seen_in(workbook, packet(PARTY)).faded == {key("late")}
    assert seen_in(workbook, packet(UNI)).faded == frozenset()
    assert seen_in(workbook, packet()).faded == frozenset()


def test_without_hunches_a_cause_stays_that_has_something_known_below() -> None:
    workbook = edits.put(chained(), [key("roads")], evidence="supported")
    seen = seen_in(workbook, packet(without_hunches=True))
    left = [cause.id.rstrip("z") for cause in seen.workbook.fishbones[0].causes]
    assert left == ["buses", "late", "roads", "home"]
    assert seen.left_out[key("head")] == 2
    kept = seen_in(workbook, packet(FACILITATOR, without_hunches=True))
    assert kept.workbook.tray == workbook.tray


def test_names_are_taken_out_if_wanted_and_that_is_said() -> None:
    workbook = edits.note(chained(), key("late"), "Ms. Rivera, rivera@example.org")
    seen = seen_in(workbook, packet(redact=True))
    assert seen.said == ("Names, addresses and numbers were taken out in 2 places.",)
    assert seen.warning.startswith("2 names were taken out. ")
    assert "look the pages through" in seen.warning
    none = seen_in(chained(), packet(redact=True))
    assert none.warning.startswith("No name was found. ")
    assert none.said == ()
    assert seen_in(workbook, packet()).warning == ""


def test_for_whom_it_is_in_words() -> None:
    assert audience_words(chained(), packet()) == "For Northfield Schools and Lakeside"
    assert audience_words(chained(), packet(UNI)) == "For Lakeside"
    assert audience_words(chained(), packet(FACILITATOR)) == "For the facilitator"
    assert audience_words(Workbook(), packet()) == ""
