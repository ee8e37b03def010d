"""JSON as a careful reader wants it: no names twice, no numbers that are none, no broken letters.

The standard library accepts all of these silently, and so files would say one thing to us and
another to the next program.
"""

import json
import math
import re
from typing import NoReturn

from ilead_studio.words import say

_BROKEN_LETTER = re.compile(r"[\ud800-\udfff]")


class Flaw(ValueError):
    """Why bytes are not careful JSON; ``str(flaw)`` is a sentence for the user."""


def parsed(data: bytes) -> object:
    """Return what JSON bytes say.

    Raises:
        Flaw: if they are not JSON, or not careful JSON.
    """
    try:
        text = data.decode()
        return json.loads(
            text, object_pairs_hook=_object, parse_float=_number, parse_constant=_no_number
        )
    except Flaw:
        raise
    except UnicodeDecodeError as error:
        raise Flaw(say("Some of its letters cannot be read.")) from error
    except RecursionError as error:
        raise Flaw(say("It is nested too deeply.")) from error
    except json.JSONDecodeError as error:
        raise Flaw(_where(error)) from error
    except ValueError as error:
        raise Flaw(say("It holds a number that is too long.")) from error


def _where(error: json.JSONDecodeError) -> str:
    if error.pos >= len(error.doc.rstrip()) or error.msg.startswith("Unterminated string"):
        return say("It ends in the middle.")
    return say("It cannot be understood from line {line} on.", line=error.lineno)


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise Flaw(say("It says something twice."))
    for key, value in pairs:
        if _BROKEN_LETTER.search(key) or (isinstance(value, str) and _BROKEN_LETTER.search(value)):
            raise Flaw(say("Some of its letters cannot be read."))
    return found


def _number(text: str) -> float:
    number = float(text)
    if math.isinf(number):
        _no_number(text)
    return number


def _no_number(_text: str) -> NoReturn:
    raise Flaw(say("It holds a number that is none."))
