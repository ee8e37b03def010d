"""The fixed parts around a page: page head, status line."""

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QStackedWidget,
    QWidget,
)

from ilead_studio import edits
from ilead_studio.model import Fishbone, pages
from ilead_studio.rules.names import page_name
from ilead_studio.ui.commands.groups import ON_PAGE, ON_PAGES
from ilead_studio.ui.commands.keys import is_escape
from ilead_studio.ui.commands.table import Actions
from ilead_studio.ui.looks.icons import pixmap
from ilead_studio.ui.looks.look import HEAD, STATUS, Look
from ilead_studio.ui.meanwhile.once import Once, beside
from ilead_studio.ui.widgets.late import late
from ilead_studio.ui.widgets.parts import OneLine, ShortButton, button, icon_button, label
from ilead_studio.ui.work import Work
from ilead_studio.words import say

SAID_MS = 6_000
"""How long the status line keeps a sentence about a step."""


class PageHead(QWidget):
    """The name of the page, to be clicked and changed, and the zoom.

    ``done`` tells that the name was typed and the keyboard may go back to the page.
    """

    done = Signal()

    def __init__(self, work: Work, look: Look, actions: Actions) -> None:
        super().__init__()
        self._work, self._look = work, look
        self.setProperty("kind", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(look.px(HEAD))
        line = QHBoxLayout(self)
        line.setContentsMargins(look.px(12), look.px(4), look.px(8), look.px(4))
        line.setSpacing(look.px(4))
        self._shown = ShortButton("title", look)
        self._shown.clicked.connect(self.edit)
        self._field = late(QLineEdit())
        self._field.setProperty("kind", "title")
        self._field.setAccessibleName(say("Name of the page"))
        self._field.editingFinished.connect(self._keep)
        self._field.installEventFilter(self)
        self._either = QStackedWidget()
        self._either.addWidget(self._shown)
        self._either.addWidget(self._field)
        line.addWidget(self._either, 1)
        self._controls = QHBoxLayout()
        line.addLayout(self._controls)
        for name in ("zoom out", "zoom in", "zoom fit"):
            line.addWidget(icon_button(actions.with_icon(name), look))
        line.addWidget(self._page_menu(actions))
        self._refreshing = Once(self.refresh, self, beside)
        for signal in (work.renewed, work.changed, work.selected):
            signal.connect(self._refreshing.ask)

    def put_control(self, control: QWidget) -> None:
        """Put a control of the view at the right of the name."""
        self._controls.addWidget(control)

    def _page_menu(self, actions: Actions) -> QPushButton:
        made = button("", "", self._look, sign="dots")
        menu = QMenu(made)
        actions.fill(menu, ON_PAGE)
        actions.fill(menu.addMenu(say("Pages")), ON_PAGES)
        made.setMenu(menu)
        made.setToolTip(say("More for this page"))
        made.setAccessibleName(say("More for this page"))
        return made

    def refresh(self) -> None:
        """Show the name; a long head or aim that stands in for it is shortened."""
        page = self._work.page
        name = page_name(page) if page else ""
        self._shown.show_words(name)
        self._shown.setToolTip(say("Change the name of this page"))
        self._shown.setAccessibleName(say("Page {name}. Press to change its name.", name=name))

    def edit(self) -> None:
        """Let the name be typed."""
        page = self._work.page
        if page and not self._work.refuses():
            self._field.setText(page.title)
            self._field.setPlaceholderText(page_name(page))
            self._either.setCurrentWidget(self._field)
            self._field.selectAll()
            self._field.setFocus()

    def _keep(self) -> None:
        page, title = self._work.page, self._field.text()
        if page is None or self._either.currentWidget() is not self._field:
            return
        self._end()
        self._work.step(
            say("rename the page"), lambda book: edits.rename_page(book, page.id, title)
        )
        self.refresh()

    def _end(self) -> None:
        """Show the name again; whoever clicked elsewhere has the keyboard there already."""
        typed = self._field.hasFocus()
        with QSignalBlocker(self._field):  # one that goes with the keyboard in it is finished, too
            self._either.setCurrentWidget(self._shown)
        if typed:
            self.done.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Escape gives the change up."""
        if is_escape(event):
            self._end()
            return True
        return super().eventFilter(watched, event)


class StatusLine(QWidget):
    """Words at the bottom: what is safe, what is on the page, what to look at, and the zoom.

    The words take the keyboard, by F6 or Tab, so that a screen reader can read them again;
    ``left`` tells that Escape gives it back.
    """

    left = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setProperty("kind", "foot")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(look.px(STATUS))
        line = QHBoxLayout(self)
        line.setContentsMargins(look.px(12), 0, look.px(16), 0)
        line.setSpacing(look.px(4))
        self._sign = QLabel()
        self._words, self._zoom = OneLine("status"), label("", "status")
        self._words.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # so that it can be read out
        self._words.setContentsMargins(look.px(4), 0, look.px(4), 0)
        line.addWidget(self._sign)
        line.addWidget(self._words, 1)
        line.addSpacing(look.px(8))
        self.stop = button("", "quiet", look, sign="x", role="accent")
        self.stop.hide()
        line.addWidget(self.stop)
        self.advice = button("", "quiet", look, sign="info-circle", role="accent")
        self.advice.hide()
        line.addWidget(self.advice)
        line.addSpacing(look.px(8))
        line.addWidget(self._zoom)
        self._lasting = ("circle-check", "good", "")
        self._timer = QTimer(self, singleShot=True, interval=SAID_MS)
        self._timer.timeout.connect(self._show_lasting)

    def tell(self, sign: str, role: str, words: str) -> None:
        """Show what holds until further notice."""
        self._lasting = (sign, role, words)
        if not self._timer.isActive():
            self._show_lasting()

    def say_once(self, words: str) -> None:
        """Show a sentence about a step for some seconds."""
        self._show("info-circle", "accent", words)
        self._timer.start()

    def take_back(self, words: str) -> None:
        """Show a sentence no longer, if it still stands there."""
        if words and words == self.words:
            self.end()

    def end(self) -> None:
        """Show what was said no longer."""
        self._timer.stop()
        self._show_lasting()

    def tell_advice(self, words: str) -> None:
        """Show how much there is to look at, as a button; no words take it away."""
        if not words and self.advice.hasFocus():
            self._words.setFocus()
        if words != self.advice.accessibleName():
            self.advice.setText(f" {words}")
            self.advice.setAccessibleName(words)
        self.advice.setVisible(bool(words))

    def tell_work(self, words: str, key: str = "") -> None:
        """Show how far some work is, as a button that stops it; no words take it away."""
        if not words and self.stop.hasFocus():
            self._words.setFocus()
        stop = say("Stop ({key})", key=key) if key else say("Stop")
        self.stop.setText(f" {stop}: {words}")
        self.stop.setAccessibleName(self.stop.text().strip())
        self.stop.setVisible(bool(words))

    def tell_zoom(self, words: str) -> None:
        """Show the zoom at the right."""
        self._zoom.setText(words)
        self._words.setAccessibleDescription(words)

    @property
    def words(self) -> str:
        """What is shown now."""
        return self._words.text()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back with Escape to where the work was."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _show_lasting(self) -> None:
        self._show(*self._lasting)

    def _show(self, sign: str, role: str, words: str) -> None:
        colour = self._look.theme.colour(role)
        self._sign.setPixmap(pixmap(sign, colour, self._look.px(16), 2.0))
        self._words.setText(words)
        self._words.setAccessibleName(say("Status: {words}", words=words))


def sections(work: Work) -> dict[str, str]:
    """Return the first page of each section, by the section's name."""
    first: dict[str, str] = {}
    for page in pages(work.workbook):
        first.setdefault("fishbone" if isinstance(page, Fishbone) else "theory", page.id)
    return first
