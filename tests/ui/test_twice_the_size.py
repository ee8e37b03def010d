"""At 200 % all words of the program can be read in a window for a small screen."""

from collections.abc import Iterator

import pytest
from hands import Desk, Open
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QLabel, QWidget

from ilead_studio.drawing.theme import LIGHT
from ilead_studio.ui.looks.look import Look
from ilead_studio.ui.widgets.parts import OneLine

WRAPPED = Qt.TextFlag.TextWordWrap.value
PLACES = (
    "settings", "settings keys", "start page", "command list", "key sheet", "remove names",
    "hand over", "keep snapshot", "export picture", "new from template", "note question", "find",
    "make drivers", "ideas", "measures", "meetings", "partnership", "handouts",
)  # fmt: skip


@pytest.fixture
def large(open_at: Open) -> Desk:
    return open_at(Look(LIGHT, 2.0), 1280, 720)


def cut(window: QWidget) -> Iterator[str]:
    """Give the words that are seen and do not fit, but for those that people wrote."""
    for it in window.findChildren(QLabel):
        room, metrics = it.contentsRect(), QFontMetrics(it.font())
        lines = metrics.boundingRect(0, 0, room.width(), 9_999, WRAPPED, it.text())
        if it.wordWrap():
            fits = lines.height() <= it.height() + 2 and lines.width() <= room.width() + 1
        else:
            fits = metrics.horizontalAdvance(it.text()) <= room.width() + 1
        is_theirs = isinstance(it, OneLine) and len(it.text()) > 60
        if it.isVisible() and it.text() and not fits and not is_theirs:
            yield it.text()


@pytest.mark.parametrize("command", PLACES)
def test_no_word_is_cut(large: Desk, command: str) -> None:
    large.window.do(command)
    large.settle()
    assert [*cut(large.window)] == []
