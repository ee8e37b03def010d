"""Letters of every script, through input methods and AltGr, wherever words are typed."""

import subprocess
import unicodedata
from pathlib import Path
from shutil import which
from xml.etree import ElementTree

import pytest
from commandline import CommandLine
from hands import Desk
from key_hands import Row, begin, drawn, keyboard, press
from PySide6.QtCore import QEvent, QMimeData, Qt
from PySide6.QtGui import QImage, QInputMethodEvent, QInputMethodQueryEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget
from workbooks import key

from ilead_studio.model import Cause, find
from ilead_studio.ui.commands.keys import ALT, CTRL, NONE
from ilead_studio.ui.finding.finding import Finding

SCRIPTS = {
    "acute": "é", "tilde": "ñ", "dot below": "ạ", "cyrillic": "Яблоко", "chinese": "中文",
    "emoji": "🎉", "joined": "👩🏽\u200d🏫", "flag": "🇻🇳", "key": "1\ufe0f\u20e3",
    "decomposed": "Cafe\u0301", "stacked": "a\u0323\u0302", "hebrew": "שלום", "arabic": "مرحبا",
    "mixed": "R&D שלום <b>",
}  # fmt: skip
HERE = Row("", "")
ALT_GR = {"ż": Qt.Key.Key_Z, "@": Qt.Key.Key_Q, "ł": Qt.Key.Key_L, "€": Qt.Key.Key_E}
"""Letters that need AltGr on some keyboards, and on Windows that is Ctrl and Alt."""


def compose(widget: QWidget, words: str, *, preedit: str = "") -> None:
    """Let an input method compose words and commit them, as far as the widget lets it."""
    asks = QInputMethodQueryEvent(Qt.InputMethodQuery.ImEnabled)
    QApplication.sendEvent(widget, asks)
    assert asks.isAccepted(), "no input method would be asked"
    assert asks.value(Qt.InputMethodQuery.ImEnabled) is True
    if preedit:
        QApplication.sendEvent(widget, QInputMethodEvent(preedit, []))
        widget = QApplication.focusWidget() or widget
    event = QInputMethodEvent()
    event.setCommitString(words)
    QApplication.sendEvent(widget, event)
    QApplication.processEvents()


@pytest.mark.parametrize("words", SCRIPTS.values(), ids=list(SCRIPTS))
def test_a_new_item_begins_with_what_is_composed(
    table_desk: Desk, surface: str, words: str
) -> None:
    desk = table_desk
    begin(desk, HERE, surface)
    before = drawn(desk)
    compose(desk.focus, words, preedit="x" if len(words) > 1 else "")  # a dead key has none
    assert keyboard(desk) == "editor"
    press(desk, "Enter", "Esc")
    kept = unicodedata.normalize("NFC", words)
    assert drawn(desk) == f"Head(Time(Breaks(Bells) {kept} Duties) Help(Coaches))"
    press(desk, "Ctrl+Z")
    assert drawn(desk) == before
    press(desk, "Ctrl+Shift+Z")
    assert desk.words == kept


@pytest.mark.parametrize("words", SCRIPTS.values(), ids=list(SCRIPTS))
def test_words_are_composed_inside_the_editor(table_desk: Desk, surface: str, words: str) -> None:
    desk = table_desk
    begin(desk, HERE, surface)
    desk.press("Return")
    desk.type("In ")
    compose(desk.focus, words, preedit="x")
    press(desk, "Enter", "Esc")
    assert desk.words == unicodedata.normalize("NFC", f"In {words}")


@pytest.mark.parametrize("words", SCRIPTS.values(), ids=list(SCRIPTS))
def test_a_key_may_bring_any_letter(table_desk: Desk, surface: str, words: str) -> None:
    desk = table_desk
    begin(desk, HERE, surface)
    QApplication.sendEvent(desk.focus, QKeyEvent(QEvent.Type.KeyPress, 0, NONE, words))
    press(desk, "Enter", "Esc")
    assert desk.words == unicodedata.normalize("NFC", words)


# --- AltGr and dead keys -------------------------------------------------------------------------
def type_with_alt_gr(letter: str) -> None:
    """Type a letter as Windows brings it: shortcuts are asked first, and must leave it alone."""
    for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
        event = QKeyEvent(kind, ALT_GR[letter], CTRL | ALT, letter)
        event.setAccepted(kind == QEvent.Type.KeyPress)
        QApplication.sendEvent(QApplication.focusWidget(), event)
        assert event.isAccepted(), "a shortcut would have taken it"
    QApplication.processEvents()


@pytest.mark.parametrize("letter", list(ALT_GR))
def test_alt_gr_types_and_is_no_shortcut(table_desk: Desk, surface: str, letter: str) -> None:
    desk = table_desk
    begin(desk, HERE, surface)
    for _ in range(2):
        type_with_alt_gr(letter)
    press(desk, "Enter", "Esc")
    assert desk.words == letter * 2


@pytest.mark.parametrize("letter", list(ALT_GR))
def test_alt_gr_types_into_every_field(table_desk: Desk, letter: str) -> None:
    desk = table_desk
    begin(desk, HERE, "canvas")
    for opens in ("Ctrl+F", "Ctrl+K", "Ctrl+Enter"):
        press(desk, opens)
        type_with_alt_gr(letter)
        field = desk.focus
        assert isinstance(field, QLineEdit | QPlainTextEdit)
        text = field.text() if isinstance(field, QLineEdit) else field.toPlainText()
        assert text == letter
        press(desk, "Esc", "Esc")


def test_ctrl_and_alt_without_a_letter_is_a_shortcut(table_desk: Desk) -> None:
    begin(table_desk, HERE._replace(first=("Del",)), "canvas")
    press(table_desk, "Ctrl+Alt+Z")
    assert keyboard(table_desk).startswith("Steps that can be undone")


# --- fields --------------------------------------------------------------------------------------
@pytest.mark.parametrize("words", SCRIPTS.values(), ids=list(SCRIPTS))
def test_every_field_takes_every_script(table_desk: Desk, words: str) -> None:
    desk, kept = table_desk, unicodedata.normalize("NFC", words)
    work = desk.window.work
    begin(desk, HERE, "canvas")
    press(desk, "Ctrl+Enter")
    compose(desk.focus, words, preedit="x")
    cause = find(work.workbook, key("breaks"))
    assert isinstance(cause, Cause)
    assert cause.notes == kept
    press(desk, "Esc", "Ctrl+Z")
    assert isinstance(cause := find(work.workbook, key("breaks")), Cause)
    assert cause.notes == ""
    press(desk, "Ctrl+Shift+Z", "Ctrl+Shift+B")
    compose(desk.focus, words, preedit="x")
    press(desk, "Enter", "Esc")
    assert [it.text for it in work.workbook.tray] == [kept]
    press(desk, "Ctrl+F")
    compose(desk.focus, words, preedit="x")
    finding = next(it for it in desk.window.features if isinstance(it, Finding))
    assert kept in [it.place.text for it in finding.panel.list.rows() if it.place]


# --- out and back --------------------------------------------------------------------------------
@pytest.fixture
def many(table_desk: Desk) -> Desk:
    """A fishbone with a cause in each script, all typed."""
    begin(table_desk, Row("", "", on=("Help",)), "canvas")
    press(table_desk, "Tab")
    for words in SCRIPTS.values():
        compose(table_desk.focus, words)
        press(table_desk, "Enter")
    press(table_desk, "Esc")
    return table_desk


def test_every_script_is_there_after_saving_and_opening(many: Desk, tmp_path: Path) -> None:
    before, workbook = drawn(many), many.window.work.workbook
    many.answers.path = tmp_path / "يوم é 中.ilead"
    press(many, "Ctrl+S")
    many.window.filing.open_file(many.answers.path)
    assert drawn(many) == before
    assert many.window.work.workbook.fishbones == workbook.fishbones


def test_every_script_is_copied_and_pasted(many: Desk) -> None:
    many.window.work.select(key("help"))
    press(many, "Ctrl+C")
    copied = QApplication.clipboard().text().split()
    assert set(copied) >= {unicodedata.normalize("NFC", it) for it in SCRIPTS.values()
                           if " " not in it}  # fmt: skip
    before = drawn(many)
    press(many, "Ctrl+V")
    branch = before[before.index("Help(") : -1]
    assert drawn(many) == f"{before[:-1]} {branch})"
    plain = QMimeData()
    plain.setText("שלום\n\tЯ 👩🏽\u200d🏫")
    QApplication.clipboard().setMimeData(plain)
    press(many, "Ctrl+V")
    assert drawn(many).endswith(" שלום(Я 👩🏽\u200d🏫)))")


SET = ("é", "ñ", "ạ", "ậ", "Яблоко", "Café")
NAMED = ("[party popper]", "[woman][school]", "[flag VN]", "[hebrew letter shin]",
         "[arabic letter meem]")  # fmt: skip


def test_what_has_no_letters_is_named_on_paper_and_told(
    many: Desk, run: CommandLine, tmp_path: Path
) -> None:
    path = many.answers.path = tmp_path / "words.ilead"
    press(many, "Ctrl+Shift+S")
    for kind in ("svg", "pdf", "png"):
        assert run("export", path, tmp_path / f"it.{kind}").code == 0
    drawing = ElementTree.parse(tmp_path / "it.svg").getroot()
    assert_all_there("".join(drawing.itertext()))
    assert not QImage(str(tmp_path / "it.png")).isNull()
    told = run("check", path).out
    for letters in ("中 文", "🎉", "🇻🇳", "ש ל ו ם", "م ر ح ب ا"):
        assert f"No font of the program can draw {letters} in" in told


@pytest.mark.skipif(which("pdftotext") is None, reason="pdftotext is not there")
def test_what_has_no_letters_is_named_in_the_handout(
    many: Desk, run: CommandLine, tmp_path: Path
) -> None:
    path = many.answers.path = tmp_path / "words.ilead"
    press(many, "Ctrl+Shift+S")
    run("export", path, tmp_path / "it.pdf")
    made = subprocess.run(
        ["pdftotext", tmp_path / "it.pdf", "-"], capture_output=True, check=True, encoding="utf-8"
    )
    assert_all_there(made.stdout)


def assert_all_there(text: str) -> None:
    """Look for every word that can be set, and for the names of those that cannot."""
    closed = "".join(text.split())
    for words in (*SET, *NAMED):
        assert words.replace(" ", "") in closed
