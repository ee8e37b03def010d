"""The large buttons of the start page: a way to begin, and a workbook that was open."""

from datetime import datetime
from pathlib import Path
from typing import Final

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QMenu, QPushButton, QVBoxLayout

from ilead_studio.ui.icons import icon
from ilead_studio.ui.look import Look
from ilead_studio.ui.parts import OneLine
from ilead_studio.ui.recents import Recent, held, when_words, where_words
from ilead_studio.ui.thumbnail import picture_in
from ilead_studio.words import say

PICTURE: Final = (132, 88)
LEAST_WITH_PICTURE: Final = 480
_MUTE: Final = Qt.WidgetAttribute.WA_TransparentForMouseEvents


class Pressed(QPushButton):
    """A button that Enter presses too."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press with Enter; other keys go on to the page, arrows too."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() == Qt.Key.Key_Space:
            super().keyPressEvent(event)
        else:
            event.ignore()


class Switch(QCheckBox):
    """A box to tick that leaves every key but Space to the page."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tick with Space."""
        if event.key() == Qt.Key.Key_Space:
            super().keyPressEvent(event)
        else:
            event.ignore()


class Tile(Pressed):
    """A way to begin: an icon, its words, and its keys at the right."""

    def __init__(self, words: str, sign: str, look: Look, keys: str) -> None:
        super().__init__()
        self.setProperty("kind", "tile")
        size = look.px(20)
        self.setIcon(icon(sign, look.theme, size, "accent"))
        self.setIconSize(QSize(size, size))
        line = QHBoxLayout(self)
        line.setContentsMargins(look.px(40), 0, look.px(12), 0)
        self._words, shown = OneLine(""), QLabel(keys)
        shown.setProperty("kind", "small")
        for part in (self._words, shown):
            part.setAttribute(_MUTE)
        line.addWidget(self._words, 1)
        line.addWidget(shown)
        self.setAccessibleDescription(keys)
        self.set_words(words)

    def set_words(self, words: str) -> None:
        """Say something else."""
        self._words.setText(words)
        self.setAccessibleName(words)


class RecentTile(Pressed):
    """A workbook: its picture, its name, what it held, when and where; ``off`` takes it off."""

    off = Signal()

    def __init__(self, recent: Recent, now: datetime, picture: Path, look: Look) -> None:
        super().__init__()
        self.recent, self._look = recent, look
        self.is_missing = not recent.is_there
        self.setProperty("kind", "recent")
        line = QHBoxLayout(self)
        line.setContentsMargins(look.px(12), look.px(12), look.px(16), look.px(12))
        line.setSpacing(look.px(16))
        self._seen = self._picture(picture)
        line.addWidget(self._seen)
        line.addLayout(self._words(now), 1)
        line.addWidget(self._more())

    def _picture(self, file: Path) -> QLabel:
        px, theme, ratio = self._look.px, self._look.theme, 2
        made, size = QLabel(), QSize(px(PICTURE[0]), px(PICTURE[1]))
        made.setFixedSize(size)
        made.setAlignment(Qt.AlignmentFlag.AlignCenter)
        made.setAttribute(_MUTE)
        inner = size - QSize(px(8), px(8))
        seen = None if self.is_missing else picture_in(file, inner * ratio)
        made.setProperty("kind", "picture" if seen else "no picture")
        if seen is None:
            side = px(32)
            seen = icon("fish-bone", theme, side, "ink_soft").pixmap(QSize(side, side), 1.0)
        else:
            seen.setDevicePixelRatio(ratio)
        made.setPixmap(seen)
        return made

    def _words(self, now: datetime) -> QVBoxLayout:
        recent, stack = self.recent, QVBoxLayout()
        stack.setSpacing(self._look.px(2))
        told = say("This file is not where it was.") if self.is_missing else held(recent)
        parts = [when_words(recent.when, now), where_words(recent.file)]
        said = " · ".join(part for part in parts if part)
        stack.addStretch(1)
        for kind, words in (("lead", recent.title), ("", told), ("small", said)):
            shown = OneLine(kind)
            shown.setText(words)
            shown.setAttribute(_MUTE)
            stack.addWidget(shown)
        stack.addStretch(1)
        self.setAccessibleName(", ".join((recent.title, told, said)))
        self.setToolTip(recent.path)
        return stack

    def _more(self) -> Pressed:
        made, title = Pressed(), self.recent.title
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        if self.is_missing:
            made.setText(say("Take off the list"))
            made.setProperty("kind", "plain")
            made.setAccessibleName(say("Take {title} off the list", title=title))
            made.clicked.connect(self.off.emit)
            return made
        made.setIcon(icon("dots", self._look.theme, self._look.px(18)))
        made.setIconSize(QSize(self._look.px(18), self._look.px(18)))
        made.setAccessibleName(say("More for {title}", title=title))
        made.setToolTip(say("More for this workbook"))
        made.clicked.connect(lambda: self._show_menu(made.mapToGlobal(made.rect().bottomLeft())))
        return made

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the picture out where the words need its room."""
        super().resizeEvent(event)
        self._seen.setVisible(self.width() >= self._look.px(LEAST_WITH_PICTURE))

    def row_menu(self) -> QMenu:
        """Return what can be done with the workbook."""
        menu = QMenu(self)
        menu.addAction(say("Open")).triggered.connect(self.click)
        menu.addAction(say("Take off the list")).triggered.connect(self.off.emit)
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def _show_menu(self, at: QPoint) -> None:
        self.row_menu().popup(at)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Show the menu under the pointer."""
        self._show_menu(event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Del takes it off the list."""
        if event.key() == Qt.Key.Key_Delete:
            self.off.emit()
        else:
            super().keyPressEvent(event)
