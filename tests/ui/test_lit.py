"""The line of sight in every view: lit from anywhere, ended from anywhere, told in words."""

from collections.abc import Collection

import pytest
from hands import Desk
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget
from trials import planned
from workbooks import chained, key

from ilead_studio import edits
from ilead_studio.drawing.theme import DARK, HIGH_CONTRAST, LIGHT, Theme, contrast
from ilead_studio.model import Workbook
from ilead_studio.resources import resource
from ilead_studio.ui.calendar.paint import DRESSES
from ilead_studio.ui.ideas.cells import state_grounds
from ilead_studio.ui.sight.lit import lit_of
from ilead_studio.ui.sight.state import Sight, Things
from ilead_studio.words import count


def told(pinned: str, ids: Collection[str], workbook: Workbook | None = None) -> str:
    things = Things(ids, lambda number: count(number, "{number} idea", "{number} ideas"))
    return Sight(pinned=key(pinned)).words_of(workbook or chained(), things)


def test_the_words_say_whose_line_it_is_and_how_much_of_a_page_it_holds() -> None:
    assert told("late", (key("talk"), key("hour"))) == (
        "Line of sight of “Buses come late”: 1 of 2 ideas in full, 1 faded"
    )
    assert told("cycle", (key("talk"),)).startswith(
        "Line of sight of “‘Talk about books’, cycle 1”"
    )
    assert told("problem", (key("talk"),)).endswith(": 1 of 1 idea in full, 0 faded")


def test_a_page_with_nothing_of_the_chain_says_so() -> None:
    nothing = "Nothing on this page belongs to the line of sight of “Quiet hour”."
    assert told("hour", (key("talk"),)) == nothing
    assert told("hour", ()) == nothing
    sight, workbook = Sight(pinned=key("hour")), chained()
    page = workbook.fishbones[0]
    assert sight.words(workbook, page, sight.faded(workbook, page)) == nothing


def test_what_is_not_there_any_more_has_no_line_of_sight() -> None:
    workbook = edits.delete(chained(), [key("hour")])
    assert Sight(pinned=key("hour")).line(workbook) is None
    assert Sight(pinned=key("hour")).line_words(workbook) == ""


@pytest.mark.parametrize("theme", [LIGHT, DARK, HIGH_CONTRAST], ids=lambda it: it.name)
def test_faded_words_on_chips_and_bars_can_be_read(theme: Theme) -> None:
    pale = theme.faded()
    pairs = [*state_grounds(pale).values()]
    pairs += [(pale.colour(it.fill), pale.colour(it.words)) for it in DRESSES.values()]
    assert min(contrast(*pair) for pair in pairs) >= 4.5


@pytest.fixture
def there(desk: Desk) -> Desk:
    """The window on the example, with everything that a chain can hold."""
    desk.window.filing.open_file(resource("examples", "attendance.ilead"))
    desk.settle()
    return desk


def ref(desk: Desk, name: str) -> str:
    book = desk.window.work.workbook
    return next(it.id for it in (*book.ideas, *book.cycles) if it.ref == name)


PAGES: dict[str, tuple[str, ...]] = {
    "ideas table": ("IdeaTable", "IdeaTree", "WaitingList"),
    "ideas board": ("BoardColumn", "IdeaTree"),
    "ideas square": ("IdeaSquare",),
    "pdsa": ("RampTree", "RampStrip"),
    "calendar": ("CalendarChart", "FoundList"),
    "learning log": ("LearningList",),
    "problem": ("ProblemList", "ProblemStrip"),
}
"""The commands that go to a page, and the kinds of views on it that fade."""


def pictures(desk: Desk, kinds: Collection[str]) -> list[QImage]:
    view = desk.window.sections.view
    assert view is not None
    every = (it for part in (view.page, view.left) for it in part.findChildren(QWidget))
    seen = [it for it in every if type(it).__name__ in kinds and it.isVisible()]
    assert {type(it).__name__ for it in seen} == set(kinds)
    return [it.grab().toImage() for it in seen]


def test_every_view_fades_what_is_out_of_the_chain(there: Desk) -> None:
    window, work, pinned = there.window, there.window.work, ref(there, "I5")
    for page, kinds in PAGES.items():
        window.do(page)
        there.settle()
        plain = pictures(there, kinds)
        work.look(pinned=pinned)
        lit = pictures(there, kinds)
        others = sum(one != other for one, other in zip(plain, lit, strict=True))
        assert others >= len(kinds), page
        work.look(pinned="")
        assert pictures(there, kinds) == plain, page


def idea(desk: Desk) -> str:
    desk.press("Ctrl+4", "Down", "Down")
    return ref(desk, "I3")


def cycle(desk: Desk) -> str:
    desk.press("Ctrl+5", "Escape")
    return ref(desk, "P3")


def on_the_calendar(desk: Desk) -> str:
    desk.window.do("calendar")
    return ref(desk, "P3")


def learning(desk: Desk) -> str:
    desk.window.do("learning log")
    return ref(desk, "P5")


def problem(desk: Desk) -> str:
    desk.press("Ctrl+1")
    return desk.window.work.workbook.problems[0].id


def test_it_is_pinned_where_one_is_and_escape_lets_it_go(there: Desk) -> None:
    work, status = there.window.work, there.window.status
    for choose in (idea, cycle, on_the_calendar, learning, problem):
        wanted = choose(there)
        there.settle()
        before = there.focus
        there.window.do("line of sight")
        assert work.sight.pinned == wanted
        assert there.focus is before
        there.settle()
        status.take_back(status.words)
        assert "Line of sight of “" in status.words
        there.press("Escape")
        assert work.sight.pinned == ""
        there.settle()
        assert "Line of sight" not in status.words
    there.window.do("line of sight")
    there.window.do("line of sight")
    assert work.sight.pinned == ""


def test_the_line_of_sight_in_words_is_that_of_what_is_chosen_in_a_section(there: Desk) -> None:
    wanted = idea(there)
    there.press("Ctrl+Shift+M")
    assert there.window.sections.thing == wanted
    there.press("Up")
    there.window.do("line of sight")
    there.press("Escape", "Ctrl+3")
    assert there.window.work.sight.line_words(there.window.work.workbook) == (
        "Line of sight of “Advisory time that builds belonging”"
    )


def test_without_anything_chosen_there_is_nothing_to_pin(desk: Desk) -> None:
    desk.press("Ctrl+4")
    desk.window.do("line of sight")
    assert desk.window.status.words == "Choose a problem, an idea or a cycle first."


def test_a_step_that_changes_the_chain_changes_what_is_lit(desk: Desk) -> None:
    work = desk.window.work
    work.begin(planned())
    desk.press("Ctrl+4")
    work.look(pinned=key("families"))
    lit = lit_of(work)
    assert lit.fades(key("hour"))
    assert not lit.fades(key("talk"))
    assert not lit.fades("")
    work.step("link", lambda book: edits.link(book, key("hour"), key("families")))
    desk.settle()
    assert not lit.fades(key("hour"))
    work.step("delete", lambda book: edits.delete(book, [key("families")]))
    desk.settle()
    assert not lit.fades(key("late"))
