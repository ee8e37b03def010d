"""The section Handouts by mouse, and what its keys say where they can do nothing."""

from pathlib import Path

import pytest
from hands import Desk
from mice import fall
from packet_children import at_handouts
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu

from ilead_studio import edits
from ilead_studio.model import Workbook
from ilead_studio.ui.packets.left import PacketLeft
from ilead_studio.ui.packets.page import PacketPage
from ilead_studio.ui.packets.section import HandoutsView


@pytest.fixture
def there(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """The diagrams and outlines of the example as a packet, the keyboard in the list of pages."""
    at_handouts(desk, monkeypatch).press("1", "Escape")
    return desk


def view(desk: Desk) -> HandoutsView:
    it = desk.window.sections.view
    assert isinstance(it, HandoutsView)
    return it


def left(desk: Desk) -> PacketLeft:
    it = view(desk).left
    assert isinstance(it, PacketLeft)
    return it


def hints(desk: Desk) -> str:
    return desk.window.hints.text()


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


def test_the_title_page_stays_the_first_as_it_is_printed(there: Desk) -> None:
    before = kinds(there)
    there.press("Home", "Alt+Down")
    assert kinds(there) == before
    assert there.window.status.words == "The title page is always the first."
    there.press("Down", "Alt+Up")
    assert kinds(there) == before
    left(there).pages.choose("+agenda")
    fall(left(there).pages, 0)
    assert kinds(there)[:2] == ["cover", "agenda"]


def test_the_key_of_menus_opens_that_of_the_row(there: Desk) -> None:
    there.press("Shift+F10")
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert "Take it out" in [it.text() for it in menu.actions()]
    menu.close()


def test_only_pages_with_options_say_that_they_have_some(there: Desk) -> None:
    there.press("Down")
    there.settle()
    assert "F2  its options" in hints(there)
    there.press("Up", "F2")
    assert "F2  its options" not in hints(there)
    assert there.window.status.words == "There is nothing to choose about this page."


def test_the_keys_that_help_follow_the_keyboard(there: Desk) -> None:
    there.settle()
    assert "Space  tick" in hints(there)
    there.press("Return")
    there.settle()
    assert "Arrows  pages" in hints(there)


def test_arrows_go_through_the_packets_to_begin_with(there: Desk) -> None:
    there.press("Ctrl+Z")
    page = view(there).page
    assert isinstance(page, PacketPage)
    there.press("Down", "Down", "Up")
    assert there.focus is page.presets[1]
    there.press("Return")
    assert there.window.work.workbook.packets[0].name == "Team meeting"


def test_nothing_is_offered_to_scroll_before_there_are_pages(desk: Desk) -> None:
    desk.press("Ctrl+9", "1")
    page = view(desk).page
    assert isinstance(page, PacketPage)
    assert not page.preview.verticalScrollBar().isVisible()


def test_what_was_not_written_is_no_longer_being_written(there: Desk, tmp_path: Path) -> None:
    there.answers.path = tmp_path / "gone" / "all.pdf"
    there.window.do("make pdf")
    assert there.window.status.words == "Writing all.pdf …"
    there.window.filing.maker.unwritten.emit("The disk is full.")
    assert "Writing" not in there.window.status.words


def test_a_handout_that_was_not_written_is_written_elsewhere(there: Desk, tmp_path: Path) -> None:
    there.answers.path = tmp_path / "gone" / "all.pdf"
    there.window.do("make pdf")
    there.window.filing.maker.cancel()
    there.window.filing.maker.unwritten.emit("The disk is full.")
    assert there.window.banner.words == "The disk is full."
    there.answers.path = tmp_path / "here.pdf"
    (offer,) = there.window.banner.offers
    offer.click()
    assert there.window.status.words == "Writing here.pdf …"
    there.window.filing.maker.cancel()


def test_what_was_to_be_written_is_no_longer_told_when_that_is_refused(desk: Desk) -> None:
    desk.window.work.said.emit("Writing it.svg …")
    desk.window.work.helped.emit("The disk is full.", ())
    assert "Writing" not in desk.window.status.words


def test_a_poster_that_is_left_out_is_told_above_the_other_pages(there: Desk) -> None:
    told: list[str] = []
    there.window.work.said.connect(told.append)
    there.settle()
    shown = view(there).page
    assert isinstance(shown, PacketPage)
    packet = there.window.work.workbook.packets[0]
    poster = {"is_poster": True, "across": 1, "down": 1}

    def small(book: Workbook) -> Workbook:
        book = edits.put_packet(book, packet.id, paper="own", width=200.0, height=200.0)
        return edits.put_printed(book, packet.id, 1, **poster)

    there.window.work.step("poster", small)
    there.settle()
    words = "The poster of F1 is left out. Over 1 × 1 sheets"
    assert shown.why.isVisibleTo(shown)
    assert shown.why.text().startswith(words)
    assert shown.preview.model().rowCount() > 1
    assert [it for it in told if it.startswith(words)] == [shown.why.text()]


def test_without_a_file_for_the_viewer_the_pdf_can_be_made_elsewhere(
    there: Desk, tmp_path: Path
) -> None:
    cache = there.window.around.places.cache
    cache.mkdir(parents=True, exist_ok=True)
    (cache / "handouts").write_text("a file where a folder should be")
    there.window.do("view pdf")
    there.settle()
    assert "file for the viewer could not be written" in there.window.banner.words
    there.answers.path = tmp_path / "here.pdf"
    (offer,) = there.window.banner.offers
    offer.click()
    assert there.window.filing.maker.is_writing
    there.window.filing.maker.cancel()


def test_another_place_is_not_the_one_that_is_full(there: Desk, tmp_path: Path) -> None:
    full = tmp_path / "full"
    full.mkdir()
    starts: list[Path] = []
    there.answers.path = full / "all.pdf"
    there.window.do("make pdf")
    there.window.filing.maker.cancel()
    there.window.filing.maker.unwritten.emit("The disk is full.")
    there.window.dialogs.save_path = lambda start, kinds, then: starts.append(start)
    there.window.banner.offers[0].click()
    there.settle()
    (start,) = starts
    assert start.name == "all.pdf"
    assert start.parent != full


def test_the_key_that_stops_long_work_stops_the_writing_too(desk: Desk, tmp_path: Path) -> None:
    desk.press("Ctrl+9", "1", "Shift+Escape")
    assert desk.window.status.words == "Nothing is being worked out now."
    desk.answers.path = tmp_path / "all.pdf"
    desk.window.do("make pdf")
    assert desk.window.filing.maker.is_writing
    desk.press("Shift+Escape")
    assert desk.window.status.words == "It is stopped, and nothing was changed."
    assert not desk.window.filing.maker.is_writing
