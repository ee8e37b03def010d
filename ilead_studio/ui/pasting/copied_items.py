"""What is copied, on its way to other programs and back."""

from collections.abc import Callable, Collection, Mapping
from contextlib import suppress

from PySide6.QtCore import QByteArray, QMetaType, QMimeData
from PySide6.QtGui import QImage

from ilead_studio.drawing.marks import Marks, View
from ilead_studio.drawing.page import draw_page
from ilead_studio.drawing.theme import PRINT
from ilead_studio.errors import StudioError
from ilead_studio.exchange.copied import BRANCH_MIME, copied_rows, to_branch, to_html, to_text
from ilead_studio.model import Page, Workbook
from ilead_studio.planning import ROOM


class CopiedItems(QMimeData):
    """Items in every form that a program may ask for; each is made when one does.

    So copying is quick, and a picture is painted only for a program that takes pictures: with
    ``marks``, as it is seen.
    """

    def __init__(
        self, workbook: Workbook, page: Page, ids: Collection[str], marks: Mapping[str, Marks]
    ) -> None:
        super().__init__()
        self._workbook, self._page, self._marks = workbook, page, marks
        self.rows = rows = copied_rows(workbook, page, ids)
        self._makes: dict[str, Callable[[], object]] = {
            BRANCH_MIME: lambda: QByteArray(to_branch(workbook, page, rows)),
            "text/html": lambda: to_html(rows),
            "text/plain": lambda: to_text(rows),
            "image/svg+xml": lambda: self._pictured().data("image/svg+xml"),
            "image/png": lambda: self._pictured().data("image/png"),
            "application/x-qt-image": lambda: self._image(),
        }

    def formats(self) -> list[str]:
        """Name every form."""
        return list(self._makes)

    def hasFormat(self, mime: str) -> bool:
        """Tell whether there is a form."""
        return mime in self._makes

    def retrieveData(self, mime: str, _type: QMetaType | QMetaType.Type) -> object:
        """Make a form."""
        make = self._makes.get(mime)
        with suppress(StudioError):  # too large for a picture: its words are there
            return make() if make else None
        return None

    def _image(self) -> QImage:
        return QImage.fromData(self._pictured().data("image/png"))

    def _pictured(self) -> QMimeData:
        """Draw the part of the page on which the items stand."""
        from ilead_studio.ui.canvas.picture import copy_picture, pictured  # and what writes XML

        drawing = draw_page(self._workbook, self._page, ROOM, View(marks=self._marks))
        words = pictured(self._workbook, self._page, self._marks)
        return copy_picture(drawing, PRINT, words, only=frozenset(row.id for row in self.rows))
