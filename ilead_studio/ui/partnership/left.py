"""What belongs to whom: the parties at the left, and under each how many items are its own."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from ilead_studio.model import Workbook
from ilead_studio.rules.parties import owned
from ilead_studio.ui.looks.icons import icon
from ilead_studio.ui.looks.look import Look
from ilead_studio.ui.partnership.sentences import owned_words
from ilead_studio.ui.widgets.parts import label
from ilead_studio.ui.work import Work
from ilead_studio.words import say

_SIGNS = {"causes": "fish-bone", "drivers": "hierarchy-2", "ideas": "bulb", "others": "files"}
_PARTY, _KIND = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
Told = tuple[tuple[str, str, tuple[tuple[str, str], ...]], ...]


class PartyLeft(QWidget):
    """``party_asked`` wants the card of a party, ``items_asked`` its items on the diagram."""

    party_asked = Signal(str)
    items_asked = Signal(str)

    def __init__(self, work: Work, look: Look) -> None:
        super().__init__()
        self._work, self._look = work, look
        self._known: Told = ()
        self.setProperty("kind", "left")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.tree = QTreeWidget()
        self.tree.setProperty("kind", "bare")
        self.tree.setHeaderHidden(True)
        self.tree.setIndentation(look.px(16))
        self.tree.setWordWrap(True)
        self.tree.setAccessibleName(say("What belongs to whom"))
        self.tree.itemActivated.connect(lambda item, _column: self._go(item))
        self.tree.itemClicked.connect(lambda item, _column: self._go(item))
        self.setFocusProxy(self.tree)
        stack = QVBoxLayout(self)
        stack.setContentsMargins(*[look.px(8)] * 4)
        stack.setSpacing(look.px(4))
        words = label(say("What belongs to whom"), "label")
        words.setContentsMargins(look.px(8), look.px(6), 0, look.px(6))
        stack.addWidget(words)
        stack.addWidget(self.tree, 1)

    def refresh(self) -> None:
        """Show the parties with what belongs to them, where that is something else than before."""
        known = told(self._work.workbook)
        if known != self._known:
            self._known = known
            self._fill(known)

    def _fill(self, known: Told) -> None:
        self.tree.clear()
        for party_id, name, lines in known:
            head = QTreeWidgetItem(self.tree, [name])
            head.setIcon(0, icon("users", self._look.theme, self._look.px(16), "accent"))
            head.setData(0, _PARTY, party_id)
            for kind, words in lines or (("", say("nothing yet")),):
                made = QTreeWidgetItem(head, [words])
                made.setData(0, _PARTY, party_id)
                made.setData(0, _KIND, kind)
                made.setData(0, Qt.ItemDataRole.AccessibleTextRole, f"{words}, {name}")
                if kind:
                    sign = icon(_SIGNS[kind], self._look.theme, self._look.px(16), "ink_soft")
                    made.setIcon(0, sign)
            head.setExpanded(True)
        if first := self.tree.topLevelItem(0):
            self.tree.setCurrentItem(first)

    def _go(self, item: QTreeWidgetItem) -> None:
        asked = self.items_asked if item.data(0, _KIND) else self.party_asked
        asked.emit(item.data(0, _PARTY))


def told(workbook: Workbook) -> Told:
    """Return each party with the lines that say what belongs to it."""
    return tuple((it.id, it.name, owned_words(owned(workbook, it.id))) for it in workbook.parties)
