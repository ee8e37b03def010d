"""A packet that is being printed: its PDF, the pictures of its pages, and what makes it readable.

The bytes that are shown are the bytes that are written.
"""

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ilead_studio.errors import StudioError
from ilead_studio.handouts.handout import Handout
from ilead_studio.handouts.making import Made, make_packet
from ilead_studio.handouts.offers import offers
from ilead_studio.handouts.packet_file import packet_pdf
from ilead_studio.model import Packet, Workbook
from ilead_studio.packet.seen import seen_in
from ilead_studio.packet.tongue import language_of
from ilead_studio.preview.frames import Frame
from ilead_studio.storage.disk import Disk
from ilead_studio.storage.format import decode
from ilead_studio.storage.store import write_whole

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument


class Printing:
    """Answers frames: ``make`` a packet, show a ``picture``, tell ``offers``, ``write`` the file.

    A ``make`` without a body is about the workbook of the one before.
    """

    def __init__(self, disk: Disk) -> None:
        self._disk = disk
        self._workbook: Workbook | None = None
        self._packet: Packet | None = None
        self._made: Made | None = None
        self._handout: Handout | None = None
        self._shown: PdfDocument | None = None

    def answer(self, frame: Frame) -> Iterator[Frame]:
        """Answer one frame; the last answer ends it."""
        ways = {
            "make": self._make, "picture": self._picture, "offers": self._offers,
            "write": self._write,
        }  # fmt: skip
        try:
            yield from ways[frame.head["do"]](frame)
        except StudioError as error:
            yield Frame({"refused": str(error)})

    def _make(self, frame: Frame) -> Iterator[Frame]:
        self._made = self._handout = self._shown = None
        if frame.body:
            self._workbook = decode(frame.body, "").workbook
        assert self._workbook is not None
        packet = self._packet = Packet.model_validate(frame.head["packet"])
        today = date.fromisoformat(frame.head["today"])
        made = make_packet(self._workbook, packet, today)
        whole = len(made.leaves)
        yield Frame({"done": 0, "of": whole})
        handout = packet_pdf(made.leaves, made.outfit)
        self._made, self._handout = made, handout
        yield Frame({
            "made": _sides(made, handout, self._document()), "smallest": handout.smallest,
            "warnings": made.warnings, "said": made.said,
        })  # fmt: skip

    def _document(self) -> "PdfDocument":
        """Open the PDF, to look at it."""
        from pypdfium2 import PdfDocument  # the only thing that needs it

        if self._shown is None:
            assert self._handout is not None
            self._shown = PdfDocument(self._handout.pdf)
            if self._shown.get_formtype():
                self._shown.init_forms()
        return self._shown

    def _picture(self, frame: Frame) -> Iterator[Frame]:
        """Show a page, so many pixels wide, as rows of blue, green, red and nothing."""
        number = frame.head["picture"] = int(frame.head["number"])
        if self._handout is None or number >= len(self._document()):
            yield Frame({"picture": -1})
            return
        page = self._document()[number]
        scale = frame.head["width"] / page.get_width()
        bitmap = page.render(scale=scale, prefer_bgrx=True, may_draw_forms=True)
        told = {"picture": number, "width": bitmap.width, "height": bitmap.height,
                "stride": bitmap.stride, "fine": frame.head.get("fine", False)}  # fmt: skip
        yield Frame(told, bytes(bitmap.buffer))

    def _offers(self, _frame: Frame) -> Iterator[Frame]:
        """Tell what makes small words larger."""
        found: list[dict[str, Any]] = []
        if self._workbook and self._packet and self._made and self._handout:
            small = offers(self._workbook, self._packet, self._made, self._handout)
            found = [asdict(it) for it in small]
        yield Frame({"offers": found})

    def _write(self, frame: Frame) -> Iterator[Frame]:
        if self._handout is None:
            yield Frame({"refused": ""})
            return
        path = Path(frame.head["path"])
        write_whole(path, self._bytes_for(path.suffix.lower()), self._disk)
        yield Frame({"written": frame.head["path"]})

    def _bytes_for(self, suffix: str) -> bytes:
        """Return the file of a kind: what is shown, or the same pages for another program."""
        from ilead_studio import office  # its libraries load when one of its files is made

        assert self._workbook
        assert self._packet
        assert self._made
        assert self._handout
        if suffix == ".xlsx":
            language = language_of(self._workbook, self._packet)
            return office.spreadsheet(seen_in(self._workbook, self._packet).workbook, language)
        for kind in office.KINDS:
            if suffix == f".{kind}":
                return office.made(self._made.leaves, self._made.outfit, kind)
        return self._handout.pdf


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
    return told
