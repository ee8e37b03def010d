"""Tables: numbers are numbers, days are days, and words are never run as formulas."""

import csv
from datetime import datetime
from io import BytesIO, StringIO
from typing import Any

import pytest
from office_reading import assert_tells_of_nobody, example, labels, plain_words
from openpyxl import load_workbook

from ilead_studio.errors import ExportError
from ilead_studio.model import Workbook
from ilead_studio.office import csv_table, spreadsheet
from ilead_studio.office.rows import tables

RUN = ("=1+2", "+1", "-1+cmd", "@SUM(A1)", '=HYPERLINK("x")')


@pytest.fixture(scope="module")
def attendance() -> bytes:
    return spreadsheet(example("attendance"))


def with_first_ideas(texts: tuple[str, ...]) -> Workbook:
    workbook = example("attendance")
    both = zip(workbook.ideas, texts, strict=False)
    ideas = tuple(it.model_copy(update={"text": text}) for it, text in both)
    return workbook.model_copy(update={"ideas": ideas + workbook.ideas[len(ideas) :]})


def cells(data: bytes) -> list[Any]:
    return [cell for sheet in load_workbook(BytesIO(data)) for row in sheet.rows for cell in row]


def test_every_label_stands_in_a_table(attendance: bytes) -> None:
    words = {plain_words(str(it.value)) for it in cells(attendance)}
    roots = {plain_words(it.head) for it in example("attendance").fishbones}
    roots |= {plain_words(it.aim) for it in example("attendance").theories}
    assert labels(example("attendance")) - roots - words == set()


def test_each_table_has_a_sheet_whose_heads_stay_in_sight(attendance: bytes) -> None:
    sheets = load_workbook(BytesIO(attendance)).worksheets
    assert [it.title for it in sheets] == [it.words for it in tables(example("attendance"))]
    assert [it.title for it in sheets][:4] == ["Causes", "Drivers", "Change ideas", "PDSA cycles"]
    assert {it.freeze_panes for it in sheets} == {"A2"}


def test_numbers_are_numbers_and_days_are_days(attendance: bytes) -> None:
    sheet = load_workbook(BytesIO(attendance))["Numbers of measures"]
    day, number, whole, value = (sheet.cell(2, at) for at in (2, 4, 5, 6))
    assert isinstance(day.value, datetime)
    assert day.number_format == "yyyy-mm-dd"
    assert value.value == pytest.approx(100 * number.value / whole.value, abs=0.001)


def test_the_same_workbook_gives_the_same_bytes_which_tell_of_nobody(attendance: bytes) -> None:
    assert spreadsheet(example("attendance")) == attendance
    assert_tells_of_nobody(attendance)


def test_no_cell_is_a_formula() -> None:
    found = cells(spreadsheet(with_first_ideas(RUN)))
    assert "f" not in {it.data_type for it in found}
    assert set(RUN) <= {it.value for it in found}
    assert all(it.quotePrefix for it in found if it.value in RUN)


def test_csv_words_that_would_run_begin_with_an_apostrophe_and_numbers_do_not() -> None:
    text = csv_table(with_first_ideas(RUN), "ideas").decode("utf-8-sig")
    rows = list(csv.reader(StringIO(text)))
    assert [row[1] for row in rows[1 : len(RUN) + 1]] == [f"'{it}" for it in RUN]
    assert rows[0][1] == "Change idea"
    assert not any(cell.startswith(RUN[0][0]) for row in rows for cell in row)


def test_a_table_that_is_not_there_is_refused_with_those_that_are() -> None:
    with pytest.raises(ExportError, match="There are: causes, drivers, ideas"):
        csv_table(example("attendance"), "")


def test_an_empty_workbook_has_no_table() -> None:
    with pytest.raises(ExportError, match="nothing"):
        spreadsheet(Workbook())


def test_control_characters_and_very_long_words_can_be_held() -> None:
    data = spreadsheet(with_first_ideas(("bell \a", "w" * 40_000)))
    words = {it.value for it in cells(data)}
    assert "bell " in words
    assert "w" * 31_999 + "…" in words
