"""The page of measures: definitions, and numbers by day with room for the next ones."""

from datetime import date

from leaf_words import coming_to_school, rows, said, tables

from ilead_studio.model import Measure, Reading, Workbook
from ilead_studio.packet.blocks import Entry, Lines
from ilead_studio.packet.given import Given
from ilead_studio.packet.measures_page import measures_page

TODAY = date(2026, 11, 24)


def page_of(*measures: Measure) -> Workbook:
    return Workbook(measures=measures)


def test_a_measure_says_how_it_is_counted_by_whom_and_how_often() -> None:
    (leaf,) = measures_page(Given(coming_to_school(), TODAY))
    words = said(leaf)
    assert words[2] == "Ninth graders who missed 10% of days so far"
    for fact in ("20 %", "28 Aug – 11 Sep", "Attendance lead", "weekly, on Fridays"):
        assert fact in words
    assert len(rows(leaf)) == 13
    assert rows(leaf)[0][:4] == ["28 Aug", "246", "1,240", "19.8"]


def test_columns_without_any_number_are_left_out() -> None:
    (leaf,) = measures_page(Given(coming_to_school(), TODAY))
    heads = [it.head for it in tables(leaf)[3].columns]
    assert heads[:3] == ["Day", "With a call", "Without a call"]


def test_a_measure_without_definition_or_numbers_has_room_for_both() -> None:
    (leaf,) = measures_page(Given(page_of(Measure(id="m" * 10, name="Absences")), TODAY))
    (entry,) = leaf.blocks
    assert isinstance(entry, Entry)
    assert any(isinstance(it, Lines) for it in entry.blocks)
    (table,) = tables(leaf)
    assert (table.write, table.fill) == (5, True)
    assert "nobody yet" in said(leaf)


def test_a_missing_number_is_said() -> None:
    reading = Reading(day=date(2026, 10, 2), note="Fire drill")
    measure = Measure(id="m" * 10, name="Absences", readings=(reading,))
    (leaf,) = measures_page(Given(page_of(measure), TODAY))
    assert rows(leaf)[0][:3] == ["2 Oct", "missing", "Fire drill"]


def test_no_measures_print_nothing() -> None:
    assert measures_page(Given(Workbook(), TODAY)) == ()


def test_numbers_of_a_column_have_as_many_places_and_notes_have_room() -> None:
    readings = (
        Reading(day=date(2026, 10, 2), value=1.5),
        Reading(day=date(2026, 10, 9), value=2),
    )
    measure = Measure(id="m" * 10, name="Absences", readings=readings)
    (leaf,) = measures_page(Given(page_of(measure), TODAY))
    assert [it[1] for it in rows(leaf)] == ["1.5", "2.0"]
    assert [it.head for it in tables(leaf)[0].columns] == ["Day", "Number", "Note"]
