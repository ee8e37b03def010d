"""What places in the square of effort and impact are called."""

import pytest

from ilead_studio.rules.square import NAMINGS, Naming, naming_words, quarters, square_words

PLACES = ((1, 4), (3, 3), (2, 2), (4, 1))


def test_the_square_has_a_name_for_each_quarter() -> None:
    assert square_words(1, 4) == "low effort, high impact: quick win"
    assert [square_words(*it).partition(": ")[2] for it in PLACES] == [
        "quick win", "major project", "fill-in", "avoid",
    ]  # fmt: skip
    assert square_words(0, 4) == "not placed yet"


def test_pick_is_implement_challenge_possible_kick_out() -> None:
    words = [square_words(*it, "pick") for it in PLACES]
    assert words[0] == "low effort, high impact: implement"
    assert [it.partition(": ")[2] for it in words] == [
        "implement", "challenge", "possible", "kick out",
    ]  # fmt: skip


@pytest.mark.parametrize("naming", NAMINGS)
def test_the_names_on_the_paper_are_those_in_the_words(naming: Naming) -> None:
    said = [square_words(*it, naming).partition(": ")[2] for it in PLACES]
    shown = [it.lower() for it in quarters(naming)]
    assert all(on.startswith(it) for on, it in zip(shown, said, strict=True))
    assert all(it in naming_words(naming).lower() for it in shown)
