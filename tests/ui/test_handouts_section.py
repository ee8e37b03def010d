"""The section Handouts by keyboard: a packet is begun, changed, looked at and made."""

from pathlib import Path

import pytest
from hands import Desk
from packet_children import QuietChild, at_handouts
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from ilead_studio import edits
from ilead_studio.model import Packet
from ilead_studio.preview.frames import Frame
from ilead_studio.resources import resource
from ilead_studio.ui.packets.page import PacketPage
from ilead_studio.ui.packets.section import HandoutsView
from ilead_studio.ui.packets.side import PacketSide


@pytest.fixture
def there(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """The section on the example, where nothing is printed yet."""
    return at_handouts(desk, monkeypatch)


def view(desk: Desk) -> HandoutsView:
    it = desk.window.sections.view
    assert isinstance(it, HandoutsView)
    return it


def page(desk: Desk) -> PacketPage:
    it = view(desk).page
    assert isinstance(it, PacketPage)
    return it


def side(desk: Desk) -> PacketSide:
    it = view(desk).right
    assert isinstance(it, PacketSide)
    return it


def packet(desk: Desk) -> Packet:
    return desk.window.work.workbook.packets[0]


def kinds(desk: Desk) -> list[str]:
    return [it.kind for it in packet(desk).pages if it.printed]


def pages_list(desk: Desk) -> None:
    """Bring the keyboard to the list of pages."""
    desk.press("Escape")
    assert desk.focus.accessibleName() == "Pages and their order"


def made(desk: Desk) -> int:
    """Wait until nothing is made any more; return how many sides of paper there are."""
    maker = desk.window.filing.maker
    for _ in range(50):
        desk.settle()
        if not maker.is_making and not maker.is_writing and not maker.is_busy:
            break
    return len(maker.shown.sides)


def test_a_packet_begins_with_one_key_and_is_seen(there: Desk) -> None:
    assert page(there).presets[0].hasFocus()
    there.press("1")
    assert packet(there).name == "Diagrams and outlines"
    assert made(there) > 2
    assert there.focus is page(there).preview
    assert page(there).preview.picture(0) is not None
    assert "The preview is the PDF itself, made 10:42" in there.window.status.words
    there.press("Ctrl+Z")
    assert there.window.work.workbook.packets == ()
    assert page(there).presets[0].hasFocus()


def test_the_preview_is_a_list_of_pages_with_names(there: Desk) -> None:
    there.press("1")
    every = made(there)
    preview = page(there).preview
    names = [preview.model().index(at, 0).data() for at in range(every)]
    assert names[0] == f"page 1 of {every}, Title page, smallest text 8.5 points"
    assert "Fishbone" in names[1]
    interface = QAccessible.queryAccessibleInterface(preview)
    assert interface.text(QAccessible.Text.Name) == "Preview of the pages"


def test_pages_are_ticked_moved_added_and_taken_out_by_keys(there: Desk) -> None:
    there.press("1")
    before = kinds(there)
    pages_list(there)
    there.press("Space")
    assert kinds(there) == before[1:]
    there.press("Space", "Down", "Alt+Down")
    assert kinds(there)[1:3] == [before[2], before[1]]
    there.press("Delete")
    assert kinds(there) == [before[0], *before[2:]]
    there.press("Ctrl+Z", "Ctrl+Z")
    assert kinds(there) == before
    there.press("End", "Space")
    assert len(kinds(there)) == len(before) + 1
    assert there.focus.accessibleName() == "Pages and their order"


def test_a_packet_without_ticks_asks_for_the_first_page(there: Desk) -> None:
    there.press("1")
    pages_list(there)
    for at, _ in enumerate(kinds(there)):
        there.press("Home", *["Down"] * at, "Space")
    assert kinds(there) == []
    assert page(there).empty.isVisible()
    assert "Tick the first page." in there.window.status.words
    assert "Tick the first page." in there.window.why_not("make pdf")
    there.press("Home", "Space")
    assert page(there).preview.isVisible()


def test_the_chosen_page_is_chosen_on_both_sides(there: Desk) -> None:
    there.press("1")
    made(there)
    pages_list(there)
    there.press("Down")
    preview = page(there).preview
    assert preview.number == 1
    preview.setFocus()
    there.press("Home")
    assert view(there).left.pages.key == "0"  # type: ignore[attr-defined]  # the list of pages


def test_a_page_is_of_one_thing_and_there_can_be_more_of_a_kind(there: Desk) -> None:
    there.press("1")
    pages_list(there)
    there.press("Down")
    before = len(packet(there).pages)
    there.press("Insert")
    (menu,) = (it for it in there.window.findChildren(QMenu) if it.isVisible())
    next(it for it in menu.actions() if it.text() == "Fishbone").trigger()
    menu.close()
    assert len(packet(there).pages) == before + 1
    there.press("F2")
    assert there.focus.accessibleName() == "Of what"
    there.press("Down")
    assert sum(it.of is not None for it in packet(there).pages if it.kind == "fishbone") == 2


def test_a_diagram_goes_over_pages_or_is_folded_by_keys(there: Desk) -> None:
    there.press("1")
    pages_list(there)
    there.press("Down", "F2", "Tab", "Down")
    assert packet(there).pages[1].continued
    there.press("Tab", "Down")
    assert packet(there).pages[1].levels == 1
    assert there.focus.accessibleName() == "How many levels"
    assert made(there) > 0
    there.press("Shift+Tab", "Down")
    assert packet(there).pages[1].is_poster
    there.press("Tab", "Up")
    assert packet(there).pages[1].levels == 0, "a poster folds too"
    there.press(*["Ctrl+Z"] * 4)
    assert not packet(there).pages[1].continued


def test_only_so_many_levels_are_offered_as_change_something(there: Desk) -> None:
    there.press("1")
    pages_list(there)
    there.press("Down")
    levels, work = view(there).left.options.levels, there.window.work  # type: ignore[attr-defined]
    assert [levels.itemData(at) for at in range(levels.count())] == [0, 1]
    (shown,) = work.workbook.fishbones
    causes = [it.id for it in shown.causes if it.parent_id != shown.id]
    work.step("delete them", lambda book: edits.delete(book, causes))
    there.settle()
    assert not levels.isVisible()


def test_how_it_is_printed_is_one_step_each_and_the_preview_follows(there: Desk) -> None:
    there.press("1")
    made(there)
    side(there).ticks["gray"].click()
    side(there).paper.setCurrentIndex(3)
    side(there).paper.activated.emit(3)
    assert (packet(there).gray, packet(there).paper) == (True, "a4")
    made(there)
    assert there.window.filing.maker.shown.sides[0].width == pytest.approx(595.3, abs=0.1)
    there.press("Ctrl+Z")
    assert (packet(there).gray, packet(there).paper) == (True, "letter")


def test_a_size_of_ones_own_is_written_in_inches(there: Desk) -> None:
    there.press("1")
    view(there)._shown.put(paper="own")
    there.settle()
    field = side(there).own_size.fields["width"]
    field.setFocus()
    field.selectAll()
    there.type("11")
    there.press("Tab")
    assert packet(there).width == 792
    field.setFocus()
    field.selectAll()
    there.type("99")
    there.press("Tab")
    assert packet(there).width == 792
    assert field.text() == "11"


def test_the_file_has_the_bytes_of_the_preview(there: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    there.press("1")
    made(there)
    there.answers.path = tmp_path / "it.pdf"
    with qtbot.waitSignal(there.window.filing.exported):
        there.press("Ctrl+Shift+E")
    assert there.answers.asked[-1] == "save Diagrams and outlines.pdf"
    assert there.answers.path.read_bytes().startswith(b"%PDF")
    assert "“it.pdf” is written." in there.window.status.words
    there.answers.path = tmp_path / "nowhere" / "it.pdf"
    there.press("Ctrl+Shift+E")
    made(there)
    assert there.window.banner.isVisible()
    assert not there.answers.path.exists()


def test_slides_are_made_of_the_same_pages(there: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    there.press("1")
    made(there)
    there.answers.path = tmp_path / "it.pptx"
    with qtbot.waitSignal(there.window.filing.exported):
        there.window.do("make office")
    assert there.answers.asked[-1] == "save Diagrams and outlines.pptx"
    assert there.answers.path.read_bytes().startswith(b"PK")


def test_making_can_be_given_up(desk: Desk, tmp_path: Path) -> None:
    desk.window.filing.open_file(resource("examples", "new-teachers.ilead"))
    desk.press("Ctrl+9", "1")
    desk.answers.path = tmp_path / "it.pdf"
    desk.press("Ctrl+Shift+E")
    assert side(desk).cancel.isVisible()
    child = desk.window.filing.maker.findChild(QuietChild)
    child.told.emit(Frame({"done": 3, "of": 9}))
    assert side(desk).busy.text() == "Making page 3 of 9 …"
    side(desk).cancel.click()
    desk.settle()
    assert not side(desk).cancel.isVisible()
    assert not desk.answers.path.exists()
    assert "Nothing was written." in desk.window.status.words


def test_a_packet_is_renamed_doubled_moved_and_deleted(there: Desk) -> None:
    there.press("1")
    view(there).left.packets.setFocus()  # type: ignore[attr-defined]  # the list of packets
    there.press("F2")
    there.type("For the wall")
    there.press("Return")
    assert packet(there).name == "For the wall"
    there.press("Ctrl+D")
    assert [it.name for it in there.window.work.workbook.packets] == [
        "For the wall", "For the wall 2",
    ]  # fmt: skip
    there.press("Alt+Up")
    assert packet(there).name == "For the wall 2"
    there.press("Delete")
    assert [it.name for it in there.window.work.workbook.packets] == ["For the wall"]


def test_a_side_that_is_clicked_chooses_its_page_and_the_wheel_zooms(there: Desk) -> None:
    there.press("1")
    made(there)
    preview = page(there).preview
    at = preview.visualRect(preview.model().index(1, 0)).center()
    QTest.mouseClick(preview.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(at))
    there.settle()
    assert view(there).left.pages.key == "1"  # type: ignore[attr-defined]  # the list of pages
    wide = preview.cell.width()
    there.window.do("zoom in")
    assert preview.cell.width() > wide
    there.window.do("zoom fit")
    assert preview.cell.width() == wide


def test_the_viewer_shows_a_file_of_the_programs_own(there: Desk) -> None:
    there.press("1")
    made(there)
    opened: list[Path] = []
    view(there).output.opens = lambda path: bool(opened.append(path)) or True
    side(there).view.click()
    made(there)
    assert [it.name for it in opened] == ["Diagrams and outlines.pdf"]
    assert opened[0].read_bytes().startswith(b"%PDF")


def test_all_pages_go_to_the_printer(there: Desk, tmp_path: Path) -> None:
    there.press("1")
    every = made(there)
    printer = QPrinter()
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    printer.setResolution(36)
    there.answers.on_paper = printer
    view(there).output.printing.has_printers = lambda: True  # type: ignore[method-assign]  # a system with one
    there.press("Ctrl+P")
    for _ in range(every * 2):
        there.settle()
    assert "The printer has all pages." in there.window.status.words
    assert (tmp_path / "printed.pdf").read_bytes().startswith(b"%PDF")


class Full(QPrinter):
    """A printer that takes one page."""

    def newPage(self) -> bool:
        return False


@pytest.mark.qt_log_ignore("QPainter::begin")
@pytest.mark.parametrize(
    ("printer", "file", "words"),
    [
        (QPrinter, "gone/printed.pdf", "“printed.pdf” could not be printed"),
        (Full, "printed.pdf", "“printed.pdf” could not be printed"),
        (Full, "", "The printer takes no further page. It has 1 page."),
    ],
)
def test_what_a_printer_does_not_take_is_not_said_to_be_printed(
    there: Desk, tmp_path: Path, printer: type[QPrinter], file: str, words: str
) -> None:
    there.press("1")
    every = made(there)
    output, on_paper = view(there).output, printer()
    on_paper.setOutputFileName(str(tmp_path / (file or "tray.pdf")))
    if not file:
        on_paper.outputFileName = lambda: ""  # type: ignore[method-assign]  # paper has no name
    there.answers.on_paper = on_paper
    on_paper.setResolution(36)
    output.printing.has_printers = lambda: True  # type: ignore[method-assign]  # a system with one
    there.press("Ctrl+P")
    for _ in range(every * 2):
        there.settle()
    assert words in there.window.banner.words
    assert "The printer has all pages." not in there.window.status.words


def test_the_export_button_leads_to_the_handouts(desk: Desk) -> None:
    desk.press("Ctrl+E")
    assert desk.window.work.section == "handouts"


def test_the_language_of_the_sentences_is_chosen_by_keys_and_taken_back(there: Desk) -> None:
    there.press("1")
    field = side(there).language
    assert [field.itemText(at) for at in range(field.count())] == [
        "English, as the workbook", "English", "Español"
    ]  # fmt: skip
    assert field.accessibleName() == "Sentences of the handout"
    field.setFocus()
    there.press("End")
    assert packet(there).language == "es"
    assert there.focus is field
    there.press("Ctrl+Z")
    assert (packet(there).language, field.currentIndex()) == (None, 0)


def test_the_language_of_the_workbooks_own_words_is_said_once_for_all_packets(there: Desk) -> None:
    there.press("1")
    field = side(there).own_language
    assert [field.itemText(at) for at in range(field.count())] == ["English", "Español"]
    field.setFocus()
    there.press("End")
    assert there.window.work.workbook.language == "es"
    assert side(there).language.itemText(0) == "Español, as the workbook"
    there.press("Ctrl+Z")
    assert (there.window.work.workbook.language, field.currentIndex()) == ("en-US", 0)


def test_export_makes_the_pdf_where_handouts_are_in_view(there: Desk) -> None:
    export = there.window.bar.export
    assert export.toolTip().startswith("Handouts: print, or make a PDF")
    there.press("1")
    made(there)
    assert export.toolTip().startswith("Make the PDF of the packet")
    assert export.accessibleName() == "Export: Make the PDF of the packet"
    export.click()
    there.settle()
    assert any(it.endswith(".pdf") for it in there.answers.asked)
    there.press("Ctrl+2")
    assert export.accessibleName() == "Export"
