"""How long the preview of the very PDF takes to follow an edit: bytes of a workbook to a picture.

That is all that the process behind the preview does from the question of the window to its answer;
the yardstick is bare ReportLab, which draws the same pages, and PDFium, which shows the first.
"""

from collections.abc import Callable
from functools import partial
from statistics import median
from typing import NamedTuple

import pytest
from bare_drawing import draw_bare
from conftest import Table, times, yard
from large_pages import large
from pypdfium2 import PdfDocument
from test_speed_print import YARD_MS, forty, made

from ilead_studio.edits import add_driver
from ilead_studio.handouts.diagram import drawn, with_refs
from ilead_studio.model import Packet, PrintedPage, Workbook, new_ids, replace
from ilead_studio.packet.leaf import Diagram
from ilead_studio.preview.frames import Frame
from ilead_studio.preview.printing import Printing
from ilead_studio.storage.disk import Disk
from ilead_studio.storage.format import encode

GATE_MS = 300.0
_WIDE = 1_000
"""Pixels of a side in a window of usual size."""
_EDITS = 8

pytestmark = pytest.mark.usefixtures("quiet")


Edit = Callable[[Workbook, int], Workbook]


def edited(workbook: Workbook, number: int) -> Workbook:
    """Change the words of one cause or driver in the middle of the first page."""
    name, parts = ("fishbones", "causes") if workbook.fishbones else ("theories", "drivers")
    page, *others = getattr(workbook, name)
    items = getattr(page, parts)
    middle = len(items) // 2
    new = replace(items[middle], text=f"Edited {number} times. " * (number % 3 + 1))
    page = replace(page, **{parts: (*items[:middle], new, *items[middle + 1 :])})
    return replace(workbook, **{name: (page, *others)})


def with_another_aim(workbook: Workbook, number: int) -> Workbook:
    """Change the aim of the theory, which stands on all its pages."""
    (page,) = workbook.theories
    aim = f"By June {2027 + number} nine in ten stay" + " for another year" * (number % 3)
    return replace(workbook, theories=(replace(page, aim=aim),))


def with_more(workbook: Workbook, number: int) -> Workbook:
    """Add drivers near the beginning, so that all pages begin with other ones."""
    above, fresh = workbook.theories[0].drivers[2].id, new_ids(5)
    for at in range(number + 1):
        workbook = add_driver(workbook, fresh(), f"One more, {at}", above)
    return workbook


def in_own_words(drivers: int) -> Workbook:
    """Return a theory no two drivers of which say the same."""
    workbook = large("theory", drivers)
    (page,) = workbook.theories
    own = tuple(replace(it, text=f"{it.text} {at}") for at, it in enumerate(page.drivers))
    return replace(workbook, theories=(replace(page, drivers=own),))


class Case(NamedTuple):
    """What is printed; ``most`` milliseconds are the gate, and ``ratio`` beside the yardstick."""

    name: str
    workbook: Callable[[], Workbook]
    kinds: tuple[str, ...]
    ratio: float = 1.0
    most: float = GATE_MS
    edit: Edit = edited


def over_pages(
    drivers: int, most: float, ratio: float, edit: Edit = edited, name: str = ""
) -> Case:
    """Return the case of a theory over many pages."""
    name = f"{drivers:,} drivers over pages{name}"
    return Case(name, partial(in_own_words, drivers), ("driver-diagram",), ratio, most, edit)


CASES = (
    Case("2,000 causes on a sheet", lambda: large("fishbone"), ("fishbone",)),
    Case("600 causes on a sheet", lambda: large("fishbone", 600), ("fishbone",)),
    over_pages(600, 150.0, 0.6),
    over_pages(600, 400.0, 1.5, with_another_aim, ", the aim"),
    over_pages(600, 300.0, 1.2, with_more, ", one more"),
    over_pages(2_000, 250.0, 0.4),
    over_pages(2_000, 600.0, 1.2, with_another_aim, ", the aim"),
    over_pages(2_000, 600.0, 0.8, with_more, ", one more"),
    Case("40 pages of 50 boxes", forty, ("fishbone", "driver-diagram")),
)


@pytest.mark.parametrize("case", CASES, ids=lambda it: it.name)
def test_the_preview_follows_an_edit_at_once(table: Table, case: Case) -> None:
    """Words become longer and shorter by turns, so boxes and pages change their places.

    The quickest edit is held to the gate, for machines are busy; the worst is told beside it.
    """
    workbook, told = case.workbook(), list[Frame]()
    printing = Printing(Disk(), told.append)
    printing.answer(asked(workbook, case.kinds))
    taken, beside = [], []
    for number in range(_EDITS):
        frame = asked(case.edit(workbook, number), case.kinds)
        taken += times(lambda frame=frame: printing.answer(frame), 1)
        beside += times(lambda: drawn_bare(workbook, case.kinds), 1)
    assert ["ahead" in it.head for it in told] == [False, True] * (_EDITS + 1)
    scale = YARD_MS / median(yard() for _ in range(9))
    about = f"worst {max(taken):.0f}, median {median(taken):.0f}, bare {min(beside):.0f} ms"
    table.add(f"{case.name}: edit to preview", min(taken) * scale, case.most, "ms", about)
    table.add(f"{case.name}: beside bare", min(taken) / min(beside), case.ratio, "×")


def asked(workbook: Workbook, kinds: tuple[str, ...]) -> Frame:
    """Return the question of the window: make it, and show the first side."""
    pages = tuple(PrintedPage(kind=it) for it in kinds)
    packet = Packet(id="a" * 10, name="All", pages=pages).model_dump(mode="json")
    head = {"do": "make", "packet": packet, "today": "2026-11-24", "seen": [0]}
    return Frame(head | {"pictures": [(0, _WIDE)]}, encode(workbook))


def drawn_bare(workbook: Workbook, kinds: tuple[str, ...]) -> None:
    """Draw the pages with ReportLab alone, and show the first; their layout is known."""
    it = made(workbook, *kinds)
    leaves = (leaf for leaf in it.leaves if isinstance(leaf, Diagram))
    pdf = draw_bare([with_refs(drawn(leaf, it.outfit.paper)) for leaf in leaves])
    page = PdfDocument(pdf)[0]
    page.render(scale=_WIDE / page.get_width())
