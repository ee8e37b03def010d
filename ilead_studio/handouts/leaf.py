"""Writes one page of a packet: its title, and its blocks one under the other."""

from dataclasses import replace
from functools import partial
from typing import Final

from ilead_studio.drawing.ops import Box
from ilead_studio.drawing.paper import Paper
from ilead_studio.handouts.block import Manner, Setter, heights, paint_all, share
from ilead_studio.handouts.block_entry import SetCards, SetEntry
from ilead_studio.handouts.block_frame import GUTTER, SetBeside, SetFacts, SetFrame
from ilead_studio.handouts.block_heading import SetHeading, repeat_heading
from ilead_studio.handouts.block_lines import SetLines
from ilead_studio.handouts.block_list import SetListing
from ilead_studio.handouts.block_picture import SetPicture, SetSketch
from ilead_studio.handouts.block_question import SetQuestion
from ilead_studio.handouts.block_rows import table_setter
from ilead_studio.handouts.block_words import SetText
from ilead_studio.handouts.flow import Flow
from ilead_studio.handouts.head import page_frame, title_lines
from ilead_studio.handouts.ink import Stroke
from ilead_studio.handouts.runs import broken
from ilead_studio.handouts.sheet import Sheet
from ilead_studio.handouts.structure import Element
from ilead_studio.handouts.tagged import Place, TaggedCanvas
from ilead_studio.handouts.type import USUAL, Type
from ilead_studio.packet.blocks import (
    Beside,
    Block,
    Cards,
    Entry,
    Facts,
    Frame,
    Heading,
    Lines,
    Listing,
    Picture,
    Question,
    Sketch,
    Table,
    Text,
)
from ilead_studio.packet.leaf import Leaf
from ilead_studio.words import say

_MARK: Final = (84.0, 46.0)
"""Size of the frame with a form's reference."""
_MARK_PAD: Final = 7.0
_HEAVY: Final = Stroke(1.8)
_UNDER: Final = 11.0
_NEAR: Final = 0.1
"""Points by which frames that fill a sheet stay away from its end."""
_BETWEEN_COPIES: Final = 48.0
"""Between two copies on one sheet; the cut goes through its middle."""
_LEAST_COPY: Final = 240.0
_NARROW: Final = 400.0
"""Room below which not every table has its columns: all but sheets of one's own have more."""
_CUT: Final = Stroke(0.5, (4.0, 3.0))


def write_leaf(
    canvas: TaggedCanvas, paper: Paper, leaf: Leaf, section: Element, kind: Type
) -> Place:
    """Write a page on sheets of its own; returns where it begins."""
    is_wide = leaf.wide and (kind.columns or is_drawn(leaf))
    sheet = paper.wide() if is_wide else paper.tall()
    start = Place(canvas.sheet(sheet), sheet.top)
    canvas.bookmark(leaf.name, leaf.level, start)
    first, manner = canvas.sheets.index(start.sheet), _manner(leaf, sheet, kind)
    columns = _columns(sheet, leaf.copies if kind.columns else 1)
    for column in columns:
        flow = Flow(canvas, sheet, reserved=canvas.sheets[first:], kind=kind, column=column)
        flow.again = partial(_repeat, flow, leaf)
        flow.level = leaf.level
        holder = section.add("Sect") if len(columns) > 1 else section
        _title(flow, leaf, holder)
        _blocks(flow, leaf, holder, _every(leaf.blocks, manner))
    for used in canvas.sheets[first:]:
        _cuts(used, sheet, columns[1:], kind)
    return start


def _manner(leaf: Leaf, paper: Paper, kind: Type) -> Manner:
    high = paper.room[1] - kind.footer
    is_narrow = paper.up > 1 or paper.room[0] < _NARROW
    return Manner(kind, leaf.form, is_narrow=is_narrow, high=high)


def is_drawn(leaf: Leaf) -> bool:
    """Tell whether a page holds a drawing that is made for its sheet, also in large print."""
    return any(isinstance(it, Sketch) for it in leaf.blocks)


def _columns(paper: Paper, copies: int) -> list[tuple[float, float]]:
    """Return where each copy begins, and how wide it is; a small sheet has one."""
    wide = (paper.room[0] - (copies - 1) * _BETWEEN_COPIES) / copies
    if wide < _LEAST_COPY:
        return [(paper.left, paper.room[0])]
    return [(paper.left + at * (wide + _BETWEEN_COPIES), wide) for at in range(copies)]


def _cuts(sheet: Sheet, paper: Paper, columns: list[tuple[float, float]], kind: Type) -> None:
    """Draw where the copies of a sheet are cut apart."""
    words, bottom = say("cut here"), paper.top + paper.room[1] - kind.footer
    for left, _ in columns:
        x = left - _BETWEEN_COPIES / 2
        with sheet.artifact():
            at = (x - kind.small.width(words) / 2, paper.top + kind.small.baseline)
            sheet.text(kind.small.line(words), at)
            sheet.lines(((x, paper.top + kind.small.lead + 4), (x, bottom)), stroke=_CUT)


def _blocks(flow: Flow, leaf: Leaf, holder: Element, setters: tuple[Setter, ...]) -> None:
    """Write the blocks of a page; frames share what is left of the sheet."""
    frames = [it for it in setters if isinstance(it, SetFrame | SetBeside)]
    share(frames, flow.bottom + GUTTER - flow.y - heights(setters, flow.room) - _NEAR)
    flow.canvas.fields.begin()
    for name, value in leaf.hidden:
        flow.canvas.fields.hidden(name, value, flow.sheet)
    paint_all(setters, flow, holder)


def setter(block: Block, manner: Manner, following: Setter | None = None) -> Setter:
    """Return what sets a block; a heading stays with what is ``following``."""
    match block:
        case Heading():
            return SetHeading(block, manner, following)
        case Frame() | Beside() | Entry() | Cards():
            return _set_several(block, manner)
        case Text() | Lines() | Question():
            return _set_words(block, manner, following)
        case Listing():
            return SetListing(block, manner)
        case Table():
            return table_setter(block, manner)
        case Facts():
            return SetFacts(block, manner)
        case Picture():
            return SetPicture(block, manner)
        case Sketch():
            return SetSketch(block)


def _set_several(block: Frame | Beside | Entry | Cards, manner: Manner) -> Setter:
    match block:
        case Frame():
            return SetFrame(block, manner, _every(block.blocks, replace(manner, framed=True)))
        case Beside():
            left, right = (_every(it, manner) for it in (block.left, block.right))
            return SetBeside(manner, left, right)
        case Entry():
            return SetEntry(block, manner, _every(block.blocks, manner))
        case Cards():
            return SetCards(manner, tuple(_every(it, manner) for it in block.cards))


def _set_words(block: Text | Lines | Question, manner: Manner, following: Setter | None) -> Setter:
    match block:
        case Text():
            return SetText(block, manner, following)
        case Lines():
            return SetLines(block, manner)
        case Question():
            return SetQuestion(block, manner)


def _every(blocks: tuple[Block, ...], manner: Manner) -> tuple[Setter, ...]:
    made: list[Setter] = []
    for block in reversed(blocks):
        made.append(setter(block, manner, made[-1] if made else None))
    return tuple(reversed(made))


def _title(flow: Flow, leaf: Leaf, section: Element) -> None:
    """Write the title with its reference at the right, and what is said under it."""
    kind, top = flow.type, flow.y
    size = _mark_size(leaf.mark, kind) if leaf.mark else (0.0, 0.0)
    room = flow.room - (size[0] + 12 if leaf.mark else 0.0)
    heading = section.add("H1")
    if leaf.mark:
        _mark(flow, leaf.mark, size)
    elif leaf.ref:
        room -= page_frame(flow, section.add("P"), leaf.ref)
    shown, style = title_lines(leaf.title, room, kind)
    flow.write(heading, shown, style, room=room)
    if shown != leaf.title:
        heading.actual = leaf.title
    flow.y += 2
    for words in leaf.about:
        lines = broken(words, kind.about, room, kind.least_ref)
        flow.need(len(lines) * kind.about.lead)
        flow.words(section.add("P"), words, kind.about, room=room)
    flow.y = max(flow.y, top + size[1]) + _UNDER


def _mark_size(mark: tuple[str, str], kind: Type) -> tuple[float, float]:
    """Return the size of the frame with a form's reference: larger where its words are."""
    wide = max(kind.mark.width(mark[0]), kind.small.width(mark[1])) + 2 * _MARK_PAD
    return max(_MARK[0], wide), _MARK[1] + kind.small.lead - USUAL.small.lead


def _mark(flow: Flow, mark: tuple[str, str], size: tuple[float, float]) -> None:
    """Draw the large frame of a form; the title says the same, so it is not read again."""
    box = Box(flow.left + flow.room - size[0], flow.y, *size)
    kind = flow.type
    with flow.sheet.artifact():
        flow.sheet.rectangle(box, stroke=_HEAVY)
        for words, style, y in ((mark[0], kind.mark, 28.5), (mark[1], kind.small, size[1] - 4.5)):
            x = box.x + (box.w - style.width(words)) / 2
            flow.sheet.text(style.line(words), (x, box.y + y))


def _repeat(flow: Flow, leaf: Leaf) -> None:
    """Name the page again at the top of a further sheet."""
    head = flow.type.head
    ref = leaf.ref or (leaf.mark[0] if leaf.mark else "")
    ending = say("{title}, continued", title="")
    room = flow.room - head.width(ending) - head.width(ref) - 24
    with flow.sheet.artifact("Pagination"):
        words = head.line(head.shortened(leaf.title, room) + ending)
        flow.sheet.text(words, (flow.left, flow.y + head.baseline))
        at = flow.left + flow.room - head.width(ref)
        flow.sheet.text(head.line(ref), (at, flow.y + head.baseline))
    flow.y += head.lead + 14
    repeat_heading(flow)
