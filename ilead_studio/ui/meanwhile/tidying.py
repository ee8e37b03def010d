"""What is kept for later is let go now and then, in a pause: a long day must not fill memory.

Answers are kept for as many items as a large page has. After hours, most are about words that have
long been others; which, nobody knows, so all are made anew for the page as it is.
"""

import sys
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

from ilead_studio.ui.meanwhile.apart import Apart

if TYPE_CHECKING:
    from ilead_studio.ui.window import MainWindow

AFTER: Final = 1_000
"""Changes after which what was kept is let go: half an hour of a lively meeting."""
_FEW: Final = 256
"""What keeps fewer answers than this never fills memory."""


class Tidying(QObject):
    """Counts the changes of a window's workbook; ``in_pause`` is called when nobody works."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window.whole)
        self._window, self._changes = window, 0
        window.work.changed.connect(self._count)

    def _count(self) -> None:
        self._changes += 1

    def in_pause(self) -> None:
        """Let go, if it is time; not while a thread beside the window may ask."""
        if self._changes < AFTER or any(it.under_way for it in self._window.findChildren(Apart)):
            return
        self.let_go()

    def let_go(self) -> None:
        """Forget all answers; the page is drawn anew now, while nobody waits for it."""
        self._changes = 0
        for forget in _kept():
            forget()
        self._window.canvas.draw_afresh()


def _kept() -> Iterator[Callable[[], None]]:
    """Give what lets go of the answers of each function of ours that keeps many."""
    for name, module in [*sys.modules.items()]:
        if name.startswith("ilead_studio."):
            for value in [*vars(module).values()]:
                clear = getattr(value, "cache_clear", None)
                if clear is not None and _most(value) >= _FEW:
                    yield clear


def _most(function: object) -> int:
    """Return how many answers a function keeps; what keeps all of them keeps few, such as fonts."""
    parameters: dict[str, int | None] = getattr(function, "cache_parameters", dict)()
    return int(parameters.get("maxsize") or 0)
