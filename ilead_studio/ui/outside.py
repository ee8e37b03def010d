"""Other copies of the workbook: one that is brought in, and a file that somebody else changed.

Nothing is written or taken over before somebody has chosen.
"""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QObject
from PySide6.QtGui import QWindow

from ilead_studio.errors import StudioError
from ilead_studio.model import Workbook
from ilead_studio.rules.merging import Merged, Merging, common_base
from ilead_studio.storage.outside import Happened, Seen, Watch
from ilead_studio.storage.refusals import shown
from ilead_studio.storage.store import Opened, Stamp
from ilead_studio.ui.apart import Get, Task
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


class _Wish(NamedTuple):
    """A merge that is wanted: with what, since what, and with the file itself if it is that."""

    title: str
    base_of: Callable[[Workbook], Workbook]
    theirs: Workbook
    coming: Stamp | None


class _Asked(NamedTuple):
    """What the card was opened with."""

    wish: _Wish
    base: Workbook
    mine: Workbook
    merging: Merging

    def with_mine(self, mine: Workbook) -> Merging:
        """Return the merge with mine as it is now: how a page is laid out may have been kept."""
        if mine is self.mine:
            return self.merging
        return Merging(self.base, mine, self.wish.theirs)


class Outside(QObject):
    """Looks at the open file when the window is come back to, and when a save was refused."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window.whole)
        self._window, self._work = window, window.work
        self._watch = Watch(window.around.disk)
        self._happened: Happened = "nothing"
        self._theirs: Opened | None = None
        self._base = Workbook()
        self._card: MergeCard | None = None
        self._known: Stamp | None = None
        self._asked: _Asked | None = None
        self._is_changed = False
        running().focusWindowChanged.connect(self._on_window)
        window.filing.saving.refused.connect(self._on_refused)
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
        self.look(why)

    def _on_filed(self) -> None:
        """Forget what happened once the file is another one, or was written."""
        stamp = self._work.stamp
        if self.is_undecided and stamp is not self._known:
            self._forget()

    @property
    def is_undecided(self) -> bool:
        """Whether somebody else did something to the file, and nobody has chosen yet."""
        return self._happened != "nothing"

    def look(self, why_refused: str = "") -> None:
        """Find out what happened to the file, beside the window, and say it once.

        ``why_refused`` is what is said if nothing is found.
        """
        path, stamp = self._work.path, self._work.stamp
        if path is None or stamp is None or self._work.read_only:
            return
        if self._window.filing.saving.is_under_way and not why_refused:
            return  # it is ours

        def on_seen(get: Get[Seen]) -> None:
            if self._work.stamp is stamp:
                self._on_seen(path, stamp, get(), why_refused)

        self._window.filing.reading.ask(lambda: lambda _: self._watch.seen(path, stamp), on_seen)

    def _on_seen(self, path: Path, stamp: Stamp, seen: Seen, why_refused: str) -> None:
        if seen.happened == "nothing":
            self._forget()
            if why_refused:
                self._work.warned.emit(why_refused)
        elif seen.is_same and seen.theirs is not None:
            self._work.stamp = seen.theirs.stamp  # it was only written anew
            self._forget()
        elif seen.happened != self._happened or stamp is not self._known or self._is_newer(seen):
            self._happened, self._known = seen.happened, stamp
            self._theirs, self._base = seen.theirs, seen.base or Workbook()
            self._tell(path, stamp, seen)

    def _is_newer(self, seen: Seen) -> bool:
        """Tell whether the file was changed once more after that was said."""
        if self._theirs is None or seen.theirs is None:
            return self._theirs is not seen.theirs
        return self._theirs.stamp.data != seen.theirs.stamp.data

    def _forget(self) -> None:
        if self.is_undecided and self._window.banner.offers:
            self._forget_choice()
        self._happened, self._theirs = "nothing", None

    def _tell(self, path: Path, stamp: Stamp, seen: Seen) -> None:
        name, banner = shown(path), self._window.banner
        if seen.theirs is not None:
            sentence = say("“{name}” was changed by another program. Your version is safe here,"
                           " the other one in the file.", name=name)  # fmt: skip
            banner.warn(sentence, tuple(map(self._offer, _CHOICES)))
        elif seen.happened == "changed":
            sentence = say("“{name}” was changed by another program and cannot be read now. Your"
                           " version is safe here. {why}", name=name, why=seen.why)  # fmt: skip
            banner.warn(sentence, (self._offer("keep mine"),))
        else:
            self._tell_gone(path, stamp, seen.moved)

    def _tell_gone(self, path: Path, stamp: Stamp, new: Path | None) -> None:
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
    def _follow(self, new: Path, stamp: Stamp) -> None:
        self._work.saved_to(new, stamp)
        self._forget_choice()
        self._work.said.emit(say("This is now “{name}”.", name=shown(new)))

    def _save_again(self) -> None:
        self._work.stamp = None
        self._window.filing.save(self._forget_choice)

    def _keep_mine(self) -> None:
        """Write mine into a file of its own; what is in the other stays as it is."""
        path = self._work.path
        if path is not None:
            name = say("{name}, {time}", name=path.stem,
                       time=f"{self._window.around.clock():%H %M %S}")  # fmt: skip
            self._window.filing.keep_beside(name, self._on_kept)

    def _on_kept(self) -> None:
        self._forget_choice()
        kept = shown(self._work.path or Path())
        self._work.said.emit(say("Yours is now “{name}”.", name=kept))

    def _take_theirs(self) -> None:
        """Go on with what is in the file; undo brings mine back."""
        theirs = self._theirs
        if theirs is None:
            return
        label = say("take the other version of the file")
        if self._work.step(label, lambda _: theirs.workbook):
            written = self._work.session.begin_save()
            self._work.saved_as(written, theirs.path, theirs.stamp)
            self._work.saved.emit(written)
            self._forget_choice()
            self._work.said.emit(say("This is the version from the file. Undo brings yours back."))

    def _merge(self) -> None:
        theirs, base = self._theirs, self._base
        if theirs is not None:
            title = say("Merge both versions of “{name}”", name=shown(theirs.path))
            self._open(_Wish(title, lambda _mine: base, theirs.workbook, theirs.stamp))

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
        self._window.filing.read(path, self._on_read)

    def _on_read(self, get: Get[Opened]) -> None:
        try:
            theirs = get()
        except StudioError as error:
            self._work.warned.emit(str(error))
            return
        if theirs.read_only:
            self._work.warned.emit(theirs.notice)
            return
        title = say("Bring in “{name}”", name=shown(theirs.path))
        copy = theirs.workbook
        self._open(_Wish(title, lambda mine: common_base(mine, copy), copy, None))

    def _open(self, wish: _Wish) -> None:
        """Find out beside the window what both did, then show it on the card."""
        mine = self._work.session.for_file

        def work(task: Task[_Asked]) -> _Asked:
            base = wish.base_of(mine)
            merging = Merging(base, mine, wish.theirs, lambda tried: task.tell(_tried(tried)))
            return _Asked(wish, base, mine, merging)

        self._window.thinking.ask(lambda: work, self._show, _tried(0))

    def _show(self, get: Get[_Asked]) -> None:
        """Show it, if it is about the workbook as it is now; else find it out again."""
        from ilead_studio.ui.merge_card import MergeCard

        asked = self._asked = get()
        if asked.mine is not self._work.session.for_file:
            self._open(asked.wish)
            return
        if self._card is None:
            self._card = MergeCard(self._window.look, self._window.whole)
            self._card.taken.connect(self._take)
        self._card.ask(asked.wish.title, asked.mine, asked.merging)

    def _take(self, chosen: frozenset[int]) -> None:
        """Put together what was chosen, beside the window, then make one step of it."""
        asked, mine = self._asked, self._work.session.for_file
        if asked is None:
            return
        self._is_changed = False

        def work(_: object) -> Merged:
            return asked.with_mine(mine).merged(chosen)

        def bring(get: Get[Merged]) -> None:
            self._bring(asked.wish, get())

        self._window.thinking.ask(lambda: work, bring, _tried(0))

    def _bring(self, wish: _Wish, merged: Merged) -> None:
        """Make one step of it; a merge with the file itself allows that it is saved over."""
        before = self._work.workbook
        if self._is_changed:
            self._work.said.emit(_changed_meanwhile())
            return
        if not self._work.step(wish.title, lambda _: merged.workbook):
            return
        if wish.coming is not None:
            self._work.stamp = wish.coming
            self._forget_choice()
        words = say("It is brought in. Undo takes it back.")
        if self._work.workbook is before:
            words = say("There was nothing that is not here already.")
        self._work.said.emit(" ".join((words, *_numbered(merged.renumbered))))

    def _on_changed(self) -> None:
        """Close the card when the workbook changes under it: it would tell of another one."""
        self._is_changed = True
        if self._card is not None and self._card.isVisible():
            self._card.go()
            self._work.said.emit(_changed_meanwhile())


def _tried(number: int) -> str:
    """Say how far a merge is: how often it was tried what can stand together."""
    if not number:
        return say("Comparing both versions …")
    tried = count(number, "{number} try", "{number} tries")
    return say("Putting both versions together … {tried}", tried=tried)


def _changed_meanwhile() -> str:
    return say("The workbook changed meanwhile. Bring the copy in again.")


def _numbered(sentences: tuple[str, ...]) -> tuple[str, ...]:
    """Say what was numbered anew; of many only how many they were."""
    if len(sentences) <= _MOST_SAID:
        return sentences
    many = count(len(sentences), "{number} reference", "{number} references")
    return (say("{many} had been given twice: theirs have new numbers.", many=many),)
