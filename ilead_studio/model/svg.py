"""An SVG without what it says beside its picture, and the words that it shows."""

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_SVG: Final = "{http://www.w3.org/2000/svg}"
_OTHERS: Final = ("{http://www.w3.org/1999/xlink}", "{http://www.w3.org/XML/1998/namespace}")
"""Whose attributes a picture may need."""
_BESIDE: Final = frozenset(("title", "desc", "metadata"))
_ABOUT: Final = re.compile(r"aria-|data-|(?:id|role|about|typeof|property)$")
_NAMED: Final = re.compile(r"#([^\s\"')]+)")
"""What one part calls another by: such an id stays."""


def plain_svg(data: bytes) -> bytes:
    """Return an SVG without comments, titles, and what programs that draw write into it.

    Raises:
        ValueError: if it cannot be read.
    """
    from xml.etree.ElementTree import register_namespace, tostring

    root = _read(data)
    named = set(_NAMED.findall(data.decode()))
    for part in list(root.iter()):
        for below in [it for it in part if not _is_drawn(it.tag)]:
            part.remove(below)
        for name in [it for it in part.attrib if not _is_needed(it, part, named)]:
            del part.attrib[name]
    register_namespace("", _SVG.strip("{}"))
    try:
        return tostring(root, encoding="unicode", short_empty_elements=False).encode()
    except RecursionError as error:
        raise ValueError from error


def words_shown(data: bytes) -> str:
    """Return the words of an SVG, each piece in a line; none if it cannot be read."""
    try:
        pieces = _read(plain_svg(data)).itertext()
    except ValueError:
        return ""
    return "\n".join(filter(None, map(str.strip, pieces)))


def _read(data: bytes) -> "Element":
    """Read a document that names no entities: ``model/logo`` refused those.

    Raises:
        ValueError: if it is none.
    """
    from xml.etree.ElementTree import ParseError, fromstring  # where there is such a logo

    try:
        return fromstring(data)
    except ParseError as error:
        raise ValueError from error


def _is_drawn(tag: str) -> bool:
    return (tag.startswith(_SVG) or tag[:1] != "{") and tag.removeprefix(_SVG) not in _BESIDE


def _is_needed(name: str, part: "Element", named: set[str]) -> bool:
    if name.startswith("{"):
        return name.startswith(_OTHERS)
    return not _ABOUT.match(name) or (name == "id" and part.attrib[name] in named)
