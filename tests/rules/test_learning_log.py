"""The learning log as it is read: rows, filters, counts, plain text."""

from trials import CYCLE, decided, studying
from workbooks import both, key

from ilead_studio import edits
from ilead_studio.model import Workbook
from ilead_studio.rules.learning_log import (
    UNDECIDED,
    LogRow,
    log_counts,
    log_groups,
    log_rows,
    log_text,
)


def rows(workbook: Workbook, outcome: str = "") -> list[LogRow]:
    return log_rows(workbook, log_groups(workbook, "driver", outcome), "driver")


def test_a_heading_counts_cycles_and_its_entries_say_how_they_speak() -> None:
    heading, entry = rows(edits.put_cycle(decided(), CYCLE, changed="assumption"))
    assert (heading.ref, heading.words) == ("D3", "Daily reading")
    assert heading.counted == "1 for · 0 mixed · 0 against"
    assert (entry.ref, entry.words) == ("P1", "The hour matters more than the words")
    assert entry.said == "speaks for the driver · “Talk about books”, cycle 1"
    assert entry.spoken == (
        "P1, The hour matters more than the words, speaks for the driver · “Talk about books”,"
        " cycle 1, adapt, changed an assumption, 24 Nov"
    )
    assert (heading.is_last, entry.is_last) == (False, True)


def test_what_is_not_about_the_heading_says_of_what_it_speaks() -> None:
    workbook = edits.say_nothing_about(studying(), CYCLE, key("daily"))
    entries = [row for row in rows(workbook) if row.cycle_id]
    assert [row.said.split(" · ")[0] for row in entries] == ["mixed about the cause"] * 2
    assert {row.decision for row in entries} == {"not decided yet"}


def test_an_outcome_keeps_only_what_was_decided_so() -> None:
    assert [row.cycle_id for row in rows(decided(), "adapt")] == ["", CYCLE]
    assert rows(decided(), "adopt") == []
    assert [row.cycle_id for row in rows(studying(), UNDECIDED)] == ["", CYCLE]
    assert rows(decided(), UNDECIDED) == []


def test_learnings_are_counted_by_what_they_changed() -> None:
    assert log_counts(both()) == "0 learnings"
    assert log_counts(decided()) == "1 learning"
    changed = edits.put_cycle(decided(), CYCLE, changed="value")
    assert log_counts(changed) == "1 learning · changed: 1 a value"


def test_the_log_leaves_as_plain_text() -> None:
    assert log_text(rows(decided())) == (
        "D3 Daily reading (1 for · 0 mixed · 0 against)\n"
        "- The hour matters more than the words\n"
        "  P1 · 24 Nov · speaks for the driver · “Talk about books”, cycle 1 · adapt"
    )
