"""The workbooks that were open last: a small list beside the settings, pictures in the cache.

Whoever does not want that switches it off: what was kept is forgotten then.

A damaged list is an empty list, and nothing here ever stands in the way of opening or saving.
"""

import hashlib
from contextlib import suppress
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Annotated, Final

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
from ilead_studio.rules.days import dated_words, day_words, weekday_words
from ilead_studio.storage.sealed import Sealed
from ilead_studio.storage.settings import Settings
from ilead_studio.ui.remembered import HANDOUTS
from ilead_studio.words import count, say

MOST: Final = 12
"""Workbooks that are listed."""
LISTED: Final = "start/recents"
"""The setting that tells whether they are listed."""
PICTURED: Final = "start/pictures"
"""The setting that tells whether their first pages are shown."""
CHOSEN: Final = "QtProject.conf"
"""The file in which Qt's own dialogs remember folders; it lies beside the settings."""
_TITLE_MOST: Final = 200
Title = Annotated[str, AfterValidator(lambda title: tidy(title)[:_TITLE_MOST])]
Number = Annotated[int, Field(ge=0, le=1_000_000)]


class Recent(BaseModel):
    """A workbook that was open: where it is, what it held, and when it was opened or saved."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    path: str
    title: Title
    causes: Number = 0
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


class RecentList(QObject):
    """The list in its file; it is read anew for every question, as other windows write it too.

    ``changed`` tells that another wish counts: what is listed, or shown of it, is not the same.
    """

    changed = Signal()

    def __init__(self, places: Places, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._disk, self.notice = settings.disk, ""
        self._sealed = Sealed(places.settings.with_name("recents.json"), self._disk)
        self._chosen = places.settings.with_name(CHOSEN)
        self._pictures = places.cache / "recents"
        self._settings = settings

    @property
    def is_kept(self) -> bool:
        """Whether workbooks are listed at all."""
        return self._is_on(LISTED)

    @property
    def is_pictured(self) -> bool:
        """Whether their first pages are shown."""
        return self.is_kept and self._is_on(PICTURED)

    def keep(self, on: bool) -> None:
        """List workbooks from now on, or forget those that are listed and list no more."""
        self._wish(LISTED, on)

    def show_pictures(self, on: bool) -> None:
        """Show the first pages from now on, or throw their pictures away and draw no more."""
        self._wish(PICTURED, on)

    def _is_on(self, wish: str) -> bool:
        self._settings.sync()  # another window may have been asked
        return self._settings.value(wish, "true") != "false"

    def _wish(self, wish: str, on: bool) -> None:
        if on != self._is_on(wish):
            self._settings.setValue(wish, "true" if on else "false")
            self.forget()
            self.changed.emit()

    def forget(self) -> None:
        """Let nothing be left of what is not to be kept."""
        if not self.is_kept:
            self._settings.keep({HANDOUTS: None})
            self._sealed.forget()
            with suppress(OSError):
                self._disk.unlink(self._chosen)
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

    def note(self, path: Path, workbook: Workbook, when: datetime) -> None:
        """Put a workbook at the top of the list."""
        if not self.is_kept:
            self.forget()  # a picture that was being drawn may have come since
            return
        newest = Recent(
            path=str(path.absolute()),
            title=workbook.title or path.stem,
            causes=sum(len(page.causes) for page in workbook.fishbones),
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
        name = hashlib.sha256(str(path.absolute()).encode("utf-8", "surrogatepass")).hexdigest()
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
        with suppress(OSError):
            for name in self._disk.names(self._pictures):
                if name.endswith(".png") and name not in wanted:
                    self._disk.unlink(self._pictures / name)


def _is_whole(path: str) -> bool:
    """Tell whether a path can be one: absolute, without characters that no system takes."""
    return bool(path) and path.isprintable() and Path(path).is_absolute()


# --- in words ------------------------------------------------------------------------------------
def held(recent: Recent) -> str:
    """Say how much a workbook held: "24 causes, 6 change ideas"."""
    parts = []
    if recent.causes:
        parts.append(count(recent.causes, "{number} cause", "{number} causes"))
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
    time = f"{when:%H:%M}"
    if days == 0:
        return say("Today, {time}", time=time)
    if days == 1:
        return say("Yesterday, {time}", time=time)
    if 1 < days < 7:
        return say("{day}, {time}", day=weekday_words(when), time=time)
    return day_words(when) if when.year == now.year else dated_words(when)


def where_words(path: Path) -> str:
    """Say in which folder a file is: the last two parts, those of the home left out."""
    folder = path.parent
    with suppress(ValueError, RuntimeError):
        folder = folder.relative_to(Path.home())
    parts = [part for part in folder.parts if part not in ("/", "\\")]
    return " / ".join(parts[-2:]) or say("Home folder")
