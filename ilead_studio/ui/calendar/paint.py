"""How the calendar of cycles is painted: its head, its rows, its bars, what each kind means."""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache
from typing import Final, NamedTuple

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetrics, QPainter, QPen

from ilead_studio.drawing.theme import Theme
from ilead_studio.rules.calendar_rows import CalendarRow
from ilead_studio.rules.cycle_calendar import BarKind, Closed, week_of
from ilead_studio.rules.days import short_day
from ilead_studio.rules.school_weeks import Band
from ilead_studio.ui.calendar.layout import PlacedBar, PlacedRow, Weeks
from ilead_studio.ui.lists.laid import laid
from ilead_studio.ui.looks.look import Look
from ilead_studio.ui.looks.typeface import widget_font
from ilead_studio.words import count, say

BAND_LINE, WEEK_LINE, NUMBER_LINE, LEGEND = 26, 22, 22, 34
LINES_OF_NAME: Final = 3
_LEAST_NAMED: Final = 15
"""Least width of a break that shows its name."""
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_MIDDLE = Qt.AlignmentFlag.AlignCenter


class Dress(NamedTuple):
    """The colours of a bar, by their roles; a planned one is dashed."""

    fill: str
    edge: str
    words: str
    dashed: bool = False


DRESSES: Final[dict[BarKind, Dress]] = {
    "planned": Dress("paper", "accent", "ink", dashed=True),
    "under way": Dress("accent", "accent", "on_accent"),
    "decided": Dress("accent_soft", "accent", "ink"),
    "abandoned": Dress("paper", "edge", "ink"),
    "overdue": Dress("warn_soft", "warn", "ink"),
}


def legend_words() -> dict[BarKind, str]:
    """Say what each kind of bar means."""
    return {
        "planned": say("planned"),
        "under way": say("doing or in Study"),
        "decided": say("decided"),
        "abandoned": say("abandoned, with a learning"),
        "overdue": say("overdue"),
    }


class CalendarPaint:
    """Paints the parts of a calendar in a look, or faded; places are given by the chart."""

    def __init__(self, look: Look, theme: Theme | None = None) -> None:
        self._look, self._theme = look, theme or look.theme
        self._small, self._body = look.type("small"), look.type("body")
        self._fonts = {strong: widget_font(self._small, strong=strong) for strong in (False, True)}
        self._lines_high = tuple(
            QFontMetrics(widget_font(pixels)).height() for pixels in (self._small, self._body)
        )
        self.head = sum(map(look.px, (BAND_LINE, WEEK_LINE, NUMBER_LINE)))

    def _colour(self, role: str) -> QColor:
        return QColor(self._theme.colour(role))

    def _font(self, *, strong: bool = False) -> QFont:
        return self._fonts[strong]

    def width_of(self, words: str) -> int:
        """Return how wide small words are, when they are strong."""
        return _width(words, self._small) + 2

    def _write(
        self, painter: QPainter, box: QRect, words: str, role: str = "ink_soft", *,
        strong: bool = False, how: Qt.AlignmentFlag = _LEFT,
    ) -> None:  # fmt: skip
        font = self._font(strong=strong)
        painter.setFont(font)
        painter.setPen(self._colour(role))
        short = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, how.value, short)

    # --- head ------------------------------------------------------------------------------------
    def paint_labels(self, painter: QPainter, width: int) -> None:
        """Say at the left what the lines of the head are."""
        px = self._look.px
        top = 0
        words = say("Cycle bands"), say("Week beginning"), say("School week")
        for line, said in zip((BAND_LINE, WEEK_LINE, NUMBER_LINE), words, strict=True):
            self._write(painter, QRect(px(12), top, width - px(16), px(line)), said)
            top += px(line)

    def paint_head(
        self, painter: QPainter, weeks: Weeks, bands: Sequence[Band], today: date, long: int
    ) -> None:
        """Paint bands, the first day of some weeks, and the numbers of the school weeks.

        ``long`` is how many school weeks a band has.
        """
        px = self._look.px
        for band in bands:
            self._paint_band(painter, weeks, band, today, long)
        top = px(BAND_LINE)
        self._line(painter, "edge", QPoint(0, top), QPoint(weeks.width, top))
        line = self._paint_today(painter, weeks, today)
        step = max(1, -(-px(52) // round(weeks.column)))
        for at in range(0, len(weeks.every), step):
            left = round(at * weeks.column)
            box = QRect(left + px(3), top, round(step * weeks.column) - px(4), px(WEEK_LINE))
            words = short_day(weeks.every[at].start)
            if box.left() <= line <= box.left() + self.width_of(words):
                painter.fillRect(box, self._colour("paper"))
            self._write(painter, box, words, "ink")
        top += px(WEEK_LINE)
        for at, week in enumerate(weeks.every):
            if week.number:
                box = QRect(round(at * weeks.column), top, round(weeks.column), px(NUMBER_LINE))
                self._write(painter, box, str(week.number), how=_MIDDLE)

    def _paint_band(
        self, painter: QPainter, weeks: Weeks, band: Band, today: date, long: int
    ) -> None:
        px = self._look.px
        left, right = weeks.x(band.first), weeks.x(band.last) + round(weeks.column)
        box = QRect(left, 0, right - left, px(BAND_LINE))
        if weeks.x(band.first) <= weeks.x(today, after=True) <= right and band.first <= today:
            painter.fillRect(box, self._colour("hover"))
        self._line(painter, "edge", box.topLeft(), QPoint(left, px(BAND_LINE)))
        plain = say("Band {number}", number=band.number)
        whole = count(long, "{number} school week", "{number} school weeks")
        room = box.adjusted(px(8), 0, -px(4), 0)
        now = self._today_box(weeks, today)
        if now.intersects(room) and now.left() - room.left() < self.width_of(plain):
            room.setLeft(now.right() + px(4))
        elif now.intersects(room):
            room.setRight(now.left() - px(4))
        both = f"{plain} · {whole}"
        words = both if self.width_of(both) <= room.width() else plain
        if self.width_of(plain) <= room.width():
            self._write(painter, room, words, "ink", strong=True)

    def _paint_today(self, painter: QPainter, weeks: Weeks, today: date) -> int:
        """Paint the word of the present day and the line below it; returns where that stands."""
        if week_of(weeks.every, today) is None:
            return -1
        box = self._today_box(weeks, today)
        painter.fillRect(box.adjusted(0, 1, 0, -1), self._colour("paper"))
        self._write(painter, box, say("Today"), "root", strong=True, how=_MIDDLE)
        self.paint_today_line(painter, weeks, today, self._look.px(BAND_LINE), self.head)
        return weeks.x(today, after=True)

    def paint_today_line(
        self, painter: QPainter, weeks: Weeks, today: date, top: int, bottom: int
    ) -> None:
        """Paint a part of the line of the present day, if it is among the weeks."""
        if week_of(weeks.every, today) is not None:
            x = weeks.x(today, after=True)
            painter.setPen(QPen(self._colour("root"), self._look.px(2)))
            painter.drawLine(QPoint(x, top), QPoint(x, bottom))

    def _today_box(self, weeks: Weeks, today: date) -> QRect:
        """Return where the word of the present day stands."""
        wide = self.width_of(say("Today")) + self._look.px(8)
        left = weeks.x(today, after=True) - wide // 2
        return QRect(max(0, min(weeks.width - wide, left)), 0, wide, self._look.px(BAND_LINE))

    def _line(self, painter: QPainter, role: str, one: QPoint, other: QPoint) -> None:
        painter.setPen(QPen(self._colour(role), 1))
        painter.drawLine(one, other)

    # --- ground ----------------------------------------------------------------------------------
    def paint_grid(
        self, painter: QPainter, weeks: Weeks, bands: Sequence[Band], rows: Sequence[PlacedRow],
        bottom: int,
    ) -> None:  # fmt: skip
        """Paint the lines between weeks, bands and rows."""
        starts = {band.first for band in bands}
        for at, week in enumerate([*weeks.every, None]):
            x = round(at * weeks.column)
            is_band = week is None or week.start in starts
            self._line(painter, "edge" if is_band else "rule", QPoint(x, 0), QPoint(x, bottom))
        for row in rows:
            low = row.top + row.height
            self._line(painter, "rule", QPoint(0, low), QPoint(weeks.width, low))

    def hatch(self, painter: QPainter, box: QRect) -> None:
        """Paint a stretch without school."""
        painter.fillRect(box, self._colour("hover"))
        painter.fillRect(box, QBrush(self._colour("rule"), Qt.BrushStyle.BDiagPattern))

    def break_box(self, weeks: Weeks, it: Closed, top: int, bottom: int) -> QRect:
        """Return where a break stands."""
        left, right = weeks.x(it.first), weeks.x(it.last, after=True)
        left, right = max(0, left), min(weeks.width, right)
        return QRect(left, top, right - left, bottom - top)

    def name_break(self, painter: QPainter, box: QRect, name: str, taken: Sequence[QRect]) -> None:
        """Write the name of a break upwards on plain ground, where no bar and no words stand."""
        px, long = self._look.px, self.width_of(name) + self._look.px(8)
        high = QFontMetrics(self._font()).height()
        if box.width() < px(_LEAST_NAMED):
            return
        left = box.center().x() - high // 2
        tops = range(box.bottom() - long - px(4), box.top(), -px(8))
        spots = (QRect(left, top, high, long) for top in tops)
        spot = next((it for it in spots if not any(it.intersects(one) for one in taken)), None)
        if spot is None:
            return
        painter.save()
        painter.translate(spot.left(), spot.bottom())
        painter.rotate(-90)
        painter.fillRect(QRect(0, 0, long, high), self._colour("hover"))
        self._write(painter, QRect(0, 0, long, high), name, "ink", how=_MIDDLE)
        painter.restore()

    # --- rows ------------------------------------------------------------------------------------
    def name_lines(self, row: CalendarRow, width: int) -> tuple[str, ...]:
        """Return the name of a row on a few lines."""
        return _lines(row.words, width, self._body, LINES_OF_NAME)

    def needs(self, row: CalendarRow, width: int) -> int:
        """Return how high the name of a row is, with the small line below it."""
        small = self._lines_high[0] if row.small else 0
        return len(self.name_lines(row, width)) * self._lines_high[1] + small

    def paint_name(self, painter: QPainter, row: CalendarRow, box: QRect) -> None:
        """Write what a row is, at the left of it."""
        px = self._look.px
        self._line(painter, "rule", box.bottomLeft() + QPoint(px(8), 1),
                   box.bottomRight() + QPoint(0, 1))  # fmt: skip
        room = box.adjusted(px(12), 0, -px(8), 0)
        font, high = widget_font(self._body), QFontMetrics(widget_font(self._body)).height()
        top = room.center().y() - self.needs(row, room.width()) // 2
        painter.setFont(font)
        painter.setPen(self._colour("ink"))
        for line in self.name_lines(row, room.width()):
            painter.drawText(QRect(room.left(), top, room.width(), high), _LEFT.value, line)
            top += high
        below = QRect(room.left(), top, room.width(), QFontMetrics(self._font()).height())
        self._write(painter, below, row.small)

    def paint_heading(self, painter: QPainter, row: CalendarRow, box: QRect) -> None:
        """Write what the rows below have in common, on plain ground across all weeks."""
        px = self._look.px
        room = box.adjusted(px(12), 0, -px(12), 0)
        room.setWidth(min(room.width(), self.width_of(row.words) + px(8)))
        painter.fillRect(room.adjusted(0, px(2), 0, 0), self._colour("paper"))
        self._write(painter, room, row.words, "ink", strong=True)

    def paint_bar(self, painter: QPainter, placed: PlacedBar) -> None:
        """Paint a bar with its number."""
        bar = placed.bar
        self.paint_box(painter, placed.box, bar.kind)
        number = placed.box.adjusted(self._look.px(7), 0, 0, 0)
        how = _LEFT
        if placed.box.width() < self._look.px(26):
            number, how = placed.box, _MIDDLE
        self._write(painter, number, str(bar.number), DRESSES[bar.kind].words, strong=True, how=how)

    def paint_words(self, painter: QPainter, placed: PlacedBar) -> None:
        """Write the words below a bar, on plain ground: no line runs through them."""
        is_late = placed.bar.kind == "overdue"
        role = "warn" if is_late else "ink_soft"
        if placed.words:
            painter.fillRect(placed.words_box, self._colour("paper"))
            self._write(painter, placed.words_box, placed.words, role, strong=is_late)

    def paint_box(self, painter: QPainter, box: QRect, kind: BarKind) -> None:
        """Paint a bar as its kind is painted."""
        dress, px = DRESSES[kind], self._look.px
        width = max(px(1.5), self._theme.line)
        pen = QPen(self._colour(f"{dress.edge}_line"), width)
        if dress.dashed:
            pen.setDashPattern([3, 2])
        painter.setPen(pen)
        painter.setBrush(self._colour(dress.fill))
        half = width / 2
        painter.drawRoundedRect(QRectF(box).adjusted(half, half, -half, -half), px(4), px(4))
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def paint_ring(self, painter: QPainter, box: QRect, *, has_keyboard: bool) -> None:
        """Show around a bar that it is the chosen one."""
        theme, far = self._theme, self._look.px(3)
        pen = QPen(self._colour("focus" if has_keyboard else "edge"), theme.ring)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        ring = QRectF(box).adjusted(-far, -far, far, far)
        painter.drawRoundedRect(ring, self._look.px(6), self._look.px(6))

    def paint_hint(self, painter: QPainter, words: str, at: QPoint, inside: QRect) -> None:
        """Say at the pointer what a drag would do."""
        px = self._look.px
        box = QRect(at.x() + px(12), at.y() + px(12), self.width_of(words) + px(16), px(26))
        box.moveRight(min(box.right(), inside.right()))
        box.moveBottom(min(box.bottom(), inside.bottom()))
        painter.setPen(QPen(self._colour("edge"), self._theme.line))
        painter.setBrush(self._colour("paper"))
        painter.drawRoundedRect(box, px(4), px(4))
        self._write(painter, box, words, "ink", strong=True, how=_MIDDLE)

    def paint_nothing(self, painter: QPainter, words: str, body: QRect) -> None:
        """Say in the middle why there is no bar."""
        px = self._look.px
        box = QRect(0, 0, min(body.width() - px(16), px(420)), px(64))
        box.moveCenter(body.center())
        painter.fillRect(box, self._colour("paper"))
        painter.setFont(widget_font(self._body))
        painter.setPen(self._colour("ink"))
        painter.drawText(box, _MIDDLE.value | Qt.TextFlag.TextWordWrap.value, words)

    # --- legend ----------------------------------------------------------------------------------
    def legend(self, width: int) -> list[tuple[BarKind | None, str, QRect]]:
        """Return what the legend shows, on as many lines as it takes; None is no school."""
        px, x, top, found = self._look.px, 0, 0, []
        for kind, words in self._meanings():
            wide = px(26) + px(6) + self.width_of(words)
            if x and x + wide > width:
                x, top = 0, top + px(22)
            found.append((kind, words, QRect(x, top, wide, px(22))))
            x += wide + px(18)
        return found

    def _meanings(self) -> Iterator[tuple[BarKind | None, str]]:
        yield from legend_words().items()
        yield None, say("no school")

    def legend_height(self, width: int) -> int:
        """Return how high the legend is."""
        return self.legend(width)[-1][2].bottom() + self._look.px(LEGEND - 22)

    def paint_legend(self, painter: QPainter, corner: QPoint, width: int) -> None:
        """Paint what the bars mean."""
        px = self._look.px
        for kind, words, box in self.legend(width):
            spot = box.translated(corner)
            sign = QRect(spot.left(), spot.center().y() - px(7), px(26), px(14))
            if kind is None:
                self.hatch(painter, sign)
            else:
                self.paint_box(painter, sign, kind)
            self._write(painter, spot.adjusted(px(32), 0, 0, 0), words)


@lru_cache(4096)
def _width(words: str, pixels: int) -> int:
    return QFontMetrics(widget_font(pixels, strong=True)).horizontalAdvance(words)


@lru_cache(1024)
def _lines(words: str, width: int, pixels: int, most: int) -> tuple[str, ...]:
    """Break words into a few lines; the last one ends in … when there are more."""
    layout = laid(words, width, pixels)
    starts = [layout.lineAt(at).textStart() for at in range(layout.lineCount())]
    ends = [*starts[1:], len(words)]
    lines = [words[a:b].strip() for a, b in zip(starts, ends, strict=True)]
    if len(lines) <= most:
        return tuple(lines)
    rest = words[starts[most - 1] :]
    metrics = QFontMetrics(widget_font(pixels))
    short = metrics.elidedText(rest, Qt.TextElideMode.ElideRight, width)
    return (*lines[: most - 1], short)
