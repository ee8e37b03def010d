"""Other copies of the workbook: one that is brought in, and a file that somebody else changed.

Nothing is written or taken over before somebody has chosen.
"""

from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QObject
from PySide6.QtGui import QWindow

from ilead_studio.errors import StudioError
from ilead_studio.model import Workbook
from ilead_studio.rules.merging import Merging, common_base
from ilead_studio.storage import format as file_format
from ilead_studio.storage.outside import Happened, Watch
from ilead_studio.storage.refusals import shown
from ilead_studio.storage.store import Opened, Stamp, open_workbook
from ilead_studio.ui.areas import running
from ilead_studio.ui.banner import Offer
from ilead_studio.ui.only_read import why_only_read
from ilead_studio.words import count, say

if TYPE_CHECKING:
    from ilead_studio.ui.features import Deeds
    from ilead_studio.ui.merge_card import MergeCard
    from ilead_studio.ui.window import MainWindow

_MOST_SAID: Final = 2
_CHOICES: Final = ("merge outside", "keep mine", "take theirs")


class _Asked(NamedTuple):
    """What the card was opened with."""

    title: str
    base: Workbook
    mine: Workbook
    theirs: Workbook
    merging: Merging

    def with_mine(self, mine: Workbook) -> Merging:
        """Return the merge with mine as it is now: how a page is laid out may have been kept."""
        return self.merging if mine is self.mine else Merging(self.base, mine, self.theirs)


class Outside(QObject):
    """Looks at the open file when the window is come back to, and when a save was refused."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window.whole)
        self._window, self._work = window, window.work
        self._watch = Watch(window.around.disk)
        self._happened: Happened = "nothing"
        self._theirs: Opened | None = None
        self._card: MergeCard | None = None
        self._coming: Stamp | None = None
        self._known: Stamp | None = None
        self._asked: _Asked | None = None
        running().focusWindowChanged.connect(self._on_window)
        window.filing.refused.connect(self._on_refused)
        window.dressed.connect(self.look)
        self._work.filed.connect(self._on_filed)
        self._work.changed.connect(self._on_changed)

    def deeds(self) -> "Deeds":
        """Return what the commands do."""
        return {
            "bring in copy": self._ask_copy,
            "merge outside": self._merge,
            "keep mine": self._keep_mine,
            "take theirs": self._take_theirs,
        }

    def why_not(self, name: str) -> str:
        """Say that nothing can be brought in, or that nobody else changed the file."""
        if name == "bring in copy" and self._work.read_only:
            return why_only_read(self._work)
        if name in _CHOICES and self._happened == "nothing":
            return say("Nobody else has changed the file since it was read or saved here.")
        if name in ("merge outside", "take theirs") and self._theirs is None:
            return say("There is nothing at its place that can be read.")
        return ""

    # --- looking ---------------------------------------------------------------------------------
    def _on_window(self, there: QWindow | None) -> None:
        if there is not None and there is self._window.windowHandle():
            self.look()

    def _on_refused(self, why: str) -> None:
        """Offer what can be done where a save was refused; else say why it was."""
        self._happened = "nothing"
        self.look()
        if self._happened == "nothing":
            self._work.warned.emit(why)

    def _on_filed(self) -> None:
        """Forget what happened once the file is another one, or was written."""
        stamp = self._work.stamp
        if self._happened != "nothing" and stamp is not self._known:
            self._forget()

    def look(self) -> None:
        """Find out what happened to the file, and say it once."""
        path, stamp = self._work.path, self._work.stamp
        if path is None or stamp is None or self._work.read_only:
            return
        happened = self._watch.happened(path, stamp)
        if happened == "nothing":
            self._forget()
        elif happened != self._happened or stamp is not self._known or self._is_newer():
            self._happened, self._known = happened, stamp
            self._theirs, why = self._read(path) if happened == "changed" else (None, "")
            self._tell(path, stamp, why)

    def _is_newer(self) -> bool:
        """Tell whether the file was changed once more after that was said."""
        if self._theirs is None:
            return self._happened == "changed"
        return self._watch.happened(self._theirs.path, self._theirs.stamp) != "nothing"

    def _read(self, path: Path) -> tuple[Opened | None, str]:
        try:
            opened = open_workbook(path, self._window.around.disk)
        except StudioError as error:
            return None, str(error)
        return (None, opened.notice) if opened.read_only else (opened, "")

    def _forget(self) -> None:
        if self._happened != "nothing":
            self._happened, self._theirs = "nothing", None
            if self._window.banner.offers:
                self._window.banner.hide()

    def _tell(self, path: Path, stamp: Stamp, why: str) -> None:
        name, banner = shown(path), self._window.banner
        if self._theirs is not None:
            if self._theirs.workbook == self._base():
                self._work.stamp = self._theirs.stamp  # it was only written anew
                self._forget()
                return
            sentence = say("“{name}” was changed by another program. Your version is safe here,"
                           " the other one in the file.", name=name)  # fmt: skip
            banner.warn(sentence, tuple(map(self._offer, _CHOICES)))
        elif self._happened == "changed":
            sentence = say("“{name}” was changed by another program and cannot be read now. Your"
                           " version is safe here. {why}", name=name, why=why)  # fmt: skip
            banner.warn(sentence, (self._offer("keep mine"),))
        else:
            self._tell_gone(path, stamp)

    def _tell_gone(self, path: Path, stamp: Stamp) -> None:
        new = self._watch.moved_to(path, stamp)
        save_as: Offer = (say("Save it elsewhere"), lambda: self._window.do("save as"))
        if new is not None:
            sentence = say("“{name}” is now called “{new}”. Nothing in it was changed.",
                           name=shown(path), new=shown(new))  # fmt: skip
            follow: Offer = (say("Go on with that file"), lambda: self._follow(new, stamp))
            self._window.banner.warn(sentence, (follow, save_as))
            return
        sentence = say("“{name}” is no longer where it was. Everything is still here.",
                       name=shown(path))  # fmt: skip
        again: Offer = (say("Save it there again"), self._save_again)
        self._window.banner.warn(sentence, (again, save_as))

    def _offer(self, name: str) -> Offer:
        words = {
            "merge outside": say("Merge both…"), "keep mine": say("Keep mine as a copy"),
            "take theirs": say("Take theirs"),
        }  # fmt: skip
        return words[name], lambda: self._window.do(name)

    # --- choosing --------------------------------------------------------------------------------
    def _base(self) -> Workbook:
        """Return what was read or written here last."""
        path, stamp = self._work.path, self._work.stamp
        if path is None or stamp is None:
            return Workbook()
        return file_format.decode(stamp.data, shown(path)).workbook

    def _follow(self, new: Path, stamp: Stamp) -> None:
        self._work.saved_to(new, stamp)
        self._forget_choice()
        self._work.said.emit(say("This is now “{name}”.", name=shown(new)))

    def _save_again(self) -> None:
        self._work.stamp = None
        self._window.filing.save()
        self._forget_choice()

    def _keep_mine(self) -> None:
        """Write mine into a file of its own; what is in the other stays as it is."""
        path = self._work.path
        if path is None:
            return
        name = say("{name}, {time}", name=path.stem,
                   time=f"{self._window.around.clock():%H %M %S}")  # fmt: skip
        if self._window.filing.keep_beside(name):
            self._forget_choice()
            kept = shown(self._work.path or path)
            self._work.said.emit(say("Yours is now “{name}”.", name=kept))

    def _take_theirs(self) -> None:
        """Go on with what is in the file; undo brings mine back."""
        theirs = self._theirs
        if theirs is None:
            return
        label = say("take the other version of the file")
        if self._work.step(label, lambda _: theirs.workbook):
            self._work.saved_as(self._work.workbook, theirs.path, theirs.stamp)
            self._forget_choice()
            self._work.said.emit(say("This is the version from the file. Undo brings yours back."))

    def _merge(self) -> None:
        theirs = self._theirs
        if theirs is not None:
            title = say("Merge both versions of “{name}”", name=shown(theirs.path))
            self._open(title, self._base(), theirs)
            self._coming = theirs.stamp

    def _forget_choice(self) -> None:
        """Take the banner away and give the keyboard back to the page, if it had it."""
        banner = self._window.banner
        had = banner.isAncestorOf(running().focusWidget() or self._window)
        self._happened, self._theirs = "nothing", None
        banner.hide()
        if had:
            self._window.arranged.back_to_page()

    # --- bringing in -----------------------------------------------------------------------------
    def _ask_copy(self) -> None:
        path = self._work.path
        self._window.dialogs.open_path(path.parent if path else Path.home(), self._bring_in)

    def _bring_in(self, path: Path) -> None:
        try:
            theirs = open_workbook(path, self._window.around.disk)
        except StudioError as error:
            self._work.warned.emit(str(error))
            return
        if theirs.read_only:
            self._work.warned.emit(theirs.notice)
            return
        title = say("Bring in “{name}”", name=shown(path))
        mine = self._work.session.for_file
        self._open(title, common_base(mine, theirs.workbook), theirs)
        self._coming = None

    def _open(self, title: str, base: Workbook, theirs: Opened) -> None:
        from ilead_studio.ui.merge_card import MergeCard

        mine = self._work.session.for_file
        if self._card is None:
            self._card = MergeCard(self._window.look, self._window.whole)
            self._card.taken.connect(self._take)
        merging = Merging(base, mine, theirs.workbook)
        self._asked = _Asked(title, base, mine, theirs.workbook, merging)
        self._card.ask(title, mine, merging)

    def _take(self, chosen: frozenset[int]) -> None:
        """Make one step of it; a merge with the file itself allows that it is saved over."""
        coming, before = self._coming, self._work.workbook
        if self._asked is None:
            return
        merged = self._asked.with_mine(self._work.session.for_file).merged(chosen)
        if not self._work.step(self._asked.title, lambda _: merged.workbook):
            return
        if coming is not None:
            self._work.stamp = coming
            self._forget_choice()
        words = say("It is brought in. Undo takes it back.")
        if self._work.workbook is before:
            words = say("There was nothing that is not here already.")
        self._work.said.emit(" ".join((words, *_numbered(merged.renumbered))))

    def _on_changed(self) -> None:
        """Close the card when the workbook changes under it: it would tell of another one."""
        if self._card is not None and self._card.isVisible():
            self._card.go()
            self._work.said.emit(say("The workbook changed meanwhile. Bring the copy in again."))


def _numbered(sentences: tuple[str, ...]) -> tuple[str, ...]:
    """Say what was numbered anew; of many only how many they were."""
    if len(sentences) <= _MOST_SAID:
        return sentences
    many = count(len(sentences), "{number} reference", "{number} references")
    return (say("{many} had been given twice: theirs have new numbers.", many=many),)
