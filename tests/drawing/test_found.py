"""Where found words stand on a drawing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ilead_studio.drawing.found import found_boxes
from ilead_studio.drawing.ops import Box, Group
from ilead_studio.drawing.text import text_line, width

SIZE = 10.0


def set_in(*lines: str) -> Group:
    ops = tuple(
        text_line(5.0, 12.0 * at, line, "Regular", SIZE, "ink") for at, line in enumerate(lines, 1)
    )
    sign = text_line(0.0, 12.0, "teach", "Regular", SIZE, "ink_soft")
    return Group("one", "why", 0.0, 0.0, Box(0, 0, 90, 40), Box(0, 0, 90, 40), (*ops, sign))


def test_a_box_stands_behind_the_letters_and_nothing_else() -> None:
    (box,) = found_boxes(set_in("One coach serves 22 new teachers"), "TEACH")
    assert box.x == pytest.approx(5.0 + width("One coach serves 22 new ", "Regular", SIZE))
    assert box.w == pytest.approx(width("teach", "Regular", SIZE))
    assert box.y < 12.0 - 0.6 * SIZE
    assert box.bottom > 12.0


def test_words_over_two_lines_have_a_box_on_each() -> None:
    one, two = found_boxes(set_in("Buses come", "late again"), "come late")
    assert (one.right, two.x) == (
        pytest.approx(5.0 + width("Buses come", "Regular", SIZE)),
        pytest.approx(5.0),
    )
    assert two.y > one.y


def test_nothing_is_marked_for_nothing_and_signs_are_no_words() -> None:
    assert found_boxes(set_in("Buses"), "") == ()
    assert found_boxes(set_in("Buses"), "teach") == ()


@given(st.text(alphabet="aÉạ 中\u0303", max_size=12), st.text(alphabet="aé ", max_size=2))
def test_every_box_lies_on_its_line(text: str, words: str) -> None:
    group = set_in(text)
    for box in found_boxes(group, words):
        assert 5.0 <= box.x <= box.right <= 5.0 + group.ops[0].width + 0.001
