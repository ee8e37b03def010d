"""Keeps the last answers of a function about immutable values, told apart by identity.

Work that is done beside the window asks here too, so an answer may be gone between two lines.
Hashing a whole workbook to look it up would cost more than most answers. Where an answer is asked
for about the next value of the same thing, it can be made from the last one. An answer may have
sentences in it, so those of each language are kept apart.
"""

from collections import OrderedDict, deque
from collections.abc import Callable, Hashable
from contextlib import suppress
from functools import wraps
from typing import Any, Final, Generic, TypeVar, TypeVarTuple

from ilead_studio.words import spoken_now

Values = TypeVarTuple("Values")
Answer = TypeVar("Answer")
Value = TypeVar("Value")
Name = TypeVar("Name", bound=Hashable)

MOST: Final = 16
"""Answers kept of each function; those about a page of 2,000 items take about 1 MB."""
_MOST_ABOUT: Final = 6
"""Answers kept of each function that is asked ahead: what one key may ask for, and some before."""
_MOST_NEWEST: Final = 64
"""Things about which the newest answer is kept: pages, or the bones of several."""


def kept_by_identity(function: Callable[[*Values], Answer]) -> Callable[[*Values], Answer]:
    """Keep the last answers of a function of immutable values, given by position."""
    return keeping(MOST)(function)


def keeping(
    most: int,
) -> Callable[[Callable[[*Values], Answer]], Callable[[*Values], Answer]]:
    """Keep as many answers, told apart by the identity of the values.

    An entry holds its arguments, so no identity in a key can be used again while it is kept.
    """
    return lambda function: _kept(function, most)


def _kept(function: Callable[[*Values], Answer], most: int) -> Callable[[*Values], Answer]:
    answers: OrderedDict[tuple[object, ...], tuple[object, Answer]] = OrderedDict()

    @wraps(function)
    def ask(*values: *Values) -> Answer:
        key = (spoken_now(), *map(id, values))
        known = answers.get(key)
        if known is not None:
            _last(answers, key)
            return known[1]
        answer = function(*values)
        answers[key] = (values, answer)
        if len(answers) > most:
            answers.popitem(last=False)
        return answer

    # as the functions of functools that keep answers have it
    vars(ask).update(cache_clear=answers.clear, cache_parameters=lambda: {"maxsize": most})
    return ask


def kept_about(
    function: Callable[[Value, *Values], Answer],
) -> Callable[[Value, *Values], Answer]:
    """Keep the last answers about an immutable value; all else is told apart by what it says.

    So an answer that was made ahead is found again by whoever asks the same with words of its own.
    """
    return _kept_about(function, _MOST_ABOUT)


def _kept_about(
    function: Callable[[Value, *Values], Answer], most: int
) -> Callable[[Value, *Values], Answer]:
    answers: OrderedDict[object, tuple[Value, Answer]] = OrderedDict()

    @wraps(function)
    def ask(value: Value, *further: *Values) -> Answer:
        key = (spoken_now(), id(value), further)
        known = answers.get(key)
        if known is None:
            known = answers[key] = (value, function(value, *further))
            if len(answers) > most:
                answers.popitem(last=False)
        return known[1]

    return ask


def keeping_alike(
    most: int,
) -> Callable[[Callable[[*Values], Answer]], Callable[[*Values], Answer]]:
    """Keep as many answers, told apart by what the values say; they need no hash.

    For answers that take far longer than to compare their values with those of the kept ones.
    """
    return lambda function: _kept_alike(function, most)


def _kept_alike(function: Callable[[*Values], Answer], most: int) -> Callable[[*Values], Answer]:
    answers: deque[tuple[str, tuple[*Values], Answer]] = deque(maxlen=most)

    @wraps(function)
    def ask(*values: *Values) -> Answer:
        for language, known, answer in tuple(answers):
            if language == spoken_now() and known == values:
                return answer
        answer = function(*values)
        answers.appendleft((spoken_now(), values, answer))
        return answer

    return ask


def _last(answers: OrderedDict[Name, Any], name: Name) -> None:
    """Let an answer be forgotten last; another thread may have forgotten it just now."""
    with suppress(KeyError):
        answers.move_to_end(name)


class Newest(Generic[Answer]):
    """The newest answer about each of a few things, from which the next one is made."""

    def __init__(self, most: int = _MOST_NEWEST) -> None:
        self._answers: OrderedDict[tuple[str, str], Answer] = OrderedDict()
        self._most = most

    def about(self, name: str) -> Answer | None:
        """Return the newest answer about something; None if there is none."""
        return self._answers.get((spoken_now(), name))

    def keep(self, name: str, answer: Answer) -> Answer:
        """Keep an answer in place of the last one about the same thing, and return it."""
        key = (spoken_now(), name)
        self._answers[key] = answer
        _last(self._answers, key)
        if len(self._answers) > self._most:
            self._answers.popitem(last=False)
        return answer


class FromSource(Generic[Answer]):
    """The newest answer about each of a few things, made anew where its source says another thing.

    For answers that take far longer than to compare what they are made from.
    """

    def __init__(self, most: int) -> None:
        self._newest = Newest[tuple[object, Answer]](most)

    def about(self, name: str, source: object, make: Callable[[], Answer]) -> Answer:
        """Return the answer about a thing, as it is made from a source."""
        last = self._newest.about(name)
        if last is not None and last[0] == source:
            return last[1]
        return self._newest.keep(name, (source, make()))[1]
