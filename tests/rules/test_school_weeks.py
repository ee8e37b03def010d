"""School days and weeks, what is late, and the calendar of cycles."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from trials import CYCLE, DECIDED, ENDED, cycle_in, decided, doing, followed, planned, studying
from workbooks import both, key

from ilead_studio import edits
from ilead_studio.model import Break, SchoolCalendar, Workbook
from ilead_studio.rules.cycle_calendar import calendar_page, week_of, week_words
from ilead_studio.rules.overdue import (
    coming,
    due,
    late_words,
    overdue,
    overdue_words,
    school_days_late,
)
from ilead_studio.rules.school_weeks import (
    bands,
    monday,
    proposed_end,
    school_days,
    shifted,
    weeks,
)

THANKS = Break(
    id=key("thanks"), name="Thanksgiving", first=date(2026, 11, 26), last=date(2026, 11, 27)
)
WINTER = Break(
    id=key("winter"), name="Winter break", first=date(2026, 12, 21), last=date(2027, 1, 1)
)
YEAR = SchoolCalendar(
    first=date(2026, 8, 24), last=date(2027, 6, 11), breaks=(THANKS, WINTER), cycle_weeks=6
)
days = st.dates(date(2026, 1, 1), date(2028, 1, 1))


def with_year(workbook: Workbook) -> Workbook:
    workbook = edits.put_calendar(workbook, first=YEAR.first, last=YEAR.last, cycle_weeks=6)
    for it in YEAR.breaks:
        workbook = edits.add_break(workbook, it.id, it.name, it.first, it.last)
    return workbook


def test_weekends_breaks_and_what_lies_outside_of_the_year_are_no_school() -> None:
    assert school_days(YEAR, date(2026, 11, 23), date(2026, 11, 29)) == 3
    assert school_days(YEAR, date(2026, 12, 21), date(2027, 1, 3)) == 0
    assert school_days(YEAR, date(2027, 6, 7), date(2027, 8, 31)) == 5
    assert school_days(YEAR, date(2026, 8, 1), date(2026, 8, 24)) == 1
    assert school_days(SchoolCalendar(), date(2026, 11, 20), date(2026, 11, 20)) == 1
    assert school_days(YEAR, date(2026, 11, 20), date(2026, 11, 2)) == 0


spans = st.tuples(days, st.integers(0, 30)).map(
    lambda it: Break(id=key("off"), name="Off", first=it[0], last=it[0] + timedelta(days=it[1]))
)


@given(st.lists(spans, max_size=4), days, st.integers(0, 60))
def test_school_days_are_those_that_one_would_count(
    breaks: list[Break], first: date, length: int
) -> None:
    calendar = SchoolCalendar(breaks=tuple(breaks), first=date(2026, 3, 1))
    every = [first + timedelta(days=at) for at in range(length + 1)]
    counted = [
        day
        for day in every
        if day.weekday() < 5
        and day >= date(2026, 3, 1)
        and not any(it.first <= day <= it.last for it in breaks)
    ]
    assert school_days(calendar, first, every[-1]) == len(counted)


@given(days, st.integers(-20, 20))
def test_school_weeks_later_and_back_is_where_one_was(day: date, by: int) -> None:
    here = shifted(YEAR, shifted(YEAR, day, 1), -1)
    there = shifted(YEAR, here, by)
    assert shifted(YEAR, there, -by) == here
    assert there.weekday() == day.weekday()


def test_breaks_of_one_party_count_for_that_party_alone() -> None:
    own = SchoolCalendar(
        breaks=(WINTER.model_copy(update={"parties": (key("party"), key("other"))}),)
    )
    span = date(2026, 12, 21), date(2026, 12, 25)
    assert school_days(own, *span) == 5
    assert school_days(own, *span, (key("party"),)) == 0
    assert school_days(own, *span, (key("party"), key("third"))) == 5


def test_a_cycle_of_an_idea_waits_while_the_party_of_that_idea_has_a_break() -> None:
    first, last = date(2026, 11, 23), date(2026, 12, 4)
    workbook = edits.add_break(doing(), key("off"), "Harvest", first, last)
    workbook = edits.change_break(workbook, key("off"), parties=(key("party"),))
    assert len(overdue(workbook, last)) == 1
    assert overdue(edits.put(workbook, [key("talk")], parties=(key("party"),)), last) == ()


def test_a_break_uses_no_school_week_up() -> None:
    assert shifted(YEAR, date(2026, 12, 16), 1) == date(2027, 1, 6)
    assert shifted(YEAR, date(2027, 1, 4), -1) == date(2026, 12, 14)
    assert shifted(YEAR, date(2027, 6, 9), 2) == date(2027, 6, 23)
    assert shifted(YEAR, date(2999, 12, 30), 5) == date(2999, 12, 31)
    assert proposed_end(YEAR, date(2026, 11, 25)) == date(2027, 1, 15)


def test_weeks_are_numbered_from_the_first_of_the_year() -> None:
    columns = weeks(YEAR, date(2026, 12, 9), date(2027, 1, 6))
    assert [it.number for it in columns] == [16, 17, 0, 0, 18]
    assert [week_words(it) for it in columns[1:3]] == [
        "school week 17", "no school: Winter break",
    ]  # fmt: skip
    assert weeks(YEAR, date(2026, 11, 23), date(2026, 11, 27))[0].breaks == (THANKS,)
    assert week_words(weeks(YEAR, date(2026, 8, 3), date(2026, 8, 3))[0]) == "no school"
    assert [it.number for it in weeks(SchoolCalendar(), date(2026, 11, 4), date(2026, 11, 11))] == [
        1, 2,
    ]  # fmt: skip


def test_bands_take_the_chosen_number_of_school_weeks() -> None:
    columns = weeks(YEAR, date(2026, 8, 24), date(2027, 1, 18))
    one, two, three, four = bands(YEAR, columns)
    assert (one.first, one.last) == (date(2026, 8, 24), date(2026, 9, 28))
    assert two.first == date(2026, 10, 5)
    assert (three.first, three.last) == (date(2026, 11, 16), date(2027, 1, 4))
    assert four.number == 4


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (1, "one school day late"),
        (4, "four school days late"),
        (5, "one school week late"),
        (14, "two school weeks late"),
        (70, "14 school weeks late"),
    ],
)
def test_how_late_something_is_is_said_in_words(days: int, words: str) -> None:
    assert late_words(days) == words


@pytest.mark.parametrize(
    ("workbook", "sentence", "reason"),
    [
        (planned(), "is six school weeks late.", "It was to begin on 2 November."),
        (doing(), "is three school weeks late.",
         "Do was to end on 20 November. Nothing is written in Study."),
        (studying(), "is three school weeks late.", "It was to be decided by 27 November."),
    ],
)  # fmt: skip
def test_what_is_late_is_told_and_why(workbook: Workbook, sentence: str, reason: str) -> None:
    (late,) = overdue(with_year(workbook), date(2026, 12, 18))
    assert late.sentence == f"“Talk about books”, cycle 1, {sentence}"
    assert late.reason == reason
    assert overdue_words(with_year(workbook), date(2026, 12, 18)) == late.sentence
    (after,) = overdue(with_year(workbook), date(2027, 1, 3))
    assert after.days == late.days


def test_a_day_to_decide_by_counts_before_the_usual_week() -> None:
    workbook = edits.put_cycle(studying(), CYCLE, decide_by=DECIDED)
    assert due(workbook, cycle_in(workbook)) == DECIDED
    assert school_days_late(workbook, cycle_in(workbook), DECIDED) == 0
    for done in (decided(), edits.cancel_cycle(planned(), CYCLE), both()):
        assert overdue(done, date(2027, 5, 3)) == ()


def test_the_latest_comes_first_and_several_are_one_sentence() -> None:
    workbook = edits.put_cycle(followed(), key("second"), planned_start=date(2026, 12, 7))
    workbook = edits.plan_cycle(workbook, key("hour"), key("one"))
    workbook = edits.put_cycle(workbook, key("one"), planned_start=date(2026, 11, 30))
    today = date(2026, 12, 11)
    assert [it.cycle_id for it in overdue(workbook, today)] == [key("one"), key("second")]
    assert overdue_words(workbook, today) == "Two cycles are overdue."
    assert overdue_words(both(), today) == ""
    assert [it.id for it in coming(workbook, date(2026, 11, 25))] == [key("one"), key("second")]
    assert [it.id for it in coming(workbook, date(2026, 11, 25), 1)] == [key("one")]


def test_the_calendar_has_a_bar_for_each_cycle_with_a_day() -> None:
    workbook = edits.put_cycle(followed(), key("second"), planned_start=date(2026, 11, 30))
    page = calendar_page(with_year(workbook), date(2026, 11, 25))
    first, second = page.bars
    assert (first.kind, first.first, first.last, first.words) == (
        "decided", date(2026, 11, 2), ENDED, "1 class, adapt",
    )  # fmt: skip
    assert (second.kind, second.number, second.last) == ("planned", 2, date(2027, 1, 22))
    assert page.weeks[0].start == monday(date(2026, 8, 24))
    assert week_of(page.weeks, date(2026, 8, 31)) == 1
    assert week_of(page.weeks, date(2020, 8, 31)) is None
    assert page.bands[0].number == 1


def test_the_look_of_a_bar_repeats_its_state() -> None:
    def kind(workbook: Workbook, today: date) -> str:
        return calendar_page(workbook, today).bars[0].kind

    assert kind(doing(), ENDED) == "under way"
    assert kind(doing(), date(2026, 12, 1)) == "overdue"
    assert kind(decided("abandon"), ENDED) == "abandoned"
    assert calendar_page(edits.cancel_cycle(doing(), CYCLE), ENDED).bars == ()
    own = calendar_page(both(), ENDED, key("party"))
    assert (own.bars, own.weeks[0].start) == ((), monday(ENDED) - timedelta(weeks=3))
