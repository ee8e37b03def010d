"""The fixed parts around a page: top bar, page head, status line."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
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
from ilead_studio.rules.names import page_name, workbook_name
from ilead_studio.ui.actions import ON_LOOK, ON_PAGE, ON_WORKBOOK, Actions
from ilead_studio.ui.icons import icon, pixmap
from ilead_studio.ui.keys import is_escape
from ilead_studio.ui.look import BAR, HEAD, STATUS, Look
from ilead_studio.ui.once import Once
from ilead_studio.ui.parts import OneLine, button, icon_button, label
from ilead_studio.ui.work import Work
from ilead_studio.words import say

SAID_MS = 6_000
"""How long the status line keeps a sentence about a step."""


class TopBar(QWidget):
    """The workbook's name and menu, the sections, undo, redo and export."""

    section_asked = Signal(str)

    def __init__(self, work: Work, look: Look, actions: Actions) -> None:
        super().__init__()
        self._work, self._look = work, look
        self.setProperty("kind", "bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(look.px(BAR))
        line = QHBoxLayout(self)
        line.setContentsMargins(12, 0, 8, 0)
        line.setSpacing(4)
        mark = QLabel()
        mark.setPixmap(pixmap("fish-bone", look.theme.accent, look.px(24), 2.0))
        line.addWidget(mark)
        line.addWidget(self._name_button(actions))
        line.addSpacing(12)
        self._tabs = self._sections(line)
        line.addStretch(1)
        for name in ("undo", "redo"):
            line.addWidget(icon_button(actions.with_icon(name), look))
        line.addSpacing(8)
        export = button(
            say("Export"), "main", look, sign="file-export", role="on_accent",
            does=actions["export"].trigger,
        )  # fmt: skip
        export.setToolTip(actions["export"].toolTip())
        line.addWidget(export)
        self._refreshing = Once(self.refresh, self)
        for signal in (work.renewed, work.changed, work.selected):
            signal.connect(self._refreshing.ask)

    def _name_button(self, actions: Actions) -> QPushButton:
        self._name = QPushButton()
        self._name.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._name.setProperty("kind", "name")
        self._name.setIcon(icon("chevron-down", self._look.theme, self._look.px(16)))
        self._name.setIconSize(QSize(self._look.px(16), self._look.px(16)))
        self._name.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        menu = QMenu(self._name)
        actions.fill(menu, ON_WORKBOOK)
        menu.addSeparator()
        looks = menu.addMenu(say("Look"))
        looks.addActions([actions[name] for name in ON_LOOK])
        self._name.setMenu(menu)
        return self._name

    def _sections(self, line: QHBoxLayout) -> dict[str, QPushButton]:
        group = QButtonGroup(self)
        tabs = {}
        for name, words in (("fishbone", say("Fishbone")), ("theory", say("Theory"))):
            tab = button(words, "tab", self._look)
            tab.setCheckable(True)
            tab.clicked.connect(lambda _on, name=name: self.section_asked.emit(name))
            group.addButton(tab)
            line.addWidget(tab)
            tabs[name] = tab
        return tabs

    def refresh(self) -> None:
        """Show the name and the section in view."""
        title = workbook_name(self._work.workbook)
        short = title if len(title) <= 36 else f"{title[:35].rstrip()}…"
        self._name.setText(short.replace("&", "&&"))
        self._name.setToolTip(str(self._work.path) if self._work.path else say("Not saved yet"))
        self._name.setAccessibleName(say("Workbook {title}, menu", title=title))
        self._tabs["fishbone" if self._work.is_fishbone else "theory"].setChecked(True)


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
        line.setContentsMargins(12, 4, 8, 4)
        line.setSpacing(4)
        self._shown = button("", "title", look, does=self.edit)
        self._field = QLineEdit()
        self._field.setProperty("kind", "title")
        self._field.setAccessibleName(say("Name of the page"))
        self._field.editingFinished.connect(self._keep)
        self._field.installEventFilter(self)
        self._either = QStackedWidget()
        self._either.addWidget(self._shown)
        self._either.addWidget(self._field)
        line.addWidget(self._either, 1)
        for name in ("zoom out", "zoom in", "zoom fit"):
            line.addWidget(icon_button(actions.with_icon(name), look))
        line.addWidget(self._page_menu(actions))
        self._refreshing = Once(self.refresh, self)
        for signal in (work.renewed, work.changed, work.selected):
            signal.connect(self._refreshing.ask)

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
        free = max(80, self._either.width() - self._look.px(16))
        short = self._shown.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, free)
        self._shown.setText(short.replace("&", "&&"))
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

    def resizeEvent(self, _event: object) -> None:
        """Shorten the name anew."""
        self.refresh()


class StatusLine(QWidget):
    """Words at the bottom: what is safe, what is on the page, and the zoom."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setProperty("kind", "foot")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(look.px(STATUS))
        line = QHBoxLayout(self)
        line.setContentsMargins(12, 0, 16, 0)
        line.setSpacing(8)
        self._sign = QLabel()
        self._words, self._zoom = OneLine("status"), label("", "status")
        self._words.setAccessibleName(say("Status"))
        line.addWidget(self._sign)
        line.addWidget(self._words, 1)
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


def sections(work: Work) -> dict[str, str]:
    """Return the first page of each section, by the section's name."""
    first: dict[str, str] = {}
    for page in pages(work.workbook):
        first.setdefault("fishbone" if isinstance(page, Fishbone) else "theory", page.id)
    return first
