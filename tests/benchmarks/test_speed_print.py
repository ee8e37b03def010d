"""How long a packet takes to be made: 40 pages with 2,000 boxes and 10,000 words, tagged.

The quickest of several runs counts: others wait for the memory of a busy machine.
The yardstick is bare ReportLab, which draws the same boxes, lines and words and tags nothing.
"""

from collections.abc import Callable
from datetime import date
from functools import cache
from itertools import cycle, islice
from statistics import median
from time import process_time

import pytest
from bare_drawing import draw_bare
from conftest import Table, times, yard
from large_pages import large

from ilead_studio.exchange import Entry, Outline, PageKind, add_outline
from ilead_studio.handouts import Made, make_packet, packet_pdf
from ilead_studio.handouts.diagram import drawn
from ilead_studio.handouts.glance import Known, glance
from ilead_studio.model import Packet, PrintedPage, Workbook, new_ids, pages, replace
from ilead_studio.packet.leaf import Diagram

YARD_MS = 26.5
"""A loop of a million steps on the machine on which the gate was set."""
_WORDS = (
    "Feedback comes too late", "No common language yet", "Too little time together",
    "Hiring happens in August", "Data arrive weeks late", "Two systems share nothing",
)  # fmt: skip
_TWIG = (1, 2, 3, 3, 2, 3, 3)
TODAY = date(2026, 11, 24)

pytestmark = pytest.mark.usefixtures("quiet")


@cache
def forty() -> Workbook:
    """Return 40 pages, half of each kind, of 50 boxes with five words each."""
    workbook, fresh, words = Workbook(), new_ids(3), cycle(_WORDS)
    for number in range(40):
        kind: PageKind = "theory" if number % 2 else "fishbone"
        depths = islice(cycle(_TWIG), 49)
        entries = tuple(Entry(at, f"{next(words)} {number}", False, "") for at in depths)
        outline = Outline(kind, f"Too many leave early {number}", "", entries)
        workbook = add_outline(workbook, outline, fresh)[0]
    return workbook


def made(workbook: Workbook, *kinds: str) -> Made:
    printed = tuple(PrintedPage(kind=it) for it in kinds)
    return make_packet(workbook, Packet(id="a" * 10, name="All", pages=printed), TODAY)


def scale() -> float:
    """Return by how much faster than this one the machine is on which gates were set."""
    return YARD_MS / median(yard() for _ in range(9))


def test_forty_pages_are_made_at_once(table: Table) -> None:
    it = made(forty(), "fishbone", "driver-diagram")
    pdf = packet_pdf(it.leaves, it.outfit)
    assert pdf.pages == 40
    words = sum(len(row.split()) for row in texts(forty()))
    assert (len(texts(forty())), words > 9_500) == (2_000, True)
    taken = times(lambda: packet_pdf(it.leaves, it.outfit), 9)[0] * scale()
    table.add("packet of 40 pages, 2,000 boxes, tagged", taken, 350, "ms", "drawings kept")
    table.add("its file", len(pdf.pdf) / 1024, 330, "KiB")


def texts(workbook: Workbook) -> list[str]:
    """Return the words of all boxes."""
    own = [it.text for page in workbook.fishbones for it in page.causes]
    below = [it.text for page in workbook.theories for it in page.drivers]
    heads = [page.title for page in pages(workbook)]
    return [*own, *below, *(it.text for it in workbook.ideas), *heads]


def test_tags_and_our_own_file_cost_little_beside_bare_drawing(table: Table) -> None:
    it = made(forty(), "fishbone", "driver-diagram")
    pictures = [drawn(leaf, it.outfit.paper) for leaf in it.leaves if isinstance(leaf, Diagram)]
    every = range(len(pictures))
    packet_pdf(it.leaves, it.outfit)
    bare, tagged, untagged = together(
        lambda: draw_bare(pictures),
        lambda: packet_pdf(it.leaves, it.outfit),
        lambda: glance(it.leaves, it.outfit, every),
    )
    table.add("packet, tagged, by bare ReportLab", tagged / bare, 1.5, "×", f"{bare:.0f} ms")
    table.add("tagged by untagged", tagged / untagged, 2, "×", f"{untagged:.0f} ms")


def together(*steps: Callable[[], object]) -> list[float]:
    """Return the median of several ways; they take turns, for the machine is busy."""
    rounds = [[times(step, 1)[0] for step in steps] for _ in range(5)]
    return [median(it) for it in zip(*rounds, strict=True)]


@pytest.mark.parametrize(("seen", "gate"), [((50, 51), 300.0), ((0, 1), 800.0)])
def test_what_is_looked_at_is_made_again_at_once(
    table: Table, seen: tuple[int, ...], gate: float
) -> None:
    """2,000 causes on one sheet and in words on a hundred; one of them is edited."""
    workbook, taken = large("fishbone"), list[float]()
    known: tuple[Known, ...] = ()
    for number in range(9):
        begin = process_time()
        it = made(edited(workbook, number), "cover", "fishbone", "outline")
        _, known = glance(it.leaves, it.outfit, seen, known)
        taken.append((process_time() - begin) * 1e3)
    table.add(f"2,000 causes, sides {seen}, after an edit", min(taken) * scale(), gate, "ms")


def edited(workbook: Workbook, number: int) -> Workbook:
    """Change the words of one cause."""
    page = workbook.fishbones[0]
    one = page.causes[1_000]
    other = replace(one, text=f"Edited {number} times")
    causes = tuple(other if it is one else it for it in page.causes)
    return replace(workbook, fishbones=(replace(page, causes=causes),))
