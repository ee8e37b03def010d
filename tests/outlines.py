"""Outlines and workbooks of every shape, for Hypothesis."""

from hypothesis import strategies as st

from ilead_studio.edits import add_packet
from ilead_studio.exchange import Entry, Outline, PageKind, add_outline
from ilead_studio.model import Packet, PrintedPage, Workbook, new_ids
from ilead_studio.model.text import tidy, tidy_lines

WORDS = st.text(min_size=1, max_size=30).map(tidy).filter(bool)
"""Any words that can be kept: every script, signs, markup."""
_PRINTED = st.builds(
    PrintedPage,
    kind=st.sampled_from(["cover", "driver-diagram", "not-known-yet"]),
    printed=st.booleans(),
    form=st.sampled_from(["filled", "pen", "fillable"]),
    is_poster=st.booleans(),
    across=st.integers(0, 9),
)
_NOTES = st.text(max_size=40).map(tidy_lines)


@st.composite
def outlines(draw: st.DrawFn, kind: PageKind | None = None, most: int = 12) -> Outline:
    """Draw an outline in which each entry stands at most one level deeper than a driver above."""
    kind = kind or draw(st.sampled_from(["fishbone", "theory"]))
    entries: list[Entry] = []
    deepest = 1
    for text in draw(st.lists(WORDS, max_size=most)):
        depth = draw(st.integers(1, deepest))
        is_idea = kind == "theory" and draw(st.booleans())
        entries.append(Entry(depth, text, is_idea, draw(_NOTES)))
        deepest = depth if is_idea else depth + 1
    return Outline(kind, draw(WORDS), draw(_NOTES), tuple(entries))


@st.composite
def workbooks(draw: st.DrawFn) -> Workbook:
    """Draw a workbook of some pages."""
    workbook, ids = Workbook(title=draw(WORDS)), new_ids(1)
    for outline in draw(st.lists(outlines(), max_size=3)):
        workbook = add_outline(workbook, outline, ids)[0]
    for name in draw(st.lists(WORDS, max_size=2)):
        packet = Packet(id=ids(), name=name, pages=tuple(draw(st.lists(_PRINTED, max_size=3))))
        workbook = add_packet(workbook, packet)
    return workbook
