"""How large the text of a fishbone is on paper, and how long its layout takes.

Run by hand: ``pytest tests/benchmarks --override-ini addopts= -s``. Times are ratios to what is
timed in the same run.
"""

import gc
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from time import process_time

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "drawing"))

from typical_fishbones import marked, typical

from ilead_studio.drawing.fishbone import draw_fishbone, find_plan
from ilead_studio.drawing.marks import View
from ilead_studio.drawing.room import Room, scale_to
from ilead_studio.rules.outline import Row, outline

LETTER, SHEET, TABLOID = (696.0, 422.0), (720.0, 540.0), (1128.0, 578.0)
SEEDS = 32


def text_size(causes: int, room: Room, seed: int, *, signs: bool) -> float:
    """Return the size of causes and whys in points; 5 to 8 bones."""
    workbook, page = typical(causes, 5 + seed % 4, seed)
    rows, view = outline(workbook, page), View(marks=marked(page, seed) if signs else {})
    drawing = draw_fishbone(rows, find_plan(rows, room, view), view=view)
    return 10.0 * scale_to(drawing.bounds, room)


@pytest.mark.parametrize(
    ("causes", "room", "signs", "least"),
    [
        (60, LETTER, False, 8.0),
        (60, SHEET, False, 8.0),
        (120, TABLOID, False, 8.0),
        (60, LETTER, True, 7.3),  # 70 % of the items marked, and a legend
        (60, SHEET, True, 8.0),
        (120, TABLOID, True, 8.0),
    ],
)
def test_text_is_large_enough_on_paper(causes, room, signs, least):
    sizes = sorted(text_size(causes, room, seed, signs=signs) for seed in range(SEEDS))
    readable = sum(size >= 8.0 for size in sizes)
    print(
        f"\n{causes:4} causes on {room[0]:.0f} x {room[1]:.0f}{' with signs' if signs else '':11}"
        f" least {sizes[0]:5.2f}  median {sizes[SEEDS // 2]:5.2f}  most {sizes[-1]:5.2f}"
        f"  8 pt and more: {readable} of {SEEDS}"
    )
    assert sizes[0] >= least


@pytest.fixture
def quiet() -> Iterator[None]:
    """Collect garbage as the window does: not by itself."""
    gc.collect()
    gc.disable()
    yield
    gc.enable()


def best(step: Callable[[], object], times: int = 5) -> float:
    """Return the processor's seconds for the quickest of several runs."""
    taken = []
    for _ in range(times):
        begin = process_time()
        step()
        taken.append(process_time() - begin)
    return min(taken)


def page_rows(items: int) -> tuple[Row, ...]:
    return outline(*typical(items, 8, 1))


@pytest.mark.usefixtures("quiet")
def test_placing_is_linear_and_the_search_is_short():
    million = best(lambda: [None for _ in range(1_000_000)])  # 0.028 s on the machine of the goals
    placing = {}
    for items in (500, 2_000, 10_000):
        rows = page_rows(items)
        plan = find_plan(rows, TABLOID)
        placing[items] = best(lambda rows=rows, plan=plan: draw_fishbone(rows, plan))
        search = best(lambda rows=rows: find_plan(rows, TABLOID), 3)
        print(
            f"\n{items:6} items: placing {placing[items] * 1e3:6.2f} ms"
            f" ({placing[items] * 1e6 / items:.2f} per 1,000), search {search * 1e3:6.1f} ms;"
            f" as part of the loop {placing[items] / million:.2f}, {search / million:.2f}"
        )
    assert placing[10_000] / placing[2_000] <= 7.0
    assert placing[2_000] <= million * 0.2


@pytest.mark.skipif(shutil.which("dot") is None, reason="needs graphviz")
@pytest.mark.usefixtures("quiet")
def test_placing_takes_a_twentieth_of_dot():
    rows = page_rows(2_000)
    plan = find_plan(rows, TABLOID)
    ours = best(lambda: draw_fishbone(rows, plan))
    graph = "digraph {" + "".join(f'"{it.parent_id}"->"{it.id}";' for it in rows[1:]) + "}"
    theirs = min(_dot_seconds(graph) for _ in range(3))
    print(f"\n2,000 items: {ours * 1e3:.2f} ms, dot -Tplain {theirs * 1e3:.0f} ms")
    assert ours <= theirs / 20


def _dot_seconds(graph: str) -> float:
    """Return the processor's seconds that dot takes for a graph."""
    import resource

    begin = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    subprocess.run(["dot", "-Tplain"], input=graph.encode(), capture_output=True, check=True)
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - begin
