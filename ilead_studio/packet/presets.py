"""Packets to begin with: lists of pages for what handouts are made for most often."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from ilead_studio.model import Meeting, Packet, PrintedPage, Workbook, pages, replace
from ilead_studio.packet.kinds import kinds
from ilead_studio.rules.days import day_words
from ilead_studio.words import say

_TEAM: Final = (
    "cover", "agenda", "catch-up", "what-changed", "fishbone", "driver-diagram", "ideas", "ramps",
    "form", "next-steps", "open-questions", "sign-up",
)  # fmt: skip
_KIT: Final = ("blank-fishbone", "blank-drivers", "blank-form", "prompts", "ballots")
_INQUIRY: Final = (
    "cover", "problem", "inquiry", "cycle", "measures", "learning-log", "open-questions",
)  # fmt: skip
NAMED: Final = (_TEAM, _KIT, _INQUIRY, ("form",))
"""All kinds that presets name."""
_FILLED: Final = frozenset({"cycle"})
"""The forms that say what is known already."""


class Preset(NamedTuple):
    """A packet to begin with: its name to type, its words, what it is for, and its pages."""

    name: str
    words: str
    purpose: str
    pages: tuple[PrintedPage, ...]

    def packet(self, new_id: str) -> Packet:
        """Return the packet."""
        return Packet(id=new_id, name=self.words, pages=self.pages)


def presets(workbook: Workbook) -> tuple[Preset, ...]:
    """Return the packets to begin with; the first is what is printed when nobody asks for more."""
    known = tuple(it.name for it in kinds())
    return (
        Preset("diagrams", say("Diagrams and outlines"),
               say("each page as a picture and in words"), _diagrams(workbook)),
        Preset("team-meeting", say("Team meeting"),
               say("what everybody needs on the table"), _of(_TEAM)),
        Preset("pdsa-forms", say("PDSA forms only"), say("to fill in by pen"), _of(("form",))),
        Preset("pdsa-on-screen", say("PDSA forms for the screen"),
               say("to fill in as a file and take back"),
               (PrintedPage(kind="form", form="fillable"),)),
        Preset("wall-poster", say("Wall poster"),
               say("diagrams over several sheets, read from two metres"), _posters()),
        Preset("table-kit", say("Table kit"),
               say("for a room without a projector: blank bones, prompts, ballots"), _of(_KIT)),
        Preset("inquiry-record", say("Inquiry record"),
               say("snapshots, predictions, amendments and results by date"), _of(_INQUIRY)),
        Preset("everything", say("Everything"), say("every kind of page"), _of(known)),
    )  # fmt: skip


def meeting_packet(meeting: Meeting, new_id: str) -> Packet:
    """Return the packet of a meeting: for all parties, or for the one that meets alone."""
    ofs = {it.name: it.of for it in kinds()}
    pages = tuple(
        replace(it, of=meeting.id) if ofs[it.kind] == "meeting" else it for it in _of(_TEAM)
    )
    alone = meeting.only_for
    name = packet_name(meeting)
    return Packet(id=new_id, name=name, pages=pages, viewer=alone, only_for=alone)


def packet_name(meeting: Meeting) -> str:
    """Return what the packet of a meeting is called."""
    return say("{day}, joint packet", day=day_words(meeting.day))


def packet_of(workbook: Workbook, meeting: Meeting) -> Packet | None:
    """Return the packet of a meeting, if there is one."""
    name = packet_name(meeting)
    return next((it for it in workbook.packets if it.name == name), None)


def _of(names: Sequence[str]) -> tuple[PrintedPage, ...]:
    """Return pages of the kinds with these names that there are."""
    known = {it.name for it in kinds()}
    return tuple(
        PrintedPage(kind=name, form="filled" if name in _FILLED else "pen")
        for name in names
        if name in known
    )


def _diagrams(workbook: Workbook) -> tuple[PrintedPage, ...]:
    """Return the title page, and each page of the workbook with its outline behind it."""
    ids = [page.id for page in pages(workbook)]
    return (PrintedPage(kind="cover"), *diagram_pages(workbook, ids))


def diagram_pages(workbook: Workbook, ids: Sequence[str]) -> tuple[PrintedPage, ...]:
    """Return pages of the workbook with these ids, each as a diagram and as an outline."""
    fishbones = {it.id for it in workbook.fishbones}
    return tuple(
        PrintedPage(kind=kind, of=page_id)
        for page_id in ids
        for kind in ("fishbone" if page_id in fishbones else "driver-diagram", "outline")
    )


def _posters() -> tuple[PrintedPage, ...]:
    return tuple(PrintedPage(kind=kind, is_poster=True) for kind in ("fishbone", "driver-diagram"))
