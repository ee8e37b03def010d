"""The process that makes PDFs for the window: it answers, and goes when it is not needed."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot
from workbooks import both, key

from ilead_studio.model import Packet, PrintedPage
from ilead_studio.ui.packets.child import PacketChild
from ilead_studio.ui.packets.maker import PacketMaker

PACKET = Packet(id=key("packet"), name="All", pages=(PrintedPage(kind="fishbone"),))


@pytest.fixture
def parent(qapp: object) -> QObject:
    return QObject()


def test_a_packet_is_made_and_written_elsewhere(
    qtbot: QtBot, parent: QObject, tmp_path: Path
) -> None:
    maker = PacketMaker(PacketChild, parent)
    with qtbot.waitSignal(maker.made, timeout=30_000):
        maker.show(both(), PACKET, date(2026, 11, 24))
    assert len(maker.shown.sides) == 1
    with qtbot.waitSignal(maker.pictured, timeout=30_000) as pictured:
        maker.want_pictures([(0, 100)])
    assert pictured.args[1].width() == 100
    maker.write(tmp_path / "it.pdf")
    maker.wait_then_end()
    assert (tmp_path / "it.pdf").read_bytes().startswith(b"%PDF")
