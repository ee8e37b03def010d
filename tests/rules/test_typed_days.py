"""Days as people type them."""

from datetime import date

import pytest

from ilead_studio.rules.days import read_day

NEAR = date(2026, 11, 24)


@pytest.mark.parametrize(
    "words",
    [
        "13 Nov", "13 November", "13. Nov", "13nov", "Nov 13", "nov. 13", "November 13, 2026",
        "13 November 2026", "11/13", "11/13/26", "11/13/2026", "2026-11-13", "  13   NOV ",
    ],
)  # fmt: skip
def test_one_day_in_many_words(words: str) -> None:
    assert read_day(words, NEAR) == date(2026, 11, 13)


def test_without_a_year_it_is_the_nearest_day() -> None:
    assert read_day("12 Jan", NEAR) == date(2027, 1, 12)
    assert read_day("12 Jun", NEAR) == date(2026, 6, 12)
    assert read_day("30 Dec", date(2027, 1, 4)) == date(2026, 12, 30)
    assert read_day("29 Feb", date(2027, 3, 1)) == date(2028, 2, 29)


@pytest.mark.parametrize(
    "words", ["", "soon", "32 Nov", "30 Feb", "13/13", "Nov", "13", "1-2-3", "13 Nov 5"]
)
def test_what_is_no_day(words: str) -> None:
    assert read_day(words, NEAR) is None


def test_days_beyond_the_calendar_are_none() -> None:
    assert read_day("1 Jan 1800", NEAR) is None
