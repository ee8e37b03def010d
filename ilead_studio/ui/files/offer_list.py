"""What the start page offers of what was typed and never saved."""

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ilead_studio.rules.names import workbook_name
from ilead_studio.rules.recovered import amounts
from ilead_studio.storage.recovery import Found
from ilead_studio.storage.refusals import shown
from ilead_studio.surroundings import Surroundings
from ilead_studio.ui.files.offer_card import OfferCard
from ilead_studio.ui.files.recents import when_words
from ilead_studio.ui.looks.icons import pixmap
from ilead_studio.ui.looks.look import Look
from ilead_studio.ui.start.tiles import pressed_button
from ilead_studio.ui.widgets.parts import OneLine, Wrapped, label
from ilead_studio.words import count, say

if TYPE_CHECKING:
    from ilead_studio.ui.files.offering import Offers

MOST_ROWS: Final = 4
"""Rows that stand there at once; the others come when these are chosen about."""


class OfferList(QWidget):
    """The newest thing that was found as a card, the others as rows below it."""

    def __init__(self, offers: "Offers", look: Look, around: Surroundings) -> None:
        super().__init__()
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(look.px(8))
        stack.addWidget(OneLine("title", say("Recovered work")))
        first: QWidget | None = None
        if offers.found:
            card = OfferCard(offers, offers.found[0], look, around)
            stack.addWidget(card)
            first = card.main
        rows = [*self._rows(offers, look, around)]
        if rows and first is not None:
            stack.addWidget(label(say("Also found"), "label"))
        for row in rows:
            stack.addWidget(row)
        for words in _of_the_rest(offers):
            stack.addWidget(label(words, "small"))
        stack.addStretch(1)
        self.setFocusProxy(first or rows[0].first)

    def _rows(self, offers: "Offers", look: Look, around: Surroundings) -> "list[FoundRow]":
        others = offers.found[1:]
        rows = [_found_row(offers, it, look, around) for it in others[:MOST_ROWS]]
        if offers.unread:
            rows.append(_unread_row(offers, look))
        rows += (_newer_row(offers, it, look) for it in offers.newer[:MOST_ROWS])
        return rows


def _of_the_rest(offers: "Offers") -> Iterator[str]:
    """Say how many are not shown yet."""
    if (waiting := len(offers.found) - 1 - MOST_ROWS) > 0:
        yield count(waiting, "{number} more comes when you have chosen about one of these.",
                    "{number} more come when you have chosen about these.")  # fmt: skip
    if offers.later_count:
        yield count(offers.later_count, "{number} more is offered at a later start.",
                    "{number} more are offered at later starts.")  # fmt: skip


Deed = tuple[str, Callable[[], object]]


class FoundRow(QFrame):
    """One thing that was found: what it is, small words, and what can be done."""

    def __init__(
        self, look: Look, sign: str, title: str, details: str, deeds: Sequence[Deed]
    ) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        px, line, words = look.px, QHBoxLayout(self), QVBoxLayout()
        line.setContentsMargins(px(12), px(8), px(12), px(8))
        line.setSpacing(px(12))
        shown = QLabel()
        shown.setPixmap(pixmap(sign, look.theme.warn, px(20), 2.0))
        line.addWidget(shown, 0, Qt.AlignmentFlag.AlignTop)
        self._small = Wrapped(details, "small")
        words.setSpacing(px(2))
        words.addWidget(Wrapped(title, "strong"))
        words.addWidget(self._small)
        line.addLayout(words, 1)
        self.setAccessibleName(f"{title} {details}")
        buttons = [pressed_button(name, "plain", deed) for name, deed in deeds]
        for made in buttons:
            made.setAccessibleDescription(self.accessibleName())
            line.addWidget(made)
        self.first = buttons[0]


def _found_row(offers: "Offers", found: Found, look: Look, around: Surroundings) -> FoundRow:
    name = found.path.stem if found.path else workbook_name(found.workbook)
    when = when_words(found.when, around.clock())
    never = say("never saved to a file") if found.path is None else say("not in its file")
    parts = (amounts(found.workbook), never, say("last word typed: {when}", when=when))
    keep = say("Keep the saved file") if found.path else say("Leave it out")
    return FoundRow(look, "file-plus", name, " · ".join(filter(None, parts)), (
        (say("Open"), lambda: offers.open_typed(found)),
        (keep, lambda: offers.keep_saved(found)),
        (say("Later"), lambda: offers.later(found)),
    ))  # fmt: skip


def _newer_row(offers: "Offers", sentence: str, look: Look) -> FoundRow:
    """Tell of what a newer program keeps; it is that one's to offer."""
    kept = say("Nothing of it was changed.")
    read = (say("I have read it"), lambda: offers.forget_newer(sentence))
    return FoundRow(look, "alert-triangle", sentence, kept, (read,))


def _unread_row(offers: "Offers", look: Look) -> FoundRow:
    """Name what could not be read; it is never deleted."""
    many = len(offers.unread)
    said = count(many, "{number} recovery file could not be read.",
                 "{number} recovery files could not be read.")  # fmt: skip
    names = ", ".join(it.file.name for it in offers.unread[:3])
    kept = say("Kept as it is, as {names}.", names=names)
    deeds: list[Deed] = [
        (say("I have read it"), offers.forget_unread),
        (say("Show in folder"), offers.show_unread),
    ]
    path = next((it.path for it in offers.unread if it.path), None)
    if path is not None:
        kept = say("It belongs to “{name}”, and is kept as it is.", name=shown(path))
        deeds.append((say("Open the saved file"), lambda: offers.open_saved(path)))
    return FoundRow(look, "alert-triangle", said, kept, deeds)
