"""The sides of the page that makes drivers: root causes left; what comes of it right."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QScrollArea,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ilead_studio.drawing.marks import Marks
from ilead_studio.drawing.signs import lead
from ilead_studio.model import Cause, Workbook
from ilead_studio.rules.family import family
from ilead_studio.rules.names import page_name
from ilead_studio.rules.trace import unanswered_roots
from ilead_studio.session.draft_preview import MOST, Outcome
from ilead_studio.ui.advice.root_test import RootTest
from ilead_studio.ui.drivers.theory_preview import TheoryPreview
from ilead_studio.ui.links.links_list import LinksList, NamedLine
from ilead_studio.ui.lists.sign_paint import sign_icon
from ilead_studio.ui.looks.icons import icon
from ilead_studio.ui.looks.look import Look
from ilead_studio.ui.looks.typeface import widget_font
from ilead_studio.ui.widgets.parts import Wrapped, label, panel, rule
from ilead_studio.ui.work import Work
from ilead_studio.words import count, say

_ID = Qt.ItemDataRole.UserRole


class RootTree(QWidget):
    """All root causes by fishbone, each with whether it is answered; Enter goes to its line."""

    chosen = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        stack = QVBoxLayout(self)
        stack.setContentsMargins(*[look.px(it) for it in (16, 16, 8, 8)])
        stack.setSpacing(look.px(8))
        stack.addWidget(label(say("Root causes"), "label"))
        self.tree = QTreeWidget()
        self.tree.setProperty("kind", "roots")
        self.tree.setHeaderHidden(True)
        self.tree.setWordWrap(True)
        self.tree.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.tree.setIconSize(QSize(look.px(16), look.px(16)))
        self.tree.setItemDelegate(_Wrapping(look, self.tree))
        self.tree.setIndentation(look.px(16))
        self.tree.setAccessibleName(say("Root causes"))
        self.tree.itemActivated.connect(lambda item: self._go(item))
        self.tree.itemClicked.connect(lambda item: self._go(item))
        stack.addWidget(self.tree)
        stack.addWidget(Wrapped(say("Strong: no driver answers it yet."), "small"))
        self.setFocusProxy(self.tree)
        self._shown: object = None

    def _go(self, item: QTreeWidgetItem) -> None:
        self.chosen.emit(item.data(0, _ID))

    def show_roots(self, workbook: Workbook) -> None:
        """Show the root causes of a workbook."""
        if (workbook.fishbones, workbook.theories) == self._shown:
            return
        self._shown = (workbook.fishbones, workbook.theories)
        self.tree.clear()
        theme, side = self._look.theme, self._look.px(16)
        open_ids = {it.id for it in unanswered_roots(workbook)}
        for page in workbook.fishbones:
            top = QTreeWidgetItem([page_name(page)])
            top.setData(0, _ID, page.id)
            top.setIcon(0, icon("fish-bone", theme, side, "accent"))
            items = family(workbook, page).branch(page.id)[1:]
            known = {it.id: it for it in page.causes}
            for cause in (known[it] for it in items):
                if cause.root and not cause.same_as:
                    top.addChild(self._root(cause, is_open=cause.id in open_ids))
            self.tree.addTopLevelItem(top)
            top.setExpanded(True)

    def _root(self, cause: Cause, *, is_open: bool) -> QTreeWidgetItem:
        made = QTreeWidgetItem([cause.text])
        state = say("no driver yet") if is_open else say("answered")
        told = say("{text}, {state}", text=cause.text, state=state)
        made.setToolTip(0, told)
        made.setData(0, Qt.ItemDataRole.AccessibleTextRole, told)
        made.setFont(0, widget_font(self._look.type("outline"), strong=is_open))
        made.setData(0, _ID, cause.id)
        sign = lead(Marks(evidence=cause.evidence))
        made.setIcon(0, sign_icon(sign, self._look.theme, self._look.px(16)))
        return made


class _Wrapping(QStyledItemDelegate):
    """Rows as high as their words need in the width that there is."""

    def __init__(self, look: Look, tree: QTreeWidget) -> None:
        super().__init__(tree)
        self._look, self._tree = look, tree

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the room for the words, wrapped beside their icon."""
        size = super().sizeHint(option, index)
        depth = 2 if index.parent().isValid() else 1
        beside = depth * self._tree.indentation() + self._look.px(16 + 4 + 2 * 4 + 2 * 4)
        room = QRect(0, 0, self._tree.viewport().width() - beside, 10_000)
        font = widget_font(self._look.type("outline"), strong=True)
        wraps = Qt.TextFlag.TextWordWrap.value
        words = QFontMetrics(font).boundingRect(room, wraps, index.data())
        return QSize(size.width(), max(size.height(), words.height() + self._look.px(8)))


class DraftSide(QScrollArea):
    """How the theory will look, the root test of the cause one is at, and what stays open.

    ``line_asked`` brings the id of a cause to go to, ``driver_asked`` that of a driver.
    """

    line_asked = Signal(str)
    driver_asked = Signal(str)

    def __init__(self, work: Work, look: Look) -> None:
        super().__init__()
        self.setProperty("kind", "right")
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._outcome: Outcome | None = None
        self.picture = TheoryPreview(look)
        self.picture.chosen.connect(self._go_to_line)
        self._said = Wrapped("", "small")
        self.test = RootTest(work, look)
        self.open = LinksList(look, say("Nothing: every root cause is answered, and every driver"
                                        " answers a cause."))  # fmt: skip
        self.open.chosen.connect(self._go_to_open)
        inside = panel("panel")
        stack = QVBoxLayout(inside)
        stack.setContentsMargins(*[look.px(it) for it in (16, 16, 12, 16)])
        stack.setSpacing(look.px(8))
        parts: tuple[QWidget, ...] = (
            label(say("How the theory will look"), "label"), self.picture, self._said, rule(),
            label(say("Root test"), "label"), self.test, rule(),
            label(say("Afterwards still open"), "label"), self.open,
        )  # fmt: skip
        for part in parts:
            stack.addWidget(part)
        stack.addStretch(1)
        self.setWidget(inside)

    def show_outcome(self, it: Outcome) -> None:
        """Show what would come of the draft."""
        self._outcome = it
        has_any = it.theory is not None and bool(it.theory.drivers)
        words = say("What becomes of the causes that are ticked is shown here, up to {most}.",
                    most=MOST)  # fmt: skip
        self.picture.setVisible(has_any)
        if it.theory is not None and has_any:
            self.picture.show_theory(it.workbook, it.theory, it.there)
            words = say("Coloured: new. Click one to go to its line.")
        self._said.setText(words)
        new = len(it.theory.drivers) - len(it.there) if it.theory else 0
        told = count(new, "{number} new driver", "{number} new drivers")
        self.picture.setAccessibleName(say("How the theory will look: {told}", told=told))
        self.open.show_lines(open_lines(it))

    def _go_to_line(self, driver_id: str) -> None:
        if self._outcome and driver_id in self._outcome.cause_of:
            self.line_asked.emit(self._outcome.cause_of[driver_id])

    def _go_to_open(self, item_id: str) -> None:
        drivers = self._outcome.drivers if self._outcome else ()
        is_driver = any(it.id == item_id for it in drivers)
        (self.driver_asked if is_driver else self.line_asked).emit(item_id)


def open_lines(it: Outcome) -> tuple[NamedLine, ...]:
    """Say what is still open: roots that no driver answers, and drivers that answer no cause."""
    roots = (
        NamedLine(root.id, "flag", say("{text}: a root that no driver answers", text=root.text))
        for root in it.roots
    )
    drivers = (
        NamedLine(driver.id, "sitemap", say("{text}: a driver that answers no cause",
                                            text=driver.text))
        for driver in it.drivers
    )  # fmt: skip
    return (*roots, *drivers)
