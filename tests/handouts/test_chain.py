"""The whole chain on real input: published outlines become workbooks, pages and pictures."""

import re
from html import unescape
from pathlib import Path

import pytest
from commandline import CommandLine
from pdf_reading import ua_faults
from printing import extracted, inked, needs_poppler

from ilead_studio.resources import resource

OURS = sorted(resource("examples").glob("*.txt"))
HANDED_DOWN = sorted((Path(__file__).parents[3] / "shared" / "data" / "examples").glob("*.txt"))
PREFIX = re.compile(r"^(?:head|aim|idea|measure): ")


def labels(file: Path, but: str = "#") -> list[str]:
    """Return what the lines of an outline say, without indent, prefix and comments."""
    lines = (line.strip() for line in file.read_text("utf-8").splitlines())
    return [PREFIX.sub("", line) for line in lines if line and not line.startswith(("#", but))]


@needs_poppler
@pytest.mark.parametrize("source", [*OURS, *HANDED_DOWN], ids=lambda path: path.stem)
def test_an_outline_becomes_pages_that_hold_every_label(
    source: Path, run: CommandLine, tmp_path: Path
) -> None:
    kind = "fishbone" if "fishbone" in source.stem else "theory"
    book, pdf, svg = (tmp_path / f"it.{suffix}" for suffix in ("ilead", "pdf", "svg"))
    assert run("import", source, book, "--as", kind).code == 0
    assert run("check", book).code in (0, 1)
    assert run("export", book, pdf).code == 0
    assert run("export", book, svg).code == 0

    data = pdf.read_bytes()
    assert ua_faults(data) == []
    inked(data, tmp_path)
    on_paper = extracted(data)
    drawn = " ".join(unescape(svg.read_text("utf-8")).split())
    for words in labels(source):
        assert " ".join(words.split()) in on_paper
    for words in labels(source, "measure: "):
        assert " ".join(words.split()) in drawn
