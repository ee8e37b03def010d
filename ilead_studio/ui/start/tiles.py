"""The large buttons of the start page: a way to begin, and a workbook that was open."""

from collections.abc import Callable
from datetime import datetime
from typing import Final

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QImage, QKeyEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QMenu, QPushButton, QVBoxLayout
from shiboken6 import Shiboken

from ilead_studio.ui.canvas.thumbnail import image_in
from ilead_studio.ui.files.recents import Recent, held, when_words, where_words
from ilead_studio.ui.looks.dress import dress_as
from ilead_studio.ui.looks.icons import icon
from ilead_studio.ui.looks.look import Look
from ilead_studio.ui.meanwhile.apart import Apart
from ilead_studio.ui.widgets.parts import OneLine, Wrapped
from ilead_studio.words import say

PICTURE: Final = (132, 88)
LEAST_WITH_PICTURE: Final = 480
_RATIO: Final = 2
"""Pixels of a picture across each of its widget's: it is sharp on every screen."""
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


def pressed_button(words: str, kind: str, does: Callable[[], object]) -> Pressed:
    """Return such a button of a kind; a click leaves the keyboard where it was."""
    made = Pressed(words)
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    made.setProperty("kind", kind)
    made.setAccessibleName(words)
    made.clicked.connect(lambda: does())
    return made


class Switch(QCheckBox):
    """A box to tick that leaves every key but Space to the page."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tick with Space."""
        if event.key() == Qt.Key.Key_Space:
            super().keyPressEvent(event)
        else:
            event.ignore()


class Tile(Pressed):
    """A way to begin: an icon, its words on as many lines as they need, its keys at the right."""

    def __init__(self, words: str, sign: str, look: Look, keys: str) -> None:
        super().__init__()
        self.setProperty("kind", "tile")
        size = look.px(20)
        self.setIcon(icon(sign, look.theme, size, "accent"))
        self.setIconSize(QSize(size, size))
        self._air, self._high = look.px(8), 0
        line = QHBoxLayout(self)
        line.setContentsMargins(look.px(40), 0, look.px(12), 0)
        self._words, shown = Wrapped(""), QLabel(keys)
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

    def sizeHint(self) -> QSize:
        """Return a size in which all words can be read."""
        return super().sizeHint().expandedTo(QSize(0, self._high))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Be as high as the words need at this width."""
        super().resizeEvent(event)
        high = self._words.heightForWidth(self._words.width()) + 2 * self._air
        if high != self._high:
            self._high = high
            self.updateGeometry()


class RecentTile(Pressed):
    """A workbook: its picture, its name, what it held, when and where; ``off`` takes it off.

    Without bytes for it there is no picture, and with None no room for one.
    """

    off = Signal()

    def __init__(
        self, recent: Recent, now: datetime, picture: bytes | None, look: Look, reads: Apart
    ) -> None:
        super().__init__()
        self._reads = reads
        """Reads pictures beside the window."""
        self.recent, self._look, self._bytes = recent, look, picture
        parts = [when_words(recent.when, now), where_words(recent.file)]
        self._when = " · ".join(part for part in parts if part)
        self.setProperty("kind", "recent")
        self.setToolTip(recent.path)
        line = QHBoxLayout(self)
        line.setContentsMargins(look.px(12), look.px(12), look.px(16), look.px(12))
        line.setSpacing(look.px(16))
        self._seen, self._told = self._picture(), OneLine("")
        self._more, self._take_off = self._menu_button(), self._off_button()
        line.addWidget(self._seen)
        line.addLayout(self._words(), 1)
        line.addWidget(self._more)
        line.addWidget(self._take_off)
        self.show_missing(is_missing=False)

    def show_missing(self, *, is_missing: bool) -> None:
        """Show whether the file is where it was; a picture that is old does not stand for it."""
        self.is_missing = is_missing
        told = say("This file is not where it was.") if is_missing else held(self.recent)
        self._told.setText(told)
        self.setAccessibleName(", ".join((self.recent.title, told, self._when)))
        self._draw()
        had_keyboard = self._more.hasFocus() or self._take_off.hasFocus()
        self._more.setVisible(not is_missing)
        self._take_off.setVisible(is_missing)
        if had_keyboard:
            (self._take_off if is_missing else self._more).setFocus()

    def _picture(self) -> QLabel:
        made, px = QLabel(), self._look.px
        made.setFixedSize(px(PICTURE[0]), px(PICTURE[1]))
        made.setAlignment(Qt.AlignmentFlag.AlignCenter)
        made.setAttribute(_MUTE)
        return made

    def _draw(self) -> None:
        """Draw the first page, or the sign of one."""
        px = self._look.px
        size = (self._seen.size() - QSize(px(8), px(8))) * _RATIO
        data = b"" if self.is_missing else self._bytes or b""
        if data:
            self._reads.do(lambda: image_in(data, size), self._show_picture)
        else:
            self._show_picture(None)

    def _show_picture(self, image: QImage | None) -> None:
        if not Shiboken.isValid(self):  # the list has changed meanwhile
            return
        shown = None if self.is_missing else image
        dress_as(self._seen, "picture" if shown else "no picture")
        if shown:
            seen = QPixmap.fromImage(shown)
            seen.setDevicePixelRatio(_RATIO)
        else:
            side = self._look.px(32)
            sign = icon("fish-bone", self._look.theme, side, "ink_soft")
            seen = sign.pixmap(QSize(side, side), 1.0)
        self._seen.setPixmap(seen)

    def _words(self) -> QVBoxLayout:
        stack = QVBoxLayout()
        stack.setSpacing(self._look.px(2))
        stack.addStretch(1)
        title, when = OneLine("lead", self.recent.title), OneLine("small", self._when)
        for shown in (title, self._told, when):
            shown.setAttribute(_MUTE)
            stack.addWidget(shown)
        stack.addStretch(1)
        return stack

    def _off_button(self) -> Pressed:
        made = pressed_button(say("Take off the list"), "plain", self.off.emit)
        made.setAccessibleName(say("Take {title} off the list", title=self.recent.title))
        return made

    def _menu_button(self) -> Pressed:
        made = Pressed()
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        made.setIcon(icon("dots", self._look.theme, self._look.px(18)))
        made.setIconSize(QSize(self._look.px(18), self._look.px(18)))
        made.setAccessibleName(say("More for {title}", title=self.recent.title))
        made.setToolTip(say("More for this workbook"))
        made.clicked.connect(lambda: self._show_menu(made.mapToGlobal(made.rect().bottomLeft())))
        return made

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the picture out where the words need its room."""
        super().resizeEvent(event)
        is_wide = self.width() >= self._look.px(LEAST_WITH_PICTURE)
        self._seen.setVisible(is_wide and self._bytes is not None)

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
