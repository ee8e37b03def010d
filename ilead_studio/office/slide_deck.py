"""Slides while they are made: each with its title, its reference, its number, its shapes."""

from collections.abc import Mapping
from io import BytesIO
from itertools import count
from typing import Final

from pptx import Presentation
from pptx.oxml import parse_xml
from pptx.presentation import Presentation as Pptx
from pptx.slide import Slide
from pptx.util import Emu

from ilead_studio.drawing.ops import Box, Drawing
from ilead_studio.office.outfit import Outfit, foot_words
from ilead_studio.office.package import clean, sealed
from ilead_studio.office.shapes import Named, Type, body, emu, group, paragraph, text_box, title_box
from ilead_studio.office.slide_drawing import Drawer, Place, Said
from ilead_studio.office.words_set import LEAD, cut_to, lines
from ilead_studio.packet.blocks import Words, plain, strong, text_of
from ilead_studio.packet.tongue import Tongue
from ilead_studio.words import say

_WIDE, _HIGH = 960.0, 540.0
"""13.333 by 7.5 inches."""
_SIDE: Final = 40.0
_TITLE: Final = Box(_SIDE, 20.0, 780.0, 62.0)
_REF: Final = Box(_WIDE - _SIDE - 80.0, 27.0, 80.0, 30.0)
BODY: Final = Box(_SIDE, 92.0, _WIDE - 2 * _SIDE, 404.0)
PICTURE: Final = Box(24.0, 84.0, _WIDE - 48.0, 420.0)
_FOOT: Final = Box(_SIDE, 510.0, _WIDE - 2 * _SIDE, 18.0)
_TITLE_ONLY: Final = 5
"""The layout of the library's template that has a title and nothing else."""
_SHORT: Final = 6
"""Letters of a reference; what is longer is a day."""
_SIZES: Final = (26.0, 22.0, 18.0)
_FIELD: Final = '<a:fld id="{5B2F4B0E-3C5C-4D9B-9B1E-000000000001}" type="slidenum">'


class Deck:
    """Slides while they are made."""

    def __init__(self, outfit: Outfit) -> None:
        self._outfit = outfit
        self._file = _empty_file()
        self._slide: Slide | None = None
        self._title, self._ref = "", ""
        self._numbers = count(2)

    @property
    def language(self) -> Tongue:
        """The language of all words, and which are in another one."""
        return Tongue(self._outfit.language, self._outfit.own)

    def named(self, name: str, said: str = "") -> Named:
        """Return the name of the next shape of this slide."""
        return Named(next(self._numbers), name, said)

    def begin(self, title: str, ref: str) -> None:
        """Begin a slide for a new page."""
        self._title, self._ref = title, ref
        self._add(title)

    def go_on(self) -> None:
        """Begin a further slide for the same page."""
        self._add(say("{title}, continued", title=self._title))

    def _add(self, title: str) -> None:
        layout = self._file.slide_layouts[_TITLE_ONLY]
        self._slide = self._file.slides.add_slide(layout)
        self._numbers = count(1_000)
        self._set_title(title)
        if self._ref:
            text = self._line(strong(self._ref), 16 if len(self._ref) <= _SHORT else 11, "ctr")
            edge = '<a:ln w="12700"><a:solidFill><a:srgbClr val="000000"/></a:solidFill></a:ln>'
            self.put(text_box(self.named(self._ref), _REF, body([text], anchor="ctr"), edge))
        self._foot()

    def _set_title(self, title: str) -> None:
        """Set the title in the largest type in which it fits; a very long one is cut."""
        shown, size = _fitting(plain(title))
        for frame in tuple(self._there().placeholders):
            self._there().shapes.element.remove(frame.element)  # ours is set in runs
        kind = Type(size, size * LEAD, self.language, bold=True)
        text = body([paragraph(shown, kind)], anchor="ctr")
        self.put(title_box(self.named(say("Title")), _TITLE, text))

    def _line(self, words: Words, size: float, side: str) -> str:
        return paragraph(words, Type(size, size * LEAD, self.language, side=side))

    def _foot(self) -> None:
        """Say for whom it is and whose, and number the slide by a field."""
        title = cut_to(plain(foot_words(self._outfit)), 10, _FOOT.w - 80, 1)[0]
        name = self._line(title, 10, "l")
        self.put(
            text_box(self.named(say("Workbook")), _FOOT._replace(w=_FOOT.w - 80), body([name]))
        )
        place = _FOOT._replace(x=_FOOT.right - 60, w=60.0)
        number = self._line(plain(str(len(self._file.slides))), 10, "r")
        field = number.replace("<a:r>", _FIELD, 1).replace("</a:r>", "</a:fld>", 1)
        self.put(text_box(self.named(say("Number of the slide")), place, body([field])))

    def _there(self) -> Slide:
        if self._slide is None:
            raise RuntimeError("no slide was begun")
        return self._slide

    def put(self, xml: str) -> None:
        """Put a shape on the slide, before all that are there."""
        self._there().shapes.element.append(parse_xml(xml))

    def shapes(
        self, drawing: Drawing, room: Box, scale: float, said: Mapping[str, Said],
        faded: frozenset[str] = frozenset(),
    ) -> None:  # fmt: skip
        """Draw on the slide, in the middle of a room."""
        drawer = Drawer(self.language, self._numbers)
        for xml in drawer.drawn(drawing, Place(room, scale), said, faded):
            self.put(xml)

    def figure(self, drawing: Drawing, room: Box, scale: float, words: str) -> None:
        """Draw on the slide as one group, which words tell of."""
        named = self.named(words, words)
        made = Drawer(self.language, self._numbers).figure(drawing, Place(room, scale), words)
        self.put(group(named, room, made))

    def note(self, text: str) -> None:
        """Write the notes of the slide."""
        frame = self._there().notes_slide.notes_text_frame
        if frame is not None:
            frame.text = clean(text)

    def data(self) -> bytes:
        """Return the file."""
        out = BytesIO()
        self._file.save(out)
        return sealed(out.getvalue(), self._outfit.title, self._outfit.language)


def _fitting(words: Words) -> tuple[Words, float]:
    """Return a title, cut if it is very long, and the size of its type."""
    for size in _SIZES:
        if lines(words, size, _TITLE.w, strong=True) <= 2:
            return words, size
    size = _SIZES[-1]
    cut = text_of(cut_to(strong(text_of(words)), size, _TITLE.w - 20, 2)[0]).rstrip()
    return plain(f"{cut}…"), size


def _empty_file() -> Pptx:
    """Return a file without slides, as wide as screens are; the library's own is narrower."""
    file = Presentation()
    wider = emu(_WIDE) / (file.slide_width or 1)
    for master in file.slide_masters:
        for frame in (*master.shapes, *(it for way in master.slide_layouts for it in way.shapes)):
            frame.left, frame.width = (
                Emu(round(frame.left * wider)),
                Emu(round(frame.width * wider)),
            )
    file.slide_width, file.slide_height = Emu(emu(_WIDE)), Emu(emu(_HIGH))
    return file
