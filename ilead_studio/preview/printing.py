"""A packet that is being printed: its PDF, the pictures of its pages, and what makes it readable.

First the pages are made that are looked at, then the file. The bytes of the file are those that are
written; the pages that were shown before are the same.
"""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from ilead_studio.errors import StudioError
from ilead_studio.handouts.glance import Known, glance
from ilead_studio.handouts.handout import Handout
from ilead_studio.handouts.making import Made, make_packet, printable
from ilead_studio.handouts.offers import Offering
from ilead_studio.handouts.packet_file import packet_pdf
from ilead_studio.model import Packet, Workbook
from ilead_studio.model.as_before import as_before
from ilead_studio.packet.leaf import AnyLeaf, Diagram
from ilead_studio.packet.seen import seen_in
from ilead_studio.packet.tongue import language_of
from ilead_studio.preview.frames import Frame
from ilead_studio.preview.pictured import pictures
from ilead_studio.storage.disk import Disk
from ilead_studio.storage.format import decode
from ilead_studio.storage.store import write_whole
from ilead_studio.wanted import still_wanted, while_wanted

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

FIRST: Final = range(4)
"""The sides that are made first when nobody says which are looked at."""


class SupersededError(Exception):
    """Ends what nobody waits for any longer: something newer is wished for."""


class Printing:
    """Answers frames: ``make`` a packet, show a ``picture``, look for ``offers``, ``write`` it.

    A ``make`` without a body is about the workbook of the one before; it is answered when the sides
    are made that are ``seen``. The file ``is_due`` then: ``go_on`` makes it. ``offers`` are due too
    when they were asked for, and told one by one: each time all that are ``found``. What is told
    carries the number of the ``wish`` that it is about, if that has one. ``pictures`` of sides that
    a ``make`` names, with their widths, follow its answer unasked.
    ``turn`` is called ten times in a second or more often while something is made; it may answer
    what is asked, or raise ``SupersededError``: then nothing is answered.
    """

    def __init__(
        self, disk: Disk, tell: Callable[[Frame], None], turn: Callable[[], None] = lambda: None
    ) -> None:
        self._disk, self._say, self._turn = disk, tell, turn
        self._wish: dict[str, int] = {}
        self._workbook: Workbook | None = None
        self._packet: Packet | None = None
        self._made: Made | None = None
        self._every: tuple[AnyLeaf, ...] = ()
        self._known: tuple[Known, ...] = ()
        self._seen: Collection[int] = ()
        self._sides = 0
        self._looked: Handout | None = None
        self._handout: Handout | None = None
        self._shown: PdfDocument | None = None
        self._why = ""
        self._offering: Offering | None = None
        self.is_offering = False

    def answer(self, frame: Frame) -> None:
        """Answer one frame."""
        ways = {
            "make": self._make, "picture": self._picture, "offers": self._offers,
            "write": self._write,
        }  # fmt: skip
        try:
            with while_wanted(self._turn):
                self._tell(ways[frame.head["do"]](frame))
                self._show_ahead(frame.head.get("pictures", ()))
        except SupersededError:
            return
        except StudioError as error:
            self._tell(Frame({"refused": str(error)}))

    def _tell(self, frame: Frame) -> None:
        self._say(Frame(frame.head | self._wish, frame.body))

    # --- making ----------------------------------------------------------------------------------
    def _make(self, frame: Frame) -> Frame:
        self._made = self._looked = self._handout = self._shown = self._offering = None
        self._why, self._sides = "", 0
        self._wish = {it: frame.head[it] for it in ("wish",) if it in frame.head}
        if frame.body:
            self._workbook = as_before(decode(frame.body, "").workbook, self._workbook)
        assert self._workbook is not None
        packet = self._packet = Packet.model_validate(frame.head["packet"])
        every = make_packet(self._workbook, packet, date.fromisoformat(frame.head["today"]))
        made = printable(every, packet)
        self._seen = frame.head.get("seen") or FIRST
        looked, self._known = glance(made.leaves, made.outfit, self._seen, self._known)
        self._every, self._made, self._looked = every.leaves, made, looked
        sides = _sides(made, looked, self._document())
        self._sides = len(sides)
        return Frame({
            "made": sides, "warnings": made.warnings,
            "said": made.said, "left_out": made.left_out,
        })  # fmt: skip

    @property
    def is_due(self) -> bool:
        """Whether the file of a packet is still to be made, or offers are to be found."""
        return self._is_file_due or self._offering is not None

    @property
    def _is_file_due(self) -> bool:
        return self._looked is not None and self._handout is None and not self._why

    def go_on(self) -> None:
        """Make the file, and after it find what makes small words larger."""
        if self._is_file_due:
            self._make_file()
        elif self._offering:
            self._offer_all(self._offering)

    def _make_file(self) -> None:
        """Make the file, and tell it page by page; a refusal is kept for whoever wants the file."""
        assert self._made is not None
        try:
            with while_wanted(self._turn):
                handout = packet_pdf(self._made.leaves, self._made.outfit, self._watch)
        except SupersededError:
            return
        except StudioError as error:
            self._why = str(error)
        else:
            self._handout, self._shown = handout, None
        self._tell(Frame({"whole": not self._why, "refused": self._why}))

    def _watch(self, number: int) -> None:
        self._tell(Frame({"done": number, "of": self._sides}))

    def _whole(self) -> Handout | None:
        """Return the file; it is made now if that is still to be done."""
        if self._is_file_due:
            self._make_file()
        return self._handout

    # --- looking ---------------------------------------------------------------------------------
    def _document(self) -> "PdfDocument":
        """Open the PDF, to look at it."""
        from pypdfium2 import PdfDocument  # the only thing that needs it

        if self._shown is None:
            there = self._handout or self._looked
            assert there is not None
            self._shown = PdfDocument(there.pdf)
            if self._shown.get_formtype():
                self._shown.init_forms()
        return self._shown

    def _picture(self, frame: Frame) -> Frame:
        """Show a page, so many pixels wide, as rows of blue, green, red and nothing.

        A page is there when it is looked at or when the file is; one for a printer waits for it.
        """
        number, fine = int(frame.head["number"]), bool(frame.head.get("fine", False))
        is_whole = (self._whole() if fine else self._handout) is not None
        if number >= self._sides or not (is_whole or number in self._seen):
            return Frame({"picture": -1})
        page = self._document()[number]
        scale = frame.head["width"] / page.get_width()
        bitmap = page.render(scale=scale, prefer_bgrx=True, may_draw_forms=True)
        told = {"picture": number, "width": bitmap.width, "height": bitmap.height,
                "stride": bitmap.stride, "fine": fine}  # fmt: skip
        return Frame(told, bytes(bitmap.buffer))

    def _show_ahead(self, pictures: Iterable[tuple[int, int]]) -> None:
        """Show pictures before somebody asks for them; those that are not there are left out."""
        for number, width in pictures:
            still_wanted()
            shown = self._picture(Frame({"number": number, "width": width}))
            if shown.body:
                self._tell(Frame(shown.head | {"ahead": True}, shown.body))

    def _offers(self, _frame: Frame) -> Frame:
        """Tell which words are small; what makes them larger is due then."""
        if not (self._workbook and self._packet and self._made and self._looked):
            return Frame({"found": [], "are_all": True})
        search = Offering(self._workbook, self._packet, self._made, self._looked)
        self._offering = None if search.is_done else search
        return _found(search)

    def _offer_all(self, search: Offering) -> None:
        """Tell what makes small words larger, as it is found; whatever is asked comes first."""
        self.is_offering = True
        try:
            with while_wanted(self._turn):
                while not search.is_done:
                    search.go_on()
                    self._tell(_found(search))
        except SupersededError:
            return
        finally:
            self.is_offering = False
        self._offering = None

    # --- writing ---------------------------------------------------------------------------------
    def _write(self, frame: Frame) -> Frame:
        handout = self._whole()
        if handout is None:
            return Frame({"refused": self._why})
        path = Path(frame.head["path"])
        write_whole(path, self._bytes_for(path.suffix.lower(), handout), self._disk)
        return Frame({"written": frame.head["path"]})

    def _bytes_for(self, suffix: str, handout: Handout) -> bytes:
        """Return the file of a kind: what is shown, or the same pages for another program."""
        from ilead_studio import office  # its libraries load when one of its files is made

        assert self._workbook
        assert self._packet
        assert self._made
        if suffix == ".xlsx":
            language = language_of(self._workbook, self._packet)
            return office.spreadsheet(seen_in(self._workbook, self._packet).workbook, language)
        for kind in office.KINDS:
            if suffix == f".{kind}":
                outfit = self._made.outfit
                shows = pictures(gray=outfit.gray)
                # on slides no poster is refused
                return office.made(self._every, outfit, kind, shows)
        return handout.pdf


def _found(search: Offering) -> Frame:
    return Frame({"found": [asdict(it) for it in search.found], "are_all": search.is_done})


def _sides(made: Made, handout: Handout, document: "PdfDocument") -> Sequence[dict[str, Any]]:
    """Tell of each side of paper its size, which pages of the packet are on it, and how small."""
    told: list[dict[str, Any]] = [
        {"width": width, "height": height, "at": [], "smallest": 0.0}
        for width, height in (document.get_page_size(at) for at in range(len(document)))
    ]
    for part in handout.parts:
        for side in part.sides:
            it = told[side]
            it["at"].append(made.origins[part.leaf])
            sizes = [size for size in (it["smallest"], part.smallest) if size]
            it["smallest"] = min(sizes, default=0.0)
        leaf = made.leaves[part.leaf]
        if isinstance(leaf, Diagram):
            for side, name in zip(part.sides, part.named, strict=False):
                told[side]["sheet"] = leaf.page.ref, name
    return told
