"""The same pages for other programs: slides, a document, a spreadsheet, a list.

Each library is imported only when a file of its kind is made.
"""

from collections.abc import Sequence
from typing import Final, Literal

from ilead_studio.errors import ExportError
from ilead_studio.model import Workbook
from ilead_studio.office.diagram import Pictured
from ilead_studio.office.outfit import Outfit
from ilead_studio.packet.leaf import AnyLeaf
from ilead_studio.words import language_known, say, speaking

__all__ = ["KINDS", "Kind", "Pictured", "csv_table", "made", "spreadsheet"]

Kind = Literal["pptx", "docx"]
KINDS: Final[tuple[Kind, ...]] = ("pptx", "docx")
"""Files of pages; their suffix without the dot. Tables are ``xlsx`` and ``csv``."""


def made(
    leaves: Sequence[AnyLeaf], outfit: Outfit, kind: Kind, pictured: Pictured | None = None
) -> bytes:
    """Return the file of a packet's pages as slides or as a document, in its language.

    A document has the pictures that ``pictured`` makes of drawings; without it, only their words.

    Raises:
        ExportError: if the library that makes it is not there.
    """
    try:
        with speaking(language_known(outfit.language)):
            if kind == "pptx":
                from ilead_studio.office.slides import slides

                return slides(leaves, outfit)
            from ilead_studio.office.document import document

            return document(leaves, outfit, pictured)
    except ModuleNotFoundError as error:
        raise _missing(kind) from error


def spreadsheet(workbook: Workbook, language: str = "") -> bytes:
    """Return the tables of a workbook as a spreadsheet, in a language or the workbook's own.

    Raises:
        ExportError: if there is nothing in any, or the library that makes it is not there.
    """
    try:
        from ilead_studio.office.tables import spreadsheet_of

        with speaking(language_known(language or workbook.language)):
            return spreadsheet_of(workbook)
    except ModuleNotFoundError as error:
        raise _missing("xlsx") from error


def csv_table(workbook: Workbook, name: str, language: str = "") -> bytes:
    """Return one table of a workbook as CSV, such as "causes", in a language or its own.

    Raises:
        ExportError: if there is no such table.
    """
    from ilead_studio.office.tables import csv_of

    with speaking(language_known(language or workbook.language)):
        return csv_of(workbook, name)


def _missing(kind: str) -> ExportError:
    return ExportError(
        say("What makes .{kind} files is not installed here. A PDF can be made.", kind=kind)
    )
