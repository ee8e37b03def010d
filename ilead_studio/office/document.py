"""A packet as a document of a word processor: headings, lists and tables that are really such."""

from collections.abc import Sequence
from dataclasses import replace
from io import BytesIO

from ilead_studio.office.flat import Paragraph, parts_of
from ilead_studio.office.outfit import Outfit, cover_leaf
from ilead_studio.office.package import sealed
from ilead_studio.office.sheets import Sheets
from ilead_studio.packet.blocks import plain
from ilead_studio.packet.leaf import AnyLeaf, Cover, Diagram, Leaf
from ilead_studio.packet.outline_page import outline_of
from ilead_studio.packet.tongue import Tongue


def document(leaves: Sequence[AnyLeaf], outfit: Outfit) -> bytes:
    """Return the file of a document; the same pages give the same bytes.

    A diagram stands there as its outline: a word processor takes no drawing that is made of lines
    and words. It does so once, even where the packet prints that outline too.
    """
    sheets = Sheets(outfit.title, Tongue(outfit.language, outfit.own), outfit.paper)
    for leaf in _in_words(leaves):
        sheets.begin(leaf.title, leaf.ref or (leaf.mark[0] if leaf.mark else ""), is_wide=leaf.wide)
        for words in leaf.about:
            sheets.write(Paragraph(words, "detail"))
        for part in parts_of(leaf.blocks):
            sheets.write(part)
    out = BytesIO()
    sheets.file.save(out)
    return sealed(out.getvalue(), outfit.title, outfit.language)


def _in_words(leaves: Sequence[AnyLeaf]) -> list[Leaf]:
    found: list[Leaf] = []
    printed = [it for it in leaves if isinstance(it, Leaf)]
    for leaf in leaves:
        match leaf:
            case Cover():
                found.append(cover_leaf(leaf, leaves))
            case Leaf():
                found.append(leaf)
            case Diagram():
                made = outline_of(leaf.workbook, leaf.page)
                if not any((it.name, it.ref) == (made.name, made.ref) for it in printed):
                    said = (*made.about, *map(plain, leaf.more))
                    found.append(replace(made, about=said))
    return found
