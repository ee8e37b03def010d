"""Coming to the section PDSA: while it is being made, and to an idea that has cycles."""

import pytest
from hands import Desk
from test_pdsa import shown, view, where

from ilead_studio.resources import resource
from ilead_studio.ui.cycles.section import Pdsa


@pytest.mark.parametrize("form", [False, True])
def test_who_comes_while_the_page_is_made_keeps_the_keyboard(desk: Desk, form: bool) -> None:
    desk.window.filing.open_file(resource("examples", "attendance.ilead"))
    sections = desk.window.sections
    making = sections.made_ahead()
    for _ in making:
        there = sections._views.get("pdsa")
        if isinstance(there, Pdsa) and form <= ("cycle_page" in there._view.__dict__):
            break
    desk.press("Ctrl+5")
    assert where(desk) == "Objective"
    for _ in making:
        desk.settle()
    assert where(desk) == "Objective"
    assert view(desk).page.isVisible()


def test_an_idea_with_cycles_says_how_its_ramp_goes_on(desk: Desk) -> None:
    desk.window.filing.open_file(resource("examples", "attendance.ilead"))
    desk.press("Ctrl+5")
    book = desk.window.work.workbook
    ideas = {it.ref: it.id for it in book.ideas}
    view(desk).show_item(ideas["I1"])
    page = view(desk).idea_page
    assert page.says.text() == "Its ramp is closed. A new cycle begins another ramp."
    view(desk).show_item(ideas["I4"])
    assert page.says.text().endswith("cycle 3, is planned already. Change its plan.")
    assert page.press.text() == "Go to cycle 3"
    page.press.click()
    assert shown(desk).ref == "P3"
    assert where(desk) == "Objective"
