"""Slides, documents and tables in another language than the workbook's."""

from io import BytesIO
from zipfile import ZipFile

import pytest
from office_reading import TODAY, document_words, example, slide_words

from ilead_studio.handouts import make_packet
from ilead_studio.handouts.making import Made
from ilead_studio.office import csv_table, made, spreadsheet
from ilead_studio.packet.wished import Printed, wished_packet


@pytest.fixture(scope="module")
def spanish() -> Made:
    workbook = example("new-teachers")
    wished = wished_packet(workbook, "abcdefghij", Printed(language="es"))
    return make_packet(workbook, wished, TODAY)


def tags(data: bytes, begins: str, before: str) -> set[str]:
    """Return the languages that runs of words say they are in."""
    with ZipFile(BytesIO(data)) as file:
        parts = [file.read(it).decode() for it in file.namelist() if it.startswith(begins)]
    return {it.partition('"')[0] for part in parts for it in part.split(before)[1:]}


def test_slides_say_which_words_are_in_which_language(spanish: Made) -> None:
    data = made(spanish.leaves, spanish.outfit, "pptx")
    assert tags(data, "ppt/slides/slide", '<a:rPr lang="') == {"es", "en-US"}
    assert "Espina de pescado" in slide_words(data)


def test_a_document_says_which_words_are_in_another_language(spanish: Made) -> None:
    data = made(spanish.leaves, spanish.outfit, "docx")
    assert tags(data, "word/document", '<w:lang w:val="') == {"en-US"}
    assert tags(data, "word/styles.xml", '<w:lang w:val="') == {"es"}
    assert "Contenido" in document_words(data)


def test_tables_have_their_heads_in_the_language() -> None:
    workbook = example("new-teachers")
    assert "Causa raíz" in csv_table(workbook, "causes", "es").decode("utf-8-sig")
    assert "Root cause" in csv_table(workbook, "causes").decode("utf-8-sig")
    with ZipFile(BytesIO(spreadsheet(workbook, "es"))) as file:
        assert 'name="Impulsores"' in file.read("xl/workbook.xml").decode()
