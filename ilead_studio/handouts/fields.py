"""What can be filled in on the screen: text fields, boxes to tick, and choices of which one counts.

Every field brings its own appearance, so that no viewer has to make one up (it would ask for a font
that is not there). An empty field shows nothing on paper: its frame belongs to the page.
"""

from dataclasses import dataclass, field
from typing import Final

from ilead_studio.drawing.ops import Box
from ilead_studio.handouts.document import Document, array, dictionary, length, stream, words
from ilead_studio.handouts.field_face import NAME, put_field_face
from ilead_studio.handouts.ink import run_of
from ilead_studio.handouts.shared import Shared
from ilead_studio.handouts.sheet import Sheet
from ilead_studio.handouts.structure import Element
from ilead_studio.handouts.style import Style
from ilead_studio.words import say

_SEVERAL_LINES: Final = 1 << 12
_ONE_OF: Final = 1 << 15
_READ_ONLY: Final = 1
AIR: Final = 3.0
"""Between the edge of a field and its words, as viewers leave it."""
_MIDDLE: Final = 0.33
"""How far below the middle of a field the baseline of one line lies, in parts of its size."""


@dataclass(frozen=True, slots=True)
class Blank:
    """A text field: its name ("P8.owner"), its sentence for those who hear it, and its words."""

    name: str
    label: str
    value: str
    style: Style
    lines: int = 1


@dataclass(frozen=True, slots=True)
class Option:
    """A box to tick: the name and the sentence of what is asked, its own value and words."""

    name: str
    label: str
    value: str
    words: str
    taken: bool

    @property
    def sentence(self) -> str:
        """What is heard at the box."""
        said = say("{question} {choice}.", question=self.label, choice=self.words)
        return said if self.words else self.label


@dataclass(slots=True)
class _Group:
    """A choice of which one box counts."""

    root: str
    own: str
    label: str
    taken: str = ""
    kids: list[bytes] = field(default_factory=list)


class Fields:
    """The fields of a document, in a tree by the parts of their names.

    Two forms of the same cycle in one file are two forms: the second has a name of its own.
    """

    def __init__(self, document: Document, shared: Shared) -> None:
        self._document, self._shared = document, shared
        self._roots: dict[str, list[bytes]] = {}
        self._now: dict[str, str] = {}
        self._groups: dict[str, _Group] = {}

    def begin(self) -> None:
        """Begin another form: names that were given before are others from here on."""
        self._now = {}

    def _root(self, name: str) -> str:
        """Return under which name a form is kept."""
        if name not in self._now:
            made, number = name, 2
            while made in self._roots:
                made, number = f"{name}-{number}", number + 1
            self._now[name] = made
            self._roots[made] = []
        return self._now[name]

    def _parts(self, name: str) -> tuple[str, str]:
        """Return the form and the name within it: no part of a name may hold a full stop."""
        root, _, own = name.partition(".")
        return self._root(root), own.replace(".", "-")

    # --- fields ----------------------------------------------------------------------------------
    def text(self, blank: Blank, sheet: Sheet, element: Element, box: Box) -> None:
        """Put a text field over a box."""
        root, own = self._parts(blank.name)
        value = words(blank.value)
        look = self._drawn(f"Typed {root}.{own}", self._typed(blank, box), box)
        made = sheet.annotate(
            element, box, self._document, Subtype=b"/Widget", FT=b"/Tx", T=words(own),
            TU=words(blank.label), V=value, DV=value, DA=_type(blank.style.size),
            Ff=_SEVERAL_LINES if blank.lines > 1 else 0, Parent=self._above(root),
            AP=dictionary(N=look),
        )  # fmt: skip
        self._roots[root].append(made)

    def tick(self, option: Option, sheet: Sheet, element: Element, box: Box) -> None:
        """Put a box to tick over a box; it counts by itself."""
        root, own = self._parts(f"{option.name}-{option.value}")
        state = _state(option.value if option.taken else "")
        made = sheet.annotate(
            element, box, self._document, FT=b"/Btn", T=words(own), Parent=self._above(root),
            V=state, DV=state, **self._box(option, box),
        )  # fmt: skip
        self._roots[root].append(made)

    def choice(self, option: Option, sheet: Sheet, element: Element, box: Box) -> None:
        """Put one box of a choice of which one counts over a box."""
        root, own = self._parts(option.name)
        name = f"Choice {root}.{own}"
        group = self._groups.get(name)
        if group is None:
            group = self._groups[name] = _Group(root, own, option.label)
            self._roots[root].append(self._document.reference(name))
        group.taken = option.value if option.taken else group.taken
        made = sheet.annotate(
            element, box, self._document, Parent=self._document.reference(name),
            **self._box(option, box),
        )  # fmt: skip
        group.kids.append(made)

    def hidden(self, name: str, value: str, sheet: Sheet) -> None:
        """Keep something in the file that nobody sees and that comes back with it."""
        root, own = self._parts(name)
        made = sheet.annotate(
            None, Box(0, sheet.height, 0, 0), self._document, Subtype=b"/Widget", FT=b"/Tx",
            T=words(own), V=words(value), DV=words(value), Ff=_READ_ONLY,
            DA=_type(10), Parent=self._above(root),
        )  # fmt: skip
        self._roots[root].append(made)

    def put(self) -> dict[str, object]:
        """Put what all fields share into the document; returns the entry of the catalog."""
        if not self._roots:
            return {}
        for name, it in self._groups.items():
            self._document.put(name, dictionary(
                FT=b"/Btn", Ff=_ONE_OF, T=words(it.own), TU=words(it.label), V=_state(it.taken),
                DV=_state(it.taken), Parent=self._above(it.root), Kids=array(it.kids),
            ))  # fmt: skip
        roots = [
            self._document.put(f"Form {name}", dictionary(T=words(name), Kids=array(kids)))
            for name, kids in self._roots.items()
        ]
        fonts = dictionary(**{NAME: put_field_face(self._document)})
        form = dictionary(Fields=array(roots), DR=dictionary(Font=fonts), DA=_type(10))
        return {"AcroForm": self._document.put("Fields", form)}

    # --- how they look ---------------------------------------------------------------------------
    def _above(self, root: str) -> bytes:
        return self._document.reference(f"Form {root}")

    def _box(self, option: Option, box: Box) -> dict[str, object]:
        """Return what a box to tick is: how it looks when it is ticked, and whether it is."""
        side, tick = box.w, f"Tick {length(box.w)}"
        points = ((0.2, 0.45), (0.42, 0.2), (0.85, 0.8))
        ways = zip(points, "mll", strict=True)
        path = " ".join(f"{length(x * side)} {length(y * side)} {way}" for (x, y), way in ways)
        looks = dictionary(**{
            option.value: self._drawn(tick, f"q 1.4 w 1 J 1 j 0 G {path} S Q", box),
            "Off": self._drawn(f"No {tick}", "", box),
        })  # fmt: skip
        return {
            "Subtype": b"/Widget", "TU": words(option.sentence), "AP": dictionary(N=looks),
            "AS": _state(option.value if option.taken else ""),
        }  # fmt: skip

    def _drawn(self, name: str, code: str, box: Box) -> bytes:
        """Put an appearance into the document, and return the reference to it."""
        made = stream(
            code.encode("ascii"), Type=b"/XObject", Subtype=b"/Form",
            BBox=array([0, 0, box.w, box.h]), Resources=self._document.reference("Resources"),
        )  # fmt: skip
        return self._document.put(name, made)

    def _typed(self, blank: Blank, box: Box) -> str:
        """Return how the words of a field look until somebody types: what is seen of them."""
        if not blank.value:
            return "/Tx BMC EMC"
        style = blank.style
        middle = box.h / 2 - style.size * _MIDDLE + style.baseline
        y = box.h - AIR if blank.lines > 1 else middle
        face, parts = self._shared.face(style.face), [f"/{style.face} {length(style.size)} Tf 0 g"]
        for line in _lines(blank, box):
            shown = style.line(line)
            face.show(zip(shown.glyphs, shown.text, strict=True))
            at = f"{length(AIR)} {length(y - style.baseline)} Td"
            parts.append(f"BT {at} {run_of(shown)} ET")
            y -= style.lead
        inside = f"1 1 {length(box.w - 2)} {length(box.h - 2)} re W n"
        return f"/Tx BMC q {inside} {' '.join(parts)} Q EMC"


def _type(size: float) -> bytes:
    """Say in what a viewer sets what is typed."""
    return f"(/{NAME} {length(size)} Tf 0 g)".encode("ascii")


def _state(value: str) -> bytes:
    return b"/" + (value or "Off").encode("ascii")


def _lines(blank: Blank, box: Box) -> list[str]:
    """Return the lines of a field that are seen; "…" says that there is more to scroll to."""
    room, style = box.w - 2 * AIR, blank.style
    if blank.lines == 1:
        return [style.shortened(" ".join(blank.value.split()), room)]
    lines = [it for text in blank.value.split("\n") for it in style.lines(text, room) or [""]]
    fit = max(1, int((box.h - AIR) / style.lead))
    if len(lines) <= fit:
        return lines
    return [*lines[: fit - 1], style.shortened(" ".join(lines[fit - 1 : fit + 1]), room)]
