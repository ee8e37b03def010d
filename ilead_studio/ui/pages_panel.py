"""The pages of the workbook at the left, and under them the outline of the page in view."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from ilead_studio.rules.names import page_name
from ilead_studio.ui.look import Look
from ilead_studio.ui.once import Once
from ilead_studio.ui.outline_view import OutlineView
from ilead_studio.ui.parts import button, label, panel, rule
from ilead_studio.ui.work import Work
from ilead_studio.words import say


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
