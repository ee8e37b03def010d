"""Where bars and their words stand on the calendar; no window is needed for that."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from ilead_studio.drawing.theme import LIGHT
from ilead_studio.model import SchoolCalendar
from ilead_studio.rules.calendar_rows import CalendarRow
from ilead_studio.rules.cycle_calendar import Bar
from ilead_studio.rules.school_weeks import weeks
from ilead_studio.ui.calendar.layout import PlacedRow, Weeks, placed_rows
from ilead_studio.ui.looks.look import Look

FIRST = date(2026, 8, 24)
COLUMNS = weeks(SchoolCalendar(), FIRST, date(2027, 3, 1))


def bar(number: int, start: int, days: int) -> Bar:
    first = FIRST + timedelta(days=start)
    last = first + timedelta(days=days)
    return Bar(f"cycle{number}", "idea", number, first, last, "decided", "3 schools, adapt")


def placed(bars: list[Bar], room: int = 0) -> PlacedRow:
    ordered = tuple(sorted(bars, key=lambda it: (it.first, it.number)))
    (row,) = placed_rows(
        (CalendarRow("An idea", idea_id="idea", bars=ordered),),
        Weeks(COLUMNS, 30), Look(LIGHT), lambda _row: 40,
        lambda it: (it.words, "adapt"), lambda words: 7 * len(words), room,
    )  # fmt: skip
    return row


def test_weekends_take_no_room() -> None:
    columns = Weeks(COLUMNS, 30)
    friday, monday = FIRST + timedelta(days=4), FIRST + timedelta(days=7)
    assert columns.x(friday, after=True) == columns.x(monday) == 30
    assert columns.x(friday + timedelta(days=1)) == 30


def test_words_stand_below_their_bar_at_its_left_or_right_end() -> None:
    one, other = placed([bar(1, 0, 4), bar(2, 140, 20)]).bars
    assert one.words_box.left() == one.box.left()
    assert other.words_box.left() == other.box.left()
    first, second = placed([bar(1, 63, 4), bar(2, 70, 60)]).bars
    assert first.words_box.right() <= first.box.right()
    assert second.words == "3 schools, adapt"


def test_without_room_for_all_words_the_scale_is_left_out() -> None:
    row = placed([bar(1, 0, 11), bar(2, 14, 11), bar(3, 28, 25)])
    assert [it.words for it in row.bars] == ["adapt", "adapt", "3 schools, adapt"]


def test_rows_grow_to_share_the_room_but_not_too_far() -> None:
    assert placed([bar(1, 0, 4)]).height == 56
    assert placed([bar(1, 0, 4)], room=70).height == 70
    assert placed([bar(1, 0, 4)], room=700).height == 92


@given(st.lists(st.tuples(st.integers(0, 160), st.integers(0, 40)), max_size=9))
def test_nothing_stands_over_anything_else(spans: list[tuple[int, int]]) -> None:
    row = placed([bar(number, *span) for number, span in enumerate(spans, 1)])
    boxes = [it.box for it in row.bars] + [it.words_box for it in row.bars if it.words]
    for at, box in enumerate(boxes):
        assert not any(box.intersects(other) for other in boxes[at + 1 :])
        assert row.top <= box.top()
        assert box.bottom() <= row.top + row.height
        assert box.left() >= 0
    for it in row.bars:
        if it.words:
            assert it.words_box.left() <= it.box.right()
            assert it.words_box.right() >= it.box.left()
