"""A drawing alone, on a sheet of its own size: for a picture of it."""

from ilead_studio.drawing.ops import Drawing
from ilead_studio.drawing.paper import Paper
from ilead_studio.handouts.painter import Setting, paint_figure
from ilead_studio.handouts.tagged import TaggedCanvas


def drawing_pdf(drawing: Drawing, faded: frozenset[str], *, gray: bool) -> bytes:
    """Return the PDF of a drawing as it is printed; it is to be looked at, and says nothing."""
    canvas = TaggedCanvas("", "en", gray=gray)
    sheet = canvas.sheet(Paper("", drawing.bounds.w, drawing.bounds.h))
    paint_figure(Setting(drawing, (0.0, 0.0), 1.0, faded), sheet, canvas.top.add("Figure"))
    return canvas.picture_pdf()
