"""The steps of a ramp hold their words, however little room there is."""

import pytest

from ilead_studio.drawing.ops import TextLine, placed_groups
from ilead_studio.drawing.ramp import Stair, draw_ramp
from ilead_studio.drawing.room import Room

WORDS = "They leave before noon and come back with a question of their own"
STEPS = tuple(
    Stair(f"step{at}", f"P{at}", "cycle, expand", "one class, five days", "5 – 9 October",
          (("Learned", WORDS), ("Act", WORDS)))
    for at in range(1, 5)
)  # fmt: skip


@pytest.mark.parametrize("room", [(700.0, 380.0), (420.0, 210.0), (300.0, 220.0)])
def test_no_word_stands_below_its_step(room: Room) -> None:
    drawing = draw_ramp(STEPS, room)
    for it in placed_groups(drawing):
        lines = [op for op in it.group.ops if isinstance(op, TextLine)]
        assert max(line.y for line in lines) <= it.group.box.bottom


def test_steps_on_which_nobody_writes_are_as_high_as_their_words() -> None:
    high = draw_ramp(STEPS[:2], (700.0, 380.0)).bounds.h
    assert high < 380.0 * 0.6
    assert draw_ramp(STEPS[:2], (700.0, 760.0)).bounds.h == high


def test_with_room_one_to_write_on_is_as_large_as_the_room() -> None:
    planned = STEPS[-1]._replace(told=(("Learned", ""), ("Act", "")), is_open=True)
    bounds = draw_ramp((*STEPS[:-1], planned), (700.0, 380.0)).bounds
    assert (bounds.w, bounds.h) == pytest.approx((700.0, 380.0), abs=6)
    small = draw_ramp(STEPS, (300.0, 220.0)).bounds
    assert small.w > 300, "it is scaled down"
