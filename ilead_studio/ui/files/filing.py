"""Opening, saving and exporting from the window."""

from collections.abc import Callable
from contextlib import suppress
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from ilead_studio import edits
from ilead_studio.errors import FileError, NotOurs, StudioError
from ilead_studio.model import Workbook
from ilead_studio.rules.names import root_words, workbook_name
from ilead_studio.storage.backups import from_root
from ilead_studio.storage.disk import Disk
from ilead_studio.storage.refusals import shown
from ilead_studio.storage.store import SUFFIX, Opened, open_workbook
from ilead_studio.surroundings import Surroundings
from ilead_studio.ui.canvas.first_picture import with_picture
from ilead_studio.ui.commands.child import CommandChild
from ilead_studio.ui.files.dialogs import Dialogs, Unsaved
from ilead_studio.ui.files.left import keep_typed_of
from ilead_studio.ui.files.proposed import free_path, proposed_name
from ilead_studio.ui.files.saving import AT_THE_END, Save, Saving
from ilead_studio.ui.meanwhile.apart import Apart, Get
from ilead_studio.ui.widgets.banner import elsewhere
from ilead_studio.ui.work import Work
from ilead_studio.words import say

if TYPE_CHECKING:
    from ilead_studio.ui.packets.export_card import Wish
    from ilead_studio.ui.packets.maker import PacketMaker
    from ilead_studio.ui.widgets.banner import Offer


T = TypeVar("T")
GoesOn = tuple[str, Callable[[Path], object]]
"""Words of a button, and what it does with an earlier version of a file."""


class Filing(QObject):
    """What happens between the open workbook and files. ``exported`` carries what was written.

    Files are read and written beside the window; nothing here waits for a disk but the start of
    the program and its end.
    """

    exported = Signal(object)

    def __init__(self, work: Work, around: Surroundings, dialogs: Dialogs) -> None:
        super().__init__(work)
        self._work, self._around, self._dialogs = work, around, dialogs
        self.saving = Saving(work, around)
        self.reading = Apart("reading", self)
        self.copying = Apart("copying", self)
        """Writes beside the open workbook; nobody stops that in the middle."""
        self.finish_typing: Callable[[], bool] = lambda: True
        """Keeps the words that are being typed; tells whether they could be."""
        self._waiting: Callable[[], None] | None = None
        self.saving.ended.connect(self._on_saving_ended)
        self.saving.failed.connect(self._on_failed)

    # --- opening ---------------------------------------------------------------------------------
    def open_file(self, path: Path) -> bool:
        """Open a workbook before there is a window; a refusal is told and changes nothing.

        What is kept of it says where the file is, whatever folder the program begins in next time.
        """
        try:
            whole = _whole(path, self._around.disk)
            opened = open_workbook(whole, self._around.disk, self._around.places.state)
        except StudioError as error:
            self.refuse(error)
            return False
        self._take(opened)
        return True

    def ask_open(self) -> None:
        """Ask which workbook to open, after what is open is safe."""
        self.when_safe(lambda: self._dialogs.open_path(self._folder(), self.open_soon))

    def open_soon(self, path: Path) -> None:
        """Open a workbook once it is read; what is open then stays until it is safe."""
        self._read(path, lambda opened: self.when_safe(lambda: self._take(opened)))

    def begin_with_copy_of(self, path: Path) -> None:
        """Begin with what is in a file, as a workbook that has no file yet."""
        self._read(path, lambda opened: self.begin(opened.workbook))

    def read(self, path: Path, then: Callable[[Get[Opened]], object]) -> None:
        """Read a workbook beside the window."""
        words = say("Opening “{name}” …", name=shown(path))
        disk, state = self._around.disk, self._around.places.state
        self.reading.ask(lambda: lambda _: _opened(path, disk, state), then, words)

    def _read(self, path: Path, then: Callable[[Opened], object]) -> None:
        """Read a workbook; a refusal is told and changes nothing."""
        self.read(path, lambda get: self.tell(get, then))

    def tell(self, get: Get[T], then: Callable[[T], object]) -> None:
        """Go on with what came of a task; a refusal is told and changes nothing."""
        try:
            made = get()
        except StudioError as error:
            self.refuse(error)
        else:
            then(made)

    def ask_copy(self, name: str, *suffixes: str, then: Callable[[Path], None]) -> None:
        """Ask where a copy is to be written: proposed is a name that no file has yet."""
        kinds = say("Workbooks (*{suffix})", suffix=SUFFIX)
        self.copying.do(
            partial(free_path, self._folder(), name, *suffixes, disk=self._around.disk),
            lambda start: self._dialogs.save_path(start, kinds, then),
        )

    def refuse(self, error: StudioError, goes_on: GoesOn | None = None) -> None:
        """Say why something was refused, with a button that helps where one can."""
        sentence = error.sentence if isinstance(error, FileError) else str(error)
        if isinstance(error, NotOurs):
            also = say("Is it an outline? Copy its words; “New from a pasted outline…” takes them.")
            sentence = f"{sentence} {also}"
        self._work.helped.emit(sentence, self.help_with(error, goes_on))

    def help_with(self, error: StudioError, goes_on: GoesOn | None = None) -> "tuple[Offer, ...]":
        """Return a button that goes on with what is whole; none where there is nothing."""
        whole = error.instead if isinstance(error, FileError) else None
        if whole is None:
            return ()
        words, does = goes_on or (say("Open that version"), self._open_version)
        return ((words, lambda: does(whole)),)

    def _open_version(self, file: Path) -> None:
        """Begin with an earlier version; nothing that lies on the disk is changed by that."""
        told = say("This is a copy of that version. Save it under a name of your choice.")
        self._read(file, lambda it: self.begin(it.workbook, lambda: self._work.said.emit(told)))

    def _take(self, opened: Opened) -> None:
        self._work.take(opened)
        if opened.notice:
            self._work.warned.emit(opened.notice)

    def new(self) -> None:
        """Begin an empty workbook, after what is open is safe."""
        self.begin(edits.empty_workbook(self._around.ids))

    def begin(self, workbook: Workbook, then: Callable[[], object] | None = None) -> None:
        """Begin with a workbook that has no file yet, after what is open is safe; then go on."""

        def start() -> None:
            self._work.begin(workbook)
            if then:
                then()

        self.when_safe(start)

    def _folder(self) -> Path:
        return self._work.path.parent if self._work.path else Path.home()

    # --- saving ----------------------------------------------------------------------------------
    def save(self, then: Callable[[], object] | None = None) -> None:
        """Save into the file; without one, ask where."""
        path = self._work.path
        if path is None or self._work.read_only:
            self.ask_save_as(then)
        else:
            self.saving.ask(Save(path, then))

    def ask_save_as(self, then: Callable[[], object] | None = None) -> None:
        """Ask where to save, then save there."""
        start = self._work.path
        if start is None:
            start = self._folder() / f"{self._name()}{SUFFIX}"
        elif self._work.read_only:
            start = start.with_stem(say("{name} copy", name=start.stem))
        kinds = say("Workbooks (*{suffix})", suffix=SUFFIX)
        self._dialogs.save_path(start, kinds, lambda path: self._save_as(path, then))

    def _save_as(self, path: Path, then: Callable[[], object] | None) -> None:
        """Save where somebody chose; a workbook without a title is called as its file is."""
        if not (self._work.workbook.title or self._work.read_only):
            self._work.step(
                say("name the workbook after its file"),
                lambda book: edits.rename_workbook(book, path.stem),
            )
        self.saving.ask(Save(path, then, chosen=True))

    def _name(self) -> str:
        """Return a name for a file: the workbook's, or what its page in view is about."""
        page, path = self._work.page, self._work.path
        named = page and (page.title or root_words(page))
        return proposed_name(
            self._work.workbook.title or (path.stem if path else "") or named or ""
        )

    def keep_beside(self, name: str, then: Callable[[], object]) -> None:
        """Write the open workbook into a new file beside its own, and go on with that one."""
        path = self._folder() / f"{proposed_name(name)}{SUFFIX}"
        self.saving.ask(Save(path, then, is_new=True))

    def when_safe(self, then: Callable[[], None]) -> None:
        """Go on once the open work is saved, or may be left; what is being saved is waited for."""
        if not self.finish_typing():
            return
        if self.saving.is_under_way and not self.saving.is_slow:
            self._waiting = then
        elif self._work.session.is_saved and not self.saving.is_under_way:
            then()
        else:
            title = workbook_name(self._work.workbook)
            stays = say("What you do not save stays among its earlier versions.")
            small = stays if self._work.path else ""
            self._dialogs.unsaved(title, small, lambda answer: self._on_unsaved(answer, then))

    def _on_unsaved(self, answer: Unsaved, then: Callable[[], None]) -> None:
        if answer == "save":
            self.save(lambda: self._when_saved(then))
        elif answer == "leave":
            self.saving.give_up()
            self._keep_left(then)

    def _keep_left(self, then: Callable[[], None]) -> None:
        """Keep what is not to be saved among the earlier versions: the wrong button costs none."""
        session, path, before = self._work.session, self._work.path, self._work.workbook
        if path is None or session.is_saved:
            then()
            return

        def leave() -> None:
            if self._work.workbook is before:
                then()
            else:  # there is more by now
                self.when_safe(then)

        kept = partial(keep_typed_of, session.for_file, path, self._around)
        self.copying.do(kept, lambda is_kept: leave() if is_kept else self._tell_unkept(leave))

    def _tell_unkept(self, leave: Callable[[], None]) -> None:
        """Let somebody choose again where there will be no earlier version of it either."""
        told = say("What you do not save cannot be kept among the earlier versions: the disk is"
                   " full, or refuses. Everything is still here.")  # fmt: skip
        anyway = say("Leave it all the same"), leave
        self._work.helped.emit(told, (elsewhere(self.ask_save_as), anyway))

    def _when_saved(self, then: Callable[[], None]) -> None:
        """Go on; what was typed while it was saved is saved too."""
        if not self.finish_typing():
            return
        if self._work.session.is_saved:
            then()
        else:
            self.save(lambda: self._when_saved(then))

    def _on_failed(self, why: str, save: Save) -> None:
        """Say why nothing was saved; another place may do."""
        self._offer_elsewhere(why, partial(self.ask_save_as, save.then))

    def _offer_elsewhere(self, why: str, does: Callable[[], object]) -> None:
        self._work.helped.emit(why, (elsewhere(does),))

    def _on_saving_ended(self) -> None:
        """Go on with what waited for it; a save that failed lets nobody go on."""
        waiting, self._waiting = self._waiting, None
        if waiting is not None and not self.saving.has_failed:
            self.when_safe(waiting)

    # --- exporting -------------------------------------------------------------------------------
    def ask_export(self, wish: "Wish") -> None:
        """Ask where to write what is wished for."""
        start = self._folder() / f"{self._name()}{wish.suffix}"
        kinds = f"*{wish.suffix}"
        self._dialogs.save_path(start, kinds, lambda path: self.export(path, wish))

    def export(self, path: Path, wish: "Wish") -> None:
        """Write in a child process, so that typing goes on meanwhile."""
        path = path if path.suffix else path.with_suffix(wish.suffix)
        words = [str(path.absolute()), *self._words_for(wish)]
        child = CommandChild("export", words, self._work.workbook, self)
        child.done.connect(lambda said: self._on_exported(path, said))
        child.refused.connect(lambda why: self._offer_elsewhere(why, lambda: self.ask_export(wish)))
        self._work.said.emit(say("Writing {name} …", name=path.name))

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

    def _on_exported(self, path: Path, said: str) -> None:
        self._work.said.emit(said or say("{name} is written.", name=path.name))
        self.exported.emit(path)

    @cached_property
    def maker(self) -> "PacketMaker":
        """What makes the PDF of a packet; it stays while the window gets another look."""
        from ilead_studio.ui.packets.child import PacketChild
        from ilead_studio.ui.packets.maker import PacketMaker

        return PacketMaker(PacketChild, self)

    def wait(self) -> None:
        """Wait for what is being written; for the end of the program."""
        self.saving.wait()
        self.copying.wait(AT_THE_END)

    @property
    def writes_handout(self) -> bool:
        """Whether a handout is being written."""
        return "maker" in vars(self) and self.maker.is_writing

    def wait_for_exports(self) -> None:
        """Let exports that are under way end; for closing the window."""
        if "maker" in vars(self):
            self.maker.wait_then_end()
        for child in self._work.findChildren(CommandChild):
            child.wait()


def _whole(path: Path, disk: Disk) -> Path:
    """Return a path from the root, without "..": else one file had two lists of versions."""
    path = from_root(path)
    with suppress(OSError, ValueError):
        return disk.real(path) if ".." in path.parts else path
    return path


def _opened(path: Path, disk: Disk, state: Path) -> Opened:
    """Read a workbook, and find out how its first page looks."""
    opened = open_workbook(path, disk, state)
    with_picture(opened.workbook)
    return opened
