"""A packet as slides that can be shown and edited: a slide for each diagram, words on others."""

from collections.abc import Mapping, Sequence

from ilead_studio.drawing.marks import marks_of
from ilead_studio.drawing.page import fit
from ilead_studio.drawing.signs import spoken_marks
from ilead_studio.model import Page, Workbook
from ilead_studio.office.diagram import drawings_of
from ilead_studio.office.flat import Paragraph, parts_of
from ilead_studio.office.outfit import Outfit, cover_leaf, outline_text
from ilead_studio.office.slide_deck import BODY, PICTURE, Deck
from ilead_studio.office.slide_drawing import Said
from ilead_studio.office.slide_flow import SlideFlow
from ilead_studio.packet.blocks import Words
from ilead_studio.packet.leaf import AnyLeaf, Cover, Diagram, Leaf
from ilead_studio.packet.page_words import title_of
from ilead_studio.rules.outline import outline, spoken


def slides(leaves: Sequence[AnyLeaf], outfit: Outfit) -> bytes:
    """Return the file of slides; the same pages give the same bytes."""
    deck = Deck(outfit)
    for leaf in leaves:
        match leaf:
            case Diagram():
                _diagram(deck, leaf)
            case Cover():
                _words(deck, cover_leaf(leaf, leaves))
            case Leaf():
                _words(deck, leaf)
    return deck.data()


def _words(deck: Deck, leaf: Leaf) -> None:
    deck.begin(leaf.title, leaf.ref or (leaf.mark[0] if leaf.mark else ""))
    flow = SlideFlow(deck, BODY)
    flow.write(iter((*map(_about, leaf.about), *parts_of(leaf.blocks))))


def _about(words: Words) -> Paragraph:
    return Paragraph(words, "detail")


def _diagram(deck: Deck, leaf: Diagram) -> None:
    """Draw a page on a slide, a large theory on several."""
    workbook, page = leaf.workbook, leaf.page
    room, said = (PICTURE.w, PICTURE.h), _said(workbook, page)
    for at, drawing in enumerate(drawings_of(leaf, room)):
        if at:
            deck.go_on()
        else:
            deck.begin(title_of(page), page.ref)
        deck.shapes(drawing, PICTURE, fit(drawing, room), said, leaf.faded)
        deck.note("\n".join((*leaf.more, outline_text(workbook, page))))


def _said(workbook: Workbook, page: Page) -> Mapping[str, Said]:
    """Return what each item of a page is called, and what is said of it aloud."""
    rows, marks = outline(workbook, page), marks_of(workbook)
    return {
        row.id: Said(
            f"{row.ref} {row.text}".strip(),
            ", ".join(
                filter(
                    None,
                    (
                        f"{row.ref} {row.text}".strip(),
                        spoken(row, rows),
                        spoken_marks(marks[row.id]) if row.id in marks else "",
                    ),
                )
            ),
        )
        for row in rows
    }
