"""What is worth a second look on a driver diagram besides the wording of the aim."""

import pytest
from workbooks import chained, key, reading

from ilead_studio import edits
from ilead_studio.model import MeasureName, Workbook, replace
from ilead_studio.rules.advice import advice

COUNTED = (MeasureName(name="Minutes read"),)


def items(workbook: Workbook, rule: str) -> list[str]:
    return [it.item.rstrip("z") for it in advice(workbook) if it.rule == rule]


def test_a_driver_is_measured_itself_or_above_or_below() -> None:
    assert items(reading(), "driver-without-measure") == ["teach", "daily", "families"]
    for name in ("teach", "daily"):
        workbook = edits.put(reading(), [key(name)], measures=COUNTED)
        assert items(workbook, "driver-without-measure") == ["families"]


def test_a_driver_is_no_activity_and_other_languages_are_left_in_peace() -> None:
    workbook = edits.rename(reading(), key("daily"), "Hire two more counselors")
    assert items(workbook, "driver-is-activity") == ["daily"]
    assert items(replace(workbook, language="fr"), "driver-is-activity") == []


def test_nothing_is_asked_of_a_driver_that_was_dropped() -> None:
    workbook = edits.delete(chained(), [key("talk")])
    asked = {it.rule for it in advice(workbook) if it.item == key("families")}
    assert asked == {"driver-without-idea", "driver-without-measure"}
    dropped = edits.put(workbook, [key("families")], state="dropped")
    assert key("families") not in {it.item for it in advice(dropped)}
    assert items(dropped, "primary-drivers-count") == ["aim"], "one is left"


@pytest.mark.parametrize("rule", ["aim-without-number", "aim-without-date", "aim-improve-alone"])
def test_the_words_of_an_aim_are_looked_at_in_english_only(rule: str) -> None:
    workbook = edits.rename(reading(), key("aim"), "Improve reading of our students")
    assert items(workbook, rule) == ["aim"]
    assert items(replace(workbook, language="es-MX"), rule) == []
    empty = replace(edits.rename(workbook, key("aim"), ""), language="es-MX")
    assert items(empty, "aim-empty") == ["aim"]
