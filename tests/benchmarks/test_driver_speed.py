"""How fast a driver diagram is placed and drawn, against ``dot`` and a loop of the same run."""

import resource
import shutil
import subprocess
from collections.abc import Callable
from functools import partial
from itertools import count

import pytest
from conftest import Table, times
from large_pages import large
from typical_theories import grown

from ilead_studio import edits
from ilead_studio.drawing import driver_blocks, driver_measure
from ilead_studio.drawing.continued import continued
from ilead_studio.drawing.driver import draw_theory, find_theory_plan
from ilead_studio.drawing.driver_columns import tree_of
from ilead_studio.drawing.driver_plan import arranged
from ilead_studio.rules.outline import Row, outline

LETTER = (696.0, 422.0)
Rows = tuple[Row, ...]

pytestmark = pytest.mark.usefixtures("quiet")


def best(step: Callable[[], object], runs: int = 9) -> float:
    """Return the processor's milliseconds of the quickest run."""
    return times(step, runs)[0]


def loop() -> float:
    """Return the milliseconds of a million steps: 25 to 28 on a free core."""
    return best(lambda: [None for _ in range(1_000_000)], 5)


def placing(rows: Rows) -> float:
    """Return the milliseconds of a full layout: texts are set, but nothing is packed yet."""
    plan = find_theory_plan(rows, LETTER)

    def place() -> None:
        driver_blocks._branch.cache_clear()
        arranged(tree_of(rows), plan)

    return best(place)


@pytest.mark.skipif(shutil.which("dot") is None, reason="needs graphviz")
@pytest.mark.parametrize("boxes", [50, 500, 2_000])
@pytest.mark.parametrize(("kind", "share", "part"), [("tree", 0.0, 20), ("DAG", 0.1, 10)])
def test_placing_against_dot(boxes: int, kind: str, share: float, part: int, table: Table) -> None:
    rows = grown(boxes, share)
    ours, theirs = placing(rows), dot(rows)
    name = f"theory of {boxes:,} ({kind}) placed, of the time of dot"
    table.add(name, 100 * ours / theirs, 100 / part, "%", f"{ours:.1f} ms, dot {theirs:.0f} ms")


def dot(rows: Rows) -> float:
    """Return the processor's milliseconds that Graphviz takes for the same boxes and links."""
    lines = ["digraph {", "rankdir=RL; node [shape=box]"]
    for row in rows:
        lines.append(f'{row.id} [label="{row.text}"]')
        lines += (f"{row.id} -> {up}" for up in (row.parent_id, *row.also) if up)
    source, taken = "\n".join([*lines, "}"]), []
    for _ in range(2):
        begin = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
        subprocess.run(["dot", "-Tplain"], input=source.encode(), capture_output=True, check=True)
        taken.append((resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - begin) * 1e3)
    return min(taken)


def test_placing_is_linear(table: Table) -> None:
    """The loop takes 25 to 28 ms on a free core; 16 % would be 2 ms per 1,000 boxes."""
    taken = {boxes: placing(grown(boxes, 0.0)) for boxes in (2_000, 10_000)}
    whole = loop()
    beside = f"{taken[2_000]:.1f} ms, the loop {whole:.1f}"
    table.add("theory of 2,000 placed, of a loop", 100 * taken[2_000] / whole, 48.0, "%", beside)
    growth = taken[10_000] / taken[2_000]
    table.add("theory of 10,000 placed", growth, 7.0, "×", "that of 2,000")


def test_a_rename_in_a_large_theory(table: Table) -> None:
    """The loop takes 25 to 28 ms on a free core; 23 % are 6 ms. On a busy one it suffers less."""
    book = large("theory")
    rows = outline(book, book.theories[0])
    plan, numbers = find_theory_plan(rows, LETTER), count()
    draw_theory(rows, plan)

    def renamed(words: str) -> Rows:
        after = edits.rename(book, rows[1_000].id, f"{words} {next(numbers)}")
        return outline(after, after.theories[0])

    for name, words in (("one line", "Isolated"), ("more lines", "Felt as isolated " * 9)):
        waiting = iter([renamed(words) for _ in range(9)])
        taken = best(lambda waiting=waiting: draw_theory(next(waiting), plan))
        whole = loop()
        beside = f"{taken:.1f} ms, the loop {whole:.1f}"
        what = f"theory of 2,000 drawn after a rename ({name}), of a loop"
        table.add(what, 100 * taken / whole, 40.0, "%", beside)


def search_anew(rows: Rows) -> None:
    """Search a plan of boxes of which no column was measured yet."""
    driver_measure._column.cache_clear()
    find_theory_plan(rows, LETTER)


def test_a_plan_is_found_quickly(table: Table) -> None:
    for boxes, gate in ((100, 1.5), (2_000, 6.0)):
        search, whole = best(partial(search_anew, grown(boxes)), 3), loop()
        name, beside = f"plan of a theory of {boxes:,}", f"a loop, {search:.0f} ms"
        table.add(name, search / whole, gate, "×", beside)


def test_two_thousand_boxes_continue_quickly(table: Table) -> None:
    book = large("theory")
    rows = outline(book, book.theories[0])
    pages: list[int] = []
    taken = times(lambda: pages.append(len(continued(rows, LETTER))), 1)[0]
    table.add("theory of 2,000 on pages", taken, 500.0, "ms", f"{pages[0]} pages of Letter")
