"""The command ``hand-over``: a copy of a workbook for whoever goes on, and a page about it."""

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from ilead_studio.commands import Answer, whole_source
from ilead_studio.edits import handed_over, notes_in
from ilead_studio.errors import FileError, StudioError
from ilead_studio.model import FACILITATOR, OnlyFor, Packet, PrintedPage, Workbook, replace
from ilead_studio.packet.named import party_named
from ilead_studio.packet.wished import paper_fields
from ilead_studio.rules.handing_over import left_out_words
from ilead_studio.rules.visibility import EVERYBODY, SUCCESSOR, hidden
from ilead_studio.storage.disk import Disk
from ilead_studio.storage.refusals import shown
from ilead_studio.storage.store import SUFFIX, refuse_existing, save_workbook, write_whole
from ilead_studio.surroundings import Surroundings
from ilead_studio.words import say

_BRIEF: Final = ".pdf"


@dataclass(frozen=True, slots=True)
class Wish:
    """To whom it is handed over, None for who facilitates next; on which paper; with its notes."""

    viewer: str | None = None
    paper: str = "letter"
    with_notes: bool = True


def hand_over(file: str, out: Path, wish: Wish, world: Surroundings) -> Answer:
    """Write a copy without private notes, and a page about it with the same name beside it.

    Raises:
        FileError: if the workbook cannot be opened, or one of the two cannot be written: then
            neither is there.
        ExportError: if there is no such party.
    """
    if out.suffix.lower() != SUFFIX:
        words = say("“{name}” is to hold a workbook; let it end in .ilead.", name=shown(out))
        raise FileError(words)
    brief = out.with_suffix(_BRIEF)
    for path in (out, brief):
        refuse_existing(path, world.disk)
    workbook = whole_source(file, world)
    viewer = _viewer(workbook, wish.viewer)
    copy = handed_over(workbook, viewer, with_notes=wish.with_notes)
    _put(copy, out, _brief(copy, viewer, wish, world), brief, world.disk)
    written = say("“{name}” was written, and a PDF about it beside it.", name=shown(out))
    private, notes = len(hidden(workbook, viewer)), notes_in(workbook) - notes_in(copy)
    told = left_out_words(private, 0 if wish.with_notes else notes)
    return Answer(f"{written} {told}")


def _viewer(workbook: Workbook, asked: str | None) -> str:
    named = FACILITATOR if asked is None else party_named(workbook, asked)
    return SUCCESSOR if named == FACILITATOR else named or EVERYBODY


def _brief(copy: Workbook, viewer: str, wish: Wish, world: Surroundings) -> bytes:
    """Return the page about a copy, which holds nothing that its reader may not see."""
    from ilead_studio.handouts import make_packet, packet_pdf

    reader: OnlyFor = FACILITATOR if viewer == SUCCESSOR else viewer or None
    page = PrintedPage(kind="hand-over")
    packet = Packet(id=world.ids(), name=say("Hand over"), pages=(page,), viewer=reader)
    made = make_packet(copy, replace(packet, **paper_fields(wish.paper)), world.clock().date())
    return packet_pdf(made.leaves, made.outfit).pdf


def _put(copy: Workbook, out: Path, pdf: bytes, brief: Path, disk: Disk) -> None:
    """Write both, or none of them."""
    write_whole(brief, pdf, disk, replace_existing=False)
    try:
        save_workbook(copy, out, disk, None, replace_existing=False)
    except StudioError:
        if not out.exists():
            with suppress(OSError):
                disk.unlink(brief)
        raise
