"""The fixed parts around a page: pages and outline at the left, page head, status line."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ilead_studio import edits
from ilead_studio.model import Fishbone, pages
from ilead_studio.rules.names import page_name
from ilead_studio.ui.actions import ON_PAGE, Actions
from ilead_studio.ui.icons import pixmap
from ilead_studio.ui.keys import is_escape
from ilead_studio.ui.look import HEAD, STATUS, Look
from ilead_studio.ui.once import Once
from ilead_studio.ui.outline_view import OutlineView
from ilead_studio.ui.parts import OneLine, ShortButton, button, icon_button, label, panel, rule
from ilead_studio.ui.work import Work
from ilead_studio.words import say

SAID_MS = 6_000
"""How long the status line keeps a sentence about a step."""


class PagesPanel(QWidget):
    """The pages of the section in view, and under them the outline of the page."""

    page_added = Signal()

    def __init__(self, work: Work, look: Look, outline: OutlineView) -> None:
        super().__init__()
        self._work, self._look = work, look
        self.setProperty("kind", "left")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        stack = QVBoxLayout(self)
        stack.setContentsMargins(8, 8, 8, 8)
        stack.setSpacing(4)
        head = QHBoxLayout()
        head.setContentsMargins(8, 0, 0, 0)
        head.addWidget(label(say("Pages in this section"), "label"), 1)
        self._add = button("", "", look, sign="plus", does=self.page_added.emit)
        head.addWidget(self._add)
        stack.addLayout(head)
        self._list, inside = QScrollArea(), panel("panel")
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setWidgetResizable(True)
        self._list.setWidget(inside)
        self._list.verticalScrollBar().rangeChanged.connect(self._show_chosen)
        self._pages = QVBoxLayout(inside)
        self._pages.setContentsMargins(0, 0, 0, 0)
        self._pages.setSpacing(2)
        self._buttons: dict[str, QPushButton] = {}
        stack.addWidget(self._list)
        stack.addSpacing(4)
        stack.addWidget(rule())
        words = label(say("Outline"), "label")
        words.setContentsMargins(8, 4, 0, 0)
        stack.addWidget(words)
        outline.setAccessibleName(say("Outline of the page"))
        stack.addWidget(outline, 1)
        self._refreshing = Once(self.refresh, self)
        for signal in (work.renewed, work.changed, work.selected):
            signal.connect(self._refreshing.ask)

    def refresh(self) -> None:
        """Show the pages of the section; a page without a name shows its head or aim."""
        page = self._work.page
        every = self._work.workbook
        here = every.fishbones if self._work.is_fishbone else every.theories
        names = {it.id: page_name(it) for it in here}
        if list(self._buttons) != list(names):
            self._make(names)
        for page_id, made in self._buttons.items():
            short = made.fontMetrics().elidedText(
                names[page_id], Qt.TextElideMode.ElideRight, self.width() - self._look.px(82)
            )
            made.setText(f" {short}".replace("&", "&&"))
            made.setAccessibleName(names[page_id])
            made.setToolTip(names[page_id])
            made.setChecked(page is not None and page_id == page.id)
        what = say("Add a fishbone") if self._work.is_fishbone else say("Add a driver diagram")
        self._add.setToolTip(what)
        self._add.setAccessibleName(what)
        self._give_room()

    def _give_room(self) -> None:
        """Let the pages take what they need, but no more than a third; the outline has the rest."""
        need = len(self._buttons) * (self._look.hit("control") + self._pages.spacing())
        self._list.setFixedHeight(min(need, self.height() // 3))
        self._show_chosen()

    def _show_chosen(self) -> None:
        chosen = next((made for made in self._buttons.values() if made.isChecked()), None)
        if chosen:
            self._list.ensureWidgetVisible(chosen)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room anew."""
        super().resizeEvent(event)
        self._give_room()

    def _make(self, names: dict[str, str]) -> None:
        for old in self._buttons.values():
            old.hide()
            old.deleteLater()
        sign = "fish-bone" if self._work.is_fishbone else "hierarchy-2"
        self._buttons = {}
        for page_id in names:
            made = button(" ", "page", self._look, sign=sign, role="accent")
            made.setCheckable(True)
            made.setAutoExclusive(True)
            made.clicked.connect(lambda _on, page_id=page_id: self._work.open_page(page_id))
            self._pages.addWidget(made)
            self._buttons[page_id] = made


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
        self._field = QLineEdit()
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
        self._refreshing = Once(self.refresh, self)
        for signal in (work.renewed, work.changed, work.selected):
            signal.connect(self._refreshing.ask)

    def put_control(self, control: QWidget) -> None:
        """Put a control of the view at the right of the name."""
        self._controls.addWidget(control)

    def _page_menu(self, actions: Actions) -> QPushButton:
        made = button("", "", self._look, sign="dots")
        menu = QMenu(made)
        actions.fill(menu, ON_PAGE)
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
    """Words at the bottom: what is safe, what is on the page, and the zoom.

    The words take the keyboard, by F6 or Tab, so that a screen reader can read them again.
    """

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

    def tell_zoom(self, words: str) -> None:
        """Show the zoom at the right."""
        self._zoom.setText(words)
        self._words.setAccessibleDescription(words)

    @property
    def words(self) -> str:
        """What is shown now."""
        return self._words.text()

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
