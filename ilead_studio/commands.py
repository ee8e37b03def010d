"""What the commands do, but for export. Qt is touched by the window only.

A command returns an ``Answer`` or raises a ``StudioError``; it writes nothing when it refuses.
"""

import json
import sys
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Final, Literal

from ilead_studio.edits import empty_workbook, rename_workbook
from ilead_studio.errors import Damaged, FileError, NotOurs, StudioError, TooNew
from ilead_studio.model import Fault, Fishbone, Page, Workbook, find, groups
from ilead_studio.resources import resource
from ilead_studio.rules.cause_count import causes_on
from ilead_studio.rules.find import texts
from ilead_studio.storage import format as file_format
from ilead_studio.storage.backups import keep_replaced
from ilead_studio.storage.format import Decoded
from ilead_studio.storage.refusals import LARGEST, shown
from ilead_studio.storage.store import (
    SUFFIX,
    Opened,
    Stamp,
    open_workbook,
    read_bytes,
    refuse_existing,
    save_workbook,
)
from ilead_studio.surroundings import Surroundings
from ilead_studio.words import count, say

if TYPE_CHECKING:
    from ilead_studio.exchange import PageKind

STANDARD: Final = "-"
"""Stands for standard input in the place of a file."""
_TITLE_MOST: Final = 120
SOUND, ADVICE, REFUSED = 0, 1, 2
"""Exit codes of ``check``."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a command says on standard output, its exit code, and why it refused, if it did."""

    words: str = ""
    code: int = SOUND
    refusal: str = ""


@dataclass(frozen=True, slots=True)
class Problem:
    """One line of ``check``; ``item`` is an id, empty for the file itself."""

    rule: str
    severity: Literal["advice", "refused"]
    item: str
    message: str


def new(file: Path, example: str | None, world: Surroundings) -> Answer:
    """Make a workbook: empty but for one fishbone and one theory, or from an example."""
    refuse_standard(file)
    refuse_existing(file, world.disk)
    workbook = _example(example, world) if example is not None else empty_workbook(world.ids)
    save_workbook(workbook, file, world.disk, None, replace_existing=False)
    return Answer(say("“{name}” was made.", name=shown(file)))


def _example(name: str, world: Surroundings) -> Workbook:
    folder = resource("examples")
    names = sorted(path.stem for path in folder.glob(f"*{SUFFIX}"))
    if name not in names:
        known = ", ".join(names)
        raise FileError(
            say("There is no example “{name}”. There are: {known}.", name=name, known=known)
        )
    return open_workbook(folder / f"{name}{SUFFIX}", world.disk).workbook


def bring_in(source: str, file: Path, kind: "PageKind", add: bool, world: Surroundings) -> Answer:
    """Import indented text into a new workbook, or with ``add`` into one that is there."""
    from ilead_studio.exchange import add_outline, read_outline
    from ilead_studio.exchange.outline_text import LARGEST as LARGEST_OUTLINE

    refuse_standard(file)
    workbook, stamp, notices = Workbook(), None, list[str]()
    if add:
        workbook, stamp, notices = _to_add_to(file, world)
    else:
        refuse_existing(file, world.disk)
    data, name = read_source(source, LARGEST_OUTLINE, world)
    outline = read_outline(data, kind, name)
    if not add:
        workbook = rename_workbook(workbook, _title(outline.root))
    made, page_id, left_out = add_outline(workbook, outline, world.ids)
    if add:
        keep_replaced(world.places.state, file, world.disk)
    save_workbook(made, file, world.disk, stamp, replace_existing=False)
    page = find(made, page_id)
    held = _held(page, made) if isinstance(page, Page) else ""
    words = say("“{name}” now holds {page}.", name=shown(file), page=held)
    return Answer(" ".join((words, *left_out, *notices)))


def _to_add_to(file: Path, world: Surroundings) -> tuple[Workbook, Stamp, list[str]]:
    opened = open_workbook(file, world.disk, world.places.state)
    if opened.read_only:
        raise TooNew(opened.notice)
    return opened.workbook, opened.stamp, [opened.notice] if opened.notice else []


def _title(root: str) -> str:
    """Return a title for a workbook that begins with a head or an aim: its first words."""
    if len(root) <= _TITLE_MOST:
        return root
    words = root[:_TITLE_MOST]
    return (words.rpartition(" ")[0] or words).rstrip(" ,;:") + "…"


def _held(page: Page, workbook: Workbook) -> str:
    """Say what a page holds: "fishbone F1 with 28 causes"."""
    if isinstance(page, Fishbone):
        causes = count(causes_on(page), "{number} cause", "{number} causes")
        return say("fishbone {ref} with {causes}", ref=page.ref, causes=causes)
    linked = {link.source for link in page.links}
    ideas = sum(idea.id in linked for idea in workbook.ideas)
    return say(
        "theory {ref} with {drivers} and {ideas}",
        ref=page.ref,
        drivers=count(len(page.drivers), "{number} driver", "{number} drivers"),
        ideas=count(ideas, "{number} change idea", "{number} change ideas"),
    )


def check(file: str, as_json: bool, world: Surroundings) -> Answer:
    """Look for damage, and for what is worth a second look."""
    from ilead_studio.rules.advice import advice

    try:
        workbook, notice = opened_source(file, world)
    except FileError as error:
        return _checked((Problem(_rule(error), "refused", "", str(error)),), as_json, str(error))
    problems = [Problem("file-notice", "advice", "", notice)] if notice else []
    found = (*advice(workbook), *undrawable(workbook))
    problems += [Problem(it.rule, "advice", it.item, it.message) for it in found]
    return _checked(tuple(problems), as_json, "")


def _rule(error: FileError) -> str:
    named = {Damaged: "damaged", NotOurs: "not-ours", TooNew: "too-new"}
    return named.get(type(error), "unreadable")


def _checked(problems: tuple[Problem, ...], as_json: bool, refusal: str) -> Answer:
    code = REFUSED if refusal else ADVICE if problems else SOUND
    if as_json:
        said = {"problems": [{
            "rule": it.rule, "severity": it.severity, "item": it.item, "message": it.message,
        } for it in problems]}  # fmt: skip
        return Answer(json.dumps(said, indent=1), code, refusal)
    if refusal:
        return Answer("", code, refusal)
    lines = [f"{it.severity}: {it.message} ({it.rule})" for it in problems]
    return Answer("\n".join(lines) or say("All is sound."), code)


def undrawable(workbook: Workbook) -> Iterator[Fault]:
    """Find the words with characters that no bundled font has; they print as names in brackets."""
    from ilead_studio.drawing.text import missing

    for item_id, text in _words_of(workbook):
        if lacking := missing(text):
            words = say(
                "No font of the program can draw {characters} in “{text}”.",
                characters=" ".join(lacking),
                text=text,
            )
            yield Fault("character-not-in-font", item_id, words)


def _words_of(workbook: Workbook) -> Iterator[tuple[str, str]]:
    """Give everything that can be printed, with the id of what it belongs to."""
    yield "", workbook.title
    for group in groups(workbook):
        for record in group:
            yield from ((record.id, text) for _, text in texts(record))


def plan(file: str, page_id: str, folded: Collection[str], world: Surroundings) -> Answer:
    """Say a better plan for a page as JSON, nothing if there is none: the window asks for it."""
    from ilead_studio.drawing.marks import View, marks_of
    from ilead_studio.planning import better_plan

    workbook, _ = opened_source(file, world)
    page = find(workbook, page_id)
    if not isinstance(page, Page):
        raise StudioError(say("There is no page “{asked}”.", asked=page_id))
    better = better_plan(workbook, page, View(frozenset(folded), marks_of(workbook)))
    return Answer(better.model_dump_json() if better else "")


def open_window(file: Path | None, world: Surroundings, environ: Mapping[str, str]) -> int:
    """Open the window and return its exit code when it is closed."""
    if not has_display(environ):
        raise StudioError(
            say(
                "There is no display for a window here; “ilead-studio export FILE OUT.pdf” makes a"
                " handout without one."
            )
        )
    code: int = load_window().run(file, world)
    return code


def load_window() -> ModuleType:
    """Load what opens the window; Qt last, as it slows every import that comes after its own."""
    for name in ("session.capture", "drawing.page"):
        import_module(f"ilead_studio.{name}")
    try:
        from ilead_studio import app
    except ImportError as error:
        raise qt_missing(error) from error
    return app


def has_display(environ: Mapping[str, str]) -> bool:
    """Tell whether Qt will find a display; without one it would end the program."""
    if sys.platform in ("win32", "darwin"):
        return True
    return any(environ.get(it) for it in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def qt_missing(error: ImportError) -> StudioError:
    """Return the refusal when Qt cannot be loaded, mostly because a system library is missing.

    Raises:
        ImportError: if it was not Qt that was missing.
    """
    if (error.name or "").startswith("ilead_studio"):
        raise error
    return StudioError(
        say(
            "Qt could not be loaded ({why}). README tells how to get what it needs; “export”"
            " to pdf and svg works without it.",
            why=str(error),
        )
    )


def opened_source(file: str, world: Surroundings) -> tuple[Workbook, str]:
    """Return the workbook in a file or on standard input, and the notice about it."""
    opened = _opened(file, world)
    return opened.workbook, opened.notice


def whole_source(file: str, world: Surroundings) -> Workbook:
    """Return the workbook in a file or on standard input, to make another file of it.

    Raises:
        TooNew: if a newer program made it: what only that one knows would be left out.
    """
    opened = _opened(file, world)
    if opened.read_only:
        name = file if file == STANDARD else shown(Path(file))
        raise TooNew(
            say(
                "“{name}” was made by a newer iLEAD Studio. What is made of it here would lack what"
                " only that one knows, so nothing was written. Install the newer program.",
                name=name,
            )
        )
    return opened.workbook


def _opened(file: str, world: Surroundings) -> Opened | Decoded:
    if file != STANDARD:
        return open_workbook(Path(file), world.disk, world.places.state)
    return file_format.decode(*read_source(file, LARGEST, world))


def read_source(source: str, limit: int, world: Surroundings) -> tuple[bytes, str]:
    """Return all bytes of a file or of standard input, and the name to call it by.

    Raises:
        FileError: if it cannot be read, or has more than ``limit`` bytes.
    """
    if source != STANDARD:
        path = Path(source)
        return read_bytes(path, limit, world.disk), shown(path)
    if sys.stdin is None:
        raise FileError(say("There is no standard input to read."))
    try:
        data = sys.stdin.buffer.read(limit + 1)
    except (OSError, ValueError) as error:
        raise FileError(say("Standard input could not be read.")) from error
    if len(data) > limit:
        raise FileError(say("Standard input holds too much to be read."))
    return data, say("standard input")


def refuse_standard(file: Path) -> None:
    """Refuse to write to standard output: a workbook is a file that can be saved again.

    Raises:
        FileError: if that is what was asked for.
    """
    if str(file) == STANDARD:
        raise FileError(say("A workbook is written to a file; give its name."))
