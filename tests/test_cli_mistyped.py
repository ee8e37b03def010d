"""A command that is mistyped: what is near is named, and files still open in the window."""

from pathlib import Path

import pytest
from commandline import CommandLine

from ilead_studio import commands


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[Path | None]:
    """Files that a window was asked to open, from an empty folder."""
    asked: list[Path | None] = []

    def open_window(file: Path | None, *_: object) -> int:
        asked.append(file)
        return 0

    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(commands, "open_window", open_window)
    return asked


@pytest.mark.parametrize(
    ("words", "near"),
    [
        (["merg", "a.ilead", "b.ilead"], "merge"),
        (["merg"], "merge"),
        (["Export", "a.ilead", "a.pdf", "--for", "all"], "export"),
        (["removenames", "a.ilead", "b.ilead"], "remove-names"),
        (["handover", "a.ilead", "b.ilead"], "hand-over"),
        (["colect", "a.ilead", "a.pdf"], "collect"),
    ],
)
def test_the_nearest_command_is_named(
    run: CommandLine, opened: list[Path | None], words: list[str], near: str
) -> None:
    run(*words).assert_refused(
        f"There is no command and no file “{words[0]}”; the nearest command is"
        f" “ilead-studio {near}”."
    )
    assert opened == []


def test_what_is_near_no_command_is_told_where_they_are_listed(
    run: CommandLine, opened: list[Path | None]
) -> None:
    said = run("frobnicate", "a.ilead")
    said.assert_refused("no command and no file “frobnicate”", "ilead-studio --help")
    assert "unrecognized" not in said.err


def test_a_command_for_the_window_only_is_never_named(
    run: CommandLine, opened: list[Path | None]
) -> None:
    assert "nearest" not in run("previe", "a.ilead").err


@pytest.mark.parametrize("name", ["merg", "plan.ilead", "exports"])
def test_a_file_that_is_there_opens_however_it_is_called(
    run: CommandLine, opened: list[Path | None], name: str
) -> None:
    Path(name).write_text("")
    assert run(name).code == 0
    assert opened == [Path(name)]


@pytest.mark.parametrize("name", ["plan.ilead", "check.txt", "there/merge", "Minutes"])
def test_a_file_that_is_not_there_is_left_to_the_window(
    run: CommandLine, opened: list[Path | None], name: str
) -> None:
    assert run(name).code == 0
    assert opened == [Path(name)]
