"""The options of a page of a packet by keyboard: bones, and how a form is answered."""

import pytest
from hands import Desk
from packet_children import at_handouts

from ilead_studio.model import PrintedPage
from ilead_studio.ui.inspector.fields import PickField


@pytest.fixture
def there(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """The section on the example, where nothing is printed yet."""
    return at_handouts(desk, monkeypatch)


def options(desk: Desk, preset: str) -> None:
    """Begin a packet, and go to the options of its first page."""
    desk.press(preset)
    desk.settle()
    desk.press("Escape", "F2")


def first(desk: Desk) -> PrintedPage:
    return desk.window.work.workbook.packets[0].pages[0]


def test_an_empty_fishbone_has_the_bones_that_are_chosen(there: Desk) -> None:
    options(there, "6")
    assert there.focus.accessibleName() == "Names of the bones"
    there.press("Down")
    assert first(there).bones == "education"


def test_an_empty_form_can_be_for_an_idea(there: Desk) -> None:
    there.press("6")
    there.settle()
    there.press("Escape", "Down", "Down", "F2")
    assert there.focus.accessibleName() == "Of what"
    work, kind = there.window.work, "blank-form"
    there.press("Down")
    page = next(it for it in work.workbook.packets[0].pages if it.kind == kind)
    assert page.of == work.workbook.ideas[0].id
    there.press("Up")
    page = next(it for it in work.workbook.packets[0].pages if it.kind == kind)
    assert page.of is None
    field = there.focus
    assert isinstance(field, PickField)
    assert field.currentText() == "No idea, to be written"


def test_a_form_is_for_a_pen_or_for_a_screen(there: Desk) -> None:
    options(there, "3")
    there.press("Tab")
    assert there.focus.accessibleName() == "Form: By pen"
    there.press("Right", "Enter")
    assert first(there).form == "fillable"
