"""The real window for tests: offscreen, with a clock, ids and dialogs of our own."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from busy import SEED, busy
from hands import WHEN, Answers, Desk, Listener, Open
from mice import Mouse
from packet_children import QuietChild
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from workbooks import both

from ilead_studio.app import make_app
from ilead_studio.drawing.theme import LIGHT
from ilead_studio.model import new_ids
from ilead_studio.places import find_places
from ilead_studio.resources import resource
from ilead_studio.storage.disk import Disk
from ilead_studio.storage.store import save_workbook
from ilead_studio.surroundings import Surroundings
from ilead_studio.ui.canvas import hand
from ilead_studio.ui.files.keeping import Keeping, journal_folder
from ilead_studio.ui.frame.right_panel import SELECTED
from ilead_studio.ui.looks.look import Look
from ilead_studio.ui.packets import child as packet_child
from ilead_studio.ui.sight.state import Sight
from ilead_studio.ui.window import MainWindow


@pytest.fixture
def disk() -> Disk:
    """The real disk; a test about faults puts another one in its place."""
    return Disk()


@pytest.fixture
def around(home: Path, disk: Disk) -> Surroundings:
    places = find_places({"ILEAD_STUDIO_HOME": str(home)})
    return Surroundings(lambda: WHEN, new_ids(7), disk, places)


@pytest.fixture(autouse=True)
def quiet(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test starts a process for its handouts, unless it is about that."""
    monkeypatch.setattr(packet_child, "PacketChild", QuietChild)


@pytest.fixture(autouse=True)
def busy_if_asked(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the window get its turns late, where ``ILEAD_STUDIO_BUSY`` asks for it."""
    if SEED:
        monkeypatch.setattr(Desk, "turn", staticmethod(busy(Desk.turn, request.node.nodeid)))


@pytest.fixture(scope="session", autouse=True)
def clipboard_is_empty_at_the_end() -> Iterator[None]:
    """Offscreen, Qt keeps what was copied longer than Python lives, and then asks it to go."""
    yield
    if QApplication.instance():
        QApplication.clipboard().clear()


@pytest.fixture
def desk(qtbot: QtBot, around: Surroundings) -> Iterator[Desk]:
    """A window on a new empty workbook, shown and ready for the keyboard."""
    make_app(around)
    answers = Answers()
    window = MainWindow(around, Look(LIGHT), answers)
    window.setWindowState(Qt.WindowState.WindowNoState)
    window.resize(1280, 720)
    qtbot.addWidget(
        window, before_close_func=lambda it: it.work.session.mark_saved(it.work.workbook)
    )
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    window.canvas.setFocus()
    Desk.turn()
    yield Desk(window, answers)
    window.editing.drop()
    if QGuiApplication.mouseButtons():  # a test that failed, or pressed only, leaves it held
        QTest.mouseRelease(window.canvas.viewport(), Qt.MouseButton.LeftButton)


@pytest.fixture(scope="module")
def one_desk(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """A window for all tests of a module: for tables of many short lines."""
    places = find_places({"ILEAD_STUDIO_HOME": str(tmp_path_factory.mktemp("home"))})
    around = Surroundings(lambda: WHEN, new_ids(7), Disk(), places)
    make_app(around)
    answers = Answers()
    window = MainWindow(around, Look(LIGHT), answers)
    window.setWindowState(Qt.WindowState.WindowNoState)
    window.resize(1280, 720)
    window.show()
    assert QTest.qWaitForWindowExposed(window)
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)
    yield Desk(window, answers)
    window.editing.drop()
    window.work.session.mark_saved(window.work.workbook)
    window.close()
    window.deleteLater()
    qapp.processEvents()


@pytest.fixture
def table_desk(one_desk: Desk) -> Desk:
    """The window of the module as it is at the beginning, whatever was left open in it."""
    window = one_desk.window
    for _ in range(3):
        one_desk.press("Escape")
    for side in (window.arranged.left, window.arranged.right):
        side.motion = 0
        side.fold(folded=False)
        side.put_usual()
    window.pages.show_all(False)
    window.about.turn(SELECTED)
    window.work.folded, window.work.sight = frozenset(), Sight()
    one_desk.answers.asked.clear()
    QApplication.clipboard().clear()
    return one_desk


@pytest.fixture(params=["canvas", "outline"])
def surface(request: pytest.FixtureRequest) -> str:
    """The name of each view of the page in turn."""
    return str(request.param)


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """A workbook in a file."""
    path = tmp_path / "plan.ilead"
    save_workbook(both(), path, Disk(), None)
    return path


@pytest.fixture
def keeping(desk: Desk) -> Iterator[Keeping]:
    """What keeps the words of the window in recovery."""
    made = Keeping(desk.window)
    yield made
    made.end()


@pytest.fixture
def journals(desk: Desk) -> Path:
    """The folder where recovery keeps them."""
    return journal_folder(desk.window.around)


@pytest.fixture
def open_at(qtbot: QtBot, around: Surroundings) -> Iterator[Open]:
    """Open the window on the example, in a look and at a size."""
    opened: list[MainWindow] = []

    def open_one(look: Look, width: int, height: int) -> Desk:
        make_app(around, look)
        answers = Answers()
        window = MainWindow(around, look, answers)
        opened.append(window)
        window.setWindowState(Qt.WindowState.WindowNoState)
        window.resize(width, height)
        window.filing.open_file(resource("examples", "new-teachers.ilead"))
        qtbot.addWidget(
            window, before_close_func=lambda it: it.work.session.mark_saved(it.work.workbook)
        )
        with qtbot.waitExposed(window):
            window.show()
        window.activateWindow()
        window.canvas.setFocus()
        desk = Desk(window, answers)
        desk.settle()
        return desk

    yield open_one
    for window in opened:
        window.editing.drop()
    make_app(around, Look(LIGHT))


@pytest.fixture
def listener(monkeypatch: pytest.MonkeyPatch) -> Iterator[Listener]:
    """A screen reader that runs while the test does."""
    made = Listener(QAccessible.updateAccessibility)
    monkeypatch.setattr(QAccessible, "updateAccessibility", staticmethod(made.hear))
    QAccessible.setActive(True)
    yield made
    QAccessible.setActive(False)


@pytest.fixture(params=["canvas", "outline"])
def mouse(desk: Desk, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Mouse:
    """A mouse over the fishbone of the example, on the page and in the outline.

    Nothing scrolls at the edges: how far it would depends on how busy the machine is. So the window
    is as high as all rows need.
    """
    monkeypatch.setattr(hand, "EDGE", 0)
    desk.window.filing.open_file(resource("examples", "new-teachers.ilead"))
    desk.window.resize(1280, 1800)
    for _ in range(3):
        desk.settle()
    return Mouse(desk, getattr(desk.window, request.param))
