"""The printed page: handouts as tagged PDF (PDF/UA-1). Imports drawing, rules and model.

ReportLab lives only here and is slow to load, so others import this package on first use.
"""

from ilead_studio.handouts.diagram import points
from ilead_studio.handouts.handout import Handout, handout
from ilead_studio.handouts.poster import laid_out, poster_pdf
from ilead_studio.handouts.poster_map import sheets_words

__all__ = ["Handout", "handout", "laid_out", "points", "poster_pdf", "sheets_words"]
