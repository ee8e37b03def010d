"""What a measure belongs to: chosen on its page, or by its name where it is named."""

import pytest
from measures import CALLS, counting
from workbooks import chained, key

from ilead_studio import edits
from ilead_studio.model import Consequence, Cycle, MeasureName, Workbook, faults
from ilead_studio.rules.cycles import cycle_with_id
from ilead_studio.rules.measure_ties import loose, loose_words, possible_ties, ties

LINE = key("newline")


def cycle(workbook: Workbook) -> Cycle:
    found = cycle_with_id(workbook, key("cycle"))
    assert found is not None
    return found


def told(workbook: Workbook) -> list[tuple[str, str]]:
    return [(it.kind, it.item_id) for it in ties(workbook, CALLS)]


def test_what_names_a_measure_is_told_from_the_aim_down() -> None:
    assert told(counting()) == [
        ("aim", key("aim")), ("driver", key("daily")), ("consequence", key("talk")),
        ("cycle", key("cycle")),
    ]  # fmt: skip
    words = [it.words for it in ties(counting(), CALLS)]
    assert words[1] == "D3 · Daily reading"
    assert words[2] == "I1 · Talk about books may also cause: Phones ring all day"


@pytest.mark.parametrize("kind", ["aim", "driver", "consequence", "cycle"])
def test_a_tie_is_taken_away_and_made_again(kind: str) -> None:
    workbook = counting()
    tie = next(it for it in ties(workbook, CALLS) if it.kind == kind)
    without = edits.untie_measure(workbook, CALLS, tie)
    assert told(without) == [it for it in told(workbook) if it[0] != kind]
    assert tie in possible_ties(without, CALLS)
    again = edits.tie_measure(without, CALLS, tie, LINE)
    assert told(again) == told(workbook)
    assert faults(without) == faults(again) == ()


def test_an_aim_or_a_consequence_of_another_measure_is_not_offered() -> None:
    workbook = edits.add_measure(counting(), key("fafsa"), "FAFSA")
    kinds = {it.kind: it.words for it in possible_ties(workbook, key("fafsa"))}
    assert "aim" not in kinds
    assert kinds["consequence"].endswith("Fun")


def test_names_that_are_no_measures_say_who_uses_them() -> None:
    named = edits.put(chained(), [key("daily")], measures=(MeasureName(name="Calls"),))
    named = edits.put(named, [key("talk")], consequences=(Consequence(text="x", measure="Calls"),))
    named = edits.add_line(named, key("cycle"), "data", LINE, "Minutes")
    assert loose(named) == (("Calls", "D3, I1"), ("Minutes", "P1"))
    assert loose_words(2) == "2 names are no measures yet"
    workbook = edits.add_measure(named, CALLS, "Minutes")
    assert cycle(workbook).data[0].measure_id == CALLS


def test_words_of_a_data_plan_mean_the_measure_that_they_name() -> None:
    workbook = edits.add_measure(chained(), CALLS, "Calls")
    workbook = edits.add_line(workbook, key("cycle"), "data", LINE, "calls")
    assert cycle(workbook).data[0].measure_id == CALLS
    for words, meant in (("Calls by day", CALLS), ("Minutes", None), ("Calls", CALLS)):
        workbook = edits.change_line(workbook, key("cycle"), LINE, text=words)
        assert cycle(workbook).data[0].measure_id == meant
    workbook = edits.change_line(workbook, key("cycle"), LINE, who="Office")
    assert cycle(workbook).data[0].measure_id == CALLS


def test_an_indicator_means_the_measure_that_is_called_so() -> None:
    workbook = edits.add_measure(chained(), CALLS, "Calls")
    for words, meant in (
        ("the calls", None),
        ("calls", CALLS),
        ("calls a week", CALLS),
        ("", None),
    ):
        workbook = edits.put_aim(workbook, key("aim"), indicator=words)
        assert workbook.theories[0].measure_id == meant
    workbook = edits.put(workbook, [key("aim")], measure_id=CALLS)
    workbook = edits.put_aim(workbook, key("aim"), indicator="what the office hears", date="June")
    assert workbook.theories[0].measure_id == CALLS
