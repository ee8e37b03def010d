"""Advice about 2,000 items: nothing at a key, and soon when nobody types."""

from itertools import count
from statistics import median
from time import process_time

import pytest
from conftest import Table, times, yard
from large_pages import large
from whole_case import whole

from ilead_studio import edits
from ilead_studio.model import Workbook, pages, replace
from ilead_studio.rules.advice import advice_in_slices
from ilead_studio.rules.outline import outline

IDLE_MS, SLICE_MS = 300.0, 8.0
YARD_MS = 26.5
"""A loop of a million steps on the machine on which the gates were set."""


def fishbone() -> Workbook:
    """Return 2,000 causes, each in words of its own."""
    workbook = large("fishbone")
    page = workbook.fishbones[0]
    causes = (replace(it, text=f"{it.text} ({it.ref})") for it in page.causes)
    return replace(workbook, fishbones=(replace(page, causes=tuple(causes)),))


def theory() -> Workbook:
    """Return 2,000 drivers, each in words of its own."""
    workbook = large("theory")
    page = workbook.theories[0]
    drivers = (replace(it, text=f"{it.text} ({it.ref})") for it in page.drivers)
    return replace(workbook, theories=(replace(page, drivers=tuple(drivers)),))


BOOKS = {"fishbone": fishbone, "theory": theory, "whole": whole}

pytestmark = pytest.mark.usefixtures("quiet")


def slices(workbook: Workbook) -> list[float]:
    """Look at a workbook; returns the milliseconds of each slice."""
    taken, looking = [], iter(advice_in_slices(workbook))
    while True:
        begin = process_time()
        found = next(looking)
        taken.append((process_time() - begin) * 1e3)
        if found is not None:
            return taken


@pytest.mark.parametrize("name", list(BOOKS))
def test_advice_after_an_edit(table: Table, name: str) -> None:
    workbook = BOOKS[name]()
    items = [row.id for row in outline(workbook, pages(workbook)[0])]
    cold, numbers = slices(workbook), count()

    def after_an_edit() -> list[float]:
        number = next(numbers)
        edited = edits.rename(workbook, items[number * 7 + 1], f"No tutoring program {number}")
        for page in pages(edited):
            outline(edited, page)  # the window has read it
        return slices(edited)

    yards = [yard() for _ in range(9)]
    machine = YARD_MS / median(yards)
    runs = [after_an_edit() for _ in range(15)]
    whole_runs = sorted(sum(run) * machine for run in runs)
    longest = sorted(max(run) * machine for run in runs)
    table.add(f"advice after an edit ({name}): whole, p95", whole_runs[-2], IDLE_MS, "ms")
    table.add(f"advice after an edit ({name}): longest slice", longest[-2], SLICE_MS, "ms")
    table.add(f"advice when opened ({name}): whole", sum(cold) * machine, IDLE_MS, "ms")
    table.add(f"advice when opened ({name}): longest slice", max(cold) * machine, 16.0, "ms")
    page_id = pages(workbook)[0].id
    dismissing = times(lambda: edits.dismiss(workbook, "whalebone", page_id), 9)[4] * machine
    table.add(f"advice is dismissed ({name})", dismissing, 1.0, "ms")
