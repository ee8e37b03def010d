"""The printed page: handouts as tagged PDF (PDF/UA-1). Imports packet and below.

ReportLab lives only here and is slow to load, so others import this package on first use.
"""

from ilead_studio.handouts.diagram import points
from ilead_studio.handouts.handout import Handout
from ilead_studio.handouts.making import Made, make_packet, printable
from ilead_studio.handouts.packet_file import Outfit, packet_pdf
from ilead_studio.handouts.poster import laid_out
from ilead_studio.handouts.poster_map import sheets_words

__all__ = [
    "Handout",
    "Made",
    "Outfit",
    "laid_out",
    "make_packet",
    "packet_pdf",
    "points",
    "printable",
    "sheets_words",
]
