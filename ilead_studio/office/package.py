"""The files of other programs are zips: the same words give the same bytes, and tell of nobody."""

import re
from io import BytesIO
from typing import Final
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_DAY: Final = (1980, 1, 1, 0, 0, 0)
"""The first day that a zip knows."""
_LEFT_OUT: Final = re.compile(r"docProps/(thumbnail|custom)\.|/printerSettings/|(^|/)customXml/")
"""What the libraries' own templates bring along: pictures, printers and marks of their makers."""
_NAMED: Final = re.compile(r'<Relationship\b[^>]*Target="[^"]*(?:thumbnail\.|printerSettings|'
                           r'customXml/)[^"]*"[^>]*/>')  # fmt: skip
_OVERRIDES: Final = re.compile(r'<Override\b[^>]*PartName="/customXml/[^"]*"[^>]*/>')
_CORE: Final = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<cp:coreProperties'
    ' xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{title}</dc:title>'
    "<dc:language>{language}</dc:language></cp:coreProperties>"
)
_PROGRAM: Final = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties'
    ' xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    "<Application>iLEAD Studio</Application></Properties>"
)
_FORBIDDEN: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML 1.0 cannot hold, not even escaped."""
_LONGEST: Final = 255
"""Letters of a title among the properties of a file; office programs take no more."""


def clean(text: str) -> str:
    """Return text without what no file of this kind can hold."""
    return _FORBIDDEN.sub("", text)


def sealed(data: bytes, title: str, language: str) -> bytes:
    """Return a file with its title and language as all that is said about it, and no time."""
    core = _CORE.format(title=escape(_short(clean(title))), language=escape(clean(language)))
    told = {"docProps/core.xml": core, "docProps/app.xml": _PROGRAM}
    out = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(out, "w", ZIP_DEFLATED, compresslevel=6) as new:
        for name in old.namelist():
            if not _LEFT_OUT.search(name):
                part = told[name].encode() if name in told else _part(name, old.read(name))
                info = ZipInfo(name, _DAY)
                info.compress_type = ZIP_DEFLATED
                info.create_system = 0  # no word about the machine
                new.writestr(info, part)
    return out.getvalue()


def _short(title: str) -> str:
    return title if len(title) <= _LONGEST else title[: _LONGEST - 1] + "…"


def _part(name: str, data: bytes) -> bytes:
    """Return a part of the file that names none of those that were left out."""
    if name.endswith(".rels"):
        return _NAMED.sub("", data.decode("utf-8")).encode()
    if name == "[Content_Types].xml":
        return _OVERRIDES.sub("", data.decode("utf-8")).encode()
    return data
