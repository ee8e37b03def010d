"""Asks for the PDF of a packet, for pictures of its pages and for its file, one after the other.

The newest wish counts: what is still being made of an older one is given up at once, unless it is
a file or for a printer. What is shown stays until what is new is there.
"""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, Final, NamedTuple, Protocol

from PySide6.QtCore import QObject, QTimer, Signal, SignalInstance
from PySide6.QtGui import QImage

from ilead_studio.model import Packet, Workbook
from ilead_studio.packet.offer import Offer, Small
from ilead_studio.preview.frames import Frame
from ilead_studio.storage.format import encode
from ilead_studio.words import say

_PATIENCE_MS: Final = 30_000
PAUSE_MS: Final = 1_200
"""After nothing was changed for so long, it is found out what makes small words larger."""
UNUSED_MS: Final = 600_000
"""A process that was started before somebody asked for it goes when nobody did for so long."""
SMALL: Final = 8.0
"""Words with fewer points are small."""
_GIVEN_UP: Final = ("make", "picture")
"""What is given up for a newer packet."""


class Side(NamedTuple):
    """A side of paper: its size in points, the places of the pages on it, its smallest words.

    ``sheet`` is one of a poster: the reference of its page, and its name; of the map that is empty.
    """

    width: float
    height: float
    at: tuple[int, ...]
    smallest: float
    sheet: tuple[str, str] | None = None


class Shown(NamedTuple):
    """A packet as it is printed; ``said`` is told its readers, ``warnings`` who prints it.

    ``left_out`` says which of its pages cannot be printed, and what helps.
    """

    sides: tuple[Side, ...] = ()
    said: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()


Pictures = tuple[tuple[int, int], ...]
"""Numbers of sides, and how many pixels wide."""


class Child(Protocol):
    """What makes the PDF."""

    told: SignalInstance
    ended: SignalInstance

    def ask(self, frame: Frame) -> None:
        """Ask something."""

    def wait(self, milliseconds: int) -> bool:
        """Wait for an answer."""

    def end(self) -> None:
        """Stop it."""


class Wanted(NamedTuple):
    """A packet that is to be made.

    What is looked at comes first: ``pictures`` of sides, by their numbers and widths in pixels.
    """

    workbook: Workbook
    packet: Packet
    today: date
    pictures: Pictures = ()


class PacketMaker(QObject):
    """``made`` tells that another packet can be looked at, ``whole`` that all its sides can be.

    ``pictured`` brings the number of a side, ``fine`` one for a printer. ``found`` tells what makes
    small words larger so far, and whether that is all. ``refused`` brings a sentence, ``written``
    the file, ``unwritten`` why there is none. ``turned`` tells that something began, went on or
    ended.
    """

    made = Signal()
    whole = Signal()
    pictured = Signal(int, QImage)
    found = Signal(object, bool)
    refused = Signal(str)
    fine = Signal(int, QImage)
    written = Signal(object)
    unwritten = Signal(str)
    turned = Signal()

    def __init__(self, start: Callable[[QObject], Child], parent: QObject) -> None:
        super().__init__(parent)
        self._start = start
        self._child: Child | None = None
        self._asked = ""
        self._wish = 0
        self._wanted: Wanted | None = None
        self._last: Wanted | None = None
        self._known: Workbook | None = None
        self._pictures: list[tuple[int, int]] = []
        self._coming: set[tuple[int, int]] = set()
        self._fine: list[tuple[int, int]] = []
        self._file: Path | None = None
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._ask_for_offers)
        self._unused = QTimer(self, singleShot=True, interval=UNUSED_MS)
        self._unused.timeout.connect(self._on_unused)
        self._was_ready = False
        self.shown = Shown()
        self.why = ""
        self.is_whole = False
        self.done = (0, 0)

    # --- what is wished --------------------------------------------------------------------------
    def show(
        self, workbook: Workbook, packet: Packet, today: date, pictures: Pictures = ()
    ) -> None:
        """Make a packet, first ``pictures`` of sides; one that was made last is not made again."""
        wanted, was_ahead = Wanted(workbook, packet, today, pictures), self._unused.isActive()
        self._unused.stop()
        if self._last is None or not _is_same(wanted, self._last):
            self._wanted = self._last = wanted
            self._next()
        elif was_ahead:
            self._look_for_small()

    def get_ready(self, workbook: Workbook, packet: Packet, today: date) -> None:
        """Make a packet at which somebody may look soon; if nobody does, its process goes again.

        That is done once.
        """
        if self._child is None and not self._was_ready:
            self._was_ready = True
            self.show(workbook, packet, today)
            self._unused.start()

    def _on_unused(self) -> None:
        self._let_go()
        self._wanted = self._last = None

    def want_pictures(self, pictures: list[tuple[int, int]]) -> None:
        """Wish for pictures: numbers of sides, and how many pixels wide; no others any more."""
        self._pictures = [it for it in pictures if it not in self._coming]
        self._next()

    def want_fine(self, pictures: list[tuple[int, int]]) -> None:
        """Wish for fine pictures of sides, in their order."""
        self._fine = pictures
        self._next()

    def write(self, path: Path) -> None:
        """Write the packet that was wished for last into a file."""
        if self._wanted is None and (self._known is None or self.why):
            self._wanted = self._last
        self._file = path
        self._next()
        self.turned.emit()

    @property
    def is_making(self) -> bool:
        """Whether a PDF is being made, or waits for it."""
        return self._asked == "make" or self._wanted is not None

    @property
    def is_busy(self) -> bool:
        """Whether something is asked for that is not answered yet."""
        return bool(self._asked)

    @property
    def is_writing(self) -> bool:
        """Whether a file is to be written."""
        return self._file is not None

    def cancel(self) -> None:
        """Give up what is being made and written; the file is as it was."""
        self._file = self._wanted = None
        self._let_go()
        self.turned.emit()

    def wait_then_end(self) -> None:
        """Let a file that is being written be written, and end; for closing the window."""
        while self._file is not None and self._child is not None:
            if not self._child.wait(_PATIENCE_MS):
                break
        self._let_go()

    def _let_go(self) -> None:
        self._pause.stop()
        child, self._child = self._child, None
        self._asked, self._known, self._pictures, self._fine = "", None, [], []
        self._coming = set()
        if child is not None:
            child.end()

    # --- asking ----------------------------------------------------------------------------------
    def _next(self) -> None:
        """Ask for the next thing, if nothing is asked for; a newer packet comes before pictures."""
        if self._wanted is not None and self._asked in ("", *_GIVEN_UP):
            self._ask_make(self._wanted)
        elif self._asked:
            return
        elif self._file is not None:
            self._ask("write", path=str(self._file.absolute()))
        elif self._pictures and self.shown.sides:
            number, width = self._pictures.pop(0)
            self._ask("picture", number=number, width=width)
        elif self._fine:
            number, width = self._fine.pop(0)
            self._ask("picture", number=number, width=width, fine=True)

    def _ask_for_offers(self) -> None:
        """Let offers be found, and told one by one; nothing waits for them."""
        if self._child is not None:
            self._child.ask(Frame({"do": "offers"}))

    def _ask_make(self, wanted: Wanted) -> None:
        self._wanted = None
        self._pause.stop()
        same = self._known is not None and _is_alike(self._known, wanted.workbook)
        body = b"" if same and self._child else encode(wanted.workbook)
        self._known = wanted.workbook
        packet = wanted.packet.model_dump(mode="json")
        self.is_whole, self.done = False, (0, 0)
        self._wish += 1
        self._coming = {*wanted.pictures}
        self._ask(
            "make", body, packet=packet, today=wanted.today.isoformat(), wish=self._wish,
            seen=[number for number, _ in wanted.pictures], pictures=wanted.pictures,
        )  # fmt: skip
        self.turned.emit()

    def _ask(self, what: str, body: bytes = b"", **head: object) -> None:
        if self._child is None:
            self._child = self._start(self)
            self._child.told.connect(self._on_told)
            self._child.ended.connect(self._on_ended)
        self._asked = "fine" if "fine" in head else what
        self._child.ask(Frame({"do": what, **head}, body))

    # --- answers ---------------------------------------------------------------------------------
    def _on_told(self, frame: Frame) -> None:
        if frame.head.get("wish", self._wish) != self._wish:
            return
        if "done" in frame.head:
            self._on_done(frame.head["done"], frame.head["of"])
            return
        if "whole" in frame.head:
            self._on_whole(frame.head["refused"])
            return
        if "found" in frame.head:
            self.found.emit(tuple(map(_small, frame.head["found"])), frame.head["are_all"])
            return
        if "ahead" in frame.head:
            self._coming.discard((frame.head["picture"], frame.head["width"]))
            self._on_picture(frame)
            return
        asked, self._asked = self._asked, ""
        ways = {"make": self._on_made, "write": self._on_written, "picture": self._on_picture,
                "fine": self._on_picture}  # fmt: skip
        ways[asked](frame)
        self._next()
        if asked in ("make", "write"):
            self.turned.emit()

    def _on_done(self, done: int, of: int) -> None:
        """Keep how many sides of the file are made; only who waits for it wants to know."""
        self.done = (done, of)
        if self.is_writing:
            self.turned.emit()

    def _on_whole(self, why: str) -> None:
        self.why, self.is_whole = why, not why
        if why:
            self.refused.emit(why)
        else:
            self.whole.emit()

    def _on_made(self, frame: Frame) -> None:
        head = frame.head
        self.why = head.get("refused", "")
        if self.why:
            self._give_up_file(self.why)
            self.refused.emit(self.why)
            return
        sides = (Side(it["width"], it["height"], tuple(it["at"]), it["smallest"],
                      tuple(it["sheet"]) if "sheet" in it else None)
                 for it in head["made"])  # fmt: skip
        self.shown = Shown(tuple(sides), tuple(head["said"]),
                           tuple(head["warnings"]), tuple(head["left_out"]))  # fmt: skip
        self._pictures, self._fine = [], []
        self._look_for_small()
        self.made.emit()

    def _look_for_small(self) -> None:
        """Find out in a pause what makes small words larger, if somebody looks at them."""
        self._pause.stop()
        if not any(0 < it.smallest < SMALL for it in self.shown.sides):
            self.found.emit((), True)
        elif not self._unused.isActive():
            self._pause.start()

    def _on_written(self, frame: Frame) -> None:
        path, self._file = self._file, None
        if why := frame.head.get("refused"):
            self.unwritten.emit(why)
        else:
            self.written.emit(path)

    def _on_picture(self, frame: Frame) -> None:
        head = frame.head
        if head.get("picture", -1) >= 0:
            form = QImage.Format.Format_RGB32
            image = QImage(frame.body, head["width"], head["height"], head["stride"], form)
            tell = self.fine if head["fine"] else self.pictured
            tell.emit(head["picture"], image.copy())

    def _on_ended(self) -> None:
        """Say that the process has gone; the next wish starts another one."""
        self._let_go()
        self._last = None
        self.why = say("The preview stopped. Any change starts it again.")
        self._give_up_file(self.why)
        self.refused.emit(self.why)
        self.turned.emit()

    def _give_up_file(self, why: str) -> None:
        if self._file is not None:
            self._file = None
            self.unwritten.emit(why)


def _small(told: dict[str, Any]) -> Small:
    return Small(told["at"], told["words"], tuple(Offer(**it) for it in told["offers"]))


def _is_same(one: Wanted, other: Wanted) -> bool:
    """Tell whether two wishes give the same PDF: names of packets are not printed."""
    return (
        one.packet == other.packet
        and one.today == other.today
        and _is_alike(one.workbook, other.workbook)
    )


def _is_alike(one: Workbook, other: Workbook) -> bool:
    """Tell whether two workbooks are the same but for their packets."""
    fields = (it for it in Workbook.model_fields if it != "packets")
    return all(getattr(one, it) is getattr(other, it) for it in fields)
