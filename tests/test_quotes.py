"""Quotation marks in words that are quoted are single ones."""

import pytest

from ilead_studio.words import say


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("Is it so: “{it}”?", "Is it so: “‘Not my job’ norm”?"),
        ("It is {it}.", "It is “Not my job” norm."),
        ("“{it}” and {it}", "“‘Not my job’ norm” and ‘Not my job’ norm"),
    ],
)
def test_quotes_within_quotes_are_single(sentence: str, said: str) -> None:
    assert say(sentence, it="“Not my job” norm") == said


def test_other_parts_stay_as_they_are() -> None:
    assert say("“{number}” of {all}", number=3, all="“x”") == "“3” of “x”"
