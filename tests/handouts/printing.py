"""Runs poppler's tools on a PDF, where they are installed."""

import shutil
import subprocess
from pathlib import Path

import pytest

needs_poppler = pytest.mark.skipif(
    not (shutil.which("pdftoppm") and shutil.which("pdftotext")), reason="poppler is not there"
)


def extracted(pdf: bytes) -> str:
    """Return the words that pdftotext finds, with every run of white space as one space."""
    run = subprocess.run(["pdftotext", "-", "-"], input=pdf, capture_output=True, check=True)
    assert run.stderr == b""
    return " ".join(run.stdout.decode("utf-8").split())


def inked(pdf: bytes, folder: Path, dots: int = 40) -> list[list[bytes]]:
    """Render every page in grey at so many dots an inch; returns the rows of each page.

    Rendering must not complain.
    """
    run = subprocess.run(
        ["pdftoppm", "-gray", "-r", str(dots), "-", str(folder / "page")],
        input=pdf, capture_output=True, check=True,
    )  # fmt: skip
    assert run.stderr == b""
    return [_rows(path.read_bytes()) for path in sorted(folder.glob("page*.pgm"))]


def _rows(pgm: bytes) -> list[bytes]:
    kind, width, height, _, *rest = pgm.split(maxsplit=4)
    assert kind == b"P5"
    wide, data = int(width), pgm[-int(width) * int(height) :]
    assert rest
    return [data[at : at + wide] for at in range(0, len(data), wide)]
