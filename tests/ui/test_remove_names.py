"""A copy without names in the window: each place is looked at, and nothing else changes."""

import errno
from collections.abc import Callable
from pathlib import Path

import pytest
from hands import Desk
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot
from workbooks import both, key

from ilead_studio import edits
from ilead_studio.model import Workbook
from ilead_studio.rules.find import fold
from ilead_studio.storage.disk import Disk
from ilead_studio.storage.store import open_workbook
from ilead_studio.ui.handing.names_card import NamesCard
from ilead_studio.ui.widgets.overlay import stops


def named() -> Workbook:
    """Return a workbook with an owner in three texts, one doubtful, and one nobody can tell."""
    workbook = edits.add_role(both(), key("lead"), "Attendance lead")
    workbook = edits.note(workbook, key("late"), "Mark says: mark it, Zoë too")
    return edits.put(workbook, [key("hour")], owner="Mark")


@pytest.fixture
def there(desk: Desk, tmp_path: Path) -> Desk:
    """The card over the workbook, and a dialog that will choose a file."""
    desk.window.work.begin(named())
    desk.answers.path = tmp_path / "copy.ilead"
    desk.window.do("remove names")
    desk.settle()
    return desk


def card(desk: Desk) -> NamesCard:
    return desk.window.findChild(NamesCard)


def ticks(desk: Desk) -> list[tuple[str, bool | None]]:
    return [(it.words, it.ticked) for it in card(desk).rows.rows]


def written(desk: Desk) -> Workbook:
    assert desk.answers.path
    return open_workbook(desk.answers.path, Disk()).workbook


def note(workbook: Workbook) -> str:
    return workbook.fishbones[0].causes[1].notes


def test_every_place_is_listed_with_the_words_around_it(there: Desk) -> None:
    assert there.focus is card(there).rows
    assert ticks(there) == [
        ("Mark", False),
        ("Mark says: mark it, Zoë too", True),
        ("Mark says: mark it, Zoë too", False),
        ("Mark", True),
    ]
    assert [it.small for it in card(there).rows.rows] == [
        "2 of 3 places → [person 1]", "Cause C2, note", "Cause C2, note", "Change idea I2, owner",
    ]  # fmt: skip
    assert card(there).rows.item(0).checkState() is Qt.CheckState.PartiallyChecked
    spoken = card(there).rows.item(2).text()
    assert spoken == "Mark says: mark it, Zoë too, Cause C2, note, stays, 3 of 4"


def test_enter_writes_what_is_ticked_and_says_where_and_how_many(there: Desk) -> None:
    before = there.window.work.workbook
    there.press("Return")
    assert there.answers.asked == ["save Attendance without names.ilead"]
    assert note(written(there)) == "[person 1] says: mark it, Zoë too"
    assert written(there).ideas[1].owner == "[person 1]"
    assert there.window.status.words.startswith("“copy.ilead” is written in ")
    assert there.window.status.words.endswith(
        ". Names were replaced in 2 places. In 1 place one was left."
    )
    assert there.window.work.workbook is before
    assert not there.window.work.session.undo_label
    assert not card(there).isVisible()
    assert there.focus.isVisible()


def test_space_leaves_one_and_own_words_stand_for_another(there: Desk) -> None:
    there.press("Down", "Space", "End", "F2")
    there.type("Attendance lead")
    there.press("Return")
    assert there.focus is card(there).rows
    there.press("Return")
    assert note(written(there)) == named().fishbones[0].causes[1].notes
    assert written(there).ideas[1].owner == "Attendance lead"


def test_the_row_of_a_person_is_for_all_places(there: Desk) -> None:
    there.press("Space", "F2")
    there.type("A teacher")
    there.press("Escape", "Return")
    assert note(written(there)) == "A teacher says: A teacher it, Zoë too"


def test_a_double_click_types_what_stands_there(there: Desk) -> None:
    rows = card(there).rows
    spot = rows.visualItemRect(rows.item(3)).center()
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    QTest.mouseDClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    there.settle()
    there.type("Dean")
    assert rows.rows[3].small == "Change idea I2, owner → Dean"
    assert there.answers.asked == []


def test_a_name_that_somebody_knows_is_looked_for_too(there: Desk) -> None:
    there.press("N")
    there.type("zoe")
    there.press("Return")
    assert ticks(there)[:2] == [("Mark says: mark it, Zoë too", True), ("Mark", False)]
    assert card(there).rows.rows[0].small == "Cause C2, note → [person 1]"
    assert there.focus is card(there).rows
    there.press("Return")
    assert note(written(there)) == "[person 2] says: mark it, [person 1] too"


def test_a_name_that_stands_nowhere_is_said_so(there: Desk) -> None:
    there.press("N")
    there.type("Tom")
    there.press("Return")
    assert there.focus is card(there).also
    assert "“Tom” stands nowhere else." in card(there)._says.text()


def test_without_names_there_is_only_a_name_to_look_for(desk: Desk) -> None:
    desk.window.work.begin(edits.note(both(), key("late"), "zoë says so"))
    desk.window.do("remove names")
    desk.settle()
    here, before = card(desk), card(desk).height()
    assert "No name was found." in here._says.text()
    shown = [it.accessibleName() for it in stops(here)]
    assert shown == ["Another name to look for", "Look for it", "Cancel"]
    assert desk.focus is here.also
    desk.type("Zoë")
    desk.press("Return")
    assert desk.focus is here.rows
    assert "In its place" in [it.accessibleName() for it in stops(here)]
    assert here.height() > before
    assert desk.window.whole.rect().contains(here.geometry())


def test_all_are_ticked_or_none_and_none_writes_nothing(there: Desk) -> None:
    press(there, "Tick all")
    assert all(on for _, on in ticks(there))
    press(there, "Tick none")
    assert not any(on for _, on in ticks(there))
    there.press("Return")
    assert there.answers.asked == []


def press(desk: Desk, name: str) -> None:
    """Press a button with the mouse."""
    (found,) = (it for it in card(desk).findChildren(QPushButton) if it.text().strip() == name)
    QTest.mouseClick(found, Qt.MouseButton.LeftButton)
    desk.settle()


def test_no_byte_of_the_copy_tells_a_name_and_there_is_no_history(there: Desk) -> None:
    press(there, "Tick all")
    there.press("Return")
    path = there.answers.path
    assert path
    assert "mark" not in fold(path.read_bytes().decode())
    assert [it.name for it in path.parent.iterdir() if it.name.startswith("copy")] == [path.name]
    state = there.window.around.places.state
    assert not any("copy" in it.name for it in state.rglob("*"))


def test_a_file_that_is_there_is_not_written_over(there: Desk) -> None:
    assert there.answers.path
    there.answers.path.write_text("mine")
    told: list[str] = []
    there.window.work.helped.connect(lambda words, _offers: told.append(words))
    there.press("Return")
    assert there.answers.path.read_text() == "mine"
    assert told == [
        "There is a file “copy.ilead” already. It was not changed. Choose another name."
    ]
    assert card(there).isVisible(), "what was ticked is not lost"


def test_a_full_disk_is_told_and_leaves_nothing(
    there: Desk, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def full(*_: object) -> int:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(Disk, "write", full)
    told: list[str] = []
    there.window.work.helped.connect(lambda words, _offers: told.append(words))
    before = sorted(tmp_path.iterdir())
    there.press("Return")
    assert len(told) == 1
    assert sorted(tmp_path.iterdir()) == before
    assert card(there).isVisible()


def test_the_keyboard_comes_back_although_another_window_asked_for_the_file(
    desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    desk.window.work.begin(named())
    before, asks = desk.focus, QLineEdit()
    qtbot.addWidget(asks)

    def ask(_start: Path, _kinds: str, then: Callable[[Path], None]) -> None:
        asks.show()
        asks.activateWindow()
        asks.setFocus()
        desk.settle()
        then(tmp_path / "copy.ilead")
        asks.close()

    monkeypatch.setattr(desk.answers, "save_path", ask)
    desk.window.do("remove names")
    desk.press("Return")
    assert not card(desk).isVisible()
    assert desk.focus is before


def test_escape_gives_the_keyboard_back(desk: Desk) -> None:
    desk.window.work.begin(both())
    before = desk.focus
    desk.window.do("remove names")
    desk.settle()
    assert card(desk)._says.text().startswith("No name was found.")
    assert desk.focus is card(desk).also
    desk.press("Escape", "Escape")
    assert desk.focus is before


def test_who_stops_the_search_is_back_at_work(desk: Desk) -> None:
    desk.window.work.begin(named())
    before = desk.focus
    desk.window.do("remove names")
    assert card(desk).isVisible()
    desk.window.do("stop")
    desk.settle()
    assert not card(desk).isVisible()
    assert desk.focus is before


def test_what_gets_too_long_is_told_and_the_card_stays(desk: Desk, tmp_path: Path) -> None:
    words = " ".join(["Mr. Lee"] * 245)
    desk.window.work.begin(edits.rename(both(), key("late"), words))
    desk.answers.path = tmp_path / "copy.ilead"
    desk.window.do("remove names")
    desk.settle()
    card(desk).done.click()
    desk.settle()
    assert "gets too long (Cause C2" in desk.window.banner.words
    assert card(desk).isVisible()
    assert not desk.answers.path.exists()
