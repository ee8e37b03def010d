"""Whether another program opens what is made for it: LibreOffice reads it, and makes a PDF of it.

It takes seconds to begin, so that this is no ordinary test.
"""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "office"))

from office_proof import faults, opened
from office_reading import TODAY, assert_inside, example, labels, packed, plain_words, shown
from strange_words import strange

from ilead_studio.handouts import make_packet
from ilead_studio.model import Packet
from ilead_studio.office import Kind, csv_table, made, spreadsheet
from ilead_studio.packet.presets import presets
from ilead_studio.packet.seen import seen_in
from ilead_studio.preview.pictured import pictures
from ilead_studio.storage.format import decode, encode

needed = shutil.which("soffice") and shutil.which("pdftotext")


@pytest.mark.skipif(not needed, reason="LibreOffice or poppler is not there")
@pytest.mark.parametrize("name", ["attendance", "new-teachers"])
def test_another_program_opens_every_file_and_finds_every_label(name: str, tmp_path: Path) -> None:
    printed = packed(name)
    files = {
        "slides.pptx": made(printed.leaves, printed.outfit, "pptx"),
        "document.docx": made(printed.leaves, printed.outfit, "docx"),
        "tables.xlsx": spreadsheet(shown(name)),
        "table.csv": csv_table(example(name), "causes"),
    }
    for file, data in files.items():
        (tmp_path / file).write_bytes(data)
    home = f"-env:UserInstallation=file://{tmp_path}/home"
    subprocess.run(
        ["soffice", home, "--headless", "--convert-to", "pdf", "--outdir", tmp_path,
         *(tmp_path / it for it in files)],
        check=True, capture_output=True, timeout=300,
    )  # fmt: skip
    for file in files:
        words = _words(tmp_path / file.replace(file.split(".")[-1], "pdf"))
        missing = {it for it in labels(shown(name)) if it not in words}
        assert not missing or file.startswith("table"), (file, missing)
        assert words


@pytest.mark.skipif(not needed, reason="LibreOffice or poppler is not there")
@pytest.mark.parametrize("long_every", [9, 90])
@pytest.mark.parametrize("name", ["attendance", "new-teachers"])
def test_whatever_is_typed_in_every_field_every_page_opens_whole(
    name: str, long_every: int, tmp_path: Path
) -> None:
    book = decode(encode(strange(example(name), long_every)), "").workbook
    kinds: tuple[Kind, ...] = ("pptx", "docx")
    seen = seen_in(book, Packet(id="abcdefghij", name="All")).workbook
    files = {"xlsx": spreadsheet(seen)}
    for preset in presets(book):
        printed = make_packet(book, preset.packet("abcdefghij"), TODAY)
        for kind in kinds:
            data = made(printed.leaves, printed.outfit, kind, pictures(gray=False))
            assert faults(data) == [], preset.name
            files[kind] = data  # the last one is of every kind of page
    assert faults(files["xlsx"]) == []
    for kind, it in opened(files, tmp_path).items():
        assert it.does == [], kind
        assert kind == "xlsx" or it.lacks(labels(seen)) == []


def test_every_kind_of_page_stays_inside_its_slides() -> None:
    printed = packed("attendance", "everything")
    assert_inside(made(printed.leaves, printed.outfit, "pptx"))


def _words(pdf: Path) -> str:
    run = subprocess.run(["pdftotext", "-raw", pdf, "-"], capture_output=True, check=True)
    return plain_words(run.stdout.decode("utf-8"))
