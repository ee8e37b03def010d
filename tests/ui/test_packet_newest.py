"""The newest packet counts: what is made of an older one is given up, and never shown."""

from datetime import date
from pathlib import Path

import pytest
from packet_children import QuietChild
from PySide6.QtCore import QObject, QTimer
from workbooks import both, key

from ilead_studio.model import Packet, PrintedPage, replace
from ilead_studio.preview.frames import Frame
from ilead_studio.ui.packets.maker import PacketMaker

PACKET = Packet(id=key("packet"), name="All", pages=(PrintedPage(kind="fishbone"),))
SIDE = {"width": 612, "height": 792, "at": [0], "smallest": 9.0}


class Asking:
    """A maker, and what it asked of a process that answers when told to."""

    def __init__(self) -> None:
        self.children: list[QuietChild] = []
        self._parent = QObject()
        self.maker = PacketMaker(self._start, self._parent)

    def _start(self, parent: QObject) -> QuietChild:
        self.children.append(QuietChild(parent))
        return self.children[-1]

    def show(self, title: str, pictures: tuple[tuple[int, int], ...] = ()) -> None:
        self.maker.show(replace(both(), title=title), PACKET, date(2026, 11, 24), pictures)

    @property
    def asked(self) -> list[str]:
        return [it.head["do"] for it in self.children[-1].asked]

    def answer(self, wish: int, body: bytes = b"", **head: object) -> None:
        self.children[-1].told.emit(Frame(head | {"wish": wish}, body))

    def made(self, wish: int, sides: int = 1) -> None:
        self.answer(wish, made=[SIDE] * sides, said=[], warnings=[], left_out=[])


@pytest.fixture
def asking(qapp: object) -> Asking:
    asking = Asking()
    asking.show("First")
    return asking


def test_a_newer_packet_is_asked_for_at_once(asking: Asking) -> None:
    asking.show("Second")
    assert asking.asked == ["make", "make"]
    asking.made(1, sides=3)
    assert asking.maker.is_making
    assert asking.maker.shown.sides == ()
    asking.made(2, sides=2)
    assert len(asking.maker.shown.sides) == 2
    assert not asking.maker.is_making


def test_a_picture_is_given_up_for_it(asking: Asking) -> None:
    asking.made(1)
    asking.maker.want_pictures([(0, 100)])
    asking.show("Second")
    assert asking.asked == ["make", "picture", "make"]
    asking.answer(1, picture=0, width=1, height=1, stride=4, fine=False)
    assert asking.maker.is_making


def test_the_file_of_an_older_packet_is_not_taken_for_that_of_the_newer(asking: Asking) -> None:
    asking.made(1)
    asking.show("Second")
    asking.answer(1, whole=True, refused="")
    assert not asking.maker.is_whole
    asking.made(2)
    asking.answer(2, whole=True, refused="")
    assert asking.maker.is_whole


def test_a_file_that_is_being_written_is_written_first(asking: Asking, tmp_path: Path) -> None:
    asking.made(1)
    asking.maker.write(tmp_path / "it.pdf")
    asking.show("Second")
    assert asking.asked == ["make", "write"]
    asking.answer(1, written="it.pdf")
    assert asking.asked == ["make", "write", "make"]


def test_a_picture_for_a_printer_comes_first_too(asking: Asking) -> None:
    asking.made(1)
    asking.maker.want_fine([(0, 100)])
    asking.show("Second")
    assert asking.asked == ["make", "picture"]
    asking.answer(1, picture=-1)
    assert asking.asked == ["make", "picture", "make"]


def test_what_is_looked_at_comes_unasked_and_is_not_asked_for_again(asking: Asking) -> None:
    shown = list[int]()
    asking.maker.pictured.connect(lambda number, _image: shown.append(number))
    asking.show("Second", pictures=((0, 1), (1, 1)))
    assert asking.children[-1].asked[-1].head["seen"] == [0, 1]
    asking.made(2, sides=3)
    asking.maker.want_pictures([(0, 1), (1, 1), (2, 1)])
    assert asking.asked == ["make", "make", "picture"]
    for number in (0, 1):
        head = {"picture": number, "width": 1, "height": 1, "stride": 4, "fine": False}
        asking.answer(2, b"1234", ahead=True, **head)
    assert shown == [0, 1]
    asking.answer(2, picture=-1)
    asking.maker.want_pictures([(0, 1)])
    assert asking.asked == ["make", "make", "picture", "picture"]


def test_nothing_waits_for_offers(asking: Asking, tmp_path: Path) -> None:
    found: list[tuple[int, bool]] = []
    asking.maker.found.connect(lambda small, are_all: found.append((len(small), are_all)))
    head = {"made": [SIDE | {"smallest": 7.0}], "said": [], "warnings": [], "left_out": []}
    asking.answer(1, **head)
    asking.maker.findChild(QTimer).timeout.emit()
    assert asking.asked == ["make", "offers"]
    asking.maker.want_pictures([(0, 100)])
    asking.maker.write(tmp_path / "it.pdf")
    assert asking.asked == ["make", "offers", "picture"]
    asking.answer(1, found=[{"at": 0, "words": "Small.", "offers": []}], are_all=False)
    asking.answer(1, picture=-1)
    assert asking.asked == ["make", "offers", "picture", "write"]
    asking.answer(1, found=[], are_all=True)
    assert found == [(1, False), (0, True)]
