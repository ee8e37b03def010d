"""The parts of the workbook that are no diagrams: each is a page of its own in the window.

A section brings what stands in the middle, what stands at the left instead of the list of pages and
the outline, and what stands at the right, if anything does. It is made when somebody goes there,
and refreshes itself as every view does.
"""

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING, Final, NamedTuple, Protocol, runtime_checkable

from PySide6.QtWidgets import QWidget

from ilead_studio.ui.commands.groups import (
    ON_CYCLE,
    ON_EVIDENCE,
    ON_GROUND,
    ON_ITEM,
    ON_MEETING,
    ON_MOVES,
    ON_PACKET,
    ON_PAGE,
    ON_PAGES,
)
from ilead_studio.words import say

if TYPE_CHECKING:
    from ilead_studio.ui.commands.features import Deeds
    from ilead_studio.ui.sight.state import Things
    from ilead_studio.ui.window import MainWindow


class View(Protocol):
    """What a section shows.

    ``page`` stands in the middle and takes the keyboard itself or by its focus proxy, ``left`` and
    ``right`` at the sides; without a ``right`` the page has all the room.
    """

    page: QWidget
    left: QWidget
    right: QWidget | None

    def counts(self) -> str:
        """Say how much there is, for the status line: "8 ideas, 3 being tested"."""

    def keys(self) -> tuple[str, ...]:
        """Name the keys that help now, the most helpful first: "F2  edit"."""

    def deeds(self) -> "Deeds":
        """Return what commands about items and pages do here; what is missing is refused."""

    def why_not(self, name: str) -> str:
        """Say why one of those cannot be done now; empty when it can."""

    def show_item(self, item_id: str) -> None:
        """Go to one of the things that the section shows; an unknown one changes nothing."""


@runtime_checkable
class Chooses(View, Protocol):
    """A view in which something is chosen that has a line of sight."""

    def thing(self) -> str:
        """Return what is chosen; empty when nothing is."""


@runtime_checkable
class InSight(Chooses, Protocol):
    """A view that fades what is out of the line of sight that is pinned."""

    def shown(self) -> "Things":
        """Return what is shown of them, for the status line."""


@runtime_checkable
class OfPages(View, Protocol):
    """A view of several pages."""

    def turn_to_first(self) -> None:
        """Show the first of them."""


@runtime_checkable
class InParts(Protocol):
    """A view that can make more of itself before somebody comes."""

    def made_ahead(self) -> Iterator[None]:
        """Make one part after the other that is not there yet."""


DIAGRAM: Final = "diagram"


class Section(NamedTuple):
    """A section: its place among the tabs (Ctrl+1 to 9), the command that goes there, its words.

    Fishbones have place 2, driver diagrams 3. ``make`` makes its view. A page that belongs to
    another section has no tab of its own: ``within`` names the section whose tab is lit, or says
    that it is the one of the ``DIAGRAM`` in view.
    """

    place: int
    name: str
    words: str
    make: "Callable[[MainWindow], View]"
    within: str = ""


def sections() -> tuple[Section, ...]:
    """Return the sections that are no diagrams."""
    return (
        Section(1, "problem", say("Problem"), _problem),
        Section(1, "open questions", say("Open questions"), _open_questions, within="problem"),
        Section(3, "make drivers", say("Make drivers"), _make_drivers, within="theory"),
        Section(3, "sight in words", say("Line of sight"), _sight_in_words, within="theory"),
        Section(3, "looking back", say("What changed"), _looking_back, within=DIAGRAM),
        Section(3, "earlier", say("Earlier versions"), _earlier, within=DIAGRAM),
        Section(3, "merging", say("Two versions"), _merging, within=DIAGRAM),
        Section(4, "ideas", say("Change ideas"), _ideas),
        Section(5, "pdsa", say("PDSA"), _pdsa),
        Section(6, "measures", say("Measures"), _measures),
        Section(7, "meetings", say("Meetings"), _meetings),
        Section(8, "partnership", say("Partnership"), _partnership),
        Section(9, "handouts", say("Handouts"), _handouts),
    )


def _problem(window: "MainWindow") -> View:
    from ilead_studio.ui.problem.section import ProblemView

    return ProblemView(window)


def _pdsa(window: "MainWindow") -> View:
    from ilead_studio.ui.cycles.section import Pdsa

    return Pdsa(window)


def _open_questions(window: "MainWindow") -> View:
    from ilead_studio.ui.questions.section import OpenView

    return OpenView(window)


def _measures(window: "MainWindow") -> View:
    from ilead_studio.ui.measures.section import MeasuresView

    return MeasuresView(window)


def _make_drivers(window: "MainWindow") -> View:
    from ilead_studio.ui.drivers.making import MakeDrivers

    return MakeDrivers(window)


def _sight_in_words(window: "MainWindow") -> View:
    from ilead_studio.ui.sight.page import SightPage

    return SightPage(window)


def _looking_back(window: "MainWindow") -> View:
    from ilead_studio.ui.past.looking_back import LookingBack

    return LookingBack(window)


def _earlier(window: "MainWindow") -> View:
    from ilead_studio.ui.past.earlier_view import EarlierView

    return EarlierView(window)


def _merging(window: "MainWindow") -> View:
    from ilead_studio.ui.merging.view import MergeView

    return MergeView(window)


def _meetings(window: "MainWindow") -> View:
    from ilead_studio.ui.meetings.section import Meetings

    return Meetings(window)


def _partnership(window: "MainWindow") -> View:
    from ilead_studio.ui.partnership.section import PartnershipView

    return PartnershipView(window)


def _handouts(window: "MainWindow") -> View:
    from ilead_studio.ui.packets.section import HandoutsView

    return HandoutsView(window)


def _ideas(window: "MainWindow") -> View:
    from ilead_studio.ui.ideas.section import IdeasView

    return IdeasView(window)


_OF_DIAGRAMS: Final = frozenset((
    *ON_ITEM, *ON_MOVES, *ON_EVIDENCE, *ON_PAGE, *ON_PAGES, *ON_GROUND, "out", "item menu", "home",
)) - {"-", "add fishbone", "add theory", "all pages", "make drivers", "line of sight",
       "sight in words", "note question", "open questions", "vote"}  # fmt: skip
_RIGHT: Final = "right panel"
_PAGES: Final = {
    "ideas table": ("ideas", "table"), "ideas board": ("ideas", "board"),
    "ideas square": ("ideas", "square"), "calendar": ("pdsa", "calendar"),
    "learning log": ("pdsa", "learning"), "next steps": ("meetings", "steps"),
}  # fmt: skip
"""The commands that go to one of the pages of a section."""
_LEAVING: Final = ("fishbone", "theory", "page before", "next page", "add page", "all pages")


class Sections:
    """Goes from section to section, and lets each do the commands that it knows."""

    def __init__(self, window: "MainWindow") -> None:
        self._window, self._work = window, window.work
        self._every = {it.name: it for it in sections()}
        self._views: dict[str, View] = {}
        self._work.turned.connect(self._show)
        window.about_to_do.connect(self._leave)
        window.helps.append(lambda: self.view.keys() if self.view else ())
        if self._work.section:
            self._show()

    @property
    def view(self) -> View | None:
        """What is shown instead of a diagram; None for a diagram."""
        return self._views.get(self._work.section)

    @property
    def words(self) -> str:
        """What the section in view is called; empty for a diagram."""
        return self._every[self._work.section].words if self.view else ""

    @property
    def thing(self) -> str:
        """What is chosen in the section in view or on the diagram; empty when nothing is."""
        if isinstance(self.view, Chooses):
            return self.view.thing()
        return "" if self.view else self._work.item_id

    def counts(self) -> str:
        """Say how much there is in the section in view, and whose line of sight is lit there."""
        view, sight, book = self.view, self._work.sight, self._work.workbook
        if isinstance(view, InSight) and sight.line(book) is not None:
            return sight.words_of(book, view.shown())
        return " · ".join(filter(None, (sight.line_words(book), view.counts() if view else "")))

    def knows(self, name: str) -> bool:
        """Tell whether there is a section of a name."""
        return name in self._every

    def deeds(self) -> "Deeds":
        """Return what the commands do: going to a section, and what the section in view does."""
        there: Deeds = {name: partial(self.go, name) for name in self._every}
        pages = {name: at for name, at in _PAGES.items() if self.knows(at[0])}
        there |= {name: partial(self.go, *at) for name, at in pages.items()}
        if "sight in words" in there:
            there["sight in words"] = lambda: self.go("sight in words", self.thing)
        there |= {name: partial(self.go, "handouts") for name in ("export", *ON_PACKET)}
        return there | (self.view.deeds() if self.view else {})

    def decides(self, name: str) -> bool:
        """Tell whether the section in view says alone if a command can be done."""
        view = self.view
        return view is not None and (
            name in _OF_DIAGRAMS or name in view.deeds() or (name == _RIGHT and self._has_no_right)
        )

    @property
    def _has_no_right(self) -> bool:
        return self._window.right.is_away

    def why_not(self, name: str) -> str:
        """Say which commands are for diagrams only."""
        view = self.view
        if view is None or name not in view.deeds():
            if name in ON_CYCLE:
                return say("That is for a PDSA cycle. Ctrl+5 goes to them.")
            if name in ON_MEETING:
                return say("That is for a meeting. Ctrl+7 goes to them.")
        if view is None or not self.decides(name):
            return ""
        if name in view.deeds():
            return view.why_not(name)
        if name == _RIGHT:
            return say("This page has no panel at the right.")
        return say("That is for fishbones and driver diagrams. Ctrl+2 goes to them.")

    def go(self, name: str, item_id: str = "") -> None:
        """Show a section, with the keyboard on its page; ``item_id`` is what it is to show.

        Who is there already comes to its first page.
        """
        if self._work.section == name and not item_id and isinstance(self.view, OfPages):
            self.view.turn_to_first()
        self.show(name, item_id)
        self._window.arranged.back_to_page()

    def show(self, name: str, item_id: str = "") -> None:
        """Show a section, while the keyboard stays where it is."""
        self._work.turn_to(name)
        if self.view and item_id:
            self.view.show_item(item_id)

    def _leave(self, name: str) -> None:
        """Go back to the diagram before a command that is about diagrams."""
        if name in _LEAVING and not (self.view and name in self.view.deeds()):
            self._work.turn_to("")

    def _show(self) -> None:
        """Show the section in view, or the diagram again."""
        name = self._work.section
        if name in self._every and name not in self._views:
            self._make(name)
        self._window.arranged.show_section(self.view)
        self._window.bar.refresh()
        self._window.show_state()

    def _make(self, name: str) -> View:
        made = self._views[name] = self._every[name].make(self._window)
        return made

    def made_ahead(self) -> Iterator[None]:
        """Make the sections to which nobody has gone yet, one after the other, out of sight."""
        for name in self._every:
            if name not in self._views:
                made = self._make(name)
                yield
                if made is not self.view:  # somebody may have gone there meanwhile
                    self._window.arranged.take_in(made)
                yield
                if isinstance(made, InParts):
                    yield from made.made_ahead()
