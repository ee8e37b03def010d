"""Where two sequences differ."""

from hypothesis import given
from hypothesis import strategies as st

from ilead_studio.model.stretch import Stretch, stretch

letters = st.text("abc", max_size=8)


@given(letters, letters)
def test_outside_of_the_stretch_both_are_the_same(old: str, new: str) -> None:
    at = stretch(old, new)
    assert old[: at.start] == new[: at.start]
    assert old[at.old :] == new[at.new :]
    assert at.start <= min(at.old, at.new)
    assert at.is_empty == (old == new)


def test_the_stretch_is_as_short_as_it_can_be() -> None:
    assert stretch("abcd", "abxcd") == Stretch(2, 2, 3)
    assert stretch("abcd", "abd") == Stretch(2, 3, 2)
    assert stretch("abcd", "axcd") == Stretch(1, 2, 2)
    assert stretch("aa", "aaa") == Stretch(2, 2, 3)
    assert stretch("", "ab") == Stretch(0, 0, 2)


def test_records_are_told_apart_by_identity_unless_another_way_is_given() -> None:
    one, two = ["a", "b"], ["c"]
    assert stretch((one, two), (list(one), two)) == Stretch(0, 1, 1)
    assert stretch((one, two), (list(one), two), list.__eq__).is_empty
