"""A paper of one's own size: its short and its long side in inches."""

from typing import Final

from PySide6.QtWidgets import QHBoxLayout, QWidget

from ilead_studio.model import Packet
from ilead_studio.model.packet import LEAST_SIDE, MOST_SIDE
from ilead_studio.ui.inspector.fields import LineField
from ilead_studio.ui.packets.in_view import PacketInView
from ilead_studio.ui.widgets.parts import label
from ilead_studio.words import say

_INCH: Final = 72.0


class OwnSize(QWidget):
    """Two fields that are written when they are left."""

    def __init__(self, shown: PacketInView) -> None:
        super().__init__()
        self._shown = shown
        self.fields = {
            "width": LineField(say("Width in inches")),
            "height": LineField(say("Height in inches")),
        }  # fmt: skip
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.fields["width"], 1)
        line.addWidget(label("×"))
        line.addWidget(self.fields["height"], 1)
        line.addWidget(label(say("inches"), "small"))
        for name, field in self.fields.items():
            field.done.connect(lambda name=name: self._write(name))
            field.returnPressed.connect(lambda name=name: self._write(name))

    def _write(self, name: str) -> None:
        field, packet = self.fields[name], self._shown.packet
        if packet is None or field.text() == _inches(getattr(packet, name)):
            return
        try:
            size = float(field.text().replace(",", ".")) * _INCH
        except ValueError:
            size = 0.0
        if LEAST_SIDE <= size <= MOST_SIDE:
            self._shown.put(**{name: size})
        else:
            words = say("Paper is between 2.8 and 55 inches wide and high. Nothing was changed.")
            self._shown.work.said.emit(words)
            field.setText(_inches(getattr(packet, name)))

    def show_size(self, packet: Packet) -> None:
        """Show the size of a packet's paper, if it is one of its own."""
        self.setVisible(packet.paper == "own")
        for name, field in self.fields.items():
            if not field.hasFocus():
                field.show_text(_inches(getattr(packet, name)))


def _inches(size: float) -> str:
    return f"{size / _INCH:.2f}".rstrip("0").rstrip(".")
