"""Forms as they are printed, and as they come back from another program, filled in."""

from datetime import date
from io import BytesIO

from pypdf import PdfReader, PdfWriter

from ilead_studio.drawing.paper import PAPERS
from ilead_studio.handouts.packet_file import Outfit, packet_pdf
from ilead_studio.model import Workbook
from ilead_studio.packet.form_page import form_page
from ilead_studio.packet.given import Given

PRINTED = date(2026, 3, 1)


def form_pdf(workbook: Workbook, of: str = "", day: date = PRINTED) -> bytes:
    """Print a form to fill in on the screen."""
    given = Given(workbook, day, of=of, form="fillable")
    return packet_pdf(form_page(given), Outfit(PAPERS["letter"], workbook.title)).pdf


def filled(pdf: bytes, **fields: str) -> bytes:
    """Fill in fields of the first form as another program does; "/yes" ticks a box."""
    reader = PdfReader(BytesIO(pdf))
    root = next(iter(reader.get_fields() or ()))
    writer = PdfWriter(clone_from=reader)
    named = {f"{root}.{name}": value for name, value in fields.items()}
    for page in writer.pages:
        writer.update_page_form_field_values(page, dict(named), auto_regenerate=False)
    made = BytesIO()
    writer.write(made)
    return made.getvalue()


def came_back(workbook: Workbook, of: str = "", **fields: str) -> bytes:
    """Print a form and fill it in."""
    return filled(form_pdf(workbook, of), **fields)
