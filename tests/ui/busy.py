"""A machine that is busy with something else: the window gets its turns late, and more or fewer.

``ILEAD_STUDIO_BUSY=7 pytest -n 10 tests/ui`` runs every test that way, each number another way.
What fails then races a clock: the test, or the window itself.
"""

import os
from collections.abc import Callable
from random import Random
from time import sleep
from typing import Final

from PySide6.QtWidgets import QApplication

SEED: Final = os.environ.get("ILEAD_STUDIO_BUSY", "")
_LONGEST_S: Final = 0.2
_BETWEEN_S: Final = 0.03
_ROUNDS: Final = (0, 1, 3, 8)


def busy(turn: Callable[[], None], test: str) -> Callable[[], None]:
    """Return turns as a test gets them on a busy machine, the same for the same number."""
    random = Random(f"{SEED} {test}")

    def late() -> None:
        if random.random() < 0.5:
            sleep(random.random() * _LONGEST_S)
        for _ in range(random.choice(_ROUNDS)):
            QApplication.processEvents()
            sleep(random.random() * _BETWEEN_S)
        turn()

    return late
