"""``ilead-studio check``: what is worth a second look, and what is damaged."""

import json
from pathlib import Path

import pytest
from commandline import CommandLine
from workbooks import both, key

from ilead_studio import edits
from ilead_studio.model import Workbook
from ilead_studio.rules.advice import advice
from ilead_studio.storage.disk import Disk
from ilead_studio.storage.format import encode
from ilead_studio.storage.store import open_workbook


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def opened(name: str) -> Workbook:
    return open_workbook(Path(name), Disk()).workbook


@pytest.mark.usefixtures("folder")
def test_check_calls_a_sound_workbook_sound(run: CommandLine) -> None:
    run("new", "plan.ilead", "--example", "new-teachers")
    said = run("check", "plan.ilead")
    assert (said.code, said.err) == (0, "")
    assert json.loads(run("check", "plan.ilead", "--format", "json").out) == {"problems": []}


@pytest.mark.usefixtures("folder")
def test_check_gives_advice_one_line_each(run: CommandLine) -> None:
    run("new", "plan.ilead")
    said = run("check", "plan.ilead")
    assert (said.code, said.err) == (1, "")
    assert len(said.out.splitlines()) == 3
    assert "(head-empty)" in said.out
    found = json.loads(run("check", "plan.ilead", "--format", "json").out)["problems"]
    assert [it["rule"] for it in found] == ["head-empty", "aim-empty", "primary-drivers-count"]
    assert {it["severity"] for it in found} == {"advice"}
    assert found[0]["item"] == opened("plan.ilead").fishbones[0].id
    assert set(found[0]) == {"rule", "severity", "item", "message"}


@pytest.mark.usefixtures("folder")
def test_check_says_nothing_of_what_was_dismissed(run: CommandLine) -> None:
    run("new", "plan.ilead")
    workbook = opened("plan.ilead")
    away = edits.dismiss(workbook, "head-empty", workbook.fishbones[0].id)
    Path("plan.ilead").write_bytes(encode(away))
    found = json.loads(run("check", "plan.ilead", "--format", "json").out)["problems"]
    assert [it["rule"] for it in found] == ["aim-empty", "primary-drivers-count"]


@pytest.mark.usefixtures("folder")
def test_check_tells_which_characters_no_font_has(run: CommandLine) -> None:
    Path("notes.txt").write_text("Absence\n  Buses 🎉\n    a\n    b\n", encoding="utf-8")
    run("import", "notes.txt", "plan.ilead", "--as", "fishbone")
    found = json.loads(run("check", "plan.ilead", "--format", "json").out)["problems"]
    assert [it["rule"] for it in found] == ["character-not-in-font"]
    assert "🎉" in found[0]["message"]
    assert found[0]["item"] == opened("plan.ilead").fishbones[0].causes[0].id


@pytest.mark.usefixtures("folder")
def test_check_reports_a_file_that_another_program_changed(run: CommandLine) -> None:
    run("new", "plan.ilead", "--example", "new-teachers")
    text = json.dumps(json.loads(Path("plan.ilead").read_text(encoding="utf-8")))
    Path("plan.ilead").write_text(text, encoding="utf-8")
    said = run("check", "plan.ilead")
    assert said.code == 1
    assert "(file-notice)" in said.out


@pytest.mark.usefixtures("folder")
def test_check_lists_the_same_as_the_window(run: CommandLine) -> None:
    workbook = edits.rename(both(), key("full"), "No tutoring program")
    workbook = edits.put(workbook, [key("late")], root=True)
    Path("plan.ilead").write_bytes(encode(workbook))
    found = json.loads(run("check", "plan.ilead", "--format", "json").out)["problems"]
    assert [(it["rule"], it["item"], it["message"]) for it in found] == [
        (it.rule, it.item, it.message) for it in advice(workbook)
    ]
    assert {"root-is-hunch", "cause-is-solution", "driver-without-measure"} <= {
        it["rule"] for it in found
    }
