"""Opening, saving and exporting from the window."""

import sys
from collections.abc import Callable
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QProcess, Signal

from ilead_studio import edits
from ilead_studio.errors import ChangedOutside, StudioError
from ilead_studio.model import Workbook
from ilead_studio.rules.names import root_words, workbook_name
from ilead_studio.storage.format import encode
from ilead_studio.storage.store import SUFFIX, Unconfirmed, open_workbook, save_workbook
from ilead_studio.surroundings import Surroundings
from ilead_studio.ui.dialogs import Dialogs, Unsaved
from ilead_studio.ui.work import Work
from ilead_studio.words import say

if TYPE_CHECKING:
    from ilead_studio.ui.export_card import Wish
    from ilead_studio.ui.packet_maker import PacketMaker


_LONGEST: Final = 60
"""Letters of a file name that is proposed."""


class Filing(QObject):
    """What happens between the open workbook and files. ``exported`` carries what was written.

    ``refused`` tells that a save was refused as the file had been changed outside, and why.
    """

    exported = Signal(object)
    refused = Signal(str)

    def __init__(self, work: Work, around: Surroundings, dialogs: Dialogs) -> None:
        super().__init__(work)
        self._work, self._around, self._dialogs = work, around, dialogs
        self._saved_at: datetime | None = None
        self._refused: Workbook | None = None
        self._exports: set[QProcess] = set()

    @property
    def saved_at(self) -> datetime | None:
        """When the file was last written from this window."""
        return self._saved_at

    @property
    def was_refused(self) -> bool:
        """Whether the last try to save failed, and nothing was saved or opened since."""
        return self._refused is self._work.session.saved

    # --- opening ---------------------------------------------------------------------------------
    def open_file(self, path: Path) -> bool:
        """Open a workbook in this window; a refusal is told and changes nothing."""
        try:
            opened = open_workbook(path, self._around.disk, self._around.places.state)
        except StudioError as error:
            self._work.warned.emit(str(error))
            return False
        self._saved_at = None
        self._work.take(opened)
        if opened.notice:
            self._work.warned.emit(opened.notice)
        return True

    def ask_open(self) -> None:
        """Ask which workbook to open, after what is open is safe."""
        self.when_safe(lambda: self._dialogs.open_path(self._folder(), self._open_chosen))

    def _open_chosen(self, path: Path) -> None:
        self.open_file(path)

    def new(self) -> None:
        """Begin an empty workbook, after what is open is safe."""
        self.begin(edits.empty_workbook(self._around.ids))

    def begin(self, workbook: Workbook, then: Callable[[], object] | None = None) -> None:
        """Begin with a workbook that has no file yet, after what is open is safe; then go on."""

        def start() -> None:
            self._saved_at = None
            self._work.begin(workbook)
            if then:
                then()

        self.when_safe(start)

    def begin_with_copy_of(self, path: Path) -> None:
        """Begin with what is in a file, as a workbook that has no file yet."""
        try:
            opened = open_workbook(path, self._around.disk)
        except StudioError as error:
            self._work.warned.emit(str(error))
            return
        self.begin(opened.workbook)

    def _folder(self) -> Path:
        return self._work.path.parent if self._work.path else Path.home()

    # --- saving ----------------------------------------------------------------------------------
    def save(self, then: Callable[[], None] | None = None) -> None:
        """Save into the file; without one, ask where."""
        path = self._work.path
        if path is None or self._work.read_only:
            self.ask_save_as(then)
        else:
            self._write(path, then)

    def ask_save_as(self, then: Callable[[], None] | None = None) -> None:
        """Ask where to save, then save there."""
        start = self._work.path
        if start is None:
            start = self._folder() / f"{self._name()}{SUFFIX}"
        elif self._work.read_only:
            start = start.with_stem(say("{name} copy", name=start.stem))
        kinds = say("Workbooks (*{suffix})", suffix=SUFFIX)
        self._dialogs.save_path(start, kinds, lambda path: self._write_anew(path, then))

    def _name(self) -> str:
        """Return a name for a file: the workbook's, or what its page in view is about."""
        page, path = self._work.page, self._work.path
        named = page and (page.title or root_words(page))
        return _file_name(self._work.workbook.title or (path.stem if path else "") or named or "")

    def _write_anew(self, path: Path, then: Callable[[], None] | None) -> None:
        """Write where a person chose to; a file that was taken away may come back."""
        if path == self._work.path and not path.exists():
            self._work.stamp = None
        self._write(path, then)

    def _write(self, path: Path, then: Callable[[], None] | None) -> None:
        workbook = self._work.workbook
        same = path == self._work.path and not self._work.read_only
        stamp = self._work.stamp if same else None
        try:
            stamp = save_workbook(self._work.session.for_file, path, self._around.disk, stamp)
        except ChangedOutside as error:
            self.refused.emit(str(error))
            return
        except StudioError as error:
            if same and isinstance(error, Unconfirmed):
                self._work.stamp = error.stamp  # what is in the file now is ours
            self._refused = self._work.session.saved
            self._work.warned.emit(str(error))
            self._work.filed.emit()
            return
        self._saved_at = self._around.clock()
        self._work.saved_as(workbook, path, stamp)
        if then:
            then()

    def keep_beside(self, name: str) -> bool:
        """Write the open workbook into a new file beside its own, and go on with that one."""
        path, session = self._folder() / f"{_file_name(name)}{SUFFIX}", self._work.session
        try:
            stamp = save_workbook(
                session.for_file, path, self._around.disk, None, replace_existing=False
            )
        except StudioError as error:
            self._work.warned.emit(str(error))
            return False
        self._saved_at = self._around.clock()
        self._work.saved_as(session.workbook, path, stamp)
        return True

    def when_safe(self, then: Callable[[], None]) -> None:
        """Go on once the open work is saved, or may be left."""
        if self._work.session.is_saved:
            then()
            return
        title = workbook_name(self._work.workbook)
        self._dialogs.unsaved(title, lambda answer: self._on_unsaved(answer, then))

    def _on_unsaved(self, answer: Unsaved, then: Callable[[], None]) -> None:
        if answer == "save":
            self.save(then)
        elif answer == "leave":
            then()

    # --- exporting -------------------------------------------------------------------------------
    def ask_export(self, wish: "Wish") -> None:
        """Ask where to write what is wished for."""
        start = self._folder() / f"{self._name()}{wish.suffix}"
        kinds = f"*{wish.suffix}"
        self._dialogs.save_path(start, kinds, lambda path: self.export(path, wish))

    def export(self, path: Path, wish: "Wish") -> None:
        """Write in a child process, so that typing goes on meanwhile."""
        path = path if path.suffix else path.with_suffix(wish.suffix)
        child = QProcess(self)
        self._exports.add(child)
        child.finished.connect(lambda code, _status: self._on_exported(child, path, code))
        child.errorOccurred.connect(lambda _error: self._on_exported(child, path, 2))
        self._start(child, [str(path.absolute()), *self._words_for(wish)])
        self._work.said.emit(say("Writing {name} …", name=path.name))

    def _start(self, child: QProcess, words: list[str]) -> None:
        """Let a child process export the workbook as it is now."""
        child.start(sys.executable, ["-m", "ilead_studio", "export", "-", *words])
        child.write(encode(self._work.workbook))
        child.closeWriteChannel()

    def _words_for(self, wish: "Wish") -> list[str]:
        """Say a wish as the command line does."""
        words = ["--paper", wish.paper, "--dpi", str(wish.dots)]
        page = self._work.page
        if page:
            words += ["--page", page.id]
        branches = [it for it in self._work.ids_selected if page and it != page.id]
        if wish.branch and branches:
            words += ["--items", ",".join(branches)]
        return [*words, "--transparent"] if wish.transparent else words

    def _on_exported(self, child: QProcess, path: Path, code: int) -> None:
        if child not in self._exports:
            return
        self._exports.discard(child)
        why = bytes(child.readAllStandardError().data()).decode("utf-8", "replace").strip()
        said = bytes(child.readAllStandardOutput().data()).decode("utf-8", "replace").strip()
        child.deleteLater()
        if code == 0:
            self._work.said.emit(said or say("{name} is written.", name=path.name))
            self.exported.emit(path)
        else:
            self._work.warned.emit(why or say("{name} could not be written.", name=path.name))

    @cached_property
    def maker(self) -> "PacketMaker":
        """What makes the PDF of a packet; it stays while the window gets another look."""
        from ilead_studio.ui.packet_child import PacketChild
        from ilead_studio.ui.packet_maker import PacketMaker

        return PacketMaker(PacketChild, self)

    def wait_for_exports(self) -> None:
        """Let exports that are under way end; for closing the window."""
        if "maker" in vars(self):
            self.maker.wait_then_end()
        for child in tuple(self._exports):
            child.waitForFinished(30_000)


def _file_name(title: str) -> str:
    """Return a file name made from a title: no signs that a system refuses, and not too long."""
    kept = "".join(sign if sign.isalnum() or sign in " -_" else " " for sign in title)
    words = " ".join(kept.split())
    whole = words if len(words) <= _LONGEST else words[: words[: _LONGEST + 1].rfind(" ")]
    return whole[:_LONGEST] or say("Workbook")
