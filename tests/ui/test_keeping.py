"""Nothing typed is lost: recovery holds it, the start page offers it, somebody chooses once."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from time import monotonic

import pytest
from hands import Desk
from journals import state
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QPushButton
from recovery_hands import until_kept
from workbooks import both

from ilead_studio import edits
from ilead_studio.model import new_ids
from ilead_studio.storage import format as file_format
from ilead_studio.storage.backups import backup_folder, versions
from ilead_studio.storage.disk import Disk
from ilead_studio.storage.format import encode
from ilead_studio.storage.journal import Base, Journal
from ilead_studio.storage.recovery import Findings, find
from ilead_studio.storage.store import open_workbook, save_workbook
from ilead_studio.ui.files import offering
from ilead_studio.ui.files.keeping import Keeping
from ilead_studio.ui.files.offer_card import OfferCard
from ilead_studio.ui.files.offer_list import FoundRow
from ilead_studio.ui.files.offering import offer_found

Wait = Callable[[], None]


@pytest.fixture
def kept(desk: Desk, keeping: Keeping) -> Wait:
    """Wait until the disk holds what was handed over, and the window tells so."""
    return partial(until_kept, desk, keeping)


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "Riverbend partnership.ilead"
    save_workbook(both(), path, Disk(), None)
    return path


def stopped(journals: Path, path: Path | None) -> None:
    """Leave what a program leaves that stopped after three changes."""
    book = edits.rename_workbook(both(), "Attendance, later")
    page, ids = book.fishbones[0].id, new_ids(3)
    for words in ("Two rooms", "Three preparations", "Four days", "Five ways"):
        book = edits.add(book, "cause", ids(), words, page, None)
    journal = Journal(journals, Disk())
    journal.keep(state(book, Base(both(), encode(both()) if path else b"", path)))
    journal.let_go()


def files(journals: Path) -> list[str]:
    return [it.name for it in journals.glob("*.journal")]


def after_a_crash(keeping: Keeping, journals: Path) -> Findings:
    """End without a word and look as the next start does."""
    keeping.end()
    findings = find(journals, Disk())
    for it in findings.found:
        it.release()
    return findings


def look(desk: Desk, keeping: Keeping) -> None:
    """Look for what was never saved, as the program does when it starts."""
    offer_found(desk.window, keeping)
    desk.settle()


def press(desk: Desk, words: str) -> None:
    buttons = desk.window.findChildren(QPushButton)
    next(it for it in buttons if it.accessibleName() == words and it.isVisible()).click()
    desk.settle()


def test_an_untitled_workbook_is_kept_from_the_first_words(
    desk: Desk, keeping: Keeping, kept: Wait, journals: Path
) -> None:
    assert desk.window.status.words.startswith("New workbook")
    desk.type("Pupils miss school")
    desk.press("Return")
    kept()
    assert desk.window.status.words.startswith("Kept in recovery, not saved yet")
    (found,) = after_a_crash(keeping, journals).found
    assert found.path is None
    assert found.workbook.fishbones[0].head == "Pupils miss school"


def test_words_that_are_still_being_typed_are_kept(
    desk: Desk, keeping: Keeping, kept: Wait, journals: Path
) -> None:
    desk.type("Pupils miss school")
    desk.press("Return")
    desk.type("Buses come la")
    keeping._look_at_typing()
    kept()
    (found,) = after_a_crash(keeping, journals).found
    (bone,) = found.workbook.fishbones[0].causes
    assert bone.text == "Buses come la"
    assert desk.window.work.workbook.fishbones[0].causes == ()


def test_words_that_an_input_method_composes_are_kept_where_they_stand(
    desk: Desk, keeping: Keeping, kept: Wait, journals: Path
) -> None:
    desk.type("Pupils miss school")
    desk.press("Return")
    desk.type("😀Busse")
    for _ in range(2):
        desk.press("Left")
    QApplication.sendEvent(desk.focus, QInputMethodEvent("バスが遅れる", []))
    keeping._look_at_typing()
    kept()
    (found,) = after_a_crash(keeping, journals).found
    (bone,) = found.workbook.fishbones[0].causes
    assert bone.text == "😀Busバスが遅れるse"


def test_words_that_are_being_changed_are_kept_and_those_given_up_are_not(
    desk: Desk, keeping: Keeping, kept: Wait, plan: Path, journals: Path
) -> None:
    desk.window.filing.open_file(plan)
    desk.press("F2")
    desk.type("Pupils stay away")
    keeping._look_at_typing()
    kept()
    assert len(files(journals)) == 1
    assert desk.window.status.words.startswith("Kept in recovery, not yet in the file")
    desk.press("Escape")
    kept()
    assert files(journals) == []
    assert desk.window.status.words.startswith("Saved")


def test_a_save_settles_what_was_kept(
    desk: Desk, keeping: Keeping, kept: Wait, plan: Path, journals: Path
) -> None:
    desk.window.filing.open_file(plan)
    desk.type("Snow")
    desk.press("Return", "Escape")
    kept()
    assert desk.window.status.words.startswith("Kept in recovery, not yet in the file")
    desk.press("Ctrl+S")
    kept()
    assert files(journals) == []
    assert desk.window.status.words.startswith("Saved 10:42")


def test_when_the_file_cannot_be_written_the_status_says_what_is_safe(
    desk: Desk, keeping: Keeping, kept: Wait, plan: Path
) -> None:
    desk.window.filing.open_file(plan)
    desk.type("Snow")
    desk.press("Return", "Escape")
    kept()
    plan.unlink()
    plan.mkdir()
    desk.press("Ctrl+S")
    assert desk.window.status.words.startswith("Cannot write to the drive: still kept here")


def test_a_recovery_folder_that_cannot_be_written_is_told(
    desk: Desk, keeping: Keeping, journals: Path
) -> None:
    journals.parent.mkdir(parents=True)
    journals.write_bytes(b"")
    desk.type("Pupils")
    desk.press("Return", "Escape")
    limit = monotonic() + 20
    while desk.window.kept != "refused":
        assert monotonic() < limit
        desk.settle()
    assert desk.window.status.words.startswith("Kept nowhere but here: save it now")


def test_leaving_without_saving_is_a_choice_and_settles_it(
    desk: Desk, keeping: Keeping, kept: Wait, journals: Path
) -> None:
    desk.type("Pupils")
    desk.press("Return", "Escape")
    kept()
    desk.answers.unsaved_answer = "leave"
    desk.window.do("close")
    desk.settle()
    assert not desk.window.isVisible()
    keeping.end()
    assert files(journals) == []


def test_what_was_typed_is_offered_opened_and_saved_into_its_file(
    desk: Desk, keeping: Keeping, kept: Wait, plan: Path, journals: Path
) -> None:
    stopped(journals, plan)
    look(desk, keeping)
    assert desk.window.at_start
    assert desk.focus.accessibleName() == "Open what was typed"
    said = desk.focus.accessibleDescription()
    assert said.startswith("The program stopped today at 16:42, before “Riverbend partnership” was")
    assert "5 changes" in said
    assert said.endswith("The saved file is untouched.")
    desk.press("Return")
    kept()
    assert not desk.window.at_start
    assert desk.window.work.path == plan
    assert desk.window.work.workbook.title == "Attendance, later"
    assert desk.window.status.words.endswith("is as it was typed. Save it now.")
    assert len(files(journals)) == 1
    desk.press("Ctrl+S")
    kept()
    assert open_workbook(plan, Disk()).workbook.title == "Attendance, later"
    assert find(journals, Disk()) == Findings()


def test_the_offer_has_the_keyboard_where_the_start_page_stands_already(
    desk: Desk, keeping: Keeping, journals: Path
) -> None:
    stopped(journals, None)
    desk.window.do("start page")
    look(desk, keeping)
    assert desk.focus.accessibleName() == "Open what was typed"


def test_what_is_opened_and_lost_again_is_offered_again(
    desk: Desk, keeping: Keeping, kept: Wait, plan: Path, journals: Path
) -> None:
    stopped(journals, plan)
    look(desk, keeping)
    press(desk, "Open what was typed")
    kept()
    (found,) = after_a_crash(keeping, journals).found
    assert found.workbook.title == "Attendance, later"
    assert (found.path, found.saved) == (plan, both())


def test_a_file_that_was_changed_since_is_not_overwritten(
    desk: Desk, keeping: Keeping, plan: Path, journals: Path
) -> None:
    stopped(journals, plan)
    save_workbook(edits.rename_workbook(both(), "Theirs"), plan, Disk(), None)
    look(desk, keeping)
    assert "changed since" in desk.focus.accessibleDescription()
    press(desk, "Open what was typed")
    desk.press("Ctrl+S")
    assert "was changed by another program" in desk.window.banner.words
    assert open_workbook(plan, Disk()).workbook.title == "Theirs"


def test_the_saved_file_can_be_kept_and_nothing_is_offered_again(
    desk: Desk, keeping: Keeping, plan: Path, journals: Path
) -> None:
    stopped(journals, plan)
    look(desk, keeping)
    press(desk, "Keep the saved file")
    assert find(journals, Disk()) == Findings()
    assert len([*(journals / "settled").iterdir()]) == 1
    assert desk.focus.accessibleName() == "New, empty"


def test_both_are_opened_the_saved_one_in_a_window_of_its_own(
    desk: Desk, keeping: Keeping, plan: Path, journals: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    beside: list[list[str]] = []
    monkeypatch.setattr(
        offering.QProcess, "startDetached", lambda _program, words: beside.append(words)
    )
    stopped(journals, plan)
    look(desk, keeping)
    press(desk, "Open both")
    assert beside == [["-m", "ilead_studio", str(plan)]]
    assert desk.window.work.path is None
    assert desk.window.work.workbook.title == "Attendance, later"
    assert not desk.window.work.session.is_saved


def test_later_offers_it_at_the_next_start(
    desk: Desk, keeping: Keeping, plan: Path, journals: Path
) -> None:
    stopped(journals, plan)
    look(desk, keeping)
    press(desk, "Later")
    assert desk.focus.accessibleName() == "New, empty"
    (found,) = find(journals, Disk()).found
    found.release()


def test_comparing_tells_every_change(desk: Desk, keeping: Keeping, journals: Path) -> None:
    stopped(journals, None)
    look(desk, keeping)
    (card,) = desk.window.findChildren(OfferCard)
    assert [it.words for it in card.typed.lines] == [
        "Added: Two rooms · Three preparations · Four days · 1 more",
        "Reworded: Attendance, later",
    ]
    press(desk, "Compare")
    assert "Added: Five ways, directly under the head" in [it.words for it in card.typed.lines]
    press(desk, "Show less")
    assert len(card.typed.lines) == 2


def test_the_saved_file_stands_beside_what_was_typed(
    desk: Desk, keeping: Keeping, plan: Path, journals: Path
) -> None:
    stopped(journals, plan)
    look(desk, keeping)
    (card,) = desk.window.findChildren(OfferCard)
    said = [it.words for it in card.saved.lines]
    assert said[0] == "Opens without a fault"
    assert said[1].endswith("· 2 kB")
    assert "until 16:42:07 · 4 causes" in card.typed.accessibleName()
    plan.unlink()
    desk.window.do("start page")
    desk.settle()
    card = next(it for it in desk.window.findChildren(OfferCard) if it is not card)
    assert [it.words for it in card.saved.lines] == ["The saved file is not where it was."]


def test_other_work_is_found_too_and_recent_workbooks_are_a_click_away(
    desk: Desk, keeping: Keeping, plan: Path, journals: Path
) -> None:
    stopped(journals, plan)
    stopped(journals, None)
    look(desk, keeping)
    rows = [it for it in desk.window.findChildren(FoundRow) if it.isVisible()]
    assert len(rows) == 1
    assert "4 causes" in rows[0].accessibleName()
    press(desk, "Recent workbooks")
    assert not rows[0].isVisible()
    press(desk, "Recovered work")
    rows[0].first.click()
    desk.settle()
    assert not desk.window.at_start
    assert desk.window.work.workbook.title == "Attendance, later"
    desk.window.do("start page")


def test_what_is_left_out_stays_under_earlier_versions(
    desk: Desk, keeping: Keeping, plan: Path, journals: Path
) -> None:
    stopped(journals, plan)
    look(desk, keeping)
    press(desk, "Keep the saved file")
    (kept,) = versions(backup_folder(desk.window.around.places.state, plan), Disk())
    assert kept.was_typed
    assert open_workbook(kept.file, Disk()).workbook.title == "Attendance, later"


def test_what_cannot_be_read_is_named_once_and_kept(
    desk: Desk, keeping: Keeping, journals: Path
) -> None:
    journals.mkdir(parents=True)
    (journals / "abc-000001.journal").write_bytes(b"x" * 100)
    look(desk, keeping)
    assert "could not be read" in desk.focus.accessibleDescription()
    desk.press("Return")
    assert desk.focus.accessibleName() == "New, empty"
    assert len([*(journals / "unread").iterdir()]) == 1
    assert find(journals, Disk()) == Findings()


def test_the_saved_file_of_what_cannot_be_read_is_offered(
    desk: Desk, keeping: Keeping, plan: Path, journals: Path
) -> None:
    stopped(journals, plan)
    (file,) = journals.iterdir()
    file.write_bytes(file.read_bytes()[:200])
    look(desk, keeping)
    press(desk, "Open the saved file")
    assert desk.window.work.path == plan
    assert not desk.window.at_start


def test_what_a_newer_program_keeps_is_told_and_left_to_it(
    desk: Desk, keeping: Keeping, plan: Path, journals: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as later:
        later.setattr(file_format, "VERSION", 2)
        stopped(journals, plan)
    before = {it: it.read_bytes() for it in journals.iterdir()}
    look(desk, keeping)
    assert (
        "“Riverbend partnership.ilead” was worked on in a newer"
        in desk.focus.accessibleDescription()
    )
    desk.press("Return")
    look(desk, keeping)  # as at the next start
    assert desk.focus.accessibleName() == "New, empty"
    assert {it: it.read_bytes() for it in journals.iterdir()} == before


def test_where_nothing_was_found_nothing_is_offered(desk: Desk, keeping: Keeping) -> None:
    look(desk, keeping)
    assert not desk.window.at_start
