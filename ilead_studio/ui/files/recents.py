"""The workbooks that were open last: a small list beside the settings, pictures in the cache.

Whoever does not want that switches it off: what was kept is forgotten then.

A damaged list is an empty list, and nothing here ever stands in the way of opening or saving.
"""

import hashlib
from collections.abc import Callable, Container, Mapping
from contextlib import suppress
from datetime import datetime
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Annotated, Any, Final, NamedTuple

from pydantic import (
    AfterValidator,
    AwareDatetime,
    BaseModel,
    ConfigDict,
    Field,
    TypeAdapter,
    ValidationError,
)
from PySide6.QtCore import QObject, Signal

from ilead_studio.errors import Damaged
from ilead_studio.model import Workbook
from ilead_studio.model.text import tidy
from ilead_studio.places import Places
from ilead_studio.rules.cause_count import amount_words, bones_in, causes_in
from ilead_studio.rules.days import dated_words, day_words, hour_words, weekday_words
from ilead_studio.storage.disk import Disk
from ilead_studio.storage.sealed import Sealed
from ilead_studio.storage.settings import Settings
from ilead_studio.ui.settings.remembered import HANDOUTS, VIEWED
from ilead_studio.words import count, say

MOST: Final = 12
"""Workbooks that are listed."""
LISTED: Final = "start/recents"
"""The setting that tells whether they are listed."""
PICTURED: Final = "start/pictures"
"""The setting that tells whether their first pages are shown."""
CHOSEN: Final = "QtProject.conf"
"""The file in which Qt's own dialogs remember folders; it lies beside the settings."""
_OURS: Final = (".png", ".pdf")
"""The endings of what lies in the cache."""
_TITLE_MOST: Final = 200
_FOR_ALL: Final = "for all: "
"""Tells pictures from those of earlier programs, which showed what is private, and are swept."""
_LARGEST: Final = 4 << 20
"""Most bytes of a picture."""
Title = Annotated[str, AfterValidator(lambda title: tidy(title)[:_TITLE_MOST])]
Number = Annotated[int, Field(ge=0, le=1_000_000)]


class Recent(BaseModel):
    """A workbook that was open: where it is, what it held, and when it was opened or saved."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    path: str
    title: Title
    causes: Number = 0
    bones: Number = 0
    drivers: Number = 0
    ideas: Number = 0
    when: AwareDatetime

    @property
    def file(self) -> Path:
        """The file as a path."""
        return Path(self.path)


@cache
def _reader() -> TypeAdapter[tuple[Recent, ...]]:
    return TypeAdapter(tuple[Recent, ...])


class Listing(NamedTuple):
    """What is listed, the bytes of the pictures by file (none where none are shown), a notice."""

    recents: tuple[Recent, ...] = ()
    pictures: Mapping[Path, bytes] = MappingProxyType({})
    notice: str = ""


def is_kept(settings: Settings) -> bool:
    """Tell whether workbooks are listed."""
    return settings.value(LISTED, "true") != "false"


def is_pictured(settings: Settings) -> bool:
    """Tell whether first pages are shown where workbooks are listed."""
    return settings.value(PICTURED, "true") != "false"


def wish(settings: Settings, name: str, on: bool) -> None:
    """Keep what is wished; the folder of handouts is forgotten with the list."""
    handouts = {} if on or name != LISTED else {HANDOUTS: None}
    settings.keep({name: "true" if on else "false", **handouts})


class RecentList:
    """The list in its file; it is read anew for every question, as other windows write it too.

    Everything here waits for the disk.
    """

    def __init__(self, places: Places, settings: Settings) -> None:
        self._disk, self.notice = settings.disk, ""
        self._sealed = Sealed(places.settings.with_name("recents.json"), self._disk)
        self._chosen = places.settings.with_name(CHOSEN)
        self._pictures = places.cache / "recents"
        self._viewed = places.cache / VIEWED
        self._settings = settings

    @property
    def is_kept(self) -> bool:
        """Whether workbooks are listed at all."""
        self._settings.sync()  # another window may have been asked
        return is_kept(self._settings)

    @property
    def is_pictured(self) -> bool:
        """Whether their first pages are shown."""
        return self.is_kept and is_pictured(self._settings)

    def keep(self, on: bool) -> None:
        """List workbooks from now on, or forget those that are listed and list no more."""
        wish(self._settings, LISTED, on)
        self.forget()

    def show_pictures(self, on: bool) -> None:
        """Show the first pages from now on, or throw their pictures away and draw no more."""
        wish(self._settings, PICTURED, on)
        self.forget()

    def forget(self) -> None:
        """Let nothing be left of what is not to be kept."""
        if not self.is_kept:
            self._settings.keep({HANDOUTS: None})
            self._sealed.forget()
            with suppress(OSError):
                self._disk.unlink(self._chosen)
            self._throw_away(self._viewed)
        self._sweep(self.read())

    def read(self) -> tuple[Recent, ...]:
        """Return what is listed, the newest first; nothing when the list cannot be read."""
        if not self.is_kept:
            return ()
        try:
            found = _reader().validate_json(self._sealed.read() or b"[]")
        except Damaged as error:
            self.notice = str(error)
            return ()
        except ValidationError:
            self.notice = str(self._sealed.damaged())
            return ()
        sound = {it.path: it for it in reversed(found) if _is_whole(it.path)}
        return tuple(sorted(sound.values(), key=lambda it: it.when, reverse=True)[:MOST])

    def listing(self) -> Listing:
        """Return what is listed, with pictures where they are shown."""
        recents, pictures = self.read(), dict[Path, bytes]()
        if not self.is_pictured:
            self._sweep(recents)  # one may have been drawn after the program had ended
        else:
            for it in recents:
                pictures[it.file] = b""
                with suppress(OSError):
                    pictures[it.file] = self._disk.read(self.picture_of(it.file), _LARGEST)
        return Listing(recents, pictures, self.notice)

    def note(self, path: Path, workbook: Workbook, when: datetime) -> None:
        """Put a workbook at the top of the list; one whose path has broken letters cannot be."""
        if not _is_whole(str(path.absolute())):
            return
        if not self.is_kept:
            self.forget()  # a picture that was being drawn may have come since
            return
        newest = Recent(
            path=str(path.absolute()),
            title=workbook.title or path.stem,
            causes=causes_in(workbook),
            bones=bones_in(workbook),
            drivers=sum(len(page.drivers) for page in workbook.theories),
            ideas=len(workbook.ideas),
            when=when,
        )
        others = (it for it in self.read() if it.path != newest.path)
        self._write((newest, *others))

    def take_off(self, path: Path) -> None:
        """Forget a workbook; its file stays as it is."""
        self._write(tuple(it for it in self.read() if it.file != path))

    def picture_of(self, path: Path) -> Path:
        """Return where the picture of a workbook is, or would be."""
        named = f"{_FOR_ALL}{path.absolute()}"
        name = hashlib.sha256(named.encode("utf-8", "surrogatepass")).hexdigest()
        return self._pictures / f"{name[:24]}.png"

    def _write(self, recents: tuple[Recent, ...]) -> None:
        """Write the list, and throw away pictures that it no longer needs."""
        recents = recents[:MOST]
        with suppress(OSError):
            self._sealed.write(_reader().dump_json(recents, indent=1))
        self._sweep(recents)

    def _sweep(self, recents: tuple[Recent, ...]) -> None:
        """Throw away the pictures that nobody wants to see."""
        shown = recents if self.is_pictured else ()
        wanted = {self.picture_of(it.file).name for it in shown}
        self._throw_away(self._pictures, but=wanted)

    def _throw_away(self, folder: Path, but: Container[str] = ()) -> None:
        """Throw away the files of a folder; one that a viewer holds goes the next time."""
        with suppress(OSError):
            for name in self._disk.names(folder):
                if Path(name).suffix in _OURS and name not in but:
                    with suppress(OSError):
                        self._disk.unlink(folder / name)


class Recents(QObject):
    """The list beside a window: what is asked of it is done apart.

    ``changed`` tells that another wish counts: what is listed, or shown of it, is not the same;
    ``listed`` brings a ``Listing`` that was asked for.
    """

    changed = Signal()
    listed = Signal(object)

    def __init__(self, places: Places, settings: Settings, parent: QObject) -> None:
        super().__init__(parent)
        self._places, self._settings = places, settings

    def _do(self, deed: Callable[[RecentList], Any], then: Callable[[Any], object] = bool) -> None:
        places, disk = self._places, self._settings.disk
        self._settings.beside(lambda: deed(recents_in(places, disk)), then)

    @property
    def is_kept(self) -> bool:
        """Whether workbooks are listed at all."""
        return is_kept(self._settings)

    @property
    def is_pictured(self) -> bool:
        """Whether their first pages are shown."""
        return self.is_kept and is_pictured(self._settings)

    def ask(self) -> None:
        """Ask what is listed now, and hear what another window wished for."""
        self.hear()
        self._do(RecentList.listing, self.listed.emit)

    def hear(self) -> None:
        """Hear what another window wished for."""
        before = self.is_kept, self.is_pictured

        def on_heard() -> None:
            if (self.is_kept, self.is_pictured) != before:
                self.changed.emit()

        self._settings.sync(on_heard)

    def keep(self, on: bool) -> None:
        """List workbooks from now on, or forget those that are listed and list no more."""
        self._wish(LISTED, on)

    def show_pictures(self, on: bool) -> None:
        """Show the first pages from now on, or throw their pictures away and draw no more."""
        self._wish(PICTURED, on)

    def _wish(self, name: str, on: bool) -> None:
        before = self.is_kept, self.is_pictured
        wish(self._settings, name, on)
        if (self.is_kept, self.is_pictured) != before:
            self.forget()
            self.changed.emit()

    def forget(self) -> None:
        """Let nothing be left of what is not to be kept."""
        self._do(RecentList.forget)

    def take_off(self, path: Path) -> None:
        """Forget a workbook; its file stays as it is."""
        self._do(lambda it: it.take_off(path))


def recents_in(places: Places, disk: Disk) -> RecentList:
    """Return the list as its file and the settings are now."""
    return RecentList(places, Settings(places.settings, disk))


def _is_whole(path: str) -> bool:
    """Tell whether a path can be one: absolute, without characters that no system takes."""
    return bool(path) and path.isprintable() and Path(path).is_absolute()


# --- in words ------------------------------------------------------------------------------------
def held(recent: Recent) -> str:
    """Say how much a workbook held: "24 causes, 6 change ideas"."""
    parts = [*filter(None, (amount_words(recent.causes, recent.bones),))]
    if recent.drivers:
        parts.append(count(recent.drivers, "{number} driver", "{number} drivers"))
    if recent.ideas:
        parts.append(count(recent.ideas, "{number} change idea", "{number} change ideas"))
    return ", ".join(parts) or say("Nothing on its pages yet")


def when_words(when: datetime, now: datetime) -> str:
    """Say when something was: the hour on the last days, the weekday in the last week, the day."""
    try:
        when = when.astimezone(now.tzinfo)
    except (OverflowError, ValueError):
        return ""
    days = (now.date() - when.date()).days
    time = hour_words(when)
    if days == 0:
        return say("Today, {time}", time=time)
    if days == 1:
        return say("Yesterday, {time}", time=time)
    if 1 < days < 7:
        return say("{day}, {time}", day=weekday_words(when), time=time)
    return day_words(when) if when.year == now.year else dated_words(when)


def since_words(when: datetime, now: datetime) -> str:
    """Say since when something is so, within a sentence: "since yesterday, 10:42"."""
    known = when_words(when, now)
    if not known:
        return ""
    when = when.astimezone(now.tzinfo)
    days = (now.date() - when.date()).days
    if days == 0:
        return say("since {time}", time=hour_words(when))
    if days == 1:
        return say("since yesterday, {time}", time=hour_words(when))
    return say("since {when}", when=known)


def where_words(path: Path) -> str:
    """Say in which folder a file is: the last two parts, those of the home left out."""
    folder = path.parent
    with suppress(ValueError, RuntimeError):
        folder = folder.relative_to(Path.home())
    parts = [part for part in folder.parts if part not in ("/", "\\")]
    return " / ".join(parts[-2:]) or say("Home folder")
