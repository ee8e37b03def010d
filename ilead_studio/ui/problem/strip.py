"""The strip of linked problems: the one in view in the middle, wholes left, what it needs right."""

from functools import partial
from typing import Final

from PySide6.QtCore import QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
    QResizeEvent,
)
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy, QWidget

from ilead_studio.model import Problem, ProblemTie, pages
from ilead_studio.rules.problem_words import work_words
from ilead_studio.ui.lists.row_menu import show_menu
from ilead_studio.ui.looks.look import Look
from ilead_studio.ui.looks.typeface import widget_font
from ilead_studio.ui.meanwhile.once import has_keyboard
from ilead_studio.ui.problem.in_view import ProblemInView
from ilead_studio.ui.sight.lit import lit_of
from ilead_studio.words import count, say

_HIGH, _GAP, _BETWEEN, _HEAD, _AIR = 52, 84, 6, 7, 8
_SHOWN: Final = 2
"""Problems on a side; one less when there are more, and the rest is in a list."""
_SIDES: Final = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_STEPS: Final = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class ProblemBox(QPushButton):
    """A problem: who works on it in small type, and its words on one line."""

    def __init__(self, strip: "ProblemStrip", look: Look, problem: Problem, small: str) -> None:
        super().__init__(strip)
        self.strip, self._look = strip, look
        self.problem_id, self._words, self._small = problem.id, problem.text, small
        self.tie: ProblemTie | None = None
        self.setProperty("kind", "segment")
        self.setCheckable(True)
        strip.lit.changed.connect(self.update)
        self.setToolTip(problem.text)

    def sizeHint(self) -> QSize:
        """Return the height of two lines; the width is what there is."""
        return QSize(0, self._look.px(_HIGH))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the box, and both lines in it."""
        super().paintEvent(event)
        px, here = self._look.px, self.isChecked()
        theme = self.strip.lit.theme(self._look.theme, self.problem_id, pointed=here)
        room = self.rect().adjusted(px(_AIR), px(4), -px(_AIR), -px(5))
        small = widget_font(self._look.type("small"))
        body = widget_font(self._look.type("body"), strong=self.isChecked())
        parts = ((small, theme.ink_soft, self._small, Qt.AlignmentFlag.AlignTop),
                 (body, theme.ink, self._words, Qt.AlignmentFlag.AlignBottom))  # fmt: skip
        with QPainter(self) as painter:
            for font, colour, words, where in parts:
                painter.setFont(font)
                painter.setPen(QColor(colour))
                right = Qt.TextElideMode.ElideRight
                shown = QFontMetrics(font).elidedText(words, right, room.width())
                painter.drawText(room, where.value, shown)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows walk, Enter opens, Delete takes the link away."""
        key = Qt.Key(event.key())
        if key in _SIDES or key in _STEPS:
            self.strip.walk(self, _SIDES.get(key, 0), _STEPS.get(key, 0))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif key == Qt.Key.Key_Delete and self.tie:
            self.strip.untied.emit(self.tie, self.problem_id)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer to open the problem, or to take the link away."""
        unlink = (say("Unlink"), partial(self.strip.untied.emit, self.tie, self.problem_id))
        offers = ((say("Open"), self.click), *((unlink,) if self.tie else ()))
        show_menu(self, event.globalPos(), offers)


class ProblemStrip(QWidget):
    """Boxes in three columns, with arrows between them; one Tab stop.

    ``opened`` brings the problem that is wanted, ``untied`` a link that is to go.
    """

    opened = Signal(str)
    untied = Signal(str, str)

    def __init__(self, shown: ProblemInView, look: Look) -> None:
        super().__init__()
        self._shown, self._look, self.lit = shown, look, lit_of(shown.work)
        self._columns: dict[int, list[QPushButton]] = {-1: [], 0: [], 1: []}
        self._known: object = None
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(say("Linked problems"))

    # --- showing ---------------------------------------------------------------------------------
    def refresh(self) -> None:
        """Show the links of the problem in view; without any there is no strip."""
        problem, book = self._shown.problem, self._shown.work.workbook
        linked = problem is not None and bool(problem.part_of or problem.depends_on)
        self.setVisible(linked)
        known = (problem and problem.id, book.problems, self._pages())
        if linked and problem and known != self._known:
            self._known = known
            self._make(problem)

    def _pages(self) -> list[str | None]:
        return [page.problem_id for page in pages(self._shown.work.workbook)]

    def _make(self, problem: Problem) -> None:
        had = has_keyboard(self)
        for old in [it for column in self._columns.values() for it in column]:
            old.hide()
            old.deleteLater()
        here = self._box(problem, None)
        here.setChecked(True)
        here.setAccessibleName(say("This problem: {text}", text=problem.text))
        self._columns = {
            -1: self._side("part_of", problem.part_of),
            0: [here],
            1: self._side("depends_on", problem.depends_on),
        }
        self._let_tab_reach(here)
        self.setFixedHeight(self._height())
        self._stand()
        for column in self._columns.values():
            for it in column:
                it.show()
        if had:
            here.setFocus(Qt.FocusReason.OtherFocusReason)

    def _side(self, tie: ProblemTie, ids: tuple[str, ...]) -> list[QPushButton]:
        known = {it.id: it for it in self._shown.work.workbook.problems}
        fit = len(ids) if len(ids) <= _SHOWN else _SHOWN - 1
        made: list[QPushButton] = [self._box(known[it], tie) for it in ids[:fit]]
        return [*made, self._more([known[it] for it in ids[fit:]])] if ids[fit:] else made

    def _box(self, problem: Problem, tie: ProblemTie | None) -> ProblemBox:
        made = ProblemBox(self, self._look, problem, work_words(self._shown.work.workbook, problem))
        made.tie = tie
        words = {"part_of": say("Part of: {text}", text=problem.text),
                 "depends_on": say("Depends on: {text}", text=problem.text)}  # fmt: skip
        made.setAccessibleName(words[tie] if tie else problem.text)
        made.clicked.connect(lambda: self._open(made))
        return made

    def _open(self, box: ProblemBox) -> None:
        box.setChecked(box.tie is None)
        self.opened.emit(box.problem_id)

    def _more(self, rest: list[Problem]) -> QPushButton:
        words = count(len(rest), "+{number} more", "+{number} more")
        made, menu = QPushButton(words, self), QMenu(self)
        made.setProperty("kind", "quiet")
        made.setAccessibleName(words)
        for problem in rest:
            action = menu.addAction(problem.text.replace("&", "&&"))
            action.triggered.connect(lambda _=False, it=problem.id: self.opened.emit(it))
        made.setMenu(menu)
        return made

    def _let_tab_reach(self, here: QPushButton) -> None:
        for column in self._columns.values():
            for it in column:
                one_stop = it is here or not isinstance(it, ProblemBox)
                policy = Qt.FocusPolicy.TabFocus if one_stop else Qt.FocusPolicy.NoFocus
                it.setFocusPolicy(policy)

    def walk(self, box: ProblemBox, side: int, step: int) -> None:
        """Take the keyboard to a neighbour."""
        column = next(at for at, boxes in self._columns.items() if box in boxes)
        boxes = self._columns.get(column + side) or self._columns[column]
        at = 0 if side else self._columns[column].index(box) + step
        boxes[max(0, min(at, len(boxes) - 1))].setFocus(Qt.FocusReason.TabFocusReason)

    # --- where everything stands -----------------------------------------------------------------
    def _height(self) -> int:
        px, most = self._look.px, max(map(len, self._columns.values()))
        return most * px(_HIGH) + (most - 1) * px(_BETWEEN)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width."""
        super().resizeEvent(event)
        self._stand()

    def _stand(self) -> None:
        px, used = self._look.px, [at for at, boxes in self._columns.items() if boxes]
        if not used:
            return
        wide = min(px(320), (self.width() - (len(used) - 1) * px(_GAP)) // len(used))
        for place, column in enumerate(used):
            boxes = self._columns[column]
            high = len(boxes) * px(_HIGH) + (len(boxes) - 1) * px(_BETWEEN)
            top = (self.height() - high) // 2
            for at, box in enumerate(boxes):
                y = top + at * px(_HIGH + _BETWEEN)
                box.setGeometry(QRect(place * (wide + px(_GAP)), y, wide, px(_HIGH)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the arrows, toward the whole and toward what is needed, with their words."""
        words = {-1: say("part of"), 1: say("depends on")}
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setFont(widget_font(self._look.type("small")))
            for side, told in words.items():
                if self._columns[side] and self._columns[0]:
                    self._paint_side(painter, side, told)

    def _paint_side(self, painter: QPainter, side: int, told: str) -> None:
        here, px = self._columns[0][0].geometry(), self._look.px
        start = QPointF(here.left() if side < 0 else here.right() + 1, here.center().y() + 1)
        painter.setPen(QPen(QColor(self._look.theme.ink_soft), 1.5))
        painter.setBrush(QColor(self._look.theme.ink_soft))
        for box in self._columns[side]:
            at = box.geometry()
            end = QPointF(at.right() + 3 if side < 0 else at.left() - 2, at.center().y() + 1)
            head = QPointF(side * px(_HEAD), 0)
            half = QPointF(0, px(_HEAD) / 2)
            painter.drawLine(start, end - head)
            painter.drawPolygon(QPolygonF([end, end - head - half, end - head + half]))
        left = self._columns[side][0].geometry().right() if side < 0 else here.right()
        high = QFontMetrics(painter.font()).height()
        room = QRect(left, here.center().y() - high - px(2), px(_GAP), high)
        words = painter.boundingRect(room, Qt.AlignmentFlag.AlignCenter.value, told)
        painter.fillRect(words, QColor(self._look.theme.panel))  # lines to several cross there
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter.value, told)
