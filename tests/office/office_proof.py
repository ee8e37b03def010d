"""What would make an office program mend a file, or let the file do something."""

import posixpath
import re
import subprocess
from collections import Counter
from collections.abc import Iterator, Mapping
from html import unescape
from io import BytesIO
from pathlib import Path
from typing import Final
from zipfile import ZipFile

from lxml import etree

_MAIN: Final = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_DOES: Final = re.compile(
    rb'TargetMode="External"|<(?:\w+:)?hyperlink|hlink(?:Click|Hover|MouseOver)|instrText|attachedTe'
    rb"mplate|<(?:\w+:)?(?:oleObject|altChunk|ddeLink|control)\b|<f[ >/]",
    re.IGNORECASE,
)
"""What leads out of a file, or is run: links, fields with a code, formulas, other files inside."""
_PROPERTY: Final = 255
"""Letters of a property of a file; an office program takes no more."""
_NUMBERED: Final = (
    "{http://schemas.openxmlformats.org/presentationml/2006/main}cNvPr",
    "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr",
)
"""Where shapes and pictures have their number; inside a picture's own frame all have 0."""
_CELL: Final = 32_767
_SHEET: Final = re.compile(r"[^\[\]:*?/\\']{1,31}")
"""How a sheet may be called."""
_FLAT: Final = {"pptx": "fodp", "docx": "fodt", "xlsx": "fods", "csv": "fods"}
"""Into what LibreOffice turns each kind of file: its own words, as one file of XML."""
_TAG: Final = re.compile(r"<[^>]*>")
_OPENED: Final = re.compile(
    r"<(?:text|draw):a\b|<script:|table:formula=|text:dde|<draw:(?:object|applet|plugin)\b"
)
"""What LibreOffice writes for a link, a formula, or something that is run."""
Parts = dict[str, bytes]


def parts_of(data: bytes) -> Parts:
    """Return the parts of a file by their names."""
    with ZipFile(BytesIO(data)) as file:
        return {name: file.read(name) for name in file.namelist()}


def faults(data: bytes) -> list[str]:
    """Return what is wrong with a file: it is well-formed, whole, and does nothing by itself."""
    parts = parts_of(data)
    return [
        *_unread(parts), *_unknown(parts), *_loose(parts), *_doing(parts), *_twice(parts),
        *_properties(parts), *_sheets(parts),
    ]  # fmt: skip


def tree(part: bytes) -> etree._Element:
    """Read a part as strictly as an office program: no entity, no length that is forgiven."""
    return etree.fromstring(part, etree.XMLParser(resolve_entities=False, no_network=True))


def _unread(parts: Parts) -> Iterator[str]:
    """Give the parts that are no XML, or that bring words of their own for others (a DTD)."""
    for name, part in parts.items():
        if name.endswith((".xml", ".rels")):
            try:
                if tree(part).getroottree().docinfo.doctype:
                    yield f"{name} has a document type"
            except etree.XMLSyntaxError as error:
                yield f"{name}: {error}"


def _unknown(parts: Parts) -> Iterator[str]:
    """Give the parts without a kind, and kinds of parts that are not there."""
    kinds = tree(parts["[Content_Types].xml"])
    endings = {it.get("Extension", "").lower() for it in kinds if it.tag.endswith("Default")}
    named = {it.get("PartName", "")[1:] for it in kinds if it.tag.endswith("Override")}
    for name in parts.keys() - named - {"[Content_Types].xml"}:
        if name.rpartition(".")[2].lower() not in endings:
            yield f"{name} is of no kind"
    yield from (f"{name} is named and not there" for name in named - parts.keys())


def _loose(parts: Parts) -> Iterator[str]:
    """Give the ties to parts that are not there."""
    for name, part in parts.items():
        if name.endswith(".rels"):
            folder = posixpath.dirname(posixpath.dirname(name))
            for tie in tree(part):
                target = tie.get("Target", "")
                place = target[1:] if target.startswith("/") else posixpath.join(folder, target)
                if posixpath.normpath(place) not in parts:
                    yield f"{name} leads to {target}"


def _doing(parts: Parts) -> Iterator[str]:
    """Give what leads out of a file, or is run in it."""
    for name, part in parts.items():
        if name.endswith((".xml", ".rels")):
            yield from (f"{name} holds {it.decode()}" for it in _DOES.findall(part))


def _twice(parts: Parts) -> Iterator[str]:
    """Give the shapes and pictures of a part that have the same number."""
    for name, part in parts.items():
        if name.endswith(".xml"):
            those = tree(part).iter(*_NUMBERED)
            numbers = Counter(it.get("id") for it in those)
            yield from (f"{name}: {it} is there twice" for it, many in numbers.items() if many > 1)


def _properties(parts: Parts) -> Iterator[str]:
    for name in ("docProps/core.xml", "docProps/app.xml"):
        for it in tree(parts[name]):
            if len(it.text or "") > _PROPERTY:
                yield f"{it.tag} has {len(it.text or '')} letters"


def _sheets(parts: Parts) -> Iterator[str]:
    """Give sheets of a spreadsheet that cannot be called so, and cells that are too long."""
    if "xl/workbook.xml" not in parts:
        return
    names = [it.get("name", "") for it in tree(parts["xl/workbook.xml"]).iter(f"{_MAIN}sheet")]
    yield from (f"a sheet is called {it}" for it in names if not _SHEET.fullmatch(it))
    if len({it.casefold() for it in names}) < len(names):
        yield f"two sheets are called alike: {names}"
    if shared := parts.get("xl/sharedStrings.xml"):
        words = ("".join(it.itertext()) for it in tree(shared))
        yield from (f"a cell of {len(it)} letters" for it in words if len(it) > _CELL)


class Opened:
    """What LibreOffice has of a file that it opened: ``words`` without white space."""

    def __init__(self, flat: str) -> None:
        self.does = _OPENED.findall(flat)
        self.words = squeezed(unescape(_TAG.sub("", flat)))

    def lacks(self, wanted: set[str]) -> list[str]:
        """Return the words that it does not have."""
        return [it for it in wanted if squeezed(it) not in self.words]


def squeezed(text: str) -> str:
    """Return text without white space."""
    return "".join(text.split())


def opened(files: Mapping[str, bytes], folder: Path, comma: str = ",") -> dict[str, Opened]:
    """Let LibreOffice open files, such as those of "pptx" and "csv", each once.

    In many countries a semicolon is what stands between two cells of a list.
    """
    read_as = f"--infilter=CSV:{ord(comma)},34,76"
    found = {}
    for kind, data in files.items():
        (folder / f"all.{kind}").write_bytes(data)
        home = f"-env:UserInstallation={(folder / 'office').as_uri()}"
        subprocess.run(
            ["soffice", home, "--headless", *[read_as] * (kind == "csv"),
             "--convert-to", _FLAT[kind], "--outdir", str(folder), str(folder / f"all.{kind}")],
            capture_output=True, check=True, timeout=180,
        )  # fmt: skip
        found[kind] = Opened((folder / f"all.{_FLAT[kind]}").read_text("utf-8"))
    return found
