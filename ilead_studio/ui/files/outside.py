"""Other copies of the workbook: one that is brought in, and a file that somebody else changed.

Nothing is written or taken over before somebody has chosen.
"""

from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject
from PySide6.QtGui import QWindow

from ilead_studio.errors import StudioError
from ilead_studio.model import Workbook
from ilead_studio.rules.merge_base import common_base
from ilead_studio.rules.merging import Merged
from ilead_studio.storage.backups import backup_folder, could_keep, versions
from ilead_studio.storage.moments import moment_of
from ilead_studio.storage.outside import Happened, Seen, Watch
from ilead_studio.storage.refusals import shown
from ilead_studio.storage.store import Opened, Stamp, open_workbook
from ilead_studio.surroundings import Surroundings
from ilead_studio.ui.canvas.first_picture import with_picture
from ilead_studio.ui.files.left import keep_typed_of
from ilead_studio.ui.files.only_read import why_only_read
from ilead_studio.ui.files.saving import Save
from ilead_studio.ui.frame.areas import running
from ilead_studio.ui.meanwhile.apart import Apart, Get
from ilead_studio.ui.widgets.banner import Offer, elsewhere
from ilead_studio.words import count, say

if TYPE_CHECKING:
    from ilead_studio.ui.commands.features import Deeds
    from ilead_studio.ui.merging.wish import MergeWish
    from ilead_studio.ui.window import MainWindow

_MOST_SAID: Final = 2
_STEM: Final = 45
"""Letters of a file's name that leave room for the time in the name of a copy."""
_ABOUT: Final = "file"
"""What the banner asks about here."""
_CHOICES: Final = ("merge outside", "keep mine", "take theirs")


class Outside(QObject):
    """Looks at the open file when the window is come back to, and when a save was refused."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window.whole)
        self._window, self._work = window, window.work
        self._watch = Watch(window.around.disk, window.around.places.state)
        self._looking = Apart("outside", self)
        self._happened: Happened = "nothing"
        self._theirs: Opened | None = None
        self._base = Workbook()
        self._ask_again: Callable[[], object] = bool
        self._known: Stamp | None = None
        running().focusWindowChanged.connect(self._on_window)
        window.filing.saving.refused.connect(self._on_refused)
        window.dressed.connect(self.look)
        self._work.filed.connect(self._on_filed)

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
        is_busy = self._window.filing.saving.is_under_way or self._looking.under_way
        if is_busy and not why_refused:
            return  # it is ours, or its drive has not answered yet

        def on_seen(seen: Seen) -> None:
            if self._work.stamp is stamp:
                self._on_seen(path, stamp, seen, why_refused)

        page_id = self._work.page.id if self._work.page else ""
        self._looking.do(partial(_seen, self._watch, path, stamp, page_id), on_seen)

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
            self._ask_again = partial(self._tell, path, stamp, seen)
            self._ask_again()

    def _is_newer(self, seen: Seen) -> bool:
        """Tell whether the file was changed once more after that was said."""
        if self._theirs is None or seen.theirs is None:
            return self._theirs is not seen.theirs
        return self._theirs.stamp.data != seen.theirs.stamp.data

    def _forget(self) -> None:
        if self.is_undecided:
            self._forget_choice()
        self._happened, self._theirs = "nothing", None

    def _tell(self, path: Path, stamp: Stamp, seen: Seen) -> None:
        name, banner = shown(path), self._window.banner
        if seen.theirs is not None:
            sentence = say("“{name}” was changed by another program. Your version is safe here,"
                           " the other one in the file.", name=name)  # fmt: skip
            banner.ask(sentence, tuple(map(self._offer, _CHOICES)), _ABOUT)
        elif seen.why is not None:
            why = seen.why.sentence
            sentence = say("“{name}” was changed by another program and cannot be read now. Your"
                           " version is safe here. {why}", name=name, why=why)  # fmt: skip
            help_with = self._window.filing.help_with
            banner.ask(sentence, (self._offer("keep mine"), *help_with(seen.why)), _ABOUT)
        else:
            self._tell_gone(path, stamp, seen.moved)

    def _tell_gone(self, path: Path, stamp: Stamp, new: Path | None) -> None:
        save_as = elsewhere(lambda: self._window.do("save as"))
        if new is not None:
            sentence = say("“{name}” is now called “{new}”. Nothing in it was changed.",
                           name=shown(path), new=shown(new))  # fmt: skip
            follow: Offer = (say("Go on with that file"), lambda: self._follow(new, stamp))
            self._window.banner.ask(sentence, (follow, save_as), _ABOUT)
            return
        sentence = say("“{name}” is no longer where it was. Everything is still here.",
                       name=shown(path))  # fmt: skip
        again: Offer = (say("Save it there again"), self._save_again)
        self._window.banner.ask(sentence, (again, save_as), _ABOUT)

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
        """Bring the file back where it was; what has come there meanwhile is not overwritten."""
        if self._work.path is not None:
            again = Save(self._work.path, self._forget_choice, chosen=True)
            self._window.filing.saving.ask(again)

    def _keep_mine(self) -> None:
        """Write mine into a file of its own; what is in the other stays as it is."""
        path = self._work.path
        if path is not None:
            name = say("{name}, {time}", name=path.stem[:_STEM],
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
        label, keep_mine = say("take the other version of the file"), self._keeping_mine()
        if self._work.step(label, lambda _: theirs.workbook):
            keep_mine()
            written = self._work.session.begin_save()
            self._work.saved_as(written, theirs.path, theirs.stamp)
            self._work.saved.emit(written)
            self._forget_choice()
            self._work.said.emit(say("This is the version from the file. Undo brings yours back."))

    def _merge(self) -> None:
        from ilead_studio.ui.merging.wish import MergeWish

        theirs, stamp = self._theirs, self._work.stamp
        if theirs is None or stamp is None:
            return
        name = shown(theirs.path)
        ways = (
            (("keep mine", say("Keep mine, as a copy"),
              say("Theirs stays the file; yours becomes a file beside it.")), self._keep_mine),
            (("take theirs", say("Take theirs"), say("Undo brings yours back.")),
             self._take_theirs),
        )  # fmt: skip
        self._open(MergeWish(
            title=say("Merge both versions of “{name}”", name=name),
            says=say("“{name}” was changed by another program.", name=name),
            small=say("Your version is safe here, in recovery. The other one is untouched."),
            base=self._base,
            mine=self._work.session.for_file,
            theirs=theirs.workbook,
            when=(self._when(stamp), say("here, not saved yet"), self._when(theirs.stamp)),
            done=say("Merge and save"),
            chosen=self._window.chosen,
            take=partial(self._take, theirs.stamp),
            ways=ways,
            later=self._tell_again,
        ))  # fmt: skip
        self._window.banner.settle(_ABOUT)  # the page says the same, and more

    def _tell_again(self) -> None:
        if self._happened != "nothing":
            self._ask_again()

    def _when(self, stamp: Stamp) -> str:
        from ilead_studio.ui.files.recents import when_words

        when = moment_of(stamp.changed / 1e9)
        return say("{time} · saved", time=when_words(when, self._window.around.clock()))

    def _forget_choice(self) -> None:
        """Take the banner away and give the keyboard back to the page, if it had it."""
        banner = self._window.banner
        had = banner.isAncestorOf(running().focusWidget() or self._window)
        self._happened, self._theirs = "nothing", None
        self._window.chosen.leave()
        banner.settle(_ABOUT)
        if had:
            self._window.arranged.back_to_page()

    # --- bringing in -----------------------------------------------------------------------------
    def _keeping_mine(self) -> Callable[[], object]:
        """Return what keeps mine as it is now, which no file holds, among the earlier versions.

        Undo brings it back only as long as the window is open.
        """
        session, path, around = self._work.session, self._work.path, self._window.around
        if session.is_saved or path is None:
            return bool
        kept = partial(keep_typed_of, session.for_file, path, around)
        return partial(self._looking.do, kept, self._on_mine_kept)

    def _on_mine_kept(self, is_kept: bool) -> None:
        if not is_kept:
            told = say("Yours could not be kept among the earlier versions: the disk is full, or"
                       " refuses. Undo brings it back as long as this window is open.")  # fmt: skip
            self._work.warned.emit(told)

    def _keep_theirs(self, stamp: Stamp) -> None:
        """Keep the other version among the earlier ones: what is saved next takes its place."""
        path, around = self._work.path, self._window.around
        if path is not None:
            folder, when = backup_folder(around.places.state, path), moment_of(stamp.changed / 1e9)
            self._looking.do(partial(could_keep, folder, stamp.data, when, around.disk))

    def _ask_copy(self) -> None:
        path = self._work.path
        self._window.dialogs.open_path(path.parent if path else Path.home(), self._bring_in)

    def _bring_in(self, path: Path) -> None:
        self._window.filing.read(path, self._on_read)

    def _on_read(self, get: Get[Opened]) -> None:
        from ilead_studio.ui.merging.wish import MergeWish

        try:
            theirs = get()
        except StudioError as error:
            self._window.filing.refuse(error, (say("Bring in that version"), self._bring_in))
            return
        if theirs.read_only:
            self._work.warned.emit(theirs.notice)
            return
        mine = self._work.session.for_file
        base = common_base(mine, theirs.workbook)
        self._open(MergeWish(
            title=say("Bring in “{name}”", name=shown(theirs.path)),
            says="",
            small="",
            base=None if base == Workbook() else base,
            mine=mine,
            theirs=theirs.workbook,
            when=("", say("in this workbook"), say("in “{name}”", name=shown(theirs.path))),
            done=say("Bring it in"),
            chosen=self._window.chosen,
            take=partial(self._take, None),
            earlier=_earlier(self._work.path, self._window.around),
        ))  # fmt: skip

    def _open(self, wish: "MergeWish") -> None:
        from ilead_studio.ui.merging.view import NAME, MergeView

        self._window.sections.show(NAME)
        self._window.left.put_usual()  # what is to be chosen, whatever was sought there before
        view = self._window.sections.view
        if isinstance(view, MergeView):
            view.begin(wish)
            self._window.arranged.back_to_page()

    def _take(self, coming: Stamp | None, merged: Merged) -> None:
        """Make one step of it; a merge with the file itself is saved over it."""
        before, label = self._work.workbook, say("bring in another version")
        keep_mine = self._keeping_mine()
        if not self._work.step(label, lambda _: merged.workbook):
            return
        words = say("It is brought in. Undo takes it back.")
        if self._work.workbook is before:
            words = say("There was nothing that is not here already.")
        if merged.refused:
            refused = count(
                len(merged.refused), "{number} stays as yours", "{number} stay as yours"
            )
            also = say("{refused}: theirs cannot stand beside the rest.", refused=refused)
            words = f"{words} {also}"
        if coming is not None:
            keep_mine()
            self._keep_theirs(coming)
            self._work.stamp = coming
            self._forget_choice()
            self._window.filing.save()
        self._work.said.emit(" ".join((words, *_numbered(merged.renumbered))))


def _seen(watch: Watch, path: Path, stamp: Stamp, page_id: str) -> Seen:
    """Find out what happened to a file, and how the other version looks; done apart."""
    seen = watch.seen(path, stamp)
    if seen.theirs is not None and not seen.is_same:
        with_picture(seen.theirs.workbook, page_id)
    return seen


def _earlier(path: Path | None, around: Surroundings) -> Iterator[Workbook]:
    """Give what a file held before, the newest first, as far as it can be read; done apart."""
    kept = versions(backup_folder(around.places.state, path), around.disk) if path else ()
    for it in kept:
        with suppress(StudioError):
            yield open_workbook(it.file, around.disk).workbook


def _numbered(sentences: tuple[str, ...]) -> tuple[str, ...]:
    """Say what was numbered anew; of many only how many they were."""
    if len(sentences) <= _MOST_SAID:
        return sentences
    many = count(len(sentences), "{number} reference", "{number} references")
    return (say("{many} had been given twice: theirs have new numbers.", many=many),)
