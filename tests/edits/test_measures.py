"""Measures: one record each, named wherever something is measured, with a table of numbers."""

from datetime import date
from typing import Any

import pytest
from measures import AUG, CALLS, SEP, calls, counting
from workbooks import chained, key

from ilead_studio import edits
from ilead_studio.errors import EditError
from ilead_studio.model import Consequence, Driver, Idea, MeasureName, Workbook, faults, find
from ilead_studio.rules.measure_ties import loose
from ilead_studio.rules.measures import named_by
from ilead_studio.storage.format import decode, encode

WHO = {key("aim"), key("daily"), key("talk"), key("cycle")}


def driver(workbook: Workbook) -> Driver:
    found = find(workbook, key("daily"))
    assert isinstance(found, Driver)
    return found


def idea(workbook: Workbook) -> Idea:
    found = find(workbook, key("talk"))
    assert isinstance(found, Idea)
    return found


def test_a_name_becomes_the_measure_that_is_called_so() -> None:
    named = edits.put(chained(), [key("daily")], measures=(MeasureName(name="Calls"),))
    assert loose(named) == (("Calls", "D3"),)
    assert driver(named).measures == (MeasureName(name="Calls"),)
    workbook = edits.add_measure(named, CALLS, "Calls", "balancing")
    assert driver(workbook).measures == (MeasureName(name="Calls", measure_id=CALLS),)
    assert loose(workbook) == ()
    typed = edits.put(workbook, [key("teach")], measures=(MeasureName(name="Calls"),))
    assert set(named_by(typed)[CALLS]) == {key("teach"), key("daily")}


def test_all_four_places_name_a_measure_and_the_file_keeps_it() -> None:
    workbook = counting()
    assert set(named_by(workbook)[CALLS]) == WHO
    assert faults(workbook) == ()
    assert decode(encode(workbook), "x").workbook == workbook


def test_a_file_that_knows_names_only_opens_as_it_was() -> None:
    old = edits.put(chained(), [key("daily")], measures=(MeasureName(name="Calls"),))
    data = encode(old)
    assert b"measure_id" not in data
    assert decode(data, "x").workbook == old


def test_what_is_measured_follows_a_new_name() -> None:
    workbook = edits.put_measure(counting(), CALLS, name="Calls to the office")
    assert driver(workbook).measures[0].name == "Calls to the office"
    assert idea(workbook).consequences[0].measure == "Calls to the office"
    assert faults(workbook) == ()


def test_typing_another_name_lets_go_of_the_measure() -> None:
    workbook = edits.put(counting(), [key("daily")], measures=(MeasureName(name="Cal"),))
    assert driver(workbook).measures == (MeasureName(name="Cal"),)
    besides = (Consequence(text="More"), Consequence(text="x", measure="y", measure_id=CALLS))
    workbook = edits.put(workbook, [key("talk")], consequences=besides)
    assert [it.measure for it in idea(workbook).consequences] == ["", "Calls"]


def test_a_driver_is_measured_once() -> None:
    workbook = edits.measure_driver(counting(), key("teach"), CALLS)
    assert key("teach") in named_by(workbook)[CALLS]
    assert edits.measure_driver(workbook, key("teach"), CALLS) is workbook


def test_a_deleted_measure_leaves_nothing_dangling() -> None:
    workbook = edits.delete_measure(counting(), CALLS)
    assert faults(workbook) == ()
    assert CALLS not in encode(workbook).decode()
    assert driver(workbook).measures == ()
    assert [it.text for it in idea(workbook).consequences] == ["Phones ring all day", "Fun"]
    assert workbook.cycles[0].data[0].text == "Calls by day"


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"name": " "}, "needs words"),
        ({"name": "ABSENCES"}, "“Absences” already"),
        ({"kind": "run chart"}, "does not fit"),
        ({"target": float("nan")}, "does not fit"),
        ({"readings": ()}, "does not fit"),
        ({"subgroups": ("Hills",)}, "subgroup that is not there"),
        ({"subgroups": ("River", "River")}, "subgroup twice"),
        ({"baseline_first": SEP, "baseline_last": AUG}, "ends before it begins"),
    ],
)
def test_what_does_not_hold_is_refused(fields: dict[str, Any], said: str) -> None:
    workbook = edits.add_measure(counting(), key("absent"), "Absences")
    with pytest.raises(EditError, match=said):
        edits.put_measure(workbook, CALLS, **fields)


def test_nothing_is_measured_by_what_is_not_there() -> None:
    nobody = key("nobody")
    for refused in (
        lambda: edits.put(counting(), [key("aim")], measure_id=nobody),
        lambda: edits.change_line(counting(), key("cycle"), key("line"), measure_id=nobody),
        lambda: edits.measure_driver(counting(), key("daily"), nobody),
        lambda: edits.measure_driver(counting(), key("talk"), CALLS),
        lambda: edits.put_reading(counting(), nobody, AUG, 1),
        lambda: edits.put_reading(counting(), CALLS, AUG, 1, "Nowhere"),
    ):
        with pytest.raises(EditError, match="no longer"):
            refused()


def test_numbers_stand_by_day_and_subgroup() -> None:
    read = [(it.day, it.subgroup, it.value) for it in calls(counting()).readings]
    assert read == [(AUG, "", 20.5), (SEP, "", 12), (SEP, "River", 9)]


def test_a_number_is_exchanged_missing_or_taken_out() -> None:
    workbook = edits.put_reading(counting(), CALLS, AUG, None)
    assert (calls(workbook).readings[0].value, calls(workbook).readings[0].note) == (None, "Heat")
    workbook = edits.put_reading(workbook, CALLS, AUG, 3, of=4)
    assert (calls(workbook).readings[0].value, calls(workbook).readings[0].of) == (3, 4)
    workbook = edits.delete_readings(workbook, CALLS, [(AUG, ""), (SEP, "")])
    assert [it.subgroup for it in calls(workbook).readings] == ["River"]
    with pytest.raises(EditError, match="does not fit"):
        edits.put_reading(workbook, CALLS, AUG, 3, of=0)


def test_a_day_moves_with_all_its_numbers_but_onto_no_other_day() -> None:
    workbook = edits.move_readings(counting(), CALLS, SEP, date(2026, 8, 7))
    assert [it.day.day for it in calls(workbook).readings] == [7, 7, 14]
    with pytest.raises(EditError, match="14 August has numbers already"):
        edits.move_readings(counting(), CALLS, SEP, AUG)


def test_a_subgroup_keeps_its_numbers_under_another_name() -> None:
    workbook = edits.rename_subgroup(counting(), CALLS, "River", "River District")
    assert calls(workbook).subgroups == ("Hills", "River District")
    assert calls(workbook).readings[-1].subgroup == "River District"
    with pytest.raises(EditError, match="twice"):
        edits.rename_subgroup(counting(), CALLS, "River", "Hills")


def test_subgroups_take_another_order_with_their_numbers() -> None:
    workbook = edits.put_reading(counting(), CALLS, SEP, 3, "Hills")
    workbook = edits.put_measure(workbook, CALLS, subgroups=("River", "Hills", "Lake"))
    assert [it.subgroup for it in calls(workbook).readings] == ["", "", "River", "Hills"]
    assert faults(workbook) == ()


def test_the_role_that_collects_is_renamed_with_its_role() -> None:
    workbook = edits.put_measure(counting(), CALLS, collects="Clerk")
    workbook = edits.add_role(workbook, key("clerk"), "Clerk")
    workbook = edits.rename_role(workbook, key("clerk"), "Attendance clerk")
    assert calls(workbook).collects == "Attendance clerk"


def test_a_hidden_measure_is_named_nowhere() -> None:
    workbook = edits.show_only(counting(), [CALLS], "facilitator")
    seen = edits.seen_by(workbook, key("uni"))
    assert (seen.measures, faults(seen)) == ((), ())
    assert driver(seen).measures == ()
    assert idea(seen).consequences[0].measure == ""


def test_a_measure_of_hidden_things_only_is_hidden_with_them() -> None:
    workbook = edits.put(counting(), [key("aim")], measure_id=None)
    workbook = edits.show_only(workbook, [key("daily")], "facilitator")
    assert [it.id for it in edits.seen_by(workbook, key("uni")).measures] == [CALLS]
    workbook = edits.show_only(workbook, [key("talk")], "facilitator")
    assert edits.seen_by(workbook, key("uni")).measures == ()
