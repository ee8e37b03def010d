"""The examples that come with the program."""

import runpy
from pathlib import Path

import pytest

from ilead_studio.model import Workbook, pages
from ilead_studio.resources import resource
from ilead_studio.rules.advice import advice
from ilead_studio.storage.disk import Disk
from ilead_studio.storage.format import encode
from ilead_studio.storage.store import SUFFIX, open_workbook

FILES = sorted(resource("examples").glob(f"*{SUFFIX}"))


def opened(name: str) -> Workbook:
    return open_workbook(resource("examples", f"{name}{SUFFIX}"), Disk()).workbook


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_examples_open_without_a_word(path: Path) -> None:
    assert open_workbook(path, Disk()).notice == ""


def test_the_examples_are_what_their_outlines_give() -> None:
    script = runpy.run_path(str(resource("examples", "make_examples.py")))
    made = {f"{name}{SUFFIX}": encode(workbook) for name, workbook in script["examples"]().items()}
    assert made == {path.name: path.read_bytes() for path in FILES}


def test_the_first_example_goes_all_the_way() -> None:
    workbook = opened("new-teachers")
    assert advice(workbook) == ()
    assert {party.kind for party in workbook.parties} == {"LEA", "IHE"}
    assert workbook.fishbones[0].problem_id == workbook.problems[0].id
    assert len(workbook.cycles) == 2
    theory = workbook.theories[0]
    served = [link.source for link in theory.links]
    assert len({it for it in served if served.count(it) > 1}) == 3
    assert [link.strength for link in theory.links].count("weak") == 1


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_published_facts_name_their_source(path: Path) -> None:
    workbook = open_workbook(path, Disk()).workbook
    assert pages(workbook)[0].notes.startswith("Source: ")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_examples_are_set_with_care(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    document = text[text.index('"workbook"') :]
    assert "'" not in document
    assert '\\"' not in document
    assert " - " not in document
