"""Beside the change ideas: the drivers with the ideas that serve them, and the parking lot."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ilead_studio import edits
from ilead_studio.rules.ideas_by_driver import ideas_by_driver
from ilead_studio.ui.capture.tray import roles
from ilead_studio.ui.capture.tray_rows import Waiting, WaitingList
from ilead_studio.ui.ideas.choice import IdeaChoice
from ilead_studio.ui.ideas.tree import IdeaTree
from ilead_studio.ui.looks.look import Look
from ilead_studio.ui.meanwhile.once import Once, beside
from ilead_studio.ui.widgets.parts import Wrapped, button, label, panel, rule
from ilead_studio.ui.work import Work
from ilead_studio.words import count, say

_LOT = 232


class IdeasLeft(QWidget):
    """``back`` asks to bring ideas back from the lot, ``dropped`` to delete them.

    ``entered`` brings a row of the tree on which Enter was pressed, and whether it is an idea;
    ``left`` tells that the keyboard goes back to the page.
    """

    back = Signal(object)
    dropped = Signal()
    entered = Signal(str, bool)
    left = Signal()

    def __init__(self, work: Work, choice: IdeaChoice, look: Look) -> None:
        super().__init__()
        self._work, self._choice, self._look = work, choice, look
        self.setProperty("kind", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.tree = IdeaTree(look, choice.lit)
        self.lot = WaitingList(look, "parking", roles=lambda: roles(work.workbook), lit=choice.lit)
        self.lot.setAccessibleName(say("Parking lot"))
        self.lot.setDragEnabled(False)
        self._wait = label("", "small")
        self._wait.setWordWrap(False)
        self._nothing = Wrapped(say("Early solutions wait here until they are ripe."), "small")
        self.bring = button(
            say("Bring it back"), "quiet", look, sign="arrow-right", role="accent",
            does=lambda: self.back.emit(self.lot.chosen),
        )  # fmt: skip
        self._compose()
        self._connect()
        self.setFocusProxy(self.tree)

    def _compose(self) -> None:
        px = self._look.px
        stack = QVBoxLayout(self)
        stack.setContentsMargins(px(8), px(12), px(8), px(8))
        stack.setSpacing(px(4))
        stack.addWidget(label(say("Ideas by driver"), "label"))
        stack.addWidget(self.tree, 1)
        stack.addWidget(rule())
        head = QHBoxLayout()
        head.addWidget(label(say("Parking lot"), "label"))
        head.addWidget(self._wait, 1, Qt.AlignmentFlag.AlignRight)
        stack.addLayout(head)
        stack.addWidget(self._nothing)
        self._around, inside = QScrollArea(), panel("panel")
        self._around.setWidgetResizable(True)
        self._around.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._around.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inner = QVBoxLayout(inside)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(self.lot)
        inner.addStretch(1)
        self._around.setWidget(inside)
        stack.addWidget(self._around)
        stack.addWidget(self.bring)

    def _connect(self) -> None:
        work, step = self._work, self._work.step
        self._refreshing = Once(self.refresh, self, beside)
        for signal in (work.changed, work.renewed):
            signal.connect(self._refreshing.ask)
        self._choice.changed.connect(self._show_chosen)
        self.tree.idea_chosen.connect(lambda idea_id: self._choice.choose(idea_id))
        self.tree.entered.connect(self.entered)
        self.lot.currentRowChanged.connect(self._on_lot)
        self.lot.itemClicked.connect(lambda _item: self._on_lot(self.lot.currentRow()))
        self.lot.installEventFilter(self)
        self.lot.left.connect(self.left)
        self.lot.dropped.connect(self.dropped)
        self.lot.reworded.connect(
            lambda it, words: step(say("change words"), lambda book: edits.rename(book, it, words))
        )
        self.lot.raised.connect(
            lambda it, role: step(
                say("say who raised it"), lambda book: edits.put(book, (it,), raised_by=role)
            )
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Choose the idea in the lot to which the keyboard comes."""
        if watched is self.lot and event.type() == QEvent.Type.FocusIn:
            self._choice.choose(*self.lot.chosen)
        return super().eventFilter(watched, event)

    def _on_lot(self, at: int) -> None:
        """Choose the idea on which somebody is in the lot."""
        if at >= 0 and self.lot.hasFocus() and self.lot.chosen:
            self._choice.choose(*self.lot.chosen)

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what happened while nobody looked."""
        super().showEvent(event)
        self._refreshing.ask()

    def refresh(self) -> None:
        """Show what is there."""
        if not self.isVisible():
            return
        book = self._work.workbook
        self.tree.show_rows(ideas_by_driver(book))
        lot = edits.parked(book)
        had = self.lot.hasFocus()
        self.lot.show_rows(
            [Waiting(it.id, it.text, _raised(it.raised_by, it.ref), it.raised_by) for it in lot]
        )
        waits = len(lot)
        self._wait.setText(count(waits, "{number} waits", "{number} wait") if waits else "")
        self._nothing.setVisible(not waits)
        self._around.setVisible(waits > 0)
        self._around.setFixedHeight(min(self.lot.height() + 2, self._look.px(_LOT)))
        self.bring.setVisible(waits > 0)
        if had and not waits:
            self.tree.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_chosen()

    def made_ahead(self) -> None:
        """Fill the tree before anybody sees it."""
        self.tree.show_rows(ideas_by_driver(self._work.workbook))

    def _show_chosen(self) -> None:
        if self.isVisible():
            self.tree.show_chosen(self._choice.last)

    def open_lot(self) -> None:
        """Put the keyboard into the parking lot."""
        self._refreshing.now()
        self.lot.setFocus(Qt.FocusReason.ShortcutFocusReason)


def _raised(role: str, ref: str) -> str:
    raised = say("raised by {role}", role=role) if role else say("raised by: Enter to say")
    return f"{ref} · {raised}"
