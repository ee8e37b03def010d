"""The banner of cycles that wait for somebody: never more than one, and it can wait."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QPushButton, QVBoxLayout

from ilead_studio.model import Workbook
from ilead_studio.rules.calendar_words import late_banner
from ilead_studio.rules.cycles import cycle_with_id
from ilead_studio.rules.overdue import Overdue
from ilead_studio.ui.looks.icons import pixmap
from ilead_studio.ui.looks.look import Look
from ilead_studio.ui.widgets.parts import Wrapped, button
from ilead_studio.words import say


class LateBanner(QFrame):
    """Says what is overdue; ``asked`` brings the cycle that somebody wants to write about."""

    asked = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._late: tuple[Overdue, ...] = ()
        self._put_off: tuple[str, ...] = ()
        self.setProperty("kind", "warn")
        line = QHBoxLayout(self)
        line.setContentsMargins(look.px(12), look.px(6), look.px(8), look.px(6))
        line.setSpacing(look.px(12))
        sign = QLabel()
        sign.setPixmap(pixmap("alert-triangle", look.theme.warn, look.px(20), 2.0))
        line.addWidget(sign)
        words = QVBoxLayout()
        words.setSpacing(0)
        self._sentence, self._reason = Wrapped("", "strong"), Wrapped("")
        words.addWidget(self._sentence)
        words.addWidget(self._reason)
        line.addLayout(words, 1)
        self.write = button("", "plain", look, does=self._ask)
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._fill)
        self.several = _with_menu(button(say("Choose one"), "plain", look), self._menu)
        self.later = button(say("Later"), "quiet", look, does=self._wait)
        for made in (self.write, self.several, self.later):
            line.addWidget(made)
        self.hide()

    def tell(self, workbook: Workbook, late: tuple[Overdue, ...]) -> None:
        """Show what is late; what was put off stays away until something else is late."""
        self._late = late
        sentence, reason = late_banner(workbook, late)
        self._sentence.setText(sentence)
        self._reason.setText(reason)
        self.setAccessibleName(f"{sentence} {reason}")
        first = cycle_with_id(workbook, late[0].cycle_id) if late else None
        is_planned = first is not None and first.state == "planned"
        words = say("Open its plan") if is_planned else say("Write what happened")
        self.write.setText(words)
        self.write.setAccessibleName(words)
        self.write.setVisible(len(late) == 1)
        self.several.setVisible(len(late) > 1)
        self.setVisible(bool(late) and self._ids() != self._put_off)

    def _fill(self) -> None:
        self._menu.clear()
        for it in self._late:
            action = self._menu.addAction(it.sentence.replace("&", "&&"))
            action.triggered.connect(
                lambda _=False, cycle_id=it.cycle_id: self.asked.emit(cycle_id)
            )

    def _ids(self) -> tuple[str, ...]:
        return tuple(it.cycle_id for it in self._late)

    def _ask(self) -> None:
        if self._late:
            self.asked.emit(self._late[0].cycle_id)

    def _wait(self) -> None:
        self._put_off = self._ids()
        self.hide()


def _with_menu(made: QPushButton, menu: QMenu) -> QPushButton:
    made.setMenu(menu)
    return made
