"""``ilead-studio diff A B``: what changed, in words; its exit code is that of diff."""

import json
from pathlib import Path

import pytest
from commandline import CommandLine
from workbooks import both, key

from ilead_studio import edits
from ilead_studio.model import Workbook
from ilead_studio.storage.format import encode


@pytest.fixture
def old(tmp_path: Path) -> Path:
    return kept(tmp_path / "old.ilead", both())


def kept(path: Path, workbook: Workbook) -> Path:
    path.write_bytes(encode(workbook))
    return path


@pytest.fixture
def new(tmp_path: Path) -> Path:
    workbook = edits.rename(both(), key("late"), "Buses wait at the bridge")
    workbook = edits.put(workbook, [key("hour")], parties=(key("party"),))
    return kept(tmp_path / "new.ilead", edits.delete(workbook, [key("work")]))


def test_equal_workbooks_differ_in_nothing(run: CommandLine, old: Path) -> None:
    said = run("diff", old, old)
    assert (said.code, said.out, said.err) == (0, "Nothing changed.\n", "")


def test_each_page_says_what_changed_on_it(run: CommandLine, old: Path, new: Path) -> None:
    said = run("diff", old, new)
    assert (said.code, said.err) == (1, "")
    assert said.out.splitlines() == [
        "Why?",
        "  Removed: Parents work early, under “Home” (C6)",
        "  Reworded: Buses wait at the bridge, was “Buses come late” (C2)",
        "",
        "Reading",
        "  Changed: Quiet hour, parties: also “Northfield Schools” (I2)",
    ]


def test_the_same_as_json(run: CommandLine, old: Path, new: Path) -> None:
    said = run("diff", old, new, "--format", "json")
    removed, reworded, changed = json.loads(said.out)["changes"]
    assert said.code == 1
    assert (removed["sort"], removed["item"], removed["page"]) == (
        "removed", key("work"), key("head"),
    )  # fmt: skip
    assert removed["parts"][0]["record"]["text"] == "Parents work early"
    assert reworded["message"] == "Reworded: Buses wait at the bridge, was “Buses come late”"
    assert reworded["parts"] == [{
        "what": "changed", "kind": "cause", "id": key("late"), "field": "text",
        "was": "Buses come late", "now": "Buses wait at the bridge",
    }]  # fmt: skip
    assert changed["parts"][0]["now"] == [key("party")]


def test_nothing_as_json(run: CommandLine, old: Path) -> None:
    said = run("diff", old, old, "--format", "json")
    assert (said.code, json.loads(said.out)) == (0, {"changes": []})


def test_days_and_cycles_as_json(run: CommandLine, old: Path, tmp_path: Path) -> None:
    example = run("new", tmp_path / "it.ilead", "--example", "attendance")
    assert example.code == 0
    said = run("diff", old, tmp_path / "it.ilead", "--format", "json")
    assert said.code == 1
    assert {it["sort"] for it in json.loads(said.out)["changes"]} >= {"added", "removed"}


def test_what_cannot_be_opened_is_refused(run: CommandLine, old: Path, tmp_path: Path) -> None:
    run("diff", old, tmp_path / "none.ilead").assert_refused("none.ilead")
    (tmp_path / "bad.ilead").write_bytes(b"no workbook")
    run("diff", tmp_path / "bad.ilead", old, "--format", "json").assert_refused("bad.ilead")
    run("diff", "-", "-").assert_refused("only one")
    run("diff", old).assert_refused("B")
