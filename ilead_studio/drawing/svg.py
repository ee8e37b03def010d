"""A drawing as one self-contained SVG file with real text, which can be searched and read aloud."""

import re
from base64 import b64encode
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Final, NamedTuple
from xml.sax.saxutils import escape, quoteattr

from ilead_studio.drawing.fonts import ITALIC, SEMIBOLD
from ilead_studio.drawing.ops import (
    Box,
    Curve,
    Drawing,
    Group,
    Image,
    Line,
    Op,
    Pen,
    Point,
    Polyline,
    Rect,
    TextLine,
    placed_groups,
)
from ilead_studio.drawing.theme import Theme

_FAMILY: Final = "'Workbook Sans', 'Source Sans 3', sans-serif"
_NOTHING: Final[Mapping[str, str]] = MappingProxyType({})
_FORBIDDEN: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML 1.0 cannot hold, not even escaped."""


def to_svg(
    drawing: Drawing,
    theme: Theme,
    *,
    title: str,
    language: str,
    words: Mapping[str, str],
    more: Mapping[str, str] = _NOTHING,
    transparent: bool = False,
) -> str:
    """Return a drawing as SVG text.

    ``title`` names the picture, ``language`` is its language tag, ``words`` says each item (by
    its id) in a sentence and ``more`` what is marked on it; an item that is in neither gets no
    title of its own. ``transparent`` leaves
    out the paper behind them. One point of the drawing is one point of the file; it refers to
    nothing outside itself.
    """
    said = _Said(words, more)
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        _opening(drawing.bounds, language),
        f"<title>{_escaped(title)}</title>",
        f"<desc>{_escaped(_spoken(drawing, said))}</desc>",
        *([] if transparent else [_rect(Rect(drawing.bounds, fill="paper"), theme)]),
    ]
    for group in drawing.groups:
        lines += _group(group, theme, said)
    return "\n".join((*lines, "</svg>", ""))


class _Said(NamedTuple):
    """What is said of each item, by its id: its sentence, and what is marked on it."""

    words: Mapping[str, str]
    more: Mapping[str, str]

    def whole(self, node_id: str) -> str:
        """Return all that is said of an item in one line."""
        both = (self.words.get(node_id, ""), self.more.get(node_id, ""))
        return " · ".join(text for text in both if text)


def _opening(bounds: Box, language: str) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{_n(bounds.w)}pt"'
        f' height="{_n(bounds.h)}pt" viewBox="{" ".join(map(_n, bounds))}" role="img"'
        f' xml:lang={_quoted(language)} font-family="{_FAMILY}" style="font-kerning:none">'
    )


def _spoken(drawing: Drawing, said: _Said) -> str:
    """Return what is said of all items in reading order, one a line."""
    ids = dict.fromkeys(placed.group.node_id for placed in placed_groups(drawing))
    return "\n".join(line for line in map(said.whole, ids) if line)


def _group(group: Group, theme: Theme, said: _Said) -> Iterator[str]:
    """Write a group; one inside another is written by the same function."""
    name = group.node_id + (f"-{group.occurrence + 1}" if group.occurrence else "")
    moved = f' transform="translate({_n(group.x)} {_n(group.y)})"' if group.x or group.y else ""
    yield f"<g id={_quoted(name)} class={_quoted(group.role)}{moved}>"
    for tag, sentences in (("title", said.words), ("desc", said.more)):
        if sentence := sentences.get(group.node_id, ""):
            yield f"<{tag}>{_escaped(sentence)}</{tag}>"
    for op in group.ops:
        if isinstance(op, Group):
            yield from _group(op, theme, said)
        else:
            yield _WRITERS[type(op)](op, theme)
    yield "</g>"


def _rect(op: Rect, theme: Theme) -> str:
    box = op.box
    radius = f' rx="{_n(op.radius)}"' if op.radius else ""
    return (
        f'<rect x="{_n(box.x)}" y="{_n(box.y)}" width="{_n(box.w)}" height="{_n(box.h)}"{radius}'
        f"{_painted(op.fill, op.pen, theme)}/>"
    )


def _line(op: Line, theme: Theme) -> str:
    (x1, y1), (x2, y2) = op.start, op.end
    ends = f'x1="{_n(x1)}" y1="{_n(y1)}" x2="{_n(x2)}" y2="{_n(y2)}"'
    return f"<line {ends}{_stroke(op.pen, theme)}/>"


def _polyline(op: Polyline, theme: Theme) -> str:
    tag = "polygon" if op.closed else "polyline"
    points = " ".join(_pair(point) for point in op.points)
    return f'<{tag} points="{points}"{_painted(op.fill, op.pen, theme)}/>'


def _curve(op: Curve, theme: Theme) -> str:
    arcs = "".join(f"C{' '.join(map(_pair, arc))}" for arc in op.arcs)
    end = "Z" if op.closed else ""
    return f'<path d="M{_pair(op.start)}{arcs}{end}"{_painted(op.fill, op.pen, theme)}/>'


def _text(op: TextLine, theme: Theme) -> str:
    """Write a line of real text; ``textLength`` keeps its width where the font is another."""
    if not op.text:
        return "<!-- empty line -->"
    look = {SEMIBOLD: ' font-weight="600"', ITALIC: ' font-style="italic"'}.get(op.face, "")
    kept = f' textLength="{_n(op.width)}" lengthAdjust="spacingAndGlyphs"'
    return (
        f'<text x="{_n(op.x)}" y="{_n(op.y)}" font-size="{_n(op.size)}"{look}{kept}'
        f' fill="{theme.colour(op.role)}" xml:space="preserve">{_escaped(op.text)}</text>'
    )


def _image(op: Image, theme: Theme) -> str:
    box, png = op.box, b64encode(op.png).decode("ascii")
    return (
        f'<image x="{_n(box.x)}" y="{_n(box.y)}" width="{_n(box.w)}" height="{_n(box.h)}"'
        f' href="data:image/png;base64,{png}"><title>{_escaped(op.words)}</title></image>'
    )


_WRITERS: Final[dict[type[Op], Callable[..., str]]] = {
    Rect: _rect,
    Line: _line,
    Polyline: _polyline,
    Curve: _curve,
    TextLine: _text,
    Image: _image,
}


def _painted(fill: str | None, pen: Pen | None, theme: Theme) -> str:
    ground = theme.colour(fill) if fill else "none"
    return f' fill="{ground}"' + (_stroke(pen, theme) if pen else "")


def _stroke(pen: Pen, theme: Theme) -> str:
    dash = f' stroke-dasharray="{" ".join(map(_n, pen.dash))}"' if pen.dash else ""
    cap = ' stroke-linecap="round"' if pen.is_dotted else ""
    return f' stroke="{theme.colour(pen.role)}" stroke-width="{_n(pen.width)}"{dash}{cap}'


def _pair(point: Point) -> str:
    return f"{_n(point[0])} {_n(point[1])}"


def _n(number: float) -> str:
    """Write a number with two decimals at most: 12, 0.5, -3.25."""
    text = f"{number:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def _escaped(text: str) -> str:
    return escape(_FORBIDDEN.sub("", text))


def _quoted(text: str) -> str:
    return quoteattr(_FORBIDDEN.sub("", text))
