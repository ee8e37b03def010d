"""Slides, documents and tables from the command line."""

import ast
from pathlib import Path

import pytest
from commandline import CommandLine
from pypdf import PdfReader

ROOT = Path(__file__).parent.parent


@pytest.mark.parametrize("name", ["it.pptx", "it.docx", "it.xlsx"])
def test_export_makes_files_for_other_programs(run: CommandLine, tmp_path: Path, name: str) -> None:
    book, out = tmp_path / "it.ilead", tmp_path / name
    run("new", book, "--example", "new-teachers")
    assert f"“{name}” was written: " in run("export", book, out, "--page", "F1").out
    assert out.read_bytes().startswith(b"PK")


def test_export_makes_one_table_which_is_named(run: CommandLine, tmp_path: Path) -> None:
    book, out = tmp_path / "it.ilead", tmp_path / "it.csv"
    run("new", book, "--example", "new-teachers")
    run("export", book, out).assert_refused("There are: causes, drivers, ideas")
    assert not out.exists()
    assert run("export", book, out, "--pages", "causes").code == 0
    assert "Inadequate feedback" in out.read_text("utf-8-sig")


def test_a_poster_is_a_pdf(run: CommandLine, tmp_path: Path) -> None:
    book, out = tmp_path / "it.ilead", tmp_path / "it.pptx"
    run("new", book, "--example", "new-teachers")
    run("export", book, out, "--poster").assert_refused("A poster is a PDF")


def test_the_libraries_are_imported_when_a_file_is_made() -> None:
    tree = ast.parse((ROOT / "ilead_studio" / "office" / "__init__.py").read_text("utf-8"))
    named = [it.module for it in tree.body if isinstance(it, ast.ImportFrom)]
    assert "ilead_studio.office.outfit" in named
    assert not {"slides", "document", "tables"} & {str(it).split(".")[-1] for it in named}


def test_export_says_its_sentences_in_another_language(run: CommandLine, tmp_path: Path) -> None:
    book, out = tmp_path / "it.ilead", tmp_path / "it.csv"
    run("new", book, "--example", "new-teachers")
    run("export", book, out, "--pages", "causes", "--language", "es-MX")
    assert "Causa raíz" in out.read_text("utf-8-sig")
    pdf = tmp_path / "it.pdf"
    assert run("export", book, pdf, "--page", "F1", "--language", "español").code == 0
    assert PdfReader(pdf).trailer["/Root"]["/Lang"] == "es"


def test_a_language_without_sentences_is_refused_and_those_there_are_are_named(
    run: CommandLine, tmp_path: Path
) -> None:
    book = tmp_path / "it.ilead"
    run("new", book, "--example", "new-teachers")
    there = run("export", book, tmp_path / "it.pdf", "--language", "fr")
    there.assert_refused("Packets are not printed in “fr”. Choose one of: en, es.")
    run("export", book, tmp_path / "it.svg", "--language", "es").assert_refused("end in .pdf")
