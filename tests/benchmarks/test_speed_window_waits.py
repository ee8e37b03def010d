"""A key never waits for a file: every deed with files, on a drive that takes 50 ms each time.

The whole program with 2,000 items. Told is the longest turn of the window in its own processor
time; a drive that it asked itself is a fault, however quick it was.
"""

import gc
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

import pytest
from conftest import Table, yard
from large_pages import large
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from window_at_work import AtWork, as_in_a_file, items, said, when

from ilead_studio import edits
from ilead_studio.exchange import PageKind
from ilead_studio.storage.backups import backup_folder, keep
from ilead_studio.storage.disk import Disk
from ilead_studio.storage.format import encode
from ilead_studio.storage.journal import Base, Journal, State
from ilead_studio.storage.lock import Holder, take
from ilead_studio.storage.store import save_workbook
from ilead_studio.ui.files import autosaving
from ilead_studio.ui.files.keeping import journal_folder
from ilead_studio.ui.files.offering import offer_found
from ilead_studio.ui.handing.names_card import NamesCard
from ilead_studio.ui.meanwhile.apart import SWITCH
from ilead_studio.ui.meanwhile.tidying import Tidying
from ilead_studio.ui.packets.export_card import Wish
from ilead_studio.ui.past.earlier_view import EarlierView

WAITS_MS: Final = 16.0
LONGER_MS: Final = {
    "type, into recovery": 24.0, "open a merge": 24.0, "end a merge": 24.0, "recover": 24.0,
    "remove names": 20.0, "settings": 24.0, "theme": 700.0, "change, after tidying": 24.0,
}  # fmt: skip
"""What may still take longer, and how long at most: a window that is painted as a whole together
with a page of which much is different, a card that is made and shown, a look that is made anew, a
change of which nothing was foreseen."""
LARGE_MS: Final = {"open": 100.0, "Ctrl+S": 40.0}
"""With 10,000 items."""
KINDS: Final[tuple[PageKind, ...]] = ("fishbone", "theory")
Deed = Callable[[AtWork], object]


@pytest.fixture
def at(
    qapp: QApplication, home: Path, tmp_path: Path, quiet: None, request: pytest.FixtureRequest
) -> Iterator[AtWork]:
    """The program on a workbook from a file; it shares the interpreter with threads as ever."""
    kind, count = request.param
    before = sys.getswitchinterval()
    sys.setswitchinterval(SWITCH)
    path = tmp_path / "large.ilead"
    save_workbook(as_in_a_file(large(kind, count)), path, Disk(), None)
    made = AtWork(home, path)
    made.window.filing.open_file(path)
    made.begin()
    gc.collect()
    yield made
    made.end()
    sys.setswitchinterval(before)


# --- what somebody does ------------------------------------------------------------------------
def _open(at: AtWork) -> None:
    other = at.path.with_name("other.ilead")
    book = said(at.window.work.session.for_file, lambda _: "Something else is said and")
    save_workbook(book, other, Disk(), None)
    at.turn(lambda: at.window.filing.open_soon(other))
    at.settle()


def _save(at: AtWork) -> None:
    at.reword("Snow")
    at.do("save")


def _save_as(at: AtWork) -> None:
    at.reword("Snow")
    at.chosen.path = at.path.with_name("other.ilead")
    at.do("save as")
    assert at.window.work.path == at.chosen.path


def _autosave(at: AtWork) -> None:
    at.window.settings.switch("files/saves", on=True)
    at.reword("Snow")
    at.turn(at.window.findChild(autosaving.Autosaving)._save)
    at.settle()


def _type(at: AtWork) -> None:
    at.press(Qt.Key.Key_Return, *[Qt.Key.Key_S] * 5, Qt.Key.Key_Return)
    at.turn(at.keeping._look_at_typing)
    at.settle()


def _notice(at: AtWork) -> None:
    book = at.window.work.session.for_file
    for number, item in enumerate(items(book)[::40]):
        book = edits.rename(book, item, f"Theirs {number}")
    takes, at.disk.takes = at.disk.takes, 0.0
    save_workbook(book, at.path, Disk(), at.window.work.stamp)
    at.disk.takes = takes
    for number in range(0, 400, 80):
        at.reword(f"Mine {number}", number)
    at.turn(lambda: QApplication.instance().focusWindowChanged.emit(at.window.windowHandle()))
    at.settle()
    assert at.window.banner.offers


def _noticed(name: str) -> Deed:
    """Return a deed about a change outside, of which only the last command is measured."""

    def deed(at: AtWork) -> None:
        _notice(at)
        at.longest = at.longest_wall = 0.0
        at.do(name)

    return deed


_take_theirs, _keep_mine = _noticed("take theirs"), _noticed("keep mine")
_merge = _noticed("merge outside")


def _end_merge(at: AtWork) -> None:
    _merge(at)
    at.longest = at.longest_wall = 0.0
    while at.window.work.section:
        at.press(Qt.Key.Key_2, Qt.Key.Key_Return)


def _versions(at: AtWork) -> EarlierView:
    """Keep some versions, and open the list of them."""
    state, book = at.window.around.places.state, at.window.work.session.for_file
    for number in range(4):
        for item in items(book)[number::200]:
            book = edits.rename(book, item, f"Earlier {number}")
        keep(backup_folder(state, at.path), encode(book), when(), Disk())
    at.do("earlier versions")
    view = at.window.sections.view
    assert isinstance(view, EarlierView)
    assert len(view.panel.list.keys()) >= 4
    return view


def _walk(at: AtWork) -> None:
    view = _versions(at)
    at.longest = at.longest_wall = 0.0
    at.press(*[Qt.Key.Key_Down] * 3, Qt.Key.Key_Left, Qt.Key.Key_Right)
    assert view._both is not None


def _restore(at: AtWork) -> None:
    _versions(at)
    at.press(Qt.Key.Key_Down)
    at.longest = at.longest_wall = 0.0
    at.press(Qt.Key.Key_Return)
    assert at.window.work.path is None


def _recover(at: AtWork) -> None:
    book = at.window.work.session.for_file
    journal = Journal(journal_folder(at.window.around), Disk())
    typed = edits.rename(book, items(book)[5], "Typed")
    journal.keep(State(Base(book, encode(book), at.path), typed, when()))
    journal.let_go()
    at.turn(lambda: offer_found(at.window, at.keeping))
    at.settle()
    at.push("Open what was typed")


def _remove_names(at: AtWork) -> None:
    at.chosen.path = at.path.with_name("nameless.ilead")
    at.do("remove names")
    assert at.window.findChild(NamesCard).isVisible()
    at.press(Qt.Key.Key_Return)
    assert at.chosen.path.exists()


def _hand_over(at: AtWork) -> None:
    at.chosen.path = at.path.with_name("handed.ilead")
    at.do("hand over")
    at.press(Qt.Key.Key_Return)


def _after_tidying(at: AtWork) -> None:
    """Change something, when what was kept for later has been let go."""
    for _ in Tidying(at.window).let_go():
        at.settle()
    at.longest = at.longest_wall = 0.0
    at.reword("Snow")
    at.press(Qt.Key.Key_Down)


def _settings(at: AtWork) -> None:
    at.do("settings")
    at.push("Less motion")
    at.press(Qt.Key.Key_Escape)


def _theme(at: AtWork) -> None:
    at.do("theme dark")
    at.do("theme light")


def _export(at: AtWork) -> None:
    at.turn(lambda: at.window.filing.export(at.path.with_name("page.svg"), Wish()))
    at.settle()


def _second_window(at: AtWork) -> None:
    other = at.path.with_name("held.ilead")
    save_workbook(at.window.work.session.for_file, other, Disk(), None)
    take(other, Holder("pc", "anna", when()), Disk())
    at.turn(lambda: at.window.filing.open_soon(other))
    at.settle()
    assert "is open on pc" in at.window.banner.words


DEEDS: Final[dict[str, Deed]] = {
    "open": _open,
    "Ctrl+S": _save,
    "save as": _save_as,
    "save by itself": _autosave,
    "type, into recovery": _type,
    "notice a change outside": _notice,
    "take theirs": _take_theirs,
    "keep mine": _keep_mine,
    "open a merge": _merge,
    "end a merge": _end_merge,
    "open earlier versions": _versions,
    "walk through them": _walk,
    "restore one": _restore,
    "recover": _recover,
    "remove names": _remove_names,
    "hand over": _hand_over,
    "change, after tidying": _after_tidying,
    "settings": _settings,
    "theme": _theme,
    "export": _export,
    "open what somebody else has": _second_window,
}


@pytest.mark.parametrize("at", [(kind, 2_000) for kind in KINDS], indirect=True, ids=KINDS)
@pytest.mark.parametrize("deed", list(DEEDS))
def test_the_window_waits_for_no_file(
    at: AtWork, table: Table, deed: str, request: pytest.FixtureRequest
) -> None:
    DEEDS[deed](at)
    assert at.disk.asked == []
    loop = yard()
    beside = (
        f"{at.longest / loop:.2f} of a million steps ({loop:.0f} ms); wall {at.longest_wall:.0f}"
    )
    kind = "fishbone" if at.window.work.is_fishbone else "theory"
    table.add(f"{deed} ({kind})", at.longest, LONGER_MS.get(deed, WAITS_MS), "ms", beside)


@pytest.mark.parametrize("at", [(kind, 10_000) for kind in KINDS], indirect=True, ids=KINDS)
@pytest.mark.parametrize("deed", ["open", "Ctrl+S"])
def test_nor_with_ten_thousand_items(at: AtWork, table: Table, deed: str) -> None:
    DEEDS[deed](at)
    assert at.disk.asked == []
    kind = "fishbone" if at.window.work.is_fishbone else "theory"
    gate, beside = LARGE_MS[deed], f"wall {at.longest_wall:.0f}"
    table.add(f"{deed} ({kind}, 10,000)", at.longest, gate, "ms", beside)
