"""What is kept for later is let go now and then, in a pause: a long day must not fill memory.

Answers are kept for as many items as a large page has. After hours, most are about words that have
long been others; which, nobody knows, so all are made anew for the page as it is. Python looks
through all that lives only then too: on a large page that takes some frames, and nothing can come
between.
"""

import gc
import sys
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

from ilead_studio.ui.meanwhile.apart import Apart
from ilead_studio.ui.meanwhile.turns import slices

if TYPE_CHECKING:
    from ilead_studio.ui.window import MainWindow

AFTER: Final = 1_000
"""Changes after which what was kept is let go: half an hour of a lively meeting."""
_FEW: Final = 256
"""What keeps fewer answers than this never fills memory, unless they are whole pages."""
_DRAWN: Final = "ilead_studio.drawing."


class Tidying(QObject):
    """Counts the changes of a window's workbook; ``in_pause`` is gone through when nobody works."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window.whole)
        self._window, self._changes = window, 0
        window.work.changed.connect(self._count)

    def _count(self) -> None:
        self._changes += 1

    def in_pause(self) -> Iterator[object]:
        """Let go, if it is time, as soon as no thread beside the window may ask; in small steps."""
        while self._changes >= AFTER:
            if not any(it.under_way and not it.is_slow for it in self._window.findChildren(Apart)):
                yield from self.let_go()
            yield None

    def let_go(self) -> Iterator[object]:
        """Forget all answers; those about the page are found anew, while nobody waits for them."""
        self._changes = 0
        yield from slices(forget() for forget in _kept())
        yield from self._window.canvas.found_anew()
        gc.collect()


def _kept() -> Iterator[Callable[[], None]]:
    """Give what lets go of the answers of each function of ours that keeps many."""
    for name, module in [*sys.modules.items()]:
        if name.startswith("ilead_studio."):
            few = 1 if name.startswith(_DRAWN) else _FEW
            for value in [*vars(module).values()]:
                clear = getattr(value, "cache_clear", None)
                if clear is not None and _most(value) >= few:
                    yield clear


def _most(function: object) -> int:
    """Return how many answers a function keeps; what keeps all of them keeps few, such as fonts."""
    parameters: dict[str, int | None] = getattr(function, "cache_parameters", dict)()
    return int(parameters.get("maxsize") or 0)
