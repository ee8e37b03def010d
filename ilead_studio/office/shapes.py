"""Native shapes of a slide, as the XML in which slides are written. Lengths come in points."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from ilead_studio.drawing.extent import points_of
from ilead_studio.drawing.ops import Box, Curve, Line, Pen, Point, Polyline, Rect
from ilead_studio.drawing.theme import Theme
from ilead_studio.office.package import clean
from ilead_studio.office.words_set import FACE
from ilead_studio.packet.blocks import Words
from ilead_studio.packet.tongue import Tongue

_EMU: Final = 12_700
_SPACES: Final = (
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)
Outline = Rect | Line | Polyline | Curve
"""What has a shape."""


def emu(points: float) -> int:
    """Return a length in the unit of slides."""
    return round(points * _EMU)


def quoted(text: str) -> str:
    """Return text as an attribute."""
    return quoteattr(clean(text))


@dataclass(frozen=True, slots=True)
class Named:
    """The number of a shape on its slide, what it is called, and what is said of it aloud."""

    number: int
    name: str
    said: str = ""

    @property
    def xml(self) -> str:
        """The properties that every shape begins with."""
        described = f" descr={quoted(self.said)}" if self.said else ""
        return f'<p:cNvPr id="{self.number}" name={quoted(self.name)}{described}/>'


@dataclass(frozen=True, slots=True)
class Setting:
    """How a drawing comes to stand on a slide: where its origin is, its scale and its colours."""

    x: float
    y: float
    scale: float
    theme: Theme

    def box(self, box: Box) -> Box:
        """Return where a box stands."""
        scale = self.scale
        return Box(self.x + box.x * scale, self.y + box.y * scale, box.w * scale, box.h * scale)

    def moved(self, x: float, y: float) -> "Setting":
        """Return how a group of the drawing stands."""
        return Setting(self.x + x * self.scale, self.y + y * self.scale, self.scale, self.theme)

    def fill(self, role: str | None) -> str:
        """Return how something is filled."""
        return f"<a:solidFill>{self.colour(role)}</a:solidFill>" if role else "<a:noFill/>"

    def colour(self, role: str) -> str:
        """Return a colour."""
        return f'<a:srgbClr val="{self.theme.colour(role)[1:].upper()}"/>'

    def pen(self, pen: Pen | None) -> str:
        """Return how something is outlined."""
        if pen is None:
            return "<a:ln><a:noFill/></a:ln>"
        parts = [pen.dash[at : at + 2] for at in range(0, len(pen.dash) - 1, 2)]
        stops = "".join(
            f'<a:ds d="{_share(dash, pen)}" sp="{_share(gap, pen)}"/>' for dash, gap in parts
        )
        dash = f"<a:custDash>{stops}</a:custDash>" if stops else ""
        cap = "rnd" if pen.is_dotted else "flat"
        width = emu(pen.width * self.scale)
        fill = f"<a:solidFill>{self.colour(pen.role)}</a:solidFill>"
        return f'<a:ln w="{width}" cap="{cap}">{fill}{dash}</a:ln>'


def _share(length: float, pen: Pen) -> int:
    """Return a dash in thousandths of a percent of the pen's width."""
    return max(1_000, round(length / pen.width * 100_000))


def bounds(op: Outline) -> Box:
    """Return the box around the points of a shape."""
    if isinstance(op, Rect):
        return op.box
    places = points_of(op)
    left, top = (min(point[at] for point in places) for at in (0, 1))
    right, bottom = (max(point[at] for point in places) for at in (0, 1))
    return Box(left, top, right - left, bottom - top)


def shape(named: Named, op: Outline, setting: Setting, text: str = "") -> str:
    """Return one shape, with a body of text inside or none."""
    box = setting.box(bounds(op))
    if isinstance(op, Line) and not text:
        return _line(named, op, setting, box)
    fill = None if isinstance(op, Line) else op.fill
    geometry = _rounded(op) if isinstance(op, Rect) else _path(op, setting)
    look = f"{frame(box)}{geometry}{setting.fill(fill)}{setting.pen(op.pen)}"
    return _sp(named, look, text)


def _sp(named: Named, look: str, text: str) -> str:
    return (
        f"<p:sp{_SPACES}><p:nvSpPr>{named.xml}<p:cNvSpPr/><p:nvPr/></p:nvSpPr>"
        f"<p:spPr>{look}</p:spPr>{text}</p:sp>"
    )


def _line(named: Named, op: Line, setting: Setting, box: Box) -> str:
    (x1, y1), (x2, y2) = op.start, op.end
    turned = ' flipH="1"' * (x2 < x1) + ' flipV="1"' * (y2 < y1)
    return (
        f"<p:cxnSp{_SPACES}><p:nvCxnSpPr>{named.xml}<p:cNvCxnSpPr/><p:nvPr/></p:nvCxnSpPr><p:spPr>"
        f'{frame(box, turned)}<a:prstGeom prst="line"><a:avLst/></a:prstGeom>'
        f"{setting.pen(op.pen)}</p:spPr></p:cxnSp>"
    )


def frame(box: Box, turned: str = "") -> str:
    """Return where a shape stands."""
    return (
        f'<a:xfrm{turned}><a:off x="{emu(box.x)}" y="{emu(box.y)}"/>'
        f'<a:ext cx="{emu(box.w)}" cy="{emu(box.h)}"/></a:xfrm>'
    )


def _rounded(op: Rect) -> str:
    short = min(op.box.w, op.box.h)
    if op.radius <= 0 or short <= 0:
        return '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
    if op.radius >= short / 2 - 0.01 and abs(op.box.w - op.box.h) < 0.01:
        return '<a:prstGeom prst="ellipse"><a:avLst/></a:prstGeom>'
    round_by = min(50_000, round(op.radius / short * 100_000))
    return (
        '<a:prstGeom prst="roundRect"><a:avLst>'
        f'<a:gd name="adj" fmla="val {round_by}"/></a:avLst></a:prstGeom>'
    )


def _path(op: Line | Polyline | Curve, setting: Setting) -> str:
    """Return the geometry of straight lines and of curves, from the corner of their box."""
    box = bounds(op)

    def at(*points: Point) -> str:
        return "".join(
            f'<a:pt x="{emu((x - box.x) * setting.scale)}" y="{emu((y - box.y) * setting.scale)}"/>'
            for x, y in points
        )

    first, *rest = points_of(op)
    moves = f"<a:moveTo>{at(first)}</a:moveTo>"
    if isinstance(op, Curve):
        moves += "".join(f"<a:cubicBezTo>{at(*arc)}</a:cubicBezTo>" for arc in op.arcs)
    else:
        moves += "".join(f"<a:lnTo>{at(point)}</a:lnTo>" for point in rest)
    if not isinstance(op, Line) and op.closed:
        moves += "<a:close/>"
    filled = "" if not isinstance(op, Line) and op.fill else ' fill="none"'
    size = f'w="{emu(box.w * setting.scale)}" h="{emu(box.h * setting.scale)}"'
    return (
        "<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/>"
        '<a:rect l="0" t="0" r="r" b="b"/>'
        f"<a:pathLst><a:path {size}{filled}>{moves}</a:path></a:pathLst></a:custGeom>"
    )


def text_box(named: Named, box: Box, text: str, border: str = "<a:ln><a:noFill/></a:ln>") -> str:
    """Return words that stand by themselves."""
    look = f'{frame(box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/>{border}'
    return (
        f'<p:sp{_SPACES}><p:nvSpPr>{named.xml}<p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr>'
        f"<p:spPr>{look}</p:spPr>{text}</p:sp>"
    )


def title_box(named: Named, box: Box, text: str) -> str:
    """Return the title of a slide, which lists of slides and screen readers call it by."""
    return (
        f"<p:sp{_SPACES}><p:nvSpPr>{named.xml}<p:cNvSpPr/><p:nvPr>"
        f'<p:ph type="title"/></p:nvPr></p:nvSpPr><p:spPr>{frame(box)}</p:spPr>{text}</p:sp>'
    )


def body(paragraphs: Iterable[str], insets: Sequence[float] = (0, 0, 0, 0), anchor: str = "t",
         tag: str = "p:txBody") -> str:  # fmt: skip
    """Return a body of text; insets are those at the left, top, right and bottom."""
    sides = " ".join(
        f'{name}="{emu(it)}"'
        for name, it in zip(("lIns", "tIns", "rIns", "bIns"), insets, strict=True)
    )
    inside = "".join(paragraphs) or "<a:p/>"
    return (
        f'<{tag}><a:bodyPr wrap="square" {sides} anchor="{anchor}"><a:noAutofit/></a:bodyPr>'
        f"<a:lstStyle/>{inside}</{tag}>"
    )


@dataclass(frozen=True, slots=True)
class Type:
    """How words of a slide are set: sizes and leads in points, ``side`` is l, r or ctr."""

    size: float
    lead: float
    language: Tongue
    bold: bool = False
    italic: bool = False
    colour: str = "000000"
    side: str = "l"
    before: float = 0.0
    indent: float = 0.0
    sign: str = ""


def paragraph(words: Words, it: Type) -> str:
    """Return a paragraph in runs; a line feed in its words is a break of a line."""
    runs = "".join(
        _run(text, run.hand, it, language)
        for run in words
        for text, language in it.language.parts(run.text)
    )
    hang = it.size * 1.1 if it.sign else 0.0
    sign = f'<a:buChar char="{it.sign}"/>' if it.sign else "<a:buNone/>"
    return (
        f'<a:p><a:pPr marL="{emu(it.indent + hang)}" indent="{emu(-hang)}" algn="{it.side}">'
        f'<a:lnSpc><a:spcPts val="{round(it.lead * 100)}"/></a:lnSpc>'
        f'<a:spcBef><a:spcPts val="{round(it.before * 100)}"/></a:spcBef>'
        f'<a:spcAft><a:spcPts val="0"/></a:spcAft>'
        f'{sign}</a:pPr>{runs}<a:endParaRPr lang={quoted(it.language.tag)}'
        f' sz="{_size(it.size)}"/></a:p>'
    )  # fmt: skip


def _size(points: float) -> int:
    return max(100, round(points * 100))


def _run(text: str, hand: str, it: Type, language: str) -> str:
    is_bold = hand in ("strong", "ref") or (it.bold and hand != "italic")
    bold = f' b="{int(is_bold)}"'
    italic = ' i="1"' if it.italic or hand == "italic" else ""
    struck = ' strike="sngStrike"' if hand == "struck" else ""
    look = (
        f'<a:rPr lang={quoted(language)} sz="{_size(it.size)}"{bold}{italic}{struck}>'
        f'<a:solidFill><a:srgbClr val="{it.colour}"/></a:solidFill>'
        f'<a:latin typeface="{FACE}"/><a:cs typeface="{FACE}"/></a:rPr>'
    )
    parts = (f"<a:r>{look}<a:t>{escape(clean(line))}</a:t></a:r>" for line in text.split("\n"))
    return f"<a:br>{look}</a:br>".join(parts)


def group(named: Named, box: Box, inside: Sequence[str]) -> str:
    """Return shapes as one group, whose own measure is that of the slide."""
    place = f'x="{emu(box.x)}" y="{emu(box.y)}"'
    size = f'cx="{emu(box.w)}" cy="{emu(box.h)}"'
    return (
        f"<p:grpSp{_SPACES}><p:nvGrpSpPr>{named.xml}<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>"
        f"<p:grpSpPr><a:xfrm><a:off {place}/><a:ext {size}/><a:chOff {place}/><a:chExt {size}/>"
        f"</a:xfrm></p:grpSpPr>{''.join(inside)}</p:grpSp>"
    )
