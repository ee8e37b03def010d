"""iLEAD Studio: one workbook from the problem to what the team has learned."""

from typing import Final

VERSION: Final = "0.1.0"
