"""Sheets of one's own that are narrow, as half a letter: no word is cut for want of a column."""

import pytest
from printing import extracted, needs_poppler, of_pages

from ilead_studio.model import PrintedPage
from ilead_studio.resources import resource
from ilead_studio.storage.disk import Disk
from ilead_studio.storage.store import open_workbook

HALF = {"paper": "own", "width": 396.0, "height": 612.0}


@needs_poppler
@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("ideas", {"adopted", "proposed", "abandoned", "process", "University"}),
        ("measures", {"Outcome", "provisional:", "Balancing", "Attendance"}),
    ],
)
def test_words_are_whole_on_a_narrow_sheet(kind: str, words: set[str]) -> None:
    book = open_workbook(resource("examples/attendance.ilead"), Disk()).workbook
    handout = of_pages(book, PrintedPage(kind=kind, form="filled"), **HALF)
    assert words - set(extracted(handout.pdf).split()) == set()
