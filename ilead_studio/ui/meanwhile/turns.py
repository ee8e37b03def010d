"""One thing after the other, each when all events are done: a key that is pressed waits for one."""

from collections.abc import Iterator

from PySide6.QtCore import QObject, QTimer


class Turns(QObject):
    """Does steps turn by turn."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._steps: Iterator[object] = iter(())
        self._turn = QTimer(self, singleShot=True)  # its turn comes when all events are done
        self._turn.timeout.connect(self._go_on)

    def begin(self, steps: Iterator[object]) -> None:
        """Do these from now on; what is left of others is given up."""
        self._steps = steps
        self._turn.start()

    def end(self) -> None:
        """Give up what is left."""
        self._steps = iter(())
        self._turn.stop()

    def _go_on(self) -> None:
        steps = self._steps
        if next(steps, self) is not self and steps is self._steps:
            self._turn.start()
