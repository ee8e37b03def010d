"""One function for each step from a version of the format to the next.

A step takes the document of its version as JSON gives it, and returns that of the next one; it may
change what it was given. The workbooks in its snapshots have gone through it already. It is never
changed once the next version is released: a file of each one lies in tests/files for ever.
"""

from collections.abc import Callable, Mapping
from typing import Any, Final

Document = dict[str, Any]
Step = Callable[[Document], Document]
STEPS: Final[Mapping[int, Step]] = {}
"""By the version that a step begins with. There is one version so far, so there is no step."""


def migrated(document: Document, version: int, to: int) -> Document:
    """Return the document of one version as a later one says it.

    Raises:
        ValueError: if it is not what its version says it is.
    """
    try:
        for each in range(version, to):
            document = _stepped(document, STEPS[each])
    except (AttributeError, IndexError, KeyError, TypeError) as error:
        raise ValueError from error
    return document


def _stepped(document: Document, step: Step) -> Document:
    """Take a step with a document, and with the workbooks of former days that are in it."""
    for snapshot in document.get("snapshots", ()):
        snapshot["was"] = _stepped(snapshot["was"], step)
    return step(document)
