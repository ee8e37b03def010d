"""Pictures of drawings for programs that know no lines and words: as they are printed."""

from io import BytesIO
from typing import Final

from ilead_studio.drawing.ops import Drawing
from ilead_studio.handouts.alone import drawing_pdf
from ilead_studio.office import Pictured

_DPI: Final = 200
_POINTS: Final = 72
_COLOURS: Final = 64
"""Of bones and the edges of letters; more make a file four times as large."""


def pictures(*, gray: bool) -> Pictured:
    """Return what makes a PNG of a drawing, as wide as it will stand on paper."""

    def made(drawing: Drawing, faded: frozenset[str], width: float) -> bytes:
        from pypdfium2 import PdfDocument  # only where a picture is made

        page = PdfDocument(drawing_pdf(drawing, faded, gray=gray))[0]
        scale = _DPI / _POINTS * width / page.get_width()
        out = BytesIO()
        few = page.render(scale=scale).to_pil().quantize(_COLOURS)
        few.save(out, "PNG", dpi=(_DPI, _DPI))
        return out.getvalue()

    return made
