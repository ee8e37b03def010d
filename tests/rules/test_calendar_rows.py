"""The calendar of cycles in rows and words, and days as people type them."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from trials import CYCLE, ENDED, cycle_in, decided, doing, followed, planned, studying
from workbooks import both, key

from ilead_studio import edits
from ilead_studio.model import Workbook
from ilead_studio.rules.calendar_rows import RowsBy, calendar_rows, party_words
from ilead_studio.rules.calendar_words import (
    bar_words,
    calendar_counts,
    comes_next,
    late_banner,
    short_words,
    why_not_shift,
)
from ilead_studio.rules.cycle_calendar import (
    calendar_page,
    closed,
    closed_for,
    school_steps,
)
from ilead_studio.rules.days import long_span, read_day, year_day
from ilead_studio.rules.overdue import overdue
from ilead_studio.rules.school_weeks import weeks

TODAY = date(2026, 11, 16)
LATE = date(2026, 12, 7)


def two_ideas() -> Workbook:
    """Return two ideas that are tested: "talk" by one party, "hour" by nobody."""
    workbook = edits.plan_cycle(doing(), key("hour"), key("quiet"))
    workbook = edits.put_cycle(workbook, key("quiet"), planned_start=date(2026, 11, 9))
    return edits.put(workbook, [key("talk")], parties=(key("party"),))


def rows_of(workbook: Workbook, by: RowsBy = "idea") -> list[tuple[str, str]]:
    bars = calendar_page(workbook, TODAY).bars
    return [(row.words, row.small) for row in calendar_rows(workbook, bars, by)]


def test_each_idea_with_cycles_has_a_row() -> None:
    assert rows_of(two_ideas()) == [
        ("Talk about books", "I1 · Northfield Schools"),
        ("Quiet hour", "I2"),
    ]
    assert rows_of(both()) == []


def test_ideas_stand_under_their_first_driver_or_their_parties() -> None:
    assert [words for words, _ in rows_of(two_ideas(), "driver")] == [
        "Daily reading", "Talk about books", "Teaching", "Quiet hour",
    ]  # fmt: skip
    assert [words for words, _ in rows_of(two_ideas(), "party")] == [
        "Northfield Schools", "Talk about books", "Belongs to nobody yet", "Quiet hour",
    ]  # fmt: skip


def test_several_parties_are_named_in_short() -> None:
    workbook = edits.add_party(both(), key("hills"), "Hills District", "LEA", "Hills")
    workbook = edits.add_party(workbook, key("uni"), "State University", "IHE", "State")
    mine, hills, uni = key("party"), key("hills"), key("uni")
    assert party_words(workbook, ()) == ""
    assert party_words(workbook, (hills, uni)) == "Hills and State"
    assert party_words(workbook, (mine, hills, uni)) == "all"


def test_a_bar_is_said_in_a_sentence() -> None:
    (bar,) = calendar_page(doing(), TODAY).bars
    assert bar_words(doing(), bar) == (
        "“Talk about books”, cycle 1, 1 class, doing, 2 to 20 November 2026"
    )
    assert short_words(doing(), bar) == "doing"
    assert short_words(edits.put_cycle(doing(), CYCLE, scale=""), bar) == bar.words


def test_spans_are_said_in_full() -> None:
    day = date(2026, 12, 28)
    assert long_span(day, day) == "28 December 2026"
    assert long_span(date(2026, 9, 28), date(2026, 10, 2)) == "28 September to 2 October 2026"
    assert long_span(day, date(2027, 1, 8)) == "28 December 2026 to 8 January 2027"


def test_what_comes_next_is_overdue_due_soon_or_planned() -> None:
    def told(workbook: Workbook, today: date) -> list[tuple[str, list[str]]]:
        return [(it.heading, [entry.words for entry in it.entries])
                for it in comes_next(workbook, today)]  # fmt: skip

    name = "“Talk about books”, cycle 1"
    assert told(doing(), TODAY) == [("Due in two school weeks", [f"{name}: Study"])]
    assert told(doing(), LATE) == [("Overdue", [name])]
    assert told(planned(), date(2026, 9, 1)) == [("Planned", [f"{name}: from 2 Nov"])]
    assert told(followed(), LATE) == [("Planned", ["“Talk about books”, cycle 2: no days yet"])]
    assert told(decided("adopt"), LATE) == []


def test_the_banner_names_one_or_counts_several() -> None:
    assert late_banner(doing(), ()) == ("", "")
    one = late_banner(doing(), overdue(doing(), LATE))
    assert one == (
        "“Talk about books”, cycle 1, is two school weeks late.",
        "Do was to end on 20 November. Nothing is written in Study.",
    )
    workbook = two_ideas()
    sentence, more = late_banner(workbook, overdue(workbook, LATE))
    assert sentence == "Two cycles are overdue."
    assert "“Quiet hour”, cycle 1, is four school weeks late" in more
    assert "and more" not in more


def test_cycles_are_counted_by_how_far_they_are() -> None:
    assert calendar_counts(both(), TODAY) == "1 cycle: 1 planned"
    assert calendar_counts(followed(), TODAY) == "2 cycles: 1 decided, 1 planned"
    assert calendar_counts(doing(), LATE) == "1 cycle: 1 open · one is two school weeks late"
    assert calendar_counts(two_ideas(), LATE).endswith("two are overdue")


def test_only_planned_days_move() -> None:
    assert why_not_shift(cycle_in(planned()), 1) == ""
    assert why_not_shift(cycle_in(doing()), 0) == ""
    assert "Do began on 2 Nov" in why_not_shift(cycle_in(doing()), 1)
    assert "over" in why_not_shift(cycle_in(studying()), 0)
    assert "over" in why_not_shift(cycle_in(decided()), 1)


def test_the_end_of_a_cycle_moves_although_it_was_never_planned() -> None:
    workbook = edits.put_cycle(planned(), CYCLE, planned_end=None)
    longer = edits.reschedule(workbook, CYCLE, 0, -1)
    (before,), (after,) = (calendar_page(it, TODAY).bars for it in (workbook, longer))
    assert after.last == before.last - timedelta(days=7)
    moved = edits.reschedule(workbook, CYCLE, 1, 1)
    assert cycle_in(moved).planned_end is None


def with_breaks() -> Workbook:
    workbook = edits.put_calendar(planned(), first=date(2026, 8, 24))
    thanks = date(2026, 11, 26), date(2026, 11, 27)
    workbook = edits.add_break(workbook, key("thanks"), "Thanksgiving", *thanks)
    winter = date(2026, 12, 21), date(2027, 1, 1)
    workbook = edits.add_break(workbook, key("winter"), "Winter break", *winter)
    return edits.change_break(workbook, key("thanks"), parties=(key("party"),))


def test_breaks_of_everybody_and_of_some_are_told_apart() -> None:
    calendar = with_breaks().calendar
    columns = weeks(calendar, date(2026, 8, 10), date(2027, 1, 8))
    assert [(it.name, it.first) for it in closed(calendar, columns)] == [
        ("Winter break", date(2026, 12, 21)),
        ("no school", date(2026, 8, 10)),
    ]
    assert [it.name for it in closed_for(calendar, (key("party"),))] == ["Thanksgiving"]
    assert closed_for(calendar, ()) == ()


def test_steps_from_column_to_column_leave_breaks_out() -> None:
    columns = weeks(with_breaks().calendar, date(2026, 12, 7), date(2027, 1, 15))
    assert [week.number > 0 for week in columns] == [True, True, False, False, True, True]
    assert [school_steps(columns, 1, there) for there in range(6)] == [-1, 0, 0, 0, 1, 2]
    assert [school_steps(columns, 4, there) for there in range(6)] == [-2, -1, 0, 0, 0, 1]


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2 Nov", date(2026, 11, 2)),
        ("nov 2, 2025", date(2025, 11, 2)),
        ("2 November 26", date(2026, 11, 2)),
        ("2026-11-02", date(2026, 11, 2)),
        ("2026 Nov 2", date(2026, 11, 2)),
        ("11/2", date(2026, 11, 2)),
        ("11/2/2026", date(2026, 11, 2)),
        ("4 jan", date(2027, 1, 4)),
        ("31 Feb", None),
        ("May", None),
        ("11/2026", None),
        ("2 Nov 2026 5", None),
        ("99999999999 Nov 2", None),
        ("soon", None),
        ("", None),
    ],
)
def test_a_day_is_read_as_people_write_it(typed: str, day: date | None) -> None:
    assert read_day(typed, ENDED) == day


@given(st.dates(date(1900, 1, 1), date(2999, 12, 31)), st.dates())
def test_a_day_in_a_field_is_read_again(day: date, near: date) -> None:
    assert read_day(year_day(day), near) == day
