"""The page to begin with: new, open, the example, and the workbooks that were open last."""

from datetime import datetime
from pathlib import Path
from typing import Final, NamedTuple

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ilead_studio.ui.commands.keys import NONE, letter_of, parsed, pressed
from ilead_studio.ui.files.recents import Listing, Recent, Recents
from ilead_studio.ui.files.whereabouts import Whereabouts, is_file
from ilead_studio.ui.frame.tab_order import tab_through
from ilead_studio.ui.looks.icons import pixmap
from ilead_studio.ui.looks.look import Look
from ilead_studio.ui.meanwhile.apart import Apart
from ilead_studio.ui.start.tiles import RecentTile, Switch, Tile
from ilead_studio.ui.widgets.banner import Banner
from ilead_studio.ui.widgets.parts import OneLine, Wrapped, button, label, panel
from ilead_studio.words import say

LEFT, EDGE, MOST_WIDE = 400, 40, 1200
PASTE: Final = "Ctrl+Shift+V"


class Way(NamedTuple):
    """A way to begin: the command, its words, its icon, and its keys as they are now."""

    command: str
    words: str
    icon: str
    keys: str


class StartPage(QWidget):
    """Stands over the whole window; arrows and Enter, or the mouse.

    ``asked`` carries a command, ``opened`` the file of a workbook, ``left`` the wish to go back;
    ``typed`` a letter from somebody who begins at once.
    """

    asked = Signal(str)
    typed = Signal(str)
    opened = Signal(object)
    left = Signal()

    def __init__(self, look: Look, over: QWidget, recents: Recents, ways: tuple[Way, ...]) -> None:
        super().__init__(over)
        self._look, self._over, self._recents = look, over, recents
        self._reads = Apart("pictures", self)
        self._rows: list[RecentTile] = []
        self._shown: tuple[datetime, Listing] | None = None
        self._hidden: list[QWidget] = []
        self._offered: QWidget | None = None
        self._whereabouts = Whereabouts(is_file, self)
        self._whereabouts.known.connect(self._on_known)
        self.setProperty("kind", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(say("Start page"))
        self.banner = Banner(look)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        self._begin = self._left_side(ways)
        line.addWidget(self._begin)
        self._right = self._right_side()
        line.addWidget(self._right, 1)
        over.installEventFilter(self)
        self.hide()

    # --- putting together ------------------------------------------------------------------------
    def _left_side(self, ways: tuple[Way, ...]) -> "_Scrolled":
        look, inside = self._look, panel("panel")
        side = _Scrolled("left", inside)
        stack = QVBoxLayout(inside)
        edge = self._edge
        stack.setContentsMargins(edge, look.px(36), edge, look.px(28))
        stack.setSpacing(look.px(8))
        stack.addLayout(self._name())
        told = label(say("One workbook from the problem to what the team has learned."))
        told.setWordWrap(True)
        stack.addWidget(told)
        stack.addSpacing(look.px(12))
        self._tiles = [self._tile(way) for way in ways]
        self._back = Tile("", "arrow-left", look, say("Esc"))
        self._back.clicked.connect(self.left.emit)
        for tile in (*self._tiles, self._back):
            stack.addWidget(tile)
        stack.addStretch(1)
        stack.addWidget(label(
            say(
                "An independent program, not made by or with the Carnegie Foundation. Your workbook"
                " is one file on this computer; nothing is sent anywhere."
            ),
            "small",
        ))  # fmt: skip
        return side

    def _name(self) -> QHBoxLayout:
        """The mark and the name of the program."""
        look, head, mark = self._look, QHBoxLayout(), QLabel()
        head.setSpacing(look.px(12))
        mark.setPixmap(pixmap("fish-bone", look.theme.accent, look.px(40), 2.0))
        head.addWidget(mark)
        head.addWidget(Wrapped(say("iLEAD Studio"), "display"), 1)
        return head

    @property
    def _edge(self) -> int:
        """Pixels around; large letters need the room more."""
        return min(self._look.px(EDGE), EDGE + 8)

    def _tile(self, way: Way) -> Tile:
        tile = Tile(way.words, way.icon, self._look, way.keys)
        tile.clicked.connect(lambda: self.asked.emit(way.command))
        return tile

    def _right_side(self) -> QWidget:
        look, side = self._look, panel("panel")
        stack = QVBoxLayout(side)
        edge = self._edge
        stack.setContentsMargins(edge, look.px(36), edge, look.px(16))
        stack.setSpacing(look.px(8))
        stack.addWidget(self.banner)
        offered = panel("panel")
        self._offers = QVBoxLayout(offered)
        self._offers.setContentsMargins(0, 0, 0, 0)
        self._found = _Scrolled("", offered)
        stack.addWidget(self._found, 1)
        stack.addWidget(self._recent_part(), 1)
        stack.addLayout(self._turn_line())
        self._show_recent(on=True)
        stack.addLayout(self._foot_line())
        return side

    def _turn_line(self) -> QHBoxLayout:
        """Where one turns from what is offered to the list and back."""
        look = self._look
        self._turn = button(say("Recent workbooks"), "quiet", look, sign="history", role="accent",
                            does=lambda: self._show_recent(on=self._recent.isHidden()))  # fmt: skip
        self._stays = OneLine("small", say(
            "Nothing is offered again once you have chosen; it stays under “Earlier versions…”."
        ))  # fmt: skip
        turns = QHBoxLayout()
        turns.addWidget(self._turn)
        turns.addWidget(self._stays, 1)
        return turns

    def _foot_line(self) -> QHBoxLayout:
        """Whether the list is kept, and what was said last."""
        foot = QHBoxLayout()
        self._kept = Switch(say("List recent workbooks"))
        self._kept.setChecked(self._recents.is_kept)
        self._kept.toggled.connect(self._recents.keep)
        self._recents.changed.connect(self._on_wish)
        self._recents.listed.connect(self._on_listed)
        self._said = OneLine("status")
        self._said.setAccessibleName(say("Status"))
        foot.addWidget(self._kept)
        foot.addStretch(0)
        foot.addWidget(self._said, 1)
        return foot

    def _recent_part(self) -> QWidget:
        look, self._recent = self._look, panel("panel")
        stack = QVBoxLayout(self._recent)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(look.px(8))
        stack.addWidget(label(say("Recent workbooks"), "label"))
        self._none = label("", "small")
        stack.addWidget(self._none)
        inside = panel("panel")
        self._scroll = _Scrolled("", inside)
        self._list = QVBoxLayout(inside)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(look.px(8))
        self._list.addStretch(1)
        stack.addWidget(self._scroll, 1)
        return self._recent

    def _show_recent(self, *, on: bool) -> None:
        """Show the workbooks that were open last, or what was found instead."""
        self._recent.setVisible(on)
        self._found.setVisible(not on)
        for part in (self._turn, self._stays):
            part.setVisible(self._offered is not None)
        words = say("Recovered work") if on else say("Recent workbooks")
        self._turn.setText(f" {words}")
        self._turn.setAccessibleName(words)

    # --- opening and going -----------------------------------------------------------------------
    def open(self, now: datetime, back_to: str) -> None:
        """Stand over the window; ``back_to`` names the work that waits below, empty for none."""
        self.banner.forget()  # what was told meanwhile stood above the page
        self.fill(now)
        self.tell("" if back_to else say("Or just type what happens: that begins a workbook too."))
        self._back.setVisible(bool(back_to))
        self._back.set_words(say("Back to “{title}”", title=back_to))
        if self.isHidden():
            every = self._over.children()
            self._hidden = [
                it for it in every
                if isinstance(it, QWidget) and it is not self and not it.isHidden()
            ]  # fmt: skip
            for it in self._hidden:
                it.hide()
        self.setGeometry(self._over.rect())
        self.show()
        self.raise_()
        (self._offered or self._tiles[0]).setFocus(Qt.FocusReason.TabFocusReason)

    def offer(self, shown: QWidget | None) -> None:
        """Show what was found above the list, and let it have the keyboard; None for nothing."""
        if self._offered is not None:
            self._offered.deleteLater()
        self._offered = shown
        self._show_recent(on=shown is None)
        if shown is not None:
            self._offers.addWidget(shown)
            shown.show()  # now, or it could not have the keyboard yet

    def go(self) -> None:
        """Leave the window to the workbook."""
        for it in self._hidden:
            it.show()
        self._hidden = []
        self.banner.forget()
        self.hide()

    def areas(self) -> tuple[QWidget, ...]:
        """Return the parts that F6 goes round."""
        return self._begin, self._right

    def tell(self, sentence: str) -> None:
        """Show a sentence about a step."""
        self._said.setText(sentence)

    # --- the list --------------------------------------------------------------------------------
    def fill(self, now: datetime) -> None:
        """List the workbooks as they are known now, once the disk has told."""
        self._now = now
        self._recents.ask()

    def _on_listed(self, listing: Listing) -> None:
        """Show what is listed; the keyboard stays in its row, or goes to what is there now."""
        if listing.notice:
            self.banner.warn(listing.notice)
        self._whereabouts.ask(it.file for it in listing.recents)
        if self._shown == (self._now, listing):
            return
        self._shown = self._now, listing
        at = next((at for at, it in enumerate(self._rows) if _has_keyboard(it)), -1)
        for old in self._rows:
            old.hide()
            old.deleteLater()
        self._rows = [self._row(it, listing) for it in listing.recents]
        for number, row in enumerate(self._rows):
            self._list.insertWidget(number, row)
        tab_through((self,))
        self._none.setVisible(not listing.recents)
        kept = self._recents.is_kept
        none = say("Workbooks that you open or save will be listed here.")
        self._none.setText(none if kept else say("Recent workbooks are not listed."))
        if at >= 0:
            self._go_to_row(at)

    def _go_to_row(self, at: int) -> None:
        """Give the keyboard to a row, or to the nearest that is left."""
        here: list[QWidget] = [*self._rows] or [self._kept]
        here[min(at, len(here) - 1)].setFocus(Qt.FocusReason.TabFocusReason)

    def _row(self, recent: Recent, listing: Listing) -> RecentTile:
        row = RecentTile(
            recent, self._now, listing.pictures.get(recent.file), self._look, self._reads
        )
        row.clicked.connect(lambda: self.opened.emit(recent.file))
        row.off.connect(lambda: self._take_off(row))
        return row

    def _on_known(self, file: Path, is_there: bool) -> None:
        """Show a workbook as missing, or as there again."""
        for row in self._rows:
            if row.recent.file == file and row.is_missing == is_there:
                row.show_missing(is_missing=not is_there)

    def _take_off(self, row: RecentTile) -> None:
        """Forget a workbook; the keyboard goes to the next one at once, for the next key."""
        at = self._rows.index(row)
        self._rows.remove(row)
        self._go_to_row(at)
        row.hide()
        row.deleteLater()
        self._shown = None
        self._recents.take_off(row.recent.file)
        self.fill(self._now)
        self.tell(say("“{title}” is off the list; its file stays.", title=row.recent.title))

    def _on_wish(self) -> None:
        """List what is wished for now, if anybody can see it."""
        self._kept.setChecked(self._recents.is_kept)
        if self.isVisible():
            self.fill(self._now)

    @property
    def listed(self) -> list[Path]:
        """The files that are listed."""
        return [row.recent.file for row in self._rows]

    # --- keys ------------------------------------------------------------------------------------
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go through what is there, Escape goes back, Ctrl+Shift+V takes an outline."""
        key, held = pressed(event)
        if letter := letter_of(event):
            self.typed.emit(letter)
        elif (key, held) == parsed(PASTE):
            self.asked.emit("new from outline")
        elif held != NONE:
            super().keyPressEvent(event)
        elif key == Qt.Key.Key_Escape and self._back.isVisible():
            self.left.emit()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._walk(Qt.Key(key))

    def _walk(self, key: Qt.Key) -> None:
        """Go up or down in a column, left or right to the other one."""
        begin: list[QWidget] = [it for it in (*self._tiles, self._back) if it.isVisible()]
        shown: list[QWidget] = [*self._rows] if self._recent.isVisible() else [*self._offer_here]
        listed: list[QWidget] = [*shown, self._kept]
        focus = self.focusWidget()
        row = next((it for it in shown if it is focus or it.isAncestorOf(focus)), focus)
        here = listed if row in listed else begin
        if key == Qt.Key.Key_Left:
            there = begin[0] if here is listed else None
        elif key == Qt.Key.Key_Right:
            there = listed[0] if here is begin else None
        else:
            at = here.index(row) if row in here else -1
            there = here[max(0, min(len(here) - 1, at + (1 if key == Qt.Key.Key_Down else -1)))]
        if there is not None:
            there.setFocus(Qt.FocusReason.TabFocusReason)
            if there in begin or there in self._rows:
                (self._begin if there in begin else self._scroll).ensureWidgetVisible(there)

    @property
    def _offer_here(self) -> tuple[QWidget, ...]:
        return (self._offered,) if self._offered else ()

    def event(self, event: QEvent) -> bool:
        """Keep Ctrl+Shift+V from whoever else may have it."""
        asks_first = event.type() == QEvent.Type.ShortcutOverride
        if asks_first and isinstance(event, QKeyEvent) and pressed(event) == parsed(PASTE):
            event.accept()
            return True
        return super().event(event)

    # --- room ------------------------------------------------------------------------------------
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as large as the window."""
        if event.type() == QEvent.Type.Resize:
            self.resize(QSize(self._over.size()))
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the left side its width, but never half of the window; rows stop growing."""
        super().resizeEvent(event)
        px = self._look.px
        left = min(px(LEFT), self.width() * 9 // 20)
        self._begin.setFixedWidth(left)
        self._list.setContentsMargins(0, 0, max(0, self.width() - left - px(MOST_WIDE)), 0)


def _has_keyboard(row: QWidget) -> bool:
    focus = row.window().focusWidget()
    return focus is not None and (row is focus or row.isAncestorOf(focus))


class _Scrolled(QScrollArea):
    """Scrolls down where there is no room; leaves the arrow keys to the page."""

    def __init__(self, kind: str, inside: QWidget) -> None:
        super().__init__()
        self.setProperty("kind", kind)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidgetResizable(True)
        self.setWidget(inside)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pass every key on."""
        event.ignore()
