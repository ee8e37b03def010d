"""How large the words of a fishbone are on paper, how fast it is drawn, against ``dot``."""

import resource
import shutil
import subprocess
import sys
from time import process_time

import pytest
from typical_fishbones import marked, typical

from ilead_studio.drawing import fishbone
from ilead_studio.drawing.fishbone import draw_fishbone, find_plan
from ilead_studio.drawing.marks import View
from ilead_studio.drawing.room import scale_to
from ilead_studio.model import replace
from ilead_studio.rules.outline import outline

LETTER, SHEET, TABLOID = (696.0, 422.0), (720.0, 540.0), (1128.0, 578.0)
SEEDS = 32


def text_size(causes, room, seed, signs) -> float:
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
        (60, LETTER, True, 8.0),  # 70 % of the items marked, and a legend
        (60, SHEET, True, 8.0),
        (120, TABLOID, True, 8.0),
    ],
)
def test_words_can_be_read(causes, room, signs, least, capsys):
    sizes = sorted(text_size(causes, room, seed, signs) for seed in range(SEEDS))
    readable = sum(size >= 8.0 for size in sizes)
    with capsys.disabled():
        sys.stdout.write(
            f"\n{causes:4} causes {'with signs' if signs else '':10}"
            f" on {room[0]:4.0f} x {room[1]:.0f}: least {sizes[0]:5.2f},"
            f" median {sizes[SEEDS // 2]:5.2f}, most {sizes[-1]:5.2f} pt;"
            f" 8 pt and more on {readable} of {SEEDS} pages"
        )
    assert sizes[0] >= least


def best(step, times=9) -> float:
    """Return the processor's milliseconds of the quickest run."""
    taken = []
    for _ in range(times):
        begin = process_time()
        step()
        taken.append((process_time() - begin) * 1e3)
    return min(taken)


@pytest.mark.usefixtures("quiet")
def test_placing_is_quick_and_linear(table):
    """Placing is timed with no block where it was before; the loop takes 26 ms on a free core.

    So 15 % of it are 2 ms for each 1,000 items.
    """
    loop, placing = best(lambda: [None for _ in range(1_000_000)]), {}
    for items, gate in ((2_000, 20.0), (10_000, 100.0)):
        rows = outline(*typical(items, 8, 1))
        plan = find_plan(rows, TABLOID)

        def place(rows=rows, plan=plan):
            fishbone._moved.cache_clear()
            draw_fishbone(rows, plan)

        placing[items] = best(place)
        still = best(lambda rows=rows, plan=plan: draw_fishbone(rows, plan))
        beside = f"{placing[items]:.1f} ms, {still:.1f} if nothing changes"
        share = 100 * placing[items] / loop
        table.add(f"fishbone of {items} placed, of a loop", share, gate, "%", beside)
    growth = placing[10_000] / placing[2_000]
    table.add("fishbone of 10,000 placed", growth, 7.0, "×", "that of 2,000")


@pytest.mark.usefixtures("quiet")
def test_after_one_edit_only_its_bone_is_measured_anew(table):
    loop = best(lambda: [None for _ in range(1_000_000)])
    workbook, page = typical(2_000, 8, 1)
    rows = outline(workbook, page)
    plan = find_plan(rows, TABLOID)
    search = best(lambda: find_plan(rows, TABLOID), 3)
    for what, step, gate in (
        ("drawn", lambda rows: draw_fishbone(rows, plan), 15.0),
        ("searched for a plan", lambda rows: find_plan(rows, TABLOID), 120.0),
    ):
        edited = iter([outline(workbook, reworded(page, f"{what} {at}")) for at in range(8)])
        step(next(edited))
        taken = best(lambda edited=edited, step=step: step(next(edited)), 7)
        beside = f"{taken:.1f} ms" + (f", {search:.1f} if nothing changes" if gate > 100 else "")
        table.add(f"fishbone of 2000 {what} after one edit", 100 * taken / loop, gate, "%", beside)


def reworded(page, words):
    """Return a page with other words in one cause."""
    first, cause, *rest = page.causes
    return replace(page, causes=(first, replace(cause, text=words), *rest))


@pytest.mark.skipif(shutil.which("dot") is None, reason="needs graphviz")
@pytest.mark.usefixtures("quiet")
def test_two_thousand_causes_against_dot(table):
    rows = outline(*typical(2_000, 8, 1))
    plan = find_plan(rows, TABLOID)
    ours = best(lambda: draw_fishbone(rows, plan))
    graph = "digraph {" + "".join(f'"{it.parent_id}"->"{it.id}";' for it in rows[1:]) + "}"
    theirs = min(_dot(graph) for _ in range(3))
    beside = f"{ours:.1f} ms, dot -Tplain {theirs:.0f} ms"
    table.add("fishbone of 2,000, of the time of dot", 100 * ours / theirs, 5.0, "%", beside)


def _dot(graph: str) -> float:
    """Return the processor's milliseconds that dot takes for a graph."""
    begin = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    subprocess.run(["dot", "-Tplain"], input=graph.encode(), capture_output=True, check=True)
    return (resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - begin) * 1e3
