"""How large the words of a driver diagram are on paper, how fast it is drawn, against ``dot``."""

import shutil
import subprocess
import sys
import time

import pytest
from driver_documents import grown

from ilead_studio.drawing.continued import continued
from ilead_studio.drawing.driver import draw_theory, find_theory_plan
from ilead_studio.drawing.driver_columns import tree_of
from ilead_studio.drawing.driver_plan import arranged
from ilead_studio.drawing.marks import Marks, View
from ilead_studio.drawing.ops import Drawing, TextLine, placed_groups
from ilead_studio.drawing.room import scale_to

LETTER, TABLOID, SCREEN = (696.0, 422.0), (1128.0, 578.0), (936.0, 470.0)
STATES = ("proposed", "testing", "adapting", "adopted", "abandoned")


def signed(rows):
    """Mark every idea with its state and cycles, every driver with measures and causes."""
    marks = {}
    for at, row in enumerate(rows):
        if row.role.value == "idea":
            cycles = ("decided",) * (at % 4)
            marks[row.id] = Marks(idea_state=STATES[at % 5], cycles=cycles)
        elif row.role.value == "driver":
            marks[row.id] = Marks(measures=at % 2, answers=at % 3)
    return View(marks=marks)


def sizes(drawing: Drawing, room) -> tuple[float, float]:
    """Return the sizes in points, printed, of the body and of the smallest words of all."""
    scale = scale_to(drawing.bounds, room)
    texts = [
        op.size for it in placed_groups(drawing) for op in it.group.ops if isinstance(op, TextLine)
    ]
    return 10 * scale, min(texts) * scale


@pytest.mark.parametrize(
    ("boxes", "room", "name", "least"),
    [
        (15, LETTER, "Letter", 10.0),
        (30, LETTER, "Letter", 8.0),
        (30, SCREEN, "16:9", 8.0),
        (60, LETTER, "Letter", 0.0),
        (60, TABLOID, "Tabloid", 8.0),
        (120, TABLOID, "Tabloid", 0.0),
    ],
)
@pytest.mark.parametrize("signs", [False, True])
def test_words_can_be_read(boxes, room, name, least, signs, capsys):
    found = []
    for seed in range(8):
        rows = grown(boxes, seed=seed)
        view = signed(rows) if signs else View()
        drawing = draw_theory(rows, find_theory_plan(rows, room, view), view=view)
        found.append(sizes(drawing, room))
    body, small = (sorted(it) for it in zip(*found, strict=True))
    with capsys.disabled():
        signed_words = "with signs" if signs else "          "
        sys.stdout.write(
            f"\n{boxes:4} boxes {signed_words} on {name:8} body {body[0]:4.1f}-{body[-1]:4.1f} pt,"
            f" smallest {small[0]:4.1f} pt"
        )
    assert body[0] >= least
    assert small[0] >= min(least, 7.0)


@pytest.mark.parametrize("boxes", [60, 120, 300])
def test_what_does_not_fit_continues(boxes, capsys):
    rows = grown(boxes)
    seconds = quickest(lambda: continued(rows, LETTER), 1)
    pages = continued(rows, LETTER)
    body = {round(sizes(it, LETTER)[0], 1) for it in pages}
    with capsys.disabled():
        counts = [len(list(placed_groups(it))) for it in pages]
        sys.stdout.write(f"\n{boxes:4} boxes on Letter: {counts} at {body} pt, {seconds:.2f} s")
    assert len(body) == 1
    assert min(body) >= 8.0


@pytest.mark.parametrize(("share", "part"), [(0.0, 20), (0.1, 10)])
def test_two_thousand_boxes_against_dot(share, part, capsys):
    if shutil.which("dot") is None:
        pytest.skip("Graphviz is not installed (apt-get install graphviz).")
    rows = grown(2000, share)
    plan = find_theory_plan(rows, LETTER)
    layout = quickest(lambda: arranged(tree_of(rows), plan))
    whole = quickest(lambda: draw_theory(rows, plan))
    source = dot_source(rows)
    theirs = quickest(lambda: subprocess.run(
        ["dot", "-Tplain"], input=source, capture_output=True, check=True, text=True
    ), 2)  # fmt: skip
    with capsys.disabled():
        sys.stdout.write(
            f"\n2,000 boxes, {share:.0%} links: placed {layout * 1000:.1f} ms, drawn"
            f" {whole * 1000:.1f} ms, dot {theirs * 1000:.0f} ms: 1/{theirs / layout:.0f} and"
            f" 1/{theirs / whole:.0f}"
        )
    assert layout <= theirs / part


def dot_source(rows) -> str:
    """Return the same boxes and links for Graphviz."""
    lines = ["digraph {", "rankdir=RL; node [shape=box]"]
    for row in rows:
        lines.append(f'{row.id} [label="{row.text}"]')
        lines += (f"{row.id} -> {up}" for up in (row.parent_id, *row.also) if up)
    return "\n".join([*lines, "}"])


def test_time_grows_with_the_boxes(capsys):
    seconds = []
    for boxes in (2000, 10_000):
        rows = grown(boxes, 0.0)
        plan = find_theory_plan(rows, LETTER)
        seconds.append(quickest(lambda rows=rows, plan=plan: arranged(tree_of(rows), plan)))
    with capsys.disabled():
        sys.stdout.write(f"\n10,000 boxes take {seconds[1] / seconds[0]:.1f} times the 2,000")
    assert seconds[1] / seconds[0] <= 7


@pytest.mark.parametrize(("boxes", "most"), [(100, 30), (2000, 5)])
def test_a_plan_is_found_quickly(boxes, most, capsys):
    rows = grown(boxes)
    plan = find_theory_plan(rows, LETTER)
    search = quickest(lambda: find_theory_plan(rows, LETTER))
    drawing = quickest(lambda: draw_theory(rows, plan))
    with capsys.disabled():
        ratio = search / drawing
        sys.stdout.write(f"\n{boxes} boxes: plan in {search * 1000:.0f} ms, {ratio:.1f} drawings")
    assert search <= most * drawing


def quickest(work, runs: int = 5) -> float:
    """Return the seconds of the best of some runs."""
    seconds = []
    for _ in range(runs):
        start = time.perf_counter()
        work()
        seconds.append(time.perf_counter() - start)
    return min(seconds)
