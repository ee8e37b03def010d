"""Words set on as many lines as they need, for lists that paint their rows."""

from functools import lru_cache

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QResizeEvent, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QAbstractScrollArea, QTreeView

from ilead_studio.rules.find import Span
from ilead_studio.ui.looks.typeface import widget_font


def laid(words: str, width: int, pixels: int, strong: tuple[Span, ...] = ()) -> QTextLayout:
    """Return words set at a width in pixels; those in ``strong`` are semibold."""
    layout, option = QTextLayout(words, widget_font(pixels)), QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setFormats([_strong(span) for span in strong])
    layout.beginLayout()
    high = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(40, width))
        line.setPosition(QPointF(0.0, high))
        high += line.height()
    layout.endLayout()
    return layout


def _strong(span: Span) -> QTextLayout.FormatRange:
    made, look = QTextLayout.FormatRange(), QTextCharFormat()
    look.setFontWeight(QFont.Weight.DemiBold.value)
    made.start, made.length, made.format = span[0], span[1] - span[0], look
    return made


@lru_cache(4096)
def height(words: str, width: int, pixels: int, strong: tuple[Span, ...] = ()) -> int:
    """Return how many pixels high words are when they are set."""
    return round(laid(words, width, pixels, strong).boundingRect().height() + 0.5)


def beside_bar(view: QAbstractScrollArea) -> int:
    """Return the width that rows have beside a scroll bar, whether or not there is one.

    So rows are not set anew when it comes.
    """
    frame = 2 * view.frameWidth()
    return view.width() - frame - view.verticalScrollBar().sizeHint().width()


class WrappedTree(QTreeView):
    """A tree whose words wrap at its width; ``wide`` is that of its rows, in pixels."""

    def __init__(self) -> None:
        super().__init__()
        self.wide = 0

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap the words anew at another width, not for a scroll bar that comes or goes."""
        super().resizeEvent(event)
        wide = beside_bar(self)
        if wide != self.wide:
            self.wide = wide
            self.scheduleDelayedItemsLayout()
