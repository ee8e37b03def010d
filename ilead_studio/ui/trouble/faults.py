"""Tells calmly that the program itself failed somewhere, and truly what is safe."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from ilead_studio.ui.files.whereabouts import is_file, opened
from ilead_studio.ui.meanwhile.apart import Apart
from ilead_studio.ui.trouble.fault_card import FaultCard
from ilead_studio.words import say

if TYPE_CHECKING:
    from ilead_studio.ui.files.keeping import Keeping
    from ilead_studio.ui.window import MainWindow

LOOK_MS: Final = 300
"""Milliseconds after which the card says anew what is safe."""
SILENCE_MS: Final = 5_000
"""Milliseconds in which a fault that is known already is told once."""


class Faults(QObject):
    """Goes with a window; ``happened`` may be emitted on any thread, and in the middle of painting.

    It carries whether the fault is the first of its kind.
    """

    happened = Signal(bool)

    def __init__(self, window: "MainWindow", keeping: "Keeping") -> None:
        super().__init__(window)
        self._window, self._keeping = window, keeping
        self._card: FaultCard | None = None
        self._apart, self._has_log = Apart("log", self), False
        self._turn = QTimer(self, interval=LOOK_MS)
        self._turn.timeout.connect(self.look)
        self._silence = QTimer(self, singleShot=True, interval=SILENCE_MS)
        self.happened.connect(self._on_fault, Qt.ConnectionType.QueuedConnection)
        window.dressed.connect(self._dress)

    @property
    def card(self) -> FaultCard:
        """The card; made when something happens for the first time."""
        if self._card is None:
            window = self._window
            self._card = FaultCard(window.look, window, self._show_log, self._save)
            self._card.closed.connect(self._turn.stop)
            window.fault = self._card
        return self._card

    def _on_fault(self, is_new: bool) -> None:
        """Show the card, unless it is there; what was read already is only said again."""
        if not self._window.isVisible() or (self._card and self._card.isVisible()):
            return
        if is_new:
            self._open()
            self._say(say("Something went wrong inside the program."))
        elif not self._silence.isActive():
            self._say(say("That went wrong again."))

    def _say(self, what: str) -> None:
        self._silence.start()
        self._window.work.said.emit(f"{what} {self.safe()}")

    def _open(self) -> None:
        self.look()
        self.card.stand()
        self._turn.start()

    def look(self) -> None:
        """Let the card say what is true now."""
        self.card.tell(self.safe(), is_unsaved=not self._is_saved, has_log=self._has_log)
        if not self._has_log and not self._apart.under_way:
            self._apart.do(partial(is_file, self._log), self._on_log)

    def _on_log(self, is_there: bool) -> None:
        self._has_log = is_there
        if is_there:
            self.look()

    def _dress(self) -> None:
        """Make the card anew in another look."""
        card, self._card, self._window.fault = self._card, None, None
        if card is not None:
            was_open = card.isVisible()
            card.hide()
            card.deleteLater()
            if was_open:
                self._open()

    # --- what is safe ----------------------------------------------------------------------------
    @property
    def _is_saved(self) -> bool:
        """Whether nothing is typed, or done, that no file holds."""
        return self._window.work.session.is_saved and not self._keeping.has_words

    def safe(self) -> str:
        """Say where the work is now."""
        keeper = self._keeping.keeper
        if self._is_saved:
            return say("Your work is safe: there is nothing that is not saved.")
        if keeper.kept.trouble is not None:
            return say("Your work is here, but the disk refuses to keep it: save it now, to"
                       " another disk if you can.")  # fmt: skip
        if self._keeping.has_all:
            return say("Your work is safe: it is kept in recovery, and in this window.")
        return say("Your work is here in this window, and is not kept elsewhere yet.")

    def _save(self) -> None:
        self._window.do("save")
        self.look()

    # --- the log ---------------------------------------------------------------------------------
    @property
    def _log(self) -> Path:
        return self._window.around.places.log

    def _show_log(self) -> None:
        opened(self._log.parent)

    def tell_stopped(self) -> None:
        """Say that a fault from below ended the program the last time."""
        told = say("The last time, the program was stopped by a fault of its own. Where it"
                   " happened is in the log, and nothing of what you wrote.")  # fmt: skip
        found = say("What was typed then and not saved is offered here.")
        offers = self._window.offers
        words = f"{told} {found}" if offers and offers.found else told
        self._window.work.helped.emit(words, ((say("Open the log folder"), self._show_log),))
