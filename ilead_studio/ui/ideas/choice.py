"""What the views of the change ideas share: which ideas are chosen, which are shown, in what order.

It never keeps a document; after each step it says which ideas are chosen then.
"""

from typing import Final

from PySide6.QtCore import QObject, Signal

from ilead_studio.model import Idea
from ilead_studio.rules.ideas import IdeaRow, Order, Wanted, shown
from ilead_studio.rules.square import Naming
from ilead_studio.ui.sight.lit import lit_of
from ilead_studio.ui.work import Work

SECTION: Final = "ideas"
VIEWS: Final = ("table", "board", "square")


class IdeaChoice(QObject):
    """Lives as long as the work, so that another look of the window changes nothing.

    ``changed`` tells that other ideas are chosen or places are called otherwise, ``sifted`` that
    others are shown; ``move_asked`` asks to move the chosen ones to a state.
    """

    changed = Signal()
    sifted = Signal()
    move_asked = Signal(str)

    def __init__(self, work: Work) -> None:
        super().__init__(work)
        self._work = work
        self.lit = lit_of(work)
        self.ids: tuple[str, ...] = ()
        self.naming: Naming = "plain"
        """What the quarters of the square are called."""
        self.wanted, self.order, self._in_order = Wanted(), Order(), True
        self._seen: tuple[str, ...] = ()
        self._every: frozenset[str] = frozenset()
        self._is_new = True
        self._followed = ""
        work.changed.connect(self.catch_up)
        work.opened.connect(self._begin)
        work.turned.connect(self._follow)
        self._begin()
        self._follow()

    def _begin(self) -> None:
        """Show another workbook from its beginning."""
        self.wanted, self.order, self._is_new = Wanted(), Order(), True
        self._remember()
        self.ids = self._seen[:1]

    # --- what is shown ---------------------------------------------------------------------------
    @property
    def rows(self) -> tuple[IdeaRow, ...]:
        """The ideas that are shown, in the order in which they are shown."""
        order = self.order if self._in_order else Order()
        return shown(self._work.workbook, self.wanted, order)

    def want(self, wanted: Wanted) -> None:
        """Show other ideas; what is chosen and hidden now is chosen no longer."""
        if wanted != self.wanted:
            self.wanted = wanted
            self._after_sifting()

    def sort(self, order: Order) -> None:
        """Show them in another order."""
        if order != self.order:
            self.order = order
            self._after_sifting()

    def keep_order(self, kept: bool) -> None:
        """Tell whether the view sorts: a board has an order of its own."""
        if kept != self._in_order:
            self._in_order = kept
            self._after_sifting()

    def _after_sifting(self) -> None:
        self._remember()
        self._choose(tuple(it for it in self.ids if it in self._seen) or self._seen[:1])
        self.sifted.emit()

    def _remember(self) -> None:
        self._seen = tuple(row.idea.id for row in self.rows)
        self._every = frozenset(it.id for it in self._work.workbook.ideas)

    def call(self, naming: Naming) -> None:
        """Call the quarters of the square so."""
        if naming != self.naming:
            self.naming = naming
            self.changed.emit()

    # --- what is chosen --------------------------------------------------------------------------
    @property
    def last(self) -> str:
        """The idea that keys act on; empty for none."""
        return self.ids[-1] if self.ids else ""

    @property
    def ideas(self) -> tuple[Idea, ...]:
        """The chosen ideas, in the order of the list."""
        return tuple(it for it in self._work.workbook.ideas if it.id in self.ids)

    @property
    def idea(self) -> Idea | None:
        """The idea that keys act on."""
        return next((it for it in self._work.workbook.ideas if it.id == self.last), None)

    def choose(self, *ids: str) -> None:
        """Choose ideas; one that the filter hides shows all again."""
        if any(it not in self._seen for it in ids):
            self.want(Wanted())
        self._choose(tuple(it for it in ids if it in self._seen))

    def _choose(self, ids: tuple[str, ...]) -> None:
        if ids != self.ids:
            self.ids = ids
            self._work.session.break_merge()
            self.changed.emit()

    def _follow(self) -> None:
        """Choose the idea that somebody has selected on a driver diagram before coming here."""
        selected = self._work.item_id
        if self._work.section != SECTION or selected == self._followed:
            return
        self._followed = selected
        if any(it.id == selected for it in self._work.workbook.ideas):
            self.catch_up()
            self.choose(selected)

    def step(self, by: int) -> None:
        """Choose the idea that is so many further in the list."""
        if self._seen:
            at = self._seen.index(self.last) if self.last in self._seen else 0
            self._choose((self._seen[max(0, min(len(self._seen) - 1, at + by))],))

    def catch_up(self) -> None:
        """After a step: choose what came; beside what went, choose its neighbour.

        While something else is in view it waits: no key there is slower for it.
        """
        if self._work.section != SECTION:
            return
        if self._is_new:
            self._begin()
            self._is_new = False
        before, known = self._seen, self._every
        self._remember()
        now = frozenset(self._seen)
        came = [it for it in self._seen if it not in known]
        left = tuple(it for it in self.ids if it in now)
        if came:
            self._choose((came[-1],))
        elif len(left) != len(self.ids):
            self._choose(left or self._beside(before, now))

    def _beside(self, before: tuple[str, ...], now: frozenset[str]) -> tuple[str, ...]:
        at = before.index(self.last) if self.last in before else 0
        around = (*before[at:], *reversed(before[:at]))
        return next(((it,) for it in around if it in now), ())


def choice_of(work: Work) -> IdeaChoice:
    """Return what is chosen in the list of ideas of a work."""
    known = work.findChild(IdeaChoice)
    return known or IdeaChoice(work)
