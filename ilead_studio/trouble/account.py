"""An error without its words: of which kind it is, and where in the code it happened."""

import platform
import sys
from collections.abc import Iterator
from datetime import datetime
from traceback import walk_tb
from typing import Final

from ilead_studio import VERSION

_MOST_PLACES: Final = 40
"""Places of one error that are named; of more the first half and the last."""
_MOST_CAUSES: Final = 6


def account(error: BaseException) -> tuple[str, ...]:
    """Return the lines that tell of an error and of what led to it; none quotes a message."""
    lines: list[str] = []
    for at, one in enumerate(_led_by(error)):
        lines.append(f"{'after ' if at else ''}{_kind(one)}")
        lines += (f"  {place}" for place in _shortened(_places(one)))
    return tuple(lines)


def brief(error: BaseException) -> str:
    """Return by what an error is known again: its kind and its way, each place of it once."""
    return " ".join((_kind(error), *dict.fromkeys(_places(error))))


def heading(now: datetime) -> str:
    """Return what stands over an entry: when, and in which versions of everything."""
    qt = getattr(sys.modules.get("PySide6"), "__version__", "")
    parts = (
        f"{now:%Y-%m-%d %H:%M:%S}", f"iLEAD Studio {VERSION}",
        f"Python {platform.python_version()}", f"PySide6 {qt}" if qt else "", sys.platform,
    )  # fmt: skip
    return ", ".join(filter(None, parts))


def _led_by(error: BaseException) -> Iterator[BaseException]:
    """Give an error, then what was being handled when it came up, and so on."""
    here: BaseException | None = error
    for _ in range(_MOST_CAUSES):
        if here is None:
            return
        yield here
        here = here.__cause__ or (None if here.__suppress_context__ else here.__context__)


def _kind(error: BaseException) -> str:
    """Name the kind of an error; the number of a system's error says much and quotes nobody."""
    kind = type(error)
    name = kind.__qualname__ if kind.__module__ == "builtins" else (
        f"{kind.__module__}.{kind.__qualname__}"
    )  # fmt: skip
    number = error.errno if isinstance(error, OSError) else None
    return f"{name} {number}" if isinstance(number, int) else name


def _places(error: BaseException) -> list[str]:
    """Name where an error went through, as modules: paths would name somebody's folders."""
    return [
        f"{frame.f_globals.get('__name__', '?')}:{line} {frame.f_code.co_qualname}"
        for frame, line in walk_tb(error.__traceback__)
    ]


def _shortened(places: list[str]) -> list[str]:
    if len(places) <= _MOST_PLACES:
        return places
    half = _MOST_PLACES // 2
    return [*places[:half], f"… {len(places) - 2 * half} more", *places[-half:]]
