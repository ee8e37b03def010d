"""Kept pictures: SVG files that a person has looked at, and that stay as they are."""

import os
from collections.abc import Mapping
from pathlib import Path

from ilead_studio.drawing.ops import Drawing
from ilead_studio.drawing.svg import to_svg
from ilead_studio.drawing.theme import LIGHT

GOLDEN = Path(__file__).parents[1] / "golden"


def is_as_kept(name: str, drawing: Drawing, title: str, words: Mapping[str, str]) -> bool:
    """Compare a picture with the one that is kept under a name.

    With ILEAD_STUDIO_GOLDEN=1 it is kept anew: look at the files and at their difference.
    """
    svg = to_svg(drawing, LIGHT, title=title, language="en-US", words=words)
    kept = GOLDEN / f"{name}.svg"
    if os.environ.get("ILEAD_STUDIO_GOLDEN"):
        kept.write_text(svg, encoding="utf-8", newline="\n")
    return kept.is_file() and kept.read_text(encoding="utf-8") == svg
