"""Lines to write on for what is left of a sheet of a document end where the sheet does."""

import shutil
import subprocess
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from docx import Document
from office_reading import TODAY, example, packed

from ilead_studio.handouts import make_packet
from ilead_studio.model import PaperName, replace
from ilead_studio.office import made
from ilead_studio.packet.blocks import Block, Cell, Column, Item, Lines, Listing, Table, Text, plain
from ilead_studio.packet.leaf import Leaf
from ilead_studio.packet.wished import Printed, wished_packet


def document(*blocks: Block) -> list[str]:
    """Return the paragraphs of a document with a page of blocks."""
    data = made([Leaf("Page", "Page", blocks)], packed("attendance").outfit, "docx")
    return [it.text for it in Document(BytesIO(data)).paragraphs]


def lines_below(number: int) -> int:
    """Return on how many lines there is room to write below so many paragraphs."""
    told = document(*[Text(plain("A sentence."))] * number, Lines(heading="My notes"))
    assert ("My notes" in told) == ("\t" in told)
    return told.count("\t")


def test_there_are_as_many_lines_as_have_room_and_none_on_a_further_sheet() -> None:
    found = [lines_below(number) for number in range(25, 42)]
    assert found == sorted(found, reverse=True)
    assert (found[0], found[-1]) == (6, 0)
    assert {*found} == {0, 2, 3, 4, 5, 6}, "one line alone is worth no heading"


def test_lines_that_belong_to_something_are_all_there() -> None:
    assert document(*[Text(plain("A sentence."))] * 39, Lines(4)).count("\t") == 4


def test_rows_of_tables_and_long_lists_fill_a_sheet_too() -> None:
    rows = tuple((Cell((plain("A cell."),)),) for _ in range(46))
    table = Table("Rows", (Column("Head", 1),), rows)
    assert document(table, Lines()).count("\t") == 0
    items = tuple(Item(plain("An entry of a list.")) for _ in range(60))
    assert document(Listing(items, "dot"), Lines()).count("\t") == 6, "on the second sheet"


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not there")
@pytest.mark.parametrize("paper", ["letter", "a4"])
def test_every_cycle_is_one_sheet_in_a_word_processor(paper: PaperName, tmp_path: Path) -> None:
    workbook = example("attendance")
    packet = wished_packet(workbook, "abcdefghij", Printed(pages=("cycle",)))
    printed = make_packet(workbook, replace(packet, paper=paper), TODAY)
    (tmp_path / "it.docx").write_bytes(made(printed.leaves, printed.outfit, "docx"))
    home = f"-env:UserInstallation={(tmp_path / 'office').as_uri()}"
    subprocess.run(
        ["soffice", home, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path),
         str(tmp_path / "it.docx")],
        capture_output=True, check=True, timeout=180,
    )  # fmt: skip
    with pypdfium2.PdfDocument(tmp_path / "it.pdf") as shown:
        assert len(shown) == len(printed.leaves)
