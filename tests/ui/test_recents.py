"""The list of recent workbooks: what it keeps, and that nothing it meets can harm."""

import json
import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hands import WHEN
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot
from workbooks import chained, key

from ilead_studio import edits
from ilead_studio.edits.party_view import seen_by
from ilead_studio.model import FACILITATOR, Workbook, new_ids
from ilead_studio.resources import resource
from ilead_studio.rules.visibility import EVERYBODY
from ilead_studio.storage.disk import Disk
from ilead_studio.storage.sealed import Sealed
from ilead_studio.storage.settings import Settings
from ilead_studio.storage.store import open_workbook, save_workbook
from ilead_studio.surroundings import Surroundings
from ilead_studio.ui.canvas.thumbnail import image_in
from ilead_studio.ui.files import remembering
from ilead_studio.ui.files.recents import (
    MOST,
    Recent,
    RecentList,
    held,
    since_words,
    when_words,
    where_words,
)
from ilead_studio.ui.files.remembering import Remembering
from ilead_studio.ui.window import settings_of
from ilead_studio.ui.work import Work

EXAMPLE = resource("examples", "new-teachers.ilead")


@pytest.fixture
def settings(around: Surroundings) -> Settings:
    return settings_of(around.places)


@pytest.fixture
def recents(around: Surroundings, settings: Settings) -> RecentList:
    return RecentList(around.places, settings)


def file_of(around: Surroundings) -> Path:
    """Return the file of the list, its folder made."""
    file = around.places.settings.with_name("recents.json")
    file.parent.mkdir(parents=True, exist_ok=True)
    return file


def test_the_newest_comes_first_and_each_workbook_once(recents: RecentList, tmp_path: Path) -> None:
    for number, name in enumerate(("a", "b", "a")):
        when = WHEN + timedelta(hours=number)
        recents.note(tmp_path / f"{name}.ilead", Workbook(title=f"Title {number}"), when)
    assert [it.title for it in recents.read()] == ["Title 2", "Title 1"]


def test_twelve_are_kept_and_the_pictures_of_others_go(recents: RecentList, tmp_path: Path) -> None:
    first = recents.picture_of(tmp_path / "0.ilead")
    first.parent.mkdir(parents=True)
    first.write_bytes(b"")
    for number in range(MOST + 3):
        when = WHEN + timedelta(hours=number)
        recents.note(tmp_path / f"{number}.ilead", Workbook(), when)
    assert len(recents.read()) == MOST
    assert recents.read()[0].title == str(MOST + 2)
    assert not first.exists()


def test_a_name_with_broken_letters_is_not_listed(recents: RecentList, tmp_path: Path) -> None:
    recents.note(tmp_path / os.fsdecode(b"caf\xe9.ilead"), Workbook(), WHEN)
    assert recents.read() == ()


def test_a_list_knows_how_much_there_is(recents: RecentList) -> None:
    recents.note(EXAMPLE, open_workbook(EXAMPLE, Disk()).workbook, WHEN)
    assert held(recents.read()[0]) == "24 causes, 12 drivers, 8 change ideas"


def test_taking_off_leaves_the_file_alone(recents: RecentList, tmp_path: Path) -> None:
    file = tmp_path / "a.ilead"
    file.write_text("words")
    recents.note(file, Workbook(), WHEN)
    recents.take_off(file)
    assert recents.read() == ()
    assert file.read_text() == "words"


def test_switched_off_forgets_all_and_notes_no_more(recents: RecentList, tmp_path: Path) -> None:
    recents.note(tmp_path / "a.ilead", Workbook(), WHEN)
    recents.keep(False)
    recents.note(tmp_path / "b.ilead", Workbook(), WHEN)
    assert recents.read() == ()
    recents.keep(True)
    assert recents.read() == ()


SOUND = {"path": "/a.ilead", "title": "A", "when": "2026-11-24T10:42:00Z"}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "null",
        "[1, 2]",
        "\ud800",
        '[{"path": 3}]',
        json.dumps([SOUND | {"when": "yesterday"}]),
        json.dumps([SOUND | {"when": "2026-11-24T10:42:00"}]),
        json.dumps([SOUND | {"causes": -1}]),
        json.dumps([SOUND | {"causes": 10**9}]),
        json.dumps([SOUND | {"path": "../a.ilead"}]),
        json.dumps([SOUND | {"path": "/a\u0000.ilead"}]),
        json.dumps([SOUND | {"path": ""}]),
        "[" * 5_000,
        json.dumps([SOUND] * 5_000),
    ],
)
@pytest.mark.parametrize("is_sealed", [False, True])
def test_a_damaged_list_is_an_empty_list(
    recents: RecentList, around: Surroundings, text: str, is_sealed: bool
) -> None:
    data = text.encode("utf-8", "surrogatepass")
    if is_sealed:
        Sealed(file_of(around), Disk()).write(data)
    else:
        file_of(around).write_bytes(data)
    assert recents.read() == ()
    recents.note(EXAMPLE, Workbook(title="New"), WHEN)
    assert [it.title for it in recents.read()] == ["New"]


def test_many_entries_and_twins_are_cut(recents: RecentList, around: Surroundings) -> None:
    many = [SOUND | {"path": f"/{number % 20}.ilead"} for number in range(300)]
    Sealed(file_of(around), Disk()).write(json.dumps(many).encode())
    assert len(recents.read()) == MOST


def test_a_folder_in_the_place_of_the_list_is_put_aside(
    recents: RecentList, around: Surroundings
) -> None:
    (file_of(around) / "inside").mkdir(parents=True)
    assert recents.read() == ()
    assert "“recents.json” is damaged" in recents.notice
    recents.note(EXAMPLE, Workbook(), WHEN)
    assert len(recents.read()) == 1
    assert file_of(around).with_name("recents.json.damaged").is_dir()


def test_places_that_cannot_be_written_are_no_accident(
    around: Surroundings, settings: Settings
) -> None:
    around.places.cache.parent.mkdir(parents=True, exist_ok=True)
    around.places.cache.write_text("a file where a folder should be")
    RecentList(around.places, settings).note(EXAMPLE, Workbook(), WHEN)
    assert len(RecentList(around.places, settings).read()) == 1


@pytest.mark.parametrize(
    ("when", "words"),
    [
        (WHEN, "Today, 10:42"),
        (WHEN - timedelta(days=1), "Yesterday, 10:42"),
        (WHEN - timedelta(days=4), "Friday, 10:42"),
        (WHEN - timedelta(days=30), "25 October"),
        (WHEN - timedelta(days=400), "20 October 2025"),
        (WHEN + timedelta(days=2), "26 November"),
        (datetime(1, 1, 1, tzinfo=UTC), "1 January 1"),
    ],
)
def test_when_is_said_as_people_do(when: datetime, words: str) -> None:
    assert when_words(when, WHEN) == words


@pytest.mark.parametrize(
    ("ago", "words"),
    [
        (timedelta(minutes=1), "since 10:41"),
        (timedelta(days=1), "since yesterday, 10:42"),
        (timedelta(days=2), "since Sunday, 10:42"),
        (timedelta(days=21), "since 3 November"),
    ],
)
def test_since_when_is_said_within_a_sentence(ago: timedelta, words: str) -> None:
    assert since_words(WHEN - ago, WHEN) == words


def test_a_time_outside_the_calendar_is_left_out() -> None:
    far = WHEN.astimezone(datetime.strptime("+0900", "%z").tzinfo)
    assert when_words(datetime.max.replace(tzinfo=UTC), far) == ""
    assert since_words(datetime.max.replace(tzinfo=UTC), far) == ""


def test_where_is_said_in_two_parts(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    assert where_words(tmp_path / "Documents" / "Partnership" / "a.ilead") == (
        "Documents / Partnership"
    )
    assert where_words(tmp_path / "a.ilead") == "Home folder"
    assert where_words(Path("/net/school/shared/a.ilead")) == "school / shared"


# --- pictures ------------------------------------------------------------------------------------
@pytest.mark.parametrize("data", [b"", b"no picture", b"\x89PNG\r\n\x1a\n" + b"\0" * 40])
def test_a_picture_that_cannot_be_read_is_none(qapp: object, data: bytes) -> None:
    assert image_in(data, QSize(132, 88)) is None


def test_a_picture_is_scaled_into_its_place(qapp: object, tmp_path: Path) -> None:
    image = QImage(400, 100, QImage.Format.Format_RGB32)
    image.fill(QColor("#00598c"))
    image.save(str(tmp_path / "a.png"))
    made = image_in((tmp_path / "a.png").read_bytes(), QSize(132, 88))
    assert made is not None
    assert (made.width(), made.height()) == (132, 33)


# --- noting --------------------------------------------------------------------------------------
@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Path, Path]]:
    """What a process of its own was asked to draw."""
    asked: list[tuple[Path, Path]] = []
    monkeypatch.setattr(remembering, "draw_apart", lambda file, out: asked.append((file, out)))
    return asked


def test_opening_and_saving_are_noted_a_moment_later(
    qtbot: QtBot,
    around: Surroundings,
    settings: Settings,
    recents: RecentList,
    drawn: list[tuple[Path, Path]],
    tmp_path: Path,
) -> None:
    work = Work(Workbook(), new_ids(1))
    Remembering(work, around, settings)
    work.filed.emit()
    assert recents.read() == ()
    work.take(open_workbook(EXAMPLE, Disk()))
    assert recents.read() == ()  # no picture of a window waits for the list
    qtbot.waitUntil(lambda: len(drawn) == 1)
    assert [it.file for it in recents.read()] == [EXAMPLE]
    assert drawn == [(EXAMPLE, recents.picture_of(EXAMPLE))]
    stamp = save_workbook(work.workbook, tmp_path / "b.ilead", Disk(), None)
    work.saved_as(work.workbook, tmp_path / "b.ilead", stamp)
    qtbot.waitUntil(lambda: len(drawn) == 2)
    assert {it.file.name for it in recents.read()} == {"b.ilead", EXAMPLE.name}


def test_closing_at_once_notes_it_all_the_same(
    qapp: object,
    around: Surroundings,
    settings: Settings,
    recents: RecentList,
    drawn: list[tuple[Path, Path]],
) -> None:
    work = Work(Workbook(), new_ids(1))
    noting = Remembering(work, around, settings)
    work.take(open_workbook(EXAMPLE, Disk()))
    noting.note_now()
    assert [it.file for it in recents.read()] == [EXAMPLE]
    assert drawn == []


def test_no_step_of_work_is_noted(
    qtbot: QtBot, around: Surroundings, settings: Settings, recents: RecentList,
    drawn: list[tuple[Path, Path]],
) -> None:  # fmt: skip
    work = Work(Workbook(), new_ids(1))
    noting = Remembering(work, around, settings)
    work.take(open_workbook(EXAMPLE, Disk()))
    qtbot.waitUntil(lambda: len(drawn) == 1)
    recents.take_off(EXAMPLE)
    work.filed.emit()
    noting.note_now()
    assert recents.read() == ()


def test_the_picture_is_drawn_by_a_process_of_its_own(
    qtbot: QtBot, recents: RecentList, tmp_path: Path
) -> None:
    out = tmp_path / "a.png"
    remembering.draw_apart(EXAMPLE, out)
    size = QSize(132, 88)
    qtbot.waitUntil(
        lambda: out.exists() and image_in(out.read_bytes(), size) is not None, timeout=20_000
    )


def picture(qtbot: QtBot, workbook: Workbook, folder: Path) -> bytes:
    """Return the picture that is drawn of a workbook."""
    file, out = folder / "it.ilead", folder / "it.png"
    save_workbook(workbook, file, Disk(), None)
    remembering.draw_apart(file, out)
    qtbot.waitUntil(out.exists, timeout=20_000)
    drawn = out.read_bytes()
    file.unlink()
    out.unlink()
    return drawn


def test_the_picture_shows_nothing_that_is_private(qtbot: QtBot, tmp_path: Path) -> None:
    book = edits.show_only(chained(), [key("late")], FACILITATOR)
    without = seen_by(book, EVERYBODY)
    assert picture(qtbot, book, tmp_path) == picture(qtbot, without, tmp_path)


def test_the_last_picture_goes_when_something_is_private(
    qtbot: QtBot, around: Surroundings, settings: Settings, recents: RecentList,
    drawn: list[tuple[Path, Path]], tmp_path: Path,
) -> None:  # fmt: skip
    file = tmp_path / "it.ilead"
    last = recents.picture_of(file)
    last.parent.mkdir(parents=True)
    last.write_bytes(b"picture")
    save_workbook(edits.show_only(chained(), [key("late")], FACILITATOR), file, Disk(), None)
    work = Work(Workbook(), new_ids(1))
    Remembering(work, around, settings)
    work.take(open_workbook(file, Disk()))
    qtbot.waitUntil(lambda: len(drawn) == 1)
    assert not last.exists()


def test_what_becomes_private_is_drawn_anew_when_it_is_saved_by_itself(
    qtbot: QtBot, around: Surroundings, settings: Settings, drawn: list[tuple[Path, Path]],
    tmp_path: Path,
) -> None:  # fmt: skip
    file = tmp_path / "it.ilead"
    save_workbook(chained(), file, Disk(), None)
    work = Work(Workbook(), new_ids(1))
    noting = Remembering(work, around, settings)
    work.take(open_workbook(file, Disk()))
    qtbot.waitUntil(lambda: len(drawn) == 1)
    work.saved_by_itself.emit(work.workbook)
    assert not noting._pause.isActive()
    work.step("hide", lambda book: edits.show_only(book, [key("late")], FACILITATOR))
    work.saved_by_itself.emit(work.workbook)
    qtbot.waitUntil(lambda: len(drawn) == 2)


def test_a_recent_workbook_is_read_whatever_else_a_newer_program_wrote() -> None:
    made = Recent.model_validate({**SOUND, "colour": "blue"})
    assert made.file == Path("/a.ilead")
