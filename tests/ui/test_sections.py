"""Sections that are no diagrams: a page of their own in the middle, and parts beside it."""

import pytest
from hands import Desk
from PySide6.QtWidgets import QLabel, QLineEdit, QListWidget, QWidget

from ilead_studio.ui.frame import sections, top_bar
from ilead_studio.ui.frame.sections import Section
from ilead_studio.ui.window import MainWindow


class Notes:
    """A section with a field, a list at the left, and nothing at the right unless it is given."""

    def __init__(self, right: QWidget | None = None) -> None:
        self.page: QWidget = QLineEdit()
        self.left: QWidget = QListWidget()
        self.right = right
        self.shown = ""
        self.deleted = 0

    def counts(self) -> str:
        return "3 notes"

    def keys(self) -> tuple[str, ...]:
        return ("Enter  next note",)

    def deeds(self) -> dict[str, object]:
        return {"delete": self._delete}

    def why_not(self, name: str) -> str:
        return "There is no note." if name == "delete" and self.shown != "n1" else ""

    def show_item(self, item_id: str) -> None:
        self.shown = item_id

    def _delete(self) -> None:
        self.deleted += 1


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> dict[str, Notes]:
    """Two sections: "notes" without a right side, "sums" with one."""
    views: dict[str, Notes] = {}

    def make(name: str, right: bool) -> Section:
        def view(_window: MainWindow) -> Notes:
            views[name] = Notes(QLabel("Beside it") if right else None)
            return views[name]

        return Section(1 if right else 4, name, name.title(), view)  # type: ignore[arg-type]  # a fake's commands return nothing

    every = (make("notes", right=False), make("sums", right=True))
    for module in (sections, top_bar):
        monkeypatch.setattr(module, "sections", lambda: every)
    return views


@pytest.fixture
def there(made: dict[str, Notes], desk: Desk) -> Desk:
    desk.window.do("notes")
    desk.settle()
    return desk


def test_a_section_stands_in_the_middle_and_has_the_keyboard(
    made: dict[str, Notes], there: Desk
) -> None:
    window = there.window
    assert there.focus is made["notes"].page
    assert not window.canvas.isVisible()
    assert not window.head.isVisible()
    assert made["notes"].left.isVisible()
    assert not window.outline.isVisible()
    assert not window.right.isVisible() or window.right.width() == 0
    assert "3 notes" in window.status.words
    there.type("first")
    assert made["notes"].page.text() == "first"  # type: ignore[attr-defined]  # it is a QLineEdit


def test_the_diagram_is_back_as_it_was(made: dict[str, Notes], there: Desk) -> None:
    window = there.window
    there.press("Ctrl+2")
    assert there.focus is window.canvas
    assert window.outline.isVisible()
    assert window.inspector.isVisible()
    assert not made["notes"].page.isVisible()
    there.type("Buses")
    assert (0, "Buses") in there.tree or there.window.editing.is_open


def test_what_is_for_diagrams_says_so(made: dict[str, Notes], there: Desk) -> None:
    there.window.do("root")
    there.settle()
    assert "fishbones and driver diagrams" in there.window.status.words
    there.window.do("right panel")
    assert "no panel" in there.window.status.words


def test_a_section_does_the_commands_that_it_knows(made: dict[str, Notes], there: Desk) -> None:
    there.window.do("delete")
    assert made["notes"].deleted == 0
    assert "There is no note." in there.window.status.words
    made["notes"].show_item("n1")
    there.window.do("delete")
    assert made["notes"].deleted == 1


def test_a_section_with_a_right_side_shows_it(made: dict[str, Notes], there: Desk) -> None:
    there.window.do("sums")
    there.settle()
    right = made["sums"].right
    assert right is not None
    assert right.isVisible()
    there.window.do("notes")
    there.settle()
    assert not right.isVisible()
    there.window.do("fishbone")
    there.settle()
    assert there.window.inspector.isVisible()


def test_f6_goes_round_a_section_too(made: dict[str, Notes], there: Desk) -> None:
    window = there.window
    seen = []
    for _ in range(4):
        there.press("F6")
        seen.append(there.focus)
    assert window.status.isAncestorOf(seen[0]) or seen[0] is window.status
    assert window.bar.isAncestorOf(seen[1])
    assert seen[2] is made["notes"].left
    assert seen[3] is made["notes"].page


def test_choosing_something_on_a_diagram_goes_there(made: dict[str, Notes], there: Desk) -> None:
    page = there.window.work.page
    assert page is not None
    there.window.work.select(page.id)
    there.settle()
    assert there.window.canvas.isVisible()
    assert there.focus is there.window.canvas


def test_another_look_keeps_the_section(made: dict[str, Notes], there: Desk) -> None:
    there.window.do("theme dark")
    there.settle()
    assert made["notes"].page.isVisible()
    assert there.window.work.section == "notes"


def test_the_tabs_stand_in_their_order(made: dict[str, Notes], desk: Desk) -> None:
    assert [name for name, _ in top_bar._sections()] == ["sums", "fishbone", "theory", "notes"]


def test_a_section_to_which_somebody_went_while_it_was_made_ahead_stays(
    made: dict[str, Notes], desk: Desk
) -> None:
    ahead = desk.window.sections.made_ahead()
    next(ahead)
    desk.window.do("notes")
    desk.settle()
    for _ in ahead:
        desk.settle()
    assert made["notes"].page.isVisible()


def test_the_sections_of_an_old_look_hear_of_nothing_more(desk: Desk) -> None:
    for _ in desk.window.sections.made_ahead():
        pass
    old = desk.window.sections, desk.window.features  # as long as nobody has collected garbage
    desk.window.do("theme dark")
    desk.settle()
    desk.window.do("new")
    desk.settle()
    assert old[0] is not desk.window.sections
    desk.window.do("theme light")
    desk.settle()


def test_what_was_said_goes_when_somebody_goes_elsewhere(desk: Desk) -> None:
    desk.press("Ctrl+5")
    desk.window.do("cycle step")
    desk.settle()
    said = desk.window.status.words
    assert said.startswith("Choose a")
    desk.press("F6")
    assert desk.window.status.words == said, "whoever stays may read it"
    desk.press("Ctrl+7")
    assert desk.window.status.words != said
