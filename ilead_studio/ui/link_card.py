"""A card at an item that asks for another one: type to find it, Enter takes it.

What cannot be taken stands below with the reason.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QListView, QVBoxLayout, QWidget

from ilead_studio.rules.find import spans
from ilead_studio.rules.outline import Row, role_words
from ilead_studio.session.linking import Matches
from ilead_studio.ui.choosing import ChoosingCard
from ilead_studio.ui.finding import PAUSE_MS
from ilead_studio.ui.link_preview import Pointed
from ilead_studio.ui.link_rows import LINE, Line, LinkRows
from ilead_studio.ui.look import Look
from ilead_studio.ui.parts import Wrapped, label
from ilead_studio.words import count, say, short

WIDTH, HEIGHT, LEAST, AWAY = 300, 360, 220, 12
MOST, MOST_REFUSED = 40, 6
"""Rows of either kind; typing finds the others."""
_ID, _SPOKEN = LINE + 1, Qt.ItemDataRole.AccessibleTextRole


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


class LinkCard(ChoosingCard):
    """A field and a list of items.

    ``pointed`` tells what fits and what is chosen, ``said`` brings a sentence for the status line:
    the count once typing pauses, as with Find.
    """

    pointed = Signal(object)
    said = Signal(str)

    def __init__(self, look: Look, over: QWidget) -> None:
        super().__init__(over)
        self._look = look
        self._question: Question | None = None
        self._lit: frozenset[str] = frozenset()
        self._counted = ""
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(lambda: self.said.emit(self._counted))
        self.closed.connect(self._pause.stop)
        self._asks, self._nothing = label("", "label"), Wrapped("", "small")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._rows = QStandardItemModel(self)
        self.list.setModel(self._rows)
        self.list.setItemDelegate(LinkRows(look, self.list))
        self.list.setProperty("kind", "found")
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.selectionModel().currentChanged.connect(self._point)
        self.field.textChanged.connect(self._fill)
        self.taken.connect(self._take)
        stack = QVBoxLayout(self)
        stack.setContentsMargins(*[look.px(12)] * 4)
        stack.setSpacing(look.px(8))
        for part in (self._asks, self.field, self.list, self._nothing):
            stack.addWidget(part)
        stack.setStretch(stack.count() - 1, 1)

    def ask(self, question: Question, item: QRect, keep: Sequence[QRect]) -> None:
        """Ask at an item that stands in a rectangle of what is below; others are kept in sight."""
        self._question = question
        self._asks.setText(say("{asked} (type to find)", asked=question.words))
        for part in (self.field, self.list):
            part.setAccessibleName(question.words)
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
        self._rows.clear()
        for row in found.fit[:MOST]:
            words = role_words(row)
            self._add(row, Line(row.text or say("The aim"), spans(row.text, typed), words))
        for row in found.unfit[: MOST_REFUSED if typed else 0]:
            marked = spans(row.text, typed)
            self._add(row, Line(row.text, marked, refused=asked.refusal(row.id)))
        self.list.setCurrentIndex(self._rows.index(0, 0))
        found_any = self._rows.rowCount() > 0
        self.list.setVisible(found_any)
        self._nothing.setVisible(not found_any)
        self._nothing.setText(_nothing(typed))
        if not found_any:
            self._point(QModelIndex())
        self._counted = _about(asked.about, found, typed)
        self._pause.start(PAUSE_MS if typed else 0)

    def _add(self, row: Row, line: Line) -> None:
        made = QStandardItem(line.words)
        made.setEditable(False)
        enter = self._question.enter if self._question else ""
        made.setData(line._replace(enter=enter), LINE)
        made.setData(row.id, _ID)
        said = say("not possible: {why}", why=line.refused) if line.refused else line.role
        made.setData(f"{line.words}, {said}", _SPOKEN)
        self._rows.appendRow(made)

    def _point(self, index: QModelIndex) -> None:
        """Show where the link would go; a screen reader, which is at the field, hears it."""
        line: Line | None = index.data(LINE)
        spoken = index.data(_SPOKEN) or _nothing(self.field.text())
        self.field.setAccessibleDescription(spoken)
        target = index.data(_ID) if line and not line.refused else ""
        if self._question:
            self.pointed.emit(Pointed(self._question.sources, self._lit, target))

    def _take(self, shift: bool) -> None:
        """Take what is chosen; what cannot be taken says again why."""
        index, asked = self.list.currentIndex(), self._question
        line: Line | None = index.data(LINE)
        if line is None or asked is None:
            self.said.emit(_nothing(self.field.text()))
        elif line.refused:
            self.said.emit(line.refused)
        else:
            target = index.data(_ID)
            self.go()
            asked.does(target, shift)


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
