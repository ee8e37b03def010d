"""The title page: who works on what, what is in the handout, and how paper comes back."""

from collections.abc import Sequence
from io import BytesIO
from typing import Final, NamedTuple

from ilead_studio.drawing.ops import Box
from ilead_studio.drawing.paper import Paper
from ilead_studio.handouts.block_words import DOTS
from ilead_studio.handouts.contents import Content, write_contents
from ilead_studio.handouts.flow import Flow
from ilead_studio.handouts.painter import frame_of
from ilead_studio.handouts.sheet import Sheet, Stroke
from ilead_studio.handouts.structure import Element
from ilead_studio.handouts.style import COVER, TITLE, fitting
from ilead_studio.handouts.tagged import Place, TaggedCanvas
from ilead_studio.handouts.type import WRITING, Type
from ilead_studio.model import Party, Workbook
from ilead_studio.model.logo import picture
from ilead_studio.packet.leaf import Cover
from ilead_studio.rules.names import workbook_name
from ilead_studio.words import say

_RULE: Final = Stroke(1.6)
_SINK: Final = 40.0
"""How far down the title page begins; logos stand above."""
_LOGO: Final = (110.0, 30.0)
"""Most width and height of a logo."""
_GUTTER: Final = 32.0
"""Between the two columns."""
_ASIDE: Final = 166.0
"""The narrow column at the right."""
_ASIDE_HEIGHT: Final = 260.0
"""More than that column takes, in any language."""
_LEAST: Final = 430.0
"""The narrowest room for two columns."""
_AIR: Final = 4.0


def reserve_cover(
    canvas: TaggedCanvas, paper: Paper, cover: Cover, named: Sequence[tuple[str, str]], kind: Type
) -> tuple[Sheet, ...]:
    """Keep the sheets free that the title page will take, by a trial; to be called first of all.

    ``named`` are the words and the references of what will be in the contents.
    """
    trial = TaggedCanvas("", cover.workbook.language)
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
    flow.y += 22
    heading = part.add("H1")
    _logos(flow, part, cover.workbook.parties)
    flow.write(heading, title, fitting(title, flow.room, COVER, TITLE, kind.section))
    _about(flow, part, cover)
    _problems(flow, part, cover.workbook)
    _columns(flow, part, contents)
    _independence(flow, part)


def _logos(flow: Flow, part: Element, parties: Sequence[Party]) -> None:
    """Show the logos above the rule, one beside the other."""
    x, bottom = flow.left, flow.paper.top + _LOGO[1]
    for party, png in ((it, _png(it)) for it in parties):
        if png is None or x + _LOGO[0] > flow.left + flow.room:
            continue
        scale = min(_LOGO[0] / png.width, _LOGO[1] / png.height)
        box = Box(x, bottom - png.height * scale, png.width * scale, png.height * scale)
        words = say("Logo of {party}", party=party.name)
        figure = part.add("Figure", alternative=words, attributes=frame_of(box, flow.sheet))
        with flow.sheet.marked(figure):
            flow.sheet.picture(png.data, box)
        x = box.right + 24


class _Png(NamedTuple):
    """A picture with its size in pixels."""

    data: bytes
    width: int
    height: int


def _png(party: Party) -> _Png | None:
    """Return the logo of a party, if it is a picture that paper can show (an SVG is not)."""
    logo = picture(party.logo)
    if logo is None or logo.kind != "png":
        return None
    read = BytesIO(logo.data[16:24])
    return _Png(logo.data, *(int.from_bytes(read.read(4)) for _ in range(2)))


def _about(flow: Flow, part: Element, cover: Cover) -> None:
    """Say for which meeting it is, for whom, who works together, and what else is to be known."""
    flow.gap(12)
    if said := " ".join(f"{it}." for it in (cover.when, cover.audience) if it):
        flow.write(part.add("P"), said, flow.type.lead)
        flow.gap(6)
    for party in cover.workbook.parties:
        flow.write(part.add("P"), _party_words(party), flow.type.lead)
    for words in cover.more:
        flow.gap(6)
        flow.write(part.add("P"), words, flow.type.body)


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
        flow.write(part.add("P"), problem.text, flow.type.body)
        flow.gap(_AIR)


def _section(flow: Flow, part: Element, text: str) -> None:
    flow.gap(18)
    flow.need(flow.type.section.lead + 40)
    flow.write(part.add("H2"), text, flow.type.section)
    flow.y += _AIR


def _columns(flow: Flow, part: Element, contents: Sequence[Content]) -> None:
    """Write the contents at the left, and what is asked of the reader at the right."""
    flow.gap(6)
    left, right = part.add("Sect"), part.add("Sect")
    if not flow.type.columns or flow.room < _LEAST:
        _contents(flow, left, contents)
        _aside(flow, right)
        return
    flow.need(_ASIDE_HEIGHT)
    sheet, top, room = flow.sheet, flow.y, flow.room
    with flow.within(room - _ASIDE, _ASIDE):
        _aside(flow, right)
    lowest, flow.y = flow.y, top
    with flow.within(0.0, room - _ASIDE - _GUTTER):
        _contents(flow, left, contents)
    if flow.sheet is sheet:
        flow.y = max(flow.y, lowest)


def _aside(flow: Flow, section: Element) -> None:
    _section(flow, section, say("This copy belongs to"))
    for asked in (say("Role"), say("School or program")):
        flow.need(WRITING + flow.type.small.lead)
        flow.y += WRITING
        flow.rule(DOTS)
        flow.y += 3
        flow.write(section.add("P"), asked, flow.type.small)
    _section(flow, section, say("How paper comes back"))
    words = say(
        "Everything printed here has a short reference, such as C14, D3, I5 or P7. It never "
        "changes. Write it beside what you add, and leave the page with the facilitator."
    )
    flow.write(section.add("P"), words, flow.type.table)


def _contents(flow: Flow, section: Element, contents: Sequence[Content]) -> None:
    _section(flow, section, say("In this handout"))
    if contents:
        write_contents(flow, section, contents)
    else:
        words = say("There is nothing to print yet.")
        flow.write(section.add("P"), words, flow.type.body)


def _independence(flow: Flow, part: Element) -> None:
    """Say at the foot who made it, and what kind of paper it is."""
    words = say(
        "Made with iLEAD Studio, which is independent of the organisations that use the name "
        "iLEAD. A working paper: probably wrong and definitely incomplete."
    )
    height = flow.type.small.height(words, flow.room)
    flow.need(height + 12)
    flow.y = flow.bottom - height
    flow.write(part.add("P"), words, flow.type.small)
