"""The field that opens over the words of an item: as large as they are, and nothing else goes."""

from hands import Desk

from ilead_studio.drawing.ops import TextLine, without_words, words_of
from ilead_studio.ui.capture.editor import Editor


def open_editor(desk: Desk) -> Editor:
    editor = desk.focus
    assert isinstance(editor, Editor)
    return editor


def test_the_hint_is_as_large_as_the_words_will_be(desk: Desk) -> None:
    desk.window.resize(1920, 1080)
    desk.type("New teachers leave")
    desk.press("Tab")
    desk.type("Hiring")
    desk.press("Tab")
    editor = open_editor(desk)
    assert editor.height() >= editor.fontMetrics().height()


def test_a_long_hint_is_shown_in_full_until_words_take_its_place(desk: Desk) -> None:
    desk.press("F2")
    editor, line = open_editor(desk), open_editor(desk).fontMetrics().height()
    assert editor.hint == "What happens, in one sentence"
    assert editor.height() > 2 * line
    desk.type("Absence")
    assert editor.height() < 2 * line


def test_a_bone_is_typed_in_the_size_of_its_words_and_keeps_its_number(desk: Desk) -> None:
    desk.type("New teachers leave")
    desk.press("Tab")
    desk.type("Hiring is late")
    desk.press("Return", "Escape", "F2")
    editor, canvas = open_editor(desk), desk.window.canvas
    bone = canvas._items[desk.window.work.item_id]
    (words,) = words_of(bone.group)
    assert words.text == editor.toPlainText() == "Hiring is late"
    assert editor.font().pixelSize() == round(words.size * canvas.zoom)
    left = [op.text for op in without_words(bone.group) if isinstance(op, TextLine)]
    assert left == ["1"]


def test_what_is_being_typed_goes_on_when_the_window_was_put_away(desk: Desk) -> None:
    desk.type("New teachers")
    desk.window.showMinimized()
    desk.settle()
    desk.window.showNormal()
    desk.window.activateWindow()
    desk.settle()
    desk.type(" leave")
    desk.press("Return")
    assert desk.window.work.rows[0].text == "New teachers leave"
