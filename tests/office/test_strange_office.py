"""Whatever is typed in whatever field: slides, documents and tables hold it as words.

LibreOffice opens them, and every label is there.
"""

import csv
import os
import re
import shutil
import subprocess
from functools import cache
from html import unescape
from io import BytesIO, StringIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from office_reading import TODAY, assert_inside, document_words, example, labels, slide_words
from openpyxl import load_workbook
from strange_words import strange

from ilead_studio.handouts import make_packet
from ilead_studio.model import Workbook
from ilead_studio.office import csv_table, made, spreadsheet
from ilead_studio.office.rows import tables
from ilead_studio.packet.presets import presets
from ilead_studio.packet.seen import seen_in
from ilead_studio.storage.format import decode, encode

LINKS = re.compile(
    rb'TargetMode="External"|<(?:\w+:)?hyperlink|<a:hlinkClick|instrText', re.IGNORECASE
)
PAGES = "everything" if os.environ.get("ILEAD_STUDIO_PAPERS") == "all" else "team-meeting"
FLAT = {"pptx": "fodp", "docx": "fodt", "xlsx": "fods"}
"""Into what LibreOffice turns each kind of file: its own words, as one file of XML."""
_TAG = re.compile(r"<[^>]*>")


@cache
def accidents() -> Workbook:
    """Return the example with strange words everywhere, as a file can hold them."""
    return decode(encode(strange(example("attendance"), long_every=90)), "").workbook


@cache
def file_of(kind: str, preset: str = "diagrams") -> bytes:
    """Return the file of a packet to begin with, or the tables."""
    if kind == "xlsx":
        return spreadsheet(shown())
    packet = next(it for it in presets(accidents()) if it.name == preset).packet("abcdefghij")
    whole = make_packet(accidents(), packet, TODAY)
    return made(whole.leaves, whole.outfit, "pptx" if kind == "pptx" else "docx")


def shown() -> Workbook:
    """Return what is printed for all parties."""
    return seen_in(accidents(), presets(accidents())[-1].packet("abcdefghij")).workbook


def cells() -> set[str]:
    """Return all words of the tables."""
    rows = (row for table in tables(shown()) for row in table.rows)
    return {it for row in rows for it in row if isinstance(it, str)}


def squeezed(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("kind", FLAT)
def test_no_file_leads_anywhere(kind: str) -> None:
    with ZipFile(BytesIO(file_of(kind, PAGES))) as file:
        assert [it for it in file.namelist() if LINKS.search(file.read(it))] == []


def test_every_label_is_on_slides_and_in_the_document() -> None:
    for words in (slide_words(file_of("pptx")), document_words(file_of("docx"))):
        whole = squeezed(words)
        assert [it for it in labels(shown()) if squeezed(it) not in whole] == []
    assert_inside(file_of("pptx"))


def test_no_cell_is_a_formula() -> None:
    book = load_workbook(BytesIO(file_of("xlsx")))
    cells = [it for sheet in book.worksheets for row in sheet.iter_rows() for it in row]
    assert {it.data_type for it in cells} <= {"s", "n", "d", "b"}
    with ZipFile(BytesIO(file_of("xlsx"))) as file:
        words = b"".join(file.read(it) for it in file.namelist())
    assert b"_x005F_x000D_" in words
    assert b"}_x000D_" not in words, "it would be read as the end of a line"
    for table in tables(shown()):
        text = csv_table(shown(), table.name).decode("utf-8-sig")
        rows = [*csv.reader(StringIO(text))]
        assert len(rows) == len(table.rows) + 1
        assert not any(
            it.startswith(("=", "+", "@", "\t", "\r", "-1+")) for row in rows for it in row
        )


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not there")
def test_libreoffice_opens_every_file_and_finds_every_label(tmp_path: Path) -> None:
    for kind, flat in FLAT.items():
        (tmp_path / f"all.{kind}").write_bytes(file_of(kind))
        subprocess.run(
            ["soffice", f"-env:UserInstallation={(tmp_path / 'office').as_uri()}", "--headless",
             "--convert-to", flat, "--outdir", str(tmp_path), str(tmp_path / f"all.{kind}")],
            capture_output=True, check=True, timeout=180,
        )  # fmt: skip
        text = (tmp_path / f"all.{flat}").read_text("utf-8")
        whole = squeezed(unescape(_TAG.sub("", text)))
        wanted = cells() if kind == "xlsx" else labels(shown())
        assert [it for it in wanted if squeezed(it) not in whole] == [], kind
