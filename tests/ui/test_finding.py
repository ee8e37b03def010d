"""Finding words in the whole workbook by keyboard, and replacing them."""

import pytest
from hands import Desk
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QStyleOptionViewItem
from pytestqt.qtbot import QtBot
from workbooks import both, key

from ilead_studio import edits
from ilead_studio.resources import resource
from ilead_studio.ui.finding.finding import PAUSE_MS, Finding


@pytest.fixture
def open_desk(desk: Desk) -> Desk:
    """A workbook with a fishbone in view, and a theory."""
    desk.window.work.begin(both())
    desk.settle()
    desk.window.canvas.setFocus()
    return desk


def finding(desk: Desk) -> Finding:
    return next(it for it in desk.window.features if isinstance(it, Finding))


def listed(desk: Desk) -> list[str]:
    """What stands in the list: headings with their counts, places with their references."""
    rows = finding(desk).panel.list.rows()
    return [f"{row.words} {row.after}" if row.place else f"[{row.words} {row.after}]"
            for row in rows]  # fmt: skip


def chosen(desk: Desk) -> str:
    place = finding(desk).panel.current()
    return place.text if place else ""


def find(desk: Desk, words: str) -> None:
    desk.press("Ctrl+F")
    desk.type(words)


def test_results_come_as_words_are_typed_those_of_the_page_first(open_desk: Desk) -> None:
    desk = open_desk
    find(desk, "ea")
    assert listed(desk) == [
        "[On this page 1]",
        "Parents work early C6",
        "[Reading 4]",
        "Every child reads by June (70 %) T1",
        "Reading T1",
        "Teaching D1",
        "Daily reading D3",
    ]
    desk.type("d")
    assert listed(desk)[0] == "[Reading 3]"
    assert finding(desk).panel.told == "3 places hold “ead”."


def test_one_place_and_none_are_said_in_words(open_desk: Desk) -> None:
    find(open_desk, "late")
    assert finding(open_desk).panel.told == "One place holds “late”."
    open_desk.type("xx")
    said = finding(open_desk).panel.told
    assert said == "Nothing holds “latexx”. Search looks at every text and note."
    open_desk.press("Down", "Return")
    assert open_desk.words == "Pupils miss school"


def test_arrows_walk_through_the_places_and_show_them_on_their_pages(open_desk: Desk) -> None:
    desk, work = open_desk, open_desk.window.work
    find(desk, "early")
    desk.press("Down")
    assert (desk.words, chosen(desk)) == ("Parents work early", "Parents work early")
    assert desk.focus is finding(desk).panel.field
    desk.press("Ctrl+A")
    desk.type("are")
    desk.press("Down")
    assert desk.words == "Buses are full"
    desk.press("Down")
    assert desk.words == "Roads are mended"
    desk.press("Down", "Down", "Down")
    assert chosen(desk) == "Parents work early"
    desk.press("Up", "Up", "Up")
    assert desk.words == "Buses are full"
    assert work.is_fishbone


def test_a_place_on_another_page_opens_that_page(open_desk: Desk) -> None:
    desk = open_desk
    find(desk, "talk")
    desk.press("Down")
    assert desk.words == "Talk about books"
    assert not desk.window.work.is_fishbone
    QTest.qWait(PAUSE_MS + 50)  # the page got its plan, so all is sought anew
    assert listed(desk)[0] == "[Reading 1]"
    assert desk.focus is finding(desk).panel.field


def test_enter_goes_there_and_keeps_the_panel(open_desk: Desk) -> None:
    desk = open_desk
    find(desk, "roads")
    desk.press("Return")
    assert desk.words == "Roads are mended"
    assert desk.focus is desk.window.canvas
    assert finding(desk).is_open
    desk.press("Ctrl+F")
    assert desk.focus is finding(desk).panel.field
    assert finding(desk).panel.field.selectedText() == "roads"


def test_escape_clears_the_words_first_and_then_closes(open_desk: Desk) -> None:
    desk = open_desk
    find(desk, "late")
    desk.press("Down", "Escape")
    assert finding(desk).panel.field.text() == ""
    assert desk.focus is finding(desk).panel.field
    desk.press("Escape")
    assert not finding(desk).is_open
    assert desk.focus is desk.window.canvas
    assert (desk.words, desk.window.work.sight.sought) == ("Buses come late", "")


def test_a_reference_can_be_typed(open_desk: Desk) -> None:
    find(open_desk, "d3")
    open_desk.press("Return")
    assert open_desk.words == "Daily reading"


def test_a_folded_branch_is_open_only_while_a_place_in_it_is_shown(open_desk: Desk) -> None:
    desk, work = open_desk, open_desk.window.work
    work.select(key("late"))
    work.fold()
    find(desk, "are")
    desk.press("Down", "Down")
    assert (desk.words, work.folded) == ("Roads are mended", frozenset())
    desk.press("Up")
    assert (desk.words, work.folded) == ("Buses are full", {key("late")})
    desk.press("Down", "Return")
    assert work.folded == frozenset()


def test_what_changes_meanwhile_is_found_when_nobody_types(open_desk: Desk, qtbot: QtBot) -> None:
    desk, work = open_desk, open_desk.window.work
    find(desk, "late")
    desk.press("Down")
    work.step("rename", lambda book: edits.rename(book, key("full"), "Buses are late and full"))
    qtbot.waitUntil(lambda: listed(desk)[0] == "[On this page 2]")
    assert chosen(desk) == "Buses come late"


def test_the_count_is_said_when_nobody_types(open_desk: Desk, qtbot: QtBot) -> None:
    find(open_desk, "read")
    assert "section" not in open_desk.window.status.words
    qtbot.waitUntil(lambda: open_desk.window.status.words == "3 places in 1 section")


def test_a_note_is_found_and_named(open_desk: Desk) -> None:
    desk, work = open_desk, open_desk.window.work
    long = "word " * 60 + "the needle " + "word " * 60
    work.step("note", lambda book: edits.note(book, key("late"), long))
    find(desk, "needle")
    row = finding(desk).panel.list.rows()[1]
    assert (row.sign, row.after) == ("note", "C2")
    start, stop = row.spans[0]
    assert row.words[start:stop] == "needle"
    assert row.words[0] == row.words[-1] == "…"
    assert row.spoken.endswith("C2, note")


def test_tab_goes_from_what_is_sought_to_what_takes_its_place(open_desk: Desk) -> None:
    desk = open_desk
    desk.press("Ctrl+H")
    desk.type("buses")
    desk.press("Tab")
    desk.type("trains")
    assert finding(desk).panel.instead.text() == "trains"


def test_words_are_replaced_where_they_are_ticked_as_one_step(open_desk: Desk) -> None:
    desk = open_desk
    desk.press("Ctrl+H")
    assert desk.focus is finding(desk).panel.field
    desk.type("are")
    desk.press("Ctrl+H")
    assert desk.focus is finding(desk).panel.instead
    desk.type("were")
    rows = [row for row in finding(desk).panel.list.rows() if row.place and row.ticked]
    assert [row.words for row in rows][1:] == ["Roads were mended", "Pwerents work early"]
    start, stop = rows[0].spans[0]
    assert rows[0].words[start:stop] == "were"
    finding(desk).panel.list.setFocus()
    desk.press("Down", "Down", "Down", "Space")
    desk.press("Ctrl+H", "Return")
    texts = {text for _, text in desk.tree}
    assert {"Buses were full", "Roads were mended", "Parents work early"} <= texts
    assert desk.window.work.session.undo_label == "replace “are” in 2 places"
    assert desk.focus is finding(desk).panel.field
    desk.press("Ctrl+Z")
    assert finding(desk).panel.field.text() == "are"
    assert {"Buses are full", "Roads are mended"} <= {text for _, text in desk.tree}


def test_words_are_replaced_from_a_page_that_is_no_diagram_too(open_desk: Desk) -> None:
    desk = open_desk
    desk.press("Ctrl+4", "Ctrl+H")
    assert desk.focus is finding(desk).panel.field
    desk.type("books")
    desk.press("Ctrl+H")
    desk.type("stories")
    desk.press("Return", "Escape")
    assert "Talk about stories" in [it.text for it in desk.window.work.workbook.ideas]
    assert desk.window.work.section == "ideas"


def test_an_item_that_would_have_no_words_is_not_ticked_and_says_why(open_desk: Desk) -> None:
    desk = open_desk
    find(desk, "home")
    desk.press("Ctrl+H")
    row = finding(desk).panel.list.rows()[1]
    assert (row.ticked, row.words) == (False, "Home")
    assert row.refused.startswith("An item needs words.")
    desk.press("Return")
    QTest.qWait(PAUSE_MS + 50)  # the count that typing asked for is not said after the answer
    assert desk.window.status.words == "Nothing is ticked to be replaced."
    assert "Home" in {text for _, text in desk.tree}


def test_another_look_keeps_what_is_sought(open_desk: Desk) -> None:
    find(open_desk, "late")
    open_desk.window.do("theme dark")
    assert finding(open_desk).is_open
    assert listed(open_desk) == ["[On this page 1]", "Buses come late C2"]


def test_the_areas_go_round_past_the_outline_that_is_not_shown(open_desk: Desk) -> None:
    find(open_desk, "late")
    seen = []
    for _ in range(6):
        open_desk.press("F6")
        seen.append(open_desk.focus)
        if finding(open_desk).panel.isAncestorOf(open_desk.focus):
            break
    assert open_desk.window.canvas in seen
    assert finding(open_desk).panel.isAncestorOf(open_desk.focus)


def test_every_row_is_as_high_as_its_words_beside_the_scroll_bar(open_desk: Desk) -> None:
    """Otherwise the last line of a row lies under the next one."""
    desk, work = open_desk, open_desk.window.work
    long = "Buses " + "that are full and late " * 4
    lines = [edits.NewLine(0, long[: 30 + at]) for at in range(40)]
    work.step("add", lambda book: edits.add_lines(book, lines, key("home"), None, work.ids)[0])
    find(desk, "full")
    rows = finding(desk).panel.list
    assert rows.verticalScrollBar().isVisible()
    for at in range(rows.count()):
        need = rows.itemDelegate().sizeHint(QStyleOptionViewItem(), rows.model().index(at, 0))
        have = rows.visualItemRect(rows.item(at))
        assert (have.height(), need.width() <= have.width()) == (need.height(), True)


def test_what_is_on_no_page_is_shown_in_its_section(desk: Desk) -> None:
    desk.window.filing.open_file(resource("examples", "attendance.ilead"))
    work = desk.window.work
    for words, section in (
        ("1,240 ninth graders", "problem"),
        ("Give prizes", "ideas"),
        ("610 families", "pdsa"),
    ):
        desk.press("Ctrl+F")
        desk.type(words)
        desk.press("Return")
        assert work.section == section, words
        desk.press("Escape", "Ctrl+2")
        assert not work.section


def test_evidence_is_shown_with_what_cites_it(desk: Desk) -> None:
    work = desk.window.work
    book = edits.add_evidence(both(), key("count"), "Dispatch log of delays")
    work.begin(edits.cite(book, [key("daily")], key("count")))
    desk.press("Ctrl+F")
    desk.type("dispatch log")
    desk.press("Return")
    assert work.item_id == key("daily")
    assert not work.is_fishbone
    assert listed(desk)[-1] == "Dispatch log of delays "


def test_who_went_on_to_work_is_told_no_number_any_more(open_desk: Desk) -> None:
    desk = open_desk
    find(desk, "talk")
    desk.press("Return")
    desk.window.work.said.emit("Something newer.")
    finding(desk)._pause.timeout.emit()
    assert desk.window.status.words == "Something newer."
