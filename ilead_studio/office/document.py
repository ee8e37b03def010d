"""A packet as a document of a word processor: headings, lists and tables that are really such."""

from collections.abc import Sequence
from dataclasses import replace
from io import BytesIO

from ilead_studio.office.diagram import Pictured, drawings_of
from ilead_studio.office.flat import Paragraph, Shown, parts_of
from ilead_studio.office.outfit import Outfit, cover_leaf, foot_words
from ilead_studio.office.package import sealed
from ilead_studio.office.sheets import Sheets
from ilead_studio.packet.blocks import plain
from ilead_studio.packet.leaf import AnyLeaf, Cover, Diagram, Leaf
from ilead_studio.packet.outline_page import outline_of
from ilead_studio.packet.page_words import title_of
from ilead_studio.packet.tongue import Tongue
from ilead_studio.rules.names import page_name
from ilead_studio.words import say


def document(leaves: Sequence[AnyLeaf], outfit: Outfit, pictured: Pictured | None = None) -> bytes:
    """Return the file of a document; the same pages give the same bytes.

    A diagram stands there as a picture, if one can be made, and as its outline: a word processor
    takes no drawing that is made of lines and words. The outline stands there once, even where the
    packet prints it too.
    """
    language = Tongue(outfit.language, outfit.own)
    sheets = Sheets(foot_words(outfit), language, outfit.paper, pictured)
    printed = {(it.name, it.ref) for it in leaves if isinstance(it, Leaf)}
    for leaf in leaves:
        match leaf:
            case Cover():
                _words(sheets, cover_leaf(leaf, leaves))
            case Leaf():
                _words(sheets, leaf)
            case Diagram():
                if pictured:
                    _drawn(sheets, leaf, outfit)
                outline = outline_of(leaf.workbook, leaf.page)
                if (outline.name, outline.ref) not in printed:
                    said = (*outline.about, *map(plain, leaf.more))
                    _words(sheets, replace(outline, about=said))
    out = BytesIO()
    sheets.file.save(out)
    return sealed(out.getvalue(), outfit.title, outfit.language)


def _words(sheets: Sheets, leaf: Leaf) -> None:
    sheets.begin(leaf.title, leaf.ref or (leaf.mark[0] if leaf.mark else ""), is_wide=leaf.wide)
    for words in leaf.about:
        sheets.write(Paragraph(words, "detail"))
    for part in parts_of(leaf.blocks):
        sheets.write(part)


def _drawn(sheets: Sheets, leaf: Diagram, outfit: Outfit) -> None:
    """Write the sheets on which a diagram is drawn."""
    page = leaf.page
    words = say("{page}, drawn. Its outline says the same in words.", page=page_name(page))
    for drawing in drawings_of(leaf, outfit.paper.wide().picture_room):
        sheets.begin(title_of(page), page.ref, is_wide=True)
        if leaf.more:
            sheets.write(Paragraph(plain(" ".join(leaf.more)), "detail"))
        sheets.write(Shown(drawing, words), leaf.faded)
