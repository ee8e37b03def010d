"""Tab goes through everything in the order in which it is seen, whichever came first."""

import pytest
from hands import Desk
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget
from workbooks import both, key

from ilead_studio import edits
from ilead_studio.model import Party, replace
from ilead_studio.ui.frame.areas import first_in

PARTIES = (
    Party(id=key("party"), name="Northfield Schools", kind="LEA"),
    Party(id=key("college"), name="State College", kind="IHE"),
)


@pytest.fixture
def page(desk: Desk) -> Desk:
    """A workbook with a fishbone and a theory; the fishbone is in view."""
    desk.window.work.begin(both())
    desk.settle()
    return desk


def tops(desk: Desk, area: QWidget) -> list[int]:
    """Walk with Tab from the first stop; return how far down each stands in an area."""
    desk.settle()
    first_in(area).setFocus()
    found = []
    while area.isAncestorOf(desk.focus) and desk.focus is not desk.window.outline:
        found.append(desk.focus.mapTo(area, QPoint()).y())
        desk.press("Tab")
    return found


def in_order(desk: Desk, area: QWidget) -> int:
    """Assert that Tab goes down; return how many stops there are."""
    found = tops(desk, area)
    assert found == sorted(found)
    return len(found)


def select(desk: Desk, name: str) -> QWidget:
    desk.window.work.select(key(name))
    desk.settle()
    return desk.window.inspector.widget()


def test_groups_of_the_inspector_that_come_one_after_the_other(page: Desk) -> None:
    select(page, "head")
    assert in_order(page, select(page, "late")) > 10


def test_evidence_that_is_added_to_a_cause(page: Desk) -> None:
    work, inside = page.window.work, select(page, "late")
    before = in_order(page, inside)
    for name in ("survey", "visit"):
        work.step("find out", lambda book, name=name: edits.cite(
            edits.add_evidence(book, key(name), text=name, kind="data"),
            [key("late")], key(name), "for", "",
        ))  # fmt: skip
    assert in_order(page, inside) == before + 4


def test_a_party_that_comes_later(page: Desk) -> None:
    work, inside = page.window.work, select(page, "late")
    before = in_order(page, inside)
    work.step("party", lambda book: replace(book, parties=PARTIES))
    assert in_order(page, inside) == before + 1


def test_what_a_driver_serves_and_the_causes_it_answers(page: Desk) -> None:
    work = page.window.work
    work.open_page(work.workbook.theories[0].id)
    inside = select(page, "daily")
    before = in_order(page, inside)
    work.step("answer", lambda book: edits.put(book, [key("daily")], answers=(key("late"),)))
    work.step("link", lambda book: edits.link(book, key("daily"), key("families")))
    assert in_order(page, inside) == before + 5


def test_pages_in_the_list(page: Desk) -> None:
    page.window.do("add fishbone")
    page.press("Escape")
    page.window.pages.show_all(True)
    assert in_order(page, page.window.pages) == 2  # "+" and the page in view, then the outline
