"""Long work asks now and then whether it is still wanted; whoever began it may end it there.

The work knows nothing of who waits, and need not be cut into steps: it is left by what is raised,
where it asks, so nothing is left half done.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Final


def _always() -> None:
    """Let all work go on."""


_asked: Final = ContextVar[Callable[[], None]]("asked", default=_always)


@contextmanager
def while_wanted(ask: Callable[[], None]) -> Iterator[None]:
    """Let work inside ask this now and then; what it raises ends the work."""
    before = _asked.set(ask)
    try:
        yield
    finally:
        _asked.reset(before)


def still_wanted() -> None:
    """Ask; called between the steps of what takes long, ten times in a second or more often."""
    _asked.get()()
