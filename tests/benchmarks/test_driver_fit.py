"""How large the words of a driver diagram are on paper."""

import sys

import pytest
from typical_theories import grown

from ilead_studio.drawing.continued import continued
from ilead_studio.drawing.driver import draw_theory, find_theory_plan
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
    pages = [it.drawing for it in continued(rows, LETTER)]
    body = {round(sizes(it, LETTER)[0], 1) for it in pages}
    with capsys.disabled():
        counts = [len(list(placed_groups(it))) for it in pages]
        sys.stdout.write(f"\n{boxes:4} boxes on Letter: {counts} at {body} pt")
    assert len(body) == 1
    assert min(body) >= 8.0
