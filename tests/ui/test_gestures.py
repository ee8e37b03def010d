"""What the mouse does on the page and in the outline, pressed, moved and let go for real."""

import pytest
from mice import CTRL, SHIFT, Mouse
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest


def test_a_branch_is_dragged_onto_another_bone(mouse: Mouse) -> None:
    goal = mouse.place("Inadequate feedback")
    mouse.drag(mouse.place("High principal"), goal + QPoint(9, 0), goal)
    assert mouse.parent("High principal") == "Inadequate feedback"
    assert mouse.work.session.undo_label.startswith("move “High principal")
    mouse.desk.press("Ctrl+Z")
    assert mouse.parent("High principal") == "Weak relationship with principal"


def test_between_two_causes_it_becomes_their_sibling(mouse: Mouse) -> None:
    goal = mouse.place("Feedback not tied", down=0.1)
    mouse.drag(mouse.place("High principal"), goal)
    rows = [row.text for row in mouse.work.rows]
    assert rows.index("High principal turnover") + 1 == rows.index("Feedback not tied to resources")


def test_escape_puts_it_back(mouse: Mouse) -> None:
    before = mouse.work.workbook
    mouse.press(mouse.place("High principal"))
    mouse.move(mouse.place("Inadequate feedback"))
    assert mouse.view.faint == {mouse.id("High principal")}
    mouse.view.setFocus()
    mouse.desk.press("Escape")
    mouse.release()
    assert mouse.work.workbook is before
    assert "stays where it was" in mouse.desk.window.status.words


def test_a_press_that_hardly_moves_is_a_click(mouse: Mouse) -> None:
    start = mouse.place("High principal")
    mouse.press(start)
    mouse.move(start + QPoint(3, 2))
    assert mouse.view.hand.gesture is None
    mouse.release()
    assert mouse.chosen == ["High principal turnover"]


def test_what_cannot_be_is_refused_in_words(mouse: Mouse) -> None:
    before = mouse.work.workbook
    mouse.drag(mouse.place("Weak relationship"), mouse.place("High principal"))
    assert mouse.work.workbook is before
    assert "below itself" in mouse.desk.window.status.words


def test_several_are_dragged_together_and_a_click_takes_one(mouse: Mouse) -> None:
    mouse.click("High principal")
    mouse.click("No breaks", CTRL)
    mouse.drag(mouse.place("High principal"), mouse.place("Inadequate feedback"))
    assert mouse.parent("High principal") == mouse.parent("No breaks") == "Inadequate feedback"
    assert len(mouse.chosen) == 2
    mouse.click("No breaks")
    assert mouse.chosen == ["No breaks"]


def test_a_scrolled_and_zoomed_page_is_dragged_alike(mouse: Mouse) -> None:
    canvas = mouse.desk.window.canvas
    for _ in range(3):
        canvas.zoom_in()
    mouse.desk.window.work.select(mouse.id("High principal"))
    mouse.desk.settle()
    mouse.drag(mouse.place("High principal"), mouse.place("Weak district", down=0.1))
    rows = [row.text for row in mouse.work.rows]
    assert rows.index("High principal turnover") < rows.index("Weak district-wide culture of trust")


@pytest.mark.parametrize("mouse", ["canvas"], indirect=True)
def test_a_bone_goes_between_bones_also_when_the_head_is_left(mouse: Mouse) -> None:
    mouse.desk.window.do("mirror")
    mouse.desk.settle()
    goal = mouse.place("Weak relationship", across=0.9)
    mouse.drag(mouse.place("Lack of professional", across=0.4), goal)
    first = next(row.text for row in mouse.work.rows if row.depth == 1)
    assert first.startswith("Lack of professional")


@pytest.mark.parametrize("mouse", ["canvas"], indirect=True)
def test_the_ring_makes_a_linked_copy_on_a_fishbone(mouse: Mouse) -> None:
    mouse.click("High principal")
    ring = mouse.view.ring()
    mouse.drag(ring.toPoint(), mouse.place("Inadequate feedback"))
    causes = mouse.work.page.causes
    assert [it.same_as for it in causes if it.same_as] == [mouse.id("High principal")]
    assert mouse.parent("High principal") == "Weak relationship with principal"


@pytest.mark.parametrize("mouse", ["canvas"], indirect=True)
def test_the_ring_links_a_driver_weakly_with_shift(mouse: Mouse) -> None:
    mouse.desk.press("Ctrl+3")
    rows = [row for row in mouse.work.rows if row.role.value == "driver"]
    source = next(row for row in rows if row.column == 2)
    target = next(row for row in rows if row.column == 1 and row.id != source.parent_id)
    mouse.work.select(source.id)
    mouse.desk.settle()
    mouse.press(mouse.view.ring().toPoint())
    mouse.move(mouse.place(target.text))
    QTest.keyPress(mouse.view, Qt.Key.Key_Shift)
    mouse.release(SHIFT)
    linked = next(row for row in mouse.work.rows if row.id == source.id)
    assert target.id in linked.also
    assert target.id in linked.weak


@pytest.mark.parametrize("mouse", ["canvas"], indirect=True)
def test_a_rubber_band_selects_and_escape_brings_the_selection_back(mouse: Mouse) -> None:
    mouse.click("No breaks")
    box = mouse.view.box_of(mouse.id("High principal")).toAlignedRect()
    mouse.press(box.topLeft() - QPoint(30, 6))
    mouse.move(box.center())
    assert "High principal turnover" in mouse.chosen
    mouse.desk.press("Escape")
    assert mouse.chosen == ["No breaks"]


def test_shift_adds(mouse: Mouse) -> None:
    mouse.click("High principal")
    mouse.click("Weak district", SHIFT)
    assert mouse.chosen == ["High principal turnover", "Weak district-wide culture of trust"]
