"""A terminal is told which page of a long export is being made; nobody else is."""

from io import StringIO
from itertools import count

import pytest

from ilead_studio.progress import page_by_page


class Terminal(StringIO):
    """Somebody looks at it."""

    def isatty(self) -> bool:
        return True


def told(stream: StringIO, seconds: float) -> str:
    times = count()
    with page_by_page(stream, lambda: next(times) * seconds) as tell:
        tell(9)
        tell(10)
    return stream.getvalue()


def test_a_terminal_sees_one_line_that_is_gone_at_the_end() -> None:
    assert told(Terminal(), 2.0) == "\rMaking page 9 …\rMaking page 10 …\r" + " " * 16 + "\r"


def test_what_goes_quickly_and_what_nobody_sees_is_not_told() -> None:
    assert told(Terminal(), 0.1) == ""
    assert told(StringIO(), 2.0) == ""


def interrupted(stream: StringIO) -> None:
    times = count()
    with page_by_page(stream, lambda: next(times) * 2.0) as tell:
        tell(1)
        raise KeyboardInterrupt


def test_the_line_is_gone_when_the_export_is_ended() -> None:
    stream = Terminal()
    with pytest.raises(KeyboardInterrupt):
        interrupted(stream)
    assert stream.getvalue().endswith(" \r")
