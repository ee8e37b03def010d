"""Whatever is typed in whatever field: slides, documents and tables hold it as words.

Nothing in them needs mending, leads anywhere or is run: words on the page, names of shapes, what is
said of pictures, notes, titles and properties. LibreOffice opens them, and every label is there.
"""

import csv
import os
import re
import shutil
from functools import cache
from io import BytesIO, StringIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from docx import Document
from office_proof import faults, opened, squeezed
from office_reading import (
    TODAY,
    assert_inside,
    document_words,
    example,
    labels,
    shapes_of,
    slide_words,
)
from openpyxl import load_workbook
from pptx import Presentation
from strange_words import LONG, STRANGE, strange

from ilead_studio.edits import rename_workbook
from ilead_studio.handouts import make_packet
from ilead_studio.model import Workbook, pages
from ilead_studio.model.text import LABEL_MAX
from ilead_studio.office import Kind, csv_table, made, spreadsheet
from ilead_studio.office.outfit import outline_text
from ilead_studio.office.rows import tables
from ilead_studio.packet.presets import presets
from ilead_studio.packet.seen import seen_in
from ilead_studio.preview.pictured import pictures
from ilead_studio.rules.names import page_name
from ilead_studio.rules.outline import outline
from ilead_studio.storage.format import decode, encode

RUN_APART = re.compile(r"[;\t\r\n]")
"""What a spreadsheet may take for the end of a cell, whatever stands around it."""
RUNS = re.compile(r"\s*[=+@\uff1d\uff0b\uff20\uff0d-]")
IS_NUMBER = re.compile(r"-?\d+(\.\d+)?")
PAGES = "everything" if os.environ.get("ILEAD_STUDIO_PAPERS") == "all" else "team-meeting"
KINDS = ("pptx", "docx", "xlsx")


@cache
def accidents() -> Workbook:
    """Return the example with strange words everywhere, as a file can hold them."""
    return decode(encode(strange(example("attendance"), long_every=90)), "").workbook


@cache
def file_of(kind: str, preset: str = "diagrams") -> bytes:
    """Return the file of a packet to begin with, or the tables."""
    if kind == "xlsx":
        return spreadsheet(shown())
    return packed(accidents(), kind, preset)


def packed(workbook: Workbook, kind: str, preset: str) -> bytes:
    packet = next(it for it in presets(workbook) if it.name == preset).packet("abcdefghij")
    whole = make_packet(workbook, packet, TODAY)
    sort: Kind = "pptx" if kind == "pptx" else "docx"
    return made(whole.leaves, whole.outfit, sort, pictures(gray=False))


def shown() -> Workbook:
    """Return what is printed for all parties."""
    return seen_in(accidents(), presets(accidents())[-1].packet("abcdefghij")).workbook


def cells() -> set[str]:
    """Return all words of the tables."""
    rows = (row for table in tables(shown()) for row in table.rows)
    return {it for row in rows for it in row if isinstance(it, str)}


@pytest.mark.parametrize("preset", ["diagrams", PAGES])
@pytest.mark.parametrize("kind", KINDS)
def test_no_file_needs_mending_leads_anywhere_or_does_anything(kind: str, preset: str) -> None:
    assert faults(file_of(kind, preset)) == []


@pytest.mark.parametrize("kind", KINDS)
def test_whatever_the_title_is_no_file_needs_mending(kind: str) -> None:
    for title in (" ".join(STRANGE), LONG[:LABEL_MAX]):
        book = rename_workbook(example("attendance"), title)
        data = spreadsheet(book) if kind == "xlsx" else packed(book, kind, "pdsa-forms")
        assert faults(data) == []


def test_every_item_is_called_by_its_words_on_its_slide_and_in_its_notes() -> None:
    slides = [*Presentation(BytesIO(file_of("pptx"))).slides]
    properties = [it._element._nvXxPr.cNvPr for slide in slides for it in shapes_of(slide)]
    names = {it.get("name") for it in properties}
    heard = " ".join(it.get("descr", "") for it in properties)
    notes = "".join(it.notes_slide.notes_text_frame.text for it in slides if it.has_notes_slide)
    for page in pages(shown()):
        rows = outline(shown(), page)
        assert {f"{it.ref} {it.text}" for it in rows} <= names
        assert [it.text for it in rows if it.text not in heard] == []
        assert outline_text(shown(), page) in notes


def test_pictures_of_a_document_are_called_by_the_words_of_their_page() -> None:
    drawn = Document(BytesIO(file_of("docx"))).inline_shapes
    said = [it._inline.docPr.get("descr") for it in drawn]
    for page in pages(shown()):
        assert any(page_name(page) in it for it in said)


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


def listed(name: str) -> list[list[str]]:
    """Return the rows of a table as its list holds them."""
    return [*csv.reader(StringIO(csv_table(shown(), name).decode("utf-8-sig")))]


def test_no_part_of_a_list_is_a_formula_whatever_parts_its_cells() -> None:
    for table in tables(shown()):
        rows = listed(table.name)
        assert len(rows) == len(table.rows) + 1
        parts = {part for row in rows for it in row for part in RUN_APART.split(it)}
        assert [it for it in parts if RUNS.match(it) and not IS_NUMBER.fullmatch(it)] == []


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not there")
@pytest.mark.parametrize("comma", [",", ";"])
def test_libreoffice_finds_no_formula_in_a_list(tmp_path: Path, comma: str) -> None:
    found = opened({"csv": csv_table(shown(), "causes")}, tmp_path, comma)["csv"]
    assert found.does == []
    if comma == ",":
        assert found.lacks({it for row in listed("causes") for it in row}) == []


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not there")
def test_libreoffice_opens_every_file_and_finds_every_label(tmp_path: Path) -> None:
    found = opened({kind: file_of(kind) for kind in KINDS}, tmp_path)
    for kind, it in found.items():
        assert it.does == []
        assert it.lacks(cells() if kind == "xlsx" else labels(shown())) == [], kind
