"""The bar under the page head: what is to be shown in full, while the rest is faded."""

from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QSizePolicy, QWidget

from ilead_studio.model import Fishbone
from ilead_studio.rules.sieve import Sieve
from ilead_studio.ui.commands.keys import is_escape
from ilead_studio.ui.looks.icons import pixmap
from ilead_studio.ui.looks.look import HEAD, Look
from ilead_studio.ui.meanwhile.once import Once, beside
from ilead_studio.ui.sight.state import evidence_words, votes_words
from ilead_studio.ui.widgets.parts import Choices, button, label
from ilead_studio.ui.work import Work
from ilead_studio.words import say

_EVIDENCE: Final = ("", "hunch", "supported", "disputed", "refuted")
_VOTES: Final = (0, 1, 2, 3, 5, 10)
_ROOMY: Final = 760
"""From this width on there is room for the words before the choices."""


class FilterBar(QWidget):
    """Shows what the filter asks for, and changes it; ``left`` gives the keyboard to the page."""

    left = Signal()

    def __init__(self, work: Work, look: Look) -> None:
        super().__init__()
        self._work, self._look = work, look
        self.setProperty("kind", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(look.px(HEAD))
        self._evidence = self._choice(say("Evidence"))
        self._party = self._choice(say("Party"))
        self._lens = self._choice(say("Lens"))
        self._votes = self._choice(say("Votes"))
        self._words = QLineEdit()
        self._words.setPlaceholderText(say("Any words"))
        self._words.setAccessibleName(say("Show in full: words"))
        self._words.setMinimumWidth(look.px(104))
        self._words.textChanged.connect(self._on_chosen)
        self._words.installEventFilter(self)
        self._title = label(say("Show in full"), "label")
        self._compose()
        self._refreshing = Once(self.refresh, self, beside)
        for signal in (work.changed, work.renewed, work.selected, work.seen):
            signal.connect(self._refreshing.ask)
        self.hide()
        self._refreshing.ask()  # once it has its place

    def _choice(self, name: str) -> QComboBox:
        made = Choices(say("Show in full: {name}", name=name))
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        made.setToolTip(name)
        made.setMinimumContentsLength(5)
        policy = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        made.setSizeAdjustPolicy(policy)
        made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        made.setMaximumWidth(self._look.px(160))
        made.activated.connect(self._on_chosen)
        made.installEventFilter(self)
        return made

    def _compose(self) -> None:
        line = QHBoxLayout(self)
        line.setContentsMargins(16, 4, 12, 4)
        line.setSpacing(8)
        sign = QLabel()
        sign.setPixmap(pixmap("filter", self._look.theme.ink_soft, self._look.px(18), 2.0))
        line.addWidget(sign)
        line.addWidget(self._title)
        for choice in self._choices():
            line.addWidget(choice, 2)
        line.addWidget(self._words, 1)
        line.addStretch(1)
        line.addWidget(button(say("Show all"), "quiet", self._look, does=self.show_all))

    def _choices(self) -> tuple[QComboBox, ...]:
        return (self._evidence, self._party, self._lens, self._votes)

    # --- showing ---------------------------------------------------------------------------------
    def refresh(self) -> None:
        """Show what the filter asks for; only causes have evidence, lenses and votes."""
        sieve, page = self._work.sight.sieve, self._work.page
        self.setVisible(sieve is not None)
        if sieve is None:
            return
        is_fishbone = isinstance(page, Fishbone)
        for choice in (self._evidence, self._lens, self._votes):
            choice.setVisible(is_fishbone)
        workbook = self._work.workbook
        _fill(self._evidence, [(it, evidence_words(it)) for it in _EVIDENCE], sieve.evidence)
        parties = [(it.id, it.name) for it in workbook.parties]
        _fill(self._party, [("", say("Any party")), *parties], sieve.party)
        lenses = [(it, it) for it in dict.fromkeys((*self._lenses(), sieve.lens)) if it]
        _fill(self._lens, [("", say("Any lens")), *lenses], sieve.lens)
        _fill(self._votes, [(it, votes_words(it)) for it in _VOTES], sieve.votes)
        with QSignalBlocker(self._words):
            if self._words.text() != self._work.sight.holding:
                self._words.setText(self._work.sight.holding)

    def _lenses(self) -> Iterator[str]:
        """Return the lenses that causes of the page in view have, each once."""
        page = self._work.page
        if isinstance(page, Fishbone):
            yield from dict.fromkeys(lens for cause in page.causes for lens in cause.lenses)

    def begin(self) -> None:
        """Give the keyboard to the first choice there is."""
        first = next((it for it in self._choices() if not it.isHidden()), self._words)
        first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the words before the choices out where there is no room for them."""
        super().resizeEvent(event)
        self._title.setVisible(self.width() >= self._look.px(_ROOMY))

    # --- choosing --------------------------------------------------------------------------------
    def _on_chosen(self) -> None:
        evidence, party, lens, votes = (it.currentData() for it in self._choices())
        self._work.look(sieve=Sieve(evidence, party, lens, votes), holding=self._words.text())

    def show_all(self) -> None:
        """Fade nothing any more, and go back to the page."""
        self._work.look(sieve=None, holding="")
        self.left.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Escape shows all."""
        if is_escape(event):
            self.show_all()
            return True
        return super().eventFilter(watched, event)


def _fill(
    choice: QComboBox, items: list[tuple[str, str]] | list[tuple[int, str]], now: object
) -> None:
    """Offer items (value, words); nothing is touched while they are the same."""
    with QSignalBlocker(choice):
        if [choice.itemData(at) for at in range(choice.count())] != [value for value, _ in items]:
            choice.clear()
            for value, words in items:
                choice.addItem(words, value)
        choice.setCurrentIndex(max(0, choice.findData(now)))
