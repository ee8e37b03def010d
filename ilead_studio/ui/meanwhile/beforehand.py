"""What is made before somebody asks for it, so that a page opens as quickly the first time.

All modules of the window are loaded, then the pages that are no diagrams are made out of sight,
those to begin with and to set things too: each a slice of its own (``ui/meanwhile/quiet``). What is
there already costs nothing. Where somebody composed a packet, the process that prints it is
started; who never prints has none and pays nothing.
"""

import sys
from collections.abc import Iterator
from functools import cache, partial
from importlib import import_module
from typing import TYPE_CHECKING

from ilead_studio import packet, ui
from ilead_studio.drawing.theme import THEMES
from ilead_studio.ui.frame.sections import InParts
from ilead_studio.ui.looks.dress import prepare

if TYPE_CHECKING:
    from ilead_studio.ui.window import MainWindow


def made_ahead(window: "MainWindow") -> Iterator[None]:
    """Make one thing after the other that the window has not needed yet."""
    window.own.do(partial(prepare, window.around.places.cache, *THEMES))
    for name in modules():
        if name not in sys.modules:
            import_module(name)
            yield
    for it in window.features:
        if isinstance(it, InParts):
            yield from it.made_ahead()
    _get_packet_ready(window)


def _get_packet_ready(window: "MainWindow") -> None:
    from ilead_studio.ui.packets.in_view import place_in_view  # not before the first picture

    at = place_in_view(window.work)
    if at >= 0:
        packet = window.work.workbook.packets[at]
        if any(it.printed for it in packet.pages):
            window.filing.maker.get_ready(
                window.work.workbook, packet, window.around.clock().date()
            )


@cache
def modules() -> tuple[str, ...]:
    """Name all modules of the window, and before them the pages that packets print, one by one."""
    return tuple(
        name
        for it in (packet, ui)
        for name in sorted(_inside(it.__path__[0], it.__name__), key=_rank)
    )


def _inside(folder: str, package: str) -> Iterator[str]:
    """Name the modules of a package and of those inside it, and load none of them."""
    from pkgutil import iter_modules  # not before the first picture

    for found in iter_modules([folder]):
        name = f"{package}.{found.name}"
        if found.ispkg:
            yield from _inside(f"{folder}/{found.name}", name)
        else:
            yield name


def _rank(name: str) -> tuple[int, str]:
    """Let what pages are made of come first, then pages, last what knows every page."""
    last = name.rpartition(".")[2]
    knows_all = last in ("kinds", "made", "named", "presets", "wished", "section")
    return 2 if knows_all else int(last == "page"), name
