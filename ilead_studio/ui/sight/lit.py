"""The line of sight in views that are no diagrams: what they show in full, and what is faded.

There is one for a work. A view asks by id while it paints, and costs no key anything: which things
are in the chain is found out beside, when the frame of the step is on the screen.
"""

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from ilead_studio.drawing.theme import Theme
from ilead_studio.ui.commands.keys import is_escape
from ilead_studio.ui.meanwhile.once import Once, beside
from ilead_studio.ui.work import Work


class Lit(QObject):
    """Knows what is in the line of sight that is pinned; ``changed`` tells that it is another."""

    changed = Signal()

    def __init__(self, work: Work) -> None:
        super().__init__(work)
        self._work = work
        self._line: frozenset[str] | None = None
        self._looking = Once(self._look, self, beside)
        work.seen.connect(self._look)
        for signal in (work.changed, work.renewed):
            signal.connect(self._ask)
        self._look()

    def _ask(self) -> None:
        if self._work.sight.pinned or self._line is not None:
            self._looking.ask()

    def _look(self) -> None:
        line = self._work.sight.line(self._work.workbook)
        if line != self._line:
            self._line = line
            self.changed.emit()

    def fades(self, item_id: str) -> bool:
        """Tell whether something is out of the line of sight; what has no id never is."""
        return self._line is not None and bool(item_id) and item_id not in self._line

    def theme(self, theme: Theme, item_id: str, *, pointed: bool = False) -> Theme:
        """Return the colours in which something is shown; where somebody points it is in full."""
        return theme.faded() if not pointed and self.fades(item_id) else theme

    def show_in(self, view: QWidget) -> None:
        """Let a view be painted anew with every change, and Escape in it show all again."""
        painted = view.viewport() if isinstance(view, QAbstractScrollArea) else view
        self.changed.connect(painted.update)
        self.end_by_escape(view)

    def end_by_escape(self, widget: QWidget) -> None:
        """Let Escape end the line of sight where it comes to a widget; a drag ends by it alone."""
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """End the line of sight."""
        is_lit = self._work.section and self._work.sight.pinned
        if is_lit and is_escape(event) and not QGuiApplication.mouseButtons():
            self._work.look(pinned="")
            return True
        return super().eventFilter(watched, event)


def lit_of(work: Work) -> Lit:
    """Return what knows the line of sight of a work."""
    known = work.findChild(Lit)
    return known or Lit(work)
