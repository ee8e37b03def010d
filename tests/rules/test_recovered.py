"""What was typed and never saved, in words, beside what was saved."""

from datetime import UTC, datetime, timedelta

import pytest
from workbooks import both, key

from ilead_studio import edits
from ilead_studio.model import Workbook
from ilead_studio.rules.changed import compared, sections
from ilead_studio.rules.recovered import (
    amounts,
    older_words,
    still_words,
    stopped_words,
    typed_words,
)

NOW = datetime(2026, 11, 24, 10, 42, tzinfo=UTC)


def test_what_was_typed_is_told_by_sort_or_line_by_line() -> None:
    book = edits.rename(both(), key("late"), "Buses wait")
    for word in ("sun", "rain", "snow", "fog"):
        book = edits.add(book, "cause", key(word), word, key("home"), None)
    told = sections(compared(both(), "file"), compared(book, "file"))
    assert [it.words for it in typed_words(told, every=False)] == [
        "Added: sun · rain · snow · 1 more", "Reworded: Buses wait",
    ]  # fmt: skip
    assert len(typed_words(told, every=True)) == 5
    assert [it.words for it in still_words(told, every=True)] == ["Still has: Buses come late"]


def test_how_much_there_is() -> None:
    assert amounts(both()) == "4 causes · 3 drivers · 2 change ideas", "bones are headings"
    assert amounts(Workbook()) == ""


@pytest.mark.parametrize(
    ("hours", "said"),
    [(0, "today at 10:42"), (24, "on Monday at 10:42"), (24 * 12, "on 12 November at 10:42")],
)
def test_when_it_stopped(hours: int, said: str) -> None:
    assert stopped_words(NOW - timedelta(hours=hours), NOW) == said


@pytest.mark.parametrize(
    ("minutes", "said"),
    [(0, ""), (1, "1 minute older"), (180, "3 hours older"), (60 * 72, "3 days older")],
)
def test_by_how_much_the_file_is_older(minutes: int, said: str) -> None:
    assert older_words(timedelta(minutes=minutes)) == said
