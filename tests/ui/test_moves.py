"""How items go to their new places."""

import pytest

from ilead_studio.ui.canvas.moves import moves

NOBODY: frozenset[str] = frozenset()


def test_items_begin_where_they_were_and_end_at_their_place() -> None:
    way = moves({"a": (0.0, 0.0)}, {"a": (30.0, 10.0)}, NOBODY, 1.0)
    assert way is not None
    assert way.step("a") == (-30.0, -10.0)
    assert way.with_left(0.5).step("a") == (-15.0, -5.0)
    assert way.with_left(0.0).step("a") == (0.0, 0.0)
    assert way.reach == (30.0, 10.0)


def test_new_items_fade_in_where_they_stay() -> None:
    way = moves({}, {"a": (30.0, 10.0)}, NOBODY, 1.0)
    assert way is not None
    assert way.step("a") == (0.0, 0.0)
    assert [way.with_left(left).opacity("a") for left in (1.0, 0.25, 0.0)] == [0.0, 0.75, 1.0]


def test_what_is_being_typed_is_at_its_place_at_once() -> None:
    way = moves({"a": (0.0, 0.0), "b": (0.0, 0.0)}, {"a": (9.0, 0.0), "b": (9.0, 0.0)},
                frozenset({"a", "new"}), 0.8)  # fmt: skip
    assert way is not None
    assert way.step("a") == (0.0, 0.0)
    assert (way.size("a"), way.opacity("new")) == (1.0, 1.0)
    assert way.size("b") == pytest.approx(0.8)


def test_nothing_moves_when_everything_is_where_it_was() -> None:
    assert moves({"a": (5.0, 5.0)}, {"a": (5.1, 5.0)}, NOBODY, 1.0) is None
    assert moves({"a": (5.0, 5.0), "gone": (0.0, 0.0)}, {"a": (5.0, 5.0)}, NOBODY, 1.0) is None
