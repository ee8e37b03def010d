"""Searching a workbook of 10,000 items, as at every letter that is typed into the field."""

from statistics import median

import pytest
from conftest import Table, times, yard
from large_pages import large

from ilead_studio import edits
from ilead_studio.rules.find import search

ITEMS = 10_000
FIND_MS, FRAME_MS = 2.0, 16.0
YARD_MS = 26.5
"""A loop of a million steps on the machine on which the gates were set."""

pytestmark = pytest.mark.usefixtures("quiet")


@pytest.mark.parametrize("kind", ["fishbone", "theory"])
@pytest.mark.parametrize("words", ["t", "teach", "not timely", "C5000", "bussing"])
def test_every_letter_finds_at_once(table: Table, kind: str, words: str) -> None:
    workbook = large(kind, ITEMS)
    page_id = (*workbook.fishbones, *workbook.theories)[0].id
    search(workbook, words, page_id)
    yards = [yard() for _ in range(9)]
    taken = times(lambda: search(workbook, words, page_id), 15)[7]
    took = taken * YARD_MS / median(yards)
    table.add(f"find “{words}”, 10,000 ({kind})", took, FIND_MS, "ms")


def test_the_first_letter_after_an_edit_finds_at_once(table: Table) -> None:
    workbook = large("fishbone", ITEMS)
    page = workbook.fishbones[0]
    middle = page.causes[ITEMS // 2].id
    search(workbook, "teach", page.id)
    edited = iter([edits.rename(workbook, middle, f"Teachers {number}") for number in range(15)])
    yards = [yard() for _ in range(9)]
    taken = times(lambda: search(next(edited), "teach", page.id), 15)[7]
    table.add("find after an edit, 10,000", taken * YARD_MS / median(yards), FRAME_MS, "ms")
