"""Hands for the table of keys: rows of it, a workbook to press them on, and what can be seen then.

A page is written on one line: ``Head(Time(Breaks) Help)`` is a head with two bones, and a cause on
the first. Keys are written as in ``ui/commands/table``.
"""

from collections.abc import Callable
from typing import Final, NamedTuple

from hands import Desk
from PySide6.QtTest import QTest
from workbooks import key

from ilead_studio import edits
from ilead_studio.model import Workbook, find
from ilead_studio.rules.outline import outline
from ilead_studio.ui.capture.editor import Editor
from ilead_studio.ui.commands.keys import parsed

FISHBONE: Final = "Head(Time(Breaks(Bells) Duties) Help(Coaches))"
THEORY: Final = "Aim(Teaching(Daily(Talk) Hour) Families)"
HERE, EDITOR = "here", "editor"
Seen = Callable[[Desk], object]


class Row(NamedTuple):
    """Pressing a key gives this page, this selection, this keyboard, and ``shows`` holds.

    ``on`` is what is selected before, ``first`` what is pressed before, and ``types`` what is typed
    once an editor is open. ``ends`` closes what was opened; then the keyboard is where it was.
    """

    command: str
    press: str
    page: str = FISHBONE
    chosen: str = "Breaks"
    focus: str = HERE
    on: tuple[str, ...] = ("Breaks",)
    first: tuple[str, ...] = ()
    types: str = ""
    ends: tuple[str, ...] = ()
    shows: Seen | None = None


def workbook() -> Workbook:
    """Return a workbook with both pages."""
    book = edits.add_theory(edits.add_fishbone(Workbook(), key("head")), key("aim"))
    for root in ("Head", "Aim"):
        book = edits.rename(book, key(root.lower()), root)
    kinds: tuple[tuple[edits.Kind, str, str], ...] = (
        ("cause", "Time", "Head"), ("cause", "Breaks", "Time"), ("cause", "Bells", "Breaks"),
        ("cause", "Duties", "Time"), ("cause", "Help", "Head"), ("cause", "Coaches", "Help"),
        ("driver", "Teaching", "Aim"), ("driver", "Daily", "Teaching"), ("idea", "Talk", "Daily"),
        ("driver", "Hour", "Teaching"), ("driver", "Families", "Aim"),
    )  # fmt: skip
    for kind, words, above in kinds:
        book = edits.add(book, kind, key(words.lower()), words, key(above.lower()))
    return book


# --- what else can be seen -----------------------------------------------------------------------
def field(name: str, value: object, word: str = "breaks") -> Seen:
    """Look at a field of an item."""
    return lambda desk: getattr(find(desk.window.work.workbook, key(word)), name) == value


def undoes(words: str) -> Seen:
    """Look at the words of the undo step."""
    return lambda desk: desk.window.work.session.undo_label == words


def says(words: str) -> Seen:
    """Look for words in the status line."""
    return lambda desk: words in desk.window.status.words


def asks(words: str) -> Seen:
    """Look for a question that a dialog asked."""
    return lambda desk: any(it.startswith(words) for it in desk.answers.asked)


def zoom(way: int) -> Seen:
    """Look whether the page is larger than it is when it fits (1), smaller (-1) or as large (0)."""

    def look(desk: Desk) -> bool:
        before = desk.window.canvas.zoom
        desk.window.canvas.zoom_to_fit()
        now = desk.window.canvas.zoom
        return (before > now) - (before < now) == way

    return look


def parked(*words: str) -> Seen:
    """Look what waits in the parking lot."""
    return lambda desk: tuple(it.text for it in edits.parked(desk.window.work.workbook)) == words


# --- pressing and looking ------------------------------------------------------------------------
def press(desk: Desk, *keys: str) -> None:
    """Press keys as the table of commands writes them."""
    for each in keys:
        desk.settle()
        QTest.keyClick(desk.focus, *parsed(each))
    desk.settle()


def begin(desk: Desk, row: Row, surface: str) -> None:
    """Let the window be as a row wants it, with the keyboard in the canvas or the outline."""
    work = desk.window.work
    work.begin(workbook())
    ids = [key(words.lower()) for words in row.on]
    if ids[-1] not in {it.id for it in work.rows}:
        work.open_page(work.workbook.theories[0].id)
    work.select(*ids)
    desk.settle()
    getattr(desk.window, surface).setFocus()
    press(desk, *row.first)


def drawn(desk: Desk) -> str:
    """Write the page in view on one line, without what is still being typed."""
    work, line, last = desk.window.work, "", 0
    assert work.page is not None
    for row in outline(work.workbook, work.page):
        between = "(" if row.depth > last else ")" * (last - row.depth) + " "
        line, last = f"{line}{between if line else ''}{row.text}", row.depth
    return line + ")" * last


def keyboard(desk: Desk) -> str:
    """Say who has the keyboard."""
    window, focus = desk.window, desk.focus
    if isinstance(focus, Editor):
        return EDITOR
    named = {window.canvas: "canvas", window.outline: "outline"}
    return named.get(focus) or focus.accessibleName() or repr(focus)


def check(desk: Desk, row: Row, surface: str) -> None:
    """Compare what is there with what a row says."""
    focus = surface if row.focus == HERE else row.focus
    assert (drawn(desk), desk.words, keyboard(desk)) == (row.page, row.chosen, focus)
    assert row.shows is None or row.shows(desk), desk.window.status.words


def named(row: Row) -> str:
    """Name a row in the list of tests."""
    return f"{row.press} on {'+'.join(row.on)}"
