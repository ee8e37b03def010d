"""What is done with the PDF of a packet: it is written, printed, opened in the viewer."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ilead_studio.rules.days import hour_words
from ilead_studio.ui.files.whereabouts import is_folder, opened
from ilead_studio.ui.meanwhile.apart import Get
from ilead_studio.ui.packets.in_view import PacketInView
from ilead_studio.ui.packets.maker import PacketMaker
from ilead_studio.ui.packets.printing import PacketPrinting
from ilead_studio.ui.packets.sentences import file_name, smallest_words
from ilead_studio.ui.settings.remembered import HANDOUTS, VIEWED
from ilead_studio.ui.widgets.banner import elsewhere
from ilead_studio.words import say

if TYPE_CHECKING:
    from ilead_studio.ui.window import MainWindow


class PacketOutput(QObject):
    """``opens`` lets the system open a file or a folder; tells whether it could."""

    opens: Callable[[Path], bool]

    def __init__(
        self, window: "MainWindow", shown: PacketInView, maker: PacketMaker, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._window, self._shown, self._maker = window, shown, maker
        self._work = window.work
        self.opens = opened
        self._made_at: datetime | None = None
        self._said = ""
        self._to_view: Path | None = None
        self._asked_for = Path()
        self.printing = PacketPrinting(maker, window.work, self)
        again = say("Print again"), self._print
        self.printing.failed.connect(lambda why: self._work.helped.emit(why, (again,)))
        maker.made.connect(self._on_made)
        maker.written.connect(self._on_written)
        maker.unwritten.connect(self._on_unwritten)

    def do(self, asked: str) -> None:
        """Do what a button or a key asks for."""
        ways = {"make": self._make, "office": self._make_office, "print": self._print,
                "view": self._view, "folder": self._open_folder,
                "cancel": self._cancel}  # fmt: skip
        ways[asked]()

    # --- writing ---------------------------------------------------------------------------------
    def _with_folder(self, then: Callable[[Path], object]) -> None:
        """Go on with the folder where handouts were written last, or where the workbook is."""
        kept, path = self._window.settings.value(HANDOUTS), self._work.path
        usual = path.parent if path else Path.home()
        if kept:
            folder = Path(kept)
            self._window.own.do(
                partial(is_folder, folder), lambda is_there: then(folder if is_there else usual)
            )
        else:
            then(usual)

    def _make(self) -> None:
        packet = self._shown.packet
        if packet:
            name = file_name(packet)
            self._with_folder(lambda it: self._ask_where(it / name, ".pdf"))

    def _ask_where(self, start: Path, *suffixes: str) -> None:
        """Ask where a file of one of several kinds is to be written."""
        kinds = ";;".join(_kind(it) for it in suffixes)
        self._window.dialogs.save_path(start, kinds, self._write)

    def _make_office(self) -> None:
        """Write the same pages for other programs: as slides, a document, or the tables."""
        packet = self._shown.packet
        if packet:
            name = file_name(packet)
            self._with_folder(
                lambda it: self._ask_where(
                    (it / name).with_suffix(".pptx"), ".pptx", ".docx", ".xlsx"
                )
            )

    def _write(self, path: Path) -> None:
        path = path if path.suffix else path.with_suffix(".pdf")
        self._said = say("Writing {name} …", name=path.name)
        self._work.said.emit(self._said)
        self._to_view = None
        self._asked_for = path
        self._maker.write(path)

    def _on_written(self, path: Path) -> None:
        if path == self._to_view:
            self._open(path)
            return
        if self._window.recents.is_kept:
            self._window.settings.keep({HANDOUTS: str(path.absolute().parent)})
        written = say("“{name}” is written.", name=path.name)
        self._work.said.emit(" ".join((written, *self._maker.shown.left_out)))
        self._window.filing.exported.emit(path)

    def _on_unwritten(self, why: str) -> None:
        """Say why nothing was written; another place may do."""
        self._window.status.take_back(self._said)
        if why and self._to_view:
            self._refuse_viewer()
        elif why:
            self._work.helped.emit(why, (elsewhere(self._write_elsewhere),))

    def _write_elsewhere(self) -> None:
        """Ask for another place, beginning where something could be written, or at home."""
        path = self._asked_for

        def ask(folder: Path) -> None:
            there = Path.home() if folder == path.parent else folder
            self._ask_where(there / path.name, path.suffix)

        self._with_folder(ask)

    def _cancel(self) -> None:
        self._maker.cancel()
        self._work.said.emit(say("Nothing was written."))

    # --- looking ---------------------------------------------------------------------------------
    def _view(self) -> None:
        """Open the PDF as it is now in the viewer; it lies with what the program keeps."""
        packet = self._shown.packet
        if packet:
            around, name = self._window.around, file_name(packet)
            folder = around.places.cache / VIEWED
            self._window.own.ask(
                lambda: lambda _: around.disk.make_folder(folder),
                lambda get: self._write_to_view(folder / name, get),
            )

    def _write_to_view(self, path: Path, get: Get[None]) -> None:
        try:
            get()
        except OSError:
            self._refuse_viewer()
        else:
            self._to_view = path
            self._maker.write(path)

    def _refuse_viewer(self) -> None:
        """Say that there is no file for the viewer; one of somebody's own may be."""
        words = say("The file for the viewer could not be written: the program's own folder is full"
                    " or gone. Make the PDF where you like, and open it there.")  # fmt: skip
        self._work.helped.emit(words, ((say("Make the PDF"), self._make),))

    def _open(self, path: Path) -> None:
        if not self.opens(path):
            words = say("This computer has nothing that opens {name}.", name=path.name)
            self._work.warned.emit(words)

    def _open_folder(self) -> None:
        self._with_folder(self._open)

    def _print(self) -> None:
        """Ask for a printer; where none is known, the viewer may know one."""
        if self.printing.has_printers():
            self._window.dialogs.printer(self.printing.print_on)
        else:
            words = say("No printer is known here. The viewer opens; it may know one.")
            self._work.said.emit(words)
            self._view()

    # --- what is told ----------------------------------------------------------------------------
    def _on_made(self) -> None:
        self._made_at = self._window.around.clock()

    def state_words(self) -> str:
        """Say what the preview is."""
        packet, shown = self._shown.packet, self._maker.shown
        if packet is None:
            return say("No packet yet")
        if self._maker.why:
            return self._maker.why
        if not any(it.printed for it in packet.pages):
            return say("Tick the first page.")
        if self._made_at is None or not shown.sides:
            return say("The preview is being made …")
        parts = [say("The preview is the PDF itself, made {hour}", hour=hour_words(self._made_at))]
        if not self._maker.is_whole:
            parts = [say("The pages in sight are made; the others follow …")]
        return " · ".join(filter(None, (*parts, smallest_words(shown))))


def _kind(suffix: str) -> str:
    """Return what a dialog calls files of a kind."""
    kinds = {
        ".pptx": say("Slides (*.pptx)"), ".docx": say("Document (*.docx)"),
        ".xlsx": say("Tables (*.xlsx)"),
    }  # fmt: skip
    return kinds.get(suffix, say("Handout (*.pdf)"))
