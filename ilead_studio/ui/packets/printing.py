"""Prints the PDF of a packet through the system: fine pictures of its pages, one by one."""

from pathlib import Path

from PySide6.QtCore import QMarginsF, QObject, QRectF, QSizeF, Signal
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from ilead_studio.ui.packets.maker import PacketMaker, Side
from ilead_studio.ui.work import Work
from ilead_studio.words import count, say

MOST_DPI = 300


class PacketPrinting(QObject):
    """Asks for one page after the other, and lays each on a sheet of the printer.

    ``failed`` brings why it takes no more.
    """

    failed = Signal(str)

    def __init__(self, maker: PacketMaker, work: Work, parent: QObject) -> None:
        super().__init__(parent)
        self._maker, self._work = maker, work
        self._printer: QPrinter | None = None
        self._painter: QPainter | None = None
        maker.fine.connect(self._put)
        maker.made.connect(self._give_up)
        maker.refused.connect(lambda _why: self._give_up())

    def has_printers(self) -> bool:
        """Tell whether the system knows a printer."""
        return bool(QPrinterInfo.availablePrinterNames())

    def print_on(self, printer: QPrinter) -> None:
        """Print all pages; the window stays as it is meanwhile."""
        sides = self._maker.shown.sides
        if not sides:
            return
        self._printer = printer
        dots = min(MOST_DPI, printer.resolution())
        widths = [(at, round(side.width / 72 * dots)) for at, side in enumerate(sides)]
        pages = count(len(sides), "{number} page", "{number} pages")
        self._work.said.emit(say("Printing {pages} …", pages=pages))
        self._maker.want_fine(widths)

    def _put(self, number: int, image: QImage) -> None:
        """Lay a page on the next sheet."""
        printer, sides = self._printer, self._maker.shown.sides
        if printer is None:
            return
        printer.setPageLayout(_layout(sides[number]))
        printer.setFullPage(True)
        if self._painter is None:
            self._painter = QPainter()
            if not self._painter.begin(printer):
                self._fail(number)
                return
        elif not printer.newPage():
            self._fail(number)
            return
        room = printer.pageLayout().fullRectPixels(printer.resolution())
        self._painter.drawImage(QRectF(0, 0, room.width(), room.height()), image)
        if number + 1 == len(sides):
            self._end(say("The printer has all pages."))

    def _give_up(self) -> None:
        if self._printer is not None:
            self._end(say("Printing ended: the packet was changed meanwhile."))

    def _fail(self, pages: int) -> None:
        """Say that the printer, or the file in its place, takes no more, and what it has."""
        assert self._printer is not None
        name = Path(self._printer.outputFileName()).name
        taken = count(pages, "It has {number} page.", "It has {number} pages.")
        if name:
            words = say("“{name}” could not be printed: its disk is full, gone, or only to be read."
                        " Print into another folder.", name=name)  # fmt: skip
        elif pages:
            words = say("The printer takes no further page. {taken}", taken=taken)
        else:
            words = say("The printer did not begin. Is it switched on?")
        self._maker.want_fine([])
        self._finish()
        self.failed.emit(words)

    def _end(self, words: str) -> None:
        self._finish()
        self._work.said.emit(words)

    def _finish(self) -> None:
        painter, self._painter, self._printer = self._painter, None, None
        if painter is not None and painter.isActive():
            painter.end()


def _layout(side: Side) -> QPageLayout:
    """Return the paper of a side, turned as it is."""
    wide = side.width > side.height
    size = QSizeF(min(side.width, side.height), max(side.width, side.height))
    paper = QPageSize(size, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
    ways = QPageLayout.Orientation
    return QPageLayout(paper, ways.Landscape if wide else ways.Portrait, QMarginsF())
