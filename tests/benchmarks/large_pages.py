"""Workbooks of 2,000 items with labels as groups write them."""

from itertools import cycle

from ilead_studio.exchange import Entry, Outline, PageKind, add_outline
from ilead_studio.model import Workbook, new_ids

_LABELS = (
    "New teachers low priority for principal time", "High principal turnover",
    "Feedback felt as isolated or evaluative", "Processes not timely", "No common language",
    "Preparation programs and districts do not communicate", "Too little time",
    "Attendance data arrive two weeks late", "Not connected to student learning",
    "Two data systems that do not share student numbers", "Depends on parent ride",
    "Hiring happens in August, after the strongest candidates have signed elsewhere",
)  # fmt: skip


def large(kind: PageKind, items: int = 2_000) -> Workbook:
    """Return a workbook of one page: eight branches, with twigs of ten items each."""
    labels = cycle(_LABELS)
    twigs = 25 * -(-items // 2_000)
    depths = [1, *([2, *[3] * 5, *[4] * 4] * twigs)] * 8
    entries = tuple(Entry(depth, next(labels), False, "") for depth in depths[:items])
    head = "New-teacher turnover is high and new teachers do not become effective fast enough"
    return add_outline(Workbook(), Outline(kind, head, "", entries), new_ids(1))[0]
