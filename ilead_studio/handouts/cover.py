"""The title page: who works on what, when, what is in the handout, and how paper comes back."""

from collections.abc import Sequence
from typing import Final

from ilead_studio.drawing.paper import Paper
from ilead_studio.handouts.block_words import DOTS
from ilead_studio.handouts.contents import Content, write_contents
from ilead_studio.handouts.cover_parties import write_parties
from ilead_studio.handouts.flow import Flow
from ilead_studio.handouts.ink import Stroke
from ilead_studio.handouts.sheet import Sheet
from ilead_studio.handouts.structure import Element
from ilead_studio.handouts.style import COVER, fitting
from ilead_studio.handouts.tagged import Place, TaggedCanvas
from ilead_studio.handouts.type import Type
from ilead_studio.model import Problem
from ilead_studio.packet.blocks import Run, plain, refs, strong
from ilead_studio.packet.leaf import Cover
from ilead_studio.rules.names import workbook_name
from ilead_studio.words import say

_RULE: Final = Stroke(2.4)
_SINK: Final = 30.0
"""How far down the title page begins."""
_GUTTER: Final = 32.0
"""Between the two columns."""
_ASIDE: Final = 166.0
"""The narrow column at the right."""
_ASIDE_HEIGHT: Final = 260.0
"""More than that column takes, in any language."""
_OWNER_HEIGHT: Final = 150.0
"""What of it stays together in large print."""
_OVER_FOOT: Final = 12.0
"""Above the words at the foot."""
_LEAST: Final = 430.0
"""The narrowest room for two columns."""
_MOST_PROBLEMS: Final = 2
"""Problems that are printed in full; of more, each has a page of its own."""


def reserve_cover(
    canvas: TaggedCanvas,
    paper: Paper,
    cover: Cover,
    named: Sequence[tuple[str, str]],
    kind: Type,
) -> tuple[Sheet, ...]:
    """Keep the sheets free that the title page will take, by a trial; to be called first of all.

    ``named`` are the words and the references of what will be in the contents.
    """
    trial = TaggedCanvas("", "")
    place = Place(trial.sheet(paper.tall()), 0.0)
    before = len(trial.sheets)
    contents = [Content(text, ref, place, 0) for text, ref in named]
    write_cover(trial, paper, cover, contents, trial.top, kind)
    return tuple(canvas.sheet(paper.tall()) for _ in trial.sheets[before:])


def write_cover(
    canvas: TaggedCanvas,
    paper: Paper,
    cover: Cover,
    contents: Sequence[Content],
    part: Element,
    kind: Type,
    reserved: Sequence[Sheet] = (),
) -> None:
    """Write the title page (or pages) on the sheets reserved for it, as the content of ``part``."""
    flow = Flow(canvas, paper.tall(), reserved=reserved, kind=kind)
    title = workbook_name(cover.workbook)
    canvas.bookmark(title, 0, Place(flow.sheet, flow.y))
    flow.y += _SINK
    flow.rule(_RULE)
    flow.y += 20
    flow.write(part.add("H1"), title, fitting(title, flow.room, COVER, kind.title, kind.section))
    _when(flow, part, cover)
    write_parties(flow, part, cover.workbook.parties)
    _more(flow, part, cover.more)
    _problems(flow, part, cover.workbook.problems)
    free = _columns(flow, part, contents)
    _independence(flow, part, free)


def _when(flow: Flow, part: Element, cover: Cover) -> None:
    """Say of which meeting the handout is, and for whom."""
    flow.gap(10)
    said = (strong(cover.when), plain(cover.audience))
    for words in filter(None, said):
        flow.words(part.add("P"), words, flow.type.lead)


def _more(flow: Flow, part: Element, more: Sequence[str]) -> None:
    """Say what the readers should know about the whole handout."""
    for words in more:
        flow.gap(4)
        flow.write(part.add("P"), words, flow.type.body)


def _problems(flow: Flow, part: Element, problems: Sequence[Problem]) -> None:
    if not 0 < len(problems) <= _MOST_PROBLEMS:
        return
    one = say("Problem of practice")
    _section(flow, part, one if len(problems) == 1 else say("Problems of practice"))
    for problem in problems:
        flow.write(part.add("P"), problem.text, flow.type.body)
        flow.gap(4)


def _section(flow: Flow, part: Element, text: str) -> None:
    style = flow.type.section
    flow.gap(18)
    flow.need(style.lead + 40)
    flow.write(part.add("H2"), text, style)
    flow.y += 4


def _columns(flow: Flow, part: Element, contents: Sequence[Content]) -> float:
    """Write the contents at the left, and what is asked of the reader at the right.

    In large print, and in a narrow room, one stands under the other. Returns from where on the
    right column is free.
    """
    if not flow.type.columns or flow.room < _LEAST:
        _contents(flow, part.add("Sect"), contents)
        flow.need(_OWNER_HEIGHT)
        _aside(flow, part.add("Sect"))
        return flow.bottom
    flow.gap(6)
    flow.need(_ASIDE_HEIGHT)
    sheet, top = flow.sheet, flow.y
    left, right = part.add("Sect"), part.add("Sect")
    with flow.within(flow.room - _ASIDE, _ASIDE):
        _aside(flow, right)
    lowest, flow.y = flow.y, top
    with flow.within(0.0, flow.room - _ASIDE - _GUTTER):
        _contents(flow, left, contents)
    if flow.sheet is not sheet:
        return flow.paper.top
    flow.y = max(flow.y, lowest)
    return lowest


def _aside(flow: Flow, section: Element) -> None:
    _section(flow, section, say("This copy belongs to"))
    for asked in (say("Role"), say("School or program")):
        flow.need(flow.type.writing + flow.type.small.lead)
        flow.y += flow.type.writing
        flow.rule(DOTS)
        flow.y += 3
        flow.write(section.add("P"), asked, flow.type.small)
    _section(flow, section, say("How paper comes back"))
    words = (
        Run(say("Everything printed here has a short reference, such as")), Run(" "),
        *refs(("C14", "D3", "I5", "P7")), Run(". "),
        Run(say("It never changes. Write it beside what you add, and leave the page with the "
                "facilitator.")),
    )  # fmt: skip
    flow.words(section.add("P"), words, flow.type.table)


def _contents(flow: Flow, section: Element, contents: Sequence[Content]) -> None:
    _section(flow, section, say("In this handout"))
    if contents:
        write_contents(flow, section, contents)
    else:
        none = say("There is nothing to print yet.")
        flow.write(section.add("P"), none, flow.type.body)


def _independence(flow: Flow, part: Element, free: float) -> None:
    """Say at the foot who made it, and what kind of paper it is.

    Where the contents go down to the foot it stands beside them, not on a sheet of its own.
    """
    words = say(
        "Made with iLEAD Studio, which is independent of the organisations that use the name "
        "iLEAD. A working paper: probably wrong and definitely incomplete."
    )
    small = flow.type.small
    is_full = flow.y + small.height(words, flow.room) + _OVER_FOOT > flow.bottom
    is_beside = is_full and free + small.height(words, _ASIDE) + _OVER_FOOT <= flow.bottom
    left = flow.room - _ASIDE if is_beside else 0.0
    with flow.within(left, flow.room - left):
        height = small.height(words, flow.room)
        if not is_beside:
            flow.need(height + _OVER_FOOT)
        flow.y = flow.bottom - height
        flow.write(part.add("P"), words, small)
