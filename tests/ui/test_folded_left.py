"""Escape goes to the list at the left of a section, also while the left panel is folded."""

import pytest
from hands import Desk

from ilead_studio.resources import resource
from ilead_studio.ui.frame.sections import sections

NAMES = [it.name for it in sections()]


@pytest.fixture
def attendance(desk: Desk) -> Desk:
    desk.answers.path = resource("examples", "attendance.ilead")
    desk.window.do("open")
    desk.settle()
    return desk


@pytest.mark.parametrize("section", NAMES)
def test_the_keyboard_is_where_it_can_be_seen(attendance: Desk, section: str) -> None:
    attendance.window.do(section)
    attendance.settle()
    attendance.press("F8")
    for key in ("Tab", "Escape", "Escape", "Tab", "Tab", "Escape", "F6", "Escape"):
        attendance.press(key)
        assert attendance.focus.isVisible(), key


@pytest.mark.parametrize("section", NAMES)
def test_no_command_puts_the_keyboard_where_it_is_not_seen(attendance: Desk, section: str) -> None:
    window = attendance.window
    window.do(section)
    attendance.settle()
    attendance.press("F8", "F9")
    view = window.sections.view
    assert view is not None
    for name in view.deeds():
        window.do(section)
        window.do(name)
        attendance.settle()
        assert window.focusWidget().isVisible(), name
        attendance.press("Escape", "Escape")
