"""The one voice of the window: what it says for assistive technology, each sentence once.

What the status line says is said when the listener is ready, what the banner warns of at once. A
step about which nobody said a sentence is told by what differs on the page.
"""

from typing import Final

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

from ilead_studio.rules.outline import outline
from ilead_studio.ui.frame.happened import NOTHING, Heard, happened
from ilead_studio.ui.meanwhile.once import Once
from ilead_studio.ui.work import Work
from ilead_studio.words import say

_POLITE: Final = QAccessible.AnnouncementPoliteness.Polite
_AT_ONCE: Final = QAccessible.AnnouncementPoliteness.Assertive


class Announcing(QObject):
    """Announces what the work says, warns of and has done; nothing while nobody listens."""

    def __init__(self, work: Work, window: QObject) -> None:
        super().__init__(window)
        self._work, self._window = work, window
        self._said: list[str] = []
        self._heard = NOTHING
        self._safe = (work.session, True)
        self._speaking = Once(self._speak, self)
        work.said.connect(self._on_said)
        for warning in (work.warned, work.helped):
            warning.connect(self.warn)
        for signal in (work.changed, work.renewed, work.filed, work.selected):
            signal.connect(self._ask)

    def _ask(self) -> None:
        if QAccessible.isActive():
            self._speaking.ask()
        else:
            self._heard = NOTHING

    def _on_said(self, sentence: str) -> None:
        if QAccessible.isActive():
            self._said.append(sentence)
            self._speaking.ask()

    def warn(self, sentence: str) -> None:
        """Say at once what must not be missed."""
        if QAccessible.isActive():
            self._announce(sentence, _AT_ONCE)

    def _speak(self) -> None:
        """Say what was said since the last time; else what was done, or that it is safe now."""
        said, self._said = tuple(dict.fromkeys(self._said)), []
        before, self._heard = self._heard, self._here()
        done = happened(before, self._heard) if before is not NOTHING else ""
        saved = self._became_safe()
        for sentence in said or filter(None, (done, saved)):
            self._announce(sentence, _POLITE)

    def _here(self) -> Heard:
        """Return the page as it is, without the item that is only being typed."""
        work, page = self._work, self._work.page
        rows = outline(work.workbook, page) if page else ()
        return Heard(page.id if page else "", rows, work.view, work.item_id)

    def _became_safe(self) -> str:
        """Say that the workbook is saved, if it was not and no other has been opened."""
        session, was_saved = self._safe
        self._safe = (self._work.session, self._work.session.is_saved)
        return say("Saved.") if not was_saved and self._safe == (session, True) else ""

    def _announce(self, sentence: str, politeness: QAccessible.AnnouncementPoliteness) -> None:
        event = QAccessibleAnnouncementEvent(self._window, sentence)
        event.setPoliteness(politeness)
        QAccessible.updateAccessibility(event)
