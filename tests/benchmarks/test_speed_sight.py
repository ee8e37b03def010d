"""The line of sight through a workbook of 2,000 nodes with 300 cycles, from each end of it."""

from collections.abc import Iterator
from functools import partial
from statistics import median

import pytest
from conftest import Table, times, yard
from whole_case import whole

from ilead_studio import edits
from ilead_studio.model import Workbook
from ilead_studio.rules.line_of_sight import line_of_sight
from ilead_studio.rules.outline import outline
from ilead_studio.rules.sight_outline import sight_rows

LINE_MS, ROWS_MS = 5.0, 25.0
YARD_MS = 26.5
"""A loop of a million steps on the machine on which the gates were set."""

pytestmark = pytest.mark.usefixtures("quiet")


def test_the_line_of_sight_is_there_at_once(table: Table) -> None:
    workbook = whole()
    assert len(workbook.cycles) == 300
    problem, page, theory = workbook.problems[0], workbook.fishbones[0], workbook.theories[0]
    last = workbook.cycles[-1].id
    yards = [yard() for _ in range(9)]
    for name, item_id in (("problem", problem.id), ("aim", theory.id), ("cycle", last)):
        line_of_sight(workbook, item_id)
        cause = page.causes[500].id
        edited = iter([edits.rename(workbook, cause, f"Other {at}") for at in range(15)])
        taken = times(partial(_look, edited, item_id), 15)[7] * YARD_MS / median(yards)
        table.add(f"line of sight of a {name}, 2,000 and 300 cycles", taken, LINE_MS, "ms")


def _look(edited: Iterator[Workbook], item_id: str) -> None:
    line_of_sight(next(edited), item_id)


def test_the_page_of_a_line_of_sight_is_there_at_once(table: Table) -> None:
    workbook = whole()
    item_id = workbook.problems[0].id
    outline(workbook, workbook.fishbones[0])
    yards = [yard() for _ in range(9)]
    taken = times(lambda: sight_rows(workbook, item_id), 15)[7] * YARD_MS / median(yards)
    table.add("its rows, 2,000 and 300 cycles", taken, ROWS_MS, "ms")
