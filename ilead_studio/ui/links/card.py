"""A card at an item that asks for another one: type to find it, Enter takes it.

What cannot be taken stands below with the reason.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from ilead_studio.rules.find import spans
from ilead_studio.rules.outline import role_words
from ilead_studio.session.linking import Matches
from ilead_studio.ui.finding.finding import PAUSE_MS
from ilead_studio.ui.links.preview import Pointed
from ilead_studio.ui.links.rows import Line
from ilead_studio.ui.looks.look import Look
from ilead_studio.ui.widgets.lines_card import LinesCard
from ilead_studio.ui.widgets.parts import Wrapped, label
from ilead_studio.words import count, say, short

WIDTH, HEIGHT, LEAST, AWAY = 300, 360, 220, 12
MOST, MOST_REFUSED = 40, 6
"""Rows of either kind; typing finds the others."""


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked: for which items, in what words, what fits, and what happens then.

    ``refusal`` says why an item cannot be taken; ``does`` gets the item, and whether Shift was
    held; ``enter`` says what Enter does, ``about`` what is going on.
    """

    sources: tuple[str, ...]
    words: str
    about: str
    enter: str
    find: Callable[[str], Matches]
    refusal: Callable[[str], str]
    does: Callable[[str, bool], None]
    keys: tuple[str, ...]


class LinkCard(LinesCard):
    """``pointed`` tells what fits and what is chosen; what is said is the count, as with Find."""

    pointed = Signal(object)

    def __init__(self, look: Look, over: QWidget) -> None:
        self._asks, self._nothing = label("", "label"), Wrapped("", "small")
        super().__init__(look, over, self._asks)
        self._look = look
        self._question: Question | None = None
        self._shown: tuple[tuple[str, Line], ...] = ()
        self._lit: frozenset[str] = frozenset()
        self._counted = ""
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(lambda: self.said.emit(self._counted))
        self.closed.connect(self._pause.stop)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._stack.addWidget(self._nothing, 1)

    def ask(self, question: Question, item: QRect, keep: Sequence[QRect]) -> None:
        """Ask at an item that stands in a rectangle of what is below; others are kept in sight."""
        self._question = question
        self._asks.setText(say("{asked} (type to find)", asked=question.words))
        self.name(question.words)
        px = self._look.px
        size, room = QSize(px(WIDTH), px(HEIGHT)), self._over.size()
        card = beside(item, room, size, px(AWAY), px(LEAST), keep)
        self.setFixedSize(card.size())
        self.open_with(self.field, card.topLeft())
        self.field.clear()
        self._fill("")

    def keys(self) -> tuple[str, ...]:
        """Name what helps while the card is open."""
        return self._question.keys if self._question and self.isVisible() else ()

    def _fill(self, typed: str) -> None:
        asked = self._question
        if asked is None:
            return
        found = asked.find(typed)
        self._lit = frozenset(row.id for row in found.fit)
        self._shown = tuple(_lines(asked, found, typed))
        self.show_lines(line for _, line in self._shown)
        self.list.setVisible(bool(self._shown))
        self._nothing.setVisible(not self._shown)
        self._nothing.setText(self.nothing_words())
        self._counted = _about(asked.about, found, typed)
        self._pause.start(PAUSE_MS if typed else 0)

    def spoken(self, line: Line) -> str:
        """Return what is read aloud of a line, and that it cannot be taken."""
        said = say("not possible: {why}", why=line.refused) if line.refused else line.role
        return f"{line.words}, {said}"

    def nothing_words(self) -> str:
        """Say that nothing on this page can be meant."""
        return _nothing(self.field.text())

    def _point(self, index: QModelIndex) -> None:
        """Show where the link would go."""
        super()._point(index)
        item_id, line = self._shown[index.row()] if index.isValid() else ("", Line(""))
        if self._question:
            target = "" if line.refused else item_id
            self.pointed.emit(Pointed(self._question.sources, self._lit, target))

    def _take(self, shift: bool) -> None:
        """Take what is chosen; what cannot be taken says again why."""
        self._pause.stop()  # nobody seeks any more: the answer is not talked over
        asked = self._question
        if self.at < 0 or asked is None:
            self.said.emit(self.nothing_words())
            return
        item_id, line = self._shown[self.at]
        if line.refused:
            self.said.emit(line.refused)
        else:
            self.go()
            asked.does(item_id, shift)


def _lines(asked: Question, found: Matches, typed: str) -> Iterator[tuple[str, Line]]:
    """Give the items that are shown with their lines: first those that fit."""
    for row in found.fit[:MOST]:
        words = row.text or say("The aim")
        yield row.id, Line(words, spans(row.text, typed), role_words(row), enter=asked.enter)
    for row in found.unfit[: MOST_REFUSED if typed else 0]:
        marked, why = spans(row.text, typed), asked.refusal(row.id)
        yield row.id, Line(row.text, marked, refused=why, enter=asked.enter)


def beside(
    item: QRect, room: QSize, card: QSize, away: int, least: int, keep: Sequence[QRect] = ()
) -> QRect:
    """Return where a card stands at an item: below, above, right or left of it.

    That is where it hides the least of what it should ``keep`` in sight, and never the item. It is
    as tall as there is room for, at least ``least`` pixels.
    """
    inside = QRect(QPoint(away, away), room - QSize(2 * away, 2 * away))
    size = card.boundedTo(inside.size())
    upright = QRect(QPoint(_within(item.left(), inside.right() - size.width(), away), 0), size)
    below, above = QRect(upright), QRect(upright)
    below.setHeight(min(size.height(), inside.bottom() - item.bottom() - away))
    below.moveTop(item.bottom() + away)
    above.setHeight(min(size.height(), item.top() - 2 * away))
    above.moveBottom(item.top() - away)
    middle = _within(item.center().y() - size.height() // 2, inside.bottom() - size.height(), away)
    right = QRect(QPoint(item.right() + away, middle), size)
    left = QRect(QPoint(item.left() - away - size.width(), middle), size)
    fit = [
        place
        for place in (below, above, right, left)
        if place.height() >= least and inside.contains(place)
    ]
    return min(fit, key=lambda place: _hidden(place, keep), default=right)


def _within(wanted: int, most: int, least: int) -> int:
    return max(least, min(wanted, most))


def _hidden(card: QRect, keep: Sequence[QRect]) -> int:
    """Return how much a card hides, in pixels."""
    hidden = (card & box for box in keep)
    return sum(it.width() * it.height() for it in hidden if not it.isEmpty())


def _nothing(typed: str) -> str:
    if not typed:
        return say("There is nothing else on this page.")
    return say("Nothing on this page holds “{words}”.", words=short(typed))


def _about(about: str, found: Matches, typed: str) -> str:
    """Say what is going on, and how many of the matches are possible."""
    possible, every = len(found.fit), len(found.fit) + len(found.unfit)
    if typed and not every:
        told = _nothing(typed)
    elif typed:
        told = count(every, "{number} match", "{number} matches")
        told = say("{possible} of {matches} possible.", possible=possible, matches=told)
    else:
        told = count(possible, "{number} is possible.", "{number} are possible.")
    return f"{about} · {told}"
