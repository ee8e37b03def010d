"""Names that can be told for sure are taken out, wherever they were typed, and counted."""

from datetime import date

import pytest
from workbooks import both, chained, key

from ilead_studio import edits
from ilead_studio.model import Workbook
from ilead_studio.packet.redacted import redacted
from ilead_studio.storage.format import encode


def titled(words: str) -> Workbook:
    return edits.rename_workbook(Workbook(), words)


@pytest.mark.parametrize(
    ("words", "left"),
    [
        ("Ask Ms. Rivera first", "Ask [name] first"),
        ("Dr. Ana O’Neill-Ruiz and Mr Lee", "[name] and [name]"),
        ("Señora García called", "[name] called"),
        ("Write to a.b+c@school.example.org.", "Write to [name]."),
        ("Call (555) 123-4567 or 555-123-4567", "Call [name] or [name]"),
        ("or +49 30 1234567", "or [name]"),
    ],
)
def test_names_addresses_and_numbers_are_taken_out(words: str, left: str) -> None:
    workbook, number = redacted(titled(words))
    assert workbook.title == left
    assert number == left.count("[name]")


@pytest.mark.parametrize(
    "words",
    [
        "2025–26", "12 October 2026", "2026-10-12", "28,080 households, 41% of 1,017",
        "C14, D3 and P7", "pages 100-120", "3:30-5:00", "Misses a day", "Drivers of reading",
        "39 (4), 2017", "Sr. staff of 3", "0.5 to 12.75", "https://example.org/2024/12/1234567",
    ],
)  # fmt: skip
def test_what_is_no_name_stays(words: str) -> None:
    workbook = titled(words)
    assert redacted(workbook) == (workbook, 0)


def test_every_text_of_every_record_is_read() -> None:
    workbook = edits.note(chained(), key("late"), "Ms. Rivera said so")
    workbook = edits.put_cycle(workbook, key("cycle"), objective="Ask Mr. Lee")
    workbook = edits.add_evidence(workbook, key("said"), "Told by Dr. Wu", source="wu@example.org")
    workbook = edits.take_snapshot(workbook, key("snap"), "Now", date(2026, 10, 12))
    left, number = redacted(workbook)
    data = encode(left).decode()
    assert [it for it in ("Rivera", "Lee", "Wu", "wu@") if it in data] == []
    assert number == 8, "those in the snapshot too"


def test_parties_and_roles_keep_what_they_are_called_wherever_that_is_said() -> None:
    workbook = edits.add_party(Workbook(), key("school"), "Dr. King High School")
    workbook = edits.rename_workbook(workbook, "Dr. King High School with Dr. King")
    left, number = redacted(workbook)
    assert left.parties == workbook.parties
    assert (left.title, number) == ("Dr. King High School with [name]", 1)


def test_a_workbook_without_names_is_the_very_same_one() -> None:
    workbook = both()
    assert redacted(workbook)[0] is workbook
