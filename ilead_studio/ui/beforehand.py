"""What is made before somebody asks for it, so that a page opens as quickly the first time.

All modules of the window are loaded, then the pages that are no diagrams are made out of sight:
each a slice of its own (``ui/quiet``). What is there already costs nothing.
"""

import sys
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING

from ilead_studio import ui

if TYPE_CHECKING:
    from ilead_studio.ui.window import MainWindow


def made_ahead(window: "MainWindow") -> Iterator[None]:
    """Make one thing after the other that the window has not needed yet."""
    for name in modules():
        if name not in sys.modules:
            import_module(name)
            yield
    yield from window.sections.made_ahead()


@cache
def modules() -> tuple[str, ...]:
    """Name all modules of the window."""
    from pkgutil import iter_modules  # not before the first picture

    return tuple(f"{ui.__name__}.{it.name}" for it in iter_modules(ui.__path__))
