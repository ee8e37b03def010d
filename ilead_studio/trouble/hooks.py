"""Hears of every error that nobody caught, on any thread; nothing of it reaches the terminal."""

import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from types import TracebackType
from typing import TYPE_CHECKING

from ilead_studio.trouble.log import FaultLog

if TYPE_CHECKING:
    from sys import UnraisableHookArgs

Tell = Callable[[bool], object]
"""Tells of a fault; the argument is whether it is the first of its kind."""


class Hooks:
    """Writes down what goes wrong, and lets ``tell`` say so once there is somebody to hear it.

    ``interrupted`` is called when somebody presses Ctrl+C in the terminal.
    """

    def __init__(self, log: FaultLog) -> None:
        self.log = log
        self.tell: Tell = bool
        self.interrupted: Callable[[], object] = bool

    def install(self) -> None:
        """Take the place of what Python does with such errors: it prints them."""
        sys.excepthook = self._on_error
        sys.unraisablehook = self._on_unraisable
        threading.excepthook = self._on_thread

    def _on_error(
        self, _kind: type[BaseException], error: BaseException, _trace: TracebackType | None
    ) -> None:
        if isinstance(error, KeyboardInterrupt):
            self.interrupted()
        else:
            self._hear(error)

    def _on_thread(self, told: threading.ExceptHookArgs) -> None:
        name = told.thread.name if told.thread else ""
        if told.exc_value is not None:
            self._hear(told.exc_value, f"thread {name}")

    def _on_unraisable(self, told: "UnraisableHookArgs") -> None:
        """Write down what happened while something was thrown away; no work depends on that."""
        with suppress(Exception):
            if told.exc_value is not None:
                self.log.note(told.exc_value, "while something was thrown away")

    def _hear(self, error: BaseException, where: str = "") -> None:
        """Note and tell; whatever goes wrong while doing so is let be."""
        is_new = True
        with suppress(Exception):
            is_new = self.log.note(error, where)
        with suppress(Exception):
            self.tell(is_new)
