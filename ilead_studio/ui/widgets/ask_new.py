"""What asks for one more of something: Enter adds it, Escape gives it up."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame

from ilead_studio.ui.commands.keys import is_escape


class AskNew(QFrame):
    """The keys that fields and lists in it do not need themselves."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter adds what is asked for, Escape gives it up."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._add()
        elif is_escape(event):
            self._give_up()
        else:
            super().keyPressEvent(event)

    def _add(self) -> None:
        """Add what is typed."""
        raise NotImplementedError

    def _give_up(self) -> None:
        """Add nothing."""
        raise NotImplementedError
