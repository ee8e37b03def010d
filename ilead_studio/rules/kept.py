"""Keeps the last answers of a function about immutable values, told apart by identity.

Hashing a whole workbook to look it up would cost more than most answers.
"""

from collections import OrderedDict
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

Values = ParamSpec("Values")
Answer = TypeVar("Answer")


def kept_by_identity(
    most: int,
) -> Callable[[Callable[Values, Answer]], Callable[Values, Answer]]:
    """Return a decorator that keeps the last ``most`` answers of a function.

    An entry holds its arguments, so no identity in a key can be used again while it is kept.
    Arguments are given by position.
    """

    def keep(function: Callable[Values, Answer]) -> Callable[Values, Answer]:
        answers: OrderedDict[tuple[int, ...], tuple[object, Answer]] = OrderedDict()

        @wraps(function)
        def ask(*values: Values.args, **named: Values.kwargs) -> Answer:
            key = tuple(map(id, values))
            if key in answers:
                answers.move_to_end(key)
                return answers[key][1]
            answer = function(*values, **named)
            answers[key] = (values, answer)
            if len(answers) > most:
                answers.popitem(last=False)
            return answer

        return ask

    return keep
