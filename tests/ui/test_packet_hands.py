"""The section Handouts by mouse, and what its keys say where they can do nothing."""

import pytest
from hands import Desk
from mice import fall
from packet_children import HereChild
from PySide6.QtCore import Qt

from ilead_studio.resources import resource
from ilead_studio.ui import packet_child
from ilead_studio.ui.handouts_section import HandoutsView
from ilead_studio.ui.packet_left import PacketLeft


@pytest.fixture
def there(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """The diagrams and outlines of the example as a packet, the keyboard in the list of pages."""
    monkeypatch.setattr(packet_child, "PacketChild", HereChild)
    desk.window.filing.open_file(resource("examples", "new-teachers.ilead"))
    desk.press("Ctrl+9", "1", "Escape")
    return desk


def left(desk: Desk) -> PacketLeft:
    it = desk.window.sections.view
    assert isinstance(it, HandoutsView)
    assert isinstance(it.left, PacketLeft)
    return it.left


def kinds(desk: Desk) -> list[str]:
    return [it.kind for it in desk.window.work.workbook.packets[0].pages]


def test_pages_and_packets_can_be_taken_by_the_mouse_and_headings_cannot(there: Desk) -> None:
    pages, packets = left(there).pages, left(there).packets
    taken = {row.key: bool(pages.item(at).flags() & Qt.ItemFlag.ItemIsDragEnabled)
             for at, row in enumerate(pages.rows)}  # fmt: skip
    assert taken.pop("") is False  # the heading
    assert all(taken.values())
    assert packets.item(0).flags() & Qt.ItemFlag.ItemIsDragEnabled


def test_a_kind_of_page_that_is_dragged_into_the_packet_is_added_there(there: Desk) -> None:
    pages, before = left(there).pages, kinds(there)
    pages.choose("+agenda")
    event = fall(pages, 1)
    assert event.dropAction() != Qt.DropAction.MoveAction  # or Qt would take the row away too
    assert kinds(there) == [before[0], "agenda", *before[1:]]
    there.press("Ctrl+Z")
    assert kinds(there) == before


def test_a_page_that_is_not_in_the_packet_yet_says_why_it_has_no_place(there: Desk) -> None:
    before = kinds(there)
    there.press("End", "Alt+Up")
    assert kinds(there) == before
    assert "Tick the page first" in there.window.status.words
