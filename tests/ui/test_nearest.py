"""Where an arrow goes from an item."""

from itertools import permutations

from ilead_studio.drawing.ops import Box
from ilead_studio.ui.canvas.nearest import nearest


def test_of_two_items_as_near_the_one_whose_middle_is_nearer() -> None:
    here = ("bone", Box(0.0, 0.0, 100.0, 20.0))
    left, right = ("left", Box(-90.0, 30.0, 100.0, 10.0)), ("right", Box(60.0, 30.0, 100.0, 10.0))
    for order in permutations((here, left, right)):
        assert nearest(dict(order), "bone", (0, 1)) == "right"
