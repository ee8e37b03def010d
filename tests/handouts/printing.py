"""Prints packets, and runs poppler's tools on a PDF, where they are installed."""

import shutil
import subprocess
from datetime import date
from pathlib import Path

import pytest
from workbooks import key

from ilead_studio.handouts import Handout, make_packet, packet_pdf
from ilead_studio.model import Packet, PrintedPage, Workbook, replace
from ilead_studio.packet.presets import presets

TODAY = date(2026, 11, 24)

needs_poppler = pytest.mark.skipif(
    not (shutil.which("pdftoppm") and shutil.which("pdftotext")), reason="poppler is not there"
)


def printed(workbook: Workbook, paper: str = "letter") -> Handout:
    """Print all diagrams and their outlines, with a title page."""
    return of_packet(workbook, replace(presets(workbook)[0].packet(key("packet")), paper=paper))


def of_packet(workbook: Workbook, packet: Packet) -> Handout:
    """Print a packet."""
    made = make_packet(workbook, packet, TODAY)
    return packet_pdf(made.leaves, made.outfit)


def of_pages(workbook: Workbook, *pages: PrintedPage, **fields: object) -> Handout:
    """Print pages, with ``fields`` of their packet."""
    packet = Packet(id=key("packet"), name="Packet", pages=pages)
    return of_packet(workbook, replace(packet, **fields))


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
