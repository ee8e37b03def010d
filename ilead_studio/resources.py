"""Finds the files that come with the program, in a checkout and in an installed wheel alike."""

from functools import cache
from pathlib import Path


@cache
def _root() -> Path:
    package = Path(__file__).parent
    installed = package / "_resources"
    return installed if installed.is_dir() else package.parent / "resources"


def resource(*parts: str) -> Path:
    """Return the path of a shipped file or folder, such as ``resource("fonts", "OFL.txt")``."""
    return _root().joinpath(*parts)
