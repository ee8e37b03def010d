"""What a cycle says stands at its drivers and causes, and its words are changed in the cycle."""

from hands import Desk
from PySide6.QtWidgets import QPushButton
from test_pdsa import view
from trials import CYCLE, studying
from workbooks import key

from ilead_studio.rules.learning import findings
from ilead_studio.ui.inspector.evidence import EvidenceItemsGroup


def press(desk: Desk, items: EvidenceItemsGroup, name: str) -> None:
    """Click the visible button of a name."""
    desk.settle()
    named = {it.accessibleName(): it for it in items.findChildren(QPushButton) if it.isVisible()}
    named[name].click()
    desk.settle()


def test_a_driver_shows_what_a_cycle_says_and_how_it_speaks_can_be_changed(desk: Desk) -> None:
    window = desk.window
    window.work.begin(studying())
    window.do("theory")
    window.work.select(key("daily"))
    desk.settle()
    items = next(it for it in window.inspector.groups if isinstance(it, EvidenceItemsGroup))
    press(desk, items, "Change “The hour matters more than the words”")
    items.form.speaks.show_value("mixed")
    press(desk, items, "Keep")
    assert [it.speaks for it in findings(window.work.workbook, CYCLE)] == ["mixed", "mixed"]
    said: list[str] = []
    window.work.said.connect(said.append)
    press(desk, items, "Change “The hour matters more than the words”")
    items.form.text.setPlainText("It rained")
    press(desk, items, "Keep")
    assert items.form.isVisible()
    assert said == ["This is what a PDSA cycle says. Change it in the cycle."]


def test_a_delete_says_which_cycles_it_takes_along(desk: Desk) -> None:
    window = desk.window
    window.work.begin(studying())
    window.do("theory")
    window.work.select(key("talk"))
    desk.settle()
    desk.press("Delete")
    assert window.work.session.undo_label == "delete “Talk about books” and 1 cycle"
    window.do("undo")
    assert len(findings(window.work.workbook, CYCLE)) == 2


def test_a_note_says_why_a_cycle_speaks_so_and_stands_at_the_cause(desk: Desk) -> None:
    window = desk.window
    window.work.begin(studying())
    desk.press("Ctrl+5")
    rows = {it.note.accessibleName(): it for it in view(desk).cycle_page.study.findings.rows}
    row = next(it for name, it in rows.items() if "Buses come late" in name)
    assert row.note.toPlainText() == "Only by bus"
    row.note.setFocus()
    desk.press("Ctrl+A")
    desk.type("The bus came twice")
    said = {it.text: it.note for it in findings(window.work.workbook, CYCLE)}
    assert said["Buses come late"] == "The bus came twice"
    assert window.work.session.undo_label == "say what this cycle shows"
    desk.press("Ctrl+Z")
    assert row.note.toPlainText() == "Only by bus"
    assert desk.focus is row.note
    row.pick.setCurrentIndex(0)
    row.pick.activated.emit(0)
    desk.settle()
    assert not row.note.isVisible()
