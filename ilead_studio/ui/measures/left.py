"""What stands at the left of a measure: the list of them, and a button for one more."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ilead_studio.ui.looks.look import Look
from ilead_studio.ui.measures.in_view import MeasureInView
from ilead_studio.ui.measures.tree import Entry, MeasureTree, entries
from ilead_studio.ui.widgets.parts import button, label
from ilead_studio.words import say


class MeasureLeft(QWidget):
    """The list; choosing a row shows it on the page."""

    def __init__(self, shown: MeasureInView, look: Look) -> None:
        super().__init__()
        self._shown = shown
        self.setProperty("kind", "left")
        self.tree = MeasureTree(look)
        self.tree.setParent(self)  # first, so that F6 comes to it
        self.tree.chosen.connect(self._show)
        self.setFocusProxy(self.tree)
        stack, head = QVBoxLayout(self), QHBoxLayout()
        stack.setContentsMargins(*[look.px(8)] * 4)
        stack.setSpacing(look.px(4))
        head.setContentsMargins(look.px(8), 0, 0, 0)
        head.addWidget(label(say("Measures"), "label"), 1)
        add = say("New measure")
        self.add = button("", "", look, sign="plus", does=lambda: self.tree.asked.emit("next"))
        self.add.setAccessibleName(add)
        self.add.setToolTip(say("{words} (Insert)", words=add))
        head.addWidget(self.add)
        stack.addLayout(head)
        stack.addWidget(self.tree, 1)

    def _show(self, entry: Entry) -> None:
        if entry.loose:
            self._shown.show_loose(entry.loose)
        else:
            self._shown.show(entry.measure_id)

    def refresh(self) -> None:
        """Show the measures as they are now."""
        measure = self._shown.measure
        shown = measure.id if measure else ""
        self.tree.show_rows(entries(self._shown.work.workbook), shown, self._shown.loose)
