"""The tables of a workbook as a spreadsheet, and one of them as CSV; no cell is ever a formula."""

import csv
import re
from collections.abc import Sequence
from datetime import date
from io import BytesIO, StringIO
from typing import TYPE_CHECKING, Final

from ilead_studio.errors import ExportError
from ilead_studio.model import Workbook
from ilead_studio.office.package import clean, sealed
from ilead_studio.office.rows import Line, Records, Value, tables
from ilead_studio.rules.names import workbook_name
from ilead_studio.words import say

if TYPE_CHECKING:
    from openpyxl.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

_BEGINS: Final = ("=", "+", "-", "@", "\t", "\r")
"""How a cell begins that a spreadsheet would run."""
_RUNS: Final = re.compile(r"(^|[;\t\r\n])(\s*)(?=[=+@\uff1d\uff0b\uff20\uff0d-])")
"""Where a part of a list would be run: where a semicolon, or a quote unseen, ends cells too."""
_CODES: Final = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
"""What begins "_x000D_", which a spreadsheet takes for a character; openpyxl writes it as it is."""
_MOST: Final = 32_000
"""Letters of a cell; a spreadsheet takes 32,767."""
_WIDEST, _NARROWEST = 48, 8
"""Widths of columns, in letters."""
_LEAD, _HIGHEST = 13.0, 400.0
"""From one line to the next, and the highest row that a spreadsheet takes, in points."""
_DAY: Final = "yyyy-mm-dd"


def spreadsheet_of(workbook: Workbook) -> bytes:
    """Return a file with a sheet for each table.

    Raises:
        ExportError: if no table has anything in it.
    """
    from openpyxl import Workbook as Spreadsheet

    file = Spreadsheet(write_only=False)
    file.remove(file.worksheets[0])
    for records in _some(workbook):
        _write(file.create_sheet(records.words[:31]), records)
    out = BytesIO()
    file.save(out)
    return sealed(out.getvalue(), workbook_name(workbook), workbook.language)


def _some(workbook: Workbook) -> tuple[Records, ...]:
    """Return the tables that have something in them."""
    found = tables(workbook)
    if not found:
        raise ExportError(say("There is nothing for a table in the workbook yet."))
    return found


def _write(sheet: "Worksheet", records: Records) -> None:
    """Write a table; its heads stay in sight, and each of its columns can be filtered."""
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    usual, top = Font(name="Arial", size=10), Alignment(wrap_text=True, vertical="top")
    words = Alignment(horizontal="left", wrap_text=True, vertical="top", indent=1)
    wide = [_width(head, records, across) for across, head in enumerate(records.heads)]
    for across, (head, width) in enumerate(zip(records.heads, wide, strict=True), 1):
        cell = _put(sheet.cell(1, across), head)
        cell.font = Font(name="Arial", size=10, bold=True)
        is_counted = any(isinstance(row[across - 1], int | float) for row in records.rows)
        cell.alignment = Alignment(horizontal="right") if is_counted else words
        sheet.column_dimensions[get_column_letter(across)].width = width
    for down, row in enumerate(records.rows, 2):
        sheet.row_dimensions[down].height = _height(row, wide)
        for across, value in enumerate(row, 1):
            cell = _put(sheet.cell(down, across), value)
            cell.font, cell.alignment = usual, words if isinstance(value, str) else top
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions
    _printed(sheet)


def _printed(sheet: "Worksheet") -> None:
    """Let all columns stand on one sheet of paper, with their heads on each."""
    from openpyxl.worksheet.properties import PageSetupProperties

    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = "1:1"


def _width(head: str, records: Records, at: int) -> int:
    """Return how wide a column is, in letters."""
    letters = (len(head) + 3, *(len(_shown(row[at])) for row in records.rows))
    return min(_WIDEST, max(_NARROWEST, *letters) + 3)


def _height(row: Line, wide: Sequence[int]) -> float:
    """Return how high a row is, in points."""
    each = (_lines(_shown(value), width) for value, width in zip(row, wide, strict=True))
    return min(_HIGHEST, max(each) * _LEAD + 2)


def _lines(text: str, width: int) -> int:
    return sum(-(-max(len(line), 1) // width) for line in (text or " ").split("\n"))


def _put(cell: "Cell", value: Value) -> "Cell":
    """Fill a cell with a number, a day, or words; words stay words, whatever they begin with."""
    if not isinstance(value, str):
        cell.value = value
        if isinstance(value, date):
            cell.number_format = _DAY
    elif value:
        cell.value = _kept(value)
        cell.data_type = "s"
        cell.quotePrefix = value.startswith(_BEGINS)
    return cell


def _kept(text: str) -> str:
    """Return words as a cell can hold them; what looks like a code of a character stays words."""
    whole = clean(text)
    kept = whole if len(whole) <= _MOST else whole[: _MOST - 1] + "…"
    return _CODES.sub("_x005F_", kept)


def csv_of(workbook: Workbook, name: str) -> bytes:
    """Return one table as CSV, which any spreadsheet opens.

    Raises:
        ExportError: if there is no such table; the sentence names those there are.
    """
    found = _some(workbook)
    chosen = [it for it in found if name in (it.name, it.words)]
    if not chosen:
        names = ", ".join(it.name for it in found)
        raise ExportError(
            say("A CSV file holds one table; --pages chooses it. There are: {names}.", names=names)
        )
    out = StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(map(_guarded, chosen[0].heads))
    writer.writerows(map(_guarded, row) for row in chosen[0].rows)
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def _shown(value: Value) -> str:
    if isinstance(value, float) and value == int(value):
        return str(int(value))
    return "" if value is None else str(value)


def _guarded(value: Value) -> str:
    """Return a value as text; words that a spreadsheet would run begin with an apostrophe."""
    text = clean(_shown(value))
    return _RUNS.sub(r"\1\2'", text) if isinstance(value, str) else text
