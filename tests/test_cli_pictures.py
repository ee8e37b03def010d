"""Pictures from the command line: some branches, any fineness, on paper or on nothing."""

from pathlib import Path

import pytest
from commandline import CommandLine


def test_export_makes_a_picture_of_some_branches_on_nothing(
    run: CommandLine, tmp_path: Path
) -> None:
    book, whole, part = (tmp_path / name for name in ("it.ilead", "whole.svg", "part.svg"))
    run("new", book, "--example", "new-teachers")
    run("export", book, whole)
    assert run("export", book, part, "--items", "C6,c1", "--transparent").code == 0
    drawn = part.read_text("utf-8")
    assert "Inadequate feedback" in drawn
    assert "Feedback givers lack expertise" in drawn
    assert "Poor working conditions" not in drawn
    assert "Poor working conditions" in whole.read_text("utf-8")
    assert drawn.count("<rect") < whole.read_text("utf-8").count("<rect")


@pytest.mark.parametrize(
    "words", [("--items", "Z9"), ("--dpi", "5"), ("--dpi", "9999"), ("--dpi", "many")]
)
def test_export_refuses_what_makes_no_picture(
    run: CommandLine, tmp_path: Path, words: tuple[str, str]
) -> None:
    book, out = tmp_path / "it.ilead", tmp_path / "it.png"
    run("new", book, "--example", "new-teachers")
    run("export", book, out, *words).assert_refused()
    assert not out.exists()
