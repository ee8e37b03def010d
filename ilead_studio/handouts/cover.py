"""The title page: who works on what, what is in the handout, and how paper comes back."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from ilead_studio.drawing.ops import Box
from ilead_studio.drawing.paper import Paper
from ilead_studio.handouts.flow import Flow
from ilead_studio.handouts.sheet import Sheet, Stroke
from ilead_studio.handouts.structure import Element
from ilead_studio.handouts.style import (
    BELOW,
    BODY,
    COVER,
    LEAD,
    NUMBER,
    REFERENCE,
    SECTION,
    SMALL,
    TITLE,
    fitting,
)
from ilead_studio.handouts.tagged import Place, TaggedCanvas
from ilead_studio.model import Party, Workbook
from ilead_studio.rules.names import workbook_name
from ilead_studio.words import say

_RULE: Final = Stroke(1.6)
_DOTS: Final = Stroke(0.5, (0.6, 1.8))
"""A writing line: black, so that no copier loses it, and still looks grey."""
_SINK: Final = 40.0
"""How far down the title page begins."""
_GUTTER: Final = 32.0
"""Between the two columns."""
_ASIDE: Final = 166.0
"""The narrow column at the right."""
_ASIDE_HEIGHT: Final = 260.0
"""More than that column takes, in any language."""
_STEP: Final = 15.0
"""From one line of the contents to the next."""
_REFERENCES: Final = 24.0
"""The column of references in the contents."""
_NUMBERS: Final = NUMBER.width("999")
"""The column of page numbers."""
_WRITING: Final = 22.68
"""8 mm, for handwriting."""


class Content(NamedTuple):
    """One line of the contents: its words, the reference before them, and where it leads."""

    text: str
    ref: str
    place: Place
    number: int


def reserve_cover(
    canvas: TaggedCanvas, paper: Paper, workbook: Workbook, named: Sequence[tuple[str, str]]
) -> tuple[Sheet, ...]:
    """Keep the sheets free that the title page will take, by a trial; to be called first of all.

    ``named`` are the words and the references of what will be in the contents.
    """
    trial = TaggedCanvas("", workbook.language)
    place = Place(trial.sheet(paper.tall()), 0.0)
    before = len(trial.sheets)
    contents = [Content(text, ref, place, 0) for text, ref in named]
    write_cover(trial, paper, workbook, contents, trial.top)
    return tuple(canvas.sheet(paper.tall()) for _ in trial.sheets[before:])


def write_cover(
    canvas: TaggedCanvas,
    paper: Paper,
    workbook: Workbook,
    contents: Sequence[Content],
    part: Element,
    reserved: Sequence[Sheet] = (),
) -> None:
    """Write the title page (or pages) on the sheets reserved for it, as the content of ``part``."""
    flow = Flow(canvas, paper.tall(), reserved=reserved)
    canvas.bookmark(workbook_name(workbook), 0, Place(flow.sheet, flow.y))
    flow.y += _SINK
    flow.rule(_RULE)
    flow.y += 22
    title = workbook_name(workbook)
    flow.write(part.add("H1"), title, fitting(title, flow.room, COVER, TITLE, SECTION))
    _parties(flow, part, workbook.parties)
    _problems(flow, part, workbook)
    _columns(flow, part, contents)
    _independence(flow, part)


def _parties(flow: Flow, part: Element, parties: Sequence[Party]) -> None:
    flow.gap(12)
    for party in parties:
        flow.write(part.add("P"), _party_words(party), LEAD)


def _party_words(party: Party) -> str:
    kinds = {"LEA": say("school district (LEA)"), "IHE": say("university (IHE)")}
    kind = kinds.get(party.kind)
    return say("{name}, {kind}", name=party.name, kind=kind) if kind else party.name


def _problems(flow: Flow, part: Element, workbook: Workbook) -> None:
    problems = workbook.problems
    if not problems:
        return
    one = say("Problem of practice")
    _section(flow, part, one if len(problems) == 1 else say("Problems of practice"))
    for problem in problems:
        flow.write(part.add("P"), problem.text, BODY)
        flow.gap(4)


def _section(flow: Flow, part: Element, text: str, indent: float = 0.0) -> None:
    flow.gap(18)
    flow.need(SECTION.lead + 40)
    flow.write(part.add("H2"), text, SECTION, indent)
    flow.y += 4


def _columns(flow: Flow, part: Element, contents: Sequence[Content]) -> None:
    """Write the contents at the left, and what is asked of the reader at the right."""
    flow.gap(6)
    flow.need(_ASIDE_HEIGHT)
    sheet, top = flow.sheet, flow.y
    left, right = part.add("Sect"), part.add("Sect")
    _aside(flow, right)
    lowest, flow.y = flow.y, top
    _contents(flow, left, contents)
    if flow.sheet is sheet:
        flow.y = max(flow.y, lowest)


def _aside(flow: Flow, section: Element) -> None:
    indent = flow.room - _ASIDE
    _section(flow, section, say("This copy belongs to"), indent)
    for asked in (say("Role"), say("School or program")):
        flow.y += _WRITING
        ends = ((flow.left + indent, flow.y), (flow.left + flow.room, flow.y))
        with flow.sheet.artifact():
            flow.sheet.lines(ends, stroke=_DOTS)
        flow.y += 3
        flow.write(section.add("P"), asked, SMALL, indent)
    _section(flow, section, say("How paper comes back"), indent)
    words = say(
        "Everything printed here has a short reference, such as C14, D3, I5 or P7. It never "
        "changes. Write it beside what you add, and leave the page with the facilitator."
    )
    flow.write(section.add("P"), words, BELOW, indent)


def _contents(flow: Flow, section: Element, contents: Sequence[Content]) -> None:
    _section(flow, section, say("In this handout"))
    if not contents:
        flow.write(section.add("P"), say("There is no fishbone and no theory yet."), BODY)
        return
    table = section.add("TOC")
    for content in contents:
        _content(flow, table, content)


def _content(flow: Flow, table: Element, content: Content) -> None:
    """Write one line of the contents, which leads to its page."""
    room, number = flow.room - _ASIDE - _GUTTER, str(content.number)
    words = room - _REFERENCES - _NUMBERS - 16
    flow.need(BODY.height(content.text, words))
    link, top = table.add("TOCI").add("Reference").add("Link"), flow.y
    if content.ref:
        flow.beside(link.add("Span"), content.ref, REFERENCE, 0, BODY)
    flow.write(link.add("Span"), content.text, BODY, _REFERENCES, words, goes_on=True)
    flow.y -= BODY.lead
    used = _REFERENCES + BODY.width(BODY.lines(content.text, words)[-1]) + 6
    _leader(flow, used, room - NUMBER.width(number) - 6)
    flow.beside(link.add("Span"), number, NUMBER, room - NUMBER.width(number), BODY)
    flow.y += _STEP
    box = Box(flow.left, top, room, flow.y - top)
    text = say("{text}, page {number}", text=content.text, number=number)
    flow.canvas.link(link, flow.sheet, box, content.place, text)


def _leader(flow: Flow, start: float, end: float) -> None:
    y = flow.y + BODY.baseline
    with flow.sheet.artifact():
        flow.sheet.lines(((flow.left + start, y), (flow.left + end, y)), stroke=_DOTS)


def _independence(flow: Flow, part: Element) -> None:
    """Say at the foot who made it, and what kind of paper it is."""
    words = say(
        "Made with iLEAD Studio, which is independent of the organisations that use the name "
        "iLEAD. A working paper: probably wrong and definitely incomplete."
    )
    height = SMALL.height(words, flow.room)
    flow.need(height + 12)
    flow.y = flow.bottom - height
    flow.write(part.add("P"), words, SMALL)
