"""Other people's formats, in and out; what could not be kept is always said.

Imports model and edits. What leaves this package is an ``ExchangeError`` with a sentence.
"""

from ilead_studio.exchange.outline import Entry, Outline, PageKind, add_outline
from ilead_studio.exchange.outline_text import read_outline

__all__ = ["Entry", "Outline", "PageKind", "add_outline", "read_outline"]
