"""Answers kept by the identity of what was asked about."""

import sys
from collections.abc import Callable
from threading import Thread

import pytest

from ilead_studio.rules.kept import (
    MOST,
    FromSource,
    keeping,
    keeping_alike,
    kept_about,
    kept_by_identity,
)

asked: list[object] = []


@kept_by_identity
def shout(words: tuple[str, ...], sign: str) -> str:
    """Answer, and say so in ``asked``."""
    asked.append(words)
    return " ".join(words).upper() + sign


def words_of(text: str) -> tuple[str, ...]:
    """Return a tuple that is an object of its own, as no constant is."""
    return tuple(text.split())


def test_the_same_objects_are_asked_about_once() -> None:
    words = words_of("same objects")
    asked.clear()
    assert [shout(words, "!"), shout(words, "!")] == ["SAME OBJECTS!"] * 2
    assert asked == [words]


def test_equal_objects_are_not_the_same() -> None:
    one, two = words_of("equal words"), words_of("equal words")
    asked.clear()
    assert shout(one, "!") == shout(two, "!")
    assert len(asked) == 2


def test_every_argument_counts() -> None:
    words = words_of("every argument")
    assert (shout(words, "!"), shout(words, "?")) == ("EVERY ARGUMENT!", "EVERY ARGUMENT?")


def test_the_answer_asked_for_longest_ago_goes_first() -> None:
    many = [words_of(f"word {number}") for number in range(MOST + 1)]
    for words in many[:-1]:
        shout(words, "!")
    asked.clear()
    shout(many[0], "!")
    assert asked == []
    shout(many[-1], "!")
    asked.clear()
    shout(many[0], "!")
    assert asked == []
    shout(many[1], "!")
    assert asked == [many[1]]
    assert (shout.__name__, shout.__doc__) == ("shout", "Answer, and say so in ``asked``.")


def test_what_is_asked_about_a_value_is_told_apart_by_what_it_says() -> None:
    about: list[str] = []

    @kept_about
    def signed(words: tuple[str, ...], sign: str) -> str:
        about.append(sign)
        return " ".join(words) + sign

    words = words_of("about a value")
    for sign in ("?!", "".join(("?", "!")), "."):
        signed(words, sign)
    assert about == ["?!", "."]
    assert signed(words_of("about a value"), ".") == "about a value."
    assert about == ["?!", ".", "."]


def test_what_has_no_hash_is_told_apart_by_what_it_says() -> None:
    about: list[int] = []

    @keeping_alike(2)
    def added(numbers: list[int]) -> int:
        about.extend(numbers)
        return sum(numbers)

    assert [added([1]), added([1]), added([2]), added([1])] == [1, 1, 2, 1]
    assert about == [1, 2]
    added([3])
    assert added([1]) == 1
    assert about == [1, 2, 3, 1]


def test_an_answer_is_made_anew_where_its_source_says_another_thing() -> None:
    kept, made = FromSource[int](1), list[str]()

    def about(name: str, source: list[int]) -> int:
        return kept.about(name, source, lambda: made.append(name) or sum(source))  # type: ignore[func-returns-value]  # notes that it was asked

    assert [about("a", [1]), about("a", [1]), about("a", [2]), about("b", [2])] == [1, 1, 2, 2]
    assert made == ["a", "a", "b"]
    assert about("a", [2]) == 2
    assert made == ["a", "a", "b", "a"]


@pytest.mark.parametrize("keep", [keeping(1), keeping_alike(1)])
def test_an_answer_that_another_thread_has_let_go_is_made_again(
    keep: Callable[[Callable[[tuple[int]], int]], Callable[[tuple[int]], int]],
) -> None:
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    ask = keep(lambda value: value[0])
    wrong: list[object] = []

    def ask_often(values: tuple[tuple[int], ...] = ((1,), (2,))) -> None:
        try:
            wrong.extend(it for _ in range(5_000) for it in values if ask(it) != it[0])
        except KeyError as error:
            wrong.append(error)

    threads = [Thread(target=ask_often) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    sys.setswitchinterval(before)
    assert wrong == []
