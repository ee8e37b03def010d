"""Hands every step to recovery, and twice a second the words being typed; tells what it holds."""

from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from ilead_studio.errors import StudioError
from ilead_studio.model import Workbook
from ilead_studio.session.capture import Slot, filled
from ilead_studio.session.likely import renamed
from ilead_studio.storage.disk import Disk
from ilead_studio.storage.journal import SETTLED, Base, Journal, State, put_away
from ilead_studio.storage.keeper import AGAIN, Keeper
from ilead_studio.ui.files.typed_late import TypedLate, Waiting, being_typed, caught
from ilead_studio.ui.frame.areas import hear_focus
from ilead_studio.ui.frame.status_words import Kept
from ilead_studio.ui.meanwhile.apart import Apart
from ilead_studio.words import say

if TYPE_CHECKING:
    from ilead_studio.surroundings import Surroundings
    from ilead_studio.ui.capture.editing import Editing
    from ilead_studio.ui.window import MainWindow

TYPING_MS: Final = 400
"""Milliseconds between two looks at what is being typed."""
LOOK_MS: Final = 300
"""Milliseconds after which the disk has usually taken what it was handed."""


def journal_folder(around: "Surroundings") -> Path:
    """Return the folder of this user's journals."""
    return around.places.state / "journal"


class Keeping(QObject):
    """Goes with a window; a key pays for nothing but handing over a value."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window, self._work, self._clock = window, window.work, window.around.clock
        around = window.around
        self.keeper = Keeper(Journal(journal_folder(around), around.disk))
        self._base = self._base_of(self._work.session.saved)
        self._typed = ""
        self._replaces: tuple[Path, ...] = ()
        self._apart = Apart("settling", self)
        self._typing = QTimer(self, interval=TYPING_MS)
        self._typing.timeout.connect(self._look_at_typing)
        self._late = TypedLate(lambda: self._work.workbook)
        filing = window.filing
        self._finish, filing.finish_typing = filing.finish_typing, self._finish_typing
        hear_focus(self._on_focus)
        self._look = QTimer(self, interval=LOOK_MS)
        self._look.timeout.connect(self._tell)
        self._work.opened.connect(self._late.drop)
        self._work.overflowed.connect(self._on_overflow)
        self._work.changed.connect(lambda: self._late.fits(QApplication.focusWidget()))
        for signal in (self._work.opened, self._work.followed):
            signal.connect(self._begin_anew)
        for signal in (self._work.saved, self._work.saved_by_itself):
            signal.connect(self._begin)
        self._work.filed.connect(self._hand_over)
        self._work.beside.changed.connect(self._look_or_not)
        window.dressed.connect(self._follow)
        window.ended.connect(self._settle)
        self._follow()

    # --- what is kept ----------------------------------------------------------------------------
    def _base_of(self, saved: Workbook) -> Base:
        """Return what the file holds, with its bytes as they were read or written."""
        work = self._work
        return Base(saved, work.stamp.data if work.stamp else b"", work.path)

    def _begin_anew(self) -> None:
        """Keep what differs from the file that is open now, under the name that it has now."""
        self._begin(self._work.session.saved)

    def _begin(self, saved: Workbook) -> None:
        """Keep from now on what differs from another file, or from what it holds now.

        What was done while it was being written is in no file yet, and is kept.
        """
        self._base = self._base_of(saved)
        self._hand_typed()

    def _hand_typed(self) -> None:
        """Keep all that no file holds, with the words that are being typed."""
        session, book = self._work.session, self._as_typed()
        self._hand(None if session.is_saved and book is session.for_file else book)

    def _hand_over(self) -> None:
        """Keep what no file holds; words that are being typed are looked at again soon."""
        session, self._typed = self._work.session, ""
        if not session.is_saved:
            self._hand(session.for_file)
        elif not self._words:
            self._hand(None)

    def _hand(self, workbook: Workbook | None) -> None:
        if workbook is None:
            if self._window.kept:
                self._window.kept = ""
                self._window.show_state()
            self.keeper.hand(None)
            self._put_away()
        else:
            self.keeper.hand(State(self._base, workbook, self._clock(), self._replaces))
        if not self._look.isActive():
            self._look.start()

    def _put_away(self) -> None:
        """Nobody is offered again what was opened, and then saved or given up."""
        replaced, self._replaces = self._replaces, ()
        if replaced:
            self._apart.do(partial(_put_away, replaced, self._window.around.disk))

    # --- what is being typed ---------------------------------------------------------------------
    def _follow(self) -> None:
        """Hear of the editors of these views."""
        self._window.editing.state_changed.connect(self._on_editor)

    def _on_editor(self) -> None:
        """Look at the words while they are typed; words that were given up are not kept."""
        self._look_or_not()
        self._typed = ""

    def _on_focus(self, _old: QWidget | None, now: QWidget | None) -> None:
        """Look at the words of a cell or a card too; those that were given up are not kept."""
        self._late.follow(now)
        self._look_or_not()
        if self._late.is_over:
            QTimer.singleShot(0, self, self._catch_left_over)

    def _on_overflow(self) -> None:
        """Keep words that are too many for their field; those in an editor stay there."""
        if not self._window.editing.is_open:
            self._late.overflow(QApplication.focusWidget())
            self._look_or_not()

    def _catch_left_over(self) -> None:
        """Put words into the tray that were too many for a field that was left."""
        waiting, ids = self._late.left_over(QApplication.focusWidget()), self._window.around.ids
        label = say("keep in the tray what did not fit")
        if waiting and self._work.step(label, lambda book: caught(book, waiting, ids)):
            self._work.said.emit(say("What did not fit is in the tray."))

    def _look_or_not(self) -> None:
        """Look from time to time, as long as words can wait for something."""
        is_open = self._window.editing.is_open or self._late.is_open
        if is_open or self._work.beside.waiting:
            if not self._typing.isActive():
                self._typing.start()
        elif self._typing.isActive():
            self._typing.stop()
            self._hand_over()

    @property
    def _waiting(self) -> tuple[Waiting, ...]:
        return (*self._work.beside.waiting, *self._late.waiting)

    @property
    def has_words(self) -> bool:
        """Whether words are being typed, or wait somewhere, that are in no document yet."""
        return bool(self._words)

    @property
    def has_all(self) -> bool:
        """Whether recovery holds all that was done and typed until now."""
        is_newest = not self._words or self._words == self._typed
        return self.keeper.is_done and self.keeper.kept.state is not None and is_newest

    @property
    def _words(self) -> str:
        """The words that are being typed and are in no document yet."""
        words = self._window.editing.shown_words, *(it.words for it in self._waiting)
        return "\n".join(words).strip()

    def _as_typed(self) -> Workbook:
        """Return the workbook with the words that are being typed."""
        book, editing = self._work.session.for_file, self._window.editing
        ids = self._window.around.ids
        try:
            book = as_typed(book, editing, self._work.slot)
        except StudioError:  # they clash with what they are to stand beside, or are too many
            book = caught(book, [being_typed(editing.shown_words, say("Words"))], ids)
        return caught(book, self._waiting, ids)

    def _finish_typing(self) -> bool:
        """Let a cell keep its words, and catch those of a card: who closes is asked about both."""
        late, work = self._late, self._work
        here, elsewhere, before = late.here, (*work.beside.waiting, *late.elsewhere), work.workbook
        late.leave()
        waiting = (*elsewhere, *here) if work.workbook is before else elsewhere
        if waiting and not work.read_only:
            label, ids = say("keep in the tray what was being typed"), self._window.around.ids
            work.step(label, lambda book: caught(book, waiting, ids))
            late.forget()
        return self._finish()

    def _look_at_typing(self) -> None:
        words = self._words
        if words != self._typed and not self._work.read_only:
            self._typed = words
            self._hand_typed()

    # --- what is told ----------------------------------------------------------------------------
    def _tell(self) -> None:
        """Look how far the disk is; the window shows what is new."""
        kept, done = self.keeper.kept, self.keeper.is_done
        told: Kept = "kept" if kept.state else ""
        if self._words and self._work.session.is_saved:
            told = "typed" if told else ""
        if kept.trouble:
            told = "refused"
        if done:
            self._look.stop()
        if told != self._window.kept:
            self._window.kept = told
            self._window.show_state()

    def take_over(self, files: tuple[Path, ...]) -> None:
        """Let journals go once what is opened next, and was in them, is kept anew."""
        self._replaces = files

    # --- ending ----------------------------------------------------------------------------------
    def _settle(self) -> None:
        """Take the journal away: somebody closed the window and chose."""
        self._typing.stop()
        self.keeper.hand(None)
        self._put_away()

    def end(self) -> None:
        """Bring the last words down; what nobody has chosen about is offered at the next start."""
        self.keeper.end()
        self._apart.wait(AGAIN)


def _put_away(files: tuple[Path, ...], disk: Disk) -> None:
    for file in files:
        with suppress(OSError):
            put_away(file, SETTLED, disk)


def as_typed(workbook: Workbook, editing: "Editing", slot: Slot | None) -> Workbook:
    """Return a workbook as it will be once the editor keeps its words.

    Raises:
        StudioError: if it will refuse them.
    """
    words = editing.shown_words
    if not words:
        return workbook
    if slot is not None:
        return filled(workbook, slot, editing.coming_id, words)
    return renamed(workbook, editing.item, words)
