"""What is made of a packet before somebody goes to it: only where somebody composed one."""

from collections.abc import Iterator
from datetime import date

import pytest
from hands import Desk
from packet_children import QuietChild
from PySide6.QtCore import QObject
from workbooks import both, key

from ilead_studio import edits
from ilead_studio.model import Packet, PrintedPage
from ilead_studio.preview.frames import Frame
from ilead_studio.ui.meanwhile.beforehand import made_ahead
from ilead_studio.ui.packets import child as packet_child
from ilead_studio.ui.packets.maker import PacketMaker

PACKET = Packet(id=key("packet"), name="All", pages=(PrintedPage(kind="fishbone"),))
TODAY = date(2026, 11, 24)
STARTED = list[QuietChild]()


class Counted(QuietChild):
    """Tells that it was started, and whether it was ended."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.is_ended = False
        STARTED.append(self)

    def end(self) -> None:
        super().end()
        self.is_ended = True

    def made(self, smallest: float) -> None:
        """Answer the last packet that was asked for."""
        side = {"width": 612, "height": 792, "at": [0], "smallest": smallest}
        told = {"made": [side], "said": [], "warnings": [], "left_out": []}
        self.told.emit(Frame(told | {"wish": self.asked[-1].head["wish"]}))


@pytest.fixture
def desk(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Desk:
    monkeypatch.setattr(packet_child, "PacketChild", Counted)
    STARTED.clear()
    return desk


@pytest.fixture
def maker(qapp: object) -> Iterator[PacketMaker]:
    STARTED.clear()
    parent = QObject()
    yield PacketMaker(Counted, parent)
    del parent


def quiet(desk: Desk) -> None:
    for _ in made_ahead(desk.window):
        desk.settle()


def test_who_never_composed_a_packet_pays_for_no_process(desk: Desk) -> None:
    quiet(desk)
    assert STARTED == []
    empty = PACKET.model_copy(update={"pages": ()})
    desk.window.work.step("add", lambda book: edits.add_packet(book, empty))
    quiet(desk)
    assert STARTED == []


def test_a_packet_of_the_workbook_is_made_before_somebody_looks(desk: Desk) -> None:
    quiet(desk)
    desk.window.work.step("add", lambda book: edits.add_packet(book, PACKET))
    quiet(desk)
    quiet(desk)
    (child,) = STARTED
    assert [it.head["do"] for it in child.asked] == ["make"]
    child.made(12.0)
    desk.press("Ctrl+9")
    assert [it.head["do"] for it in child.asked] in (["make"], ["make", "picture"])


def test_a_process_that_nobody_used_goes_and_is_not_started_again(maker: PacketMaker) -> None:
    maker.get_ready(both(), PACKET, TODAY)
    STARTED[0].made(12.0)
    assert maker._unused.isActive()
    maker._unused.timeout.emit()
    assert STARTED[0].is_ended
    maker.get_ready(both(), PACKET, TODAY)
    assert len(STARTED) == 1
    maker.show(both(), PACKET, TODAY)
    assert len(STARTED) == 2


def test_one_that_is_looked_at_stays(maker: PacketMaker) -> None:
    workbook = both()
    maker.get_ready(workbook, PACKET, TODAY)
    maker.show(workbook, PACKET, TODAY)
    assert not maker._unused.isActive()
    assert [it.head["do"] for it in STARTED[0].asked] == ["make"]


def test_small_words_are_looked_for_when_somebody_looks(maker: PacketMaker) -> None:
    workbook = both()
    maker.get_ready(workbook, PACKET, TODAY)
    STARTED[0].made(5.0)
    assert not maker._pause.isActive()
    maker.show(workbook, PACKET, TODAY)
    assert maker._pause.isActive()
