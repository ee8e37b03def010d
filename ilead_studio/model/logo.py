"""The logo of a party: a small picture, kept in the one file as base64.

It is looked at before it is kept, because it may come from anywhere: a PNG of a bounded size, or an
SVG that loads nothing and runs nothing.
"""

import base64
import binascii
import re
from typing import Annotated, Final, Literal, NamedTuple

from pydantic import AfterValidator

from ilead_studio.model.svg import plain_svg, words_shown

LOGO_MAX: Final = 1 << 20
"""Most bytes of a logo, 1 MiB."""
SIDE_MAX: Final = 4_096
"""Most pixels of a side; more only fills memory when it is shown."""
_PNG: Final = b"\x89PNG\r\n\x1a\n"
_SHOWN: Final = frozenset(b"IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB sBIT bKGD pHYs".split())
"""Chunks of a PNG that make its picture; in any other something can be written."""
_REACHES_OUT: Final = re.compile(
    r"<!(?:doctype|entity)|<\s*(?:\w+:)?(?:script|image|foreignobject|iframe|use)\b|\bon\w+\s*="
    r"|href\s*=\s*[\"']?\s*[^\"'#\s]|url\(\s*[\"']?\s*[^\"'#\s]|@import|<\?xml-stylesheet",
    re.IGNORECASE,
)
"""What lets an SVG load something, run something or grow without end."""


class Picture(NamedTuple):
    """A logo as a painter takes it."""

    kind: Literal["png", "svg"]
    data: bytes


def logo_of(data: bytes) -> str:
    """Return a picture as a workbook keeps it.

    Raises:
        ValueError: if it is too large, no PNG or SVG, or an SVG that loads or runs something.
    """
    _kind(data)
    return base64.b64encode(data).decode()


def picture(logo: str) -> Picture | None:
    """Return the picture of a logo that a workbook keeps; None for an empty one."""
    if not logo:
        return None
    data = base64.b64decode(logo)
    return Picture(_kind(data), data)


def words_in(logo: str) -> str:
    """Return the words that a logo shows; those of a PNG nobody can tell."""
    shown = picture(logo)
    return words_shown(shown.data) if shown and shown.kind == "svg" else ""


def without_words(logo: str) -> str:
    """Return a logo without what is said beside its picture: who made it, where and with what.

    One that is no whole PNG or SVG is left out.
    """
    shown = picture(logo)
    if shown is None:
        return logo
    try:
        return logo_of(plain_svg(shown.data) if shown.kind == "svg" else _picture_only(shown.data))
    except ValueError:
        return ""


def _picture_only(png: bytes) -> bytes:
    """Return a PNG of nothing but the chunks that make its picture."""
    made, at = [_PNG], len(_PNG)
    while at < len(png) and made[-1][4:8] != b"IEND":
        end = at + 12 + int.from_bytes(png[at : at + 4])
        if png[at + 4 : at + 8] in _SHOWN:
            made.append(png[at:end])
        at = end
    return b"".join(made)


def _kind(data: bytes) -> Literal["png", "svg"]:
    if len(data) <= LOGO_MAX:
        if data.startswith(_PNG) and _is_bounded(data):
            return "png"
        if _is_quiet_svg(data):
            return "svg"
    raise ValueError


def _is_bounded(png: bytes) -> bool:
    """Tell whether the sides that a PNG names are neither nothing nor too much."""
    sides = (int.from_bytes(png[at : at + 4]) for at in (16, 20))
    return png[12:16] == b"IHDR" and all(0 < side <= SIDE_MAX for side in sides)


def _is_quiet_svg(data: bytes) -> bool:
    try:
        text = data.decode()
    except UnicodeDecodeError:
        return False
    return bool(re.match(r"\ufeff?\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--.*?-->\s*)*<svg\b", text, re.S)
                ) and not _REACHES_OUT.search(text)  # fmt: skip


def _kept(logo: str) -> str:
    """Return a logo that fits; the form is the one that ``logo_of`` gives."""
    if logo:
        try:
            data = base64.b64decode(logo, validate=True)
        except binascii.Error as error:
            raise ValueError from error
        if logo_of(data) != logo:
            raise ValueError
    return logo


Logo = Annotated[str, AfterValidator(_kept)]
"""A picture as base64; empty for none."""
