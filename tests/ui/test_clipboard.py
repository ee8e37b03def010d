"""Copy, cut and paste: from canvas, outline and editor, inside the program and outside."""

import pytest
from hands import Desk
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget
from workbooks import both, key, wide_fishbone

from ilead_studio.exchange.copied import BRANCH_MIME
from ilead_studio.ui.capture.editor import Editor

THREE = "Keys come in week two\n  No one at the desk\nRooms change in August"


@pytest.fixture
def fishbone(desk: Desk) -> Desk:
    """The workbook of the tests on its fishbone, with the cause "Buses come late" selected."""
    desk.window.work.begin(both())
    desk.window.work.select(key("late"))
    desk.settle()
    return desk


def clip(text: str, **more: bytes | str) -> None:
    """Put words on the clipboard, as another program does."""
    data = QMimeData()
    data.setText(text)
    if "html" in more:
        data.setHtml(str(more["html"]))
    if "branch" in more:
        data.setData(BRANCH_MIME, bytes(more["branch"]))  # type: ignore[arg-type] - bytes here
    QApplication.clipboard().setMimeData(data)


def surface(desk: Desk, name: str) -> QWidget:
    made: QWidget = getattr(desk.window, name)
    made.setFocus()
    return made


both_surfaces = pytest.mark.parametrize("name", ["canvas", "outline"])


# --- copy ----------------------------------------------------------------------------------------
@both_surfaces
def test_copy_gives_words_a_list_pictures_and_our_own_form_at_once(
    fishbone: Desk, name: str
) -> None:
    here = surface(fishbone, name)
    before = fishbone.window.work.workbook
    fishbone.press("Ctrl+C")
    data = QApplication.clipboard().mimeData()
    assert data.text() == "Buses come late\n  Roads are mended\n"
    assert data.html() == "<ul><li>Buses come late<ul><li>Roads are mended</li></ul></li></ul>"
    svg = bytes(data.data("image/svg+xml").data()).decode()
    assert "Roads are mended" in svg
    assert "Buses are full" not in svg
    assert QImage.fromData(data.data("image/png")).width() > 100
    assert data.imageData().width() > 100
    assert fishbone.focus is here
    assert fishbone.window.work.workbook is before
    assert "Copied 2 items" in fishbone.window.status.words


def test_a_picture_is_painted_only_for_a_program_that_asks(
    fishbone: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    from ilead_studio.ui.canvas import picture

    painted: list[object] = []
    paint = picture.copy_picture
    monkeypatch.setattr(
        picture, "copy_picture", lambda *given, **more: painted.append(1) or paint(*given, **more)
    )
    fishbone.press("Ctrl+C")
    data = QApplication.clipboard().mimeData()
    assert data.hasImage()
    assert data.text()
    assert painted == []
    assert data.data("image/png").size() > 0
    assert painted == [1]


def test_what_was_copied_stays_as_it_was_when_the_page_changes(fishbone: Desk) -> None:
    fishbone.press("Ctrl+C", "Delete")
    assert "Buses come late" not in [words for _, words in fishbone.tree]
    assert QApplication.clipboard().text() == "Buses come late\n  Roads are mended\n"


def test_copy_takes_several_items_and_whole_pages(fishbone: Desk) -> None:
    fishbone.window.work.select(key("work"), key("roads"))
    fishbone.press("Ctrl+C")
    assert QApplication.clipboard().text() == "Roads are mended\nParents work early\n"
    fishbone.press("Home", "Ctrl+C")
    assert QApplication.clipboard().text().startswith("Pupils miss school\n  Buses\n")


def test_a_picture_that_would_be_too_large_leaves_the_words(desk: Desk) -> None:
    desk.window.work.begin(wide_fishbone())
    desk.settle()
    desk.press("Ctrl+C")
    data = QApplication.clipboard().mimeData()
    assert len(data.text().splitlines()) == 2_001
    data.data("image/png")


def test_words_in_a_field_are_copied_by_the_field(fishbone: Desk) -> None:
    fishbone.press("F2", "Ctrl+C")
    assert QApplication.clipboard().text() == "Buses come late"


# --- cut -----------------------------------------------------------------------------------------
@both_surfaces
def test_cut_copies_and_deletes_in_one_step(fishbone: Desk, name: str) -> None:
    here, before = surface(fishbone, name), fishbone.window.work.workbook
    fishbone.press("Ctrl+X")
    assert [words for _, words in fishbone.tree][:3] == [
        "Pupils miss school", "Buses", "Buses are full",
    ]  # fmt: skip
    assert fishbone.words == "Buses"
    assert fishbone.window.work.session.undo_label == "cut 2 items"
    assert fishbone.focus is here
    fishbone.press("Ctrl+Z")
    assert fishbone.window.work.workbook == before
    assert fishbone.words == "Buses come late"


def test_cut_and_paste_move_a_branch(fishbone: Desk) -> None:
    fishbone.press("Ctrl+X")
    fishbone.window.work.select(key("home"))
    fishbone.press("Ctrl+V")
    assert fishbone.tree[-4:] == [
        (1, "Home"), (2, "Parents work early"), (2, "Buses come late"), (3, "Roads are mended"),
    ]  # fmt: skip


def test_the_head_is_never_cut(fishbone: Desk) -> None:
    fishbone.press("Home", "Ctrl+X")
    assert "stay" in fishbone.window.status.words
    assert fishbone.window.work.session.undo_label == ""


# --- paste inside --------------------------------------------------------------------------------
@both_surfaces
def test_a_branch_is_pasted_after_the_selected_item_in_one_step(fishbone: Desk, name: str) -> None:
    here, before = surface(fishbone, name), fishbone.tree
    fishbone.press("Ctrl+C", "Ctrl+V")
    assert fishbone.tree[2:6] == [
        (2, "Buses come late"), (3, "Roads are mended"),
        (2, "Buses come late"), (3, "Roads are mended"),
    ]  # fmt: skip
    assert fishbone.window.work.item_id != key("late")
    assert fishbone.words == "Buses come late"
    assert fishbone.window.work.session.undo_label == "paste 2 items"
    assert fishbone.focus is here
    fishbone.press("Ctrl+Z")
    assert fishbone.tree == before


def test_a_bone_is_pasted_as_a_bone(fishbone: Desk) -> None:
    fishbone.window.work.select(key("buses"))
    fishbone.press("Ctrl+C", "Ctrl+V")
    assert [words for depth, words in fishbone.tree if depth == 1] == ["Buses", "Buses", "Home"]


def test_hostile_data_on_the_clipboard_are_ordinary_words(fishbone: Desk) -> None:
    clip("One line", branch=b'{"format":"ilead-studio-branch","version":1,"lines":[{}]}')
    fishbone.press("Ctrl+V")
    assert (2, "One line") in fishbone.tree


def test_nothing_is_pasted_into_a_workbook_that_can_only_be_read(fishbone: Desk) -> None:
    clip("One line")
    fishbone.window.work.read_only = True
    fishbone.press("Ctrl+V", "Ctrl+X")
    assert "only be read" in fishbone.window.status.words
    assert fishbone.window.work.session.undo_label == ""


# --- paste from outside --------------------------------------------------------------------------
@both_surfaces
@pytest.mark.parametrize(("text", "many"), [("One", 1), ("One\nTwo\n", 2)])
def test_one_or_two_lines_need_no_card(fishbone: Desk, name: str, text: str, many: int) -> None:
    here = surface(fishbone, name)
    clip(text)
    fishbone.press("Ctrl+V")
    assert fishbone.window.docked is None
    words = [words for _, words in fishbone.tree]
    at = words.index("Roads are mended") + 1
    assert words[at : at + many] == text.split()
    assert fishbone.window.work.session.undo_label.startswith(f"paste {many} item")
    assert fishbone.focus is here


def test_one_line_fills_an_empty_head(desk: Desk) -> None:
    clip("New teachers leave")
    desk.press("Ctrl+V")
    assert desk.tree == [(0, "New teachers leave")]


def test_a_clipboard_without_words_is_told(fishbone: Desk) -> None:
    clip("  \n\t\n")
    fishbone.press("Ctrl+V")
    assert "no words on the clipboard" in fishbone.window.status.words
    assert fishbone.window.work.session.undo_label == ""


def test_in_the_editor_a_single_line_is_just_text(fishbone: Desk) -> None:
    clip("of the buses\n")
    fishbone.press("Return")
    fishbone.type("Keys ")
    fishbone.press("Ctrl+V")
    assert isinstance(fishbone.focus, Editor)
    assert fishbone.focus.words() == "Keys of the buses"
    fishbone.press("Return", "Return")
    assert (2, "Keys of the buses") in fishbone.tree


def test_two_lines_in_the_editor_are_two_items_and_typing_goes_on_after_them(
    fishbone: Desk,
) -> None:
    clip("One\nTwo")
    fishbone.press("Return", "Ctrl+V")
    assert isinstance(fishbone.focus, Editor)
    fishbone.type("Three")
    fishbone.press("Return", "Return")
    words = [words for _, words in fishbone.tree]
    assert words[3:7] == ["Roads are mended", "One", "Two", "Three"]


def test_two_lines_behind_words_that_were_typed_come_after_them(fishbone: Desk) -> None:
    clip("One\nTwo")
    fishbone.press("Return")
    fishbone.type("Zero")
    fishbone.press("Ctrl+V", "Escape")
    assert [words for _, words in fishbone.tree][3:7] == ["Roads are mended", "Zero", "One", "Two"]


def test_a_branch_is_pasted_into_the_open_slot_with_all_that_is_known(fishbone: Desk) -> None:
    fishbone.window.work.select(key("late"))
    fishbone.press("Ctrl+C")
    fishbone.window.work.select(key("work"))
    fishbone.press("Tab", "Ctrl+V", "Escape")
    assert fishbone.tree[-3:] == [
        (2, "Parents work early"), (3, "Buses come late"), (4, "Roads are mended"),
    ]  # fmt: skip


def test_a_message_of_a_chat_in_the_editor_is_its_words(fishbone: Desk) -> None:
    clip("Ana Ruiz 10:42 AM\nBuses leave early\nB Li 10:43 AM\n")
    fishbone.press("Return", "Ctrl+V")
    assert fishbone.focus.words() == "Buses leave early"


def test_thirty_lines_become_thirty_causes(fishbone: Desk) -> None:
    before = fishbone.tree
    fishbone.window.work.select(key("home"))
    clip("\n".join(f"Cause {number}" for number in range(30)))
    fishbone.press("Ctrl+V", "Return")
    assert fishbone.tree == [*before, *((2, f"Cause {number}") for number in range(30))]
    assert fishbone.window.work.session.undo_label == "paste 30 items"
    fishbone.press("Ctrl+Z")
    assert fishbone.tree == before
