"""The diagram of a page on a sheet of its own, turned the way that gives larger text."""

from dataclasses import dataclass
from math import floor
from typing import Final

from ilead_studio.drawing.ops import Drawing
from ilead_studio.drawing.page import draw_page, fit
from ilead_studio.drawing.paper import PAPERS, Paper
from ilead_studio.handouts.flow import FOOTER, Flow
from ilead_studio.handouts.head import kind_name, page_name, short_name, title_block, title_height
from ilead_studio.handouts.painter import Setting, paint, smallest_words
from ilead_studio.handouts.sheet import Stroke
from ilead_studio.handouts.structure import Element
from ilead_studio.handouts.style import SMALL
from ilead_studio.handouts.tagged import Place, TaggedCanvas
from ilead_studio.model import Fishbone, Page, Workbook
from ilead_studio.rules.outline import Role, Row, outline
from ilead_studio.words import count, say

READABLE: Final = 8.0
"""Smallest words in points that are read on paper without effort."""
_LEGEND: Final = 20.0
_WEAK: Final = Stroke(1.0, (0.01, 2.6), dots=True)
