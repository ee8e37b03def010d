"""Files that are dropped or pasted as evidence: their names come in, never where they are."""

from collections.abc import Callable, Sequence
from pathlib import PurePath
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QDropEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from ilead_studio import edits
from ilead_studio.ui.looks.look import Look
from ilead_studio.words import count, say

if TYPE_CHECKING:
    from ilead_studio.ui.work import Work


def file_names(data: QMimeData) -> tuple[str, ...]:
    """Return the names of the files that are dragged or on the clipboard, without their folders."""
    local = (it.toLocalFile() for it in data.urls() if it.isLocalFile())
    return tuple(dict.fromkeys(name for it in local if (name := PurePath(it).name)))


def name_files(work: "Work", item_id: str, names: Sequence[str]) -> bool:
    """Let files be named as evidence of a problem, a cause or a driver, in one step."""
    label = count(len(names), "name {number} file as evidence", "name {number} files as evidence")
    made = work.step(label, lambda book: edits.cite_files(book, item_id, names, work.ids))
    if made:
        told = say("“{name}” is named as evidence; the file stays where it is. Say what it shows.",
                   name=names[-1])  # fmt: skip
        more = count(
            len(names),
            "{number} file is named as evidence; it stays where it is.",
            "{number} files are named as evidence; they stay where they are. Say what they show.",
        )
        work.said.emit(told if len(names) == 1 else more)
    return made


class FileDrop(QObject):
    """Lets files be dropped on a part of the window; ``dropped`` brings their names.

    A dashed line around the part shows that they can; ``is_off`` tells when they cannot.
    """

    dropped = Signal(tuple)

    def __init__(self, onto: QWidget, look: Look, is_off: Callable[[], bool]) -> None:
        super().__init__(onto)
        self._onto, self._is_off = onto, is_off
        self.mark = _Mark(onto, look)
        onto.setAcceptDrops(True)
        onto.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take drags of files, and nothing else."""
        kinds = QEvent.Type
        if event.type() == kinds.DragLeave:
            self.mark.hide()
        elif event.type() in (kinds.DragEnter, kinds.DragMove, kinds.Drop):
            assert isinstance(event, QDropEvent)
            return self._take(event)
        return super().eventFilter(watched, event)

    def _take(self, event: QDropEvent) -> bool:
        names = file_names(event.mimeData())
        if not names or self._is_off():
            event.ignore()
            return True
        event.setDropAction(Qt.DropAction.CopyAction)  # nothing is moved from where it is
        event.accept()
        is_drop = event.type() == QEvent.Type.Drop
        self.mark.setGeometry(self._onto.rect())
        self.mark.setVisible(not is_drop)
        self.mark.raise_()
        if is_drop:
            self.dropped.emit(names)
        return True


class _Mark(QWidget):
    """A dashed line around the part onto which files would fall."""

    def __init__(self, onto: QWidget, look: Look) -> None:
        super().__init__(onto)
        self._look = look
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the line inside the edge."""
        edge = self._look.px(4)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(self._look.theme.accent), 2, Qt.PenStyle.DashLine))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), edge, edge)
